"""What is known of one claim before it is compared with others."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.model.claim import Claim
from geomap.model.mention import Location
from geomap.model.reading import Reading, Region


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One claim with where its anchors may be, the fair ways to understand it, and where it lets the thing be."""

    claim: Claim
    locations: tuple[Location | None, ...]
    """Where its anchors may be, one each; None for one that nobody looked for."""
    readings: tuple[Reading, ...]
    """The plain reading first; empty where the claim cannot be placed."""
    region: Region | None
    """The plain reading's region."""
    why_not: str = ""
    """Why the claim cannot be placed, in plain words; empty where it can."""

    @property
    def location(self) -> Location | None:
        """Where its one anchor may be; None for claims with no or two anchors."""
        return self.locations[0] if len(self.locations) == 1 else None

    @property
    def rests_on(self) -> frozenset[str]:
        """Ids of the claims that locate its anchors, where the reports do: against these it proves nothing."""
        return frozenset(each for location in self.locations if location is not None for each in location.rests_on)

    def is_circular_with(self, other: Evidence) -> bool:
        """Whether one of the two claims locates what the other is measured from, so that they cannot but agree."""
        return self.claim.id in other.rests_on or other.claim.id in self.rests_on

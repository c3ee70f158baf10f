"""What the reports of a case say, and everything that came of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from geomap.model.claim import Claim, Unread
from geomap.model.event import Event
from geomap.model.evidence import Evidence
from geomap.model.finding import Finding
from geomap.model.located import Located
from geomap.model.mention import Location, MentionKind
from geomap.model.reading import Region
from geomap.model.report import Problem, Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Extracted:
    """What the reports of a case say, and where its names are: nothing is compared yet."""

    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    locations: tuple[Location, ...]
    """One a mention, in reading order."""
    events: tuple[Event, ...]
    unread: tuple[Unread, ...] = ()
    languages: Mapping[str, str] = field(default_factory=dict)
    """What each report is written in, by its id, as a BCP 47 code; without those that have too few words to tell."""
    not_read: Mapping[str, str] = field(default_factory=dict)
    """Reports that the rules do not read, by their ids, each with the reason: "is in French (fr), and only English is read"."""
    problems: tuple[Problem, ...] = ()

    @property
    def unresolved(self) -> tuple[Location, ...]:
        """Names that could not be put anywhere with confidence, or that the analyst left open."""
        return tuple(location for location in self.locations if location.resolved is None and location.mention.kind is MentionKind.NAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis(Extracted):
    """Everything that came of a case: what the exports and the map are made from."""

    title: str
    evidence: tuple[Evidence, ...]
    """What each claim rests on, in the claims' order."""
    findings: tuple[Finding, ...]
    located: tuple[Located, ...] = ()
    """Where the claims leave room for names that no gazetteer has, in reading order, and then for events."""

    @property
    def regions(self) -> tuple[Region, ...]:
        """The plain region of each claim that has one, in the claims' order."""
        return tuple(item.region for item in self.evidence if item.region is not None)

"""What the checks look at: claims with their readings, plain regions and located anchors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from geomap.areas.readings import NO_FOOTPRINTS, MentionKey, is_from_area, key_of, resolve
from geomap.areas.regions import build
from geomap.model import LINES, Claim, Footprint, Location, Place, Reading, Region
from geomap.policy import Policy


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One claim with all that a check needs to know of it."""

    claim: Claim
    location: Location | None
    """Where its one anchor may be; None for claims with no or two anchors."""
    readings: tuple[Reading, ...]
    """The plain reading first; empty where the claim cannot be placed."""
    region: Region | None
    """The plain reading's region."""

    @property
    def why_not(self) -> str:
        """Why the claim cannot be placed, in plain words; empty where it can."""
        if self.readings:
            return ""
        if self.location is not None and self.location.resolved is None:
            why = self.location.why or "no place of that name is known with confidence"
            return f"“{' '.join(self.location.mention.span.text.split())}” is not resolved: {why}"
        place = self.location.resolved if self.location is not None else None
        if place is not None and is_from_area(self.claim, place):
            return _from_area(place)
        if not self.claim.anchors:
            return "the text does not say from where"
        if self.claim.distance is not None and self.claim.distance.vague:
            return "the distance has no figure"
        return f"a claim of the kind “{self.claim.relation.value}” does not limit a distance from one point"


def _from_area(place: Place) -> str:
    """Why a distance from a line or an area cannot be placed."""
    if place.kind in LINES:
        return f"a distance from {'the ' if place.kind in ('border', 'coast') else ''}{place.name} is one from a line, and not from a point"
    return f"a distance from {place.name} is one from its edge, which is a line and not a point"


def gather(
    claims: tuple[Claim, ...],
    locations: Mapping[MentionKey, Location],
    *,
    policy: Policy,
    footprints: Mapping[str, Footprint] = NO_FOOTPRINTS,
) -> tuple[Evidence, ...]:
    """The evidence of each claim, in the claims' order; `footprints` are the lines and polygons of places, by place id."""
    sentences: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        sentences.setdefault((claim.sentence.report.id, claim.sentence.start), []).append(claim)
    found = []
    for claim in claims:
        others = sentences[claim.sentence.report.id, claim.sentence.start]
        readings = resolve(claim, locations, policy=policy, footprints=footprints, others=others)
        location = locations.get(key_of(claim.anchors[0])) if len(claim.anchors) == 1 else None
        region = build(readings[0], policy=policy) if readings else None
        found.append(Evidence(claim=claim, location=location, readings=readings, region=region))
    return tuple(found)

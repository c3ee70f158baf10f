"""Claims with their places → evidence: the readings, the plain region, or why there is none."""

from __future__ import annotations

from collections.abc import Mapping

from geomap.areas.readings import NO_FOOTPRINTS, is_from_area, resolve
from geomap.areas.regions import build
from geomap.model import LINES, Claim, Evidence, Footprint, Location, MentionKey, Place
from geomap.policy import Policy


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
        anchored = tuple(locations.get(anchor.key) for anchor in claim.anchors)
        region = build(readings[0], policy=policy) if readings else None
        why_not = "" if readings else _why_not(claim, anchored)
        found.append(Evidence(claim=claim, locations=anchored, readings=readings, region=region, why_not=why_not))
    return tuple(found)


def _why_not(claim: Claim, locations: tuple[Location | None, ...]) -> str:
    """Why a claim without a reading cannot be placed, in plain words."""
    location = locations[0] if len(locations) == 1 else None
    if location is not None and location.resolved is None:
        why = location.why or "no place of that name is known with confidence"
        return f"“{' '.join(location.mention.span.text.split())}” is not resolved: {why}"
    if location is not None and location.resolved is not None and is_from_area(claim, location.resolved):
        return _from_area(location.resolved)
    if not claim.anchors:
        return "the text does not say from where"
    if claim.distance is not None and claim.distance.vague:
        return "the distance has no figure"
    return f"a claim of the kind “{claim.relation.value}” does not limit a distance from one point"


def _from_area(place: Place) -> str:
    """Why a distance from a line or an area cannot be placed."""
    if place.kind in LINES:
        return f"a distance from {'the ' if place.kind in ('border', 'coast') else ''}{place.name} is one from a line, and not from a point"
    return f"a distance from {place.name} is one from its edge, which is a line and not a point"

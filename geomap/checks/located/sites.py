"""Where the place of an incident is that a zone lies around: "the wreck", "the leaks", put by the position that the report gives."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from geomap.model import Candidate, Claim, Evidence, Location, Mention, MentionKey, MentionKind, Place, Stance

_SITES = frozenset(
    """site sites scene wreck wrecks wreckage crater craters leak leaks blast blasts explosion explosions crash impact epicentre epicenter spill slick fire blaze
    derailment collision sinking accident incident breach rupture strike attack outbreak source spot position location""".split()
)
"""Nouns for where an incident was."""


def locate_sites(evidence: Sequence[Evidence], locations: Mapping[MentionKey, Location]) -> dict[MentionKey, Location]:
    """The places of incidents that zones lie around, where the reports' positions in figures leave one only.

    The positions of the zone's own report go first; those of others count where it tells of one incident, which is theirs too.
    """
    found: dict[MentionKey, Location] = {}
    for item in evidence:
        location = item.location
        if item.claim.declares_zone and location is not None and _is_site(location):
            place, by = _only([*_positions(item.claim, evidence)])
            if place is not None:
                found[location.mention.key] = _located(locations[location.mention.key], place, by)
    return found


def _is_site(location: Location) -> bool:
    """Whether words that nothing else locates stand for where the incident was, and for no particular one of several."""
    mention = location.mention
    bare = mention.kind is MentionKind.COMMON and mention.antecedent is None and location.resolved is None and not location.chosen
    return bare and _SITES.issuperset(mention.name.lower().split())


def _positions(zone: Claim, evidence: Iterable[Evidence]) -> list[Evidence]:
    """The positions in figures that say where the incident of a zone's report was."""
    report = zone.span.report.id
    told = [item for item in evidence if item.claim.event is not None and item.claim.stance is not Stance.DENIED]
    events = {item.claim.event for item in told if item.claim.span.report.id == report}
    given = [item for item in told if _is_position(item) and item.claim.event in events]
    own = [item for item in given if item.claim.span.report.id == report]
    return own or (given if len(events) == 1 else [])


def _is_position(item: Evidence) -> bool:
    return item.region is not None and item.claim.literal_distance is None and _is_in_figures(item.claim.anchors)


def _is_in_figures(anchors: Sequence[Mention]) -> bool:
    return len(anchors) == 1 and anchors[0].kind is MentionKind.COORDINATES


def _only(positions: Sequence[Evidence]) -> tuple[Place | None, tuple[str, ...]]:
    """The place of some positions, and the claims that put it there; none where they differ."""
    places = {item.region.anchor.lonlat: item.region.anchor for item in positions if item.region is not None}
    return (next(iter(places.values())) if len(places) == 1 else None), tuple(item.claim.id for item in positions)


def _located(location: Location, place: Place, by: tuple[str, ...]) -> Location:
    why = f"“{' '.join(location.mention.span.text.split())}” is where the incident was, which {' and '.join(by)} put{'s' * (len(by) == 1)} there"
    return Location(
        mention=location.mention,
        candidates=(Candidate(place=place, score=1.0, reasons=(why,)), *location.candidates),
        resolved=place,
        why=why,
        rests_on=by,
    )

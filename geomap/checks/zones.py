"""Positions against the zones that claims declare."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from geomap.areas.evidence import gather
from geomap.checks.comparison import Comparison
from geomap.checks.feasibility.judging import AT_ONCE, Asking, Question, beyond, in_step, judge_zones
from geomap.checks.feasibility.landscape import Landscape
from geomap.checks.feasibility.meeting import Pairs
from geomap.checks.feasibility.separation import known_to_m, nearest_of
from geomap.checks.feasibility.standins import is_standing_in, one_thing, standing_in
from geomap.checks.feasibility.works import only_works, works_of
from geomap.checks.likeness import Comparisons, regions_of
from geomap.checks.limits import Pair, compared
from geomap.checks.sensitivity import flips
from geomap.checks.spread import over_readings
from geomap.checks.telling.wording import (
    as_sentence,
    one_line,
    says,
    sentences,
    unsure,
    without_figure,
)
from geomap.checks.telling.zones import told_zone
from geomap.model import Claim, Evidence, Finding, FindingKind, Flip, Location, Margin, MentionKey, Region, Verdict
from geomap.policy import Policy
from geomap.relations import Relation

LonLat = tuple[float, float]
NOWHERE: Mapping[MentionKey, Location] = MappingProxyType({})


def check_zones(
    evidence: Sequence[Evidence], *, policy: Policy, pairs: Pairs, locations: Mapping[MentionKey, Location] = NOWHERE
) -> Iterator[Finding]:
    """Findings on each position with each zone; a position that cannot be placed is reported if it is about the zone's event.

    A zone stands, so positions of other days and events are measured against it too. The region of a zone is what lies within a distance.
    Position and zone that surely are measured from one thing are compared wherever that is; `locations` are those of all names of the case.
    """
    asked, left_out = compared(_pairs(evidence, policy, only_works(each.mention for each in locations.values())), FindingKind.ZONE)
    found = iter(Comparisons(lambda each: _compared(each, policy, pairs)).of([pair for pair in asked if pair[0].region is not None]))
    for position, zone in asked:
        if position.region is None:
            yield _uncheckable(position, zone)
            continue
        finding = _finding(position, zone, next(found))
        # That a zone lies somewhere in a country or province says nothing; that it lies wholly outside does.
        whole_area = position.region.anchor.is_area and position.claim.literal_distance is None
        if not whole_area or finding.verdict is Verdict.OUTSIDE:
            yield finding
    yield from left_out


def _pairs(evidence: Sequence[Evidence], policy: Policy, only: Mapping[str, str]) -> Iterator[Pair]:
    """Each position with each zone; where one is nowhere only what is measured from one thing, and the zones of the position's event."""
    positions = [item for item in evidence if item.claim.is_position and not item.claim.declares_zone]
    claims = tuple(item.claim for item in evidence)
    for item in evidence:
        if item.claim.declares_zone:
            zone = item if item.region is None else _as_zone(item, policy)
            found = (_pair(position, zone, only, policy, claims) for position in positions if not position.is_circular_with(item))
            yield from (pair for pair in found if pair is not None)


def _pair(position: Evidence, zone: Evidence, only: Mapping[str, str], policy: Policy, claims: tuple[Claim, ...]) -> Pair | None:
    """A position and a zone as they are compared; None where nothing can be told of them."""
    if position.region is not None and zone.region is not None:
        return (position, zone)
    from_one = _from_one_thing(position, zone, only, policy, claims)
    if from_one is not None or zone.region is None:
        return from_one
    is_own = position.claim.event is not None and position.claim.event == zone.claim.event
    return (position, zone) if is_own and position.claim.anchors else None


def _from_one_thing(position: Evidence, zone: Evidence, only: Mapping[str, str], policy: Policy, claims: tuple[Claim, ...]) -> Pair | None:
    """A position and a zone that cannot both be placed, but surely are measured from one thing, as from what stands in for it."""
    works = works_of(position, only)
    thing = one_thing(position, zone) or (works if works is not None and works == works_of(zone, only) else None)
    if thing is None:
        return None
    at = standing_in(position, thing, policy=policy, others=claims)
    around = standing_in(replace(zone, claim=_declared(zone.claim)), thing, policy=policy, others=())
    return None if at is None or around is None else (at, replace(around, claim=zone.claim))


def _declared(claim: Claim) -> Claim:
    """A claim on a zone as one that only declares it."""
    return replace(claim, relation=Relation.ZONE)


def _as_zone(item: Evidence, policy: Policy) -> Evidence:
    """The zone itself, as a disc: also of a claim that puts something inside or outside it."""
    claim = _declared(item.claim)
    locations = {claim.anchors[0].key: item.location} if item.location is not None else {}
    footprints = {reading.anchor.id: reading.footprint for reading in item.readings if reading.footprint is not None}
    zone = gather((claim,), locations, policy=policy, footprints=footprints)[0]
    return replace(zone, claim=item.claim)


def _compared(asked: Sequence[Pair], policy: Policy, pairs: Pairs) -> list[Comparison]:
    """All pairs, some hundreds at a time."""
    found: list[Comparison] = []
    for at in range(0, len(asked), AT_ONCE):
        found += in_step([_compare(*pair, policy, pairs.landscape) for pair in asked[at : at + AT_ONCE]], judge_zones, pairs.landscape)
    return found


def _compare(position: Evidence, zone: Evidence, policy: Policy, landscape: Landscape) -> Asking[Comparison]:
    region, round_it = regions_of(position, zone)
    spread = yield from over_readings(position.readings, zone.readings, landscape)
    plain, cleared = spread.plain
    verdict, because = yield from _verdict(region, round_it, plain, cleared, landscape)
    found: tuple[Flip, ...] = ()
    if not region.fuzzy:
        located = (None, None) if is_standing_in(position) else (position.location, zone.location)
        found = yield from flips(position.readings, zone.readings, located, plain=plain, policy=policy, landscape=landscape)
    grounds = (landscape.ground(region.reading), landscape.ground(round_it.reading))
    return Comparison(
        verdict=verdict,
        by_figures=plain,
        because=because,
        margin=Margin(
            plain=cleared,
            low=min(spread.low, cleared),
            high=max(spread.high, cleared),
            known_to=known_to_m(landscape.read(region.reading), landscape.read(round_it.reading), cleared),
        ),
        robust=spread.verdicts == {verdict} and not region.fuzzy,
        readings=spread.count,
        flips=found,
        apart=landscape.apart(*grounds),
        anchors_nearest=landscape.nearest_points(*grounds),
        nearest=_nearest(region, round_it, plain, landscape),
    )


def _nearest(position: Region, zone: Region, plain: Verdict, landscape: Landscape) -> tuple[LonLat, LonLat] | None:
    """The points of a position and of the zone's edge that are nearest to each other; None where it may be on either side."""
    around = landscape.read(zone.reading)
    other_side = {Verdict.OUTSIDE: around, Verdict.INSIDE: beyond(around)}.get(plain)
    return None if other_side is None else nearest_of(landscape.read(position.reading), other_side, landscape)


def _finding(position: Evidence, zone: Evidence, found: Comparison) -> Finding:
    is_anywhere = is_standing_in(position)
    told = told_zone(position, zone, found, is_anywhere=is_anywhere)
    return Finding(
        id="",
        kind=FindingKind.ZONE,
        claims=(position.claim, zone.claim),
        regions=() if is_anywhere else regions_of(position, zone),
        verdict=found.verdict,
        margin=found.margin,
        robust=found.robust,
        readings=found.readings,
        flips=found.flips,
        apart=None if is_anywhere else found.apart,
        anchors_nearest=None if is_anywhere else found.anchors_nearest,
        nearest=None if is_anywhere else found.nearest,
        explanation=told.explanation,
        summary=told.summary,
    )


def _verdict(position: Region, zone: Region, plain: Verdict, cleared: float, landscape: Landscape) -> Asking[tuple[Verdict, str]]:
    """The verdict that the bounds allow, and a sentence where they take away from what the figures say."""
    if soft := without_figure(position):
        return (Verdict.OPEN, soft)
    if plain is Verdict.OPEN:
        return (Verdict.OPEN, "")
    if (yield from _is_clear(position, zone, plain, landscape)):
        return (plain, "")
    if math.isinf(zone.outer.high):
        return (Verdict.OPEN, "The zone is said to reach at least so far, and may reach farther.")
    if cleared <= position.reading.reach_m + zone.reading.reach_m:
        return unsure(position, zone, "that")
    return (Verdict.OPEN, "Rounded figures could undo that.")


def _is_clear(position: Region, zone: Region, plain: Verdict, landscape: Landscape) -> Asking[bool]:
    """Whether the position clears the zone's edge at most as well."""
    at_most, around = landscape.bounds(position, "outer"), landscape.bounds(zone, "outer" if plain is Verdict.OUTSIDE else "inner")
    if at_most is None or around is None:
        return False
    ((verdict, cleared),) = yield Question([(at_most, around)])
    return verdict is plain and cleared >= known_to_m(at_most, around, cleared)


def _uncheckable(position: Evidence, zone: Evidence) -> Finding:
    return Finding(
        id="",
        kind=FindingKind.ZONE,
        claims=(position.claim, zone.claim),
        verdict=Verdict.UNCHECKABLE,
        explanation=sentences(
            f"Whether {says(position.claim)} is inside the zone of “{one_line(zone.claim.span.text)}” cannot be checked.",
            as_sentence(position.why_not),
        ),
    )

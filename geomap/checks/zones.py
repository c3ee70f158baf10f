"""Positions against the zones that claims declare."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace

from geomap.areas.evidence import gather
from geomap.checks.comparison import Comparison
from geomap.checks.feasibility.meeting import Pairs
from geomap.checks.feasibility.pairwise import inside_m, outside_m
from geomap.checks.likeness import Comparisons, regions_of
from geomap.checks.limits import Pair, compared
from geomap.checks.sensitivity import flips, over_readings
from geomap.checks.telling.wording import (
    as_sentence,
    one_line,
    says,
    sentences,
    unsure,
    without_figure,
)
from geomap.checks.telling.zones import told_zone
from geomap.model import Apart, Evidence, Finding, FindingKind, Margin, Region, Verdict
from geomap.policy import Policy
from geomap.relations import Relation
from geomap.units import Interval


def check_zones(evidence: Sequence[Evidence], *, policy: Policy, pairs: Pairs) -> Iterator[Finding]:
    """Findings on each position with each zone; a position that cannot be placed is reported if it is about the zone's event.

    A zone stands, so positions of other days and events are measured against it too. The region of a zone is what lies within a distance.
    """
    comparisons = Comparisons(lambda position, zone: _compare(position, zone, policy, pairs))
    for pair in compared(_pairs(evidence, policy), FindingKind.ZONE):
        if isinstance(pair, Finding):
            yield pair
            return
        position, zone = pair
        if position.region is None:
            yield _uncheckable(position, zone)
            continue
        finding = _finding(position, zone, comparisons.of(position, zone))
        # That a zone lies somewhere in a country or province says nothing; that it lies wholly outside does.
        whole_area = position.region.anchor.is_area and position.claim.literal_distance is None
        if not whole_area or finding.verdict is Verdict.OUTSIDE:
            yield finding


def _pairs(evidence: Sequence[Evidence], policy: Policy) -> Iterator[Pair]:
    """Each position with each zone; those that cannot be placed only with the zones of their own event."""
    positions = [item for item in evidence if item.claim.is_position and not item.claim.declares_zone]
    placed = [item for item in positions if item.region is not None]
    unplaced: dict[str | None, list[Evidence]] = {}
    for item in positions:
        if item.region is None and item.claim.event is not None and item.claim.anchors:
            unplaced.setdefault(item.claim.event, []).append(item)
    for item in evidence:
        if item.claim.declares_zone and item.region is not None:
            zone = _as_zone(item, policy)
            among = (*placed, *unplaced.get(item.claim.event, ()))
            yield from ((position, zone) for position in among if not position.is_circular_with(zone))


def _as_zone(item: Evidence, policy: Policy) -> Evidence:
    """The zone itself, as a disc: also of a claim that puts something inside or outside it."""
    claim = replace(item.claim, relation=Relation.ZONE)
    locations = {claim.anchors[0].key: item.location} if item.location is not None else {}
    footprints = {reading.anchor.id: reading.footprint for reading in item.readings if reading.footprint is not None}
    zone = gather((claim,), locations, policy=policy, footprints=footprints)[0]
    return replace(zone, claim=item.claim)


def judge(position: Interval, zone: Interval, apart: Apart) -> tuple[Verdict, float]:
    """The verdict by the figures, and how far the position clears the zone's edge (negative: not on either side), in metres."""
    out, within = outside_m(position, zone.high, apart), inside_m(position, zone.high, apart)
    if out >= 0:
        return (Verdict.OUTSIDE, out)
    return (Verdict.INSIDE if within >= 0 else Verdict.OPEN, within if within >= 0 else max(out, within))


def _judged(position: Region, zone: Region, pairs: Pairs) -> tuple[Verdict, float]:
    """As `judge`, by the figures as written; where a direction or a line may say more than distances do, by a search too."""
    verdict, cleared = judge(position.plain, zone.plain, pairs.landscape.apart(position.reading, zone.reading))
    if verdict is Verdict.OPEN:
        for side, rival in ((Verdict.OUTSIDE, zone), (Verdict.INSIDE, _beyond(zone, zone.plain.high))):
            pair = pairs.of(position, rival)
            if pair.is_shaped and (gap := pair.gap("plain")) > 0:
                return (side, gap)
    return (verdict, cleared)


def _beyond(zone: Region, radius_m: float) -> Region:
    """All that lies farther off than a radius."""
    outside = Interval(radius_m, math.inf)
    return replace(zone, reading=replace(zone.reading, distance=outside), outer=outside, inner=outside)


def _compare(position: Evidence, zone: Evidence, policy: Policy, pairs: Pairs) -> Comparison:
    region, round_it = regions_of(position, zone)
    landscape = pairs.landscape
    plain, cleared = _judged(region, round_it, pairs)
    verdict, because = _verdict(region, round_it, pairs, plain, cleared)
    verdicts, low, high, count = over_readings(position.readings, zone.readings, judge, landscape)
    fuzzy = region.fuzzy
    found = (
        ()
        if fuzzy
        else flips(position.readings, zone.readings, (position.location, zone.location), judge=judge, policy=policy, landscape=landscape)
    )
    return Comparison(
        verdict=verdict,
        by_figures=plain,
        because=because,
        margin=Margin(plain=cleared, low=min(low, cleared), high=max(high, cleared)),
        robust=verdicts == {verdict} and not fuzzy,
        readings=count,
        flips=found,
        apart=landscape.apart(region.reading, round_it.reading),
        anchors_nearest=landscape.nearest_points(region.reading, round_it.reading),
        nearest=None,
    )


def _finding(position: Evidence, zone: Evidence, found: Comparison) -> Finding:
    told = told_zone(position, zone, found)
    return Finding(
        id="",
        kind=FindingKind.ZONE,
        claims=(position.claim, zone.claim),
        regions=regions_of(position, zone),
        verdict=found.verdict,
        margin=found.margin,
        robust=found.robust,
        readings=found.readings,
        flips=found.flips,
        apart=found.apart,
        anchors_nearest=found.anchors_nearest,
        nearest=found.nearest,
        explanation=told.explanation,
        summary=told.summary,
    )


def _verdict(position: Region, zone: Region, pairs: Pairs, plain: Verdict, cleared: float) -> tuple[Verdict, str]:
    """The verdict that the bounds allow, and a sentence where they take away from what the figures say."""
    if soft := without_figure(position):
        return (Verdict.OPEN, soft)
    if plain is Verdict.OPEN:
        return (Verdict.OPEN, "")
    if _is_clear(position, zone, pairs, plain):
        return (plain, "")
    if math.isinf(zone.outer.high):
        return (Verdict.OPEN, "The zone is said to reach at least so far, and may reach farther.")
    if cleared <= position.reading.reach_m + zone.reading.reach_m:
        return unsure(position, zone, "that")
    return (Verdict.OPEN, "Rounded figures could undo that.")


def _is_clear(position: Region, zone: Region, pairs: Pairs, plain: Verdict) -> bool:
    """Whether the position clears the zone's edge at most as well."""
    apart = pairs.landscape.apart(position.reading, zone.reading)
    if plain is Verdict.OUTSIDE:
        rival, clear = zone, outside_m(position.outer, zone.outer.high, apart) >= 0
    elif zone.inner is None:
        return False
    else:
        rival, clear = _beyond(zone, zone.inner.high), inside_m(position.outer, zone.inner.high, apart) >= 0
    return clear or pairs.of(position, rival).gap("outer") > 0


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

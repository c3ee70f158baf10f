"""One thing at different times in different places: how fast it had to move, and whether such a thing can."""

from __future__ import annotations

import math
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, combinations, product

import numpy as np

from geomap.areas import offsets
from geomap.checks.feasibility.judging import AT_ONCE, Asking, in_step, judge_positions
from geomap.checks.feasibility.meeting import Pairs, RegionPair
from geomap.checks.likeness import Comparisons, regions_of
from geomap.checks.limits import Pair, compared
from geomap.checks.spread import over_readings
from geomap.checks.telling.movement import told_movement
from geomap.checks.times import Elapsed, elapsed, speed_of, takes_part, time_key
from geomap.geometry.constraint import Bounds
from geomap.geometry.geodesy import pair_distances_m
from geomap.model import Evidence, Finding, FindingKind, Margin, Speed, Verdict
from geomap.policy import TopSpeed

_AROUND, _ACROSS = 24, 2
"""Of a sector so many directions and distances are looked at for what is farthest."""


def check_movement(evidence: Sequence[Evidence], *, pairs: Pairs) -> Iterator[Finding]:
    """Findings on all pairs of placed positions of one thing that moves, at times that differ; ids are given later."""
    asked, left_out = compared(_pairs(evidence), FindingKind.MOVEMENT)
    gaps = Comparisons(lambda each: _gaps(each, pairs)).of(asked)
    for pair, gap in zip(asked, gaps, strict=True):
        yield from _findings(pair, gap, pairs)
    yield from left_out


@dataclass(frozen=True, slots=True)
class _Gap:
    """How far two positions are from each other."""

    margin: Margin
    readings: int
    farthest_m: float
    """Between the two points, one of each, that are farthest from each other; infinite where there is no limit to it."""


def _pairs(evidence: Sequence[Evidence]) -> Iterator[Pair]:
    """The pairs that are of one thing at two times, the earlier first."""
    placed = [item for item in evidence if item.region is not None and takes_part(item.claim)]
    seen: set[tuple[int, int]] = set()
    for one, two in chain(_counted(placed), _sharing(placed)):
        first, second = placed[one], placed[two]
        if (one, two) in seen or first.is_circular_with(second) or offsets.are_legs(first.claim, second.claim):
            continue
        between = _between(first, second)
        if between is not None:
            seen.add((one, two))
            yield (second, first) if between.backwards else (first, second)


def _between(first: Evidence, second: Evidence) -> Elapsed | None:
    return elapsed(first, second) if speed_of(first.claim, second.claim) is not None else None


def _counted(placed: Sequence[Evidence]) -> Iterator[tuple[int, int]]:
    """The numbers of any two claims of which one tells its time from the other: "six hours later"."""
    numbers = {item.claim.span: number for number, item in enumerate(placed)}
    for number, item in enumerate(placed):
        base = None if item.claim.order is None or item.claim.order.since is None else numbers.get(item.claim.order.since)
        if base is not None and base != number:
            yield min(base, number), max(base, number)


def _sharing(placed: Sequence[Evidence]) -> Iterator[tuple[int, int]]:
    """The numbers of any two claims that share an event, a name, or the words of a report for one thing, small groups first.

    Claims of one thing and time are looked at once, for a long report has thousands.
    """
    groups: dict[str, dict[Hashable, list[int]]] = {}
    for number, item in enumerate(placed):
        thing = item.claim.thing
        for key in filter(None, (item.claim.event, thing.told_as, *(f"name {name}" for name in sorted(thing.names)))):
            groups.setdefault(key, {}).setdefault(_sort(item), []).append(number)
    for group in sorted(groups.values(), key=len):
        for some, others in combinations(group.values(), 2):
            if _between(placed[some[0]], placed[others[0]]) is not None:
                yield from ((min(pair), max(pair)) for pair in product(some, others))


def _sort(item: Evidence) -> Hashable:
    """All of a claim that the time between and the speed depend on."""
    claim = item.claim
    return (claim.event, claim.span.report.id, claim.thing, *time_key(item))


def _gaps(asked: Sequence[Pair], pairs: Pairs) -> list[_Gap]:
    """The gaps of all pairs, some hundreds at a time."""
    found: list[_Gap] = []
    for at in range(0, len(asked), AT_ONCE):
        found += in_step([_gap(*pair, pairs) for pair in asked[at : at + AT_ONCE]], judge_positions, pairs.landscape)
    return found


def _gap(first: Evidence, second: Evidence, pairs: Pairs) -> Asking[_Gap]:
    pair = pairs.of(*regions_of(first, second))
    spread = yield from over_readings(first.readings, second.readings, pair.landscape, nested=True)
    _, gap = spread.plain
    yield from pair.asking(gap)
    low = min(spread.low, gap, pair.gap("outer"))
    margin = Margin(plain=gap, low=low, high=max(spread.high, gap), known_to=pair.known_to_m)
    return _Gap(margin, spread.count, _farthest_m(pair))


def _findings(pair: Pair, gap: _Gap, pairs: Pairs) -> Iterator[Finding]:
    """What comes of one pair."""
    first, second = pair
    between, top = elapsed(first, second), speed_of(first.claim, second.claim)
    if between is None or top is None:
        return
    regions = regions_of(first, second)
    speed = _speed(gap, between)
    verdict = _verdict(speed, top, soft=any(region.fuzzy for region in regions))
    told = told_movement(first.claim, second.claim, speed, top, verdict)
    yield Finding(
        id="",
        kind=FindingKind.MOVEMENT,
        claims=(first.claim, second.claim),
        regions=regions,
        verdict=verdict,
        margin=gap.margin,
        robust=verdict is Verdict.IMPOSSIBLE or (verdict is Verdict.POSSIBLE and speed.most <= top.seldom),
        readings=gap.readings,
        apart=pairs.of(*regions).apart,
        speed=speed,
        explanation=told.explanation,
        summary=told.summary,
    )


def _speed(gap: _Gap, between: Elapsed) -> Speed:
    """The speeds that two gaps and the time between need."""
    nearest, plain = max(0.0, gap.margin.low - gap.margin.known_to), max(0.0, gap.margin.plain)
    middle = (between.least + between.most) / 2
    return Speed(
        least=_kmh(nearest, between.most),
        plain=_kmh(plain, middle),
        most=_kmh(max(plain, gap.farthest_m), between.least),
        hours=(between.least, between.most),
    )


def _kmh(metres: float, hours: float) -> float:
    if metres <= 0:
        return 0.0
    return metres / 1000.0 / hours if hours > 0 else math.inf


def _verdict(speed: Speed, top: TopSpeed, *, soft: bool) -> Verdict:
    """Impossible if even the least is more than such a thing can do; possible if by the figures it need not be faster than such a thing seldom is."""
    if speed.least > top.never:
        return Verdict.OPEN if soft else Verdict.IMPOSSIBLE
    return Verdict.POSSIBLE if speed.plain <= top.seldom else Verdict.OPEN


def _farthest_m(pair: RegionPair) -> float:
    """The distance of the two points, one of each region at most, that are farthest from each other; infinite where there is no limit to it."""
    one, other = (pair.landscape.bounds(region, "outer") for region in pair.regions)
    if one is None or other is None or not (_is_round(one) and _is_round(other)):
        return math.inf
    if one.sector is None and other.sector is None:
        return pair.apart.nearest + one.interval.high + other.interval.high
    (lons, lats), (other_lons, other_lats) = one.sampled(_AROUND, _ACROSS), other.sampled(_AROUND, _ACROSS)
    numbers, others = np.meshgrid(np.arange(len(lons)), np.arange(len(other_lons)))
    far = pair_distances_m(lons[numbers], lats[numbers], other_lons[others], other_lats[others])
    return float(far.max()) + one.margin_all_round + other.margin_all_round


def _is_round(bounds: Bounds) -> bool:
    """Whether it lies round a point and ends somewhere."""
    return bounds.ground.point is not None and math.isfinite(bounds.interval.high)

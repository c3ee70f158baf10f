"""Claims about one event, two at a time: whether both can be true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from geomap.areas import offsets
from geomap.areas.regions import near_m
from geomap.checks.comparison import Comparison, LonLat
from geomap.checks.feasibility.judging import AT_ONCE, Asking, Question, in_step, judge_positions
from geomap.checks.feasibility.landscape import Landscape
from geomap.checks.feasibility.meeting import Pairs, RegionPair
from geomap.checks.feasibility.search import EPSILON_M
from geomap.checks.feasibility.standins import is_standing_in, on_one_side, one_thing, standing_in
from geomap.checks.likeness import Comparisons, are_read_alike, regions_of, round_alike, say_the_same, spot_told_alike
from geomap.checks.limits import Pair, compared
from geomap.checks.sensitivity import flips
from geomap.checks.spread import Spread, over_readings
from geomap.checks.telling.pairs import told_pair
from geomap.checks.telling.wording import (
    as_sentence,
    name_of,
    reach_in_words,
    says,
    sentences,
    unsure,
    wider_directions,
    without_figure,
)
from geomap.checks.times import at_other_times
from geomap.geometry.geodesy import distance_m
from geomap.model import Claim, Evidence, Finding, FindingKind, Flip, Margin, Reading, Region, Verdict
from geomap.policy import Policy
from geomap.relations import Relation
from geomap.units import metres_in_words


def check_agreement(evidence: Sequence[Evidence], *, policy: Policy, pairs: Pairs) -> Iterator[Finding]:
    """Findings on all pairs of positions that are about one event; ids are given later.

    A pair that cannot be checked is reported where the two come from different sources, and left out where one source says both.
    """
    yield from check_pairs(_pairs(evidence, policy), policy=policy, pairs=pairs)


def check_pairs(asked_for: Iterator[Pair], *, policy: Policy, pairs: Pairs) -> Iterator[Finding]:
    """Findings on pairs of positions, in their order."""
    asked, left_out = compared(asked_for, FindingKind.AGREEMENT)
    placed = [pair for pair in asked if _is_placed(pair)]
    found = iter(Comparisons(lambda each: _compared(each, policy, pairs)).of(placed))
    for pair in asked:
        yield _finding(*pair, next(found)) if _is_placed(pair) else _uncheckable(*pair)
    yield from left_out


def _is_placed(pair: Pair) -> bool:
    return all(each.region is not None for each in pair)


def _pairs(evidence: Sequence[Evidence], policy: Policy) -> Iterator[Pair]:
    """The pairs of positions about one event that are worth a finding; the events with few claims first, should there be too many."""
    by_event: dict[str, list[Evidence]] = {}
    for item in evidence:
        if item.claim.is_position and item.claim.event is not None:
            by_event.setdefault(item.claim.event, []).append(item)
    for items in sorted(by_event.values(), key=len):
        claims = tuple(item.claim for item in items)
        for first, second in combinations(items, 2):
            pair = worth_comparing(first, second, claims, policy)
            if pair is not None:
                yield pair


def worth_comparing(first: Evidence, second: Evidence, claims: tuple[Claim, ...], policy: Policy) -> Pair | None:
    """Two positions as they are compared; None where neither could tell anything: one rests on the other, or one source's is nowhere.

    What moves and was there at other times contradicts itself by no distance; its speed is checked (`geomap.checks.movement`).
    `claims` are those of their events, beside which a thing that nobody can place is told from others.
    """
    if first.is_circular_with(second) or offsets.are_legs(first.claim, second.claim) or at_other_times(first, second) is not None:
        return None
    pair = _from_one_thing(first, second, claims, policy) or (first, second)
    return pair if _is_placed(pair) or first.claim.source_name != second.claim.source_name else None


def _from_one_thing(first: Evidence, second: Evidence, claims: tuple[Claim, ...], policy: Policy) -> Pair | None:
    """Two claims that cannot both be placed, but surely measure from one thing, as measured from what stands in for it."""
    thing = None if _is_placed((first, second)) else one_thing(first, second)
    if thing is None:
        return None
    one, other = (standing_in(each, thing, policy=policy, others=claims) for each in (first, second))
    return None if one is None or other is None else (one, other)


def _compared(asked: Sequence[Pair], policy: Policy, pairs: Pairs) -> list[Comparison]:
    """All pairs, some hundreds at a time."""
    found: list[Comparison] = []
    for at in range(0, len(asked), AT_ONCE):
        found += in_step([_compare(*pair, policy, pairs) for pair in asked[at : at + AT_ONCE]], judge_positions, pairs.landscape)
    return found


_TO_THE_DIGITS = "to the digits that they are told with, the figures are the same"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Alike:
    """How far two claims say the same."""

    is_same: bool = False
    """In figures and directions from one place."""
    is_one_meaning: bool = False
    """And are read alike, too."""
    by: str = ""
    """Why they do though their figures differ, in the middle of a sentence; empty where they do not."""
    spot: Region | None = None
    """The spot of which one of them tells, where the other tells how far that is."""

    @classmethod
    def of(cls, first: Evidence, second: Evidence, pair: RegionPair, policy: Policy) -> _Alike:
        if say_the_same(first, second) and on_one_side(first.claim, second.claim):
            return cls(is_same=True, is_one_meaning=are_read_alike(first, second))
        if is_standing_in(first):
            return cls()
        if round_alike(first, second, pair.apart, policy=policy):
            return cls(by=_TO_THE_DIGITS)
        found = spot_told_alike(first, second, policy=policy)
        if found is None:
            return cls()
        spot, is_from_part = found
        towns = [name_of(region) for region in pair.regions if region is not spot]
        return cls(
            by=f"measured from a part of {towns[0]}, which is no point, the figures are the same" if is_from_part else _TO_THE_DIGITS,
            spot=spot,
        )


def _compare(first: Evidence, second: Evidence, policy: Policy, pairs: Pairs) -> Asking[Comparison]:
    region, other = regions_of(first, second)
    pair = pairs.of(region, other)
    landscape = pair.landscape
    alike = _Alike.of(first, second, pair, policy)
    spread = yield from (
        _over_one_meaning(first.readings, landscape)
        if alike.is_one_meaning
        else over_readings(first.readings, second.readings, landscape, nested=True)
    )
    by_figures, gap = spread.plain
    yield from pair.asking(gap)
    nearest = pair.nearest
    # The line that is drawn is the gap that is told: from lines and areas its ends are found more sharply than its length alone.
    gap = gap if nearest is None else max(distance_m(*nearest), pair.least)
    is_fuzzy = region.fuzzy or other.fuzzy
    is_settled = spread.verdicts == {by_figures} and not is_fuzzy
    verdict, because, witness = _concluded(pair, pairs, policy, alike, all_agree=is_settled)
    if gap <= 0 and _may_be_on_other_sides(first, second):
        verdict, because = Verdict.OPEN, f"The words do not put both on the same side of {name_of(region)}."
    found: tuple[Flip, ...] = ()
    if not (is_fuzzy or alike.is_one_meaning or alike.by):
        located = (None, None) if is_standing_in(first) else (first.location, second.location)
        found = yield from flips(first.readings, second.readings, located, plain=by_figures, policy=policy, landscape=landscape)
    return Comparison(
        verdict=verdict,
        by_figures=by_figures,
        is_same=alike.is_same,
        same_by=alike.by if verdict is Verdict.CONSISTENT else "",
        because=because,
        margin=Margin(plain=gap, low=min(spread.low, gap), high=max(spread.high, gap), known_to=pair.known_to_m),
        robust=is_settled and verdict is by_figures,
        readings=spread.count,
        flips=found,
        apart=pair.apart,
        anchors_nearest=landscape.nearest_points(landscape.ground(region.reading), landscape.ground(other.reading)),
        nearest=None if alike.by else nearest,
        witness=witness if verdict is Verdict.CONSISTENT else None,
    )


def _concluded(pair: RegionPair, pairs: Pairs, policy: Policy, alike: _Alike, *, all_agree: bool) -> tuple[Verdict, str, LonLat | None]:
    """The verdict, a sentence where it needs one, and a point that shows that both can be true."""
    region, other = pair.regions
    if alike.spot is not None:
        witness: LonLat | None = alike.spot.reading.anchor.lonlat
    elif alike.by:
        witness = pairs.of(region, region).witness
    elif (region.fuzzy or other.fuzzy) and not alike.is_same:
        witness = _by_most(pair, pairs)
        if witness is not None:
            return Verdict.CONSISTENT, _so_near(pair.regions, policy), witness
    else:
        witness = pair.witness
    if witness is not None and (alike.is_same or alike.by):
        return Verdict.CONSISTENT, "", witness
    return *_verdict(pair, all_agree=all_agree), witness


def _so_near(regions: Sequence[Region], policy: Policy) -> str:
    """What those mean who say that something is near."""
    metres = next(near_m(region.reading, policy) for region in regions if region.fuzzy)
    share = "Half" if metres <= policy.near_m else "Three quarters"
    return f"{share} of those who say “near” mean less than {metres_in_words(metres)}{'' if share == 'Half' else ', and a border or a coast is long'}."


def _by_most(pair: RegionPair, pairs: Pairs) -> LonLat | None:
    """A point that is near one place as half of all would call it, and in a region that has a figure or a footprint; None where none is."""
    near = [region.fuzzy and region.reading.claim.relation is Relation.NEAR for region in pair.regions]
    if near.count(True) != 1 or any(region.fuzzy for region, is_near in zip(pair.regions, near, strict=True) if not is_near):
        return None
    first, second = (_half(region) if is_near else region for region, is_near in zip(pair.regions, near, strict=True))
    narrower = pairs.of(first, second)
    return narrower.witness if narrower.gap("plain") <= 0 else None


def _half(region: Region) -> Region:
    """What half of those mean who say "near"."""
    distance = region.inner or region.plain
    return replace(region, reading=replace(region.reading, distance=distance), outer=distance)


def _may_be_on_other_sides(first: Evidence, second: Evidence) -> bool:
    """Whether what two claims measure from is nowhere, and they may be on either side of it."""
    return is_standing_in(first) and not on_one_side(first.claim, second.claim)


def _over_one_meaning(readings: Sequence[Reading], landscape: Landscape) -> Asking[Spread]:
    """What comes of each reading where two mean the same by the same words, whatever that is."""
    both = [(landscape.read(reading), landscape.read(reading)) for reading in readings]
    judged = yield Question(both)
    margins = [margin for _, margin in judged]
    verdicts = frozenset(verdict for verdict, _ in judged)
    return Spread(plain=judged[0], verdicts=verdicts, low=min(margins), high=max(margins), count=len(readings))


def _finding(first: Evidence, second: Evidence, found: Comparison) -> Finding:
    is_anywhere = is_standing_in(first)
    told = told_pair(first, second, found, is_anywhere=is_anywhere)
    return Finding(
        id="",
        kind=FindingKind.AGREEMENT,
        claims=(first.claim, second.claim),
        regions=() if is_anywhere else regions_of(first, second),
        verdict=found.verdict,
        margin=found.margin,
        robust=found.robust,
        readings=found.readings,
        flips=found.flips,
        apart=None if is_anywhere else found.apart,
        anchors_nearest=None if is_anywhere else found.anchors_nearest,
        nearest=None if is_anywhere else found.nearest,
        witness=None if is_anywhere else found.witness,
        explanation=told.explanation,
        summary=told.summary,
    )


def _verdict(pair: RegionPair, *, all_agree: bool) -> tuple[Verdict, str]:
    """The verdict that the bounds allow, and a sentence where they take away from what the figures say."""
    region, other = pair.regions
    if soft := without_figure(region, other):
        return (Verdict.OPEN, soft)
    if pair.outer_gap > pair.known_to_m:
        return (Verdict.CONTRADICTORY, "")
    if pair.gap("plain") > 0:
        return _unsure_gap(pair)
    if pair.witness is not None and (pair.gap("inner") <= 0 or (all_agree and pair.meets_surely())):
        return (Verdict.CONSISTENT, "")
    if pair.is_undecided:
        return (Verdict.OPEN, f"No common point was found, nor is one ruled out within {metres_in_words(EPSILON_M)}.")
    return (Verdict.OPEN, "How the figures were rounded, or how far the places reach, could open a gap.")


def _unsure_gap(pair: RegionPair) -> tuple[Verdict, str]:
    """Why a gap by the figures proves no contradiction."""
    region, other = pair.regions
    gap, outer_gap = pair.gap("plain"), pair.outer_gap
    if pair.gap_without_wider_directions > 0:
        return (Verdict.OPEN, wider_directions(region, other))
    if region.reading.claim.zone_may_reach_farther or other.reading.claim.zone_may_reach_farther:
        return (Verdict.OPEN, "The zone is said to reach at least so far, and may reach farther.")
    reach = 0.0 if pair.is_from_one_line else region.reading.reach_m + other.reading.reach_m
    by_figures = outer_gap + reach <= 0
    if gap > reach or by_figures:
        also = f" {reach_in_words(region, other)}, which could too." if gap <= reach else ""
        return (Verdict.OPEN, f"How the figures were rounded could close that gap.{also}")
    return unsure(region, other, "the gap")


def _uncheckable(first: Evidence, second: Evidence) -> Finding:
    return Finding(
        id="",
        kind=FindingKind.AGREEMENT,
        claims=(first.claim, second.claim),
        verdict=Verdict.UNCHECKABLE,
        explanation=sentences(
            f"Whether {says(first.claim)} and {says(second.claim)} can both be true cannot be checked.",
            as_sentence(first.why_not),
            as_sentence(second.why_not),
        ),
    )

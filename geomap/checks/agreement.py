"""Claims about one event, two at a time: whether both can be true."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from geomap.areas import offsets
from geomap.checks.comparison import Comparison
from geomap.checks.feasibility.meeting import Pairs, RegionPair
from geomap.checks.feasibility.pairwise import judge
from geomap.checks.feasibility.search import EPSILON_M
from geomap.checks.likeness import Comparisons, regions_of
from geomap.checks.limits import Pair, compared
from geomap.checks.sensitivity import flips, over_readings
from geomap.checks.telling.pairs import told_pair
from geomap.checks.telling.wording import (
    as_sentence,
    reach_in_words,
    says,
    sentences,
    unsure,
    without_figure,
)
from geomap.model import Evidence, Finding, FindingKind, Margin, Reading, Region, Verdict
from geomap.policy import Policy
from geomap.units import metres_in_words


def check_agreement(evidence: Sequence[Evidence], *, policy: Policy, pairs: Pairs) -> Iterator[Finding]:
    """Findings on all pairs of positions that are about one event; ids are given later.

    A pair that cannot be checked is reported where the two come from different sources, and left out where one source says both.
    """
    comparisons = Comparisons(lambda first, second: _compare(first, second, policy, pairs))
    for pair in compared(_pairs(evidence), FindingKind.AGREEMENT):
        if isinstance(pair, Finding):
            yield pair
            return
        first, second = pair
        if first.region is not None and second.region is not None:
            yield _finding(first, second, comparisons.of(first, second))
        else:
            yield _uncheckable(first, second)


def _pairs(evidence: Sequence[Evidence]) -> Iterator[Pair]:
    """The pairs of positions about one event that are worth a finding; the events with few claims first, should there be too many."""
    by_event: dict[str, list[Evidence]] = {}
    for item in evidence:
        if item.claim.is_position and item.claim.event is not None:
            by_event.setdefault(item.claim.event, []).append(item)
    for items in sorted(by_event.values(), key=len):
        for first, second in combinations(items, 2):
            both = first.region is not None and second.region is not None
            worth_it = both or first.claim.source_name != second.claim.source_name
            if worth_it and not first.is_circular_with(second) and not offsets.are_legs(first.claim, second.claim):
                yield first, second


def _compare(first: Evidence, second: Evidence, policy: Policy, pairs: Pairs) -> Comparison:
    region, other = regions_of(first, second)
    pair = pairs.of(region, other)
    gap = pair.gap("plain")
    verdicts, low, high, count = over_readings(first.readings, second.readings, judge, pair.landscape)
    verdict, because = _verdict(pair, all_agree=lambda: _is_robust(Verdict.CONSISTENT, verdicts, first.readings, second.readings, pair))
    fuzzy = region.fuzzy or other.fuzzy
    by_formula = judge(region.plain, other.plain, pair.apart)[0]
    turns = not fuzzy and (by_formula is Verdict.CONTRADICTORY) == (gap > 0)
    found = (
        flips(first.readings, second.readings, (first.location, second.location), judge=judge, policy=policy, landscape=pair.landscape)
        if turns
        else ()
    )
    return Comparison(
        verdict=verdict,
        by_figures=Verdict.CONTRADICTORY if gap > 0 else Verdict.CONSISTENT,
        because=because,
        margin=Margin(plain=gap, low=min(low, gap), high=max(high, gap)),
        robust=not fuzzy and _is_robust(verdict, verdicts, first.readings, second.readings, pair),
        readings=count,
        flips=found,
        apart=pair.apart,
        anchors_nearest=pair.landscape.nearest_points(region.reading, other.reading),
        nearest=None,
        witness=pair.witness if verdict is Verdict.CONSISTENT else None,
    )


def _finding(first: Evidence, second: Evidence, found: Comparison) -> Finding:
    told = told_pair(first, second, found)
    return Finding(
        id="",
        kind=FindingKind.AGREEMENT,
        claims=(first.claim, second.claim),
        regions=regions_of(first, second),
        verdict=found.verdict,
        margin=found.margin,
        robust=found.robust,
        readings=found.readings,
        flips=found.flips,
        apart=found.apart,
        anchors_nearest=found.anchors_nearest,
        nearest=found.nearest,
        witness=found.witness,
        explanation=told.explanation,
        summary=told.summary,
    )


def _is_robust(verdict: Verdict, verdicts: set[Verdict], first: Sequence[Reading], second: Sequence[Reading], pair: RegionPair) -> bool:
    """Whether every fair reading gives the same verdict; where the formula alone does not prove it, a search has to."""
    if verdict is Verdict.CONTRADICTORY:
        return verdicts == {verdict} or (pair.is_shaped and pair.none_meet(first, second))
    return verdicts == {verdict} and (not pair.is_shaped or pair.all_meet(first, second))


def _verdict(pair: RegionPair, *, all_agree: Callable[[], bool]) -> tuple[Verdict, str]:
    """The verdict that the bounds allow, and a sentence where they take away from what the figures say."""
    region, other = pair.regions
    if soft := without_figure(region, other):
        return (Verdict.OPEN, soft)
    if pair.gap("outer") > 0:
        return (Verdict.CONTRADICTORY, "")
    gap = pair.gap("plain")
    if gap > 0:
        return _unsure_gap(region, other, gap, pair.gap("outer"))
    if pair.witness is not None and (pair.gap("inner") <= 0 or (pair.meets_surely() and all_agree())):
        return (Verdict.CONSISTENT, "")
    if pair.is_undecided:
        return (Verdict.OPEN, f"No common point was found, nor is one ruled out within {metres_in_words(EPSILON_M)}.")
    return (Verdict.OPEN, "How the figures were rounded, or how far the places reach, could open a gap.")


def _unsure_gap(region: Region, other: Region, gap: float, outer_gap: float) -> tuple[Verdict, str]:
    """Why a gap by the figures proves no contradiction."""
    if region.reading.claim.zone_may_reach_farther or other.reading.claim.zone_may_reach_farther:
        return (Verdict.OPEN, "The zone is said to reach at least so far, and may reach farther.")
    reach = region.reading.reach_m + other.reading.reach_m
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

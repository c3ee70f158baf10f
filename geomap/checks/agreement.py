"""Claims about one event, two at a time: whether both can be true."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from geomap.areas import offsets
from geomap.checks.feasibility.meeting import Pairs, RegionPair
from geomap.checks.feasibility.pairwise import LonLat, judge
from geomap.checks.feasibility.search import EPSILON_M
from geomap.checks.likeness import Comparisons, regions_of
from geomap.checks.limits import Pair, compared
from geomap.checks.sensitivity import flips, over_readings
from geomap.checks.wording import (
    VERDICT_WORDS,
    as_sentence,
    changes,
    name_of,
    of_length,
    puts,
    reach_in_words,
    says,
    sentences,
    span_of_margins,
    unsure,
    without_figure,
)
from geomap.model import Apart, Evidence, Finding, FindingKind, Flip, Margin, Reading, Region, Verdict
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
            if worth_it and not offsets.are_legs(first.claim, second.claim):
                yield first, second


@dataclass(frozen=True, slots=True, kw_only=True)
class _Comparison:
    """What comes of comparing two claims, or two that are alike."""

    verdict: Verdict
    margin: Margin
    robust: bool
    readings: int
    flips: tuple[Flip, ...]
    apart: Apart
    nearest: tuple[LonLat, LonLat] | None
    witness: LonLat | None
    words: str
    """All that is said of it but what the claims themselves say."""


def _compare(first: Evidence, second: Evidence, policy: Policy, pairs: Pairs) -> _Comparison:
    region, other = regions_of(first, second)
    pair = pairs.of(region, other)
    gap = pair.gap("plain")
    verdicts, low, high, count = over_readings(first.readings, second.readings, judge, pair.landscape)
    verdict, because = _verdict(pair, all_agree=lambda: _is_robust(Verdict.CONSISTENT, verdicts, first.readings, second.readings, pair))
    margin = Margin(plain=gap, low=min(low, gap), high=max(high, gap))
    fuzzy = region.fuzzy or other.fuzzy
    robust = not fuzzy and _is_robust(verdict, verdicts, first.readings, second.readings, pair)
    by_formula = judge(region.plain, other.plain, pair.apart)[0]
    turns = not fuzzy and (by_formula is Verdict.CONTRADICTORY) == (gap > 0)
    found = (
        flips(first.readings, second.readings, (first.location, second.location), judge=judge, policy=policy, landscape=pair.landscape)
        if turns
        else ()
    )
    words = sentences(
        _apart(region, other, pair.apart),
        _conclusion(gap, verdict),
        because,
        changes(found),
        span_of_margins(margin, count, robust=robust, noun="a gap", lack="an overlap"),
    )
    return _Comparison(
        verdict=verdict,
        margin=margin,
        robust=robust,
        readings=count,
        flips=found,
        apart=pair.apart,
        nearest=pair.landscape.nearest_points(region.reading, other.reading),
        witness=pair.witness if verdict is Verdict.CONSISTENT else None,
        words=words,
    )


def _finding(first: Evidence, second: Evidence, found: _Comparison) -> Finding:
    region, other = regions_of(first, second)
    return Finding(
        id="",
        kind=FindingKind.AGREEMENT,
        claims=(first.claim, second.claim),
        regions=(region, other),
        verdict=found.verdict,
        margin=found.margin,
        robust=found.robust,
        readings=found.readings,
        flips=found.flips,
        apart=found.apart,
        nearest=found.nearest,
        witness=found.witness,
        explanation=sentences(f"{puts(first.claim, region)}; {puts(second.claim, other)}.", found.words),
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


def _apart(region: Region, other: Region, apart: Apart) -> str:
    one, two = name_of(region), name_of(other)
    if region.anchor.id == other.anchor.id:
        taken = "taken as one place" if region.reading.footprint is None else "as the map has it"
        return f"Both are measured from {one}, {taken}."
    if apart.nearest <= 0:
        if apart.second <= 1.0:
            return f"No point of {two} lies outside {one}."
        return f"No point of {one} lies outside {two}." if apart.first <= 1.0 else f"{_capital(one)} and {two} meet."
    return f"{_capital(one)} and {two} are {metres_in_words(apart.nearest)} apart."


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _conclusion(gap: float, verdict: Verdict) -> str:
    if gap > 0:
        return f"Measured in a straight line and by the figures as written, the two are {metres_in_words(gap)} apart: {_by(verdict, gap)}."
    return f"By the figures as written, they have an overlap {of_length(gap)}: {_by(verdict, gap)}."


def _by(verdict: Verdict, gap: float) -> str:
    if verdict is Verdict.OPEN and gap > 0:
        return "taken literally they cannot both be true"
    return VERDICT_WORDS[verdict]


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

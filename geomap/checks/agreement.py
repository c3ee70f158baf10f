"""Claims about one event, two at a time: whether both can be true."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from geomap.checks.evidence import Evidence
from geomap.checks.limits import Pair, compared
from geomap.checks.pairwise import common_point, gap_m
from geomap.checks.sensitivity import flips, over_readings, places_apart_m
from geomap.checks.wording import VERDICT_WORDS, changes, of_length, puts, says, sentences, span_of_margins
from geomap.model import Finding, FindingKind, Location, Margin, Region, Verdict
from geomap.policy import Policy
from geomap.regions import contains
from geomap.units import Interval, metres_in_words


def check_agreement(evidence: Sequence[Evidence], *, policy: Policy) -> Iterator[Finding]:
    """Findings on all pairs of positions that are about one event; ids are given later.

    A pair that cannot be checked is reported where the two come from different sources, and left out where one source says both.
    """
    for pair in compared(_pairs(evidence), FindingKind.AGREEMENT):
        if isinstance(pair, Finding):
            yield pair
            return
        first, second = pair
        if first.region is not None and second.region is not None:
            yield _compare(first, second, first.region, second.region, policy)
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
            if both or first.claim.source_name != second.claim.source_name:
                yield first, second


def judge(first: Interval, second: Interval, apart_m: float) -> tuple[Verdict, float]:
    """The verdict by the figures, and the gap in metres."""
    gap = gap_m(first, second, apart_m)
    return (Verdict.CONTRADICTORY if gap > 0 else Verdict.CONSISTENT, gap)


def _compare(first: Evidence, second: Evidence, region: Region, other: Region, policy: Policy) -> Finding:
    apart = places_apart_m(region.anchor.lonlat, other.anchor.lonlat)
    gap = gap_m(region.plain, other.plain, apart)
    verdicts, low, high, count = over_readings(first.readings, second.readings, judge)
    verdict, because = _verdict(region, other, apart)
    margin = Margin(plain=gap, low=low, high=high)
    fuzzy = region.fuzzy or other.fuzzy
    robust = verdicts == {verdict} and not fuzzy
    found = () if fuzzy else flips(first.readings, second.readings, _locations(first, second), judge=judge, policy=policy)
    explanation = sentences(
        f"{puts(first.claim, region)}; {puts(second.claim, other)}.",
        _apart(region, other, apart),
        _conclusion(gap, verdict),
        because,
        changes(found),
        span_of_margins(margin, count, robust=robust, noun="a gap", lack="an overlap"),
    )
    return Finding(
        id="",
        kind=FindingKind.AGREEMENT,
        claims=(first.claim, second.claim),
        regions=(region, other),
        verdict=verdict,
        margin=margin,
        robust=robust,
        readings=count,
        flips=found,
        witness=_witness(region, other) if verdict is Verdict.CONSISTENT else None,
        explanation=explanation,
    )


def _locations(first: Evidence, second: Evidence) -> tuple[Location, Location]:
    if first.location is None or second.location is None:
        msg = "a claim with readings has a located anchor"
        raise ValueError(msg)
    return (first.location, second.location)


def _verdict(region: Region, other: Region, apart_m: float) -> tuple[Verdict, str]:
    """The verdict that the bounds allow, and a sentence where they take away from what the figures say."""
    if region.fuzzy or other.fuzzy:
        return (Verdict.OPEN, "“Near” has no figure, so it decides nothing on its own.")
    gap = gap_m(region.plain, other.plain, apart_m)
    if gap_m(region.outer, other.outer, apart_m) > 0:
        return (Verdict.CONTRADICTORY, "")
    if gap > 0:
        return _unsure_gap(region, other, gap)
    if region.inner is not None and other.inner is not None and gap_m(region.inner, other.inner, apart_m) <= 0:
        return (Verdict.CONSISTENT, "")
    return (Verdict.OPEN, "How the figures were rounded, or how far the places reach, could open a gap.")


def _unsure_gap(region: Region, other: Region, gap: float) -> tuple[Verdict, str]:
    """Why a gap by the figures proves no contradiction."""
    if region.reading.claim.zone_may_reach_farther or other.reading.claim.zone_may_reach_farther:
        return (Verdict.OPEN, "The zone is said to reach at least so far, and may reach farther.")
    extents = region.anchor.extent_m + other.anchor.extent_m
    if gap <= extents:
        return (
            Verdict.UNCHECKABLE,
            f"The places themselves reach {metres_in_words(extents)} together, which is more than the gap, so it proves nothing.",
        )
    return (Verdict.OPEN, "Rounded figures could close that gap.")


def _apart(region: Region, other: Region, apart_m: float) -> str:
    if region.anchor.id == other.anchor.id:
        return f"Both are measured from {region.anchor.name}, taken as one place."
    return f"{region.anchor.name} and {other.anchor.name} are {metres_in_words(apart_m)} apart."


def _conclusion(gap: float, verdict: Verdict) -> str:
    if gap > 0:
        return f"Measured in a straight line and by the figures as written, the two are {metres_in_words(gap)} apart: {_by(verdict, gap)}."
    return f"By the figures as written, they have an overlap {of_length(gap)}: {_by(verdict, gap)}."


def _by(verdict: Verdict, gap: float) -> str:
    if verdict is Verdict.OPEN and gap > 0:
        return "taken literally they cannot both be true"
    return VERDICT_WORDS[verdict]


def _witness(region: Region, other: Region) -> tuple[float, float] | None:
    """A common point of both regions, kept only if the exact predicate confirms it for both."""
    point = common_point(region.inner or region.plain, region.anchor.lonlat, other.inner or other.plain, other.anchor.lonlat)
    return point if point is not None and contains(region, point) and contains(other, point) else None


def _uncheckable(first: Evidence, second: Evidence) -> Finding:
    reasons = " ".join(f"{item.why_not[0].upper()}{item.why_not[1:].rstrip('.')}." for item in (first, second) if item.why_not)
    return Finding(
        id="",
        kind=FindingKind.AGREEMENT,
        claims=(first.claim, second.claim),
        verdict=Verdict.UNCHECKABLE,
        explanation=sentences(f"Whether {says(first.claim)} and {says(second.claim)} can both be true cannot be checked.", reasons),
    )

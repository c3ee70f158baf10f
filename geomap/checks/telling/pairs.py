"""Two positions of one event, in words."""

from __future__ import annotations

from geomap.checks.comparison import Comparison
from geomap.checks.feasibility.standins import thing_in_words
from geomap.checks.likeness import regions_of
from geomap.checks.telling.lengths import derived_in_words, length_in_words
from geomap.checks.telling.wording import Told, as_sentence, both_say, changes, name_of, over_readings, sentences, source_of, where
from geomap.model import LINES, Apart, Claim, Evidence, Region, Verdict

_NO_OVERLAP_M = 50.0
"""An overlap of less is none that could be told as one."""


def told_pair(first: Evidence, second: Evidence, found: Comparison, *, is_anywhere: bool = False) -> Told:
    """What comparing two positions came to; `is_anywhere` says that nobody knows where the thing is that both are measured from."""
    region, other = regions_of(first, second)
    would_change = changes(found.flips, (first.claim, second.claim), found.verdict, robust=found.robust)
    thing = thing_in_words(first.claim) if is_anywhere else ""
    is_known = all(each.location is not None and each.location.resolved is not None for each in (first, second))
    wherever = f", {f'however {thing} lies' if is_known else f'wherever {thing} is'}" if thing else ""
    conclusion = _conclusion(first.claim, second.claim, found, soft=region.fuzzy or other.fuzzy, wherever=wherever)
    margin = over_readings(found.margin, found.readings, found.verdict, robust=found.robust, noun="gap", lack="overlap")
    return Told(
        sentences(conclusion, found.because, would_change.first),
        sentences(
            _puts(first.claim, region, second.claim, other),
            f"both are measured from {thing}, taken as one thing." if thing else _apart(region, other, found.apart),
            *(dict.fromkeys(as_sentence(each.why_not) for each in (first, second)) if is_anywhere else ()),
            would_change.others,
            "" if (found.is_same and found.robust) or found.same_by else margin,
        ),
    )


def _conclusion(one: Claim, two: Claim, found: Comparison, *, soft: bool, wherever: str) -> str:
    """The verdict, and by how far what the two say misses each other."""
    both, gap = both_say(one, two), found.margin.plain
    if found.same_by and found.verdict is Verdict.CONSISTENT:
        return f"{both} can both be true: {found.same_by}."
    if gap > 0:
        return _missing(one, two, found, soft=soft, wherever=wherever)
    if found.verdict is Verdict.CONSISTENT:
        return f"{both} say the same." if found.is_same else f"{both} can both be true{wherever}."
    if soft or gap > -_NO_OVERLAP_M:
        return f"whether {both} can both be true is open."
    return f"by the words as written, {both} can both be true{wherever}."


def _missing(one: Claim, two: Claim, found: Comparison, *, soft: bool, wherever: str) -> str:
    """That the two miss each other by the figures as written, and whether that is a contradiction."""
    both, right = both_say(one, two), "true" if one.source_name == two.source_name else "right"
    apart = f"what they say is {derived_in_words(found.margin.plain, (one, two))} apart"
    if found.verdict is Verdict.CONTRADICTORY:
        literally = "" if found.robust else "by the figures as written and in a straight line, "
        return f"{literally}{both} cannot both be {right}{wherever}: {apart}."
    if soft:
        return f"whether {both} can both be true is open, though by the usual sense of the words {apart}."
    return f"taken literally, {both} cannot both be {right}{wherever}: {apart}."


def _puts(one: Claim, region: Region, two: Claim, other: Region) -> str:
    """Who puts it where."""
    if one.source_name == two.source_name:
        return f"by the first it is {where(one, region)}; by the second it is {where(two, other)}."
    return f"according to {source_of(one)} it is {where(one, region)}; according to {source_of(two)} it is {where(two, other)}."


def _apart(region: Region, other: Region, apart: Apart) -> str:
    """How what the two are measured from lies to each other."""
    one, two = name_of(region), name_of(other)
    if region.anchor.id == other.anchor.id:
        taken = "taken as one place" if region.reading.footprint is None else "as the map has it"
        return f"both are measured from {one}, {taken}."
    if apart.nearest <= 0:
        if apart.second <= 1.0 or apart.first <= 1.0:
            return _within(region, other) if apart.second <= 1.0 else _within(other, region)
        return f"{one} and {two} meet."
    return f"{one} and {two} are {length_in_words(apart.nearest)} apart."


def _within(whole: Region, part: Region) -> str:
    """That one of two lies in the other; nothing of borders and coasts, whose names say so."""
    return "" if part.anchor.kind in LINES else f"{name_of(part)} lies {'on' if whole.anchor.kind in LINES else 'in'} {name_of(whole)}."

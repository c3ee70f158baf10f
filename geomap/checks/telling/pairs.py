"""Two positions of one event, in words."""

from __future__ import annotations

from geomap.checks.comparison import Comparison
from geomap.checks.likeness import regions_of
from geomap.checks.telling.wording import VERDICT_WORDS, Told, changes, name_of, of_length, puts, sentences, span_of_margins
from geomap.model import Apart, Evidence, Region, Verdict
from geomap.units import metres_in_words


def told_pair(first: Evidence, second: Evidence, found: Comparison) -> Told:
    """What comparing two positions came to."""
    region, other = regions_of(first, second)
    gap = found.margin.plain
    return Told(
        sentences(f"{puts(first.claim, region)}; {puts(second.claim, other)}.", _conclusion(gap, found.verdict)),
        sentences(
            _apart(region, other, found.apart),
            found.because,
            changes(found.flips),
            span_of_margins(found.margin, found.readings, robust=found.robust, noun="a gap", lack="an overlap"),
        ),
    )


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

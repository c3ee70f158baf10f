"""How many pairs of claims a check compares, so that a report of endless claims ends; what is left out is said."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from geomap.checks.telling.wording import says, sentences
from geomap.model import Evidence, Finding, FindingKind, Verdict

MOST_PAIRS = 5000
"""Pairs that one check of a case compares, at some milliseconds each. Pairs grow with the square of the claims."""

Pair = tuple[Evidence, Evidence]


def compared(pairs: Iterator[Pair], kind: FindingKind) -> tuple[list[Pair], list[Finding]]:
    """The first pairs, and where there are more, a finding that says so."""
    first = list(islice(pairs, MOST_PAIRS))
    more = next(pairs, None)
    return first, [] if more is None else [_left_out(more, kind)]


def _left_out(pair: Pair, kind: FindingKind) -> Finding:
    first, second = (item.claim for item in pair)
    return Finding(
        id="",
        kind=kind,
        claims=(first, second),
        verdict=Verdict.UNCHECKABLE,
        explanation=sentences(
            f"From {says(first)} and {says(second)} on, pairs of claims are not compared: there are more than {MOST_PAIRS}.",
            "Fewer reports at a time, or claims left out in the case file, let all be compared.",
        ),
    )

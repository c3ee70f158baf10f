"""Sentences of explanation that an editor can print."""

from __future__ import annotations

import math
from collections.abc import Iterable

from geomap.model import Claim, Flip, Margin, Region, Verdict
from geomap.relations import Relation
from geomap.units import metres_in_words


def one_line(text: str) -> str:
    """Report text on one line."""
    return " ".join(text.split())


def says(claim: Claim) -> str:
    """Who says what, with the words quoted: "SANA's source: “more than 45 miles from the border post”"."""
    return f"{claim.source_name} (“{one_line(claim.span.text)}”)"


def puts(claim: Claim, region: Region) -> str:
    """What a claim amounts to, in kilometres from a named point."""
    low, high = region.plain.low, region.plain.high
    place = region.anchor.name
    if claim.relation is Relation.NEAR:
        where = f"near {place}, which may mean anything up to some {metres_in_words(region.outer.high)}"
    elif math.isinf(high):
        where = f"at least {metres_in_words(low)} from {place}"
    elif claim.relation is Relation.POSITION:
        where = f"at {place}"
    elif claim.literal_distance is None:
        where = f"in {place}"
    elif low <= 0:
        where = f"at most {metres_in_words(high)} from {place}"
    elif low == high:
        where = f"{metres_in_words(low)} from {place}"
    else:
        where = f"{metres_in_words(low)} to {metres_in_words(high)} from {place}"
    return f"{says(claim)} puts it {where}"


def changes(flips: Iterable[Flip]) -> str:
    """The flips as one sentence; empty for none."""
    listed = [flip for flip in flips if flip.parameter != "distance"] or list(flips)
    if not listed:
        return ""
    words = "; or if ".join(f"{flip.reading} (then: {flip.verdict.value})" for flip in listed)
    return f"That changes if {words}."


def span_of_margins(margin: Margin, readings: int, *, robust: bool, noun: str, lack: str) -> str:
    """How the margin ranges over the readings, as one sentence; `noun` names a positive margin and `lack` a negative one."""
    if readings <= 1:
        return ""
    low, high = (f"{noun if value >= 0 else lack} {of_length(value)}" for value in (margin.low, margin.high))
    if robust:
        return f"All {readings} fair readings give the same verdict, from {low} to {high}."
    return f"Over {readings} fair readings it runs from {low} to {high}."


def of_length(metres: float) -> str:
    """A margin's size for prose: "of 17.70 km", or "without limit"."""
    return f"of {metres_in_words(abs(metres))}" if math.isfinite(metres) else "without limit"


def sentences(*parts: str) -> str:
    """Sentences joined, empty ones left out."""
    return " ".join(part for part in parts if part)


VERDICT_WORDS = {
    Verdict.CONTRADICTORY: "they cannot both be true",
    Verdict.CONSISTENT: "they can both be true",
    Verdict.OPEN: "the words decide neither way",
    Verdict.UNCHECKABLE: "this cannot be checked",
}

"""What every fair combination of readings comes to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product

from geomap.checks.feasibility.judging import Asking, Judged, Question
from geomap.checks.feasibility.landscape import Landscape
from geomap.model import MIDDLE, OFFSET, Reading, Verdict


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """What comes of all combinations of readings."""

    plain: Judged
    """What comes of the plain ones."""
    verdicts: frozenset[Verdict]
    low: float
    """The least margin, metres."""
    high: float
    """The greatest."""
    count: int


def over_readings(first: Sequence[Reading], second: Sequence[Reading], landscape: Landscape, *, nested: bool = False) -> Asking[Spread]:
    """All combinations of readings, directions in force.

    Two mentions of one and the same name mean one and the same place, so the combinations that tear them apart are left out. `nested`
    says that more room on either side never makes a margin greater, as for two positions: then the least comes of readings that lie in
    no other, the greatest of those that no other lies in, and only these are looked at.
    """
    is_one_name = one_name(first[0], second[0])
    read = {id(reading): landscape.read(reading) for reading in (*first, *second)}

    def fit(one: Reading, other: Reading) -> bool:
        return not is_one_name or one.anchor.id == other.anchor.id

    asked = [
        (one, other) for choose in ((_widest, _narrowest) if nested else (_all,)) for one, other in product(choose(first), choose(second))
    ]
    chosen = [(first[0], second[0]), *(pair for pair in asked if fit(*pair))]
    judged = yield Question([(read[id(one)], read[id(other)]) for one, other in chosen])
    margins = [margin for _, margin in judged]
    places = [Counter(reading.anchor.id for reading in readings) for readings in (first, second)]
    count = sum(number * places[1][place] for place, number in places[0].items()) if is_one_name else len(first) * len(second)
    return Spread(
        plain=judged[0],
        verdicts=frozenset(verdict for verdict, _ in judged),
        low=min(margins),
        high=max(margins),
        count=max(count, 1),
    )


def _all(readings: Sequence[Reading]) -> Sequence[Reading]:
    return readings


def _widest(readings: Sequence[Reading]) -> list[Reading]:
    """Those that lie in no other from their place."""
    return [each for each in readings if not any(_is_in(each, other) for other in readings)]


def _narrowest(readings: Sequence[Reading]) -> list[Reading]:
    """Those that no other from their place lies in."""
    return [each for each in readings if not any(_is_in(other, each) for other in readings)]


def _is_in(one: Reading, other: Reading) -> bool:
    """Whether a reading allows less than another from its place, and nothing else; the readings of a claim differ in their distances."""
    mine, others = one.distance, other.distance
    return one.anchor.id == other.anchor.id and others.low <= mine.low and mine.high <= others.high and mine != others


def one_name(first: Reading, second: Reading) -> bool:
    """Whether both claims name the place that they measure from in the same words; places that are worked out from others have no name."""
    if any(each.anchor.kind in (MIDDLE, OFFSET) for each in (first, second)):
        return False
    one, other = (" ".join(each.claim.anchors[0].span.text.casefold().split()) for each in (first, second))
    return one == other

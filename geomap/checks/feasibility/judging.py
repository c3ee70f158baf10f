"""What regions amount to by the figures, many pairs at once: two positions of one thing, or a position and a zone.

What is worked out of a pair asks for many judgements, and those of many pairs are judged together: round points a thousand take hardly
longer than one. So it is written as a generator, which yields the pairs that it asks about and is sent what they amount to.
"""

from __future__ import annotations

import math
from collections.abc import Generator, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Protocol, TypeVar

from geomap.checks.feasibility.landscape import Landscape
from geomap.checks.feasibility.pairwise import inside_m, outside_m
from geomap.checks.feasibility.separation import separations
from geomap.geometry.constraint import Bounds
from geomap.model import Verdict
from geomap.units import Interval

Judged = tuple[Verdict, float]
"""The verdict by the figures, and its margin in metres."""
Two = tuple[Bounds, Bounds]
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Question:
    """Pairs to be judged."""

    pairs: Sequence[Two]
    with_sizes: bool = True
    """Whether the sizes of gaps and overlaps are asked for too, and not only the verdict."""


Asking = Generator[Question, list[Judged], T]
"""What works something out of judgements that it asks for."""


class Judge(Protocol):
    """Judges pairs."""

    def __call__(self, pairs: Sequence[Two], landscape: Landscape, *, with_sizes: bool = True) -> list[Judged]:
        """The verdict on each pair by the figures, and its margin in metres."""


AT_ONCE = 200
"""Pairs that are worked out in step: enough to judge many at once, few enough to be kept in view."""


def in_step(askings: Iterable[Asking[T]], judge: Judge, landscape: Landscape) -> list[T]:
    """What each works out, in their order; what they ask in one round is judged together."""
    found: dict[int, T] = {}
    waiting = dict(enumerate(askings))
    replies: dict[int, list[Judged]] = {}
    while waiting:
        asked: dict[int, Question] = {}
        for number, asking in list(waiting.items()):
            try:
                asked[number] = asking.send(replies[number]) if number in replies else next(asking)
            except StopIteration as end:
                found[number] = end.value
                del waiting[number]
        replies = {}
        for with_sizes in (True, False):
            group = {number: question.pairs for number, question in asked.items() if question.with_sizes is with_sizes}
            judged = iter(judge([pair for pairs in group.values() for pair in pairs], landscape, with_sizes=with_sizes))
            replies |= {number: list(islice(judged, len(pairs))) for number, pairs in group.items()}
    return [found[number] for number in range(len(found))]


def judge_positions(pairs: Sequence[Two], landscape: Landscape, *, with_sizes: bool = True) -> list[Judged]:
    """Whether two positions can be one: contradictory where there is a gap, which is the margin; else an overlap, as a negative one."""
    margins = separations(pairs, landscape, with_sizes=with_sizes).tolist()
    return [(Verdict.CONTRADICTORY if margin > 0 else Verdict.CONSISTENT, margin) for margin in margins]


def judge_zones(pairs: Sequence[Two], landscape: Landscape, *, with_sizes: bool = True) -> list[Judged]:
    """Whether positions are outside or inside of zones, each the second of its pair, and by how much they clear the zone's edge.

    Open where a position may be on either side; then the margin is negative: what lacks for the nearer of the two.
    """
    found = {number: _by_formula(*pair, landscape) for number, pair in enumerate(pairs) if pair[0].sector is None}
    left = [number for number in range(len(pairs)) if number not in found or _may_be_clear(pairs[number], found[number])]
    outside = separations([pairs[number] for number in left], landscape, with_sizes=with_sizes).tolist()
    other_side = [(pairs[number][0], beyond(pairs[number][1])) for number in left]
    inside = separations(other_side, landscape, with_sizes=with_sizes).tolist()
    for number, out, within in zip(left, outside, inside, strict=True):
        if out > 0 or within > 0:
            found[number] = (Verdict.OUTSIDE, out) if out > 0 else (Verdict.INSIDE, within)
        elif number not in found:
            found[number] = (Verdict.OPEN, max(out, within))
    return [found[number] for number in range(len(pairs))]


def _by_formula(position: Bounds, zone: Bounds, landscape: Landscape) -> Judged:
    apart = landscape.apart(position.ground, zone.ground)
    out, within = outside_m(position.interval, zone.interval.high, apart), inside_m(position.interval, zone.interval.high, apart)
    if out >= 0:
        return (Verdict.OUTSIDE, out)
    return (Verdict.INSIDE if within >= 0 else Verdict.OPEN, within if within >= 0 else max(out, within))


def _may_be_clear(pair: Two, judged: Judged) -> bool:
    """Whether a search may yet find a position clear that the formula leaves open, as it only bounds distances from lines and areas."""
    return judged[0] is Verdict.OPEN and any(each.ground.point is None for each in pair)


def beyond(zone: Bounds) -> Bounds:
    """All that lies farther off than the edge of a zone."""
    return replace(zone, interval=Interval(zone.interval.high, math.inf))

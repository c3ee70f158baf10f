"""Evidence that is alike is compared once: fifty reports that say the same in the same figures make one comparison, and not 1225."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Generic, TypeVar

from geomap.areas.readings import is_across, is_inward
from geomap.model import Claim, Evidence, Reading, Region

T = TypeVar("T")
Two = tuple[Evidence, Evidence]


def likeness(item: Evidence) -> Hashable:
    """All of a claim's evidence that a comparison with another's depends on; not the claim's words, nor who says it, nor when.

    That is what is measured from, in which directions, the figures with every fair reading of them, the words of the anchors, and what
    else these may mean.
    """
    region = item.region
    return (
        _said(item.claim),
        tuple(reading.key for reading in item.readings),
        None if region is None else (region.key, region.fuzzy),
        tuple(None if each is None else tuple((other.place, other.score) for other in each.candidates) for each in item.locations),
    )


def _said(claim: Claim) -> Hashable:
    quantity = claim.distance
    figures = (
        None
        if quantity is None
        else (quantity.figures, quantity.unit, quantity.qualifier, quantity.plain_unit, quantity.alternative is None)
    )
    return (claim.relation, claim.bearing, figures, is_inward(claim), is_across(claim), tuple(anchor.span.text for anchor in claim.anchors))


def regions_of(first: Evidence, second: Evidence) -> tuple[Region, Region]:
    """The plain regions of two claims that can be placed; raises ValueError where one cannot."""
    if first.region is None or second.region is None:
        msg = "both need a region"
        raise ValueError(msg)
    return first.region, second.region


def say_the_same(first: Evidence, second: Evidence) -> bool:
    """Whether two claims put something at the same distances and in the same directions from the same place, by a figure or a footprint."""
    region, other = regions_of(first, second)
    return _asked(region.reading) == _asked(other.reading) and not (region.fuzzy or other.fuzzy)


def are_read_alike(first: Evidence, second: Evidence) -> bool:
    """Whether two claims that say the same may fairly mean the same too, so that whatever the one means, the other does."""
    return {_asked(reading) for reading in first.readings} == {_asked(reading) for reading in second.readings}


def _asked(reading: Reading) -> Hashable:
    """What a reading asks of a point, and of nothing else."""
    return (reading.anchor.id, reading.footprint, reading.sector, reading.distance)


class Comparisons(Generic[T]):
    """What comes of comparing two pieces of evidence, worked out once for all that are alike."""

    def __init__(self, compare: Callable[[Sequence[Two]], Sequence[T]]) -> None:
        """`compare` compares many pairs, and answers in their order."""
        self._compare = compare
        self._sorts: dict[Hashable, int] = {}
        self._numbers: dict[int, tuple[Evidence, int]] = {}

    def of(self, pairs: Sequence[Two]) -> list[T]:
        """What comes of each pair, or of one that is alike."""
        keys = [(self._sort(first), self._sort(second)) for first, second in pairs]
        distinct = dict(zip(reversed(keys), reversed(pairs), strict=True))
        wanted = list(dict.fromkeys(keys))
        known = dict(zip(wanted, self._compare([distinct[key] for key in wanted]), strict=True))
        return [known[key] for key in keys]

    def _sort(self, item: Evidence) -> int:
        """One number for all evidence that is alike."""
        if id(item) not in self._numbers:  # the item is kept, so that no other gets its id
            self._numbers[id(item)] = (item, self._sorts.setdefault(likeness(item), len(self._sorts)))
        return self._numbers[id(item)][1]

"""Evidence that is alike is compared once: fifty reports that say the same in the same figures make one comparison, and not 1225."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import Generic, TypeVar

from geomap.areas.readings import is_inward
from geomap.model import Claim, Evidence, Region

T = TypeVar("T")


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
    return (claim.relation, claim.bearing, figures, is_inward(claim), tuple(anchor.span.text for anchor in claim.anchors))


def regions_of(first: Evidence, second: Evidence) -> tuple[Region, Region]:
    """The plain regions of two claims that can be placed; raises ValueError where one cannot."""
    if first.region is None or second.region is None:
        msg = "both need a region"
        raise ValueError(msg)
    return first.region, second.region


class Comparisons(Generic[T]):
    """What comes of comparing two pieces of evidence, worked out once for all that are alike."""

    def __init__(self, compare: Callable[[Evidence, Evidence], T]) -> None:
        self._compare = compare
        self._sorts: dict[Hashable, int] = {}
        self._numbers: dict[int, tuple[Evidence, int]] = {}
        self._known: dict[tuple[int, int], T] = {}

    def of(self, first: Evidence, second: Evidence) -> T:
        """What comes of the two, or of two that are alike."""
        key = (self._sort(first), self._sort(second))
        if key not in self._known:
            self._known[key] = self._compare(first, second)
        return self._known[key]

    def _sort(self, item: Evidence) -> int:
        """One number for all evidence that is alike."""
        if id(item) not in self._numbers:  # the item is kept, so that no other gets its id
            self._numbers[id(item)] = (item, self._sorts.setdefault(likeness(item), len(self._sorts)))
        return self._numbers[id(item)][1]

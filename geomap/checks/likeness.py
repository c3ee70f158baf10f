"""Evidence that is alike is compared once: fifty reports that say the same in the same figures make one comparison, and not 1225."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import replace
from typing import Generic, TypeVar

from geomap.areas.readings import is_across, is_inward, rounding_slack
from geomap.areas.regions import contains
from geomap.model import LINES, Apart, Claim, Evidence, Qualifier, Reading, Region
from geomap.policy import Policy
from geomap.relations import Limit, Relation

T = TypeVar("T")
Two = tuple[Evidence, Evidence]
_SURE_SHARE = 0.5
"""So much of the extent that a town has by its inhabitants is surely of it."""
_ALONG_M = 1.0
"""A border strays no farther from the land that it bounds."""


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
    """Whether two claims put something at the same distances and in the same directions from the same place, or both near it."""
    region, other = regions_of(first, second)
    both_near = first.claim.relation is second.claim.relation is Relation.NEAR
    return _asked(region.reading) == _asked(other.reading) and (both_near or not (region.fuzzy or other.fuzzy))


def round_alike(first: Evidence, second: Evidence, apart: Apart, *, policy: Policy) -> bool:
    """Whether two figures for one distance from one thing are the same to the digits that they are told with: 8 km and five miles.

    `apart` is how what they are measured from lies to each other: a border is one thing with the land that it bounds, on either side of it.
    """
    one, two = (each.reading for each in regions_of(first, second))
    if not (_is_bare(one) and _is_bare(two)) or one.is_offset or two.is_offset or first.claim.bearing != second.claim.bearing:
        return False
    if one.anchor.id == two.anchor.id:
        differ = abs(one.distance.low - two.distance.low)
    elif _bounds(one, apart.first) or _bounds(two, apart.second):
        differ = abs(abs(one.distance.low) - abs(two.distance.low))
    else:
        return False
    return differ <= max(_told_to_m(one, policy), _told_to_m(two, policy)) and not _on_two_sides(first.claim, second.claim)


def _on_two_sides(first: Claim, second: Claim) -> bool:
    """Whether each of two claims says on which side of a line something is, and not in the same way."""
    one, two = ((is_inward(claim), is_across(claim)) for claim in (first, second))
    return any(one) and any(two) and one != two


def _bounds(reading: Reading, stray_m: float) -> bool:
    """Whether a reading measures from a line that runs along what the other measures from."""
    return reading.anchor.kind in LINES and stray_m <= _ALONG_M


def _told_to_m(reading: Reading, policy: Policy) -> float:
    """How closely a figure is told: half its last digit, or with "about" half the step of its heap, if that is no more than "about" is."""
    quantity = reading.claim.distance
    if quantity is None:
        return 0.0
    half = rounding_slack(quantity, "chapman2020")
    if quantity.qualifier is Qualifier.ABOUT:
        half = max(half, min(rounding_slack(quantity, "heaping"), policy.about * max(quantity.values)))
    return half * quantity.unit.metres


def spot_told_alike(first: Evidence, second: Evidence, *, policy: Policy) -> tuple[Region, bool] | None:
    """A spot, such as coordinates, of which a bare figure is as good as told: its region, and whether only as measured from a part of a town.

    One ordinary reason has to do, and reasons do not add up: that the figure is rounded; or that a town is no point, of which half its
    extent is surely part, and no more of the figure than what "about" may be off by. None where that does not do, or the direction differs.
    """
    for spot, told in (regions_of(first, second), regions_of(second, first)):
        reading = told.reading
        if not (_is_spot(spot) and _is_bare(reading) and reading.footprint is None and not reading.is_offset):
            continue
        digits = _told_to_m(reading, policy)
        town = min(_SURE_SHARE * reading.anchor.extent_m, policy.about * reading.distance.high)
        within = 0.0 if spot.inner is None else spot.inner.high
        for slack in (digits, max(digits, town)):
            wider = replace(reading, distance=reading.distance.widened(slack + within))
            if contains(replace(told, reading=wider), spot.reading.anchor.lonlat):
                return spot, slack > digits
    return None


def _is_spot(region: Region) -> bool:
    """Whether a region is a point with its extent, and nothing else is said of it."""
    reading = region.reading
    whole = reading.footprint is None and reading.sector is None and reading.claim.literal_distance is None
    traits = reading.claim.relation.traits
    return whole and traits.limit is Limit.FOOTPRINT and not traits.is_complement and region.inner is not None


def _is_bare(reading: Reading) -> bool:
    """Whether a reading has one figure as the distance, not a limit of it."""
    return reading.claim.distance is not None and reading.distance.low == reading.distance.high


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

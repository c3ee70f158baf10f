"""Readings → regions: inner and outer bounds, and the exact predicate."""

from __future__ import annotations

import math
from collections.abc import Iterable
from typing import Literal

from geomap.areas.parts import part_of_area
from geomap.areas.readings import rounding_slack
from geomap.geometry.constraint import Bounds
from geomap.geometry.metric import Ground
from geomap.model import LINES, Qualifier, Quantity, Reading, Region, RegionKey
from geomap.policy import Policy
from geomap.relations import Limit
from geomap.units import Interval, Sector, Unit

Side = Literal["plain", "outer", "inner"]
UNMAPPED = frozenset(("waters",))
"""Kinds of places of which no point is surely one: baselines, and what neighbours agreed on, are in no table here."""
SAME_M = 1e-3
"""A point this near to a region's edge is in it: the last digits of a figure are no metres."""
_ON = frozenset(("on", "at", "along"))
_SHORT_OF = 1 - 1e-6
"""What lies half way between two round figures is told as one of them: of half a step so much is kept, so that the two do not meet there."""


def build(reading: Reading, *, policy: Policy) -> Region:
    """The region of a reading.

    The outer bound adds to the reading's interval half the heaping step of the figures, the width of "about" and the anchor's extent
    (or the accuracy of its line), linearly, as maximum errors add (Wieczorek et al. 2004); the inner bound takes away half the last
    significant digit and the extent. A place's own footprint stands in for a missing figure: its circle of extent, which is an inner
    bound only where the extent is stated, and half of it where it is not; or its polygon, less the accuracy of its edge, and nothing of a state's waters. A zone of at
    least a radius has no outer bound. What lies between two places has no inner one.
    """
    claim, interval, limit = reading.claim, reading.distance, reading.claim.relation.traits.limit
    if limit is Limit.POLICY:
        return Region(
            reading=reading, outer=interval, inner=Interval(reading.floor, min(near_m(reading, policy), interval.high)), fuzzy=True
        )
    if limit is Limit.BEARING:
        return Region(reading=reading, outer=interval, inner=interval)
    if limit is Limit.MIDDLE:
        return Region(reading=reading, outer=interval.widened(reading.anchor.extent_m), inner=None)
    if claim.literal_distance is None or claim.distance is None or reading.unit is None:
        return _footprint(reading)
    reach = (f"how far {reading.anchor.name} {'reaches' if reading.footprint is None else 'is known to'}", reading.reach_m)
    if reading.is_offset:
        legs = ("√2 of half the last digit of a leg", _offset_slack(reading, policy))
        return Region(reading=reading, outer=interval.widened(legs[1] + reach[1]), inner=None, widened_by=(legs, reach))
    rounded = _rounding(claim.distance, policy.outer_rounding, reading.unit)
    wider = (rounded[0], rounded[1] * _SHORT_OF)
    if claim.distance.qualifier is Qualifier.ABOUT:
        metres = policy.about * max(claim.distance.values) * reading.unit.metres
        wider = max(wider, (f"“about”: {policy.about:.0%} of the figure", metres), key=lambda part: part[1])
    narrower = _rounding(claim.distance, policy.inner_rounding, reading.unit)
    outer = interval.widened(wider[1] + reach[1], floor=reading.floor)
    inner = _inner(reading, narrower[1] + reach[1])
    if claim.zone_may_reach_farther:
        outer = Interval(outer.low, math.inf)
        inner = None if claim.relation.traits.is_complement else inner
    return Region(reading=reading, outer=outer, inner=inner, widened_by=(wider, reach), narrowed_by=(narrower, reach))


def near_m(reading: Reading, policy: Policy) -> float:
    """How far "near" surely enough reaches: what is near a border is farther from it than what is near a town, the larger of the two.

    Nearness grows with what it is measured from (Worboys 2001), so of a line what three quarters mean stands for what half do. What is said
    to be on it is nearer than that.
    """
    claim = reading.claim
    before = claim.span.report.text[claim.span.start : claim.anchors[0].span.start].casefold().split()
    return policy.near_max_m if reading.anchor.kind in LINES and _ON.isdisjoint(before) else policy.near_m


def _rounding(quantity: Quantity, rule: str, unit: Unit) -> tuple[str, float]:
    """What the figures may be off by under a named convention, metres, with what it is for."""
    slack = rounding_slack(quantity, rule)
    return (f"rounding as by {rule}: {slack:g} {unit.value}", slack * unit.metres)


def _offset_slack(reading: Reading, policy: Policy) -> float:
    """What two legs at right angles add up to, each as far off as the figure may be rounded: √2 of one (Chapman & Wieczorek 2020)."""
    quantity, unit = reading.claim.distance, reading.unit
    return 0.0 if quantity is None or unit is None else math.sqrt(2) * rounding_slack(quantity, policy.outer_rounding) * unit.metres


def _inner(reading: Reading, slack: float) -> Interval | None:
    """The inner bound: narrower by the slack, but a bare figure keeps half its last digit, since nobody measures to the metre."""
    claim, interval = reading.claim, reading.distance
    if interval.low == interval.high and claim.distance is not None:
        half = rounding_slack(claim.distance, "chapman2020") * claim.distance.unit.metres
        left = 2 * half - slack
        return interval.widened(left, floor=reading.floor) if left > 0 else None
    return interval.narrowed(slack, floor=reading.floor)


def _footprint(reading: Reading) -> Region:
    anchor, interval = reading.anchor, reading.distance
    if reading.footprint is not None:
        off = ((f"how far {anchor.name} is known to", reading.reach_m),)
        outer, inner = (change(reading.reach_m, floor=reading.floor) for change in (interval.widened, interval.narrowed))
        if reading.anchor.kind in UNMAPPED:
            inner = None
        return Region(reading=reading, outer=interval if outer is None else outer, inner=inner, widened_by=off, narrowed_by=off)
    if anchor.is_area:
        return Region(reading=reading, outer=interval, inner=None)
    share = 1.0 if anchor.extent_stated else 0.5
    if math.isinf(interval.high):
        return Region(reading=reading, outer=Interval(interval.low * share, math.inf), inner=interval)
    return Region(reading=reading, outer=interval, inner=Interval(0.0, interval.high * share))


def distinct(regions: Iterable[Region]) -> list[Region]:
    """The first of the regions that hold the same points, in their order."""
    found: dict[RegionKey, Region] = {}
    for region in regions:
        found.setdefault(region.key, region)
    return list(found.values())


def ground_of(reading: Reading, side: Side = "plain") -> Ground:
    """What a reading's distances are measured from: its footprint or the part of it that the words name, or the anchor's point.

    Raises ValueError where nothing of the footprint lies in that part.
    """
    if reading.footprint is None:
        return Ground.at(reading.anchor.lonlat)
    sector = sector_of(reading, side)
    whole = reading.footprint.geometry
    return Ground(part_of_area(whole, sector) if sector is not None and is_part(reading) else whole)


def sector_of(reading: Reading, side: Side) -> Sector | None:
    """The directions of a reading by the words, at most, or at least; None for all.

    At most it is the next wider class of compass points, at least the next narrower (four quarters, eight, sixteen, thirty-two points).
    """
    if reading.sector is None:
        return None
    sector = reading.sector.scaled({"plain": 1.0, "outer": 2.0, "inner": 0.5}[side])
    return None if sector.half >= 180.0 else sector


def is_part(reading: Reading) -> bool:
    """Whether a reading puts something in a part of an area: its directions then cut the area, and distances are from what is left of it."""
    is_area = reading.footprint is not None and reading.footprint.is_area
    return is_area and reading.sector is not None and reading.claim.literal_distance is None and reading.claim.bearing is None


def is_shaped(reading: Reading) -> bool:
    """Whether a reading asks for more than a distance from a point."""
    return reading.footprint is not None or reading.sector is not None


def interval_of(region: Region, side: Side) -> Interval | None:
    """The distances of a region's bound; None for an inner one that there is not."""
    return {"plain": region.plain, "outer": region.outer, "inner": region.inner}[side]


def bounds_of(region: Region, side: Side, ground: Ground) -> Bounds | None:
    """What a region asks of a point by the figures as written, at most, or at least; None for an inner bound that there is not.

    Where directions count, the anchor may lie as far off as its extent. `ground` is that of the side (`ground_of`).
    """
    interval = interval_of(region, side)
    if interval is None:
        return None
    sector = sector_of(region.reading, side)
    if sector is None or is_part(region.reading):
        return Bounds(ground=ground, interval=interval)
    margin = {"plain": 0.0, "outer": 1.0, "inner": -1.0}[side] * region.reading.reach_m
    return Bounds(ground=ground, interval=interval, sector=sector, margin=margin)


def contains(region: Region, lonlat: tuple[float, float]) -> bool:
    """Whether a point (lon, lat) is in the region as read, by exact geodesic distance (and to a millimetre)."""
    bounds = bounds_of(region, "plain", ground_of(region.reading))
    return bounds is not None and bounds.slack(lonlat) >= -SAME_M

"""Whether two regions meet, by the figures, at most, and at least: by the formula where that is exact, by a search elsewhere."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace
from functools import cached_property
from itertools import product

from geomap.areas.regions import SAME_M, Side, distinct, interval_of, is_shaped, sector_of
from geomap.checks.feasibility.judging import Asking, Question
from geomap.checks.feasibility.landscape import Landscape
from geomap.checks.feasibility.pairwise import LonLat, common_point, gap_m
from geomap.checks.feasibility.search import EPSILON_M, Meeting, meet
from geomap.checks.feasibility.separation import known_to_m, nearest_of, separation
from geomap.geometry.geodesy import azimuth_deg, destination
from geomap.geometry.metric import Ground
from geomap.model import LINES, Reading, Region, RegionKey
from geomap.units import Interval

_MOVES = 40
_ALONG_M = 1.0
"""A border strays no farther from the edge of the land that it bounds."""


class RegionPair:
    """Two regions and whether they meet."""

    def __init__(self, first: Region, second: Region, landscape: Landscape) -> None:
        self.regions = (first, second)
        self.landscape = landscape
        self.apart = landscape.apart(landscape.ground(first.reading), landscape.ground(second.reading))
        self.is_shaped = any(is_shaped(region.reading) for region in self.regions)
        self._gaps: dict[Side, float] = {}
        self._found: dict[Side, Meeting | None] = {}

    def asking(self, plain: float) -> Asking[None]:
        """Learn the plain gap from what was judged already, and ask for the outer one."""
        self._gaps["plain"] = plain
        one, other = (self.landscape.bounds(region, "outer") for region in self.regions)
        if one is not None and other is not None and "outer" not in self._gaps:
            ((_, self._gaps["outer"]),) = yield Question([(one, other)])

    def gap(self, side: Side) -> float:
        """The gap of the two in metres; negative for an overlap, and infinite where one of them has no inner bound."""
        if side not in self._gaps:
            self._gaps[side] = self._inner_gap() if side == "inner" else self._gap(side)
        return self._gaps[side]

    def _gap(self, side: Side) -> float:
        one, other = (self.landscape.bounds(region, side) for region in self.regions)
        return math.inf if one is None or other is None else separation(one, other, self.landscape)

    @cached_property
    def is_from_one_line(self) -> bool:
        """Whether both are measured from one line or one area's edge, in all directions: then it makes no difference how closely that is known.

        A border is one line with the edge of the land that it bounds.
        """
        one, other = (region.reading for region in self.regions)
        if one.footprint is None or other.footprint is None or not (one.sector is other.sector is None):
            return False
        return self.landscape.ground(one) is self.landscape.ground(other) or self._is_edge(one, other) or self._is_edge(other, one)

    def _is_edge(self, line: Reading, land: Reading) -> bool:
        """Whether a line runs along the edge of an area, and does not run into it."""
        strays = self.apart.first if line is self.regions[0].reading else self.apart.second
        along = strays <= _ALONG_M and self.apart.nearest >= -_ALONG_M
        return along and line.anchor.kind in LINES and land.footprint is not None and land.footprint.is_area

    @property
    def outer_gap(self) -> float:
        """The gap at most: of the outer bounds, from one line without what it may be off by."""
        if not self.is_from_one_line:
            return self.gap("outer")
        first, second = self.regions
        return gap_m(_by_figures(first), _by_figures(second), self.apart)

    @property
    def gap_without_wider_directions(self) -> float:
        """The gap at most but for directions, which stay as they are by the words: positive where only wider ones close it."""
        narrow = [
            None if bounds is None else replace(bounds, sector=sector_of(region.reading, "plain") if bounds.sector is not None else None)
            for region in self.regions
            for bounds in [self.landscape.bounds(region, "outer")]
        ]
        one, other = narrow
        return math.inf if one is None or other is None else separation(one, other, self.landscape)

    def _inner_gap(self) -> float:
        """That of the inner bounds; where directions narrow them by how far their places reach, twice what a search finds to be missing."""
        if any(interval_of(region, "inner") is None for region in self.regions):
            return math.inf
        if not any(region.reading.sector is not None for region in self.regions):
            return self._gap("inner")
        if self.gap("plain") > 0:
            return self.gap("plain")
        found = self.search("inner")
        return math.inf if found is None else -2.0 * found.most if found.feasible is False else 0.0

    @property
    def least(self) -> float:
        """What the gap by the figures is no less than, by the triangle's inequality."""
        first, second = self.regions
        return gap_m(first.plain, second.plain, self.apart)

    @property
    def known_to_m(self) -> float:
        """How closely the gap by the figures is known."""
        one, other = (self.landscape.bounds(region) for region in self.regions)
        return 0.0 if one is None or other is None else known_to_m(one, other, self.gap("plain"))

    @property
    def nearest(self) -> tuple[LonLat, LonLat] | None:
        """The points of the two regions by the figures that are nearest to each other; None where they meet."""
        one, other = (self.landscape.bounds(region) for region in self.regions)
        return nearest_of(one, other, self.landscape) if one is not None and other is not None and self.gap("plain") > 0 else None

    @property
    def is_undecided(self) -> bool:
        """Whether by the figures as written a search neither found a common point nor ruled one out."""
        found = self.search("plain") if self.is_shaped else None
        return found is not None and found.feasible is not False and self.witness is None

    def search(self, side: Side) -> Meeting | None:
        """What a search finds; None where one of the two has no inner bound."""
        if side not in self._found:
            self._found[side] = meeting_of(self.regions, side, self.landscape)
        return self._found[side]

    def meets_surely(self) -> bool:
        """Whether the two meet by all admissible parameters: in their inner bounds, or at either end of what a bare figure may stand for.

        A bare figure ("15 km from X") has no inner bound where X is large: no point is surely 15 km from it, but some point is.
        """
        if self.gap("inner") <= 0:
            return True
        ends = [_ends(region) for region in self.regions]
        return all(ends) and all(gap_m(one, other, self.apart) <= 0 for one, other in product(*ends))

    @cached_property
    def witness(self) -> LonLat | None:
        """A common point, kept only if the exact predicate confirms it for both: in the inner bounds where these meet."""
        for side in ("inner", "plain"):
            point = self._common(side) if self.gap(side) <= 0 else None
            settled_point = None if point is None else settled(point, self.regions, self.landscape)
            if settled_point is not None:
                return settled_point
        return None

    def _common(self, side: Side) -> LonLat | None:
        if self.is_shaped:
            found = self.search(side)
            return None if found is None or found.slack < -EPSILON_M else found.point
        one, other = (interval_of(region, side) for region in self.regions)
        if one is None or other is None:
            return None
        first, second = self.regions
        return common_point(one, first.anchor.lonlat, other, second.anchor.lonlat)


class Pairs:
    """The pairs of a case's regions, with what was found of each before; regions that hold the same points are one."""

    def __init__(self, landscape: Landscape) -> None:
        self.landscape = landscape
        self._known: dict[tuple[RegionKey, RegionKey], RegionPair] = {}

    def of(self, first: Region, second: Region) -> RegionPair:
        """The pair of two regions; its own may be others that hold the same points."""
        key = (first.key, second.key)
        if key not in self._known:
            self._known[key] = RegionPair(first, second, self.landscape)
        return self._known[key]


def meeting_of(regions: Sequence[Region], side: Side, landscape: Landscape) -> Meeting | None:
    """What a search finds of regions; None where one of them has no inner bound."""
    bounds = [landscape.bounds(region, side) for region in distinct(regions)]
    asked = [each for each in bounds if each is not None]
    return meet(asked, only_whether=True) if len(asked) == len(bounds) else None


def settled(point: LonLat, regions: Sequence[Region], landscape: Landscape) -> LonLat | None:
    """A point (lon, lat) near one that is nearly in all regions, which the exact predicate puts in all of them; None where none is found.

    It is moved to the edge of the region that it misses most, again and again (the method of alternating projections).
    """
    regions = distinct(regions)
    for _ in range(_MOVES):
        missed = [(_slack(point, region, landscape), number) for number, region in enumerate(regions)]
        worst, number = min(missed)
        if worst >= -SAME_M:
            return point
        point = _moved(point, regions[number].plain, landscape.ground(regions[number].reading))
    return None


def _by_figures(region: Region) -> Interval:
    """The outer bound without how closely what it is measured from is known."""
    wider = sum(metres for _, metres in region.widened_by) - region.reading.reach_m
    interval = region.plain.widened(wider, floor=region.reading.floor)
    return Interval(interval.low, math.inf) if math.isinf(region.outer.high) else interval


def _slack(point: LonLat, region: Region, landscape: Landscape) -> float:
    bounds = landscape.bounds(region)
    return -math.inf if bounds is None else bounds.slack(point)


def _moved(point: LonLat, interval: Interval, ground: Ground) -> LonLat:
    """A point moved straight towards or away from what is nearest of a ground, to the nearer end of an interval of distances."""
    away = ground.distance(point)
    wanted = min(max(away, interval.low), interval.high)
    outwards = azimuth_deg(point, ground.nearest_point(point)) + (180.0 if away > 0 else 0.0)
    return destination(point, outwards, wanted - away)


def _ends(region: Region) -> list[Interval]:
    """The inner bound, or the ends of the outer one of a bare figure."""
    if region.inner is not None:
        return [region.inner]
    bare = region.plain.low == region.plain.high and not region.reading.is_offset
    return [Interval(end, end) for end in (region.outer.low, region.outer.high)] if bare else []


def by_place(readings: Sequence[Reading]) -> list[list[Reading]]:
    """Readings in groups of those that measure from one place."""
    found: dict[str, list[Reading]] = {}
    for reading in readings:
        found.setdefault(reading.anchor.id, []).append(reading)
    return list(found.values())


def reduced(region: Region, readings: Sequence[Reading], *, loosest: bool) -> Region | None:
    """A region as what the readings of its place allow together, or all of them allow; None where that is nothing."""
    lows, highs = [reading.distance.low for reading in readings], [reading.distance.high for reading in readings]
    low, high = (min(lows), max(highs)) if loosest else (max(lows), min(highs))
    return replace(region, reading=replace(readings[0], distance=Interval(low, high))) if low <= high else None

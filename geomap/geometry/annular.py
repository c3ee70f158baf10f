"""How far annular sectors lie apart, or how deep they lie in each other, for many pairs at once.

An annular sector holds the points whose distance from a centre is in a range and whose direction from it is in another; a disc, a ring, an
arc, a wedge and all that lies farther off than a radius are special cases. The nearest points of two that do not meet are a corner of one,
the foot of a perpendicular from one centre on a side of the other, or they lie on the line through both centres; and two that meet without
a corner in the other have sides or arcs that cross. So a fixed number of candidates decides.

They are looked for on a sphere. The distance of the two centres and the azimuths of the line between them are those of the ellipsoid
(Karney 2013), and the sphere's radius is the Gaussian one midway: then the third side of a geodesic triangle is off by less than its cube
times a twelfth of the gradient of the curvature, some centimetres in 200 km (as in Legendre's theorem, e.g. Bomford 1980, 2.16).
`nearest` works on the ellipsoid itself, from the point that the sphere shows.
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from geomap.geometry.geodesy import FARTHEST_M, SAME_POINT_M, WGS84, Array, azimuth_deg, destination, distance_m, lines_between

LonLat = tuple[float, float]
Mask = NDArray[np.bool_]
_CHUNK = 2048
"""Pairs that are looked at together, so that what they need stays near the processor."""
_FARTHEST = math.pi - 1e-4
"""On the sphere no radius is longer; what is cut off is hardly nearer to anything."""
TOUCH_M = 1e-3
"""Sectors no farther apart meet: the last digits of a figure are no metres."""
_ANGLE = 1e-10
"""Of a radian: rounding, half a millimetre on the earth."""
_STEPS = 12
_ROUNDS = 60
"""Times that a nearest point is projected from one sector to the other and back at most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Annuli:
    """Annular sectors, in arrays of one length."""

    lons: Array
    """Of the centres, degrees."""
    lats: Array
    low: Array
    """The least distances from the centres, metres."""
    high: Array
    """The greatest, which may be infinite."""
    middle: Array
    """Directions in the middle, degrees clockwise from north."""
    half: Array
    """How far the directions reach on either side, degrees; 180 or more for all."""

    @classmethod
    def of(cls, rows: list[Row]) -> Annuli:
        """Some, each with its centre (lon, lat), least and greatest distance, middle direction and half of the directions."""
        lons, lats, low, high, middle, half = np.array(rows, dtype=float).reshape(-1, 6).T
        return cls(lons=lons, lats=lats, low=low, high=high, middle=middle, half=half)

    def __len__(self) -> int:
        """How many they are."""
        return len(self.lons)

    def __getitem__(self, chosen: slice | Mask | NDArray[np.intp]) -> Annuli:
        """Those that a slice, a mask or a list of numbers names."""
        return Annuli(
            lons=self.lons[chosen],
            lats=self.lats[chosen],
            low=self.low[chosen],
            high=self.high[chosen],
            middle=self.middle[chosen],
            half=self.half[chosen],
        )


Row = tuple[float, float, float, float, float, float]


def margins_m(first: Annuli, second: Annuli) -> Array:
    """The gap of each two, metres: the least distance of a point of one from a point of the other. Negative for an overlap.

    An overlap is what one of the distances, or a side of the directions, has to give way until the two part; without limit where nothing
    does.

    >>> north = (0.0, 50.0, 20_000.0, 20_000.0, 0.0, 45.0)
    >>> south = (0.0, 50.0, 20_000.0, 20_000.0, 180.0, 45.0)
    >>> margins_m(Annuli.of([north]), Annuli.of([south])).round(-1)
    array([28280.])
    """
    parts = [_margins(first[at : at + _CHUNK], second[at : at + _CHUNK]) for at in range(0, len(first), _CHUNK)]
    return np.concatenate(parts) if parts else np.zeros(0)


def _margins(first: Annuli, second: Annuli) -> Array:
    apart, there, back = lines_between(first.lons, first.lats, second.lons, second.lats)
    margins = _of_rings(first, second, apart)
    shaped = (first.half < 180.0) | (second.half < 180.0)
    # Where the line through the centres shows the gap of the whole rings, directions take nothing away.
    if shaped.any():
        at = np.flatnonzero(shaped)
        pair = _Pair(first[at], second[at], apart[at], there[at], back[at])
        margins[at] = pair.margins(margins[at])
    return margins


def _of_rings(first: Annuli, second: Annuli, apart: Array) -> Array:
    """The margins of two rings in all directions, by the triangle's inequality."""
    beside = apart - first.high - second.high
    around = np.maximum(first.low - apart - second.high, second.low - apart - first.high)
    margins: Array = np.maximum(beside, around)
    return margins


@dataclass(frozen=True, slots=True)
class Annulus:
    """One annular sector."""

    at: LonLat
    """The centre (lon, lat)."""
    low: float
    """The least distance from it, metres."""
    high: float
    """The greatest, which may be infinite."""
    middle: float = 0.0
    """The direction in the middle, degrees clockwise from north."""
    half: float = 180.0
    """How far the directions reach on either side, degrees; 180 or more for all."""

    @property
    def row(self) -> Row:
        """As `Annuli.of` takes it."""
        return (*self.at, self.low, self.high, self.middle, self.half)

    @property
    def is_whole(self) -> bool:
        """Whether it has all directions."""
        return self.half >= 180.0

    def distances(self, lons: Array, lats: Array) -> Array:
        """How far points are from it, metres; nought in it. Exact but beside its sides, which are found on a sphere as in `margins_m`."""
        size = len(lons)
        away, azimuths, _ = lines_between(np.full(size, self.at[0]), np.full(size, self.at[1]), lons, lats)
        straight = np.maximum(np.maximum(self.low - away, away - self.high), 0.0)
        if self.is_whole:
            return straight
        off = np.abs((azimuths - self.middle + 180.0) % 360.0 - 180.0)
        outside = off > self.half + 1e-9
        if outside.any():
            straight[outside] = self._beside(away[outside], np.radians(off[outside] - self.half), lats[outside])
        return straight

    def _beside(self, away: Array, turn: Array, lats: Array) -> Array:
        """Distances of points that are some radians outside the nearer side."""
        radius = _gauss_radius((self.at[1] + lats) / 2)
        reach = away / radius
        # The other side may be nearer where less than half the directions are left between them.
        turn = np.minimum(turn, 2 * math.pi - 2 * math.radians(self.half) - turn)
        along = np.arctan2(np.sin(reach) * np.cos(turn), np.cos(reach)) * radius
        foot = np.clip(along, self.low, min(self.high, FARTHEST_M)) / radius
        squared = np.sin((reach - foot) / 2) ** 2 + np.sin(reach) * np.sin(foot) * np.sin(turn / 2) ** 2
        beside: Array = 2 * radius * np.arcsin(np.sqrt(np.minimum(squared, 1.0)))
        return beside

    def distance(self, point: LonLat) -> float:
        """How far a point (lon, lat) is from it, metres."""
        return float(self.distances(np.array([point[0]]), np.array([point[1]]))[0])

    def farthest_m(self, point: LonLat) -> float:
        """How far its farthest point is from a point (lon, lat), metres; infinite where it has no end."""
        if math.isinf(self.high):
            return math.inf
        there, away = azimuth_deg(self.at, point), distance_m(self.at, point)
        if away < SAME_POINT_M or _turn(there + 180.0, self.middle) <= self.half:
            return away + self.high
        ends = [destination(self.at, self.middle + side * self.half, reach) for side in (1, -1) for reach in (self.low, self.high)]
        ends += [self.at] if self.low <= 0 else []
        facing = [abs(away - reach) for reach in (self.low, self.high) if _turn(there, self.middle) <= self.half]
        return max(*(distance_m(point, end) for end in ends), *facing, 0.0)

    def nearest_point(self, point: LonLat) -> LonLat:
        """Its point (lon, lat) that is nearest to another, on the ellipsoid."""
        azimuth, away = azimuth_deg(self.at, point), distance_m(self.at, point)
        wanted = min(max(away, self.low), self.high)
        if self.is_whole or away < SAME_POINT_M or _turn(azimuth, self.middle) <= self.half + 1e-9:
            start = self.middle if away < SAME_POINT_M else azimuth
            return point if wanted == away else destination(self.at, start, wanted)
        feet = [self._foot(point, self.middle + side * self.half, away) for side in (1.0, -1.0)]
        return min(feet, key=lambda foot: distance_m(foot, point))

    def _foot(self, point: LonLat, side: float, away: float) -> LonLat:
        """The nearest point of a side: along it by the right triangle on a sphere, again and again (e.g. Baselga & Martínez-Llario 2018)."""
        radius = float(_gauss_radius(np.array((self.at[1] + point[1]) / 2)))
        along = min(max(away * math.cos(math.radians(_turn(azimuth_deg(self.at, point), side))), self.low), self.high)
        for _ in range(_STEPS):
            lon, lat, back = WGS84.fwd(*self.at, side, along)
            towards, _, left = WGS84.inv(lon, lat, *point)
            step = radius * math.atan2(math.sin(left / radius) * math.cos(math.radians(towards - back - 180.0)), math.cos(left / radius))
            moved = min(max(along + step, self.low), self.high)
            if abs(moved - along) < TOUCH_M / 10:
                break
            along = moved
        return destination(self.at, side, along)


def _turn(azimuth: float, other: float) -> float:
    """The angle between two directions, degrees, no more than 180."""
    return abs((azimuth - other + 180.0) % 360.0 - 180.0)


def _gauss_radius(lats: Array) -> Array:
    """The Gaussian radius of curvature at latitudes, metres: the sphere that fits the ellipsoid best there."""
    radius: Array = WGS84.a * math.sqrt(1 - WGS84.es) / (1 - WGS84.es * np.sin(np.radians(lats)) ** 2)
    return radius


def nearest_points(first: Annulus, second: Annulus) -> tuple[LonLat, LonLat]:
    """The points (lon, lat) of two annular sectors that do not meet, one of each, which are nearest to each other."""
    rows = Annuli.of([first.row]), Annuli.of([second.row])
    pair = _Pair(*rows, *lines_between(rows[0].lons, rows[0].lats, rows[1].lons, rows[1].lats))
    starts = [second.nearest_point(pair.nearest_candidate(pair.first, pair.second, first.at, back=False))]
    starts.append(pair.nearest_candidate(pair.second, pair.first, second.at, back=True))
    return min((_settled(first, second, start) for start in starts), key=lambda ends: distance_m(*ends))


def _settled(first: Annulus, second: Annulus, at_second: LonLat) -> tuple[LonLat, LonLat]:
    """From a point near the second, the ends of the shortest line: by projections from one to the other and back."""
    best = (first.nearest_point(at_second), at_second)
    for _ in range(_ROUNDS):
        there = second.nearest_point(best[0])
        ends = (first.nearest_point(there), there)
        if distance_m(*best) - distance_m(*ends) < TOUCH_M / 10:
            return ends if distance_m(*ends) <= distance_m(*best) else best
        best = ends
    return best


class _Pair:
    """Pairs of annular sectors on the sphere."""

    def __init__(self, first: Annuli, second: Annuli, apart: Array, there: Array, back: Array) -> None:
        self.radius = _gauss_radius((first.lats + second.lats) / 2)
        self.lines = (there, back)
        delta = np.minimum(apart / self.radius, math.pi)
        zero, one, sin, cos = np.zeros_like(delta), np.ones_like(delta), np.sin(delta), np.cos(delta)
        self.delta = delta
        self.first = _Sector(first, there, self.radius, np.array([[zero, zero, one], [one, zero, zero], [zero, one, zero]]))
        self.second = _Sector(second, back, self.radius, np.array([[sin, zero, cos], [-cos, zero, sin], [zero, -one, zero]]))

    def margins(self, of_rings: Array) -> Array:
        """The margins in metres, given those of the whole rings."""
        gap = self.gaps()
        meet = gap * self.radius <= TOUCH_M
        at = np.flatnonzero(~meet)
        # A corner may be no nearer than the other's sides though these cross.
        meet[at] = self[at].cross()
        margins = gap * self.radius
        at = np.flatnonzero(meet)
        if len(at):
            margins[at] = np.maximum(-self[at].depths() * self.radius[at], of_rings[at])
            margins[at] = np.minimum(margins[at], 0.0)
        return margins

    def __getitem__(self, chosen: NDArray[np.intp]) -> _Pair:
        """Some of the pairs."""
        pair = object.__new__(_Pair)
        pair.radius, pair.delta, pair.lines = self.radius[chosen], self.delta[chosen], self.lines
        pair.first, pair.second = self.first[chosen], self.second[chosen]
        return pair

    def gaps(self) -> Array:
        """The least distance of the candidates, radians: what it is where the sectors do not meet, and no less than nought where they do."""
        return np.minimum(self._from(self.first, self.second), self._from(self.second, self.first))

    def _from(self, one: _Sector, other: _Sector) -> Array:
        """The least distance from the candidates of a sector to another."""
        points, there = self.candidates(one, other)
        away = np.where(there, other.distances(points), np.inf)
        least: Array = away.min(axis=0)
        return least

    def nearest_candidate(self, one: _Sector, other: _Sector, centre: LonLat, *, back: bool) -> LonLat:
        """Of one pair, the candidate (lon, lat) of a sector with that centre that is nearest to the other."""
        points, there = self.candidates(one, other)
        point = points[:, int(np.argmin(np.where(there, other.distances(points), np.inf)[:, 0])), :1]
        reach = float(one.away(point[:, None])[0, 0]) * float(self.radius[0])
        ahead, aside = (float(_dot(point, one.axes[number])[0]) for number in (1, 2))
        return destination(centre, float(self.lines[back][0]) + math.degrees(math.atan2(aside, ahead)), reach)

    @staticmethod
    def candidates(one: _Sector, other: _Sector) -> tuple[Array, Mask]:
        """Points of a sector that may be nearest to another, (3, 10, n), and which of them there are."""
        straight, there = one.on_line()
        feet, reached = one.feet(other.axes[0])
        points = np.concatenate([one.corners, straight, feet], axis=1)
        return points, np.concatenate([np.broadcast_to(one.has_sides, (4, len(one.low))), there, reached])

    def cross(self) -> Mask:
        """Whether a side of one crosses the other, or an arc an arc."""
        first, second = self.first, self.second
        meet = first.sides_cross(second)
        for one, other in ((first, second), (second, first)):
            points, there = one.sides_at(other.axes[0], other.low)
            meet |= (there & one.in_range(points) & other.in_sector(points)).any(axis=0)
        for points, there in self.arcs_cross():
            meet |= (there & first.in_sector(points) & second.in_sector(points)).any(axis=0)
        return meet

    def arcs_cross(self) -> Iterator[tuple[Array, Mask]]:
        """The points where circles of both cross, (3, 2, n) for each two circles, and whether there are any."""
        for mine in (self.first.low, self.first.high):
            for others in (self.second.low, self.second.high):
                yield self._crossing(mine, others)

    def _crossing(self, mine: Array, others: Array) -> tuple[Array, Mask]:
        """By the half-angle formula of the triangle of both centres and the point."""
        scale = np.sin(self.delta) * np.sin(mine)
        with np.errstate(divide="ignore", invalid="ignore"):
            squared = (np.sin(others / 2) ** 2 - np.sin((self.delta - mine) / 2) ** 2) / scale
        there = (squared >= -_ANGLE) & (squared <= 1 + _ANGLE)
        turn = 2 * np.arcsin(np.sqrt(np.clip(np.where(there, squared, 0.0), 0.0, 1.0)))
        points = self.first.at(np.stack([mine, mine]), np.stack([turn, -turn]))
        return points, np.broadcast_to(there, (2, len(mine)))

    def depths(self) -> Array:
        """What one of the distances or a side has to give way, radians, of pairs that meet."""
        return np.minimum(self._depth(self.first, self.second), self._depth(self.second, self.first))

    def _depth(self, one: _Sector, other: _Sector) -> Array:
        """What `one` has to give way."""
        points, there = self._edge_of(one, other)
        away = one.away(points)
        nearest = np.where(there, away, np.inf).min(axis=0)
        nearest = np.where(other.contains(one.axes[0][:, None])[0], 0.0, nearest)
        farthest = np.where(there, away, -np.inf).max(axis=0)
        farthest = np.where((other.high >= _FARTHEST) & ~np.isneginf(farthest), np.inf, farthest)
        inwards = np.where((nearest > _ANGLE) & (one.high < _FARTHEST), one.high - nearest, np.inf)
        outwards = np.where(np.isneginf(farthest), np.inf, farthest - one.low)
        return np.minimum(np.minimum(inwards, outwards), self._aside(one, other, points, there))

    def _edge_of(self, one: _Sector, other: _Sector) -> tuple[Array, Mask]:
        """Points of `other` in the directions of `one` that may be nearest to its centre or farthest from it: (3, k, n), and which count."""
        straight, straight_there = other.on_line()
        feet, reached = other.feet(one.axes[0])
        own = np.concatenate([other.corners, straight, feet], axis=1)
        own_there = np.concatenate([np.broadcast_to(other.has_sides, (4, len(one.low))), straight_there, reached]) & one.in_sector(own)
        low, low_there = one.sides_at(other.axes[0], other.low)
        high, high_there = one.sides_at(other.axes[0], other.high)
        across, across_there = one.sides_crossing(other)
        crossed = np.concatenate([low, high], axis=1)
        crossed_there = np.concatenate([low_there, high_there]) & other.in_sector(crossed) & one.ahead(crossed)
        points = np.concatenate([own, crossed, across], axis=1)
        return points, np.concatenate([own_there, crossed_there, across_there & other.in_range(across) & one.ahead(across)])

    def _aside(self, one: _Sector, other: _Sector, points: Array, there: Mask) -> Array:
        """How far the sides of `one` have to give way: the greatest distance from them of a point in both."""
        arcs = list(self.arcs_cross())
        middles = one.middles(other)
        found = np.concatenate([points, *(each for each, _ in arcs), middles, one.corners], axis=1)
        known = [there, *(each for _, each in arcs), np.ones((middles.shape[1] + 4, len(one.low)), dtype=bool)]
        counts = np.concatenate(known) & one.contains(found) & other.contains(found)
        deep = np.where(counts, one.aside(found), 0.0).max(axis=0)
        return np.where(one.has_sides, deep, np.inf)


class _Sector:
    """Annular sectors on the sphere: all lengths in radians, all points unit vectors."""

    def __init__(self, rows: Annuli, line: Array, radius: Array, axes: Array) -> None:
        self.axes = axes
        """The centre, the direction to the other centre, and the one to the right of it: (3, 3, n)."""
        self.low = np.minimum(rows.low / radius, _FARTHEST)
        self.high = np.minimum(rows.high / radius, _FARTHEST)
        self.half = np.radians(np.minimum(rows.half, 180.0))
        self.has_sides = rows.half < 180.0
        self.middle = np.radians(rows.middle - line)
        """From the direction to the other centre."""

    def __getitem__(self, chosen: NDArray[np.intp]) -> _Sector:
        """Some of the sectors."""
        sector = object.__new__(_Sector)
        sector.axes = self.axes[:, :, chosen]
        sector.low, sector.high, sector.half = self.low[chosen], self.high[chosen], self.half[chosen]
        sector.has_sides, sector.middle = self.has_sides[chosen], self.middle[chosen]
        return sector

    def towards(self, turns: Array) -> Array:
        """Unit vectors at the centre, some radians clockwise from the line: (3, k, n) for (k, n)."""
        turned: Array = np.cos(turns) * self.axes[1][:, None] + np.sin(turns) * self.axes[2][:, None]
        return turned

    def at(self, away: Array, turns: Array) -> Array:
        """Points at some distances in some directions, (3, k, n)."""
        points: Array = np.cos(away) * self.axes[0][:, None] + np.sin(away) * self.towards(turns)
        return points

    @cached_property
    def sides(self) -> Array:
        """Unit vectors along both sides, (3, 2, n)."""
        return self.towards(np.stack([self.middle - self.half, self.middle + self.half]))

    @cached_property
    def poles(self) -> Array:
        """Of the great circles of the sides: to the right of them, (3, 2, n)."""
        return _cross(self.axes[0][:, None], self.sides)

    @cached_property
    def centre_line(self) -> Array:
        """The middle direction, and the one to the right of it, (3, 2, n)."""
        return self.towards(np.stack([self.middle, self.middle + math.pi / 2]))

    @cached_property
    def corners(self) -> Array:
        """The four ends of the sides, (3, 4, n)."""
        radii = np.stack([self.low, self.high])
        cos, sin = np.cos(radii), np.sin(radii)
        ends = cos[:, None] * self.axes[0][:, None, None] + sin[:, None] * self.sides[:, None]
        corners: Array = ends.reshape(3, 4, -1)
        return corners

    def away(self, points: Array) -> Array:
        """Distances of points from the centre."""
        return _angle(_squared(points - self.axes[0][:, None]))

    def in_sector(self, points: Array) -> Mask:
        """Whether points lie in the directions."""
        ahead, aside = _dot(points, self.centre_line[:, :1]), _dot(points, self.centre_line[:, 1:])
        inside: Mask = (ahead >= np.cos(self.half) * np.hypot(ahead, aside) - _ANGLE) | ~self.has_sides
        return inside

    def in_range(self, points: Array) -> Mask:
        """Whether points lie at the distances."""
        away = self.away(points)
        return (away >= self.low - _ANGLE) & (away <= self.high + _ANGLE)

    def contains(self, points: Array) -> Mask:
        """Whether points lie in the sector."""
        return self.in_range(points) & self.in_sector(points)

    def ahead(self, points: Array) -> Mask:
        """Whether points of a side's great circle lie on the side itself and not behind the centre."""
        return (_dot(points, self.sides[:, :1]) >= -_ANGLE) & (np.abs(_dot(points, self.poles[:, :1])) <= _ANGLE * 10) | (
            (_dot(points, self.sides[:, 1:]) >= -_ANGLE) & (np.abs(_dot(points, self.poles[:, 1:])) <= _ANGLE * 10)
        )

    def distances(self, points: Array) -> Array:
        """Distances of points (3, k, n) from the sector, nought in it."""
        away = self.away(points)
        straight = np.maximum(np.maximum(self.low - away, away - self.high), 0.0)
        along = _dot(points, self.axes[0][:, None])
        squared = np.full_like(away, np.inf)
        for side in range(2):
            ahead, aside = _dot(points, self.sides[:, side, None]), _dot(points, self.poles[:, side, None])
            beyond_low = ahead * np.cos(self.low) - along * np.sin(self.low) >= 0
            before_high = ahead * np.cos(self.high) - along * np.sin(self.high) <= 0
            upright = 2.0 - 2.0 * np.sqrt(np.maximum(0.0, 1.0 - aside * aside))
            squared = np.where(beyond_low & before_high, np.minimum(squared, upright), squared)
        for corner in range(4):
            squared = np.minimum(squared, _squared(points - self.corners[:, corner, None]))
        return np.where(self.in_sector(points), straight, _angle(squared))

    def on_line(self) -> tuple[Array, Mask]:
        """The points of the arcs on the line through both centres, (3, 4, n), and which of them are in the directions."""
        radii = np.stack([self.low, self.low, self.high, self.high])
        turns = np.zeros_like(radii)
        turns[1::2] = math.pi
        off = np.abs((turns - self.middle + math.pi) % (2 * math.pi) - math.pi)
        return self.at(radii, turns), (off <= self.half + _ANGLE) | ~self.has_sides

    def feet(self, point: Array) -> tuple[Array, Mask]:
        """The feet of perpendiculars from a point on the sides, (3, 2, n), and which of them there are."""
        ahead, along = _dot(point[:, None], self.sides), _dot(point[:, None], self.axes[0][:, None])
        scale = np.maximum(np.hypot(ahead, along), 1e-300)
        feet = (ahead * self.sides + along * self.axes[0][:, None]) / scale
        beyond_low = ahead * np.cos(self.low) - along * np.sin(self.low) >= 0
        before_high = ahead * np.cos(self.high) - along * np.sin(self.high) <= 0
        return feet, beyond_low & before_high & self.has_sides

    def sides_at(self, centre: Array, radius: Array) -> tuple[Array, Mask]:
        """Where the sides' great circles are at a distance from a point, (3, 4, n), and whether they ever are; ahead of the centre only."""
        ahead, along = _dot(centre[:, None], self.sides), _dot(centre[:, None], self.axes[0][:, None])
        scale = np.hypot(ahead, along)
        with np.errstate(divide="ignore", invalid="ignore"):
            share = np.cos(radius) / scale
        there = (share <= 1.0 + 1e-15) & (share >= -1.0) & self.has_sides
        foot, half = np.arctan2(ahead, along), np.arccos(np.clip(np.where(there, share, 1.0), -1.0, 1.0))
        where = np.concatenate([foot - half, foot + half])
        sides = np.concatenate([self.sides, self.sides], axis=1)
        there = np.concatenate([there, there]) & (where >= -_ANGLE)
        return np.cos(where) * self.axes[0][:, None] + np.sin(where) * sides, there

    def sides_crossing(self, other: _Sector) -> tuple[Array, Mask]:
        """Where the great circles of the sides cross those of another's, (3, 8, n), both of each two; and whether they are on the other's sides."""
        found, there = [], []
        for mine in range(2):
            across = _cross(self.poles[:, mine, None], other.poles)
            length = np.sqrt(_squared(across))
            sound = (length > 1e-12) & self.has_sides & other.has_sides
            across = across / np.maximum(length, 1e-300)
            for sign in (1.0, -1.0):
                points = sign * across
                found.append(points)
                there.append(sound & (_dot(points, other.sides) >= -_ANGLE))
        return np.concatenate(found, axis=1), np.concatenate(there)

    def sides_cross(self, other: _Sector) -> Mask:
        """Whether a side crosses a side of another."""
        points, there = self.sides_crossing(other)
        sides = np.concatenate([self.sides[:, [number // 4] * 2] for number in (0, 2, 4, 6)], axis=1)
        there = there & (_dot(points, sides) >= -_ANGLE) & self.in_range(points) & other.in_range(points)
        return np.asarray(there.any(axis=0))

    def aside(self, points: Array) -> Array:
        """How far points in the sector are from the nearer side, or from the centre where both sides are behind it."""
        away = self.away(points)
        ahead, aside = _dot(points, self.centre_line[:, :1]), _dot(points, self.centre_line[:, 1:])
        turn = np.maximum(self.half - np.abs(np.arctan2(aside, ahead)), 0.0)
        deep: Array = np.arcsin(np.clip(np.sin(away) * np.sin(np.minimum(turn, math.pi / 2)), 0.0, 1.0))
        return deep

    def middles(self, other: _Sector) -> Array:
        """Points that may be farthest from the sides, (3, 18, n): on the middle line, and straight across from the sides on another's arcs."""
        line = self.centre_line[:, :1]
        poles = np.concatenate([self.poles, -self.poles], axis=1)
        centre = other.axes[0][:, None]
        outwards = poles - _dot(poles, centre) * centre
        outwards = outwards / np.maximum(np.sqrt(_squared(outwards)), 1e-300)
        across = [np.cos(radius) * centre + np.sin(radius) * outwards for radius in (other.low, other.high)]
        own = [np.cos(radius) * self.axes[0][:, None] + np.sin(radius) * line for radius in (self.low, self.high)]
        ahead, along = _dot(centre, line), _dot(centre, self.axes[0][:, None])
        foot, scale = np.arctan2(ahead, along), np.maximum(np.hypot(ahead, along), 1e-300)
        there = []
        for radius in (other.low, other.high):
            half = np.arccos(np.clip(np.cos(radius) / scale, -1.0, 1.0))
            there += [np.cos(foot + sign * half) * self.axes[0][:, None] + np.sin(foot + sign * half) * line for sign in (1.0, -1.0)]
        sides = _cross(self.centre_line[:, 1:], other.poles)
        crossed = sides / np.maximum(np.sqrt(_squared(sides)), 1e-300)
        return np.concatenate([*across, *own, *there, crossed, -crossed], axis=1)


def _dot(a: Array, b: Array) -> Array:
    product: Array = a[0] * b[0] + a[1] * b[1] + a[2] * b[2]
    return product


def _squared(a: Array) -> Array:
    return _dot(a, a)


def _cross(a: Array, b: Array) -> Array:
    return np.stack([a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]])


def _angle(squared: Array) -> Array:
    """The angle that a chord spans, by its square."""
    angle: Array = 2.0 * np.arcsin(np.minimum(1.0, np.sqrt(squared) / 2.0))
    return angle

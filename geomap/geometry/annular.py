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
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from geomap.geometry.geodesy import (
    FARTHEST_M,
    SAME_POINT_M,
    WGS84,
    Array,
    azimuth_deg,
    destination,
    destinations,
    distance_m,
    lines_between,
)

LonLat = tuple[float, float]
Mask = NDArray[np.bool_]
_CHUNK = 1024
"""Pairs that are looked at together, so that what they need stays near the processor."""
_FARTHEST = math.pi - 1e-4
"""On the sphere no radius is longer; what is cut off is hardly nearer to anything."""
TOUCH_M = 0.2
"""Sectors no farther apart meet: the last digits of a figure are no metres, and a chord so short is lost in rounding."""
_ANGLE = 1e-10
"""Of a radian: rounding, half a millimetre on the earth."""
_PARALLEL = 1e-12
"""Great circles whose poles are this near are one."""
_CLOSE_M = 1e-4
_ANY_DEG = 110.0
"""The direction of the line between two rings about one point, which are as near to each other all round."""
_STEPS = 12
_ENDLESS_M = 100_000.0
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


def margins_m(first: Annuli, second: Annuli, *, with_depths: bool = True) -> Array:
    """The gap of each two, metres: the least distance of a point of one from a point of the other. Negative for an overlap.

    An overlap is what one of the distances, or a side of the directions, has to give way until the two part; without limit where nothing
    does. Without depths it is that of the two rings in all directions, which takes less time.

    >>> north = (0.0, 50.0, 20_000.0, 20_000.0, 0.0, 45.0)
    >>> south = (0.0, 50.0, 20_000.0, 20_000.0, 180.0, 45.0)
    >>> margins_m(Annuli.of([north]), Annuli.of([south])).round(-1)
    array([28280.])
    """
    margins, meet = np.zeros(len(first)), np.zeros(len(first), dtype=bool)
    for at in range(0, len(first), _CHUNK):
        chunk = slice(at, at + _CHUNK)
        margins[chunk], meet[chunk] = _gaps(first[chunk], second[chunk])
    deep = np.flatnonzero(meet) if with_depths else np.zeros(0, dtype=np.intp)
    for at in range(0, len(deep), _CHUNK):
        chosen = deep[at : at + _CHUNK]
        pair = _Pair(first[chosen], second[chosen], *_lines(first[chosen], second[chosen]))
        margins[chosen] = np.minimum(np.maximum(-pair.depths() * pair.radius, margins[chosen]), 0.0)
    return margins


def ring_margins_m(first: Annuli, second: Annuli) -> Array:
    """As `margins_m`, of the whole rings: in all directions, whatever theirs are."""
    return _of_rings(first, second, _lines(first, second)[0])


def _gaps(first: Annuli, second: Annuli) -> tuple[Array, Mask]:
    """The margins, but where sectors meet those of the whole rings; and where they do."""
    apart, there, back = _lines(first, second)
    margins = _of_rings(first, second, apart)
    at = np.flatnonzero((first.half < 180.0) | (second.half < 180.0))
    meet = np.zeros(len(margins), dtype=bool)
    if len(at):
        all_of_them = len(at) == len(margins)
        pair = _Pair(first, second, apart, there, back) if all_of_them else _Pair(first[at], second[at], apart[at], there[at], back[at])
        gaps, met = pair.margins(margins[at])
        margins[at], meet[at] = np.where(met, np.minimum(margins[at], 0.0), gaps), met
    return margins, meet


def _lines(first: Annuli, second: Annuli) -> tuple[Array, Array, Array]:
    return lines_between(first.lons, first.lats, second.lons, second.lats)


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

    def sampled(self, around: int, across: int) -> tuple[Array, Array]:
        """Some of its points, longitudes and latitudes: in so many directions at so many distances, of what has no end as far as it is thick."""
        high = self.high if math.isfinite(self.high) else 2 * self.low + _ENDLESS_M
        reach, turn = np.meshgrid(np.linspace(self.low, high, across), self.middle + np.linspace(-self.half, self.half, around))
        size = reach.size
        lons, lats, _ = destinations(np.full(size, self.at[0]), np.full(size, self.at[1]), turn.ravel(), reach.ravel())
        return lons, lats

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
            if abs(moved - along) < _CLOSE_M:
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
    if first.is_whole and second.is_whole and distance_m(first.at, second.at) < SAME_POINT_M:
        reach = (first.high, second.low) if first.high < second.low else (first.low, second.high)
        ends = [destination(each.at, _ANY_DEG, away) for each, away in zip((first, second), reach, strict=True)]
        return ends[0], ends[1]
    rows = Annuli.of([first.row]), Annuli.of([second.row])
    pair = _Pair(*rows, *lines_between(rows[0].lons, rows[0].lats, rows[1].lons, rows[1].lats))
    starts = [second.nearest_point(pair.nearest_candidate(pair.first, pair.second, first.at, back=False))]
    starts.append(pair.nearest_candidate(pair.second, pair.first, second.at, back=True))
    return min((_settled(first, second, start) for start in starts), key=lambda ends: distance_m(*ends))


def crossings(first: Annulus, second: Annulus) -> tuple[Array, Array]:
    """Where arcs of two annular sectors cross, longitudes and latitudes: as whole circles, whatever their directions."""
    rows = Annuli.of([first.row]), Annuli.of([second.row])
    apart, there, back = lines_between(rows[0].lons, rows[0].lats, rows[1].lons, rows[1].lats)
    pair = _Pair(*rows, apart, there, back)
    (x, y, z), cross = pair.arcs_crossing()
    x, y, z = x[cross], y[cross], z[cross]
    reach, turn = np.arctan2(np.hypot(x, y), z) * pair.radius[0], there[0] + np.degrees(np.arctan2(y, x))
    if not len(x):
        return np.zeros(0), np.zeros(0)
    lons, lats, _ = destinations(np.full(len(x), first.at[0]), np.full(len(x), first.at[1]), turn, reach)
    return lons, lats


def _settled(first: Annulus, second: Annulus, at_second: LonLat) -> tuple[LonLat, LonLat]:
    """From a point near the second, the ends of the shortest line: by projections from one to the other and back."""
    best = (first.nearest_point(at_second), at_second)
    for _ in range(_ROUNDS):
        there = second.nearest_point(best[0])
        ends = (first.nearest_point(there), there)
        if distance_m(*best) - distance_m(*ends) < _CLOSE_M:
            return ends if distance_m(*ends) <= distance_m(*best) else best
        best = ends
    return best


class _Pair:
    """Pairs of annular sectors on the sphere."""

    def __init__(self, first: Annuli, second: Annuli, apart: Array, there: Array, back: Array) -> None:
        self.radius = _gauss_radius((first.lats + second.lats) / 2)
        self.lines = (there, back)
        self.delta = np.minimum(apart / self.radius, math.pi)
        self.sin, self.cos = np.sin(self.delta), np.cos(self.delta)
        self.first, self.second = _Sector(first, there, self.radius), _Sector(second, back, self.radius)

    def __getitem__(self, chosen: NDArray[np.intp]) -> _Pair:
        """Some of the pairs."""
        pair = object.__new__(_Pair)
        pair.radius, pair.delta, pair.lines = self.radius[chosen], self.delta[chosen], self.lines
        pair.sin, pair.cos = self.sin[chosen], self.cos[chosen]
        pair.first, pair.second = self.first[chosen], self.second[chosen]
        return pair

    def margins(self, of_rings: Array) -> tuple[Array, Mask]:
        """The gaps in metres, given the margins of the whole rings; and which of the pairs meet, whose gaps count for nothing."""
        gaps = self.gaps() * self.radius
        meet = gaps <= TOUCH_M
        # A corner may be no nearer than the other's sides though these cross.
        at = np.flatnonzero(~meet & (of_rings <= TOUCH_M))
        if len(at):
            meet[at] = self[at].cross()
        return gaps, meet

    def gaps(self) -> Array:
        """The least distance of the candidates, radians: what it is where the sectors do not meet, and no less than nought where they do."""
        return np.minimum(self._from(self.first, self.second), self._from(self.second, self.first, with_line=False))

    def _from(self, one: _Sector, other: _Sector, *, with_line: bool = True) -> Array:
        """The least distance from the candidates of a sector to another."""
        points, there = self.candidates(one, with_line=with_line)
        least: Array = other.distances(self.turned(points)).min(axis=0, where=there, initial=math.inf)
        return least

    def turned(self, points: Points) -> Points:
        """Points as seen from the other centre: the turn is the same both ways."""
        x, y, z = points
        return (z * self.sin - x * self.cos, -y, x * self.sin + z * self.cos)

    @property
    def other_centre(self) -> Points:
        """The other centre, from either."""
        return (self.sin, np.zeros_like(self.sin), self.cos)

    def candidates(self, one: _Sector, *, with_line: bool = True) -> tuple[Points, Mask]:
        """Points of a sector that may be nearest to another, (10, n), and which of them there are.

        On the line through both centres one of the two is enough, with a point of the other ring, which may lie in the first.
        """
        feet, reached = one.feet(self.other_centre)
        has_sides = np.broadcast_to(one.has_sides, (4, len(one.low)))
        straight, facing = one.on_line()
        if not with_line:
            straight, facing = (straight[0][:1], straight[1][:1], straight[2][:1]), ~one.has_sides[None]
        return _joined(one.corners(), feet, straight), np.concatenate([has_sides, reached, facing])

    def nearest_candidate(self, one: _Sector, other: _Sector, centre: LonLat, *, back: bool) -> LonLat:
        """Of one pair, the candidate (lon, lat) of a sector with that centre that is nearest to the other."""
        points, there = self.candidates(one)
        away = np.where(there, other.distances(self.turned(points)), np.inf)[:, 0]
        x, y, z = (float(each[int(np.argmin(away)), 0]) for each in points)
        reach = math.atan2(math.hypot(x, y), z) * float(self.radius[0])
        return destination(centre, float(self.lines[back][0]) + math.degrees(math.atan2(y, x)), reach)

    def cross(self) -> Mask:
        """Whether a side of one crosses the other, or an arc an arc."""
        first, second = self.first, self.second
        points, there = self.sides_crossing(first, second)
        meet = (there & first.in_range(points) & second.in_range(self.turned(points))).any(axis=0)
        for one, other in ((first, second), (second, first)):
            points, there = one.sides_at(self.other_centre, other.cos_low)
            meet |= (there & one.in_range(points) & other.in_sector(self.turned(points))).any(axis=0)
        points, there = self.arcs_crossing()
        meet |= (there & first.in_sector(points) & second.in_sector(self.turned(points))).any(axis=0)
        return np.asarray(meet)

    def arcs_crossing(self) -> tuple[Points, Mask]:
        """Where circles of both cross, seen from the first, (8, n), and whether they do: the triangle of both centres and the point."""
        mine = np.stack([self.first.low, self.first.low, self.first.high, self.first.high])
        others = np.stack([self.second.low, self.second.high, self.second.low, self.second.high])
        sin = np.sin(mine)
        with np.errstate(divide="ignore", invalid="ignore"):
            squared = (np.sin(others / 2) ** 2 - np.sin((self.delta - mine) / 2) ** 2) / (self.sin * sin)
        there = (squared >= -_ANGLE) & (squared <= 1 + _ANGLE)
        squared = np.clip(np.where(there, squared, 0.0), 0.0, 1.0)
        x, y, z = sin * (1.0 - 2.0 * squared), 2.0 * sin * np.sqrt(squared * (1.0 - squared)), np.cos(mine)
        return (np.concatenate([x, x]), np.concatenate([y, -y]), np.concatenate([z, z])), np.concatenate([there, there])

    def sides_crossing(self, one: _Sector, other: _Sector) -> tuple[Points, Mask]:
        """Where sides of two cross as great circles, seen from the first, (4, n), and whether that is ahead of both centres."""
        cos, sin = one.cos_sides[[0, 0, 1, 1]], one.sin_sides[[0, 0, 1, 1]]
        cos_other, sin_other = other.cos_sides[[0, 1, 0, 1]], other.sin_sides[[0, 1, 0, 1]]
        pole = (sin_other * self.cos, -cos_other, -sin_other * self.sin)
        x, y, z = cos * pole[2], sin * pole[2], -sin * pole[1] - cos * pole[0]
        length = np.sqrt(x * x + y * y + z * z)
        sound = (length > _PARALLEL) & one.has_sides & other.has_sides
        # Of the two ends of the axis the one that is ahead.
        length = np.where(x * cos + y * sin < 0, -1.0, 1.0) * np.maximum(length, _PARALLEL)
        points = (x / length, y / length, z / length)
        there = self.turned(points)
        return points, sound & (there[0] * cos_other + there[1] * sin_other >= -_ANGLE)

    def depths(self) -> Array:
        """What one of the distances or a side has to give way, radians, of pairs that meet."""
        return np.minimum(self._depth(self.first, self.second), self._depth(self.second, self.first))

    def _depth(self, one: _Sector, other: _Sector) -> Array:
        """What `one` has to give way."""
        points, there = self._edge_of(one, other)
        away = _away(points)
        nearest = np.where(there, away, np.inf).min(axis=0)
        nearest = np.where(other.contains(self.other_centre), 0.0, nearest)
        farthest = np.where(there, away, -np.inf).max(axis=0)
        farthest = np.where((other.high >= _FARTHEST) & ~np.isneginf(farthest), np.inf, farthest)
        inwards = np.where((nearest > _ANGLE) & (one.high < _FARTHEST), one.high - nearest, np.inf)
        outwards = np.where(np.isneginf(farthest), np.inf, farthest - one.low)
        return np.minimum(np.minimum(inwards, outwards), self._aside(one, other, points, there))

    def _edge_of(self, one: _Sector, other: _Sector) -> tuple[Points, Mask]:
        """Points of `other` in the directions of `one` that may be nearest to its centre or farthest from it, seen from that; which count."""
        own, own_there = self.candidates(other)
        own = self.turned(own)
        low, low_there = one.sides_at(self.other_centre, other.cos_low)
        high, high_there = one.sides_at(self.other_centre, other.cos_high)
        across, across_there = self.sides_crossing(one, other)
        crossed = _joined(low, high)
        there = [
            own_there & one.in_sector(own),
            np.concatenate([low_there, high_there]) & other.in_sector(self.turned(crossed)),
            across_there & other.in_range(self.turned(across)),
        ]
        return _joined(own, crossed, across), np.concatenate(there)

    def _aside(self, one: _Sector, other: _Sector, points: Points, there: Mask) -> Array:
        """How far the sides of `one` have to give way: the greatest distance from them of a point in both."""
        arcs, arcs_there = self.arcs_crossing()
        arcs = arcs if one is self.first else self.turned(arcs)
        middles = self._middles(one, other)
        found = _joined(points, arcs, middles)
        known = np.concatenate([there, arcs_there, np.ones(middles[0].shape, dtype=bool)])
        counts = known & one.contains(found) & other.contains(self.turned(found))
        deep = np.where(counts, one.aside(found), 0.0).max(axis=0)
        return np.where(one.has_sides, deep, np.inf)

    def _middles(self, one: _Sector, other: _Sector) -> Points:
        """Points that may be farthest from the sides of `one`: on its middle line, and straight across from its sides on the other's arcs."""
        middle = _Sector.line(one)
        on_arcs = [middle.sides_at(self.other_centre, cos)[0] for cos in (other.cos_low, other.cos_high)]
        on_sides = self.sides_crossing(middle, other)[0]
        own = middle.corners()
        poles = (np.concatenate([-one.sin_sides, one.sin_sides]), np.concatenate([one.cos_sides, -one.cos_sides]), 0.0)
        x, y, _ = self.turned(poles)  # type: ignore[arg-type]
        length = np.maximum(np.hypot(x, y), _PARALLEL)
        across = [(sin * x / length, sin * y / length, np.broadcast_to(cos, x.shape)) for sin, cos in other.circles]
        return _joined(*on_arcs, on_sides, own, *(self.turned(each) for each in across))


Points = tuple[Array, Array, Array]
"""Unit vectors, seen from a centre: towards the other centre, to the right of that, and up; three arrays (k, n)."""


_TWICE = [0, 1, 0, 1]


class _Sector:
    """Annular sectors on the sphere, lengths in radians, seen from their centres: with directions from that to the other centre."""

    def __init__(self, rows: Annuli, line: Array, radius: Array) -> None:
        self.low, self.high = np.minimum(rows.low / radius, _FARTHEST), np.minimum(rows.high / radius, _FARTHEST)
        self.half = np.radians(np.minimum(rows.half, 180.0))
        self.middle = np.radians(rows.middle - line)
        self.has_sides = rows.half < 180.0
        self._prepare()

    def _prepare(self) -> None:
        self.cos_low, self.sin_low = np.cos(self.low), np.sin(self.low)
        self.cos_high, self.sin_high = np.cos(self.high), np.sin(self.high)
        self.cos_half, self.sin_half = np.cos(self.half), np.sin(self.half)
        self.cos_middle, self.sin_middle = np.cos(self.middle), np.sin(self.middle)
        aside, ahead = self.sin_middle * self.cos_half, self.cos_middle * self.cos_half
        across, along = self.cos_middle * self.sin_half, self.sin_middle * self.sin_half
        self.cos_sides, self.sin_sides = np.stack([ahead + along, ahead - along]), np.stack([aside - across, aside + across])

    def __getitem__(self, chosen: NDArray[np.intp]) -> _Sector:
        """Some of the sectors."""
        sector = object.__new__(_Sector)
        for name, values in vars(self).items():
            setattr(sector, name, values[..., chosen])
        return sector

    def line(self) -> _Sector:
        """The middle lines alone."""
        sector = object.__new__(_Sector)
        sector.low, sector.high, sector.middle, sector.has_sides = self.low, self.high, self.middle, self.has_sides
        sector.half = np.zeros_like(self.half)
        sector._prepare()
        return sector

    @property
    def circles(self) -> tuple[tuple[Array, Array], tuple[Array, Array]]:
        """Sine and cosine of both distances."""
        return ((self.sin_low, self.cos_low), (self.sin_high, self.cos_high))

    def corners(self) -> Points:
        """The four ends of the sides."""
        x = np.concatenate([self.sin_low * self.cos_sides, self.sin_high * self.cos_sides])
        y = np.concatenate([self.sin_low * self.sin_sides, self.sin_high * self.sin_sides])
        return (x, y, np.stack([self.cos_low, self.cos_low, self.cos_high, self.cos_high]))

    def ahead(self, points: Points) -> tuple[Array, Array]:
        """Points as seen along the middle direction: ahead, and to either side of it."""
        x, y, _ = points
        return x * self.cos_middle + y * self.sin_middle, np.abs(y * self.cos_middle - x * self.sin_middle)

    def in_sector(self, points: Points) -> Mask:
        """Whether points lie in the directions."""
        ahead, aside = self.ahead(points)
        # To the side that is nearer: a point is in the sector where it is not beyond that.
        return np.asarray(self._beyond(ahead, aside) <= _ANGLE) | ~self.has_sides

    def _beyond(self, ahead: Array, aside: Array) -> Array:
        """How much less a point is ahead than it has to be for the directions; negative within them."""
        needed: Array = self.cos_half * np.sqrt(ahead * ahead + aside * aside) - ahead
        return needed

    def in_range(self, points: Points) -> Mask:
        """Whether points lie at the distances."""
        away = _away(points)
        return np.asarray((away >= self.low - _ANGLE) & (away <= self.high + _ANGLE))

    def contains(self, points: Points) -> Mask:
        """Whether points lie in the sector."""
        return self.in_range(points) & self.in_sector(points)

    def distances(self, points: Points) -> Array:
        """Distances of points from the sector, nought in it."""
        x, y, z = points
        across = np.sqrt(x * x + y * y)
        away = np.arctan2(across, z)
        straight = np.maximum(np.maximum(self.low - away, away - self.high), 0.0)
        ahead, aside = self.ahead(points)
        inside = (self.cos_half * across - ahead <= _ANGLE) | ~self.has_sides
        along, off = ahead * self.cos_half + aside * self.sin_half, aside * self.cos_half - ahead * self.sin_half
        nearest = np.maximum(self.cos_low * z + self.sin_low * along, self.cos_high * z + self.sin_high * along)
        reaches = (along * self.cos_low >= z * self.sin_low) & (along * self.cos_high <= z * self.sin_high)
        # Beside the side itself the sine is the sharper of the two.
        away = _angle(np.maximum(0.0, 2.0 - 2.0 * nearest))
        np.copyto(away, np.arcsin(np.minimum(1.0, np.abs(off))), where=reaches)
        np.copyto(away, straight, where=inside)
        return away

    def on_line(self) -> tuple[Points, Mask]:
        """The points of the arcs on the line through both centres, and which of them are in the directions."""
        towards = (self.cos_middle >= self.cos_half - _ANGLE) | ~self.has_sides
        behind = (-self.cos_middle >= self.cos_half - _ANGLE) | ~self.has_sides
        x = np.stack([self.sin_low, -self.sin_low, self.sin_high, -self.sin_high])
        z = np.stack([self.cos_low, self.cos_low, self.cos_high, self.cos_high])
        return (x, np.zeros_like(x), z), np.stack([towards, behind, towards, behind])

    def feet(self, point: Points) -> tuple[Points, Mask]:
        """The feet of perpendiculars from a point on the line through both centres on the sides, and which of them there are."""
        ahead, along = point[0] * self.cos_sides, point[2]
        scale = np.maximum(np.sqrt(ahead * ahead + along * along), _PARALLEL)
        there = (ahead * self.cos_low >= along * self.sin_low) & (ahead * self.cos_high <= along * self.sin_high) & self.has_sides
        return (ahead * self.cos_sides / scale, ahead * self.sin_sides / scale, along / scale), there

    def sides_at(self, centre: Points, cos_radius: Array) -> tuple[Points, Mask]:
        """Where the sides are at a distance from a point on the line through both centres, and whether they are, ahead of the own centre."""
        ahead, along = centre[0] * self.cos_sides, centre[2]
        scale = np.sqrt(ahead * ahead + along * along)
        there = (np.abs(cos_radius) <= scale * (1.0 + 1e-15)) & self.has_sides
        scale = np.maximum(scale, _PARALLEL)
        # To the foot of the perpendicular from the point, and as far again on either side of it as the radius asks.
        sin_foot, cos_foot = ahead / scale, along / scale
        cos_half = np.clip(cos_radius / scale, -1.0, 1.0)
        sin_half = np.sqrt(1.0 - cos_half * cos_half)
        sin = np.concatenate([sin_foot * cos_half - cos_foot * sin_half, sin_foot * cos_half + cos_foot * sin_half])
        cos = np.concatenate([cos_foot * cos_half + sin_foot * sin_half, cos_foot * cos_half - sin_foot * sin_half])
        points = (sin * self.cos_sides[_TWICE], sin * self.sin_sides[_TWICE], cos)
        return points, np.concatenate([there, there]) & (sin >= -_ANGLE)

    def aside(self, points: Points) -> Array:
        """How far points in the sector are from the nearer side, or from the centre where both sides are behind it."""
        ahead, aside = self.ahead(points)
        turn = np.maximum(self.half - np.arctan2(aside, ahead), 0.0)
        deep: Array = np.arcsin(np.clip(np.hypot(points[0], points[1]) * np.sin(np.minimum(turn, math.pi / 2)), 0.0, 1.0))
        return deep


def _joined(*points: Points) -> Points:
    return (
        np.concatenate([each[0] for each in points]),
        np.concatenate([each[1] for each in points]),
        np.concatenate([each[2] for each in points]),
    )


def _away(points: Points) -> Array:
    """Distances from the centre."""
    away: Array = np.arctan2(np.sqrt(points[0] * points[0] + points[1] * points[1]), points[2])
    return away


def _angle(squared: Array) -> Array:
    """The angle that a chord spans, by its square."""
    angle: Array = 2.0 * np.arcsin(np.minimum(1.0, np.sqrt(squared) / 2.0))
    return angle

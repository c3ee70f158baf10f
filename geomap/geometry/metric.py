"""What distances are measured from: a point, lines, or an area, true on the ellipsoid.

A line's or area's edges are straight in longitude and latitude between their vertices, as in their files. The nearest point of them is
looked for by straight lines through the earth, in a tree of balls round stretches of the line, and what is answered is the geodesic
distance (Karney 2013) to it: edges are cut so short that this is a few centimetres from the least distance at worst.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import Any

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry import Point
from shapely.geometry.base import BaseGeometry

from geomap.geometry.geodesy import FARTHEST_M, WGS84, Array, distances_m

LonLat = tuple[float, float]
STEP_DEG = 0.02
"""Longest edge, in degrees: some 2 km, whose chord strays from it by a few centimetres."""
_FAN = 16
"""Children of a ball in the tree."""
_CHUNK = 4096
"""Points that are looked at together."""
_MOST_EDGES = 50_000
"""Pieces of edges that are looked at together; where there are more, as along a line that is as far all the way, the bound is looser."""
_SEARCH_M, _SEARCH_SHARE = 1.0, 1e-5
"""How closely the farthest and the nearest point of a line are looked for: to a metre, and a hundred-thousandth of the distance."""
_RADIUS_M = 6_378_137.0
_SQUASH = 1.0 - WGS84.es


class Ground:
    """A point, lines or an area from which distances are measured.

    Longitudes and latitudes are degrees on WGS84, distances metres; those from an area are negative inside it, by how far its edge is.
    """

    def __init__(self, geometry: BaseGeometry) -> None:
        """Raises ValueError for an empty geometry, or one that is no point, line or polygon."""
        if geometry.is_empty:
            msg = "nothing can be measured from an empty geometry"
            raise ValueError(msg)
        self.geometry = geometry
        """As it was given, in degrees."""
        self.is_area = geometry.geom_type in ("Polygon", "MultiPolygon")
        self.point: LonLat | None = (float(geometry.x), float(geometry.y)) if isinstance(geometry, Point) else None
        """The point, where it is one."""
        self.starts, self.ends = _edges(geometry)
        """The ends (lon, lat) of its edges, cut short; a point is an edge without length."""
        self.tree = Balls(_in_space(self.starts), _in_space(self.ends))
        shapely.prepare(geometry)

    @classmethod
    def at(cls, lonlat: LonLat) -> Ground:
        """A point (lon, lat)."""
        return cls(Point(lonlat))

    def distances(self, lons: Array, lats: Array) -> Array:
        """Distances to points, each given by its longitude and latitude; negative inside an area.

        >>> border = Ground(shapely.LineString([(39.0, 33.0), (39.0, 34.0)]))
        >>> border.distances(np.array([38.0, 39.0]), np.array([33.5, 33.5])).round()
        array([92921.,     0.])
        """
        lons, lats = np.atleast_1d(np.asarray(lons, dtype=float)), np.atleast_1d(np.asarray(lats, dtype=float))
        if self.point is not None:
            return distances_m(self.point, lons, lats)
        away = np.concatenate(
            [self._to_edges(lons[at : at + _CHUNK], lats[at : at + _CHUNK]) for at in range(0, len(lons), _CHUNK)] or [np.zeros(0)]
        )
        if self.is_area:
            inside = shapely.contains_xy(self.geometry, (lons + 180.0) % 360.0 - 180.0, lats)
            away = np.where(inside, -away, away)
        return away

    def distance(self, lonlat: LonLat) -> float:
        """Distance to one point (lon, lat)."""
        return float(self.distances(np.array([lonlat[0]]), np.array([lonlat[1]]))[0])

    def nearest_point(self, lonlat: LonLat) -> LonLat:
        """The point (lon, lat) of the point, the lines or the area's edge that is nearest to another."""
        if self.point is not None:
            return self.point
        found, feet = self._feet(np.array([lonlat[0]]), np.array([lonlat[1]]))
        away = _geodesics(np.full(len(found), lonlat[0]), np.full(len(found), lonlat[1]), feet)
        lon, lat = feet[int(np.argmin(away))]
        return (float(lon), float(lat))

    def nearest(self, other: Ground) -> float:
        """The least distance between this and another, or hardly less where neither is an area or one is a point.

        Of an area it is negative where the other reaches into it; minus infinity of two areas that overlap.
        """
        if self.point is not None:
            return other.distance(self.point)
        if other.point is not None:
            return self.distance(other.point)
        if self.is_area and other.is_area:
            return -math.inf if shapely.intersects(self.geometry, other.geometry) else -_highest(self, lambda *at: -other.distances(*at))
        larger, smaller = sorted((self, other), key=lambda each: (each.is_area, len(each.starts)), reverse=True)
        if larger.is_area and shapely.touches(larger.geometry, smaller.geometry):
            return 0.0
        return -_highest(smaller, lambda *at: -larger.distances(*at))

    def farthest_from(self, other: Ground) -> float:
        """The greatest distance of a point of this from `other`, or hardly more where this is no area or `other` is a point."""
        if self.point is not None:
            return other.distance(self.point)
        if other.point is not None:  # along an edge that short the distance from a point is greatest at an end
            ends = np.concatenate([self.starts, self.ends])
            return float(distances_m(other.point, ends[:, 0], ends[:, 1]).max())
        if other.is_area and shapely.covers(other.geometry, self.geometry):
            return 0.0
        if self.is_area and other.point is None:
            return self._farthest_inside(other)
        return _highest(self, other.distances)

    def _farthest_inside(self, other: Ground) -> float:
        """A bound by single points of the other: nowhere in an area is farther from all of them than its edge is from one."""
        picked = np.linspace(0, len(other.starts) - 1, 9).astype(int)
        points = [Ground.at((float(lon), float(lat))) for lon, lat in other.starts[picked]]
        return min(_highest(self, point.distances) for point in points)

    def _to_edges(self, lons: Array, lats: Array) -> Array:
        point, feet = self._feet(lons, lats)
        away = _geodesics(lons[point], lats[point], feet)
        first = np.flatnonzero(np.diff(point, prepend=-1))
        return np.minimum.reduceat(away, first)

    def _feet(self, lons: Array, lats: Array) -> tuple[NDArray[np.intp], Array]:
        """For each point, by its number and in order, the feet (lon, lat) on the edges that may be nearest."""
        point, edge, share = self.tree.nearest(_in_space(np.column_stack([lons, lats])))
        return point, self.starts[edge] + share[:, None] * (self.ends[edge] - self.starts[edge])


class Balls:
    """Edges in space, in a tree of balls round so many successive ones that points far from them are soon passed over."""

    def __init__(self, starts: Array, ends: Array) -> None:
        self.starts, self.along = starts, ends - starts
        self.squared = np.maximum((self.along**2).sum(axis=1), 1e-12)
        centres = (starts + ends) / 2
        radii = np.sqrt(self.squared) / 2
        self.levels = [(centres, radii)]
        while len(centres) > _FAN:
            first = np.arange(0, len(centres), _FAN)
            count = np.diff(np.append(first, len(centres)))
            middle = np.add.reduceat(centres, first) / count[:, None]
            reach = np.linalg.norm(centres - np.repeat(middle, count, axis=0), axis=1) + radii
            centres, radii = middle, np.maximum.reduceat(reach, first)
            self.levels.append((centres, radii))

    def middles(self, level: int, balls: NDArray[np.intp]) -> tuple[NDArray[np.intp], Array]:
        """For balls of a level an edge near the middle of each, and how far on the earth the ball's farthest point may be from its start."""
        size = _FAN**level
        edges = np.minimum(balls * size + size // 2, len(self.starts) - 1)
        centres, radii = self.levels[level]
        reach = np.linalg.norm(self.starts[edges] - centres[balls], axis=1) + radii[balls]
        # An arc is longer than its chord, by a half of π at most.
        return edges, reach * np.where(reach < _RADIUS_M / 10, 1.001, math.pi / 2)

    def children(self, level: int, balls: NDArray[np.intp]) -> NDArray[np.intp]:
        """The balls of the next finer level in some of a level."""
        finer = (balls[:, None] * _FAN + np.arange(_FAN)).ravel()
        return finer[finer < len(self.levels[level - 1][0])]

    def nearest(self, points: Array) -> tuple[NDArray[np.intp], NDArray[np.intp], Array]:
        """Numbers of points and of the edges that may be nearest to each, in order of the points, and where on the edge the foot is."""
        top = len(self.levels[-1][0])
        point, ball = np.repeat(np.arange(len(points)), top), np.tile(np.arange(top), len(points))
        for level in range(len(self.levels) - 1, -1, -1):
            centres, radii = self.levels[level]
            away = _lengths(points[point] - centres[ball])
            point, ball = _kept(point, ball, away - radii[ball], away + radii[ball])
            if level:
                fewer = len(self.levels[level - 1][0])
                point, ball = np.repeat(point, _FAN), (ball[:, None] * _FAN + np.arange(_FAN)).ravel()
                point, ball = point[ball < fewer], ball[ball < fewer]
        offset = points[point] - self.starts[ball]
        share = np.clip((offset * self.along[ball]).sum(axis=1) / self.squared[ball], 0.0, 1.0)
        away = _lengths(offset - share[:, None] * self.along[ball])
        first = np.flatnonzero(np.diff(point, prepend=-1))
        least = np.repeat(np.minimum.reduceat(away, first), np.diff(np.append(first, len(point))))
        kept = away <= _with_slack(least)
        return point[kept], ball[kept], share[kept]


def _lengths(vectors: Array) -> Array:
    """What numpy's norm is by rows; that is slow where rows are as short as this."""
    x, y, z = vectors.T
    return np.sqrt(x * x + y * y + z * z)  # type: ignore[no-any-return]


def _kept(point: NDArray[Any], ball: NDArray[Any], least: Array, most: Array) -> tuple[NDArray[Any], NDArray[Any]]:
    """Points with the balls that may hold what is nearest to them."""
    first = np.flatnonzero(np.diff(point, prepend=-1))
    bound = np.repeat(np.minimum.reduceat(most, first), np.diff(np.append(first, len(point))))
    kept = least <= _with_slack(bound)
    return point[kept], ball[kept]


def _with_slack(chord: Array) -> Array:
    """What a chord may measure more than the shortest and still belong to the shortest geodesic.

    A geodesic of length s has a chord some s³/24ρ² shorter, and the radius of curvature ρ differs by 1 % over the earth and its directions.
    """
    return chord + 1e-3 * chord * (chord / _RADIUS_M) ** 2 + 0.05


def _edges(geometry: BaseGeometry) -> tuple[Array, Array]:
    """Starts and ends (lon, lat) of the edges, cut short; a point is an edge without length."""
    if isinstance(geometry, Point):
        at = np.array([[geometry.x, geometry.y]])
        return at, at
    if geometry.geom_type not in ("LineString", "MultiLineString", "LinearRing", "Polygon", "MultiPolygon"):
        msg = f"nothing is measured from a {geometry.geom_type}"
        raise ValueError(msg)
    lines = shapely.get_parts(geometry)
    if geometry.geom_type.endswith("Polygon"):
        lines = shapely.get_rings(lines)
    points, line = shapely.get_coordinates(shapely.segmentize(lines, STEP_DEG), return_index=True)
    joined = line[:-1] == line[1:]
    return points[:-1][joined], points[1:][joined]


def _in_space(points: Array) -> Array:
    """Points (lon, lat) on the ellipsoid in metres from the middle of the earth, three columns."""
    lon, lat = np.radians(points).T
    normal = _RADIUS_M / np.sqrt(1.0 - WGS84.es * np.sin(lat) ** 2)
    return np.column_stack([normal * np.cos(lat) * np.cos(lon), normal * np.cos(lat) * np.sin(lon), _SQUASH * normal * np.sin(lat)])


def _geodesics(lons: Array, lats: Array, points: Array) -> Array:
    return np.atleast_1d(np.asarray(WGS84.inv(lons, lats, points[:, 0], points[:, 1])[2]))


def _highest(ground: Ground, function: Callable[[Array, Array], Array]) -> float:
    """An upper bound of the greatest value on a ground's edges of a function that changes by a metre a metre at most; hardly more than it."""
    best = -math.inf
    tree, balls = ground.tree, np.arange(len(ground.tree.levels[-1][0]))
    for level in range(len(tree.levels) - 1, -1, -1):
        if not len(balls):
            break
        edges, reach = tree.middles(level, balls)
        value = function(ground.starts[edges, 0], ground.starts[edges, 1])
        best = max(best, float(value.max()))
        balls = balls[value + reach > best + _close(best)]
        balls = tree.children(level, balls) if level else balls
    starts, ends = ground.starts[balls], ground.ends[balls]
    while len(starts):
        middle = (starts + ends) / 2
        value = function(middle[:, 0], middle[:, 1])
        half = _geodesics(starts[:, 0], starts[:, 1], ends) / 2
        best = max(best, float(value.max()))
        if len(starts) > _MOST_EDGES:
            return min(float((value + half).max()), FARTHEST_M)
        left = value + half > best + _close(best)
        starts, ends = np.concatenate([starts[left], middle[left]]), np.concatenate([middle[left], ends[left]])
    return min(best + _close(best), FARTHEST_M)


def _close(best: float) -> float:
    return _SEARCH_M + _SEARCH_SHARE * abs(best)

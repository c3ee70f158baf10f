"""Annular sectors against lines and areas, in an azimuthal equidistant projection at the sectors' centre.

There arcs are arcs and sides are straight, and their distances from the centre are true. Other distances are never shorter in the plane
than on the ellipsoid, and longer by the factor c / sin c at most, where c is the angle from the centre (Snyder 1987, p. 192): the nearest
points of the plane are as far apart as those of the ellipsoid but for a share of 0.0002 at 200 km.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import shapely
from numpy.typing import NDArray
from pyproj import Proj
from shapely.geometry.base import BaseGeometry

from geomap.geometry.annular import Annulus
from geomap.geometry.constraint import Bounds
from geomap.geometry.geodesy import Array, destinations, distances_m
from geomap.geometry.metric import STEP_DEG, Ground
from geomap.units import Interval

LonLat = tuple[float, float]
_ARC_DEG = 1.0
"""Of an arc: its chord strays from it by 4 m at 100 km."""
_PROBES = 16
"""Points on the outline of a sector at which it is looked at how deep it reaches into an area, and how far from one."""
_LEVELS = 4.0
"""Of the lines so many times a level is kept round a sector, and the rest is cut away."""
_QUARTER_SEGMENTS = 64
_NEAR_M = 600_000.0
"""What is farther from the point is cut away where two lines or areas are compared."""
_PLANE_M = 5_000_000.0
"""What has no end is drawn so far."""
_BEYOND_M = 10_000.0
"""A sector without an end is drawn so far beyond all that it is compared with."""


class Local:
    """Lines or an area as they lie round a point; what was found of a sector is kept, for its readings are many."""

    def __init__(self, centre: LonLat, ground: Ground) -> None:
        self._plane = Proj(proj="aeqd", lon_0=centre[0], lat_0=centre[1], ellps="WGS84")
        self._is_area = ground.is_area
        self._geometry = shapely.transform(shapely.segmentize(ground.geometry, STEP_DEG), self._flat)
        shapely.prepare(self._geometry)
        self._edges = shapely.STRtree(shapely.linestrings(np.stack([self._flat(ground.starts), self._flat(ground.ends)], axis=1)))
        self._shapes: dict[Annulus, BaseGeometry] = {}
        self._probed: dict[Annulus, tuple[float, float]] = {}
        self._nearest: dict[Annulus, float] = {}
        self._levels: dict[tuple[Annulus, float], float] = {}
        self._levels_drawn: dict[tuple[float, bool], BaseGeometry] = {}
        self._belts: dict[Interval, BaseGeometry] = {}
        self._far = float(distances_m(centre, ground.starts[:, 0], ground.starts[:, 1]).max()) + _BEYOND_M

    def probed(self, sectors: Sequence[Annulus]) -> list[tuple[float, float]]:
        """How far the nearest and the farthest of some points of each sector are from the lines or the area, metres; negative inside that.

        Sectors are about the centre. A sector is in one piece, so that it has a point at each distance between the two.
        """
        new = [sector for sector in dict.fromkeys(sectors) if sector not in self._probed]
        if new:
            lines = np.array([_outline(self._shape_of(sector)) for sector in new], dtype=object)
            points = shapely.get_coordinates(shapely.line_interpolate_point(lines[:, None], _SHARES, normalized=True))
            signed = self._signed(points).reshape(len(new), -1)
            ends = zip(signed.min(axis=1).tolist(), signed.max(axis=1).tolist(), strict=True)
            self._probed.update(zip(new, ends, strict=True))
        return [self._probed[sector] for sector in sectors]

    def nearest_m(self, sectors: Sequence[Annulus]) -> list[float]:
        """How far the nearest point of each sector is from the lines or the area, metres; nought where they meet."""
        new = [sector for sector in dict.fromkeys(sectors) if sector not in self._nearest]
        if new:
            shapes = np.array([self._shape_of(sector) for sector in new], dtype=object)
            near = np.where(shapely.intersects(self._geometry, shapes), 0.0, self._to_edges(shapes))
            self._nearest.update(zip(new, near.tolist(), strict=True))
        return [self._nearest[sector] for sector in sectors]

    def _shape_of(self, sector: Annulus) -> BaseGeometry:
        if sector not in self._shapes:
            self._shapes[sector] = self._drawn(sector)
        return self._shapes[sector]

    def to_level(self, sector: Annulus, level: float) -> float:
        """How far a sector is from points at a distance from the lines or the area, and from what lies beyond them, metres.

        Nought where it has such points itself; infinite where there are none, as none is very deep in a small area. A negative level is
        a depth in the area, and beyond it lies what is deeper.
        """
        if (sector, level) not in self._levels:
            self._levels[sector, level] = self._to_level(sector, level)
        return self._levels[sector, level]

    def _to_level(self, sector: Annulus, level: float) -> float:
        shape, within = self._shape_of(sector), self._within(level, self._reach(sector))
        if level < 0:
            return math.inf if within.is_empty else float(shapely.distance(shape, within))
        return float(shapely.distance(shape, shapely.boundary(within))) if shapely.covers(within, shape) else 0.0

    def nearest_points(self, sector: Annulus, interval: Interval) -> tuple[LonLat, LonLat] | None:
        """The points (lon, lat) of a sector and of what lies at some distances from the lines or the area that are nearest to each other.

        None where they meet, or there is no such point.
        """
        shape = self._drawn(sector)
        if interval.high >= 0 and shapely.distance(shape, self._geometry) > interval.high:
            start, end = shapely.get_coordinates(shapely.shortest_line(shape, self._geometry))
            end = end + (start - end) * (interval.high / np.hypot(*(start - end)))
            return self._lonlat(start), self._lonlat(end)
        level = interval.high if interval.high < 0 else interval.low
        if not 0 < self.to_level(sector, level) < math.inf:
            return None
        within = self._within(level, self._reach(sector))
        start, end = shapely.get_coordinates(shapely.shortest_line(shape, within if level < 0 else shapely.boundary(within)))
        return self._lonlat(start), self._lonlat(end)

    def apart(self, mine: Bounds, other: Local, others: Bounds) -> float:
        """How far what one region asks of a point is from what another asks, measured from this and from another about the same point.

        Nought where they meet; infinite where one of the two has no point.
        """
        one, two = self._shape(mine), other._shape(others)
        if one.is_empty or two.is_empty:
            return math.inf
        # Borders have thousands of edges: what is prepared has them indexed, which `shapely.distance` makes no use of.
        return 0.0 if shapely.intersects(one, two) else float(shapely.length(shapely.shortest_line(one, two)))

    def are_apart(self, mine: Bounds, other: Local, others: Bounds, *, by_m: float) -> bool:
        """Whether what two regions ask of a point lies farther apart than that, metres, which takes less time than by how much."""
        one, two = self._shape(mine), other._shape(others)
        return not (one.is_empty or two.is_empty or shapely.intersects(one, two) or shapely.dwithin(one, two, by_m))

    def nearest_ends(self, mine: Bounds, other: Local, others: Bounds) -> tuple[LonLat, LonLat]:
        """The points (lon, lat) of both that are nearest to each other; neither may be empty."""
        start, end = shapely.get_coordinates(shapely.shortest_line(self._shape(mine), other._shape(others)))
        return self._lonlat(start), self._lonlat(end)

    def _shape(self, bounds: Bounds) -> BaseGeometry:
        """What a region asks of a point, in the plane."""
        if bounds.annulus is not None:
            return self._polar(bounds.annulus)
        belt, sector = self._belt(bounds.interval), bounds.sector
        if sector is None:
            return belt
        high = bounds.interval.high
        far = min(self._far + (max(high, 0.0) if math.isfinite(high) else _BEYOND_M), _PLANE_M)
        wedge = self._polar(Annulus(sector.at, 0.0, far, sector.middle, sector.half))
        return shapely.intersection(belt, shapely.buffer(wedge, bounds.margin) if bounds.margin else wedge)

    def _polar(self, sector: Annulus) -> BaseGeometry:
        """A sector about any point: as it is drawn about the own, with each vertex where it is on the ellipsoid."""
        drawn = self._drawn(sector)

        def placed(points: Array) -> Array:
            reach, turns = np.hypot(points[:, 0], points[:, 1]), np.degrees(np.arctan2(points[:, 0], points[:, 1]))
            lons, lats, _ = destinations(np.full(len(reach), sector.at[0]), np.full(len(reach), sector.at[1]), turns, reach)
            return self._flat(np.column_stack([lons, lats]))

        return shapely.transform(drawn, placed)

    def _belt(self, interval: Interval) -> BaseGeometry:
        """What lies at some distances, in the plane as far as it is drawn."""
        if interval not in self._belts:
            self._belts[interval] = self._drawn_belt(interval)
            shapely.prepare(self._belts[interval])
        return self._belts[interval]

    def _drawn_belt(self, interval: Interval) -> BaseGeometry:
        if interval.low == interval.high != 0:
            return shapely.boundary(self._within(interval.low))
        belt = shapely.box(*([-_PLANE_M] * 2), *([_PLANE_M] * 2)) if math.isinf(interval.high) else self._within(interval.high)
        return belt if interval.low <= (-math.inf if self._is_area else 0.0) else shapely.difference(belt, self._within(interval.low))

    def _reach(self, sector: Annulus) -> float:
        """How far a sector reaches as it is drawn."""
        return sector.high if math.isfinite(sector.high) else max(sector.low, self._far)

    def _within(self, level: float, reach: float = 0.0) -> BaseGeometry:
        """What is no farther than a distance, or as deep in the area as a negative one says, in the plane as far as it may matter.

        All of it where it is compared with what reaches beyond the part that is near.
        """
        key = (level, reach > _NEAR_M)
        if key not in self._levels_drawn:
            near = _NEAR_M + _LEVELS * abs(level)
            close = self._geometry if reach > _NEAR_M else shapely.clip_by_rect(self._geometry, -near, -near, near, near)
            within = shapely.buffer(close, level, quad_segs=_QUARTER_SEGMENTS) if level else close
            shapely.prepare(within)
            self._levels_drawn[key] = within
        return self._levels_drawn[key]

    def _lonlat(self, point: Array) -> LonLat:
        lon, lat = self._plane(point[0], point[1], inverse=True)
        return (float(lon), float(lat))

    def _signed(self, points: Array) -> Array:
        """Distances of points of the plane, negative inside an area."""
        away = self._to_edges(shapely.points(points))
        return np.where(shapely.contains_xy(self._geometry, points), -away, away) if self._is_area else away

    def _to_edges(self, shapes: NDArray[np.object_]) -> Array:
        away: Array = self._edges.query_nearest(shapes, return_distance=True, all_matches=False)[1]
        return away

    def _flat(self, points: Array) -> Array:
        return np.column_stack(self._plane(points[:, 0], points[:, 1]))

    def _drawn(self, sector: Annulus) -> BaseGeometry:
        """A sector in the plane."""
        low, high = sector.low, self._reach(sector)
        if high <= 0:
            return shapely.Point(0.0, 0.0)
        if sector.is_whole:
            turns = np.radians(np.arange(0.0, 360.0 + _ARC_DEG, _ARC_DEG))
        else:
            count = math.ceil(2 * sector.half / _ARC_DEG) + 1
            turns = np.radians(sector.middle + np.linspace(-sector.half, sector.half, max(count, 2)))
        arc = np.column_stack([np.sin(turns), np.cos(turns)])
        if low == high:
            return shapely.linestrings(high * arc)
        if sector.is_whole:
            return shapely.polygons(high * arc, holes=[low * arc] if low > 0 else None)
        return shapely.polygons(np.concatenate([high * arc, low * arc[::-1] if low > 0 else np.zeros((1, 2))]))


_SHARES = np.arange(_PROBES) / (_PROBES - 1)


def _outline(shape: BaseGeometry) -> BaseGeometry:
    """The outer line of a shape; a point as it is, as a line without length."""
    if shape.geom_type == "Point":
        return shapely.LineString([(shape.x, shape.y)] * 2)
    return shape.exterior if shape.geom_type == "Polygon" else shape

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
from geomap.geometry.geodesy import Array, distances_m
from geomap.geometry.metric import STEP_DEG, Ground

LonLat = tuple[float, float]
_ARC_DEG = 1.0
"""Of an arc: its chord strays from it by 4 m at 100 km."""
_PROBES = 16
"""Points on the outline of a sector at which it is looked at how deep it reaches into an area, and how far from one."""
_BEYOND_M = 10_000.0
"""A sector without an end is drawn so far beyond all that it is compared with."""


class Local:
    """Lines or an area as they lie round a point."""

    def __init__(self, centre: LonLat, ground: Ground) -> None:
        self._plane = Proj(proj="aeqd", lon_0=centre[0], lat_0=centre[1], ellps="WGS84")
        self._is_area = ground.is_area
        self._geometry = shapely.transform(shapely.segmentize(ground.geometry, STEP_DEG), self._flat)
        shapely.prepare(self._geometry)
        self._edges = shapely.STRtree(shapely.linestrings(np.stack([self._flat(ground.starts), self._flat(ground.ends)], axis=1)))
        self._far = float(distances_m(centre, ground.starts[:, 0], ground.starts[:, 1]).max()) + _BEYOND_M

    def ranges(self, sectors: Sequence[Annulus]) -> tuple[Array, Array]:
        """How near the nearest point of each sector is to the lines or the area, and how far a far one is, metres; two arrays.

        Sectors are about the centre. Distances inside an area are negative. The first is that of the nearest points, but of a sector that
        reaches into an area that of the deepest of some points, as the second is that of the farthest of some.
        """
        shapes = np.array([self._drawn(sector) for sector in sectors], dtype=object)
        near = np.where(shapely.intersects(self._geometry, shapes), 0.0, self._to_edges(shapes))
        probes = np.stack(
            [shapely.get_coordinates(shapely.line_interpolate_point(_outline(shape), _SHARES, normalized=True)) for shape in shapes]
        )
        signed = self._signed(probes.reshape(-1, 2)).reshape(len(shapes), -1)
        if self._is_area:
            near = np.where(near > 0, near, np.minimum(0.0, signed.min(axis=1)))
        return near, np.maximum(signed.max(axis=1), near)

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
        low, high = sector.low, sector.high if math.isfinite(sector.high) else max(sector.low, self._far)
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

"""Outlines of what lies within a distance of lines or of an area, bounded from the right side.

Lines are cut into stretches, and each is buffered in an azimuthal equidistant projection of its own. There planar distances are never
shorter than true ones, and longer by the factor c / sin c at most, where c is the angle from the middle of the stretch to the far end of
its band (Snyder 1987, p. 192). So an outer outline is widened by that factor, and an inner one is not. Verdicts never use these polygons.
"""

from __future__ import annotations

import math
from collections.abc import Iterator

import numpy as np
import shapely
from pyproj import Proj
from shapely import affinity
from shapely.geometry import LineString, Polygon
from shapely.geometry.base import BaseGeometry

from geomap.geometry.geodesy import WGS84
from geomap.geometry.polygon import Approximation
from geomap.units import Interval

_STRETCH_M = 200_000.0
"""Length of line that one projection serves."""
_RADIUS_M = 6_335_000.0
"""No radius of curvature of the ellipsoid is less."""
_THIN = 100.0
"""Lines are thinned by the distance over this, which is made good by the outline's side."""
_QUARTER_SEGMENTS = 16
"""Vertices in a quarter of a circle of a buffer."""


def corridor(geometry: BaseGeometry, interval: Interval, *, side: Approximation = "outer", limit_m: float | None = None) -> BaseGeometry:
    """Outline of all points whose distance from lines or an area is in an interval, as a (Multi)Polygon in lon/lat degrees.

    Distances inside an area are negative. Longitudes may leave [−180, 180]; see `geomap.geometry.polygon.split_at_antimeridian`. An interval without
    an upper end reaches to `limit_m` (by default 50 km beyond its lower end). An inner outline that vanishes is empty.
    """
    geometry, high = _on_one_turn(geometry), interval.high
    if math.isinf(high):
        high = max(limit_m if limit_m is not None else interval.low + 50_000.0, interval.low)
    outer = _within(geometry, high, grow=side == "outer")
    if interval.low == -math.inf or (interval.low <= 0 and not _is_area(geometry)):
        return outer
    return outer.difference(_within(geometry, interval.low, grow=side == "inner"))


def _on_one_turn(geometry: BaseGeometry) -> BaseGeometry:
    """The geometry with each part on the turn of longitudes that brings it nearest to the others, so that none is cut at ±180°."""
    lons = np.radians(shapely.get_coordinates(geometry)[:, 0])
    middle = math.degrees(math.atan2(np.sin(lons).sum(), np.cos(lons).sum()))
    parts = [_turned(part, middle) for part in shapely.get_parts(geometry)]
    return shapely.union_all(parts) if _is_area(geometry) else shapely.multilinestrings(parts)


def _turned(part: BaseGeometry, middle: float) -> BaseGeometry:
    west, _, east, _ = part.bounds
    turns = 360.0 * round((middle - (west + east) / 2) / 360.0)
    return part if turns == 0 else affinity.translate(part, turns)


def _is_area(geometry: BaseGeometry) -> bool:
    return str(geometry.geom_type).endswith("Polygon")


def _within(geometry: BaseGeometry, distance_m: float, *, grow: bool) -> BaseGeometry:
    """All points no farther than a distance; a negative one is measured inward from an area's edge."""
    if not _is_area(geometry):
        return _band(geometry, distance_m, grow=grow)
    edge = shapely.boundary(geometry)
    if distance_m == 0:
        return geometry
    if distance_m > 0:
        return shapely.union(geometry, _band(edge, distance_m, grow=grow))
    return shapely.difference(geometry, _band(edge, -distance_m, grow=not grow))


def _band(lines: BaseGeometry, distance_m: float, *, grow: bool) -> BaseGeometry:
    """All points no farther than a distance from lines."""
    thin = distance_m / _THIN
    pieces = [_buffered(stretch, distance_m, thin, grow=grow) for stretch in _stretches(shapely.simplify(lines, thin / 111_700.0))]
    return shapely.union_all([piece for piece in pieces if not piece.is_empty]) if pieces else Polygon()


def _stretches(lines: BaseGeometry) -> Iterator[LineString]:
    """The lines in stretches, each short enough for one projection."""
    for line in shapely.get_parts(lines):
        points = shapely.get_coordinates(shapely.segmentize(line, 0.5))
        lengths = np.atleast_1d(WGS84.inv(points[:-1, 0], points[:-1, 1], points[1:, 0], points[1:, 1])[2])
        number = np.concatenate([[0.0], np.cumsum(lengths)]) // _STRETCH_M
        for each in np.unique(number[:-1]):
            at = np.flatnonzero(number == each)
            yield LineString(points[at[0] : at[-1] + 2])


def _buffered(stretch: LineString, distance_m: float, thin: float, *, grow: bool) -> BaseGeometry:
    lon, lat = shapely.get_coordinates(shapely.line_interpolate_point(stretch, 0.5, normalized=True))[0]
    plane = Proj(proj="aeqd", lon_0=lon, lat_0=lat, ellps="WGS84")
    fine = shapely.segmentize(stretch, 0.1)
    line = shapely.transform(fine, lambda points: np.column_stack(plane(points[:, 0], points[:, 1])))
    far = float(np.hypot(*shapely.get_coordinates(line).T).max()) + distance_m
    angle = min(far / _RADIUS_M, 3.0)
    chord = 1.0 - math.cos(math.pi / (4 * _QUARTER_SEGMENTS))
    stretched = angle / math.sin(angle) / (1.0 - chord) if grow else 1.0 - chord
    radius = distance_m * stretched + (thin if grow else -thin)
    if radius <= 0:
        return Polygon()
    band = shapely.segmentize(shapely.buffer(line, radius, quad_segs=_QUARTER_SEGMENTS), max(radius / 8, 500.0))

    def back(points: np.ndarray) -> np.ndarray:
        lons, lats = plane(points[:, 0], points[:, 1], inverse=True)
        return np.column_stack([lon + (np.asarray(lons) - lon + 180.0) % 360.0 - 180.0, lats])

    return shapely.make_valid(shapely.transform(band, back))

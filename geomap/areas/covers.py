"""Where several regions leave room: an area that surely holds every point that is in all of their outer bounds.

It is what their outer outlines have in common, none of which is smaller than its region. Whether there is such a point at all is decided
by exact distances: of a point in the area, or by the certified search in `geomap.checks.feasibility.search`.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

from geomap.areas.outlines import outline_of
from geomap.areas.regions import bounds_of, distinct, ground_of
from geomap.geometry.constraint import Bounds
from geomap.geometry.geodesy import WGS84, distances_m
from geomap.geometry.sector import repeated
from geomap.model import Region

_SHARE = 0.005
_FINEST_M, _COARSEST_M = 10.0, 500.0
"""An outline keeps to its region to this share of its reach, within these limits."""
_MOST_VERTICES = 2000
"""A country's or a coast's outline with more is thinned, and widened by as much as that may move it."""
_MOST_DRAWN = 3000
"""An area with more is thinned."""
_DEGREE_M = 111_700.0
"""No degree of latitude is longer, nor a degree of longitude on the equator."""
_STEPS = 400
"""Into so many steps the edge of an area is cut, to find what is farthest from its middle."""


@dataclass(frozen=True, slots=True)
class Cover:
    """What some regions leave room for."""

    area: BaseGeometry
    """(Multi)Polygon in lon/lat, never smaller than what the regions have in common; empty where that is surely nothing."""
    limit_m: float | None = None
    """How far from the first region's anchor the area is drawn, where no region limits it; None where one does."""


def cover_of(regions: Sequence[Region]) -> Cover:
    """The area that some regions leave room for by their outer bounds; raises ValueError for none."""
    ordered = sorted(distinct(regions), key=_order)
    if not ordered:
        msg = "no regions, no cover"
        raise ValueError(msg)
    first, limit = ordered[0], None
    if math.isinf(first.outer.high):
        limit = max(3 * first.outer.low, first.outer.low + 50_000.0)
    area = _polygons(outline_of(_thinned(first), "outer", limit_m=limit, tolerance_m=_tolerance_m(first, limit)))
    for region in ordered[1:]:
        if area.is_empty:
            break
        area = _polygons(area.intersection(repeated(_outline_near(region, area), area)))
    return Cover(_lightened(area), limit)


def _lightened(area: BaseGeometry) -> BaseGeometry:
    """An area with few enough vertices, which holds all of the given one: widened by as much as thinning may take away."""
    step, light = 0.0005, area
    while shapely.get_num_coordinates(light) > _MOST_DRAWN and step < 1.0:
        light = _polygons(shapely.simplify(shapely.buffer(area, step, quad_segs=2, join_style="mitre"), 0.95 * step))
        step *= 2
    return light


def _order(region: Region) -> tuple[bool, bool, float]:
    """The limited regions first, those round points before others, and of these the small ones before the large.

    Of unlimited ones the largest hole comes first: no other then covers all that is drawn round it.
    """
    unlimited = math.isinf(region.outer.high)
    return (unlimited, region.reading.footprint is not None, -region.outer.low if unlimited else region.outer.high)


def _tolerance_m(region: Region, limit_m: float | None) -> float:
    reach = region.outer.high if limit_m is None else limit_m
    return min(max(_SHARE * abs(reach), _FINEST_M), _COARSEST_M)


def _outline_near(region: Region, area: BaseGeometry) -> BaseGeometry:
    """The outer outline of a region as far as an area goes."""
    region = near(region, area)
    limit = None
    if math.isinf(region.outer.high):
        points = shapely.get_coordinates(area)
        longest = float(_edges_m(points).max())
        limit = max(
            float(ground_of(region.reading, "outer").distances(points[:, 0], points[:, 1]).max()) + longest + 1000.0, region.outer.low
        )
    return outline_of(_thinned(region), "outer", limit_m=limit, tolerance_m=_tolerance_m(region, limit))


def near(region: Region, area: BaseGeometry) -> Region:
    """A region as far as an area goes: of a country or a coast only what is near enough to matter there."""
    footprint = region.reading.footprint
    if footprint is None:
        return region
    west, south, east, north = area.bounds
    reach = max((abs(end) for end in (region.outer.low, region.outer.high) if math.isfinite(end)), default=0.0)
    up = (1.1 * reach + 5000.0) / (_DEGREE_M * 0.98)
    across = up / max(math.cos(math.radians(min(max(abs(south), abs(north)) + up, 89.0))), 0.01)
    window = box(west - across, max(south - up, -90.0), east + across, min(north + up, 90.0))
    clipped = repeated(footprint.geometry, window).intersection(window)
    kept = _polygons(clipped) if footprint.is_area else clipped
    if kept.is_empty:
        return region
    return replace(region, reading=replace(region.reading, footprint=replace(footprint, geometry=kept)))


def _thinned(region: Region) -> Region:
    """A region whose footprint has few enough vertices, made larger by as much as the footprint may have moved."""
    footprint = region.reading.footprint
    if footprint is None or shapely.get_num_coordinates(footprint.geometry) <= _MOST_VERTICES:
        return region
    step, thin = 0.001, footprint.geometry
    while shapely.get_num_coordinates(thin) > _MOST_VERTICES and step < 1.0:
        step *= 2
        thin = shapely.simplify(footprint.geometry, step)
    outer = region.outer.widened(step * _DEGREE_M, floor=region.reading.floor)
    return replace(region, outer=outer, reading=replace(region.reading, footprint=replace(footprint, geometry=thin)))


def _polygons(geometry: BaseGeometry) -> BaseGeometry:
    """A geometry without stray points and lines."""
    parts = [part for part in shapely.get_parts(geometry) if isinstance(part, Polygon) and not part.is_empty]
    return parts[0] if len(parts) == 1 else MultiPolygon(parts)


def asked_of(regions: Sequence[Region], area: BaseGeometry) -> list[Bounds]:
    """What the outer bounds of regions ask of points in an area."""
    close = (near(region, area) for region in distinct(regions))
    asked = (bounds_of(region, "outer", ground_of(region.reading, "outer")) for region in close)
    return [each for each in asked if each is not None]


def enclosing(area: BaseGeometry) -> tuple[tuple[float, float], float]:
    """A point in the middle of an area, and a distance from it that no point of the area exceeds, metres."""
    points = shapely.get_coordinates(area)
    lat = math.radians(float(points[:, 1].mean()))
    narrow = max(math.cos(lat), 0.01)
    circle = shapely.minimum_bounding_circle(shapely.MultiPoint(points * (narrow, 1.0)))
    at = shapely.centroid(circle)
    centre = ((float(at.x) / narrow + 180.0) % 360.0 - 180.0, min(max(float(at.y), -90.0), 90.0))
    size = max(math.dist(area.bounds[:2], area.bounds[2:]), 1e-9)
    reach = 0.0
    for ring in shapely.get_rings(shapely.get_parts(shapely.segmentize(area, size / _STEPS))):
        corners = shapely.get_coordinates(ring)
        # No point of an edge is farther off than its nearer end by more than half of it.
        farthest = float(distances_m(centre, corners[:, 0], corners[:, 1]).max()) + float(_edges_m(corners).max()) / 2
        reach = max(reach, farthest)
    return centre, reach


def _edges_m(points: np.ndarray) -> np.ndarray:
    """How long the edges between points are at most, straight in longitude and latitude, metres."""
    lats = points[:, 1]
    least = np.where(lats[:-1] * lats[1:] < 0, 0.0, np.minimum(np.abs(lats[:-1]), np.abs(lats[1:])))
    across = np.abs(np.diff(points[:, 0])) * np.cos(np.radians(least))
    lengths: np.ndarray = np.hypot(across, np.diff(points[:, 1])) * _DEGREE_M
    return lengths


def area_km2(area: BaseGeometry) -> float:
    """The area of a polygon on the ellipsoid (Karney 2013), km²."""
    return abs(float(WGS84.geometry_area_perimeter(area)[0])) / 1e6


def area_in_words(km2: float) -> str:
    """An area for prose, to three figures.

    >>> area_in_words(1234.5), area_in_words(12.345), area_in_words(0.004)
    ('1,230 km²', '12.3 km²', '0.00400 km²')
    """
    digits = max(0, 2 - math.floor(math.log10(km2))) if km2 > 0 else 0
    rounded = round(km2, 2 - math.floor(math.log10(km2))) if km2 > 0 else 0.0
    return f"{rounded:,.{min(digits, 6)}f} km²"

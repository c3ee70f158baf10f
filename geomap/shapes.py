"""Outlines of regions for drawing and for files: geodesic rings as polygons, bounded from the right side.

A polygon's edges are straight in longitude and latitude while the true boundary is a geodesic circle, so every outline is built,
measured along its edges, and adjusted until it errs to the stated side: an outer outline is never smaller than the region, an
inner one never larger. Verdicts never use these polygons.
"""

from __future__ import annotations

import math
from typing import Literal

import numpy as np
from shapely import affinity
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry
from shapely.ops import unary_union

from geomap.geodesy import FARTHEST_M, Array, distance_m, distances_m, ring, unwrap, vertices_for
from geomap.units import Interval

Side = Literal["outer", "inner"]

_SAMPLES = 8
"""Points at which each edge is measured."""


def outline(
    centre: tuple[float, float],
    interval: Interval,
    *,
    side: Side = "outer",
    tolerance_m: float = 10.0,
    limit_m: float | None = None,
) -> BaseGeometry:
    """Outline of all points whose geodesic distance from `centre` is in `interval`, as a (Multi)Polygon in lon/lat degrees.

    Longitudes are unwrapped: they may leave [−180, 180] so that no edge jumps; see `split_at_antimeridian` for files. The boundary
    is within about `tolerance_m` of the true one, on the side that `side` names. An interval without an upper end reaches to
    `limit_m` (by default three times its lower end, at least 50 km beyond it), for the whole earth cannot be drawn usefully.
    An inner outline that vanishes is an empty polygon.
    """
    high = interval.high
    if math.isinf(high):
        high = limit_m if limit_m is not None else max(3 * interval.low, interval.low + 50_000.0)
        high = max(high, interval.low)
    outer = _disc(centre, high, grow=side == "outer", tolerance_m=tolerance_m)
    if interval.low <= 0:
        return outer
    return outer.difference(_disc(centre, interval.low, grow=side == "inner", tolerance_m=tolerance_m))


def _disc(centre: tuple[float, float], radius_m: float, *, grow: bool, tolerance_m: float) -> BaseGeometry:
    """A disc whose drawn edge lies at or outside the true circle if `grow`, at or inside it otherwise."""
    if radius_m <= 0:
        return Polygon()
    if radius_m >= FARTHEST_M:
        return box(centre[0] - 180.0, -90.0, centre[0] + 180.0, 90.0)
    vertices = vertices_for(radius_m, tolerance_m)
    drawn = radius_m
    for _ in range(8):
        lons, lats = ring(centre, drawn, vertices)
        lons = unwrap(lons)
        measured = _edge_distances(centre, lons, lats)
        miss = radius_m - float(measured.min()) if grow else float(measured.max()) - radius_m
        if miss <= 0:
            break
        # An edge bulges between its samples by a small part of what it bulges in all.
        clearance = 1e-3 + float(np.ptp(measured)) / _SAMPLES
        drawn += (miss + clearance) * (1 if grow else -1)
        if drawn <= 0:
            return Polygon()
    return _fill(centre, drawn, lons, lats)


def _edge_distances(centre: tuple[float, float], lons: Array, lats: Array) -> Array:
    """Distances from `centre` to points along the lon/lat-straight edges of a ring, vertices included."""
    share = np.linspace(0.0, 1.0, _SAMPLES, endpoint=False)
    along_lons = (lons[:-1, None] + share * np.diff(lons)[:, None]).ravel()
    along_lats = (lats[:-1, None] + share * np.diff(lats)[:, None]).ravel()
    return distances_m(centre, along_lons, along_lats)


def _fill(centre: tuple[float, float], radius_m: float, lons: Array, lats: Array) -> BaseGeometry:
    """The polygon inside a ring that may hold one or both poles."""
    lons = lons + 360.0 * round((centre[0] - float(lons.mean())) / 360.0)
    holds_north = distance_m(centre, (centre[0], 90.0)) < radius_m
    holds_south = distance_m(centre, (centre[0], -90.0)) < radius_m
    points = np.column_stack([lons, lats])
    if holds_north and holds_south:
        world = box(centre[0] - 180.0, -90.0, centre[0] + 180.0, 90.0)
        gap = Polygon(points)
        copies = [affinity.translate(gap, turn) for turn in (-360.0, 0.0, 360.0)]
        return world.difference(unary_union(copies))
    if holds_north or holds_south:
        return _cap(centre[0] - 180.0, points[:-1], pole=90.0 if holds_north else -90.0)
    return Polygon([*map(tuple, points[:-1]), tuple(points[0])])


def _cap(west: float, points: Array, *, pole: float) -> Polygon:
    """The polygon between a ring that goes once round the earth and a pole, on longitudes from `west` to `west` + 360."""
    turned = np.column_stack([west + (points[:, 0] - west) % 360.0, points[:, 1]])
    line = turned[np.argsort(turned[:, 0], kind="stable")]
    before, after = line[-1] - (360.0, 0.0), line[0]
    share = (west - before[0]) / (after[0] - before[0]) if after[0] > before[0] else 0.0
    seam = float(before[1] + share * (after[1] - before[1]))
    east = west + 360.0
    return Polygon([(west, seam), *map(tuple, line), (east, seam), (east, pole), (west, pole)])


def split_at_antimeridian(geometry: BaseGeometry) -> BaseGeometry:
    """The geometry cut where it crosses ±180° and brought into [−180, 180], as RFC 7946 section 3.1.9 asks."""
    west, _, east, _ = geometry.bounds if not geometry.is_empty else (0.0, 0.0, 0.0, 0.0)
    if west >= -180.0 and east <= 180.0:
        return geometry
    first, last = math.floor((west + 180.0) / 360.0), math.ceil((east - 180.0) / 360.0)
    pieces = []
    for turn in range(first, last + 1):
        window = box(-180.0 + 360.0 * turn, -90.0, 180.0 + 360.0 * turn, 90.0)
        piece = geometry.intersection(window)
        if piece.area > 0:
            pieces.extend(_polygons(affinity.translate(piece, -360.0 * turn)))
    return pieces[0] if len(pieces) == 1 else MultiPolygon(pieces)


def _polygons(geometry: BaseGeometry) -> list[Polygon]:
    """The polygons of a geometry, without stray points and lines."""
    if isinstance(geometry, Polygon):
        return [geometry]
    return [part for part in getattr(geometry, "geoms", []) if isinstance(part, Polygon)]

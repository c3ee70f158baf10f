"""Outlines of regions for drawing and for files: discs, annuli and sectors as polygons, bounded from the right side.

A polygon's edges are straight in longitude and latitude while the true boundary is a geodesic circle or a geodesic, so every outline is
set off by as much as its edges can stray: an outer outline is never smaller than the region, an inner one never larger. Verdicts never
use these polygons. Longitudes are unwrapped: they run on beyond ±180 so that no edge jumps; see `split_at_antimeridian` for files.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Literal

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import MultiPolygon, Polygon, box
from shapely.geometry.base import BaseGeometry

from geomap.geometry.disc import REACH_M, Half, Plan, fair_tolerance_m, half_ring, plan_ring, ticked
from geomap.geometry.geodesy import FARTHEST_M, Array, destinations
from geomap.geometry.sector import WEDGE_REACH_M, repeated, wedge_polygon
from geomap.units import Interval

Approximation = Literal["outer", "inner"]
"""An outer one holds all of what it approximates, an inner one nothing else."""

_BATCH = 2048
"""Outlines whose points are computed at once: what a processor's cache holds."""


def outline(
    centre: tuple[float, float],
    interval: Interval,
    *,
    side: Approximation = "outer",
    tolerance_m: float = 10.0,
    limit_m: float | None = None,
) -> BaseGeometry:
    """Outline of all points whose geodesic distance from `centre` is in `interval`, as a (Multi)Polygon in lon/lat degrees.

    The boundary is within `tolerance_m` (and 0.2 m) of the true one, or a fiftieth of the radius where that is less, on the side that
    `side` names. An interval without an upper end reaches to `limit_m` (by default three times its lower end, at least 50 km beyond it),
    for the whole earth cannot be drawn usefully. An inner outline that vanishes is an empty polygon. Within 55 km of the point farthest
    from the centre, where geodesics cease to be the shortest, the outer outline holds everything and the inner one nothing.
    """
    low, high, tolerance = _bounds(interval, side, tolerance_m, limit_m)
    shell = _corners(centre, high, grow=side == "outer", tolerance_m=tolerance)
    hole = _corners(centre, low, grow=side == "inner", tolerance_m=tolerance)
    if shell is None or hole is None:
        return Polygon() if shell is None else shapely.polygons(shell)
    if _bores(centre, low, high, side, tolerance):
        return shapely.polygons(shapely.linearrings(shell), holes=[shapely.linearrings(hole)])
    return shapely.polygons(shell).difference(shapely.polygons(hole))


def outlines(
    centres: Sequence[tuple[float, float]],
    intervals: Sequence[Interval],
    *,
    side: Approximation = "outer",
    tolerance_m: float = 10.0,
    limit_m: float | None = None,
) -> list[BaseGeometry]:
    """`outline` for many centres, each with its interval; the same polygons, made together.

    Raises ValueError where there are not as many intervals as centres.
    """
    jobs = list(zip(centres, intervals, strict=True))
    drawn: list[BaseGeometry] = []
    for start in range(0, len(jobs), _BATCH):
        drawn.extend(_batch(jobs[start : start + _BATCH], side, tolerance_m, limit_m))
    return drawn


def _bounds(interval: Interval, side: Approximation, tolerance_m: float, limit_m: float | None) -> tuple[float, float, float]:
    """The lower and upper end to draw, and the tolerance: finer where an inner annulus is so thin that it would vanish."""
    low, high = interval.low, interval.high
    if math.isinf(high):
        high = max(limit_m if limit_m is not None else max(3 * low, low + 50_000.0), low)
    thin = side == "inner" and low > 0
    return low, high, min(tolerance_m, max((high - low) / 4, 0.5)) if thin else tolerance_m


def _bores(centre: tuple[float, float], low: float, high: float, side: Approximation, tolerance_m: float) -> bool:
    """Whether the ring about `low` is a plain hole, surely inside the ring about `high`."""
    return _is_plain(centre, low) and (side == "outer" or low + 2 * fair_tolerance_m(high, tolerance_m) + 0.5 < high)


def _is_plain(centre: tuple[float, float], radius_m: float) -> bool:
    """Whether a disc surely holds no pole, whose distance is at least 110.5 km for a degree of latitude."""
    return 1.05 * radius_m < (90.0 - abs(centre[1])) * 110_500.0


def _corners(centre: tuple[float, float], radius_m: float, *, grow: bool, tolerance_m: float) -> Array | None:
    """The corners of a disc whose drawn edge lies outside the true circle if `grow`, inside it otherwise; None where nothing is left."""
    if radius_m <= 0:
        return None
    if radius_m >= REACH_M and (grow or radius_m >= FARTHEST_M):
        west, east = float(ticked(centre[0])) - 180.0, float(ticked(centre[0])) + 180.0
        return np.array([(west, -90.0), (east, -90.0), (east, 90.0), (west, 90.0), (west, -90.0)])
    return _turned(centre, half_ring(centre[1], min(radius_m, REACH_M), grow=grow, tolerance_m=tolerance_m))


def _turned(centre: tuple[float, float], half: Half) -> Array:
    """The corners of the disc inside a ring that may hold one or both poles, counter-clockwise, first one repeated.

    A disc with a pole in it is cut open along the meridian opposite to its centre, where its ring begins and ends.
    """
    lons, lats = half
    west, east = np.column_stack([-lons, lats]), np.column_stack([lons, lats])[::-1]
    holds_north, holds_south = lons[0] > 90.0, lons[-1] > 90.0
    if holds_north and holds_south:
        corners = np.concatenate([[(-180.0, 90.0)], west, [(-180.0, -90.0), (180.0, -90.0)], east, [(180.0, 90.0), (-180.0, 90.0)]])
    elif holds_north:
        corners = np.concatenate([west, east[1:], [(180.0, 90.0), (-180.0, 90.0)], west[:1]])
    elif holds_south:
        corners = np.concatenate([east, west[1:], [(-180.0, -90.0), (180.0, -90.0)], east[:1]])
    else:
        corners = np.concatenate([west, east[1:]])
    corners[:, 0] += ticked(centre[0])
    return corners


_Job = tuple[tuple[float, float], Interval]


def _batch(jobs: Sequence[_Job], side: Approximation, tolerance_m: float, limit_m: float | None) -> list[BaseGeometry]:
    """Outlines of a few thousand centres: the plain ones in one sweep, the rest one by one."""
    plans = [_plans(centre, interval, side, tolerance_m, limit_m) for centre, interval in jobs]
    counts = np.array([len(plan) for plan in plans])
    rings = _plain_rings(np.repeat([centre for centre, _ in jobs], counts, axis=0), [ring for plan in plans for ring in plan])
    first = np.cumsum(counts) - counts
    drawn = np.empty(len(jobs), dtype=object)
    discs, annuli = counts == 1, counts == 2
    drawn[discs] = shapely.polygons(rings[first[discs]])
    drawn[annuli] = shapely.polygons(rings[first[annuli]], holes=rings[first[annuli] + 1][:, None])
    for number in np.flatnonzero(counts == 0).tolist():
        centre, interval = jobs[number]
        drawn[number] = outline(centre, interval, side=side, tolerance_m=tolerance_m, limit_m=limit_m)
    return list(drawn)


def _plans(
    centre: tuple[float, float], interval: Interval, side: Approximation, tolerance_m: float, limit_m: float | None
) -> tuple[Plan, ...]:
    """Plans of a plain disc's ring, or of an annulus' two; empty for what is not plain."""
    low, high, tolerance = _bounds(interval, side, tolerance_m, limit_m)
    if high <= 0 or not _is_plain(centre, high):
        return ()
    shell = plan_ring(centre[1], high, grow=side == "outer", tolerance_m=tolerance)
    if shell is None or low <= 0:
        return () if shell is None else (shell,)
    if not _bores(centre, low, high, side, tolerance):
        return ()
    hole = plan_ring(centre[1], low, grow=side == "inner", tolerance_m=tolerance)
    return () if hole is None else (shell, hole)


def _plain_rings(centres: Array, plans: Sequence[Plan]) -> Array:
    """Closed rings without a pole in them, each as a shapely ring, from one sweep of the direct problem."""
    if not plans:
        return np.empty(0, dtype=object)
    drawn, halves = np.array([plan.drawn_m for plan in plans]), np.array([plan.halves for plan in plans])
    sizes = halves + 1
    starts = np.cumsum(sizes) - sizes
    ranks = np.arange(sizes.sum()) - np.repeat(starts, sizes)
    azimuths = ranks * np.repeat(180.0 / halves, sizes)
    lons, lats, _ = destinations(np.zeros(len(ranks)), np.repeat(centres[:, 1], sizes), azimuths, np.repeat(drawn, sizes))
    # Each ring runs down its half mirrored to the west, and up again in the east.
    around = 2 * halves + 1
    ring = np.repeat(np.arange(len(plans)), around)
    steps = np.arange(len(ring)) - np.repeat(np.cumsum(around) - around, around) - halves[ring]
    source = starts[ring] + halves[ring] - np.abs(steps)
    corners = np.empty((len(ring), 2))
    corners[:, 0] = ticked(centres[:, 0])[ring] + np.where(steps <= 0, -lons[source], lons[source])
    corners[:, 1] = lats[source]
    rings: Array = shapely.linearrings(corners, indices=ring)
    return rings


def sector(
    centre: tuple[float, float],
    interval: Interval,
    bearing_deg: float,
    half_deg: float,
    side: Approximation = "outer",
    *,
    tolerance_m: float = 10.0,
    limit_m: float | None = None,
) -> BaseGeometry:
    """Outline of the points of `outline` to which the geodesic from `centre` sets out within `half_deg` of `bearing_deg`.

    Degrees clockwise from true north; from a half of 180° on it is the whole annulus. Its sides are geodesics, drawn within
    `tolerance_m`, closer where the sector is narrow, on the side that `side` names. Longitudes and ends are as those of `outline`.
    Raises ValueError for a negative half.
    """
    if half_deg < 0:
        msg = f"half of a sector is {half_deg}°"
        raise ValueError(msg)
    whole = outline(centre, interval, side=side, tolerance_m=tolerance_m, limit_m=limit_m)
    if half_deg >= 180.0 or whole.is_empty:
        return whole
    reach = _bounds(interval, side, tolerance_m, limit_m)[1]
    tolerance = fair_tolerance_m(reach, tolerance_m)
    grow = (side == "outer") == (half_deg <= 90.0)
    if half_deg <= 90.0:
        wedge = wedge_polygon(centre, reach, bearing_deg, half_deg, grow=grow, tolerance_m=tolerance)
        part = whole.intersection(repeated(wedge, whole))
    else:
        wedge = wedge_polygon(centre, reach, bearing_deg + 180.0, 180.0 - half_deg, grow=grow, tolerance_m=tolerance)
        part = whole.difference(repeated(wedge, whole))
    if grow and reach > WEDGE_REACH_M:
        # What the wedge does not reach is held by the outer outline and not by the inner one.
        far = outline(centre, Interval(max(interval.low, WEDGE_REACH_M), reach), tolerance_m=tolerance)
        part = part.union(far) if side == "outer" else part.difference(far)
    return _areal(part)


def _areal(geometry: BaseGeometry) -> BaseGeometry:
    """A geometry without stray points and lines."""
    parts = _polygons(geometry)
    return parts[0] if len(parts) == 1 else MultiPolygon(parts) if parts else Polygon()


def split_at_antimeridian(geometry: BaseGeometry) -> BaseGeometry:
    """The geometry cut where it crosses ±180° and brought into [−180, 180], as RFC 7946 section 3.1.9 asks.

    Exterior rings run counter-clockwise, interior ones clockwise (section 3.1.6).
    """
    west, _, east, _ = geometry.bounds if not geometry.is_empty else (0.0, 0.0, 0.0, 0.0)
    if west >= -180.0 and east <= 180.0:
        return shapely.orient_polygons(geometry)
    first, last = math.floor((west + 180.0) / 360.0), math.ceil((east - 180.0) / 360.0)
    pieces = []
    for turn in range(first, last + 1):
        window = box(-180.0 + 360.0 * turn, -90.0, 180.0 + 360.0 * turn, 90.0)
        pieces.extend(_polygons(affinity.translate(geometry.intersection(window), -360.0 * turn)))
    # An outline that goes round the earth is cut open where that suits it; there its ends meet again.
    return shapely.orient_polygons(_areal(shapely.union_all(pieces)))


def _polygons(geometry: BaseGeometry) -> list[Polygon]:
    """The polygons of a geometry."""
    return [part for part in shapely.get_parts(geometry) if isinstance(part, Polygon) and not part.is_empty]

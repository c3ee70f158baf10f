"""Circles on the ellipsoid as rings of points whose edges, straight in longitude and latitude, keep to one side of the circle.

How far an edge can stray is bounded, not measured. Let p(t), 0 ≤ t ≤ 1, run along an edge with speed at most v metres, and d be the
distance from the centre. Then the second derivative of d(p(t)) is at most v² (bow + sway) and at least −v² (hollow + sway), and between
two ends at the same distance the edge dips by at most an eighth of the first and bulges by at most an eighth of the second.

- bow and hollow bound the curvature of circles about the centre. By the Hessian comparison theorem it lies between √K cot(√K d) for the
  greatest and the least Gaussian curvature K of the ellipsoid, 1/b² at the equator and b²/a⁴ at the poles.
- sway bounds the curvature of a line straight in longitude and latitude. In the coordinates' Christoffel symbols it is at most
  (2/√3) tan|φ| / N, and a little for the change of the meridian's radius.

Rings are symmetric about the meridian of their centre, so that one half is computed and the other mirrored. Longitudes here are relative
to the centre.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from geomap.geometry.geodesy import WGS84, Array, destinations

_A, _B = WGS84.a, WGS84.b
LEAST_RADIUS_M = _B * _B / _A
"""The least radius of curvature, of the meridian at the equator, metres."""
GREATEST_RADIUS_M = _A * _A / _B
"""The greatest radius of curvature, at the poles, metres."""
REACH_M = 19_950_000.0
"""Circles wider than this are not drawn: from π b = 19 970 326 m on, geodesics cease to be the shortest."""
ROUNDING_M = 0.1
"""Kept clear at every edge, so that writing coordinates with six decimals of a degree does not undo the side it lies on."""
_SKEW = 2 / math.sqrt(3)
_MERIDIAN_SWAY = 1.5 * (1 - (_B / _A) ** 2) / (_B / _A) ** 2 / LEAST_RADIUS_M
_LEAST_HALF = 8
_TICK_DEG = 2.0**-32
_ROUNDS = 26
"""Times that an edge is halved at most: from kilometres to a tenth of a millimetre."""

NDArrayBool = NDArray[np.bool_]
Curve = Callable[[Array], tuple[Array, Array]]
"""Parameters → longitudes and latitudes, degrees."""


class Plan(NamedTuple):
    """How to draw a circle with vertices at equal azimuths."""

    drawn_m: float
    """Distance of the vertices from the centre."""
    halves: int
    """Edges in half a turn."""


class Half(NamedTuple):
    """The eastern half of a ring, from azimuth 0 to 180."""

    lons: Array
    """Longitudes east of the centre, degrees, 0 to 180."""
    lats: Array
    """Latitudes, degrees."""


def fair_tolerance_m(radius_m: float, tolerance_m: float) -> float:
    """The tolerance asked for, or a fiftieth of the radius where that is less, so that small circles look round."""
    return min(tolerance_m, 0.02 * radius_m)


def clear_m(radius_m: float) -> float:
    """What every edge keeps clear of the circle: `ROUNDING_M`, less for circles under 10 m."""
    return min(ROUNDING_M, 0.01 * radius_m)


def ticked(lons: Array | float) -> Array:
    """Longitudes moved by less than 13 µm, so that a turn of 360° added and taken away again leaves them as they are."""
    return np.asarray(np.round(np.divide(lons, _TICK_DEG)) * _TICK_DEG)


def half_ring(lat: float, radius_m: float, *, grow: bool, tolerance_m: float) -> Half:
    """Half a ring about a centre at latitude `lat` that lies outside the circle if `grow`, inside it otherwise, within `tolerance_m`."""
    plan = plan_ring(lat, radius_m, grow=grow, tolerance_m=tolerance_m)
    if plan is None:
        return _refined_half(lat, radius_m, grow=grow, tolerance_m=tolerance_m)
    return _half(lat, plan.drawn_m, np.linspace(0.0, 180.0, plan.halves + 1))


def plan_ring(lat: float, radius_m: float, *, grow: bool, tolerance_m: float) -> Plan | None:
    """The plan for equal azimuths; None for a ring that passes so near a pole that it needs closer vertices there."""
    tolerance = fair_tolerance_m(radius_m, tolerance_m)
    clear = clear_m(radius_m)
    bow, hollow, span = circle_bounds(radius_m, tolerance + clear)
    steepest = _steepest(lat, radius_m + tolerance + clear)
    sway = _SKEW * steepest / _A + _MERIDIAN_SWAY
    if 2 * sway > 3 * (bow + hollow + 1 / _A):
        return None
    halves = max(_LEAST_HALF, math.pi * span * math.sqrt((bow + hollow + 2 * sway) / (8 * tolerance)))
    # An edge is longer in its coordinates than as a geodesic by what the parallels shrink along it.
    shrinking = 1.2 * steepest * math.pi * span / halves / LEAST_RADIUS_M
    if shrinking > 0.1:
        return None
    stretch = 1.011 + shrinking
    halves = math.ceil(halves * stretch)
    eighth = (math.pi * span * stretch / halves) ** 2 / 8
    return Plan(radius_m + clear + eighth * (bow + sway) if grow else radius_m - clear - eighth * (hollow + sway), halves)


def circle_bounds(radius_m: float, margin_m: float) -> tuple[float, float, float]:
    """Bow and hollow of circles about `radius_m`, 1/m, and the greatest length of their arc for a turn of one radian, metres."""
    low, high = radius_m - margin_m, radius_m + margin_m
    bow = 1 / math.tan(low / GREATEST_RADIUS_M) / GREATEST_RADIUS_M
    hollow = -1 / math.tan(high / _B) / _B
    widest = min(max(math.pi / 2, low / GREATEST_RADIUS_M), high / GREATEST_RADIUS_M)
    return max(0.0, bow), max(0.0, hollow), GREATEST_RADIUS_M * math.sin(widest)


def least_width_m(radius_m: float) -> float:
    """How far apart two geodesics from one point are after a length, for each radian between them; at least, metres (Rauch)."""
    return _B * math.sin(radius_m / _B)


def _steepest(lat: float, radius_m: float) -> float:
    """The tangent of the greatest |latitude| on a circle, which lies due north or south of its centre; infinite if it may be a pole."""
    least, greatest = math.degrees(radius_m / GREATEST_RADIUS_M), math.degrees(radius_m / LEAST_RADIUS_M)
    top = 0.0
    for near, far in ((lat + least, lat + greatest), (-lat + least, -lat + greatest)):
        if near <= 90.0 <= far:
            return math.inf
        top = max(top, abs(_folded(near)), abs(_folded(far)))
    return math.tan(math.radians(top)) if top < 90.0 else math.inf


def _folded(lat: float) -> float:
    """A latitude that ran on over a pole, brought back."""
    return 180.0 - lat if lat > 90.0 else lat


def _half(lat: float, drawn_m: float, azimuths: Array) -> Half:
    """The points at a distance and some azimuths."""
    count = len(azimuths)
    lons, lats, _ = destinations(np.zeros(count), np.full(count, lat), azimuths, np.full(count, drawn_m))
    return Half(np.abs(lons), lats)


def _refined_half(lat: float, radius_m: float, *, grow: bool, tolerance_m: float) -> Half:
    """Half a ring whose vertices stand as close as each place asks."""
    tolerance = fair_tolerance_m(radius_m, tolerance_m)
    clear = clear_m(radius_m)
    bow, hollow, span = circle_bounds(radius_m, 1.2 * tolerance + clear)
    halves = math.ceil(max(_LEAST_HALF, math.pi * span * math.sqrt((bow + hollow + 2 / _A) / (4 * tolerance))))
    start = np.linspace(0.0, 180.0, halves + 1)
    for share in (0.5, 0.55, 0.45, 0.6):
        # A ring through a pole has no direction there; then another one, a little off, is drawn.
        margin = clear + share * tolerance
        drawn = radius_m + margin if grow else radius_m - margin
        points = refined(lambda turn, drawn=drawn: _half(lat, drawn, turn), start, bend=max(bow, hollow), stray_m=0.45 * tolerance)  # type: ignore[misc]
        if points is not None:
            return Half(*points)
    raise ArithmeticError(f"no ring of {radius_m} m about latitude {lat}")


def refined(curve: Curve, start: Array, *, bend: float, stray_m: float) -> tuple[Array, Array] | None:
    """Points (lons, lats) of a curve between which edges, straight in longitude and latitude, stray from it by at most `stray_m`.

    `bend` is the curve's own curvature, 1/m. No edge turns by more than 90° of longitude. None where the curve runs through a pole.
    """
    at = start
    lons, lats = curve(at)
    for _ in range(_ROUNDS):
        bad = np.flatnonzero(~_fits(lons, lats, bend=bend, stray_m=stray_m))
        if not len(bad):
            return lons, lats
        between = (at[bad] + at[bad + 1]) / 2
        more = curve(between)
        at, lons, lats = (np.insert(old, bad + 1, new) for old, new in ((at, between), (lons, more[0]), (lats, more[1])))
    return None


def _fits(lons: Array, lats: Array, *, bend: float, stray_m: float) -> NDArrayBool:
    """Whether each edge keeps within `stray_m` of a curve through its ends."""
    turn = np.abs((np.diff(lons) + 180.0) % 360.0 - 180.0)
    heights = np.radians(np.abs(lats))
    high = np.maximum(heights[:-1], heights[1:])
    low = np.where(lats[:-1] * lats[1:] < 0, 0.0, np.minimum(heights[:-1], heights[1:]))
    squared = GREATEST_RADIUS_M**2 * ((np.cos(low) * np.radians(turn)) ** 2 + np.radians(np.diff(lats)) ** 2)
    stray = squared / 8 * (bend + _SKEW * np.tan(high) / _A + _MERIDIAN_SWAY)
    fits: NDArrayBool = (stray <= stray_m) & (turn <= 90.0)
    return fits

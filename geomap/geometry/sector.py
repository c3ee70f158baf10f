"""Wedges: the points towards which geodesics from a centre set out within some degrees of a bearing, as far as a stated distance.

Each side is drawn not along its geodesic but beside it, at a distance that the edges of the drawing cannot use up, so that a wedge is
surely wider than the true one, or surely narrower.
"""

from __future__ import annotations

import math

import numpy as np
import shapely
from shapely import affinity
from shapely.geometry import Polygon, box
from shapely.geometry.base import BaseGeometry

from geomap.geometry.disc import circle_bounds, least_width_m, refined, ticked
from geomap.geometry.geodesy import Array, destinations

WEDGE_REACH_M = 19_900_000.0
"""Wedges end here, short of where geodesics from the centre meet again."""
_BLUNT_DEG = 45.0
_EDGES = 16
"""Edges that a side is drawn with at least."""


def wedge_polygon(
    centre: tuple[float, float], reach_m: float, bearing_deg: float, half_deg: float, *, grow: bool, tolerance_m: float
) -> BaseGeometry:
    """The wedge of `half_deg` (at most 90) on either side of `bearing_deg`, to beyond `reach_m` (at most `WEDGE_REACH_M`).

    Wider than the true one if `grow`, else narrower, without its tip, and empty where it would be narrower than the tolerance at its end.
    Longitudes are unwrapped.
    """
    reach = min(reach_m, WEDGE_REACH_M)
    width = 2 * math.sin(math.radians(half_deg)) * least_width_m(reach)
    if not grow and width < tolerance_m:
        return Polygon()
    aside = tolerance_m / 2 if grow else min(tolerance_m / 2, width / 100)
    # A side that runs through a pole has no direction there; then another one, a little off, is drawn.
    for share in (1.0, 0.9, 0.8, 0.7):
        far = reach + (4 - share) * tolerance_m
        line = _outline(centre, far, bearing_deg, half_deg, aside=share * aside, grow=grow, tolerance_m=tolerance_m)
        if line is not None:
            wedge = _left_of(*line)
            west, _, east, _ = wedge.bounds
            return affinity.translate(wedge, 360.0 * round((centre[0] - (west + east) / 2) / 360.0))
    raise ArithmeticError(f"no wedge from {centre} towards {bearing_deg}")


def _outline(
    centre: tuple[float, float], far: float, bearing: float, half: float, *, aside: float, grow: bool, tolerance_m: float
) -> tuple[Array, Array] | None:
    """The closed line round a wedge, with the wedge on its left; None where it runs through a pole.

    The line that closes its end stands off from the ends of its sides, so that it cannot cross them. The sides of a wider wedge begin
    behind the centre, where they meet; those of one with a sharp tip are joined round the centre.
    """
    outwards = aside if grow else -aside
    is_blunt = half >= _BLUNT_DEG
    near = _beginning(half, aside, grow=grow)
    sides = np.linspace(near, far, _EDGES + 1)
    end = far + 3 * tolerance_m
    across = np.linspace(bearing + half, bearing - half, _EDGES + 1)
    parts = [
        refined(lambda along: _beside(centre, bearing + half, along, outwards), sides, bend=0.0, stray_m=aside / 2),
        refined(lambda turn: _on_circle(centre, turn, end), across, bend=max(circle_bounds(end, tolerance_m)[:2]), stray_m=tolerance_m),
        refined(lambda back: _beside(centre, bearing - half, back, -outwards), sides[::-1], bend=0.0, stray_m=aside / 2),
    ]
    if grow and not is_blunt:
        behind = np.linspace(bearing - half - 90.0, bearing + half - 270.0, 8)
        parts.append(refined(lambda turn: _on_circle(centre, turn, aside), behind, bend=1 / aside, stray_m=aside / 2))
    settled = [part for part in parts if part is not None]
    if len(settled) < len(parts):
        return None
    lons, lats = np.concatenate([part[0] for part in settled]), np.concatenate([part[1] for part in settled])
    if grow and is_blunt:
        # Both sides begin where they meet.
        lons, lats = lons[:-1], lats[:-1]
    lons, lats = np.append(ticked(lons), ticked(lons[:1])), np.append(lats, lats[0])
    steps = np.abs((np.diff(lons) + 180.0) % 360.0 - 180.0)
    return (np.unwrap(lons, period=360.0), lats) if (steps < 135.0).all() else None


def _beginning(half: float, aside: float, *, grow: bool) -> float:
    """Where along its geodesic a side begins, metres; less than nothing behind the centre."""
    turn = math.radians(half)
    if not grow:
        return 1.05 * aside / math.sin(turn)
    return -aside / math.tan(turn) if half >= _BLUNT_DEG else 0.0


def _on_circle(centre: tuple[float, float], azimuths: Array, radius_m: float) -> tuple[Array, Array]:
    """Points at a distance from the centre."""
    return _reached(centre, azimuths, np.full(len(azimuths), radius_m))[:2]


def _beside(centre: tuple[float, float], azimuth: float, along: Array, aside_m: float) -> tuple[Array, Array]:
    """Points to the right of those at some distances along a geodesic; to the left where `aside_m` is negative."""
    lons, lats, arriving = _reached(centre, np.full(len(along), azimuth), along)
    return destinations(lons, lats, arriving + 90.0, np.full(len(along), aside_m))[:2]


def _reached(centre: tuple[float, float], azimuths: Array, lengths_m: Array) -> tuple[Array, Array, Array]:
    return destinations(np.full(len(azimuths), centre[0]), np.full(len(azimuths), centre[1]), azimuths, lengths_m)


def _left_of(lons: Array, lats: Array) -> BaseGeometry:
    """The area to the left of a closed line, which may hold one pole or both."""
    turn = lons[-1] - lons[0]
    if abs(turn) < 180.0:
        inside = Polygon(np.column_stack([lons, lats]))
        if inside.exterior.is_ccw:
            return inside
        world = box(lons[0] - 180.0, -90.0, lons[0] + 180.0, 90.0)
        return world.difference(repeated(inside, world))
    # Cut open where the line is nearest to the pole, so that the cut meets the line nowhere else.
    pole = 90.0 if turn > 0 else -90.0
    first = int(np.argmax(lats if turn > 0 else -lats))
    lons = np.concatenate([lons[first:], lons[1 : first + 1] + turn])
    lats = np.concatenate([lats[first:], lats[1 : first + 1]])
    return Polygon([*zip(lons, lats, strict=True), (lons[-1], pole), (lons[0], pole)])


def repeated(geometry: BaseGeometry, beside: BaseGeometry) -> BaseGeometry:
    """A geometry with its copies a turn to the west and to the east, as far as they may meet another one."""
    west, _, east, _ = geometry.bounds
    first, _, last, _ = beside.bounds
    turns = [turn for turn in (-360.0, 0.0, 360.0) if west + turn <= last and east + turn >= first]
    copies = [affinity.translate(geometry, turn) if turn else geometry for turn in turns]
    return copies[0] if len(copies) == 1 else shapely.union_all(copies)

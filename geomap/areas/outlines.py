"""Outlines of regions for drawing and for files: of what is measured from points, lines and areas, in all directions or some.

As `geomap.geometry.polygon` and `geomap.geometry.corridor` draw them: an outer outline is never smaller than the region, an inner one never larger.
"""

from __future__ import annotations

import math

import shapely
from shapely.geometry import Polygon
from shapely.geometry.base import BaseGeometry

from geomap.areas.regions import Side, interval_of
from geomap.geometry import polygon as shapes
from geomap.geometry.constraint import SURE
from geomap.geometry.corridor import corridor
from geomap.geometry.geodesy import destination, distances_m
from geomap.model import Region
from geomap.units import Interval, Sector

_FACTORS = {"plain": 1.0, "outer": 2.0, "inner": 0.5}


def outline_of(region: Region, side: Side, *, limit_m: float | None = None, tolerance_m: float = 10.0) -> BaseGeometry:
    """Outline of a region by the figures as written, at most, or at least, as a (Multi)Polygon in lon/lat degrees; empty for no inner bound.

    Longitudes are unwrapped (see `geomap.geometry.polygon.split_at_antimeridian`); a region without an upper end reaches to `limit_m`.
    """
    interval = interval_of(region, side)
    return Polygon() if interval is None else part_of(region, interval, side, limit_m=limit_m, tolerance_m=tolerance_m)


def part_of(region: Region, interval: Interval, side: Side, *, limit_m: float | None = None, tolerance_m: float = 10.0) -> BaseGeometry:
    """As `outline_of`, for other distances than the region's own."""
    reading = region.reading
    draw: shapes.Approximation = "inner" if side == "inner" else "outer"
    if reading.footprint is not None:
        whole = corridor(reading.footprint.geometry, interval, side=draw, limit_m=limit_m)
    else:
        whole = shapes.outline(region.anchor.lonlat, interval, side=draw, tolerance_m=tolerance_m, limit_m=limit_m)
    if reading.sector is None or whole.is_empty:
        return whole
    asked = _moved(reading.sector.scaled(_FACTORS[side]), reading.reach_m * {"plain": 0.0, "outer": 1.0, "inner": -1.0}[side])
    if asked.half >= 180.0:
        return whole
    points = shapely.get_coordinates(whole)
    far = float(distances_m(asked.at, points[:, 0], points[:, 1]).max()) + 1000.0
    wedge = shapes.sector(asked.at, Interval(0.0, far), asked.middle, asked.half, side=draw, tolerance_m=tolerance_m)
    return shapely.intersection(whole, wedge)


def _moved(asked: Sector, by_m: float) -> Sector:
    """A sector that holds all points no farther than some metres outside another; for a negative length, whose points all lie so far inside.

    Its tip is moved back along its middle, so far that its sides have moved by that length, and by what the exact predicate shortens it.
    """
    if by_m == 0 or asked.half >= 180.0:
        return asked
    back = by_m / SURE / math.sin(math.radians(min(asked.half, 90.0)))
    return Sector(destination(asked.at, asked.middle + 180.0, back), asked.middle, asked.half)

"""Parts of areas: what of a polygon lies in some directions from a point."""

from __future__ import annotations

import shapely
from shapely.geometry.base import BaseGeometry

from geomap.geometry import polygon as shapes
from geomap.geometry.geodesy import distances_m
from geomap.units import Interval, Sector

TOLERANCE_M = 10.0
"""No more than that is drawn beyond the sides of a part."""


def part_of_area(area: BaseGeometry, sector: Sector) -> BaseGeometry:
    """The part of an area, in lon/lat degrees, in a sector of directions, never smaller than the true one."""
    points = shapely.get_coordinates(area)
    far = float(distances_m(sector.at, points[:, 0], points[:, 1]).max()) + 1000.0
    wedge = shapes.sector(sector.at, Interval(0.0, far), sector.middle, sector.half, side="outer", tolerance_m=TOLERANCE_M)
    cut = shapely.intersection(area, shapes.split_at_antimeridian(wedge))
    return shapely.multipolygons([part for part in shapely.get_parts(cut) if part.geom_type == "Polygon"])

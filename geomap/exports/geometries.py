"""Geometries as they go into files: cut at the antimeridian, in whole steps of a tenth of a metre."""

from __future__ import annotations

from typing import Any

import shapely
from shapely.geometry import mapping
from shapely.geometry.base import BaseGeometry
from shapely.geometry.polygon import orient

from geomap.geometry.polygon import split_at_antimeridian

DIGITS = 6
"""Decimals of a degree in files: a tenth of a metre."""


def split(geometry: BaseGeometry) -> BaseGeometry | None:
    """The geometry cut at the antimeridian; None for an empty one."""
    shape = split_at_antimeridian(geometry)
    return None if shape.is_empty else shape


def geojson_geometry(geometry: BaseGeometry | None) -> dict[str, Any] | None:
    """A geometry that is cut already as GeoJSON (RFC 7946): exterior rings counter-clockwise."""
    if geometry is None:
        return None
    rounded = shapely.set_precision(geometry, 10.0**-DIGITS)
    polygons = [orient(part) for part in getattr(rounded, "geoms", [rounded]) if part.geom_type == "Polygon"]
    shape = polygons[0] if len(polygons) == 1 else shapely.MultiPolygon(polygons)
    return {"type": shape.geom_type, "coordinates": _tidy(mapping(shape)["coordinates"])}


def _tidy(coordinates: Any) -> Any:
    """Coordinates rounded again, for the grid's own floating error would show."""
    if isinstance(coordinates, float):
        return round(coordinates, DIGITS)
    return [_tidy(item) for item in coordinates]

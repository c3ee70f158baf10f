"""Regions as drawn: edges by the figures as written, a soft band for what rounding and extent add, a fade where there is no limit."""

from __future__ import annotations

import math
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geomap.boundaries import Bounds
from geomap.geodesy import destination
from geomap.maps.encoding import REGION_STEP_DEG, polygon_data
from geomap.model import Region
from geomap.shapes import outline
from geomap.units import Interval, metres_in_words

FADES = 6
"""Steps in which an area without an upper limit, or one that is soft, fades out."""
LABEL_AZIMUTHS = (325.0, 35.0, 215.0, 145.0, 0.0, 180.0, 300.0, 60.0, 240.0, 125.0, 270.0, 90.0)
"""Directions in which a claim's label may stand on its edge; each claim begins with another, so that labels keep apart."""


def reach_m(region: Region) -> float:
    """How far from its anchor a region is drawn, metres: its outer bound, or half as far again beyond the figure where there is none."""
    if math.isfinite(region.outer.high):
        return region.outer.high
    edge = max(edges_m(region.plain), default=0.0)
    return max(1.5 * edge, edge + 10_000.0)


def drawn_bounds(region: Region) -> Bounds:
    """West, south, east, north of a region as drawn; longitudes are unwrapped."""
    west, south, east, north = outline(region.anchor.lonlat, Interval(0.0, max(reach_m(region), 500.0)), tolerance_m=1000.0).bounds
    return (west, south, east, north)


def region_data(region: Region, number: int) -> dict[str, Any]:
    """What the page draws of a region."""
    centre, plain = region.anchor.lonlat, region.plain
    limit = reach_m(region)
    outer = outline(centre, region.outer, limit_m=limit)
    inner = _inner(region, limit)
    return {
        "anchor": [region.anchor.lat, region.anchor.lon],
        "fuzzy": region.fuzzy,
        "exterior": math.isinf(plain.high),
        "footprint": False,
        "edges": [] if region.fuzzy else [part for edge in edges_m(plain) for part in _data(outline(centre, Interval(0.0, edge)))],
        "band": [] if region.fuzzy else _data(outer.difference(inner)),
        "inner": [] if region.fuzzy or math.isinf(plain.high) else _data(inner),
        "fades": _fades(region, limit),
        "outer_edge": _data(outer) if region.fuzzy else [],
        "label": _label(region, number),
        "size_m": limit,
    }


def edges_m(interval: Interval) -> tuple[float, ...]:
    """The finite radii that bound an interval of distances, each once."""
    return tuple(sorted({edge for edge in (interval.low, interval.high) if 0 < edge < math.inf}))


def _inner(region: Region, limit: float) -> BaseGeometry:
    if region.inner is None:
        return shapely.Polygon()
    # Beyond the limit the two bounds are one, so that no band shows there.
    return outline(region.anchor.lonlat, region.inner, side="inner", limit_m=limit + 1000.0)


def _fades(region: Region, limit: float) -> list[Any]:
    """Nested areas that overlie each other: outward from a lower limit, or inward to the middle of a soft area."""
    centre = region.anchor.lonlat
    if math.isinf(region.plain.high):
        low = region.plain.low
        steps = [low + (limit - low) * (step / FADES) for step in range(1, FADES + 1)]
        return [_data(outline(centre, Interval(low, step), tolerance_m=50.0)) for step in steps]
    if region.fuzzy:
        core = region.inner.high if region.inner is not None else 0.0
        steps = [core + (region.outer.high - core) * (step / FADES) for step in range(FADES + 1)]
        return [_data(outline(centre, Interval(0.0, step), tolerance_m=50.0)) for step in steps if step > 0]
    return []


def _data(geometry: BaseGeometry) -> list[Any]:
    return polygon_data(geometry, REGION_STEP_DEG)


def _label(region: Region, number: int) -> dict[str, Any]:
    """Words for the region's edge, and where they may stand on it, best first."""
    plain = region.plain
    edge = region.outer.high if region.fuzzy else max(edges_m(plain), default=0.0)
    turn = number % len(LABEL_AZIMUTHS)
    ends = [destination(region.anchor.lonlat, azimuth, edge) for azimuth in LABEL_AZIMUTHS[turn:] + LABEL_AZIMUTHS[:turn]]
    return {
        "at": [[round(lat, 5), round(_near(lon, region.anchor.lon), 5)] for lon, lat in ends],
        "text": bounds_in_words(region),
    }


def _near(lon: float, centre: float) -> float:
    """The longitude on the same turn as the centre."""
    return lon + 360.0 * round((centre - lon) / 360.0)


def bounds_in_words(region: Region) -> str:
    """What the figures as written amount to: "≤ 30.00 km", "> 72.42 km"."""
    low, high = region.plain.low, region.plain.high
    if region.fuzzy:
        return "near"
    if math.isinf(high):
        return f"≥ {metres_in_words(low)}"
    if low == high:
        return f"= {metres_in_words(low)}"
    return f"≤ {metres_in_words(high)}" if low <= 0 else f"{metres_in_words(low)} – {metres_in_words(high)}"

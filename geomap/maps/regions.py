"""Regions as drawn: edges by the figures as written, a soft band for what rounding and extent add, a fade where there is no limit."""

from __future__ import annotations

import math
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geomap.areas.outlines import outline_of, part_of
from geomap.areas.regions import is_shaped
from geomap.checks.telling.lengths import stated_in_words
from geomap.geometry.geodesy import Box, destination
from geomap.geometry.polygon import outline
from geomap.maps.encoding import REGION_STEP_DEG, polygon_data
from geomap.model import Region, RegionKey
from geomap.relations import Limit, Relation
from geomap.units import Interval

_LINE_SHARE = 0.002
DIRECTION_M = 100_000.0
"""How far a bare direction ("north of X") is drawn."""
FADES = 6
"""Steps in which an area without an upper limit, or one that is soft, fades out."""
LABEL_AZIMUTHS = (325.0, 35.0, 215.0, 145.0, 0.0, 180.0, 300.0, 60.0, 240.0, 125.0, 270.0, 90.0)
"""Directions in which a claim's label may stand on its edge; each claim begins with another, so that labels keep apart."""


def reach_m(region: Region) -> float:
    """How far from its anchor a region is drawn, metres: its outer bound, or half as far again beyond the figure where there is none."""
    if math.isfinite(region.outer.high):
        return region.outer.high
    edge = max(edges_m(region.plain), default=0.0)
    return max(1.5 * edge, edge + (10_000.0 if edge else DIRECTION_M))


def drawn_box(region: Region) -> Box:
    """West, south, east, north of a region as drawn; longitudes are unwrapped."""
    if is_shaped(region.reading):
        box = outline_of(region, "outer", limit_m=reach_m(region)).bounds
    else:
        box = outline(region.anchor.lonlat, Interval(0.0, max(reach_m(region), 500.0)), tolerance_m=1000.0).bounds
    west, south, east, north = box
    return (west, south, east, north)


class Drawings:
    """What the page draws of regions: worked out once for all that hold the same points, but for their labels."""

    def __init__(self) -> None:
        self._known: dict[tuple[RegionKey, bool, Relation], tuple[dict[str, Any], BaseGeometry]] = {}

    def of(self, region: Region, number: int) -> dict[str, Any]:
        """What the page draws of a region, the label as that of the claim of this number."""
        key = (region.key, region.fuzzy, region.reading.claim.relation)
        if key not in self._known:
            self._known[key] = _drawing(region)
        drawing, outer = self._known[key]
        return drawing | {"label": _label(region, number, outer)}


def _drawing(region: Region) -> tuple[dict[str, Any], BaseGeometry]:
    """What is drawn of a region, without its label, and its outline at most."""
    plain, limit = region.plain, reach_m(region)
    outer = outline_of(region, "outer", limit_m=limit)
    # Beyond the limit the two bounds are one, so that no band shows there. What lies between two places is not sure anywhere, and large.
    between = region.reading.claim.relation.traits.limit is Limit.MIDDLE
    inner = outline_of(region, "plain" if between else "inner", limit_m=limit + 1000.0)
    edges = [] if region.fuzzy else [part for edge in _edges(region, limit) for part in _data(edge)]
    west, south, east, north = drawn_box(region)
    drawing = {
        "anchor": [region.anchor.lat, region.anchor.lon],
        "fuzzy": region.fuzzy,
        "exterior": math.isinf(plain.high),
        "footprint": False,
        "edges": edges,
        "band": [] if region.fuzzy else _data(shapely.difference(outer, inner)),
        "inner": [] if region.fuzzy or math.isinf(plain.high) else _data(inner),
        "fades": _fades(region, limit),
        "outer_edge": _data(outer) if region.fuzzy else [],
        "label": None,
        "box": [[round(south, 5), round(west, 5)], [round(north, 5), round(east, 5)]],
        "size_m": limit,
    }
    return drawing, outer


def _edges(region: Region, limit: float) -> list[BaseGeometry]:
    """What is drawn as the edge by the figures as written: circles, or of other regions their outline."""
    if not is_shaped(region.reading):
        return [outline(region.anchor.lonlat, Interval(0.0, edge)) for edge in edges_m(region.plain)]
    plain = region.plain
    if plain.low < plain.high:
        return [outline_of(region, "plain", limit_m=limit)]
    if region.reading.sector is None:
        return [part_of(region, Interval(region.reading.floor, plain.high), "plain")]
    half = max(abs(plain.low) * _LINE_SHARE, 5.0)  # an arc is a line, which has no outline of its own
    return [part_of(region, Interval(plain.low - half, plain.high + half), "plain")]


def edges_m(interval: Interval) -> tuple[float, ...]:
    """The finite radii that bound an interval of distances, each once."""
    return tuple(sorted({edge for edge in (interval.low, interval.high) if 0 < edge < math.inf}))


def _fades(region: Region, limit: float) -> list[Any]:
    """Nested areas that overlie each other: outward from a lower limit, or inward to the middle of a soft area."""
    low = region.plain.low
    if math.isinf(region.plain.high):
        steps = [low + (limit - low) * (step / FADES) for step in range(1, FADES + 1)]
        return [_data(part_of(region, Interval(low, step), "plain", tolerance_m=50.0)) for step in steps]
    if region.fuzzy:
        core = region.inner.high if region.inner is not None else 0.0
        steps = [core + (region.outer.high - core) * (step / FADES) for step in range(FADES + 1)]
        return [_data(part_of(region, Interval(low, step), "plain", tolerance_m=50.0)) for step in steps if step > 0]
    return []


def _data(geometry: BaseGeometry) -> list[Any]:
    return polygon_data(geometry, REGION_STEP_DEG)


def _label(region: Region, number: int, outer: BaseGeometry) -> dict[str, Any]:
    """Words for the region's edge, and where they may stand on it, best first."""
    plain = region.plain
    edge = region.outer.high if region.fuzzy else max(edges_m(plain), default=0.0)
    turn = number % len(LABEL_AZIMUTHS)
    if is_shaped(region.reading) and not outer.is_empty:
        ends = along(outer, turn)
    else:
        ends = [destination(region.anchor.lonlat, azimuth, edge) for azimuth in LABEL_AZIMUTHS[turn:] + LABEL_AZIMUTHS[:turn]]
    return {
        "at": [[round(lat, 5), round(_near(lon, region.anchor.lon), 5)] for lon, lat in ends],
        "text": bounds_in_words(region),
    }


def along(geometry: BaseGeometry, number: int) -> list[tuple[float, float]]:
    """Points (lon, lat) spread along the edge of a geometry's largest part; each number begins with another."""
    largest = max(shapely.get_parts(geometry), key=lambda part: part.area).exterior
    shares = [((number * 5 + place) % len(LABEL_AZIMUTHS)) / len(LABEL_AZIMUTHS) for place in range(len(LABEL_AZIMUTHS))]
    ends = [largest.interpolate(share, normalized=True) for share in shares]
    return [(float(end.x), float(end.y)) for end in ends]


def _near(lon: float, centre: float) -> float:
    """The longitude on the same turn as the centre."""
    return lon + 360.0 * round((centre - lon) / 360.0)


def bounds_in_words(region: Region) -> str:
    """What the figures as written amount to: "≤ 30 km", "≥ 72.4 km (45 miles)"."""
    low, high = region.plain.low, region.plain.high
    if region.fuzzy:
        return region.reading.claim.relation.value
    if region.reading.claim.relation.traits.limit is Limit.BEARING:
        return f"{region.reading.claim.bearing} of {region.anchor.name}"
    if high < 0:
        return f"{_stated(region, -high)} inside"
    if math.isinf(high):
        return f"≥ {_stated(region, low)}"
    if low == high:
        return f"= {_stated(region, low)}"
    return f"≤ {_stated(region, high)}" if low <= 0 else f"{_stated(region, low)} – {_stated(region, high)}"


def _stated(region: Region, metres: float) -> str:
    return stated_in_words(metres, region.reading.claim.distance)

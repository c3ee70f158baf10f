"""Where the thing can be: for each event, the areas that the largest sets of claims leave open together.

For drawing only; verdicts rest on exact distances. Claims without a figure ("near") leave out nothing and are not counted.
"""

from __future__ import annotations

import math
from itertools import combinations
from typing import Any

from shapely.geometry.base import BaseGeometry

from geomap.areas.outlines import outline_of
from geomap.geometry.geodesy import WGS84
from geomap.maps.encoding import REGION_STEP_DEG, polygon_data
from geomap.maps.outlines import reach_m
from geomap.model import Analysis, Region

MOST = 8
"""Events with more drawn claims than this get no such areas: there would be too many sets to look at."""


def feasible_data(analysis: Analysis) -> list[dict[str, Any]]:
    """One area a maximal set of at least two claims of one event that leave a common area.

    By the figures as written; an exact distance, which leaves a line, by what rounding and extents add to it.
    """
    made = []
    by_event: dict[str | None, list[Region]] = {}
    for region in analysis.regions:
        if not region.fuzzy:
            by_event.setdefault(region.reading.claim.event, []).append(region)
    for event in analysis.events:
        regions = by_event.get(event.id, [])
        if 2 <= len(regions) <= MOST:
            made += [
                {
                    "event": event.id,
                    "claims": [region.reading.claim.id for region in chosen],
                    "area": polygon_data(area, REGION_STEP_DEG),
                    "size": area_in_words(area_km2(area)) if any(math.isfinite(region.plain.high) for region in chosen) else "",
                }
                for chosen, area in _maximal(regions)
            ]
    return made


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


def _maximal(regions: list[Region]) -> list[tuple[tuple[Region, ...], BaseGeometry]]:
    limit = 2 * max(reach_m(region) for region in regions)
    shapes = {region.reading.claim.id: _left_open(region, limit) for region in regions}
    found: list[tuple[tuple[Region, ...], BaseGeometry]] = []
    for size in range(len(regions), 1, -1):
        for chosen in combinations(regions, size):
            ids = {region.reading.claim.id for region in chosen}
            if any(ids <= {region.reading.claim.id for region in larger} for larger, _ in found):
                continue
            area = shapes[chosen[0].reading.claim.id]
            for region in chosen[1:]:
                area = area.intersection(shapes[region.reading.claim.id])
            if area.area > 0:
                found.append((chosen, area))
    return found


def _left_open(region: Region, limit: float) -> BaseGeometry:
    """Where a claim lets the thing be."""
    exact = region.plain.low == region.plain.high
    return outline_of(region, "outer" if exact else "plain", limit_m=limit, tolerance_m=50.0)

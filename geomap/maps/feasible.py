"""Where the thing can be: for each event, the areas that the largest sets of claims leave open together.

For drawing only; verdicts rest on exact distances. Claims without a figure ("near") leave out nothing and are not counted.
"""

from __future__ import annotations

from itertools import combinations
from typing import Any

from shapely.geometry.base import BaseGeometry

from geomap.maps.encoding import REGION_STEP_DEG, polygon_data
from geomap.maps.outlines import reach_m
from geomap.model import Analysis, Region
from geomap.shapes import outline

MOST = 8
"""Events with more drawn claims than this get no such areas: there would be too many sets to look at."""


def feasible_data(analysis: Analysis) -> list[dict[str, Any]]:
    """One area a maximal set of at least two claims of one event that leave a common area, by the figures as written."""
    made = []
    for event in analysis.events:
        regions = [
            region
            for region in analysis.regions
            if region.reading.claim.event == event.id and not region.fuzzy and not region.anchor.is_area
        ]
        if 2 <= len(regions) <= MOST:
            made += [
                {"event": event.id, "claims": [region.reading.claim.id for region in chosen], "area": polygon_data(area, REGION_STEP_DEG)}
                for chosen, area in _maximal(regions)
            ]
    return made


def _maximal(regions: list[Region]) -> list[tuple[tuple[Region, ...], BaseGeometry]]:
    limit = max(reach_m(region) for region in regions)
    shapes = {
        region.reading.claim.id: outline(region.anchor.lonlat, region.plain, limit_m=2 * limit, tolerance_m=50.0) for region in regions
    }
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

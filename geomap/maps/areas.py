"""What is drawn as an area: the countries and divisions that claims name, and what the largest sets of claims leave open together.

A country is drawn as what it is, not as a circle of its extent. What claims leave open, for each event, is where the thing can be; those
without a figure ("near") leave out nothing and are not counted. All this is for drawing only; verdicts rest on exact distances.
"""

from __future__ import annotations

import math
from itertools import combinations
from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geomap.areas.outlines import outline_of
from geomap.areas.regions import distinct
from geomap.geometry.geodesy import WGS84
from geomap.maps.encoding import REGION_STEP_DEG, polygon_data
from geomap.maps.regions import along, reach_m
from geomap.model import Analysis, Region
from geomap.relations import Limit

_PARTS = {
    "N": "northern",
    "NE": "north-eastern",
    "E": "eastern",
    "SE": "south-eastern",
    "S": "southern",
    "SW": "south-western",
    "W": "western",
    "NW": "north-western",
}
MOST_VERTICES = 4000
"""An outline with more is thinned for the page."""
MOST_CLAIMS = 8
"""Of an event with more drawn claims it is not worked out what they leave open: there would be too many sets to look at."""


def footprints(analysis: Analysis) -> dict[str, BaseGeometry]:
    """The polygons, by claim id, of the areas that claims without a figure put something in or out of."""
    regions = [region for region in analysis.regions if is_footprint(region) and region.reading.footprint is not None]
    drawn = {region.key: _thinned(_drawn(region)) for region in distinct(regions)}
    return {region.reading.claim.id: drawn[region.key] for region in regions}


def is_footprint(region: Region) -> bool:
    """Whether a region stands for a whole country or division, or for a part of one."""
    claim = region.reading.claim
    return region.anchor.is_area and claim.literal_distance is None and claim.relation.traits.limit is Limit.FOOTPRINT


def _drawn(region: Region) -> BaseGeometry:
    footprint = region.reading.footprint
    whole = shapely.Polygon() if footprint is None else footprint.geometry
    return whole if region.reading.sector is None else outline_of(region, "plain")


def _thinned(polygon: BaseGeometry) -> BaseGeometry:
    tolerance = 0.002
    while shapely.get_num_coordinates(polygon) > MOST_VERTICES:
        polygon = shapely.simplify(polygon, tolerance)
        tolerance *= 2
    return polygon


def _part_in_words(region: Region) -> str:
    """The part of a place that is drawn, before its name."""
    part = region.reading.claim.anchors[0].part if region.reading.sector is not None else None
    return f"{_PARTS[part]} " if part in _PARTS else ""


def footprint_data(region: Region, polygon: BaseGeometry, number: int) -> dict[str, Any]:
    """What the page draws of an area, in the same terms as of other regions."""
    data = polygon_data(polygon, REGION_STEP_DEG)
    west, south, east, north = polygon.bounds
    outside = region.plain.low > 0
    return {
        "anchor": [region.anchor.lat, region.anchor.lon],
        "fuzzy": False,
        "exterior": outside,
        "footprint": True,
        "edges": data,
        "band": [],
        "inner": [] if outside else data,
        "fades": [],
        "outer_edge": [],
        "label": {
            "at": [[round(lat, 5), round(lon, 5)] for lon, lat in along(polygon, number)],
            "text": f"{'outside' if outside else 'in'} {_part_in_words(region)}{region.anchor.name}",
        },
        "box": [[round(south, 5), round(west, 5)], [round(north, 5), round(east, 5)]],
        "size_m": region.anchor.extent_m,
    }


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
        if 2 <= len(regions) <= MOST_CLAIMS:
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

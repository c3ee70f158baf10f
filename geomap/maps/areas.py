"""What is drawn as an area: the countries and divisions that claims name, and where claims leave room for events and for names.

A country is drawn as what it is, not as a circle of its extent. All this is for drawing only; verdicts rest on exact distances.
"""

from __future__ import annotations

from typing import Any

import shapely
from shapely.geometry.base import BaseGeometry

from geomap.areas.covers import area_in_words
from geomap.areas.outlines import outline_of
from geomap.areas.regions import distinct
from geomap.maps.encoding import REGION_STEP_DEG, polygon_data
from geomap.maps.regions import along
from geomap.model import Analysis, Located, Region
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
    """The areas that at least two claims about one event leave room for together."""
    return [
        {
            "event": each.event,
            "claims": list(each.claims),
            "area": polygon_data(each.area, REGION_STEP_DEG),
            "size": "" if each.area_km2 is None else area_in_words(each.area_km2),
        }
        for each in analysis.located
        if each.event is not None and len(each.claims) > 1
    ]


def located_data(analysis: Analysis) -> list[dict[str, Any]]:
    """The areas where claims put names that no gazetteer has."""
    return [
        {
            "name": each.name,
            "claims": list(each.claims),
            "rests_on": list(each.rests_on),
            "area": polygon_data(each.area, REGION_STEP_DEG),
            "size": "" if each.area_km2 is None else area_in_words(each.area_km2),
            "why": each.why,
            "at": _label_at(each),
        }
        for each in analysis.located
        if each.name is not None
    ]


def _label_at(located: Located) -> list[float]:
    """Where a name's label stands: inside its area, or for one without a limit outward in the north of its inner edge."""
    edges = [ring for part in shapely.get_parts(located.area) for ring in part.interiors] if not located.is_bounded else []
    ends = [max(ring.coords, key=lambda end: (end[1], end[0])) for ring in edges]
    inside = located.area.representative_point()
    lon, lat = ends[0] if ends else (inside.x, inside.y)
    return [round(float(lat), 5), round(float(lon), 5)]

"""Countries and divisions that claims name as where something is: drawn as what they are, not as a circle of their extent."""

from __future__ import annotations

from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geomap import boundaries
from geomap.maps.encoding import REGION_STEP_DEG, polygon_data
from geomap.model import Analysis, Region

MOST_VERTICES = 4000
"""An outline with more is thinned for the page."""
LABEL_PLACES = 12
"""Where a label may stand along an outline."""


def footprints(analysis: Analysis) -> dict[str, BaseGeometry]:
    """The polygons, by place id, of the areas that claims without a figure put something in or out of."""
    areas = {region.anchor.id: region.anchor for region in analysis.regions if is_footprint(region)}
    found: dict[str, BaseGeometry] = {}
    if any(place.kind == "country" for place in areas.values()):
        countries = boundaries.countries("regional")
        for place in areas.values():
            row = np.flatnonzero((countries.ids == place.country) & (countries.ids != ""))
            if place.kind == "country" and len(row):
                found[place.id] = countries.polygons[row[0]]
    if any(place.kind != "country" for place in areas.values()):
        divisions = boundaries.divisions()
        for place in areas.values():
            row = np.flatnonzero(divisions.ids == place.id)
            if len(row):
                found[place.id] = divisions.polygons[row[0]]
    return {key: _thinned(polygon) for key, polygon in found.items()}


def is_footprint(region: Region) -> bool:
    """Whether a region stands for a whole country or division."""
    return region.anchor.is_area and region.reading.claim.literal_distance is None and not region.fuzzy


def _thinned(polygon: BaseGeometry) -> BaseGeometry:
    tolerance = 0.002
    while shapely.get_num_coordinates(polygon) > MOST_VERTICES:
        polygon = shapely.simplify(polygon, tolerance)
        tolerance *= 2
    return polygon


def footprint_data(region: Region, polygon: BaseGeometry, number: int) -> dict[str, Any]:
    """What the page draws of an area, in the same terms as of other regions."""
    data = polygon_data(polygon, REGION_STEP_DEG)
    largest = max(shapely.get_parts(polygon), key=lambda part: part.area).exterior
    shares = [((number * 5 + place) % LABEL_PLACES) / LABEL_PLACES for place in range(LABEL_PLACES)]
    ends = [largest.interpolate(share, normalized=True) for share in shares]
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
            "at": [[round(end.y, 5), round(end.x, 5)] for end in ends],
            "text": f"{'outside' if outside else 'in'} {region.anchor.name}",
        },
        "size_m": region.anchor.extent_m,
    }

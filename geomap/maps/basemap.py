"""The basemap of a page: land, borders, divisions, names and a few towns, cut to the case and thinned around it.

Three rings, each without what lies in the one before: the case's window in full detail, its surroundings at a regional
generalisation, the rest of the world as an overview for orientation when zooming out.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
import shapely
from shapely.geometry import box
from shapely.geometry.base import BaseGeometry

from geomap.areas import boundaries
from geomap.areas.boundaries import Boundaries, Line
from geomap.geometry.geodesy import Box, distance_m, distances_m
from geomap.maps.encoding import line_data, polygon_data
from geomap.resources import data_path

WIDEST_DETAILED_DEG = 30.0
"""A window wider than this is drawn from the regional generalisation."""
TOWNS = 14
"""At most this many towns are named for orientation."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ring:
    """One level of detail."""

    boundaries: Boundaries
    area: BaseGeometry
    """What of the earth it covers."""
    step_deg: float
    """Coordinates are rounded to this."""
    divided: bool
    """Whether divisions are drawn too."""


@lru_cache(maxsize=4)  # a case is drawn again with every choice that is made in it, mostly within the same bounds
def basemap(bounds: Box) -> dict[str, Any]:
    """What the page draws under the claims of a case with these bounds, as JSON data."""
    window = widened(bounds, 1.2)
    around = widened(bounds, 5.0)
    views = (box(*widened(bounds, 0.25)), box(*window))
    detailed = window[2] - window[0] <= WIDEST_DETAILED_DEG
    regional, world = boundaries.countries("regional"), boundaries.countries("world")
    near = boundaries.divisions().within(window) if detailed else regional.within(window)
    rings = (
        Ring(boundaries=near, area=box(*window), step_deg=1e-4, divided=detailed),
        Ring(boundaries=regional.within(around), area=box(*around).difference(box(*window)), step_deg=1e-3, divided=False),
        Ring(boundaries=world, area=box(-180, -90, 180, 90).difference(box(*around)), step_deg=1e-2, divided=False),
    )
    return {
        "rings": [_ring_data(ring) for ring in rings],
        "countries": [*_country_labels(near.dissolved(), views, "near"), *_country_labels(_whole(world), (), "far")],
        "divisions": _division_labels(near, views) if detailed else [],
        "towns": towns(window),
    }


def widened(bounds: Box, share: float) -> Box:
    """A box grown on each side by a share of their size, at least by a quarter degree, within the earth."""
    west, south, east, north = bounds
    across, up = max((east - west) * share, 0.25), max((north - south) * share, 0.25)
    return (max(west - across, -180.0), max(south - up, -85.0), min(east + across, 180.0), min(north + up, 85.0))


def _ring_data(ring: Ring) -> dict[str, Any]:
    whole = shapely.coverage_union_all(ring.boundaries.polygons) or shapely.MultiPolygon()
    data = {
        "step": ring.step_deg,
        "land": polygon_data(whole.intersection(ring.area), ring.step_deg),
        "coast": line_data(shapely.line_merge(_only_lines(whole.boundary.intersection(ring.area))), ring.step_deg),
        "borders": _lines(boundaries.borders(ring.boundaries), ring),
    }
    if ring.divided:
        data["divisions"] = _lines(boundaries.inner_lines(ring.boundaries), ring)
    return data


def _only_lines(geometry: BaseGeometry) -> BaseGeometry:
    return shapely.multilinestrings([part for part in shapely.get_parts(geometry) if part.geom_type == "LineString"])


def _lines(lines: Iterable[Line], ring: Ring) -> list[list[int]]:
    clipped = shapely.intersection([line.geometry for line in lines], ring.area)
    whole = shapely.line_merge(shapely.union_all(clipped))
    return line_data(whole, ring.step_deg)


def _whole(world: Boundaries) -> dict[str, BaseGeometry]:
    return {str(state): polygon for state, polygon in zip(world.states, world.polygons, strict=True)}


def _country_labels(shapes: dict[str, BaseGeometry], views: Sequence[BaseGeometry], where: str) -> Iterator[dict[str, Any]]:
    for name, polygon in shapes.items():
        label = _label(name, polygon, views)
        if label:
            yield label | {"where": where}


def _division_labels(near: Boundaries, views: Sequence[BaseGeometry]) -> list[dict[str, Any]]:
    labels = (_label(str(name), polygon, views) for name, polygon in zip(near.names, near.polygons, strict=True))
    return [label for label in labels if label]


def _label(name: str, polygon: BaseGeometry, views: Sequence[BaseGeometry]) -> dict[str, Any] | None:
    """A name, with the middle and radius (degrees of latitude) of the largest circle that fits in the polygon's largest part.

    Only what the first of the views shows of the polygon counts, or else the next.
    """
    seen = next((part for part in (polygon.intersection(view) for view in views) if part.area > 0), polygon)
    parts = [part for part in shapely.get_parts(seen) if part.area > 0]
    if not parts or not name:
        return None
    largest = max(parts, key=lambda part: part.area)
    radius = shapely.maximum_inscribed_circle(largest, max(math.sqrt(largest.area) / 20, 1e-3))
    lon, lat = shapely.get_coordinates(radius)[0]
    return {"name": name, "at": [round(float(lat), 3), round(float(lon), 3)], "size": round(radius.length, 3)}


def towns(bounds: Box) -> list[dict[str, Any]]:
    """The most populous towns in a window, not too close to each other."""
    west, south, east, north = bounds
    with np.load(data_path("towns.npz"), allow_pickle=False) as table:
        names, lons, lats = table["names"], table["lons"], table["lats"]
    apart = distance_m((west, south), (east, north)) / 12
    chosen: list[int] = []
    for town in np.flatnonzero((west < lons) & (lons < east) & (south < lats) & (lats < north)).tolist():
        if not chosen or distances_m((lons[town], lats[town]), lons[chosen], lats[chosen]).min() > apart:
            chosen.append(town)
        if len(chosen) == TOWNS:
            break
    return [{"name": str(names[town]), "at": [float(lats[town]), float(lons[town])]} for town in chosen]

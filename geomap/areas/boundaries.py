"""Countries and first-level divisions as polygons, and the lines between them.

Natural Earth 1:10m, public domain: the divisions, and two generalisations of the countries. Neighbours share their vertices exactly, so a
border is the set of edges that two polygons have in common. Coordinates are (lon, lat) in degrees.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

import numpy as np
import shapely
from numpy.typing import NDArray
from shapely.geometry.base import BaseGeometry

from geomap.geometry.geodesy import Box
from geomap.resources import data_path

STEP_DEG = 2e-6
"""Coordinates in the files are whole multiples of this: 0.2 m, far below the accuracy of the source (some hundred metres)."""

Scale = Literal["regional", "world"]
"""How far the countries are generalised: mostly within 3 km for a region, within 20 km for a map of the world."""
Array = NDArray[Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Boundaries:
    """Polygons that share their edges, in parallel arrays. Those that are read from a file are read once, and cannot be written to."""

    ids: Array
    """Gazetteer ids of divisions, ISO codes of countries."""
    names: Array
    countries: Array
    """ISO 3166-1 alpha-2 codes, empty where there is none."""
    states: Array
    """Name of the country that each polygon is part of, also where it has no ISO code."""
    polygons: Array
    """MultiPolygons."""

    def within(self, box: Box) -> Boundaries:
        """Those whose bounding boxes meet a box."""
        west, south, east, north = shapely.bounds(self.polygons).T
        return self.where((west <= box[2]) & (east >= box[0]) & (south <= box[3]) & (north >= box[1]))

    def where(self, chosen: Array) -> Boundaries:
        """Those that a mask or a list of row numbers names."""
        return Boundaries(
            ids=self.ids[chosen],
            names=self.names[chosen],
            countries=self.countries[chosen],
            states=self.states[chosen],
            polygons=self.polygons[chosen],
        )

    def dissolved(self) -> dict[str, BaseGeometry]:
        """One geometry a country name, in alphabetical order."""
        return {str(state): shapely.coverage_union_all(self.polygons[self.states == state]) for state in np.unique(self.states)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The line between two neighbours."""

    between: tuple[str, str]
    """The two names in alphabetical order."""
    geometry: BaseGeometry
    """LineString or MultiLineString."""


@cache
def divisions() -> Boundaries:
    """All first-level divisions at 1:10m, in the order of divisions.csv."""
    return unpack(data_path("divisions.npz"))


@cache
def countries(scale: Scale) -> Boundaries:
    """All countries, generalised."""
    return unpack(data_path(f"countries-{scale}.npz"))


def borders(boundaries: Boundaries) -> tuple[Line, ...]:
    """The lines between polygons of different countries."""
    return _lines(boundaries, boundaries.states, boundaries.states, same=False)


def inner_lines(boundaries: Boundaries) -> tuple[Line, ...]:
    """The lines between polygons of one country."""
    return _lines(boundaries, boundaries.names, boundaries.states, same=True)


def coasts(boundaries: Boundaries) -> dict[str, BaseGeometry]:
    """The lines of each country, by its name, that are no border with another: its coasts, where it has any."""
    edges, owners = _edges(boundaries.polygons)
    first, partner = _twins(edges)
    single = np.ones(len(edges), dtype=bool)
    single[first] = single[partner] = False
    single &= ~(np.abs(edges[:, :, 0]) == round(180 / STEP_DEG)).all(axis=1)  # where polygons are cut at the antimeridian
    edges, states = edges[single], boundaries.states[owners[single]]
    order = np.argsort(states, kind="stable")
    names, starts = np.unique(states[order], return_index=True)
    return {
        str(name): shapely.line_merge(shapely.multilinestrings(shapely.linestrings(edges[numbers] * STEP_DEG)))
        for name, numbers in zip(names, np.split(order, starts[1:]), strict=True)
    }


def solitary(boundaries: Boundaries) -> Array:
    """For each polygon whether it borders on no other, as a mask."""
    edges, owners = _edges(boundaries.polygons)
    alone = np.ones(len(boundaries.polygons), dtype=bool)
    alone[owners[np.concatenate(_twins(edges))]] = False
    return alone


def _lines(boundaries: Boundaries, labels: Array, states: Array, *, same: bool) -> tuple[Line, ...]:
    """Edges that two polygons share, joined to lines, one for each pair of labels."""
    edges, owners = _edges(boundaries.polygons)
    first, partner = _twins(edges)
    a, b = owners[first], owners[partner]
    wanted = (states[a] == states[b]) == same
    first, a, b = first[wanted], a[wanted], b[wanted]
    groups: dict[tuple[str, str], list[int]] = {}
    for edge, one, other in zip(first.tolist(), labels[a].tolist(), labels[b].tolist(), strict=True):
        groups.setdefault((min(one, other), max(one, other)), []).append(edge)
    return tuple(
        Line(between=pair, geometry=shapely.line_merge(shapely.multilinestrings(shapely.linestrings(edges[numbers] * STEP_DEG))))
        for pair, numbers in sorted(groups.items())
    )


def _edges(polygons: Array) -> tuple[Array, Array]:
    """All edges of all rings as whole steps, each with its ends in a fixed order, and the polygon that each belongs to."""
    parts, polygon = shapely.get_parts(polygons.copy(), return_index=True)  # shapely before 2.2 takes no array that is read-only
    rings, part = shapely.get_rings(parts, return_index=True)
    owner = polygon[part]
    points, ring = shapely.get_coordinates(rings, return_index=True)
    steps = np.rint(points / STEP_DEG).astype(np.int64)
    inside = ring[:-1] == ring[1:]
    start, end = steps[:-1][inside], steps[1:][inside]
    swap = (start[:, 0] > end[:, 0]) | ((start[:, 0] == end[:, 0]) & (start[:, 1] > end[:, 1]))
    edges = np.stack([np.where(swap[:, None], end, start), np.where(swap[:, None], start, end)], axis=1)
    return edges, owner[ring[:-1][inside]]


def _twins(edges: Array) -> tuple[Array, Array]:
    """Row numbers of the edges that occur twice, with those of their twins."""
    # Each end as one number in the order of its two, which is sorted in half the time.
    least = edges.min(axis=(0, 1), initial=0)
    ends = (edges[:, :, 0] - least[0] << 32) + (edges[:, :, 1] - least[1])
    order = np.lexsort((ends[:, 1], ends[:, 0]))
    same = (ends[order[:-1]] == ends[order[1:]]).all(axis=1)
    return order[:-1][same], order[1:][same]


def pack(path: Path, boundaries: Boundaries) -> None:
    """Write boundaries as a compressed numpy archive: coordinates as differences of whole steps, nothing pickled."""
    kind, points, offsets = shapely.to_ragged_array(np.array(list(_multi(boundaries.polygons))))
    if kind is not shapely.GeometryType.MULTIPOLYGON:
        msg = f"boundaries are MultiPolygons, not {kind.name}"
        raise ValueError(msg)
    steps = np.rint(points / STEP_DEG).astype(np.int32)
    np.savez_compressed(
        path,
        ids=boundaries.ids,
        names=boundaries.names,
        countries=boundaries.countries,
        states=boundaries.states,
        east=np.diff(steps[:, 0], prepend=np.int32(0)),
        north=np.diff(steps[:, 1], prepend=np.int32(0)),
        rings=offsets[0],
        parts=offsets[1],
        polygons=offsets[2],
    )


def _multi(polygons: Array) -> Iterator[BaseGeometry]:
    for polygon in polygons:
        yield shapely.MultiPolygon(list(shapely.get_parts(polygon)))


def unpack(path: Path) -> Boundaries:
    """Read what `pack` wrote."""
    with np.load(path, allow_pickle=False) as archive:
        points = np.column_stack([np.cumsum(archive["east"]), np.cumsum(archive["north"])]) * STEP_DEG
        offsets = (archive["rings"], archive["parts"], archive["polygons"])
        columns = {name: archive[name] for name in ("ids", "names", "countries", "states")}
    columns["polygons"] = shapely.from_ragged_array(shapely.GeometryType.MULTIPOLYGON, points, offsets)
    for column in columns.values():
        column.flags.writeable = False
    return Boundaries(**columns)

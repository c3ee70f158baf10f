"""The footprints of countries, divisions, borders, coasts, and a state's waters and airspace: Natural Earth 1:10m, as ``data/`` has it.

How far they stray was measured against GSHHG's full-resolution shorelines and the borders of World Data Bank II, on 16 coasts and 13
borders (``benchmarks/boundaries.py``): half of all points of the coasts lie within 0.4 km and nineteen in twenty within 1.6 km, of the
borders 1.2 km and 2.4 km. River mouths and lagoons are worse: up to 45 km on the coast of Ukraine, where one has the open sea and the
other the shore of the estuary.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geomap.areas import boundaries
from geomap.geometry.corridor import corridor
from geomap.geometry.geodesy import Box
from geomap.model import Footprint, Place
from geomap.units import Interval

COAST_ACCURACY_M = 2000.0
BORDER_ACCURACY_M = 2500.0
"""Of borders, and so of countries and divisions."""
TERRITORIAL_SEA_M = 12 * 1852.0
"""How far a state's waters reach from its coast (United Nations Convention on the Law of the Sea, article 3)."""
WATERS_ACCURACY_M = TERRITORIAL_SEA_M
"""Baselines, bays and what neighbours agreed on are in no table here, so that no point is surely in a state's waters."""
SOURCE = "Natural Earth 1:10m"
_AREAS = frozenset(("country", "first-level division"))
_LINES = frozenset(("border", "coast"))
_AT_SEA = frozenset(("waters", "airspace"))


def footprints_of(places: Iterable[Place]) -> dict[str, Footprint]:
    """The footprints, by place id, of those places that have one in ``data/``; the files are only read where there is such a place."""
    wanted = {place.id: place for place in places if place.kind in _AREAS | _LINES | _AT_SEA}
    if not wanted:
        return {}
    atlas = _Atlas()
    found = ((place, atlas.geometry(place)) for place in wanted.values())
    return {
        place.id: Footprint(geometry=geometry, accuracy_m=_accuracy_m(place.kind), source=SOURCE)
        for place, geometry in found
        if geometry is not None and not geometry.is_empty
    }


def _accuracy_m(kind: str) -> float:
    if kind in _AT_SEA:
        return WATERS_ACCURACY_M
    return COAST_ACCURACY_M if kind == "coast" else BORDER_ACCURACY_M


class _Atlas:
    """The boundaries, with what is worked out from them."""

    @cached_property
    def divisions(self) -> boundaries.Boundaries:
        return boundaries.divisions()

    def geometry(self, place: Place) -> BaseGeometry | None:
        """The lines or the polygon of a place; None where it has none."""
        codes = place.id.partition(":")[2].split("-")
        match place.kind:
            case "first-level division":
                row = np.flatnonzero(self.divisions.ids == place.id)
                return self.divisions.polygons[row[0]] if len(row) else None
            case "country":
                return self._country(place.country) if place.country else None
            case "coast":
                return self._coast(codes[0])
            case "waters":
                return self._waters(codes[0])
            case "airspace":
                return self._airspace(codes[0])
            case _:
                return self._border(codes[0], codes[-1])

    def _country(self, code: str) -> BaseGeometry | None:
        polygons = self.divisions.polygons[self.divisions.countries == code]
        return shapely.coverage_union_all(polygons) if len(polygons) else None

    def _round(self, code: str) -> boundaries.Boundaries | None:
        """The divisions of a country and those of its neighbours."""
        country = self._country(code)
        return None if country is None else self.divisions.within(country.bounds)

    def _states(self, code: str) -> set[str]:
        return set(self.divisions.states[self.divisions.countries == code].tolist())

    def _coast(self, code: str) -> BaseGeometry | None:
        near = self._round(code)
        if near is None:
            return None
        return shapely.union_all([line for state, line in boundaries.coasts(near).items() if state in self._states(code)])

    def _border(self, code: str, other: str) -> BaseGeometry | None:
        near = self._round(code)
        if near is None:
            return None
        one, two = self._states(code), self._states(other)
        lines = (line for line in boundaries.borders(near) if {*line.between} & one and {*line.between} & two)
        return shapely.union_all([line.geometry for line in lines])

    def _waters(self, code: str) -> BaseGeometry | None:
        """The sea within twelve nautical miles of a coast, also where a neighbour's waters are as near."""
        coast, near = self._coast(code), self._round(code)
        if coast is None or near is None or coast.is_empty:
            return None
        strip = corridor(coast, Interval(0.0, TERRITORIAL_SEA_M))
        land = shapely.coverage_union_all(self.divisions.within(_box(strip)).polygons)
        return shapely.difference(strip, land)

    def _airspace(self, code: str) -> BaseGeometry | None:
        """The land of a country and its waters."""
        parts = [part for part in (self._country(code), self._waters(code)) if part is not None]
        return shapely.union_all(parts) if parts else None


def _box(geometry: BaseGeometry) -> Box:
    west, south, east, north = geometry.bounds
    return (west, south, east, north)

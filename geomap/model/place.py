"""Entries of a gazetteer, their lines and polygons, and which kinds are too large or too long for a point."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An entry of a gazetteer."""

    id: str
    """With its source as prefix: geonames:172344."""
    name: str
    lon: float
    lat: float
    kind: str
    """populated place, border crossing, camp, first-level division, country, …"""
    country: str | None
    """ISO 3166-1 alpha-2 code."""
    extent_m: float
    """Radius of the smallest circle round the point that holds the place, in metres."""
    extent_stated: bool = False
    """True where the source gives the extent, False where it follows from kind and population by policy."""
    population: int = 0
    admin1: str | None = None
    """Code of the first-level division in its country, as GeoNames has it."""
    source: str = ""
    """Where the entry comes from, fit to cite."""

    @property
    def lonlat(self) -> tuple[float, float]:
        """The representative point, (lon, lat) in degrees."""
        return (self.lon, self.lat)

    @property
    def is_area(self) -> bool:
        """Whether the place is a line, or so large that its point says little, and the circle of its extent nothing, about what lies in it."""
        return self.kind in AREAS or (self.extent_stated and self.extent_m > LARGE_M)


@dataclass(frozen=True, slots=True, kw_only=True)
class Footprint:
    """The lines or the polygon of a place whose point says too little of where it is."""

    geometry: BaseGeometry = field(repr=False, compare=False)
    """Lines or polygons in longitude and latitude."""
    accuracy_m: float
    """How far they stray from the true ones, nearly everywhere."""
    source: str
    """Where they come from, fit to cite."""

    @property
    def is_area(self) -> bool:
        """Whether it has an inside."""
        return str(self.geometry.geom_type).endswith("Polygon")


OFFSET, MIDDLE = "offset", "middle"
"""Kinds of places that are worked out: where two legs at right angles lead to, and the middle of two places."""

LOCATED = "place located by the reports"
"""Kind of a place that no gazetteer has, and that lies somewhere in its extent, where the claims on it put it."""

LANDSCAPE = frozenset(
    "gulf strait bay channel canal lake river desert mountain mountains island islands peninsula plateau valley delta".split()
)
"""Kinds of natural features, the larger the better known."""

AREAS = (LANDSCAPE - {"mountain", "island"}) | {
    "country",
    "first-level division",
    "second-level division",
    "continent",
    "region",
    "sea",
    "ocean",
    "stream",
    "wadi",
    "border",
    "coast",
}
"""Kinds of such places."""

LINES = frozenset(("border", "coast", "river", "canal", "stream", "wadi"))
"""Those of them that are lines, or narrow."""

LARGE_M = 25_000.0
"""Of other kinds those of which a source states a larger extent, such as an island, are areas too."""

"""How well known a name is as a place's, by what a gazetteer has of it."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from geomap.language.toponyms import weights
from geomap.model import LANDSCAPE, Place

_MOST_SPOTS = 3
"""Places of a name that may lie near those of another."""


class Names(Protocol):
    """Anything that knows place names."""

    def find(self, name: str) -> Sequence[Place]:
        """The places of a name, best first; none where it is unknown."""
        ...


@dataclass(frozen=True, slots=True)
class Fame:
    """What a gazetteer makes of a name."""

    found: bool = False
    """Whether it has a place of that name."""
    prior: float = 0.0
    """How well known the best known one is; less where the name is not its main one."""
    area: bool = False
    """Whether one of them is a country or a first-level division."""
    seat: bool = False
    """Whether one of them is a country or its capital, where a government sits."""
    spots: tuple[tuple[float, float], ...] = ()
    """Where the best known of them lie, (lon, lat)."""

    @property
    def well_known(self) -> bool:
        """Whether the name is first of all that of a place of some size."""
        return self.found and self.prior >= weights.WELL_KNOWN


class Fames(dict[str, Fame]):
    """The fame of the names of one report, each looked up once."""

    def __init__(self, names: Names) -> None:
        super().__init__()
        self._names = names

    def __missing__(self, name: str) -> Fame:
        found = self._names.find(name)
        area = any(place.kind in ("country", "first-level division") for place in found)
        seat = any(place.kind in ("country", "capital") for place in found)
        fame = self[name] = Fame(bool(found), _prior(found, name), area, seat, tuple(place.lonlat for place in found[:_MOST_SPOTS]))
        return fame


def _prior(found: Sequence[Place], name: str) -> float:
    """What a gazetteer's places of a name make of it: the best known one, and whether it is that place's main name.

    Main names are in the Latin alphabet, so a name in another one cannot be one.
    """
    return max(
        (_prominence(place) + (weights.OTHER_NAME if name.isascii() and not _same(place.name, name) else 0.0) for place in found),
        default=0.0,
    )


def _same(name: str, other: str) -> bool:
    """Whether two names differ in nothing but case, accents and apostrophes."""
    return name.casefold() == other.casefold() or _plain(name) == _plain(other)


def _plain(name: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFKD", name.casefold()) if letter.isalnum() or letter == " ")


def _prominence(place: Place) -> float:
    """How well known a place is."""
    if place.kind in ("country", "continent"):
        return weights.COUNTRY
    if place.kind in ("region", "sea", "ocean"):
        return weights.REGION
    if place.kind == "first-level division":
        return _by_extent(place, weights.DIVISION_TENFOLD)
    if place.extent_stated and place.kind in LANDSCAPE:
        return _by_extent(place, weights.LANDSCAPE_TENFOLD)
    if place.population:
        town = weights.TOWN_TENFOLD * (math.log10(place.population) - weights.VILLAGE_LOG)
        return town + (weights.CAPITAL if place.kind == "capital" else 0.0)
    return weights.SMALL_PLACE if place.kind in ("populated place", "locality") else weights.FEATURE_PLACE


def _by_extent(place: Place, tenfold: float) -> float:
    return weights.AREA + tenfold * math.log10(max(place.extent_m, weights.LEAST_EXTENT_M) / weights.LEAST_EXTENT_M)

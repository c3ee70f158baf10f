"""What an analyst asks of an online geocoder: which one, for which names, and where."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Self

from geomap.geometry.geodesy import Box
from geomap.model import Place


class Ask(StrEnum):
    """Which names are sent."""

    UNRESOLVED = "unresolved"
    """Those that the offline gazetteer leaves open."""
    ALL = "all"

    @classmethod
    def of(cls, word: str) -> Self:
        """By its name. Raises ValueError for another word."""
        if word not in list(cls):
            msg = f"{word!r} is not among the names to ask for; there are {' and '.join(cls)}"
            raise ValueError(msg)
        return cls(word)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Where on the earth places are looked for; one without countries and bounds is everywhere."""

    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2 codes, any of them."""
    bounds: Box | None = None
    """West is the greater where the box crosses the antimeridian."""

    @classmethod
    def of(cls, words: Sequence[str]) -> Self:
        """The area of words such as "SY,IQ" (countries) and "35,32,42,37" (west, south, east, north).

        Raises ValueError for other words.

        >>> Area.of(["sy,IQ", "35,32,42,37.5"])
        Area(countries=('IQ', 'SY'), bounds=(35.0, 32.0, 42.0, 37.5))
        """
        countries: set[str] = set()
        bounds: Box | None = None
        for word in words:
            parts = [part.strip() for part in word.split(",")]
            if all(len(part) == 2 and part.isascii() and part.isalpha() for part in parts):
                countries |= {part.upper() for part in parts}
            elif bounds is None:
                bounds = _bounds(word, parts)
            else:
                msg = f"{word!r} would be a second box; give one"
                raise ValueError(msg)
        return cls(countries=tuple(sorted(countries)), bounds=bounds)

    @property
    def words(self) -> tuple[str, ...]:
        """What `of` makes this area from."""
        countries = (",".join(self.countries),) if self.countries else ()
        return countries + ((",".join(f"{value:g}" for value in self.bounds),) if self.bounds else ())

    @property
    def everywhere(self) -> bool:
        """Whether there is no limit at all."""
        return not self.countries and self.bounds is None

    def holds(self, place: Place) -> bool:
        """Whether a place is known to lie in the area."""
        if self.countries and place.country not in self.countries:
            return False
        if self.bounds is None:
            return True
        west, south, east, north = self.bounds
        across = west <= place.lon <= east if west <= east else (place.lon >= west or place.lon <= east)
        return across and south <= place.lat <= north


def _bounds(word: str, parts: Sequence[str]) -> Box:
    try:
        west, south, east, north = (float(part) for part in parts)
    except ValueError:
        msg = f"{word!r} is no area; write country codes (SY,IQ) or west,south,east,north in degrees"
        raise ValueError(msg) from None
    on_earth = all(map(math.isfinite, (west, south, east, north))) and max(abs(west), abs(east)) <= 180 and -90 <= south <= north <= 90
    if not on_earth:
        msg = f"{word!r} is no box on the earth; write west,south,east,north in degrees"
        raise ValueError(msg)
    return (west, south, east, north)


PUBLIC_OPTIONS = ("domain", "scheme", "timeout", "interval")
"""Options that are no secret, and so are kept in case files that geomap writes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Geocoding:
    """An online geocoder, and what it is asked."""

    provider: str
    """As geopy names it: nominatim, photon, geonames, …"""
    ask: Ask = Ask.UNRESOLVED
    within: Area = field(default_factory=Area)
    """Hard limit: answers that are not known to lie in it are left out."""
    near: Area = field(default_factory=Area)
    """Soft limit: answers in it are preferred."""
    options: Mapping[str, str] = field(default_factory=dict, repr=False)
    """What the provider needs, such as `domain`, `username` or `api_key`; what is missing here comes from environment variables.

    Two are geomap's own: `timeout` and `interval`, the seconds that an answer may take and that lie between two requests.
    """

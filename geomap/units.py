"""Lengths and bearings: the table of units of length, compass points in degrees, and closed intervals.

Lengths are metres, bearings are degrees clockwise from true north, here and everywhere in geomap. A unit is added by adding its row.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitTraits:
    """How long one unit is, how it is written and what it is used for: its row of the table."""

    metres: float
    """Metres in one of it."""
    word: str
    """The singular for prose: "nautical mile"."""
    words: str
    """The plural for prose: "nautical miles"."""
    singular: tuple[str, ...] = ()
    """Full words for one of it, in lower case; they need a number, or "a", before them."""
    plural: tuple[str, ...] = ()
    """Full words for several."""
    short: tuple[str, ...] = ()
    """Abbreviations and slang."""
    letters: tuple[str, ...] = ()
    """Letters that are the unit right after a figure only: "500 m"."""
    markers: tuple[str, ...] = ()
    """Words that before a unit which may mean this one say that it does, in full first: "nautical miles", "sea miles", "n. miles"."""
    may_mean: tuple[str, ...] = ()
    """Values of the units that it may stand for where no marker does."""
    converted_from: tuple[str, ...] = ()
    """Values of the units that a round figure may have been in before it was converted to this one; seafarers convert nothing."""
    symbol: str = ""
    """How findings write it behind a figure, where it is one that needs no other beside it; empty for others."""
    at_sea: bool = False
    """Whether it is one of seafarers, in which nobody measures along roads."""
    of_heights: bool = False
    """Whether heights are told in it."""
    counted: bool = False
    """Whether its words also name things that are counted, so that a broken figure must show it to be a length: "2.5 cables"."""

    @property
    def spellings(self) -> tuple[str, ...]:
        """All its words and abbreviations, in lower case, but the letters that need a figure."""
        return (*self.singular, *self.plural, *self.short)


class Unit(StrEnum):
    """A unit of length as reports use them; the values are those of the JSON interface.

    >>> Unit("nmi") is Unit.NAUTICAL_MILE, Unit.NAUTICAL_MILE.metres
    (True, 1852.0)
    """

    traits: UnitTraits
    """The row."""

    def __new__(cls, value: str, *row: UnitTraits) -> Self:
        """A member with its row, which a look-up by value does not give."""
        member = str.__new__(cls, value)
        member._value_ = value
        (member.traits,) = row
        return member

    METRE = (
        "m",
        UnitTraits(
            metres=1.0,
            word="metre",
            words="metres",
            singular=("metre", "meter"),
            plural=("metres", "meters"),
            short=("mtrs", "mtr"),
            letters=("m",),
            symbol="m",
            of_heights=True,
        ),
    )
    KILOMETRE = (
        "km",
        UnitTraits(
            metres=1000.0,
            word="km",
            words="km",
            singular=("kilometre", "kilometer"),
            plural=("kilometres", "kilometers"),
            short=("km", "kms", "kilometro", "klick", "klicks", "k.m.", "klm"),
            letters=("k",),
            converted_from=("mi",),
            symbol="km",
        ),
    )
    MILE = (
        "mi",
        UnitTraits(
            metres=1609.344,
            word="mile",
            words="miles",
            singular=("mile",),
            plural=("miles",),
            short=("mi", "mls"),
            markers=("statute",),
            may_mean=("nmi",),
            converted_from=("km",),
        ),
    )
    """The international mile, exactly."""
    NAUTICAL_MILE = (
        "nmi",
        UnitTraits(
            metres=1852.0,
            word="nautical mile",
            words="nautical miles",
            short=("nm", "nmi", "nms", "n.m.", "nmiles"),
            markers=("nautical", "naut", "sea", "n"),
            at_sea=True,
        ),
    )
    """Exact."""
    YARD = "yd", UnitTraits(metres=0.9144, word="yard", words="yards", singular=("yard",), plural=("yards",), short=("yd", "yds"))
    """The international yard, exactly."""
    FOOT = "ft", UnitTraits(metres=0.3048, word="foot", words="feet", singular=("foot",), plural=("feet",), short=("ft",), of_heights=True)
    LEAGUE = "league", UnitTraits(metres=3 * 1609.344, word="league", words="leagues", singular=("league",), plural=("leagues",))
    """The English land league of three statute miles."""
    CABLE = (
        "cable",
        UnitTraits(metres=185.2, word="cable", words="cables", singular=("cable",), plural=("cables",), at_sea=True, counted=True),
    )
    """A tenth of a nautical mile."""
    FURLONG = "furlong", UnitTraits(metres=201.168, word="furlong", words="furlongs", singular=("furlong",), plural=("furlongs",))
    VERST = "verst", UnitTraits(metres=1066.8, word="verst", words="versts", singular=("verst",), plural=("versts",))
    """500 sazhens of seven feet."""

    @property
    def metres(self) -> float:
        """Metres in one of this unit."""
        return self.traits.metres

    @property
    def word(self) -> str:
        """The singular for prose, such as ``nautical mile``."""
        return self.traits.word

    @property
    def words(self) -> str:
        """The plural for prose, such as ``nautical miles``."""
        return self.traits.words

    @property
    def is_far(self) -> bool:
        """Whether it is one for ways over land or sea: a kilometre or more."""
        return self.traits.metres >= 1000.0


@dataclass(frozen=True, slots=True)
class Interval:
    """A closed interval of lengths in metres; ``high`` may be infinite."""

    low: float
    high: float

    def __post_init__(self) -> None:
        if math.isnan(self.low) or math.isnan(self.high) or self.low > self.high:
            msg = f"not an interval: [{self.low}, {self.high}]"
            raise ValueError(msg)

    def contains(self, value: float) -> bool:
        """Whether `value` lies in the interval, ends included."""
        return self.low <= value <= self.high

    def miss(self, length: float) -> float:
        """By how much a length misses the interval; negative in it, by how far the nearer end is.

        A stated distance fits where its interval is missed by no more than what is measured from and to may be off.

        >>> Interval(0.0, 30_000.0).miss(34_000.0), Interval(0.0, 30_000.0).miss(27_000.0)
        (4000.0, -3000.0)
        """
        return max(self.low - length, length - self.high)

    def by_road(self, most: float, least: float = 1.0) -> Interval:
        """The straight-line distances of ways as long as this, where a way is `least` to `most` times as long as the straight line.

        >>> Interval(14_000.0, 14_000.0).by_road(1.4)
        Interval(low=10000.0, high=14000.0)
        """
        return Interval(self.low / most, self.high / least)

    def widened(self, by: float, *, floor: float = 0.0) -> Interval:
        """The interval grown at both ends, never below `floor`: no distance is below zero, but that from the edge of an area."""
        return Interval(max(floor, self.low - by), self.high + by)

    def narrowed(self, by: float, *, floor: float = 0.0) -> Interval | None:
        """The interval shrunk at both ends, or None where nothing is left; an end at `floor` stays there."""
        low = self.low + by if self.low > floor else self.low
        high = self.high - by
        return Interval(low, high) if low <= high else None


@dataclass(frozen=True, slots=True)
class Sector:
    """Directions from a point, on either side of one."""

    at: tuple[float, float]
    """The point, (lon, lat) in degrees."""
    middle: float
    """The direction in the middle, degrees clockwise from true north."""
    half: float
    """How far the directions reach on each side of it, degrees; 180 or more for all."""

    def scaled(self, factor: float) -> Sector:
        """The sector made wider or narrower.

        >>> Sector((0.0, 0.0), 45.0, 22.5).scaled(2).half
        45.0
        """
        return Sector(self.at, self.middle, min(180.0, self.half * factor))


COMPASS_POINTS = ("N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW")
"""The sixteen points, clockwise from north."""

_BY_POINTS = ("NbE", "NEbN", "NEbE", "EbN", "EbS", "SEbE", "SEbS", "SbE", "SbW", "SWbS", "SWbW", "WbS", "WbN", "NWbW", "NWbN", "NbW")


def degrees_from_bearing(point: str) -> float:
    """Degrees clockwise from true north of a 16- or 32-point compass name.

    >>> degrees_from_bearing("ENE"), degrees_from_bearing("EbN")
    (67.5, 78.75)

    Raises KeyError for a name that is no compass point.
    """
    if point in COMPASS_POINTS:
        return COMPASS_POINTS.index(point) * 22.5
    if point in _BY_POINTS:
        return _BY_POINTS.index(point) * 22.5 + 11.25
    raise KeyError(point)


def half_sector_from_bearing(point: str) -> float:
    """Half the sector that a compass name stands for, in degrees.

    N, E, S, W mean ±45°, NE… ±22.5°, NNE… ±11.25°, the 32-point names ±5.625° (Chapman & Wieczorek 2020).
    """
    if point not in COMPASS_POINTS and point not in _BY_POINTS:
        raise KeyError(point)
    if "b" in point:
        return 5.625
    return {1: 45.0, 2: 22.5, 3: 11.25}[len(point)]


def metres_in_words(metres: float) -> str:
    """A length for prose: kilometres with two decimals from 1 km on, else whole metres.

    >>> metres_in_words(17702.784), metres_in_words(152.4)
    ('17.70 km', '152 m')
    """
    if math.isinf(metres):
        return "without limit"
    if abs(metres) >= 1000:
        return f"{metres / 1000:,.2f} km"
    return f"{metres:.0f} m"

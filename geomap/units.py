"""Lengths and bearings: units of length in metres, compass points in degrees, and closed intervals.

Lengths are metres, bearings are degrees clockwise from true north, here and everywhere in geomap.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum


class Unit(StrEnum):
    """A unit of length as reports use them.

    The international mile and yard: exactly 1609.344 m and 0.9144 m. The nautical mile: exactly 1852 m.
    The league is the English land league of three statute miles, the cable a tenth of a nautical mile, the verst 500 sazhens of
    seven feet.
    """

    METRE = "m"
    KILOMETRE = "km"
    MILE = "mi"
    NAUTICAL_MILE = "nmi"
    YARD = "yd"
    FOOT = "ft"
    LEAGUE = "league"
    CABLE = "cable"
    FURLONG = "furlong"
    VERST = "verst"

    @property
    def metres(self) -> float:
        """Metres in one of this unit."""
        return _METRES[self]

    @property
    def words(self) -> str:
        """The plural for prose, such as ``nautical miles``."""
        return _WORDS[self]


_METRES = {
    Unit.METRE: 1.0,
    Unit.KILOMETRE: 1000.0,
    Unit.MILE: 1609.344,
    Unit.NAUTICAL_MILE: 1852.0,
    Unit.YARD: 0.9144,
    Unit.FOOT: 0.3048,
    Unit.LEAGUE: 3 * 1609.344,
    Unit.CABLE: 185.2,
    Unit.FURLONG: 201.168,
    Unit.VERST: 1066.8,
}
_WORDS = {
    Unit.METRE: "metres",
    Unit.KILOMETRE: "km",
    Unit.MILE: "miles",
    Unit.NAUTICAL_MILE: "nautical miles",
    Unit.YARD: "yards",
    Unit.FOOT: "feet",
    Unit.LEAGUE: "leagues",
    Unit.CABLE: "cables",
    Unit.FURLONG: "furlongs",
    Unit.VERST: "versts",
}


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

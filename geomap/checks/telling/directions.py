"""Compass points in words."""

from __future__ import annotations

import math

from geomap.units import COMPASS_POINTS, Sector

_LETTERS = {"N": "north", "E": "east", "S": "south", "W": "west"}


def point_in_words(point: str) -> str:
    """A compass point of the 16 or 32 in words.

    >>> [point_in_words(point) for point in ("N", "NE", "ESE", "NEbN")]
    ['north', 'northeast', 'east-southeast', 'northeast by north']
    """
    if "b" in point:
        return " by ".join(point_in_words(part) for part in point.split("b"))
    if len(point) == 3:
        return f"{_LETTERS[point[0]]}-{point_in_words(point[1:])}"
    return "".join(_LETTERS[letter] for letter in point)


def nearest_point(degrees: float) -> str:
    """The compass point of the 16 that a direction is nearest to.

    >>> nearest_point(359.0), nearest_point(101.0)
    ('N', 'E')
    """
    return COMPASS_POINTS[math.floor(degrees / 22.5 + 0.5) % 16]


def directions_in_words(point: str, sector: Sector) -> str:
    """The directions that a bearing allows: "to the east-southeast (101°–124°)"."""
    low, high = (math.floor((sector.middle + sign * sector.half) % 360.0 + 0.5) % 360 for sign in (-1, 1))
    return f"to the {point_in_words(point)} ({low}°–{high}°)"


def part_in_words(place: str, sector: Sector) -> str:
    """The part of a place that lies in some directions from its middle: "the north of Luzon"."""
    return f"the {point_in_words(nearest_point(sector.middle))} of {place}"

"""Positions in degrees: a latitude and a longitude that are no prices, scores, street numbers or edges of an area.

Figures are read as WGS84. Two bare decimals count only with four decimals or more, or after a word such as "coordinates". Where a
word or letter tells nothing of the hemisphere, decimals without a sign are north and east, as the convention is; degrees with minutes
have four senses. Every pattern is matched at one place of the text and all its repetitions are bounded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from geomap.geometry.geodesy import precision_m
from geomap.language.positions.angles import Angle, angle_at

_LONGEST = 160
"""Characters that a position takes at most."""
_BETWEEN_BARE = re.compile(r"(?=[\s.,;/|&])\.?\s{0,2}(?:,\s{0,2}and\b|[,;/|&]|and\b|[–—-](?=\s))?\s{0,3}", re.IGNORECASE)
"""A hyphen before the second of two bare numbers is its sign."""
_BETWEEN = re.compile(r"\.?\s{0,2}(?:,\s{0,2}and\b|[,;/|&–—-]|and\b|by\b)?\s{0,3}", re.IGNORECASE)
_MORE_FIGURES = re.compile(r"\s?(?:[,;/]|to\b|and\b|[-–])\s{0,2}[-−+]?\d")
_FIGURES_BEFORE = re.compile(r"\d\s?(?:[,;/]|to|and|[-–])\s{1,2}$")
_AMOUNT = re.compile(
    r"\s?(?:[%‰$€£]|per\s?cent|(?:feet|foot|ft|met(?:re|er)s?|miles?|km|m|points?|million|billion|degrees?|°?[CF])(?![^\W\d_]))",
    re.IGNORECASE,
)
_SIGNS_AND_CURRENCIES = frozenset("-−+$€£")
_REFERENCE = re.compile(r"\s(?:of|from)\b", re.IGNORECASE)
_BOX_LINK = re.compile(r"\s?(?:,?\s?(?:and|to)\b|[-–])\s{0,2}", re.IGNORECASE)
_BOX_BEFORE = {
    axis: re.compile(rf"\d\s?['’′\"”″°º]?\s?(?:{letters})\s?(?:,?\s?(?:and|to)\s|[-–]\s?)(?:{label}[.:]?\s)?$", re.IGNORECASE)
    for axis, letters, label in (
        ("lat", "north|south|[NS]", "(?:lat|latitude)"),
        ("lon", "east|west|[EW]", "(?:lon|long|longitude)"),
    )
}


@dataclass(frozen=True, slots=True)
class Degrees:
    """A position in degrees as written."""

    end: int
    """Offset after it."""
    lonlat: tuple[float, float]
    precision_m: float
    otherwise: tuple[tuple[float, float], ...] = ()
    """Where it lies in the other hemispheres, where nothing tells which."""


def degrees_at(text: str, start: int, end: int, *, announced: bool) -> Degrees | None:
    """The position in degrees that starts at an offset of a text and ends before another, or None.

    `announced` says that a word before it, such as "coordinates", leads to expect one; then two plain numbers are enough.

    >>> found = degrees_at("33°30'N, 38°40'E", 0, 16, announced=False)
    >>> [round(value, 4) for value in found.lonlat], round(found.precision_m)
    ([38.6667, 33.5], 2412)
    """
    end = min(end, start + _LONGEST)
    first = angle_at(text, start, end)
    if first is None or (first.axis is None and first.places < 2):
        return None
    between = (_BETWEEN_BARE if first.style == "none" else _BETWEEN).match(text, first.end, end)
    second = None if between is None else angle_at(text, between.end(), end)
    return None if second is None else _position(text, first, second, announced=announced)


def _position(text: str, first: Angle, second: Angle, *, announced: bool) -> Degrees | None:
    """Two angles as a position, where they are a latitude and a longitude and no other figures."""
    if not _complete(first, second):
        return None
    lat, lon = (second, first) if first.axis == "lon" else (first, second)
    means_position = _bare if first.axis is None else _told
    if abs(lat.value) > 90 or abs(lon.value) > 180 or not means_position(text, first, second, announced=announced):
        return None
    lonlat, *otherwise = _senses(lat, lon)
    return Degrees(second.end, lonlat, precision_m(lat.value, lat.step, lon.step), tuple(otherwise))


def _complete(first: Angle, second: Angle) -> bool:
    """Whether two angles are written alike, and tell of two axes or of none."""
    if first.style != second.style:
        return False
    return second.axis is None if first.axis is None else second.axis not in (None, first.axis)


def _senses(lat: Angle, lon: Angle) -> list[tuple[float, float]]:
    """Where a latitude and a longitude lie, the likeliest first: four places where degrees with minutes tell no hemisphere."""
    if lat.style != "none" or lat.sign or lon.sign or max(lat.parts, lon.parts) == 1:
        return [(lon.value, lat.value)]
    return [(east * lon.value, north * lat.value) for north in (1, -1) for east in (1, -1)]


def _bare(text: str, lat: Angle, lon: Angle, *, announced: bool) -> bool:
    """Whether two numbers without label or hemisphere are a position: by their decimals, or as announced."""
    if lat.parts > 1 or lon.parts > 1 or _is_amount(text, lat, lon):
        return False
    fewest, most = sorted((lat.places, lon.places))
    if announced:
        return fewest >= 2
    if _in_row(text, lat, lon):
        return False
    signed = (lat.marked and lon.marked) or bool(lat.sign or lon.sign)
    if signed and fewest >= 2 and most >= 4:
        return True
    return fewest >= (3 if signed else 4) and "/" not in text[lat.end : lon.start]


def _is_amount(text: str, first: Angle, second: Angle) -> bool:
    """Whether a second sign or a currency stands before two numbers, or a unit after them: "$12.50, 13.75", "0.1234, 0.5678 %"."""
    return text[first.start - 1 : first.start] in _SIGNS_AND_CURRENCIES or _AMOUNT.match(text, second.end) is not None


def _in_row(text: str, first: Angle, second: Angle) -> bool:
    """Whether further figures stand beside two numbers: "1.2345, 2.3456, 3.4567"."""
    further = _MORE_FIGURES.match(text, second.end) or _FIGURES_BEFORE.search(text, max(0, first.start - 6), first.start)
    return further is not None


def _told(text: str, first: Angle, second: Angle, *, announced: bool) -> bool:
    """Whether two angles that say what they are make one position, not the edges of an area, a bearing or numbers of a street."""
    if _boxed(text, first, second):
        return False
    if first.labelled or second.labelled or announced:
        return True
    bearing = first.style == "before" and first.parts != second.parts  # and a length: "N 45° 30' E 120"
    return not bearing and _AMOUNT.match(text, second.end) is None and _shows_position(text, first, second)


def _shows_position(text: str, first: Angle, second: Angle) -> bool:
    """Whether two angles with their hemispheres are a position by their form: "12N 045E", "33.5N, 38.7E", not "1200 N 1300 W"."""
    glued = first.glued and second.glued
    if first.plain or second.plain:
        return glued and first.parts == 1 and (len(first.figures), len(second.figures)) == (2, 3)
    if first.parts == second.parts == 1 and not (first.marked or second.marked):
        return (glued or min(first.places, second.places) >= 2) and not _REFERENCE.match(text, second.end)
    return glued or not len(first.figures) == len(second.figures) == 4  # numbers of streets


def _boxed(text: str, first: Angle, second: Angle) -> bool:
    """Whether one of the two is an end of a range: "30 N and 35 N, 40 E and 45 E"."""
    if first.axis is not None and _BOX_BEFORE[first.axis].search(text, max(0, first.start - 40), first.start):
        return True
    link = _BOX_LINK.match(text, second.end)
    after = None if link is None else angle_at(text, link.end(), link.end() + _LONGEST)
    return after is not None and after.axis == second.axis

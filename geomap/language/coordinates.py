"""Reported positions: decimal degrees, degrees with minutes and seconds in their many spellings, with the precision as written.

Figures are read as WGS84. Two bare decimals count only with three decimals or more, or after a word such as "coordinates".
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from geomap.language.drafts import Draft
from geomap.language.tokens import Tokens
from geomap.model import Mention, MentionKind
from geomap.relations import Relation

_SEMI_MAJOR_M = 6_378_137.0
_ECCENTRICITY_SQUARED = 0.00669437999014
"""Of the WGS84 ellipsoid."""

_DEG = r"(?:\s?[°º˚]\s?|\s?deg(?:rees?|\.)?\s|[\s:-])"
_MIN = r"(?:\s?['’‘′ʹ´]\s?|\s?min(?:utes?|\.)?\s|[\s:-])"
_SEC = r"(?:\s?(?:[\"”″“]|''|’’|sec(?:onds?|\.)?)\s?|\s)?"
_WORD = {"N": "N(?:orth)?", "S": "S(?:outh)?", "E": "E(?:ast)?", "W": "W(?:est)?"}


def _axis(name: str, hemispheres: str) -> str:
    """One axis with its hemisphere after the figures: 25°59'43"N, 45-39N, 33.4883° N, 5.4 degrees north."""
    letters = "|".join(_WORD[letter] for letter in hemispheres)
    return (
        rf"(?P<{name}d>\d{{1,3}}(?:[.,]\d{{1,9}})?)"
        rf"(?:{_DEG}(?P<{name}m>\d{{1,2}}(?:[.,]\d{{1,6}})?)(?:{_MIN}(?P<{name}s>\d{{1,2}}(?:[.,]\d{{1,4}})?){_SEC}|\s?['’‘′ʹ´]?\s?)|\s?[°º˚]?\s?(?:deg(?:rees?|\.)?\s)?)"
        rf"(?P<{name}h>{letters})(?![a-z])"
    )


def _prefixed(name: str, hemispheres: str) -> str:
    """One axis with its hemisphere before the figures: N 33° 29' 18", E38.657."""
    return (
        rf"(?P<{name}h>[{hemispheres}])\s?(?P<{name}d>\d{{1,3}}(?:[.,]\d{{1,9}})?)"
        rf"(?:(?:\s?[°º˚]\s?|[\s:-])(?P<{name}m>\d{{1,2}}(?:[.,]\d{{1,6}})?)(?:(?:\s?['’‘′ʹ´]\s?|[\s:-])(?P<{name}s>\d{{1,2}}(?:[.,]\d{{1,4}})?)(?:[\"”″“]|''|’’)?)?)?"
        r"[°º˚'’‘′ʹ´]?"
    )


_BETWEEN = r"\s?(?:[,;/]|and|by|-|–)?\s{0,3}(?:lon(?:g|gitude)?\.?:?\s)?"
_START = r"(?<!\d[-:.,°º'’′])(?<![\d.])"
"""A position does not start in the middle of figures."""
_SUFFIXED_PAIR = re.compile(_START + _axis("a", "NS") + _BETWEEN + _axis("o", "EW"), re.IGNORECASE)
_PREFIXED_PAIR = re.compile(_prefixed("a", "NS") + _BETWEEN + _prefixed("o", "EW"))
_DECIMAL_PAIR = re.compile(
    r"(?:lat(?:itude)?\.?[:=]?\s?)?(?P<a>[-−+]?\d{1,2}\.\d{1,10})[°º]?\s?(?:[,;/]|\s|and)\s?(?:lon(?:g|gitude)?\.?[:=]?\s?)?(?P<o>[-−+]?\d{1,3}\.\d{1,10})(?![\d.])[°º]?",
    re.IGNORECASE,
)
_ANNOUNCED = frozenset("coordinates coordinate position positions posn lat latitude gps located location geolocation".split())


@dataclass(frozen=True, slots=True)
class Position:
    """A position as read."""

    start: int
    """Offset in the report."""
    end: int
    lonlat: tuple[float, float]
    precision_m: float


def precision_m(step_deg: float, lat: float) -> float:
    """The largest error, in metres, of coordinates given in steps of so many degrees at a latitude.

    √[(πR·p/180)² + (πN·cosφ·p/180)²], with the meridional and the prime vertical radius of WGS84 (Chapman & Wieczorek 2020).

    >>> round(precision_m(1 / 60, 0.0))
    2615
    """
    root = 1 - _ECCENTRICITY_SQUARED * math.sin(math.radians(lat)) ** 2
    meridional = _SEMI_MAJOR_M * (1 - _ECCENTRICITY_SQUARED) / root**1.5
    vertical = _SEMI_MAJOR_M / math.sqrt(root)
    step = math.radians(step_deg)
    return math.hypot(meridional * step, vertical * math.cos(math.radians(lat)) * step)


def position_at(text: str, start: int, end: int) -> Position | None:
    """The position whose figures start at an offset of a text and end before another, or None."""
    for pattern in (_SUFFIXED_PAIR, _PREFIXED_PAIR):
        match = pattern.match(text, start, end)
        if match is not None:
            return _from_degrees(match)
    match = _DECIMAL_PAIR.match(text, start, end)
    return None if match is None else _from_decimals(match, announced=_announced(text, start))


def _announced(text: str, start: int) -> bool:
    """Whether a word shortly before says that a position follows."""
    window = text[max(0, start - 40) : start].lower().replace(":", " ").replace("(", " ").split()
    return not _ANNOUNCED.isdisjoint(window)


def _from_degrees(match: re.Match[str]) -> Position | None:
    axes = [_axis_value(match, name) for name in "ao"]
    if axes[0] is None or axes[1] is None:
        return None
    (lat, lat_step), (lon, lon_step) = axes[0], axes[1]
    return _position(match, lon, lat, max(lat_step, lon_step))


def _axis_value(match: re.Match[str], name: str) -> tuple[float, float] | None:
    """Degrees with sign, and the step of the last figure in degrees."""
    value, step = 0.0, 1.0
    for part, unit in (("d", 1.0), ("m", 1 / 60), ("s", 1 / 3600)):
        figures = match[name + part]
        if figures is None:
            continue
        figures = figures.replace(",", ".")
        number = float(figures)
        if part != "d" and number >= 60:
            return None
        value += number * unit
        step = unit * 10.0 ** -len(figures.partition(".")[2])
    return (-value if match[name + "h"][0].upper() in "SW" else value), step


def _from_decimals(match: re.Match[str], *, announced: bool) -> Position | None:
    places = [len(match[name].partition(".")[2]) for name in "ao"]
    if min(places) < (2 if announced else 4):
        return None
    lat, lon = (float(match[name].replace("−", "-")) for name in "ao")
    return _position(match, lon, lat, 10.0 ** -min(places))


def _position(match: re.Match[str], lon: float, lat: float, step: float) -> Position | None:
    if abs(lat) > 90 or abs(lon) > 180:
        return None
    return Position(match.start(), match.end(), (lon, lat), precision_m(step, lat))


def coordinates_at(tokens: Tokens, index: int) -> tuple[Mention, int] | None:
    """The position that starts at a token, as a mention, and the token after it."""
    word = tokens.words[index]
    if not (word[:1].isdecimal() or word[:1] in "-−+" or word[:1] in "NSns" or tokens.lower[index] in ("lat", "latitude")) or not word:
        return None
    found = position_at(tokens.report.text, tokens.starts[index], tokens.sentence.end)
    if found is None:
        return None
    end = index
    while end < tokens.count and tokens.starts[end] < found.end:
        end += 1
    span = tokens.span(index, end)
    return Mention(span=span, name=span.text, kind=MentionKind.COORDINATES, lonlat=found.lonlat, precision_m=found.precision_m), end


def position(tokens: Tokens, index: int) -> Draft | None:
    """The claim that a reported position at a token makes."""
    found = coordinates_at(tokens, index)
    if found is None:
        return None
    mention, end = found
    return Draft(start=index, end=end, relation=Relation.POSITION, anchors=(mention,))

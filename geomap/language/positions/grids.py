"""Positions on grids: UTM, MGRS and plus codes, with the size of the square that their figures stand for.

Each pattern is matched at one place of the text and all its repetitions are bounded, so the work there is constant.
"""

from __future__ import annotations

import math
import re
import warnings
from dataclasses import dataclass
from functools import lru_cache

from mgrs import MGRS
from mgrs.core import MGRSError
from pyproj import Proj

from geomap.geometry.pluscodes import cell_of
from geomap.language.words import FULL_MONTHS

_UTM = re.compile(
    r"(?:UTM\s{0,2}(?:zone|grid)?\s{0,2})?(?P<zone>\d{1,2})\s?(?P<letter>[C-HJ-NP-X])?(?:,?\s?(?P<half>[Nn]orth|[Ss]outh))?,?\s{1,2}"
    r"(?:(?:[Ee]asting|E)[:=]?\s?)?(?P<east>\d{6}(?:\.\d{1,3})?)\s?(?:m\s?)?E?,?\s{0,2}"
    r"(?:(?:[Nn]orthing|N)[:=]?\s?)?(?P<north>\d{6,8}(?:\.\d{1,3})?)(?:\s?(?:m\s?)?N\b)?(?![\w+])"
)
_MGRS = re.compile(
    r"(?P<zone>\d{1,2})\s?(?P<band>[C-HJ-NP-X])\s?(?P<square>[A-HJ-NP-Z][A-HJ-NP-V])(?:\s?(?P<east>\d{1,5})\s(?P<north>\d{1,5})|\s?(?P<run>\d{2,10}))(?![\w+])"
)
_PLUS = re.compile(r"(?P<high>[23456789CFGHJMPQRVWX]{8})\+(?P<low>[23456789CFGHJMPQRVWX]{2,7})?(?![\w+])")
_PADDED = re.compile(r"(?P<high>[23456789CFGHJMPQRVWX]{2,6})(?P<zeros>0{2,6})\+(?![\w+])")
_SHORT = re.compile(r"(?P<high>[23456789CFGHJMPQRVWX]{4}|[23456789CFGHJMPQRVWX]{6})\+(?P<low>[23456789CFGHJMPQRVWX]{2,3})(?![\w+])")

_LONGEST_HEAD = 9
"""The plus sign of a plus code is one of its first so many characters."""
_BANDS = "CDEFGHJKLMNPQRSTUVWX"
"""Of latitude, eight degrees each from 80° S, the last twelve."""
_WIDEST_UTM_M = 500_000.0
"""No zone reaches farther from its central meridian, whose easting is 500 000."""
_LEAST_MGRS_FIGURES = 4
"""So many figures make a grid reference where no word says so; shorter ones look like part numbers."""
_MONTHS = frozenset(month[:3].upper() for month in FULL_MONTHS)


@dataclass(frozen=True, slots=True)
class Square:
    """A square of a grid as written."""

    end: int
    """Offset after it."""
    lonlat: tuple[float, float]
    """Its centre; the point itself for UTM."""
    precision_m: float
    """The largest error: to the farthest corner of the square, or of what the last figure leaves open."""
    otherwise: tuple[tuple[float, float], ...] = ()
    """Where it lies if the letter is read in its other sense."""


def square_at(text: str, start: int, end: int, *, announced: bool) -> Square | None:
    """The grid position that starts at an offset of a text and ends before another, or None.

    `announced` says that a word before it, such as "grid", leads to expect one.

    >>> found = square_at("37SFT1234567890", 0, 15, announced=False)
    >>> [round(value, 4) for value in found.lonlat], round(found.precision_m, 2)
    ([40.2172, 34.0457], 0.71)
    """
    found = _utm(text, start, end, announced=announced) or _mgrs(text, start, end, announced=announced)
    return found or (_plus(text, start, end) if text.find("+", start, min(end, start + _LONGEST_HEAD)) >= 0 else None)


def _utm(text: str, start: int, end: int, *, announced: bool) -> Square | None:
    """A UTM position; S after the zone may be the band from 32° N to 40° N or the southern hemisphere."""
    match = _UTM.match(text, start, end)
    if match is None or not 1 <= int(match["zone"]) <= 60:
        return None
    if match["letter"] is None and not (announced or match.group().startswith("UTM")):
        return None
    east, north = float(match["east"]), float(match["north"])
    if abs(east - 500_000) > _WIDEST_UTM_M * 0.7 or north > 10_000_000:
        return None
    found = _utm_senses(match, east, north)
    step = 10.0 ** -max(_decimals(match["east"]), _decimals(match["north"]))
    return Square(match.end(), found[0], step * 2**0.5 / _LEAST_SCALE, tuple(found[1:])) if found else None


def _decimals(figures: str) -> int:
    return len(figures.partition(".")[2])


def _utm_senses(match: re.Match[str], east: float, north: float) -> list[tuple[float, float]]:
    """Where a UTM position lies: in the hemisphere that a word tells, else in each that agrees with the letter, north first."""
    zone, half = int(match["zone"]), match["half"]
    if half is not None:
        told = _from_utm(zone, east, north, south=half.lower() == "south")
        return [] if told is None else [told]
    both = ((south, _from_utm(zone, east, north, south=south)) for south in (False, True))
    return [lonlat for south, lonlat in both if lonlat is not None and _fits(match["letter"], lonlat[1], south=south)]


_LEAST_SCALE = 0.9996
"""Metres of a UTM grid in one of the ellipsoid, at least: on the central meridian."""


def _fits(letter: str | None, lat: float, *, south: bool) -> bool:
    """Whether a latitude agrees with the letter after a zone: its band, or for N and S the hemisphere."""
    if letter is None or letter == "N":
        return not south and 0 <= lat <= 84
    band = _BANDS.index(letter)
    low = 8 * band - 80
    in_band = low - 0.01 <= lat <= low + (12 if letter == "X" else 8) + 0.01 and south == (lat < 0)
    return in_band or (letter == "S" and south and -80 <= lat <= 0)


@lru_cache(maxsize=120)
def _projection(zone: int, *, south: bool) -> Proj:
    return Proj(proj="utm", zone=zone, ellps="WGS84", south=south)


def _from_utm(zone: int, east: float, north: float, *, south: bool) -> tuple[float, float] | None:
    lon, lat = _projection(zone, south=south)(east, north, inverse=True)
    return (float(lon), float(lat)) if abs(lon) <= 180 and abs(lat) <= 90 else None


def _mgrs(text: str, start: int, end: int, *, announced: bool) -> Square | None:
    """An MGRS reference of two to ten figures; the point is the centre of its square."""
    match = _MGRS.match(text, start, end)
    if match is None or not 1 <= int(match["zone"]) <= 60:
        return None
    run = match["run"]
    east, north = (run[: len(run) // 2], run[len(run) // 2 :]) if run is not None else (match["east"], match["north"])
    if len(east) != len(north) or not (announced or _surely_mgrs(match, east + north)):
        return None
    with warnings.catch_warnings():
        warnings.simplefilter("error")  # the library warns of a square outside its band of latitudes, which is no position
        try:
            lat, lon = MGRS().toLatLon(f"{match['zone']}{match['band']}{match['square']}{east}{north}")
        except (MGRSError, UserWarning):
            return None
    side_m = 10.0 ** (5 - len(east))
    # Letters that no square of the zone has still decode, to a point outside it.
    if not _in_zone(int(match["zone"]), match["band"], lon, side_m / _degree_m(lat)):
        return None
    return Square(match.end(), (lon, lat), side_m / 2**0.5 / _LEAST_SCALE)


def _surely_mgrs(match: re.Match[str], figures: str) -> bool:
    """Whether the form alone shows it, and it is no date or part number: "12 JUN 2024", "10PCS 123456"."""
    letters = match["band"] + match["square"]
    spaced = match["run"] is None or match.end("square") == match.start("run") or match.end("band") != match.start("square")
    return spaced and len(figures) >= _LEAST_MGRS_FIGURES and letters not in _MONTHS


def _degree_m(lat: float) -> float:
    """Metres of a degree of longitude, nearly."""
    return 111_000 * math.cos(math.radians(lat))


def _in_zone(zone: int, band: str, lon: float, slack_deg: float) -> bool:
    """Whether a longitude lies in a zone, whose squares may reach out by one; in the north some zones are twice as wide."""
    half = 6.0 if band == "X" or (band == "V" and zone == 32) else 3.0
    off = (lon - (6 * zone - 183) + 180) % 360 - 180
    return abs(off) <= half + slack_deg


def _plus(text: str, start: int, end: int) -> Square | None:
    """A full plus code; the point is the centre of its cell."""
    match = _PLUS.match(text, start, end) or _PADDED.match(text, start, end)
    cell = None if match is None else cell_of(match.group())
    return None if match is None or cell is None else Square(match.end(), cell.lonlat, cell.precision_m)


def short_code_at(text: str, start: int, end: int) -> int | None:
    """The offset after a short plus code, which means a place only with a town's name; None where none starts."""
    match = _SHORT.match(text, start, end)
    return None if match is None or match.group().replace("+", "").isdecimal() else match.end()

"""Positions in degrees as people write them: decimals, minutes and seconds with all their marks, letters or words for the hemisphere.

An axis is read on its own, then two axes make a position. Every pattern is matched at one place of the text and all its repetitions
are bounded, so the work there is constant.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

_SEMI_MAJOR_M = 6_378_137.0
_ECCENTRICITY_SQUARED = 0.00669437999014
"""Of the WGS84 ellipsoid."""

_LABEL = r"(?P<{0}>lat|lon|lng)(?:itude|gitude|g)?(?![^\W\d_])\.?\s?(?:[:=]|of|is)?\s?"
_MARK_D = r"(?:\s{0,2}[°º˚∘]\s{0,2}-?|[\s-]?deg(?:rees?|s)?(?![^\W\d_])\.?(?:\s?[,-]\s?|\s(?:and\s)?)?|[do*](?=\s?\d)\s?|[\s:–-])"
_MARK_M = r"(?:\s{0,2}['’‘′ʹ´`]\s{0,2}-?|[\s-]?min(?:utes?|s)?(?![^\W\d_])\.?(?:\s?[,-]\s?|\s(?:and\s)?)?|m\s?|[\s:–-])"
_MARK_S = r"(?:\s{0,2}(?:[\"”″“]|''|’’|′′|´´)|[\s-]?sec(?:onds?|s)?(?![^\W\d_])\.?|s(?=\s?[NSEWnsew](?![^\W\d_]))|s(?![^\W\d_])(?!\s?\d))"
_FIGURES = (
    r"(?P<d>\d{1,3})"
    rf"(?:(?P<md>{_MARK_D})(?P<m>\d{{1,2}})(?P<mf>[.,]\d{{1,8}})?"
    rf"(?:{_MARK_M}(?P<s>\d{{1,2}})(?P<sf>[.,]\d{{1,6}})?{_MARK_S}?|\s{{0,2}}['’‘′ʹ´`]|[\s-]?min(?:utes?|s)?(?![^\W\d_])\.?|m(?![^\W\d_]))?"
    r"|(?P<df>[.,]\d{1,12})?(?:\s{0,2}(?P<mark>[°º˚∘])|[\s-]?(?P<word>deg(?:rees?|s)?)(?![^\W\d_])\.?)?)"
)
"""Degrees with a fraction, or with minutes, which may have seconds."""
_RUN = r"(?P<run>\d{4,7})(?P<runf>\.\d{1,4})?"
"""Degrees, minutes and seconds without anything between them: 3330N, 0384008E."""
_DOTTED = r"(?P<dd>\d{1,3})\.(?P<dm>\d{2})\.(?P<ds>\d{2})(?P<dsf>[.,]\d{1,4})?"
_STOP = r"(?![^\W\d_])(?:\.(?=\s?[,;\d]))?"
_HEMISPHERE = rf"(?:(?P<ns>north|south|[NS]){_STOP}(?:\slat(?:itude)?{_STOP})?|(?P<ew>east|west|[EW]){_STOP}(?:\slon(?:g|gitude)?{_STOP})?)"
"""A letter or word after the figures; a stop belongs to it where the figures go on."""
_FORMS = rf"(?:{_DOTTED}|{_RUN}(?!\d)|{_FIGURES})"

_AFTER = re.compile(rf"(?:{_LABEL.format('label')})?{_FORMS}\s?-?{_HEMISPHERE}", re.IGNORECASE)
"""An axis with its hemisphere after the figures."""
_BEFORE = re.compile(
    rf"(?:{_LABEL.format('label')})?(?P<half>[NSEW]|(?:north|south|east|west)(?![^\W\d_]))\.?\s?(?:{_LABEL.format('label2')})?{_FORMS}",
    re.IGNORECASE,
)
"""An axis with its hemisphere before the figures."""
_SIGNED = re.compile(rf"(?:{_LABEL.format('label')})?(?P<sign>[-−–+])?{_FIGURES}", re.IGNORECASE)
"""An axis without a hemisphere: a sign or none."""
_JOINT = re.compile(r"\s{0,3}(?:[,;/&|]|and(?!\w)|by(?!\w)|[-–—])?\s{0,3}", re.IGNORECASE)
_AXES = {"n": "lat", "s": "lat", "e": "lon", "w": "lon", "lat": "lat", "lon": "lon", "lng": "lon"}
_LIMITS = {"lat": 90.0, "lon": 180.0}
_LEAST_DECIMALS = 4
"""So many decimals make two bare numbers a position where no word says so; prices and scores have fewer."""
_LEAST_ANNOUNCED = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Axis:
    """One axis as written."""

    end: int
    """Offset after it."""
    name: str | None
    """lat, lon, or None where neither letter nor label tells."""
    value: float
    """Degrees, south and west negative."""
    step: float
    """Degrees that one more in the last figure makes."""
    decimals: int
    """Figures after the point of the degrees; 0 where minutes follow."""
    minutes: bool
    marked: bool
    """Whether a degree sign, the word, or minutes show that it is an angle."""
    lettered: bool
    """Whether a hemisphere is given."""
    glued: bool
    """Whether the letter stands right after the figures."""
    comma: bool
    """Whether the decimal mark is a comma."""
    digits: int
    """Figures before the point."""


@dataclass(frozen=True, slots=True)
class Degrees:
    """A position in degrees as written."""

    end: int
    lonlat: tuple[float, float]
    precision_m: float


def precision_m(lat: float, lat_step: float, lon_step: float) -> float:
    """The largest error, in metres, of coordinates given in steps of so many degrees at a latitude.

    √[(πR·p/180)² + (πN·cosφ·p/180)²], with the meridional and the prime vertical radius of WGS84 (Chapman & Wieczorek 2020). It holds
    for figures that are rounded and for figures that are cut.

    >>> round(precision_m(0.0, 1 / 60, 1 / 60))
    2615
    """
    root = 1 - _ECCENTRICITY_SQUARED * math.sin(math.radians(lat)) ** 2
    meridional = _SEMI_MAJOR_M * (1 - _ECCENTRICITY_SQUARED) / root**1.5
    vertical = _SEMI_MAJOR_M / math.sqrt(root)
    return math.hypot(meridional * math.radians(lat_step), vertical * math.cos(math.radians(lat)) * math.radians(lon_step))


def degrees_at(text: str, start: int, end: int, *, announced: bool) -> Degrees | None:
    """The position in degrees that starts at an offset of a text and ends before another, or None.

    `announced` says that a word before it, such as "coordinates", leads to expect one; then two plain numbers are enough.

    >>> found = degrees_at("33°30'N, 38°40'E", 0, 16, announced=False)
    >>> [round(value, 4) for value in found.lonlat], round(found.precision_m)
    ([38.6667, 33.5], 2412)
    """
    first = _axis_at(text, start, end)
    if first is None:
        return None
    joint = _JOINT.match(text, first.end, end)
    second = _axis_at(text, joint.end() if joint else first.end, end)
    if second is None or (second.end < end and _goes_on(text, second.end, end)):
        return None
    lat, lon = (second, first) if first.name == "lon" and second.name != "lon" else (first, second)
    if lat.name == "lon" or lon.name == "lat" or not _sure(lat, lon, announced=announced):
        return None
    if abs(lat.value) > _LIMITS["lat"] or abs(lon.value) > _LIMITS["lon"]:
        return None
    return Degrees(second.end, (lon.value, lat.value), precision_m(lat.value, lat.step, lon.step))


def _goes_on(text: str, at: int, end: int) -> bool:
    """Whether figures, a power or a share follow, so that the last number was no axis: "33.5014, 38.6689.12", "38.66%"."""
    following = text[at : min(end, at + 2)]
    if following[0].isalnum() or following[0] in "%°º˚$€£":
        return True
    return len(following) == 2 and following[0] in ".,:/-–" and following[1].isdecimal()


def _sure(lat: Axis, lon: Axis, *, announced: bool) -> bool:
    """Whether two axes that fit together are a position, and not prices, scores, angles or house numbers."""
    if lat.lettered != lon.lettered:
        return False
    if lat.lettered:
        whole = not (lat.marked or lon.marked or lat.decimals or lon.decimals or lat.minutes or lon.minutes)
        return announced or not whole or (lat.glued and lon.glued and lat.digits + lon.digits >= 4)
    if lat.minutes or lon.minutes:
        return lat.minutes and lon.minutes and lat.marked and lon.marked
    return bool(lat.name and lon.name) or _sure_decimals(lat, lon, announced=announced)


def _sure_decimals(lat: Axis, lon: Axis, *, announced: bool) -> bool:
    """Whether two bare numbers are a position."""
    least = min(lat.decimals, lon.decimals)
    if lat.comma or lon.comma:
        # A comma between figures may part thousands or two numbers; four and more figures after it do neither.
        return lat.comma and lon.comma and least >= _LEAST_DECIMALS
    return least >= (_LEAST_ANNOUNCED if announced else _LEAST_DECIMALS) and (announced or lat.digits + lon.digits >= 3)


def _axis_at(text: str, start: int, end: int) -> Axis | None:
    """The axis that starts at an offset."""
    for pattern in (_BEFORE, _AFTER, _SIGNED):
        match = pattern.match(text, start, end)
        if match is not None:
            return _axis(match, lettered=pattern is not _SIGNED)
    return None


def _axis(match: re.Match[str], *, lettered: bool) -> Axis | None:
    found = match.groupdict()
    parts = _parts(found)
    if parts is None:
        return None
    value, step = 0.0, 1.0
    for number, unit, limit in zip(parts, (1.0, 1 / 60, 1 / 3600), (181.0, 60.0, 60.0), strict=False):
        if not number:
            break
        if float(number) >= limit:
            return None
        value += float(number) * unit
        step = unit * 10.0 ** -len(number.partition(".")[2])
    letter = _letter(found)
    negative = letter in "sw" if letter else found.get("sign") in ("-", "−", "–")
    names = {_AXES[key.lower()] for key in (letter, found["label"], found.get("label2")) if key}
    if len(names) > 1:
        return None
    decimals = len(parts[0].partition(".")[2]) if len(parts) == 1 else 0
    return Axis(
        end=match.end(),
        name=next(iter(names), None),
        value=-value if negative else value,
        step=step,
        decimals=decimals,
        minutes=len(parts) > 1,
        marked=bool(found["mark"] or found["word"] or (found["md"] or "").strip(" \t\n:–-")),
        lettered=lettered,
        glued=lettered and match.group()[-1:].isalpha() and match.group()[-2:-1].isdecimal(),
        comma="," in (found["df"] or ""),
        digits=len(parts[0].partition(".")[0]),
    )


def _letter(found: dict[str, str | None]) -> str:
    """The hemisphere as n, s, e or w; empty where none is given."""
    return next((word[0].lower() for key in ("half", "ns", "ew") if (word := found.get(key))), "")


def _parts(found: dict[str, str | None]) -> list[str] | None:
    """Degrees, minutes and seconds as decimal strings; None where the figures are no angle."""
    run = found.get("run")
    if run is not None:
        return _parts_of_run(run, found["runf"] or "", _letter(found))
    if found.get("dd") is not None:
        return [found["dd"] or "", found["dm"] or "", (found["ds"] or "") + _fraction(found["dsf"])]
    parts = [(found[whole] or "") + _fraction(found[part]) for whole, part in (("d", "df"), ("m", "mf"), ("s", "sf")) if found[whole]]
    # Only the last of them may have a fraction: "33 30.5 15" is no angle.
    return parts if not any("." in part for part in parts[:-1]) else None


def _fraction(text: str | None) -> str:
    return "." + text[1:] if text else ""


def _parts_of_run(run: str, fraction: str, letter: str) -> list[str] | None:
    """Figures of a run: two of degrees for a latitude, three for a longitude (two where their number is even), then pairs."""
    odd = len(run) % 2
    if odd and letter in "ns":
        return None
    degrees = 3 if odd else 2
    pairs = [run[at : at + 2] for at in range(degrees, len(run), 2)]
    if len(pairs) > 2:
        return None
    return [run[:degrees], *pairs[:-1], pairs[-1] + fraction]

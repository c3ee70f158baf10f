"""One latitude or longitude in its many spellings: 33°30'05"N, N33 30 05, 33-30.1N, 3330.1N, lat 33.5014, 8.6 degrees north.

Every repetition in the expression is bounded, so what one place in a text costs is bounded too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_D = r"(?:\s?(?:[°º˚∘*]|(?:degrees?|degs?\.?|[od])(?!(?-i:[a-z])))\s{0,2})"
_M = r"(?:\s?(?:['’‘′ʹ´`]|(?:minutes?|mins?\.?|m)(?!(?-i:[a-z])))\s{0,2})"
_S = r"(?:\s?(?:[\"”″“]|''|’’|′′|(?:seconds?|secs?\.?|s)(?!(?-i:[a-z])))\s{0,2})"
_AND = r"(?:(?:,|and\b)\s)?"
_LABEL = r"(?:(?:(?P<pole>north|south|east|west)\s)?(?P<label>latitude|lat|longitude|long|lon|lng)(?![^\W\d_])\.?\s{0,2}(?:[:=,]|of\b|is\b|[-–](?=\s))?\s{0,2})?"
_FIGURES = rf"""(?:
    (?P<compact>\d{{4,7}})(?P<cf>[.,]\d{{1,8}})?
  | (?P<dotted>\d{{1,3}}\.\d\d\.\d\d(?:[.,]\d{{1,6}})?)
  | (?P<d>\d{{1,3}})
    (?: (?P<df>[.,]\d{{1,12}}) (?P<dfmark>{_D})?
      | (?:(?P<dmark>{_D}){_AND}|\s|[:-]\s?) (?P<m>\d{{1,2}})(?!\d)
        (?: (?P<mf>[.,]\d{{1,8}}) (?P<mfmark>{_M})?
          | (?:(?P<mmark>{_M}){_AND}|\s|[:-]\s?) (?P<s>\d{{1,2}})(?!\d)(?P<sf>[.,]\d{{1,6}})? {_S}?
          | (?P<mend>{_M})?
        )
      | (?P<dend>{_D})?
    )
)(?!\d|[.,]\d)"""
_TAIL = r"(?:\s(?:of\s)?(?P<tail>latitude|longitude)(?![^\W\d_]))?"
_SIGN = r"(?P<sign>[-−–+])?"
_FLAGS = re.IGNORECASE | re.VERBOSE
_PREFIXED = re.compile(rf"{_LABEL}(?P<hemisphere>north|south|east|west|[NSEW])(?![^\W\d_])[:.]?\s{{0,2}}{_FIGURES}", _FLAGS)
_SUFFIXED = re.compile(
    rf"{_LABEL}{_SIGN}{_FIGURES}(?P<ending>\s{{0,2}}(?P<hemisphere>north|south|east|west|[NSEW])(?![^\W\d_]))?{_TAIL}", _FLAGS
)
_MARK_GROUPS = ("dfmark", "dmark", "dend", "mfmark", "mmark", "mend")
_UNITS = (1.0, 1 / 60, 1 / 3600)
_AXIS = {"n": "lat", "s": "lat", "e": "lon", "w": "lon"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Angle:
    """One latitude or longitude as read."""

    start: int
    """Offset in the text, label included."""
    end: int
    axis: str | None
    """ "lat" or "lon"; None where only the order can tell."""
    value: float
    """Degrees, north and east positive."""
    step: float
    """Degrees of the last figure."""
    style: str
    """Where the hemisphere stands: "before" or "after" the figures, or "none"."""
    parts: int
    """1 for degrees alone, 2 with minutes, 3 with seconds."""
    places: int
    """Digits after the decimal mark."""
    sign: str
    """The sign as written, or nothing."""
    labelled: bool
    """Whether the word latitude or longitude stands with it."""
    marked: bool
    """Whether a mark or word for degrees or minutes stands in it."""
    plain: bool
    """Whether it is a number of degrees and nothing else: "12 N"."""
    glued: bool
    """Whether hemisphere and figures touch, in upper case."""
    figures: str
    """The figures of the whole degrees, with the minutes and seconds that are written together with them."""


def angle_at(text: str, start: int, end: int) -> Angle | None:
    """The angle that starts at an offset of a text and ends before another, or None.

    >>> angle_at("LAT 33-30.6S", 0, 12).value
    -33.51
    """
    match = _PREFIXED.match(text, start, end)
    style = "before"
    if match is None:
        match = _SUFFIXED.match(text, start, end)
        style = "after" if match is not None and match["hemisphere"] else "none"
    return None if match is None else _angle(match, style)


def _angle(match: re.Match[str], style: str) -> Angle | None:
    """The angle that a match tells, or None where its words and figures are none of one."""
    if _says_nothing(match):
        return None  # the most of all figures
    axis = _axis(match)
    tail = _tail(match, axis)
    axis = axis or tail
    parts = None if axis == "" else _parts(match, axis)
    value = None if parts is None else _value(*parts)
    south_or_west = _is_negative(match)
    if parts is None or value is None or south_or_west is None:
        return None
    whole, fraction = parts
    marked = _is_marked(match)
    return Angle(
        start=match.start(),
        end=_end(match, tail),
        axis=axis,
        value=-value if south_or_west else value,
        step=_UNITS[len(whole) - 1] * 10.0 ** -len(fraction),
        style="before" if match["pole"] else style,
        parts=len(whole),
        places=len(fraction),
        sign=_sign(match),
        labelled=bool(match["label"] or tail),
        marked=marked,
        plain=len(whole) == 1 and not fraction and not marked,
        glued=_glued(match, style),
        figures=match["compact"] or whole[0],
    )


def _says_nothing(match: re.Match[str]) -> bool:
    """Whether figures are whole degrees at most, and no hemisphere or label is with them."""
    return bool(match["d"]) and not (match["df"] or match["hemisphere"] or match["label"] or match.groupdict().get("tail"))


def _is_marked(match: re.Match[str]) -> bool:
    """Whether a mark or word for degrees or minutes stands among the figures."""
    return any(match[name] for name in _MARK_GROUPS)


def _sign(match: re.Match[str]) -> str:
    """The sign before the figures, or nothing."""
    return (match.groupdict().get("sign") or "").replace("−", "-").replace("–", "-")


def _is_negative(match: re.Match[str]) -> bool | None:
    """Whether hemisphere or sign tells south or west; None where both are written, or a hyphen may be no sign: "LAT-15.5"."""
    sign, hemisphere = _sign(match), match["hemisphere"] or match["pole"]
    separates = bool(sign) and _separates(match)
    if hemisphere:
        return None if sign and not separates else hemisphere[0].lower() in "sw"
    return None if sign == "-" and separates else sign == "-"


def _value(whole: list[str], fraction: str) -> float | None:
    """Degrees of the figures for degrees, minutes and seconds; None where sixty or more of the latter are written."""
    numbers = [*map(float, whole[:-1]), float(f"{whole[-1]}.{fraction}")]
    if any(number >= 60 for number in numbers[1:]):
        return None
    return sum(number * unit for number, unit in zip(numbers, _UNITS, strict=False))


def _axis(match: re.Match[str]) -> str | None:
    """The axis that label and hemisphere agree on; None where there is none of them, "" where they disagree."""
    told = {
        axis
        for axis in (
            _AXIS[match["hemisphere"][0].lower()] if match["hemisphere"] else None,
            _AXIS[match["pole"][0].lower()] if match["pole"] else None,
            match["label"][:3].lower().replace("lng", "lon") if match["label"] else None,
        )
        if axis
    }
    if len(told) > 1 or (match["pole"] and match["hemisphere"]):
        return ""
    return next(iter(told), None)


def _parts(match: re.Match[str], axis: str | None) -> tuple[list[str], str] | None:
    """The whole figures of degrees, minutes and seconds, as far as there are, and the fraction of the last."""
    if match["compact"]:
        return _compact(match["compact"], (match["cf"] or "")[1:], axis) if match["hemisphere"] else None
    if match["dotted"]:
        whole = re.split(r"[.,]", match["dotted"])
        return (whole[:3], "".join(whole[3:])) if match["hemisphere"] else None
    fraction: str = match["df"] or match["mf"] or match["sf"] or ""
    return [match[name] for name in "dms" if match[name] is not None], fraction[1:]


def _compact(figures: str, fraction: str, axis: str | None) -> tuple[list[str], str] | None:
    """Degrees and minutes written together, seconds too: 3330, 03840, 333005, 0384008."""
    degrees = 3 if len(figures) % 2 else 2
    if degrees == 3 and axis == "lat":
        return None
    return [figures[:degrees], *(figures[at : at + 2] for at in range(degrees, len(figures), 2))], fraction


def _separates(match: re.Match[str]) -> bool:
    """Whether a hyphen that could be a sign joins the label to the figures: "LAT-15 30 N"."""
    at = match.start("sign")
    return match["label"] is not None and at == match.end("label")


def _glued(match: re.Match[str], style: str) -> bool:
    letter = match["hemisphere"] or ""
    if len(letter) != 1 or not letter.isupper():
        return False
    return style == "before" or match.start("hemisphere") == match.start("ending")


def _tail(match: re.Match[str], axis: str | None) -> str | None:
    """The axis that a word after the figures tells, unless it belongs to the next: "13 32N Longitude 042 41E"."""
    told = (match.groupdict().get("tail") or "")[:3].lower()
    return told if told and axis in (None, told) else None


def _end(match: re.Match[str], tail: str | None) -> int:
    """Without space after the last mark, and without a word that belongs to the next angle."""
    cut = match.end() if tail is not None or not match.groupdict().get("tail") else match.start("tail")
    return match.start() + len(match.string[match.start() : cut].rstrip())

"""Hours of the day, and by how much one thing was earlier or later than another, as words tell them.

A figure is taken for a time of day only with what makes it one: a colon, "p.m.", a zone, "in the morning".
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Iterator

from geomap.language.calendar.days import Shift
from geomap.language.text.tokens import Tokens
from geomap.language.words import CLOCKS, FULL_WEEKDAYS, PARTS_OF_DAY, PERIODS, SMALL_COUNTS
from geomap.model import Clock, Order, Report, Span

_WORDS = {word: int(number) for word, (number, most) in SMALL_COUNTS.items() if number == most and number >= 1 and len(word) > 2}
_ZONE = rf"(?:{'|'.join(zone.upper() for zone in CLOCKS if len(zone) > 1)})\b"
_UTC = r"(?:GMT|UTC|Z)\b"
_HALF = r"(?P<half>[ap]\.?m\b\.?|[AP]\.?M\b\.?)"
_WEEKDAY = "(?:" + "|".join(name.capitalize() for name in FULL_WEEKDAYS) + ")"
_CLOCK = re.compile(
    r"(?<![\w.,:°'′/])(?=[\do-tefn])(?:"
    r"(?P<hour>[01]?\d|2[0-4])(?P<mark>[:.])(?P<minute>[0-5]\d)(?::[0-5]\d)?(?![\d:°'′/])"
    rf"|(?P<bare>0?[1-9]|1[0-2])(?=[ ]?{_HALF.replace('?P<half>', '?:')})"
    rf"|(?P<four>(?:[01]\d|2[0-3])[0-5]\d)(?=[ ]?(?:{_ZONE}|Z\b|\(?local[ ]time\b|(?:hours|hrs)\b(?![ ]of\b)))"
    rf"|(?P<word>{'|'.join(_WORDS)}|0?[1-9]|1[0-2])(?:[ ]o['’]clock)?(?=[ \n](?:in[ \n]the|at)[ \n](?:early[ \n])?(?:morning|afternoon|evening|night)\b)"
    rf")(?:[ ]?{_HALF})?(?:[ ](?:hours|hrs)\b)?"
    rf"(?:[ \n]?\(?(?P<zone>{_ZONE}|Z\b|local(?:[ \n]time)?\b|[A-Z][a-z]{{2,20}}[ \n]time\b)\)?)?"
    rf"(?:[ ]?[(/,][ ]?(?P<utc>[0-2]?\d[:.]?[0-5]\d|1?\d(?=[ ]?[AaPp]))[ ]?(?P<utchalf>[AaPp]\.?[Mm]\b\.?)?[ ]?{_UTC}\)?)?"
    r"(?:,?[ \n](?:(?:in[ \n]the|that|this|the[ \n]same|at|last|yesterday|on)[ \n])?"
    rf"(?:{_WEEKDAY}[ \n])?(?:early[ \n]|late[ \n])?(?P<part>morning|afternoon|evening|night)\b)?"
)
_PART = re.compile(rf"\b(?:{'|'.join(sorted(PARTS_OF_DAY, key=len, reverse=True))})\b")
_HOW = re.compile(
    r"\b(?:(?P<soon>shortly|just|soon|minutes)[ \n])?(?P<way>after|before|past|around|about|approximately|roughly|some|circa|near|towards?)[ \n](?:the[ \n])?$",
    re.IGNORECASE,
)
_BEFORE_WORD = re.compile(
    r"\b(?:at|by|until|till|since|from|was|after|before|around|about|towards?|approximately|roughly)[ \n]$", re.IGNORECASE
)
_LOOK = 26

_ORDER = re.compile(
    rf"(?:(?P<count>\d{{1,4}}|{'|'.join(sorted(SMALL_COUNTS, key=len, reverse=True))})[ ])?(?P<unit>{'|'.join(PERIODS)})(?P<many>s?)[ ](?P<way>ago|earlier|later|before|after)"
)


def find_hours(tokens: Tokens) -> tuple[Clock, ...]:
    """The times of day in a sentence, in reading order."""
    return tokens.once(_hours)


def time_of_day(span: Span) -> Clock | None:
    """The closest time of day that some words tell, the first of several as close; None where they tell none.

    >>> found = time_of_day(Span(Report(id="r", text="It fell at about 10pm (19:00 GMT)."), 0, 34))
    >>> found.low, found.high, found.ahead
    (21.75, 22.25, 3.0)
    """
    return min(_hours_between(span.report, span.start, span.end), key=lambda hours: hours.width, default=None)


def _hours(tokens: Tokens) -> tuple[Clock, ...]:
    return tuple(_hours_between(tokens.report, tokens.sentence.start, tokens.sentence.end))


def _hours_between(report: Report, start: int, end: int) -> Iterator[Clock]:
    clocks = [hours for match in _CLOCK.finditer(report.text, start, end) if (hours := _clock(report, match, start)) is not None]
    parts = [
        _part(report, match, start)
        for match in _PART.finditer(report.text, start, end)
        if not any(hours.span.start <= match.start() < hours.span.end for hours in clocks)
    ]
    yield from sorted((*clocks, *parts), key=lambda hours: hours.span.start)


def _clock(report: Report, match: re.Match[str], start: int) -> Clock | None:
    """A time to the hour or minute; None for a figure that is no time of day, as "9.30" alone or "killed two in the morning"."""
    before = match.string[max(start, match.start() - _LOOK) : match.start()]
    if match["mark"] == "." and not (match["half"] or match["zone"]):
        return None
    if match["word"] and not _BEFORE_WORD.search(before):
        return None
    zone = " ".join((match["zone"] or "").split())
    hour = _in_its_half(_figure(match), (match["half"] or "").lower(), match["part"] or "")
    ahead: float | None = CLOCKS.get(zone.lower())
    if match["utc"]:
        ahead = _whole_quarters(hour - _in_its_half(_hour_of(match["utc"]), (match["utchalf"] or "").lower(), ""))
    low, high = _widened(hour, hour, before, about=0.25, soon=0.5, by=2.0)
    return Clock(span=Span(report, match.start(), match.end()), low=low, high=high, zone=zone, ahead=ahead)


def _figure(match: re.Match[str]) -> float:
    """The hour as the figures have it."""
    if match["hour"]:
        return int(match["hour"]) + int(match["minute"]) / 60
    if match["four"]:
        return _hour_of(match["four"])
    word = match["bare"] or match["word"]
    return float(word) if word.isdigit() else _WORDS[word]


def _hour_of(figures: str) -> float:
    """The hour of "19:00", "7.30", "0430" or "7"."""
    digits = figures.replace(":", "").replace(".", "")
    if len(digits) <= 2:
        return float(digits)
    return int(digits[:-2]) + int(digits[-2:]) / 60


def _in_its_half(hour: float, half: str, part: str) -> float:
    """The hour of 24 that "4:45" is, by "p.m." or by the part of the day."""
    if hour >= 13 or not (half or part):
        return hour
    late = half.startswith("p") if half else part in ("afternoon", "evening") or (part == "night" and hour % 12 >= 6)
    return hour % 12 + 12 * late


def _whole_quarters(hours: float) -> float:
    """The difference of two clocks, which is within half a day and told by quarters of an hour."""
    return round(4 * ((hours + 12) % 24 - 12)) / 4


def _part(report: Report, match: re.Match[str], start: int) -> Clock:
    before = match.string[max(start, match.start() - _LOOK) : match.start()]
    low, high = _widened(*PARTS_OF_DAY[match[0]], before, about=1.0, soon=1.0, by=4.0)
    back = 24 if low >= 24 else 0
    return Clock(span=Span(report, match.start(), match.end()), low=low - back, high=high - back)


def _widened(low: float, high: float, before: str, *, about: float, soon: float, by: float) -> tuple[float, float]:
    """The hours as wide as "about", "shortly after" or "before" make them."""
    found = _HOW.search(before)
    if found is None:
        return float(low), float(high)
    if found["way"] in ("after", "past"):
        return low, high + (soon if found["soon"] else by)
    if found["way"] == "before":
        return max(0.0, low - (soon if found["soon"] else by)), high
    return max(0.0, low - about), high + about


def shift_of_days(order: Order) -> Shift:
    """The same in days, from a day whose hour is not known: six hours earlier may be the day before, an hour or two seldom is."""
    low, high = math.floor(order.low / _DAY), math.ceil(order.high / _DAY)
    close = order.low >= -_CLOSE and order.high <= _CLOSE
    return Shift(low, high, low if low == high else 0 if close else None)


_DAY = dt.timedelta(days=1)
_CLOSE = dt.timedelta(hours=2)


def order_of(words: str) -> Order | None:
    """What "six hours earlier", "two days later" or "minutes after" come to; None for other words.

    Weeks, months and years are rarely counted to the day, so that they come to as much as half a unit less or more.

    >>> found = order_of("six hours earlier")
    >>> found.low == found.high == -dt.timedelta(hours=6)
    True
    """
    found = _ORDER.fullmatch(" ".join(words.lower().split()))
    if found is None or not (found["count"] or found["many"]):
        return None
    size, slack, many = PERIODS[found["unit"]]
    least, most = _count(found["count"]) if found["count"] else (1, many)
    low, high = (dt.timedelta(minutes=round(1440 * days)) for days in (least * size - slack, most * size + slack))
    if found["way"] in ("later", "after"):
        return Order(words=words, low=low, high=high)
    return Order(words=words, low=-high, high=-low)


def _count(words: str) -> tuple[float, float]:
    return (int(words), int(words)) if words.isdigit() else SMALL_COUNTS[words]

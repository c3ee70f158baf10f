"""Days as they are written in English, read without guessing.

A day needs a year, a month spelt out or in ISO order, and a number. "05/06/2017" is two days, so it is none here; "25/12/2017" is one.
"""

from __future__ import annotations

import datetime as dt
import re

from geomap.language.words import MONTHS, WEEKDAYS

_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = "(?:" + "|".join(sorted(WEEKDAYS, key=len, reverse=True)) + r")\b\.?,?[ \t]{1,3}"
_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b"
_YEAR = r"(?:1[5-9]|20)\d\d\b"

DAY_PATTERN = (
    rf"(?:(?:{_WEEKDAY})?(?:"
    rf"{_MONTH}[ \t]{{1,3}}{_NUMBER}(?:,[ \t]{{0,3}}|[ \t]{{1,3}}){_YEAR}"
    rf"|{_NUMBER}[ \t]{{1,3}}(?:of[ \t]{{1,3}})?{_MONTH},?[ \t]{{1,3}}{_YEAR}"
    rf"|{_NUMBER}-{_MONTH}-{_YEAR}"
    rf"|{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?:\b|(?=T\d))))"
)
"""Regular expression (ignoring case) of a day with its year; without groups, so that it can stand in others."""

FIGURES_PATTERN = rf"(?<![\d/.])[0-3]?\d[/.][0-3]?\d[/.]{_YEAR}"
"""Regular expression of a day in figures alone, in whichever order; without groups."""

_FIGURES = re.compile(FIGURES_PATTERN)
_DAY = re.compile(DAY_PATTERN, re.IGNORECASE)
_ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?![\d-])")
_ISO_TAIL = re.compile(r"[T ]\d\d:?\d\d.{0,24}", re.DOTALL)
_PARTS = re.compile(r"[^\W\d_]+|\d+")
_LONGEST = 80


def parse_day(words: str) -> dt.date | None:
    """The day that words state in full; None where they state none, or one that is not in the calendar.

    >>> parse_day("Monday, May 22, 2017"), parse_day("2019-06-20T10:00:00Z")
    (datetime.date(2017, 5, 22), datetime.date(2019, 6, 20))
    >>> parse_day("05/06/2017"), parse_day("25/12/2017")
    (None, datetime.date(2017, 12, 25))
    """
    words = words.strip()
    if len(words) > _LONGEST:
        return None
    iso = _ISO.match(words)
    if iso:
        tail = words[iso.end() :]
        return make_day(*(int(part) for part in iso.groups())) if not tail or _ISO_TAIL.fullmatch(tail) else None
    if _FIGURES.fullmatch(words):
        days = figure_days(words)
        return days[0] if len(days) == 1 else None
    found = _DAY.match(words)
    if found is None or not _is_clock_time(words[found.end() :]):
        return None
    year = month = number = 0
    for part in _PARTS.findall(found.group().lower()):
        if part.isdigit():
            year, number = (int(part), number) if len(part) == 4 else (year, int(part))
        else:
            month = MONTHS.get(part, month)
    return make_day(year, month, number)


def figure_days(words: str) -> tuple[dt.date, ...]:
    """The days that figures such as "05/06/2017" can be, in one order or the other, the earlier first; none for other words."""
    if not _FIGURES.fullmatch(words):
        return ()
    one, two, year = (int(part) for part in re.split("[/.]", words))
    return tuple(sorted({day for day in (make_day(year, two, one), make_day(year, one, two)) if day is not None}))


_CLOCK = re.compile(r"(?:,|[ \t]|(?i:at)\b|\||-|–|\d{1,2}[:.]\d\d(?:[:.]\d\d)?|(?i:[ap]\.?m)\b\.?|[A-Z]{2,5}\b|[+-]\d{2}:?\d\d|\(|\)){0,8}")


def _is_clock_time(tail: str) -> bool:
    """Whether only a time of day follows."""
    return _CLOCK.fullmatch(tail) is not None


def parse_day_in_any_language(words: str) -> dt.date | None:
    """The day that words state in full in English or another language; None where they state none.

    The month must be spelt out, and the year and the number must stand in the words: nothing relative, nothing filled in.

    >>> parse_day_in_any_language("22 mai 2017"), parse_day_in_any_language("vor 2 Tagen")
    (datetime.date(2017, 5, 22), None)
    """
    day = parse_day(words)
    if day is not None or len(words) > _LONGEST or not any(char.isalpha() for char in words):
        return day
    import dateparser  # noqa: PLC0415 - slow to load, and seldom needed

    base = dt.datetime(1, 1, 1, tzinfo=dt.UTC).replace(tzinfo=None)  # never today, so that nothing depends on the clock
    found = dateparser.parse(words, settings={"REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True, "RELATIVE_BASE": base})
    numbers = [int(number) for number in re.findall(r"\d+", words)]
    return found.date() if found is not None and found.year in numbers and found.day in numbers else None


def make_day(year: int, month: int, number: int) -> dt.date | None:
    """The day, or None where the calendar has no such day."""
    try:
        return dt.date(year, month, number)
    except ValueError:
        return None

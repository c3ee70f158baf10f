"""Which days words of time come to, a function a kind of words.

Words come in lower case with single spaces, with the day of publication and the tense of their clause; the days that they can mean go out. Where
there is no day of publication, only words with a year of their own mean any.
"""

from __future__ import annotations

import datetime as dt
import math
import re
from collections.abc import Callable
from enum import Enum

from geomap.language.calendar.dates import figure_days, make_day, parse_day
from geomap.language.calendar.days import NO_DAYS, Days, Shift, add_days, hull, month_of, night_of, one_day, season_of, stretch, year_of
from geomap.language.calendar.hours import order_of, shift_of_days
from geomap.language.words import MONTHS, SEASONS, SMALL_COUNTS, WEEKDAYS

_NEXT_OLD_DAYS = 183
"""A day of a month that is later in the year than publication is last year's only if it is no longer ago than this."""
_LAST_WEEKDAY = 6
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_FULL_WORD = re.compile(r"[a-z]+|\d+")


class Tense(Enum):
    """Where a clause puts what it tells."""

    PAST = "past"
    """Or present: not after publication."""
    AHEAD = "ahead"
    UNSURE = "unsure"
    """It once lay ahead: "was due to"."""


def full(words: str, _published: dt.date | None, _tense: Tense) -> Days:
    """A day with its year; both days that "05/06/2017" can be."""
    day = parse_day(words)
    if day is not None:
        return one_day(day)
    days = figure_days(words)
    return hull(one_day(days[0]), one_day(days[-1])) if days else NO_DAYS


def month_day(words: str, published: dt.date | None, tense: Tense) -> Days:
    """The latest such day up to publication; a later one only for what lies ahead."""
    if published is None or _leans(words):
        return NO_DAYS
    parts = _FULL_WORD.findall(words)
    month = next(MONTHS[part] for part in parts if part in MONTHS)
    number = next(int(part) for part in parts if part.isdigit())
    back = _years_back(words)
    day = make_day(published.year - (back or 0), month, number)
    if back is None and day is not None and day > published and tense is not Tense.AHEAD:
        day = _not_so_old(make_day(published.year - 1, month, number), published)
    return one_day(day) if day is not None and _weekday_in(parts) in (None, day.weekday()) else NO_DAYS


def _not_so_old(day: dt.date | None, published: dt.date) -> dt.date | None:
    return day if day is not None and (published - day).days <= _NEXT_OLD_DAYS else None


def _weekday_in(parts: list[str]) -> int | None:
    return next((WEEKDAYS[part] for part in parts if part in WEEKDAYS), None)


def weekday(words: str, published: dt.date | None, tense: Tense) -> Days:
    """The latest such weekday up to publication; "last" is before that day, and what lies ahead is after it."""
    parts = words.replace(",", "").split()
    wanted = _weekday_in(parts)
    if published is None or wanted is None:
        return NO_DAYS
    back = (published.weekday() - wanted) % 7
    if words.endswith("week"):
        monday = published.weekday() + 7 * (parts[-2] == "last")
        return _day_or_night(add_days(published, wanted - monday), words)
    if parts[0] == "next":  # on a Monday, "next Friday" may be in four days or in eleven
        sure = published.weekday() + 7 - back > _LAST_WEEKDAY
        return stretch(published, 7 - back, (7 if sure else 14) - back)
    if tense is Tense.UNSURE or (tense is Tense.AHEAD and back == 0):
        return stretch(published, -back, 7 - back)
    if tense is Tense.AHEAD and parts[0] != "last":
        return _day_or_night(add_days(published, 7 - back), words)
    return _day_or_night(add_days(published, -7 if parts[0] == "last" and back == 0 else -back), words)


def _day_or_night(day: dt.date | None, words: str) -> Days:
    return night_of(day) if " night" in words else one_day(day)


_NEAR = {"the day before yesterday": -2, "the night before last": -2, "yesterday": -1, "last": -1, "tomorrow": 1}


def near(words: str, published: dt.date | None, _tense: Tense) -> Days:
    """Yesterday, today and tomorrow, and their nights."""
    if published is None:
        return NO_DAYS
    day = add_days(published, next((days for word, days in _NEAR.items() if word in words), 0))
    return night_of(day) if "night" in words else one_day(day)


def ago(words: str, published: dt.date | None, _tense: Tense) -> Days:
    """So long before publication. Days and weeks are taken at their word for a day, weeks, months and years with leeway for its bounds.

    "Three years ago today" is the very day.
    """
    if published is not None and words.endswith("day"):
        return one_day(_to_the_day(words, published))
    order = order_of(words)
    if published is None or order is None or not words.endswith("ago"):
        return NO_DAYS
    days = one_day(published).moved(shift_of_days(order))
    middle = (order.low + order.high) / 2
    if "week" in words and middle % dt.timedelta(days=7) == dt.timedelta(0) and order.high - order.low <= dt.timedelta(days=7):
        return Days(days.low, days.high, add_days(published, middle.days))
    return night_of(days.when) if "night" in words and days.when is not None else days


_NO_COUNT = (0.0, math.inf)
"""What "years ago" counts to."""


def _to_the_day(words: str, published: dt.date) -> dt.date | None:
    """The day that is so long before today or yesterday, counted by the calendar; None where words give no one number."""
    told, _, day = words.rpartition(" ")
    count, _, unit = told.removesuffix(" ago").rpartition(" ")
    low, high = (int(count), int(count)) if count.isdigit() else SMALL_COUNTS.get(count, _NO_COUNT)
    base = add_days(published, -(day == "yesterday"))
    if base is None or low != high or low != int(low):
        return None
    unit = unit.rstrip("s")
    if unit in ("year", "month"):
        months = base.year * 12 + base.month - 1 - int(low) * (12 if unit == "year" else 1)
        return make_day(months // 12, months % 12 + 1, base.day)
    return add_days(base, -int(low) * (7 if unit == "week" else 1)) if unit in ("week", "day") else None


def month(words: str, published: dt.date | None, tense: Tense) -> Days:
    """A month with its year, or the latest that had begun by publication; "last July" may be this year's once it is over."""
    number = next(MONTHS[part] for part in _FULL_WORD.findall(words) if part in MONTHS)
    stated = _YEAR.search(words)
    if stated:
        return month_of(int(stated.group()), number)
    if published is None or _leans(words):
        return NO_DAYS
    back = _years_back(words)
    if back is not None:
        return month_of(published.year - back, number)
    if words.startswith("next") or (tense is Tense.AHEAD and number >= published.month):
        return month_of(published.year + (number <= published.month and words.startswith("next")), number)
    if words.startswith("this"):
        return month_of(published.year, number)
    return _latest(published, lambda year: month_of(year, number), last=words.startswith("last"))


def season(words: str, published: dt.date | None, _tense: Tense) -> Days:
    """A season with its year, or the latest that had begun by publication."""
    name = next(part for part in words.split() if part in SEASONS)
    stated = _YEAR.search(words)
    if stated:
        found = season_of(int(stated.group()), name)
        return hull(found, season_of(int(stated.group()) - 1, name)) if name == "winter" else found
    if published is None or words.startswith("next"):
        return NO_DAYS
    if "this" in words.split():
        return season_of(published.year, name)
    return _latest(published, lambda year: season_of(year, name), last=words.startswith("last"))


def _latest(published: dt.date, of_year: Callable[[int], Days], *, last: bool) -> Days:
    """The latest stretch that had begun by a day.

    "Last" is not the one that goes on then; where the one before lies in the year of that day, both that and the one a year earlier may be meant.
    """
    began = next((year for year in (published.year, published.year - 1) if of_year(year).begun_by(published)), published.year - 2)
    begun, earlier = of_year(began), of_year(began - 1)
    if not last or begun.high is None:
        return begun
    if begun.high >= published:
        return earlier
    return hull(earlier, begun) if begun.high.year == published.year else begun


def year(words: str, _published: dt.date | None, _tense: Tense) -> Days:
    """A year of the calendar."""
    return year_of(int(words[-4:]))


def period(words: str, published: dt.date | None, tense: Tense) -> Days:
    """Last week, this month, next year; a week is held to begin on Sunday or Monday."""
    if published is None:
        return NO_DAYS
    step = -1 if words.startswith("last") else 1 if words.startswith("next") else 0
    if words.endswith("week"):
        monday = 7 * step - published.weekday()
        return stretch(published, monday - 1, monday + 6)
    if words.endswith("weekend"):
        return _weekend(published, step, tense)
    if words.endswith("month"):
        months = published.year * 12 + published.month - 1 + step
        return month_of(months // 12, months % 12 + 1)
    return year_of(published.year + step)


def running(words: str, published: dt.date | None, _tense: Tense) -> Days:
    """The last week, the past three days: as long up to publication."""
    last = words.split(maxsplit=2)[2]
    order = order_of(f"{last} ago") or order_of(f"a {last} ago")
    if published is None or order is None:
        return NO_DAYS
    return Days(one_day(published).moved(shift_of_days(order)).low, published)


def _weekend(published: dt.date, step: int, tense: Tense) -> Days:
    """The latest Saturday and Sunday; those to come where they lie ahead, those before where "last" is told at the weekend."""
    saturday = -((published.weekday() + 2) % 7)
    if step > 0 or (tense is not Tense.PAST and saturday < -1):
        saturday += 7
    if step < 0 and saturday >= -1:
        saturday -= 7
    return stretch(published, saturday, saturday + 1)


def overnight(_words: str, published: dt.date | None, _tense: Tense) -> Days:
    """The night that was over on the day of publication."""
    return NO_DAYS if published is None else stretch(published, -1, 0)


def now(_words: str, published: dt.date | None, _tense: Tense) -> Days:
    """The day of publication."""
    return one_day(published)


_THAT_YEAR = re.compile(r"\b(last|this|that|(?:the )?(?:very )?same|(?:the )?(?:previous|following)) year$")


def _years_back(words: str) -> int | None:
    """How many years before that of publication "of last year" says that it was."""
    found = _THAT_YEAR.search(words)
    return None if found is None else {"last": 1, "this": 0}.get(found[1])


def _leans(words: str) -> bool:
    """Whether the year is one told before: "in June of that year"."""
    return _THAT_YEAR.search(words) is not None and _years_back(words) is None


_STEPS = {"following": 1, "next": 1, "after": 1, "previous": -1, "preceding": -1, "before": -1}


def shift_of(kind: str, words: str) -> Shift | None:
    """By how many days words follow a day told before; None where they do not lean on one."""
    if kind == "ago" and not words.endswith(("ago", "day")):
        order = order_of(words.replace("the ", "a "))
        return None if order is None else shift_of_days(order)
    if kind != "other":
        return None
    parts = words.split()
    days = -1 if parts[-1] == "earlier" else next((days for word, days in _STEPS.items() if word in parts), 0)
    if "night" in parts:
        return Shift(days - (days > 0), days + 1, None if days > 0 else days)
    return Shift(days, days, days)

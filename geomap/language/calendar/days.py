"""Stretches of days: from which day to which something can have been."""

from __future__ import annotations

import calendar
import datetime as dt
from dataclasses import dataclass

from geomap.language.words import SEASONS


@dataclass(frozen=True, slots=True)
class Days:
    """From the first to the last day that something can have been on."""

    low: dt.date | None = None
    """None where nothing bounds it."""
    high: dt.date | None = None
    when: dt.date | None = None
    """The day, where there is only one, or one that the words name: a night has the day of its evening."""

    @property
    def known(self) -> bool:
        """Whether anything bounds it."""
        return self.low is not None or self.high is not None

    @property
    def width(self) -> int | None:
        """Days from the first to the last; None where an end is open."""
        return None if self.low is None or self.high is None else (self.high - self.low).days

    def begun_by(self, day: dt.date) -> bool:
        """Whether the first day is not after another."""
        return self.low is not None and self.low <= day

    def capped(self, published: dt.date | None) -> Days:
        """The same, not after a day; what lies after it altogether is left as it is told."""
        if published is None or (self.low is not None and self.low > published):
            return self
        high = published if self.high is None else min(self.high, published)
        return Days(self.low, high, self.when if self.when is None or self.when <= high else None)

    def moved(self, shift: Shift) -> Days:
        """So many days earlier or later."""
        when = None if self.when is None or shift.when is None else add_days(self.when, shift.when)
        return Days(
            None if self.low is None or shift.low is None else add_days(self.low, shift.low),
            None if self.high is None or shift.high is None else add_days(self.high, shift.high),
            when,
        )


@dataclass(frozen=True, slots=True)
class Shift:
    """By how many days words follow a day told before; less than nothing where they go before it."""

    low: int | None
    high: int | None
    when: int | None = None
    """To the day that `Days.when` is to be; None where the words fix none."""


NO_DAYS = Days()
"""What nothing bounds."""


def one_day(day: dt.date | None) -> Days:
    """A single day; nothing where there is none."""
    return Days(day, day, day)


def stretch(day: dt.date, low: int, high: int) -> Days:
    """From so many days after a day to so many; less than nothing for days before it."""
    first, last = add_days(day, low), add_days(day, high)
    return Days(first, last, first if first == last else None)


def night_of(evening: dt.date | None) -> Days:
    """The night that begins on a day, which is over on the next."""
    return NO_DAYS if evening is None else Days(evening, add_days(evening, 1), evening)


def month_of(year: int, month: int) -> Days:
    """A month of the calendar.

    >>> month_of(2024, 2).high.isoformat()
    '2024-02-29'
    """
    if not dt.MINYEAR <= year <= dt.MAXYEAR:
        return NO_DAYS
    return Days(dt.date(year, month, 1), dt.date(year, month, calendar.monthrange(year, month)[1]))


def year_of(year: int) -> Days:
    """A year of the calendar."""
    return Days(month_of(year, 1).low, month_of(year, 12).high)


def season_of(year: int, name: str) -> Days:
    """The season that begins in a year, on the northern half of the Earth, from the first day that may count to the last."""
    first, last = SEASONS[name]
    return Days(month_of(year, first).low, month_of(year + (last < first), last).high)


def hull(one: Days, other: Days) -> Days:
    """From the earlier of two stretches to the later."""
    low = None if one.low is None or other.low is None else min(one.low, other.low)
    high = None if one.high is None or other.high is None else max(one.high, other.high)
    return Days(low, high, low if low == high else None)


def add_days(day: dt.date, days: int) -> dt.date | None:
    """So many days later; None beyond the calendar."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None

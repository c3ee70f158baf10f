"""The days on which an incident can have been, and what they came from."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from geomap.model import Dating

_NEWS_DAYS = 10
"""What a report tells as news, without a day, was no longer ago than this when it was published."""

_MONTH = 31


@dataclass(frozen=True, slots=True)
class Days:
    """The first and the last day that something can have been; None for no bound."""

    low: dt.date | None = None
    high: dt.date | None = None
    is_stated: bool = False
    """Whether words of the report tell them; else they only follow from when it was published."""
    weekday: int | None = None
    """The day of the week, 0 for Monday, where that is all that is told."""

    @classmethod
    def of(cls, dating: Dating, published: dt.date | None) -> Days:
        """By the words of time of a mention, none later than the day of publication."""
        low, high = (dating.when, dating.when) if dating.when is not None else (dating.low, dating.high)
        if dating.text is None or (low is None and high is None):
            return cls(None, published, is_stated=dating.text is not None, weekday=dating.weekday)
        return cls(low, high if published is None or high is not None else published, is_stated=True)

    @classmethod
    def news(cls, published: dt.date | None) -> Days:
        """Of what a report tells as news without a day."""
        if published is None:
            return cls()
        return cls(dt.date.fromordinal(max(1, published.toordinal() - _NEWS_DAYS)), published)

    @property
    def day(self) -> dt.date | None:
        """The one day that it can be."""
        return self.low if self.is_stated and self.low == self.high else None

    @property
    def is_narrow(self) -> bool:
        """Whether words of the report tell it to a month at least."""
        return self.is_stated and self.is_bounded

    @property
    def is_bounded(self) -> bool:
        """Whether it is known to a month at least."""
        return self.width is not None and self.width <= _MONTH

    @property
    def width(self) -> int | None:
        """How many days lie between the first and the last; None where one of them is not known."""
        return None if self.low is None or self.high is None else (self.high - self.low).days

    def may_be(self, day: dt.date) -> bool:
        """Whether it can have been on a day."""
        return (self.low is None or self.low <= day) and (self.high is None or day <= self.high)

    def on_other_weekdays(self, other: Days) -> bool:
        """Whether one is known to be of a day of the week that the other's day is not, nor the one after it: a night is of two."""
        known = [(one.weekday, two.day.weekday()) for one, two in ((self, other), (other, self)) if one.weekday is not None and two.day]
        return any((day - told) % 7 > 1 for told, day in known)

    def apart(self, other: Days) -> int:
        """How many days lie between the two at the least; 0 where they can be of one day."""
        gaps = [
            (late.low - early.high).days
            for early, late in ((self, other), (other, self))
            if late.low is not None and early.high is not None
        ]
        return max([0, *gaps])

"""Times of day, and times between one thing and another."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from geomap.model.report import Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """A time of day, from when to when."""

    span: Span
    low: float
    """Hours from midnight, by the clock that the words go by."""
    high: float
    """The same as `low` for a time to the minute. Beyond 24 it is on the next day: a night lasts from 18 to 30."""
    zone: str = ""
    """Whose clock it is, as written: "UTC", "local time", "Moscow time"; empty where nothing is said."""
    ahead: float | None = None
    """By how many hours that clock is ahead of UTC, where the words tell: 3 for "10pm (19:00 GMT)"."""

    @property
    def width(self) -> float:
        """Hours from the first to the last."""
        return self.high - self.low


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """By how much something was later than something told before; less than nothing where it was earlier."""

    words: str
    low: dt.timedelta
    high: dt.timedelta
    since: Span | None = None
    """The claim that told what it is counted from; None where there is none before it in the report."""

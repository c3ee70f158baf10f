"""Months, weekdays and other words of the calendar and the clock, in lower case.

Dates and moments are read by them; claims and names ask which capitals are no names.
"""

from __future__ import annotations

from collections.abc import Iterable

from geomap.language.words.tables import word_set

_MONTHS = (
    "january jan",
    "february feb",
    "march mar",
    "april apr",
    "may",
    "june jun",
    "july jul",
    "august aug",
    "september sept sep",
    "october oct",
    "november nov",
    "december dec",
)
_WEEKDAYS = ("monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri", "saturday sat", "sunday sun")


def _numbered(rows: Iterable[str], *, start: int) -> dict[str, int]:
    return {name: number for number, row in enumerate(rows, start) for name in row.split()}


MONTHS = _numbered(_MONTHS, start=1)
"""Months and their abbreviations, to 1…12."""
WEEKDAYS = _numbered(_WEEKDAYS, start=0)
"""Weekdays and their abbreviations, to 0 (Monday) … 6, as `datetime.date.weekday` counts."""
FULL_MONTHS = tuple(row.split()[0] for row in _MONTHS)
"""January to December, spelt out."""
FULL_WEEKDAYS = tuple(row.split()[0] for row in _WEEKDAYS)
"""Monday to Sunday, spelt out."""
CALENDAR_SHORT = frozenset({*MONTHS, *WEEKDAYS}) - {*FULL_MONTHS, *FULL_WEEKDAYS}
"""Abbreviated months and weekdays, which have a full stop after them that ends no sentence."""
CALENDAR = frozenset({*MONTHS, *WEEKDAYS}) | word_set("gmt utc est edt cet")
"""Months, weekdays and zones of time: capitals that name no place."""
FEASTS = word_set("christmas easter ramadan thanksgiving halloween")
"""Feasts, which lead up to names as weekdays do, but may be in the name of a place: "the Christmas market"."""
SEASONS = {"spring": (3, 6), "summer": (6, 9), "autumn": (9, 12), "fall": (9, 12), "winter": (12, 3)}
"""Seasons of the northern half of the Earth, from which month to which, by the sky or by the weather."""
PERIODS = {
    "minute": (1 / 1440, 0.0, 59),
    "hour": (1 / 24, 0.0, 23),
    "day": (1.0, 0.0, 30),
    "night": (1.0, 0.0, 30),
    "week": (7.0, 3.0, 12),
    "month": (30.0, 15.0, 24),
    "year": (365.0, 183.0, 100),
}
"""Units of time: days in one, by how many days a count of them may be off, and how many of them "weeks later" are at most."""
SMALL_COUNTS = {
    **{word: (number, number) for number, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)},
    "a": (1, 1),
    "an": (1, 1),
    "half an": (0.5, 0.5),
    "a quarter of an": (0.25, 0.25),
    "a couple of": (2, 3),
    "a few": (2, 6),
    "several": (2, 10),
    "some": (2, 10),
}
"""Counts in words, from how many to how many."""
PARTS_OF_DAY = {
    "early hours": (0, 6),
    "small hours": (0, 6),
    "early morning": (3, 9),
    "late morning": (9, 12),
    "morning": (4, 12),
    "noon": (12, 12),
    "midday": (11, 14),
    "afternoon": (12, 18),
    "evening": (17, 24),
    "late evening": (20, 24),
    "night": (18, 30),
    "overnight": (18, 32),
    "midnight": (24, 24),
    "dawn": (3, 8),
    "daybreak": (3, 8),
    "sunrise": (3, 9),
    "sunset": (16, 23),
    "dusk": (16, 23),
    "nightfall": (16, 24),
}
"""Parts of the day and the hours that they may take in over the year, up to middling latitudes; those past 24 are the next day's."""
CLOCKS = {
    **dict.fromkeys(("gmt", "utc", "z"), 0),
    "bst": 1,
    "cet": 1,
    "cest": 2,
    "eet": 2,
    "eest": 3,
    "msk": 3,
    "edt": -4,
    "est": -5,
    "cdt": -5,
    "cst": -6,
    "mdt": -6,
    "mst": -7,
    "pdt": -7,
    "pst": -8,
}
"""Zones of time, to the hours that their clocks are ahead of UTC."""

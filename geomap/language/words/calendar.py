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

"""Counts of days between two things told in one sentence: "… on Tuesday, two days after a mine sank the ferry"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass

from geomap.language.calendar.days import NO_DAYS, Days, Shift, add_days
from geomap.language.calendar.hours import order_of, shift_of_days
from geomap.language.text.tokens import Tokens
from geomap.language.words import SMALL_COUNTS
from geomap.model import Span

_COUNTED = re.compile(
    rf"\b(?:\d{{1,3}}|{'|'.join(sorted(SMALL_COUNTS, key=len, reverse=True)).replace(' ', '[ ]')})[ \n](?:day|week|month)s?[ \n](?:after|before)\b"
    r"(?=[ \n]\w)(?![ \n](?:that|this|which|it|then|he|she|they|being)\b)",
    re.IGNORECASE,
)
_ON = re.compile(
    rf"\b(?P<count>\d{{1,3}}|{'|'.join(sorted(SMALL_COUNTS, key=len, reverse=True)).replace(' ', '[ ]')}|a|an)[ \n]"
    r"(?P<unit>day|week|month|year|decade)s?[ \n](?:after|on|later|since)\b",
    re.IGNORECASE,
)
_UNITS = {"day": (1, 1), "week": (7, 4), "month": (30, 16), "year": (365, 120), "decade": (3652, 700)}
"""Days of a unit, and by how many such a count is mostly off."""
_LOOSE = re.compile(r"\b(?:than|almost|nearly|over|under|about|around|some|roughly|just|barely|hardly|within|every)[ \n]$", re.IGNORECASE)
_LOOK = 10


@dataclass(frozen=True, slots=True)
class Count:
    """By how many days what is told behind some words was earlier or later than what is told before them."""

    span: Span
    shift: Shift


def find_counts(tokens: Tokens) -> tuple[Count, ...]:
    """The counts in a sentence, in reading order; those that are only about so many are none."""
    return tokens.once(_counts)


def days_since(words: str, published: dt.date | None) -> Days:
    """The days that a headline or a first sentence looks back on from publication: "Ten weeks on", "Two days after the loss of …"."""
    found = _ON.search(words)
    if found is None or published is None:
        return NO_DAYS
    count = found["count"].lower()
    most = 1 if count in ("a", "an") else int(count) if count.isdigit() else SMALL_COUNTS[" ".join(count.split())][1]
    size, slack = _UNITS[found["unit"].lower()]
    middle = round(most * size)
    return Days(add_days(published, -middle - slack), add_days(published, min(0, slack * (size > 1) - middle)))


def _counts(tokens: Tokens) -> tuple[Count, ...]:
    return tuple(_counted(tokens))


def _counted(tokens: Tokens) -> Iterator[Count]:
    report, sentence = tokens.report, tokens.sentence
    for match in _COUNTED.finditer(report.text, sentence.start, sentence.end):
        order = order_of(match.group())
        if order is None or _LOOSE.search(report.text[max(sentence.start, match.start() - _LOOK) : match.start()]):
            continue
        shift = shift_of_days(order)
        when = None if shift.when is None else -shift.when
        yield Count(Span(report, match.start(), match.end()), Shift(-(shift.high or 0), -(shift.low or 0), when))

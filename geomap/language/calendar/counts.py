"""Counts of days between two things told in one sentence: "… on Tuesday, two days after a mine sank the ferry"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geomap.language.calendar.days import Shift
from geomap.language.calendar.hours import order_of, shift_of_days
from geomap.language.text.tokens import Tokens
from geomap.language.words import SMALL_COUNTS
from geomap.model import Span

_COUNTED = re.compile(
    rf"\b(?:\d{{1,3}}|{'|'.join(sorted(SMALL_COUNTS, key=len, reverse=True)).replace(' ', '[ ]')})[ \n](?:day|week|month)s?[ \n](?:after|before)\b"
    r"(?=[ \n]\w)(?![ \n](?:that|this|which|it|then|he|she|they|being)\b)",
    re.IGNORECASE,
)
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

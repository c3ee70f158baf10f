"""The day of what a claim tells, from the words of time that belong to it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

from geomap.language.attribution import frame_of
from geomap.language.moments import Moment, find_moments
from geomap.language.phrases import index_at
from geomap.language.speech import Frame, find_frames
from geomap.language.tokens import Tokens
from geomap.model import Span

_BOUNDARIES = frozenset("; : but while although whereas when which who where after before since as and that".split())


@dataclass(frozen=True, slots=True)
class Dating:
    """When something was, as far as its sentence tells."""

    when: dt.date | None
    """The day, where the words and the date of publication fix one."""
    text: Span | None
    """The words that tell the time, resolved or not."""


def date_of(span: Span, tokens: Tokens) -> Dating:
    """The day of what the claim at `span` of a sentence tells, by the nearest words of time in its clause, else in its sentence.

    Words that date the saying ("confirmed yesterday") do not count. Without a date of publication "Tuesday" gives no day.

    >>> from geomap.language.tokens import tokenise
    >>> from geomap.model import Report
    >>> report = Report(id="r", text="Rebels shelled Arvo on Tuesday, police said yesterday.", published=dt.date(2020, 5, 7))
    >>> found = date_of(Span(report, 15, 19), tokenise(Span(report, 0, 54)))
    >>> found.when.isoformat(), found.text.text
    ('2020-05-05', 'Tuesday')
    """
    start, end = index_at(tokens, span.start), index_at(tokens, span.end - 1) + 1
    frames = find_frames(tokens)
    own = frame_of(frames, start, end)
    moments = [
        moment for moment in find_moments(tokens) if not span.overlaps(moment.span) and not _dates_the_saying(tokens, moment, frames, own)
    ]
    best = min(moments, key=lambda moment: _distance(tokens, moment, start, end), default=None)
    return Dating(best.when, best.span) if best is not None else Dating(None, None)


def _dates_the_saying(tokens: Tokens, moment: Moment, frames: Sequence[Frame], own: Frame | None) -> bool:
    """Whether words of time stand in the words of a saying, or lead up to the one that the claim is the content of."""
    at = index_at(tokens, moment.span.start)
    if any(frame.matrix[0] <= at < frame.matrix[1] for frame in frames):
        return not tokens.lower[index_at(tokens, moment.span.end - 1) + 1].startswith(("'", "’"))
    leads = own is not None and own.matrix[0] > at and own.content[0][0] >= own.matrix[1]
    return leads and own is not None and not any(tokens.lower[step] in (";", "but", "when", "after") for step in range(at, own.matrix[0]))


def _distance(tokens: Tokens, moment: Moment, start: int, end: int) -> tuple[bool, int, int]:
    """How far words of time are from a claim: "now" last, then by clauses between, then by tokens."""
    at = index_at(tokens, moment.span.start)
    low, high = (at, start) if at < start else (end, at)
    between = sum(tokens.lower[step] in _BOUNDARIES for step in range(low, high))
    return (moment.weak, between, high - low)

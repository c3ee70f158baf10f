"""The time of day of what a claim tells, and by how much it was earlier or later than what was told just before."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from geomap.language.calendar.hours import find_hours, order_of
from geomap.language.calendar.moments import Moment, find_moments
from geomap.language.events.dating import belonging, date_of, day_of_hour
from geomap.language.phrases.chunks import index_at, is_auxiliary
from geomap.language.speech.frames import find_frames
from geomap.language.text.tokens import Tokens
from geomap.language.words.tables import word_set
from geomap.language.words.things import AT_THE_TIME, THEN
from geomap.model import Clock, Dating, Order, Span

_AT = word_set("at about around approximately shortly after before")


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """When something was, to the hour where words tell it."""

    dating: Dating
    clock: Clock | None = None
    order: Order | None = None


def timing_of(span: Span, tokens: Tokens, sentences: Sequence[Tokens]) -> Timing:
    """When what the claim at `span` of a sentence tells was.

    "It was then 5 km off Arvo" is of the day and the hour that the sentence before tells.

    >>> from geomap.language.text.tokens import tokenise
    >>> from geomap.model import Report
    >>> text = "At 09:30 UTC the ship was 5 km off Arvo."
    >>> tokens = tokenise(Span(Report(id="r", text=text), 0, len(text)))
    >>> timing_of(Span(tokens.report, 26, 39), tokens, [tokens]).clock.low
    9.5
    """
    dating = date_of(span, tokens, sentences)
    hours = {clock.span.start: clock for clock in find_hours(tokens) if not _is_of_the_saying(tokens, clock)}
    own = belonging(span, tokens, [Moment(span=clock.span) for clock in hours.values()])
    clock = hours[own[0].span.start] if own else None
    order = _order(span, tokens)
    if clock is None and dating.text is None and order is None and _points_back(tokens):
        return _before(tokens, sentences) or Timing(dating=dating)
    return Timing(dating=dating if clock is None else _with_day(dating, clock, tokens, sentences), clock=clock, order=order)


def _with_day(dating: Dating, clock: Clock, tokens: Tokens, sentences: Sequence[Tokens]) -> Dating:
    """The day that a time of day is of: its own, else the one told last; "the night of the raid" is of the raid's, whenever that was."""
    after = tokens.lower[index_at(tokens, clock.span.end - 1) + 1]
    return dating if dating.text is not None or after == "of" else day_of_hour(clock.span, tokens, sentences) or dating


def _is_of_the_saying(tokens: Tokens, clock: Clock) -> bool:
    """Whether a time of day follows right behind the words of a saying: "the army said at 9:30"."""
    at = index_at(tokens, clock.span.start)
    while at > 0 and tokens.lower[at - 1] in _AT:
        at -= 1
    return any(frame.matrix[1] == at for frame in find_frames(tokens))


def _order(span: Span, tokens: Tokens) -> Order | None:
    """By how much: "six hours earlier"; what was six hours ago follows from the day of the report."""
    for moment in belonging(span, tokens, [moment for moment in find_moments(tokens) if moment.shift is not None]):
        found = order_of(moment.span.text)
        if found is not None:
            return found
    return None


def _points_back(tokens: Tokens) -> bool:
    """Whether a sentence is of the time of the one before: "it was then", "at that time"."""
    if any(tokens.lower[at] in THEN and is_auxiliary(tokens, at - 1) for at in range(1, tokens.count)):
        return True
    words = " ".join(tokens.lower[: tokens.count])
    return any(phrase in words for phrase in AT_THE_TIME)


def _before(tokens: Tokens, sentences: Sequence[Tokens]) -> Timing | None:
    """The time that the sentence before tells last; None where it tells no hour."""
    number = bisect_left(sentences, tokens.sentence.start, key=lambda item: item.sentence.start)
    told = sentences[number - 1] if number else None
    hours = () if told is None else find_hours(told)
    if told is None or not hours:
        return None
    return Timing(dating=_with_day(date_of(hours[-1].span, told, sentences), hours[-1], told, sentences), clock=hours[-1])

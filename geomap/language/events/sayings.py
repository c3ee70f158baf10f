"""Which words of time date a saying, and not what is said."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.language.calendar.moments import Moment
from geomap.language.phrases.chunks import index_at
from geomap.language.speech.frames import Frame
from geomap.language.speech.speakers import SAYING, is_mark
from geomap.language.text.tokens import Tokens
from geomap.language.words.people import KNOWING
from geomap.language.words.tables import word_set

_ACCUSING = word_set("accused accuse accuses blamed blames condemned denounced charged")
"""Verbs whose day is that of the saying: "accused Norland on Sunday of …"."""
_ACCUSED = 6
_SAID_TO = 6
"""So many tokens may stand between a verb of saying and its words of time: "told a group of reporters on Monday"."""
_KNOWN = 5
"""So many words back from "that", over words of time, it is told that somebody is sure or sorry."""
DAY_PARTS = word_set("day night morning afternoon evening")


def _dates_the_charge(tokens: Tokens, moment: Moment) -> bool:
    """Whether words of time stand between an accusation and what it is of: "accused Norland on Sunday of …"."""
    first, end = index_at(tokens, moment.span.start), index_at(tokens, moment.span.end - 1) + 1
    return tokens.lower[end] in ("of", "for") and not _ACCUSING.isdisjoint(tokens.lower[max(0, first - _ACCUSED) : first])


def begins_known(tokens: Tokens, that: int, last: int) -> bool:
    """Whether "that" begins what somebody is sorry or sure of, on a day told before: "was sorry on Monday that the jet was hit near …"."""
    if tokens.lower[that] != "that":
        return False
    return tokens.lower[that - 1] in KNOWING or (that == last and not KNOWING.isdisjoint(tokens.lower[max(0, that - _KNOWN) : that]))


def dates_the_saying(tokens: Tokens, moment: Moment, frames: Sequence[Frame], own: Frame | None) -> bool:
    """Whether words of time stand in the words of a saying, or lead up to the one that the claim is the content of."""
    in_or_before = any(_stands_in(tokens, moment, frame) for frame in frames) or _leads(tokens, moment, own)
    return in_or_before or _leads_to_that(tokens, moment) or _dates_the_charge(tokens, moment)


def dates(tokens: Tokens, moment: Moment, own: Frame) -> bool:
    """Whether words of time date a saying itself, and stand in its words or right before them."""
    end = index_at(tokens, moment.span.end - 1) + 1
    begins = end + (tokens.words[end] == ",")
    return _stands_in(tokens, moment, own) or (begins == own.matrix[0] and _leads(tokens, moment, own))


def _stands_in(tokens: Tokens, moment: Moment, frame: Frame) -> bool:
    """Whether words of time are among those of a saying; "Monday's strike" is not."""
    at, last = index_at(tokens, moment.span.start), index_at(tokens, moment.span.end - 1)
    return frame.matrix[0] <= at < frame.matrix[1] and not tokens.lower[last + 1].startswith(("'", "’"))


def _leads(tokens: Tokens, moment: Moment, own: Frame | None) -> bool:
    """Whether words of time lead up to a saying: "On Monday police said"."""
    at = index_at(tokens, moment.span.start)
    if own is None or own.matrix[0] <= at or own.content[0][0] < own.matrix[1]:
        return False
    return not any(tokens.lower[step] in (";", "but", "when", "after") for step in range(at, own.matrix[0]))


def _leads_to_that(tokens: Tokens, moment: Moment) -> bool:
    """Whether words of time stand between a verb of saying and what is said: "told reporters on Monday that"."""
    at, end = index_at(tokens, moment.span.start), index_at(tokens, moment.span.end - 1) + 1
    if tokens.lower[end] != "that" or tokens.lower[end + 1] in DAY_PARTS:
        return False
    low = max((step + 1 for step in range(max(0, at - _SAID_TO), at) if is_mark(tokens, step)), default=max(0, at - _SAID_TO))
    return any(tokens.lower[step] in SAYING for step in range(low, at))

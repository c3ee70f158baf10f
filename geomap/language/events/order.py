"""What the words that a clause begins with say of its time: another time than what was told last, or the same."""

from __future__ import annotations

from dataclasses import replace

from geomap.language import words as lex
from geomap.language.calendar.hours import find_hours
from geomap.language.calendar.moments import find_moments
from geomap.language.events.triggers import triggers
from geomap.language.phrases.chunks import LOOK, PERSONAL, index_at, is_nominal
from geomap.language.text.tokens import Tokens
from geomap.language.words import incidents
from geomap.language.words.tables import word_set
from geomap.model import Clock, Telling

_OPENING = 8
"""So many words of a sentence may be the phrase that it begins with."""
_SAME = word_set("same very")
_TIMES = word_set("time day moment hour morning afternoon evening night")
_ARTICLES = word_set("the that")
_ORDERING = word_set("after before")
_TIME_UNITS = word_set("hours days weeks months years hour day week month year")
_POINTING = word_set("this that")
_LATER_THAT = word_set("that in")
"""What stands behind "later" in "later that day", "later in the day"."""


def timed(tokens: Tokens, low: int, told: Telling) -> Telling:
    """A telling with what its clause, from the token `low` on, says of its time: "At about the same time …", "three days after …"."""
    if _is_ordered(tokens, low):
        return replace(told, new=True)
    if _is_of_another_hour(tokens, low):
        return replace(told, new=True, same_time=True)
    hours = any(not _is_of_incident(tokens, hour) for hour in find_hours(tokens))
    return replace(told, same_time=True) if hours and not find_moments(tokens) else told


def _is_of_another_hour(tokens: Tokens, low: int) -> bool:
    """Whether a clause tells of what was besides, at another hour or the same: "Earlier on Wednesday …", "at the same time", "an hour later"."""
    if tokens.lower[0] in incidents.OPENING_APART and not is_nominal(tokens, 1):
        return True  # but not "Earlier reports …"
    opening = tokens.lower[:_OPENING]
    if any(opening[at] in _SAME and opening[at + 1] in _TIMES and opening[max(0, at - 1)] in _ARTICLES for at in range(len(opening) - 1)):
        return True
    near = range(low, min(tokens.count, low + LOOK))
    return any(
        (tokens.lower[at] == "later" and tokens.lower[at + 1] in _LATER_THAT)
        or (tokens.lower[at] in incidents.ORDERED and tokens.lower[at - 1] in incidents.SHORT_TIMES)
        for at in near
    )


def _is_of_incident(tokens: Tokens, hour: Clock) -> bool:
    """Whether an hour is that of an incident which words name, and not of what was told last: "on the night of the attack"."""
    end = index_at(tokens, hour.span.end - 1) + 1
    return tokens.lower[end] == "of" and tokens.lower[end + 1] in _ARTICLES and tokens.lower[end + 2] in lex.EVENTS


def _is_ordered(tokens: Tokens, low: int) -> bool:
    """Whether a clause tells of what another incident of its sentence came before or after: "the raid came three days after …".

    In "Arvo was cut off on Monday, two days after …" it tells of the incident itself.
    """
    if low == 0 or tokens.lower[low - 1] not in _ORDERING or _TIME_UNITS.isdisjoint(tokens.lower[max(0, low - 3) : low - 1]):
        return False
    return tokens.lower[0] in PERSONAL | _POINTING or any(not trigger.result for trigger in triggers(tokens, 0, low))

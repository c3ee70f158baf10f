"""Which words of time date a text or a picture, and not what it tells: "information as of 3 May", "the report, released on Tuesday"."""

from __future__ import annotations

from geomap.language.calendar.moments import Moment
from geomap.language.phrases.chunks import index_at
from geomap.language.text.tokens import Tokens
from geomap.language.words.organisations import PUBLISHING, WRITINGS

_LINKS = frozenset("of on from for at in the as by dated ( , : until late early".split())
"""What stands between a text and its day."""
_AS = ("as", "of")
_PHRASE = 6
"""So many words may stand between a text and the verb that dates it: "a video of the raid was posted on Monday"."""


def dates_a_writing(tokens: Tokens, moment: Moment) -> bool:
    """Whether words of time tell when something was written or made known, rather than when it was.

    >>> from geomap.language.calendar.moments import find_moments
    >>> from geomap.language.text.tokens import tokenise
    >>> from geomap.model import Report, Span
    >>> def dates(text):
    ...     tokens = tokenise(Span(Report(id="r", text=text), 0, len(text)))
    ...     return [dates_a_writing(tokens, moment) for moment in find_moments(tokens)]
    >>> dates("Update of 3 May 2021"), dates("The letter was sent on Monday"), dates("The raid of 3 May 2021")
    ([True], [True], [False])
    """
    first = before = index_at(tokens, moment.span.start)
    while before > 0 and tokens.lower[before - 1] in _LINKS:
        before -= 1
    if tuple(tokens.lower[max(0, first - 2) : first]) == _AS or (before and tokens.lower[before - 1] in WRITINGS):
        return True
    publishing = before > 0 and tokens.lower[before - 1] in PUBLISHING
    phrase = tokens.lower[max(0, before - 1 - _PHRASE) : max(0, before - 1)]
    return publishing and (tokens.lower[before - 1] == "updated" or not WRITINGS.isdisjoint(phrase))

"""Whether a claim tells where a thing was last seen or heard of, or where it ended."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.language.phrases.chunks import index_at
from geomap.language.text.tokens import Tokens
from geomap.language.words.things import BETWEEN_FATES, ENDINGS, FALLING, LINKS, LOSING, ON_SCREENS, SEEING, VANISHING
from geomap.model import Fate, Span

_NEAR = 7
"""So many words may stand between a link and its loss: "contact with the ferry was lost"."""
_LAST = 2
"""So many words may stand between "last" and what was seen: "last known to be"."""


def fate_of(span: Span, tokens: Tokens) -> Fate | None:
    """What the words round a claim tell of a thing's fate; None for nothing of it, or for both.

    >>> from geomap.language.text.tokens import tokenise
    >>> from geomap.model import Report
    >>> def told(text):
    ...     tokens = tokenise(Span(Report(id="r", text=text), 0, len(text)))
    ...     return fate_of(Span(tokens.report, text.index("5 km"), len(text) - 1), tokens)
    >>> told("Contact was lost 5 km off Arvo.").value, told("The wreck lies 5 km off Arvo.").value, told("It sailed 5 km off Arvo.")
    ('last seen', 'ended', None)
    """
    start, end = _clause(tokens, index_at(tokens, span.start), index_at(tokens, span.end - 1) + 1)
    for low, high in ((start, end), (0, tokens.count)):
        last, ended = _is_last_seen(tokens.lower[low:high]), _has_ended(tokens.lower[low:high])
        if last or ended:
            return None if last and ended else Fate.LAST_SEEN if last else Fate.ENDED
    return None


def _clause(tokens: Tokens, start: int, end: int) -> tuple[int, int]:
    """The tokens of a claim and of its clause round it."""
    while start > 0 and tokens.lower[start - 1] not in BETWEEN_FATES:
        start -= 1
    while end < tokens.count and tokens.lower[end] not in BETWEEN_FATES:
        end += 1
    return start, end


def _is_last_seen(words: Sequence[str]) -> bool:
    """Whether words tell that something was seen or heard of for the last time."""
    for at, word in enumerate(words):
        ahead = words[at + 1 : at + 1 + _NEAR]
        if word in LINKS and not LOSING.isdisjoint(ahead):
            return True
        if word in LOSING and not LINKS.isdisjoint(ahead):
            return True
        if word == "last" and not SEEING.isdisjoint(words[at + 1 : at + 1 + _LAST]):
            return True
        if word in VANISHING and not ON_SCREENS.isdisjoint(ahead):
            return True
    return False


def _has_ended(words: Sequence[str]) -> bool:
    """Whether words tell where something went down, or where what is left of it lies."""
    return any(
        word in ENDINGS or (at + 1 < len(words) and word in FALLING and words[at + 1] in FALLING[word]) for at, word in enumerate(words)
    )

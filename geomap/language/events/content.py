"""What a sentence carries besides names: stems of its content words, and numbers by what they count."""

from __future__ import annotations

from collections.abc import Iterator

from geomap.language import words as lex
from geomap.language.phrases.chunks import AUXILIARIES, CONJUNCTIONS, PREPOSITIONS
from geomap.language.quantities.numerals import parse_number
from geomap.language.text.tokens import Tokens
from geomap.language.words import incidents

_SHORTEST = 4
_ENDINGS = ("ings", "ing", "edly", "ies", "ied", "ed", "es", "s", "ly")
"""What is cut from a word, the first that fits; what stays has four letters at least."""
_EMPTY = lex.STOPS | lex.CALENDAR | AUXILIARIES | CONJUNCTIONS | PREPOSITIONS | incidents.CONTENTLESS
_AHEAD, _BACK = 5, 4
"""What a number counts stands at most so many tokens after it, or before it."""
_LARGEST = 100_000


def terms_of(tokens: Tokens) -> frozenset[str]:
    """Stems of the words that carry the content of a sentence, names aside.

    >>> from geomap.language.text.tokens import tokenise
    >>> from geomap.model import Report, Span
    >>> sorted(terms_of(tokenise(Span(Report(id="r", text="Gunmen boarded the tankers."), 0, 27))))
    ['board', 'gunmen', 'tanker']
    """
    return tokens.once(_terms)


def _terms(tokens: Tokens) -> frozenset[str]:
    words = (tokens.lower[at] for at in range(tokens.count) if at == 0 or not tokens.upper(at))
    return frozenset(stem_of(word) for word in words if len(word) >= _SHORTEST and word.isalpha() and word not in _EMPTY)


def stem_of(word: str) -> str:
    """A word without its ending.

    >>> stem_of("tankers"), stem_of("boarded")
    ('tanker', 'board')
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            return word[: -len(ending)]
    return word


def figures_of(tokens: Tokens) -> frozenset[tuple[str, int]]:
    """Numbers of a sentence by what they count: the dead, the hurt, those on board.

    >>> from geomap.language.text.tokens import tokenise
    >>> from geomap.model import Report, Span
    >>> text = "The blast killed two miners and hurt 14."
    >>> sorted(figures_of(tokenise(Span(Report(id="r", text=text), 0, len(text)))))
    [('dead', 2), ('hurt', 14)]
    """
    return tokens.once(_figures)


def _figures(tokens: Tokens) -> frozenset[tuple[str, int]]:
    if not any(word in incidents.COUNTED for word in tokens.lower):
        return frozenset()
    return frozenset(_counted(tokens))


def _counted(tokens: Tokens) -> Iterator[tuple[str, int]]:
    at = 0
    while at < tokens.count:
        found = parse_number(tokens, at)
        if found is None:
            at += 1
            continue
        figure, end = found
        kind = _counts(tokens, at, end)
        if kind is not None and figure.isdigit() and 0 < int(figure) < _LARGEST:
            yield kind, int(figure)
        at = max(end, at + 1)


def _counts(tokens: Tokens, start: int, end: int) -> str | None:
    """What a number counts: by the verb right before it, else by the first telling word after it, in one clause."""
    for at in range(start - 1, max(-1, start - 1 - _BACK), -1):
        word = tokens.lower[at]
        if word in incidents.COUNTING_VERBS:
            return incidents.COUNTED[word]
        if word in (",", ";", "and", "while"):
            break
    for at in range(end, min(end + _AHEAD, tokens.count)):
        word = tokens.lower[at]
        if word in (";", ","):
            return None
        if word in incidents.COUNTED:
            return incidents.COUNTED[word]
    return None

"""Runs of capitalised words in a sentence, where names are to be looked for.

A run joins capitalised words with the small words and hyphens that names have inside ("Rio de Janeiro", "Deir ez-Zor", "Miami-Dade").
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import compress
from operator import ne

from geomap.language import words as lex
from geomap.language.text.tokens import HYPHENS, Tokens

_MOST_RUN = 14
"""Tokens of the longest run; a longer row of capitals is cut."""
_ABBREVIATED = frozenset(("st", "ste", "mt", "ft", "pt"))
_BEGINNING = frozenset('.!?:;"“”•*[]()')


def begins_sentence(tokens: Tokens, index: int) -> bool:
    """Whether a token is the first of its sentence, or of a quotation or a bracket in it."""
    return index == 0 or tokens.words[index - 1][0] in _BEGINNING


def starts_name(tokens: Tokens, index: int) -> bool:
    """Whether a capital stands here that no figure runs into (15TH), or an Arabic article that a hyphen joins to one."""
    if tokens.upper(index):
        return not (tokens.glued(index) and tokens.words[index - 1][-1].isdecimal())
    article = tokens.lower[index] in lex.ARABIC_ARTICLES and tokens.words[index + 1] in HYPHENS
    return article and tokens.upper(index + 2) and tokens.glued(index + 2)


def find_runs(tokens: Tokens) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, as half-open ranges of tokens."""
    past, last = 0, tokens.count
    for index in _candidates(tokens):
        if index < past or not starts_name(tokens, index):
            continue
        end = index + 1 if tokens.upper(index) else index + 3
        while end < min(last, index + _MOST_RUN):
            step = _step(tokens, end)
            if not step:
                break
            end += step
        yield index, end
        past = end


def _candidates(tokens: Tokens) -> list[int]:
    """Where a run may start: tokens with a capital, and small articles where the sentence has a hyphen that may join one to a name."""
    capitals = [*compress(range(tokens.count), map(ne, tokens.words, tokens.lower))]
    if HYPHENS.isdisjoint(tokens.words):
        return capitals
    return sorted({*capitals, *(at for at, lower in enumerate(tokens.lower) if lower in lex.ARABIC_ARTICLES)})


def _step(tokens: Tokens, at: int) -> int:
    """How many tokens at a place go on with a run."""
    if tokens.upper(at):
        return 0 if tokens.glued(at) else 1
    if tokens.words[at] in HYPHENS:
        return _past_hyphen(tokens, at)
    if tokens.words[at] == ".":
        initial = tokens.lower[at - 1] in _ABBREVIATED or len(tokens.words[at - 1]) == 1
        return 2 if initial and tokens.glued(at) and tokens.upper(at + 1) else 0
    return _past_links(tokens, at) if tokens.lower[at] in lex.LINKS else 0


def _past_hyphen(tokens: Tokens, at: int) -> int:
    """Past a hyphen between capitals, or between a capital and an article joined to one: "Deir-ez-Zor"."""
    if not (tokens.glued(at) and tokens.glued(at + 1)):
        return 0
    if tokens.upper(at + 1):
        return 2
    joined = tokens.words[at + 2] in HYPHENS and tokens.upper(at + 3)
    return 4 if joined and (tokens.lower[at + 1] in lex.LINKS or tokens.lower[at + 1] in lex.ARABIC_ARTICLES) else 0


def _past_links(tokens: Tokens, at: int) -> int:
    """Past one or two small words, or an article and its hyphen, to the next capital."""
    if tokens.words[at + 1] in HYPHENS:
        return 3 if tokens.upper(at + 2) and tokens.glued(at + 2) else 0
    if tokens.upper(at + 1):
        return 0 if tokens.glued(at + 1) else 2
    return 3 if tokens.lower[at + 1] in lex.LINKS and tokens.upper(at + 2) else 0

"""Names of persons in runs of capitalised words: by titles, given names, initials, and what persons do."""

from __future__ import annotations

from collections.abc import Iterator

from geomap.language import words as lex
from geomap.language.text.tokens import HYPHENS, Tokens
from geomap.language.toponyms import weights
from geomap.language.toponyms.fame import Fames

_LAST_OF_OTHERS = lex.GEOGRAPHIC | lex.ORGANISATION_NOUNS
"""Nouns that end the names of places and organisations, and no person's."""


def without_persons(tokens: Tokens, start: int, end: int, fames: Fames, surnames: set[str]) -> Iterator[tuple[int, int]]:
    """What is left of a run without the names of persons, whose surnames are noted."""
    if start < end and fames[tokens.text(start, end)].well_known:
        yield start, end
        return
    title = next((at for at in range(start, end) if tokens.lower[at] in lex.TITLES and tokens.upper(at)), end)
    if title < end:
        yield from without_persons(tokens, start, title, fames, surnames)
        rest = title + 1
        while rest < end and (tokens.lower[rest] in lex.TITLES or tokens.words[rest] == "."):
            rest += 1
        if tokens.lower[rest] == "of":
            yield rest + 1, end
        else:
            _add_person(tokens, rest, end, surnames)
    elif _titled(tokens, start, end) or _is_person(tokens, start, end, fames):
        _add_person(tokens, start, end, surnames)
    elif start < end:
        yield start, end


def _titled(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a title in small letters stands before a short run: "coach Athens", not "the mayor of Athens"."""
    return tokens.lower[start - 1] in lex.TITLES and not tokens.upper(start - 1) and end - start <= 4


def _is_person(tokens: Tokens, start: int, end: int, fames: Fames) -> bool:
    """Whether a run is a person's name: a given name or an initial and at least one more word, or words of which a person's deed follows."""
    capitals = [at for at in range(start, end) if tokens.upper(at)]
    if len(capitals) < 2 or "and" in tokens.lower[start:end] or tokens.lower[capitals[-1]] in _LAST_OF_OTHERS:
        return False
    if any(len(tokens.words[at]) == 1 and tokens.words[at + 1] == "." for at in capitals):
        return True
    name = tokens.text(start, end)
    if tokens.lower[capitals[0]] in lex.GIVEN:
        return fames[name].prior < weights.FAMOUS
    if not HYPHENS.isdisjoint(tokens.words[start:end]) or not _acts_as_person(tokens, end):
        return False
    return not fames[name].found and not fames[tokens.words[start]].found


def _acts_as_person(tokens: Tokens, end: int) -> bool:
    """Whether a verb of speaking follows, or an age between commas."""
    aged = tokens.words[end] == "," and tokens.words[end + 1].isdecimal() and tokens.words[end + 2] == ","
    return aged or tokens.lower[end] in lex.SPEAKING


def _add_person(tokens: Tokens, start: int, end: int, surnames: set[str]) -> None:
    """Note the words of a person's name, initials aside."""
    surnames.update(tokens.lower[at] for at in range(start, end) if tokens.upper(at) and len(tokens.words[at]) > 2)

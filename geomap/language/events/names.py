"""Folded names of actors and places, by which two sentences are seen to tell of the same ones."""

from __future__ import annotations

from geomap.language import words as lex
from geomap.language.quantities.numerals import NUMERAL_WORDS
from geomap.language.text.tokens import Tokens
from geomap.language.words.compass import COMPASS_WORDS
from geomap.language.words.incidents import CLASSES, NAME_STEMS, OFFICES
from geomap.language.words.tables import word_set

_SHORTEST = 2
_OPENING = frozenset("\"“‘'«:—–")
"""Marks after which a word begins a sentence of its own."""
_NO_NAMES = lex.CALENDAR | lex.STOPS | lex.DETERMINERS | lex.POSSESSIVES | lex.TITLES | OFFICES | frozenset(COMPASS_WORDS) | NUMERAL_WORDS
"""Words that are no names by themselves, also with a capital."""
_PARTICLES = word_set("al el le la les de di da del der den van von ez az as ad an at ar es bin ibn abu san santa saint st")
"""Words that begin names of many places and people, and say nothing alone."""
_KNOWN = lex.DEMONYMS | lex.COUNTRIES | lex.ORGANISATIONS
"""Names that are told from other words at the head of a sentence too."""
_NATIONS = lex.DEMONYMS | lex.COUNTRIES


def fold_name(word: str) -> str:
    """A name in lower case; a nationality as its country.

    >>> fold_name("Syrian") == fold_name("Syria"), fold_name("Turkish"), fold_name("Iranshahr")
    (True, 'turkey', 'iranshahr')
    """
    plain = word.lower().replace(".", "")
    if plain in NAME_STEMS:
        return NAME_STEMS[plain]
    return lex.COUNTRY_OF.get(plain, plain).lower()


COUNTRIES = frozenset(fold_name(word) for word in _NATIONS | lex.ORGANISATIONS)
"""Folded names of countries and of large actors, which many incidents of a day have in common."""


def names_of(tokens: Tokens) -> frozenset[str]:
    """Folded proper names and nationalities of a sentence; "Syrian" and "Syria" fold alike."""
    return tokens.once(_names)


def _names(tokens: Tokens) -> frozenset[str]:
    found = {fold_name(tokens.words[at]) for at in range(tokens.count) if is_name(tokens, at)}
    return frozenset(name for name in found if len(name) >= _SHORTEST and name not in _PARTICLES)


def is_name(tokens: Tokens, at: int) -> bool:
    """Whether a word is written as a name is; the first of a sentence is one only where it is known or another follows."""
    lower = tokens.lower[at]
    if not tokens.words[at][0].isupper() or lower in _NO_NAMES or lower in CLASSES:
        return False
    opens = at == 0 or (tokens.words[at - 1] in _OPENING and not tokens.capital(at + 1))
    return not opens or lower in _KNOWN or (at == 0 and tokens.capital(1))


def ship_names(tokens: Tokens, start: int, end: int) -> frozenset[str]:
    """Folded names in the phrase for a ship, without that of its flag: "the Norland tanker Grey Seal", "the ferry Estonia"."""
    sort = max((at for at in range(start, end) if tokens.lower[at] in CLASSES), default=start)
    names = {
        at: fold_name(tokens.words[at])
        for at in range(start, end)
        if tokens.upper(at) and tokens.lower[at] not in CLASSES and tokens.lower[at] not in lex.DETERMINERS
    }
    return frozenset(name for at, name in names.items() if at > sort or name not in COUNTRIES)

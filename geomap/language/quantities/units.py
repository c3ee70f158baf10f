"""Words and abbreviations for units of length, and where in a sentence one stands."""

from __future__ import annotations

from geomap.language.quantities.numerals import GLYPHS, numeral
from geomap.language.text.tokens import Tokens
from geomap.units import Unit

_UNITS = {word: unit for unit in Unit if not unit.traits.counted for word in unit.traits.spellings}
_AFTER_FIGURES = {letter: unit for unit in Unit for letter in unit.traits.letters}
"""Too short to be units anywhere else."""
_COUNTED = {word: unit for unit in Unit if unit.traits.counted for word in unit.traits.spellings}
"""Units only with a broken figure."""


def _marked(unit: Unit) -> frozenset[str]:
    """The words that a marker of a unit may stand before: its own, and those of the units that may mean it."""
    return frozenset(word for other in Unit if other is unit or unit.value in other.traits.may_mean for word in other.traits.spellings)


_MARKED = {marker: (unit, _marked(unit)) for unit in Unit for marker in unit.traits.markers}
"""The units that two words name, by the first of them, each with what the second may be."""
_FIRST_OF_TWO = frozenset({"air", "road", *(unit.traits.markers[0] for unit in Unit if unit.traits.markers)})
_STARTS = frozenset({*_UNITS, *_AFTER_FIGURES, *_COUNTED, *_MARKED})
_CURRENCIES = frozenset("$ € £ ¥".split())

UNIT_WORDS = frozenset({*_UNITS, *_AFTER_FIGURES})
"""Words that are units by themselves, but for those of things that are counted."""
SINGULAR = frozenset(word for unit in Unit for word in unit.traits.singular)
"""Unit words that need a number, or "a", before them."""
PLURAL = frozenset(word for unit in Unit for word in unit.traits.plural)
LONG = SINGULAR | PLURAL
"""Unit words that are no abbreviations."""


def starts_unit(word: str) -> bool:
    """Whether a lower-case word may start a unit."""
    return word in _STARTS


def is_unit_word(word: str) -> bool:
    """Whether a lower-case word is a unit by itself."""
    return word in _UNITS


def is_unit(tokens: Tokens, index: int) -> bool:
    """Whether a unit of length stands at a token, after a hyphen or not."""
    at = index + 1 if tokens.hyphen(index) else index
    word = tokens.lower[at]
    return word in _UNITS or word in _FIRST_OF_TWO or (word == "m" and at > 0)


def unit_at(tokens: Tokens, index: int) -> tuple[Unit, int, bool] | None:
    """The unit that starts at a token, the token after it, and whether it may mean another one, as plain miles may."""
    lower = tokens.lower
    word = lower[index]
    if word in _MARKED:
        marked, words = _MARKED[word]
        at = index + 1 + (lower[index + 1] == "." or tokens.hyphen(index + 1))
        return (marked, at + 1, False) if lower[at] in words else None
    if _second_word(tokens, index):
        return None
    if word in _COUNTED:
        return (_COUNTED[word], index + 1, False) if _is_broken(tokens, index) else None
    unit = _UNITS.get(word) or (_AFTER_FIGURES.get(word) if _after_figure(tokens, index) else None)
    if unit is None:
        return None
    end = index + 1
    if lower[end] == "." and word not in LONG and tokens.glued(end) and tokens.words[end + 1][:1].isalpha():
        end += 1
    return unit, end, bool(unit.traits.may_mean)


def _second_word(tokens: Tokens, index: int) -> bool:
    """Whether a unit word is the second of two, which is read at the first: "nautical miles"."""
    before = index - 1
    if tokens.hyphen(before) or tokens.lower[before] == ".":
        before -= 1
    first = _MARKED.get(tokens.lower[before])
    return first is not None and tokens.lower[index] in first[1]


def _after_figure(tokens: Tokens, index: int) -> bool:
    """Whether a letter is a unit for the figure before it: "500 m", "5k", "12 M" among capitals, not "$5 m"."""
    word, at = tokens.words[index], index - 2 if tokens.hyphen(index - 1) else index - 1
    previous = tokens.words[at]
    if not (previous[-1:].isdecimal() or previous in GLYPHS) or tokens.words[at - 1] in _CURRENCIES:
        return False
    if word in "kK" and not tokens.glued(index):
        return False
    return word.islower() or _shouting(tokens)


def _shouting(tokens: Tokens) -> bool:
    """Whether a sentence is written in capitals."""
    text = tokens.sentence.text[:80]
    return text.upper() == text


def _is_broken(tokens: Tokens, index: int) -> bool:
    """Whether "cable" is a length: a broken figure ("2.5 cables") or "within" before it; whole figures count wires."""
    previous, before = tokens.words[index - 1], tokens.lower[index - 2]
    broken = previous in GLYPHS or "." in (numeral(previous) or "") or (previous in ("a", "an") and before in ("half", "of"))
    return broken or before in ("within", "/")

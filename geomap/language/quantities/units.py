"""Words and abbreviations for units of length, and where in a sentence one stands."""

from __future__ import annotations

from geomap.language.quantities.numerals import GLYPHS, numeral
from geomap.language.text.tokens import Tokens
from geomap.units import Unit

_UNITS = {
    **dict.fromkeys("mile miles mi mls".split(), Unit.MILE),
    **dict.fromkeys("kilometre kilometres kilometer kilometers km kms kilometro klick klicks k.m. klm".split(), Unit.KILOMETRE),
    **dict.fromkeys("metre metres meter meters mtrs mtr".split(), Unit.METRE),
    **dict.fromkeys("nm nmi nms n.m. nmiles".split(), Unit.NAUTICAL_MILE),
    **dict.fromkeys("yard yards yd yds".split(), Unit.YARD),
    **dict.fromkeys("foot feet ft".split(), Unit.FOOT),
    **dict.fromkeys("league leagues".split(), Unit.LEAGUE),
    **dict.fromkeys("furlong furlongs".split(), Unit.FURLONG),
    **dict.fromkeys("verst versts".split(), Unit.VERST),
}
_AFTER_FIGURES = {"m": Unit.METRE, "k": Unit.KILOMETRE}
"""Too short to be units anywhere else."""
_CABLES = frozenset("cable cables".split())
_MILES = frozenset("mile miles mi nm".split())
_NAUTICAL = frozenset("nautical naut sea n".split())
_STARTS = frozenset({*_UNITS, *_AFTER_FIGURES, *_CABLES, *_NAUTICAL, "statute"})
_CURRENCIES = frozenset("$ € £ ¥".split())

SINGULAR = frozenset("mile kilometre kilometer metre meter yard foot league furlong verst cable".split())
"""Unit words that need a number, or "a", before them."""
LONG = frozenset(
    "mile miles kilometre kilometres kilometer kilometers metre metres meter meters yards feet leagues furlongs versts".split()
)
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
    return tokens.lower[at] in _UNITS or tokens.lower[at] in ("nautical", "statute", "air", "road") or (tokens.lower[at] == "m" and at > 0)


def unit_at(tokens: Tokens, index: int) -> tuple[Unit, int, bool] | None:
    """The unit that starts at a token, the token after it, and whether it is plain miles."""
    lower = tokens.lower
    word = lower[index]
    if word in _NAUTICAL:
        at = index + 1 + (lower[index + 1] == "." or tokens.hyphen(index + 1))
        return (Unit.NAUTICAL_MILE, at + 1, False) if lower[at] in _MILES else None
    if word == "statute" and lower[index + 1] in ("mile", "miles"):
        return Unit.MILE, index + 2, False
    if _second_word(tokens, index):
        return None
    if word in _CABLES:
        return (Unit.CABLE, index + 1, False) if _is_cable_length(tokens, index) else None
    unit = _UNITS.get(word) or (_AFTER_FIGURES[word] if _after_figure(tokens, index) else None)
    if unit is None:
        return None
    end = index + 1
    if lower[end] == "." and word not in LONG and tokens.glued(end) and tokens.words[end + 1][:1].isalpha():
        end += 1
    return unit, end, unit is Unit.MILE


def _second_word(tokens: Tokens, index: int) -> bool:
    """Whether a unit word is the second of two, which is read at the first: "nautical miles"."""
    before = index - 1
    if tokens.hyphen(before) or tokens.lower[before] == ".":
        before -= 1
    return tokens.lower[index] in _MILES and (tokens.lower[before] in _NAUTICAL or tokens.lower[before] == "statute")


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


def _is_cable_length(tokens: Tokens, index: int) -> bool:
    """Whether "cable" is a tenth of a nautical mile: broken figures ("2.5 cables") or "within" before; whole ones count wires."""
    previous, before = tokens.words[index - 1], tokens.lower[index - 2]
    broken = previous in GLYPHS or "." in (numeral(previous) or "") or (previous in ("a", "an") and before in ("half", "of"))
    return broken or before in ("within", "/")

"""Numerals in figures and words, as decimal strings."""

from __future__ import annotations

import re
from decimal import Decimal

from geomap.language.text.tokens import Tokens

_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_STOPPED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}")
_PLAIN = re.compile(r"\d*\.?\d+")
_DECIMAL_COMMA = re.compile(r"\d+,\d{1,2}")

GLYPHS = {"½": "0.5", "¼": "0.25", "¾": "0.75", "⅓": "0.333", "⅔": "0.667", "⅛": "0.125", "⅜": "0.375", "⅝": "0.625", "⅞": "0.875"}
_SMALL = {
    word: value
    for value, word in enumerate(
        """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen""".split()
    )
}
_TENS = {word: 10 * (value + 2) for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split())}
_SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 1_000_000, "billion": 1_000_000_000}
_PARTS = {
    "half": "0.5",
    "halves": "0.5",
    "quarter": "0.25",
    "quarters": "0.25",
    "fourth": "0.25",
    "fourths": "0.25",
    "third": "0.333",
    "thirds": "0.333",
    "fifth": "0.2",
    "fifths": "0.2",
    "eighth": "0.125",
    "eighths": "0.125",
    "tenth": "0.1",
    "tenths": "0.1",
}

_LARGEST = 10**15
_MOST_WORDS = 12
"""No numeral in news is longer; a bound keeps the work linear."""

NUMERAL_WORDS = frozenset({*_SMALL, *_TENS, *_SCALES, *_PARTS})
"""Words that numerals are made of."""


def numeral(word: str) -> str | None:
    """The decimal string of a numeral in figures, or None.

    One group after a stop is a decimal ("1.200" is 1.2), several are thousands.

    >>> numeral("1,800"), numeral("12,5"), numeral(".75"), numeral("1.200.000"), numeral("1.2.3")
    ('1800', '12.5', '0.75', '1200000', None)
    """
    if not word.isascii() or len(word) > 20:
        return None
    if _PLAIN.fullmatch(word):
        return f"0{word}" if word.startswith(".") else word
    if _GROUPED.fullmatch(word):
        return word.replace(",", "")
    if _STOPPED.fullmatch(word):
        return word.replace(".", "")
    if _DECIMAL_COMMA.fullmatch(word):
        return word.replace(",", ".")
    return None


def plain(value: Decimal) -> str:
    """A decimal without an exponent or trailing zeros.

    >>> plain(Decimal("2E+1")), plain(Decimal("1.50"))
    ('20', '1.5')
    """
    return format(value.normalize(), "f")


def parse_number(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """A number that starts at a token: its decimal string, and the index of the token after it.

    Figures with fractions and scales ("2 1/2", "3 million"), words ("thirty-four"), and both kinds of fraction ("one and a half",
    "three-quarters"). A part of a unit keeps its "of a": "one-third of a" before "mile".
    """
    return _fraction(tokens, index) or _figures(tokens, index) or _spelt(tokens, index)


def _skip_hyphen(tokens: Tokens, index: int) -> int:
    return index + 1 if tokens.hyphen(index) else index


def _of_a(tokens: Tokens, index: int) -> int:
    """Past "of a", "of an" or "a" after a fraction."""
    if tokens.lower[index] == "of":
        index += 1
    return index + 1 if tokens.lower[index] in ("a", "an") else index


def _fraction(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """As in "half a", "a quarter of a", "three-quarters of a", "one-third of a", "a half", "half a dozen"."""
    lower = tokens.lower
    start = index
    count = 1
    if lower[index] in ("a", "an"):
        index += 1
    elif lower[index] in _SMALL and _SMALL[lower[index]]:
        count = _SMALL[lower[index]]
        index = _skip_hyphen(tokens, index + 1)
    part = _PARTS.get(lower[index])
    if part is None or (index > start + 2):
        return None
    value = Decimal("0.667") if (count, part) == (2, "0.333") else Decimal(part) * count
    end = _of_a(tokens, index + 1)
    scale = _SCALES.get(lower[end])
    return (plain(value), end) if scale is None else (plain(value * scale), end + 1)


def _and_fraction(tokens: Tokens, index: int) -> tuple[Decimal, int] | None:
    """The "and a half" of "two and a half"."""
    if tokens.lower[index] == "and":
        found = _fraction(tokens, index + 1)
        if found and Decimal(found[0]) < 1:
            return Decimal(found[0]), found[1]
    return None


def _figures(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """A number in figures: "1,800", "10 000", "21/2", "2½", "3 million", "2 and a half"."""
    words = tokens.words
    if words[index] in GLYPHS:
        return GLYPHS[words[index]], _of_a(tokens, index + 1)
    figure = numeral(words[index])
    if figure is None:
        return None
    if words[index + 1] == "/":
        simple = _simple_fraction(tokens, index)
        return None if simple is None else (plain(simple), _of_a(tokens, index + 3))
    following = words[index + 1]
    if len(figure) <= 3 and figure.isdecimal() and len(following) == 3 and following.isdecimal() and following.isascii():
        return figure + following, index + 2  # 10 000
    return _with_more(tokens, Decimal(figure), index + 1) or (figure, index + 1)


def _with_more(tokens: Tokens, value: Decimal, index: int) -> tuple[str, int] | None:
    """A number in figures with a fraction or a scale after it."""
    at = _skip_hyphen(tokens, index)
    if tokens.words[at] in GLYPHS:
        return plain(value + Decimal(GLYPHS[tokens.words[at]])), at + 1
    simple = _simple_fraction(tokens, at)
    if simple is not None:
        return plain(value + simple), at + 3
    scale = _SCALES.get(tokens.lower[index])
    if scale:
        return plain(value * scale), index + 1
    more = _and_fraction(tokens, index)
    return None if more is None else (plain(value + more[0]), more[1])


def _simple_fraction(tokens: Tokens, index: int) -> Decimal | None:
    """The fraction that starts at a token: "1/2", and "21/2", as collectors write two and a half."""
    above, slash, below = tokens.words[index : index + 3]
    if slash != "/" or not (above.isdecimal() and below.isdecimal()) or len(above) > 3 or len(below) > 3 or not int(below):
        return None
    whole = 0
    if len(above) > 1 and len(below) == 1 and 0 < int(above[-1]) < int(below):
        whole, above = int(above[:-1]), above[-1]
    return whole + round(Decimal(int(above)) / Decimal(int(below)), 3)


def _spelt(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """Words up to the billions: "thirty-six", "a hundred", "two hundred and fifty"."""
    lower = tokens.lower
    total, group, at = 0, 0, index
    if lower[at] in ("a", "an") and lower[at + 1] in _SCALES:
        group, at = 1, at + 1
    seen = at
    while at < index + _MOST_WORDS:
        added = _add(total, group, lower[at])
        if added is None:
            break
        total, group = added
        at = seen = at + 1
        at = _skip_hyphen(tokens, at)
        if lower[at] == "and" and lower[at - 1] in _SCALES:
            at += 1
    if not (total or group) or lower[seen - 1] not in NUMERAL_WORDS or total + group > _LARGEST:
        return None
    more = _and_fraction(tokens, seen)
    return (str(total + group), seen) if more is None else (plain(Decimal(total + group) + more[0]), more[1])


def _add(total: int, group: int, word: str) -> tuple[int, int] | None:
    """A numeral word added to the thousands so far and the hundreds being counted; None where it does not go on with them."""
    if word in _SMALL:
        return None if group % 10 else (total, group + _SMALL[word])
    if word in _TENS:
        return None if group % 100 else (total, group + _TENS[word])
    if word == "hundred":
        return total, (group or 1) * 100
    if word in _SCALES:
        return total + (group or 1) * _SCALES[word], 0
    return None

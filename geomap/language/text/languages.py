"""The language that a text is written in, as a BCP 47 code.

English is told by its function words, which a sentence cannot do without: they are half of its words in lower case, and next to none in
other languages. Names are written alike everywhere and are left out. Letters other than Latin show by themselves that a text is not
English. A library then says which language it is; for English it is not even loaded. Pieces spread over the text are judged, so the
work has a limit however long it is.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections import Counter

ENGLISH = "en"
"""The language that the rules read."""
SEVERAL = "mul"
"""English and others, each in a good part of the text."""
UNKNOWN = "und"
"""Not English, by its letters, but nobody knows what."""

_PIECE = 200
"""Code points of a piece: some thirty words."""
_MOST_PIECES = 16
_LEAST_WORDS = 6
"""A piece with fewer words in lower case tells nothing: "10 km NE of Palmyra"."""
_LEAST_SHARE = 0.42
"""A piece in which fewer of the words are in lower case is made of names: "San Carlos de la Sierra, Rio de Janeiro". So is one in which
most of them stand before a mark: "homs, palmyra, rutba"."""
_LEAST_LETTERS = 20
"""So many letters that are not Latin are more than a name."""
_ENGLISH_SCORE = 0.25
"""Score a word from which on a piece is English. In news, ninety-nine pieces in a hundred reach it; in other languages all stay below 0.15."""
_CLEAR = 30.0
"""A language is believed where its log-likelihood is so much above that of English. A sentence that is not English has 80 and more."""

_OWN = frozenset(
    """about after also and are because been before between but could during from had has have his into it its just not of other our said
    says should that the their them there these they this those through to was were what when where which while who with would you
    your""".split()
)
"""Function words that other languages hardly have; they count twice."""
_SHARED = frozenset("a an at be by for he if in is more most near off on one only out over she some than two up we".split())
"""Function words of English that are words of other languages too."""
_OTHER_LETTER = re.compile("[^\\W\\d_A-Za-zªºÀ-ʯᴀ-ᶿḀ-ỿⁱⁿₐ-ₜℂ-ⅎⱠ-Ɀꜧ-ꟿꬰ-ꭤﬀ-ﬆＡ-Ｚａ-ｚ]")
_KNOWN_SCRIPTS = frozenset(
    """arabic armenian bengali cjk cyrillic devanagari ethiopic georgian greek gujarati gurmukhi hangul hebrew hiragana kannada katakana
    khmer lao malayalam myanmar oriya sinhala tamil telugu thai tibetan""".split()
)
"""Letters of which the library knows a language, by the first word of their names; others it takes for any."""


def language_of(text: str) -> str | None:
    """The code of the language that a text is written in; None where it has too few words to tell.

    A quotation or a headline in another language makes no difference; from a third of the text to two thirds, the language is `SEVERAL`.

    >>> language_of("A camp stands 5 km from the town, a spokesman said.")
    'en'
    >>> print(language_of("10 km NE of Palmyra"))
    None
    """
    judged = [(piece, _is_english(piece)) for piece in _pieces(text)]
    others = [piece for piece, english in judged if english is False]
    english = sum(1 for _, english in judged if english)
    known = _named("\n".join(others)) if 2 * len(others) >= english and others else None
    if known is None:
        return ENGLISH if english else None
    return known if len(others) > 2 * english else SEVERAL


def in_words(code: str) -> str:
    """A language for prose.

    >>> in_words("fr"), in_words("mul")
    ('French (fr)', 'several languages (mul)')
    """
    from babel import Locale  # noqa: PLC0415  (only where there is something to say)

    name = {SEVERAL: "several languages", UNKNOWN: "an unknown language"}.get(code) or Locale(ENGLISH).languages.get(code)
    return f"{name} ({code})" if name else f"the language {code}"


def why_unread(code: str | None) -> str | None:
    """Why a report in a language is not read, as the rest of a sentence; None where it is read, as far as anybody can tell.

    >>> why_unread("fr")
    'is in French (fr), and only English is read, so claims are missing'
    """
    if code in (None, ENGLISH):
        return None
    return f"is in {in_words(code)}, and only English is read, so claims are missing"


def _pieces(text: str) -> list[str]:
    """The text in pieces of one length; of a long one, pieces at equal distances."""
    count = min(_MOST_PIECES, max(1, math.ceil(len(text) / _PIECE)))
    starts = [len(text) * number // count for number in range(count)]
    return [text[start : start + min(_PIECE, math.ceil(len(text) / count))] for start in starts]


def _is_english(piece: str) -> bool | None:
    """Whether a piece of text is English; None where it has too few words to tell, or is a list."""
    if _in_other_letters(piece):
        return False
    every = piece.split()
    lower = [word for word in every if word.islower()]
    words = [word for word in lower if word.isalpha()]  # without those before a mark, which are seldom function words
    if len(lower) < max(_LEAST_WORDS, _LEAST_SHARE * len(every)) or 2 * len(words) < len(lower):
        return None
    return 2 * sum(map(_OWN.__contains__, words)) + sum(map(_SHARED.__contains__, words)) >= _ENGLISH_SCORE * len(words)


def _in_other_letters(text: str) -> bool:
    """Whether most letters are not Latin."""
    if text.isascii():
        return False
    others = len(_OTHER_LETTER.findall(text))
    return others >= _LEAST_LETTERS and 2 * others > sum(map(str.isalpha, text))


def _named(text: str) -> str | None:
    """The language of a text that seems not to be English; None where it might be after all."""
    in_other_letters = _in_other_letters(text)
    if in_other_letters and _script_of(text) not in _KNOWN_SCRIPTS:
        return UNKNOWN
    import py3langid  # noqa: PLC0415  (loads for half a second; English never needs it)

    ranked = py3langid.rank(text)
    code, likelihood = ranked[0]
    if likelihood - dict(ranked)[ENGLISH] >= _CLEAR:
        return str(code)
    return UNKNOWN if in_other_letters else None


def _script_of(text: str) -> str:
    """The script of most letters that are not Latin, as Unicode names it."""
    (letter, _), *_ = Counter(_OTHER_LETTER.findall(text)).most_common(1)
    return unicodedata.name(letter, "none").split()[0].lower()

"""Compass words: the sixteen points and the "by" points, in words and letters."""

from __future__ import annotations

from geomap.language.quantities.units import UNIT_WORDS
from geomap.language.text.tokens import Tokens
from geomap.language.words import COMPASS_WORDS
from geomap.units import COMPASS_POINTS

_POINTS = frozenset(COMPASS_POINTS)
_LETTERS = {point.lower(): point for point in COMPASS_POINTS}
_CARDINALS = ("N", "E", "S", "W")
_ENDINGS = ("wards", "ward", "erly", "ern")
_QUADRANTS = frozenset("NE SE SW NW".split())
_STARTS = frozenset({*COMPASS_WORDS, *_LETTERS, *(word + ending for word in COMPASS_WORDS for ending in _ENDINGS[:3])})


def starts_bearing(word: str) -> bool:
    """Whether a lower-case word may start a compass point."""
    return word in _STARTS or ("." in word and word.replace(".", "") in _LETTERS)


def compass_word(word: str) -> str | None:
    """The point that one lower-case word names: "north", "northwest", "northwards", "eastern".

    >>> compass_word("southeast"), compass_word("northern"), compass_word("northwards"), compass_word("norther")
    ('SE', 'N', 'N', None)
    """
    if word in COMPASS_WORDS:
        return COMPASS_WORDS[word]
    for ending in _ENDINGS:
        if word.endswith(ending):
            return COMPASS_WORDS.get(word[: -len(ending)])
    return None


def part_ending_at(tokens: Tokens, end: int) -> str | None:
    """The part of a place that the word before a token names: "eastern" is E, "north-eastern" NE, "southwest" SW, "central" C."""
    word = tokens.lower[end - 1]
    if word in ("central", "downtown", "inner"):
        return "C"
    point = COMPASS_WORDS.get(word.removesuffix("ern"))
    if point is None:
        return None
    before = end - 3 if tokens.hyphen(end - 2) else end - 2
    return _join(COMPASS_WORDS.get(tokens.lower[before], ""), point) or point


def parse_bearing(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """A compass point that starts at a token, and the index of the token after it.

    Words in one or in pieces ("south-west", "north north-west", "south and east"), letters ("NNE", "N.W.", "nw"; one alone only as a
    capital), and "by" points ("east by north", "EbN").
    """
    if not (starts_bearing(tokens.lower[index]) or (3 <= len(tokens.words[index]) <= 4 and tokens.words[index][-2] in "bx")):
        return None
    return _letters(tokens, index) or _spelt(tokens, index)


def _letters(tokens: Tokens, index: int) -> tuple[str, int] | None:
    """As in "NNE", "N.W.", "N.E", "EbN", "E by N"."""
    letters = tokens.words[index].replace(".", "")
    point = letters.upper()
    if point not in _POINTS:
        return _by_in_letters(letters, index)
    if letters != point and not _means_point(tokens, index, letters):
        return None
    end = index + 1
    if tokens.words[end] == "." and tokens.glued(end) and end + 1 < tokens.count:
        joined = point + tokens.words[end + 1]
        if joined in _POINTS and tokens.glued(end + 1):  # N.E
            return joined, end + 2
        end += 1
    return _by_letters(tokens, point, end) or _composed_letters(tokens, point, end)


def _means_point(tokens: Tokens, index: int, letters: str) -> bool:
    """Whether letters that are not all capitals mean a point: two or more, inside a sentence, and "se" only after a shortened unit."""
    if len(letters) < 2 or not tokens.words[index - 1]:
        return False
    return letters != "se" or _abbreviated(tokens, index)


def _by_in_letters(letters: str, index: int) -> tuple[str, int] | None:
    """As in "EbN", "NExE"."""
    if not (3 <= len(letters) <= 4 and letters[-2] in "bx" and _by_point(letters[:-2], letters[-1])):
        return None
    return f"{letters[:-2]}b{letters[-1]}", index + 1


def _abbreviated(tokens: Tokens, index: int) -> bool:
    """Whether lower-case compass letters follow an abbreviated unit: "3 mi n of"."""
    before = tokens.lower[index - 1]
    return before == "." or before.rstrip(".") in UNIT_WORDS


def _by_letters(tokens: Tokens, point: str, index: int) -> tuple[str, int] | None:
    """As in "E by N"."""
    if tokens.lower[index] == "by" and tokens.words[index + 1] in _CARDINALS and _by_point(point, tokens.words[index + 1]):
        return f"{point}b{tokens.words[index + 1]}", index + 2
    return None


def _composed_letters(tokens: Tokens, point: str, index: int) -> tuple[str, int]:
    """As in "N-NW", "N/NE"."""
    if tokens.words[index] in "-/–" and tokens.glued(index) and tokens.glued(index + 1):
        joined = point + tokens.words[index + 1]
        if joined in _POINTS:
            return joined, index + 2
    return point, index


def _by_point(point: str, toward: str) -> bool:
    """Whether point and cardinal make a 32-point name, such as NE by N."""
    if point in _CARDINALS:
        return toward in _CARDINALS and (_CARDINALS.index(point) + _CARDINALS.index(toward)) % 2 == 1
    return point in _QUADRANTS and toward in point


def _spelt(tokens: Tokens, index: int) -> tuple[str, int] | None:
    lower = tokens.lower
    pieces: list[tuple[str, int]] = []
    at = index
    while len(pieces) < 3:
        point = COMPASS_WORDS.get(lower[at]) or (None if pieces else _adverb(lower[at]))
        if point is None:
            break
        pieces.append((point, at + 1))
        at += 1
        if tokens.hyphen(at) or lower[at] in ("and", "/"):
            at += 1
    found = _joined(pieces)
    if found is None:
        return None
    point, end = found
    if lower[end] == "by" and lower[end + 1] in COMPASS_WORDS:
        toward = COMPASS_WORDS[lower[end + 1]]
        if _by_point(point, toward):
            return f"{point}b{toward}", end + 2
        joined = _join(point, toward)
        if joined is not None:  # south by southwest
            return joined, end + 2
    return point, end


def _joined(pieces: list[tuple[str, int]]) -> tuple[str, int] | None:
    """One point from as many of one to three compass words as make one, with the token after the last."""
    if len(pieces) == 3:
        pair = _join(pieces[1][0], pieces[2][0])
        three = None if pair is None else _join(pieces[0][0], pair)
        if three is not None:
            return three, pieces[2][1]
    if len(pieces) >= 2:
        two = _join(pieces[0][0], pieces[1][0])
        if two is not None:
            return two, pieces[1][1]
    return pieces[0] if pieces else None


def _adverb(word: str) -> str | None:
    """As in "northwards", "westward", "northwesterly"."""
    for ending in ("wards", "ward", "erly"):
        if word.endswith(ending):
            return COMPASS_WORDS.get(word[: -len(ending)])
    return None


def _join(first: str, second: str) -> str | None:
    """Two compass words as one point: north + west, north + northwest, south + east (also said "east and south")."""
    for joined in (first + second, second + first) if first else ():
        if joined in _POINTS and not (len(joined) == 3 and joined == second + first):
            return joined
    return None

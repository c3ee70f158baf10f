"""Reported positions in a sentence: degrees in their many spellings, UTM, MGRS and plus codes, with the precision as written.

Figures are read as WGS84. What could as well be prices, scores, times or numbers of parts is no position unless a word says so.
"""

from __future__ import annotations

from bisect import bisect_left

from geomap.language.positions.degrees import degrees_at
from geomap.language.positions.grids import short_code_at, square_at
from geomap.language.text.tokens import Tokens
from geomap.model import Mention, MentionKind, Span

_ANNOUNCING = frozenset(
    "coordinates coordinate coords position positions posn lat latitude lon long longitude gps geolocation geolocated grid mgrs utm wgs84".split()
)
_ANNOUNCED_BACK = 4
"""An announcing word stands at most so many tokens before the figures, marks not counted."""
_MARKS = frozenset(": ( [ = , of at is are was were the - –".split())
_LETTERS = frozenset("n s e w".split())
_LABELS = frozenset("lat latitude lon long lng longitude north south east west utm".split())
_SIGNS = frozenset("-−–+")
_MONEY = frozenset("$€£¥#№")
_JOINED_BEFORE = frozenset("-−–+./:°º'’′\"″_@&=$€£¥#")
"""Figures right behind one of these go on with something else: a price, a version, an address."""
_RATES = frozenset(
    "rate rates index percent per cent traded trading euro euros dollar dollars yen pound points odds ratio score scores version".split()
)
_RATES_BACK = 6
_CODE_LETTERS = frozenset("23456789cfghjmpqrvwx")

_MOST_TRIES = 60
"""So many places of one sentence where a position could start are a table, not prose; the rest is not looked at."""

Positions = dict[int, tuple[Mention, int]]
"""From the first token of a position to its mention and the token after it."""


def find_coordinates(tokens: Tokens) -> Positions:
    """The reported positions of a sentence by their first token; they do not overlap."""
    return tokens.once(_find)


def coordinates_at(tokens: Tokens, index: int) -> tuple[Mention, int] | None:
    """The position that starts at a token, as a mention, and the token after it."""
    return find_coordinates(tokens).get(index)


def _find(tokens: Tokens) -> Positions:
    found: Positions = {}
    telling = not _ANNOUNCING.isdisjoint(tokens.lower)
    index, count, tries = 0, tokens.count, 0
    while index < count and tries < _MOST_TRIES:
        if not _may_start(tokens, index):
            index += 1
            continue
        tries += 1
        here = _read(tokens, index, announced=telling and _announced(tokens, index))
        if here is None:
            index += 1
        else:
            found[index] = here
            index = here[1]
    return found


def _may_start(tokens: Tokens, index: int) -> bool:
    """Whether a token looks like the first of a position, at little cost."""
    word = tokens.lower[index]
    first = word[0]
    if not first.isdecimal() and not (
        word in _LETTERS
        or word in _LABELS
        or (first in "nsew" and word[1:2].isdecimal())
        or (word in _SIGNS and tokens.words[index + 1][:1].isdecimal())
        or (tokens.words[index + 1] == "+" and _CODE_LETTERS.issuperset(word))
    ):
        return False
    before = tokens.words[index - 1]
    return before not in _MONEY and not ((before in _JOINED_BEFORE or before[-1:].isalnum()) and tokens.glued(index))


def _read(tokens: Tokens, index: int, *, announced: bool) -> tuple[Mention, int] | None:
    text, start, stop = tokens.report.text, tokens.starts[index], tokens.sentence.end
    degrees = degrees_at(text, start, stop, announced=announced)
    if degrees is not None:
        if not announced and not _marked(text[start : degrees.end]) and _of_rates(tokens, index):
            return None
        return _mention(tokens, index, degrees.end, lonlat=degrees.lonlat, precision_m=degrees.precision_m, otherwise=degrees.otherwise)
    square = square_at(text, start, stop, announced=announced)
    if square is not None:
        return _mention(tokens, index, square.end, lonlat=square.lonlat, precision_m=square.precision_m, otherwise=square.otherwise)
    code = short_code_at(text, start, stop) if "+" in tokens.words[index + 1 : index + 3] else None
    return None if code is None else _short_code(tokens, index, code)


def _mention(
    tokens: Tokens,
    index: int,
    stop: int,
    *,
    lonlat: tuple[float, float] | None = None,
    precision_m: float | None = None,
    otherwise: tuple[tuple[float, float], ...] = (),
    antecedent: Span | None = None,
) -> tuple[Mention, int]:
    end = bisect_left(tokens.starts, stop, index, tokens.count)
    span = tokens.span(index, end)
    mention = Mention(
        span=span,
        name=" ".join(span.text.split()),
        kind=MentionKind.COORDINATES,
        lonlat=lonlat,
        precision_m=precision_m,
        otherwise=otherwise,
        antecedent=antecedent,
    )
    return mention, end


def _short_code(tokens: Tokens, index: int, stop: int) -> tuple[Mention, int] | None:
    """A short plus code with the name of the town that completes it."""
    end = bisect_left(tokens.starts, stop, index, tokens.count)
    town = end + (tokens.words[end] == ",")
    last = town
    while last < town + 3 and tokens.capital(last):
        last += 1
    return None if last == town else _mention(tokens, index, stop, antecedent=tokens.span(town, last))


def _announced(tokens: Tokens, index: int) -> bool:
    """Whether a word shortly before, or the first word itself, says that a position follows."""
    seen = 0
    for at in range(index, max(-1, index - 2 * _ANNOUNCED_BACK), -1):
        word = tokens.lower[at]
        if word in _ANNOUNCING:
            return True
        seen += at < index and word not in _MARKS
        if seen >= _ANNOUNCED_BACK or word in (";", "."):
            return False
    return False


def _marked(text: str) -> bool:
    """Whether a letter or a degree sign is in the figures."""
    return any(letter.isalpha() or letter in "°º˚∘" for letter in text)


def _of_rates(tokens: Tokens, index: int) -> bool:
    """Whether words of trade or sport stand before bare figures."""
    return any(tokens.lower[at] in _RATES for at in range(max(0, index - _RATES_BACK), index))

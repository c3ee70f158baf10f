"""What stands before a length that has no "from": the name right beside it, or the place that the text spoke of."""

from __future__ import annotations

from geomap.language import words as lex
from geomap.language.claims.measures import Measure
from geomap.language.phrases.anchors import Anchor, anchor_at
from geomap.language.phrases.antecedents import common_before, common_earlier, innermost, names_before, nearest_place
from geomap.language.phrases.proper_names import is_abbreviation, starts_name
from geomap.language.positions.compass import parse_bearing
from geomap.language.positions.coordinates import find_coordinates
from geomap.language.quantities.lengths import Length
from geomap.language.text.tokens import Tokens
from geomap.model import Mention, MentionKind

_MARKS = frozenset("( , - – — : ;".split())
_LONGEST_NAME = 9
_DISPLACED_SENTENCES = 6
"""A place whose distance is told may be measured from one that was named at most so many sentences before."""
_APPOSING = frozenset("a an the another".split())
_MOST_APPOSED = 6
"""Words that say what sort of place a name is, at most: "a small mountain village"."""


def name_left(tokens: Tokens, length: Length) -> Anchor | None:
    """The name that ends right before a length, also across a mark: "Acton 3.5 mi N", "X (20 km north of)"."""
    end = length.start - 1 if tokens.words[length.start - 1] in _MARKS else length.start
    start = end
    while start > max(0, end - _LONGEST_NAME) and _in_name(tokens, start - 1):
        start -= 1
    whole = start
    while start < end and not starts_name(tokens, start):
        start += 1
    if start >= end:
        return None
    for first in dict.fromkeys((whole, start)):  # "mouth of Lys Creek" rather than "Lys Creek"
        anchor = anchor_at(tokens, first)
        if anchor is not None and anchor.end == end:
            return anchor
    mention = Mention(span=tokens.span(start, end), name=tokens.text(start, end), kind=MentionKind.NAME)
    return Anchor(start=start, end=end, mention=mention)


def _in_name(tokens: Tokens, index: int) -> bool:
    word = tokens.lower[index]
    return (
        tokens.capital(index)
        or word in lex.FEATURES
        or word in lex.NAME_LINKS
        or tokens.hyphen(index)
        or is_abbreviation(tokens, index)
        or word in ("of", "#", "'s")
        or word.isdecimal()
    )


def shared_left(measure: Measure) -> tuple[Mention, ...] | None:
    """The anchor of the length before, in "Acton 3.5 mi N 2.4 mi SW"."""
    previous, tokens = measure.previous, measure.tokens
    if previous is None:
        return None
    found = parse_bearing(tokens, previous.end)
    if found is None or not all(tokens.lower[at] in ("and", ",", "&", ";") for at in range(found[1], measure.length.start)):
        return None
    left = name_left(tokens, previous)
    return None if left is None else (left.mention,)


def reference(measure: Measure) -> Anchor | None:
    """What a distance without "from" is taken from: the place that the text spoke of before the one that it places."""
    passage, start = measure.passage, measure.length.start
    named = _placed_name(measure)
    if named is not None:
        nearest = nearest_place(passage, named.start, besides=named, sentences=_DISPLACED_SENTENCES, sure=False)
        return None if nearest is not None and nearest.mention.kind is MentionKind.BORDER else nearest
    position = _position_before(measure.tokens, start)
    if position is not None:
        return position
    return common_before(measure.tokens, start) or nearest_place(passage, start) or common_earlier(passage)


def _position_before(tokens: Tokens, start: int) -> Anchor | None:
    """The last position in coordinates before a length: "the larger lies at 55°33'N 15°47'E, the smaller 2 km away"."""
    before = [(at, found) for at, found in find_coordinates(tokens).items() if found[1] <= start]
    if not before:
        return None
    at, (mention, end) = max(before, key=lambda item: item[0])
    return Anchor(start=at, end=end, mention=mention, definite=True)


def _placed_name(measure: Measure) -> Anchor | None:
    """The name that a length without "from" places: "Arvo, 5 km to the east", "Arvo, a village some 5 km to the east"."""
    tokens, start = measure.tokens, _before_apposed(measure.tokens, measure.length.start)
    if tokens.words[start - 1] not in (",", "("):
        return None
    first = next(iter(names_before(measure.passage, start)), None)
    return innermost(measure.passage, first[0]) if first is not None and first[1] == 0 and first[0].anchor.end == start - 1 else None


def _before_apposed(tokens: Tokens, start: int) -> int:
    """Where the words begin that say what sort of place a name before them is: "a small village"; the token itself where none do."""
    for at in range(start - 1, max(0, start - _MOST_APPOSED), -1):
        if tokens.lower[at] in _APPOSING:
            return at if tokens.lower[start - 1] in lex.FEATURES else start
        if not tokens.words[at].islower():
            break
    return start

"""Directions without a distance: "north of X", "four hours east of X", "in the area south of the capital"."""

from __future__ import annotations

from geomap.language import words as lex
from geomap.language.claims.drafts import Draft
from geomap.language.phrases.anchors import Anchor, anchor_at
from geomap.language.phrases.antecedents import resolve
from geomap.language.phrases.passages import Passage
from geomap.language.phrases.placeness import is_whole
from geomap.language.phrases.proper_names import starts_name
from geomap.language.positions.compass import parse_bearing, starts_bearing
from geomap.language.quantities.numerals import parse_number
from geomap.language.text.tokens import Tokens
from geomap.relations import Relation

_OF_PARTS = frozenset("far extreme deep remote entire whole upper lower wider rich poor restive troubled war-torn".split())
"""Adjectives after which a compass word is a noun: "the far north of the country"."""
_ADJECTIVAL = ("al", "ous", "ive", "ish", "ic")
_MONEY = frozenset("$ € £ ¥".split())


def direction(passage: Passage, index: int) -> Draft | None:
    """The direction from an anchor that starts at a token, or None."""
    tokens = passage.tokens
    found = parse_bearing(tokens, index)
    if found is None or _is_noun(tokens, index) or _is_both_ways(tokens, index) or not _leads_to_place(tokens, index, found[1]):
        return None
    point, end = found
    anchor = anchor_at(tokens, end + 1)
    if anchor is None or not _is_reference(tokens, anchor) or _is_within_country(tokens, index, end, anchor):
        return None
    start = _hours(tokens, index - 2 if _to_the(tokens, index) else index)
    return Draft(start=start, end=anchor.end, relation=Relation.TOWARD, anchors=(resolve(passage, anchor, anchor.start),), bearing=point)


def _is_reference(tokens: Tokens, anchor: Anchor) -> bool:
    """Whether a direction can be taken from a phrase: a name, a pronoun, or a whole phrase for one thing."""
    if anchor.generic or not anchor.identifiable:
        return False
    return anchor.named or anchor.pronoun or is_whole(tokens, anchor)


def _is_within_country(tokens: Tokens, index: int, end: int, anchor: Anchor) -> bool:
    """Whether "south of" a country means its south: "in Perpignan, south of France"."""
    if tokens.lower[index - 1] != "," or tokens.lower[index - 3] != "in" or not tokens.words[index].islower():
        return False
    return anchor.mention.name.lower() in lex.COUNTRIES and starts_name(tokens, end + 1)


def _to_the(tokens: Tokens, index: int) -> bool:
    return tokens.lower[index - 1] == "the" and tokens.lower[index - 2] == "to"


def _is_noun(tokens: Tokens, index: int) -> bool:
    """Whether the compass word is a noun for a part: "the south of France", "the far north of the country"."""
    previous = tokens.lower[index - 1]
    if previous in lex.DETERMINERS:
        return not _to_the(tokens, index)
    return tokens.lower[index - 2] in lex.DETERMINERS and (previous in _OF_PARTS or previous.endswith(_ADJECTIVAL))


def _is_both_ways(tokens: Tokens, index: int) -> bool:
    """As in "officials north and south of the border", who are anywhere."""
    return tokens.lower[index - 1] == "and" and starts_bearing(tokens.lower[index - 2])


def _leads_to_place(tokens: Tokens, index: int, end: int) -> bool:
    """Whether "of", or "from" after letters, follows the compass word, and no sum of money after it ("north of $100")."""
    word = tokens.words[index]
    if len(word) == 1 and word.islower():
        return False
    linked = tokens.lower[end] == "of" or (tokens.lower[end] == "from" and len(word) <= 3)
    return linked and tokens.words[end + 1] not in _MONEY and not tokens.words[end + 1][:1].isdecimal()


def _hours(tokens: Tokens, index: int) -> int:
    """Where a time of travel before a bearing starts: "about four hours east of"."""
    lower = tokens.lower
    at = index - 1
    if lower[at] in ("drive", "walk", "flight", "ride"):
        at -= 1
    if lower[at] in ("'", "’", "'s"):
        at -= 1
    if lower[at] not in lex.COMPASS_HOURS:
        return index
    at -= 1
    if tokens.hyphen(at):
        at -= 1
    for start in range(max(0, at - 3), at + 1):
        found = parse_number(tokens, start)
        if (found and found[1] == at + 1) or (lower[start] in ("a", "an", "several", "few") and start == at):
            return start - 1 if lower[start - 1] in ("about", "some", "around", "roughly", "nearly") else start
    return index

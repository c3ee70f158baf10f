"""Directions without a distance: "north of X", "four hours east of X", "in the area south of the capital"."""

from __future__ import annotations

from geomap.language import lexicon as lex
from geomap.language.anchors import anchor_at
from geomap.language.antecedents import resolve
from geomap.language.bearings import parse_bearing
from geomap.language.drafts import Draft, Passage
from geomap.language.numbers import parse_number
from geomap.language.tokens import Tokens
from geomap.relations import Relation

_OF_PARTS = frozenset("far extreme deep remote entire whole upper lower wider rich poor restive troubled war-torn".split())
"""Adjectives after which a compass word is a noun: "the far north of the country"."""
_MONEY = frozenset("$ € £ ¥".split())


def direction(passage: Passage, index: int) -> Draft | None:
    """The direction from an anchor that starts at a token, or None."""
    tokens = passage.tokens
    lower = tokens.lower
    found = parse_bearing(tokens, index)
    if found is None:
        return None
    point, end = found
    previous = lower[index - 1]
    if previous in lex.DETERMINERS and not (previous == "the" and lower[index - 2] == "to"):
        return None
    if lower[index - 2] in lex.DETERMINERS and (previous in _OF_PARTS or previous.endswith(("al", "ous", "ive", "ish", "ic"))):
        return None
    if len(tokens.words[index]) == 1 and tokens.words[index].isalpha() and not tokens.words[index].isupper():
        return None
    if lower[end] not in ("of", "from") or (lower[end] == "from" and len(tokens.words[index]) > 3):
        return None
    if tokens.words[end + 1] in _MONEY or tokens.words[end + 1][:1].isdecimal():
        return None
    anchor = anchor_at(tokens, end + 1)
    if anchor is None or anchor.generic or not (anchor.named or anchor.mention.feature or anchor.pronoun or anchor.definite):
        return None
    if anchor.mention.name.lower() in ("center", "centre"):
        return None
    start = index - 2 if previous == "the" and lower[index - 2] == "to" else index
    start = _hours(tokens, start)
    return Draft(start=start, end=anchor.end, relation=Relation.TOWARD, anchors=(resolve(passage, anchor, anchor.start),), bearing=point)


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

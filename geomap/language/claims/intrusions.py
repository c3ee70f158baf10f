"""How far something went in: "violated Syrian airspace to a depth of 8 km", "3 km on the Iraqi side of the border"."""

from __future__ import annotations

from geomap.language import words as lex
from geomap.language.claims.drafts import Draft
from geomap.language.claims.measures import relation_of
from geomap.language.claims.territories import is_territory, side
from geomap.language.phrases.anchors import Anchor, anchor_at
from geomap.language.phrases.antecedents import resolve
from geomap.language.phrases.passages import Passage
from geomap.language.phrases.placeness import is_boundary
from geomap.language.quantities.lengths import Length
from geomap.language.text.tokens import Tokens
from geomap.language.words.tables import word_set

_INTRUDING = word_set(
    """violated violates violate violating entered enters enter entering crossed crosses cross crossing penetrated penetrates penetrate penetrating
    breached breaches breaching infiltrated infiltrating invaded intruded intruding intrusion incursion incursions violation came come coming
    went gone flew flown flying strayed straying drove driven pushed pushing advanced advancing advance moved moving raid raids"""
)
"""Verbs and nouns of going into what is another's."""
_WITH_OBJECT = word_set(
    """violated violates violate violating entered enters enter entering crossed crosses cross crossing penetrated penetrates penetrate penetrating
    breached breaches breaching infiltrated infiltrating invaded"""
)
"""Of these, the verbs that need no preposition."""
_INWARD = word_set("into inside across over of")
_CLAUSE_ENDS = frozenset("; : . ( )".split())
_BACK = 14
_VERB_BACK = 4


def entered(passage: Passage, length: Length) -> Draft | None:
    """The claim that something stood so far inside what it went into, or None."""
    tokens = passage.tokens
    across = side(passage, length.end)
    if across is not None:
        return Draft(start=length.start, end=across.end, relation=relation_of(length), anchors=across.anchors, length=length)
    start = _start(tokens, length)
    if start is None:
        return None
    for at in range(start - 1, max(-1, start - _BACK), -1):
        if tokens.lower[at] in _CLAUSE_ENDS:
            return None
        if not _leads_in(tokens, at):
            continue
        anchor = anchor_at(tokens, at + 1)
        if anchor is not None and anchor.end <= start and _is_entered(tokens, length, anchor):
            mention = resolve(passage, anchor, anchor.start)
            way = (at + (tokens.lower[at] not in _INWARD), anchor.end)
            return Draft(start=start, end=length.end, relation=relation_of(length), anchors=(mention,), length=length, lead=way)
    return None


def _start(tokens: Tokens, length: Length) -> int | None:
    """Where the words for how far begin: "to a depth of", "over a distance of", "by"; None where they are none of these.

    "By a 2 km tunnel" is the way in, and no measure of it.
    """
    lower, at = tokens.lower, length.start - 1
    if lower[at] == "by":
        ends = not lower[length.end].isalpha() or (lower[length.end] in lex.STOPS and lower[length.end] != "of")
        return at if ends and not length.joined else None
    if lower[at] != "of" or lower[at - 1] not in ("depth", "distance"):
        return None
    at -= 1 + (lower[at - 2] in lex.DETERMINERS)
    return at - 1 if lower[at - 1] in ("to", "over", "for", "at") else at


def _leads_in(tokens: Tokens, at: int) -> bool:
    """Whether a word leads to what was gone into: "violated", or the "into" of "came into"."""
    if tokens.lower[at] in _WITH_OBJECT:
        return True
    return tokens.lower[at] in _INWARD and not _INTRUDING.isdisjoint(tokens.lower[max(0, at - _VERB_BACK) : at])


def _is_entered(tokens: Tokens, length: Length, anchor: Anchor) -> bool:
    """Whether a phrase is for what has an edge that can be gone over, and the length is no depth of water."""
    noun = tokens.lower[anchor.end - 1]
    if is_boundary(tokens, anchor) or (noun in lex.TERRITORIES and noun != "waters"):
        return True
    return length.unit.is_far and (anchor.named or noun in lex.TERRITORIES or is_territory(tokens, anchor))

"""Places told of right beside another claim: "200 km north of Arvo, in southern Norland", "at Mola, on the Syrian border".

Elsewhere a place makes a claim where it is an incident's (`containments`). Here the claim beside it shows that the words are about where
something is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geomap.language import words as lex
from geomap.language.claims.containments import is_elsewhere, is_site
from geomap.language.claims.drafts import Draft
from geomap.language.phrases.anchors import Anchor, anchor_at
from geomap.language.phrases.antecedents import resolve
from geomap.language.phrases.passages import Passage
from geomap.language.phrases.placeness import is_country, is_indefinite
from geomap.language.phrases.proper_names import starts_name
from geomap.language.text.tokens import Tokens
from geomap.relations import Relation

_LONGEST = 9
"""Tokens of a place with what says more of it, at most."""


def beside(passage: Passage, drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The places right before and right after the claims of a sentence."""
    for draft in drafts:
        if draft.anchors and draft.relation.traits.is_position:
            for found in (_before(passage, draft), _after(passage, draft)):
                if found is not None:
                    yield found


def _after(passage: Passage, draft: Draft) -> Draft | None:
    """As in "200 km north of Arvo, in southern Norland", "5 km inside Norland, over Upper Mola", "at 5°S, 143°E, on the flank of Mount Arvo"."""
    tokens = passage.tokens
    at = draft.end
    if tokens.lower[at] != "," or tokens.lower[at + 1] not in ("in", "at", "over", "on", "inside"):
        return None
    if tokens.lower[at + 1] == "on" and " of " not in passage.tokens.text(at + 2, min(tokens.count, at + _LONGEST)):
        return None
    anchor = _country_at(tokens, at + 2) if tokens.lower[at + 1] == "inside" else _site_at(tokens, at + 2)
    return None if anchor is None else _inside(passage, at + 1, anchor)


def _before(passage: Passage, draft: Draft) -> Draft | None:
    """As in "at Mola, on the Syrian border", "in the Arvo region near the border", "in the village of Mola, Norshire, near the border".

    A claim with a figure ("at Mola, 5 km from Arvo") is about the name before it, and tells enough of where that is.
    """
    tokens = passage.tokens
    if draft.length is not None:
        return None
    stop = draft.start - (tokens.lower[draft.start - 1] == ",")
    for at in range(stop - 2, max(-1, stop - _LONGEST), -1):
        if tokens.lower[at] not in ("in", "at"):
            continue
        anchor = _site_at(tokens, at + 1)
        if anchor is None or anchor.end > stop or is_elsewhere(tokens, at):
            return None
        return _inside(passage, at, anchor) if _leads_up(tokens, anchor.end, stop) else None
    return None


def _leads_up(tokens: Tokens, end: int, stop: int) -> bool:
    """Whether nothing, or one further name, stands between the end of a place and a claim: "in Mola, Norshire, near"."""
    if end == stop:
        return True
    further = anchor_at(tokens, end + 1) if tokens.lower[end] == "," and starts_name(tokens, end + 1) else None
    return further is not None and further.end == stop


def _site_at(tokens: Tokens, index: int) -> Anchor | None:
    anchor = anchor_at(tokens, index)
    if anchor is None or tokens.lower[index] in lex.POSSESSIVES or is_indefinite(tokens, index, anchor):
        return None
    return anchor if is_site(tokens, anchor) else None


def _country_at(tokens: Tokens, index: int) -> Anchor | None:
    """A place after "inside", where a whole country tells on which side of a border something is."""
    anchor = anchor_at(tokens, index)
    return anchor if anchor is not None and (is_country(anchor) or _site_at(tokens, index) is not None) else None


def _inside(passage: Passage, start: int, anchor: Anchor) -> Draft:
    mention = resolve(passage, anchor, anchor.start)
    return Draft(start=start, end=anchor.end, relation=Relation.INSIDE, anchors=(mention,))

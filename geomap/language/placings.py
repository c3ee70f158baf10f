"""Claims without figures: near a place, in one, at or along a line, and a place that is struck, reached or taken.

A name after "in" or "hit" is a claim only where an event is spoken of; the rules would rather miss one than flood the map.
"""

from __future__ import annotations

from geomap.language import lexicon as lex
from geomap.language.anchors import Anchor, anchor_at
from geomap.language.antecedents import resolve
from geomap.language.drafts import Draft, Passage
from geomap.language.propernames import starts_name
from geomap.language.tokens import Tokens
from geomap.model import MentionKind
from geomap.relations import Relation

_NEAR_PHRASES: tuple[tuple[str, ...], ...] = (
    ("in", "the", "immediate", "vicinity", "of"), ("in", "close", "proximity", "to"), ("in", "the", "vicinity", "of"), ("in", "the", "proximity", "of"),
    ("a", "short", "distance", "from"), ("on", "the", "outskirts", "of"), ("in", "the", "outskirts", "of"), ("just", "off"), ("not", "far", "from"), ("close", "to"), ("close", "by"), ("next", "to"), ("adjacent", "to"),
    ("just", "outside"), ("nearby",), ("near", "to"), ("near",), ("beside",), ("outside",), ("off",),
)  # fmt: skip
_NEAR_STARTS = {words[0]: tuple(other for other in _NEAR_PHRASES if other[0] == words[0]) for words in _NEAR_PHRASES}
"""The phrases by their first word."""
_EVENT_BACK = 9
_LINE_FEATURES = frozenset(
    "highway highways road roads route routes motorway freeway street avenue river creek canal railway line coast coastline shore border frontier front frontline corridor valley boulevard interstate".split()
)
_EDGES = frozenset("outskirts edge edges fringe fringes periphery margins perimeter".split())
_NOT_YET = frozenset("to will would could may might should can must shall not n't never if".split())


def placing(passage: Passage, index: int) -> Draft | None:
    """The claim without figures that starts at a token, or None."""
    word = passage.tokens.lower[index]
    if word in _NEAR_STARTS:
        draft = _near(passage, index)
        if draft is not None:
            return draft
    if word in ("along", "on", "at"):
        return _at_line(passage, index)
    if word in ("in", "inside", "within", "at"):
        return _inside(passage, index)
    return _struck(passage, index) if word in lex.STRIKING else None


STARTS = frozenset({*_NEAR_STARTS, "along", "on", "at", "in", "inside", "within", *lex.STRIKING})
"""Words that `placing` has rules for."""


def _near(passage: Passage, index: int) -> Draft | None:
    """As in "near the Al-Tanf border crossing", "on the outskirts of X", "off the coast of X"."""
    tokens = passage.tokens
    phrases = _NEAR_STARTS[tokens.lower[index]]
    words = next((words for words in phrases if tuple(tokens.lower[index : index + len(words)]) == words), None)
    if words is None:
        return None
    anchor = anchor_at(tokens, index + len(words))
    if anchor is None or not _is_place(tokens, anchor):
        return None
    if words[-1] in ("off", "outside") and not (
        anchor.named and (words[0] == "just" or anchor.mention.kind is MentionKind.COAST or words[-1] == "outside")
    ):
        return None
    return Draft(start=index, end=anchor.end, relation=Relation.NEAR, anchors=(resolve(passage, anchor, anchor.start),))


def _is_place(tokens: Tokens, anchor: Anchor) -> bool:
    """Whether a phrase can be the place of something: a name that is no actor, or a definite common noun of a kind of place."""
    if anchor.pronoun or anchor.generic:
        return False
    first = tokens.lower[anchor.start]
    if first in lex.ORGANISATIONS or (first in lex.DEMONYMS and anchor.mention.feature is None and anchor.mention.kind is MentionKind.NAME):
        return False
    if anchor.mention.kind is MentionKind.MOVING:
        return False
    return anchor.named or (anchor.definite and anchor.mention.feature is not None)


def _at_line(passage: Passage, index: int) -> Draft | None:
    """As in "along the Damascus-Baghdad highway", "on Highway 18", "at the Syrian-Lebanese border"."""
    tokens = passage.tokens
    anchor = anchor_at(tokens, index + 1)
    if anchor is None or not _is_place(tokens, anchor):
        return _inside(passage, index) if tokens.lower[index] == "at" else None
    kind = anchor.mention.kind
    if kind in (MentionKind.BORDER, MentionKind.COAST):
        relation = Relation.ALONG if tokens.lower[index] == "along" else Relation.NEAR
    elif anchor.mention.feature in _EDGES and tokens.lower[index] == "on":
        relation = Relation.NEAR
    elif _is_line(tokens, anchor) and tokens.lower[index] != "at":
        relation = Relation.ALONG
    else:
        told = tokens.lower[index] == "at" or (tokens.lower[index] == "on" and anchor.mention.part is not None)
        return _inside(passage, index) if told else None
    if not anchor.named and tokens.lower[index] != "along":
        return None
    return Draft(start=index, end=anchor.end, relation=relation, anchors=(resolve(passage, anchor, anchor.start),))


def _is_line(tokens: Tokens, anchor: Anchor) -> bool:
    words = tokens.lower[anchor.start : anchor.end]
    return not _LINE_FEATURES.isdisjoint(words) and words[-1] not in ("group", "party", "team")


def _inside(passage: Passage, index: int) -> Draft | None:
    """As in "an explosion in Manbij city", "clashes in eastern Homs", "crashed at the airport": a place of an event."""
    tokens = passage.tokens
    anchor = anchor_at(tokens, index + 1)
    if anchor is None or anchor.mention.kind is not MentionKind.NAME or not _is_place(tokens, anchor):
        return None
    if not _after_event(tokens, index):
        return None
    mention = resolve(passage, anchor, anchor.start)
    return Draft(start=index, end=anchor.end, relation=Relation.INSIDE, anchors=(mention,))


def _after_event(tokens: Tokens, index: int) -> bool:
    """Whether an event is spoken of shortly before a token."""
    for at in range(index - 1, max(-1, index - 1 - _EVENT_BACK), -1):
        word = tokens.lower[at]
        if word in (";", ".", ":", "that", "who", "which"):
            return False
        if word in lex.EVENTS:
            return True
    return False


def _struck(passage: Passage, index: int) -> Draft | None:
    """As in "the air strike hit al-Shamiyah": the place named right after the verb is where it happened."""
    tokens = passage.tokens
    if any(tokens.lower[index - back] in _NOT_YET for back in (1, 2)):
        return None
    if (
        not starts_name(tokens, index + 1)
        and tokens.lower[index + 1] not in lex.DETERMINERS
        and not tokens.lower[index + 1].endswith("ern")
    ):
        return None
    anchor = anchor_at(tokens, index + 1)
    if anchor is None or anchor.mention.kind is not MentionKind.NAME or not _is_place(tokens, anchor) or _acts(tokens, anchor):
        return None
    return Draft(start=index, end=anchor.end, relation=Relation.INSIDE, anchors=(resolve(passage, anchor, anchor.start),))


def _acts(tokens: Tokens, anchor: Anchor) -> bool:
    """Whether the words after a name show that it is an actor or a person: "struck Hezbollah fighters"."""
    following = tokens.lower[anchor.end]
    return following in lex.MOVING_HEADS or following in ("with", "for", "’s", "'s") or tokens.words[anchor.start].isupper()

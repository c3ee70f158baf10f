"""What a state holds, and which side of a line something is on: "in Omani territorial waters", "on the Malian side of the border".

Of a bare country ("wounded in Iraq") no claim is made, for it only says which country the story is of. Words for its soil, waters or air,
or for its side of a border, are chosen to say where something was, and are disputed: these make one.
"""

from __future__ import annotations

from geomap.language import words as lex
from geomap.language.claims.drafts import Draft
from geomap.language.phrases.anchors import Anchor, anchor_at
from geomap.language.phrases.antecedents import resolve
from geomap.language.phrases.chunks import ADVERBS
from geomap.language.phrases.passages import Passage
from geomap.language.phrases.placeness import is_boundary
from geomap.language.text.tokens import Tokens
from geomap.language.words.tables import word_set
from geomap.model import Mention, MentionKind
from geomap.relations import Relation

_OF_ALL = word_set("international neutral")
"""What waters and airspace are that no state holds."""
_STAYING = word_set(
    """was were been is are remained remains stayed stood standing stands flew flying sailed sailing operated operating patrolled patrolling anchored
    lying lay lies located positioned hovering hovered drifting drifted cruising moored"""
)
"""Verbs that say where something is."""
_WAS = word_set("was were been")
_SELVES = word_set("itself himself herself themselves well deep back safely clearly")
_NOT_SAID = word_set("to will would could may might should can must if")
"""Words that say what is wished or supposed; what is denied is said, as a claim that is denied."""
_MOST_BETWEEN = 4
_LIMITS = word_set("limits confines bounds borders boundaries")
"""Nouns for the edge of what something is within: "within the limits of Malian territory"."""
_LONGEST_SIDE = 5
_HOW_FAR = word_set("just deep well far")


def is_territory(tokens: Tokens, anchor: Anchor) -> bool:
    """Whether a phrase is for what one state holds, or none: "Iraqi waters", "the airspace of Iraq", "international waters"."""
    held = any(tokens.capital(at) or tokens.lower[at] in _OF_ALL for at in range(anchor.start, anchor.end))
    return held and any(_is_held_noun(tokens, at) for at in range(anchor.start, anchor.end))


def _is_held_noun(tokens: Tokens, at: int) -> bool:
    """As in "airspace", "exclusive economic zone"."""
    return tokens.lower[at] in lex.TERRITORIES or (tokens.lower[at] == "zone" and tokens.lower[at - 1] == "economic")


def is_there(tokens: Tokens, index: int) -> bool:
    """Whether a verb that says where something is leads right up to a preposition: "was itself inside", "had been flying within".

    So does what was done to it there: "was stopped in".
    """
    at = index - 1
    while at > index - _MOST_BETWEEN and (tokens.lower[at] in ADVERBS or tokens.lower[at] in _SELVES):
        at -= 1
    unsaid = any(word in _NOT_SAID for word in tokens.lower[max(0, at - 3) : index])
    suffered = tokens.lower[at].endswith("ed") and tokens.lower[at - 1] in _WAS
    return at >= 0 and (tokens.lower[at] in _STAYING or suffered) and not unsaid


def outside(passage: Passage, index: int) -> Draft | None:
    """As in "well outside Iranian airspace"; `index` is at "outside"."""
    anchor = anchor_at(passage.tokens, index + 1)
    if anchor is None or not is_territory(passage.tokens, anchor):
        return None
    start = index - (passage.tokens.lower[index - 1] in _HOW_FAR)
    return Draft(start=start, end=anchor.end, relation=Relation.OUTSIDE, anchors=(resolve(passage, anchor, anchor.start),))


def just_inside(passage: Passage, index: int) -> Draft | None:
    """As in "an outpost just inside Norland", where the words put something on one side of a border; `index` is at "inside"."""
    tokens = passage.tokens
    anchor = anchor_at(tokens, index + 1) if tokens.lower[index] == "inside" and tokens.lower[index - 1] in _HOW_FAR else None
    if anchor is None or not (anchor.named or is_territory(tokens, anchor)):
        return None
    relation = Relation.NEAR if anchor.mention.kind is MentionKind.BORDER else Relation.INSIDE
    return Draft(start=index - 1, end=anchor.end, relation=relation, anchors=(resolve(passage, anchor, anchor.start),))


def past_limits(tokens: Tokens, index: int) -> int:
    """Past "the limits of", which leave what is within them as it is; the same token where they do not stand there."""
    at = index + (tokens.lower[index] == "the")
    return at + 2 if tokens.lower[at] in _LIMITS and tokens.lower[at + 1] == "of" else index


def side(passage: Passage, index: int) -> Draft | None:
    """As in "on the Malian side of the border"; `index` is at "on"."""
    tokens = passage.tokens
    first = index + 1 + (tokens.lower[index + 1] == "the")
    head = next((at for at in range(first + 1, first + _LONGEST_SIDE) if tokens.lower[at] == "side"), None)
    if tokens.lower[index] != "on" or head is None or tokens.lower[head + 1] != "of" or not tokens.capital(first):
        return None
    line = anchor_at(tokens, head + 2)
    if line is None or not is_boundary(tokens, line):
        return None
    owner = head - (tokens.lower[head - 1] in ("'s", "’s"))
    if not all(tokens.capital(at) or tokens.hyphen(at) for at in range(first, owner)):
        return None
    name = tokens.text(first, owner)
    mention = Mention(
        span=tokens.span(first, head + 1), name=lex.COUNTRY_OF.get(name.lower(), name), kind=MentionKind.NAME, feature="country"
    )
    return Draft(start=index, end=line.end, relation=Relation.INSIDE, anchors=(mention,))

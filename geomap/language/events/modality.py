"""Clauses that place something, but tell of no incident: what is to be done or left, what there was not, what goes on for long."""

from __future__ import annotations

from geomap.language.phrases.chunks import head_of
from geomap.language.text.tokens import Tokens
from geomap.language.words import incidents
from geomap.language.words.tables import word_set

BIDDEN, DENIED, LASTING, PLANNED = "what is to be done or left", "what there was not", "what goes on for long", "what was planned"
_LEADING = word_set("to not that from within in inside near at beyond")
"""What stands behind "asked" and "forbidden" where somebody is asked or forbidden something."""
_NONE = word_set("no any none neither")


def unreal(tokens: Tokens, low: int, high: int, thing: tuple[int, int] | None) -> str:
    """What a clause between two tokens tells instead of something that happened or was; empty where it tells of that."""
    if thing is not None and tokens.lower[thing[0]] in _NONE:
        return DENIED
    if thing is not None and not incidents.PLANNED.isdisjoint(tokens.lower[thing[0] : thing[1]]):
        return PLANNED
    if thing is not None and tokens.lower[head_of(tokens, *thing)] in incidents.LASTING:
        return LASTING
    return BIDDEN if any(_bids(tokens, at) for at in range(low, high)) else ""


def _bids(tokens: Tokens, at: int) -> bool:
    word, after = tokens.lower[at], tokens.lower[at + 1]
    if word == "told":
        return after == "to"
    return (word in incidents.BIDDING and after in _LEADING) or word in incidents.BOUND or (word in ("may", "shall") and after == "not")

"""What flew and where: "missing over the Sulu Sea", "shot down over eastern Arvo"."""

from __future__ import annotations

from collections.abc import Iterator

from geomap.language.claims.containments import CLAUSE_ENDS, NOT_YET, each, is_site
from geomap.language.claims.drafts import Draft
from geomap.language.claims.territories import is_territory
from geomap.language.phrases.anchors import anchor_at
from geomap.language.phrases.passages import Passage
from geomap.language.phrases.placeness import is_indefinite, is_whole
from geomap.language.text.tokens import Tokens
from geomap.language.words.tables import word_set

_ALOFT = word_set(
    """aircraft plane planes jet jets airliner airplane aeroplane warplane warplanes fighter-jet helicopter helicopters drone drones uav balloon bomber missile
    missiles rocket rockets flew flown flying missing vanished disappeared intercepted flight flights downed down exploded up apart collided collision contact
    patrol hovering circling"""
)
"""Words of flight, after which "over" a place is above it."""
_ARGUING = word_set(
    "dispute disputes row concern concerns talks anger war control tension tensions debate fight fighting jurisdiction deal sovereignty dominance"
)
"""Words of which "over" tells what they are about."""
_ALOFT_BACK = 10


def above(passage: Passage, index: int) -> Iterator[Draft]:
    """The claims that what flew was over a place; `index` is at "over"."""
    tokens = passage.tokens
    if not _is_aloft(tokens, index):
        return
    anchor = anchor_at(tokens, index + 1)
    if anchor is None or is_indefinite(tokens, index + 1, anchor):
        return
    if is_site(tokens, anchor) or (is_territory(tokens, anchor) and is_whole(tokens, anchor)):
        yield from each(passage, index, anchor)


def _is_aloft(tokens: Tokens, index: int) -> bool:
    """Whether the words before "over" tell of flight, and not of what a quarrel is about."""
    if tokens.lower[index - 1] in _ARGUING:
        return False
    for at in range(index - 1, max(-1, index - 1 - _ALOFT_BACK), -1):
        word = tokens.lower[at]
        if word in CLAUSE_ENDS or word in NOT_YET or word in (",", "and"):
            return False
        if word in _ALOFT:
            return True
    return False

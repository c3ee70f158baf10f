"""Where a thing stands, without an incident: "the camp at Angora", "the clinic is in Mola", "was unloading at Port Arvo"."""

from __future__ import annotations

from geomap.language import words as lex
from geomap.language.phrases.chunks import ADVERBS, is_nominal
from geomap.language.positions.coordinates import find_coordinates
from geomap.language.text.tokens import Tokens
from geomap.language.words.tables import word_set

_LYING = word_set("stand stands stood lie lies lay lying sit sits situated located")
"""Verbs that say where something that stays is."""
_IN_PORT = word_set(
    "unloading loading docked berthed moored anchored refuelling bunkering parked stopped halted camped patrolling patrol laid-up stationed"
)
"""Participles, and the noun after "on", that say where something that moves was for a time."""
_BEING = word_set("is are was were been being had has")
_REMAINS = word_set("wreck wreckage hull debris crater cabins mast depot")
_NO_SITES = word_set("office store shop house home stage line lines state city area position land threshold school university college")
"""Kinds of places of which a name after "at" tells the owner or the brand, or which the words put nowhere."""
_MAKING = word_set("build construct create erect establish install open place put plan propose")
"""Verbs in their plain form, of what does not stand yet: "they want to construct ramps at"."""
_BACK = 8
_MODIFIERS = 4
"""A noun has no more words before it than these, for the most part."""
_BEFORE_FIGURE = word_set("some about around roughly approximately nearly almost only just barely less more than over under")
"""What may stand before the figure of a length."""


def is_sited(tokens: Tokens, index: int, end: int) -> bool:
    """Whether the words before a preposition put a site, or something that stopped, at the place that ends before a token.

    In "the base at Kolo, 105 km from Mola" the length tells where that place is, and enough.
    """
    before = tokens.lower[index - 1]
    positions = find_coordinates(tokens)
    if tokens.lower[index + 1] in lex.POSSESSIVES or any(at in positions for at in range(index + 1, end + 1)):
        return False
    standing = _stands(tokens, index)
    if _is_measured(tokens, end):
        return standing == "it"
    if tokens.lower[index] == "at" and is_site_noun(tokens, index - 1):
        return _MAKING.isdisjoint(tokens.lower[max(0, index - 1 - _MODIFIERS) : index - 1])
    if before in _IN_PORT:
        return not _BEING.isdisjoint(tokens.lower[max(0, index - 3) : index - 1])
    return standing is not None


def _is_measured(tokens: Tokens, end: int) -> bool:
    """Whether a comma and a length follow a place."""
    at = end + 1
    while tokens.lower[at] in _BEFORE_FIGURE:
        at += 1
    return tokens.lower[end] == "," and not lex.DISTANCE_UNITS.isdisjoint(tokens.lower[at + 1 : at + 4])


def is_site_noun(tokens: Tokens, at: int) -> bool:
    """Whether a word is a noun for a site that can be known: "camp", "airfield", "wreck"."""
    word = tokens.lower[at]
    return at > 0 and (word in lex.FEATURES or word in _REMAINS) and word not in _NO_SITES and tokens.words[at].islower()


def _stands(tokens: Tokens, index: int) -> str | None:
    """The site, or "it", that is the subject of a verb of standing, perhaps with one more place between: "the wreck lies in a swamp at"."""
    for at in range(index - 1, max(0, index - _BACK), -1):
        word = tokens.lower[at]
        if word in _LYING or (word in _BEING and at == index - 1):
            subject = at - 1
            while subject > 0 and (tokens.lower[subject] in ADVERBS or tokens.lower[subject] in _BEING):
                subject -= 1
            known = is_site_noun(tokens, subject) or (word in _LYING and tokens.lower[subject] == "it")
            return tokens.lower[subject] if known else None
        if not (word in ADVERBS or word in ("in", "on", "a", "an") or is_nominal(tokens, at)):
            return None
    return None

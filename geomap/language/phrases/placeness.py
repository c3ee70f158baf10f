"""Whether a phrase can be the place of something, and whether it was read to its end.

A claim without a figure leans on its anchor alone, so the anchor has to be a whole phrase for one particular place: neither "home"
of "a Mola home", nor "Arvo" of "the Arvo home game".
"""

from __future__ import annotations

from geomap.language import words as lex
from geomap.language.phrases.anchors import Anchor
from geomap.language.phrases.chunks import NUMBERS, is_nominal
from geomap.language.phrases.proper_names import starts_name
from geomap.language.positions.compass import starts_bearing
from geomap.language.text.tokens import Tokens
from geomap.language.words.tables import words as _words
from geomap.model import MentionKind

_TITLES = _words(
    """mr mrs ms dr gen lt col sgt cpl maj capt cmdr adm gov sen rep prof rev hon supt insp det president minister officer sergeant
    colonel captain judge senator pope bishop imam sheikh sheik detective deputy"""
)
"""Words before the name of a person."""
_NO_PLACES = _words(
    """congress congresses conference cup league championship championships series festival olympics games act bill award awards earth class type
    mission operation project program programme times journal herald tribune gazette news magazine"""
)
"""Last words of names that no gazetteer has."""
_PRIVATE = _words("home homes house houses residence residences apartment flat")
_VAGUE = _words(
    """site sites area location position positions scene office store shop building house home door doors stage zone line lines wall room compound
    facility complex entrance exit land grounds tracks property wreck wreckage step steps place doorstep porch driveway kerb curb threshold"""
)
"""Kinds of places that any report has many of: without a name they place nothing on a map."""
_PARTS = _words(
    """middle heart center centre north south east west northeast northwest southeast southwest outskirts outskirt edge edges fringe fringes
    periphery margins perimeter side sides slope slopes foot top bottom banks bank tip end vicinity suburbs suburb surroundings
    countryside intersection corner junction confluence rest interior part parts portion stretch bend regions mouth head
    half flank lane lanes approaches entrances territory line block republic kingdom emirate federation"""
)
"""Heads besides kinds of places whose "of" names a part, or a state."""
_GOES_ON = _words(
    """last next late early mid alone itself proper due local where yesterday today times shortly afterwards amid sources officials residents police
    witnesses authorities kills leaves injures burns sparks forces prompts destroys claims wounds leads spreads continues respectively
    simultaneously according earlier later overnight weekly daily"""
)
"""Words that look like a noun after a place and go on with the sentence: "in Mola last week", "in Arvo police said"."""


def is_place(tokens: Tokens, anchor: Anchor) -> bool:
    """Whether a phrase can be the place of something: a name that is no actor, or a definite common noun of a telling kind of place."""
    mention = anchor.mention
    if anchor.pronoun or anchor.generic or mention.kind is MentionKind.MOVING:
        return False
    first, last = tokens.lower[anchor.start], tokens.lower[anchor.end - 1]
    if first in lex.ORGANISATIONS or last in _NO_PLACES or mention.name.lower() in _NO_PLACES or _is_person_or_paper(tokens, anchor):
        return False
    if first in lex.DEMONYMS and first != "western" and mention.feature is None and mention.kind is MentionKind.NAME:
        return False
    head = (mention.feature or "").split()[-1:]
    if _is_private(tokens, anchor) or (
        head and head[0] not in lex.FEATURES and head[0] not in _PARTS and mention.kind is MentionKind.NAME  # the death of X
    ):
        return False
    return anchor.named or _is_telling(tokens, anchor, head)


def _is_private(tokens: Tokens, anchor: Anchor) -> bool:
    """As in "the Marsh home", "the home of Ann Writer"."""
    return any(tokens.words[at] in _PRIVATE for at in (anchor.start, anchor.end - 1))


def _is_person_or_paper(tokens: Tokens, anchor: Anchor) -> bool:
    """As in "Sgt. Jones", "the U.S. Ann Writer" (a sentence after "in the U.S."), "the Mola Post"."""
    last = anchor.end - 1
    if tokens.words[last] == "Post":
        return tokens.lower[last - 1] not in lex.FEATURE_MODIFIERS
    if tokens.lower[last] in lex.FEATURES:
        return False
    return tokens.lower[anchor.start] in _TITLES or tokens.lower[anchor.start - 1] in ("u.s", "u.s.", "u.k", "u.k.")


def _is_telling(tokens: Tokens, anchor: Anchor, head: list[str]) -> bool:
    """Whether a common noun stands for one place that can be known: "the airport", "its border", but not "the site", "her school"."""
    if anchor.mention.kind in (MentionKind.BORDER, MentionKind.COAST):
        return anchor.definite
    if not anchor.definite or not head or head[0] in _VAGUE:
        return False
    if tokens.lower[anchor.start] in lex.POSSESSIVES:
        return False
    return not (head[0].endswith("s") and not head[0].endswith("ss") and head[0][:-1] in lex.FEATURES) or " of " in anchor.mention.span.text


def is_country(anchor: Anchor) -> bool:
    """Whether an anchor is a whole country or continent, and no part of one."""
    name = anchor.mention.name.lower().removeprefix("the ")
    return anchor.mention.part is None and name in lex.COUNTRIES and anchor.mention.feature in (None, "country", "continent", "mainland")


def is_indefinite(tokens: Tokens, index: int, anchor: Anchor) -> bool:
    """Whether a phrase is one of several things of a place: "a Mola hospital", "every Arvo match"; a district of one is a place."""
    if tokens.lower[index] not in ("a", "an", "any", "every", "each", "another", "some", "other", "previous", "many", "no"):
        return False
    return (anchor.mention.feature or "").split()[-1:] != ["suburb"] and not _is_district(anchor)


def _is_district(anchor: Anchor) -> bool:
    head = (anchor.mention.feature or "").split()[-1:]
    return bool(head) and head[0] in ("district", "neighbourhood", "neighborhood", "quarter", "village", "area")


def is_whole(tokens: Tokens, anchor: Anchor) -> bool:
    """Whether the phrase ends where the anchor does: not before "home game", "reconstruction project", a second name."""
    at = anchor.end
    word = tokens.lower[at]
    if tokens.hyphen(at) and tokens.glued(at):
        return False
    if starts_name(tokens, at):
        return False
    if not word[:1].isalpha() or not tokens.words[at].islower() or word in lex.STOPS or word in lex.CALENDAR:
        return True
    if word in _GOES_ON or word in NUMBERS or word in lex.FEATURES or starts_bearing(word):
        return True
    if word in lex.DETERMINERS or word in lex.POSSESSIVES or word.endswith("ed"):
        return True
    return not is_nominal(tokens, at)

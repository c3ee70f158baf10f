"""Whether a phrase can be the place of something, and whether it was read to its end.

A claim without a figure leans on its anchor alone, so the anchor has to be a whole phrase for one particular place: neither "home"
of "a Mola home", nor "Arvo" of "the Arvo home game".
"""

from __future__ import annotations

from dataclasses import replace

from geomap.language import words as lex
from geomap.language.phrases.anchors import Anchor, anchor_at
from geomap.language.phrases.chunks import NUMBERS, SPECIFIERS, is_nominal
from geomap.language.phrases.proper_names import starts_name
from geomap.language.positions.compass import starts_bearing
from geomap.language.text.tokens import Tokens
from geomap.language.words.tables import word_set
from geomap.model import MentionKind

_TITLES = word_set(
    """mr mrs ms dr gen lt col sgt cpl maj capt cmdr adm gov sen rep prof rev hon supt insp det president minister officer sergeant
    colonel captain judge senator pope bishop imam sheikh sheik detective deputy"""
)
"""Words before the name of a person."""
_NO_PLACES = word_set(
    """congress congresses conference cup league championship championships series festival olympics games act bill award awards earth class type
    mission operation project program programme times journal herald tribune gazette news magazine"""
)
"""Last words of names that no gazetteer has."""
_PRIVATE = word_set("home homes house houses residence residences apartment flat")
_VAGUE = word_set(
    """site sites area location position positions scene office store shop building house home door doors stage zone line lines wall room compound
    facility complex entrance exit land grounds tracks property wreck wreckage step steps place doorstep porch driveway kerb curb threshold"""
)
"""Kinds of places that any report has many of: without a name they place nothing on a map."""
_PARTS = word_set(
    """middle heart center centre north south east west northeast northwest southeast southwest outskirts outskirt edge edges fringe fringes
    periphery margins perimeter side sides slope slopes foot top bottom banks bank tip end vicinity suburbs suburb surroundings
    countryside intersection corner junction confluence rest interior part parts portion stretch bend regions mouth head
    half flank place highlands uplands lowlands foothills jungle jungles lane lanes approaches entrances territory line block republic kingdom emirate federation"""
)
"""Heads besides kinds of places whose "of" names a part, or a state."""
_GOES_ON = word_set(
    """last next late early mid alone itself proper due local where yesterday today times shortly afterwards amid sources officials residents police
    witnesses authorities kills leaves injures burns sparks forces prompts destroys claims wounds leads spreads continues respectively
    simultaneously according earlier later overnight weekly daily"""
)
"""Words that look like a noun after a place and go on with the sentence: "in Mola last week", "in Arvo police said"."""
_DIVIDING = word_set("line frontline parallel")
"""Nouns for a line between two sides, besides those for borders."""
_ONE_OF_SEVERAL = word_set("a an any every each another some other previous many no")
"""Words that make a phrase one of several things: "a Mola hospital"."""
_DISTRICTS = word_set("suburb district neighbourhood neighborhood quarter village area")
"""Parts of a place that are places of their own, also one of several: "a Mola suburb"."""
_STREETS = word_set("street avenue road drive lane boulevard highway way court place parkway st ave rd dr ln blvd hwy route")
_SEVERAL_STREETS = word_set("streets avenues roads drives lanes boulevards highways ways sts aves rds")
_BUILDINGS = word_set("hospital church cathedral school university college museum store hotel mosque")


def is_place(tokens: Tokens, anchor: Anchor) -> bool:
    """Whether a phrase can be the place of something: a name that is no actor, or a definite common noun of a telling kind of place."""
    if anchor.pronoun or anchor.generic or anchor.mention.kind is MentionKind.MOVING:
        return False
    if _is_actor(tokens, anchor) or _is_work(tokens, anchor) or _is_person_or_paper(tokens, anchor):
        return False
    head = (anchor.mention.feature or "").split()[-1:]
    if _is_private(tokens, anchor) or _is_aspect(anchor, head):
        return False
    return anchor.named or _is_telling(tokens, anchor, head)


def _is_actor(tokens: Tokens, anchor: Anchor) -> bool:
    """As in "the UN", "Syrian": an organisation, or a nationality without a noun."""
    first, mention = tokens.lower[anchor.start], anchor.mention
    if first in lex.ORGANISATIONS:
        return True
    return first in lex.DEMONYMS and first != "western" and mention.feature is None and mention.kind is MentionKind.NAME


def _is_work(tokens: Tokens, anchor: Anchor) -> bool:
    """As in "the Mola Championship", "the Arvo Herald": what has a name and is nowhere."""
    return tokens.lower[anchor.end - 1] in _NO_PLACES or anchor.mention.name.lower() in _NO_PLACES


def _is_aspect(anchor: Anchor, head: list[str]) -> bool:
    """As in "the death of Arvo", "the history of Mola": neither a part of a named place nor a kind of one."""
    return bool(head) and anchor.mention.kind is MentionKind.NAME and head[0] not in lex.FEATURES and head[0] not in _PARTS


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
    plural = head[0].endswith("s") and not head[0].endswith("ss") and head[0][:-1] in lex.FEATURES
    return not plural or " of " in anchor.mention.span.text


def is_boundary(tokens: Tokens, anchor: Anchor) -> bool:
    """Whether a phrase is a line that divides: a border, "the Line of Control", "the armistice line", or only "the line"."""
    if anchor.mention.kind is MentionKind.BORDER:
        return True
    words = tokens.lower[anchor.start : anchor.end]
    return (anchor.named or anchor.definite) and (words[-1] in _DIVIDING or words[0] in _DIVIDING)


def is_country(anchor: Anchor) -> bool:
    """Whether an anchor is a whole country or continent, and no part of one."""
    name = anchor.mention.name.lower().removeprefix("the ")
    return anchor.mention.part is None and name in lex.COUNTRIES and anchor.mention.feature in (None, "country", "continent", "mainland")


def is_indefinite(tokens: Tokens, index: int, anchor: Anchor) -> bool:
    """Whether a phrase is one of several things of a place: "a Mola hospital", "every Arvo match"; a district of one is a place."""
    return tokens.lower[index] in _ONE_OF_SEVERAL and _DISTRICTS.isdisjoint((anchor.mention.feature or "").split()[-1:])


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
    if word in SPECIFIERS or word.endswith("ed"):
        return True
    return not is_nominal(tokens, at)


def past_and(tokens: Tokens, anchor: Anchor) -> Anchor:
    """The anchor with what follows an "and" where both are one: the corner of two streets, a building; else the anchor itself."""
    if tokens.lower[anchor.end] not in ("and", "&") or not anchor.named or not _starts_name(tokens, anchor.end + 1):
        return anchor
    other = anchor_at(tokens, anchor.end + 1, numbers=True)
    if other is None or other.mention.kind is not MentionKind.NAME:
        return anchor
    if _is_building(tokens, anchor, other):
        feature = anchor.mention.feature or tokens.lower[other.end - 1]
    elif _is_corner(tokens, anchor, other):
        feature = "intersection"
    else:
        return anchor
    span = tokens.span(anchor.start, other.end)
    return replace(anchor, end=other.end, mention=replace(anchor.mention, span=span, name=span.text, feature=feature))


def _is_building(tokens: Tokens, one: Anchor, two: Anchor) -> bool:
    """As in "Women and Children's Hospital", "the church of St Peter and St Paul"; not "Arvo Port and Mola School"."""
    if one.mention.feature is not None:
        return one.mention.feature in _BUILDINGS and " of " in one.mention.span.text
    last = two.end - 1
    own = tokens.lower[one.end - 1] in lex.FEATURES or one.mention.name.lower() in lex.COUNTRIES
    return tokens.lower[last] in _BUILDINGS and tokens.capital(last) and not own


def _is_corner(tokens: Tokens, one: Anchor, two: Anchor) -> bool:
    """As in "Oak and Elm streets", "5th Street and Mola Avenue"."""
    last = tokens.lower[two.end - 1]
    return last in _SEVERAL_STREETS or (last in _STREETS and tokens.lower[one.end - 1] in _STREETS)


def _starts_name(tokens: Tokens, index: int) -> bool:
    """Whether a name starts at a token, or a numeral that may be the first word of one: "5th"."""
    return starts_name(tokens, index) or tokens.words[index][:1].isdecimal()

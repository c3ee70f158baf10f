"""Names of two parts: "near Oak and Elm streets", "at 5th Street and Mola Avenue", "at Women and Children's Hospital"."""

from __future__ import annotations

from dataclasses import replace

from geomap.language import words as lex
from geomap.language.phrases.anchors import Anchor, anchor_at
from geomap.language.phrases.proper_names import starts_name
from geomap.language.text.tokens import Tokens
from geomap.model import MentionKind

_STREETS = frozenset("street avenue road drive lane boulevard highway way court place parkway st ave rd dr ln blvd hwy route".split())
_SEVERAL = frozenset("streets avenues roads drives lanes boulevards highways ways sts aves rds".split())


_BUILDINGS = frozenset("hospital church cathedral school university college museum store hotel mosque".split())


def past_and(tokens: Tokens, anchor: Anchor) -> Anchor:
    """The anchor with what follows an "and" where both are one: the corner of two streets, a building; else the anchor itself."""
    if tokens.lower[anchor.end] not in ("and", "&") or not anchor.named or not _starts(tokens, anchor.end + 1):
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
    last = tokens.lower[two.end - 1]
    return last in _SEVERAL or (last in _STREETS and tokens.lower[one.end - 1] in _STREETS)


def _starts(tokens: Tokens, index: int) -> bool:
    return starts_name(tokens, index) or tokens.words[index][:1].isdecimal()

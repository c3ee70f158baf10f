"""Whether a claim is of something else than those beside it: one of several places or things, a part, a point on the way."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.language.phrases.chunks import NUMBERS, head_of, index_at
from geomap.language.text.tokens import Tokens
from geomap.language.words import incidents
from geomap.model import Claim, Span
from geomap.relations import Relation

_PASSING_BACK = 12
"""So far before a point stands the verb that tells that something passed it."""
_SECTIONS = frozenset({"section", "sections", "part", "parts", "end"})
_CROSSING_BACK = 4
"""So far before what is crossed stands the verb."""
_CONTRAST_BACK = 4
"""So many words before a claim may be those for one of several things."""


def is_listed(tokens: Tokens, claim: Claim) -> bool:
    """Whether a claim is a further place of a list: "in Arvo and Mola", "hit Arvo and in Mola"."""
    start = index_at(tokens, claim.span.start)
    if claim.relation is not Relation.INSIDE or start == 0:
        return False
    return tokens.lower[start - 1] in ("and", "or") or (
        tokens.lower[start - 1] == "," and bool(claim.anchors) and claim.anchors[0].span == claim.span
    )


def is_counted(tokens: Tokens, claim: Claim, *, chained: bool) -> bool:
    """Whether a number of things stands before a further claim of a sentence: "six in A, two in B"."""
    before = tokens.lower[index_at(tokens, claim.span.start) - 1]
    return chained and (before.isdigit() or before in NUMBERS)


def is_contrasted(tokens: Tokens, claim: Claim, before: Sequence[Claim]) -> bool:
    """Whether a claim is of a further one of several things that its sentence tells of: "the larger lies at A, the smaller one 2 km away"."""
    if not before:
        return False
    start = index_at(tokens, claim.span.start)
    begin = next((at for at in range(start - 1, max(0, start - _CONTRAST_BACK) - 1, -1) if tokens.lower[at] == "the"), start)
    words = {*tokens.lower[begin:start]} & incidents.CONTRASTED
    return bool(words) and not (incidents.CONTRASTED - words).isdisjoint(tokens.lower[:begin])


def is_of_part(tokens: Tokens, claim: Claim) -> bool:
    """Whether a claim is of a part of what broke up, which may be elsewhere than the rest: "the bow", "the forward section"."""
    if claim.target is None:
        return False
    head = head_of(tokens, *bounds_of(tokens, claim.target))
    return tokens.lower[head - (tokens.lower[head] in _SECTIONS)] in incidents.PARTS


def is_waypoint(tokens: Tokens, claim: Claim) -> bool:
    """Whether a claim is of a point that something passed on its way: "entered Norland at a point near Arvo"."""
    at = index_at(tokens, claim.span.start)
    before = tokens.lower[max(0, at - _PASSING_BACK) : at]
    if tokens.lower[at - 1] in incidents.CROSSED and claim.literal_distance is None:
        return not incidents.CROSSING.isdisjoint(before[-_CROSSING_BACK:])
    return tokens.lower[at - 1] in incidents.WAYPOINTS and not incidents.PASSING_BY.isdisjoint(before)


def bounds_of(tokens: Tokens, span: Span) -> tuple[int, int]:
    """The tokens that a span covers: the first, and the one after the last."""
    start = index_at(tokens, span.start)
    return start, max(start + 1, index_at(tokens, max(span.start, span.end - 1)) + 1)

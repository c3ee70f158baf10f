"""Two claims that measure from one and the same thing, wherever it is.

How far two regions miss each other that are measured from one thing follows from the distances alone, and from a point with the directions
too: where on earth it lies makes no difference that counts (the ellipsoid's curvature, which differs by 1 %, changes the third side of a
triangle of 300 km by some metres). So a point stands in for a thing that no gazetteer has. Of a line or an area that leaves open on which
side of it something is, so that two figures that fit prove nothing where the words do not name the same side.
"""

from __future__ import annotations

from dataclasses import replace

from geomap.areas.readings import has_interval, is_across, is_inward, resolve
from geomap.areas.regions import build
from geomap.gazetteer.kinds import UNSTATED_KIND, extent_of_kind, sort_of
from geomap.gazetteer.names.folding import folded
from geomap.gazetteer.names.transliteration import loosened
from geomap.language.words.features import ROUTE_NOUNS
from geomap.language.words.grammar import PRONOUNS
from geomap.model import LINES, Claim, Evidence, Location, Mention, MentionKind, Place
from geomap.policy import Policy
from geomap.relations import Limit

_STAND_IN = "stand-in"
_AT = (0.0, 45.0)
"""Where points stand in (lon, lat): half way between pole and equator."""
_NAMED = frozenset((MentionKind.NAME, MentionKind.BORDER, MentionKind.COAST))
_LONG = ROUTE_NOUNS | LINES
"""Words for what may be no point."""


def one_thing(first: Evidence, second: Evidence) -> str | None:
    """What tells the thing that two claims surely measure from alike from others; None where it may be two things.

    That is one place of the gazetteer, one name, or in one report the same definite words that stand for the same name, if for any.
    """
    if len(first.locations) != 1 or len(second.locations) != 1:
        return None
    places = [each.location.resolved for each in (first, second) if each.location is not None and each.location.resolved is not None]
    if len(places) == 2:
        return places[0].id if places[0].id == places[1].id else None
    one, other = first.claim.anchors[0], second.claim.anchors[0]
    if one.kind is not other.kind or one.part != other.part:
        return None
    return _one_name(one, other) if one.kind in _NAMED else _one_phrase(one, other)


def _one_name(one: Mention, other: Mention) -> str | None:
    return name_key(one) if name_key(one) == name_key(other) and _are_one_sort(one, other) else None


def _one_phrase(one: Mention, other: Mention) -> str | None:
    return _words(one) if one.kind is MentionKind.COMMON and is_definite(one) and _words(one) == _words(other) else None


def name_key(mention: Mention) -> str:
    """What is the same for spellings of one name, of whatever sort the place is."""
    return f"{mention.kind.value}:{loosened(folded(mention.name))}"


def _are_one_sort(one: Mention, other: Mention) -> bool:
    """Whether two mentions of a name ask for one sort of place; the bare name is that of a town."""
    sorts = ["settlement" if each.feature is None else sort_of(each.feature) or each.feature for each in (one, other)]
    return sorts[0] == sorts[1]


def _words(mention: Mention) -> str:
    antecedent = "" if mention.antecedent is None else folded(mention.antecedent.text)
    return f"{mention.span.report.id}:{is_definite(mention)}:{folded(mention.span.text)}:{antecedent}"


def is_definite(mention: Mention) -> bool:
    """Whether the words point at one thing: "the old mill", and not "a mill" or "there"."""
    return folded(mention.span.text) not in PRONOUNS and _article(mention) == "the"


def _article(mention: Mention) -> str:
    """The article before a mention, as in the middle of a sentence; empty for none."""
    before = mention.span.report.text[: mention.span.start].split()
    return "the" if before and before[-1].casefold() == "the" else ""


def standing_in(item: Evidence, thing: str, *, policy: Policy, others: tuple[Claim, ...]) -> Evidence | None:
    """Evidence from a point that stands in for the thing that a claim measures from; None where that would say nothing.

    `others` are claims among which its other leg is, should it be one of two at right angles.
    """
    claim, anchor = item.claim, item.claim.anchors[0]
    is_long = may_be_line(anchor)
    limit = claim.relation.traits.limit
    if not has_interval(claim) or (claim.literal_distance is None and (limit is not Limit.BEARING or is_long)):
        return None
    place = Place(
        id=f"{_STAND_IN}:{thing}",
        name=thing_in_words(claim),
        lon=_AT[0],
        lat=_AT[1],
        kind=_STAND_IN,
        country=None,
        extent_m=0.0 if is_long else extent_of_kind(UNSTATED_KIND),
    )
    readings = resolve(claim, {anchor.key: Location(mention=anchor, resolved=place, chosen=True)}, policy=policy, others=others)
    if is_long:
        readings = tuple(replace(reading, sector=None) for reading in readings)
    if not readings:
        return None
    return replace(item, readings=readings, region=build(readings[0], policy=policy))


def is_standing_in(item: Evidence) -> bool:
    """Whether it is measured from a point that stands in for what is nowhere."""
    return item.region is not None and f"{_STAND_IN}:" in item.region.anchor.id


def may_be_line(mention: Mention) -> bool:
    """Whether words may name a line or a stretch of land, of which directions do not count from one point."""
    words = folded(f"{mention.span.text} {mention.name} {mention.feature or ''}").split()
    return mention.kind in (MentionKind.BORDER, MentionKind.COAST) or not _LONG.isdisjoint(words)


def on_one_side(first: Claim, second: Claim) -> bool:
    """Whether two claims name the same side of what they measure from, or one can be on either, or neither names any."""
    if any(claim.literal_distance is not None and claim.literal_distance.low <= 0 for claim in (first, second)):
        return True
    return _side(first) == _side(second)


def _side(claim: Claim) -> tuple[bool, bool, str | None]:
    return (is_inward(claim), is_across(claim), claim.bearing if may_be_line(claim.anchors[0]) else None)


def thing_in_words(claim: Claim) -> str:
    """What a claim measures from, in the middle of a sentence: "the Line of Control"."""
    mention = claim.anchors[0]
    return " ".join((_article(mention), *mention.span.text.split())).strip()

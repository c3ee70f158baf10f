"""Claims → readings: the fair ways to understand a claim, the plain one first."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product
from types import MappingProxyType

from geomap.areas import offsets
from geomap.model import LINES, Claim, Edge, Footprint, Location, MentionKey, MentionKind, Path, Place, Quantity, Reading
from geomap.policy import ROUNDING_RULES, Policy
from geomap.relations import Limit
from geomap.units import COMPASS_POINTS, Interval, Sector, Unit, degrees_from_bearing, half_sector_from_bearing

NO_FOOTPRINTS: Mapping[str, Footprint] = MappingProxyType({})
_ANYWHERE = Interval(0.0, math.inf)
_INWARD = frozenset(("inside", "into", "within"))
_ACROSS = frozenset(("across", "beyond", "over", "past"))
_DEEP = frozenset(("depth", "deep"))
_MOST_BEFORE = 2
"""Words before an area of which one may lead into it: "into the national airspace"."""
_NEXT_WORD = len(" deep")
_MOST_ENDS = 2
"""Places that each end of what lies between two may mean, at most."""
_PART_HALF = 90.0
"""The eastern part of a place is the half that lies east of its middle."""


def resolve(
    claim: Claim,
    locations: Mapping[MentionKey, Location],
    *,
    policy: Policy,
    footprints: Mapping[str, Footprint] = NO_FOOTPRINTS,
    others: Sequence[Claim] = (),
) -> tuple[Reading, ...]:
    """All fair readings of a claim, the plain reading first; empty where it does not say where something is.

    That is so for an unresolved anchor, for a line or an area of which `footprints` (by place id) has nothing, for no anchor, and for a
    relation without a figure that needs one. The readings cross the anchor's candidates, the unit, the rounding conventions, the way the
    distance was measured, and the place's centre and edge. `others` are the claims of the same sentence, for two of them may be the legs of
    one offset ("2 km north and 3 km east of X").
    """
    if not has_interval(claim):
        return ()
    located = [locations.get(mention.key) for mention in claim.anchors]
    places = [fair_places(location, policy=policy) for location in located if location is not None]
    if len(places) != len(claim.anchors) or not all(places) or is_from_area(claim, places[0][0], footprints):
        return ()
    readings: dict[tuple[str, Interval], Reading] = {}
    for reading in _each_reading(claim, places, policy, footprints, offsets.other_leg(claim, others)):
        readings.setdefault((reading.anchor.id, reading.distance), reading)
    if not readings:
        return ()
    first, *rest = readings.values()
    return (replace(first, plain=True), *rest)


def _each_reading(
    claim: Claim, places: Sequence[Sequence[Place]], policy: Policy, footprints: Mapping[str, Footprint], other_leg: Claim | None
) -> Iterator[Reading]:
    """The readings by the places that each anchor may mean, the likeliest first."""
    if claim.relation.traits.limit is Limit.MIDDLE:
        for one, other in product(*(each[:_MOST_ENDS] for each in places)):
            if not (one.is_area or other.is_area or one.id == other.id):
                half = offsets.half_way_m(one, other)
                yield Reading(claim=claim, anchor=offsets.middle_of(one, other), distance=Interval(0.0, half))
        return
    for anchor in places[0]:
        if is_from_area(claim, anchor, footprints):
            continue
        if other_leg is None:
            yield from _readings_from(claim, anchor, footprints.get(anchor.id), policy)
        elif not anchor.is_area:
            yield _at_offset(claim, other_leg, anchor)


def has_interval(claim: Claim) -> bool:
    """Whether the claim, once its anchor is known, limits the distance or the direction from it."""
    traits = claim.relation.traits
    if len(claim.anchors) != traits.anchors:
        return False
    if traits.limit is Limit.FIGURE:
        return claim.literal_distance is not None
    return traits.limit is not Limit.BEARING or claim.bearing is not None


def is_from_area(claim: Claim, place: Place, footprints: Mapping[str, Footprint] = NO_FOOTPRINTS) -> bool:
    """Whether the claim measures from a line or an area that has no footprint: that is from its edge, and its point does not stand for it."""
    limit = claim.relation.traits.limit
    if limit is Limit.BEARING:
        return place.kind in LINES
    return place.is_area and place.id not in footprints and (claim.literal_distance is not None or limit is Limit.POLICY)


def fair_places(location: Location, *, policy: Policy) -> tuple[Place, ...]:
    """The places that a mention may fairly mean: the resolved one first; the analyst's choice alone where there is one."""
    if location.resolved is None:
        return ()
    if location.chosen:
        return (location.resolved,)
    best = max((candidate.score for candidate in location.candidates), default=0.0)
    others = [
        candidate.place
        for candidate in location.candidates
        if candidate.score >= policy.fair_score * best and candidate.place.id != location.resolved.id
    ]
    return (location.resolved, *others)


def places_of(claims: Iterable[Claim], locations: Mapping[MentionKey, Location], *, policy: Policy) -> Iterator[Place]:
    """The places that claims' anchors may fairly mean."""
    for claim in claims:
        for mention in claim.anchors:
            if (location := locations.get(mention.key)) is not None:
                yield from fair_places(location, policy=policy)


def _readings_from(claim: Claim, anchor: Place, footprint: Footprint | None, policy: Policy) -> Iterator[Reading]:
    """Readings of a claim about one anchor place, the plainest first."""
    plainest = Reading(claim=claim, anchor=anchor, footprint=footprint, distance=_ANYWHERE, sector=_sector(claim, anchor, footprint))
    if claim.literal_distance is None or claim.distance is None:
        yield replace(plainest, distance=_without_figures(plainest, policy))
        return
    paths = (Path.STRAIGHT, Path.ROAD) if may_be_by_road(plainest) else (Path.STRAIGHT,)
    edges = (Edge.CENTRE, Edge.EDGE)
    for path, edge, unit, rounding in product(paths, edges, _units(claim.distance, policy), policy.roundings):
        distance = distance_as_read(plainest, unit=unit, rounding=rounding, path=path, edge=edge, policy=policy)
        yield replace(plainest, unit=unit, rounding=rounding, path=path, edge=edge, distance=distance)


def may_be_by_road(reading: Reading) -> bool:
    """Whether a claim's distance may have been measured along roads: no radius of a zone, none from a coast or in a unit of seafarers."""
    quantity = reading.claim.distance
    is_coast = reading.anchor.kind == "coast" or any(anchor.kind is MentionKind.COAST for anchor in reading.claim.anchors)
    at_sea = is_coast or (quantity is not None and quantity.unit.traits.at_sea)
    return not reading.claim.relation.traits.may_declare_zone and not at_sea


def _at_offset(claim: Claim, other: Claim, anchor: Place) -> Reading:
    """The place that two legs at right angles lead to."""
    legs = [(each.bearing or "N", each.distance.values[0] * each.distance.unit.metres) for each in (claim, other) if each.distance]
    words = " and ".join(" ".join(each.span.text.split()) for each in sorted((claim, other), key=lambda each: each.span.start))
    place = offsets.place_at(anchor, legs, name=words)
    return Reading(claim=claim, anchor=place, unit=claim.distance.unit if claim.distance else None, distance=Interval(0.0, 0.0))


def _sector(claim: Claim, anchor: Place, footprint: Footprint | None) -> Sector | None:
    """The directions that a bearing or the part of a place allows; those from a line say nothing of where on it they start."""
    if claim.bearing is not None and (footprint is None or footprint.is_area):
        return Sector(anchor.lonlat, degrees_from_bearing(claim.bearing), half_sector_from_bearing(claim.bearing))
    part = claim.anchors[0].part
    if part not in COMPASS_POINTS or not claim.relation.traits.is_containment or claim.literal_distance is not None:
        return None
    return Sector(offsets.centre_of(anchor, footprint), degrees_from_bearing(part), _PART_HALF)


def _without_figures(reading: Reading, policy: Policy) -> Interval:
    """Distances allowed by a claim that states none."""
    traits = reading.claim.relation.traits
    if traits.limit is Limit.BEARING:
        return _ANYWHERE
    own = reading.anchor.extent_m if reading.footprint is None else 0.0
    if traits.limit is Limit.POLICY:
        return Interval(reading.floor, policy.length(traits.policy_length) + (own if traits.beyond_extent else 0.0))
    return Interval(own, math.inf) if traits.is_complement else Interval(reading.floor, own)


def _units(quantity: Quantity, policy: Policy) -> tuple[Unit, ...]:
    """The units that a figure may be in: plain miles may be nautical, unless a second unit settles it."""
    is_open = policy.nautical_reading and quantity.plain_unit and quantity.alternative is None
    return (quantity.unit, *(map(Unit, quantity.unit.traits.may_mean) if is_open else ()))


def distance_as_read(
    plain: Reading,
    *,
    unit: Unit,
    rounding: str = "literal",
    path: Path = Path.STRAIGHT,
    edge: Edge = Edge.CENTRE,
    policy: Policy,
) -> Interval:
    """Straight-line distances from the anchor that a claim allows when read so, metres.

    By road the detour may be anything from 1 to the policy's maximum. From the edge, the distance may have been
    measured from any point of the place, which moves both ends by its extent (METHOD: the outer of an anchor of extent R is
    [a − R, b + R]); a line or an area may be as far off as its accuracy. What is said of a distance inside an area is negative.

    Raises ValueError for a claim without figures.
    """
    claim = plain.claim
    if claim.distance is None or claim.stated_distance is None:
        msg = f"claim {claim.id} has no figures"
        raise ValueError(msg)
    interval = scaled(claim.stated_distance, unit.metres / claim.distance.unit.metres)
    interval = interval.widened(rounding_slack(claim.distance, rounding) * unit.metres)
    if path is Path.ROAD:
        interval = interval.by_road(policy.detour_max)
    if plain.floor < 0:
        interval = _signed(interval, inward=is_inward(claim))
    if edge is Edge.EDGE:
        interval = interval.widened(plain.reach_m, floor=plain.floor)
    # "Outside the 200-mile zone" is the complement of the zone.
    return Interval(interval.high, math.inf) if claim.relation.traits.is_complement else interval


def _signed(interval: Interval, *, inward: bool) -> Interval:
    """Distances from an area: what is within one of it may be inside too, and what is inward is negative."""
    if inward:
        return Interval(-interval.high, -interval.low)
    return Interval(-math.inf, interval.high) if interval.low <= 0 else interval


def is_inward(claim: Claim) -> bool:
    """Whether the words measure from the edge of an area into it: "10 km inside Syria", "into Syria to a depth of 10 km"."""
    if claim.distance is None or not claim.anchors or claim.relation.traits.may_declare_zone:
        return False
    text, length, anchor = claim.span.report.text, claim.distance.span, claim.anchors[0].span
    if length.end <= anchor.start:
        return not _INWARD.isdisjoint(_up_to_anchor(claim))
    before = text[claim.sentence.start : anchor.start].casefold().split()[-_MOST_BEFORE:]
    return not _DEEP.isdisjoint(text[anchor.end : length.end + _NEXT_WORD].casefold().split()) or not _INWARD.isdisjoint(before)


def is_across(claim: Claim) -> bool:
    """Whether the words put it on the other side of what they measure from: "10 km beyond the river"."""
    return not _ACROSS.isdisjoint(_up_to_anchor(claim))


def _up_to_anchor(claim: Claim) -> list[str]:
    """The words between a distance and what it is measured from."""
    if claim.distance is None or not claim.anchors:
        return []
    start, end = claim.distance.span.end, claim.anchors[0].span.start
    return claim.span.report.text[start:end].casefold().split() if start <= end else []


def scaled(interval: Interval, factor: float) -> Interval:
    """An interval times a factor; unchanged, to the bit, for a factor of one."""
    return interval if factor == 1.0 else Interval(interval.low * factor, interval.high * factor)


def rounding_slack(quantity: Quantity, rounding: str) -> float:
    """Half the width that the figures may stand for under a named convention, in the quantity's unit; the widest of a range's two."""
    rule = ROUNDING_RULES[rounding]
    return max((rule(figure) for figure in quantity.figures), default=0.0)

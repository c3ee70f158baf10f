"""Claims → readings: the fair ways to understand a claim, the plain one first."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from dataclasses import replace
from itertools import product

from geomap.model import Claim, Edge, Location, Mention, Path, Place, Quantity, Reading
from geomap.policy import ROUNDING_RULES, Policy
from geomap.relations import Relation
from geomap.units import Interval, Unit

MentionKey = tuple[str, int, int]
"""Report id, start and end of a mention's span."""


def key_of(mention: Mention) -> MentionKey:
    """What identifies a mention in a case."""
    return (mention.span.report.id, mention.span.start, mention.span.end)


def resolve(claim: Claim, locations: Mapping[MentionKey, Location], *, policy: Policy) -> tuple[Reading, ...]:
    """All fair readings of a claim, the plain reading first; empty where it cannot be read as distances from one point.

    That is so for an unresolved anchor, for a distance from a country or another large area, for none or two anchors, and for relations to lines and directions. The readings cross the
    anchor's candidates, the unit, the rounding conventions, the way the distance was measured and the place's centre and edge.
    """
    if len(claim.anchors) != 1 or not has_interval(claim):
        return ()
    location = locations.get(key_of(claim.anchors[0]))
    if location is None or location.resolved is None or is_from_area(claim, location.resolved):
        return ()
    readings: dict[tuple[str, Interval], Reading] = {}
    for anchor in fair_places(location, policy=policy):
        if is_from_area(claim, anchor):
            continue
        for reading in _readings_from(claim, anchor, policy):
            readings.setdefault((anchor.id, reading.distance), reading)
    first, *rest = readings.values()
    return (replace(first, plain=True), *rest)


def has_interval(claim: Claim) -> bool:
    """Whether the claim, once its anchor is known, limits the distance from it."""
    if claim.relation in (Relation.NEAR, Relation.INSIDE, Relation.OUTSIDE, Relation.POSITION):
        return True
    return (
        claim.relation in (Relation.WITHIN, Relation.BEYOND, Relation.AT, Relation.RANGE, Relation.ZONE)
        and claim.literal_distance is not None
    )


def is_from_area(claim: Claim, place: Place) -> bool:
    """Whether the claim measures from a country or the like: that is from its edge, and not from the point that stands for it."""
    return place.is_area and (claim.literal_distance is not None or claim.relation is Relation.NEAR)


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


def _readings_from(claim: Claim, anchor: Place, policy: Policy) -> Iterator[Reading]:
    """Readings of a claim about one anchor place, the plainest first."""
    if claim.literal_distance is None or claim.distance is None:
        yield Reading(claim=claim, anchor=anchor, distance=_without_figures(claim, anchor, policy))
        return
    paths = (Path.STRAIGHT,) if claim.relation.may_declare_zone else (Path.STRAIGHT, Path.ROAD)
    edges = (Edge.CENTRE, Edge.EDGE)
    for path, edge, unit, rounding in product(paths, edges, _units(claim.distance, policy), policy.roundings):
        distance = distance_as_read(claim, anchor, unit=unit, rounding=rounding, path=path, edge=edge, policy=policy)
        yield Reading(claim=claim, anchor=anchor, unit=unit, rounding=rounding, path=path, edge=edge, distance=distance)


def _without_figures(claim: Claim, anchor: Place, policy: Policy) -> Interval:
    """Distances allowed by a claim that states none."""
    if claim.relation is Relation.NEAR:
        return Interval(0.0, policy.near_max_m + anchor.extent_m)
    if claim.relation is Relation.OUTSIDE:
        return Interval(anchor.extent_m, math.inf)
    return Interval(0.0, anchor.extent_m)


def _units(quantity: Quantity, policy: Policy) -> tuple[Unit, ...]:
    """The units that a figure may be in: plain miles may be nautical, unless a second unit settles it."""
    may_be_nautical = policy.nautical_reading and quantity.unit is Unit.MILE and quantity.plain_unit and quantity.alternative is None
    return (Unit.MILE, Unit.NAUTICAL_MILE) if may_be_nautical else (quantity.unit,)


def distance_as_read(
    claim: Claim,
    anchor: Place,
    *,
    unit: Unit,
    rounding: str = "literal",
    path: Path = Path.STRAIGHT,
    edge: Edge = Edge.CENTRE,
    policy: Policy,
    detour: float | None = None,
) -> Interval:
    """Straight-line distances from the anchor's point that the claim allows when read so, metres.

    By road the detour may be anything from 1 to the policy's maximum, or the one given. From the edge, the distance may have been
    measured from any point of the place, which moves both ends by its extent (METHOD: the outer of an anchor of extent R is
    [a − R, b + R]).

    Raises ValueError for a claim without figures.
    """
    if claim.distance is None or claim.stated_distance is None:
        msg = f"claim {claim.id} has no figures"
        raise ValueError(msg)
    interval = scaled(claim.stated_distance, unit.metres / claim.distance.unit.metres)
    slack = rounding_slack(claim.distance, rounding) * unit.metres
    interval = interval.widened(slack)
    if path is Path.ROAD:
        interval = Interval(interval.low / (detour or policy.detour_max), interval.high / (detour or 1.0))
    if edge is Edge.EDGE:
        interval = interval.widened(anchor.extent_m)
    # "Outside the 200-mile zone" is the complement of the zone.
    return Interval(interval.high, math.inf) if claim.relation is Relation.OUTSIDE else interval


def scaled(interval: Interval, factor: float) -> Interval:
    """An interval times a factor; unchanged, to the bit, for a factor of one."""
    return interval if factor == 1.0 else Interval(interval.low * factor, interval.high * factor)


def rounding_slack(quantity: Quantity, rounding: str) -> float:
    """Half the width that the figures may stand for under a named convention, in the quantity's unit; the widest of a range's two."""
    rule = ROUNDING_RULES[rounding]
    return max((rule(figure) for figure in quantity.figures), default=0.0)

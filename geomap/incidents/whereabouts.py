"""Where claims put an incident, roughly: points with how far from them it may be."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from geomap.geometry.geodesy import destination, distance_m
from geomap.model import Claim, Location, MentionKey, MentionKind
from geomap.units import degrees_from_bearing

LonLat = tuple[float, float]

_SLACK = 0.15
"""Figures and directions of accounts differ by so much of the distance."""
_NEAR_M = 15_000.0
"""What is near a place is so far from it at most."""
_POSITION_M = 1_000.0
"""A position in figures is known to so much."""
_NARROWEST = 3
"""Of all spots of an incident so many, the narrowest, say where it was."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A point, and how far from it the thing may be."""

    at: LonLat
    slack_m: float
    country: str | None


@dataclass(frozen=True, slots=True)
class Gap:
    """How far two incidents are from each other at the least, and how closely that is known, metres."""

    apart_m: float
    slack_m: float


def spots_of(claims: Iterable[Claim], where: Mapping[MentionKey, Location]) -> tuple[Spot, ...]:
    """Where claims with places put their thing, the narrowest first; those whose anchors are not resolved say nothing."""
    found = (_spot(claim, where) for claim in claims if claim.is_position)
    return tuple(sorted((spot for spot in found if spot is not None), key=lambda spot: (spot.slack_m, spot.at)))


def _spot(claim: Claim, where: Mapping[MentionKey, Location]) -> Spot | None:
    anchor = next(iter(claim.anchors), None)
    if anchor is None or anchor.kind in (MentionKind.BORDER, MentionKind.COAST):
        return None  # along which part of it?
    location = where.get(anchor.key)
    place = None if location is None else location.resolved
    at = place.lonlat if place is not None else anchor.lonlat
    if at is None or (claim.literal_distance is not None and place is not None and place.is_area):
        return None
    extent = place.extent_m if place is not None else _POSITION_M
    moved, slack = _reach(claim, at)
    return Spot(moved, slack + extent, None if place is None else place.country)


def _reach(claim: Claim, at: LonLat) -> tuple[LonLat, float]:
    """Whither a claim moves a point, and how far round that its thing may be."""
    stated = claim.literal_distance
    if stated is None:
        return at, 0.0 if claim.relation.traits.is_containment else _NEAR_M
    if not math.isfinite(stated.high):
        return at, 3 * stated.low
    if claim.bearing is None:
        return at, stated.high * (1 + _SLACK)
    middle = (stated.low + stated.high) / 2
    return destination(at, degrees_from_bearing(claim.bearing), middle), stated.high * 2 * _SLACK


def gap(one: tuple[Spot, ...], two: tuple[Spot, ...]) -> Gap | None:
    """How far apart two incidents are by their narrowest spots, by the pair that fits best; None where one has none."""
    pairs = [(first, second) for first in one[:_NARROWEST] for second in two[:_NARROWEST]]
    if not pairs:
        return None
    gaps = (Gap(max(0.0, distance_m(a.at, b.at) - a.slack_m - b.slack_m), a.slack_m + b.slack_m) for a, b in pairs)
    return min(gaps, key=lambda found: (found.apart_m, found.slack_m))

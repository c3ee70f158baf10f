"""Readings → regions: inner and outer bounds, and the exact predicate."""

from __future__ import annotations

import math

from geomap.geodesy import distance_m
from geomap.model import Claim, Qualifier, Reading, Region
from geomap.policy import Policy
from geomap.readings import rounding_slack
from geomap.relations import Relation
from geomap.units import Interval


def build(reading: Reading, *, policy: Policy) -> Region:
    """The region of a reading.

    The outer bound adds to the reading's interval half the heaping step of the figures, the width of "about" and the anchor's extent,
    linearly, as maximum errors add (Wieczorek et al. 2004); the inner bound takes away half the last significant digit and the
    extent. A place's own footprint stands in for a missing figure: its circle of extent, which is an inner bound only where the
    extent is stated, and half of it where it is not. A zone of at least a radius has no outer bound.
    """
    claim, interval = reading.claim, reading.distance
    if claim.relation is Relation.NEAR:
        return Region(reading=reading, outer=interval, inner=Interval(0.0, policy.near_m), fuzzy=True)
    if claim.literal_distance is None or claim.distance is None or reading.unit is None:
        return _footprint(reading)
    metres = reading.unit.metres
    figures = [value * metres for value in claim.distance.values]
    about = policy.about * max(figures) if claim.distance.qualifier is Qualifier.ABOUT else 0.0
    outer_slack = max(rounding_slack(claim.distance, policy.outer_rounding) * metres, about) + reading.anchor.extent_m
    inner_slack = rounding_slack(claim.distance, policy.inner_rounding) * metres + reading.anchor.extent_m
    outer = interval.widened(outer_slack)
    inner = None if claim.bearing else _inner(claim, interval, inner_slack)
    if claim.zone_may_reach_farther:
        outer = Interval(outer.low, math.inf)
        inner = None if claim.relation is Relation.OUTSIDE else inner
    return Region(reading=reading, outer=outer, inner=inner)


def _inner(claim: Claim, interval: Interval, slack: float) -> Interval | None:
    """The inner bound: narrower by the slack, but a bare figure keeps half its last digit, since nobody measures to the metre."""
    if interval.low == interval.high and claim.distance is not None:
        half = rounding_slack(claim.distance, "chapman2020") * claim.distance.unit.metres
        left = 2 * half - slack
        return Interval(max(0.0, interval.low - left), interval.high + left) if left > 0 else None
    return interval.narrowed(slack)


def _footprint(reading: Reading) -> Region:
    anchor, interval = reading.anchor, reading.distance
    if anchor.is_area:
        return Region(reading=reading, outer=interval, inner=None)
    share = 1.0 if anchor.extent_stated else 0.5
    if math.isinf(interval.high):
        return Region(reading=reading, outer=Interval(interval.low * share, math.inf), inner=interval)
    return Region(reading=reading, outer=interval, inner=Interval(0.0, interval.high * share))


def contains(region: Region, lonlat: tuple[float, float]) -> bool:
    """Whether a point (lon, lat) is in the region as read, by exact geodesic distance."""
    return region.plain.contains(distance_m(region.anchor.lonlat, lonlat))


def contains_surely(region: Region, lonlat: tuple[float, float]) -> bool:
    """Whether a point is in the region's inner bound."""
    return region.inner is not None and region.inner.contains(distance_m(region.anchor.lonlat, lonlat))

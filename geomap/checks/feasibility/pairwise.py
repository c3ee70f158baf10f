"""Two claims, each a range of distances from a ground: can both hold? In constant time, and exact where both grounds are points.

A point P whose distances from two grounds are d₁ and d₂ has d₁ + d₂ ≥ N, d₂ ≤ d₁ + F₁ and d₁ ≤ d₂ + F₂, where N is the least distance
between the grounds, F₁ how far the first reaches away from the second, and F₂ the second from the first (by the triangle inequality).
Distances are negative inside an area; those on the right count as no less than zero, but not where F ≤ 0: the one ground then lies in the
other, and what is so deep in it is no less deep in the other. So two ranges [a, b] have no common point where
slack = min(b₁ + b₂ − N, b₂ + F₂ − a₁, b₁ + F₁ − a₂) < 0; −slack is the gap, how far one number must be wrong.

From one and the same ground, F₁ = F₂ = 0, that is max(a₁ − b₂, a₂ − b₁), and exact for points, lines and areas alike: on the shortest way
from a point to the ground its distance runs through all that are less, so two levels of it are as far apart as they differ.

For points N = F₁ = F₂ is their geodesic distance, and slack ≥ 0 is sufficient too: the distances from two points that a third can have
fill exactly that range, short of the antipodes. For other grounds `geomap.checks.feasibility.search` has to find the common point.
"""

from __future__ import annotations

import math
from collections.abc import Callable

from geomap.geometry.geodesy import azimuth_deg, destination, distance_m
from geomap.model import Apart
from geomap.units import Interval

LonLat = tuple[float, float]


def gap_m(first: Interval, second: Interval, apart: Apart) -> float:
    """Gap in metres between two ranges of distances; negative for an overlap.

    >>> round(gap_m(Interval(0, 54_717.696), Interval(72_420.48, math.inf), Apart.points(0.0)), 3)
    17702.784

    Five and ten kilometres inside one area, and as far inside and outside of it:

    >>> one = Apart(-math.inf, 0.0, 0.0)
    >>> gap_m(Interval(-10e3, -10e3), Interval(-5e3, -5e3), one), gap_m(Interval(-5e3, -5e3), Interval(5e3, 5e3), one)
    (5000.0, 10000.0)
    """
    return -min(
        first.high + second.high - apart.nearest,
        _farthest(second.high, apart.second) - first.low,
        _farthest(first.high, apart.first) - second.low,
    )


def _farthest(high: float, reach: float) -> float:
    """How far from one ground a point can be that is no farther than `high` from another, which reaches so far away from the first."""
    return (high if reach <= 0 else max(0.0, high)) + reach


def outside_m(position: Interval, radius_m: float, apart: Apart) -> float:
    """How far the nearest possible point of a position lies outside the edge of a zone, the second ground; negative where it may be inside."""
    nearest = max(0.0, position.low - apart.second, apart.nearest - position.high)
    return nearest - radius_m


def inside_m(position: Interval, radius_m: float, apart: Apart) -> float:
    """How far the farthest possible point of a position lies inside a zone's edge; negative where it may be outside."""
    return radius_m - _farthest(position.high, apart.first)


def common_point(first: Interval, centre: LonLat, second: Interval, other: LonLat) -> LonLat | None:
    """A point (lon, lat) whose distances from both anchors are allowed, in the middle of what is allowed; None where there is none.

    On the geodesic through the anchors the distances run through all that is possible in line; off it, a root on the azimuth is
    bracketed between towards and away from the other anchor.
    """
    apart = distance_m(centre, other)
    if gap_m(first, second, Apart.points(apart)) > 0:
        return None
    low = max(first.low, apart - second.high, second.low - apart)
    high = min(first.high, apart + second.high)
    reach = _middle(max(low, 0.0), high)
    nearest, farthest = abs(apart - reach), apart + reach
    wanted = _middle(max(second.low, nearest), min(second.high, farthest))
    bearing = azimuth_deg(centre, other) if apart > 0 else 0.0
    return _at_distances(centre, reach, other, wanted, bearing)


def _middle(low: float, high: float) -> float:
    """A value well inside an interval that may have no upper end."""
    return low + 10_000.0 if math.isinf(high) else (low + max(low, high)) / 2


def _at_distances(centre: LonLat, reach: float, other: LonLat, wanted: float, bearing: float) -> LonLat:
    """The point `reach` from `centre` whose distance from `other` is nearest to `wanted`, by bisection on the azimuth."""

    def distance_at(turn: float) -> float:
        return distance_m(other, destination(centre, bearing + turn, reach))

    turn = bisect(lambda value: distance_at(value) - wanted, 0.0, 180.0)
    return destination(centre, bearing + turn, reach)


def bisect(function: Callable[[float], float], low: float, high: float, *, steps: int = 80) -> float:
    """A root of a monotonic function between `low` and `high`; the end that is nearer to zero where the sign does not change."""
    at_low, at_high = function(low), function(high)
    if at_low == 0 or at_low * at_high > 0:
        return low if abs(at_low) <= abs(at_high) else high
    for _ in range(steps):
        middle = (low + high) / 2
        if (function(middle) > 0) == (at_low > 0):
            low = middle
        else:
            high = middle
    return (low + high) / 2

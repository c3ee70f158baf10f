"""Two claims, each a range of distances from a point: can both hold? Exact, in constant time.

With D the geodesic distance of the anchors and [a, b] the allowed distances, a common point exists if and only if
slack = min(b₁ + b₂ − D, D + b₂ − a₁, D + b₁ − a₂) ≥ 0; −slack is the gap, how far one number must be wrong. (On the ellipsoid the
distances from two anchors that a point can have fill exactly that range, short of the antipodes.)
"""

from __future__ import annotations

import math
from collections.abc import Callable

from geomap.geodesy import azimuth_deg, destination, distance_m
from geomap.units import Interval

LonLat = tuple[float, float]


def gap_m(first: Interval, second: Interval, apart_m: float) -> float:
    """Gap in metres between two ranges of distances from anchors that lie `apart_m` from each other; negative for an overlap.

    >>> round(gap_m(Interval(0, 54_717.696), Interval(72_420.48, math.inf), 0.0), 3)
    17702.784
    """
    return -min(first.high + second.high - apart_m, apart_m + second.high - first.low, apart_m + first.high - second.low)


def outside_m(position: Interval, radius_m: float, apart_m: float) -> float:
    """How far the nearest possible point of a position lies outside a zone's edge; negative where it may be inside."""
    nearest = max(0.0, position.low - apart_m, apart_m - position.high)
    return nearest - radius_m


def inside_m(position: Interval, radius_m: float, apart_m: float) -> float:
    """How far the farthest possible point of a position lies inside a zone's edge; negative where it may be outside."""
    return radius_m - (apart_m + position.high)


def common_point(first: Interval, centre: LonLat, second: Interval, other: LonLat) -> LonLat | None:
    """A point (lon, lat) whose distances from both anchors are allowed, in the middle of what is allowed; None where there is none.

    On the geodesic through the anchors the distances run through all that is possible in line; off it, a root on the azimuth is
    bracketed between towards and away from the other anchor.
    """
    apart = distance_m(centre, other)
    if gap_m(first, second, apart) > 0:
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

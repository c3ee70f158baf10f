"""Several claims, each a range of distances from a point: every set of them that has a common point, exactly.

The circles of the claims cut the earth into cells, and within a cell the same claims hold. Each cell has on its edge a point where two
circles cross, or it is bounded by whole circles; so the crossings and one point of each circle, with the anchors themselves, show all that
there is (the candidates of an arrangement, as in computational geometry: e.g. de Berg et al. 2008, ch. 8).
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from geomap.geometry.geodesy import FARTHEST_M, WGS84, Array
from geomap.units import Interval

LonLat = tuple[float, float]
_HALVINGS = 44
"""Of 180 degrees, which leaves some micrometres on the largest circle."""
_EDGE_M = 1e-3
"""Points this near to a circle are on it."""


class Arrangement:
    """The circles of some claims, and which claims hold at each candidate."""

    def __init__(self, centres: Sequence[LonLat], intervals: Sequence[Interval]) -> None:
        self.points = _candidates(np.array(centres, dtype=float), intervals)
        """Longitudes and latitudes of the candidates, two columns."""
        self.holds = _held(self.points, np.array(centres, dtype=float), intervals)
        """Which claims hold at which candidate, one row a candidate."""

    def possible(self, chosen: frozenset[int]) -> bool:
        """Whether some claims, by their numbers, have a common point."""
        return bool(self.holds[:, sorted(chosen)].all(axis=1).any())

    def witness(self, chosen: frozenset[int]) -> LonLat | None:
        """A common point (lon, lat) of some claims; None where they have none."""
        rows = np.flatnonzero(self.holds[:, sorted(chosen)].all(axis=1))
        return (float(self.points[rows[0], 0]), float(self.points[rows[0], 1])) if len(rows) else None


def _candidates(centres: Array, intervals: Sequence[Interval]) -> Array:
    circles = [
        (number, radius)
        for number, interval in enumerate(intervals)
        for radius in sorted({interval.low, interval.high})
        if 0 < radius < FARTHEST_M
    ]
    if not circles:
        return centres
    owner, radius = np.array([each[0] for each in circles]), np.array([each[1] for each in circles])
    own = _reached(centres[owner], np.zeros(len(owner)), radius)
    one, other = np.triu_indices(len(circles), k=1)
    apart = owner[one] != owner[other]
    one, other = one[apart], other[apart]
    crossings = [_crossings(centres[owner[one]], radius[one], centres[owner[other]], radius[other], turn) for turn in (1.0, -1.0)]
    return np.concatenate([centres, own, *crossings])


def _crossings(centre: Array, radius: Array, other: Array, wanted: Array, turn: float) -> Array:
    """Where circles cross others on one side of the line through their centres: the distance grows all the way from towards to away."""
    towards = np.atleast_1d(np.asarray(WGS84.inv(centre[:, 0], centre[:, 1], other[:, 0], other[:, 1])[0])) if len(centre) else np.zeros(0)
    low, high = np.zeros(len(centre)), np.full(len(centre), 180.0)

    def over(angle: Array) -> Array:
        at = _reached(centre, towards + turn * angle, radius)
        return np.atleast_1d(np.asarray(WGS84.inv(at[:, 0], at[:, 1], other[:, 0], other[:, 1])[2])) - wanted

    if not len(centre):
        return np.zeros((0, 2))
    # Circles that only touch, as far as figures tell, count as crossing.
    crossing = (over(low) <= _EDGE_M) & (over(high) >= -_EDGE_M)
    centre, radius, other, wanted, towards = centre[crossing], radius[crossing], other[crossing], wanted[crossing], towards[crossing]
    low, high = low[crossing], high[crossing]
    for _ in range(_HALVINGS if len(centre) else 0):
        middle = (low + high) / 2
        below = over(middle) < 0
        low, high = np.where(below, middle, low), np.where(below, high, middle)
    return _reached(centre, towards + turn * (low + high) / 2, radius)


def _reached(centre: Array, azimuth: Array, radius: Array) -> Array:
    if not len(centre):
        return np.zeros((0, 2))
    lons, lats, _ = WGS84.fwd(centre[:, 0], centre[:, 1], azimuth, radius)
    return np.column_stack([np.atleast_1d(lons), np.atleast_1d(lats)])


def _held(points: Array, centres: Array, intervals: Sequence[Interval]) -> NDArray[np.bool_]:
    held = np.zeros((len(points), len(intervals)), dtype=bool)
    for number, (centre, interval) in enumerate(zip(centres, intervals, strict=True)):
        lons, lats = np.full(len(points), centre[0]), np.full(len(points), centre[1])
        away = np.atleast_1d(np.asarray(WGS84.inv(lons, lats, points[:, 0], points[:, 1])[2]))
        held[:, number] = (away >= interval.low - _EDGE_M) & (away <= interval.high + _EDGE_M)
    return held

"""Is there a point where several regions meet? A certified branch and bound over the earth.

Each region has a slack at each point: how far inside its bounds the point lies, in metres, negative outside. A slack changes by at most a
metre a metre, and so does the least of several. So over a box of longitudes and latitudes it is nowhere greater than in the middle plus
the box's reach. Boxes that this rules out are dropped, the others are cut in four, all of a round at once; what is left brackets the
greatest slack. Where it is not below zero, its point is a witness; where the bracket lies below zero, there is none, certainly.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from geomap.geometry.annular import crossings
from geomap.geometry.constraint import Bounds
from geomap.geometry.geodesy import Array

LonLat = tuple[float, float]
EPSILON_M = 20.0
"""How closely the greatest slack is bracketed."""
_SHARE = 0.01
"""Or this share of it, where that is more."""
MOST_BOXES = 20_000
"""Boxes that one search looks at; then what it has is its answer."""
_TRIES = (12, 3)
"""Directions and distances of the points that are tried first."""
_SURE_BOXES = 4_000
"""After so many a bracket that lies below zero is narrow enough."""
_METRES_A_DEGREE = 111_700.0
"""No degree of latitude is longer, nor a degree of longitude on the equator."""
_FIRST = (36, 18)
"""Boxes that the whole earth is cut into at first: ten degrees each."""


@dataclass(frozen=True, slots=True)
class Meeting:
    """What a search found."""

    slack: float
    """The greatest slack that a point was found with, metres; negative where no point lies in all regions."""
    most: float
    """No point has a greater one; infinite where none was looked for, as one is enough."""
    point: LonLat
    """Where it is (lon, lat)."""

    @property
    def feasible(self) -> bool | None:
        """Whether the regions meet; None where that is undecided within the bracket."""
        return True if self.slack >= 0 else False if self.most < 0 else None


def meet(regions: Sequence[Bounds], *, epsilon_m: float = EPSILON_M, only_whether: bool = False) -> Meeting:
    """Find a point in all regions, or bracket the greatest slack that one can have, to `epsilon_m` or a hundredth of it.

    A region without an inside, as at an exact distance, is met within `epsilon_m`. With `only_whether` no bracket is closed further than
    that the regions surely have no common point, which takes far fewer boxes.
    """
    tried = _tried(regions, epsilon_m)
    if tried is not None:
        return tried
    found = _search(regions, 0.0, epsilon_m, only_whether=only_whether)
    if found.feasible is not False or only_whether:
        return found
    # In no box round the smallest region itself: what misses all regions least may lie outside it, but no farther than was found.
    return _search(regions, -found.slack, epsilon_m, only_whether=False)


def _enough(regions: Sequence[Bounds], epsilon_m: float) -> float:
    """The slack of a point that is in all regions; what has no inside is met within a bracket."""
    return -epsilon_m if any(region.interval.low == region.interval.high for region in regions) else 0.0


def _tried(regions: Sequence[Bounds], epsilon_m: float) -> Meeting | None:
    """A point that some regions have in common, if one of some of their points is; most regions that meet show one so."""
    annuli = [annulus for region in regions if (annulus := region.annulus) is not None]
    points = [region.sampled(*_TRIES) for region in regions]
    points += [crossings(one, other) for one, other in combinations(annuli, 2)]
    lons, lats = np.concatenate([each[0] for each in points]), np.concatenate([each[1] for each in points])
    slacks = slack_in_all(regions, lons, lats)
    top = int(np.argmax(slacks))
    return (
        Meeting(float(slacks[top]), math.inf, (float(lons[top]), float(lats[top]))) if slacks[top] >= _enough(regions, epsilon_m) else None
    )


def _search(regions: Sequence[Bounds], beyond_m: float, epsilon_m: float, *, only_whether: bool) -> Meeting:
    """Bracket the greatest slack round the smallest region and some metres beyond it."""
    enough = _enough(regions, epsilon_m)
    boxes = _start(regions, beyond_m)
    best, point, looked = -math.inf, (0.0, 0.0), 0
    ceiling = -math.inf  # of the boxes that were dropped
    while True:
        lons, lats, wide, high = boxes
        slacks = slack_in_all(regions, lons, lats)
        looked += len(lons)
        top = int(np.argmax(slacks))
        if slacks[top] > best:
            best, point = float(slacks[top]), (float((lons[top] + 180.0) % 360.0 - 180.0), float(lats[top]))
        if best >= enough:
            return Meeting(best, math.inf, point)
        most = slacks + _reach(lats, wide, high)
        bracket = max(epsilon_m, _SHARE * abs(best))
        left = most > best + bracket
        if only_whether:
            left &= most >= 0
        ceiling = max(ceiling, float(most[~left].max(initial=-math.inf)))
        if not left.any():
            return Meeting(best, ceiling, point)
        if looked > MOST_BOXES or (looked > _SURE_BOXES and most.max() < 0):
            return Meeting(best, max(float(most.max()), ceiling), point)
        boxes = _quartered(lons[left], lats[left], wide[left], high[left])


def slack_in_all(regions: Sequence[Bounds], lons: Array, lats: Array) -> Array:
    """The least of the slacks of points in some regions."""
    least = np.full(len(lons), np.inf)
    for region in regions:
        least = np.minimum(least, region.slacks(lons, lats))
    return least


Boxes = tuple[Array, Array, Array, Array]
"""Longitudes and latitudes of middles, half widths and half heights, in degrees."""


def _start(regions: Sequence[Bounds], beyond_m: float) -> Boxes:
    """Boxes round the region that is surely smallest and what is little beyond it, or over the whole earth."""
    west, south, east, north = min((region.box(beyond_m) for region in regions), key=lambda box: (box[2] - box[0]) * (box[3] - box[1]))
    across, up = _FIRST
    wide, high = (east - west) / across / 2, (north - south) / up / 2
    lons, lats = np.meshgrid(west + wide * (2 * np.arange(across) + 1), south + high * (2 * np.arange(up) + 1))
    return lons.ravel(), lats.ravel(), np.full(lons.size, wide), np.full(lons.size, high)


def _quartered(lons: Array, lats: Array, wide: Array, high: Array) -> Boxes:
    wide, high = wide / 2, high / 2
    east, north = np.array([-1.0, 1.0, -1.0, 1.0]), np.array([-1.0, -1.0, 1.0, 1.0])
    return (
        (lons[:, None] + wide[:, None] * east).ravel(),
        (lats[:, None] + high[:, None] * north).ravel(),
        np.repeat(wide, 4),
        np.repeat(high, 4),
    )


def _reach(lats: Array, wide: Array, high: Array) -> Array:
    """No point of a box is farther from its middle: along the meridian first, and then along the parallel of the point, which is longer."""
    nearest_to_equator = np.maximum(0.0, np.abs(lats) - high)
    return _METRES_A_DEGREE * (high + wide * np.cos(np.radians(nearest_to_equator)))

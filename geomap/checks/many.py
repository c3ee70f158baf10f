"""Pairs of claims about points by the million: the test of `geomap.checks.pairwise` on arrays, exact, with a sphere before it.

A line element of the ellipsoid is at least b²/a and at most a²/b times the one of the unit sphere at the same longitude and geodetic
latitude, these being the least and the greatest radius of curvature. So is each geodesic distance beside the central angle. The two
bounds, 0.5 % to either side of their middle, decide all pairs but the close ones, and for those the distance itself is computed.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import ArrayLike, NDArray

from geomap.geodesy import Array, pair_distances_m
from geomap.rings import GREATEST_RADIUS_M, LEAST_RADIUS_M

_BATCH = 16_384
"""Pairs that are worked on at once: what a processor's cache holds."""
_SLACK_M = 1.0
"""More than the rounding error of a central angle, which grows to centimetres towards the antipode."""


def pair_gaps(  # noqa: PLR0917 (four columns a side)
    lon1: ArrayLike, lat1: ArrayLike, low1: ArrayLike, high1: ArrayLike, lon2: ArrayLike, lat2: ArrayLike, low2: ArrayLike, high2: ArrayLike
) -> Array:
    """Gaps in metres between ranges of distances from pairs of anchors, as `geomap.checks.pairwise.gap_m`; negative for overlaps.

    Anchors are longitudes and latitudes in degrees, ranges metres with ends that may be infinite; all are broadcast to one dimension.
    Raises ValueError for a range whose low end is above its high end or that ends below zero, and for what is not a number or not on
    the earth.
    """
    columns = _columns(lon1, lat1, low1, high1, lon2, lat2, low2, high2)
    gaps = np.empty(len(columns[0]))
    for batch in _batches(len(gaps)):
        first_lon, first_lat, least1, most1, second_lon, second_lat, least2, most2 = (column[batch] for column in columns)
        gaps[batch] = _gaps(pair_distances_m(first_lon, first_lat, second_lon, second_lat), least1, most1, least2, most2)
    return gaps


def pair_verdicts(  # noqa: PLR0917 (four columns a side)
    lon1: ArrayLike,
    lat1: ArrayLike,
    low1: ArrayLike,
    high1: ArrayLike,
    lon2: ArrayLike,
    lat2: ArrayLike,
    low2: ArrayLike,
    high2: ArrayLike,
    *,
    prefilter: bool = True,
) -> NDArray[np.bool_]:
    """Whether the claims of each pair contradict each other: whether their gap is greater than zero. Arguments as for `pair_gaps`.

    With `prefilter`, distances on a sphere decide where they can; the verdicts are the same and come sooner.
    """
    columns = _columns(lon1, lat1, low1, high1, lon2, lat2, low2, high2)
    if not prefilter:
        return pair_gaps(*columns) > 0
    verdicts = np.empty(len(columns[0]), dtype=bool)
    for batch in _batches(len(verdicts)):
        part = [column[batch] for column in columns]
        verdicts[batch], is_close = _by_sphere(*part)
        close = np.flatnonzero(is_close)
        if close.size:
            verdicts[batch.start + close] = pair_gaps(*(column[close] for column in part)) > 0
    return verdicts


def _by_sphere(  # noqa: PLR0917 (four columns a side)
    lon1: Array, lat1: Array, low1: Array, high1: Array, lon2: Array, lat2: Array, low2: Array, high2: Array
) -> tuple[NDArray[np.bool_], NDArray[np.bool_]]:
    """Verdicts by the bounds of the distance, and which pairs these do not decide."""
    angles = _central_angles(lon1, lat1, lon2, lat2)
    least, most = LEAST_RADIUS_M * angles - _SLACK_M, GREATEST_RADIUS_M * angles + _SLACK_M
    too_far, too_near = high1 + high2, np.maximum(low1 - high2, low2 - high1)
    contradictory = (least > too_far) | (most < too_near)
    return contradictory, ~(contradictory | ((most <= too_far) & (least >= too_near)))


def _central_angles(lon1: Array, lat1: Array, lon2: Array, lat2: Array) -> Array:
    """Angles between points on a sphere, radians, by the haversine formula."""
    first, second = np.radians(lat1), np.radians(lat2)
    across = np.sin(np.radians(lon2 - lon1) / 2)
    along = np.sin((second - first) / 2)
    angles: Array = 2 * np.arcsin(np.sqrt(np.minimum(1.0, along * along + np.cos(first) * np.cos(second) * across * across)))
    return angles


def _gaps(apart_m: Array, low1: Array, high1: Array, low2: Array, high2: Array) -> Array:
    gaps: Array = -np.minimum(np.minimum(high1 + high2 - apart_m, apart_m + high2 - low1), apart_m + high1 - low2)
    return gaps


def _columns(*values: ArrayLike) -> tuple[Array, ...]:
    """The arguments as arrays of one length, checked."""
    columns = tuple(np.broadcast_arrays(*(np.atleast_1d(np.asarray(value, dtype=np.float64)) for value in values)))
    lon1, lat1, low1, high1, lon2, lat2, low2, high2 = columns
    # Comparisons are false for what is not a number.
    if not (bool((low1 <= high1).all()) and bool((low2 <= high2).all())):
        raise ValueError("a range of distances has its low end above its high end, or one that is not a number")
    if not (bool((high1 >= 0).all()) and bool((high2 >= 0).all())):
        raise ValueError("a range of distances from a point ends at less than nothing")
    if not all(bool((np.abs(lat) <= 90.0).all()) for lat in (lat1, lat2)) or not all(bool(np.isfinite(lon).all()) for lon in (lon1, lon2)):
        raise ValueError("an anchor is not on the earth")
    return columns


def _batches(count: int) -> list[slice]:
    return [slice(start, min(start + _BATCH, count)) for start in range(0, count, _BATCH)]

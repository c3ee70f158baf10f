"""How far regions lie apart, or how deep in each other: the least distance of a point of one from a point of the other.

Regions round points are compared exactly, with their directions, many pairs at once (`geomap.geometry.annular`). For lines and areas
without directions the formula of `pairwise` is the distance itself; for a region with directions against a line or an area, it is the
distance from the region to their edges. What is left, such as directions from an area, is searched for, to a stated bracket.
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from geomap.checks.feasibility.landscape import Landscape
from geomap.checks.feasibility.pairwise import gap_m
from geomap.checks.feasibility.search import EPSILON_M, least_distance, meet
from geomap.geometry.annular import Annuli, Annulus, margins_m, nearest_points
from geomap.geometry.constraint import Bounds
from geomap.geometry.geodesy import Array, azimuth_deg, destination, destinations, distance_m
from geomap.geometry.metric import Ground

LonLat = tuple[float, float]
_ON_EDGE_M = 1.5
"""No farther from an edge, a region meets it: edges are looked for to a metre."""
_AROUND, _ACROSS = 24, 4
"""Directions and distances at which a region is looked at for how deep it reaches into an area."""
_ROUNDS = 60
_CLOSE_M = 1e-3


def separations(pairs: Sequence[tuple[Bounds, Bounds]], landscape: Landscape) -> Array:
    """The margin of each two regions in metres: a gap, or negative an overlap; all in one go where they are round points."""
    margins = np.zeros(len(pairs))
    rows = [(first.annulus, second.annulus) for first, second in pairs]
    of_points = [number for number, (one, other) in enumerate(rows) if one is not None and other is not None]
    if of_points:
        ones, others = (Annuli.of([rows[number][which].row for number in of_points]) for which in (0, 1))  # type: ignore[union-attr]
        reach = np.array([pairs[number][0].margin_all_round + pairs[number][1].margin_all_round for number in of_points])
        margins[of_points] = margins_m(ones, others) - reach
    for number in set(range(len(pairs))).difference(of_points):
        margins[number] = _from_grounds(*pairs[number], landscape)
    return margins


def separation(first: Bounds, second: Bounds, landscape: Landscape) -> float:
    """As `separations`, of two."""
    return float(separations([(first, second)], landscape)[0])


def _from_grounds(first: Bounds, second: Bounds, landscape: Landscape) -> float:
    """The margin where one of the two at least measures from a line or an area."""
    least = gap_m(first.interval, second.interval, landscape.apart(first.ground, second.ground))
    if first.sector is None and second.sector is None:
        return least if least > 0 else _searched(first, second, least)
    for one, other in ((first, second), (second, first)):
        annulus = one.annulus
        if annulus is not None and other.sector is None:
            return _from_sector(one, annulus, other, least, landscape)
    found = _of_shapes(first, second)
    return max(found, least) if found > 0 else min(0.0, least)


def _searched(first: Bounds, second: Bounds, least: float) -> float:
    """An overlap by the formula, unless a search rules a common point out: distances from lines and areas may not be all there are.

    What reaches from two grounds outwards surely meets on the shortest way between them.
    """
    if all(each.interval.low <= 0 <= each.interval.high for each in (first, second)) or first.ground is second.ground:
        return least
    found = meet((first, second))
    return -2.0 * found.most if found.feasible is False else least


def _from_sector(one: Bounds, annulus: Annulus, other: Bounds, least: float, landscape: Landscape) -> float:
    """The margin of a region with directions round a point and one round a line or an area."""
    signed = _signed(annulus, other.ground, landscape)
    beyond = signed - other.interval.high
    if other.interval.high < 0 or other.interval.low > max(0.0, signed):
        found = meet((one, other))
        if found.feasible is False:
            return max(-2.0 * found.most, beyond) - one.margin_all_round
    if beyond > 0:
        return beyond - one.margin_all_round
    return max(least, beyond) - one.margin_all_round


def _signed(annulus: Annulus, ground: Ground, landscape: Landscape) -> float:
    """How far the nearest point of an annular sector is from a ground; negative inside an area, as deep as it reaches at some points."""
    to_edge = landscape.to_edges(annulus, ground)
    if not ground.is_area:
        return to_edge if to_edge > _ON_EDGE_M else 0.0
    if to_edge > _ON_EDGE_M and ground.distance(_some_point(annulus)) > 0 and annulus.distance(_corner_of(ground)) > 0:
        return to_edge
    lons, lats = _sampled(annulus)
    return min(0.0, float(ground.distances(lons, lats).min()))


def _some_point(annulus: Annulus) -> LonLat:
    return destination(annulus.at, annulus.middle, annulus.low)


def _corner_of(ground: Ground) -> LonLat:
    return (float(ground.starts[0, 0]), float(ground.starts[0, 1]))


def _sampled(annulus: Annulus) -> tuple[Array, Array]:
    """Some points of an annular sector."""
    high = annulus.high if math.isfinite(annulus.high) else annulus.low + 1_000_000.0
    reach, turn = np.meshgrid(np.linspace(annulus.low, high, _ACROSS), annulus.middle + np.linspace(-annulus.half, annulus.half, _AROUND))
    size = reach.size
    lons, lats, _ = destinations(np.full(size, annulus.at[0]), np.full(size, annulus.at[1]), turn.ravel(), reach.ravel())
    return lons, lats


def _of_shapes(first: Bounds, second: Bounds) -> float:
    """The least distance where directions count from an area: of points of the one with the search, from the other by its own distances."""
    if first.sector is not None and first.annulus is None and second.annulus is None and second.sector is not None:
        found = meet((first, second))
        return -2.0 * found.most if found.feasible is False else 0.0
    shape, plain = (first, second) if first.sector is not None and first.annulus is None else (second, first)
    found_m = least_distance(shape, plain.distances).found_m
    return max(0.0, found_m) if found_m > EPSILON_M else 0.0


def nearest_of(first: Bounds, second: Bounds) -> tuple[LonLat, LonLat] | None:
    """The points (lon, lat) of two regions that do not meet, one of each, that are nearest to each other; None where none are found.

    Round points on the ellipsoid itself; round lines and areas by projections from one region to the other and back, from the best of
    some points (alternating projections).
    """
    one, other = first.annulus, second.annulus
    if one is not None and other is not None:
        return nearest_points(one, other)
    best: tuple[LonLat, LonLat] | None = None
    for start in _starts(first, second):
        ends = _settled(first, second, start)
        if ends is not None and (best is None or distance_m(*ends) < distance_m(*best)):
            best = ends
    return best


def _starts(first: Bounds, second: Bounds) -> list[LonLat]:
    """Points where a search for the nearest points may begin."""
    found: list[LonLat] = []
    for one, other in ((first, second), (second, first)):
        lons, lats = (one.ground.starts[:, 0], one.ground.starts[:, 1]) if one.annulus is None else _sampled(one.annulus)
        at = int(np.argmin(other.distances(lons, lats)))
        found.append((float(lons[at]), float(lats[at])))
    return found


def _settled(first: Bounds, second: Bounds, start: LonLat) -> tuple[LonLat, LonLat] | None:
    there = _projected(start, second)
    ends = (_projected(there, first), there)
    for _ in range(_ROUNDS):
        there = _projected(ends[0], second)
        better = (_projected(there, first), there)
        if distance_m(*ends) - distance_m(*better) < _CLOSE_M:
            break
        ends = better
    inside = first.slack(ends[0]) >= -EPSILON_M and second.slack(ends[1]) >= -EPSILON_M
    return ends if inside else None


def _projected(point: LonLat, region: Bounds) -> LonLat:
    """The point of a region nearest to another, along the shortest way to what it measures from."""
    if region.annulus is not None:
        return region.annulus.nearest_point(point)
    away = region.ground.distance(point)
    wanted = min(max(away, region.interval.low), region.interval.high)
    if wanted == away:
        return point
    outwards = azimuth_deg(point, region.ground.nearest_point(point)) + (180.0 if away > 0 else 0.0)
    return destination(point, outwards, wanted - away)

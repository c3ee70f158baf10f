"""How far regions lie apart, or how deep in each other: the least distance of a point of one from a point of the other.

Regions round points are compared exactly, with their directions, many pairs at once (`geomap.geometry.annular`). For lines and areas
without directions the formula of `pairwise` is the distance itself; for a region with directions against a line or an area, it is the
distance from the region to their edges. What is left, such as directions from an area, is searched for, to a stated bracket.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from geomap.checks.feasibility.landscape import Landscape
from geomap.checks.feasibility.pairwise import gap_m
from geomap.checks.feasibility.search import EPSILON_M, least_distance, meet
from geomap.geometry.annular import Annuli, Annulus, margins_m, nearest_points
from geomap.geometry.constraint import Bounds
from geomap.geometry.geodesy import Array, azimuth_deg, destination, distance_m
from geomap.model import Apart

LonLat = tuple[float, float]
_AROUND, _ACROSS = 24, 4
"""Directions and distances of the points of a region from which a nearest one is looked for."""
_ROUNDS = 60
_CLOSE_M = 1e-3


def separations(pairs: Sequence[tuple[Bounds, Bounds]], landscape: Landscape) -> Array:
    """The margin of each two regions in metres: a gap, or negative an overlap; all in one go where they are round points."""
    margins = np.zeros(len(pairs))
    rows = [(first.annulus, second.annulus) for first, second in pairs]
    of_points: list[tuple[int, Annulus, Annulus]] = []
    round_it: dict[tuple[LonLat, int], list[tuple[int, Bounds, Bounds]]] = {}
    for number, ((first, second), (one, other)) in enumerate(zip(pairs, rows, strict=True)):
        if one is not None and other is not None:
            of_points.append((number, one, other))
            continue
        inner, outer = (second, first) if one is None else (first, second)
        annulus = inner.annulus
        if annulus is None or outer.sector is not None or _reach_from_zero(first, second):
            margins[number] = _of_shapes(first, second, landscape)
        else:
            round_it.setdefault((annulus.at, id(outer.ground)), []).append((number, inner, outer))
    if of_points:
        ones, others = Annuli.of([one.row for _, one, _ in of_points]), Annuli.of([other.row for _, _, other in of_points])
        margins[[number for number, _, _ in of_points]] = margins_m(ones, others)
    for group in round_it.values():
        for number, margin in _from_grounds(group, landscape):
            margins[number] = margin
    wider = [first.margin_all_round + second.margin_all_round for first, second in pairs]
    found: Array = margins - np.array(wider)
    return found


def separation(first: Bounds, second: Bounds, landscape: Landscape) -> float:
    """As `separations`, of two."""
    return float(separations([(first, second)], landscape)[0])


def _reach_from_zero(first: Bounds, second: Bounds) -> bool:
    """Whether two regions without directions reach from their grounds outwards: then these are nearest where the grounds are."""
    return all(each.sector is None and each.interval.low <= 0 <= each.interval.high for each in (first, second))


def _from_grounds(group: Sequence[tuple[int, Bounds, Bounds]], landscape: Landscape) -> Iterator[tuple[int, float]]:
    """The margins, with their numbers, of regions round one point against regions round a line or an area."""
    _, inner, outer = group[0]
    sectors = [each.annulus for _, each, _ in group if each.annulus is not None]
    apart = landscape.apart(inner.ground, outer.ground)
    left = []
    for (number, inner, outer), sector in zip(group, sectors, strict=True):
        # All that is so far from the point lies at distances that the other allows, in whatever direction.
        if apart.nearest + sector.high <= outer.interval.high and apart.nearest - sector.high >= outer.interval.low:
            yield number, gap_m(inner.interval, outer.interval, apart)
        else:
            left.append((number, inner, outer, sector))
    if not left:
        return
    local = landscape.around(sectors[0].at, outer.ground)
    near, far = local.ranges([sector for *_, sector in left])
    for (number, inner, outer, sector), nearest, farthest in zip(left, near.tolist(), far.tolist(), strict=True):
        beyond, short = nearest - outer.interval.high, outer.interval.low - farthest
        if beyond > 0 and outer.interval.high >= 0:
            yield number, beyond
            continue
        # How deep an area is, and how far all of a region from a ground, is known at some points only: there the level's line decides.
        level = outer.interval.high if beyond > 0 else outer.interval.low
        gap = local.to_level(sector, level) if max(beyond, short) > 0 else 0.0
        yield number, gap if 0 < gap < math.inf else min(0.0, max(gap_m(inner.interval, outer.interval, apart), beyond, short))


def _of_shapes(first: Bounds, second: Bounds, landscape: Landscape) -> float:
    """The margin where neither is round a point, or directions count from an area."""
    apart = landscape.apart(first.ground, second.ground)
    least = gap_m(first.interval, second.interval, apart)
    if first.sector is None and second.sector is None:
        endless = first.interval.high == second.interval.high == math.inf
        if endless or first.ground is second.ground or _reach_from_zero(first, second):
            return least
        if min(first.interval.high, second.interval.high) >= 0 and least == _between(first, second, apart) > 0:
            return least
        gap = _of_belts(first, second, landscape)
        return gap if 0 < gap < math.inf else min(0.0, least)
    region, other = (first, second) if _is_searched(first, second) else (second, first)
    return _searched(region, other, min(0.0, least))


def _between(first: Bounds, second: Bounds, apart: Apart) -> float:
    """The gap where two regions lie side by side."""
    return apart.nearest - first.interval.high - second.interval.high


def _of_belts(first: Bounds, second: Bounds, landscape: Landscape) -> float:
    """The gap of what lies round two lines or areas, in a plane about where these are nearest to each other; nought where they meet."""
    centre = landscape.nearest_corner(first.ground, second.ground)
    one, other = (landscape.around(centre, each.ground) for each in (first, second))
    return one.apart(first.interval, other, second.interval)


def _is_searched(first: Bounds, second: Bounds) -> bool:
    """Whether of two regions points of the first are to be looked for, and how far they are from the second: where that is exact.

    It is so of regions round points, and of those that reach from a line or an area outwards.
    """
    if second.annulus is not None or first.annulus is not None:
        return first.annulus is None
    return second.sector is None and second.interval.low <= 0 <= second.interval.high


def _searched(region: Bounds, other: Bounds, overlap: float) -> float:
    """The least distance of a point of a region from another, to the search's bracket; the overlap where they meet as far as that shows."""
    if meet((region, other)).feasible:
        return overlap
    found = least_distance(region, other.distances)
    # Where nothing is as deep in an area as the words have it, no point is left to be near to anything.
    return found.found_m if EPSILON_M < found.found_m < math.inf else overlap


def nearest_of(first: Bounds, second: Bounds, landscape: Landscape) -> tuple[LonLat, LonLat] | None:
    """The points (lon, lat) of two regions that do not meet, one of each, that are nearest to each other; None where none are found.

    Round points on the ellipsoid itself; round lines and areas by projections from one region to the other and back, from the best of
    some points (alternating projections).
    """
    one, other = first.annulus, second.annulus
    if one is not None and other is not None:
        return nearest_points(one, other)
    best: tuple[LonLat, LonLat] | None = None
    if one is not None and second.sector is None:
        best = landscape.around(one.at, second.ground).nearest_points(one, second.interval)
    elif other is not None and first.sector is None:
        turned = landscape.around(other.at, first.ground).nearest_points(other, first.interval)
        best = None if turned is None else (turned[1], turned[0])
    for start in [best[1]] if best is not None else _starts(first, second):
        ends = _settled(first, second, start)
        if ends is not None and (best is None or distance_m(*ends) < distance_m(*best)):
            best = ends
    return best


def _starts(first: Bounds, second: Bounds) -> list[LonLat]:
    """Points where a search for the nearest points may begin."""
    found: list[LonLat] = []
    for one, other in ((first, second), (second, first)):
        lons, lats = (one.ground.starts[:, 0], one.ground.starts[:, 1]) if one.annulus is None else one.annulus.sampled(_AROUND, _ACROSS)
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

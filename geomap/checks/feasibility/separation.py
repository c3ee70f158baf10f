"""How far regions lie apart, or how deep in each other: the least distance of a point of one from a point of the other.

Regions round points are compared exactly, with their directions, many pairs at once (`geomap.geometry.annular`). For lines and areas
that reach outwards the formula of `pairwise` is the distance itself. All else is compared in an azimuthal equidistant plane about where
the two are near each other, whose distances are never too short and hardly too long (`geomap.geometry.local`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

import numpy as np

from geomap.checks.feasibility.landscape import Landscape
from geomap.checks.feasibility.pairwise import gap_m
from geomap.checks.feasibility.search import EPSILON_M
from geomap.geometry.annular import Annuli, Annulus, margins_m, nearest_points, ring_margins_m
from geomap.geometry.constraint import Bounds
from geomap.geometry.geodesy import WGS84, Array, azimuth_deg, destination, distance_m
from geomap.geometry.local import Local
from geomap.model import Apart

LonLat = tuple[float, float]
_ON_SPHERE_M = 0.2
_IN_PLANE_M, _IN_PLANE_SHARE = 1.0, 5e-4
_ROUNDS = 12
_CLOSE_M = 1e-3


def separations(pairs: Sequence[tuple[Bounds, Bounds]], landscape: Landscape, *, with_sizes: bool = True) -> Array:
    """The margin of each two regions in metres: a gap, or negative an overlap; all in one go where they are round points.

    Without sizes only the sign counts: a gap may be told as less than it is, and an overlap as more, which takes less time.
    """
    if not pairs:
        return np.zeros(0)
    # The readings of a claim are compared with all those of another: each is looked at once.
    regions = {id(region): region for pair in pairs for region in pair}
    numbers = {key: number for number, key in enumerate(regions)}
    annuli = [region.annulus for region in regions.values()]
    rows = Annuli.of([_NOTHING.row if annulus is None else annulus.row for annulus in annuli])
    wider = np.array([region.margin_all_round for region in regions.values()])
    of_point = np.array([annulus is not None for annulus in annuli])
    first, second = (np.array([numbers[id(pair[which])] for pair in pairs]) for which in (0, 1))
    both = of_point[first] & of_point[second]
    margins = np.zeros(len(pairs))
    margins[both] = _of_points(rows[first[both]], rows[second[both]], with_sizes=with_sizes)
    for number, margin in _not_round_points(pairs, np.flatnonzero(~both).tolist(), landscape, with_sizes=with_sizes):
        margins[number] = margin
    found: Array = margins - wider[first] - wider[second]
    return found


def _of_points(first: Annuli, second: Annuli, *, with_sizes: bool) -> Array:
    """The margins of regions round points; without sizes, where whole rings lie apart already, those of the rings."""
    if with_sizes:
        return margins_m(first, second)
    margins = ring_margins_m(first, second)
    near = np.flatnonzero(margins <= 0)
    margins[near] = margins_m(first[near], second[near], with_depths=False)
    return margins


def _not_round_points(
    pairs: Sequence[tuple[Bounds, Bounds]], numbers: Sequence[int], landscape: Landscape, *, with_sizes: bool
) -> Iterator[tuple[int, float]]:
    """The margins, with their numbers, of those pairs that are not both round points; those round one point together."""
    round_it: dict[tuple[LonLat, int], list[_Asked]] = {}
    for number in numbers:
        first, second = pairs[number]
        least = gap_m(first.interval, second.interval, landscape.apart(first.ground, second.ground))
        if least > 0 and not with_sizes:
            yield number, least
            continue
        one, other = pairs[number] if pairs[number][0].annulus is not None else reversed(pairs[number])
        annulus = one.annulus
        if annulus is None or other.sector is not None or _reach_from_zero(one, other):
            yield number, _of_shapes(*pairs[number], landscape, with_sizes=with_sizes)
        else:
            round_it.setdefault((annulus.at, id(other.ground)), []).append((number, one, annulus, other))
    for group in round_it.values():
        yield from _from_grounds(group, landscape, with_sizes=with_sizes)


def known_to_m(first: Bounds, second: Bounds, margin: float) -> float:
    """How closely a margin is known, metres.

    Of rings, and of any two regions from one ground, by the figures themselves; with directions as closely as the sphere is the ellipsoid;
    from lines and areas as closely as arcs, belts and distances are drawn in a plane: a twentieth of a per cent of the longest, and what
    the plane stretches it by.
    """
    if first.ground is second.ground and first.sector is second.sector is None:
        return 0.0
    if first.annulus is not None and second.annulus is not None:
        return 0.0 if first.annulus.is_whole and second.annulus.is_whole else _ON_SPHERE_M
    ends = [abs(end) for each in (first, second) for end in (each.interval.low, each.interval.high) if math.isfinite(end)]
    longest = max([*ends, abs(margin) if math.isfinite(margin) else 0.0])
    return _IN_PLANE_M + (_IN_PLANE_SHARE + (longest / WGS84.a) ** 2 / 6) * longest


def separation(first: Bounds, second: Bounds, landscape: Landscape) -> float:
    """As `separations`, of two."""
    return float(separations([(first, second)], landscape)[0])


def _reach_from_zero(first: Bounds, second: Bounds) -> bool:
    """Whether two regions without directions reach from their grounds outwards: then these are nearest where the grounds are."""
    return all(each.sector is None and each.interval.low <= 0 <= each.interval.high for each in (first, second))


_Asked = tuple[int, Bounds, Annulus, Bounds]
"""The number of a pair, its region round a point, that as an annular sector, and its region round a line or an area."""
_NOTHING = Annulus((0.0, 0.0), 0.0, 0.0)
"""Stands where a region is none round a point."""


def _from_grounds(group: Sequence[_Asked], landscape: Landscape, *, with_sizes: bool) -> Iterator[tuple[int, float]]:
    """The margins, with their numbers, of regions round one point against regions round a line or an area."""
    _, inner, annulus, outer = group[0]
    apart = landscape.apart(inner.ground, outer.ground)
    left: list[tuple[_Asked, float]] = []
    for asked in group:
        _, inner, sector, outer = asked
        least = gap_m(inner.interval, outer.interval, apart)
        # All that is so far from the point lies at distances that the other allows, in whatever direction; or the two lie side by side.
        inside = apart.nearest + sector.high <= outer.interval.high and apart.nearest - sector.high >= outer.interval.low
        beside = sector.is_whole and outer.interval.high >= 0 and least == _between(inner, outer, apart) > 0
        if beside or (inside and not with_sizes):
            yield asked[0], least
        else:
            left.append((asked, least))
    if left:
        yield from _round_it(left, landscape.around(annulus.at, outer.ground))


def _round_it(left: Sequence[tuple[_Asked, float]], local: Local) -> Iterator[tuple[int, float]]:
    """The margins of those for which the least that they may be, by the formula, is not all that there is to say."""
    far_off: list[tuple[_Asked, float]] = []
    for ((number, inner, sector, outer), least), (low, high) in zip(left, local.probed([each[2] for each, _ in left]), strict=True):
        beyond, short = low - outer.interval.high, outer.interval.low - high
        if max(beyond, short) <= 0:
            yield number, least if least > 0 else min(0.0, max(least, beyond, short))
        elif beyond > 0 and outer.interval.high >= 0:
            far_off.append(((number, inner, sector, outer), least))
        else:
            # How deep an area is, and how far all of a region from a ground, is known at some points only: there the level's line decides.
            gap = local.to_level(sector, outer.interval.high if beyond > 0 else outer.interval.low)
            yield number, max(gap, least) if 0 < gap < math.inf else least
    for ((number, _, _, outer), least), nearest in zip(far_off, local.nearest_m([each[2] for each, _ in far_off]), strict=True):
        yield number, max(nearest - outer.interval.high, least)


def _of_shapes(first: Bounds, second: Bounds, landscape: Landscape, *, with_sizes: bool) -> float:
    """The margin where neither is round a point, or directions count from an area: in a plane about where the two are near each other."""
    apart = landscape.apart(first.ground, second.ground)
    least = gap_m(first.interval, second.interval, apart)
    if first.sector is None and second.sector is None:
        endless = first.interval.high == second.interval.high == math.inf
        if endless or first.ground is second.ground or _reach_from_zero(first, second):
            return least
        if min(first.interval.high, second.interval.high) >= 0 and least == _between(first, second, apart) > 0:
            return least
    one, other = _planes(first, second, landscape)
    if not with_sizes:
        wider = first.margin_all_round + second.margin_all_round
        return max(least, wider + _CLOSE_M) if one.are_apart(first, other, second, by_m=wider) else least
    gap = one.apart(first, other, second)
    return max(gap, least) if 0 < gap < math.inf else least


def _between(first: Bounds, second: Bounds, apart: Apart) -> float:
    """The gap where two regions lie side by side."""
    return apart.nearest - first.interval.high - second.interval.high


def _planes(first: Bounds, second: Bounds, landscape: Landscape) -> tuple[Local, Local]:
    """What both measure from as it lies round one point: where directions count from, or where two lines or areas are nearest."""
    centres = [each.sector.at for each in (first, second) if each.sector is not None]
    centre = centres[0] if centres else landscape.nearest_corner(first.ground, second.ground)
    return landscape.around(centre, first.ground), landscape.around(centre, second.ground)


def nearest_of(first: Bounds, second: Bounds, landscape: Landscape) -> tuple[LonLat, LonLat] | None:
    """The points (lon, lat) of two regions that do not meet, one of each, that are nearest to each other; None where none are found.

    Round points on the ellipsoid itself; round lines and areas those of the plane, then by projections from one region to the other and
    back (alternating projections).
    """
    one, other = first.annulus, second.annulus
    if one is not None and other is not None:
        return nearest_points(one, other)
    best = _in_a_plane(first, second, landscape)
    start = second.ground.nearest_point(_near(first, second, landscape)) if best is None else best[1]
    ends = _settled(first, second, start)
    return best if ends is None or (best is not None and distance_m(*best) <= distance_m(*ends)) else ends


def _near(first: Bounds, second: Bounds, landscape: Landscape) -> LonLat:
    """A point of what the first measures from that is near to the second."""
    return first.ground.point or landscape.nearest_corner(first.ground, second.ground)


def _in_a_plane(first: Bounds, second: Bounds, landscape: Landscape) -> tuple[LonLat, LonLat] | None:
    """The nearest points by a projection; None where the two meet, or one has no point."""
    one, other = first.annulus, second.annulus
    if one is not None and second.sector is None:
        return landscape.around(one.at, second.ground).nearest_points(one, second.interval)
    if other is not None and first.sector is None:
        found = landscape.around(other.at, first.ground).nearest_points(other, first.interval)
        return None if found is None else (found[1], found[0])
    mine, others = _planes(first, second, landscape)
    return mine.nearest_ends(first, others, second) if 0 < mine.apart(first, others, second) < math.inf else None


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

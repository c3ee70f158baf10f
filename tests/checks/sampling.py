"""Least distances between regions by dense sampling: the truth that the checks are held against, with nothing of geomap in it.

A region is told in plain numbers. The nearest points of two regions that do not meet lie on their edges, and every edge is a row of curves
that are swept by the direct geodesic problem: arcs round a point, rays from an apex, lines set off to either side. These are sampled
densely, the nearest pairs are found by straight lines through the earth, and the neighbourhoods of the best few are sampled again and
again, each time four times finer, to a few metres. Of lines and areas, samples that are no edge (nearer to another stretch of the line)
are left out by an exact test. Regions meet where a sample of one is in the other, where an edge changes sides between two samples, or
where edges come within `TOUCH_M`.

What is found is the distance of two points of the regions (to a few metres), so never much less than the least one. It was never seen more
than 10 m above it about points, and 0.4 % or 20 m where lines set off meet at a corner (see `test_sampling`).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

import numpy as np
import pyproj
import shapely

GEOD = pyproj.Geod(ellps="WGS84")
TOUCH_M = 2.0
"""Edges that come as near to each other as this cross, as far as sampling can tell."""
NEAR_M = 1_500_000.0
"""How far two regions without an end are followed: on a globe all directions come together again at the other side."""
_TO_SPACE = pyproj.Transformer.from_crs("EPSG:4979", "EPSG:4978", always_xy=True)
_LINE_STEP_M = 2_000.0
_PIECE_M = 20_000.0
_CANDIDATES = 8
_ROUNDS = 7
_AROUND = np.linspace(-2.0, 2.0, 17)
_OFF_M = 2.0
"""By how much a sample of an edge may miss its region."""

LonLat = tuple[float, float]


@dataclass(frozen=True)
class Shape:
    """Points at some distances from a point, lines or an area (inside it negative), in some directions from an apex."""

    parts: tuple[tuple[LonLat, ...], ...]
    """Vertices (lon, lat): one part of one vertex for a point, lines, or the closed rings of an area, holes too."""
    low: float
    high: float
    is_area: bool = False
    sector: tuple[LonLat, float, float] | None = None
    """Apex, middle and half, in degrees; None for all directions."""

    @property
    def is_point(self):
        return len(self.parts) == 1 and len(self.parts[0]) == 1

    @property
    def is_plain(self):
        """Whether its edges are arcs and rays that need no test."""
        return self.is_point and (self.sector is None or self.sector[0] == self.parts[0][0])

    def scaled(self, factor):
        return replace(self, low=self.low * factor, high=self.high * factor)

    def widened(self, metres):
        low = self.low - metres
        return replace(self, low=low if self.is_area else max(0.0, low), high=self.high + metres)

    def turned(self, degrees):
        apex, middle, half = self.sector
        return replace(self, sector=(apex, middle + degrees, half))

    def opened(self, half):
        return replace(self, sector=(*self.sector[:2], half))


def disc(at, high, low=0.0, sector=None):
    """The points about one: (middle, half) of a sector with its apex there, if any."""
    return Shape(((tuple(at),),), low, high, sector=None if sector is None else (tuple(at), *sector))


def holds(shape, lons, lats, off_m=1e-6, *, away=None):
    """Which points are in a region, or miss it by some metres at most; `away` are their distances, where these are known."""
    lons, lats = np.atleast_1d(np.asarray(lons, float)), np.atleast_1d(np.asarray(lats, float))
    away = distances(shape, lons, lats) if away is None else away
    inside = (away >= shape.low - off_m) & (away <= shape.high + off_m)
    if shape.sector is None or shape.sector[2] >= 180.0:
        return inside
    (lon, lat), middle, half = shape.sector
    azimuths, _, from_apex = GEOD.inv(np.full(len(lons), lon), np.full(len(lons), lat), lons, lats)
    over = np.abs((azimuths - middle + 180.0) % 360.0 - 180.0) - half
    return inside & ((from_apex <= off_m) | (np.radians(over) * from_apex <= off_m))


def distances(shape, lons, lats):
    """Geodesic distances from what a region is measured from, negative inside an area."""
    lons, lats = np.atleast_1d(np.asarray(lons, float)), np.atleast_1d(np.asarray(lats, float))
    if shape.is_point:
        lon, lat = shape.parts[0][0]
        return np.asarray(GEOD.inv(np.full(len(lons), lon), np.full(len(lons), lat), lons, lats)[2])
    starts, along, space, space_along = _pieces(shape.parts)
    at = _in_space(lons, lats)
    near = np.argmin(_squares(at, space + space_along / 2), axis=1)
    best, foot = np.full(len(lons), np.inf), np.empty((len(lons), 2))
    for piece in (np.maximum(near - 1, 0), near, np.minimum(near + 1, len(starts) - 1)):
        off, leads = at - space[piece], space_along[piece]
        share = np.clip((off * leads).sum(axis=1) / np.maximum((leads**2).sum(axis=1), 1e-9), 0.0, 1.0)[:, None]
        away = ((off - share * leads) ** 2).sum(axis=1)
        nearer = away < best
        best = np.where(nearer, away, best)
        foot[nearer] = (starts[piece] + share * along[piece])[nearer]
    best = np.asarray(GEOD.inv(lons, lats, foot[:, 0], foot[:, 1])[2])
    return np.where(_is_inside(shape, lons, lats), -best, best) if shape.is_area else best


def gap(one, other):
    """The least geodesic distance between two regions; 0 where they meet, infinite where one is empty, as 90 km inside a small area is."""
    return nearest_pair(one, other)[0]


@lru_cache(maxsize=20_000)
def nearest_pair(one, other):
    """The least distance of two regions, and a point (lon, lat) of each where it is; 0 and None where they meet.

    A region without an end is followed as far as may matter to the other, or if both have none, to `NEAR_M`.
    """
    first, second = Edge(one, _cap(one, other)), Edge(other, _cap(other, one))
    if first.is_empty or second.is_empty:
        return math.inf, None
    if not len(first.row) or not len(second.row):
        return 0.0, None  # all the earth
    if _reaches_into(first, other) or _reaches_into(second, one):
        return 0.0, None
    row_a, at_a, wide_a, row_b, at_b, wide_b = _candidates(first, second)
    for _ in range(_ROUNDS):
        row_a, at_a, lon_a, lat_a, ok_a = first.around(row_a, at_a, wide_a)
        row_b, at_b, lon_b, lat_b, ok_b = second.around(row_b, at_b, wide_b)
        apart = ((_in_space(lon_a, lat_a)[:, :, None, :] - _in_space(lon_b, lat_b)[:, None, :, :]) ** 2).sum(axis=3)
        apart = np.where(ok_a[:, :, None] & ok_b[:, None, :], apart, np.inf).reshape(len(row_a), -1)
        best = np.arange(len(row_a)), *np.unravel_index(np.argmin(apart, axis=1), (len(_AROUND), len(_AROUND)))
        at_a, at_b = at_a[best[0], best[1]], at_b[best[0], best[2]]
        wide_a, wide_b = wide_a / 4, wide_b / 4
    chosen = int(np.argmin(apart.min(axis=1)))
    p = (float(lon_a[chosen, best[1][chosen]]), float(lat_a[chosen, best[1][chosen]]))
    q = (float(lon_b[chosen, best[2][chosen]]), float(lat_b[chosen, best[2][chosen]]))
    away = float(GEOD.inv(*p, *q)[2])
    return (0.0, None) if away <= TOUCH_M else (away, (p, q))


def nearest_to(shape, at):
    """The least distance of a region from a point (lon, lat); 0 for one in it."""
    return gap(shape, disc(at, 0.0))


def farthest_from(shape, at):
    """The greatest distance of a region from a point (lon, lat); infinite for one without an end."""
    if math.isinf(shape.high):
        return math.inf
    edge = Edge(shape, 0.0)
    away = np.asarray(GEOD.inv(np.full(len(edge.lons), at[0]), np.full(len(edge.lons), at[1]), edge.lons, edge.lats)[2])
    picked = np.argsort(-away)[:_CANDIDATES]
    row, place, wide = edge.row[picked], edge.place[picked], edge.step[picked]
    for _ in range(_ROUNDS):
        row, place, lons, lats, ok = edge.around(row, place, wide)
        away = np.asarray(GEOD.inv(np.full(lons.shape, at[0]), np.full(lons.shape, at[1]), lons, lats)[2])
        best = np.argmax(np.where(ok, away, -np.inf), axis=1)
        place, wide = place[np.arange(len(row)), best], wide / 4
    return float(np.where(ok, away, -np.inf).max())


class Edge:
    """The edges of a region as curves, and samples of them.

    A curve runs from one row of (lon, lat, azimuth, distance) evenly to another: an arc, a ray, or a line set off to one side. Its points
    are where the geodesic from that place, in that direction, arrives after that distance.
    """

    def __init__(self, shape, cap):
        self.shape = shape
        self.starts, self.ends, self.row, self.place, self.step, self.lons, self.lats = _sampled(shape, cap)
        self.is_empty = len(self.starts) > 0 and not len(self.row)

    def around(self, row, place, wide):
        """Samples of curves round places on them: the rows, the places, lon and lat, and which are in the region; an array row for each."""
        places = np.clip(place[:, None] + _AROUND * wide[:, None], 0.0, 1.0)
        rows = np.repeat(row[:, None], len(_AROUND), axis=1)
        lons, lats = _swept(self.starts[rows.ravel()], self.ends[rows.ravel()], places.ravel())
        ok = np.ones(len(lons), bool) if self.shape.is_plain else holds(self.shape, lons, lats, _OFF_M)
        return row, places, lons.reshape(places.shape), lats.reshape(places.shape), ok.reshape(places.shape)


def _reaches_into(edge, other):
    """Whether an edge has a sample in another region, or crosses its edge between two samples, which is found in three refinements."""
    away = distances(other, edge.lons, edge.lats)
    if holds(other, edge.lons, edge.lats, away=away).any():
        return True
    beside = (np.diff(edge.row) == 0) & (np.diff(edge.place) <= 1.5 * edge.step[1:])
    for end in (other.low, other.high):
        first = np.flatnonzero(beside & (np.diff(away > end) != 0)) if math.isfinite(end) else []
        if len(first) and _crosses(edge, other, end, first):
            return True
    return False


def _crosses(edge, other, end, first):
    """Whether one of the stretches that begin at these samples is on the edge of another region where its distance from it is `end`."""
    row, low, high = edge.row[first], edge.place[first], edge.place[first + 1]
    for _ in range(4):
        places = low[:, None] + (high - low)[:, None] * np.linspace(0.0, 1.0, 9)
        lons, lats = _swept(*(table[np.repeat(row, 9)] for table in (edge.starts, edge.ends)), places.ravel())
        over = (distances(other, lons, lats) > end).reshape(places.shape)
        turn = np.argmax(over[:, 1:] != over[:, :1], axis=1)
        every = np.arange(len(row))
        low, high = places[every, turn], places[every, turn + 1]
    lons, lats = (each.reshape(places.shape)[every, turn] for each in (lons, lats))
    return bool((holds(other, lons, lats, 2 * _OFF_M) & holds(edge.shape, lons, lats, 2 * _OFF_M)).any())


def _candidates(first, second):
    """The best pairs of samples, no two from one neighbourhood: curve, place on it, and step of each."""
    apart = _squares(_in_space(first.lons, first.lats), _in_space(second.lons, second.lats))
    partner = np.argmin(apart, axis=1)
    least = apart[np.arange(len(apart)), partner]
    chosen: list[int] = []
    for number in np.argsort(least)[:400].tolist():
        if all(_differ(first, number, other) or _differ(second, partner[number], partner[other]) for other in chosen):
            chosen.append(number)
        if len(chosen) == _CANDIDATES:
            break
    a, b = np.array(chosen), partner[chosen]
    return first.row[a], first.place[a], first.step[a], second.row[b], second.place[b], second.step[b]


def _differ(edge, one, other):
    return edge.row[one] != edge.row[other] or abs(edge.place[one] - edge.place[other]) > 3.5 * edge.step[one]


@lru_cache(maxsize=4096)
def _sampled(shape, cap):
    """The curves of a region's edge, and all samples on them that are in the region."""
    table, counts = _curves(shape, cap)
    starts, ends = table[:, :4], table[:, 4:]
    row = np.repeat(np.arange(len(table)), counts)
    step = 1.0 / np.maximum(counts - 1, 1)
    place = (np.arange(len(row)) - np.repeat(np.cumsum(counts) - counts, counts)) * step[row]
    lons, lats = _swept(starts[row], ends[row], place)
    kept = np.ones(len(row), bool) if shape.is_plain or not len(row) else holds(shape, lons, lats, _OFF_M)
    return starts, ends, row[kept], place[kept], step[row][kept], lons[kept], lats[kept]


def _swept(starts, ends, place):
    at = starts + (ends - starts) * place[:, None]
    if not len(at):
        return np.zeros(0), np.zeros(0)
    lons, lats, _ = GEOD.fwd(at[:, 0], at[:, 1], at[:, 2], at[:, 3])
    return np.asarray(lons), np.asarray(lats)


def _curves(shape, cap):
    """Rows of eight numbers, the start and the end of a curve, with how many samples each gets."""
    found = _arcs(shape) if shape.is_point else _set_off(shape)
    if shape.sector is not None and shape.sector[2] < 180.0:
        found += _rays(shape, cap)
    table = np.array([row for row, _ in found], float).reshape(-1, 8)
    return table, np.array([count for _, count in found], int)


def _ends(shape):
    """The finite ends of the distances that have points at them."""
    least = -math.inf if shape.is_area else 0.0
    return [end for end in dict.fromkeys((shape.low, shape.high)) if math.isfinite(end) and (end > least or end == shape.high)]


def _arcs(shape):
    """The circles or arcs about a point: all of a circle where the apex is another point."""
    lon, lat = shape.parts[0][0]
    whole = not shape.is_plain or shape.sector is None or shape.sector[2] >= 180.0
    low, high = (0.0, 360.0) if whole else (shape.sector[1] - shape.sector[2], shape.sector[1] + shape.sector[2])
    count = max(9, math.ceil((high - low) / 2.0) + 1)
    return [((lon, lat, low, end, lon, lat, high, end), count if end > 0 else 1) for end in _ends(shape)]


def _rays(shape, cap):
    """The sides of a sector, in pieces that are the longer the farther off they are."""
    (lon, lat), middle, half = shape.sector
    start, end = (max(shape.low, 0.0), shape.high) if shape.is_plain else (0.0, cap)
    end = min(end, cap) if math.isinf(end) else end
    marks = [start]
    while marks[-1] < end:
        marks.append(min(end, marks[-1] + max(10_000.0, (marks[-1] - start) * 0.7)))
    sides = (middle - half, middle + half) if half > 0 else (middle,)
    return [((lon, lat, side, near, lon, lat, side, far), 13) for side in sides for near, far in pairwise(marks)]


def _set_off(shape):
    """Lines, or the rings of an area, set off to both sides, and circles about their vertices; those within it lie inside an area."""
    found = []
    for end in _ends(shape):
        for part in shape.parts:
            for one, other in pairwise(part):
                found += _beside(one, other, abs(end))
            if end != 0:
                found += [((*vertex, 0.0, abs(end), *vertex, 360.0, abs(end)), 49) for vertex in part]
    return found


def _beside(one, other, away):
    """An edge, in short pieces, set off to both sides."""
    one, other = np.array(one), np.array(other)
    pieces = max(1, math.ceil(GEOD.inv(*one, *other)[2] / _PIECE_M))
    marks = [one + (other - one) * share for share in np.linspace(0.0, 1.0, pieces + 1)]
    found = []
    for start, end in pairwise(marks):
        hair = (end - start) * 1e-3
        leaving, arriving = GEOD.inv(*start, *(start + hair))[0], GEOD.inv(*(end - hair), *end)[0]
        arriving = leaving + (arriving - leaving + 180.0) % 360.0 - 180.0
        turns = (90.0, -90.0) if away else (90.0,)
        found += [((*start, leaving + turn, away, *end, arriving + turn, away), 11) for turn in turns]
    return found


def _cap(shape, other):
    """How far from its anchor a region without an end is followed, rounded up so that few differ."""
    at, far = shape.parts[0][0], [vertex for part in (*shape.parts, *other.parts) for vertex in part]
    apart = max(GEOD.inv(*at, *vertex)[2] for vertex in far)
    reach = max(0.0, other.high)
    needed = NEAR_M if math.isinf(reach) and math.isinf(shape.high) else 2 * (apart + min(reach, shape.high)) + max(0.0, shape.low)
    return 100_000.0 * 1.5 ** math.ceil(math.log(max(1.0, (needed + 50_000.0) / 100_000.0), 1.5))


@lru_cache(maxsize=256)
def _pieces(parts):
    """Lines in short pieces: starts and what leads to the ends, in degrees and in space."""
    starts, along = [], []
    for part in parts:
        for one, other in pairwise(part):
            count = max(1, math.ceil(GEOD.inv(*one, *other)[2] / _LINE_STEP_M))
            step = (np.array(other) - np.array(one)) / count
            starts.append(np.array(one) + np.arange(count)[:, None] * step)
            along.append(np.repeat(step[None, :], count, axis=0))
    starts, along = np.concatenate(starts), np.concatenate(along)
    space = _in_space(*starts.T)
    return starts, along, space, _in_space(*(starts + along).T) - space


def _is_inside(shape, lons, lats):
    """Whether points lie in an odd number of rings."""
    lons = (lons + 180.0) % 360.0 - 180.0
    return sum(shapely.contains_xy(ring, lons, lats).astype(int) for ring in _rings(shape.parts)) % 2 == 1


@lru_cache(maxsize=256)
def _rings(parts):
    rings = [shapely.Polygon(part) for part in parts]
    for ring in rings:
        shapely.prepare(ring)
    return rings


def _in_space(lons, lats):
    return np.stack(_TO_SPACE.transform(lons, lats, np.zeros(np.shape(lons))), axis=-1)


def _squares(one, other):
    """Squares of the straight distances of all pairs."""
    middle = one.mean(axis=0)
    one, other = one - middle, other - middle
    found = one @ (-2.0 * other.T)
    found += (one**2).sum(axis=1)[:, None]
    found += (other**2).sum(axis=1)
    return found

"""Awkward places, distances and directions, crossed with every function of the geometry: no exception, no nan, and what must hold holds."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
import shapely
from builders import claim, report

from geomap.areas.outlines import outline_of
from geomap.checks.feasibility.arrangement import Arrangement
from geomap.checks.feasibility.landscape import Landscape
from geomap.checks.feasibility.meeting import RegionPair
from geomap.checks.feasibility.pairwise import common_point, gap_m
from geomap.geometry.constraint import Bounds, into_sector
from geomap.geometry.geodesy import azimuth_deg, destination, distance_m
from geomap.geometry.metric import Ground
from geomap.geometry.polygon import split_at_antimeridian
from geomap.model import Apart, Place, Reading, Region
from geomap.relations import Relation
from geomap.units import Interval, Sector

PLACES = {
    "pole": (0.0, 90.0),
    "near the other pole": (77.0, -89.999),
    "antimeridian": (180.0, 10.0),
    "the same on the other side": (-180.0, 10.0),
    "equator": (0.0, 0.0),
    "antipode of that": (180.0, 0.0),
    "usual": (36.7, 34.7),
}
RANGES = (
    Interval(0.0, 0.0),
    Interval(0.0, 1.0),
    Interval(50.0, 50.0),
    Interval(0.0, 30_000.0),
    Interval(70_000.0, math.inf),
    Interval(0.0, math.inf),
    Interval(9_000_000.0, 15_000_000.0),
    Interval(19_990_000.0, math.inf),
)
SECTORS = (None, (0.0, 45.0), (359.0, 5.625), (180.0, 180.0), (90.0, 135.0))
DOC = report("It lay 10 km from Arvo.")


def region(name, interval, sector):
    at = PLACES[name]
    place = Place(id=name, name=name, lon=at[0], lat=at[1], kind="locality", country=None, extent_m=500.0)
    wedge = None if sector is None else Sector(at, *sector)
    reading = Reading(claim=claim(1, DOC, "10 km", "Arvo", Relation.AT, ("10",)), anchor=place, distance=interval, sector=wedge)
    return Region(reading=reading, outer=interval.widened(700.0), inner=interval.narrowed(600.0))


@pytest.mark.parametrize(("one", "other"), list(itertools.combinations_with_replacement(PLACES, 2)))
def test_two_anywhere(one, other):
    apart = Apart.points(distance_m(PLACES[one], PLACES[other]))
    assert math.isfinite(apart.nearest)
    assert 0 <= azimuth_deg(PLACES[one], PLACES[other]) < 360
    for first, second in itertools.product(RANGES, RANGES):
        gap = gap_m(first, second, apart)
        assert gap == gap_m(second, first, apart.turned)
        point = common_point(first, PLACES[one], second, PLACES[other])
        assert (point is None) == (gap > 0)
        assert point is None or all(map(math.isfinite, point))
        arrangement = Arrangement([PLACES[one], PLACES[other]], [first, second])
        assert np.isfinite(arrangement.points).all()
        if abs(gap) > 1.0 and max(first.low, second.low) < 1e7:
            assert arrangement.possible(frozenset((0, 1))) == (gap < 0)


@pytest.mark.parametrize("sector", SECTORS)
@pytest.mark.parametrize("name", PLACES)
def test_a_region_anywhere(name, sector):
    rng = np.random.default_rng(3)
    lons, lats = rng.uniform(-180, 180, 200), np.degrees(np.arcsin(rng.uniform(-1, 1, 200)))
    for interval in RANGES:
        item = region(name, interval, sector)
        bounds = Bounds(ground=Ground.at(PLACES[name]), interval=interval, sector=item.reading.sector)
        slacks = bounds.slacks(lons, lats)
        assert not np.isnan(slacks).any()
        west, south, east, north = bounds.box()
        assert west < east
        assert south < north
        drawn_too = sector is None or interval.low < 1e6  # wedges round the whole earth take long, and are tried elsewhere
        for side in ("plain", "outer", "inner") if drawn_too else ():
            drawn = outline_of(item, side, limit_m=200_000.0, tolerance_m=200.0)
            parts = split_at_antimeridian(drawn)
            assert parts.is_valid
            assert parts.is_empty or (parts.bounds[0] >= -180 and parts.bounds[2] <= 180)


@pytest.mark.parametrize("sector", SECTORS[1:])
@pytest.mark.parametrize("name", PLACES)
def test_a_pair_with_directions_anywhere(name, sector):
    one = region(name, Interval(0.0, 30_000.0), sector)
    ends = [destination(PLACES[name], turn, 40_000.0) for turn in (0.0, 100.0, 260.0)]
    for number, end in enumerate(ends):
        place = Place(id=f"end {number}", name="end", lon=end[0], lat=end[1], kind="locality", country=None, extent_m=500.0)
        reading = Reading(claim=one.reading.claim, anchor=place, distance=Interval(0.0, 25_000.0))
        other = Region(reading=reading, outer=Interval(0.0, 26_000.0), inner=Interval(0.0, 24_000.0))
        pair = RegionPair(one, other, Landscape())
        turned = RegionPair(other, one, Landscape())
        for side in ("plain", "outer", "inner"):
            assert not math.isnan(pair.gap(side))
            assert (pair.gap(side) > 0) == (turned.gap(side) > 0)
        if pair.witness is not None:
            assert distance_m(pair.witness, end) <= 25_000.001


@pytest.mark.parametrize(
    "geometry",
    [
        shapely.LineString([(-180.0, 60.0), (180.0, 60.0)]),
        shapely.LineString([(10.0, 89.0), (190.0 - 360.0, 89.0)]),
        shapely.LineString([(30.0, 10.0), (30.0, 10.0), (30.0, 10.5)]),
        shapely.box(-180.0, -90.0, 180.0, -70.0),
        shapely.Polygon([(0, 0), (1, 0), (1, 1), (0, 1)], [[(0.2, 0.2), (0.8, 0.2), (0.8, 0.8), (0.2, 0.8)]]),
    ],
)
def test_grounds_of_any_shape(geometry):
    ground = Ground(geometry)
    for at in PLACES.values():
        away = ground.distance(at)
        assert math.isfinite(away)
        assert distance_m(at, ground.nearest_point(at)) == pytest.approx(abs(away), abs=1e-3)
        point = Ground.at(at)
        assert point.nearest(ground) == pytest.approx(away, abs=1e-6)
        assert ground.farthest_from(point) >= abs(away) - 1e-6


def test_a_direction_from_the_point_itself():
    for at in PLACES.values():
        inside = into_sector(Sector(at, 45.0, 22.5), np.array([at[0]]), np.array([at[1]]))
        assert abs(float(inside[0])) < 1e-3, "the tip belongs to the edge"

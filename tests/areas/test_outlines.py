"""Drawn bounds of lines, areas and directions, against random points by the exact predicate: an outer never smaller, an inner never larger."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from builders import AT_TANF, claim, report

from geomap.areas.outlines import outline_of
from geomap.areas.regions import bounds_of, ground_of
from geomap.geometry.corridor import corridor
from geomap.geometry.metric import Ground
from geomap.geometry.polygon import split_at_antimeridian
from geomap.model import Footprint, Reading, Region
from geomap.relations import Relation
from geomap.units import Interval, Sector

COAST = shapely.LineString([(34.0, 31.0), (34.6, 32.2), (35.1, 33.4), (35.8, 34.6), (35.7, 35.6), (36.2, 36.6)])
RAGGED = shapely.LineString([(20.0 + 0.05 * n, 69.0 + 0.08 * math.sin(2.1 * n) + 0.01 * n) for n in range(60)])
LAND = shapely.Polygon([(10, 40), (14, 39), (16, 43), (12.5, 44), (12, 42), (11, 44)], [[(13, 40.5), (14, 40.5), (14, 41.5), (13, 41.5)]])
DATELINE = shapely.MultiLineString([[(178.2, -17.5), (179.4, -16.6), (180.0, -16.2)], [(-180.0, -16.2), (-179.0, -15.8)]])
LONG = shapely.LineString([(-120.0, 49.0), (-100.0, 49.0), (-95.0, 49.4), (-80.0, 44.0)])
COUNT = 4000


def near(geometry, reach_m, seed):
    """Points round a geometry, most of them about as far from its vertices as `reach_m`."""
    rng = np.random.default_rng(seed)
    vertices = shapely.get_coordinates(shapely.segmentize(geometry, 0.2))
    at = vertices[rng.integers(0, len(vertices), COUNT)]
    degrees = reach_m / 111_000.0
    turn, far = (
        rng.uniform(0, 2 * math.pi, COUNT),
        degrees * rng.choice((0.97, 1.0, 1.03, 0.5, 1.5), COUNT) * rng.uniform(0.98, 1.02, COUNT),
    )
    lats = at[:, 1] + far * np.cos(turn)
    lons = at[:, 0] + far * np.sin(turn) / np.cos(np.radians(np.clip(lats, -89, 89)))
    return lons, np.clip(lats, -89.9, 89.9)


def holds(polygon, lons, lats):
    """Whether a polygon of unwrapped longitudes holds points, on any turn."""
    return np.logical_or.reduce([shapely.contains_xy(polygon, lons + turn, lats) for turn in (-360.0, 0.0, 360.0)])


@pytest.mark.parametrize("reach", [300.0, 22_224.0, 250_000.0])
@pytest.mark.parametrize("geometry", [COAST, RAGGED, LAND, DATELINE, LONG])
@pytest.mark.parametrize("side", ["outer", "inner"])
def test_bands_of_lines_and_areas_err_to_the_stated_side(geometry, reach, side):
    polygon = corridor(geometry, Interval(0.8 * reach, reach), side=side)
    lons, lats = near(geometry, reach, 1)
    away = Ground(geometry).distances(lons, lats)
    true, drawn = (away >= 0.8 * reach) & (away <= reach), holds(polygon, lons, lats)
    wrong = true & ~drawn if side == "outer" else drawn & ~true
    assert not wrong.any()
    assert (true & drawn).sum() > 30
    off = np.where(away < 0.9 * reach, np.abs(away - 0.8 * reach), np.abs(away - reach))
    assert off[true != drawn].max(initial=0.0) <= 0.05 * reach + 20.0, "and not by much"
    assert polygon.is_valid


@pytest.mark.parametrize("depth", [2_000.0, 40_000.0])
@pytest.mark.parametrize("side", ["outer", "inner"])
def test_what_lies_deep_inside_an_area(depth, side):
    polygon = corridor(LAND, Interval(-math.inf, -depth), side=side)
    lons, lats = near(LAND, depth, 2)
    true, drawn = Ground(LAND).distances(lons, lats) <= -depth, holds(polygon, lons, lats)
    assert not (true & ~drawn if side == "outer" else drawn & ~true).any()
    assert (true & drawn).sum() > 30


@pytest.mark.parametrize("geometry", [DATELINE, COAST])
def test_a_band_is_split_at_the_antimeridian(geometry):
    parts = split_at_antimeridian(corridor(geometry, Interval(0.0, 30_000.0)))
    west, _, east, _ = parts.bounds
    assert parts.is_valid
    assert -180.0 <= west <= east <= 180.0
    lons, lats = near(geometry, 30_000.0, 3)
    inside = Ground(geometry).distances(lons, lats) <= 30_000.0
    assert shapely.contains_xy(parts, (lons[inside] + 180.0) % 360.0 - 180.0, lats[inside]).all()


DOC = report("It lay 10 km north-east of Arvo.")


def region(low, high, sector, footprint=None, *, outer=3_000.0, inner=500.0):
    item = claim(1, DOC, "10 km", "Arvo", Relation.AT, ("10",))
    reading = Reading(claim=item, anchor=AT_TANF, distance=Interval(low, high), footprint=footprint, sector=sector)
    plain = reading.distance
    return Region(reading=reading, outer=plain.widened(outer, floor=reading.floor), inner=plain.narrowed(inner, floor=reading.floor))


CASES = [
    region(8_000.0, 12_000.0, Sector(AT_TANF.lonlat, 45.0, 22.5)),
    region(80_000.0, 120_000.0, Sector(AT_TANF.lonlat, 200.0, 45.0)),
    region(0.0, 90_000.0, Sector(AT_TANF.lonlat, 350.0, 90.0)),
    region(-math.inf, 0.0, Sector((12.8, 41.5), 90.0, 90.0), Footprint(geometry=LAND, accuracy_m=2_500.0, source="made up")),
    region(5_000.0, 40_000.0, Sector((12.8, 41.5), 0.0, 45.0), Footprint(geometry=LAND, accuracy_m=2_500.0, source="made up")),
]


@pytest.mark.parametrize("item", CASES)
@pytest.mark.parametrize("side", ["plain", "outer", "inner"])
def test_regions_with_directions(item, side):
    polygon = outline_of(item, side)
    bounds = bounds_of(item, side, ground_of(item.reading))
    reach = max(abs(end) for end in (item.plain.low, item.plain.high) if math.isfinite(end)) or 30_000.0
    around = shapely.Point(item.anchor.lonlat) if item.reading.footprint is None else item.reading.footprint.geometry
    lons, lats = near(around.buffer(0.01), reach, 4)
    slack = bounds.slacks(lons, lats)
    drawn = holds(polygon, lons, lats)
    if side == "inner":
        assert not (drawn & (slack < 0)).any()
    else:
        assert not (~drawn & (slack >= 0)).any()
    assert (drawn & (slack >= 0)).sum() > 10 or (side == "inner" and not (slack >= 0).any())
    assert polygon.is_valid

"""The sampling itself, against what is known in closed form and against points thrown at random."""

from __future__ import annotations

import math
import random

import numpy as np
import pytest
from made_up import a_line, an_area, moved
from sampling import GEOD, Shape, disc, farthest_from, gap, holds, nearest_pair, nearest_to

CENTRE = (36.0, 34.0)


def an_interval(chance):
    far = 10 ** chance.uniform(3.0, 5.18)
    return chance.choice(((0.0, far), (far, far), (far * chance.random(), far), (far, math.inf)))


@pytest.mark.parametrize("seed", range(40))
def test_rings_about_two_points(seed):
    """Between two points all distances occur that the triangle inequality lets occur, so the gap is the largest breach of it."""
    chance = random.Random(seed)  # noqa: S311
    at, apart = (chance.uniform(-180, 180), chance.uniform(-75, 75)), chance.uniform(0, 2e5)
    (low, high), (least, most) = an_interval(chance), an_interval(chance)
    found = gap(disc(at, high, low), disc(moved(at, chance.uniform(0, 360), apart), most, least))
    assert found == pytest.approx(max(0.0, apart - high - most, low - most - apart, least - high - apart), abs=10.0)


def test_two_points():
    assert gap(disc(CENTRE, 0.0), disc(moved(CENTRE, 77.0, 123_456.0), 0.0)) == pytest.approx(123_456.0, abs=1e-3)
    assert gap(disc(CENTRE, 0.0), disc(CENTRE, 0.0)) == 0.0


@pytest.mark.parametrize("half", [11.25, 22.5, 45.0, 90.0])
@pytest.mark.parametrize("middle", [0.0, 67.5, 350.0])
def test_the_nearest_point_of_a_sector_is_its_apex_or_on_its_arc(half, middle):
    sector = disc(CENTRE, 40_000.0, sector=(middle, half))
    behind, ahead = moved(CENTRE, middle + 180.0, 60_000.0), moved(CENTRE, middle + half * 0.9, 90_000.0)
    assert gap(sector, disc(behind, 10_000.0)) == pytest.approx(50_000.0, abs=5.0)
    assert gap(sector, disc(ahead, 10_000.0)) == pytest.approx(40_000.0, abs=5.0)
    assert nearest_to(sector, CENTRE) == 0.0
    assert farthest_from(sector, behind) == pytest.approx(100_000.0, abs=5.0)


def test_the_nearest_point_of_a_sector_on_its_side():
    """By the sine rule of a sphere, to the 0.3 % that the ellipsoid differs from one."""
    sector = disc(CENTRE, 90_000.0, sector=(0.0, 22.5))
    radius = 6_371_000.0
    aside = radius * math.asin(math.sin(50_000.0 / radius) * math.sin(math.radians(45.0)))
    assert nearest_to(sector, moved(CENTRE, 67.5, 50_000.0)) == pytest.approx(aside, rel=3e-3)


def test_a_sector_of_a_ring_has_corners():
    """From the same point: between the ends of two arcs of one radius is the third side of an isosceles triangle."""
    north, south = disc(CENTRE, 20_000.0, 20_000.0, (0.0, 45.0)), disc(CENTRE, 20_000.0, 20_000.0, (180.0, 45.0))
    corners = moved(CENTRE, 45.0, 20_000.0), moved(CENTRE, 135.0, 20_000.0)
    assert gap(north, south) == pytest.approx(GEOD.inv(*corners[0], *corners[1])[2], abs=1.0)


@pytest.mark.parametrize("lat", [0.0, 34.0, -62.0])
def test_a_line_along_a_meridian(lat):
    border = Shape((((20.0, lat - 1.5), (20.0, lat + 1.5)),), 0.0, 10_000.0)
    town = moved((20.0, lat), 90.0, 70_000.0)
    assert gap(border, disc(town, 15_000.0)) == pytest.approx(45_000.0, rel=2e-3, abs=5.0)
    end = moved((20.0, lat + 1.5), 0.0, 30_000.0)
    assert gap(border, disc(end, 0.0)) == pytest.approx(20_000.0, abs=5.0)


def a_footprint(chance):
    at = (chance.uniform(-170, 170), chance.uniform(-68, 68))
    is_area, far = chance.random() < 0.5, chance.uniform(1e3, 6e4)
    line = an_area(chance, at) if is_area else a_line(chance, at)
    rings = [line.exterior, *line.interiors] if is_area else [line]
    low, high = chance.choice(((far, math.inf), (far, 1.5 * far), (-math.inf, 0.0) if is_area else (0.0, far)))
    sector = (at, chance.uniform(0, 360), chance.choice((22.5, 45.0, 90.0))) if chance.random() < 0.4 else None
    return at, Shape(tuple(tuple(ring.coords) for ring in rings), low, high, is_area=is_area, sector=sector)


@pytest.mark.parametrize("seed", range(30))
def test_no_point_of_a_line_s_or_area_s_region_is_nearer(seed):
    """The pair that is found is of the two regions, so the gap is no less than it says; points thrown nearer by miss, so it is no more."""
    chance, rng = random.Random(seed), np.random.default_rng(seed)  # noqa: S311
    at, shape = a_footprint(chance)
    town = moved(at, chance.uniform(0, 360), chance.uniform(0, 2e5))
    away, pair = nearest_pair(shape, disc(town, 0.0))
    if pair is None:
        assert holds(shape, [town[0]], [town[1]], 3.0)[0]
        return
    assert holds(shape, [pair[0][0]], [pair[0][1]], 3.0)[0]
    count = 4000
    far = (0.999 * away - 5.0) * np.sqrt(rng.uniform(0.7, 1.0, count))
    lons, lats, _ = GEOD.fwd(np.full(count, town[0]), np.full(count, town[1]), rng.uniform(0, 360, count), far)
    assert not holds(shape, lons, lats).any()


@pytest.mark.parametrize("seed", range(20))
def test_the_greatest_distance_of_a_sector(seed):
    chance, rng = random.Random(seed), np.random.default_rng(seed)  # noqa: S311
    sector = disc(CENTRE, 80_000.0, chance.uniform(0, 80_000.0), (chance.uniform(0, 360), chance.choice((22.5, 45.0, 135.0))))
    town = moved(CENTRE, chance.uniform(0, 360), chance.uniform(0, 2e5))
    count = 4000
    azimuths = sector.sector[1] + sector.sector[2] * rng.uniform(-1, 1, count)
    lons, lats, _ = GEOD.fwd(np.full(count, CENTRE[0]), np.full(count, CENTRE[1]), azimuths, rng.uniform(sector.low, sector.high, count))
    thrown = np.asarray(GEOD.inv(np.full(count, town[0]), np.full(count, town[1]), lons, lats)[2]).max()
    assert thrown - 1.0 <= farthest_from(sector, town) <= thrown + 5_000.0

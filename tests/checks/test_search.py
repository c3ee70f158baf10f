"""The branch and bound: its slacks, its witnesses and its certainty, against grids of points and against the exact formula."""

from __future__ import annotations

import math
import random

import numpy as np
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from geomap.checks.feasibility.pairwise import gap_m
from geomap.checks.feasibility.search import EPSILON_M, meet, slack_in_all
from geomap.geometry.constraint import Bounds, into_sector
from geomap.geometry.geodesy import destination, distance_m
from geomap.geometry.metric import Ground
from geomap.model import Apart
from geomap.units import Interval, Sector

COAST = Ground(shapely.LineString([(34.0, 31.0), (34.6, 32.2), (35.1, 33.4), (35.8, 34.6), (35.7, 35.6)]))
LAND = Ground(shapely.Polygon([(34.0, 31.0), (34.6, 32.2), (35.1, 33.4), (35.8, 34.6), (38.0, 34.6), (38.0, 31.0)]))
HOMS, LIMIT = (36.7, 34.7), 400_000.0


def made(chance):
    """A region of some sort near the coast."""
    low = chance.choice((0.0, 0.0, chance.uniform(1e3, 8e4)))
    high = chance.choice((math.inf, low + chance.uniform(1e3, 9e4), low + chance.uniform(1e3, 9e4)))
    where = (chance.uniform(34, 38), chance.uniform(31, 36))
    match chance.randrange(4):
        case 0:
            return Bounds(ground=COAST, interval=Interval(low, high))
        case 1:
            return Bounds(ground=LAND, interval=Interval(*sorted((chance.uniform(-6e4, 2e4), chance.uniform(-6e4, 9e4)))))
        case 2:
            sector = Sector(where, chance.uniform(0, 360), chance.choice((11.25, 22.5, 45.0, 90.0)))
            return Bounds(ground=Ground.at(where), interval=Interval(low, high), sector=sector)
        case _:
            return Bounds(ground=Ground.at(where), interval=Interval(low, high))


@pytest.mark.parametrize("seed", range(40))
def test_against_a_grid_of_points(seed):
    chance = random.Random(seed)  # noqa: S311
    regions = [made(chance) for _ in range(chance.randint(2, 4))]
    lons, lats = (each.ravel() for each in np.meshgrid(np.linspace(32, 40, 90), np.linspace(29, 38, 90)))
    best = slack_in_all(regions, lons, lats).max()
    found = meet(regions)
    assert found.most >= best - 1e-6, "no point of the grid is better than what no point can be"
    if found.feasible:
        assert all(region.slack(found.point) >= 0 for region in regions)
    else:
        assert found.feasible is False or -found.slack <= 50 * EPSILON_M
        assert best < 1e-6
        assert found.slack == pytest.approx(slack_in_all(regions, *(np.array([each]) for each in found.point))[0], abs=1e-6)


@pytest.mark.parametrize("seed", range(40))
def test_against_the_formula_for_two_points(seed):
    chance = random.Random(1000 + seed)  # noqa: S311
    a, b = ((chance.uniform(34, 38), chance.uniform(31, 36)) for _ in range(2))
    intervals = [Interval(*sorted((chance.uniform(0, 2e5), chance.uniform(0, 2e5)))) for _ in range(2)]
    gap = gap_m(*intervals, Apart.points(distance_m(a, b)))
    found = meet([Bounds(ground=Ground.at(at), interval=interval) for at, interval in zip((a, b), intervals, strict=True)])
    if gap > 2 * EPSILON_M:
        assert found.feasible is False
        assert -2 * found.slack == pytest.approx(gap, rel=0.03, abs=3 * EPSILON_M)
    elif gap < -2 * EPSILON_M:
        assert found.feasible


@given(*[st.floats(-4, 4) for _ in range(4)], st.floats(0, 360), st.floats(1, 179), st.sampled_from([HOMS, (179.5, 51.0), (20.0, 86.0)]))
def test_a_sectors_slack_changes_by_a_metre_a_metre_at_most(east, north, to_east, to_north, middle, half, at):
    sector = Sector(at, middle, half)
    a, b = ((at[0] + x, max(-90.0, min(90.0, at[1] + y))) for x, y in ((east, north), (to_east, to_north)))
    one, other = (float(into_sector(sector, np.array([p[0]]), np.array([p[1]]))[0]) for p in (a, b))
    assert abs(one - other) <= distance_m(a, b) * (1 + 1e-6) + 1e-3


@given(st.floats(0, 360), st.floats(1, 179), st.floats(0, 360), st.floats(10, 3e6))
def test_a_sector_holds_its_directions_and_no_others(middle, half, azimuth, length):
    point = destination(HOMS, azimuth, length)
    inside = float(into_sector(Sector(HOMS, middle, half), np.array([point[0]]), np.array([point[1]]))[0])
    off = abs((azimuth - middle + 180) % 360 - 180)
    if abs(off - half) > 1e-6:
        assert (inside > 0) == (off < half)


def test_a_region_that_holds_a_pole_or_crosses_the_antimeridian():
    for at in ((0.0, 89.0), (179.9, 12.0), (-179.9, -70.0)):
        away = destination(at, 90.0, 150_000.0)
        rings = [Bounds(ground=Ground.at(each), interval=Interval(70_000.0, 100_000.0)) for each in (at, away)]
        found = meet(rings)
        assert found.feasible
        assert all(ring.slack(found.point) >= 0 for ring in rings)
        near = [Bounds(ground=Ground.at(each), interval=Interval(0.0, 60_000.0)) for each in (at, away)]
        assert meet(near).feasible is False


def test_everything_and_nothing():
    anywhere = Bounds(ground=Ground.at(HOMS), interval=Interval(0.0, math.inf))
    assert meet([anywhere, anywhere]).feasible
    far = Bounds(ground=Ground.at(HOMS), interval=Interval(19_990_000.0, math.inf))
    assert meet([far, Bounds(ground=COAST, interval=Interval(0.0, LIMIT))]).feasible is False

"""Annular sectors against points thrown into them, by pyproj alone."""

from __future__ import annotations

import math
from itertools import pairwise

import numpy as np
import pytest
from pyproj import Geod

from geomap.geometry.annular import Annuli, Annulus, crossings, margins_m, nearest_points

GEOD = Geod(ellps="WGS84")
PAIRS = 40
"""Random pairs that are compared with thrown points."""
THROWN = 40
"""Points along each line of an outline."""


def some(chance, middle, spread):
    """A disc, a ring, an arc or a sector somewhere near a point."""
    size, sort = chance.uniform(2e3, 120e3), chance.integers(4)
    low, high = ((0.0, size), (size, size), (0.6 * size, size), (size, 1.3 * size))[sort]
    half = float(chance.choice([11.25, 22.5, 45.0, 90.0, 135.0, 180.0]))
    at = (middle[0] + chance.uniform(-spread, spread), middle[1] + chance.uniform(-spread, spread))
    return Annulus(at, low, high, float(chance.uniform(0, 360)), half)


def some_pair(seed):
    chance = np.random.default_rng(seed)
    middle, spread = (chance.uniform(-180, 180), chance.uniform(-65, 65)), float(chance.choice([0.05, 0.3, 1.0]))
    return some(chance, middle, spread), some(chance, middle, spread)


def outline(sector):
    """Points along the arcs and sides."""
    turns = sector.middle + np.linspace(-sector.half, sector.half, 4 * THROWN)
    reaches = np.linspace(sector.low, sector.high, THROWN)
    lines = [(turns, np.full(len(turns), reach)) for reach in {sector.low, sector.high}]
    if sector.half < 180:
        lines += [(np.full(THROWN, sector.middle + side * sector.half), reaches) for side in (-1, 1)]
    azimuths, lengths = (np.concatenate(each) for each in zip(*lines, strict=True))
    lons, lats, _ = GEOD.fwd(np.full(len(azimuths), sector.at[0]), np.full(len(azimuths), sector.at[1]), azimuths, lengths)
    return np.array(lons), np.array(lats)


def holds(sector, lons, lats, off=0.0):
    """Which points are in a sector, by azimuth and distance."""
    azimuths, _, away = GEOD.inv(np.full(len(lons), sector.at[0]), np.full(len(lons), sector.at[1]), lons, lats)
    turn = np.abs((np.array(azimuths) - sector.middle + 180) % 360 - 180)
    aside = np.sin(np.radians(np.minimum(turn - sector.half, 90.0))) * away
    return (away >= sector.low - off) & (away <= sector.high + off) & ((turn <= sector.half) | (aside <= off) | (sector.half >= 180))


def thrown_gap(one, other):
    """The least distance of the points of two outlines, nought where one is in the other's sector."""
    (lons, lats), (others_lons, others_lats) = outline(one), outline(other)
    if holds(other, lons, lats).any() or holds(one, others_lons, others_lats).any():
        return 0.0
    first, second = np.meshgrid(np.arange(len(lons)), np.arange(len(others_lons)), indexing="ij")
    away = GEOD.inv(lons[first.ravel()], lats[first.ravel()], others_lons[second.ravel()], others_lats[second.ravel()])[2]
    return float(np.min(away))


def margin(one, other):
    return float(margins_m(Annuli.of([one.row]), Annuli.of([other.row]))[0])


@pytest.mark.parametrize("seed", range(PAIRS))
def test_gaps_are_those_of_thrown_points(seed):
    one, other = some_pair(seed)
    found, thrown = margin(one, other), thrown_gap(one, other)
    coarse = 0.01 * thrown + max(one.high, other.high) * math.pi / THROWN
    if thrown == 0:
        assert found <= 0.0
    elif found > 0:
        assert thrown - coarse <= found <= thrown + 1.0
    else:  # arcs cross between the points
        assert thrown <= coarse


@pytest.mark.parametrize("seed", range(PAIRS))
def test_nearest_points_are_in_the_sectors_and_as_far_apart_as_the_gap(seed):
    one, other = some_pair(seed)
    found = margin(one, other)
    if found > 0:
        (first,), (second,) = ([each] for each in nearest_points(one, other))
        assert GEOD.inv(*first, *second)[2] == pytest.approx(found, abs=0.01 + 1e-5 * found)
        assert holds(one, *(np.array([value]) for value in first), off=0.01).all()
        assert holds(other, *(np.array([value]) for value in second), off=0.01).all()


@pytest.mark.parametrize("seed", range(20))
def test_order_is_nothing_and_many_are_as_one(seed):
    pairs = [some_pair(100 * seed + number) for number in range(20)]
    first, second = (Annuli.of([pair[which].row for pair in pairs]) for which in (0, 1))
    together = margins_m(first, second)
    assert together == pytest.approx(margins_m(second, first), abs=0.05)
    assert together.tolist() == pytest.approx([margin(*pair) for pair in pairs], abs=1e-6)


@pytest.mark.parametrize("seed", range(30))
def test_distances_are_those_of_thrown_points(seed):
    chance = np.random.default_rng(seed)
    sector = some(chance, (chance.uniform(-170, 170), chance.uniform(-60, 60)), 0.5)
    point = (sector.at[0] + chance.uniform(-2, 2), sector.at[1] + chance.uniform(-2, 2))
    lons, lats = outline(sector)
    away = GEOD.inv(np.full(len(lons), point[0]), np.full(len(lons), point[1]), lons, lats)[2]
    nearest = 0.0 if holds(sector, *(np.array([value]) for value in point)).all() else float(np.min(away))
    coarse = sector.high * math.pi / THROWN
    assert nearest - coarse <= sector.distance(point) <= nearest + 1.0
    assert GEOD.inv(*point, *sector.nearest_point(point))[2] == pytest.approx(sector.distance(point), abs=0.05 + 1e-5 * nearest)


def test_an_overlap_shrinks_to_nothing_where_two_part():
    east = Annulus((10.0, 50.0), 0.0, 30_000.0, 90.0, 45.0)
    overlaps = [margin(east, Annulus((10.0 - step, 50.0), 0.0, 10_000.0)) for step in np.linspace(0.0, 0.16, 9)]
    assert all(before <= after + 1.0 for before, after in pairwise(overlaps))
    assert overlaps[0] == pytest.approx(-10_000 * math.sqrt(0.5), abs=5.0)
    assert overlaps[-1] > 0
    lon, lat, _ = GEOD.fwd(10.0, 50.0, 270.0, 10_001.0)
    assert margin(east, Annulus((lon, lat), 0.0, 10_000.0)) == pytest.approx(1.0, abs=0.1)
    lon, lat, _ = GEOD.fwd(10.0, 50.0, 270.0, 9_990.0)
    assert margin(east, Annulus((lon, lat), 0.0, 10_000.0)) == pytest.approx(-10.0 * math.sqrt(0.5), abs=0.5)


def test_crossings_lie_on_both_circles():
    one, other = Annulus((38.0, 34.0), 20e3, 30e3), Annulus((38.2, 34.1), 15e3, 15e3)
    lons, lats = crossings(one, other)
    assert len(lons) >= 4
    first, second = (GEOD.inv(np.full(len(lons), each.at[0]), np.full(len(lons), each.at[1]), lons, lats)[2] for each in (one, other))
    assert np.minimum(np.abs(first - 20e3), np.abs(first - 30e3)).max() < 0.1
    assert np.abs(second - 15e3).max() < 0.1


def test_what_has_no_end_meets_what_lies_ahead_of_it():
    north = Annulus((38.0, 34.0), 0.0, math.inf, 0.0, 45.0)
    assert margin(north, Annulus((38.1, 36.0), 0.0, 5_000.0)) < 0
    behind = margin(north, Annulus((38.0, 33.0), 0.0, 5_000.0))
    assert behind == pytest.approx(GEOD.inv(38.0, 34.0, 38.0, 33.0)[2] - 5_000.0, abs=0.1)

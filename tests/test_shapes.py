"""Outlines against the exact geodesic predicate."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap import shapes
from geomap.geodesy import distances_m
from geomap.units import Interval

AWKWARD = [(38.657, 33.4883), (179.9, 10.0), (-179.99, -60.0), (0.0, 89.5), (10.0, -89.9), (0.0, 90.0), (0.0, 0.0), (24.9, 70.0)]


def _sample(centre: tuple[float, float], radius: float, seed: int) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    n = 4000
    far = min(radius * 1.05, 1.99e7)
    from geomap.geodesy import WGS84

    lons, lats, _ = WGS84.fwd(np.full(n, centre[0]), np.full(n, centre[1]), rng.uniform(0, 360, n), rng.uniform(0.9, 1.05, n) * far / 1.05)
    return np.asarray(lons), np.asarray(lats)


def _covers(geometry, lons, lats) -> np.ndarray:
    inside = np.zeros(len(lons), dtype=bool)
    for turn in (-360.0, 0.0, 360.0):
        inside |= shapely.intersects_xy(geometry, lons + turn, lats)
    return inside


@pytest.mark.parametrize("centre", AWKWARD)
@pytest.mark.parametrize("radius", [10.0, 1_000.0, 55_000.0, 500_000.0, 3_000_000.0, 12_000_000.0])
def test_outer_is_never_smaller_and_inner_never_larger(centre, radius):
    lons, lats = _sample(centre, radius, seed=7)
    true = distances_m(centre, lons, lats) <= radius
    outer = _covers(shapes.outline(centre, Interval(0.0, radius), side="outer"), lons, lats)
    inner = _covers(shapes.outline(centre, Interval(0.0, radius), side="inner"), lons, lats)
    assert true.any()
    assert not (true & ~outer).any()
    assert not (inner & ~true).any()
    assert inner.any()


@pytest.mark.parametrize("centre", AWKWARD)
def test_annulus_bounds(centre):
    interval = Interval(40_000.0, 55_000.0)
    lons, lats = _sample(centre, 55_000.0, seed=3)
    more_lons, more_lats = _sample(centre, 40_000.0, seed=4)
    lons, lats = np.r_[lons, more_lons], np.r_[lats, more_lats]
    distance = distances_m(centre, lons, lats)
    true = (distance >= interval.low) & (distance <= interval.high)
    outer = _covers(shapes.outline(centre, interval, side="outer"), lons, lats)
    inner = _covers(shapes.outline(centre, interval, side="inner"), lons, lats)
    assert not (true & ~outer).any()
    assert not (inner & ~true).any()


@settings(deadline=None, max_examples=40)
@given(lon=st.floats(-180, 180), lat=st.floats(-85, 85), radius=st.floats(100, 400_000))
def test_area_is_that_of_the_circle(lon, lat, radius):
    from geomap.geodesy import WGS84

    outline = shapes.outline((lon, lat), Interval(0.0, radius), tolerance_m=radius / 2000)
    if not outline.is_valid or abs(lat) > 80:
        return
    area = abs(WGS84.geometry_area_perimeter(outline)[0])
    # On the ellipsoid a small disc has π r² to within the curvature term r²/12R² and the tolerance of its edge.
    assert area == pytest.approx(math.pi * radius**2, rel=4e-3)


def test_exterior_reaches_to_its_limit():
    centre = (38.657, 33.4883)
    outline = shapes.outline(centre, Interval(72_420.48, math.inf), limit_m=150_000.0)
    lons, lats = np.asarray(outline.exterior.coords).T
    assert distances_m(centre, lons, lats).min() >= 150_000.0 - 1e-6
    assert len(outline.interiors) == 1


@pytest.mark.parametrize("centre", [(179.9, 10.0), (-179.99, -60.0), (0.0, 89.5), (500.0 - 360.0, 0.0)])
def test_split_keeps_the_area_and_stays_in_range(centre):
    outline = shapes.outline(centre, Interval(0.0, 300_000.0))
    split = shapes.split_at_antimeridian(outline)
    west, south, east, north = split.bounds
    assert west >= -180
    assert east <= 180
    assert south >= -90
    assert north <= 90
    assert split.is_valid
    assert split.area == pytest.approx(outline.area, rel=1e-9)


def test_nothing_is_left_of_an_inner_disc_of_no_radius():
    assert shapes.outline((0.0, 0.0), Interval(0.0, 0.0), side="inner").is_empty

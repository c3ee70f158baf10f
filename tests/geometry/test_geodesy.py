"""Geodesics against Karney's published test set, one by one and many at once."""

from __future__ import annotations

import csv
import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.geometry import geodesy


@pytest.fixture(scope="module")
def geodtest(shared):
    with (shared / "eval" / "geodesy" / "geodtest_2000.csv").open() as file:
        return list(csv.DictReader(file))


@pytest.mark.shared
def test_inverse_agrees_with_karney_within_a_micrometre(geodtest):
    for row in geodtest:
        a, b = (float(row["lon1"]), float(row["lat1"])), (float(row["lon2"]), float(row["lat2"]))
        assert geodesy.distance_m(a, b) == pytest.approx(float(row["s12_m"]), abs=1e-6)


@pytest.mark.shared
def test_direct_agrees_with_karney_within_a_micrometre(geodtest):
    for row in geodtest:
        lon, lat = geodesy.destination((float(row["lon1"]), float(row["lat1"])), float(row["azi1"]), float(row["s12_m"]))
        assert geodesy.distance_m((lon, lat), (float(row["lon2"]), float(row["lat2"]))) < 1e-6


@pytest.fixture(scope="module")
def columns(geodtest):
    return {name: np.array([float(row[name]) for row in geodtest]) for name in geodtest[0]}


@pytest.mark.shared
def test_many_distances_agree_with_karney_within_a_micrometre(columns):
    lengths = geodesy.pair_distances_m(columns["lon1"], columns["lat1"], columns["lon2"], columns["lat2"])
    assert len(lengths) == 2000
    assert np.abs(lengths - columns["s12_m"]).max() < 1e-6


@pytest.mark.shared
def test_many_destinations_agree_with_karney_within_a_micrometre(columns):
    lons, lats, arriving = geodesy.destinations(columns["lon1"], columns["lat1"], columns["azi1"], columns["s12_m"])
    assert geodesy.pair_distances_m(lons, lats, columns["lon2"], columns["lat2"]).max() < 1e-6
    # An azimuth is as good as the place that it is told at: beside a pole a micrometre is many degrees.
    away = 90.0 - np.abs(columns["lat2"]) > 0.01
    off = np.radians((arriving - columns["azi2"] + 180.0) % 360.0 - 180.0)
    assert np.abs(off[away]).max() * geodesy.WGS84.a < 1e-3
    assert away.sum() > 1800


@pytest.mark.shared
def test_azimuths_agree_with_karney(geodtest):
    # The reduced length says how far the end moves sideways for a turn at the start; it is near nothing for points that are
    # nearly antipodal or the same, whose azimuth means little.
    for row in geodtest:
        a, b = (float(row["lon1"]), float(row["lat1"])), (float(row["lon2"]), float(row["lat2"]))
        expected, sideways = float(row["azi1"]), float(row["m12_m"])
        off = math.radians((geodesy.azimuth_deg(a, b) - expected + 180.0) % 360.0 - 180.0)
        assert abs(off * sideways) < 1e-6


@given(lon=st.floats(-180, 180), lat=st.floats(-90, 90), azimuth=st.floats(0, 360), length=st.floats(0, 15_000_000))
def test_direct_and_inverse_undo_each_other(lon, lat, azimuth, length):
    to = geodesy.destination((lon, lat), azimuth, length)
    assert geodesy.distance_m((lon, lat), to) == pytest.approx(length, abs=1e-6)


@pytest.mark.parametrize("shape", [(), (0,), (1,), (3,), (2, 3)])
def test_arrays_keep_their_shape_and_their_values(shape):
    rng = np.random.default_rng(1)
    lons, lats = rng.uniform(-90, 90, (2, *shape))
    before = lons.copy()
    distances = geodesy.distances_m((10.0, 20.0), lons, lats)
    assert distances.shape == shape
    assert (lons == before).all()
    for lon, lat, distance in zip(lons.flat, lats.flat, distances.flat, strict=True):
        assert distance == geodesy.distance_m((10.0, 20.0), (lon, lat))


def test_one_destination_is_the_first_of_many():
    lons, lats, _ = geodesy.destinations(np.array([10.0]), np.array([20.0]), np.array([30.0]), np.array([4e5]))
    assert (lons.tolist(), lats.tolist()) == tuple([value] for value in geodesy.destination((10.0, 20.0), 30.0, 4e5))


def test_azimuth_is_clockwise_from_north():
    assert geodesy.azimuth_deg((0, 0), (1, 0)) == pytest.approx(90)
    assert geodesy.azimuth_deg((0, 0), (0, -1)) == pytest.approx(180)

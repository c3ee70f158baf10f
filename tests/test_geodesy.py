"""Geodesics against Karney's published test set, and rings against the distances they stand for."""

from __future__ import annotations

import csv

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap import geodesy


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


@given(lon=st.floats(-180, 180), lat=st.floats(-90, 90), radius=st.floats(1, 15_000_000), n=st.integers(16, 64))
def test_ring_vertices_are_at_the_radius(lon, lat, radius, n):
    lons, lats = geodesy.ring((lon, lat), radius, n)
    assert len(lons) == n + 1
    assert (lons[0], lats[0]) == (lons[-1], lats[-1])
    assert np.allclose(geodesy.distances_m((lon, lat), lons, lats), radius, atol=1e-6)


@given(radius=st.floats(11, 500_000), tolerance=st.floats(0.1, 10))
def test_vertices_keep_the_chord_within_tolerance(radius, tolerance):
    n = geodesy.vertices_for(radius, tolerance)
    assert radius * (1 - np.cos(np.pi / n)) <= tolerance * (1 + 1e-9)


def test_azimuth_is_clockwise_from_north():
    assert geodesy.azimuth_deg((0, 0), (1, 0)) == pytest.approx(90)
    assert geodesy.azimuth_deg((0, 0), (0, -1)) == pytest.approx(180)


def test_unwrap_crosses_the_antimeridian_without_a_jump():
    assert list(geodesy.unwrap(np.array([179.0, -179.0, -178.0]))) == [179.0, 181.0, 182.0]

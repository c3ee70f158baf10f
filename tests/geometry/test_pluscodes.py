from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod

from geomap.geometry.pluscodes import cell_of, completed

GEOD = Geod(ellps="WGS84")


@pytest.mark.parametrize(
    ("code", "south", "west", "north", "east"),
    [
        ("7FG49Q00+", 20.35, 2.75, 20.4, 2.8),
        ("7FG49QCJ+2V", 20.37, 2.782125, 20.370125, 2.78225),
        ("7FG49QCJ+2VX", 20.3701, 2.78221875, 20.370125, 2.78225),
        ("7FG49QCJ+2VXGJ", 20.370113, 2.782234375, 20.370114, 2.78223632813),
        ("8FVC2222+22", 47.0, 8.0, 47.000125, 8.000125),
        ("4VCPPQGP+Q9", -41.273125, 174.785875, -41.273, 174.786),
        ("62G20000+", 0.0, -180.0, 1.0, -179.0),
        ("22220000+", -90.0, -180.0, -89.0, -179.0),
    ],
)
def test_published_codes(code, south, west, north, east):
    """The first rows of the decoding tests that the makers of the codes publish."""
    cell = cell_of(code)
    assert cell.lonlat == pytest.approx(((west + east) / 2, (south + north) / 2), abs=1e-9)
    corners = [GEOD.inv(*cell.lonlat, lon, lat)[2] for lon in (west, east) for lat in (south, north)]
    assert cell.precision_m == pytest.approx(max(corners), rel=1e-3)


@pytest.mark.parametrize(
    "code", ["", "+", "8FVC9G8F", "8FVC9G8+6X", "8FVC9G80+6X", "8AVC9G8F+6X", "XXXXXXXX+XX", "8FVC9G8F+6X!", "00000000+"]
)
def test_what_is_no_code(code):
    assert cell_of(code) is None


@given(st.floats(-0.4, 0.4), st.floats(-0.4, 0.4))
def test_a_short_code_is_completed_from_anywhere_near(east, north):
    whole = cell_of("8FVC9G8F+6X")
    near = (whole.lonlat[0] + east, whole.lonlat[1] + north)
    assert completed("9G8F+6X", near).lonlat == pytest.approx(whole.lonlat, abs=1e-9)


def test_a_short_code_is_completed_over_the_antimeridian():
    whole = cell_of("62G2X2X2+22")
    assert completed("X2X2+22", (179.9, 0.9)).lonlat == pytest.approx(whole.lonlat, abs=1e-9)

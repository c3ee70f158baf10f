"""Sectors against lines in a plane, by points thrown with pyproj alone."""

from __future__ import annotations

import numpy as np
import pytest
import shapely
from pyproj import Geod

from geomap.geometry.annular import Annulus
from geomap.geometry.local import Local
from geomap.geometry.metric import Ground

GEOD = Geod(ellps="WGS84")


@pytest.mark.parametrize(("away", "level"), [(60e3, 80e3), (900e3, 250e3), (1_500e3, 100e3)])
def test_how_far_an_arc_is_from_what_is_farther_off_a_line(away, level):
    """Along a meridian that runs through the arc's centre, also where the arc is far away."""
    arc = Annulus((39.0, 10.0), away, away, 0.0, 3.0)
    meridian = Ground(shapely.LineString([(39.0, -20.0), (39.0, 55.0)]))
    found = Local(arc.at, meridian).to_level(arc, level)
    lons, lats, _ = GEOD.fwd(np.full(200, 39.0), np.full(200, 10.0), np.linspace(-3.0, 3.0, 200), np.full(200, away))
    along = np.linspace(-5.0, 50.0, 4000)
    beyond = GEOD.fwd(np.full(4000, 39.0), along, np.full(4000, 90.0), np.full(4000, level))
    nearest = GEOD.inv(np.full(4000, lons[-1]), np.full(4000, lats[-1]), beyond[0], beyond[1])[2].min()
    stretched = (away / 6_371e3) ** 2 / 6  # of lengths in the plane, c / sin c
    assert found == pytest.approx(nearest, abs=0.01 * nearest + 1.2 * stretched * level)


def test_what_reaches_the_level_is_no_distance_from_it():
    arc = Annulus((39.0, 10.0), 60e3, 60e3, 90.0, 45.0)
    meridian = Ground(shapely.LineString([(39.0, 0.0), (39.0, 20.0)]))
    assert Local(arc.at, meridian).to_level(arc, 50e3) == 0.0

"""Distances from points, lines and areas, against an independent geodesic library and by what any distance must obey."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st

from geomap.geometry.metric import Ground

LINES = [
    shapely.LineString([(39.0, 33.0), (39.3, 33.4), (40.5, 34.1)]),
    shapely.MultiLineString([[(179.2, -17.0), (180.0, -16.2)], [(-180.0, -16.2), (-179.1, -15.0)]]),
    shapely.LineString([(10.0, 78.5), (60.0, 80.0), (95.0, 79.0)]),
    shapely.LineString([(-70.0, -10.0), (-66.0, -10.0)]),
]
AREAS = [
    shapely.box(36.0, 33.0, 38.0, 35.0),
    shapely.MultiPolygon([shapely.box(178.0, 64.0, 180.0, 66.0), shapely.box(-180.0, 64.0, -176.0, 66.0)]),
    shapely.Polygon([(20, 0), (24, 0), (24, 4), (20, 4)], [[(21, 1), (23, 1), (23, 3), (21, 3)]]),
]


def true_distance(a, b):
    return Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0])["s12"]


def by_hand(geometry, point, step=0.0008):
    """The least geodesic distance to points close together on a geometry's lines."""
    lines = shapely.boundary(geometry) if "Polygon" in geometry.geom_type else geometry
    points = shapely.get_coordinates(shapely.segmentize(lines, step))
    near = np.hypot((points[:, 0] - point[0] + 180) % 360 - 180, points[:, 1] - point[1])
    picked = np.argsort(near * np.cos(np.radians(point[1])) + np.abs(points[:, 1] - point[1]))
    rough = np.minimum(len(points), 4000)
    return min(true_distance(point, each) for each in points[picked[:rough:3]])


def near(geometry, east, north):
    """A point round the middle of a geometry's box."""
    west, south, right, top = (
        geometry.bounds if geometry.bounds[2] - geometry.bounds[0] < 180 else (178.0, *geometry.bounds[1:2], 184.0, geometry.bounds[3])
    )
    lat = max(-88.0, min(88.0, (south + top) / 2 + north))
    return (((west + right) / 2 + east + 180) % 360 - 180, lat)


@pytest.mark.parametrize("geometry", [*LINES, *AREAS])
@pytest.mark.parametrize(("east", "north"), [(0.4, 0.9), (-1.7, 0.3), (2.6, -1.4)])
def test_distance_to_a_line_is_the_least_to_its_points(geometry, east, north):
    point = near(geometry, east, north)
    found = abs(Ground(geometry).distance(point))
    brute = by_hand(geometry, point)
    assert found <= brute + 0.06
    assert found >= brute - 120.0, "the points of the comparison are up to 90 m apart"


@pytest.mark.parametrize("geometry", [*LINES, *AREAS])
def test_the_nearest_point_is_as_far_as_the_distance(geometry):
    ground = Ground(geometry)
    point = near(geometry, 1.3, 1.1)
    assert true_distance(point, ground.nearest_point(point)) == pytest.approx(abs(ground.distance(point)), abs=1e-6)


@pytest.mark.parametrize("area", AREAS)
def test_inside_is_negative_and_holes_are_outside(area):
    ground = Ground(area)
    inside = shapely.get_coordinates(shapely.point_on_surface(area))[0]
    assert ground.distance(tuple(inside)) < 0
    assert ground.distance((150.0, -40.0)) > 0
    if shapely.get_num_interior_rings(shapely.get_geometry(area, 0)):
        assert ground.distance((22.0, 2.0)) > 0


@given(st.sampled_from([*LINES, *AREAS]), *[st.floats(-4, 4) for _ in range(4)])
def test_it_changes_by_a_metre_a_metre_at_most(geometry, east, north, to_east, to_north):
    ground = Ground(geometry)
    a, b = near(geometry, east, north), near(geometry, to_east, to_north)
    assert abs(ground.distance(a) - ground.distance(b)) <= true_distance(a, b) + 0.2


def test_many_points_are_as_one_by_one():
    ground = Ground(LINES[0])
    rng = np.random.default_rng(5)
    lons, lats = rng.uniform(30, 50, 9000), rng.uniform(20, 45, 9000)
    together = ground.distances(lons, lats)
    assert len(together) == 9000
    for at in range(0, 9000, 1500):
        assert ground.distance((lons[at], lats[at])) == pytest.approx(together[at], abs=1e-9)


def test_nearest_and_farthest_of_two():
    line, area, far = Ground(LINES[0]), Ground(AREAS[0]), Ground.at((45.0, 36.0))
    assert far.nearest(line) == pytest.approx(line.distance((45.0, 36.0)))
    assert line.farthest_from(far) == pytest.approx(true_distance((39.0, 33.0), (45.0, 36.0)), abs=10.0)
    vertices = shapely.get_coordinates(shapely.segmentize(LINES[0], 0.001))
    away = area.distances(vertices[:, 0], vertices[:, 1])
    assert line.nearest(area) == pytest.approx(away.min(), abs=2.0) == area.nearest(line)
    assert away.max() - 0.1 <= line.farthest_from(area) <= away.max() + 2.0


def test_lines_in_an_area_and_areas_that_overlap():
    area = Ground(AREAS[0])
    inside = Ground(shapely.LineString([(36.5, 33.5), (37.0, 34.5)]))
    edge = Ground(shapely.LineString([(36.0, 33.2), (36.0, 34.8)]))
    assert area.nearest(inside) < -30_000
    assert inside.farthest_from(area) == 0.0
    assert edge.farthest_from(area) == 0.0 == area.nearest(edge)
    assert area.nearest(Ground(shapely.box(37.0, 34.0, 39.0, 36.0))) == -math.inf
    assert area.nearest(Ground(shapely.box(39.0, 33.0, 40.0, 35.0))) == pytest.approx(true_distance((38, 35), (39, 35)), abs=30.0)
    assert area.farthest_from(edge) >= Ground(shapely.Point(38.0, 34.0)).distance((36.0, 34.0))


@pytest.mark.parametrize("geometry", [shapely.LineString(), shapely.MultiPoint([(0, 0), (1, 1)])])
def test_what_nothing_is_measured_from(geometry):
    with pytest.raises(ValueError, match="measured"):
        Ground(geometry)

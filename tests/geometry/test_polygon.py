"""Outlines against the exact geodesic predicate: outer ones hold every true point, inner ones none but true points."""

from __future__ import annotations

import math

import numpy as np
import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.geometry import disc as rings
from geomap.geometry import polygon as shapes
from geomap.geometry.disc import REACH_M, fair_tolerance_m
from geomap.geometry.geodesy import FARTHEST_M, WGS84, destinations, distance_m, distances_m
from geomap.units import Interval

AL_TANF = (38.657, 33.4883)
AWKWARD = [
    AL_TANF,
    (179.9, 10.0),
    (-179.99, -60.0),
    (-180.0, 5.0),
    (180.0, -45.0),
    (0.0, 89.5),
    (10.0, -89.9),
    (-140.0, 89.9999),
    (0.0, 90.0),
    (77.0, -90.0),
    (0.0, 0.0),
    (24.9, 70.0),
]
RADII = [10.0, 100.0, 1e3, 11e3, 55e3, 3e5, 1e6, 3e6, 6e6, 9.9e6, 12e6, 15e6, 19e6, 19.949e6, 19.98e6]
INTERVALS = [
    Interval(40e3, 55e3),
    Interval(8.0, 10.0),
    Interval(54e3, 54.03e3),
    Interval(2e6, 7e6),
    Interval(6.2e6, 13.8e6),
    Interval(1e6, 15e6),
    Interval(72_420.48, math.inf),
    Interval(0.0, math.inf),
]


def covers(geometry, lons, lats) -> np.ndarray:
    return _any_turn(shapely.intersects_xy, geometry, lons, lats)


def contains(geometry, lons, lats) -> np.ndarray:
    return _any_turn(shapely.contains_xy, geometry, lons, lats)


def _any_turn(predicate, geometry, lons, lats) -> np.ndarray:
    shapely.prepare(geometry)
    return np.any([predicate(geometry, lons + turn, lats) for turn in (-360.0, 0.0, 360.0)], axis=0)


def near_circle(centre, radius, count, rng) -> tuple[np.ndarray, np.ndarray]:
    """Points about a circle: most within its tolerance, some right on it, some anywhere inside; half of them near due north or south."""
    azimuths = rng.uniform(-180, 180, count)
    squeezed = rng.random(count) < 0.5
    azimuths[squeezed] *= 10.0 ** rng.uniform(-7, 0, squeezed.sum())
    azimuths += np.where(squeezed & (rng.random(count) < 0.5), 180.0, 0.0)
    spread = fair_tolerance_m(radius, 10.0) * rng.choice([0.01, 0.1, 1.5], count)
    lengths = radius + rng.uniform(-1, 1, count) * spread
    inside = rng.random(count) < 0.2
    lengths[inside] = radius * rng.uniform(0, 1.05, inside.sum())
    lengths = np.clip(lengths, 0.0, FARTHEST_M - 30.0)
    lons, lats, _ = destinations(np.full(count, centre[0]), np.full(count, centre[1]), azimuths, lengths)
    return lons, lats


def radii_about_the_poles(centre) -> list[float]:
    """Circles that pass a pole at metres to a kilometre, on either side, or run through it."""
    poles = [distance_m(centre, (centre[0], lat)) for lat in (-90.0, 90.0)]
    return [pole + off for pole in poles for off in (-1000.0, -10.0, -0.3, 0.0, 0.3, 10.0, 1000.0) if pole + off >= 10.0]


@pytest.mark.parametrize("centre", AWKWARD)
def test_discs_are_bounded_from_their_side_and_close(centre):
    rng = np.random.default_rng(AWKWARD.index(centre))
    for radius in RADII + radii_about_the_poles(centre):
        lons, lats = near_circle(centre, radius, 400, rng)
        distances = distances_m(centre, lons, lats)
        outer, inner = (shapes.outline(centre, Interval(0.0, radius), side=side) for side in ("outer", "inner"))
        assert outer.is_valid
        assert inner.is_valid
        assert covers(outer, lons, lats)[distances <= radius].all()
        assert not contains(inner, lons, lats)[distances > radius].any()
        if radius < REACH_M:
            clear = fair_tolerance_m(radius, 10.0) + 0.25
            assert not contains(outer, lons, lats)[distances > radius + clear].any()
            assert covers(inner, lons, lats)[distances < radius - clear].all()


def test_a_ring_without_its_allowance_fails_what_is_asked_of_discs(monkeypatch):
    radius, rng = 55e3, np.random.default_rng(0)
    plan = rings.plan_ring(AL_TANF[1], radius, grow=True, tolerance_m=10.0)
    assert plan is not None
    monkeypatch.setattr(rings, "plan_ring", lambda *_args, **_options: rings.Plan(radius, plan.halves))
    lons, lats = near_circle(AL_TANF, radius, 4000, rng)
    outer = shapes.outline(AL_TANF, Interval(0.0, radius))
    assert not covers(outer, lons, lats)[distances_m(AL_TANF, lons, lats) <= radius].all()


@pytest.mark.parametrize("interval", INTERVALS)
def test_annuli_and_exteriors_are_bounded_from_their_side(interval):
    rng = np.random.default_rng(3)
    limit = 200e3
    high = min(interval.high, limit) if math.isinf(interval.high) else interval.high
    for centre in AWKWARD:
        points = [near_circle(centre, radius, 400, rng) for radius in (interval.low, high) if radius > 0]
        lons, lats = (np.concatenate(values) for values in zip(*points, strict=True))
        distances = distances_m(centre, lons, lats)
        true = (distances >= interval.low) & (distances <= high)
        outer, inner = (shapes.outline(centre, interval, side=side, limit_m=limit) for side in ("outer", "inner"))
        assert true.any()
        assert outer.is_valid
        assert inner.is_valid
        assert covers(outer, lons, lats)[true].all()
        assert not contains(inner, lons, lats)[~true].any()
        assert not inner.is_empty


SECTORS = [Interval(0.0, 10.0), Interval(0.0, 55e3), Interval(40e3, 55e3), Interval(1e6, 9.9e6), Interval(0.0, 15e6), Interval(0.0, 20.0e6)]
HALVES = [1.0, 11.25, 45.0, 60.0, 90.0, 90.001, 135.0, 179.9]


@pytest.mark.parametrize("interval", SECTORS)
def test_sectors_are_bounded_from_their_side(interval):
    rng = np.random.default_rng(4)
    drawn = 0
    for number, centre in enumerate(AWKWARD):
        for bearing, half in zip((0.0, rng.uniform(0, 360), 90.0), np.roll(HALVES, number)[:3], strict=True):
            lons, lats = _near_sector(centre, interval, bearing, half, 300, rng)
            distances, turned = distances_m(centre, lons, lats), (_azimuths_deg(centre, lons, lats) - bearing + 180.0) % 360.0 - 180.0
            true = (distances >= interval.low) & (distances <= interval.high) & (np.abs(turned) <= half)
            outer, inner = (shapes.sector(centre, interval, bearing, half, side) for side in ("outer", "inner"))
            assert outer.is_valid
            assert inner.is_valid
            assert covers(outer, lons, lats)[true].all()
            assert not contains(inner, lons, lats)[~true].any()
            drawn += not inner.is_empty
    assert drawn >= 24


def _azimuths_deg(centre, lons, lats) -> np.ndarray:
    """Of the geodesics from one point to many, at that point."""
    return np.asarray(WGS84.inv(np.full(len(lons), centre[0]), np.full(len(lons), centre[1]), lons, lats)[0])


def _near_sector(centre, interval, bearing, half, count, rng) -> tuple[np.ndarray, np.ndarray]:
    """Points about the sides and the arcs of a sector, within metres, and anywhere."""
    lengths = np.where(rng.random(count) < 0.5, rng.uniform(interval.low, interval.high, count), interval.high)
    lengths = np.where(rng.random(count) < 0.2, lengths * 10.0 ** rng.uniform(-6, 0, count), lengths)
    tolerance = fair_tolerance_m(interval.high, 10.0)
    lengths = np.clip(lengths + rng.uniform(-1, 1, count) * tolerance, 1e-3, FARTHEST_M - 30.0)
    aside = rng.uniform(-1.5, 1.5, count) * tolerance * 10.0 ** rng.uniform(-3, 0, count)
    width = np.maximum(6.36e6 * np.abs(np.sin(lengths / 6.37e6)), 0.1)
    sides = bearing + rng.choice([-1.0, 1.0], count) * (half + np.degrees(aside / width))
    azimuths = np.where(rng.random(count) < 0.7, sides, rng.uniform(0, 360, count))
    lons, lats, _ = destinations(np.full(count, centre[0]), np.full(count, centre[1]), azimuths, lengths)
    return lons, lats


def test_a_sector_of_half_a_turn_is_the_whole_annulus():
    interval = Interval(40e3, 55e3)
    assert shapes.sector(AL_TANF, interval, 30.0, 180.0, "outer").equals(shapes.outline(AL_TANF, interval))
    narrower = shapes.sector(AL_TANF, interval, 30.0, 179.0, "outer")
    assert 0.98 < narrower.area / shapes.outline(AL_TANF, interval).area < 1.0


def test_two_sectors_make_the_whole():
    interval = Interval(0.0, 55e3)
    parts = [shapes.sector(AL_TANF, interval, 30.0, 50.0, "outer"), shapes.sector(AL_TANF, interval, 210.0, 130.0, "outer")]
    whole = shapes.outline(AL_TANF, interval)
    assert shapely.union_all(parts).area == pytest.approx(whole.area, rel=1e-9)
    areas = [abs(WGS84.geometry_area_perimeter(shape)[0]) for shape in (parts[0], whole)]
    assert areas[0] == pytest.approx(areas[1] * 100 / 360, rel=1e-3)


def test_a_sector_narrower_than_a_line_has_no_inner_outline():
    assert shapes.sector(AL_TANF, Interval(0.0, 1000.0), 30.0, 0.0, "inner").is_empty
    assert not shapes.sector(AL_TANF, Interval(0.0, 1000.0), 30.0, 0.0, "outer").is_empty


def test_a_sector_of_less_than_nothing_is_refused():
    with pytest.raises(ValueError, match="-1"):
        shapes.sector(AL_TANF, Interval(0.0, 1000.0), 30.0, -1.0)


@pytest.mark.parametrize("side", ["outer", "inner"])
def test_many_outlines_are_those_drawn_one_by_one(side):
    intervals = [Interval(0.0, radius) for radius in RADII] + INTERVALS + [Interval(0.0, 0.0)]
    jobs = [(centre, interval) for centre in AWKWARD for interval in intervals]
    many = shapes.outlines([centre for centre, _ in jobs], [interval for _, interval in jobs], side=side)
    assert len(many) == len(jobs)
    for (centre, interval), drawn in zip(jobs, many, strict=True):
        assert drawn.equals_exact(shapes.outline(centre, interval, side=side), 1e-9), (centre, interval)


def test_as_many_intervals_as_centres_are_asked_for():
    assert shapes.outlines([], []) == []
    with pytest.raises(ValueError, match="shorter"):
        shapes.outlines([AL_TANF, AL_TANF], [Interval(0.0, 1.0)])


@settings(max_examples=40)
@given(lon=st.floats(-180, 180), lat=st.floats(-80, 80), radius=st.floats(100, 400_000))
def test_area_is_that_of_the_circle(lon, lat, radius):
    outline = shapes.outline((lon, lat), Interval(0.0, radius), tolerance_m=radius / 2000)
    area = abs(WGS84.geometry_area_perimeter(outline)[0])
    # On the ellipsoid a small disc has π r² to within the curvature term r²/12R² and the tolerance of its edge.
    assert area == pytest.approx(math.pi * radius**2, rel=4e-3)


@given(lon=st.floats(-180, 180), lat=st.floats(-90, 90), radius=st.floats(1, 2.1e7), side=st.sampled_from(["outer", "inner"]))
@settings(max_examples=60)
def test_longitudes_run_on_without_a_jump(lon, lat, radius, side):
    drawn = shapes.outline((lon, lat), Interval(0.0, radius), side=side, tolerance_m=1000.0)
    west, south, east, north = drawn.bounds
    assert lon - 180.001 <= west <= lon <= east <= lon + 180.001
    assert -90 <= south <= north <= 90
    corners = np.asarray(drawn.exterior.coords)
    jumps = corners[:-1][np.abs(np.diff(corners[:, 0])) > 180.0]
    # Only along a pole does an edge run all round.
    assert (np.abs(jumps[:, 1]) == 90.0).all()


def test_exterior_reaches_to_its_limit():
    outline = shapes.outline(AL_TANF, Interval(72_420.48, math.inf), limit_m=150_000.0)
    lons, lats = np.asarray(outline.exterior.coords).T
    assert distances_m(AL_TANF, lons, lats).min() >= 150_000.0 - 1e-6
    assert len(outline.interiors) == 1


@pytest.mark.parametrize("centre", AWKWARD)
@pytest.mark.parametrize("interval", [Interval(0.0, 300e3), Interval(1e6, 12e6), Interval(0.0, 19.5e6), Interval(0.0, 20.1e6)])
def test_split_keeps_the_area_and_stays_in_range(centre, interval):
    for outline in (shapes.outline(centre, interval, tolerance_m=100.0), shapes.sector(centre, interval, 30.0, 60.0, tolerance_m=100.0)):
        split = shapes.split_at_antimeridian(outline)
        west, south, east, north = split.bounds
        assert -180 <= west <= east <= 180
        assert -90 <= south <= north <= 90
        assert split.is_valid
        assert split.area == pytest.approx(outline.area, rel=1e-9)
        for part in shapely.get_parts(split):
            assert part.exterior.is_ccw
            assert not any(hole.is_ccw for hole in part.interiors)


def test_split_leaves_no_seam_where_an_outline_was_cut_open():
    # A cap about the pole is drawn from 38 − 180 to 38 + 180 degrees; in a file its only cut is at ±180.
    split = shapes.split_at_antimeridian(shapes.outline((38.0, 89.0), Interval(0.0, 500e3)))
    assert split.geom_type == "Polygon"
    assert split.bounds[0] == -180.0
    assert split.bounds[2] == 180.0


def test_six_decimals_do_not_undo_the_side():
    for radius in (100.0, 55e3, 1e6):
        for side, sign in (("outer", 1), ("inner", -1)):
            drawn = shapes.outline(AL_TANF, Interval(0.0, radius), side=side)
            corners = np.round(np.asarray(drawn.exterior.coords), 6)
            between = np.linspace(0.0, 1.0, 16, endpoint=False)
            lons, lats = ((column[:-1, None] + between * np.diff(column)[:, None]).ravel() for column in corners.T)
            assert (sign * (distances_m(AL_TANF, lons, lats) - radius)).min() > 0


def test_nothing_is_left_of_an_inner_disc_of_no_radius():
    assert shapes.outline((0.0, 0.0), Interval(0.0, 0.0), side="inner").is_empty

"""Where the claims about an event leave room for it: none for what cannot be, one area for what can, and each set's own else."""

from __future__ import annotations

import math
import time
from dataclasses import replace

import numpy as np
import pytest
import shapely
from builders import AT_TANF, claim, evidence_of, located, report
from hypothesis import given, settings
from hypothesis import strategies as st
from pyproj import Geod

from geomap import Case, Report
from geomap.areas.covers import area_km2, cover_of, enclosing
from geomap.checks.located.events import located_events
from geomap.geometry.geodesy import distance_m
from geomap.model import Event, Place, Qualifier, Stance
from geomap.relations import Relation
from geomap.units import Unit

WGS84 = Geod(ellps="WGS84")
EVENTS = [Event(id="e1", label="the strike", when=None, claims=(), reason="")]


def place(number, lon, lat, extent=1000.0):
    return Place(id=f"p{number}", name=f"P{number}", lon=lon, lat=lat, kind="populated place", country=None, extent_m=extent)


def ring(number, relation, figure, at, **more):
    doc = report(f"It was hit {figure} km from Place{number}.", f"r{number}")
    qualifier = {Relation.WITHIN: Qualifier.WITHIN, Relation.BEYOND: Qualifier.MORE_THAN}.get(relation, Qualifier.EXACT)
    item = claim(
        number, doc, f"{figure} km from Place{number}", f"Place{number}", relation, (str(figure),), unit=Unit.KILOMETRE, qualifier=qualifier
    )
    return replace(item, **more), at


def areas(*rings):
    claims = [item for item, _ in rings]
    return list(located_events(EVENTS, evidence_of(claims, [located(item, at) for item, at in rings]))), claims


def holds(items, lons, lats):
    """Whether points are in the outer bounds of all, by pyproj alone."""
    fits = np.ones(len(lons), dtype=bool)
    for item in items:
        away = WGS84.inv(np.full(len(lons), item.region.anchor.lon), np.full(len(lons), item.region.anchor.lat), lons, lats)[2]
        fits &= (away >= item.region.outer.low) & (away <= item.region.outer.high)
    return fits


@settings(max_examples=40)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([Relation.WITHIN, Relation.AT, Relation.BEYOND]), st.integers(2, 60), st.floats(-0.4, 0.4), st.floats(-0.4, 0.4)
        ),
        min_size=1,
        max_size=4,
    ),
    st.sampled_from([(38.6, 33.5), (179.9, -16.0), (-179.95, 52.0), (20.0, 85.0)]),
    st.integers(0, 1000),
)
def test_an_area_holds_every_point_that_its_claims_allow(said, middle, seed):
    rings = [
        ring(number, relation, figure, place(number, (middle[0] + east + 180) % 360 - 180, middle[1] + north))
        for number, (relation, figure, east, north) in enumerate(said)
    ]
    found, claims = areas(*rings)
    evidence = evidence_of(claims, [located(item, at) for item, at in rings])
    rng = np.random.default_rng(seed)
    lons, lats, _ = WGS84.fwd(
        np.full(3000, middle[0]), np.full(3000, middle[1]), rng.uniform(0, 360, 3000), 150_000 * np.sqrt(rng.uniform(0, 1, 3000))
    )
    for each in found:
        items = [item for item in evidence if item.claim.id in each.claims]
        fits = holds(items, lons, lats)
        inside = np.any([shapely.intersects_xy(each.area, lons + turn, lats) for turn in (-360, 0, 360)], axis=0)
        if each.is_bounded:
            assert inside[fits].all()
    if holds(evidence, lons, lats).any():
        assert [set(each.claims) for each in found] == [{item.id for item in claims}]


def test_claims_that_can_all_hold_have_one_area():
    found, claims = areas(ring(1, Relation.WITHIN, 30, AT_TANF), ring(2, Relation.BEYOND, 10, AT_TANF))
    (each,) = found
    assert each.claims == tuple(item.id for item in claims)
    outer, hole = 30_000 + 5_000 + 5_000, 10_000 - 5_000 - 500
    assert each.area_km2 == pytest.approx(math.pi * (outer**2 - hole**2) / 1e6, rel=0.08)


def test_claims_that_cannot_all_hold_have_an_area_each_set():
    found, _ = areas(
        ring(1, Relation.WITHIN, 30, place(1, 38, 33)),
        ring(2, Relation.WITHIN, 20, place(2, 40, 33)),
        ring(3, Relation.BEYOND, 60, place(3, 39, 33)),
    )
    assert sorted(each.claims for each in found) == [("c1", "c3"), ("c2", "c3")]
    assert all("cannot all hold" in each.why for each in found)


def test_pairs_that_meet_do_not_make_a_triple_that_does():
    corners = [(39.0, 33.0), (39.6, 33.0), (39.3, 33.43)]
    found, _ = areas(*(ring(number, Relation.WITHIN, 29, place(number, *at, 1.0)) for number, at in enumerate(corners, start=1)))
    assert sorted(each.claims for each in found) == [("c1", "c2"), ("c1", "c3"), ("c2", "c3")]


def test_what_is_denied_or_soft_limits_nothing():
    found, _ = areas(ring(1, Relation.WITHIN, 30, AT_TANF), ring(2, Relation.WITHIN, 5, place(2, 45, 33), stance=Stance.DENIED))
    assert [each.claims for each in found] == [("c1",)]
    assert areas(ring(1, Relation.WITHIN, 5, place(2, 45, 33), stance=Stance.DENIED))[0] == []


def test_without_a_limit_outward_there_is_no_size():
    (each,), _ = areas(ring(1, Relation.BEYOND, 45, AT_TANF))
    assert (each.area_km2, each.is_bounded) == (None, False)
    assert not shapely.intersects_xy(each.area, *AT_TANF.lonlat)


def test_a_small_hole_in_a_large_one_leaves_the_large_one():
    found, _ = areas(ring(1, Relation.BEYOND, 2, AT_TANF), ring(2, Relation.BEYOND, 60, AT_TANF))
    assert [each.claims for each in found] == [("c1", "c2")]


def test_claims_that_are_alike_count_once():
    found, _ = areas(*(ring(number, Relation.WITHIN, 30, AT_TANF) for number in range(1, 40)))
    assert [len(each.claims) for each in found] == [39]


def test_too_many_that_cannot_all_hold_end():
    rings = [ring(number, Relation.WITHIN, 20 + number % 7, place(number, 30 + number, 33)) for number in range(1, 40)]
    assert areas(*rings)[0] == []


def test_a_whole_country_is_no_burden():
    result = Case.from_reports(
        [Report(id="r", text="A drone crashed 10 km inside Russia. A convoy was hit in eastern Homs province in Syria.")]
    ).check()
    started = time.process_time()
    found = list(located_events(result.events, result.analysis.evidence))
    assert time.process_time() - started < 20
    assert all(shapely.get_num_coordinates(each.area) <= 3000 for each in found)


@pytest.mark.parametrize("lonlat", [(38.6, 33.5), (179.99, 10.0), (0.0, 80.0)])
def test_the_enclosing_circle_holds_the_area(lonlat):
    item, at = ring(1, Relation.WITHIN, 40, place(1, *lonlat))
    region = evidence_of([item], [located(item, at)])[0].region
    area = cover_of([region]).area
    centre, extent = enclosing(area)
    assert distance_m(centre, lonlat) < 500
    assert region.outer.high <= extent <= 1.05 * region.outer.high
    assert area_km2(area) == pytest.approx(math.pi * (region.outer.high / 1000) ** 2, rel=0.02)


def test_the_enclosing_circle_holds_all_parts_of_an_area():
    """Two squares of a degree with two degrees between: their middle lies between them."""
    centre, extent = enclosing(shapely.MultiPolygon([shapely.box(42, 0, 43, 1), shapely.box(45, 0, 46, 1)]))
    assert centre == pytest.approx((44, 0.5), abs=0.01)
    corners = [Geod(ellps="WGS84").inv(*centre, lon, lat)[2] for lon in (42, 43, 45, 46) for lat in (0, 1)]
    assert max(corners) <= extent < 1.05 * max(corners)

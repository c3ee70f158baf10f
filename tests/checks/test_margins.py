"""Laws that margins obey whatever the figures, and margins in awkward places: by hand where a figure is known, else by sampling."""

from __future__ import annotations

import math
import random
from dataclasses import replace

import pytest
import shapely
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import POLICY, agreement, between, from_place, gathered, legs, moved, ring_claim, said, sector_claim, shape_of, town
from sampling import GEOD, gap

from geomap.checks import check
from geomap.model import FindingKind, Footprint, Qualifier, Verdict
from geomap.relations import Relation
from geomap.units import COMPASS_POINTS, Sector

LATS = st.floats(-69.0, 69.0)
LONS = st.floats(-180.0, 180.0)
TURNS = st.floats(0.0, 359.0)
APART = st.floats(0.0, 2e5)
KM = st.integers(1, 120)
BEARINGS = st.sampled_from(COMPASS_POINTS)
FEW = settings(max_examples=15, derandomize=True)
"""Of each law: a comparison takes some hundredths of a second."""
DOLORES, TAYUM = (120.71, 17.65), (120.65, 17.62)
FALLUJAH, RAMADI = (43.78, 33.35), (43.30, 33.43)


def away(finding):
    return max(0.0, finding.margin.plain)


def sampled(finding):
    return gap(*(shape_of(region.reading) for region in finding.regions))


def confirmed(finding):
    """The margin, once sampling finds the same."""
    assert away(finding) == pytest.approx(sampled(finding), rel=0.01, abs=50.0)
    return away(finding)


# Laws


@FEW
@given(LONS, LATS, TURNS, APART, KM, KM, BEARINGS)
def test_more_room_leaves_no_wider_gap(lon, lat, turn, apart, km, more, bearing):
    there = moved((lon, lat), turn, apart)
    about = sector_claim("Arvo", (lon, lat), km, bearing)
    narrow = agreement(about, ring_claim("Berga", there, km, key="b"))
    wide = agreement(about, ring_claim("Berga", there, km + more, key="b"))
    assert away(wide) <= away(narrow) + 1.0


@FEW
@given(LONS, LATS, TURNS, APART, KM, KM, st.sampled_from((("NNE", "N"), ("ENE", "E"), ("SSW", "S"), ("WNW", "W"))))
def test_a_wider_direction_leaves_no_wider_gap(lon, lat, turn, apart, km, other_km, bearings):
    about = ring_claim("Berga", moved((lon, lat), turn, apart), other_km, key="b")
    narrow, wide = (agreement(sector_claim("Arvo", (lon, lat), km, bearing), about) for bearing in bearings)
    assert away(wide) <= away(narrow) + 1.0


@FEW
@given(LONS, LATS, TURNS, APART, KM, KM, BEARINGS, BEARINGS)
def test_the_order_of_claims_changes_nothing(lon, lat, turn, apart, km, other_km, bearing, other_bearing):
    one = sector_claim("Arvo", (lon, lat), km, bearing)
    other = sector_claim("Berga", moved((lon, lat), turn, apart), other_km, other_bearing, key="b")
    forth, back = agreement(one, other), agreement(other, one)
    assert away(back) == pytest.approx(away(forth), abs=1.0)
    assert back.verdict is forth.verdict
    assert back.robust == forth.robust


@FEW
@given(LATS, TURNS, APART, KM, KM, BEARINGS, BEARINGS, st.floats(-180.0, 180.0))
def test_the_longitude_changes_nothing(lat, turn, apart, km, other_km, bearing, other_bearing, shift):
    def margin(lon):
        one = sector_claim("Arvo", (lon, lat), km, bearing)
        return away(agreement(one, sector_claim("Berga", moved((lon, lat), turn, apart), other_km, other_bearing, key="b")))

    assert margin(shift) == pytest.approx(margin(0.0), abs=1.0)


@FEW
@given(LONS, LATS, TURNS, APART, KM, KM, BEARINGS)
def test_all_directions_are_no_direction(lon, lat, turn, apart, km, other_km, bearing):
    """With every direction allowed the gap is that of the rings, which the triangle inequality gives."""
    there = moved((lon, lat), turn, apart)
    evidence, _ = gathered(
        sector_claim("Arvo", (lon, lat), km, bearing).numbered(1), ring_claim("Berga", there, other_km, key="b").numbered(2)
    )
    opened = (opened_wide(evidence[0]), evidence[1])
    finding = next(item for item in check(opened, {}, policy=POLICY) if item.kind is FindingKind.AGREEMENT)
    far, near = apart - 1000.0 * (km + other_km), 1000.0 * (km - other_km) - apart
    assert away(finding) == pytest.approx(max(0.0, far, near), abs=1.0)


def opened_wide(item):
    def every(reading):
        return replace(reading, sector=Sector(reading.sector.at, reading.sector.middle, 180.0))

    readings = tuple(every(reading) for reading in item.readings)
    return replace(item, readings=readings, region=replace(item.region, reading=readings[0]))


# Awkward places


@pytest.mark.parametrize("at", [(36.0, 34.0), (180.0, -17.0), (25.0, 69.5), (0.0, 0.0)])
def test_opposite_directions_from_one_place(at):
    """The ends of the two arcs are nearest; half a step of the compass more on either side, and they touch."""
    finding = agreement(sector_claim("Arvo", at, 20, "N"), sector_claim("Arvo", at, 20, "S"))
    assert confirmed(finding) == pytest.approx(20_000.0 * math.sqrt(2), abs=100.0)


def test_directions_on_both_sides_of_north():
    """A sector from north-north-west to north-north-east runs through 0°."""
    at = (36.0, 34.0)
    to_the_west, to_the_south = moved(at, 350.0, 40_000.0), moved(at, 180.0, 40_000.0)
    assert confirmed(agreement(sector_claim("Arvo", at, 30, "N"), ring_claim("Berga", to_the_west, 4, key="b"))) == pytest.approx(
        6000, abs=9
    )
    assert confirmed(agreement(sector_claim("Arvo", at, 30, "NNW"), sector_claim("Arvo", at, 30, "NNE"))) == pytest.approx(11_706, abs=60)
    confirmed(agreement(sector_claim("Arvo", at, 30, "N"), ring_claim("Berga", to_the_south, 4, key="b")))


def area_claim(name, geometry, *, part="", km=None):
    place = town(name, (0.0, 0.0), name, 0.0, "first-level division")
    item = said(f"in {name}", name, Relation.INSIDE)
    if km is not None:
        item = said(f"within {km} km of {name}", name, Relation.WITHIN, (str(km),), qualifier=Qualifier.WITHIN)
    item = replace(item, anchors=(replace(item.anchors[0], part=part or None),))
    return from_place(item, place, footprint=Footprint(geometry=geometry, accuracy_m=500.0, source="made up"))


def line_claim(name, geometry, km):
    item = said(f"{km} km from {name}", name, Relation.AT, (str(km),))
    place = town(name, (0.0, 0.0), name, 0.0, "border")
    return from_place(item, place, footprint=Footprint(geometry=geometry, accuracy_m=500.0, source="made up"))


@pytest.mark.parametrize(("part", "km"), [("N", 80.0), ("S", 25.0), ("E", 25.0), ("", 25.0)])
def test_the_half_of_an_area(part, km):
    """South of a box round the equator: its southern edge is 55 km from its middle, its northern half begins at the middle."""
    box = shapely.box(20.0, -0.5, 22.0, 0.5)
    south = moved((21.5, -0.5), 180.0, 30_000.0)
    finding = agreement(area_claim("Arvo", box, part=part), ring_claim("Berga", south, 5, key="b"))
    assert confirmed(finding) == pytest.approx(km * 1000.0, abs=600.0)


@pytest.mark.parametrize("lat", [89.6, -89.6])
def test_a_region_with_a_pole_in_it(lat):
    pole_side = moved((70.0, lat), 0.0 if lat > 0 else 180.0, 250_000.0)
    ring = ring_claim("Arvo", (70.0, lat), 150)
    assert confirmed(agreement(ring, ring_claim("Berga", pole_side, 20, key="b"))) == pytest.approx(80_000.0, abs=5.0)
    towards = "N" if lat > 0 else "S"
    assert confirmed(agreement(sector_claim("Arvo", (70.0, lat), 150, towards), ring_claim("Berga", pole_side, 20, key="b"))) > 0


def test_across_the_antimeridian():
    at, there = (179.8, -17.0), (-179.6, -17.0)
    apart = GEOD.inv(*at, *there)[2]
    assert confirmed(agreement(ring_claim("Arvo", at, 20), ring_claim("Berga", there, 10, key="b"))) == pytest.approx(apart - 30_000, abs=5)
    confirmed(agreement(sector_claim("Arvo", at, 20, "W"), ring_claim("Berga", there, 10, key="b")))
    coast = shapely.MultiLineString([[(179.0, -16.0), (180.0, -16.1)], [(-180.0, -16.1), (-179.0, -16.0)]])
    confirmed(agreement(line_claim("Cova", coast, 15), sector_claim("Arvo", at, 30, "S")))


def test_a_place_inside_the_hole_of_another_s_region():
    at = (36.0, 34.0)
    beside = moved(at, 77.0, 5000.0)
    beyond = ring_claim("Arvo", at, 50, "beyond")
    assert confirmed(agreement(beyond, ring_claim("Berga", beside, 10, key="b"))) == pytest.approx(35_000.0, abs=1.0)
    towards, away_from = (agreement(beyond, sector_claim("Berga", beside, 10, bearing, key="b")) for bearing in ("E", "W"))
    assert confirmed(towards) == pytest.approx(35_000.0, abs=1.0)
    assert confirmed(away_from) > 40_000.0


def test_what_two_claims_work_out_from_one_name_is_compared():
    """Where two legs from a place lead to and the middle between it and another are no two meanings of its name."""
    at, chance = (36.0, 34.0), random.Random(3)  # noqa: S311
    place = town("Arvo", at, "a")
    finding = agreement(legs(chance, "Arvo", place), between(chance, "Arvo", place))
    assert finding.readings > 0
    confirmed(finding)


def test_beyond_in_a_direction():
    at = (36.0, 34.0)
    beyond = sector_claim("Arvo", at, 30, "N", relation=Relation.BEYOND, qualifier=Qualifier.MORE_THAN)
    assert confirmed(agreement(beyond, ring_claim("Arvo", at, 10))) == pytest.approx(20_000.0, abs=1.0)
    south = moved(at, 180.0, 40_000.0)
    corner = moved(at, 45.0, 30_000.0)
    expected = GEOD.inv(*south, *corner)[2] - 10_000.0
    assert confirmed(agreement(beyond, ring_claim("Berga", south, 10, key="b"))) == pytest.approx(expected, abs=1.0)


def test_no_distance_at_all():
    at = (36.0, 34.0)
    there = moved(at, 10.0, 25_000.0)
    assert confirmed(agreement(ring_claim("Arvo", at, 0, "at"), ring_claim("Berga", there, 0, "at", key="b"))) == pytest.approx(
        25_000.0, abs=1.0
    )
    assert confirmed(agreement(ring_claim("Arvo", at, 0, "at"), ring_claim("Arvo", at, 0, "at"))) == pytest.approx(0.0, abs=1e-3)
    assert confirmed(agreement(ring_claim("Arvo", at, 0, "at"), sector_claim("Arvo", at, 10, "E"))) == pytest.approx(10_000.0, abs=1.0)


@pytest.mark.parametrize(
    ("one", "other", "km"),
    [
        (sector_claim("Dolores", DOLORES, 11, "ESE"), sector_claim("Tayum", TAYUM, 3, "NW", key="b"), 17.0),
        (sector_claim("Fallujah", FALLUJAH, 37, "E"), sector_claim("Ramadi", RAMADI, 5, "NE", key="b"), 68.0),
    ],
)
def test_known_reports_that_point_apart(one, other, km):
    """Two agencies each; no detour by road brings them together, for they lie in opposite directions."""
    finding = agreement(one, other)
    assert finding.verdict is Verdict.CONTRADICTORY
    assert confirmed(finding) == pytest.approx(km * 1000.0, rel=0.12)
    shapes = [shape_of(region.reading) for region in finding.regions]
    assert all(gap(shapes[0].scaled(1 / a), shapes[1].scaled(1 / b)) > 0 for a in (1.0, 1.2, 1.4) for b in (1.0, 1.2, 1.4))
    assert not [flip for flip in finding.flips if flip.parameter == "detour"]

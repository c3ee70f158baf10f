"""Readings and regions of each relation, from text through the gazetteer to the exact predicate, against an independent geodesic library."""

from __future__ import annotations

import math

import pytest
import shapely
from geographiclib.geodesic import Geodesic

from geomap.areas.boundaries import borders, coasts, divisions
from geomap.areas.regions import bounds_of, contains, ground_of
from geomap.case.case import Case
from geomap.geometry.geodesy import destination
from geomap.geometry.metric import Ground
from geomap.model import Report


def case_of(text):
    return Case.from_reports([Report(id="r", text=text)]).check()


def region_of(text, words):
    result = case_of(text)
    claim = next(each for each in result.analysis.claims if words in each.span.text)
    found = [region for region in result.analysis.regions if region.reading.claim.id == claim.id]
    assert found, result.explain(claim.id)
    return found[0]


def inverse(a, b):
    return Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0])


def turned(region, azimuth, length):
    return destination(region.anchor.lonlat, azimuth, length)


def test_a_distance_at_a_heading_is_a_sector_of_a_ring():
    region = region_of("Shells fell 20 km north-east of Homs in Syria.", "20 km")
    for azimuth, inside in ((45, True), (24, True), (66, True), (20, False), (225, False)):
        assert contains(region, turned(region, azimuth, 20_000.0)) is inside, azimuth
    assert not contains(region, turned(region, 45, 20_100.0))
    sector = region.reading.sector
    assert (sector.middle, sector.half, sector.at) == (45.0, 22.5, region.anchor.lonlat)


def contains_surely(region, lonlat):
    bounds = bounds_of(region, "inner", ground_of(region.reading))
    return bounds is not None and bounds.slack(lonlat) >= 0


def test_a_bare_heading_is_a_sector_without_an_end():
    region = region_of("The convoy was halted north of Homs in Syria.", "north of Homs")
    assert contains(region, turned(region, 40, 300_000.0))
    assert not contains(region, turned(region, 50, 30_000.0))
    assert math.isinf(region.plain.high)
    assert contains_surely(region, turned(region, 10, 200_000.0))
    assert not contains_surely(region, turned(region, 40, 200_000.0))


def test_two_legs_lead_to_one_point(gazetteer):
    region = region_of("The wreck lay 2 km north and 3 km east of Tadmur in Syria.", "3 km east")
    base = gazetteer.find("Tadmur")[0]
    legs = inverse(base.lonlat, region.anchor.lonlat)
    assert legs["s12"] == pytest.approx(math.hypot(2000, 3000), rel=2e-3)
    assert legs["azi1"] == pytest.approx(math.degrees(math.atan2(3, 2)), abs=0.1)
    assert region.outer.high == pytest.approx(math.sqrt(2) * 500 + base.extent_m)
    assert region.inner is None
    other = region_of("The wreck lay 2 km north and 3 km east of Tadmur in Syria.", "2 km north")
    assert other.anchor == region.anchor


def test_the_legs_of_one_offset_do_not_contradict_each_other():
    text = "The wreck lay 2 km north and 3 km east of Tadmur in Syria, police said."
    assert [each for each in case_of(text).findings if each.kind.value == "agreement"] == []


def test_between_two_places_is_round_their_middle():
    text = "The village lies between Tadmur and Salqin in Syria."
    region = region_of(text, "between")
    ends = [each.resolved for each in case_of(text).analysis.locations if each.mention.name in ("Tadmur", "Salqin")]
    apart = inverse(*(end.lonlat for end in ends))["s12"]
    away = [inverse(region.anchor.lonlat, end.lonlat)["s12"] for end in ends]
    assert away == pytest.approx([apart / 2, apart / 2], abs=0.01)
    assert region.plain.high == pytest.approx(apart / 2)
    assert region.outer.high == pytest.approx(apart / 2 + max(end.extent_m for end in ends))


def test_a_province_is_its_polygon():
    region = region_of("Fighting went on in Homs province.", "Homs province")
    known = divisions()
    polygon = known.polygons[known.ids == region.anchor.id][0]
    west, south, east, north = polygon.bounds
    for x in range(1, 10):
        for y in range(1, 10):
            at = (west + (east - west) * x / 10, south + (north - south) * y / 10)
            assert contains(region, at) == shapely.contains_xy(polygon, *at)
            if contains_surely(region, at):
                assert Ground(polygon).distance(at) <= -region.reading.reach_m


def test_the_eastern_part_of_a_province_is_its_half_east_of_the_middle():
    region = region_of("Fighting went on in eastern Homs province.", "eastern Homs")
    middle = region.reading.footprint.geometry.centroid
    assert contains(region, (middle.x + 0.3, middle.y))
    assert not contains(region, (middle.x - 0.3, middle.y))


def test_within_so_far_of_a_border_is_on_either_side_of_all_of_it():
    region = region_of("Troops stopped within 10 km of the Syrian-Turkish border.", "within 10 km")
    line = next(each.geometry for each in borders(divisions()) if set(each.between) == {"Syria", "Turkey"})
    for share in (0.05, 0.4, 0.77):
        at = line.interpolate(share, normalized=True)
        for azimuth in range(0, 360, 60):
            assert contains(region, destination((at.x, at.y), azimuth, 9_900.0))
    assert not contains(region, (38.0, 35.0))
    assert region.outer.high == pytest.approx(10_000 + 2_500 + region.reading.footprint.accuracy_m)


def test_off_a_coast_is_from_the_nearest_point_of_it():
    region = region_of("The boat sank 30 km off the Libyan coast.", "30 km")
    ground = Ground(coasts(divisions())["Libya"])
    for at in ((15.0, 33.3), (20.0, 31.7), (24.5, 32.4)):
        shore = ground.nearest_point(at)
        away = inverse(shore, at)
        for length, inside in ((30_000.0, True), (20_000.0, False), (40_000.0, False)):
            point = Geodesic.WGS84.Direct(shore[1], shore[0], away["azi1"], length)
            there = (point["lon2"], point["lat2"])
            least = ground.distance(there)
            assert abs(least - length) < 2_000
            assert region.outer.contains(least) is inside or 26_000 < least < 35_000


def test_into_a_country_is_measured_inward_from_its_edge():
    region = region_of("The drone crashed 10 km inside Syria.", "10 km inside")
    assert (region.plain.low, region.plain.high) == (-10_000.0, -10_000.0)
    ground = Ground(region.reading.footprint.geometry)
    line = next(each.geometry for each in borders(divisions()) if set(each.between) == {"Iraq", "Syria"})
    at = line.interpolate(0.5, normalized=True)
    inward = destination((at.x, at.y), 315.0, 12_000.0)
    assert ground.distance(inward) < 0 < ground.distance(destination((at.x, at.y), 135.0, 12_000.0))
    deep = destination((at.x, at.y), 315.0, 60_000.0)
    assert region.outer.contains(ground.distance(inward))
    assert not region.outer.contains(ground.distance(deep))


def test_what_is_measured_from_a_line_without_a_footprint_is_not_placed():
    result = case_of("Troops stopped 10 km from the Euphrates.")
    assert result.analysis.regions == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [("Troops moved along the Syrian-Turkish border.", "along"), ("A clash broke out near the Syrian-Turkish border.", "near")],
)
def test_what_has_no_figure_decides_nothing(text, words):
    region = region_of(text, words)
    assert region.fuzzy
    line = next(each.geometry for each in borders(divisions()) if set(each.between) == {"Syria", "Turkey"})
    at = line.interpolate(0.3, normalized=True)
    assert contains(region, (at.x, at.y + 0.01))


def test_no_road_runs_at_sea():
    for words in ("34 kilometers from the Iranian coast", "13 nautical miles from Iran"):
        result = case_of(f"The drone was shot down {words}, the army said.")
        assert "by road" not in result.explain("c1")
    assert "by road" in case_of("The drone was shot down 34 km from the Iranian border with Iraq, the army said.").explain("c1")

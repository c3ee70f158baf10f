"""Names that no gazetteer has, put where the reports' own claims leave room: by sampled points, by distances of pyproj alone."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
import shapely
from pyproj import Geod

from geomap import Case, Report
from geomap.case.choices import Choices
from geomap.geometry.geodesy import distance_m
from geomap.model import LOCATED, FindingKind, Stance

WGS84 = Geod(ellps="WGS84")
ASADABAD = "A convoy left Jalalabad in Afghanistan for Asadabad in Kunar province, Afghanistan. "
HOSTILE = ("<script>alert(1)</script>", "O'Zorg-el-Qebir", "Zorg\u202eqeb", "Žőŕgħabad", "=HYPERLINK(1)")


def checked(*texts, **choices):
    case = Case.from_reports(
        [Report(id=f"r{number}", text=text, publisher=f"Paper {number}") for number, text in enumerate(texts, start=1)]
    )
    for name, place in choices.items():
        case = case.choose(name, place)
    return case.check()


def named(result, name):
    return [each for each in result.analysis.located if each.name == name]


def the(result, name):
    (found,) = named(result, name)
    return found


def by_words(result, words):
    (item,) = [item for item in result.analysis.evidence if words in item.claim.span.text]
    return item


def allowed(regions, count=4000, *, seed=1):
    """Points that are in the outer bounds of all regions, by pyproj alone; the regions are round points."""
    first = min(regions, key=lambda region: region.outer.high)
    rng = np.random.default_rng(seed)
    reach = 1.2 * first.outer.high
    lons, lats, _ = WGS84.fwd(
        np.full(count, first.anchor.lon),
        np.full(count, first.anchor.lat),
        rng.uniform(0, 360, count),
        reach * np.sqrt(rng.uniform(0, 1, count)),
    )
    fits = np.ones(count, dtype=bool)
    for region in regions:
        azimuths, _, away = WGS84.inv(np.full(count, region.anchor.lon), np.full(count, region.anchor.lat), lons, lats)
        fits &= (away >= region.outer.low) & (away <= region.outer.high)
        if region.reading.sector is not None:
            off = np.abs((azimuths - region.reading.sector.middle + 180) % 360 - 180)
            fits &= off <= 2 * region.reading.sector.half
    return lons[fits], lats[fits]


@pytest.fixture(scope="module")
def gorparai():
    return checked(
        f"{ASADABAD}The Gorparai post, about 20 km southeast of Asadabad, was bombed on Tuesday, the army said. "
        "The militants fled to a hill 3 km north of Gorparai."
    )


def test_a_name_is_where_its_claim_puts_it(gorparai):
    found = the(gorparai, "Gorparai")
    item = by_words(gorparai, "about 20 km southeast of Asadabad")
    assert found.claims == (item.claim.id,)
    lons, lats = allowed([item.region])
    assert len(lons) > 100
    assert shapely.intersects_xy(found.area, lons, lats).all()


def test_the_area_is_hardly_larger_than_it_must_be(gorparai):
    region = by_words(gorparai, "about 20 km southeast of Asadabad").region
    low, high = region.outer.low, region.outer.high
    quarter = math.pi * (high**2 - low**2) * 2 * (2 * region.reading.sector.half) / 360 / 1e6
    moved = region.anchor.extent_m  # a sector's outer bound is the same moved back by its anchor's extent
    assert quarter < the(gorparai, "Gorparai").area_km2 < quarter + 2 * high * moved * math.sqrt(2) / 1e6 * 1.05


def test_the_place_holds_all_of_its_area(gorparai):
    place = the(gorparai, "Gorparai").place
    points = shapely.get_coordinates(the(gorparai, "Gorparai").area)
    assert max(distance_m(place.lonlat, (lon, lat)) for lon, lat in points) <= place.extent_m
    assert place.kind == LOCATED
    assert "located by the reports" in place.name


def test_what_is_measured_from_it_has_a_region_and_says_so(gorparai):
    item = by_words(gorparai, "3 km north of Gorparai")
    base = by_words(gorparai, "about 20 km southeast of Asadabad").claim.id
    assert item.region.anchor.kind == LOCATED
    assert item.region.inner is None
    assert item.rests_on == {base}
    assert "located by the reports" in gorparai.explain(item.claim.id)
    assert not any(location.mention.name == "Gorparai" for location in gorparai.unresolved)


def test_nothing_is_surely_in_a_place_that_is_only_somewhere_in_an_area():
    result = checked(
        f"{ASADABAD}The Gorparai post lies about 20 km southeast of Asadabad. Jets bombed a checkpoint at Gorparai on Tuesday."
    )
    region = by_words(result, "at Gorparai").region
    assert region.inner is None
    assert region.outer.high >= the(result, "Gorparai").place.extent_m


def test_claims_that_locate_a_name_are_not_checked_against_it():
    result = checked(f"{ASADABAD}Jets bombed a checkpoint at Gorparai on Tuesday, about 20 km southeast of Asadabad, the army said.")
    ids = {by_words(result, words).claim.id for words in ("at Gorparai", "southeast of Asadabad")}
    assert by_words(result, "southeast of Asadabad").claim.id in the(result, "Gorparai").claims
    assert not [finding for finding in result.findings if ids <= {claim.id for claim in finding.claims}]


def test_others_are_checked_against_it():
    text = (
        f"{ASADABAD}Jets bombed a checkpoint at Gorparai on 10 June 2008. The Gorparai post lies about 20 km southeast of Asadabad. "
        "But the coalition said the air strike was 90 km northwest of Asadabad on 10 June 2008."
    )
    apart = checked(text)
    here, there = by_words(apart, "at Gorparai").claim, by_words(apart, "90 km northwest").claim
    result = replace(apart.case, choices=Choices(events={there.id: here.event})).check()
    findings = [each for each in result.findings if {claim.id for claim in each.claims} == {here.id, there.id}]
    assert [each.verdict.value for each in findings if each.kind is FindingKind.AGREEMENT] == ["contradictory"]
    assert the(result, "Gorparai").claims == (by_words(result, "about 20 km").claim.id,)


def test_claims_of_several_leave_what_they_have_in_common():
    one = f"{ASADABAD}Gorparai, about 20 km southeast of Asadabad, was bombed."
    two = f"{ASADABAD}Gorparai, some 70 km northeast of Jalalabad, was quiet."
    found = the(checked(one, two), "Gorparai")
    alone = [the(checked(text), "Gorparai") for text in (one, two)]
    assert len(found.claims) == 2
    assert found.area_km2 < min(each.area_km2 for each in alone)
    result = checked(one, two)
    lons, lats = allowed([by_words(result, "about 20 km").region, by_words(result, "some 70 km").region], 20_000)
    assert len(lons) > 20
    assert shapely.intersects_xy(found.area, lons, lats).all()


def test_claims_that_cannot_all_hold_give_an_area_each_and_no_place():
    result = checked(
        f"{ASADABAD}Gorparai, about 20 km southeast of Asadabad, was bombed.",
        f"{ASADABAD}Gorparai, some 200 km west of Asadabad, was quiet.",
    )
    found = named(result, "Gorparai")
    assert [len(each.claims) for each in found] == [1, 1]
    assert all(each.place is None and "cannot all hold" in each.why for each in found)
    assert any(location.mention.name == "Gorparai" for location in result.unresolved)


def test_a_chain_ends():
    result = checked(
        f"{ASADABAD}Gorparai, about 20 km southeast of Asadabad, was bombed. Zurkhel, 4 km east of Gorparai, was quiet. "
        "Qalagai, 5 km north of Zurkhel, was quiet too."
    )
    first, second, third = (the(result, name) for name in ("Gorparai", "Zurkhel", "Qalagai"))
    assert third.rests_on == (*third.claims, *first.claims, *second.claims)
    assert first.place.extent_m < second.place.extent_m < third.place.extent_m


def test_a_chain_keeps_to_the_area_and_not_to_its_circle():
    result = checked(f"{ASADABAD}Gorparai, about 20 km southeast of Asadabad, was bombed. Zurkhel, 4 km east of Gorparai, was quiet.")
    first, second = the(result, "Gorparai"), the(result, "Zurkhel")
    widest = by_words(result, "4 km east").region.outer.high - first.place.extent_m
    rng = np.random.default_rng(2)
    west, south, east, north = first.area.bounds
    for lon, lat in zip(rng.uniform(west, east, 400), rng.uniform(south, north, 400), strict=True):
        if shapely.intersects_xy(first.area, lon, lat):
            onward = WGS84.fwd(lon, lat, rng.uniform(45, 135), rng.uniform(3_600, widest))
            assert shapely.intersects_xy(second.area, onward[0], onward[1])
    assert second.area_km2 < math.pi * (first.place.extent_m + widest) ** 2 / 1e6


def test_a_circle_ends_without_a_place():
    result = checked("Xulqan is 5 km north of Mirqul. Mirqul is 5 km south of Xulqan. A convoy was hit 3 km east of Xulqan.")
    assert {location.mention.name for location in result.unresolved} == {"Xulqan", "Mirqul"}
    assert result.analysis.located == ()
    assert by_words(result, "3 km east").region is None


def test_a_circle_of_which_something_is_known_begins_there():
    result = checked(
        f"{ASADABAD}Xulqan is 5 km north of Mirqul. Mirqul is 5 km south of Xulqan. Xulqan lies 10 km east of Asadabad. "
        "A convoy was hit 3 km east of Xulqan."
    )
    assert the(result, "Xulqan").claims == (by_words(result, "10 km east").claim.id,)
    assert the(result, "Mirqul").claims == (by_words(result, "5 km south").claim.id,)


def test_a_name_is_not_located_by_itself_nor_by_what_is_denied_or_soft():
    result = checked(
        f"{ASADABAD}Xulqan is 5 km north of Xulqan. The army denied that Xulqan is 10 km east of Asadabad. Xulqan is near Asadabad."
    )
    assert by_words(result, "10 km east").claim.stance is Stance.DENIED
    assert named(result, "Xulqan") == []


def test_what_is_called_after_a_name_does_not_locate_it():
    assert named(checked(f"{ASADABAD}The Xulqan patrol was hit 10 km east of Asadabad on Monday."), "Xulqan") == []


def test_no_limit_outward_is_said_and_makes_no_place():
    result = checked("The strike hit al-Shamiyah, more than 45 miles from Palmyra in Syria, the army said.")
    found = the(result, "al-Shamiyah")
    assert (found.area_km2, found.place) == (None, None)
    assert found.limit_m > 45 * 1609.344
    region = by_words(result, "more than 45 miles").region
    for azimuth in range(0, 360, 30):
        inside, beyond = (WGS84.fwd(*region.anchor.lonlat, azimuth, length) for length in (0.98 * region.outer.low, 0.99 * found.limit_m))
        assert not shapely.intersects_xy(found.area, inside[0], inside[1])
        assert shapely.intersects_xy(found.area, beyond[0], beyond[1])
    assert any(location.mention.name == "al-Shamiyah" for location in result.unresolved)


def test_what_the_gazetteer_has_is_left_alone():
    text = f"{ASADABAD}Jalalabad, 300 km north of Asadabad, was quiet."
    assert checked(text).analysis.located == ()


def test_the_analyst_can_leave_a_name_to_the_reports():
    text = f"{ASADABAD}Kabul, 30 km north of Asadabad, was quiet."
    assert named(checked(text), "Kabul") == []
    assert the(checked(text, Kabul=None), "Kabul").place is not None


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_harmless(name):
    result = checked(f"{ASADABAD}{name}, about 20 km southeast of Asadabad, was bombed. Rebels were seen 3 km north of {name}.")
    assert result.json()
    for each in result.analysis.located:
        assert "\n" not in each.name


def test_the_order_of_reports_makes_no_other_area():
    texts = [
        f"{ASADABAD}Gorparai, about 20 km southeast of Asadabad, was bombed.",
        f"{ASADABAD}Gorparai, some 70 km northeast of Jalalabad, was quiet.",
    ]
    one, two = the(checked(*texts), "Gorparai"), the(checked(*reversed(texts)), "Gorparai")
    assert one.area_km2 == pytest.approx(two.area_km2)
    assert checked(*texts).json() == checked(*texts).json()

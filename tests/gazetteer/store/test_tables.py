"""The tables of our own: that what was written by hand, or worked out from others, lies where Natural Earth and GeoNames have it."""

from __future__ import annotations

import csv

import pytest
import shapely

from geomap.areas.boundaries import countries, divisions
from geomap.gazetteer.names.folding import folded
from geomap.geometry.geodesy import distance_m, distances_m
from geomap.resources import data_path

WATER = {"sea", "ocean", "gulf", "strait", "bay", "channel"}
WIDE_M = 60_000
"""Places by hand are rough: so far off a country's coast a point may lie."""


def rows(name):
    with data_path(name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def position(row):
    return float(row["lon"]), float(row["lat"])


@pytest.fixture(scope="module")
def land():
    """The polygons of all countries by their codes."""
    every = divisions()
    return {code: shapely.coverage_union_all(every.polygons[every.countries == code]) for code in set(every.countries.tolist()) if code}


def nearest_m(polygon, lonlat):
    """Distance to the nearest vertex of a polygon, or 0 inside; metres."""
    if shapely.contains_xy(polygon, *lonlat):
        return 0.0
    vertices = shapely.get_coordinates(polygon)
    return float(distances_m(lonlat, vertices[:, 0], vertices[:, 1]).min())


@pytest.mark.parametrize("name", ["features.csv", "airports.csv", "districts.csv"])
def test_rows_are_whole(name):
    table = rows(name)
    assert len({row["id"] for row in table}) == len(table)
    for row in table:
        lon, lat = position(row)
        assert row["name"].strip() == row["name"] != ""
        assert -180 <= lon <= 180
        assert -90 <= lat <= 90
        assert 0 < float(row["extent_m"]) < 5e6
        assert row["name"] not in row["alternates"].split("|")


def test_features_lie_in_their_countries(land):
    for row in rows("features.csv"):
        islet = row["kind"] == "island" and float(row["extent_m"]) < 5000  # many are too small for Natural Earth
        if row["country"] in land and row["kind"] not in WATER and not islet:
            away = nearest_m(land[row["country"]], position(row))
            assert away <= max(WIDE_M, float(row["extent_m"]) / 2), (row["name"], round(away / 1000))


def test_waters_lie_in_the_water_and_lands_on_land():
    world = shapely.coverage_union_all(countries("regional").polygons)
    shapely.prepare(world)
    for row in rows("features.csv"):
        inland = shapely.contains_xy(world, *position(row))
        if row["kind"] in WATER and float(row["extent_m"]) >= 60_000:
            assert not inland, row["name"]
        elif row["kind"] in ("desert", "plateau", "mountains", "valley", "river"):
            assert inland, row["name"]


@pytest.mark.parametrize(
    ("feature", "held"),
    [
        ("geomap:euphrates", ["Raqqa", "Deir ez-Zor", "Fallujah", "Nasiriyah"]),
        ("geomap:donbas", ["Donetsk", "Luhansk", "Mariupol", "Bakhmut"]),
        ("geomap:darfur", ["El Fasher", "Nyala", "Geneina"]),
        ("geomap:nile", ["Cairo", "Khartoum", "Aswan"]),
        ("geomap:crimea", ["Simferopol", "Sevastopol", "Kerch"]),
        ("geomap:tigris", ["Mosul", "Baghdad", "Tikrit"]),
        ("geomap:negev", ["Beersheba", "Eilat"]),
        ("geomap:nagorno-karabakh", ["Shusha", "Khankendi"]),
        ("geomap:eastern-ghouta", ["Douma", "Harasta"]),
        ("geomap:beqaa-valley", ["Baalbek", "Zahlé"]),
        ("geomap:syrian-desert", ["Tadmur"]),
        ("geomap:nuba-mountains", ["Kadugli", "Dilling"]),
        ("geomap:alps", ["Innsbruck", "Chamonix"]),
        ("geomap:dnieper", ["Kyiv", "Dnipro", "Zaporizhzhia", "Kherson"]),
        ("geomap:indus", ["Sukkur", "Attock"]),
    ],
)
def test_extents_hold_the_towns_that_are_there(gazetteer, feature, held):
    place = gazetteer.place(feature)
    for town in held:
        assert any(distance_m(place.lonlat, each.lonlat) <= place.extent_m for each in gazetteer.find(town)), town


@pytest.mark.parametrize(
    ("name", "lonlat", "within_km"),
    [
        ("Mount Everest", (86.925, 27.988), 2),
        ("Mount Hermon", (35.857, 33.416), 3),
        ("Snake Island", (30.205, 45.255), 2),
        ("Strait of Hormuz", (56.5, 26.6), 20),
        ("Damascus International Airport", (36.5156, 33.4115), 2),
        ("Ben Gurion International Airport", (34.8867, 32.0094), 4),
        ("Shayrat Air Base", (36.909, 34.4903), 3),
        ("Manbij District", (37.95, 36.53), 30),
        ("San Bernardino County", (-116.2, 34.8), 120),
    ],
)
def test_known_positions(gazetteer, name, lonlat, within_km):
    assert any(distance_m(place.lonlat, lonlat) <= 1000 * within_km for place in gazetteer.find(name))


def test_districts_hold_their_towns(gazetteer):
    """Those of Syria hold the town that they are called after."""
    for row in rows("districts.csv"):
        if row["country"] == "SY":
            called = row["name"].removesuffix(" District")
            chief = [place for place in gazetteer.find(called) if place.country == "SY" and folded(place.name) == folded(called)]
            assert not chief or min(distance_m(place.lonlat, position(row)) for place in chief) <= float(row["extent_m"]), row["name"]

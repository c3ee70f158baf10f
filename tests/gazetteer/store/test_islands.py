"""Divisions that are one island are found by names that say so, and other divisions are not."""

from __future__ import annotations

import csv

import pytest

from geomap.resources import data_path


@pytest.mark.parametrize(
    ("name", "place_id"),
    [("Hainan Island", "geonames:1809054"), ("Tasmania Island", "geonames:2147291"), ("Bohol Island", "geonames:1724395")],
)
def test_an_island_is_found(gazetteer, name, place_id):
    assert place_id in [place.id for place in gazetteer.find(name)]


@pytest.mark.parametrize("name", ["Kent Island", "Sinaloa Island", "Homs Island"])
def test_what_is_no_island_is_not(gazetteer, name):
    assert all(place.kind != "first-level division" for place in gazetteer.find(name))


def test_an_island_is_the_division_with_one_more_name():
    def rows(table):
        with data_path(table).open(encoding="utf-8", newline="") as file:
            return {row["id"]: row for row in csv.DictReader(file)}

    divisions = rows("divisions.csv")
    for place_id, row in rows("islands.csv").items():
        names = row.pop("alternates").split("|")
        plain = divisions[place_id]
        assert {*names} == {*plain.pop("alternates").split("|"), f"{row['name']} Island"} - {""}
        assert row == plain

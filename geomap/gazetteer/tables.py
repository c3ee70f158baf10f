"""A gazetteer as a SQLite file: its tables, how places are written to them, and how a file is known to be whole.

Places stream through: memory is bounded whatever their number. Places that come twice under one id are made one, the first, which keeps
the names of all.
"""

from __future__ import annotations

import hashlib
import json
import math
import os
import sqlite3
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from itertools import islice
from pathlib import Path
from typing import Any

import xxhash

from geomap.errors import GazetteerError
from geomap.gazetteer import folding, spelling, transliteration
from geomap.gazetteer.folding import folded
from geomap.gazetteer.transliteration import ARABIC_SPELT, kept_keys, loosened
from geomap.model import Place

Progress = Callable[[int, int], None]
"""Told how much is done and how much there is."""
Named = tuple[Place, tuple[str, ...]]
"""A place and its other names."""

KEYS = (folding, transliteration, spelling)
"""The modules that work out what names are found by."""
LEAST_WORD = 4
"""Shorter words of a loosened name say too little to find a place by."""

_CREATE = """
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA page_size = 4096;
PRAGMA cache_size = -65536;
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
CREATE TABLE spellings (length INTEGER NOT NULL, initial TEXT NOT NULL, signs BLOB NOT NULL, keys BLOB NOT NULL);
CREATE INDEX spellings_length ON spellings (length, initial);
CREATE VIRTUAL TABLE nearby USING rtree (number, west, east, south, north);
CREATE TABLE countries (code TEXT PRIMARY KEY, name TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE info (key TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
"""
_ONE_OF_EACH = (
    "CREATE INDEX places_id ON places (id)",
    "CREATE TEMP TABLE again (number INTEGER PRIMARY KEY, first INTEGER NOT NULL)",
    """
    INSERT INTO again SELECT places.number, twice.first
    FROM (SELECT id, min(number) AS first FROM places GROUP BY id HAVING count(*) > 1) AS twice CROSS JOIN places USING (id)
    WHERE places.number > twice.first
    """,
)
_MERGE = (
    """
    UPDATE heap SET alternate = 1, number = again.first,
        name = coalesce(heap.name, (SELECT name FROM places WHERE places.number = again.number)),
        fewer = (SELECT -population FROM places WHERE places.number = again.first)
    FROM again WHERE again.number = heap.number
    """,
    "INSERT OR IGNORE INTO words SELECT word, first, name FROM words CROSS JOIN again USING (number)",
    "DELETE FROM words WHERE number IN (SELECT number FROM again)",
    "DELETE FROM nearby WHERE number IN (SELECT number FROM again)",
    "DELETE FROM places WHERE number IN (SELECT number FROM again)",
)
_FINISH = (
    "INSERT OR IGNORE INTO names SELECT key, alternate, fewer, number, name FROM heap ORDER BY key, alternate, fewer, number",
    "DROP TABLE heap",
    "DROP TABLE again",
    """
    UPDATE places SET kind = 'populated place' WHERE kind = 'capital' AND EXISTS
    (SELECT 1 FROM places AS other WHERE other.kind = 'capital' AND other.country = places.country AND other.population > places.population)
    """,
    "INSERT OR IGNORE INTO countries SELECT country, name FROM places WHERE kind = 'country' AND country IS NOT NULL ORDER BY number",
)
_MAIN_NAMES_ARE_NO_OTHERS = """
DELETE FROM names WHERE alternate = 1 AND EXISTS
(SELECT 1 FROM names AS main WHERE main.key = names.key AND main.alternate = 0 AND main.number = names.number)
"""
_ADD_PLACE = f"INSERT INTO places VALUES ({','.join('?' * 12)})"  # noqa: S608
_ADD_POINT = "INSERT INTO nearby VALUES (?, ?, ?, ?, ?)"
_ADD_NAME = "INSERT INTO heap VALUES (?, ?, ?, ?, ?)"
_ADD_WORD = "INSERT OR IGNORE INTO words VALUES (?, ?, ?)"
_BATCH = 5000
_WHOLE = 1 << 28
"""Files up to this size, in bytes, are checked whole; of larger ones `_SAMPLES` parts, so that opening them stays quick."""
_HEADER = 100
"""Bytes of SQLite's header."""
_SAMPLES = 128
_SAMPLE = 1 << 18


def form() -> str:
    """The form of the tables: a file of another form is of another version of geomap. In a few letters."""
    digest = hashlib.sha256(_CREATE.encode())
    for module in KEYS:
        digest.update(Path(str(module.__file__)).read_bytes())
    return digest.hexdigest()[:16]


@contextmanager
def replacing(path: Path) -> Iterator[Path]:
    """A temporary file beside `path` that takes its place in the end; where anything goes wrong, what stood there stays.

    Raises GazetteerError where it cannot be written.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".part", dir=path.parent)
        os.close(handle)
    except OSError as error:
        raise GazetteerError(f"the gazetteer cannot be written to {path.parent}: {error.strerror or error}") from error
    temporary = Path(name)
    try:
        yield temporary
        temporary.replace(path)
    except (OSError, sqlite3.Error) as error:
        raise GazetteerError(f"the gazetteer cannot be built at {path}: {error}") from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def write(
    path: Path, places: Iterable[Named], *, more_names: Iterable[tuple[str, str]] = (), about: Callable[[], Mapping[str, str]]
) -> None:
    """Write places and their names to an empty file, and seal it.

    `more_names` are pairs of a place's id and a name, passed over where there is no such place; `about` is asked in the end what to
    note of where all came from.
    """
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(_CREATE)
        connection.execute("BEGIN")
        count = 0
        for batch in _batches(places):
            connection.executemany(_ADD_PLACE, _place_rows(batch, count))
            connection.executemany(_ADD_POINT, _point_rows(batch, count))
            connection.executemany(_ADD_NAME, _name_rows(batch, count))
            connection.executemany(_ADD_WORD, _word_rows(batch, count))
            count += len(batch)
        for statement in _ONE_OF_EACH:
            connection.execute(statement)
        merged = connection.execute("SELECT 1 FROM again LIMIT 1").fetchone() is not None
        for statement in _MERGE if merged else ():
            connection.execute(statement)
        named = _name_more(connection, more_names)
        for statement in _FINISH:
            connection.execute(statement)
        if merged or named:
            connection.execute(_MAIN_NAMES_ARE_NO_OTHERS)
        _index_spellings(connection)
        connection.executemany("INSERT INTO info VALUES (?, ?)", sorted({**_counts(connection), **about()}.items()))
        connection.execute("COMMIT")
        seal = checksum(path)
        connection.execute(f"PRAGMA user_version = {seal}")


def checksum(path: Path) -> int:
    """A checksum (XXH3) of the file but for SQLite's header, where it is kept as the user version: a number below 2³¹.

    It tells damage, not malice, so that every opening can afford it. Of files beyond 256 MB it covers the length, both ends and parts
    at even distances.
    """
    size = path.stat().st_size
    if size <= _HEADER:
        return 0
    digest = xxhash.xxh3_64(str(size).encode())
    buffer = memoryview(bytearray(_SAMPLE))
    last = size - _SAMPLE
    starts = (
        range(_HEADER, size, _SAMPLE)
        if size <= _WHOLE
        else [_HEADER + (last - _HEADER) * part // (_SAMPLES - 1) for part in range(_SAMPLES)]
    )
    with path.open("rb", buffering=0) as file:
        for start in starts:
            file.seek(start)
            digest.update(buffer[: file.readinto(buffer)])
    return digest.intdigest() >> 33


def _index_spellings(connection: sqlite3.Connection) -> None:
    """Keep the keys of names once more, packed, for lookups by names that are spelt wrong."""
    keys = (key for (key,) in connection.execute("SELECT DISTINCT key FROM names WHERE key < '~'"))
    connection.executemany("INSERT INTO spellings VALUES (?, ?, ?, ?)", spelling.packed(keys))


def _counts(connection: sqlite3.Connection) -> dict[str, str]:
    (places,) = connection.execute("SELECT count(*) FROM places").fetchone()
    (names,) = connection.execute("SELECT count(*) FROM names").fetchone()
    kinds = connection.execute("SELECT kind, count(*) FROM places GROUP BY kind ORDER BY count(*) DESC, kind").fetchall()
    return {"kinds": json.dumps(dict(kinds)), "places": str(places), "names": str(names)}


def _name_more(connection: sqlite3.Connection, more_names: Iterable[tuple[str, str]]) -> bool:
    """Add names to places by their ids; whether there were any."""
    find = "SELECT number, country, population FROM places WHERE id = ?"
    several = iter(more_names)
    some = False
    while batch := list(islice(several, _BATCH)):
        names: list[tuple[str, int, int, int, str]] = []
        words: list[tuple[str, int, str]] = []
        for place_id, name in batch:
            known = connection.execute(find, (place_id,)).fetchone()
            if known is None:
                continue
            number, country, population = known
            names += [(key, 1, -population, number, name) for key in _keys(name, country)]
            words += [(word, number, name) for word in _words(name, country)]
        connection.executemany(_ADD_NAME, names)
        connection.executemany(_ADD_WORD, words)
        some = some or bool(names)
    return some


def _batches(places: Iterable[Named]) -> Iterator[list[Named]]:
    several = iter(places)
    while batch := list(islice(several, _BATCH)):
        yield batch


def _keys(name: str, country: str | None) -> Iterator[str]:
    """The keys of a name, none of them empty."""
    key = folded(name)
    if key:
        yield key
        yield from kept_keys(key, country)


def _words(name: str, country: str | None) -> Iterator[str]:
    """The longer words of a name as they are loosened."""
    if country in ARABIC_SPELT:
        for word in loosened(folded(name)).split():
            if len(word) >= LEAST_WORD:
                yield word


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
            for key in _keys(name, place.country):
                seen.setdefault(key, name)
        for key, name in seen.items():
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


def extent_of_populated(population: int) -> float:
    """Radius that a populated place is taken to have, in metres, where no source gives one.

    That of a disc with 2 500 inhabitants to the square kilometre, twice, for places are not discs round their point; at least 1 km,
    at most 50 km. A policy, not a fact: such a place has `extent_stated` False.

    >>> round(extent_of_populated(500)), round(extent_of_populated(20_000)), round(extent_of_populated(1_500_000))
    (1000, 3192, 27640)
    """
    return min(50_000.0, max(1000.0, 2 * 1000.0 * math.sqrt(population / (math.pi * 2500))))

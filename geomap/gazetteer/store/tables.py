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
from pathlib import Path

import xxhash

from geomap.errors import GazetteerError
from geomap.gazetteer.names import folding, spelling, transliteration
from geomap.gazetteer.store import gathering
from geomap.gazetteer.store.gathering import PLACE_COLUMNS, Named, discard, gather

Progress = Callable[[int, int], None]
"""Told how much is done and how much there is."""
KEYS = (folding, gathering, spelling, transliteration)
"""The modules that work out what names are found by."""
_CREATE = f"""
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA page_size = 4096;
PRAGMA cache_size = -65536;
CREATE TABLE places ({PLACE_COLUMNS});
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
_TWICE = """
CREATE TEMP TABLE again AS
SELECT places.number AS number, twice.first AS first
FROM (SELECT id, min(number) AS first FROM gathered.places GROUP BY id HAVING count(*) > 1) AS twice
CROSS JOIN gathered.places AS places USING (id) WHERE places.number > twice.first
"""
"""The places that come again under an id, each with the first of it."""
_PLAIN = (
    "INSERT INTO places SELECT * FROM gathered.places ORDER BY number",
    """
    INSERT OR IGNORE INTO names SELECT key, alternate, fewer, number, name FROM gathered.heap ORDER BY key, alternate, fewer, number
    """,
    "INSERT OR IGNORE INTO words SELECT word, number, name FROM gathered.spoken ORDER BY word, number, gathered.spoken.rowid",
)
_MERGED = (
    "CREATE UNIQUE INDEX again_number ON again (number)",
    "INSERT INTO places SELECT * FROM gathered.places WHERE number NOT IN (SELECT number FROM again) ORDER BY number",
    """
    INSERT OR IGNORE INTO names
    SELECT heap.key, iif(again.first IS NULL, heap.alternate, 1), iif(again.first IS NULL, heap.fewer, -kept.population),
        coalesce(again.first, heap.number), iif(again.first IS NULL, heap.name, coalesce(heap.name, own.name))
    FROM gathered.heap AS heap LEFT JOIN again USING (number)
    LEFT JOIN gathered.places AS kept ON kept.number = again.first LEFT JOIN gathered.places AS own ON own.number = heap.number
    ORDER BY 1, 2, 3, 4
    """,
    """
    INSERT OR IGNORE INTO words SELECT spoken.word, coalesce(again.first, spoken.number), spoken.name
    FROM gathered.spoken AS spoken LEFT JOIN again USING (number) ORDER BY 1, 2, spoken.rowid
    """,
)
_MAIN_NAMES_ARE_NO_OTHERS = """
DELETE FROM names WHERE alternate = 1 AND EXISTS
(SELECT 1 FROM names AS main WHERE main.key = names.key AND main.alternate = 0 AND main.number = names.number)
"""
_FINISH = (
    "CREATE INDEX places_id ON places (id)",
    "INSERT INTO nearby SELECT number, lon, lon, lat, lat FROM places ORDER BY number",
    """
    UPDATE places SET kind = 'populated place' WHERE kind = 'capital' AND EXISTS
    (SELECT 1 FROM places AS other WHERE other.kind = 'capital' AND other.country = places.country AND other.population > places.population)
    """,
    "INSERT OR IGNORE INTO countries SELECT country, name FROM places WHERE kind = 'country' AND country IS NOT NULL ORDER BY number",
)
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


def write(path: Path, places: Iterable[Named], *, about: Callable[[], Mapping[str, str]]) -> None:
    """Write places and their names to an empty file, and seal it.

    `about` is asked in the end what to note of where all came from.
    """
    waiting = path.with_name(f"{path.name}-gathered")
    try:
        gather(waiting, places)
        assemble(path, waiting, about=about)
    finally:
        discard(waiting)


def assemble(path: Path, waiting: Path, *, about: Callable[[], Mapping[str, str]], on_progress: Progress | None = None) -> None:
    """Make a gazetteer, in an empty file, of what was gathered in another, and seal it.

    Places that come twice under one id are made one, the first, which keeps the names of all.
    """
    tell = on_progress or (lambda *_: None)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.executescript(_CREATE)
        connection.execute("ATTACH DATABASE ? AS gathered", (str(waiting),))
        connection.execute("BEGIN")
        connection.execute(_TWICE)
        merged = connection.execute("SELECT 1 FROM again LIMIT 1").fetchone() is not None
        (named,) = connection.execute("SELECT named FROM gathered.progress").fetchone()
        statements = [*(_MERGED if merged else _PLAIN), *([_MAIN_NAMES_ARE_NO_OTHERS] if merged or named else []), *_FINISH]
        for done, statement in enumerate(statements):
            tell(done, len(statements) + 1)
            connection.execute(statement)
        tell(len(statements), len(statements) + 1)
        _index_spellings(connection)
        connection.executemany("INSERT INTO info VALUES (?, ?)", sorted({**_counts(connection), **about()}.items()))
        connection.execute("COMMIT")
        connection.execute("DETACH DATABASE gathered")
        seal = checksum(path)
        connection.execute(f"PRAGMA user_version = {seal}")
    tell(1, 1)


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


def extent_of_populated(population: int) -> float:
    """Radius that a populated place is taken to have, in metres, where no source gives one.

    That of a disc with 2 500 inhabitants to the square kilometre, twice, for places are not discs round their point; at least 1 km,
    at most 50 km. A policy, not a fact: such a place has `extent_stated` False.

    >>> round(extent_of_populated(500)), round(extent_of_populated(20_000)), round(extent_of_populated(1_500_000))
    (1000, 3192, 27640)
    """
    return min(50_000.0, max(1000.0, 2 * 1000.0 * math.sqrt(population / (math.pi * 2500))))

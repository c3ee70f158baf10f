"""Places and the keys of their names, gathered in a file before a gazetteer is made of them: what is gathered survives a killed process.

Rows are kept in the order in which they come, and every so many are committed; a run that was stopped passes over as many as there are.
Memory is bounded whatever their number.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import Any

from geomap.gazetteer.names.folding import folded
from geomap.gazetteer.names.transliteration import ARABIC_SPELT, kept_keys, loosened
from geomap.model import Place

Named = tuple[Place, tuple[str, ...]]
"""A place and its other names."""
LEAST_WORD = 4
"""Shorter words of a loosened name say too little to find a place by."""

PLACE_COLUMNS = """
    number INTEGER PRIMARY KEY, id TEXT NOT NULL, name TEXT NOT NULL, lon REAL NOT NULL, lat REAL NOT NULL, kind TEXT NOT NULL,
    country TEXT, extent_m REAL NOT NULL, extent_stated INTEGER NOT NULL, population INTEGER NOT NULL, admin1 TEXT, source TEXT NOT NULL
"""
_CREATE = f"""
CREATE TABLE progress (stamp TEXT NOT NULL, placed INTEGER NOT NULL, named INTEGER NOT NULL);
CREATE TABLE places ({PLACE_COLUMNS});
CREATE TABLE heap (key TEXT, alternate INTEGER, fewer INTEGER, number INTEGER, name TEXT);
CREATE TABLE spoken (word TEXT, number INTEGER, name TEXT);
"""
_ADD_PLACE = f"INSERT INTO places VALUES ({','.join('?' * 12)})"  # noqa: S608
_ADD_NAME = "INSERT INTO heap VALUES (?, ?, ?, ?, ?)"
_ADD_WORD = "INSERT INTO spoken VALUES (?, ?, ?)"
_FIND = "SELECT number, country, population FROM places WHERE id = ?"
_BATCH = 5000
_KEPT = 2
"""Batches between two commits."""

NameRow = tuple[str, int, int, int, str | None]
"""A key, whether only an alternate name has it, the population negated, the place's number, the name if it is not the main one."""
WordRow = tuple[str, int, str]
"""A longer word of a loosened name, the place's number, the name."""


def gather(path: Path, places: Iterable[Named], *, more_names: Iterable[tuple[str, str]] = (), stamp: str = "") -> int:
    """Gather places and their names in a file; what is there already of the same stamp is kept, and as much of the input passed over.

    `more_names` are pairs of a place's id and a name, passed over where there is no such place. Gives the number of places that had been
    gathered before. Raises sqlite3.Error where the file cannot be written.
    """
    with closing(_opened(path, stamp)) as connection:
        (before,) = connection.execute("SELECT count(*) FROM places").fetchone()
        count = before
        for batch in _committed(connection, islice(places, before, None)):
            names, words = _name_rows(batch, count)
            connection.executemany(_ADD_PLACE, _place_rows(batch, count))
            connection.executemany(_ADD_NAME, names)
            connection.executemany(_ADD_WORD, words)
            count += len(batch)
        connection.execute("CREATE INDEX IF NOT EXISTS places_id ON places (id)")
        (passed,) = connection.execute("SELECT named FROM progress").fetchone()
        for pairs in _committed(connection, islice(more_names, passed, None)):
            names, words = _more_rows(connection, pairs)
            connection.executemany(_ADD_NAME, names)
            connection.executemany(_ADD_WORD, words)
            connection.execute("UPDATE progress SET named = named + ?", (len(pairs),))
    return int(before)


def discard(path: Path) -> None:
    """Remove what was gathered in a file."""
    for each in (path, path.with_name(f"{path.name}-journal")):
        each.unlink(missing_ok=True)


def gathered(path: Path) -> int | None:
    """How many places a file holds that is not finished; None where there is none that could be read."""
    if not path.exists():
        return None
    try:
        with closing(sqlite3.connect(path)) as connection:
            return int(connection.execute("SELECT count(*) FROM places").fetchone()[0])
    except sqlite3.Error:
        return None


def _opened(path: Path, stamp: str) -> sqlite3.Connection:
    """A connection to the file: as it is if it is whole and has the stamp, else to an empty one."""
    if path.exists() and not _goes_on(path, stamp):
        discard(path)
    connection = _connected(path)
    if connection.execute("SELECT 1 FROM sqlite_schema").fetchone() is not None:
        return connection
    connection.executescript(f"BEGIN; {_CREATE} COMMIT;")
    connection.execute("INSERT INTO progress VALUES (?, 0, 0)", (stamp,))
    return connection


def _goes_on(path: Path, stamp: str) -> bool:
    """Whether a file is whole and has the stamp."""
    try:
        with closing(_connected(path)) as connection:
            return connection.execute("SELECT stamp FROM progress").fetchone() == (stamp,) and _whole(connection)
    except sqlite3.DatabaseError:
        return False  # damaged, or stopped before it had tables


def _connected(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    # A killed process leaves the journal, and the system what was written: nothing has to reach the disk before the next row.
    try:
        connection.executescript("PRAGMA journal_mode = TRUNCATE; PRAGMA synchronous = OFF; PRAGMA cache_size = -65536;")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _whole(connection: sqlite3.Connection) -> bool:
    return bool(connection.execute("PRAGMA quick_check(1)").fetchone() == ("ok",))


def _committed(connection: sqlite3.Connection, several: Iterable[Any]) -> Iterator[list[Any]]:
    """Batches of things; what is written of each batch is committed every so often."""
    rest = iter(several)
    connection.execute("BEGIN")
    number = 0
    while batch := list(islice(rest, _BATCH)):
        yield batch
        number += 1
        if number % _KEPT == 0:
            connection.execute("COMMIT")
            connection.execute("BEGIN")
    connection.execute("COMMIT")


def _place_rows(batch: list[Named], first: int) -> Iterator[tuple[Any, ...]]:
    for number, (p, _) in enumerate(batch, first):
        yield (number, p.id, p.name, p.lon, p.lat, p.kind, p.country, p.extent_m, p.extent_stated, p.population, p.admin1, p.source)


def _name_rows(batch: list[Named], first: int) -> tuple[list[NameRow], list[WordRow]]:
    """One row for each key of each place, and one for each word."""
    names: list[NameRow] = []
    words: list[WordRow] = []
    for number, (place, alternates) in enumerate(batch, first):
        seen: dict[str, str] = {}
        for name in (place.name, *alternates):
            for key in _keys(name, place.country, number, words):
                seen.setdefault(key, name)
        fewer = -place.population
        names += [(key, int(name != place.name), fewer, number, None if name == place.name else name) for key, name in seen.items()]
    return names, words


def _more_rows(connection: sqlite3.Connection, pairs: Iterable[tuple[str, str]]) -> tuple[list[NameRow], list[WordRow]]:
    """The rows of further names of places that are there already."""
    names: list[NameRow] = []
    words: list[WordRow] = []
    for place_id, name in pairs:
        known = connection.execute(_FIND, (place_id,)).fetchone()
        if known is not None:
            number, country, population = known
            names += [(key, 1, -population, number, name) for key in _keys(name, country, number, words)]
    return names, words


def _keys(name: str, country: str | None, number: int, words: list[WordRow]) -> list[str]:
    """The keys of a name, none of them empty; its words go to the list of them."""
    key = folded(name)
    if not key:
        return []
    if country in ARABIC_SPELT:
        words += [(word, number, name) for word in loosened(key).split() if len(word) >= LEAST_WORD]
    return [key, *kept_keys(key, country)]

"""The offline gazetteer: read-only lookups by name, id and nearness in a SQLite file."""

from __future__ import annotations

import json
import math
import os
import sqlite3
from collections.abc import Collection, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from enum import IntEnum
from functools import lru_cache
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import numpy as np
import platformdirs

from geomap.errors import ChoiceError, GazetteerError
from geomap.gazetteer.kinds import UNSTATED_KIND
from geomap.gazetteer.names.folding import folded
from geomap.gazetteer.names.spelling import alike, allowed, reach
from geomap.gazetteer.names.transliteration import has_article, loose_keys, loosened, romanised
from geomap.gazetteer.store import shelf
from geomap.gazetteer.store.builder import build, fingerprint
from geomap.gazetteer.store.gathering import LEAST_WORD
from geomap.gazetteer.store.tables import Progress, checksum
from geomap.geometry.geodesy import FARTHEST_M, distances_m
from geomap.model import Place

_PLACE = "id, places.name, lon, lat, kind, country, extent_m, extent_stated, population, admin1, source"
FIND = f"SELECT {_PLACE}, names.name, alternate FROM names CROSS JOIN places USING (number) WHERE key = ?"  # noqa: S608
"""The lookup by key; its rows are what `Match` is made from."""
_BY_WORD = f"SELECT {_PLACE}, words.name, word FROM words CROSS JOIN places USING (number) WHERE word >= ? AND word < ?"  # noqa: S608
_PACKS = "SELECT length, initial, signs, keys FROM spellings WHERE length = ? AND (initial = '' OR initial BETWEEN ? AND ?)"
_BY_ID = f"SELECT {_PLACE} FROM places WHERE id = ?"  # noqa: S608
_LINES = f"SELECT {_PLACE} FROM places WHERE id >= ? AND id < ? AND (id = ? OR id LIKE ? OR id LIKE ?)"  # noqa: S608
_CAPITALS = f"SELECT {_PLACE} FROM places WHERE kind = 'capital'"  # noqa: S608
_NEAR = f"""
SELECT {_PLACE} FROM nearby CROSS JOIN places USING (number)
WHERE east >= ? AND west <= ? AND north >= ? AND south <= ?
"""  # noqa: S608
Row = tuple[Any, ...]
_REMEMBERED = 16_384
"""Names whose places are kept, for a report uses the same ones again and again."""
_LEAST_LOOSE = 4
"""A loosened key shorter than this is no evidence without an article."""
_ENDINGS = "aiu"
"""Letters at the end in which two loosened words of one stem may differ."""
_MOST_GUESSES = 20
"""Places that a wrong spelling is taken to mean at most."""
_CODE = 4
"""Names in capitals up to this length are codes, such as AND for Andorra, and match no other word."""
_SERIALISED = 3
"""The level of `sqlite3.threadsafety` at which threads may share a connection."""
_LEAST_DEGREE_M = 110_500.0
"""A degree of latitude is at least this long."""


class Grade(IntEnum):
    """How a name was matched, the best first."""

    EXACT_MAIN = 0
    """Letter for letter the place's main name."""
    EXACT = 1
    """Letter for letter another of its names."""
    MAIN = 2
    """The main name but for case, accents and the like."""
    ALTERNATE = 3
    """Another name, but for the same."""
    LOOSE_MAIN = 4
    """The main name as differently transliterated."""
    LOOSE = 5
    """Another name as differently transliterated."""
    SPELT = 6
    """A name of the place that is a letter or two away: a guess."""
    UNLIKE = 7
    """None of its names that are known: only who was asked says that it is meant."""

    @property
    def as_spelt(self) -> bool:
        """Whether the name fits letter for letter, but for case, accents and the like."""
        return self < Grade.LOOSE_MAIN


_EXACT_MAIN, _EXACT, _MAIN, _ALTERNATE = (int(grade) for grade in list(Grade)[:4])


@dataclass(frozen=True, slots=True)
class Match:
    """A place that has a name, and how well the name fits."""

    place: Place
    name: str
    """The name of the place that fits."""
    grade: Grade
    evidence: tuple[tuple[float, str], ...] = ()
    """Weights in log-odds and reasons that the source of the match adds."""
    apart: int = 0
    """How many letters of the name are others than were asked for, where the grade is SPELT."""

    def with_evidence(self, weight: float, reason: str) -> Match:
        """The match with one more piece of evidence."""
        return replace(self, evidence=(*self.evidence, (weight, reason)))


def default_path() -> Path:
    """Where the gazetteer is kept: in GEOMAP_CACHE where that is set, else in the user's cache folder.

    The name tells what the gazetteer is made of, so that each version of geomap finds its own.
    """
    folder = os.environ.get("GEOMAP_CACHE") or platformdirs.user_cache_dir("geomap", appauthor=False)
    return Path(folder) / f"gazetteer-{fingerprint()}.sqlite"


class Gazetteer:
    """An open gazetteer: the embedded places, and before them those that the analyst imported.

    Where several have a place of one id, the last import's entry stands, is found by the names of all, and takes from the others in
    their order what it leaves open: the kind, the extent, the country, the division, the inhabitants.

    It is read-only and holds its own connection; a copy that is pickled opens the same file again. Use it as a context manager, or
    call `close`. Every method may raise GazetteerError where the file turns out to be damaged.
    """

    def __init__(self, path: Path, imports: Sequence[Path] | None = None) -> None:
        """Open a gazetteer that was built before; `Gazetteer.open` also builds it.

        `imports` are imported gazetteers, the first to be asked first; by default all that stand beside the embedded one. Raises
        GazetteerError where a file is missing, incomplete, damaged, or made of other tables than this geomap has.
        """
        if imports is None:
            imports = [each.path for each in shelf.standing(path.parent)]
        self.path = path
        self.imports = tuple(imports)
        self._connection = _connected(path)
        self._cursor = self._connection.cursor()
        self._query = self._cursor.execute
        self._others = [_attached(each) for each in self.imports]
        self._cursors = [*(each.cursor() for each in self._others), self._cursor]
        self._entry = lru_cache(maxsize=_REMEMBERED)(self._entry_of)
        self._found = lru_cache(maxsize=_REMEMBERED)(self._find)
        self._seats = lru_cache(maxsize=1)(self._all_seats)

    @classmethod
    def open(cls, path: Path | None = None, *, on_progress: Progress | None = None) -> Self:
        """Open the gazetteer, after building it where it is missing, outdated or damaged (some twenty seconds, once).

        Raises GazetteerError where it cannot be built.
        """
        path = path or default_path()
        imports = [each.path for each in shelf.standing(path.parent)]
        with suppress(GazetteerError):
            return cls(path, imports)
        build(path, on_progress=on_progress)
        return cls(path, imports)

    def close(self) -> None:
        """Close the files; further lookups raise GazetteerError."""
        for each in (self._connection, *self._others):
            each.close()

    def forget(self) -> None:
        """Forget the lookups that are remembered, as a measurement needs."""
        self._found.cache_clear()
        self._entry.cache_clear()
        self._seats.cache_clear()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def __reduce__(self) -> tuple[type[Self], tuple[Path, tuple[Path, ...]]]:
        return type(self), (self.path, self.imports)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({str(self.path)!r})"

    def find(self, name: str) -> tuple[Place, ...]:
        """All places of a name: exact names first, then main names before others, then by population, then by id.

        Case, accents, apostrophes, hyphens, a leading "the", and St or Saint make no difference. Names from Arabic are also found by
        other transliterations and articles, after the rest, where the name has an article or is not found otherwise. Empty where
        there is no such place.
        """
        return self._found(name)

    def matches(self, name: str) -> tuple[Match, ...]:
        """As `find`, with the name of each place that fits and how well it does, and with all that have it as a transliteration."""
        return tuple(Match(_place(row), row[11] or row[1], Grade(grade)) for grade, row in self._named(name))

    def guesses(self, name: str) -> tuple[Match, ...]:
        """Places whose name is a letter or two away from one that is spelt wrong: the nearest first, then the best known.

        One letter in names of five to seven, two in longer ones, none in shorter ones; the first letter only in the longer ones. Names
        in Latin letters are compared, and those in Cyrillic, Greek, Armenian and Georgian ones as they are spelt in Latin ones. What
        comes of it is a guess, for a caller that finds nothing else.
        """
        key = romanised(folded(name))
        if not allowed(key):
            return ()
        return tuple(self._guessed(key))

    def contains(self, name: str) -> bool:
        """Whether there is a place of a name."""
        return bool(self._found(name))

    def place(self, place_id: str) -> Place:
        """The place of an id, such as ``geonames:172344``.

        Raises ChoiceError where there is none.
        """
        row = self._entry(place_id)
        if row is None:
            raise ChoiceError(f"the gazetteer has no place {place_id!r}; `geomap places find NAME` lists ids")
        return _place(row)

    def lines(self, kind: str, country: str) -> list[Place]:
        """The places of kind "border" or "coast" that a country has, by its ISO 3166-1 alpha-2 code, in the order of their ids."""
        rows = self._rows(_LINES, (f"{kind}:", f"{kind};", f"{kind}:{country}", f"{kind}:{country}-%", f"{kind}:%-{country}"))
        return [_place(row) for row in sorted(rows)]

    def capital(self, country: str) -> Place | None:
        """The capital of a country, by its ISO 3166-1 alpha-2 code; None where the gazetteer has none."""
        row = self._seats().get(country)
        return None if row is None else _place(row)

    def has(self, place_id: str) -> bool:
        """Whether there is a place of an id."""
        return bool(self._rows(_BY_ID, (place_id,)))

    def near(self, lonlat: tuple[float, float], radius_m: float, kinds: Collection[str] | None = None) -> tuple[Place, ...]:
        """The places whose point is within a geodesic distance of (lon, lat), the nearest first; of some kinds only, where given."""
        found: dict[str, Place] = {}
        for box in _boxes(lonlat, radius_m):
            for row in self._rows(_NEAR, box):
                if kinds is None or row[4] in kinds:
                    found[row[0]] = _place(row)
        places = list(found.values())
        if not places:
            return ()
        away = distances_m(lonlat, np.array([place.lon for place in places]), np.array([place.lat for place in places]))
        ordered = sorted(zip(away.tolist(), places, strict=True), key=lambda pair: (pair[0], pair[1].id))
        return tuple(place for distance, place in ordered if distance <= radius_m)

    def related(self, name: str) -> tuple[tuple[Place, str], ...]:
        """Places that share a word or its stem with a name, by id, each with its name.

        Only where names come from Arabic, which have more spellings than any table; a weak hint, never an identification.
        """
        found: dict[str, tuple[Place, str]] = {}
        for word in loosened(folded(name)).split():
            if len(word) < LEAST_WORD:
                continue
            stem = word.rstrip(_ENDINGS)
            for row in self._rows(_BY_WORD, (stem, stem + chr(0x10FFFF))):
                if row[12].rstrip(_ENDINGS) == stem:
                    found.setdefault(row[0], (_place(row), row[11]))
        return tuple(found[place_id] for place_id in sorted(found))

    def country_name(self, code: str | None) -> str:
        """The name of a country by its ISO 3166-1 alpha-2 code; the code itself where it is unknown."""
        rows = self._embedded("SELECT name FROM countries WHERE code = ?", (code,))
        return str(rows[0][0]) if rows else code or "no country"

    def info(self) -> dict[str, Any]:
        """What the gazetteer holds, and where it is."""
        known: dict[str, str] = dict(self._embedded("SELECT key, value FROM info", ()))
        return {
            "path": str(self.path),
            "places": int(known["places"]),
            "names": int(known["names"]),
            "kinds": json.loads(known["kinds"]),
            "sources": known["sources"],
            "imports": [each.info for each in shelf.standing(self.path.parent) if each.path in self.imports],
            "unfinished": shelf.unfinished(self.path.parent),
        }

    def _find(self, name: str) -> tuple[Place, ...]:
        key = folded(name)
        if self._others or not key:
            rows = self._named_rows(key) if key else []
        else:  # nearly all that a lookup costs is this query
            try:
                rows = self._query(FIND, (key,)).fetchall()
            except sqlite3.Error as error:
                raise _unreadable(error) from error
        if len(rows) == 1 and rows[0][11] is None and not (" " in key and has_article(key)) and key.isascii():
            return (_place(rows[0]),)  # nothing to order: so it is with most names
        return tuple([_place(row) for _, row in self._ordered(name, key, rows)])

    def _guessed(self, key: str) -> list[Match]:
        """The places whose names are alike to a key, with the name that is, the nearest first."""
        shortest, longest, first, last = reach(key)
        packs = (pack for length in range(shortest, longest + 1) for pack in self._each(_PACKS, (length, first, last)))
        found: dict[str, tuple[int, Row]] = {}
        for apart, known in alike(key, packs):
            for row in self._named_rows(known):
                if row[11] is None or _meant(row[11], key):
                    found.setdefault(row[0], (apart, row))
        best = sorted(found.values(), key=lambda each: (each[0], -each[1][8], each[1][0]))[:_MOST_GUESSES]
        return [Match(_place(row), row[11] or row[1], Grade.SPELT, apart=apart) for apart, row in best]

    def _named(self, name: str) -> list[tuple[int, Row]]:
        """The rows of a name, each with its grade, in order: where some fit it as it is spelt, of others the better known ones alone.

        A report's "Lugansk" need not be the village that is spelt so.
        """
        key = folded(name)
        found = self._ordered(name, key, self._named_rows(key)) if key else []
        known = {row[0] for _, row in found}
        largest = max((row[8] for grade, row in found if grade < Grade.LOOSE_MAIN), default=-1)
        found += [(grade, row) for grade, row in self._loosely_named(_other_keys(key), known) if row[8] > largest]
        return sorted(found, key=_order)

    def _ordered(self, name: str, key: str, rows: list[Row]) -> list[tuple[int, Row]]:
        """The rows that fit a name, with those that fit it loosely, each with its grade, in order."""
        if not key:
            return []
        found = [(_grade(row, name), row) for row in rows if row[11] is None or _meant(row[11], name)]
        if not found or has_article(key):
            loose = loosened(key)
            known = {row[0] for _, row in found}
            if len(loose) >= _LEAST_LOOSE or has_article(key):
                found += self._loosely_named([f"~{loose}"], known)
            else:  # too short to be spelt otherwise, but perhaps without its article
                found += self._loosely_named([f"al {key}"], known)
        if len(found) > 1:
            found.sort(key=_order)
        return found

    def _loosely_named(self, keys: Sequence[str], known: Collection[str]) -> list[tuple[int, Row]]:
        """Rows of the places that have some keys of transliterations, each place once, with its grade."""
        found: dict[str, tuple[int, Row]] = {}
        for key in keys:
            for row in self._named_rows(key):
                grade = Grade.LOOSE if row[12] else Grade.LOOSE_MAIN
                if row[0] not in known and (row[0] not in found or grade < found[row[0]][0]):
                    found[row[0]] = (grade, row)
        return list(found.values())

    def _named_rows(self, key: str) -> list[Row]:
        """The rows of a key, one for each place."""
        if not self._others:
            return self._embedded(FIND, (key,))
        found: dict[str, Row] = {}
        for row in self._each(FIND, (key,)):
            entry = self._entry(row[0]) or row[:_FIELDS]
            name = row[11] or row[1]
            joined = (*entry, None, 0) if name == entry[1] else (*entry, name, 1)
            if joined[0] not in found or joined[12] < found[joined[0]][12]:
                found[joined[0]] = joined
        return list(found.values())

    def _rows(self, query: str, values: tuple[object, ...]) -> list[Row]:
        """The rows of all gazetteers, each with the entry that stands for its place."""
        if not self._others:
            return self._embedded(query, values)
        return [(*(self._entry(row[0]) or row[:_FIELDS]), *row[_FIELDS:]) for row in self._each(query, values)]

    def _all_seats(self) -> dict[str, Row]:
        """The entries of all capitals by country, the first id where there are several: no index has them, so they are read at once."""
        return {row[5]: row for row in sorted(self._rows(_CAPITALS, ()), key=lambda row: str(row[0]), reverse=True)}

    def _entry_of(self, place_id: str) -> Row | None:
        """The entry of an id in the first gazetteer that has it, with what it leaves open from the next."""
        entries = self._each(_BY_ID, (place_id,))
        if not entries:
            return None
        entry = list(entries[0])
        for other in entries[1:]:
            if not entry[_STATED_AT] and other[_STATED_AT]:
                entry[_EXTENT_AT], entry[_STATED_AT] = other[_EXTENT_AT], 1
            if entry[_KIND_AT] == UNSTATED_KIND:
                entry[_KIND_AT] = other[_KIND_AT]
            for at in _FILLED_AT:
                entry[at] = entry[at] or other[at]
        return tuple(entry)

    def _each(self, query: str, values: tuple[object, ...]) -> list[Row]:
        """The rows of all gazetteers, the first to be asked first."""
        try:
            return [row for cursor in self._cursors for row in cursor.execute(query, values)]
        except sqlite3.Error as error:
            raise _unreadable(error) from error

    def _embedded(self, query: str, values: tuple[object, ...]) -> list[Row]:
        """The rows of the embedded gazetteer."""
        try:
            return self._cursor.execute(query, values).fetchall()
        except sqlite3.Error as error:
            raise _unreadable(error) from error


def _other_keys(key: str) -> list[str]:
    """The keys of a folded name as transliterated otherwise, or written in another alphabet."""
    own = romanised(key)
    arabic = f"~{loosened(key)}"
    return [each for each in (own, *loose_keys(key)) if each not in (key, arabic)]


def _unreadable(error: sqlite3.Error) -> GazetteerError:
    return GazetteerError(f"the gazetteer cannot be read: {error}; `geomap places build` makes it again")


def _order(found: tuple[int, Row]) -> tuple[int, int, str]:
    grade, row = found
    return (grade, -row[8], row[0])


def _meant(known: str, name: str) -> bool:
    """Whether a name that may be a code, such as AND, was asked for as one: in capitals, with stops, or in small letters by lazy fingers."""
    return len(known) > _CODE or not known.isupper() or name.isupper() or name.islower() or "." in name


def _grade(row: Row, name: str) -> int:
    if row[12]:
        return _EXACT if row[11] == name else _ALTERNATE
    return _EXACT_MAIN if row[1] == name else _MAIN


_FIELDS = 11
"""The first columns of a row are those of a place."""
_KIND_AT, _EXTENT_AT, _STATED_AT = 4, 6, 7
_FILLED_AT = (5, 8, 9)
"""Where a row has the country, the population and the first-level division."""
_new = object.__new__
_SLOTS = tuple(
    Place.__dict__[field].__set__
    for field in ("id", "name", "lon", "lat", "kind", "country", "extent_m", "extent_stated", "population", "admin1", "source")
)
_id, _name, _lon, _lat, _kind, _country, _extent, _stated, _population, _admin1, _source = _SLOTS


def _place(row: Row) -> Place:
    """A place of its row, slot by slot: a third of the constructor's time, since assignments to a frozen class go a long way round."""
    place = _new(Place)
    id_, name, lon, lat, kind, country, extent_m, stated, population, admin1, source, *_ = row
    _id(place, id_)
    _name(place, name)
    _lon(place, lon)
    _lat(place, lat)
    _kind(place, kind)
    _country(place, country)
    _extent(place, extent_m)
    _stated(place, stated == 1)
    _population(place, population)
    _admin1(place, admin1)
    _source(place, source)
    return place


def _connected(path: Path) -> sqlite3.Connection:
    """A connection to a whole and current gazetteer."""
    if not path.is_file():
        raise GazetteerError(f"there is no gazetteer at {path}")
    connection = _attached(path)
    try:
        wrong = _fault(connection, path)
    except (sqlite3.Error, OSError) as error:
        wrong = str(error)
    if wrong:
        connection.close()
        raise GazetteerError(f"the gazetteer at {path} cannot be used: {wrong}")
    return connection


def _attached(path: Path) -> sqlite3.Connection:
    """A connection to a file as it is."""
    try:
        return sqlite3.connect(shelf.address(path), uri=True, check_same_thread=sqlite3.threadsafety < _SERIALISED)
    except sqlite3.Error as error:
        raise GazetteerError(f"the gazetteer at {path} cannot be opened: {error}") from error


def _fault(connection: sqlite3.Connection, path: Path) -> str:
    """What is wrong with a gazetteer; empty where nothing is."""
    if connection.execute("PRAGMA user_version").fetchone() != (checksum(path),):
        return "its checksum is not the one it was built with"
    known = dict(connection.execute("SELECT key, value FROM info"))
    return "" if known.get("fingerprint") == fingerprint() else "it was made by another version of geomap"


def _boxes(lonlat: tuple[float, float], radius_m: float) -> list[tuple[float, float, float, float]]:
    """Boxes (west, east, south, north) that together hold a disc, two where it crosses the antimeridian."""
    lon, lat = lonlat
    degrees = radius_m / _LEAST_DEGREE_M
    south, north = lat - degrees, lat + degrees
    widest = max(abs(south), abs(north))
    if radius_m >= FARTHEST_M / 2 or widest >= 90:
        return [(-180.0, 180.0, south, north)]
    wide = math.degrees(math.asin(min(1.0, math.sin(math.radians(degrees)) / math.cos(math.radians(lat))))) * 1.01
    west, east = lon - wide, lon + wide
    if west < -180:
        return [(-180.0, east, south, north), (west + 360, 180.0, south, north)]
    if east > 180:
        return [(west, 180.0, south, north), (-180.0, east - 360, south, north)]
    return [(west, east, south, north)]

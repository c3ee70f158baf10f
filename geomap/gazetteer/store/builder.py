"""Building the gazetteer: the tables in ``data/`` into one SQLite file.

Their sources, licences and the scripts that make them are described in ``data/README.md``.
"""

from __future__ import annotations

import csv
import gzip
import zlib
from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from io import BufferedReader, TextIOWrapper
from pathlib import Path

import xxhash

from geomap.errors import GazetteerError
from geomap.gazetteer.store import tables
from geomap.gazetteer.store.gathering import Named
from geomap.gazetteer.store.tables import extent_of_populated, replacing, write
from geomap.model import Place
from geomap.progress import Progress, silent
from geomap.resources import data_path

TABLES = (
    "places.csv",
    "countries.csv",
    "islands.csv",
    "divisions.csv",
    "features.csv",
    "lines.csv",
    "districts.csv",
    "airports.csv",
    "continents.csv",
    "populated.csv.gz",
)
"""The tables, first the one whose entries stand where two have the same id."""


ESTIMATED = frozenset(("second-level division", "airport", "military base", "continent"))
"""Kinds of which the tables tell an extent that no source states."""
_TOLD = 5000
"""Rows between two reports of progress."""
_DAMAGED = (csv.Error, EOFError, gzip.BadGzipFile, UnicodeDecodeError, zlib.error)
"""What reading a damaged table raises."""


def fingerprint() -> str:
    """What a gazetteer built now would be made of: the tables and the code that builds it; in a few letters.

    It tells versions apart, not malice, so that every start can afford it.
    """
    parts = xxhash.xxh3_64()
    for path in (*_table_paths(), Path(__file__), Path(tables.__file__)):
        parts.update(path.read_bytes())
    parts.update(tables.form().encode())
    return parts.hexdigest()


def build(path: Path, *, on_progress: Progress | None = None) -> None:
    """Build the gazetteer at `path`, atomically: until it is whole, what stood there stays.

    Raises GazetteerError where it cannot be written or a table is malformed.
    """
    with replacing(path) as temporary:
        try:
            write(temporary, _named_places(on_progress or silent), about=_about)
        except _DAMAGED as error:
            raise GazetteerError(f"a table of geomap is damaged: {error}; reinstall geomap") from error


def _about() -> Mapping[str, str]:
    return {
        "fingerprint": fingerprint(),
        "sources": "GeoNames (CC BY 4.0); Natural Earth (public domain); airportsdata (MIT licence); geomap's own tables",
    }


def _table_paths() -> list[Path]:
    return [data_path(name) for name in TABLES]


def _named_places(on_progress: Progress) -> Iterator[Named]:
    """Every place once; progress is told in bytes of the files."""
    seen: set[str] = set()
    paths = _table_paths()
    total = sum(path.stat().st_size for path in paths)
    before = 0
    for path in paths:
        with path.open("rb") as file:
            for number, named in enumerate(_table(path, file)):
                if named[0].id not in seen:
                    seen.add(named[0].id)
                    yield named
                if number % _TOLD == 0:
                    on_progress(before + file.tell(), total)
        before += path.stat().st_size
    on_progress(total, total)


def _table(path: Path, file: BufferedReader) -> Iterator[Named]:
    """The rows of a table, which is packed where its name ends in ".gz"."""
    with ExitStack() as opened:
        plain: gzip.GzipFile | BufferedReader = opened.enter_context(gzip.open(file)) if path.suffix == ".gz" else file
        rows = csv.reader(opened.enter_context(TextIOWrapper(plain, encoding="utf-8", newline="")))
        header = next(rows, [])
        for values in rows:
            row = dict(zip(header, values, strict=False))
            try:
                named = _named(row)
            except (KeyError, ValueError) as error:
                raise GazetteerError(f"{path.name}, {row.get('id')}: {error}") from error
            yield named


def _named(row: Mapping[str, str]) -> Named:
    """The place of a row and its other names.

    Columns: id, name, alternates (separated by "|"), kind, country, admin1, lon, lat, extent_m (empty where unknown), source, and in some
    tables population.
    """
    population = int(row.get("population") or 0)
    place = Place(
        id=row["id"],
        name=row["name"],
        lon=float(row["lon"]),
        lat=float(row["lat"]),
        kind=row["kind"],
        country=row["country"] or None,
        admin1=row["admin1"] or None,
        extent_m=float(row["extent_m"] or extent_of_populated(population)),
        extent_stated=bool(row["extent_m"]) and row["kind"] not in ESTIMATED,
        population=population,
        source=row["source"],
    )
    return place, tuple(name for name in row["alternates"].split("|") if name)

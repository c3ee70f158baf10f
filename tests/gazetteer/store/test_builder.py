"""Building: atomic, repeatable, and never trusting what is broken."""

from __future__ import annotations

import gzip
import multiprocessing
import os
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from geomap.errors import GazetteerError
from geomap.gazetteer import Gazetteer, default_path
from geomap.gazetteer.store import builder
from geomap.gazetteer.store.builder import build
from geomap.gazetteer.store.tables import extent_of_populated


def test_builds_where_there_is_none(small):
    told = []
    with Gazetteer.open(small, on_progress=lambda done, total: told.append((done, total))) as opened:
        assert opened.place("geonames:4").name == "Deir ez-Zor"
    assert told[-1][0] == told[-1][1]
    assert [path.name for path in small.parent.iterdir()] == [small.name]


def test_the_same_sources_give_the_same_bytes(small):
    build(small)
    first = small.read_bytes()
    build(small)
    assert small.read_bytes() == first


def test_does_not_build_again(small):
    Gazetteer.open(small).close()
    built = small.stat().st_mtime_ns
    Gazetteer.open(small, on_progress=lambda *_: pytest.fail("built again")).close()
    assert small.stat().st_mtime_ns == built


def empty_database(path: Path) -> None:
    path.unlink()
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE t (a)")


def spoil_middle(path: Path) -> None:
    content = bytearray(path.read_bytes())
    at = content.index(b"Labasa")
    content[at : at + 6] = b"Labisa"
    path.write_bytes(content)


SPOILT = {
    "truncated": lambda path: path.write_bytes(path.read_bytes()[:5000]),
    "half a page short": lambda path: path.write_bytes(path.read_bytes()[:-2048]),
    "one letter changed": spoil_middle,
    "another file": lambda path: path.write_bytes(b"not a database\n" * 300),
    "empty": lambda path: path.write_bytes(b""),
    "something appended": lambda path: path.write_bytes(path.read_bytes() + b"x"),
    "an empty database": empty_database,
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_damaged_file_is_refused_and_built_again(small, spoil):
    build(small)
    spoil(small)
    with pytest.raises(GazetteerError, match="cannot be used"):
        Gazetteer(small)
    with Gazetteer.open(small) as opened:
        assert [place.name for place in opened.find("Labasa")] == ["Labasa"]


def test_other_tables_make_it_outdated(small, monkeypatch):
    build(small)
    monkeypatch.setattr(builder, "TABLES", ("places.csv",))
    with pytest.raises(GazetteerError, match="another version"):
        Gazetteer(small)


def test_the_default_file_is_named_by_what_it_is_made_of(monkeypatch, tmp_path):
    monkeypatch.setenv("GEOMAP_CACHE", str(tmp_path))
    path = default_path()
    assert path.parent == tmp_path
    monkeypatch.setattr(builder, "TABLES", builder.TABLES[:-1])
    assert default_path() != path


def test_a_failed_build_leaves_what_was_there(small):
    build(small)
    whole = small.read_bytes()
    builder.data_path("cities.csv").write_text("id,name\nx:1,X\n", encoding="utf-8")
    with pytest.raises(GazetteerError, match=r"cities\.csv, x:1"):
        build(small)
    assert small.read_bytes() == whole
    assert [path.name for path in small.parent.iterdir()] == [small.name]


def test_a_place_that_cannot_be_written_to(small):
    small.parent.parent.joinpath("cache").write_text("a file where the folder should be", encoding="utf-8")
    with pytest.raises(GazetteerError, match="cannot be written"):
        build(small)


@pytest.mark.parametrize("row", ["x:1,Name,,camp,SY,,east,33,,me", "x:1,Name,,camp,SY,,38,33,wide,me"])
def test_a_malformed_table_is_named(small, monkeypatch, tmp_path, row):
    table = tmp_path / "places.csv"
    table.write_text(f"id,name,alternates,kind,country,admin1,lon,lat,extent_m,source\n{row}\n", encoding="utf-8")
    monkeypatch.setattr(builder, "data_path", lambda _: table)
    with pytest.raises(GazetteerError, match=r"places\.csv, x:1"):
        build(small)


DAMAGES = {
    "cut short": lambda packed: packed[:-20],
    "no archive": lambda _: b"id,name",
    "a byte changed": lambda packed: packed[:30] + bytes([packed[30] ^ 0xFF]) + packed[31:],
    "not UTF-8": lambda _: gzip.compress(b"id,name\n\xff,X\n"),
}


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_damaged_table_is_said_to_be(small, monkeypatch, tmp_path, damage):
    table = tmp_path / "cities.csv.gz"
    table.write_bytes(damage(gzip.compress(builder.data_path("cities.csv").read_bytes())))
    monkeypatch.setattr(builder, "TABLES", ("cities.csv.gz",))
    monkeypatch.setattr(builder, "data_path", lambda _: table)
    with pytest.raises(GazetteerError, match=r"is damaged: .+; reinstall geomap"):
        build(small)


def test_a_packed_table_gives_the_same_as_a_plain_one(small, monkeypatch, tmp_path):
    build(small)
    plain = rows_of(small)
    table = tmp_path / "cities.csv.gz"
    table.write_bytes(gzip.compress(builder.data_path("cities.csv").read_bytes()))
    known = builder.data_path
    monkeypatch.setattr(builder, "TABLES", ("places.csv", "cities.csv.gz"))
    monkeypatch.setattr(builder, "data_path", lambda name: table if name == table.name else known(name))
    build(small)
    assert rows_of(small) == plain


def rows_of(path: Path) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return [*connection.execute("SELECT * FROM places"), *connection.execute("SELECT * FROM names")]


def open_default(_: int) -> int:
    with Gazetteer.open() as opened:
        return len(opened.find("Homs"))


@pytest.mark.skipif(os.name != "posix", reason="forks")
def test_two_processes_may_build_at_once(small, monkeypatch):
    monkeypatch.setenv("GEOMAP_CACHE", str(small.parent))
    with multiprocessing.get_context("fork").Pool(2) as pool:
        counts = pool.map(open_default, range(2), chunksize=1)
    assert counts == [0, 0]
    assert len(list(small.parent.iterdir())) == 1


@pytest.mark.parametrize("population", [0, 500, 5_000, 1_000_000, 40_000_000])
def test_extents_grow_with_population_within_bounds(population):
    assert 1000 <= extent_of_populated(population) <= extent_of_populated(population + 1000) <= 50_000

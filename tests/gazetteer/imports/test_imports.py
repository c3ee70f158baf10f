"""Imported gazetteers: what is read, what is refused, what stands before what, and what a killed import leaves."""

from __future__ import annotations

import json
import os
import pickle
import sqlite3
import subprocess
import sys
import time
import zipfile
from dataclasses import replace

import geopandas
import pytest
import shapely
from commands import geomap

from geomap.errors import ChoiceError, GazetteerError, InputError
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.imports import faults, texts
from geomap.gazetteer.imports.imports import Options, import_files
from geomap.gazetteer.store import gathering, shelf
from geomap.geometry.geodesy import distance_m


def dump_row(number, name, lat=33.5, lon=38.5, *, alternates="", feature="P\tPPL", country="SY", population=0):
    return f"{number}\t{name}\t{name}\t{alternates}\t{lat}\t{lon}\t{feature}\t{country}\t\t07\t\t\t\t{population}\t\t600\tAsia/Damascus\t2024-01-01\n"


@pytest.fixture
def imported(small, tmp_path):
    """Writes a file, imports it beside the small gazetteer, and gives what came of it."""

    def run(file, content, **options):
        path = tmp_path / file
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        (outcome,) = import_files([path], small.parent, options=Options(**options))
        return outcome

    return run


def test_a_dump_is_found_by_all_its_names(small, imported):
    outcome = imported(
        "SY.txt",
        dump_row(71, "Khirbat al Amud", 34.25, 38.75, alternates="Khirbet el-Amoud,خربة العمود", population=4200)
        + dump_row(72, "Jabal Ghurab", feature="T\tHLL")
        + dump_row(73, "Bawwabat Ghurab", feature="S\tPSTB"),
    )
    assert outcome.faults == ()
    with Gazetteer.open(small) as opened:
        for name in ("Khirbat al Amud", "Khirbet el-Amoud", "khirbat al-amud", "خربة العمود", "Khirbet al-Amud"):
            (place,) = opened.find(name)
            assert (place.id, place.lonlat, place.country, place.admin1, place.population) == (
                "geonames:71",
                (38.75, 34.25),
                "SY",
                "07",
                4200,
            )
        assert [opened.find(name)[0].kind for name in ("Khirbat al Amud", "Jabal Ghurab", "Bawwabat Ghurab")] == [
            "populated place",
            "hill",
            "border post",
        ]
        assert opened.find("Labasa")[0].id == "geonames:5"
        assert {place.id for place, _ in opened.related("Ghurab")} == {"geonames:72", "geonames:73"}
        (listed,) = opened.info()["imports"]
    assert (listed["name"], listed["places"]) == ("SY", 3)


def test_alternate_names_go_with_the_dump(small, tmp_path):
    dump, names = tmp_path / "SY.txt", tmp_path / "alternateNamesV2.txt"
    dump.write_text(dump_row(71, "Amud"), encoding="utf-8")
    rows = ("1\t71\tfr\tLa Colonne", "2\t71\tlink\thttps://example.org/71", "3\t72\ten\tNowhere", "4\t71\ten\tAMUD", "5\tx")
    names.write_text("".join(f"{row}\t\t\t\t\t\t\n" for row in rows[:4]) + rows[4] + "\n", encoding="utf-8")
    (outcome,) = import_files([names, dump], small.parent)
    assert [line.split(":")[0] for line in outcome.faults] == ["alternateNamesV2.txt, line 5, column geonameid"]
    with Gazetteer.open(small) as opened:
        assert [place.id for place in opened.find("la colonne")] == ["geonames:71"]
        assert [(match.name, match.grade) for match in opened.matches("Amud")] == [("Amud", 0)]
        assert not opened.contains("https://example.org/71")
        assert not opened.contains("Nowhere")
    with pytest.raises(InputError, match="together with the dump"):
        list(import_files([names], small.parent))


def test_an_archive_with_its_readme(small, tmp_path):
    path = tmp_path / "allCountries.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "what the columns are")
        archive.writestr("allCountries.txt", dump_row(71, "Amud"))
    (outcome,) = import_files([path], small.parent)
    assert (outcome.imported.name, outcome.imported.info["places"]) == ("allCountries", 1)
    with Gazetteer.open(small) as opened:
        assert opened.find("Amud")[0].source == "GeoNames (CC BY 4.0), allCountries.zip/allCountries.txt"


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_tables_with_a_header(small, imported, separator):
    rows = (
        ("Name", "Latitude", "Longitude", "kind", "country", "alternates", "population", "extent_m"),
        ('"Post 7"', "33.25", "38.5", "border post", "sy", "Seventh|السابع", "", "250"),
        ("Tell Amud", "-5", "179.5", "Village", "", "", "1200", ""),
    )
    imported("own places.csv", "\ufeff" + "\r\n".join(separator.join(row) for row in rows) + "\r\n\r\n")
    with Gazetteer.open(small) as opened:
        (post,) = opened.find("السابع")
        (tell,) = opened.find("Tell Amud")
        assert opened.find("Post 7") == (post,)
    assert (post.id, post.country, post.kind, post.extent_m, post.extent_stated) == ("own-places:1", "SY", "border post", 250.0, True)
    assert (tell.lonlat, tell.kind, tell.population, tell.extent_stated) == ((179.5, -5.0), "populated place", 1200, False)


def test_quoted_lines_and_utf16(small, imported):
    imported("a.csv", 'name,lat,lon\n"Two\nlines",1,2\n"Comma, town",3,4\n')
    imported("b.txt", "name\tlat\tlon\nمركز\t5\t6\n".encode("utf-16"))
    imported("c.txt", "name\tlat\tlon\nمركز ثان\t5\t6\n".encode("cp1256"), encoding="cp1256")
    with Gazetteer.open(small) as opened:
        assert [opened.find(name)[0].lat for name in ("Two lines", "Comma, town", "مركز", "مركز ثان")] == [1, 3, 5, 5]


@pytest.mark.parametrize("suffix", ["geojson", "gpkg"])
def test_vector_files(small, tmp_path, suffix):
    square = shapely.box(38.0, 33.0, 38.2, 33.2)
    table = geopandas.GeoDataFrame(
        {"label": ["Square", "Spot", None, "Void"], "population": [10, None, 3, 4]},
        geometry=[square, shapely.Point(39, 34), shapely.Point(39, 34), None],
        crs=4326,
    )
    path = tmp_path / f"drawn.{suffix}"
    table.to_crs(32637 if suffix == "gpkg" else 4326).to_file(path)
    (outcome,) = import_files([path], small.parent, options=Options(name="label", country="SY"))
    assert [line.split(":")[0] for line in outcome.faults] == ["drawn.gpkg, feature 3, column label".replace("gpkg", suffix),
                                                               "drawn.gpkg, feature 4, column geometry".replace("gpkg", suffix)]  # fmt: skip
    with Gazetteer.open(small) as opened:
        (drawn,), (spot,) = opened.find("Square"), opened.find("Spot")
    corners = [distance_m(drawn.lonlat, (lon, lat)) for lon in (38.0, 38.2) for lat in (33.0, 33.2)]
    assert square.contains(shapely.Point(drawn.lonlat))
    assert drawn.extent_m == pytest.approx(max(corners), rel=1e-3)
    assert drawn.extent_stated
    assert (spot.lonlat, spot.extent_stated, spot.country) == ((pytest.approx(39), pytest.approx(34)), False, "SY")


MALFORMED = {
    "a column too few": (dump_row(2, "B").replace("\tAsia/Damascus", ""), "column 19"),
    "a latitude off the earth": (dump_row(2, "B", lat=95), "column latitude"),
    "no figure": (dump_row(2, "B", lon="east"), "column longitude"),
    "not a number": (dump_row(2, "B", lon="nan"), "column longitude"),
    "no name": (dump_row(2, " "), "column name"),
    "inhabitants in words": (dump_row(2, "B", population="many"), "column population"),
    "a country by name": (dump_row(2, "B", country="Syria"), "column country"),
    "an identifier in words": (dump_row("two", "B"), "column geonameid"),
    "a stray byte": (dump_row(2, "B").encode().replace(b"B", b"\xe9", 1), "column 3"),
    "a NUL": (dump_row(2, "\0"), "column 3"),
    "an endless line": (dump_row(2, "B" * (1 << 21)), "column 1"),
}


@pytest.mark.parametrize(("row", "where"), MALFORMED.values(), ids=MALFORMED)
def test_a_malformed_row_is_said_and_the_rest_imported(imported, row, where):
    row = row if isinstance(row, bytes) else row.encode()
    outcome = imported("SY.txt", dump_row(1, "A").encode() + row + dump_row(3, "C").encode())
    (line,) = outcome.faults
    assert line.startswith(f"SY.txt, line 2, {where}: ")
    assert "; " in line
    assert len(line) < 300
    assert (outcome.imported.info["places"], outcome.imported.info["left_out"]) == (2, 1)


def test_the_first_malformed_rows_are_said_and_the_rest_counted(imported):
    outcome = imported("x.csv", "name,lat,lon\nGood,1,2\n" + "Bad,1\n" * 57)
    assert len(outcome.faults) == faults.SAID + 1
    assert outcome.faults[0].startswith("x.csv, line 3, column lon: 2 columns, not 3")
    assert outcome.faults[-1] == "x.csv: 37 more rows left out"


REFUSED = {
    "no header": ("x.csv", b"Amud,33,38\n", "column of names"),
    "no positions": ("x.csv", b"name,kind\nAmud,camp\n", "latitude and longitude"),
    "empty": ("x.txt", b"", "empty first line"),
    "binary": ("x.txt", b"\0\1\2" * 50, "is no table"),
    "one endless line": ("x.txt", b"a" * (3 << 20), "is no table"),
    "no good row": ("x.csv", b"name,lat,lon\nAmud,x,y\n", "no usable place: x.csv, line 2, column lon"),
    "an open quotation": ("x.csv", b'name,lat,lon\nA,1,2\n"B,1,2\n' + b"C,1,2\n" * 40_000, "quotation marks"),
    "no vector file": ("x.geojson", b"not json", "cannot be read"),
    "cut off UTF-16": ("x.txt", "name\tlat\tlon\nAmud\t1\t2\nAmud\t1\t2".encode("utf-16")[:-1], "encoding"),
    "no archive": ("x.zip", b"PK\5\6" + b"\0" * 18, "holds 0 files"),
}


@pytest.mark.parametrize(("name", "content", "why"), REFUSED.values(), ids=REFUSED)
def test_a_file_that_cannot_be_used_leaves_nothing(small, imported, name, content, why):
    with pytest.raises(InputError, match=why):
        imported(name, content)
    assert shelf.names(small.parent) == []
    assert not list(small.parent.glob("*.part"))


def test_options_that_do_not_fit(imported):
    with pytest.raises(InputError, match="has no column 'label'"):
        imported("x.csv", "name,lat,lon\nA,1,2\n", name="label")
    with pytest.raises(InputError, match="is no encoding"):
        imported("x.csv", "name,lat,lon\nA,1,2\n", encoding="utf-9")


def test_a_bomb_is_not_unpacked(small, tmp_path):
    path = tmp_path / "bomb.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("bomb.txt", b"0" * 20_000_000)
    with pytest.raises(InputError, match="swells to 20,000,000 bytes"):
        list(import_files([path], small.parent))


def test_a_damaged_archive(small, tmp_path):
    path = tmp_path / "SY.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr("SY.txt", "".join(dump_row(number, f"Amud {number}") for number in range(1000)))
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 255
    path.write_bytes(content)
    with pytest.raises(InputError, match="fetch it again"):
        list(import_files([path], small.parent))
    assert shelf.names(small.parent) == []


def test_the_last_import_stands_first(small, imported):
    with Gazetteer.open(small) as opened:
        embedded = opened.place("geonames:172344")
    imported("one.txt", dump_row(172344, "Tanf One", 33.4, 38.6) + dump_row(4, "Deir ez-Zor", 10, 10))
    imported("two.txt", dump_row(172344, "Tanf Two", 33.6, 38.7))
    with Gazetteer.open(small) as opened:
        place = opened.place("geonames:172344")
        assert (place.name, place.lat) == ("Tanf Two", 33.6)
        # what the import does not state is filled from below
        assert (place.extent_m, place.extent_stated) == (embedded.extent_m, True)
        for name in ("Tanf One", "Tanf Two", embedded.name, "التنف"):
            assert [each for each in opened.find(name) if each.id == place.id] == [place]
            assert opened.matches(name)[0].name == name
        assert opened.near((38.7, 33.6), 1000) == (place,)
        assert place not in opened.near(embedded.lonlat, 1000)
        (deir,) = opened.find("Dayr az Zawr")
        assert (deir.lat, deir.population) == (10, 271_800)
        assert [each["name"] for each in opened.info()["imports"]] == ["two", "one"]
        with pickle.loads(pickle.dumps(opened)) as copy:  # noqa: S301 - our own
            assert copy.find("Tanf One") == (place,)
    shelf.forget(small.parent, "two")
    with Gazetteer.open(small) as opened:
        assert opened.place("geonames:172344").name == "Tanf One"
    shelf.forget(small.parent, "one")
    with Gazetteer.open(small) as opened:
        assert opened.place("geonames:172344") == embedded
        assert not opened.contains("Tanf One")


def test_namesakes_of_several_gazetteers_are_all_found(small, imported):
    imported("more.csv", "name,lat,lon,population\nSpringfield,1,2,120000\n")
    with Gazetteer.open(small) as opened:
        found = [place.id for place in opened.find("Springfield")]
    assert found == ["geonames:2", "more:1", "geonames:1", "geonames:3", "geonames:7"]


def test_one_id_twice_in_a_file_is_one_place_with_all_its_names(small, imported):
    outcome = imported(
        "SY.txt", dump_row(71, "Amud", alternates="Column") + dump_row(71, "Pillar", alternates="Amud,Column") + dump_row(72, "Tell")
    )
    assert outcome.imported.info["places"] == 2
    with Gazetteer.open(small) as opened:
        for name in ("Amud", "Column", "Pillar"):
            (match,) = opened.matches(name)
            assert (match.place.name, match.name) == ("Amud", name)
        assert {place.name for place in opened.near((38.5, 33.5), 10)} == {"Amud", "Tell"}


def test_forgetting_what_is_not_there(small, imported):
    imported("SY.txt", dump_row(1, "A"))
    with pytest.raises(ChoiceError, match="there is SY"):
        shelf.forget(small.parent, "../SY")


def test_the_same_file_again_is_passed_over(small, imported):
    first = imported("SY.txt", dump_row(1, "A"))
    path = first.imported.path
    before = path.stat().st_ino
    again = imported("SY.txt", dump_row(1, "A") + dump_row(2, "B"))
    assert again.imported.info["places"] == 2
    assert path.stat().st_ino != before
    (unchanged,) = import_files([small.parent.parent / "SY.txt"], small.parent)
    assert unchanged == replace(again, unchanged=True)


@pytest.mark.parametrize("spoil", ["truncated", "other form"])
@pytest.mark.filterwarnings("ignore::ResourceWarning")
def test_a_damaged_import_is_said_not_trusted(small, imported, monkeypatch, spoil):
    path = imported("SY.txt", dump_row(1, "A")).imported.path
    if spoil == "truncated":
        path.write_bytes(path.read_bytes()[:-4096])
    else:
        monkeypatch.setattr(shelf, "form", lambda: "other")
    with pytest.raises(GazetteerError, match=r"'SY' cannot be used.*geomap places forget SY"):
        Gazetteer.open(small)
    monkeypatch.undo()
    shelf.forget(small.parent, "SY")


def dump_of(rows, path):
    path.write_text(
        "".join(
            dump_row(number, f"Amud {number}", number % 90, number % 180, alternates=f"Column {number},عمود {number}")
            for number in range(1, rows + 1)
        ),
        encoding="utf-8",
    )
    return path


@pytest.fixture
def many(tmp_path):
    """A dump of 12 000 rows, two and a half batches: what a process of its own is busy with for a while."""
    return dump_of(12_000, tmp_path / "many.txt")


@pytest.fixture
def some(tmp_path, monkeypatch):
    """A dump of 1 200 rows, and batches a tenth of the usual: what can be stopped in this process at the same places in less time."""
    monkeypatch.setattr(gathering, "_BATCH", gathering._BATCH // 10)
    monkeypatch.setattr(texts, "_TOLD_EACH", texts._TOLD_EACH // 10)
    return dump_of(1_200, tmp_path / "some.txt")


def command(cache, *words):
    environment = {**os.environ, "GEOMAP_CACHE": str(cache)}
    return subprocess.Popen(
        [sys.executable, "-m", "geomap", "places", *map(str, words)],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def unfinished(cache):
    return [path for path in cache.glob(".*") if path.name.startswith((".imported-", ".unfinished-")) and path.suffix != ".sqlite-journal"]


def test_killed_at_any_moment_the_old_import_answers(tmp_path, many):
    cache = tmp_path / "killed"
    old = tmp_path / "old" / "many.txt"
    old.parent.mkdir()
    old.write_text(dump_row(1, "Old Amud"), encoding="utf-8")
    list(import_files([old], cache))
    sizes = []
    for least in (0, 1 << 20, 3 << 20):
        with command(cache, "import", many) as process:
            while process.poll() is None and not any(sizes := [part.stat().st_size > least for part in unfinished(cache)]):
                time.sleep(0.002)
            process.kill()
            process.communicate()
        assert any(sizes), "it ended before it could be killed"
        assert shelf.opened(cache, "many").info["places"] == 1
    with command(cache, "import", many) as process:
        said, _ = process.communicate()
    assert process.returncode == 0
    assert "12000 places" in said
    assert shelf.opened(cache, "many").info["places"] == 12_000
    assert unfinished(cache) == []


def stopped(cache, path, after):
    """An import that the user stops once so some bytes are read."""

    def tell(name, done, total):
        if name == path.name and done >= after * total:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(import_files([path], cache, tell=tell))


@pytest.mark.parametrize("after", [0.1, 0.9])
def test_a_stopped_import_goes_on_and_comes_to_the_same(tmp_path, some, after):
    cache = tmp_path / "stopped"
    stopped(cache, some, after)
    assert shelf.names(cache) == []
    had = shelf.unfinished(cache)["some"]
    assert had == (1_000 if after > 0.5 else 0)
    (outcome,) = import_files([some], cache)
    assert outcome.resumed == had
    assert shelf.unfinished(cache) == {}
    (fresh,) = import_files([some], tmp_path / "fresh")
    assert outcome.imported.path.read_bytes() == fresh.imported.path.read_bytes()


def test_stopped_among_the_other_names(tmp_path, some):
    cache, names = tmp_path / "stopped", tmp_path / "alternateNamesV2.txt"
    names.write_text("".join(f"{number}\t{number}\ten\tPillar {number}\t\t\t\t\n" for number in range(1, 1_201)), encoding="utf-8")

    def tell(name, done, total):
        if name == names.name and done > total / 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(import_files([some, names], cache, tell=tell))
    (outcome,) = import_files([some, names], cache)
    assert outcome.resumed == 1_200
    (fresh,) = import_files([some, names], tmp_path / "fresh")
    assert outcome.imported.path.read_bytes() == fresh.imported.path.read_bytes()


def test_what_a_stopped_import_has_is_not_taken_for_another_file(tmp_path, some):
    cache = tmp_path / "stopped"
    stopped(cache, some, 0.9)
    some.write_text(dump_row(1, "Only Amud"), encoding="utf-8")
    (outcome,) = import_files([some], cache)
    assert (outcome.resumed, outcome.imported.info["places"]) == (0, 1)


@pytest.mark.parametrize("spoil", [b"", b"SQLite format 3\0 and then nothing", b"x" * 5000])
def test_a_damaged_unfinished_import_is_begun_again(tmp_path, some, spoil):
    cache = tmp_path / "stopped"
    stopped(cache, some, 0.9)
    shelf.waiting_path(cache, "some").write_bytes(spoil)
    (outcome,) = import_files([some], cache)
    assert (outcome.resumed, outcome.imported.info["places"]) == (0, 1_200)


def test_a_stopped_import_can_be_forgotten(tmp_path, some):
    cache = tmp_path / "stopped"
    stopped(cache, some, 0.9)
    shelf.forget(cache, "some")
    assert list(cache.glob(".unfinished*")) == []


def test_two_processes_at_once(tmp_path, many):
    cache, other = tmp_path / "both", tmp_path / "other.csv"
    other.write_text("name,lat,lon\nOther,1,2\n", encoding="utf-8")
    running = [command(cache, "import", many), command(cache, "import", other), command(cache, "import", many)]
    said = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0, 0, 0]
    assert sum("imported before" in each for each in said) == 1
    standing = {each.name: each for each in shelf.standing(cache)}
    assert {name: each.info["places"] for name, each in standing.items()} == {"many": 12_000, "other": 1}
    assert sorted(each.order for each in standing.values()) == [1, 2]
    with sqlite3.connect(f"file:{standing['many'].path}?mode=ro", uri=True) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_the_command_says_what_was_left_out(tmp_path):
    table = tmp_path / "own.csv"
    table.write_text("name,lat,lon\nA,1,2\nB,1\n", encoding="utf-8")
    env = {"GEOMAP_CACHE": str(tmp_path / "cache")}
    run = geomap("places", "import", table, env=env)
    assert run.returncode == 3
    assert run.stdout.startswith("own\t1 places\t1 names\t1 rows left out\t")
    assert run.stderr == "own.csv, line 3, column lon: 2 columns, not 3; write as many as the header has\n"
    assert geomap("places", "forget", "own", env=env).returncode == 0
    assert shelf.names(tmp_path / "cache") == []


def test_progress_reaches_the_end(small, some):
    told = []
    list(import_files([some], small.parent, tell=lambda name, done, total: told.append((name, done, total))))
    for name in {name for name, _, _ in told}:
        reported = [done / total for each, done, total in told if each == name]
        assert reported == sorted(reported)
        assert reported[-1] == 1
    assert ("some.txt", some.stat().st_size, some.stat().st_size) in told
    assert told[-1] == ("indexing some", 1, 1)


@pytest.mark.shared
def test_real_rows_are_found_by_all_their_names(small, shared):
    tables = sorted((shared / "eval" / "gazetteers").glob("wof_*.tsv"))
    assert all(outcome.imported.info["left_out"] < 3 for outcome in import_files(tables, small.parent))
    wanted = {"172344": "At Tanf", "6734635": "Al Walid", "167300": "Maqha ash Shuhaymi"}
    with Gazetteer.open(small) as opened:
        for table in tables:
            for line in table.read_text(encoding="utf-8").splitlines():
                fields = line.split("\t")
                if fields[5] in wanted and fields[1] == wanted[fields[5]]:
                    for name in (fields[1], *fields[8].split("|")):
                        assert f"geonames:{fields[5]}" in {place.id for place in opened.find(name)}, name
                    del wanted[fields[5]]
    assert json.dumps(wanted) == "{}"

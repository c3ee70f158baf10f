"""Importing places: GeoNames dumps, tables with a header, and vector files, each to a gazetteer of its own beside the embedded one."""

from __future__ import annotations

import json
import re
import sqlite3
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from geomap.errors import GazetteerError, GeomapError, InputError
from geomap.gazetteer.imports.columns import Columns, tabled_places
from geomap.gazetteer.imports.dumps import dumped_names, dumped_places, is_dump, is_names
from geomap.gazetteer.imports.faults import Faults
from geomap.gazetteer.imports.texts import open_text
from geomap.gazetteer.imports.vectors import vector_places
from geomap.gazetteer.store import shelf
from geomap.gazetteer.store.gathering import Named, discard, gather
from geomap.gazetteer.store.shelf import Imported
from geomap.gazetteer.store.tables import assemble, form, replacing
from geomap.progress import StageProgress, silent

_TEXTS = (".txt", ".csv", ".tsv", ".tab")
_OUTLINES = (".shp", ".geojson", ".gpkg", ".gdb", ".kml", ".json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """How the analyst says that files are to be read."""

    name: str | None = None
    """The column of names, where it is not called so."""
    country: str | None = None
    """ISO 3166-1 alpha-2 code of the country of rows that state none."""
    encoding: str | None = None
    """Of text files; UTF-8, or UTF-16 by its mark, where None."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of one file."""

    imported: Imported
    faults: tuple[str, ...] = ()
    """The rows that were left out, in words."""
    unchanged: bool = False
    """True where the same file had been imported before."""
    resumed: int = 0
    """How many places a run that was stopped had got before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Task:
    """A file to import with the files of alternate names that go with it."""

    path: Path
    sort: str
    others: tuple[Path, ...] = ()


def import_files(
    files: Sequence[Path], folder: Path, *, options: Options | None = None, tell: StageProgress | None = None
) -> Iterator[Outcome]:
    """Import files one after another into gazetteers in a folder; each stands as soon as it is whole, and replaces the last of its name.

    GeoNames' alternate names go with the dumps among the files. A run that was stopped goes on where it was: a file that has been
    imported as it is, is passed over, and of one that was not finished the rows that were gathered are. Raises InputError where a file cannot be used, GazetteerError where the folder cannot.
    """
    options = options or Options()
    tasks = _tasks(files, options)
    for task in tasks:
        with shelf.only_one(folder):
            outcome = _import(task, folder, options, tell or silent)
        yield outcome


def _tasks(files: Sequence[Path], options: Options) -> list[_Task]:
    sorts = {path: _sort(path, options) for path in dict.fromkeys(files)}
    names = tuple(path for path, sort in sorts.items() if sort == "names")
    tasks = [_Task(path=path, sort=sort, others=names if sort == "dump" else ()) for path, sort in sorts.items() if sort != "names"]
    if names and not any(task.others for task in tasks):
        raise InputError("holds other names of places alone", source=names[0].name, mend="import it together with the dump of the places")
    called = [_name(task.path).casefold() for task in tasks]
    for task, name in zip(tasks, called, strict=True):
        if called.count(name) > 1:
            raise InputError(f"is one of several files called {name}", source=str(task.path), mend="give them names of their own")
    return tasks


def _sort(path: Path, options: Options) -> str:
    """What sort of file it is, told by what is in it: dump, names, table or vector. InputError where it cannot be read."""
    if not path.exists():
        raise InputError("is not there", source=str(path))
    if path.is_dir() and path.suffix != ".gdb":
        raise InputError("is a folder", source=str(path), mend="name the files in it")
    if path.suffix.lower() not in (*_TEXTS, ".zip") or _holds_outlines(path):
        return "vector"
    with open_text(path, encoding=options.encoding, on_progress=lambda *_: None) as text:
        head = text.head()
    if not head.strip():
        raise InputError("has an empty first line", source=path.name, mend="begin with a header or the first place")
    return "dump" if is_dump(head) else "names" if is_names(head) else "table"


def _holds_outlines(path: Path) -> bool:
    """Whether an archive holds a vector file."""
    if not zipfile.is_zipfile(path):
        return False
    with zipfile.ZipFile(path) as archive:
        found = [member for member in archive.infolist() if member.filename.lower().endswith(_OUTLINES)]
    for member in found:
        if member.file_size > max(10_000_000, 200 * member.compress_size):
            raise InputError(f"swells to {member.file_size:,} bytes", source=path.name, mend="unpack it yourself if you trust it")
    return bool(found)


def _name(path: Path) -> str:
    """What an import is called: the file's name without its suffix, of letters, digits, dots, lines."""
    return re.sub(r"[^\w.-]", "-", path.stem)[:100] or "places"


def _import(task: _Task, folder: Path, options: Options, tell: StageProgress) -> Outcome:
    name = _name(task.path)
    stamp = _stamp(task, options)
    before = _before(folder, name)
    if before is not None and before.stamp == stamp:
        return Outcome(imported=before, unchanged=True)
    faults: list[Faults] = []
    order = 1 + max((each.order for other in shelf.names(folder) if (each := _before(folder, other))), default=0)

    def about() -> Mapping[str, str]:
        left_out = sum(each.count for each in faults)
        sources = ", ".join(path.name for path in (task.path, *task.others))
        return {"form": form(), "order": str(order), "stamp": stamp, "left_out": str(left_out), "sources": sources}

    waiting = shelf.waiting_path(folder, name)
    places = _some(_places(task, name, options, tell, faults), task.path, faults)
    try:
        resumed = gather(waiting, places, more_names=_other_names(task, options, tell, faults), stamp=f"{form()} {stamp}")
        with replacing(shelf.path_of(folder, name)) as temporary:
            assemble(temporary, waiting, about=about, on_progress=partial(tell, f"indexing {name}"))
    except sqlite3.Error as error:
        discard(waiting)
        raise GazetteerError(f"the places of {task.path.name} cannot be written to {folder}: {error}") from error
    except GeomapError:
        discard(waiting)
        raise
    discard(waiting)
    return Outcome(imported=shelf.opened(folder, name), faults=tuple(line for each in faults for line in each.lines), resumed=resumed)


def _before(folder: Path, name: str) -> Imported | None:
    """What stands under a name, None where nothing does that could be used."""
    try:
        return shelf.opened(folder, name)
    except GazetteerError:
        return None


def _stamp(task: _Task, options: Options) -> str:
    """What tells whether a file has changed since it was imported."""
    stats = [(path.name, path.stat().st_size, path.stat().st_mtime_ns) for path in (task.path, *task.others)]
    return json.dumps([stats, options.name, options.country, options.encoding])


def _places(task: _Task, name: str, options: Options, tell: StageProgress, faults: list[Faults]) -> Iterator[Named]:
    def columns(header: list[str]) -> Columns:
        return Columns(header, source=task.path.name, prefix=name, name=options.name, country=options.country)

    told = partial(tell, task.path.name)
    if task.sort == "vector":
        faults.append(Faults(task.path.name))
        yield from vector_places(task.path, columns, faults[-1], told)
        return
    with open_text(task.path, encoding=options.encoding, on_progress=told) as text:
        faults.append(text.faults)
        yield from dumped_places(text) if task.sort == "dump" else tabled_places(text, columns)


def _some(places: Iterator[Named], path: Path, faults: list[Faults]) -> Iterator[Named]:
    """The places, of which there must be one."""
    first = next(places, None)
    if first is None:
        lines = [line for each in faults for line in each.lines]
        raise InputError(f"has no usable place{': ' + lines[0] if lines else ''}", source=path.name)
    yield first
    yield from places


def _other_names(task: _Task, options: Options, tell: StageProgress, faults: list[Faults]) -> Iterator[tuple[str, str]]:
    with ExitStack() as stack:
        for path in task.others:
            text = stack.enter_context(open_text(path, encoding=options.encoding, on_progress=partial(tell, path.name)))
            faults.append(text.faults)
            yield from dumped_names(text)

"""The gazetteers that were imported: files beside the embedded one, which stand before it, the last imported first."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from geomap.errors import ChoiceError, GazetteerError
from geomap.gazetteer.store.gathering import discard, gathered
from geomap.gazetteer.store.tables import checksum, form

_BEGIN, _END = "imported-", ".sqlite"
_WAITING = ".unfinished-"
_LOCK = ".imports.lock"
PATIENCE_S = 3600
"""So many seconds an import waits for another to end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imported:
    """A gazetteer that was imported."""

    name: str
    """What it is called, after the file that it came from."""
    path: Path
    order: int
    """The higher, the later it was imported."""
    stamp: str
    """What it was made from."""
    info: dict[str, Any]
    """What it holds, for the analyst."""


def path_of(folder: Path, name: str) -> Path:
    """Where an imported gazetteer of a name is kept."""
    return folder / f"{_BEGIN}{name}{_END}"


def waiting_path(folder: Path, name: str) -> Path:
    """Where the rows of an import are gathered until it is whole."""
    return folder / f"{_WAITING}{name}{_END}"


def unfinished(folder: Path) -> dict[str, int]:
    """The imports that were stopped, by name, each with the number of places that it had got so far."""
    found = {path.name[len(_WAITING) : -len(_END)]: gathered(path) for path in sorted(folder.glob(f"{_WAITING}*{_END}"))}
    return {name: count for name, count in found.items() if count is not None}


def names(folder: Path) -> list[str]:
    """The names of all that was imported, whole or not."""
    return sorted(path.name[len(_BEGIN) : -len(_END)] for path in folder.glob(f"{_BEGIN}*{_END}"))


def standing(folder: Path) -> tuple[Imported, ...]:
    """What was imported, the last first: the order in which it is asked.

    Raises GazetteerError where a file is damaged or of another version of geomap, for without it names would mean other places unsaid.
    """
    found = [opened(folder, name) for name in names(folder)]
    return tuple(sorted(found, key=lambda each: (-each.order, each.name)))


def opened(folder: Path, name: str) -> Imported:
    """One imported gazetteer, checked; GazetteerError where it cannot be used."""
    path = path_of(folder, name)
    try:
        with closing(sqlite3.connect(address(path), uri=True)) as connection:
            (seal,) = connection.execute("PRAGMA user_version").fetchone()
            known = dict(connection.execute("SELECT key, value FROM info")) if seal == checksum(path) else None
    except (sqlite3.Error, OSError) as error:
        raise _unusable(name, str(error)) from error
    if known is None:
        raise _unusable(name, "its checksum is not the one it was made with")
    if known.get("form") != form():
        raise _unusable(name, "another version of geomap made it")
    info = {"name": name, "path": str(path), "places": int(known["places"]), "names": int(known["names"])}
    info |= {"kinds": json.loads(known["kinds"]), "left_out": int(known["left_out"]), "sources": known["sources"]}
    return Imported(name=name, path=path, order=int(known["order"]), stamp=known["stamp"], info=info)


def address(path: Path) -> str:
    """The address by which SQLite opens a finished file."""
    return f"{path.resolve().as_uri()}?mode=ro&immutable=1"


def forget(folder: Path, name: str) -> Path:
    """Remove an imported gazetteer, or what a stopped import of that name has gathered, and give the path that it had.

    Raises ChoiceError where there is none of that name.
    """
    with only_one(folder):
        known = sorted({*names(folder), *unfinished(folder)})
        if name not in known:
            raise ChoiceError(f"nothing imported is called {name!r}; there is {', '.join(known) or 'nothing'}")
        path_of(folder, name).unlink(missing_ok=True)
        discard(waiting_path(folder, name))
    return path_of(folder, name)


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Wait until no other process imports, keep others waiting, and clear away what imports that were killed have left.

    The operating system lets go of the lock when a process dies. Raises GazetteerError where it cannot be had.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with closing(sqlite3.connect(folder / _LOCK, isolation_level=None, timeout=1.0)) as lock:
            _take(lock)
            for rubbish in folder.glob(f".{_BEGIN}*.part*"):
                rubbish.unlink(missing_ok=True)
            yield
    except OSError as error:
        raise GazetteerError(f"the gazetteers in {folder} cannot be changed: {error.strerror or error}") from error
    except sqlite3.Error as error:
        raise GazetteerError(f"the gazetteers in {folder} cannot be changed: {error}") from error


def _take(lock: sqlite3.Connection) -> None:
    """Wait for the lock, a second at a time, so that the analyst can stop the waiting."""
    for patience in range(PATIENCE_S, 0, -1):
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as error:
            if patience == 1 or error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
        else:
            return


def _unusable(name: str, reason: str) -> GazetteerError:
    return GazetteerError(
        f"the imported gazetteer {name!r} cannot be used: {reason}; import it again, or remove it with `geomap places forget {name}`"
    )

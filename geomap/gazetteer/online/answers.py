"""Answers of online geocoders, kept: a name is sent once, and its answer stays what it was on the day that it was given.

A SQLite file that several processes may use at once. Every row carries a checksum; one that does not fit is dropped, and a file that is
no database is made anew, since what is lost can be asked again and what is wrong would be believed.
"""

from __future__ import annotations

import hashlib
import json
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import platformdirs

_SCHEMA = "CREATE TABLE IF NOT EXISTS answers (key TEXT PRIMARY KEY, asked TEXT NOT NULL, hits TEXT NOT NULL, checksum TEXT NOT NULL)"
_COLUMNS = ["key", "asked", "hits", "checksum"]
_PATIENCE_S = 30.0
"""How long one process waits for another that is writing."""

Hit = dict[str, Any]
"""One place of an answer as the provider gave it: `address`, `lat`, `lon` and `raw`, all of them fit for JSON."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a provider said to one question; no hits where it knows no such place."""

    hits: tuple[Hit, ...]
    asked: str
    """The day it was asked, UTC, as YYYY-MM-DD."""


def answers_path() -> Path:
    """Where answers are kept: in GEOMAP_CACHE where that is set, else in the user's cache folder."""
    folder = os.environ.get("GEOMAP_CACHE") or platformdirs.user_cache_dir("geomap", appauthor=False)
    return Path(folder) / "answers.sqlite"


class Answers:
    """The answers that are kept. Use it as a context manager, or call `close`.

    It never fails: where the file cannot be used, answers are kept for this run only, and `on_note` is told why.
    """

    def __init__(self, path: Path | None = None, *, on_note: Callable[[str], None] = lambda _: None) -> None:
        self.path = path or answers_path()
        self._note = on_note
        self._connection = self._opened()

    def get(self, key: str) -> Answer | None:
        """The answer to a question; None where it was never asked, or its answer is damaged."""
        try:
            row = self._connection.execute("SELECT asked, hits, checksum FROM answers WHERE key = ?", (key,)).fetchone()
        except sqlite3.OperationalError as error:
            self._give_up(error)
            return None
        except sqlite3.DatabaseError:
            self._rebuild()
            return None
        return _answer(key, *row) if row is not None else None

    def put(self, key: str, answer: Answer) -> None:
        """Keep the answer to a question."""
        hits = json.dumps(answer.hits, ensure_ascii=False, sort_keys=True)
        row = (key, answer.asked, hits, _checksum(key, answer.asked, hits))
        for _ in range(2):
            try:
                with self._connection:
                    self._connection.execute("INSERT OR REPLACE INTO answers VALUES (?, ?, ?, ?)", row)
            except sqlite3.OperationalError as error:
                self._give_up(error)
            except sqlite3.DatabaseError:
                self._rebuild()
            else:
                return

    def close(self) -> None:
        """Close the file."""
        self._connection.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    def _opened(self) -> sqlite3.Connection:
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            return _connected(self.path)
        except (OSError, sqlite3.OperationalError) as error:
            self._note(f"answers are not kept, for {self.path} cannot be used ({error})")
            return _connected(":memory:")
        except sqlite3.DatabaseError:
            return self._made_anew()

    def _give_up(self, error: sqlite3.Error) -> None:
        self._connection.close()
        self._note(f"answers are no longer kept, for {self.path} cannot be used ({error})")
        self._connection = _connected(":memory:")

    def _rebuild(self) -> None:
        self._connection.close()
        self._connection = self._made_anew()

    def _made_anew(self) -> sqlite3.Connection:
        """An empty file in place of the damaged one, put there at a stroke: another process keeps the file that it has open."""
        self._note(f"the kept answers in {self.path} were damaged; they are asked again")
        fresh = self.path.with_name(f"{self.path.name}.{os.getpid()}.new")
        try:
            fresh.unlink(missing_ok=True)
            _connected(fresh).close()
            for suffix in ("-journal", "-wal", "-shm"):
                # What these hold belongs to the damaged file, and would be written into the new one.
                self.path.with_name(self.path.name + suffix).unlink(missing_ok=True)
            fresh.replace(self.path)
            return _connected(self.path)
        except (OSError, sqlite3.Error) as error:
            with suppress(OSError):
                fresh.unlink(missing_ok=True)
            self._note(f"answers are not kept, for {self.path} cannot be used ({error})")
            return _connected(":memory:")


def _connected(path: Path | str) -> sqlite3.Connection:
    connection = sqlite3.connect(path, timeout=_PATIENCE_S)
    try:
        with connection:
            connection.execute(_SCHEMA)
        with closing(connection.execute("PRAGMA table_info(answers)")) as rows:
            if [row[1] for row in rows] != _COLUMNS:
                msg = "its table is another"
                raise sqlite3.DatabaseError(msg)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def _checksum(key: str, asked: str, hits: str) -> str:
    return hashlib.sha256(json.dumps([key, asked, hits]).encode()).hexdigest()


def _answer(key: str, asked: object, hits: object, checksum: object) -> Answer | None:
    if not (isinstance(asked, str) and isinstance(hits, str)) or checksum != _checksum(key, asked, hits):
        return None
    return Answer(hits=tuple(json.loads(hits)), asked=asked)

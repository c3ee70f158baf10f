"""Which files there are, and what is in them."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from geomap.errors import ReportError
from geomap.model import Problem
from geomap.readers.formats import DOCUMENT_SUFFIXES, PARSERS

STDIN = "-"
MAX_BYTES = 50_000_000
"""A file of reports may be this large; a larger one is a mistake or should be split."""

_READABLE = "geomap reads .txt, .md, .html, .pdf, .docx and .jsonl"
_SAVE_AS = "save it as .docx, .pdf or .txt"


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read."""

    path: Path | None
    """None for standard input."""
    name: str
    """The path as given, fit to print."""
    relative: str
    """The path below the folder that was given, or the file's own name."""

    @property
    def suffix(self) -> str:
        """In lower case, with its dot; empty where there is none."""
        return Path(self.relative).suffix.lower()


def printable(name: str) -> str:
    r"""A file's name with undecodable bytes and control characters replaced, so that it can be shown and kept in a file.

    >>> printable("caf\udce9\n.txt")
    'caf��.txt'
    """
    return "".join("\ufffd" if "\ud800" <= char <= "\udfff" or ord(char) < 32 or ord(char) == 127 else char for char in name)


def find_files(source: str) -> Iterator[Found | Problem | str]:
    """The files of one source, in order: files to read, problems, and names (str) that were passed over in a folder."""
    if source == STDIN:
        yield Found(None, STDIN, "stdin")
        return
    path = Path(source)
    name = printable(path.as_posix())
    try:
        mode = path.stat().st_mode
    except (OSError, ValueError) as error:
        yield Problem(source=name, place=None, reason=_why(error), mend=None)
        return
    if stat.S_ISDIR(mode):
        yield from _in_folder(path, name)
    elif path.suffix and path.suffix.lower() not in PARSERS:
        yield _unreadable(name, path.suffix.lower())
    else:
        yield Found(path, name, printable(path.name))


def _in_folder(folder: Path, name: str) -> Iterator[Found | Problem | str]:
    said = False
    for item in _walk(folder, folder, set()):
        said = said or not isinstance(item, str)
        yield item
    if not said:
        yield Problem(source=name, place=None, reason="no report in this folder", mend=_READABLE)


def _walk(folder: Path, top: Path, seen: set[tuple[int, int]]) -> Iterator[Found | Problem | str]:
    """The files under a folder, sorted by name; hidden ones are left out, and no folder is entered twice."""
    try:
        status = folder.stat()
        if (status.st_dev, status.st_ino) in seen:
            return
        seen.add((status.st_dev, status.st_ino))
        with os.scandir(folder) as entries:
            names = sorted(entry.name for entry in entries if not entry.name.startswith(".") and not entry.name.endswith("~"))
    except OSError as error:
        yield Problem(source=printable(folder.as_posix()), place=None, reason=_why(error))
        return
    for entry in names:
        path = folder / entry
        if path.is_dir():
            yield from _walk(path, top, seen)
        else:
            yield _entry(path, printable(path.relative_to(top).as_posix()))


def _entry(path: Path, relative: str) -> Found | Problem | str:
    name = printable(path.as_posix())
    suffix = path.suffix.lower()
    if suffix in PARSERS:
        if not path.exists():
            return Problem(source=name, place=None, reason="the link leads nowhere")
        if not path.is_file():
            return Problem(source=name, place=None, reason="not a regular file")
        return Found(path, name, relative)
    if suffix in DOCUMENT_SUFFIXES:
        return _unreadable(name, suffix)
    return name


def _unreadable(name: str, suffix: str) -> Problem:
    mend = _SAVE_AS if suffix in DOCUMENT_SUFFIXES else _READABLE
    return Problem(source=name, place=None, reason=f"geomap does not read {printable(suffix)} files", mend=mend)


def load(found: Found) -> bytes:
    """What is in a file; raises ReportError."""
    try:
        if found.path is None:
            data = sys.stdin.buffer.read(MAX_BYTES + 1)
        else:
            with found.path.open("rb") as file:
                data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise ReportError(_why(error), source=found.name) from None
    if len(data) > MAX_BYTES:
        raise ReportError(f"larger than {MAX_BYTES // 1_000_000} MB", source=found.name, mend="split it")
    return data


def _why(error: OSError | ValueError) -> str:
    """An error of the file system in plain words."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder"
    if isinstance(error, PermissionError):
        return "may not be read by you"
    if isinstance(error, OSError) and error.strerror:
        return f"cannot be read ({error.strerror[:1].lower() + error.strerror[1:]})"
    return "cannot be a file's name"


def sources_of(sources: Sequence[str | os.PathLike[str]]) -> tuple[str, ...]:
    """Sources as strings."""
    return tuple(os.fspath(source) for source in sources)

"""Which files there are, and what text is in them."""

from __future__ import annotations

import codecs
import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from geomap.errors import ReportError
from geomap.model import Problem
from geomap.readers.formats import BY_LINE, DOCUMENT_SUFFIXES, PARSERS

STDIN = "-"
MAX_BYTES = 50_000_000
"""A file of reports may be this large; a larger one is a mistake or should be split."""

_READABLE = "geomap reads .txt, .md and .jsonl"
_BOMS = (
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
    (codecs.BOM_UTF8, "utf-8-sig"),
)


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
        yield Problem(source=name, place=None, reason="not a kind of report that geomap reads", mend=_READABLE)
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
        return Problem(source=name, place=None, reason="not a kind of report that geomap reads", mend=_READABLE)
    return name


def load(found: Found) -> str:
    """The text of a file as it is, decoded; line ends are not translated, so offsets count what is in the file.

    UTF-8, with a byte order mark or without, and UTF-16 or UTF-32 with one; the mark itself is no part of the text.
    Raises ReportError.
    """
    return decode(_bytes(found), found.name, by_line=found.suffix in BY_LINE)


def _bytes(found: Found) -> bytes:
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


def decode(data: bytes, source: str, *, by_line: bool = False) -> str:
    """Bytes as text; raises ReportError naming the first byte that is none.

    With `by_line` such bytes become lone surrogates, so that the parser can refuse their lines alone.
    """
    if not data:
        raise ReportError("the file is empty", source=source)
    encoding = next((name for mark, name in _BOMS if data.startswith(mark)), "utf-8")
    if encoding.startswith("utf-8") and b"\0" in data:
        raise ReportError("this is no text: it holds NUL bytes", source=source, mend="save it as plain text in UTF-8")
    try:
        return data.decode(encoding, "surrogateescape" if by_line and encoding.startswith("utf-8") else "strict")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        place = f"line {line}" if encoding.startswith("utf-8") else None
        offset = error.start + (len(codecs.BOM_UTF8) if encoding == "utf-8-sig" else 0)
        reason = f"byte {offset} (0x{data[offset]:02x}) is not {encoding.removesuffix('-sig').upper()}"
        raise ReportError(reason, source=source, place=place, mend="save it as UTF-8") from None


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

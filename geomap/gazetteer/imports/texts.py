"""Text files that are imported, plain or in a ZIP archive: streamed line by line, whatever their length, encoding and honesty."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from geomap.errors import InputError
from geomap.gazetteer.imports.faults import Faults, RowError
from geomap.gazetteer.store.tables import Progress

LONGEST = 1 << 20
"""A longer line, in characters, is no row of a table."""
_TOLD_EACH = 5000
"""Lines between two words of progress."""
_SWOLLEN = 200
"""Text does not shrink by more than this: what does was made to fill the disk."""
_SMALL = 10_000_000
_SIDE_FILES = re.compile(r"(?i)(?:^|/)(?:readme[^/]*|iso-languagecodes[^/]*|\.[^/]*)$|^__MACOSX/|/$")
"""What lies in an archive beside the table."""
_STRAY = re.compile("[\0\udc80-\udcff]")
"""What no text has: NUL, and bytes that the encoding could not make sense of."""
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(slots=True)
class Text:
    """An open text file."""

    name: str
    stream: IO[str]
    counted: IO[bytes]
    """Where the bytes come from; its position is the progress."""
    size: int
    """Bytes in all."""
    faults: Faults
    on_progress: Progress
    number: int = 0
    """The number of the last line that was read."""
    _head: str | None = None

    def head(self) -> str:
        """The first line, which `lines` gives again; empty where there is none.

        Raises InputError where it shows that the file is no text.
        """
        if self._head is None:
            self._head = self._read()
            if "\0" in self._head or len(self._head) > LONGEST:
                raise InputError("is no table", source=self.name, mend="give a GeoNames dump, CSV or TSV with a header, or a vector file")
        return self._head.rstrip("\r\n")

    def lines(self) -> Iterator[str]:
        """The lines with their ends; those that are no text are left out as faults."""
        self.head()
        line = self._head or ""
        while line:
            self.number += 1
            if len(line) > LONGEST:
                while line and not line.endswith("\n"):
                    line = self._read()
                self._fault(1, f"is longer than {LONGEST} characters", "put each place on a line of its own")
            elif not line.isascii() and (stray := _STRAY.search(line)):
                self._fault(stray.start() + 1, "is not in the file's encoding", "save the file as UTF-8, or name its --encoding")
            elif "\0" in line:
                self._fault(line.index("\0") + 1, "has a NUL character", "take it out")
            else:
                yield line
            if self.number % _TOLD_EACH == 0:
                self.on_progress(self.counted.tell(), self.size)
            line = self._read()
        self.on_progress(self.size, self.size)

    def _fault(self, column: int, reason: str, mend: str) -> None:
        self.faults.add(f"line {self.number}", RowError(str(column), reason, mend))

    def _read(self) -> str:
        try:
            return self.stream.readline(LONGEST + 1)
        except UnicodeError as error:
            reason = f"is not in its encoding after line {self.number}: {error.reason if isinstance(error, UnicodeDecodeError) else error}"
            raise InputError(reason, source=self.name, mend="save the file as UTF-8, or name its --encoding") from error
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            raise InputError(f"cannot be read after line {self.number}: {error}", source=self.name, mend="fetch it again") from error


@contextmanager
def open_text(path: Path, *, encoding: str | None = None, on_progress: Progress) -> Iterator[Text]:
    """Open a text file, or the one table in a ZIP archive.

    The encoding is UTF-8, or UTF-16 by its mark, unless it is named. Raises InputError where the file cannot be read, is an archive of
    several tables, or was made to swell.
    """
    with ExitStack() as stack:
        try:
            opened: IO[bytes] = stack.enter_context(path.open("rb"))
            name, size = path.name, path.stat().st_size
            if zipfile.is_zipfile(opened):
                archive = stack.enter_context(zipfile.ZipFile(opened))
                member = table_in(archive, path.name)
                name, size = f"{path.name}/{member.filename}", member.file_size
                opened = stack.enter_context(archive.open(member))
            else:
                opened.seek(0)
            start = opened.read(2)
            opened.seek(0)
            spoken = encoding or ("utf-16" if start in _UTF16 else "utf-8-sig")
            stream = io.TextIOWrapper(opened, encoding=spoken, errors="strict" if "16" in spoken else "surrogateescape", newline="\n")
        except LookupError:
            raise InputError(f"{encoding!r} is no encoding", source=path.name, mend="name one such as utf-8 or cp1256") from None
        except (OSError, zipfile.BadZipFile, RuntimeError, NotImplementedError, zlib.error) as error:
            reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
            raise InputError(f"cannot be read: {reason}", source=path.name) from error
        stack.enter_context(stream)
        yield Text(name, stream, opened, size, Faults(name), on_progress)


def table_in(archive: zipfile.ZipFile, name: str) -> zipfile.ZipInfo:
    """The one file of an archive that is a table; InputError where there is none, several, or one that was made to swell."""
    members = [member for member in archive.infolist() if not _SIDE_FILES.search(member.filename)]
    if len(members) != 1:
        raise InputError(f"holds {len(members)} files", source=name, mend="unpack it and name the table")
    (member,) = members
    if member.file_size > max(_SMALL, _SWOLLEN * member.compress_size):
        raise InputError(
            f"swells to {member.file_size:,} bytes from {member.compress_size:,}", source=name, mend="unpack it yourself if you trust it"
        )
    return member

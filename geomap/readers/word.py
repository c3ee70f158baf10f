"""Word documents: their paragraphs and tables, in order."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import TYPE_CHECKING

from geomap.errors import ReportError
from geomap.readers.drafts import Parsed, draft_of

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import Table

_MOST_BYTES = 200_000_000
"""A document that unpacks to more than this is a mistake or a bomb."""


def parse_word(data: bytes, source: str) -> Parsed:
    """A .docx document: one report, a blank line between paragraphs, a line a table's row; headers, footers and notes are left out.

    Its title is that of its properties; the day of its making is not that of publication, and not taken. Raises ReportError.
    """
    import docx  # noqa: PLC0415  (slow to import)

    if not data:
        raise ReportError("the file is empty", source=source)
    _refuse_bombs(data, source)
    try:
        document = docx.Document(io.BytesIO(data))
        text = "\n\n".join(_blocks(document))
        title = " ".join((document.core_properties.title or "").split())
    except Exception:  # noqa: BLE001  (a malformed package makes the library raise nearly anything)
        raise _unreadable(source) from None
    if not text.strip():
        raise ReportError("the document has no text", source=source, mend="if its pages are pictures, run OCR over it first")
    return Parsed(drafts=(draft_of(text + "\n", source, {"title": title} if title else {}),))


def _unreadable(source: str) -> ReportError:
    return ReportError("this is no Word document that can be read", source=source, mend="open it in a word processor and save it as .docx")


def _refuse_bombs(data: bytes, source: str) -> None:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            size = sum(item.file_size for item in package.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError):
        raise _unreadable(source) from None
    if size > _MOST_BYTES:
        raise ReportError(f"unpacks to more than {_MOST_BYTES // 1_000_000} MB", source=source, mend="save its text alone")


def _blocks(document: Document) -> Iterator[str]:
    """The paragraphs and tables that are not empty."""
    from docx.table import Table  # noqa: PLC0415  (slow to import)

    for block in document.iter_inner_content():
        text = "\n".join(_rows(block)) if isinstance(block, Table) else block.text.strip()
        if text:
            yield text


def _rows(table: Table) -> Iterator[str]:
    """The rows of a table; a cell that is merged over several counts once."""
    for row in table.rows:
        cells: list[str] = []
        last: object = None
        for cell in row.cells:
            if cell._tc is not last:  # noqa: SLF001  (the only mark of a merged cell)
                cells.append(" ".join(cell.text.split()))
            last = cell._tc  # noqa: SLF001
        if any(cells):
            yield "| " + " | ".join(cells) + " |"

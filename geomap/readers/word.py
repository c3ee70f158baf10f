"""Word documents: the text that a reader sees, by mammoth."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

from geomap.errors import ReportError
from geomap.readers.blocks import to_text
from geomap.readers.documents import Parsed, document_of

if TYPE_CHECKING:
    from mammoth.images import Image

_MOST_BYTES = 15_000_000
"""A document whose markup unpacks to more than this is a mistake or a bomb."""
_PROPERTIES = "docProps/core.xml"
_TITLE = "{http://purl.org/dc/elements/1.1/}title"
_OLD = b"\xd0\xcf\x11\xe0"
"""How files of Word before 2007 begin, and files that are encrypted."""


def parse_word(data: bytes, source: str) -> Parsed:
    """A .docx document: one report, a blank line between paragraphs, a line a table's row, notes at its end.

    Text that was inserted with tracked changes is read, deleted text, comments, headers and footers are not. Its title is that of its
    properties; the day of its making is not that of publication, and not taken. Raises ReportError.
    """
    if not data:
        raise ReportError("the file is empty", source=source)
    if data.startswith(_OLD):
        raise ReportError("the document is encrypted, or older than .docx", source=source, mend="save it as .docx without a password")
    title = _title(data, source)
    from lxml import html  # noqa: PLC0415  (slow to import)
    from mammoth import convert_to_html  # noqa: PLC0415  (slow to import)

    try:
        page = convert_to_html(io.BytesIO(data), convert_image=_no_image).value
        text = to_text(html.fragment_fromstring(page, create_parent="div", parser=html.HTMLParser(huge_tree=True)))
    except Exception:  # noqa: BLE001  (a malformed package makes the library raise nearly anything)
        raise _unreadable(source) from None
    if not text.strip():
        raise ReportError("the document has no text", source=source, mend="if its pages are pictures, run OCR over it first")
    return Parsed(documents=(document_of(text, source, {"title": title} if title else {}),))


def _no_image(_: Image) -> list[object]:
    """Nothing in place of a picture."""
    return []


def _unreadable(source: str) -> ReportError:
    return ReportError("this is no Word document that can be read", source=source, mend="open it in a word processor and save it as .docx")


def _title(data: bytes, source: str) -> str:
    """The title of the properties; raises ReportError for what is no package of parts, or unpacks to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            sizes = {item.filename: item.file_size for item in package.infolist() if item.filename.endswith((".xml", ".rels"))}
            small = sum(sizes.values()) <= _MOST_BYTES
            properties = package.read(_PROPERTIES) if small and _PROPERTIES in sizes else b""
    except Exception:  # noqa: BLE001  (a malformed package makes zipfile raise nearly anything)
        raise _unreadable(source) from None
    if not small:
        raise ReportError(f"unpacks to more than {_MOST_BYTES // 1_000_000} MB", source=source, mend="save its text alone")
    if b"<!" in properties:  # a document type, which could hold a bomb and has no place here
        return ""
    try:
        found = ET.fromstring(properties).findtext(_TITLE)  # noqa: S314  (it holds no document type)
    except ET.ParseError:
        return ""
    return " ".join((found or "").split())

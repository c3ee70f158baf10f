"""Documents made by hand for the tests: PDF files with a text layer, without one, or encrypted by name only; Word documents."""

from __future__ import annotations

import io
from collections.abc import Sequence

import docx

PageLines = Sequence[tuple[float, str]]
"""Lines of a page with the height of their feet, in points from the bottom."""


def pdf(pages: Sequence[PageLines], *, title: str | None = None, left: float = 72.0, size: float = 11.0) -> bytes:
    """A PDF file of one font, as small as can be."""
    objects = ["<< /Type /Catalog /Pages 2 0 R >>", "", "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"]
    kids = []
    for lines in pages:
        shown = "".join(f"BT /F1 {size} Tf {left} {height} Td ({_escaped(words)}) Tj ET\n" for height, words in lines)
        objects.append(f"<< /Length {len(shown.encode('cp1252'))} >>\nstream\n{shown}endstream")
        kids.append(f"{len(objects) + 1} 0 R")
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(objects)} 0 R /Resources << /Font << /F1 3 0 R >> >> >>"
        )
    objects[1] = f"<< /Type /Pages /Count {len(kids)} /Kids [{' '.join(kids)}] >>"
    objects.append(f"<< /CreationDate (D:20190101000000Z) /Title ({_escaped(title or '')}) >>")
    return pdf_of(objects, info=len(objects))


def _escaped(words: str) -> str:
    return words.replace("\\", r"\\").replace("(", r"\(").replace(")", r"\)")


def pdf_of(objects: Sequence[str], *, info: int) -> bytes:
    """A PDF file of objects, the first of them the catalogue."""
    out = io.BytesIO(b"")
    out.write(b"%PDF-1.4\n")
    places = []
    for number, body in enumerate(objects, start=1):
        places.append(out.tell())
        out.write(f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252"))
    start = out.tell()
    out.write(f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n".encode())
    out.writelines(f"{place:010d} 00000 n \n".encode() for place in places)
    out.write(f"trailer << /Size {len(objects) + 1} /Root 1 0 R /Info {info} 0 R >>\nstartxref\n{start}\n%%EOF\n".encode())
    return out.getvalue()


def column(text: str, *, top: float = 720.0, pitch: float = 14.0, gap: float = 28.0) -> list[tuple[float, str]]:
    """Lines set down a page, a wider gap where the text has a blank line."""
    lines: list[tuple[float, str]] = []
    height = top
    for row in text.splitlines():
        if row:
            lines.append((height, row))
        height -= pitch if row else gap - pitch
    return lines


def word(*paragraphs: str, table: Sequence[Sequence[str]] = (), title: str = "") -> bytes:
    """A Word document."""
    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if table:
        grid = document.add_table(rows=len(table), cols=len(table[0]))
        for row, cells in zip(grid.rows, table, strict=True):
            for cell, words in zip(row.cells, cells, strict=True):
                cell.text = words
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()

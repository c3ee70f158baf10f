"""The text layer of a PDF file, by PDFium; run as a program of its own, for a file can be made to cost any time and memory, or to crash.

Reads the file on standard input, takes as many seconds of computing as its argument allows, and prints one JSON object: the title of the properties, and the lines of each page with where they
stand; or `error`, with what is wrong. Needs nothing of geomap, so that it starts fast.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

LOCKED, MALFORMED, TOO_LONG = "locked", "malformed", "too long"
"""What can be wrong with a file."""

_MOST_PAGES = 5000
_MOST_CHARS = 20_000_000
_MOST_MEMORY = 2 << 30
_WIDE_GAP = 1.5
"""A gap in a line so many times the height of its letters parts the cells of a table."""
_MOST_RECTS = 200
BREAKS = ("\u0002", "\ufffe")
"""What PDFium writes, in place of a hyphen and the line end after it, where a word goes on in the next line."""
_RAW_LINE = re.compile("(?P<text>[^\r\n\u0002\ufffe]*)(?P<end>\r\n|[\r\n\u0002\ufffe]|$)")
_LIGATURES = str.maketrans({"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"})
_CONTROLS = re.compile("[\0-\x08\x0b\x0e-\x1f\x7f-\x9f\ufeff\ufffd\ufffe\uffff]")

Json = dict[str, Any]


def read_layer(data: bytes) -> Json:
    """The title, and a list of lines a page: words, left, right, bottom and height in points from the page's lower left corner."""
    import pypdfium2  # noqa: PLC0415  (slow to import)

    try:
        with pypdfium2.PdfDocument(data) as document:
            if len(document) > _MOST_PAGES:
                return {"error": TOO_LONG}
            pages: list[list[list[Any]]] = []
            size = 0
            for page in document:
                pages.append(list(_lines(page)))
                page.close()
                size += sum(len(line[0]) for line in pages[-1])
                if size > _MOST_CHARS:
                    return {"error": TOO_LONG}
            return {"title": document.get_metadata_dict().get("Title") or "", "pages": pages}
    except pypdfium2.PdfiumError as error:
        locked = "password" in str(error).lower() or "security" in str(error).lower()
        return {"error": LOCKED if locked else MALFORMED}


def _lines(page: PdfPage) -> Iterator[list[Any]]:
    """The lines of a page that are not blank, in the order of its content."""
    layer = page.get_textpage()
    final = layer.count_chars() - 1  # the text may have a few characters more or less than the layer
    index = 0
    for match in _RAW_LINE.finditer(layer.get_text_range()):
        raw = match["text"]
        if raw.strip():
            start = min(index + len(raw) - len(raw.lstrip()), final)
            last = min(max(start, index + _units(raw.rstrip()) - 1), final)
            left, bottom, _, top = layer.get_charbox(start, loose=True)
            right = layer.get_charbox(last)[2]
            words = _clean(raw) if match["end"] in BREAKS else _cells(layer, start, last, top - bottom) or _clean(raw)
            broken = match["end"] if match["end"] in BREAKS else ""
            if words:
                yield [words + broken, round(left, 2), round(right, 2), round(bottom, 2), round(top - bottom, 2)]
        index += _units(match[0])
    layer.close()


def _cells(layer: PdfTextPage, start: int, last: int, height: float) -> str:
    """A line with wide gaps in it, as a row of cells; empty where it has none."""
    count = layer.count_rects(start, last - start + 1)
    if not 1 < count <= _MOST_RECTS:
        return ""
    cells: list[list[str]] = []
    end = 0.0
    for at in range(count):
        left, bottom, right, top = layer.get_rect(at)
        words = _clean(layer.get_text_bounded(left, bottom, right, top))
        if not cells or left - end > _WIDE_GAP * height:
            cells.append([])
        cells[-1].append(words)
        end = right
    filled = [" ".join(filter(None, cell)) for cell in cells if any(cell)]
    return f"| {' | '.join(filled)} |" if len(filled) > 1 else ""


def _clean(raw: str) -> str:
    return " ".join(_CONTROLS.sub("", raw).translate(_LIGATURES).split())


def _units(text: str) -> int:
    """The length in UTF-16, as PDFium counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _limit(cpu_s: int) -> None:
    """Bound the time and memory of this process, where the system can."""
    try:
        import resource  # noqa: PLC0415  (not on Windows)
    except ImportError:
        return
    for what, most in ((resource.RLIMIT_CPU, cpu_s), (resource.RLIMIT_AS, _MOST_MEMORY), (resource.RLIMIT_CORE, 0)):
        try:
            resource.setrlimit(what, (most, most))
        except (ValueError, OSError):
            continue


if __name__ == "__main__":
    _limit(int(sys.argv[1]))
    sys.stdout.write(json.dumps(read_layer(sys.stdin.buffer.read())))

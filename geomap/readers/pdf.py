"""PDF files: the text layer, put together into paragraphs again by where its lines stand on the page."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from geomap.errors import ReportError
from geomap.readers.drafts import Parsed, draft_of

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument, PdfPage

_MOST_PAGES = 5000
_MOST_CHARS = 20_000_000
_EDGE_LINES = 3
"""Lines at the top and at the bottom of a page that may be a running head or a page's number."""
_WIDE_GAP = 1.45
"""A gap so many times the usual pitch of lines parts paragraphs."""
_FULL = 0.8
"""A line that reaches this share of the page's longest goes on in the next."""
_LISTED = 10
_BREAKS = ("\u0002", "\ufffe")
"""What PDFium writes, in place of a hyphen and the line end after it, where a word goes on in the next line."""
_HYPHENS = ("-", "\u2010", "\u00ad", *_BREAKS)
_RAW_LINE = re.compile("(?P<text>[^\r\n\u0002\ufffe]*)(?P<end>\r\n|[\r\n\u0002\ufffe]|$)")
_PAGE_NUMBER = re.compile(r"(?:page\s?)?[-–—|]?\s?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?\s?[-–—|]?", re.IGNORECASE)
_ITEM = re.compile(r"[•●▪◦‣*·–—-]\s|\(?\d{1,2}[.)]\s")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ENDS = (".", "!", "?", ":", "…", '."', ".”", ".)", ".’", "?”", '?"')


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of a page, in points from its lower left corner."""

    text: str
    right: float
    bottom: float
    height: float


def parse_pdf(data: bytes, source: str) -> Parsed:
    """A PDF file with a text layer: one report, a blank line between paragraphs; running heads and page numbers are left out.

    Its title is that of its properties; the day of its making is not that of publication, and not taken. Raises ReportError for a file
    that is encrypted or malformed, and for one whose pages are pictures.
    """
    import pypdfium2  # noqa: PLC0415  (slow to import)

    if not data:
        raise ReportError("the file is empty", source=source)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise _unreadable(source, str(error)) from None
    try:
        pages = _pages(document, source)
        title = " ".join((document.get_metadata_dict().get("Title") or "").split())
    except pypdfium2.PdfiumError as error:
        raise _unreadable(source, str(error)) from None
    finally:
        document.close()
    empty = [number for number, lines in enumerate(pages, start=1) if not lines]
    if len(empty) == len(pages):
        raise ReportError(
            "the file has no text layer: its pages are pictures", source=source, mend="run OCR over it first, as with ocrmypdf"
        )
    text = _joined(_without_running_heads(pages))
    stated = {"title": title} if _is_title(title, text) else {}
    notes = (f"{source}: no text layer on {_listed(empty)}",) if empty else ()
    return Parsed(drafts=(draft_of(text, source, stated),), notes=notes)


def _unreadable(source: str, words: str) -> ReportError:
    if "password" in words.lower() or "security" in words.lower():
        return ReportError("the file is encrypted", source=source, mend="save it without a password")
    return ReportError("this is no PDF file that can be read", source=source, mend="open it in a viewer and save or print it as PDF again")


def _is_title(title: str, text: str) -> bool:
    """Whether the properties' title is one: programs like to put a file's name there. One that the text repeats near its top is."""
    return bool(title) and title.casefold() in " ".join(text[:3000].split()).casefold()


def _listed(numbers: Sequence[int]) -> str:
    words = ", ".join(map(str, numbers[:_LISTED])) + (f" and {len(numbers) - _LISTED} more" if len(numbers) > _LISTED else "")
    return f"page {words}" if len(numbers) == 1 else f"pages {words}"


def _pages(document: PdfDocument, source: str) -> list[list[_Line]]:
    if len(document) > _MOST_PAGES:
        raise ReportError(f"more than {_MOST_PAGES} pages", source=source, mend="split it")
    pages: list[list[_Line]] = []
    size = 0
    for page in document:
        lines = list(_lines(page))
        size += sum(len(line.text) for line in lines)
        if size > _MOST_CHARS:
            raise ReportError(f"more than {_MOST_CHARS // 1_000_000} million characters", source=source, mend="split it")
        pages.append(lines)
        page.close()
    return pages


def _lines(page: PdfPage) -> Iterator[_Line]:
    """The lines of a page that are not blank, in the order of its content."""
    layer = page.get_textpage()
    final = layer.count_chars() - 1  # the text may have a few characters more or less than the layer
    index = 0
    for match in _RAW_LINE.finditer(layer.get_text_range()):
        raw = match["text"]
        text = " ".join(raw.split())
        if text:
            start = index + len(raw) - len(raw.lstrip())
            last = index + _units(raw.rstrip()) - 1
            _, bottom, _, top = layer.get_charbox(min(start, final), loose=True)
            right = layer.get_charbox(min(max(start, last), final))[2]
            broken = match["end"] if match["end"] in _BREAKS else ""
            yield _Line(text + broken, right, bottom, top - bottom)
        index += _units(match[0])
    layer.close()


def _units(text: str) -> int:
    """The length in UTF-16, as PDFium counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _without_running_heads(pages: list[list[_Line]]) -> list[list[_Line]]:
    """The pages without the lines at their edges that come on most pages, and without page numbers."""
    edges = [_edges(lines) for lines in pages]
    counts = Counter(key for lines in edges for key in {_key(line) for line in lines})
    often = max(2, (len(pages) + 1) // 2)
    running = {key for key, count in counts.items() if count >= often}
    return [
        [line for line in lines if not (line in edge and (_key(line) in running or _PAGE_NUMBER.fullmatch(line.text)))]
        for lines, edge in zip(pages, edges, strict=True)
    ]


def _edges(lines: list[_Line]) -> list[_Line]:
    """The highest and the lowest lines of a page."""
    ordered = sorted(lines, key=lambda line: line.bottom)
    return [*ordered[:_EDGE_LINES], *ordered[max(_EDGE_LINES, len(ordered) - _EDGE_LINES) :]]


def _key(line: _Line) -> tuple[str, int]:
    """The words of a line with its figures made equal, and its height on the page in steps of ten points."""
    return re.sub(r"\d+", "0", line.text), round(line.bottom / 10)


def _joined(pages: list[list[_Line]]) -> str:
    """The lines as paragraphs."""
    words = Counter(word.lower() for lines in pages for line in lines for word in _WORD.findall(line.text))
    parts: list[str] = []
    previous: _Line | None = None
    for lines in pages:
        pitch = _pitch(lines)
        width = max((line.right for line in lines), default=0.0)
        for at, line in enumerate(lines):
            if previous is not None and _goes_on(previous, line, pitch=pitch, width=width, new_page=at == 0):
                parts[-1] = _with_line(parts[-1], line.text, words)
            else:
                parts.append(line.text)
            previous = line
    return "\n\n".join(re.sub("[\u0002\ufffe]", "-", part).replace("\u00ad", "") for part in parts) + "\n"


def _pitch(lines: list[_Line]) -> float:
    """The distance between the feet of lines of one paragraph: the lower quartile, for short pages have as many gaps."""
    steps = [one.bottom - two.bottom for one, two in pairwise(lines) if 0 < one.bottom - two.bottom < 4 * one.height]
    return sorted(steps)[len(steps) // 4] if steps else 0.0


def _goes_on(previous: _Line, line: _Line, *, pitch: float, width: float, new_page: bool) -> bool:
    """Whether a line belongs to the paragraph of the one before it."""
    if _ITEM.match(line.text):
        return False
    ended = previous.text.endswith(_ENDS)
    step = previous.bottom - line.bottom
    if new_page or step <= 0:  # the next page or column
        return not ended and (line.text[:1].islower() or previous.text[-1] in _HYPHENS or previous.right >= _FULL * width)
    if abs(line.height - previous.height) > 0.2 * max(line.height, previous.height):  # a heading in larger letters
        return False
    if pitch and step > _WIDE_GAP * pitch:
        return False
    return not (ended and previous.right < _FULL * width)


def _with_line(part: str, line: str, words: Counter[str]) -> str:
    """A paragraph with a further line, a word that was broken between them made whole."""
    if part[-1] not in _HYPHENS or len(part) < 2 or part[-2].isspace():
        return f"{part} {line}"
    before, after = re.search(r"[^\W\d_]*$", part[:-1]), re.match(r"[^\W\d_]*", line)
    left, right = before[0] if before else "", after[0] if after else ""
    if not left or not line[0].islower() or (part[-1] != "\u00ad" and _is_compound(left, right, words)):
        return f"{part[:-1]}-{line}"
    return part[:-1] + line


def _is_compound(left: str, right: str, words: Counter[str]) -> bool:
    """Whether a hyphen at the end of a line belongs to the word: both parts are words elsewhere, and the whole is none."""
    whole = words[(left + right).lower()]
    return not whole and words[left.lower()] > 1 and words[right.lower()] > 1

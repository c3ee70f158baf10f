"""The lines of a PDF file's pages put together into paragraphs again, by where they stand."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from geomap.readers.pdf_layer import BREAKS

_EDGE_LINES = 3
"""Lines at the top and at the bottom of a page that may be a running head or a page's number."""
_WIDE_GAP = 1.45
"""A gap so many times the usual pitch of lines parts paragraphs."""
_COLUMN = 30.0
"""Lines that begin within so many points of each other stand in one column."""
_NEAR_EDGE = 0.12
_RUNNING_LINES = 3
"""So many lines that reach a column's edge are running text."""
_LONG = 40
"""A line of so many characters that reaches the edge is running text."""
_HYPHENS = ("-", "\u2010", "\u00ad", *BREAKS)
_PAGE_NUMBER = re.compile(r"(?:page\s?)?[-–—|]?\s?\d{1,4}(?:\s?(?:of|/)\s?\d{1,4})?\s?[-–—|]?", re.IGNORECASE)
_ITEM = re.compile(r"[•●▪◦‣*·–—-]\s|\(?\d{1,2}[.)]\s")
_WORD = re.compile(r"[^\W\d_]{2,}")
_ENDS = (".", "!", "?", ":", "…", '."', ".”", ".)", ".’", "?”", '?"')
_SPACE, _LINE, _PARAGRAPH = " ", "\n", "\n\n"
"""What stands between two lines: nothing but a space; a line end, where it is not plain; a blank line."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page, in points from its lower left corner."""

    text: str
    left: float
    right: float
    bottom: float
    height: float


class _Page:
    """How the lines of a page are set."""

    def __init__(self, lines: Sequence[Line]) -> None:
        steps = sorted(one.bottom - two.bottom for one, two in pairwise(lines) if 0 < one.bottom - two.bottom < 4 * one.height)
        self.pitch = steps[len(steps) // 4] if steps else 0.0
        """The distance between the feet of lines of one paragraph: the lower quartile, for short pages have as many gaps."""
        widths = sorted((line.right - line.left) / len(line.text) for line in lines if line.right > line.left)
        self.letter = widths[len(widths) // 2] if widths else 0.0
        """The width of a letter."""
        self._rights: dict[int, list[float]] = {}
        for line in lines:
            self._rights.setdefault(round(line.left / _COLUMN), []).append(line.right)
        self._edges = {at: max(right for near in (at - 1, at, at + 1) for right in self._rights.get(near, ())) for at in self._rights}

    def fills(self, line: Line, following: Line) -> bool:
        """Whether the first word of the following line had no room in this one."""
        word = following.text.split(None, 1)[0]
        return line.right + (len(word) + 1) * self.letter > self._edges.get(round(line.left / _COLUMN), line.right)

    def is_running(self, line: Line) -> bool:
        """Whether a line is of running text, rather than the longest of a few short ones."""
        if len(line.text) >= _LONG:
            return True
        at = round(line.left / _COLUMN)
        edge = self._edges.get(at, line.right)
        return sum(right >= edge - _NEAR_EDGE * (edge - line.left) for right in self._rights.get(at, ())) >= _RUNNING_LINES


def paragraphs(pages: Sequence[Sequence[Line]]) -> str:
    """The lines as paragraphs, a blank line between them; running heads stand once, at the end, and page numbers not at all."""
    kept, heads = _without_running_heads(pages)
    words = Counter(word.lower() for lines in kept for line in lines for word in _WORD.findall(line.text))
    parts: list[str] = []
    previous: tuple[Line, _Page] | None = None
    for lines in kept:
        page = _Page(lines)
        for line in lines:
            joint = _PARAGRAPH if previous is None else _joint(previous, line, page)
            if joint == _SPACE:
                parts[-1] = _with_line(parts[-1], line.text, words)
            elif joint == _LINE:
                parts += ["\n", line.text]
            else:
                parts += ["\n\n", line.text] if parts else [line.text]
            previous = line, page
    text = "".join(parts) + "".join(f"\n\n{head.text}" for head in heads)
    return re.sub("[\u0002\ufffe]", "-", text).replace("\u00ad", "").strip() + "\n"


def _joint(before: tuple[Line, _Page], line: Line, page: _Page) -> str:
    """What stands between two lines."""
    previous, old_page = before
    if _ITEM.match(line.text):
        return _PARAGRAPH
    full = old_page.fills(previous, line)
    ended = previous.text.endswith(_ENDS)
    goes_on = _is_cut(previous, line) or (full and old_page.is_running(previous))
    if page is not old_page or previous.bottom <= line.bottom:  # the next page or column
        return _SPACE if goes_on and not ended else _PARAGRAPH
    if _is_apart(previous, line, page.pitch) or (ended and not full):
        return _PARAGRAPH
    return _SPACE if goes_on and not (_is_row(previous) or _is_row(line)) else _LINE


def _is_cut(previous: Line, line: Line) -> bool:
    """Whether two lines show that a sentence or word is cut between them: by a small letter, or by a hyphen after one."""
    return line.text[0].islower() or (previous.text[-1] in _HYPHENS and previous.text[-2:-1].strip() != "")


def _is_apart(previous: Line, line: Line, pitch: float) -> bool:
    """Whether a line is further below the one before it than usual, or one of them is a heading in larger letters."""
    if abs(line.height - previous.height) > 0.2 * max(line.height, previous.height):
        return True
    return pitch > 0 and previous.bottom - line.bottom > _WIDE_GAP * pitch


def _is_row(line: Line) -> bool:
    return line.text.startswith("| ")


def _without_running_heads(pages: Sequence[Sequence[Line]]) -> tuple[list[list[Line]], list[Line]]:
    """The pages without page numbers and without the lines at their edges that come on most pages, and the first of each of these lines."""
    edges = [_edges(lines) for lines in pages]
    counts = Counter(key for edge in edges for key in {_key(line) for line in edge})
    often = max(2, (len(pages) + 1) // 2)
    heads: dict[tuple[str, int], Line] = {}
    kept: list[list[Line]] = []
    for lines, edge in zip(pages, edges, strict=True):
        kept.append([])
        for line in lines:
            if line not in edge or not (_PAGE_NUMBER.fullmatch(line.text) or counts[_key(line)] >= often):
                kept[-1].append(line)
            elif _PAGE_NUMBER.fullmatch(line.text) is None:
                heads.setdefault(_key(line), line)
    return kept, list(heads.values())


def _edges(lines: Sequence[Line]) -> list[Line]:
    """The highest and the lowest lines of a page."""
    ordered = sorted(lines, key=lambda line: line.bottom)
    return [*ordered[:_EDGE_LINES], *ordered[max(_EDGE_LINES, len(ordered) - _EDGE_LINES) :]]


def _key(line: Line) -> tuple[str, int]:
    """The words of a line with its figures made equal, and its height on the page in steps of ten points."""
    return re.sub(r"\d+", "0", line.text), round(line.bottom / 10)


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

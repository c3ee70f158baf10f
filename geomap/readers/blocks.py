"""From a tree of marked-up text to plain text: a blank line between paragraphs, a line a table's row."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_BLOCKS = frozenset(
    """address article aside blockquote body caption center dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5
    h6 head header hr html legend li main nav ol p pre section summary table tbody tfoot thead title ul item list quote""".split()
)
"""Elements that stand apart, in HTML and in trafilatura's trees."""
_UNSEEN = frozenset("script style template noscript svg math iframe object select button textarea input audio video canvas".split())
_ROWS = frozenset(("tr", "row"))
_CELLS = frozenset(("td", "th", "cell"))
_BREAKS = frozenset(("br", "lb"))
_LONGEST_CELL = 300
"""A longer cell is a part of the page's layout rather than of a table."""


@dataclass(slots=True)
class _Flow:
    """Paragraphs in the making: of the page, or of one cell."""

    blocks: list[str] = field(default_factory=list)
    words: list[str] = field(default_factory=list)
    cells: list[list[str]] = field(default_factory=list)
    """The blocks of each cell of the row at hand."""
    in_table: bool = False
    """Whether the last block is a table's row, which the next row joins."""

    def end_block(self) -> None:
        """Close the paragraph; its line breaks are kept, other space is one space."""
        lines = [" ".join(line.split()) for line in "".join(self.words).split("\n")]
        self.words.clear()
        text = "\n".join(lines).strip("\n")
        if text:
            self.blocks += [part for part in text.split("\n\n") if part]
            self.in_table = False

    def end_row(self) -> None:
        """Close the row: one line where its cells are short, else its cells one by one."""
        self.end_block()
        cells, self.cells = [cell for cell in self.cells if cell], []
        if not cells:
            return
        layout = any(sum(map(len, cell)) > _LONGEST_CELL or any(block.startswith("| ") for block in cell) for cell in cells)
        if len(cells) == 1 or layout:
            self.blocks += [block for cell in cells for block in cell]
            self.in_table = False
            return
        row = "| " + " | ".join(" ".join(" ".join(cell).split()) for cell in cells) + " |"
        if self.in_table:
            row = f"{self.blocks.pop()}\n{row}"
        self.blocks.append(row)
        self.in_table = True


def to_text(root: _Element) -> str:
    r"""The text of a tree, in reading order; empty where it has no words.

    >>> from lxml import html
    >>> to_text(html.fromstring("<div><h1>Aground</h1><p>Five km<br>off <b>Mola</b>.</p><table><tr><td>Arvo<td>2 km</table></div>"))
    'Aground\n\nFive km\noff Mola.\n\n| Arvo | 2 km |\n'
    """
    flows = [_Flow()]
    for event, element, tag in _walk(root):
        flow = flows[-1]
        if event == "start":
            if tag in _CELLS:
                flow.end_block()
                flow = _Flow()
                flows.append(flow)
            elif tag in _BLOCKS or tag in _ROWS:
                flow.end_block()
                flow.in_table &= tag in _ROWS or tag == "tbody"
            elif tag in _BREAKS:
                flow.words.append("\n")
            flow.words.append(_flat(element.text))
            continue
        if tag in _CELLS:
            flow.end_row()
            flow.end_block()
            flows.pop()
            flows[-1].cells.append(flow.blocks)
        elif tag in _ROWS:
            flow.end_row()
        elif tag in _BLOCKS:
            flow.end_block()
    flows[0].end_row()
    return "\n\n".join(flows[0].blocks) + "\n" if flows[0].blocks else ""


def _walk(root: _Element) -> Iterator[tuple[str, _Element | _Tail, str]]:
    """Start and end of each element that is seen, with its name; the text after an element comes as one without a name."""
    from lxml import etree  # noqa: PLC0415  (slow to import)

    unseen = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        tag = element.tag if isinstance(element.tag, str) else ""
        tag = tag.rpartition("}")[2].lower()
        hidden = tag in _UNSEEN
        unseen += (event == "start") * hidden
        if not unseen and tag:
            yield event, element, tag
        unseen -= (event == "end") * hidden
        if event != "start" and not unseen and element is not root and element.tail:
            yield "start", _Tail(element.tail), ""


@dataclass(slots=True)
class _Tail:
    """The text after an element."""

    text: str


def _flat(text: str | None) -> str:
    """Text in which line ends are but spaces, as a page shows it."""
    return (text or "").replace("\r", " ").replace("\n", " ")

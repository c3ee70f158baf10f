"""Web pages: the main text without the clutter round it, by trafilatura, and what the page states of itself."""

from __future__ import annotations

import logging
import re
from typing import TYPE_CHECKING

from geomap.errors import ReportError
from geomap.readers.drafts import Parsed, draft_of
from geomap.readers.encodings import decode
from geomap.readers.page_metadata import stated_by

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_BYTES = 20_000_000
_HEAD_BYTES = 4096
"""A page declares its encoding within so many bytes."""
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{1,40})|encoding\s{0,5}=\s{0,5}["']([\w.:-]{1,40})""", re.IGNORECASE
)


def parse_html(data: bytes, source: str) -> Parsed:
    """A web page: one report. Its text is the headline and the main text, a blank line between paragraphs, a line a table's row.

    Menus, captions, comments and the like are left out. Title, publisher, day of publication and address are what the page's own
    metadata say. Raises ReportError for a page without words.
    """
    if len(data) > _MOST_BYTES:
        raise ReportError(f"a web page larger than {_MOST_BYTES // 1_000_000} MB", source=source, mend="save its text alone")
    found = decode(data, source, declared=_declared(data))
    tree = _tree(found.text)
    if tree is None:
        raise ReportError("this is no web page: it has no elements", source=source, mend="save it as .txt if it is plain text")
    stated = stated_by(tree)
    text = _main_text(tree)
    if not text.strip():
        raise ReportError(
            "the page has no text of its own", source=source, mend="save the page as the browser shows it, for scripts are not run"
        )
    return Parsed(drafts=(draft_of(_with_title(text, stated.get("title")), source, stated),), notes=(found.note,) if found.note else ())


def _declared(data: bytes) -> str | None:
    """The encoding that a page declares in its head."""
    match = _DECLARED.search(data[:_HEAD_BYTES])
    return (match[1] or match[2]).decode("ascii") if match else None


def _tree(text: str) -> HtmlElement | None:
    from lxml import etree, html  # noqa: PLC0415  (slow to import)

    # The parser refuses a text that also declares an encoding; huge trees stay forbidden, so that nesting is bounded.
    plain = re.sub(r"^\s{0,1000}<\?xml[^>]{0,1000}>", "", text, count=1)
    parser = html.HTMLParser(encoding="utf-8", recover=True, huge_tree=False)
    try:
        tree = html.document_fromstring(plain.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None
    return tree if isinstance(tree.tag, str) else None


def _main_text(tree: HtmlElement) -> str:
    """The main text; that of the whole page where no part of it stands out."""
    import trafilatura  # noqa: PLC0415  (slow to import)

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    main = trafilatura.extract(tree, include_comments=False, include_tables=True, deduplicate=False, output_format="txt")
    return _paragraphs(main or "")


def _paragraphs(text: str) -> str:
    """A line a paragraph becomes a blank line between paragraphs; the rows of a table stay together."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    parts: list[str] = []
    for line in lines:
        if not line or re.fullmatch(r"[|\s-]+", line):
            continue
        together = parts and line.startswith("|") and parts[-1].rpartition("\n")[2].startswith("|")
        parts.append(f"{parts.pop()}\n{line}" if together else line)
    return "\n\n".join(parts) + "\n" if parts else ""


def _with_title(text: str, title: str | None) -> str:
    """The text with the headline over it, which may hold claims as well."""
    if title is None or title in text[: 2 * len(title) + 200]:
        return text
    return f"{title}\n\n{text}"

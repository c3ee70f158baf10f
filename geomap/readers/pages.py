"""Web pages: the main text without the clutter round it, by trafilatura, and what the page states of itself."""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from geomap.errors import ReportError
from geomap.readers.blocks import to_text
from geomap.readers.documents import Parsed, document_as_stated
from geomap.readers.encodings import decode_page
from geomap.readers.page_metadata import headline, stated_by

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MOST_BYTES = 20_000_000
_MOST_ELEMENTS = 50_000
"""A page of more is a list or a log; to look for its main text would take too long."""
_MOST_ATTRIBUTES = 3_000
"""The parser's time grows with the square of one element's attributes."""
_HEAD_BYTES = 4096
"""A page declares its encoding within so many bytes."""
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w.:-]{1,40})|encoding\s{0,5}=\s{0,5}["']([\w.:-]{1,40})""", re.IGNORECASE
)
_ATTRIBUTE = r"""[\s/]++[^\s<>/="']++(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>]++))?+"""
_LOADED_TAG = re.compile(rf"<[A-Za-z][^\s<>/]*+(?:{_ATTRIBUTE}){{{_MOST_ATTRIBUTES}}}")


def parse_html(data: bytes, source: str) -> Parsed:
    """A web page: one report. Its text is the headline and the main text, a blank line between paragraphs, a line a table's row.

    Menus, captions, comments and the like are left out. Title, publisher, day of publication and address are what the page's own
    metadata say. Raises ReportError for a page without words.
    """
    if len(data) > _MOST_BYTES:
        raise ReportError(f"a web page larger than {_MOST_BYTES // 1_000_000} MB", source=source, mend="save its text alone")
    found = decode_page(data, source, _declared(data))
    if _LOADED_TAG.search(found.text):
        raise ReportError(f"an element has more than {_MOST_ATTRIBUTES} attributes", source=source, mend="save the page's text alone")
    tree, notes = _tree(found.text, source)
    page = stated_by(tree)
    title = headline(tree)
    text = _main_text(tree)
    if not text:
        text = to_text(_tree(found.text, source)[0])
        notes += (f"{source}: no part of the page stands out as its main text; all of it is read",) if text else ()
    if not text.strip():
        raise ReportError(
            "the page has no text of its own", source=source, mend="save the page as the browser shows it, for scripts are not run"
        )
    notes = (*((found.note,) if found.note else ()), *(f"{source}: {words}" for words in page.notes), *notes)
    return Parsed(documents=(document_as_stated(_with_headline(text, title), source, page.fields),), notes=notes)


def _declared(data: bytes) -> str | None:
    """The encoding that a page declares in its head."""
    match = _DECLARED.search(data[:_HEAD_BYTES])
    return (match[1] or match[2]).decode("ascii") if match else None


def _tree(text: str, source: str) -> tuple[HtmlElement, tuple[str, ...]]:
    """The page as a tree, and a note where the parser gave up on its depth; raises ReportError where there is none."""
    from lxml import etree, html  # noqa: PLC0415  (slow to import)

    # The parser refuses a text that also declares an encoding.
    plain = re.sub(r"^\s{0,1000}<\?xml[^>]{0,1000}>", "", text, count=1)
    parser = html.HTMLParser(encoding="utf-8", recover=True, huge_tree=True)
    try:
        tree = html.document_fromstring(plain.encode("utf-8", "replace"), parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        tree = None
    if tree is None or not isinstance(tree.tag, str):
        raise ReportError("this is no web page: it has no elements", source=source, mend="save it as .txt if it is plain text")
    too_deep = any(entry.type_name == "ERR_RESOURCE_LIMIT" or "depth" in entry.message.lower() for entry in parser.error_log)
    return tree, (f"{source}: nested so deeply that the rest of the page is not read",) if too_deep else ()


def _main_text(tree: HtmlElement) -> str:
    """The main text; empty where no part of the page stands out. It changes the tree."""
    if sum(1 for _ in tree.iter()) > _MOST_ELEMENTS:
        return ""
    import trafilatura  # noqa: PLC0415  (slow to import)

    with _quiet():
        try:
            found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=True, deduplicate=False, with_metadata=False)
        except Exception:  # noqa: BLE001  (a hostile page can make the library raise nearly anything, a RecursionError for one)
            return ""
    return "" if found is None or isinstance(found, dict) or found.body is None else to_text(found.body)


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep the library's log lines and warnings to itself, for as long as it works."""
    logger = logging.getLogger("trafilatura")
    level = logger.level
    logger.setLevel(logging.CRITICAL + 1)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        logger.setLevel(level)


def _with_headline(text: str, title: str | None) -> str:
    """The text with the headline over it, which may hold claims as well."""
    if title is None or title.casefold() in " ".join(text[: 2 * len(title) + 300].split()).casefold():
        return text
    return f"{title}\n\n{text}"

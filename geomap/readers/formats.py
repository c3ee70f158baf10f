"""The kinds of report that can be read, one parser each, in one table.

A parser turns a file's bytes into documents, problems and notes. To teach geomap another kind, write a parser and enter its suffix in `PARSERS`.
"""

from __future__ import annotations

import codecs
import json
import re
from collections.abc import Callable, Mapping

import yaml

from geomap.errors import ReportError
from geomap.model import Problem
from geomap.readers.documents import FIELDS, Document, Parsed, document_of, stated_day
from geomap.readers.encodings import Decoded, decode, decode_lines
from geomap.readers.pages import parse_html
from geomap.readers.pdf import parse_pdf
from geomap.readers.word import parse_word

_FRONT_MATTER_CHARS = 65_536
_FRONT_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_SNIFFED = 1024
_HTML = re.compile(rb"<(?:!doctype[ \t\r\n]+html|html|\?xml[^>]{0,200}>\s{0,20}<(?:!doctype[ \t\r\n]+html|html))", re.IGNORECASE)
_LISTED_LINES = 20
"""Broken lines of one file that are listed one by one; the rest is counted."""


Parser = Callable[[bytes, str], Parsed]
"""From a file's bytes and its name to what is in it; raises ReportError where nothing can be read."""


def parse_text(data: bytes, source: str) -> Parsed:
    """Plain text: one report, with what its head says of it."""
    found = decode(data, source)
    return Parsed(documents=(document_of(found.text, source, {}),), notes=_notes(found))


def parse_markdown(data: bytes, source: str) -> Parsed:
    """Markdown, with YAML front matter or without; the report's text is what follows the front matter, unchanged."""
    found = decode(data, source)
    head, body = _split_front_matter(found.text, source)
    return Parsed(documents=(document_of(body, source, head),), notes=_notes(found))


def _notes(found: Decoded) -> tuple[str, ...]:
    return (found.note,) if found.note else ()


def parse_json_lines(data: bytes, source: str) -> Parsed:
    """JSON lines in UTF-8: one report a line; a broken line is a problem, and the others are read."""
    text = decode_lines(data, source)
    documents: list[Document] = []
    problems: list[Problem] = []
    broken = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            documents.append(_from_json(line, source, f"line {number}"))
        except ReportError as error:
            broken += 1
            if broken <= _LISTED_LINES:
                problems.append(problem_of(error, source))
    if broken > _LISTED_LINES:
        problems.append(Problem(source=source, place=None, reason=f"{broken - _LISTED_LINES} further lines cannot be read either"))
    if not documents and not problems:
        raise ReportError("the file is empty", source=source)
    return Parsed(documents=tuple(documents), problems=tuple(problems))


PARSERS: Mapping[str, Parser] = {
    ".txt": parse_text,
    ".text": parse_text,
    ".md": parse_markdown,
    ".markdown": parse_markdown,
    ".jsonl": parse_json_lines,
    ".ndjson": parse_json_lines,
    ".html": parse_html,
    ".htm": parse_html,
    ".xhtml": parse_html,
    ".pdf": parse_pdf,
    ".docx": parse_word,
}
"""By suffix, lower case."""

DOCUMENT_SUFFIXES = frozenset(
    {
        ".mht",
        ".mhtml",
        ".webarchive",
        ".doc",
        ".docm",
        ".odt",
        ".rtf",
        ".epub",
        ".eml",
        ".msg",
        ".pages",
        ".rst",
        ".tex",
    }
)
"""Suffixes of files that may well be reports although geomap cannot read them: in a folder they are said, not passed over."""


def parse_unnamed(data: bytes, source: str) -> Parsed:
    """A document whose name does not tell its kind, as from standard input, by its first bytes or its first line."""
    if data.startswith(b"%PDF-"):
        return parse_pdf(data, source)
    if data.startswith(b"PK\x03\x04"):
        return parse_word(data, source)
    head = data[:_SNIFFED].lstrip(b"\xef\xbb\xbf \t\r\n")
    if _HTML.match(head):
        return parse_html(data, source)
    if head.startswith(b"{") and _is_report_object(data):
        return parse_json_lines(data, source)
    return parse_markdown(data, source) if data.removeprefix(codecs.BOM_UTF8).startswith(b"---") else parse_text(data, source)


def problem_of(error: ReportError, source: str) -> Problem:
    """An error as a record to be listed."""
    return Problem(source=error.source or source, place=error.place, reason=error.reason, mend=error.mend)


def _is_report_object(data: bytes) -> bool:
    """Whether the first line is a JSON object with a text."""
    try:
        found = json.loads(data.removeprefix(codecs.BOM_UTF8).lstrip().split(b"\n", 1)[0])
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and "text" in found


def _split_front_matter(text: str, source: str) -> tuple[dict[str, str], str]:
    """The front matter's fields, and the text after it."""
    opening = re.match(r"---[ \t]*\r?\n", text)
    if opening is None:
        return {}, text
    closing = _FRONT_END.search(text, opening.end(), opening.end() + _FRONT_MATTER_CHARS)
    if closing is None:
        if re.match(r"[A-Za-z_]+[ \t]*:", text[opening.end() : opening.end() + 80]) is None:
            return {}, text  # a rule across the page
        raise ReportError("the front matter has no end", source=source, place="line 1", mend="close it with a line of three hyphens")
    head = text[opening.end() : closing.start()]
    return _front_matter(head, source), text[closing.end() :]


def _front_matter(head: str, source: str) -> dict[str, str]:
    """The fields as written: every value is a string, so that a title of figures stays one."""
    try:
        found = yaml.load(head, Loader=yaml.BaseLoader)  # it makes strings, lists and mappings, and nothing else
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        reason = f"the front matter is malformed: {error.problem or error.context}"
        raise ReportError(
            reason, source=source, place=f"line {mark.line + 2}" if mark else None, mend="write it as `key: value` lines"
        ) from None
    except (yaml.YAMLError, RecursionError, ValueError):
        raise ReportError("the front matter is malformed", source=source, place="line 2", mend="write it as `key: value` lines") from None
    if found in (None, ""):
        return {}
    if not isinstance(found, dict):
        raise ReportError("the front matter is malformed: no keys", source=source, place="line 2", mend="write it as `key: value` lines")
    return _stated(found, source, _line_of(head))


def _line_of(head: str) -> Callable[[str], str | None]:
    """A function from a key to its line in the file."""

    def place(key: str) -> str | None:
        for number, line in enumerate(head.splitlines(), start=2):
            if line.lstrip().startswith(key):
                return f"line {number}"
        return None

    return place


def _stated(found: Mapping[object, object], source: str, place: Callable[[str], str | None]) -> dict[str, str]:
    """The known fields that have a value, as strings."""
    stated: dict[str, str] = {}
    for key in FIELDS:
        value = found.get(key)
        if isinstance(value, int) and not isinstance(value, bool) and key == "id":
            value = str(value)
        if value is None or value in ("", "~", "null"):
            continue
        if not isinstance(value, str):
            raise ReportError(f"`{key}` is no text", source=source, place=place(key), mend="write one plain value")
        _refuse_half_characters(key, value, source, place(key))
        if key == "published":
            stated_day(value, source, place(key))
        stated[key] = " ".join(value.split()) if key in ("title", "publisher") else value.strip()
    return {key: value for key, value in stated.items() if value}


def _refuse_half_characters(key: str, value: str, source: str, place: str | None) -> None:
    """A lone surrogate is half of a character; no file can hold it."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise ReportError(f"`{key}` holds half a character (a lone surrogate)", source=source, place=place) from None


def _from_json(line: str, source: str, place: str) -> Document:
    if not line.isascii() and any("\ud800" <= char <= "\udfff" for char in line):
        raise ReportError("not UTF-8", source=source, place=place, mend="save it as UTF-8")
    try:
        found = json.loads(line)
    except (ValueError, RecursionError) as error:
        reason = (
            f"not JSON: {error.msg} at column {error.colno}" if isinstance(error, json.JSONDecodeError) else "not JSON that can be read"
        )
        raise ReportError(reason, source=source, place=place) from None
    if not isinstance(found, dict):
        raise ReportError("not a JSON object", source=source, place=place, mend='write {"id": …, "text": …}')
    text = found.get("text")
    if not isinstance(text, str):
        raise ReportError("no `text`", source=source, place=place, mend='write {"id": …, "text": …}')
    _refuse_half_characters("text", text, source, place)
    return document_of(text, source, _stated(found, source, lambda _: place), place)

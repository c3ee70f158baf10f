"""The kinds of report that can be read, one parser each, in one table.

A parser turns decoded text into drafts and problems. To teach geomap another kind, write a parser and enter its suffix in `PARSERS`.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import yaml

from geomap.errors import ReportError
from geomap.model import Problem
from geomap.readers.dates import parse_day_in_any_language
from geomap.readers.metadata import find_metadata

FIELDS = ("id", "title", "publisher", "published", "url")
"""What front matter and JSON objects may say of a report; other keys are let be."""

_FRONT_MATTER_CHARS = 65_536
_FRONT_END = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.MULTILINE)
_LISTED_LINES = 20
"""Broken lines of one file that are listed one by one; the rest is counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A report that has no final id yet."""

    source: str
    """The path as given."""
    place: str | None = None
    """Where in the file: "line 3"."""
    id: str | None = None
    """The id that the document itself states."""
    text: str
    title: str | None = None
    publisher: str | None = None
    published: dt.date | None = None
    url: str | None = None


Parsed = tuple[tuple[Draft, ...], tuple[Problem, ...]]
Parser = Callable[[str, str], Parsed]
"""From the decoded text and the source's name to what is in it; raises ReportError where nothing can be read."""


def parse_text(text: str, source: str) -> Parsed:
    """Plain text: one report, with what its head says of it."""
    return (_draft(text, source, {}),), ()


def parse_markdown(text: str, source: str) -> Parsed:
    """Markdown, with YAML front matter or without; the report's text is what follows the front matter, unchanged."""
    head, body = _split_front_matter(text, source)
    return (_draft(body, source, head),), ()


def parse_json_lines(text: str, source: str) -> Parsed:
    """JSON lines: one report a line; a broken line is a problem, and the others are read."""
    drafts: list[Draft] = []
    problems: list[Problem] = []
    broken = 0
    for number, line in enumerate(text.split("\n"), start=1):
        if not line.strip():
            continue
        try:
            drafts.append(_from_json(line, source, f"line {number}"))
        except ReportError as error:
            broken += 1
            if broken <= _LISTED_LINES:
                problems.append(problem_of(error, source))
    if broken > _LISTED_LINES:
        problems.append(Problem(source=source, place=None, reason=f"{broken - _LISTED_LINES} further lines cannot be read either"))
    if not drafts and not problems:
        raise ReportError("the file is empty", source=source)
    return tuple(drafts), tuple(problems)


PARSERS: Mapping[str, Parser] = {
    ".txt": parse_text,
    ".text": parse_text,
    ".md": parse_markdown,
    ".markdown": parse_markdown,
    ".jsonl": parse_json_lines,
    ".ndjson": parse_json_lines,
}
"""By suffix, lower case."""

BY_LINE = frozenset({".jsonl", ".ndjson"})
"""Suffixes of files whose lines stand for themselves: one wrongly encoded line does not spoil the others."""

DOCUMENT_SUFFIXES = frozenset(
    {
        ".html",
        ".htm",
        ".xhtml",
        ".mht",
        ".mhtml",
        ".pdf",
        ".doc",
        ".docx",
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


def parse_unnamed(text: str, source: str) -> Parsed:
    """Text without a file name, as from standard input: JSON lines, front matter or plain text, by its first line."""
    first = text.lstrip().split("\n", 1)[0]
    if first.startswith("{") and _is_report_object(first):
        return parse_json_lines(text, source)
    return parse_markdown(text, source) if text.startswith("---") else parse_text(text, source)


def problem_of(error: ReportError, source: str) -> Problem:
    """An error as a record to be listed."""
    return Problem(source=error.source or source, place=error.place, reason=error.reason, mend=error.mend)


def _is_report_object(line: str) -> bool:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and "text" in found


def _draft(text: str, source: str, stated: Mapping[str, str], place: str | None = None) -> Draft:
    """A draft from a text and what is stated of it; the gaps are filled from the text's own head."""
    if not text.strip():
        raise ReportError("the report is empty", source=source, place=place)
    if "\0" in text:
        raise ReportError("this is no text: it holds NUL characters", source=source, place=place, mend="save it as plain text in UTF-8")
    found = find_metadata(text)
    return Draft(
        source=source,
        place=place,
        id=stated.get("id"),
        text=text,
        title=stated.get("title") or found.title,
        publisher=stated.get("publisher") or found.publisher,
        published=_stated_day(stated["published"], source, place) if "published" in stated else found.published,
        url=stated.get("url"),
    )


def _stated_day(words: str, source: str, place: str | None) -> dt.date:
    day = parse_day_in_any_language(words)
    if day is None:
        raise ReportError(
            f"`published` is no day of the calendar: {words[:40]!r}", source=source, place=place, mend="write it as YYYY-MM-DD"
        )
    return day


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
        found = yaml.load(head, Loader=yaml.BaseLoader)  # noqa: S506 - makes strings, lists and mappings, and nothing else
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
            _stated_day(value, source, place(key))
        stated[key] = " ".join(value.split()) if key in ("title", "publisher") else value.strip()
    return {key: value for key, value in stated.items() if value}


def _refuse_half_characters(key: str, value: str, source: str, place: str | None) -> None:
    """A lone surrogate is half of a character; no file can hold it."""
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        raise ReportError(f"`{key}` holds half a character (a lone surrogate)", source=source, place=place) from None


def _from_json(line: str, source: str, place: str) -> Draft:
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
    return _draft(text, source, _stated(found, source, lambda _: place), place)

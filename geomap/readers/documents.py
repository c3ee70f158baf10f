"""A document as it was read, a report in the making: its text, and what it states of itself."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace

from geomap.errors import ReportError
from geomap.language.calendar.dates import parse_day_in_any_language
from geomap.model import Problem
from geomap.readers.metadata import find_metadata

FIELDS = ("id", "title", "publisher", "published", "url")
"""What front matter, JSON objects and web pages may say of a report; other keys are let be."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A document as it was read: a report that has no final id yet."""

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Parsed:
    """What is in a file."""

    documents: tuple[Document, ...] = ()
    problems: tuple[Problem, ...] = ()
    """Parts that could not be read."""
    notes: tuple[str, ...] = ()
    """What the user should know of how it was read, a line each."""


def document_of(text: str, source: str, stated: Mapping[str, str], place: str | None = None) -> Document:
    """A document from a text and what is stated of it; the gaps are filled from the text's own head.

    Raises ReportError for a text without words, and for a stated day that is none.
    """
    document = document_as_stated(text, source, stated, place)
    found = find_metadata(text)
    return replace(
        document,
        title=document.title or found.title,
        publisher=document.publisher or found.publisher,
        published=document.published or found.published,
    )


def document_as_stated(text: str, source: str, stated: Mapping[str, str], place: str | None = None) -> Document:
    """A document from a text and what is stated of it, and nothing else; raises ReportError as `document_of` does."""
    if not text.strip():
        raise ReportError("the report is empty", source=source, place=place)
    if "\0" in text:
        raise ReportError("this is no text: it holds NUL characters", source=source, place=place, mend="save it as plain text in UTF-8")
    return Document(
        source=source,
        place=place,
        id=stated.get("id"),
        text=text,
        title=stated.get("title"),
        publisher=stated.get("publisher"),
        published=stated_day(stated["published"], source, place) if "published" in stated else None,
        url=stated.get("url"),
    )


def stated_day(words: str, source: str, place: str | None) -> dt.date:
    """The day that `published` states; raises ReportError where it is none."""
    day = parse_day_in_any_language(words)
    if day is None:
        raise ReportError(
            f"`published` is no day of the calendar: {words[:40]!r}", source=source, place=place, mend="write it as YYYY-MM-DD"
        )
    return day

"""Title, publisher and day of publication, where they stand in plain text with the clutter of the web around them.

Only the head of a document is looked at, and only lines that hold nothing else are believed: a headline, a byline, a dateline. What
is not found stays None; nothing is inferred from the story itself.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geomap.language.calendar.dates import DAY_PATTERN, parse_day
from geomap.language.words import AGENCIES, MASTHEADS, PRESS_NOUNS, WEEKDAYS

_HEAD_LINES = 14
"""How many lines that are not blank belong to the head."""
_HEAD_CHARS = 6000
_LONGEST_LINE = 240
"""A longer line is a paragraph."""
_HEADLINE_WORDS = 25
_STOPS = (*".,;:…)", '."', ".”", ".’", ".'")
"""What no headline ends with."""

_LINK = re.compile(r"!?\[([^\[\]\n]{0,200})\]\([^()\n]{0,500}\)")
_MARKS = re.compile(r"[*_`]{1,3}|^#{1,6}[ \t]|[ \t]#{1,6}$")
_LABEL = r"(?:first[ \t])?(?:published|posted|publication[ \t]date|date[ \t]published|date|issued|released)(?:[ \t](?:on|at))?[ \t]{0,3}:?[ \t]{1,3}"
_LABELLED_DAY = re.compile(rf"{_LABEL}(?P<day>{DAY_PATTERN})", re.IGNORECASE)
_NAME_THEN_DAY = re.compile(rf"(?P<name>[^\n]{{2,80}}?)[ \t]{{0,3}}[,|·•–—-]?[ \t]{{0,3}}\b(?P<day>{DAY_PATTERN})", re.IGNORECASE)
_DAY_THEN_NAME = re.compile(rf"(?P<day>{DAY_PATTERN})[ \t]{{0,3}}[,|·•–—-][ \t]{{0,3}}(?P<name>[^\n]{{2,80}})", re.IGNORECASE)
_DAY_ALONE = re.compile(rf"(?P<day>{DAY_PATTERN})", re.IGNORECASE)
_LABELLED_NAME = re.compile(r"(?:publisher|published[ \t]by|source)[ \t]{0,3}:?[ \t]{1,3}(?P<name>[^\n]{2,80})", re.IGNORECASE)
_AGENCY_DATELINE = re.compile(rf"[A-Z][^\n()]{{1,60}}\((?P<name>(?i:{'|'.join(sorted(AGENCIES))}))\)[ \t]{{0,3}}[-–—:]")
_BYLINE = re.compile(r"by[ \t]+\S", re.IGNORECASE)
_CLUTTER = re.compile(
    r"(?:by|from|region|theme|topics?|tags?|category|categories|filed under|in-depth report|share|print|photo|image|source|updated|last updated"
    r"|published|posted|date|skip to|menu|home|subscribe|sign in|log in|advertisement|read more|copyright|©)\b[ \t:]",
    re.IGNORECASE,
)

_PUBLISHER_WORDS = AGENCIES | MASTHEADS | PRESS_NOUNS
"""A name beside a date is a publisher's if one of these is in it; else it may be a town's or an author's, and is left alone."""
_DOMAIN = re.compile(r"(?:[a-z0-9-]{1,40}\.){1,3}(?:com|org|net|info|news|gov|int|mil|edu|io|co|[a-z]{2})", re.IGNORECASE)
_PUBLISHER_PHRASES = ("Associated Press", "Agence France-Presse", "Voice of America", "Deutsche Welle", "Radio Free Europe")


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What a document says of itself; None where it does not."""

    title: str | None = None
    publisher: str | None = None
    published: dt.date | None = None


def find_metadata(text: str) -> Metadata:
    r"""Title, publisher and day of publication from the head of a document.

    Of several dates the first in the head is taken, which is the document's own where a reprint also names its original's.

    >>> found = find_metadata("Ferry runs aground\n\nBy A. Writer\n\nHarbour News, May 3, 2021\n\nA ferry ran aground off Mola.")
    >>> found.title, found.publisher, found.published.isoformat()
    ('Ferry runs aground', 'Harbour News', '2021-05-03')
    """
    lines = tuple(_head(text))
    published, publisher = _dated_line(lines)
    return Metadata(title=_title(lines), publisher=publisher or _named_publisher(lines), published=published)


@dataclass(frozen=True, slots=True)
class _Line:
    """A line of the head, cleared of links and marks."""

    text: str
    raw: str
    after_blank: bool
    """Whether a blank line or nothing follows."""


def _head(text: str) -> Iterator[_Line]:
    rows = text[:_HEAD_CHARS].splitlines()
    count = 0
    for index, row in enumerate(rows):
        if not row.strip():
            continue
        following = rows[index + 1] if index + 1 < len(rows) else ""
        yield _Line(_plain(row), row.strip(), not following.strip())
        count += 1
        if count == _HEAD_LINES:
            return


def _plain(row: str) -> str:
    """A line without Markdown's links and marks."""
    if len(row) > 2 * _LONGEST_LINE:
        return row.strip()
    return " ".join(_MARKS.sub("", _LINK.sub(r"\1", row.strip())).split())


def _title(lines: Sequence[_Line]) -> str | None:
    """The first line, if it looks like a headline and more follows."""
    if len(lines) < 2:
        return None
    first, second = lines[0], lines[1]
    words = first.text.split()
    if not words or len(first.text) > _LONGEST_LINE or len(words) > _HEADLINE_WORDS:
        return None
    if first.raw.startswith("#"):
        return first.text
    if len(words) < 2 or _is_sentence(first.text) or _is_furniture(first):
        return None
    return first.text if _stands_over(first, second) else None


def _is_sentence(words: str) -> bool:
    """Whether words end or begin as a sentence of a story does, or a part of one."""
    return words.endswith(_STOPS) or (words[0].isalpha() and not words[0].isupper())


def _is_furniture(line: _Line) -> bool:
    """Whether a line is of those that stand round a story: a section's name, a day, a dateline."""
    return bool(_CLUTTER.match(line.text + " ") or _dated_line((line,))[0] or _AGENCY_DATELINE.match(line.text))


def _stands_over(first: _Line, second: _Line) -> bool:
    """Whether a line is set apart from what follows: by a blank line, by a byline or day, or by the length of a paragraph."""
    if first.after_blank or _BYLINE.match(second.text) or _dated_line((second,))[0]:
        return True
    return len(second.text) >= 2 * len(first.text) and not second.text[0].islower()


def _whole_day(words: str) -> dt.date | None:
    return parse_day(words) if _DAY_ALONE.match(words) else None


def _dated_line(lines: Sequence[_Line]) -> tuple[dt.date | None, str | None]:
    """The first line that is a date, alone, labelled, or beside a name; with the name if it is a publisher's."""
    for line in lines:
        if len(line.text) > _LONGEST_LINE:
            continue
        for words in (line.text, *(part.strip() for part in re.split(r"[|·•]", line.text) if part.strip() != line.text)):
            labelled = _LABELLED_DAY.match(words)
            if labelled:
                day = parse_day(words[labelled.start("day") :])
                if day:
                    return day, None
            day = _whole_day(words)
            if day:
                return day, _publisher_in(line.text)
        found = _day_beside_name(line.text)
        if found:
            return found
    return None, None


def _day_beside_name(words: str) -> tuple[dt.date, str | None] | None:
    before = _NAME_THEN_DAY.match(words)
    if before:
        day = parse_day(words[before.start("day") :])
        if day and _is_name(before["name"]):
            return day, _publisher(before["name"])
    after = _DAY_THEN_NAME.fullmatch(words)
    if after:
        day = parse_day(after["day"])
        if day and _is_name(after["name"]):
            return day, _publisher(after["name"])
    return None


def _is_name(words: str) -> bool:
    """Whether words could be a name (or names) and are no running text."""
    parts = [part for part in re.split(r"[\s,|·•–—/-]+", words.strip(" \t,|·•–—-")) if part]
    small = [
        part for part in parts if part[0].islower() and part.lower() not in {"of", "the", "and", "for", "by", "de", "on", "in", "al", "et"}
    ]
    return 0 < len(parts) <= 10 and not small


def _publisher(words: str) -> str | None:
    """A name as a publisher's, if it surely is one."""
    name = words.strip(" \t,|·•–—-")
    if _BYLINE.match(name):
        name = name.rpartition(",")[2].strip() if "," in name else ""
    parts = {part.strip(".,").lower() for part in name.split()}
    if not name or parts & WEEKDAYS.keys():
        return None
    known = parts & _PUBLISHER_WORDS or name in _PUBLISHER_PHRASES or any(phrase in name for phrase in _PUBLISHER_PHRASES)
    return name if known or _DOMAIN.fullmatch(name) else None


def _publisher_in(line: str) -> str | None:
    """A publisher among the parts of "Harbour News | 3 May 2021"."""
    for part in re.split(r"[|·•]", line):
        if _whole_day(part.strip()) is None and _is_name(part):
            name = _publisher(part)
            if name:
                return name
    return None


def _named_publisher(lines: Sequence[_Line]) -> str | None:
    """A publisher by label, or the agency of a dateline: "OSLO, Norway (AP) —"."""
    for line in lines:
        labelled = _LABELLED_NAME.fullmatch(line.text)
        if labelled and _is_name(labelled["name"]):
            return labelled["name"].strip()
        agency = _AGENCY_DATELINE.match(line.text[:_LONGEST_LINE])
        if agency:
            return agency["name"]
    return None

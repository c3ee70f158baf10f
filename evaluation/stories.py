"""Stories: short reports in which every spatial claim is marked with the incident that it locates.

A file is a case: lines `=event id | what | day`, then for each report `=report id | publisher | day` (`?` where there is none), a line
`# headline`, and paragraphs in which `[[words|A]]` marks a claim about incident A and `[[words|-]]` one about none.
"""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from geomap.model import Claim, Report
from geomap.readers import read

_MARK = re.compile(r"\[\[([^\]|]{1,300})\|\s*([A-Z]|-)\s*\]\]")
NONE = "-"
"""What a claim is about that is about no incident."""


@dataclass(frozen=True, slots=True)
class Story:
    """A report with its marks."""

    case: str
    report: Report
    marks: tuple[tuple[int, int, str], ...]
    """From where to where in the text, and the incident."""

    def of(self, claim: Claim) -> str | None:
        """What a claim is about; None where no mark overlaps it."""
        overlaps = [
            (min(end, claim.span.end) - max(start, claim.span.start), -start, incident)
            for start, end, incident in self.marks
            if start < claim.span.end and claim.span.start < end
        ]
        return max(overlaps)[2] if overlaps else None


@dataclass(slots=True)
class Case:
    """A case in the reading: its incidents by id, what and when; and its reports."""

    name: str
    events: dict[str, tuple[str, str]] = field(default_factory=dict)
    stories: list[Story] = field(default_factory=list)


def cases(roots: Iterable[Path]) -> Iterator[Case]:
    """The cases below folders: files of stories, and folders of reports with a gold.json."""
    for root in roots:
        yield from (_parsed(path) for path in sorted(root.glob("*.txt")))
        yield from (_gold(path) for path in sorted(root.glob("**/gold.json")))


def _parsed(path: Path) -> Case:
    case = Case(path.stem)
    blocks = re.split(r"(?m)^=report ", path.read_text(encoding="utf-8"))
    for line in blocks[0].splitlines():
        name, what, day = (part.strip() for part in line.removeprefix("=event ").split("|"))
        case.events[name] = (what, day)
    for block in blocks[1:]:
        head, _, rest = block.partition("\n")
        name, publisher, day = (part.strip() for part in head.split("|"))
        title, body = _headline(rest.strip("\n"))
        text, marks = _unmarked(body)
        report = Report(id=name, text=text, title=title, publisher=publisher or None, published=_day(day))
        case.stories.append(Story(case.name, report, marks))
    return case


def _headline(text: str) -> tuple[str | None, str]:
    if not text.startswith("# "):
        return None, text
    line, _, rest = text.partition("\n")
    return _unmarked(line.removeprefix("# "))[0], rest.strip("\n")


def _unmarked(text: str) -> tuple[str, tuple[tuple[int, int, str], ...]]:
    """A text without its marks, and where they were."""
    parts, marks, at, length = [], [], 0, 0
    for match in _MARK.finditer(text):
        before, words = text[at : match.start()], match[1]
        parts += [before, words]
        length += len(before)
        marks.append((length, length + len(words), match[2]))
        length += len(words)
        at = match.end()
    return "".join([*parts, text[at:]]), tuple(marks)


def _day(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text)
    except ValueError:
        return None


def _gold(path: Path) -> Case:
    """A folder of reports with the claims that must come out."""
    gold = json.loads(path.read_text(encoding="utf-8"))
    case = Case(path.parent.name, {name: (event["what"], event.get("when") or "?") for name, event in gold["events"].items()})
    for report in read(*sorted(map(str, path.parent.glob("*.md")))):
        quotes = [(claim["quote"], claim["about"] or NONE) for claim in gold["claims"] if claim["report"] == report.id]
        marks = [(match.start(), match.end(), about) for quote, about in quotes if (match := _found(quote, report.text))]
        case.stories.append(Story(case.name, report, tuple(marks)))
    return case


def _found(quote: str, text: str) -> re.Match[str] | None:
    return re.search(r"\s+".join(re.escape(word) for word in quote.split()), text)

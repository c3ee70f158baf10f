"""Reading reports: files, folders and standard input, by suffix.

The text of a plain text or Markdown report is what is in the file, decoded and otherwise unchanged: line ends are not translated, web
clutter stays, and front matter is left out. That of a web page is its main text, that of a PDF file its text layer, that of a Word
document its paragraphs and tables. All spans count the text's Unicode code points.
"""

from __future__ import annotations

import os
import re
import warnings
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from geomap.errors import ReportError
from geomap.model import Problem, Report
from geomap.readers.drafts import Draft, Parsed
from geomap.readers.files import Found, find_files, load, sources_of
from geomap.readers.formats import PARSERS, parse_unnamed, problem_of

__all__ = ["ReadResult", "read", "read_all"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadResult:
    """What was read, and what could not be."""

    reports: tuple[Report, ...]
    problems: tuple[Problem, ...]
    notes: tuple[str, ...] = ()
    """What the user should know of how something was read, a line each."""
    passed_over: tuple[str, ...] = ()
    """Files of a folder that are no documents by their names, such as pictures."""


def read(*sources: str | os.PathLike[str]) -> tuple[Report, ...]:
    """Read reports from files, folders and "-" (standard input).

    Warns about each input that could not be read, and where the user should know how one was; raises ReportError where none could.
    """
    result = read_all(sources)
    if not result.reports:
        first = result.problems[0] if result.problems else Problem(source="read()", place=None, reason="nothing to read was named")
        more = f" (and {len(result.problems) - 1} more)" if len(result.problems) > 1 else ""
        raise ReportError(first.reason + more, source=first.source, place=first.place, mend=first.mend)
    for problem in result.problems:
        warnings.warn(problem.line, stacklevel=2)
    for note in result.notes:
        warnings.warn(note, stacklevel=2)
    return result.reports


def read_all(sources: Sequence[str | os.PathLike[str]]) -> ReadResult:
    """Read reports from files, folders and "-"; what cannot be read becomes a problem and the rest is read.

    A file that is named twice is read once. Reports come in the order of the sources, those of a folder by name.
    """
    drafts: list[tuple[Draft, Found]] = []
    problems: list[Problem] = []
    notes: list[str] = []
    passed_over: list[str] = []
    seen: set[str] = set()
    for source in sources_of(sources):
        for item in find_files(source):
            if isinstance(item, Problem):
                problems.append(item)
            elif isinstance(item, str):
                passed_over.append(item)
            elif _is_new(item, seen):
                parsed = _parse(item)
                drafts += [(draft, item) for draft in parsed.drafts]
                problems += parsed.problems
                notes += parsed.notes
    reports, clashes = _with_ids(drafts)
    return ReadResult(reports=reports, problems=(*problems, *clashes), notes=tuple(notes), passed_over=tuple(passed_over))


def _is_new(found: Found, seen: set[str]) -> bool:
    key = os.path.realpath(found.path) if found.path else "-"
    new = key not in seen
    seen.add(key)
    return new


def _parse(found: Found) -> Parsed:
    parser = PARSERS.get(found.suffix, parse_unnamed)
    try:
        return parser(load(found), found.name)
    except ReportError as error:
        return Parsed(problems=(problem_of(error, found.name),))


def _with_ids(drafts: Sequence[tuple[Draft, Found]]) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    """Reports with ids of their own: those that documents state are kept, the others follow from the files' names."""
    stated: dict[str, Draft] = {}
    kept: list[tuple[Draft, Found]] = []
    clashes: list[Problem] = []
    for draft, found in drafts:
        if draft.id is not None and draft.id in stated:
            clashes.append(_clash(draft, stated[draft.id]))
            continue
        if draft.id is not None:
            stated[draft.id] = draft
        kept.append((draft, found))
    names = _file_ids([(draft, found) for draft, found in kept if draft.id is None], set(stated))
    return tuple(_report(draft, draft.id or names[id(draft)]) for draft, _ in kept), tuple(clashes)


def _clash(draft: Draft, first: Draft) -> Problem:
    where = first.source if first.place is None else f"{first.source}, {first.place}"
    return Problem(
        source=draft.source, place=draft.place, reason=f"the id {draft.id!r} is already that of {where}", mend="give it an id of its own"
    )


def _report(draft: Draft, name: str) -> Report:
    return Report(
        id=name,
        text=draft.text,
        title=draft.title,
        publisher=draft.publisher,
        published=draft.published,
        url=draft.url,
        source=draft.source,
    )


_LEVELS: tuple[Callable[[Draft, Found], str], ...] = (
    lambda draft, found: _numbered(PurePosixPath(found.relative).stem, draft),
    lambda draft, found: _numbered(str(PurePosixPath(found.relative).with_suffix("")), draft),
    lambda draft, found: _numbered(found.relative, draft),
    lambda draft, found: _numbered(Path(found.name).as_posix(), draft),
)
"""Names for a report that states none, from the shortest; the first that no other report has is taken."""


def _numbered(name: str, draft: Draft) -> str:
    """A name fit for an id, with the line of a file that holds many reports."""
    clean = "".join(char if char.isprintable() else "_" for char in name).strip() or "report"
    return f"{clean}-{draft.place.rpartition(' ')[2]}" if draft.place else clean


def _file_ids(drafts: Sequence[tuple[Draft, Found]], taken: set[str]) -> dict[int, str]:
    """Ids by identity of the draft."""
    levels = [[level(draft, found) for draft, found in drafts] for level in _LEVELS]
    counts = [Counter(names) for names in levels]
    ids: dict[int, str] = {}
    for index, (draft, _) in enumerate(drafts):
        free = (names[index] for names, count in zip(levels, counts, strict=True) if count[names[index]] == 1 and names[index] not in taken)
        name = next(free, None) or _next_free(levels[0][index], taken)
        taken.add(name)
        ids[id(draft)] = name
    return ids


def _next_free(name: str, taken: Iterable[str]) -> str:
    pattern = re.compile(re.escape(name) + r"-(\d{1,9})")
    used = [int(match[1]) for match in map(pattern.fullmatch, taken) if match]
    return f"{name}-{max([1, *used]) + 1}"

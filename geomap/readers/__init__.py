"""Reading reports: files, folders and standard input, by suffix.

Files come in; reports with what the document states of itself, and what could not be read, go out.
It knows nothing of what reports say.

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
from geomap.readers.documents import Document, Parsed
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
    documents: list[tuple[Document, Found]] = []
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
                documents += [(document, item) for document in parsed.documents]
                problems += parsed.problems
                notes += parsed.notes
    reports, clashes = _with_ids(documents)
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


def _with_ids(documents: Sequence[tuple[Document, Found]]) -> tuple[tuple[Report, ...], tuple[Problem, ...]]:
    """Reports with ids of their own: those that documents state are kept, the others follow from the files' names."""
    stated: dict[str, Document] = {}
    kept: list[tuple[Document, Found]] = []
    clashes: list[Problem] = []
    for document, found in documents:
        if document.id is not None and document.id in stated:
            clashes.append(_clash(document, stated[document.id]))
            continue
        if document.id is not None:
            stated[document.id] = document
        kept.append((document, found))
    names = _file_ids([(document, found) for document, found in kept if document.id is None], set(stated))
    return tuple(_report(document, document.id or names[id(document)]) for document, _ in kept), tuple(clashes)


def _clash(document: Document, first: Document) -> Problem:
    where = first.source if first.place is None else f"{first.source}, {first.place}"
    return Problem(
        source=document.source,
        place=document.place,
        reason=f"the id {document.id!r} is already that of {where}",
        mend="give it an id of its own",
    )


def _report(document: Document, name: str) -> Report:
    return Report(
        id=name,
        text=document.text,
        title=document.title,
        publisher=document.publisher,
        published=document.published,
        url=document.url,
        source=document.source,
    )


_LEVELS: tuple[Callable[[Document, Found], str], ...] = (
    lambda document, found: _numbered(PurePosixPath(found.relative).stem, document),
    lambda document, found: _numbered(str(PurePosixPath(found.relative).with_suffix("")), document),
    lambda document, found: _numbered(found.relative, document),
    lambda document, found: _numbered(Path(found.name).as_posix(), document),
)
"""Names for a report that states none, from the shortest; the first that no other report has is taken."""


def _numbered(name: str, document: Document) -> str:
    """A name fit for an id, with the line of a file that holds many reports."""
    clean = "".join(char if char.isprintable() else "_" for char in name).strip() or "report"
    return f"{clean}-{document.place.rpartition(' ')[2]}" if document.place else clean


def _file_ids(documents: Sequence[tuple[Document, Found]], taken: set[str]) -> dict[int, str]:
    """Ids by identity of the document."""
    levels = [[level(document, found) for document, found in documents] for level in _LEVELS]
    counts = [Counter(names) for names in levels]
    ids: dict[int, str] = {}
    for index, (document, _) in enumerate(documents):
        free = (names[index] for names, count in zip(levels, counts, strict=True) if count[names[index]] == 1 and names[index] not in taken)
        name = next(free, None) or _next_free(levels[0][index], taken)
        taken.add(name)
        ids[id(document)] = name
    return ids


def _next_free(name: str, taken: Iterable[str]) -> str:
    pattern = re.compile(re.escape(name) + r"-(\d{1,9})")
    used = [int(match[1]) for match in map(pattern.fullmatch, taken) if match]
    return f"{name}-{max([1, *used]) + 1}"

"""From arguments to cases, gazetteers and lines."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from geomap.cli.printing import note, progress_bar
from geomap.errors import InputError, UsageError

if TYPE_CHECKING:
    from geomap.case.case import Case, Result
    from geomap.gazetteer import Gazetteer
    from geomap.gazetteer.online.online import Telling
    from geomap.model import Extracted


def case_of(sources: list[str], recognizer: str | None = None) -> Case:
    """The case that the arguments name: one case file, or reports; the recogniser is the case file's own where none is named."""
    from geomap.case.case import Case  # noqa: PLC0415
    from geomap.readers import read_all  # noqa: PLC0415

    if is_case_file(sources):
        if len(sources) > 1:
            raise UsageError("a case file stands alone", mend="name one case file, or reports only")
        return _with_recognizer(Case.load(sources[0]), recognizer)
    found = read_all(list(sources))
    for each in found.notes:
        note(f"note: {each}")
    if found.passed_over:
        note(f"passed over, for they hold no reports: {', '.join(found.passed_over)}")
    if not found.reports:
        lines = [problem.line for problem in found.problems]
        raise InputError("; ".join(lines) if lines else "nothing to read")
    return _with_recognizer(Case.from_reports(found.reports, problems=found.problems), recognizer)


def is_case_file(sources: list[str]) -> bool:
    """Whether a case file is among the arguments."""
    return any(Path(source).suffix.lower() in (".yaml", ".yml") for source in sources)


def _with_recognizer(case: Case, recognizer: str | None) -> Case:
    return replace(case, recognizer=recognizer) if recognizer else case


def with_geocoder(case: Case, name: str | None, which: str | None, within: list[str] | None, near: list[str] | None) -> Case:
    """The case with the online geocoder that the options name; the case file's own where they name none."""
    if name is None and which is None and within is None and near is None:
        return case
    if name == "none":
        return replace(case, geocoder=None)
    from geomap.gazetteer.online.geocoding import Area, Ask, Geocoding  # noqa: PLC0415

    known = case.geocoder
    if name is not None and (known is None or known.provider != name):
        known = Geocoding(provider=name)
    if known is None:
        raise UsageError("there is no online geocoder that could be asked", mend="name one with --geocoder")
    try:
        if which is not None:
            known = replace(known, ask=Ask.of(which))
        if within is not None:
            known = replace(known, within=Area.of(within))
        if near is not None:
            known = replace(known, near=Area.of(near))
    except ValueError as error:
        raise UsageError(str(error)) from None
    return replace(case, geocoder=known)


def folder_of(sources: list[str]) -> Path:
    """Where the results of a case file go: beside it. Raises UsageError for reports, which have no such place."""
    if is_case_file(sources):
        return Path(sources[0]).parent
    raise UsageError("where should the map go?", mend="name a folder with -o DIR")


def extracted(case: Case, jobs: int | None = 1) -> Extracted:
    """What the reports of the case say, with progress and with what is sent online said on stderr."""
    with progress_bar() as progress:
        return case.extract(jobs=jobs, on_progress=progress, telling=_telling())


def checked(case: Case, jobs: int | None = 1) -> Result:
    """The case, checked, with the same said on stderr."""
    with progress_bar() as progress:
        return case.check(jobs=jobs, on_progress=progress, telling=_telling())


def _telling() -> Telling:
    """Whoever watches sees what is about to be sent in time to stop it; a log needs only what was sent."""
    from geomap.gazetteer.online.online import Telling  # noqa: PLC0415

    return Telling(before=note, after=note) if sys.stderr.isatty() else Telling(after=note)


@contextmanager
def open_gazetteer() -> Iterator[Gazetteer]:
    """The gazetteer, built first where it is not there yet."""
    from geomap.gazetteer import Gazetteer  # noqa: PLC0415

    with progress_bar() as progress:
        opened = Gazetteer.open(on_progress=lambda done, total: progress("building the gazetteer (once)", done, total))
    with opened as gazetteer:
        yield gazetteer


def lines_of_stdin() -> list[str]:
    """The lines of standard input that hold anything."""
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"is not UTF-8 at byte {error.start}", source="standard input") from None
    return [line for line in text.splitlines() if line.strip()]

"""What is printed: results on stdout, notes and progress on stderr; report text always on one line, without control characters."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

from geomap.cli.options import SOME_UNREAD

if TYPE_CHECKING:
    from geomap.case.case import Progress
    from geomap.case.result import Result
    from geomap.model import Event


def note(line: str) -> None:
    """A line on stderr; control characters of hostile names are made visible."""
    safe = "".join(character if character.isprintable() else character.encode("unicode_escape").decode() for character in line)
    typer.echo(safe, err=True)


def fail(message: str, *, status: int = 2) -> None:
    """One line on stderr, and the end."""
    note("geomap: " + " ".join(message.split()))
    raise SystemExit(status)


def line_of(text: str) -> str:
    """Report text on one line, without control characters."""
    return "".join(character for character in " ".join(text.split()) if character.isprintable())


def print_json(record: dict[str, Any]) -> None:
    """A record as one line of JSON."""
    typer.echo(json.dumps(record, ensure_ascii=False, allow_nan=False))


def print_findings(result: Result) -> None:
    """The table of findings, then what is not known."""
    from rich import box  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else 140)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name, ratio in (
        ("", None),
        ("kind", None),
        ("claims", None),
        ("verdict", None),
        ("margin", None),
        ("robust", None),
        ("in words", 1),
    ):
        table.add_column(name, ratio=ratio, overflow="fold", justify="right" if name == "margin" else "left")
    for finding in result.findings:
        margin = "" if finding.margin is None or math.isinf(finding.margin.plain) else f"{finding.margin.plain / 1000:.2f} km"
        claims = " ".join(claim.id for claim in finding.claims)
        robust = "" if finding.margin is None else "yes" if finding.robust else "no"
        cells = (finding.id, finding.kind.value, claims, finding.verdict.value, margin, robust, line_of(finding.explanation))
        table.add_row(*(Text(cell) for cell in cells))
    console.print(table)
    analysis = result.analysis
    for claim in analysis.claims:
        console.print(Text(f"{claim.id}  {line_of(claim.source_name)}: “{line_of(claim.span.text)}” [{line_of(claim.span.report.id)}]"))
    for location in analysis.unresolved:
        console.print(Text(f"unresolved: “{line_of(location.mention.span.text)}”: {line_of(location.why)}"))
    for name, why in dict.fromkeys((each.mention.span.text, each.why) for each in analysis.locations if each.guessed):
        console.print(Text(f"spelt otherwise: “{line_of(name)}”: {line_of(why)}"))
    for item in analysis.unread:
        console.print(Text(f"not read: “{line_of(item.span.text)}” in “{line_of(item.sentence.text)}” ({line_of(item.why)})"))
    for one, other, why in _possible_joins(analysis.events):
        console.print(Text(f"{one} and {other} may be one event: {line_of(why)}"))
    if not analysis.claims:
        console.print("no spatial claims found")
    undated = [report.id for report in analysis.reports if report.published is None]
    if undated:
        console.print(Text(f"without a date of their own: {', '.join(map(line_of, undated))}"))


def _possible_joins(events: Sequence[Event]) -> list[tuple[str, str, str]]:
    """Each pair of events that could be one, once, with the reason."""
    seen: set[frozenset[str]] = set()
    found = []
    for event in events:
        for other, why in zip(event.may_join, event.may_join_reasons, strict=True):
            if frozenset((event.id, other)) not in seen:
                seen.add(frozenset((event.id, other)))
                found.append((event.id, other, why))
    return found


def end(result: Result) -> None:
    """List what could not be read, and end with the status that says so."""
    for problem in result.analysis.problems:
        note(problem.line)
    if result.analysis.problems:
        raise typer.Exit(SOME_UNREAD)


@contextmanager
def progress_bar() -> Iterator[Progress]:
    """A progress bar on stderr for stages that take long; nothing where stderr is no terminal."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    console = Console(stderr=True)
    if not console.is_terminal:  # a bar that is switched off still ends in an empty line
        yield lambda *_: None
        return
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True) as bar:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield tell

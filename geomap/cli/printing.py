"""What is printed: results on stdout, notes and progress on stderr; report text always on one line, without control characters."""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

import typer

from geomap.cli.options import SOME_UNREAD

if TYPE_CHECKING:
    from geomap.case.case import Result
    from geomap.model import Analysis, Extracted, Finding
    from geomap.progress import StageProgress

_WIDEST = "in words"
_COLUMNS = ("", "kind", "claims", "verdict", "margin", "robust", _WIDEST)


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


def print_findings(result: Result, *, everything: bool = False) -> None:
    """The table of findings, then the claims, and what is not known; the trivial findings are only counted unless `everything` is asked for."""
    from rich import box  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    from geomap.checks.ranking import folded_in_words  # noqa: PLC0415

    console = Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else 140)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name in _COLUMNS:
        table.add_column(name, ratio=1 if name == _WIDEST else None, overflow="fold", justify="right" if name == "margin" else "left")
    for finding in result.findings:
        if everything or not finding.folded:
            table.add_row(*(Text(cell) for cell in _cells(finding)))
    if table.row_count:
        console.print(table)
    if not everything and (folded := folded_in_words(result.findings)):
        console.print(Text(f"{folded}; --all shows {'it' if folded.startswith('1 ') else 'them'}"))
    for say in _SAID:
        for line in say(result.analysis):
            console.print(Text(line))


def _cells(finding: Finding) -> tuple[str, ...]:
    """A finding as a row of the table."""
    from geomap.checks.telling.lengths import signed_in_words  # noqa: PLC0415

    margin = "" if finding.margin is None or math.isinf(finding.margin.plain) else signed_in_words(finding.margin.plain)
    claims = " ".join(claim.id for claim in finding.claims)
    robust = "" if finding.margin is None else "yes" if finding.robust else "no"
    return (finding.id, finding.kind.value, claims, finding.verdict.value, margin, robust, line_of(finding.summary or finding.explanation))


def _claims(analysis: Analysis) -> Iterator[str]:
    for claim in analysis.claims:
        yield f"{claim.id}  {line_of(claim.source_name)}: “{line_of(claim.span.text)}” [{line_of(claim.span.report.id)}]"


def _unresolved(analysis: Analysis) -> Iterator[str]:
    for location in analysis.unresolved:
        yield f"unresolved: “{line_of(location.mention.span.text)}”: {line_of(location.why)}"


def _located(analysis: Analysis) -> Iterator[str]:
    """Names that the reports themselves put somewhere."""
    for each in analysis.located:
        if each.name is not None:
            yield f"“{line_of(each.name)}” is {line_of(each.why)}"


def _spelt_otherwise(analysis: Analysis) -> Iterator[str]:
    for name, why in dict.fromkeys((each.mention.span.text, each.why) for each in analysis.locations if each.guessed):
        yield f"spelt otherwise: “{line_of(name)}”: {line_of(why)}"


def _not_read(analysis: Analysis) -> Iterator[str]:
    """Distances that no rule read, and reports that are not in English."""
    for item in analysis.unread:
        yield f"not read: “{line_of(item.span.text)}” in “{line_of(item.sentence.text)}” ({line_of(item.why)})"
    for report, why in analysis.not_read.items():
        yield f"not read: report {line_of(report)} {why}"


def _possible_joins(analysis: Analysis) -> Iterator[str]:
    """Each pair of events that could be one and were left apart, once, with how to join them."""
    events = {event.id: event for event in analysis.events}
    seen: set[frozenset[str]] = set()
    for event in analysis.events:
        for other in event.may_join:
            if frozenset((event.id, other.event)) not in seen:
                seen.add(frozenset((event.id, other.event)))
                two = events[other.event]
                choice = ", ".join(f"{claim}: {event.id}" for claim in two.claims)
                yield (
                    f"possibly one event, left apart: {event.id} “{line_of(event.label)}” ({' '.join(event.claims)}) and {two.id} "
                    f"“{line_of(two.label)}” ({' '.join(two.claims)}), {other.probability:.0%}: {line_of(other.why)}; "
                    f"to join them, choices: events: {{{choice}}}"
                )


def _several_places(analysis: Analysis) -> Iterator[str]:
    """Names that mean one place in some reports and another in others, unless the analyst chose."""
    from geomap.gazetteer.resolution.throughout import at_several_places  # noqa: PLC0415

    yield from map(line_of, at_several_places([each for each in analysis.locations if not each.chosen]))


def _events(analysis: Analysis) -> Iterator[str]:
    """The events that several reports tell of, and why they were taken to."""
    for event in analysis.events:
        if len(event.reports) > 1:
            yield f"{event.id}  {line_of(event.label)}: {' '.join(event.claims)} [{', '.join(map(line_of, event.reports))}]"
            for pair in event.joined:
                yield f"    {line_of(' and '.join(pair.reports))} tell of one event, {pair.probability:.0%}: {line_of(pair.why)}"


def _unplaced(analysis: Analysis) -> Iterator[str]:
    """The claims that no finding can compare, because nobody knows from where they are measured."""
    names = [item.claim.id for item in analysis.evidence if item.region is None and item.claim.is_position]
    if names:
        yield f"without a place, so not compared: {' '.join(names)} (why: below)"


def _no_claims(analysis: Analysis) -> Iterator[str]:
    if not analysis.claims:
        yield "no spatial claims found"


def _undated(analysis: Analysis) -> Iterator[str]:
    undated = [report.id for report in analysis.reports if report.published is None]
    if undated:
        yield f"without a date of their own: {', '.join(map(line_of, undated))}"


_SAID = (
    _possible_joins,
    _several_places,
    _unplaced,
    _events,
    _claims,
    _unresolved,
    _located,
    _spelt_otherwise,
    _not_read,
    _no_claims,
    _undated,
)
"""What is said under the table, in this order: what was left apart, is at several places or could not be compared, the events, the claims in
their words, and what is not known."""


def end(extracted: Extracted) -> None:
    """List what could not be read, and end with the status that says so."""
    for problem in extracted.problems:
        note(problem.line)
    if extracted.problems:
        raise typer.Exit(SOME_UNREAD)


@contextmanager
def progress_bar() -> Iterator[StageProgress]:
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

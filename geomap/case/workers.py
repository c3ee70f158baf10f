"""Reading many reports: in this process, or in several that open the gazetteer for themselves.

What comes out is the same either way, in the order of the reports.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import cached_property

from geomap.errors import GeomapError
from geomap.gazetteer import Gazetteer, locate
from geomap.incidents import Story, story_of
from geomap.language import extract
from geomap.language.events.passings import passings_of
from geomap.language.text.sentences import sentences_of
from geomap.language.toponyms.recognizers import load_recognizer
from geomap.language.toponyms.toponyms import Recognizer
from geomap.model import Extraction, Location, Report
from geomap.policy import Policy
from geomap.progress import Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one report holds."""

    extraction: Extraction
    locations: tuple[Location, ...]
    """Where its names are, one a mention."""
    story: Story
    """The incidents that its claims are about."""


WORTH_A_PROCESS = 200_000
"""Code points that one process reads in about the time that another takes to start."""
_BATCH = 40_000
"""Code points handed to a process at a time: enough to make the way there cheap, few enough to show progress."""


@dataclass(frozen=True)
class Reader:
    """What reads a report: it can be sent to another process, which then opens the gazetteer and loads the recogniser itself."""

    gazetteer: Gazetteer
    policy: Policy
    recognizer: str
    """As `geomap.language.toponyms.recognizers.load_recognizer` knows it."""

    @cached_property
    def _recognize(self) -> Recognizer | None:
        return load_recognizer(self.recognizer)

    def read(self, report: Report) -> Found:
        """Extract a report's mentions and claims, locate the mentions, and find the incidents."""
        sentences = sentences_of(report)
        extraction = extract(report, names=self.gazetteer, recognizer=self._recognize, sentences=sentences)
        located = locate(extraction.mentions, gazetteer=self.gazetteer, claims=extraction.claims, policy=self.policy, home=extraction.home)
        where = {location.mention.key: location for location in located}
        return Found(extraction=extraction, locations=tuple(located), story=story_of(passings_of(extraction, sentences), where))

    def __reduce__(self) -> tuple[type[Reader], tuple[Gazetteer, Policy, str]]:
        return type(self), (self.gazetteer, self.policy, self.recognizer)


def read_reports(reports: Sequence[Report], reader: Reader, *, jobs: int | None = 1, on_progress: Progress) -> tuple[Found, ...]:
    """What the reports hold, in their order.

    `jobs` processes share the work, as many as there are cores and as the amount of text is worth for None. `on_progress` is told
    how many reports are done, and of how many. Raises GeomapError where a process is killed, as for want of memory.
    """
    processes = _worth(reports) if jobs is None else jobs
    found: list[Found] = []
    on_progress(0, len(reports))
    for batch in _in_turn(reports, reader) if processes <= 1 else _in_processes(reports, reader, processes):
        found += batch
        on_progress(len(found), len(reports))
    return tuple(found)


def _worth(reports: Sequence[Report]) -> int:
    """As many processes as there are cores, if each has enough to read; a report is read by one."""
    size = sum(len(report.text) for report in reports)
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, len(reports), size // WORTH_A_PROCESS))


def _in_turn(reports: Sequence[Report], reader: Reader) -> Iterator[list[Found]]:
    for report in reports:
        yield [reader.read(report)]


def _in_processes(reports: Sequence[Report], reader: Reader, processes: int) -> Iterator[list[Found]]:
    # Processes are spawned, not forked: the gazetteer's connection and the progress bar's thread do not survive a fork.
    context = multiprocessing.get_context("spawn")
    pool = ProcessPoolExecutor(processes, mp_context=context, initializer=_start, initargs=(reader, gc.get_threshold()))
    try:
        yield from pool.map(_read, _batches(reports))
    except BrokenProcessPool:
        raise GeomapError("a process that was reading reports was killed, perhaps for want of memory; try with --jobs 1") from None
    finally:
        pool.shutdown(cancel_futures=True)


def _batches(reports: Sequence[Report]) -> Iterator[list[Report]]:
    """The reports in order, in batches of about the same amount of text."""
    batch: list[Report] = []
    size = 0
    for report in reports:
        batch.append(report)
        size += len(report.text)
        if size >= _BATCH:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


_reader: Reader | None = None
"""In a worker process, what it reads with; never set in the process that the user runs."""


def _start(reader: Reader, threshold: tuple[int, int, int]) -> None:
    global _reader  # noqa: PLW0603  (a process of a pool has no other place for what it keeps between batches)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the process that the user runs says that it was stopped
    gc.set_threshold(*threshold)  # as in that process
    _reader = reader


def _read(batch: list[Report]) -> list[Found]:
    if _reader is None:
        raise GeomapError("this process was not started to read reports")
    return [_reader.read(report) for report in batch]

"""One document as it was read, ranges of its text, and inputs that could not be used."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One document as it was read."""

    id: str
    """Unique in a case."""
    text: str = field(repr=False)
    """The text as read; every span counts its Unicode code points."""
    title: str | None = None
    """Headline, where one was found."""
    publisher: str | None = None
    """Who published it, where that was found."""
    published: dt.date | None = None
    """Day of publication; None where the document does not say it."""
    url: str | None = None
    """Where it was published."""
    source: str | None = None
    """The path it was read from, or "-" for standard input."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points of a report's text."""

    report: Report = field(repr=False)
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end <= len(self.report.text):
            msg = f"span [{self.start}, {self.end}) is outside report {self.report.id!r}"
            raise ValueError(msg)

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.report.text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether two spans of one report share a code point."""
        return self.report.id == other.report.id and self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """An input that could not be used, while the rest was."""

    source: str
    place: str | None
    reason: str
    mend: str | None = None

    @property
    def line(self) -> str:
        """One line for the terminal."""
        where = f"{self.source}, {self.place}" if self.place else self.source
        return f"{where}: {self.reason}" + (f"; {self.mend}" if self.mend else "")

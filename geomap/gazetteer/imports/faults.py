"""Rows of an imported file that cannot be used: each with its line, its column and how to mend it."""

from __future__ import annotations

from dataclasses import dataclass, field

SAID = 20
"""So many rows are told in words; the rest are counted."""


class RowError(Exception):
    """A row cannot be used; the reader leaves it out, says so, and goes on."""

    def __init__(self, column: str, reason: str, mend: str) -> None:
        self.column = column
        self.reason = reason
        self.mend = mend
        super().__init__(reason)


@dataclass(slots=True)
class Faults:
    """The rows of one file that were left out."""

    source: str
    """The file, as the analyst named it."""
    count: int = 0
    """How many there were."""
    said: list[str] = field(default_factory=list)
    """The first of them, a line each."""

    def add(self, where: str, fault: RowError) -> None:
        """Count a row, and put it in words if it is among the first."""
        self.count += 1
        if self.count <= SAID:
            self.said.append(f"{self.source}, {where}, column {fault.column}: {fault.reason}; {fault.mend}")

    @property
    def lines(self) -> tuple[str, ...]:
        """What to tell: the first rows, then how many more there were."""
        more = self.count - len(self.said)
        return (*self.said, *((f"{self.source}: {more} more rows left out",) if more else ()))


def shown(value: str) -> str:
    """A value as a message may quote it: short, and without control characters.

    >>> shown("x" * 99)
    "'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…'"
    """
    return ascii(value) if len(value) <= 40 and not value.isprintable() else repr(value if len(value) <= 40 else value[:39] + "…")


def number(value: str, column: str) -> float:
    """A figure; RowError where it is none."""
    try:
        return float(value)
    except ValueError:
        raise RowError(column, f"{shown(value)} is no number", "write a decimal number with a point") from None


def degrees(value: str, column: str, most: int) -> float:
    """A latitude (`most` 90) or a longitude (`most` 180) in degrees; RowError where it is none."""
    figure = number(value, column)
    if not -most <= figure <= most:
        raise RowError(column, f"{shown(value)} is not between -{most} and {most}", "write WGS 84 degrees; are the columns in order?")
    return figure


def country_code(value: str, column: str) -> str | None:
    """A country's two letters, None for nothing; RowError where it is something else."""
    if not value or value in ("-99", "-1"):
        return None
    if len(value) == 2 and value.isascii() and value.isalpha():
        return value.upper()
    raise RowError(column, f"{shown(value)} is no country code", "write the two letters of ISO 3166-1, such as SY")

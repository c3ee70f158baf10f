"""Spans of a report with a value each, to be asked which of them overlap another span."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import Generic, TypeVar

from geomap.model import Span

Value = TypeVar("Value")


class Overlaps(Generic[Value]):
    """Spans of one report in some order, with a value each; a question costs about as much as its answer is long."""

    def __init__(self, spans: Iterable[tuple[Span, Value]]) -> None:
        self._items = sorted(
            ((span.start, span.end, order, value) for order, (span, value) in enumerate(spans)), key=lambda item: (item[0], item[2])
        )
        self._starts = [item[0] for item in self._items]
        self._longest = max((end - start for start, end, _, _ in self._items), default=0)

    def first(self, span: Span) -> Value | None:
        """The value of the first span, in the order given, that overlaps one; None where there is none."""
        low, high = bisect_left(self._starts, span.start - self._longest), bisect_left(self._starts, span.end)
        found = [(order, value) for start, end, order, value in self._items[low:high] if start < span.end and span.start < end]
        return min(found, key=lambda pair: pair[0])[1] if found else None

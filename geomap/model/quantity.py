"""Lengths as written."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from geomap.model.report import Span
from geomap.units import Interval, Unit


class Qualifier(StrEnum):
    """What the words round a figure say of it."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    WITHIN = "within"
    LESS_THAN = "less_than"
    UP_TO = "up_to"
    RANGE = "range"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A length as written."""

    span: Span
    """Figure and unit, with the qualifier and a second unit if any: "more than 45 miles"."""
    figures: tuple[str, ...]
    """The numerals as decimal strings, one, or two for a range; none for a vague amount. "45" and "45.0" differ in precision."""
    unit: Unit
    qualifier: Qualifier = Qualifier.EXACT
    plain_unit: bool = True
    """False where the unit was spelt out so that it cannot be another, as "nautical" does for miles."""
    alternative: Quantity | None = None
    """The same length in a second unit: "20 miles (32 km)"."""

    @property
    def vague(self) -> bool:
        """Whether no figure was given ("a few miles")."""
        return not self.figures

    @property
    def values(self) -> tuple[float, ...]:
        """The figures as numbers, in `unit`."""
        return tuple(float(figure) for figure in self.figures)

    @property
    def literal(self) -> Interval | None:
        """The literal meaning in metres, without any rounding tolerance; None for a vague amount."""
        if self.vague:
            return None
        low, high = min(self.values) * self.unit.metres, max(self.values) * self.unit.metres
        if self.qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST):
            return Interval(low, math.inf)
        if self.qualifier in (Qualifier.WITHIN, Qualifier.LESS_THAN, Qualifier.UP_TO):
            return Interval(0.0, high)
        return Interval(low, high)

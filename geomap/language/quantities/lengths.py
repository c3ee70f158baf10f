"""One length of a sentence: its figures and unit as written, and where its words stand."""

from __future__ import annotations

from dataclasses import dataclass, replace

from geomap.language.text.tokens import Tokens
from geomap.model import Qualifier, Quantity
from geomap.units import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """A length as token indices of its sentence."""

    start: int
    """First token, qualifier included."""
    core: int
    """First token of the figure."""
    unit_at: int
    """First token of the unit."""
    end: int
    """Token after the unit, and after a second unit in brackets."""
    figures: tuple[str, ...]
    unit: Unit
    plain_unit: bool
    qualifier: Qualifier
    alternative: Length | None = None
    joined: bool = False
    """Whether a hyphen joins figure and unit: "34-mile"."""
    squared: bool = False
    """Whether it is an area or a volume after all."""


def quantity_of(length: Length, tokens: Tokens) -> Quantity:
    """The record of a length."""
    alternative = length.alternative
    return Quantity(
        span=tokens.span(length.start, length.end),
        figures=length.figures,
        unit=length.unit,
        qualifier=length.qualifier,
        plain_unit=length.plain_unit,
        alternative=None
        if alternative is None
        else quantity_of(replace(alternative, qualifier=length.qualifier if len(alternative.figures) < 2 else Qualifier.RANGE), tokens),
    )

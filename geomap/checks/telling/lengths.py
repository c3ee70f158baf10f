"""Lengths in findings: with the digits that the figures bear, and with a report's own unit beside kilometres."""

from __future__ import annotations

import math
from collections.abc import Iterable

from geomap.model import Claim, Quantity
from geomap.units import Unit


def length_in_words(metres: float) -> str:
    """A length that was worked out, to three significant digits, but from 500 m on never finer than 100 m; its sign is left out.

    >>> [length_in_words(metres) for metres in (17_702.784, 236_900, 1271, 840, 152.4, 24, 1_370_910)]
    ['17.7 km', '237 km', '1.3 km', '800 m', '150 m', '24 m', '1,370 km']
    """
    size = abs(metres)
    if math.isinf(size):
        return "without limit"
    if size < 950.0:
        step = 100 if size >= 500.0 else 10 if size >= 50.0 else 1
        return f"{_nearest(size, step):.0f} m"
    if size < 99_950.0:
        return f"{_nearest(size, 100) / 1000:.1f} km"
    return f"{_nearest(size, 10.0 ** (math.floor(math.log10(size)) - 2)) / 1000:,.0f} km"


def signed_in_words(metres: float) -> str:
    """The same with a minus where the length is negative, as for an overlap."""
    return f"{'-' if metres < 0 else ''}{length_in_words(metres)}"


def roughly_in_words(metres: float) -> str:
    """A length that is a rule's or a map's and no report's, to two significant digits.

    >>> [roughly_in_words(metres) for metres in (44_000, 2_000, 6_460, 41, 0)]
    ['44 km', '2 km', '6.5 km', '41 m', '0 m']
    """
    size = abs(metres)
    if size < 1.0 or math.isinf(size):
        return length_in_words(size)
    rounded = _nearest(size, 10.0 ** (math.floor(math.log10(size)) - 1))
    return f"{rounded / 1000:,.15g} km" if rounded >= 1000.0 else f"{rounded:.15g} m"


def stated_in_words(metres: float, quantity: Quantity | None) -> str:
    """A length that a report states: by its own figure, and where that is in no metric unit, in kilometres with its own beside it.

    "11 km", "72.4 km (45 miles)". A length that none of its figures come to is one that was worked out.
    """
    own = _own_figure(metres, quantity)
    if own is None or quantity is None:
        return length_in_words(metres)
    if quantity.unit.traits.symbol:
        return f"{own} {quantity.unit.traits.symbol}"
    return f"{length_in_words(metres)} ({own} {_noun(own, quantity.unit)})"


def stated_range_in_words(low: float, high: float, quantity: Quantity | None) -> str:
    """Two such lengths, from one to the other: "16.1 to 24.1 km (10 to 15 miles)"."""
    first, second = stated_in_words(low, quantity), stated_in_words(high, quantity)
    if first == second:
        return first
    (one, _, own), (two, _, other) = first.partition(" ("), second.partition(" (")
    beside = f" ({to(own.rstrip(')'), other.rstrip(')'))})" if own and other else ""
    return f"{to(one, two)}{beside}"


def derived_in_words(metres: float, claims: Iterable[Claim]) -> str:
    """A length that follows from claims, with the unit that all of their figures are in beside it: "17.7 km (11 miles)"."""
    units = {claim.distance.unit for claim in claims if claim.distance is not None and not claim.distance.vague}
    words = length_in_words(metres)
    unit = next(iter(units), None)
    if unit is None or len(units) > 1 or unit.traits.symbol or math.isinf(metres):
        return words
    size = abs(metres) / unit.metres
    figure = f"{size:,.0f}" if size >= 100.0 else f"{size:.1f}".removesuffix(".0")
    return words if figure == "0" else f"{words} ({figure} {_noun(figure, unit)})"


def to(first: str, second: str) -> str:
    """From one length to another, a unit that both have once.

    >>> to("14.2 km", "18.8 km"), to("800 m", "1.3 km"), to("2.0 km", "2.0 km")
    ('14.2 to 18.8 km', '800 m to 1.3 km', '2.0 km')
    """
    if first == second:
        return first
    (one, _, unit), (_, _, other) = first.partition(" "), second.partition(" ")
    return f"{one if unit == other else first} to {second}"


def _nearest(value: float, step: float) -> float:
    """The multiple of a step that is nearest; of two, the greater."""
    return math.floor(value / step + 0.5) * step


def _own_figure(metres: float, quantity: Quantity | None) -> str | None:
    """The figure of a report that a length is, in the words of the report but with commas in thousands; None where it is none."""
    if quantity is None:
        return None
    for figure, value in zip(quantity.figures, quantity.values, strict=True):
        if math.isclose(value * quantity.unit.metres, abs(metres), rel_tol=1e-9):
            whole, dot, rest = figure.partition(".")
            return f"{int(whole or 0):,}{dot}{rest}"
    return None


def _noun(figure: str, unit: Unit) -> str:
    return unit.word if figure == "1" else unit.words

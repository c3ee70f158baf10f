"""A figure and the same length in another unit, in words."""

from __future__ import annotations

from geomap.checks.telling.lengths import length_in_words
from geomap.checks.telling.wording import says, sentences
from geomap.model import Claim, Quantity
from geomap.units import Unit


def told_dual(claim: Claim, quantity: Quantity, other: Quantity, off_m: float, *, agree: bool) -> str:
    """Whether two figures for one length agree."""
    figure, beside = quantity.figures[-1], other.figures[-1]
    judged = "which rounding explains" if agree else "more than rounding explains, so one of them is wrong"
    return sentences(
        f"{says(claim)}: {_amount(figure, quantity.unit)} are {_exactly(float(figure), quantity.unit, other.unit)}, and {_amount(beside, other.unit)} "
        f"are given beside them; the two differ by {length_in_words(off_m)}, {judged}."
    )


def told_converted(claim: Claim, quantity: Quantity, original: int, unit: Unit) -> str:
    """That a figure may be a conversion of a round one."""
    back = _exactly(float(original), unit, quantity.unit)
    return sentences(f"{says(claim)}: the figure may be a conversion of a round {_amount(str(original), unit)}, which are {back}.")


def _amount(figure: str, unit: Unit) -> str:
    return f"{figure} {unit.word if float(figure) == 1.0 else unit.words}"


def _exactly(value: float, unit: Unit, into: Unit) -> str:
    """A length in another unit, with the digits that show how well two figures fit."""
    return f"{value * unit.metres / into.metres:,.1f} {into.words}"

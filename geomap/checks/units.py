"""Figures against the same length in another unit: dual figures, and figures that look converted."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from geomap.checks.telling.units import told_converted, told_dual
from geomap.model import Claim, Finding, FindingKind, Margin, Quantity, Verdict
from geomap.policy import chapman2020, heaping
from geomap.units import Unit


def check_units(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Findings on figures given in two units, and on odd figures that are round in another unit."""
    used = _units_used(claims)
    for claim in claims:
        if claim.distance is None or claim.distance.vague:
            continue
        if claim.distance.alternative is not None and not claim.distance.alternative.vague:
            yield _dual(claim, claim.distance, claim.distance.alternative)
        else:
            yield from _converted(claim, claim.distance, used[claim.span.report.id])


def _units_used(claims: Sequence[Claim]) -> dict[str, set[Unit]]:
    """The units that the claims of each report are in."""
    used: dict[str, set[Unit]] = {}
    for claim in claims:
        here = used.setdefault(claim.span.report.id, set())
        for quantity in (claim.distance, claim.distance and claim.distance.alternative):
            if quantity is not None:
                here.add(quantity.unit)
    return used


def _tolerance_m(quantity: Quantity) -> float:
    return max(max(heaping(figure), chapman2020(figure)) for figure in quantity.figures) * quantity.unit.metres


def _dual(claim: Claim, quantity: Quantity, other: Quantity) -> Finding:
    """Whether two figures for one length agree, each as far as it may have been rounded."""
    first, second = quantity.values[-1] * quantity.unit.metres, other.values[-1] * other.unit.metres
    off = abs(first - second)
    exact = max(chapman2020(q.figures[-1]) * q.unit.metres for q in (quantity, other))
    loose = max(_tolerance_m(quantity), _tolerance_m(other))
    verdict = Verdict.CONSISTENT if off <= loose else Verdict.CONTRADICTORY
    return Finding(
        id="",
        kind=FindingKind.UNITS,
        claims=(claim,),
        verdict=verdict,
        margin=Margin(plain=off, low=max(0.0, off - loose), high=off + loose),
        robust=off <= exact or off > loose,
        readings=1,
        explanation=told_dual(claim, quantity, other, off, agree=verdict is Verdict.CONSISTENT),
    )


def _converted(claim: Claim, quantity: Quantity, used: set[Unit]) -> Iterator[Finding]:
    """A figure that is not round, but what a round one in another unit comes to.

    A figure is taken for converted only if somebody may have had the other: the unit is one that its unit is converted from
    (`UnitTraits.converted_from`), and for figures in metric units the same report tells something in it, for whoever measures in
    them has nothing to convert. Such a figure says nothing that is round itself, and only a round one can have been the first.
    """
    if len(quantity.figures) != 1 or not _is_odd(quantity.figures[0]):
        return
    value = quantity.values[0]
    for unit in map(Unit, quantity.unit.traits.converted_from):
        if quantity.unit.traits.symbol and unit not in used:
            continue
        original = _round_source(value, quantity.unit, unit)
        if original is not None:
            yield Finding(
                id="",
                kind=FindingKind.UNITS,
                claims=(claim,),
                verdict=Verdict.OPEN,
                explanation=told_converted(claim, quantity, original, unit),
            )


_LEAST_ODD = 11
"""Below it, too many figures are what a round one comes to."""
_ROUND_GRAIN = 0.05
"""A figure is round if what it is a multiple of, such as 5, 10 or 50, is at least this part of it: 55 and 130 are, 135 and 240 are not."""


def _is_odd(figure: str) -> bool:
    """Whether nobody would choose a figure for being round: a whole number, no multiple of five and none of a dozen.

    >>> [figure for figure in ("34", "35", "24", "7", "34.5", "73") if _is_odd(figure)]
    ['34', '73']
    """
    return figure.isdecimal() and int(figure) >= _LEAST_ODD and int(figure) % 5 != 0 and int(figure) % 12 != 0


def _is_round(figure: int) -> bool:
    """Whether a figure is coarse for its size.

    >>> [figure for figure in (55, 73, 95, 130, 135, 240, 300) if _is_round(figure)]
    [55, 95, 130, 300]
    """
    return figure > 0 and figure % 5 == 0 and 2 * heaping(str(figure)) >= _ROUND_GRAIN * figure


def _round_source(value: float, unit: Unit, other: Unit) -> int | None:
    """The round figure in another unit that comes to a whole figure in this one; None where none does."""
    original = round(value * unit.metres / other.metres / 5) * 5
    back = original * other.metres / unit.metres
    return original if _is_round(original) and math.floor(back + 0.5) == value else None

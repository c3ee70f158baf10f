"""Figures against the same length in another unit: dual figures, and figures that look converted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from geomap.checks.telling.wording import says, sentences
from geomap.model import Claim, Finding, FindingKind, Margin, Quantity, Verdict
from geomap.policy import chapman2020, heaping
from geomap.units import Unit, metres_in_words


def check_units(claims: Sequence[Claim]) -> Iterator[Finding]:
    """Findings on figures given in two units, and on odd figures that are round in another unit."""
    for claim in claims:
        if claim.distance is None or claim.distance.vague:
            continue
        if claim.distance.alternative is not None and not claim.distance.alternative.vague:
            yield _dual(claim, claim.distance, claim.distance.alternative)
        else:
            yield from _converted(claim, claim.distance)


def _tolerance_m(quantity: Quantity) -> float:
    return max(max(heaping(figure), chapman2020(figure)) for figure in quantity.figures) * quantity.unit.metres


def _dual(claim: Claim, quantity: Quantity, other: Quantity) -> Finding:
    """Whether two figures for one length agree, each as far as it may have been rounded."""
    first, second = quantity.values[-1] * quantity.unit.metres, other.values[-1] * other.unit.metres
    off = abs(first - second)
    exact = max(chapman2020(q.figures[-1]) * q.unit.metres for q in (quantity, other))
    loose = max(_tolerance_m(quantity), _tolerance_m(other))
    verdict = Verdict.CONSISTENT if off <= loose else Verdict.CONTRADICTORY
    words = f"{quantity.figures[-1]} {quantity.unit.words} are {metres_in_words(first)}, and {other.figures[-1]} {other.unit.words} are given beside them"
    judged = (
        f"the two differ by {metres_in_words(off)}, which rounding explains"
        if verdict is Verdict.CONSISTENT
        else f"the two differ by {metres_in_words(off)}, more than rounding explains, so one of them is wrong"
    )
    return Finding(
        id="",
        kind=FindingKind.UNITS,
        claims=(claim,),
        verdict=verdict,
        margin=Margin(plain=off, low=max(0.0, off - loose), high=off + loose),
        robust=off <= exact or off > loose,
        readings=1,
        explanation=f"{says(claim)}: {words}; {judged}.",
    )


def _converted(claim: Claim, quantity: Quantity) -> Iterator[Finding]:
    """A figure that is no multiple of five, but what a multiple of five in another unit comes to."""
    figure = quantity.figures[-1]
    if len(quantity.figures) != 1 or "." in figure or float(figure) < 11 or float(figure) % 5 == 0:
        return
    for unit in map(Unit, quantity.unit.traits.converted_from):
        metres = float(figure) * quantity.unit.metres
        original = round(metres / unit.metres / 5) * 5
        back = original * unit.metres / quantity.unit.metres
        if original and round(back) == float(figure):
            yield Finding(
                id="",
                kind=FindingKind.UNITS,
                claims=(claim,),
                verdict=Verdict.OPEN,
                explanation=sentences(
                    f"{says(claim)}: {figure} {quantity.unit.words} are {metres_in_words(metres)}, which is what {original} {unit.words} come to "
                    f"when converted ({back:.2f} {quantity.unit.words}).",
                    f"The figure may be a conversion of a round {original} {unit.words}.",
                ),
            )

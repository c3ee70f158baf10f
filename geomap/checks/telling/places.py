"""A claim and where the gazetteer has what it is about, in words."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.checks.telling.lengths import length_in_words, roughly_in_words
from geomap.checks.telling.wording import Told, name_of, over_readings, place_in_words, quoted, says, sentences
from geomap.model import LINES, Claim, Margin, Place, Region, Verdict

_ELSEWHERE = 1.01
"""Farther off than by its distance alone, a place is in another direction too."""

Distance = tuple[Place, float]
"""A place, and how far it is from what the claim is measured from, in metres; negative inside that."""


def told_place(claim: Claim, region: Region, found: Distance, *, verdict: Verdict, margin: Margin, readings: int, robust: bool) -> Told:
    """What comparing a stated distance with that of a place came to."""
    place, away = found
    return Told(
        sentences(
            f"{says(claim)} is about {place_in_words(place)}, which the gazetteer has {_away(away, region)}: {_fit(margin.plain, away, region)}.",
            _limits(verdict, place, region),
        ),
        over_readings(margin, readings, verdict, robust=robust, noun="gap", lack="overlap"),
    )


def told_unresolved(claim: Claim, region: Region, name: str, candidates: Sequence[Distance]) -> Told:
    """Why a stated distance cannot be compared, and which of the places that may be meant would fit it."""
    listed = [f"{place_in_words(place)}, {_away(away, region)}, {_would_fit(away, region)}" for place, away in candidates]
    known = f"the candidates: {'; '.join(listed)}." if listed else "the gazetteer has no place of that name."
    return Told(sentences(f"whether {says(claim)} fits {quoted(name)} cannot be checked, for the name is not resolved.", known))


def _away(away: float, region: Region) -> str:
    """How far off a place is."""
    ground = name_of(region) if region.anchor.kind in LINES else place_in_words(region.anchor)
    return f"in {ground}" if away < 0 else f"{length_in_words(away)} from {ground}"


def _fit(gap: float, away: float, region: Region) -> str:
    if gap <= 0:
        return "that fits what is stated"
    if region.plain.miss(away) <= 0:
        return f"that is in another direction than is stated, {length_in_words(gap)} from there"
    if gap > _ELSEWHERE * region.plain.miss(away):
        return f"that is {length_in_words(gap)} from where it is by what is stated"
    return f"that is {length_in_words(gap)} {'less' if away < region.plain.low else 'more'} than what is stated"


def _limits(verdict: Verdict, place: Place, region: Region) -> str:
    if verdict is Verdict.UNCHECKABLE:
        reach = roughly_in_words(place.extent_m + region.reading.reach_m)
        return f"the places themselves reach {reach} together, which is more than that, so it proves nothing."
    return "what the places' extents and the rounding of the figures allow leaves it open." if verdict is Verdict.OPEN else ""


def _would_fit(away: float, region: Region) -> str:
    gap = region.plain.miss(away)
    if gap <= 0:
        return "near enough" if region.plain.low <= 0 else "which fits" if region.plain.high < float("inf") else "far enough"
    return f"{length_in_words(gap)} short of what is stated" if away < region.plain.low else f"{length_in_words(gap)} too far"

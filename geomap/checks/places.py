"""Claims against where the gazetteer puts the places that they name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import numpy as np

from geomap.checks.feasibility.landscape import Landscape
from geomap.checks.namings import named_by_target, names_by_report, puts_at_name
from geomap.checks.telling.places import Distance, told_place, told_unresolved
from geomap.geometry.constraint import Bounds
from geomap.model import (
    Claim,
    Evidence,
    Finding,
    FindingKind,
    Location,
    Margin,
    MentionKey,
    Place,
    Region,
    Verdict,
)


def check_places(evidence: Sequence[Evidence], locations: Mapping[MentionKey, Location], landscape: Landscape) -> Iterator[Finding]:
    """Findings on each distance that is stated from a named place to another named place.

    The other place is the claim's target ("Dvani, seven kilometres south-west of Tskhinvali"), or where the same sentence puts
    the same thing ("hit al-Shamiyah, more than 45 miles from the border post").
    """
    by_sentence: dict[_Sentence, list[Evidence]] = {}
    for item in evidence:
        if item.location is not None:
            by_sentence.setdefault(_sentence(item.claim), []).append(item)
    named = names_by_report(locations.values())
    for item in evidence:
        if item.region is None or item.claim.literal_distance is None or item.claim.declares_zone:
            continue
        companions = by_sentence.get(_sentence(item.claim), [])
        for location, companion in _named_positions(item.claim, companions, named.get(item.claim.span.report.id, [])):
            if location.resolved is not None and location.resolved.id == item.region.anchor.id:
                continue
            claims = (companion, item.claim) if companion is not None else (item.claim,)
            yield (
                _resolved(item, item.region, location.resolved, claims, landscape)
                if location.resolved
                else _unresolved(item.region, location, claims, landscape)
            )


_Sentence = tuple[str, int, int]
"""Report id, start and end."""


def _sentence(claim: Claim) -> _Sentence:
    return (claim.sentence.report.id, claim.sentence.start, claim.sentence.end)


def _named_positions(claim: Claim, companions: Sequence[Evidence], named: Sequence[Location]) -> Iterator[tuple[Location, Claim | None]]:
    """Named places that the claim says its distance of, with the claim that puts the thing there, if any.

    `companions` are the claims of its sentence, `named` the names of its report in reading order. What the reports themselves locate by
    this claim cannot be checked against it.
    """
    for location in named_by_target(claim, named):
        if not location.rests_on:
            yield location, None
    for other in companions:
        if other.location is not None and not other.location.rests_on and _puts_same_thing(other.claim, claim):
            yield other.location, other.claim


def _puts_same_thing(other: Claim, claim: Claim) -> bool:
    """Whether `other` names the place of what `claim` measures the distance of: one sentence, one event, one speaker."""
    return (
        puts_at_name(other)
        and other.event is not None
        and other.event == claim.event
        and other.source_name == claim.source_name
        and other.sentence == claim.sentence
        and other.span.end <= claim.span.start
    )


def _resolved(item: Evidence, region: Region, place: Place, claims: tuple[Claim, ...], landscape: Landscape) -> Finding:
    away = landscape.away(place, region.reading)
    gaps = [_missed(place, landscape.read(reading)) for reading in item.readings]
    gap = gaps[0]
    margin = Margin(plain=gap, low=min(gaps), high=max(gaps))
    at_most, at_least = (landscape.bounds(region, side) for side in ("outer", "inner"))
    if at_most is not None and _missed(place, at_most) > place.extent_m:
        verdict = Verdict.CONTRADICTORY
    elif gap > 0 and gap - place.extent_m - region.reading.reach_m <= 0:
        verdict = Verdict.UNCHECKABLE
    elif at_least is not None and _missed(place, at_least) <= -place.extent_m:
        verdict = Verdict.CONSISTENT
    else:
        verdict = Verdict.OPEN
    robust = {Verdict.CONTRADICTORY if each > 0 else Verdict.CONSISTENT for each in gaps} == {verdict}
    told = told_place(item.claim, region, (place, away), verdict=verdict, margin=margin, readings=len(gaps), robust=robust)
    return Finding(
        id="",
        kind=FindingKind.PLACE,
        claims=claims,
        regions=(region,),
        verdict=verdict,
        margin=margin,
        robust=robust,
        readings=len(gaps),
        explanation=told.explanation,
        summary=told.summary,
    )


def _missed(place: Place, bounds: Bounds) -> float:
    """How far a place's point is from a region, its directions in force; negative in it, by how deep."""
    lon, lat = np.array([place.lon]), np.array([place.lat])
    away = float(bounds.distances(lon, lat)[0])
    return away if away > 0 else -float(bounds.slacks(lon, lat)[0])


def _unresolved(region: Region, location: Location, claims: tuple[Claim, ...], landscape: Landscape) -> Finding:
    listed = [_distance(candidate.place, region, landscape) for candidate in location.candidates]
    told = told_unresolved(claims[-1], region, location.mention.span.text, listed)
    return Finding(
        id="",
        kind=FindingKind.PLACE,
        claims=claims,
        regions=(region,),
        verdict=Verdict.UNCHECKABLE,
        explanation=told.explanation,
        summary=told.summary,
    )


def _distance(place: Place, region: Region, landscape: Landscape) -> Distance:
    return place, landscape.away(place, region.reading)

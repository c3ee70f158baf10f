"""Claims against where the gazetteer puts the places that they name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence

from geomap.checks.feasibility.landscape import Landscape
from geomap.checks.telling.places import Distance, told_place, told_unresolved
from geomap.model import (
    Claim,
    Evidence,
    Finding,
    FindingKind,
    Location,
    Margin,
    Mention,
    MentionKey,
    MentionKind,
    Place,
    Region,
    Span,
    Verdict,
)

_ROUND = ("countryside", "outskirts", "suburb", "suburbs", "area", "region", "surroundings")
"""Feature words for what lies round a place, at no stated distance from it."""
_LONGEST_NAME = 300
"""No name of a place has more characters than this."""


def check_places(evidence: Sequence[Evidence], locations: Mapping[MentionKey, Location], landscape: Landscape) -> Iterator[Finding]:
    """Findings on each distance that is stated from a named place to another named place.

    The other place is the claim's target ("Dvani, seven kilometres south-west of Tskhinvali"), or where the same sentence puts
    the same thing ("hit al-Shamiyah, more than 45 miles from the border post").
    """
    by_sentence: dict[_Sentence, list[Evidence]] = {}
    for item in evidence:
        if item.location is not None:
            by_sentence.setdefault(_sentence(item.claim), []).append(item)
    named = _by_report(locations.values())
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


def _by_report(locations: Iterable[Location]) -> dict[str, list[Location]]:
    """The locations of names, by report and place in it."""
    found: dict[str, list[Location]] = {}
    for location in locations:
        if location.mention.kind is MentionKind.NAME:
            found.setdefault(location.mention.span.report.id, []).append(location)
    for group in found.values():
        group.sort(key=_start)
    return found


def _start(location: Location) -> int:
    return location.mention.span.start


def _named_positions(claim: Claim, companions: Sequence[Evidence], named: Sequence[Location]) -> Iterator[tuple[Location, Claim | None]]:
    """Named places that the claim says its distance of, with the claim that puts the thing there, if any.

    `companions` are the claims of its sentence, `named` the names of its report in reading order.
    """
    if claim.target is not None:
        first = bisect_left(named, claim.target.start - _LONGEST_NAME, key=_start)
        for location in named[first : bisect_left(named, claim.target.end, key=_start)]:
            if _same_words(location.mention.span, claim.target) and _is_whole(location.mention):
                yield location, None
    for other in companions:
        if other.location is not None and _puts_same_thing(other.claim, claim):
            yield other.location, other.claim


def _same_words(mention: Span, target: Span) -> bool:
    """Whether the target is that name, give or take an article or a feature word."""
    return mention.overlaps(target) and len(target.text) <= len(mention.text) + len("the village of ")


def _is_whole(mention: Mention) -> bool:
    """Whether the words mean the place itself, not a part of it or what lies round it."""
    return mention.part is None and not (mention.feature or "").endswith(_ROUND)


def _puts_same_thing(other: Claim, claim: Claim) -> bool:
    """Whether `other` names the place of what `claim` measures the distance of: one sentence, one event, one speaker."""
    return (
        other.relation.traits.is_containment
        and other.literal_distance is None
        and other.event is not None
        and other.event == claim.event
        and other.source_name == claim.source_name
        and other.sentence == claim.sentence
        and bool(other.anchors)
        and other.anchors[0].kind is MentionKind.NAME
        and _is_whole(other.anchors[0])
        and other.span.end <= claim.span.start
    )


def _resolved(item: Evidence, region: Region, place: Place, claims: tuple[Claim, ...], landscape: Landscape) -> Finding:
    away = landscape.away(place, region.reading)
    gap = region.plain.miss(away)
    gaps = [reading.distance.miss(landscape.away(place, reading)) for reading in item.readings]
    margin = Margin(plain=gap, low=min(gaps), high=max(gaps))
    if region.outer.miss(away) > place.extent_m:
        verdict = Verdict.CONTRADICTORY
    elif gap > 0 and gap - place.extent_m - region.reading.reach_m <= 0:
        verdict = Verdict.UNCHECKABLE
    elif region.inner is not None and region.inner.miss(away) <= -place.extent_m:
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

"""Borders and coasts that a report speaks of: which lines its words may mean, given the countries that it speaks of otherwise.

A line is a place of kind "border" or "coast". Its point and extent are for finding it on a map; nothing is ever measured from the point.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from geomap.gazetteer.kinds import VAST
from geomap.gazetteer.store.gazetteer import Gazetteer
from geomap.model import Candidate, Location, Mention, MentionKind, Place

_JOINT = re.compile(r"\s*(?:[-–—/]|\band\b)\s*")
_SPOKEN = 40.0
"""How many times likelier the border with a country is that the report speaks of."""
_LEAST_SCORE = 0.5
"""A line below this score is not resolved to."""
_KNOWN = 0.97
"""Score of a line that the words name in full: dividing lines are also disputed, and claimed elsewhere."""
_CLEAR_LEAD = 2.0
"""So many times the score of the second one must the first one have."""


def line_location(mention: Mention, gazetteer: Gazetteer, spoken: Collection[str]) -> Location:
    """The borders or coasts that a mention may mean, best first.

    The name of the mention is that of a country, or of two with a hyphen between. `spoken` are the codes of the countries that the
    report's other places lie in.
    """
    sort = "border" if mention.kind is MentionKind.BORDER else "coast"
    codes = countries_of(mention.name, gazetteer)
    if not codes:
        return Location(mention=mention, why=f"it is not clear which country's {sort} it is")
    found = _coasts(codes, gazetteer) if sort == "coast" else _borders(codes, gazetteer)
    if not found:
        names = " and ".join(gazetteer.country_name(code) for code in codes)
        return Location(mention=mention, why=f"{names} {'have' if len(codes) > 1 else 'has'} no {sort}")
    candidates = tuple(sorted(_candidates(found, codes, spoken, gazetteer), key=lambda each: (-each.score, each.place.id)))
    if not _is_clear(candidates):
        why = f"{gazetteer.country_name(codes[0])} has {len(found)} borders, and the report does not tell which"
        return Location(mention=mention, candidates=candidates, why=why)
    best = candidates[0]
    return Location(mention=mention, candidates=candidates, resolved=best.place, why=f"{best.place.name} leads: {best.reasons[0]}")


def _coasts(codes: Sequence[str], gazetteer: Gazetteer) -> list[Place]:
    """The coasts of all of some countries."""
    return [place for code in codes for place in gazetteer.lines("coast", code)]


def _borders(codes: Sequence[str], gazetteer: Gazetteer) -> list[Place]:
    """The borders of a country; of two the one between them."""
    return [place for place in gazetteer.lines("border", codes[0]) if len(codes) == 1 or codes[1] in sides(place)]


def _is_clear(candidates: Sequence[Candidate]) -> bool:
    """Whether the first line is likely enough, and clearly likelier than the second."""
    scores = [each.score for each in candidates]
    return scores[0] >= _LEAST_SCORE and (len(scores) == 1 or scores[0] > _CLEAR_LEAD * scores[1])


def countries_of(name: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The codes of the one or two countries that a name speaks of; none where it speaks of something else.

    The whole name goes first, for "Guinea-Bissau" is one country.
    """
    whole = _country_of(name, gazetteer)
    if whole is not None:
        return (whole,)
    parts = [_country_of(part, gazetteer) for part in _JOINT.split(name) if part]
    codes = tuple(dict.fromkeys(part for part in parts if part is not None))
    return codes if len(codes) == len(parts) == 2 else ()


def sides(place: Place) -> tuple[str, ...]:
    """The codes of the countries that a line is the border or coast of, which its id tells."""
    return tuple(place.id.partition(":")[2].split("-"))


def _country_of(name: str, gazetteer: Gazetteer) -> str | None:
    """The country of a name, or that a region of this name is held to be a part of."""
    found = [
        match.place for match in gazetteer.matches(name) if match.place.country and match.place.kind in VAST - {"first-level division"}
    ]
    found.sort(key=lambda place: place.kind != "country")
    return found[0].country if found else None


def _candidates(found: list[Place], codes: tuple[str, ...], spoken: Collection[str], gazetteer: Gazetteer) -> Iterator[Candidate]:
    others = {place.id: [code for code in sides(place) if code not in codes] for place in found}
    weights = {place.id: _SPOKEN if any(code in spoken for code in others[place.id]) else 1.0 for place in found}
    total = sum(weights.values())
    for place in found:
        reason = "the words name it" if len(found) == 1 else "one of several"
        if len(found) > 1 and weights[place.id] > 1:
            reason = f"the report speaks of {' and '.join(gazetteer.country_name(code) for code in others[place.id])} too"
        yield Candidate(place=place, score=round(_KNOWN * weights[place.id] / total, 4), reasons=(reason,))

"""Borders and coasts that a report speaks of: which lines its words may mean, given the countries that it has to do with otherwise.

A line is a place of kind "border" or "coast". Its point and extent are for finding it on a map; nothing is ever measured from the point.
"""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from itertools import combinations

from geomap.gazetteer.kinds import VAST
from geomap.gazetteer.resolution.involvement import Involvement, Sign
from geomap.gazetteer.store.gazetteer import Gazetteer
from geomap.model import Candidate, Location, Mention, MentionKind, Place

_JOINT = re.compile(r"\s*(?:[-–—/]|\band\b)\s*")
_BARE = frozenset("the border borders frontier frontiers boundary line international common shared dividing land".split())
"""Words of a border of which the words themselves tell no country."""
_AT_SEA = frozenset(("sea", "maritime"))
"""Words for a border that is none on land."""
_LEAST_SCORE = 0.5
"""A line below this score is not resolved to."""
_KNOWN = 0.97
"""Score of a line that the words name in full: dividing lines are also disputed, and claimed elsewhere."""
_CLEAR_LEAD = 2.0
"""So many times the score of the second one must the first one have."""


def line_location(mention: Mention, gazetteer: Gazetteer, involved: Involvement) -> Location:
    """The borders or coasts that a mention may mean, best first.

    The name of the mention is that of a country, or of two with a hyphen between; a border whose words name none is that between the two
    neighbours that the report has most to do with. Where two lines are about as likely, it stays open, and says which.
    """
    if mention.kind is MentionKind.BORDER and not _AT_SEA.isdisjoint(mention.span.text.lower().split()):
        return Location(mention=mention, why="no table here has the borders at sea")
    sort = "border" if mention.kind is MentionKind.BORDER else "coast"
    codes = countries_of(mention.name, gazetteer)
    if not codes:
        if sort == "border" and is_bare(mention):
            return _between_neighbours(mention, gazetteer, involved)
        return Location(mention=mention, why=f"it is not clear which country's {sort} it is")
    found = _coasts(codes, gazetteer) if sort == "coast" else _borders(codes, gazetteer)
    if not found:
        names = " and ".join(gazetteer.country_name(code) for code in codes)
        return Location(mention=mention, why=f"{names} {'have' if len(codes) > 1 else 'has'} no {sort}")
    signs = {place.id: _sign(mention, place, codes, involved) for place in found}
    candidates = ranked(found, signs)
    if not is_clear(candidates):
        why = (
            f"{gazetteer.country_name(codes[0])} has {len(found)} borders, and the report does not tell which{likeliest(candidates, signs)}"
        )
        return Location(mention=mention, candidates=candidates, why=why)
    return resolved_to(mention, candidates)


def is_bare(mention: Mention) -> bool:
    """Whether the words for a border name no country: "the border", "the frontier line"."""
    return not mention.name[:1].isupper() and _BARE.issuperset(mention.name.lower().split())


def _between_neighbours(mention: Mention, gazetteer: Gazetteer, involved: Involvement) -> Location:
    """The border between the two neighbours that the report has most to do with."""
    signs: dict[str, Sign] = {}
    found: list[Place] = []
    named = [country for country in involved.countries if country in involved.counts or country in involved.elsewhere]
    for one, other in combinations(named, 2):
        for place in _borders((one, other), gazetteer):
            found.append(place)
            weight = involved.sign(one, mention).weight + involved.sign(other, mention).weight
            names = " and ".join(gazetteer.country_name(code) for code in (one, other))
            signs[place.id] = Sign(weight=weight, reason=f"the report has to do with {names}, which are neighbours")
    if not found:
        return Location(mention=mention, why="it is not clear whose border it is: the report speaks of no two neighbours")
    candidates = ranked(found, signs)
    if not is_clear(candidates):
        why = f"the report does not tell which border it is{likeliest(candidates, signs)}"
        return Location(mention=mention, candidates=candidates, why=why)
    return resolved_to(mention, candidates)


def _sign(mention: Mention, place: Place, codes: Sequence[str], involved: Involvement) -> Sign:
    """What speaks for a line of a country by the country on its other side."""
    others = [code for code in sides(place) if code not in codes]
    signs = [involved.sign(code, mention) for code in others]
    return max(signs, key=lambda sign: sign.weight) if signs else Sign(weight=0.0, reason="the words name it")


def ranked(found: Sequence[Place], signs: Mapping[str, Sign]) -> tuple[Candidate, ...]:
    """Places with their shares of the odds, the likeliest first; `signs` by their ids."""
    odds = {place.id: math.exp(signs[place.id].weight) for place in found}
    total = sum(odds.values())
    only = len(found) == 1
    candidates = (
        Candidate(
            place=place,
            score=round(_KNOWN * odds[place.id] / total, 4),
            reasons=("the words name it" if only and not signs[place.id].weight else signs[place.id].reason,),
        )
        for place in found
    )
    return tuple(sorted(candidates, key=lambda each: (-each.score, each.place.id)))


def likeliest(candidates: Sequence[Candidate], signs: Mapping[str, Sign]) -> str:
    """Which places are about as likely, in words; nothing where they all are."""
    best = candidates[0].score
    near = [each for each in candidates if each.score * _CLEAR_LEAD >= best]
    if not signs[candidates[0].place.id].weight or len(near) < 2:
        return ""
    return f": {' and '.join(each.place.name for each in near)} are about as likely"


def resolved_to(mention: Mention, candidates: tuple[Candidate, ...]) -> Location:
    """A mention at the first of its candidates."""
    best = candidates[0]
    return Location(mention=mention, candidates=candidates, resolved=best.place, why=f"{best.place.name} leads: {best.reasons[0]}")


def _coasts(codes: Sequence[str], gazetteer: Gazetteer) -> list[Place]:
    """The coasts of all of some countries."""
    return [place for code in codes for place in gazetteer.lines("coast", code)]


def _borders(codes: Sequence[str], gazetteer: Gazetteer) -> list[Place]:
    """The borders of a country; of two the one between them."""
    return [place for place in gazetteer.lines("border", codes[0]) if len(codes) == 1 or codes[1] in sides(place)]


def is_clear(candidates: Sequence[Candidate]) -> bool:
    """Whether the first place is likely enough, and clearly likelier than the second."""
    scores = [each.score for each in candidates]
    return scores[0] >= _LEAST_SCORE and (len(scores) == 1 or scores[0] > _CLEAR_LEAD * scores[1])


def countries_of(name: str, gazetteer: Gazetteer) -> tuple[str, ...]:
    """The codes of the one or two countries that a name speaks of; none where it speaks of something else.

    The whole name goes first, for "Guinea-Bissau" is one country.
    """
    whole = country_of(name, gazetteer)
    if whole is not None:
        return (whole,)
    parts = [country_of(part, gazetteer) for part in _JOINT.split(name) if part]
    codes = tuple(dict.fromkeys(part for part in parts if part is not None))
    return codes if len(codes) == len(parts) == 2 else ()


def sides(place: Place) -> tuple[str, ...]:
    """The codes of the countries that a line is the border or coast of, which its id tells."""
    return tuple(place.id.partition(":")[2].split("-"))


def country_of(name: str, gazetteer: Gazetteer) -> str | None:
    """The country of a name, or that a region of this name is held to be a part of."""
    found = [
        match.place for match in gazetteer.matches(name) if match.place.country and match.place.kind in VAST - {"first-level division"}
    ]
    found.sort(key=lambda place: place.kind != "country")
    return found[0].country if found else None

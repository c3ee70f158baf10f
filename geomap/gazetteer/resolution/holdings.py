"""A state's airspace and waters: whose they are, and which places stand for them.

Airspace is the land of the state, and where a report may be about the sea, its territorial waters too. Waters are what lies within twelve
nautical miles of its coast. Their exact limits are in no table here: baselines, bays, and what neighbours agreed on.
"""

from __future__ import annotations

from collections.abc import Collection

from geomap.gazetteer.resolution.involvement import Involvement
from geomap.gazetteer.store.gazetteer import Gazetteer
from geomap.model import Candidate, Location, Mention, MentionKind, Place

AIRSPACE, WATERS = "airspace", "waters"
"""Kinds of places that are worked out of a state's land and coast."""
_AIR = frozenset(("airspace", "skies"))
_OWN = frozenset("national our".split())
"""Words for what is the speaker's, or else the publisher's."""
_THEIR = frozenset("its their his her".split())
_NO_STATES = frozenset("international neutral".split())
_AT_SEA = frozenset("sea ocean gulf strait bay channel island islands coast".split())
"""Kinds of places that tell that a report may be about the sea."""
_REACH_M = 2 * 12 * 1852.0
"""How far from a coast its waters may reach: twelve nautical miles, and as many for bays and islands before it."""
_KNOWN = 0.97
"""Score of what the words name: whose some air and waters are is also disputed."""
_WITH_WATERS = 0.6
"""Score of airspace with that over the waters, where the report may be about the sea."""


def is_holding(mention: Mention) -> bool:
    """Whether the words are for a state's air or waters."""
    return mention.kind is MentionKind.COMMON and _noun(mention) in _AIR | {WATERS}


def holding_location(mention: Mention, kinds: Collection[str], involved: Involvement, gazetteer: Gazetteer) -> Location:
    """What a mention of airspace or waters may mean; `kinds` are those of the report's other places."""
    state, why = _state(mention, involved, gazetteer)
    if state is None:
        return Location(mention=mention, why=why)
    coast = next(iter(gazetteer.lines("coast", state.country or "")), None)
    if _noun(mention) in _AIR:
        places = [(state, _KNOWN, f"the airspace over {state.name}, {why}")]
        if coast is not None and not _AT_SEA.isdisjoint(kinds):
            places.append((_over(AIRSPACE, state, coast), _WITH_WATERS, "with the airspace over its territorial waters"))
    elif coast is None:
        return Location(mention=mention, why=f"{state.name} has no coast")
    else:
        near = "within 12 nautical miles of the coast, wherever the neighbours' waters begin"
        places = [(_over(WATERS, state, coast), _KNOWN, f"{near}, {why}")]
    candidates = tuple(Candidate(place=place, score=score, reasons=(reason,)) for place, score, reason in places)
    best = candidates[0]
    return Location(mention=mention, candidates=candidates, resolved=best.place, why=f"{best.place.name} leads: {best.reasons[0]}")


def _noun(mention: Mention) -> str:
    return (mention.feature or "").split(" ")[-1]


def _state(mention: Mention, involved: Involvement, gazetteer: Gazetteer) -> tuple[Place | None, str]:
    """The state that holds what is meant, and why it is this one or none is clear."""
    first = mention.name.lower().split(" ", 1)[0]
    if first in _NO_STATES:
        return None, "no state holds it"
    if mention.name[:1].isupper():
        return _country(mention.name, gazetteer), "as the words have it" if _country(mention.name, gazetteer) else _UNCLEAR
    if first in _OWN | _THEIR:
        speaker = involved.of_speaker(mention)
        if speaker is not None:
            return _country(gazetteer.country_name(speaker), gazetteer), "the country of who says so"
        if first in _OWN and involved.home is not None:
            return _country(gazetteer.country_name(involved.home), gazetteer), "the publisher's country"
    return None, _UNCLEAR


_UNCLEAR = "it is not clear which state holds it"


def _country(name: str, gazetteer: Gazetteer) -> Place | None:
    return next((match.place for match in gazetteer.matches(name) if match.place.kind == "country" and match.grade.as_spelt), None)


def _over(kind: str, state: Place, coast: Place) -> Place:
    """Air or waters as a place that is found on a map by the coast; it lies in no country, for whose it is may be disputed."""
    return Place(
        id=f"{kind}:{state.country}",
        name=f"{kind} of {state.name}",
        lon=coast.lon,
        lat=coast.lat,
        kind=kind,
        country=None,
        extent_m=coast.extent_m + _REACH_M + (state.extent_m if kind == AIRSPACE else 0.0),
        extent_stated=True,
        source=coast.source,
    )

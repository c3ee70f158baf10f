"""What one report leaves open and the others of its case decide: the place of a name, or "the Malian border" beside three reports on Niger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from geomap.gazetteer.resolution.capitals import capital_location, is_capital
from geomap.gazetteer.resolution.context import home_country
from geomap.gazetteer.resolution.involvement import Involvement
from geomap.gazetteer.resolution.lines import countries_of, line_location, sides
from geomap.gazetteer.resolution.throughout import agreed
from geomap.gazetteer.store.gazetteer import Gazetteer
from geomap.model import Extraction, Location, MentionKind


def settled_together(
    extractions: Sequence[Extraction], located: Sequence[Sequence[Location]], gazetteer: Gazetteer
) -> tuple[tuple[Location, ...], ...]:
    """The locations of each report, looked at again with those of the others.

    A name means one place in all reports but those that clearly mean another by it. A border or a capital that a report leaves open follows
    from what the others have to do with; a border that it decides by the places that it names stays as it is, and one that it decides by
    nationality words alone, as by "Russian missiles", does where the places that the others name do not say otherwise.
    """
    located = agreed(located, gazetteer)
    told = [_told(extraction, locations, gazetteer) for extraction, locations in zip(extractions, located, strict=True)]
    everywhere, placed = Counter[str](), Counter[str]()
    for each in told:
        everywhere += each.involved.counts
        placed += each.places
    return tuple(
        tuple(_again(location, each, everywhere, placed, gazetteer) for location in locations)
        for each, locations in zip(told, located, strict=True)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """The countries that one report has to do with."""

    involved: Involvement
    places: Counter[str]
    """How often each is named, or a place in it; nationality words do not count."""


def _told(extraction: Extraction, locations: Sequence[Location], gazetteer: Gazetteer) -> _Told:
    home = home_country(extraction.home, gazetteer)
    named = [each for each in locations if each.mention.kind in (MentionKind.NAME, MentionKind.DEMONYM)]
    involved = Involvement.of(named, extraction.claims, None if home is None else home[0], gazetteer)
    places = [each.resolved for each in named if each.mention.kind is MentionKind.NAME]
    return _Told(involved=involved, places=Counter(place.country for place in places if place is not None and place.country))


def _again(location: Location, told: _Told, everywhere: Counter[str], placed: Counter[str], gazetteer: Gazetteer) -> Location:
    if location.resolved is None and is_capital(location.mention):
        found = capital_location(location.mention, replace(told.involved, elsewhere=everywhere - told.involved.counts), gazetteer)
        return location if found.resolved is None else found
    if location.mention.kind is not MentionKind.BORDER:
        return location
    involved, resolved = told.involved, location.resolved
    if resolved is None:
        asked = replace(involved, elsewhere=everywhere - involved.counts)
    elif told.places.keys().isdisjoint(set(sides(resolved)) - set(countries_of(location.mention.name, gazetteer))):
        adjectives = frozenset(involved.counts.keys() - told.places.keys())
        asked = replace(involved, elsewhere=placed - told.places, adjectives=adjectives)
    else:
        return location
    found = line_location(location.mention, gazetteer, asked)
    return location if found.resolved is None else found

"""What one report leaves open and the others of its case decide: the place of a name, or "the Malian border" beside three reports on Niger."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from geomap.gazetteer.resolution.context import home_country
from geomap.gazetteer.resolution.involvement import Involvement
from geomap.gazetteer.resolution.lines import line_location
from geomap.gazetteer.resolution.throughout import agreed
from geomap.gazetteer.store.gazetteer import Gazetteer
from geomap.model import Extraction, Location, MentionKind


def settled_together(
    extractions: Sequence[Extraction], located: Sequence[Sequence[Location]], gazetteer: Gazetteer
) -> tuple[tuple[Location, ...], ...]:
    """The locations of each report, looked at again with those of the others.

    A name means one place in all reports but those that clearly mean another by it. A border that a report leaves open follows from what
    the others have to do with; one that it decides by itself stays as it is.
    """
    located = agreed(located, gazetteer)
    signs = [_involvement(extraction, locations, gazetteer) for extraction, locations in zip(extractions, located, strict=True)]
    whole: Counter[str] = Counter()
    for each in signs:
        whole += each.counts
    return tuple(
        tuple(_again(location, replace(involved, elsewhere=whole - involved.counts), gazetteer) for location in locations)
        for involved, locations in zip(signs, located, strict=True)
    )


def _involvement(extraction: Extraction, locations: Sequence[Location], gazetteer: Gazetteer) -> Involvement:
    home = home_country(extraction.home, gazetteer)
    named = [each for each in locations if each.mention.kind in (MentionKind.NAME, MentionKind.DEMONYM)]
    return Involvement.of(named, extraction.claims, None if home is None else home[0], gazetteer)


def _again(location: Location, involved: Involvement, gazetteer: Gazetteer) -> Location:
    if location.mention.kind is not MentionKind.BORDER or location.resolved is not None:
        return location
    found = line_location(location.mention, gazetteer, involved)
    return location if found.resolved is None else found

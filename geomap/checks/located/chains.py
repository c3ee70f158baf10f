"""Names located by the claims of the reports, one after the other: what is measured from a name waits until that is located.

Each name is settled once, by what is known by then. Of names that are only measured from each other the first of which something else is
known begins, without what is measured from the others; where nothing is, the circle ends, and none is located.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import shapely
from shapely.geometry.base import BaseGeometry

from geomap.areas.covers import area_in_words, area_km2, enclosing
from geomap.checks.located.names import Naming, key_of, namings_of, points_back
from geomap.checks.located.sets import Areas, Room, puts_somewhere, resting_on, room_for, rooms_of
from geomap.checks.located.sites import locate_sites
from geomap.checks.telling.lengths import length_in_words
from geomap.model import (
    LOCATED,
    Candidate,
    Claim,
    Evidence,
    Located,
    Location,
    Mention,
    MentionKey,
    Place,
    Region,
)
from geomap.relations import Limit
from geomap.units import Interval

SOURCE = "located by the reports"
Gather = Callable[[tuple[Claim, ...], Mapping[MentionKey, Location]], tuple[Evidence, ...]]
WIDEST_M = 100_000.0
"""A name that may lie anywhere in a wider circle is no place to measure from."""
_MOST_NAMED = 4
"""Claims that a place's name lists."""
_ROUNDED_M = 0.2
"""What rounding the middle to a millionth of a degree may add to its distance from the edge."""
_UNFAIR = 0.3
"""Share of its score that a candidate of the gazetteer keeps which lies elsewhere than where the reports put the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Settled:
    """The evidence after the reports' own names are located."""

    locations: dict[MentionKey, Location]
    evidence: tuple[Evidence, ...]
    located: tuple[Located, ...]
    """In reading order of the names."""


def locate_names(evidence: tuple[Evidence, ...], locations: Mapping[MentionKey, Location], gather: Gather) -> Settled:
    """Locate the names that no gazetteer has by the claims on them, and what is measured from these names by their places.

    So are the places of incidents that zones lie around. `gather` gives the evidence of claims anew, once something that they are measured
    from has a place.
    """
    namings = namings_of([item.claim for item in evidence], locations)
    known = _Known(evidence, dict(locations), gather)
    found: dict[str, list[Located]] = {}
    waiting = dict(namings)
    while waiting:
        ready = [naming for naming in waiting.values() if not known.waits_for(naming, waiting)]
        if not ready:
            ready = [naming for naming in waiting.values() if known.usable(naming.claims)][:1]
        if not ready:
            break
        for naming in ready:
            del waiting[naming.key]
            found[naming.key] = _located(naming, known)
        known.move([(namings[naming.key], each) for naming in ready for each in found[naming.key] if each.place is not None])
    known.put(locate_sites([*known.evidence.values()], known.locations))
    return Settled(
        locations=known.locations,
        evidence=tuple(known.evidence.values()),
        located=tuple(each for key in namings for each in found.get(key, ())),
    )


class _Known:
    """What is known so far: the places of mentions, and the evidence of claims."""

    def __init__(self, evidence: Sequence[Evidence], locations: dict[MentionKey, Location], gather: Gather) -> None:
        self.evidence = {item.claim.id: item for item in evidence}
        self.locations = locations
        self.areas: dict[str, BaseGeometry] = {}
        """Of the places that the reports locate, by place id."""
        self._gather = gather

    def usable(self, ids: Iterable[str]) -> list[Evidence]:
        """The evidence of those claims that say where something is."""
        return [self.evidence[each] for each in ids if puts_somewhere(self.evidence[each])]

    def waits_for(self, naming: Naming, waiting: Mapping[str, Naming]) -> bool:
        """Whether a claim on a name is measured from another that is not settled."""
        anchors = (anchor for each in naming.claims for anchor in self.evidence[each].claim.anchors)
        return any(key_of(anchor.name) in waiting for anchor in anchors if self._is_open(anchor))

    def _is_open(self, mention: Mention) -> bool:
        location = self.locations.get(mention.key)
        return location is not None and location.resolved is None

    def move(self, located: Sequence[tuple[Naming, Located]]) -> None:
        """Put names where the reports locate them, and gather the evidence of what is measured from them anew."""
        moved: set[MentionKey] = set()
        for naming, each in located:
            if each.place is not None:
                self.areas[each.place.id] = each.area
            names = {mention.key for mention in naming.mentions}
            reports = {mention.span.report.id for mention in naming.mentions}
            # What the analyst has left open stays so; the area is listed all the same.
            keys = [
                key
                for key, location in self.locations.items()
                if not location.chosen and (key in names or (key[0] in reports and _stands_for(location, naming)))
            ]
            self.locations |= {key: _moved(self.locations[key], each) for key in keys}
            moved.update(keys)
        if moved:
            self._gather_again(moved)

    def put(self, located: Mapping[MentionKey, Location]) -> None:
        """Put words where something else locates them, and gather the evidence of what is measured from them anew."""
        self.locations |= located
        if located:
            self._gather_again(set(located))

    def _gather_again(self, moved: set[MentionKey]) -> None:
        """Gather the evidence of the sentences whose claims are measured from what has moved: two claims of one may be legs of an offset."""
        items = self.evidence.values()
        sentences = {_sentence(item.claim) for item in items if any(anchor.key in moved for anchor in item.claim.anchors)}
        again = tuple(item.claim for item in items if _sentence(item.claim) in sentences)
        self.evidence |= {item.claim.id: _softened(item) for item in self._gather(again, self.locations)}


def _sentence(claim: Claim) -> tuple[str, int]:
    return (claim.sentence.report.id, claim.sentence.start)


def _stands_for(location: Location, naming: Naming) -> bool:
    """Whether words without a name of their own, as "the post", point back to a name."""
    return points_back(location.mention) and location.resolved is None and key_of(location.mention.name) == naming.key


def _moved(location: Location, located: Located) -> Location:
    """A location at the place where the reports put it; candidates of the gazetteer that lie elsewhere are no fair reading any more."""
    place = located.place
    if place is None:
        return location
    fair = [each for each in (place, located.loosest) if each is not None]
    here = [Candidate(place=each, score=1.0, reasons=(located.why,)) for each in fair]
    others = [
        candidate
        if shapely.intersects_xy(located.area, *candidate.place.lonlat)
        else replace(
            candidate,
            score=candidate.score * _UNFAIR,
            reasons=("lies elsewhere than the reports put the name", *candidate.reasons),
        )
        for candidate in location.candidates
    ]
    return replace(location, candidates=(*here, *others), resolved=place, why=located.why, rests_on=located.rests_on)


def _softened(item: Evidence) -> Evidence:
    """Evidence from a place that lies anywhere in its extent: nothing is surely in it, and nothing in its extent surely outside of it."""
    region = item.region
    if region is None or region.anchor.kind != LOCATED:
        return item
    limit, figure = item.claim.relation.traits.limit, item.claim.literal_distance
    if limit is not Limit.FOOTPRINT or figure is not None:
        return item
    if item.claim.relation.traits.is_complement:
        return replace(item, region=replace(region, outer=Interval(0.0, math.inf)))
    return replace(item, region=replace(region, inner=None))


def _located(naming: Naming, known: _Known) -> list[Located]:
    """Where the claims put a name: once where all of them can hold together, else once for each of the largest sets that can."""
    own, others = known.usable(naming.own), known.usable(naming.others)
    rooms = rooms_of(own or others, known.areas)
    if own and others and len(rooms) == 1:
        with_others = rooms_of([*own, *others], known.areas)
        rooms = with_others if len(with_others) == 1 else rooms
    return [_record(naming, room, rooms, known.areas) for room in rooms]


def _record(naming: Naming, room: Room, rooms: Sequence[Room], areas: Areas) -> Located:
    ids = tuple(item.claim.id for item in room.items)
    rests_on = resting_on(room.items)
    bounded = room.cover.limit_m is None
    size = area_km2(room.cover.area) if bounded else None
    place = _place(naming, room.cover.area, rests_on) if bounded and len(rooms) == 1 else None
    if place is not None and place.extent_m > WIDEST_M:
        place = None
    return Located(
        name=_words(naming),
        claims=ids,
        rests_on=rests_on,
        mentions=tuple(naming.mentions),
        area=room.cover.area,
        area_km2=size,
        limit_m=room.cover.limit_m,
        place=place,
        loosest=_loosest(naming, room, areas, place),
        why=_why(rests_on, size, place, len(rooms)),
    )


def _words(naming: Naming) -> str:
    return " ".join(naming.mentions[0].name.split())


def _place(naming: Naming, area: BaseGeometry, rests_on: Sequence[str], how: str = "") -> Place:
    """The middle of an area as a place, whose extent is the area's."""
    centre, extent = enclosing(area)
    return Place(
        id=f"reports:{naming.key.replace(' ', '-')}{how and '-loosely'}",
        name=f"{_words(naming)} ({SOURCE}{how}: {_listed(rests_on)})",
        lon=round(centre[0], 6),
        lat=round(centre[1], 6),
        kind=LOCATED,
        country=None,
        extent_m=extent + _ROUNDED_M,
        source=SOURCE,
    )


def _loosest(naming: Naming, room: Room, areas: Areas, place: Place | None) -> Place | None:
    """The place if the claims that locate it are read in any fair way; None where that is the same."""
    if place is None:
        return None
    plain = [item.region for item in room.items if item.region is not None]
    regions = [_loosened(item, region) for item, region in zip(room.items, plain, strict=True)]
    if regions == plain:
        return None
    return _place(naming, room_for(regions, areas).area, resting_on(room.items), ", loosely read")


def _loosened(item: Evidence, region: Region) -> Region:
    """A claim's region with all in its outer bound that the readings from the same place allow."""
    read = [reading.distance for reading in item.readings if reading.anchor.id == region.anchor.id]
    low, high = min(each.low for each in read), max(each.high for each in read)
    return replace(region, outer=Interval(min(region.outer.low, low), max(region.outer.high, high)))


def _why(rests_on: Sequence[str], size: float | None, place: Place | None, sets: int) -> str:
    """What the reports say of where a name is, as one sentence."""
    by = f"{SOURCE}, by {_listed(rests_on)}"
    if size is None:
        return f"{by}: these claims set no limit outward, so that nothing can be measured from it"
    words = f"{by}: some {area_in_words(size)}"
    if place is not None:
        return f"{words} within {length_in_words(place.extent_m)} of {_point(place)}"
    if sets == 1:
        return f"{words}, too wide to measure from"
    return f"{words}; the claims on it cannot all hold, and leave {sets} such areas"


def _point(place: Place) -> str:
    """A point for prose: "34.76 N, 71.28 E"."""
    return f"{abs(place.lat):.2f} {'S' if place.lat < 0 else 'N'}, {abs(place.lon):.2f} {'W' if place.lon < 0 else 'E'}"


def _listed(ids: Sequence[str]) -> str:
    shown, more = list(ids[:_MOST_NAMED]), len(ids) - _MOST_NAMED
    if more > 0:
        return f"{', '.join(shown)} and {more} more"
    return f"{', '.join(shown[:-1])} and {shown[-1]}" if len(shown) > 1 else shown[0]

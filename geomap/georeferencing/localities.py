"""Locality strings, such as "10 km NE of Palmyra", as points with a radius: read as reports are, and counted as the guides count.

The words are read by `geomap.language`, their names looked up in the offline gazetteer, and what comes out is computed by
`geomap.georeferencing.point_radius`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from geomap.errors import LocalityError
from geomap.exports.records import place_record
from geomap.gazetteer import Gazetteer, locate
from geomap.geometry.geodesy import FARTHEST_M
from geomap.georeferencing.point_radius import (
    Georeference,
    Part,
    Source,
    between,
    convention_of,
    coordinates,
    distance_along_path,
    distance_at_heading,
    distance_error_m,
    distance_only,
    named_place,
    near,
    offset_error,
    orthogonal,
)
from geomap.language import extract
from geomap.model import Candidate, Claim, Location, Mention, MentionKind, Place, Quantity, Report, Span
from geomap.policy import Policy
from geomap.relations import Limit, Relation
from geomap.units import Interval

_ALONG = re.compile(
    r"\(?\s*\b(?:by (?:the )?(?:road|river|track|trail|rail|train|path|highway|sea|boat)|via|along|up(?! to\b)|down|upstream|downstream|on foot)\b",
    re.IGNORECASE,
)
_ASIDE = re.compile(r"\s*\([^()]*\)")
"""Words in brackets say how a distance was measured, and stand between it and its place."""
_DEGREES = re.compile(r"(?<![\d.])(\d{1,3}(?:\.\d+)?)\s?(?:°|º|deg\b|degrees\b)", re.IGNORECASE)
_CONTAINER = re.compile(r",|\s(?=in\s)", re.IGNORECASE)
_FIGURE = re.compile(r"\d[\d.,]*\s?\w*")
_BY_RANK = tuple(Relation)
LEAST_LARGER = 1.2
"""Of namesakes that nothing else decides between, the largest is taken if it has at least so many times the inhabitants of the next."""
_MOST_LISTED = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Options:
    """What the words do not say, as the Georeferencing Calculator asks for it."""

    convention: str = "chapman2020"
    """A name of `geomap.georeferencing.point_radius.CONVENTIONS`."""
    at: tuple[float, float] | None = None
    """The place's point (lon, lat), instead of the gazetteer's."""
    on_path: tuple[float, float] | None = None
    """For a distance along a path: the point (lon, lat) on it so far from the place."""
    place_id: str | None = None
    """Which place the name means, by its id in the gazetteer."""
    extent_m: float | None = None
    """The place's radial, instead of the gazetteer's."""
    near_m: float | None = None
    """How far "near" reaches, instead of the policy's."""
    distance_precision_m: float | None = None
    """The unit to which the distance was given, instead of what its figures show."""
    coordinate_precision_deg: float | None = None
    """The unit to which the coordinates were given, instead of what their figures show."""
    datum_m: float | None = None
    """The error for an unknown datum."""
    datum_unknown: bool = False
    """Whether the datum is unknown, and the convention's figure is to be taken."""
    map_m: float = 0.0
    measurement_m: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The place that a name of a locality was taken to be."""

    name: str
    """The words."""
    place: Place
    why: str
    others: tuple[Candidate, ...] = ()
    """What else it may be, the likeliest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A locality with its georeference, and what that rests on."""

    text: str
    georeference: Georeference
    chosen: tuple[Chosen, ...] = ()
    """One place, two for "between", none for coordinates."""
    otherwise: tuple[tuple[float, float], ...] = ()
    """For coordinates that do not tell their hemisphere: what else they may be, (lon, lat)."""
    notes: tuple[str, ...] = ()


def georeference(text: str, *, gazetteer: Gazetteer, options: Options | None = None, policy: Policy | None = None) -> Answer:
    """The point and radius of one locality.

    Raises LocalityError where the words are not understood, or the place is not known or one of several that nothing decides between;
    GeoreferenceError for a convention that is not there, or has no figure for the datum; ChoiceError for an id that is not there.
    """
    return _Locality(" ".join(text.split()), gazetteer, options or Options(), policy or Policy()).answer()


class _Locality:
    """One locality being read."""

    def __init__(self, text: str, gazetteer: Gazetteer, options: Options, policy: Policy) -> None:
        self.text, self.gazetteer, self.options, self.policy = text, gazetteer, options, policy
        self.along = _ALONG.search(text) is not None
        self.chosen: list[Chosen] = []
        self.notes: list[str] = []

    def answer(self) -> Answer:
        if not self.text:
            raise LocalityError("there is no locality to georeference")
        claims, mentions = self._read(_ASIDE.sub("", self.text))
        if not claims:
            claims, _ = self._read(f"coordinates {self.text}")
            claims = [claim for claim in claims if claim.relation is Relation.POSITION]
        if not claims:
            return self._told(self._named(mentions))
        first = min(claims, key=_particular)
        if first.relation.traits.no_locality:
            raise LocalityError(first.relation.traits.no_locality, source=repr(self.text))
        if first.relation is Relation.POSITION and first.anchors[0].lonlat is not None:
            return self._told(self._position(first.anchors[0]), otherwise=first.anchors[0].otherwise)
        if first.relation.traits.is_containment and any(mention.span.end <= first.span.start for mention in mentions):
            return self._told(self._named(mentions))
        return self._told(self._measured(first, claims, mentions))

    def _told(self, found: Georeference, otherwise: tuple[tuple[float, float], ...] = ()) -> Answer:
        return Answer(text=self.text, georeference=found, chosen=tuple(self.chosen), otherwise=otherwise, notes=tuple(self.notes))

    def _read(self, words: str) -> tuple[list[Claim], list[Mention]]:
        """The claims, and the mentions that are their anchors or lie outside them: the "NE" of a distance is not Nebraska."""
        extraction = extract(Report(id="locality", text=words), names=self.gazetteer)
        claims = list(extraction.claims)
        anchors = {anchor.span for claim in claims for anchor in claim.anchors}
        outside = [
            mention
            for mention in extraction.mentions
            if mention.span in anchors or not any(mention.span.overlaps(claim.span) for claim in claims)
        ]
        return claims, outside

    def _named(self, mentions: list[Mention]) -> Georeference:
        """A place alone, whose name need not look like one: "homs". Larger places after a comma or "in" say which."""
        head = _CONTAINER.split(self.text)[0]
        named = [mention for mention in mentions if mention.span.start < len(head)]
        if not named:
            named = [Mention(span=Span(Report(id="locality", text=self.text), 0, len(head)), name=head.strip())]
            mentions = [*named, *mentions]
        name = named[0]
        if len(named) > 1:
            raise LocalityError(f"names {name.name} and {named[1].name}, and not how it lies to them", source=repr(self.text))
        rest = self.text[: name.span.start] + self.text[name.span.end :]
        if figure := _FIGURE.search(rest):
            raise LocalityError(f"what {figure.group()!r} says of {name.name} is not understood", source=repr(self.text))
        place = self._place(name, mentions, ())
        return named_place(
            place.lonlat, extent_m=self._extent_m(place), source=self._source(place.lonlat), convention=self.options.convention
        )

    def _position(self, mention: Mention) -> Georeference:
        lonlat = mention.lonlat or (0.0, 0.0)
        source = self._source(lonlat)
        if self.options.coordinate_precision_deg is None:
            source = replace(source, coordinate_precision_m=mention.precision_m)
        return coordinates(lonlat, source=source, convention=self.options.convention)

    def _measured(self, claim: Claim, claims: Sequence[Claim], mentions: list[Mention]) -> Georeference:
        """A claim that starts from one place, or two."""
        convention = self.options.convention
        anchors = claim.anchors or tuple(mention for mention in mentions if mention.span.start >= claim.span.end)[:1]
        if not anchors:
            raise LocalityError("from where is not said", source=repr(self.text))
        places = [self._place(anchor, mentions, claims) for anchor in anchors]
        place = places[0]
        source = self._source(place.lonlat)
        if claim.relation.traits.limit is Limit.MIDDLE and len(places) > 1:
            return between(place.lonlat, places[1].lonlat, source=source, convention=convention)
        extent_m = self._extent_m(place)
        if claim.relation.traits.limit is Limit.POLICY:
            soft_m = min(self.policy.near_m, self.policy.length(claim.relation.traits.policy_length))
            buffer_m = soft_m if self.options.near_m is None else self.options.near_m
            return near(place.lonlat, extent_m=extent_m, buffer_m=buffer_m, source=source, convention=convention)
        if claim.distance is None or claim.distance.vague:
            if not claim.relation.traits.is_containment:
                raise LocalityError("how far is not said in figures", source=repr(self.text))
            if anchors[0].part is not None:
                self.notes.append("the part of the place is not looked for: the radius holds all of it")
            return named_place(place.lonlat, extent_m=extent_m, source=source, convention=convention)
        return self._offset(claim, claims, place, extent_m, source)

    def _offset(self, claim: Claim, claims: Sequence[Claim], place: Place, extent_m: float, source: Source) -> Georeference:
        """A distance from a place: in no direction, in one, in two at right angles, or along a path."""
        convention = self.options.convention
        measured = [each for each in claims if each.distance is not None and not each.distance.vague]
        quantities = [each.distance for each in measured if each.distance is not None]
        if len(measured) > 1:
            north_m, east_m = self._right_angles(measured)
            error_m = self._error_m(quantities)
            return orthogonal(
                place.lonlat, north_m, east_m, extent_m=extent_m, distance_error_m=error_m, source=source, convention=convention
            )
        offset_m, half_m = _middle(quantities[0])
        if offset_m + half_m > FARTHEST_M:
            raise LocalityError("is farther away than anything on earth", source=repr(self.text))
        error_m = self._error_m(quantities)
        if self.along and self.options.on_path is not None:
            return distance_along_path(
                self.options.on_path, extent_m=extent_m, distance_error_m=error_m + half_m, source=source, convention=convention
            )
        bearing = claim.bearing or self._degrees(claim)
        if claim.relation is Relation.WITHIN or bearing is None:
            return distance_only(
                place.lonlat, offset_m + half_m, extent_m=extent_m, distance_error_m=error_m, source=source, convention=convention
            )
        offset_m, more_m = self._straight(offset_m, half_m)
        found = distance_at_heading(
            place.lonlat, offset_m, bearing, extent_m=extent_m, distance_error_m=error_m + more_m, source=source, convention=convention
        )
        return replace(found, locality_type="distance along a path") if self.along else found

    def _straight(self, offset_m: float, half_m: float) -> tuple[float, float]:
        """The straight line that a distance comes to, and what the range of it leaves open; of a path that is not known the middle."""
        if self.along:
            straight = Interval(offset_m, offset_m).by_road(self.policy.detour_max)
            path_m = (straight.high - straight.low) / 2
            self.notes.append(
                f"the path is not known: in a straight line it may be anything from 1/{self.policy.detour_max:g} of the distance to all of it,"
                f" by policy, which adds {path_m:,.1f} m to the distance precision; --on-path LAT,LON gives the point on it"
            )
            return (straight.low + straight.high) / 2, half_m + path_m
        if half_m:
            self.notes.append(f"the range of distances adds {half_m:,.1f} m to the distance precision")
        return offset_m, half_m

    def _right_angles(self, measured: Sequence[Claim]) -> tuple[float, float]:
        """Two distances from one place as metres north and east."""
        sides = {"N": (1, 0), "S": (-1, 0), "E": (0, 1), "W": (0, -1)}
        north_m = east_m = 0.0
        axes = []
        for claim in measured:
            north, east = sides.get(claim.bearing or "", (0, 0))
            offset_m, _ = _middle(claim.distance) if claim.distance is not None else (0.0, 0.0)
            north_m, east_m = north_m + north * offset_m, east_m + east * offset_m
            axes.append((abs(north), abs(east)))
        starts = {anchor.span for claim in measured for anchor in claim.anchors}
        if sorted(axes) != [(0, 1), (1, 0)] or len(starts) > 1:
            reason = "has several distances that are not one north or south and one east or west of one place"
            raise LocalityError(reason, source=repr(self.text))
        return north_m, east_m

    def _degrees(self, claim: Claim) -> float | None:
        """A heading in degrees, such as "4 km 30° from Homs"."""
        found = _DEGREES.search(claim.span.text)
        return float(found[1]) % 360 if found else None

    def _error_m(self, quantities: Sequence[Quantity]) -> float:
        """What the figures leave open; the most precise speaks for all (Wieczorek et al. 2004)."""
        if self.options.distance_precision_m is not None:
            return distance_error_m(self.options.distance_precision_m, convention=self.options.convention)
        return min(
            offset_error(figure, convention=self.options.convention) * quantity.unit.metres
            for quantity in quantities
            for figure in quantity.figures
        )

    def _source(self, lonlat: tuple[float, float]) -> Source:
        options = self.options
        datum_m = options.datum_m
        if datum_m is None:
            datum_m = convention_of(options.convention).datum_m(lonlat) if options.datum_unknown else 0.0
        precision_deg = options.coordinate_precision_deg or 0.0
        return Source(datum_m=datum_m, map_m=options.map_m, measurement_m=options.measurement_m, coordinate_precision_deg=precision_deg)

    def _extent_m(self, place: Place) -> float:
        if self.options.extent_m is not None:
            return self.options.extent_m
        if self.options.at is not None:
            self.notes.append("the place given counts as a point; --extent-m gives its radial")
        elif not place.extent_stated:
            self.notes.append(f"the extent of {place.name} is estimated from its kind and inhabitants; --extent-m gives it")
        return place.extent_m

    def _place(self, mention: Mention, mentions: Sequence[Mention], claims: Sequence[Claim]) -> Place:
        """The place that a name means, which is noted with what it may be otherwise."""
        self.chosen.append(self._choose(mention, mentions, claims))
        return self.chosen[-1].place

    def _choose(self, mention: Mention, mentions: Sequence[Mention], claims: Sequence[Claim]) -> Chosen:
        options, name = self.options, mention.name
        if options.at is not None and not self.chosen:
            lon, lat = options.at
            given = Place(id="given", name=name, lon=lon, lat=lat, kind="place", country=None, extent_m=0.0, extent_stated=True)
            return Chosen(name=name, place=given, why="its position was given")
        if options.place_id is not None and not self.chosen:
            return Chosen(name=name, place=self.gazetteer.place(options.place_id), why="it was chosen by its id")
        if mention not in mentions:
            mentions = [*mentions, mention]
        located = locate(mentions, gazetteer=self.gazetteer, claims=claims, policy=self.policy)
        location = next(each for each in located if each.mention == mention)
        place, why = (location.resolved, location.why) if location.resolved is not None else _largest(location)
        if place is None:
            raise LocalityError(_undecided(location), source=repr(self.text))
        others = tuple(each for each in location.candidates if each.place.id != place.id)
        return Chosen(name=name, place=place, why=why, others=others)


def _particular(claim: Claim) -> int:
    """Of several claims in one locality the most particular counts, and one that is a locality before one that is none."""
    return len(_BY_RANK) if claim.relation.traits.no_locality else _BY_RANK.index(claim.relation)


def _middle(quantity: Quantity) -> tuple[float, float]:
    """The middle of a distance or of a range of distances, and half its width, metres."""
    low, high = (end(quantity.values) * quantity.unit.metres for end in (min, max))
    return (low + high) / 2, (high - low) / 2


def _largest(location: Location) -> tuple[Place | None, str]:
    """Of namesakes with inhabitants, the one that has clearly the most; guesses at a wrong spelling are none."""
    known = [each.place for each in location.candidates if not each.guess and each.place.population > 0]
    known.sort(key=lambda place: (-place.population, place.id))
    if not known or location.mention.kind is not MentionKind.NAME:
        return None, ""
    if len(known) > 1 and known[0].population < LEAST_LARGER * known[1].population:
        return None, ""
    return known[0], f"nothing in the words decides; it is the largest of {len(location.candidates)} places that they may mean"


def _undecided(location: Location) -> str:
    """Why a name is no place, with the places that it may be."""
    name, candidates = location.mention.name, location.candidates[:_MOST_LISTED]
    if not candidates:
        return f"no place named {name!r} is known; --at LAT,LON says where it is"
    listed = "; ".join(f"{place_line(each.place)}, {each.place.id}" for each in candidates)
    if all(each.guess for each in candidates):
        return f"no place named {name!r} is known; names like it: {listed}; say which with --place ID, or where with --at LAT,LON"
    return f"{name!r} may be {listed}; add its country, or say which with --place ID or --at LAT,LON"


def place_line(place: Place) -> str:
    """A place in one line: name, kind, country, latitude and longitude."""
    where = ", ".join(part for part in (place.name, place.kind, place.country) if part)
    return f"{where} ({place.lat:.4f}, {place.lon:.4f})"


def answer_record(answer: Answer) -> dict[str, Any]:
    """An answer for JSON: lengths in metres, positions in degrees."""
    found = answer.georeference
    candidates: list[dict[str, Any]] = [
        {"for": chosen.name, **place_record(each.place), "score": each.score} for chosen in answer.chosen for each in chosen.others
    ]
    candidates += [{"lon": lon, "lat": lat} for lon, lat in answer.otherwise]
    places = [place_record(chosen.place) | {"why": chosen.why} for chosen in answer.chosen]
    record: dict[str, Any] = {
        "text": answer.text,
        "lon": round(found.lonlat[0], 7),
        "lat": round(found.lonlat[1], 7),
        "uncertainty_m": round(found.uncertainty_m, 3),
        "locality_type": found.locality_type,
        "parts": [_part_record(part) for part in found.parts],
        "convention": found.convention,
        "place": places[0] if places else None,
    }
    if len(places) > 1:
        record["other_place"] = places[1]
    return record | {"candidates": candidates, "notes": list(answer.notes)}


def _part_record(part: Part) -> dict[str, Any]:
    record: dict[str, Any] = {"name": part.name, "metres": round(part.metres, 3)}
    if part.terms:
        record |= {"formula": part.formula, "terms": [_part_record(term) for term in part.terms]}
    return record


def answer_lines(answer: Answer) -> list[str]:
    """An answer for the terminal: the point as latitude and longitude, the radius, and how it comes about."""
    found = answer.georeference
    lon, lat = found.lonlat
    lines = [answer.text, f"  {lat:.5f}, {lon:.5f} ± {found.rounded_up_m:,} m  ({found.locality_type}, {found.convention})"]
    lines += [f"  “{chosen.name}” is {place_line(chosen.place)}, {chosen.place.id}: {chosen.why}" for chosen in answer.chosen]
    for part in found.parts:
        lines.append(f"  {part.metres:12,.1f} m  {part.name}" + (f" = {part.formula}" if part.formula else ""))
        lines += [f"  {term.metres:16,.1f} m  {term.name}" for term in part.terms]
    lines += [f"  note: {note}" for note in answer.notes]
    for chosen in answer.chosen:
        if chosen.others:
            lines.append(f"  “{chosen.name}” may also be: " + "; ".join(place_line(each.place) for each in chosen.others[:_MOST_LISTED]))
    if answer.otherwise:
        lines.append("  or in another hemisphere: " + "; ".join(f"{lat:.5f}, {lon:.5f}" for lon, lat in answer.otherwise))
    return lines

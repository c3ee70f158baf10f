"""The records that geomap passes from stage to stage.

Finding → Region → Reading → Claim → Span → Report: each holds the record it came from, so every result can quote its sentence.
Coordinates are (lon, lat) in degrees on WGS84, lengths metres, bearings degrees clockwise from true north.
"""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from geomap.relations import Relation
from geomap.units import Interval, Sector, Unit, metres_in_words

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One document as it was read."""

    id: str
    """Unique in a case."""
    text: str = field(repr=False)
    """The text as read; every span counts its Unicode code points."""
    title: str | None = None
    """Headline, where one was found."""
    publisher: str | None = None
    """Who published it, where that was found."""
    published: dt.date | None = None
    """Day of publication; None where the document does not say it."""
    url: str | None = None
    """Where it was published."""
    source: str | None = None
    """The path it was read from, or "-" for standard input."""


@dataclass(frozen=True, slots=True)
class Span:
    """A half-open range of code points of a report's text."""

    report: Report = field(repr=False)
    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start <= self.end <= len(self.report.text):
            msg = f"span [{self.start}, {self.end}) is outside report {self.report.id!r}"
            raise ValueError(msg)

    @property
    def text(self) -> str:
        """The words themselves."""
        return self.report.text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Whether two spans of one report share a code point."""
        return self.report.id == other.report.id and self.start < other.end and other.start < self.end


class MentionKind(StrEnum):
    """What sort of words an anchor is."""

    NAME = "name"
    """The name of a place: al-Tanf, the Al-Tanf border crossing."""
    COMMON = "common"
    """A common noun: the border post, here."""
    BORDER = "border"
    """A border line: the Iraqi border."""
    COAST = "coast"
    """A coastline: the Libyan coast."""
    DEMONYM = "demonym"
    """A nationality word, no place of events: Turkish."""
    MOVING = "moving"
    """Something that moves: a ship, a person, a storm."""
    COORDINATES = "coordinates"
    """A reported position."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """Words that name a place, or stand for one."""

    span: Span
    """The words: "the border post"."""
    name: str
    """What a gazetteer is asked for, stripped of articles, feature words and parts: "al-Tanf"."""
    kind: MentionKind = MentionKind.NAME
    feature: str | None = None
    """The sort of place that the words ask for: "border crossing", "province", "village", "border post"."""
    part: str | None = None
    """The part meant, as a compass point or "C": "eastern Homs" is E."""
    antecedent: Span | None = None
    """For a common noun: the words that it stands for, where that is clear ("al-Tanf border post")."""
    lonlat: tuple[float, float] | None = None
    """For reported coordinates: the position itself; None for a short plus code, which its town completes (`antecedent`)."""
    precision_m: float | None = None
    """For reported coordinates: the largest error of the figures as written, in metres."""
    otherwise: tuple[tuple[float, float], ...] = ()
    """For reported coordinates: where they lie in another sense of theirs, as "37S" of UTM may be a band or a hemisphere."""
    metonym: bool = False
    """Whether the name stands for a government that sits there rather than for the place: "Damascus said"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """An entry of a gazetteer."""

    id: str
    """With its source as prefix: geonames:172344."""
    name: str
    lon: float
    lat: float
    kind: str
    """populated place, border crossing, camp, first-level division, country, …"""
    country: str | None
    """ISO 3166-1 alpha-2 code."""
    extent_m: float
    """Radius of the smallest circle round the point that holds the place, in metres."""
    extent_stated: bool = False
    """True where the source gives the extent, False where it follows from kind and population by policy."""
    population: int = 0
    admin1: str | None = None
    """Code of the first-level division in its country, as GeoNames has it."""
    source: str = ""
    """Where the entry comes from, fit to cite."""

    @property
    def lonlat(self) -> tuple[float, float]:
        """The representative point, (lon, lat) in degrees."""
        return (self.lon, self.lat)

    @property
    def is_area(self) -> bool:
        """Whether the place is a line, or so large that its point says little, and the circle of its extent nothing, about what lies in it."""
        return self.kind in AREAS or (self.extent_stated and self.extent_m > LARGE_M)


@dataclass(frozen=True, slots=True, kw_only=True)
class Footprint:
    """The lines or the polygon of a place whose point says too little of where it is."""

    geometry: BaseGeometry = field(repr=False, compare=False)
    """Lines or polygons in longitude and latitude."""
    accuracy_m: float
    """How far they stray from the true ones, nearly everywhere."""
    source: str
    """Where they come from, fit to cite."""

    @property
    def is_area(self) -> bool:
        """Whether it has an inside."""
        return str(self.geometry.geom_type).endswith("Polygon")


OFFSET, MIDDLE = "offset", "middle"
"""Kinds of places that are worked out: where two legs at right angles lead to, and the middle of two places."""
LANDSCAPE = frozenset(
    "gulf strait bay channel canal lake river desert mountain mountains island islands peninsula plateau valley delta".split()
)
"""Kinds of natural features, the larger the better known."""
AREAS = (LANDSCAPE - {"mountain", "island"}) | {
    "country",
    "first-level division",
    "second-level division",
    "continent",
    "region",
    "sea",
    "ocean",
    "stream",
    "wadi",
    "border",
    "coast",
}
"""Kinds of such places."""
LINES = frozenset(("border", "coast", "river", "canal", "stream", "wadi"))
"""Those of them that are lines, or narrow."""
LARGE_M = 25_000.0
"""Of other kinds those of which a source states a larger extent, such as an island, are areas too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A place that a mention may mean."""

    place: Place
    score: float
    """Between 0 and 1; the candidates of a mention need not sum to 1, for it may be none of them."""
    reasons: tuple[str, ...] = ()
    """Plain words for and against, strongest first."""
    guess: bool = False
    """Whether none of its names is the mention's, and only a wrong spelling would make it one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A mention with the places that it may mean, best first."""

    mention: Mention
    candidates: tuple[Candidate, ...] = ()
    resolved: Place | None = None
    """The place that geomap (or the analyst) stands by; None where the evidence is thin: unresolved is an answer."""
    chosen: bool = False
    """True where the analyst decided, also for "none of these"."""
    why: str = ""
    """One sentence: why this place leads, or why none does."""

    @property
    def guessed(self) -> bool:
        """Whether it stands by a place that only a wrong spelling makes the mention's."""
        place = self.resolved
        return place is not None and not self.chosen and any(each.guess and each.place.id == place.id for each in self.candidates)


class Qualifier(StrEnum):
    """What the words round a figure say of it."""

    EXACT = "exact"
    ABOUT = "about"
    MORE_THAN = "more_than"
    AT_LEAST = "at_least"
    WITHIN = "within"
    LESS_THAN = "less_than"
    UP_TO = "up_to"
    RANGE = "range"


@dataclass(frozen=True, slots=True, kw_only=True)
class Quantity:
    """A length as written."""

    span: Span
    """Figure and unit, with the qualifier and a second unit if any: "more than 45 miles"."""
    figures: tuple[str, ...]
    """The numerals as decimal strings, one, or two for a range; none for a vague amount. "45" and "45.0" differ in precision."""
    unit: Unit
    qualifier: Qualifier = Qualifier.EXACT
    plain_unit: bool = True
    """False where the unit was spelt out so that it cannot be another, as "nautical" does for miles."""
    alternative: Quantity | None = None
    """The same length in a second unit: "20 miles (32 km)"."""

    @property
    def vague(self) -> bool:
        """Whether no figure was given ("a few miles")."""
        return not self.figures

    @property
    def values(self) -> tuple[float, ...]:
        """The figures as numbers, in `unit`."""
        return tuple(float(figure) for figure in self.figures)

    @property
    def literal(self) -> Interval | None:
        """The literal meaning in metres, without any rounding tolerance; None for a vague amount."""
        if self.vague:
            return None
        low, high = min(self.values) * self.unit.metres, max(self.values) * self.unit.metres
        if self.qualifier in (Qualifier.MORE_THAN, Qualifier.AT_LEAST):
            return Interval(low, math.inf)
        if self.qualifier in (Qualifier.WITHIN, Qualifier.LESS_THAN, Qualifier.UP_TO):
            return Interval(0.0, high)
        return Interval(low, high)


class Stance(StrEnum):
    """How the speaker stands to what is claimed."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    DENIED = "denied"


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Who says that what stands in which relation to which anchors, when, in which words."""

    id: str
    """c1, c2, … in reading order over the case."""
    span: Span
    """From the qualifier to the end of the anchor."""
    sentence: Span
    relation: Relation
    anchors: tuple[Mention, ...]
    """One, or two for BETWEEN; none where the text does not say from where."""
    distance: Quantity | None = None
    """As written; a zone's radius, for a zone and for a position inside or outside one."""
    bearing: str | None = None
    """Compass point from the anchor to the thing located."""
    target: Span | None = None
    """What is located: "the air strike"."""
    speaker: Span | None = None
    """Who says so; None where it is the report itself."""
    stance: Stance = Stance.ASSERTED
    when: dt.date | None = None
    """Day of the event; None where the words and the publication date do not give it."""
    when_text: Span | None = None
    """The words that tell the time, resolved or not: "Tuesday night"."""
    event: str | None = None
    """Claims with one event id are about the same thing at the same time; None where that is unknown."""
    event_reason: str = ""
    """How that was decided, in plain words."""

    @property
    def declares_zone(self) -> bool:
        """Whether the claim names a standing region of stated radius."""
        return self.relation.may_declare_zone and self.literal_distance is not None

    @property
    def is_position(self) -> bool:
        """Whether the claim says where something is, rather than only declaring a zone."""
        return self.relation is not Relation.ZONE

    @property
    def literal_distance(self) -> Interval | None:
        """Distance from the anchor in metres by the figures as written; a zone's interval starts at zero."""
        if self.distance is None or self.distance.literal is None:
            return None
        literal = self.distance.literal
        return Interval(0.0, literal.high) if self.relation.may_declare_zone else literal

    @property
    def zone_may_reach_farther(self) -> bool:
        """Whether the claim gives only the least radius of its zone: "a radius of at least 30 km"."""
        return self.relation.may_declare_zone and self.literal_distance is not None and math.isinf(self.literal_distance.high)

    @property
    def stated_distance(self) -> Interval | None:
        """The literal distance, but of a zone that may reach farther the part that its figure makes sure of."""
        if self.zone_may_reach_farther and self.distance is not None and self.distance.literal is not None:
            return Interval(0.0, self.distance.literal.low)
        return self.literal_distance

    @property
    def source_name(self) -> str:
        """Who makes the claim, for prose: the speaker, else the publisher, else the report's id."""
        if self.speaker is not None:
            return " ".join(self.speaker.text.split())
        report = self.span.report
        return report.publisher or f"report {report.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unread:
    """A sentence with a distance in it that became neither a claim nor a recognised non-claim."""

    span: Span
    """The distance."""
    sentence: Span
    why: str


class Path(StrEnum):
    """How a stated distance was measured."""

    STRAIGHT = "straight"
    ROAD = "road"


class Edge(StrEnum):
    """From where at the anchor a distance was measured."""

    CENTRE = "centre"
    EDGE = "edge"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One fair way to understand a claim."""

    claim: Claim
    anchor: Place
    """The place that the claim's anchor is taken to be."""
    unit: Unit | None = None
    """The unit that the figures are taken to be in; None where the claim has no distance."""
    rounding: str = "literal"
    """Name of the rounding convention of the policy."""
    path: Path = Path.STRAIGHT
    edge: Edge = Edge.CENTRE
    distance: Interval
    """Straight-line distances from the anchor's point that this reading allows, metres; from its footprint where it has one."""
    footprint: Footprint | None = None
    """The anchor's lines or polygon, where distances are measured from these; inside a polygon they are negative."""
    sector: Sector | None = None
    """Directions from the anchor's point that the reading allows; None for all."""
    plain: bool = False
    """True for the claim's plain reading: figures as written, statute miles, straight, best place, from the centre."""

    @property
    def reach_m(self) -> float:
        """How far what is measured from may be from where it is taken to be: the extent of a point's place, or a line's accuracy."""
        return self.anchor.extent_m if self.footprint is None else self.footprint.accuracy_m

    @property
    def is_offset(self) -> bool:
        """Whether the anchor is where two legs at right angles lead to."""
        return self.anchor.kind == OFFSET

    @property
    def floor(self) -> float:
        """The least distance that there is: zero, but minus infinity from an area, for inside it distances are negative."""
        return -math.inf if self.footprint is not None and self.footprint.is_area else 0.0

    @property
    def words(self) -> str:
        """What is particular in this reading, in plain words."""
        parts = [f"from {self.anchor.name}"]
        if self.unit is Unit.NAUTICAL_MILE and self.claim.distance is not None and self.claim.distance.plain_unit:
            parts.append("miles read as nautical")
        if self.path is Path.ROAD:
            parts.append("measured by road")
        if self.edge is Edge.EDGE:
            edge = "the edge of the place" if self.footprint is None else "where the line may really be"
            parts.append(f"from {edge} ({metres_in_words(self.reach_m)} off)")
        if self.rounding != "literal":
            parts.append(f"rounded as by {self.rounding}")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Where a reading allows the thing to be: points whose geodesic distance from the anchor is in an interval, and whose direction fits."""

    reading: Reading
    outer: Interval
    """Distances allowed under some admissible parameter, metres."""
    inner: Interval | None
    """Distances allowed under all admissible parameters; None where there are none."""
    fuzzy: bool = False
    """True where the bounds are a policy rather than a figure ("near"): drawn soft, never decisive."""
    widened_by: tuple[tuple[str, float], ...] = ()
    """What the outer bound adds at either end, metres, each with what it is for."""
    narrowed_by: tuple[tuple[str, float], ...] = ()
    """What the inner bound takes away at either end."""

    @property
    def anchor(self) -> Place:
        """The place that distances are measured from."""
        return self.reading.anchor

    @property
    def plain(self) -> Interval:
        """The interval by the figures as written."""
        return self.reading.distance


class FindingKind(StrEnum):
    """What was compared."""

    AGREEMENT = "agreement"
    """Claims about one event, with each other."""
    ZONE = "zone"
    """A position with a zone."""
    PLACE = "place"
    """A claim with where the gazetteer puts its names."""
    UNITS = "units"
    """A figure with the same length in another unit."""
    JOINT = "joint"
    """Many claims at once."""


class Verdict(StrEnum):
    """What came of a check."""

    CONTRADICTORY = "contradictory"
    CONSISTENT = "consistent"
    INSIDE = "inside"
    OUTSIDE = "outside"
    OPEN = "open"
    UNCHECKABLE = "uncheckable"


@dataclass(frozen=True, slots=True)
class Apart:
    """How what two claims are measured from lies to each other, metres."""

    nearest: float
    """The least distance between them; of an area negative where the other reaches into it."""
    first: float
    """How far the point of the first that is farthest from the second is from it."""
    second: float
    """How far the point of the second that is farthest from the first is from it."""

    @classmethod
    def points(cls, apart_m: float) -> Apart:
        """Two points at a distance."""
        return cls(apart_m, apart_m, apart_m)

    @property
    def turned(self) -> Apart:
        """The same with the second first."""
        return Apart(self.nearest, self.second, self.first)


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """A gap in metres (negative: an overlap), under the plain reading and over all fair readings.

    For a zone it is how far the position clears the zone's edge, on the side that the verdict names.
    """

    plain: float
    low: float
    high: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """One change of reading that changes a verdict."""

    parameter: str
    """detour, distance, separation, unit, rounding, anchor or edge."""
    reading: str
    """The change in plain words: "45 miles by road"."""
    verdict: Verdict
    """What the verdict becomes."""
    threshold: float | None = None
    """The value of the parameter from which it does."""
    unit: str | None = None
    """The threshold's unit: "km", a unit of length, or None for a ratio."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JointSets:
    """Which of several claims can stand together, by their ids."""

    together: tuple[tuple[str, ...], ...]
    """All maximal sets of claims that can, the largest first."""
    conflicts: tuple[tuple[str, ...], ...]
    """All minimal sets of claims that cannot, the smallest first."""
    complete: bool
    """Whether both lists are whole; else they are cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A verdict on claims, with what it rests on."""

    id: str
    """f1, f2, … in printing order."""
    kind: FindingKind
    claims: tuple[Claim, ...]
    regions: tuple[Region, ...] = ()
    """The plain regions that were compared, one a claim; empty where a claim has none."""
    verdict: Verdict
    margin: Margin | None = None
    robust: bool = False
    """Whether every fair reading gives the same verdict."""
    readings: int = 0
    """How many combinations of readings were tried."""
    flips: tuple[Flip, ...] = ()
    apart: Apart | None = None
    """How the two plain regions' anchors lie to each other."""
    nearest: tuple[tuple[float, float], tuple[float, float]] | None = None
    """The points (lon, lat) of the two anchors, one of each, that are nearest to each other."""
    sets: JointSets | None = None
    """For many claims at once: which of them can stand together."""
    witness: tuple[float, float] | None = None
    """A point (lon, lat) that satisfies all the claims, re-checked by the exact predicate."""
    explanation: str
    """A few sentences that an editor can print."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What several claims are about."""

    id: str
    label: str
    """Words of the reports: "the air strike"."""
    when: dt.date | None
    claims: tuple[str, ...]
    """Ids of its claims."""
    reason: str
    """How the claims were joined, in plain words."""
    may_join: tuple[str, ...] = ()
    """Ids of events that could be the same, left apart because it is not clear."""
    may_join_reasons: tuple[str, ...] = ()
    """Why each of them could be the same and was left apart, in plain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """An input that could not be used, while the rest was."""

    source: str
    place: str | None
    reason: str
    mend: str | None = None

    @property
    def line(self) -> str:
        """One line for the terminal."""
        where = f"{self.source}, {self.place}" if self.place else self.source
        return f"{where}: {self.reason}" + (f"; {self.mend}" if self.mend else "")


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What the language stage found in one report; names are not yet resolved."""

    report: Report
    mentions: tuple[Mention, ...]
    """All mentions of places, anchors of claims included, by position."""
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...] = ()
    home: tuple[str, ...] = ()
    """Names of the countries and towns that the report's publisher is called after."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """Everything that came of a case: what the exports and the map are made from."""

    title: str
    reports: tuple[Report, ...]
    claims: tuple[Claim, ...]
    locations: tuple[Location, ...]
    """One a mention, in reading order."""
    regions: tuple[Region, ...]
    """The plain region of each claim that has one, in the claims' order."""
    findings: tuple[Finding, ...]
    events: tuple[Event, ...]
    unread: tuple[Unread, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def unresolved(self) -> tuple[Location, ...]:
        """Names that could not be put anywhere with confidence, or that the analyst left open."""
        return tuple(location for location in self.locations if location.resolved is None and location.mention.kind is MentionKind.NAME)

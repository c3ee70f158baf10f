"""Spatial claims, what was passed over, and all that one report holds."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass
from enum import StrEnum

from geomap.model.event import Role
from geomap.model.hours import Clock, Order
from geomap.model.mention import Mention
from geomap.model.quantity import Quantity
from geomap.model.report import Report, Span
from geomap.relations import Relation
from geomap.units import Interval


class Stance(StrEnum):
    """How the speaker stands to what is claimed."""

    ASSERTED = "asserted"
    HEDGED = "hedged"
    DENIED = "denied"


class Fate(StrEnum):
    """What is told of a thing where it is put: later it may be elsewhere, or it was before."""

    LAST_SEEN = "last seen"
    """There it was last seen or heard of."""
    ENDED = "ended"
    """There it went down, or lies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thing:
    """What sort of thing is located, and which one it is."""

    kind: str | None = None
    """Its class: "vessel"; None where the words tell none."""
    sort: str | None = None
    """Its sort within the class, where told: "tanker"."""
    names: frozenset[str] = frozenset()
    """Folded words of its own name."""
    told_as: str | None = None
    """The same for all claims of one report for which "the vessel" or "it" stands for one thing."""


NO_THING = Thing()


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
    """As many as the relation starts from: one, or two for BETWEEN; none where the text does not say from where."""
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
    when_low: dt.date | None = None
    """The first day that it can have been, by its own words; None where they set none."""
    when_high: dt.date | None = None
    """The last day."""
    clock: Clock | None = None
    """The time of day, where the words tell one."""
    order: Order | None = None
    """By how much it was later than what the report told just before: "six hours earlier"."""
    thing: Thing = NO_THING
    """What is located, as far as its words tell what sort of thing it is, and which one."""
    fate: Fate | None = None
    """What became of it there; None where it is only told to have been there."""
    event: str | None = None
    """Claims with one event id are about the same thing at the same time; None where that is unknown."""
    event_reason: str = ""
    """How that was decided, in plain words."""
    role: Role | None = None
    """What it is to its report; None for a zone, and where nobody asked."""

    @property
    def days(self) -> tuple[dt.date | None, dt.date | None]:
        """The first and the last day that it can have been: by its own words, or that of its event."""
        if self.when is None or (self.when_low is not None and self.when_high is not None):
            return self.when_low, self.when_high
        return self.when, self.when

    @property
    def declares_zone(self) -> bool:
        """Whether the claim names a standing region of stated radius."""
        return self.relation.traits.may_declare_zone and self.literal_distance is not None

    @property
    def is_position(self) -> bool:
        """Whether the claim says where something is, rather than only declaring a zone."""
        return self.relation.traits.is_position

    @property
    def literal_distance(self) -> Interval | None:
        """Distance from the anchor in metres by the figures as written; a zone's interval starts at zero."""
        if self.distance is None or self.distance.literal is None:
            return None
        literal = self.distance.literal
        return Interval(0.0, literal.high) if self.relation.traits.may_declare_zone else literal

    @property
    def zone_may_reach_farther(self) -> bool:
        """Whether the claim gives only the least radius of its zone: "a radius of at least 30 km"."""
        return self.declares_zone and self.literal_distance is not None and math.isinf(self.literal_distance.high)

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What the language stage found in one report; names are not yet resolved."""

    report: Report
    mentions: tuple[Mention, ...]
    """All mentions of places, anchors of claims included, by position."""
    claims: tuple[Claim, ...]
    unread: tuple[Unread, ...] = ()
    language: str | None = None
    """What the report is written in, as a BCP 47 code; None where it has too few words to tell."""
    home: tuple[str, ...] = ()
    """Names of the countries and towns that the report's publisher is called after."""

"""Words that name a place, and the places that they may mean."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geomap.model.place import Place
from geomap.model.report import Span


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


MentionKey = tuple[str, int, int]
"""Report id, start and end of a mention's span."""


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

    @property
    def key(self) -> MentionKey:
        """What identifies the mention in a case: no two of a report have the same span."""
        return (self.span.report.id, self.span.start, self.span.end)


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
    rests_on: tuple[str, ...] = ()
    """Of a place that is located by the reports: ids of the claims that put it there."""

    @property
    def guessed(self) -> bool:
        """Whether it stands by a place that only a wrong spelling makes the mention's."""
        place = self.resolved
        return place is not None and not self.chosen and any(each.guess and each.place.id == place.id for each in self.candidates)

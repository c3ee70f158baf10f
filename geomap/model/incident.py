"""What the words of a report tell of an incident, before it is known which of them are about one."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import Literal

from geomap.model.claim import Claim
from geomap.model.mention import MentionKey
from geomap.model.report import Report, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """What some words tell of an incident."""

    kinds: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    """Classes of all that take part."""
    targets: frozenset[str] = frozenset()
    """Classes of what is hit, if anything is."""
    names: frozenset[str] = frozenset()
    """Folded names of actors and places."""
    states: frozenset[str] = frozenset()
    """Those of the names here and of the claims' places that are countries or large actors, which many incidents of a day have in common."""
    definite: bool = False
    """Whether it points back: "the strike", "the force", "it"."""
    pronoun: bool = False
    hits_pronoun: bool = False
    """Whether what is hit is a pronoun: "the missile struck it", "it was targeted"."""
    standing: bool = False
    """Whether it is told in the present, of how things are: "the village is 5 km from …"."""
    new: bool = False
    """Whether a word sets it apart from what was told before: "another"."""
    listed: bool = False
    """Whether its claims are of one thing of a list, or of a count: "in A and in B", "six in A, two in B"."""
    another: bool = False
    """Whether it tells of another thing or incident: "the other ship"."""
    plural_event: bool = False
    """Whether it tells of several incidents: "the strikes"."""
    ways: frozenset[str] = frozenset()
    """How it came about, where the words tell: from the air, by shelling."""
    struck: frozenset[str] = frozenset()
    """The nouns for what is hit: "mosque"."""
    sides: frozenset[str] = frozenset()
    """The sides of a conflict that these nouns are of."""
    own_names: frozenset[str] = frozenset()
    """Folded names of a ship."""
    size: float | None = None
    """Magnitude of a quake."""
    figures: frozenset[tuple[str, int]] = frozenset()
    """Numbers that identify an incident, by what is counted: ("dead", 8)."""
    terms: frozenset[str] = frozenset()
    """Stems of the words that carry the sentence's content."""
    introduces: bool = False
    """Whether it tells of what happened as of something new: "a blast killed two", "troops advanced"."""
    sites: frozenset[str] = frozenset()
    """Folded names and sorts of the places that something is said to be at, in or near, and of what is struck."""
    same_time: bool = False
    """Whether it is told to be of the day of what was told before: "at the same time", "at 9:33"."""
    chained: bool = False
    """Whether its claims go on where those told just before end, about the same thing."""
    unreal: str = ""
    """What it tells instead of something that happened: what is to be done, what there was not."""
    describes: frozenset[str] = frozenset()
    """Of words that only tell where a place lies: its folded name and sort, "*" for the place of the incident itself; empty for all others."""
    words: str = ""
    """The words that name or point to it: "the air strike", "the force"."""
    label: str = ""
    """The words that tell of it at their fullest: "shoot at US coalition jets"."""
    noun: str = ""
    """A noun for it, without an article: "air strike"."""

    def with_targets(self, classes: frozenset[str]) -> Telling:
        """The same with these classes as what is hit."""
        return replace(self, classes=self.classes | classes, targets=self.targets | classes)

    def with_kind(self, kind: str) -> Telling:
        """The same, of one more kind."""
        return replace(self, kinds=self.kinds | {kind})


Basis = Literal["", "stated", "weekday", "relative", "same day", "month", "season", "year"]
"""What the day of an incident comes from: a day of the calendar, a day of the week, a day told by its distance from another ("yesterday",
"three days earlier", "last week"), the very day told before, or a longer time."""


@dataclass(frozen=True, slots=True)
class Dating:
    """When something was, as far as its sentence tells: between two days, and on which if the words name one.

    A report tells of what was, so that the day of publication is the last that it can be, unless the words look ahead.
    """

    when: dt.date | None
    """The day, where the words and the date of publication fix one. A night has that of its evening, "two weeks ago" that of the count."""
    text: Span | None
    """The words that tell the time, resolved or not."""
    low: dt.date | None = None
    """The first day that it can be; None where nothing bounds it."""
    high: dt.date | None = None
    """The last day that it can be; None where nothing bounds it."""
    basis: Basis = ""
    """What the days come from; empty where no words of time tell."""
    weekday: int | None = None
    """The day of the week, 0 for Monday, where the words tell that alone: "Tuesday night" in a report without a date."""

    def __post_init__(self) -> None:
        """A day given alone is its own bound."""
        if self.when is not None and self.low is None and self.high is None:
            object.__setattr__(self, "low", self.when)
            object.__setattr__(self, "high", self.when)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """The words of a sentence, and where in them claims are."""

    words: tuple[str, ...] = ()
    """In lower case; "Name", "Month", "Weekday" for each that is one."""
    claims: tuple[int, int] | None = None
    """From the first word of the claims to the one after their last; None where there are none."""
    clause: tuple[int, int] | None = None
    """The words of their clause."""
    target: tuple[int, int] | None = None
    """The words for what they locate; None where those are in another sentence, or nowhere."""
    head: str = ""
    """The stem of what is located."""
    definite: frozenset[str] = frozenset()
    """Stems of nouns that are spoken of as known: "the ship", "its crew"."""
    indefinite: frozenset[str] = frozenset()
    """Stems of nouns that are spoken of as new: "a ship", "two men"."""
    manner: frozenset[str] = frozenset()
    """How it is told: in the present, of what had been, of what may be; whether claims are measured from the scene; what the target begins with."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passing:
    """One place in a report where an incident is told of."""

    told: Telling
    dating: Dating
    sentence: int
    claims: tuple[Claim, ...]
    report: Report
    wording: Wording = Wording()
    sentences: int = 1
    """How many sentences its report has."""
    paragraph: int = 0
    brief: bool = False
    """Whether its report has a few lines only."""
    places: frozenset[str] = frozenset()
    """Folded names of the places that its claims are measured from."""
    mentions: frozenset[MentionKey] = frozenset()
    """The names of places in its sentence."""

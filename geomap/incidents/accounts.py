"""An incident as one report tells it: what all its mentions say together, and which claims are about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from geomap.gazetteer.names.folding import folded
from geomap.gazetteer.names.transliteration import loosened
from geomap.incidents.days import Days
from geomap.incidents.kinds import AFTERMATH, ANY, STAGES, WEAK
from geomap.incidents.whereabouts import Spot, spots_of
from geomap.model import Claim, Dating, Location, MentionKey, Passing, Report, Role, Span, Telling

_SPOTS = 8
"""So many of the spots that claims put an incident at are kept."""
_ABBREVIATED = 3
"""Names of so many letters are mostly abbreviations."""


@dataclass(frozen=True, slots=True)
class Member:
    """A claim of an account, and why it is one."""

    claim: Claim
    reason: str
    dating: Dating
    paragraph: int


@dataclass(slots=True, kw_only=True, eq=False)
class Account:
    """An incident in the making, of one report."""

    report: Report
    number: int
    """0 for the main one, and so on, in the order of their first mention."""
    role: Role
    told: Telling
    """What all mentions tell together."""
    days: Days
    when_text: Span | None = None
    sentence: int = -1
    """Where it was last told of."""
    paragraph: int = -1
    words: str = ""
    noun: str = ""
    """A noun for it: "air strike"."""
    members: list[Member] = field(default_factory=list)
    may_be: dict[int, tuple[float, str]] = field(default_factory=dict)
    """Numbers of accounts of the same report that it could be, with how probable that is and why."""
    places: frozenset[str] = frozenset()
    """Folded names of the places that its claims are measured from."""
    is_surely_dated: bool = False
    """Whether the day is told with a claim, or with what happened."""
    undated: int = 0
    """Of so many members, the first, it is not sure that the day is theirs, for it was told only later."""
    mentions: frozenset[MentionKey] = frozenset()
    """The names of places in its sentences."""
    named: Mapping[str, str] = field(default_factory=dict)
    """The places, no countries or regions, that these are: from the id to the name."""
    keys: Mapping[str, str] = field(default_factory=dict)
    """Its names and places: from what the spellings of one have in common to one as it was folded."""
    spots: tuple[Spot, ...] = ()
    """Where its claims put it, the narrowest first."""
    subject: Account | None = None
    """The incident that its report is about, where that is another."""

    @property
    def key(self) -> tuple[str, int]:
        """What identifies it in a case, whatever the order of the reports."""
        return (self.report.id, self.number)

    @property
    def when(self) -> dt.date | None:
        """The day, where that is known; where it is told with none of its mentions, the one that the hours of its claims are of."""
        if self.days.is_stated:
            return self.days.day
        told = {member.claim.when for member in self.members} - {None}
        return told.pop() if len(told) == 1 else None

    def dates(self, member: Member) -> bool:
        """Whether its day is that of one of its members which tells none itself."""
        return all(member is not each for each in self.members[: self.undated])

    @property
    def is_apart(self) -> bool:
        """Whether a day or a word of its own sets it apart from what the report is about."""
        return self.role is Role.SIDE and (self.told.new or self.days.is_stated)

    def learn(self, passing: Passing) -> None:
        """Learn names and words from a sentence that tells of no incident by itself."""
        dated = passing.sentence <= 0 and self._is_dated_by(passing)
        self.told = _merged(self.told, passing.told)
        self.paragraph = passing.paragraph
        self.mentions |= passing.mentions
        if dated:
            self._date(passing)

    def place(self, spots: Sequence[Spot]) -> None:
        """Note where further claims put it; only the narrowest say much."""
        self.spots = tuple(sorted((*self.spots, *spots), key=lambda spot: (spot.slack_m, spot.at))[:_SPOTS])

    def take_in(self, passing: Passing, reason: str) -> None:
        """Learn from a mention, and take its claims."""
        alike, first, before = self._is_dated_by(passing), self.is_begun_by(passing.told), self.told.kinds
        self.learn(passing)
        self._hit_by_pronoun(passing.told)
        self.sentence = passing.sentence
        if first:
            self._date_anew(passing, before)
        if alike:
            self._date(passing)
        self.words = self.words or passing.told.label or passing.told.words
        self.noun = self.noun or passing.told.noun
        self.members += [Member(claim, reason, passing.dating, passing.paragraph) for claim in passing.claims]
        self.places |= passing.places

    def is_begun_by(self, told: Telling) -> bool:
        """Whether a mention is the first that tells of an incident, and not only of what went before or came of it."""
        return not self.told.kinds - WEAK and bool(told.kinds - WEAK)

    def _is_dated_by(self, passing: Passing) -> bool:
        """Whether the days of a mention are its own: what only came of it was later."""
        told = passing.told
        if told.kinds and told.kinds <= WEAK and (self.days.is_stated or self.told.kinds - WEAK):
            return False
        return bool(passing.claims) or passing.sentence <= 0 or not self.told.kinds or bool((self.told.kinds & told.kinds) - ANY)

    def _date(self, passing: Passing) -> None:
        """Take the days of a mention: the first that are told, or the first that are told with a claim."""
        days = Days.of(passing.dating, self.report.published)
        if passing.dating.when is None and passing.dating.high is None and days.weekday is None:
            return  # "since Thursday" it goes on
        self._narrow(passing, days)
        surely = bool(passing.claims) or bool(passing.told.kinds - WEAK)
        if days.is_narrow and not (self.days.is_narrow and (self.is_surely_dated or not surely)):
            if self.days.apart(days):
                self.undated = len(self.members)
            self.days, self.when_text, self.is_surely_dated = days, passing.dating.text, surely

    def _narrow(self, passing: Passing, days: Days) -> None:
        """Take days that tell more than what is known."""
        if days.weekday is not None and not self.days.is_stated:
            self.days, self.when_text = days, passing.dating.text
        if self.days.is_stated and self.days.day is None and days.day is not None and self.days.may_be(days.day):
            self.days, self.when_text = days, passing.dating.text  # "overnight … at 9 on Friday"
        if not self.days.is_stated and days.is_stated and days.width is not None:
            self.days, self.when_text = days, passing.dating.text  # "last summer", in a report that looks back
            if self.members and passing.paragraph - self.members[-1].paragraph > 1:
                self.undated = len(self.members)

    def _date_anew(self, passing: Passing, before: frozenset[str]) -> None:
        """Take the days of the first mention of an incident before those of what went before it; what is found or sought later tells none."""
        days = Days.of(passing.dating, self.report.published)
        if days.is_narrow:
            if self.days.day is None:
                self.undated = len(self.members)
            self.days, self.when_text, self.is_surely_dated = days, passing.dating.text, True
        elif before & AFTERMATH and not any(member.dating.text for member in self.members):
            self.days, self.when_text, self.is_surely_dated = Days(None, self.days.high), None, False

    def locate(self, where: Mapping[MentionKey, Location]) -> None:
        """Note where its claims put it, and the places that its sentences name."""
        self.spots = spots_of((member.claim for member in self.members), where)
        found = (where[key].resolved for key in self.mentions if key in where)
        self.named = {place.id: place.name for place in found if place is not None and not place.is_area}
        names = sorted(self.told.names | self.places | self._names_of_subject())
        self.keys = {name if name in self.told.states else loosened(folded(name)): _written(name) for name in names}

    def _names_of_subject(self) -> frozenset[str]:
        """The names of what its report is about, where it tells of what led to that or came of it: whence the missile was fired."""
        if self.subject is None or not self.told.kinds or not self.told.kinds <= STAGES or self.is_apart:
            return frozenset()
        return self.subject.told.names | self.subject.places

    def _hit_by_pronoun(self, told: Telling) -> None:
        """What "it" stands for is what was hit; an aircraft that is hit is shot at from below or shot down."""
        if told.hits_pronoun:
            self.told = self.told.with_targets(self.told.classes)
        if self.told.kinds & {"attack", "hit"} and "aircraft" in self.told.targets:
            self.told = self.told.with_kind("shootdown")


def _written(name: str) -> str:
    """A folded name for prose."""
    return name.upper() if len(name) <= _ABBREVIATED else name.title()


def _merged(one: Telling, two: Telling) -> Telling:
    """What two mentions of one incident tell of it together."""
    return replace(
        one,
        kinds=one.kinds | two.kinds,
        classes=one.classes | two.classes,
        targets=one.targets | two.targets,
        names=one.names | two.names,
        states=one.states | two.states,
        ways=one.ways | two.ways,
        struck=one.struck | two.struck,
        sides=one.sides | two.sides,
        own_names=one.own_names | two.own_names,
        figures=one.figures | two.figures,
        terms=one.terms | two.terms,
        sites=one.sites | two.sites,
        size=two.size if one.size is None else one.size,
    )

"""An incident in the making: what the reports tell of it so far, and which claims are about it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field

from geomap.incidents.kinship import merged
from geomap.model import Claim, Passing, Report, Span, Telling


@dataclass(frozen=True, slots=True)
class Member:
    """A claim of an incident."""

    claim: Claim
    reason: str
    """Why it is here."""
    home: Happening
    """The incident of its own report."""


@dataclass(slots=True, kw_only=True, eq=False)
class Happening:
    """An incident in the making."""

    report: Report
    told: Telling
    """What all mentions tell together."""
    when: dt.date | None
    when_text: Span | None
    sentence: int
    """Where it was last told of."""
    speaker: str | None
    words: str
    members: list[Member] = field(default_factory=list)
    may_join: list[tuple[Happening, str]] = field(default_factory=list)
    """Incidents that it could be, and why it was left apart."""
    reports: frozenset[str] = frozenset()
    """Ids of the reports that tell of it."""
    into: Happening | None = None
    """The same incident in an earlier report, once they are joined."""
    places: frozenset[str] = frozenset()
    """Folded names of the places that its claims are measured from."""

    def take_in(self, passing: Passing) -> None:
        """Learn from a further mention."""
        self.told = merged(self.told, passing.told)
        self.hit_by_pronoun(passing.told, self.told.classes)
        self.sentence = passing.sentence
        self.speaker = passing.speaker
        if self.when is None and self.when_text is None:
            self.when, self.when_text = passing.dating.when, passing.dating.text

    def add_claims(self, passing: Passing, reason: str) -> None:
        """Take the claims of a mention that is of this incident."""
        self.members += [Member(claim, reason, self) for claim in passing.claims]
        self.places |= passing.places

    @property
    def own_places(self) -> frozenset[str]:
        """Its places without countries."""
        return self.places - self.told.states

    def absorb(self, other: Happening, reason: str) -> None:
        """Take over the claims of the same incident in another report."""
        self.members += [Member(member.claim, f"{member.reason}; {reason}", member.home) for member in other.members]
        self.places |= other.places
        self.reports |= other.reports
        self.told = merged(self.told, other.told)
        self.when = self.when or other.when
        self.may_join += other.may_join
        other.into = self

    def hit_by_pronoun(self, told: Telling, classes: frozenset[str]) -> None:
        """What "it" stands for is what was hit; an aircraft that is hit is shot at from below or shot down."""
        if told.hits_pronoun:
            self.told = self.told.with_targets(classes)
        if "attack" in self.told.kinds and "aircraft" in self.told.targets:
            self.told = self.told.with_kind("shootdown")

    def may_be(self, other: Happening, why: str) -> None:
        """Note that two incidents could be one."""
        self.may_join.append((other, why))
        other.may_join.append((self, why))

    @property
    def final(self) -> Happening:
        """The incident that this one was joined to, else itself."""
        found = self
        while found.into is not None:
            found = found.into
        return found

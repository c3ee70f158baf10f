"""Which countries a report has to do with, as far as that decides between neighbours: whose border, whose airspace, whose waters.

Each sign is a weight in log-odds with a reason in plain words, as in `geomap.gazetteer.resolution.evidence`.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from geomap.gazetteer.store.gazetteer import Gazetteer
from geomap.model import Claim, Location, Mention, MentionKey, Span

NAMED = 3.7
"""Being named at all, or having a place in it named; what comes on top grows with the logarithm of how often."""
BESIDE = 1.0
"""Being named in the sentence of the claim."""
SPEAKER = 1.0
"""Being the country of who makes the claim."""
HOME = 1.0
"""Being the publisher's country."""
BY_ADJECTIVE = 2.0
"""Being spoken of by nationality words alone, as in "Russian missiles", beside what the case's other reports say: they are no places."""
ELSEWHERE = 2.0
"""Being named at all in the case's other reports, where these are asked: less than in the report itself."""
_NOWHERE: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """How much speaks for a country."""

    weight: float
    """In log-odds against a country of which nothing is said; 0 for such a one."""
    reason: str


@dataclass(frozen=True, slots=True)
class Involvement:
    """The countries of a report's resolved names and nationality words, where they stand, and who publishes and says it."""

    named: Sequence[tuple[Span, str]]
    """Spans of names that are resolved, with the ISO 3166-1 alpha-2 codes of their countries."""
    claims: Mapping[MentionKey, Claim]
    """The claim that each anchor is one of."""
    home: str | None
    """The publisher's country."""
    gazetteer: Gazetteer
    elsewhere: Mapping[str, int] = field(default_factory=lambda: _NOWHERE)
    """How often each country is named in the case's other reports; empty where these are not asked."""
    adjectives: frozenset[str] = frozenset()
    """The countries of which the report speaks by nationality words alone, where that counts for less."""

    @classmethod
    def of(cls, located: Iterable[Location], claims: Iterable[Claim], home: str | None, gazetteer: Gazetteer) -> Involvement:
        """What a report's locations and claims tell."""
        places = ((location.mention.span, location.resolved) for location in located)
        named = tuple((span, place.country) for span, place in places if place is not None and place.country)
        return cls(named, {anchor.key: claim for claim in claims for anchor in claim.anchors}, home, gazetteer)

    @property
    def counts(self) -> Counter[str]:
        """How often each country is named."""
        return Counter(country for _, country in self.named)

    @property
    def countries(self) -> tuple[str, ...]:
        """The countries that anything speaks for, in the order of their codes."""
        return tuple(sorted({*self.counts, *self.elsewhere, *filter(None, [self.home])}))

    def sign(self, country: str, mention: Mention) -> Sign:
        """How much speaks for a country where a mention of the report leaves it open, and the strongest reason."""
        claim = self.claims.get(mention.key)
        count, name = self.counts[country], self.gazetteer.country_name(country)
        signs: list[tuple[float, str]] = []
        if count:
            named = BY_ADJECTIVE if country in self.adjectives else NAMED
            signs.append((named + math.log(count), f"the report speaks of {name} too{_times(count)}"))
        if claim is not None and country not in self.adjectives and self.is_in(claim.sentence, country):
            signs.append((BESIDE, f"{name} is named in the same sentence"))
        if claim is not None and claim.speaker is not None and self.is_in(claim.speaker, country):
            signs.append((SPEAKER, f"who says so is of {name}"))
        if country == self.home:
            signs.append((HOME, f"the publisher is of {name}"))
        if self.elsewhere.get(country):
            signs.append((ELSEWHERE + math.log(self.elsewhere[country]), f"the other reports speak of {name}"))
        return Sign(weight=sum(weight for weight, _ in signs), reason=max(signs)[1] if signs else "one of several")

    def is_in(self, span: Span, country: str) -> bool:
        """Whether a country is named in some words."""
        return any(country == code and span.start <= own.start and own.end <= span.end for own, code in self.named)

    def of_speaker(self, mention: Mention) -> str | None:
        """The only country that the words for who makes a mention's claim are of."""
        claim = self.claims.get(mention.key)
        if claim is None or claim.speaker is None:
            return None
        found = {country for _, country in self.named if self.is_in(claim.speaker, country)}
        return found.pop() if len(found) == 1 else None


def _times(count: int) -> str:
    return f" ({count} times)" if count > 1 else ""

"""Mentions that have no name of their own: common nouns, positions, borders and coasts, given the names of the report."""

from __future__ import annotations

from collections.abc import Mapping

from geomap.gazetteer.kinds import UNCOUNTED
from geomap.gazetteer.resolution.capitals import capital_location, is_capital
from geomap.gazetteer.resolution.company import Company
from geomap.gazetteer.resolution.evidence import kilometres
from geomap.gazetteer.resolution.explanation import MOST_CANDIDATES
from geomap.gazetteer.resolution.holdings import holding_location, is_holding
from geomap.gazetteer.resolution.involvement import Involvement
from geomap.gazetteer.resolution.lines import line_location
from geomap.gazetteer.resolution.options import FAR_KM
from geomap.gazetteer.resolution.overlaps import Overlaps
from geomap.gazetteer.resolution.reported import reported
from geomap.gazetteer.store.gazetteer import Gazetteer
from geomap.model import Candidate, Location, Mention, MentionKey, MentionKind, Place, Span
from geomap.policy import Policy

SIBLING_SHARE = 0.5
"""A sibling's score, as a share of that of the antecedent's place."""


class Unnamed:
    """Locates the mentions of a report that have no name of their own, given those that have."""

    def __init__(
        self, located: Mapping[MentionKey, Location], company: Company, involved: Involvement, gazetteer: Gazetteer, policy: Policy
    ) -> None:
        self._located = Overlaps((location.mention.span, location) for location in located.values())
        self._company = company
        self._involved = involved
        self._kinds = frozenset(each.resolved.kind for each in located.values() if each.resolved is not None)
        self._gazetteer = gazetteer
        self._policy = policy
        self._siblings: dict[tuple[str, float], list[Candidate]] = {}

    def location(self, mention: Mention) -> Location:
        """The location of a mention."""
        if mention.kind is MentionKind.COORDINATES:
            return reported(mention, self._located, self._company, far_km=FAR_KM)
        if mention.kind in (MentionKind.BORDER, MentionKind.COAST):
            return line_location(mention, self._gazetteer, self._involved)
        if mention.kind is not MentionKind.COMMON:
            moving = mention.kind is MentionKind.MOVING
            return Location(mention=mention, why="it moves, so no gazetteer knows where it was" if moving else "nothing says where this is")
        return self._for_noun(mention)

    def _for_noun(self, mention: Mention) -> Location:
        """The location of a common noun: of what it stands for, or of what its country has one of."""
        if is_capital(mention) and self._is_of_country(mention.antecedent):
            return capital_location(mention, self._involved, self._gazetteer)
        if mention.antecedent is not None:
            return self._standing_for(mention, mention.antecedent)
        if is_holding(mention):
            return holding_location(mention, self._kinds, self._involved, self._gazetteer)
        return Location(mention=mention, why="it is not clear what these words stand for")

    def _is_of_country(self, antecedent: Span | None) -> bool:
        """Whether words stand for no place, or for a whole country, as a capital cannot."""
        named = None if antecedent is None else self._located.first(antecedent)
        return antecedent is None or (named is not None and named.resolved is not None and named.resolved.kind == "country")

    def _standing_for(self, mention: Mention, antecedent: Span) -> Location:
        """The place of the antecedent, and others of its kind near by."""
        named = self._located.first(antecedent)
        if named is None or named.resolved is None:
            return Location(mention=mention, why=f"it stands for “{antecedent.text}”, which is not resolved")
        place, score = named.resolved, named.candidates[0].score
        first = Candidate(place=place, score=score, reasons=(f"it stands for “{antecedent.text}”",))
        if (place.id, score) not in self._siblings:
            self._siblings[place.id, score] = _siblings(place, score, self._gazetteer, self._policy)
        siblings = self._siblings[place.id, score]
        return Location(mention=mention, candidates=(first, *siblings), resolved=place, why=first.reasons[0])


def _siblings(place: Place, score: float, gazetteer: Gazetteer, policy: Policy) -> list[Candidate]:
    """Other places of a kind near one, where there are not many of that kind."""
    if place.kind in UNCOUNTED:
        return []
    near = [other for other in gazetteer.near(place.lonlat, policy.sibling_m, sorted(_kin(place.kind))) if other.id != place.id]
    return [
        Candidate(
            place=other,
            score=round(score * SIBLING_SHARE, 4),
            reasons=(f"another {other.kind}, {kilometres(place, other):.1f} km from {place.name}",),
        )
        for other in near[:MOST_CANDIDATES]
    ]


def _kin(kind: str) -> set[str]:
    """The kinds of the same sort."""
    return {kind} | {other for other in ("border post", "border crossing") if kind in ("border post", "border crossing")}

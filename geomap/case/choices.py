"""The analyst's choices, put in: which place a name means, which claims are left out, which are of one event."""

from __future__ import annotations

import difflib
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

from geomap.errors import ChoiceError
from geomap.gazetteer import Gazetteer
from geomap.model import Candidate, Claim, Event, Location, Mention


@dataclass(frozen=True, slots=True, kw_only=True)
class Choices:
    """What the analyst decided; it wins everywhere."""

    places: dict[str, str | None] = field(default_factory=dict)
    """From the words of a report to a gazetteer id, or None for none of the candidates."""
    events: dict[str, str] = field(default_factory=dict)
    """From a claim's id to an event's id."""
    ignore: tuple[str, ...] = ()
    """Claims to leave out."""


def moved(claim: Claim, events: Mapping[str, str]) -> Claim:
    """A claim in the event that the analyst put it in."""
    event = events.get(claim.id)
    return claim if event is None else replace(claim, event=event, event_reason=_CHOSEN)


_CHOSEN = "the analyst's choice"


def regrouped(events: tuple[Event, ...], claims: tuple[Claim, ...]) -> tuple[Event, ...]:
    """The events with the claims that they have now; those left empty go, those named by the analyst come.

    What the analyst moved is decided: such an event says so, and is no longer asked to be one with another that a claim was taken from.
    """
    members: dict[str, list[Claim]] = {}
    for claim in claims:
        if claim.event is not None:
            members.setdefault(claim.event, []).append(claim)
    known = {event.id: event for event in events}
    before = {name: event.id for event in events for name in event.claims}
    parted = {frozenset((before[claim.id], claim.event)) for claim in claims if claim.event is not None and claim.id in before}
    return tuple(_as_now(known.get(name), name, ids, members.keys(), parted) for name, ids in members.items())


def _as_now(event: Event | None, name: str, claims: Sequence[Claim], names: Collection[str], parted: Collection[frozenset[str]]) -> Event:
    event = event or Event(id=name, label=name, when=None, claims=(), reason=_CHOSEN)
    ids = tuple(claim.id for claim in claims)
    moved_in = tuple(claim.id for claim in claims if claim.event_reason == _CHOSEN)
    reason = "; ".join(part for part in (event.reason, f"{', '.join(moved_in)} by {_CHOSEN}" if moved_in and event.claims else "") if part)
    return replace(
        event,
        claims=ids,
        reports=tuple(dict.fromkeys(claim.span.report.id for claim in claims)),
        reason=reason,
        joined=tuple(pair for pair in event.joined if set(pair.claims) <= set(ids)),
        may_join=tuple(other for other in event.may_join if other.event in names and frozenset((name, other.event)) not in parted),
    )


def chosen(locations: Sequence[Location], choices: Choices, gazetteer: Gazetteer) -> tuple[Location, ...]:
    """The locations with the analyst's choices put in."""
    wanted = {_folded(name): place_id for name, place_id in choices.places.items()}
    names = {_folded(text): text for location in locations for text in (location.mention.span.text, location.mention.name)}
    for name in choices.places:
        if _folded(name) not in names:
            near = difflib.get_close_matches(_folded(name), names, n=1)
            hint = f"; did you mean {names[near[0]]!r}?" if near else ""
            raise ChoiceError(f"choices name the place {name!r}, which no report mentions{hint}")
    return tuple(_with_choice(location, wanted, gazetteer) for location in locations)


@dataclass(frozen=True, slots=True)
class Decided:
    """Whether the analyst has said what a mention means, by a place that is known offline or by none."""

    choices: Choices
    gazetteer: Gazetteer

    def __call__(self, mention: Mention) -> bool:
        """Whether the mention is decided."""
        for name, place_id in self.choices.places.items():
            if _folded(name) in (_folded(mention.span.text), _folded(mention.name)):
                return place_id is None or self.gazetteer.has(place_id)
        return False


def _with_choice(location: Location, wanted: Mapping[str, str | None], gazetteer: Gazetteer) -> Location:
    for text in (location.mention.span.text, location.mention.name):
        if _folded(text) not in wanted:
            continue
        place_id = wanted[_folded(text)]
        if place_id is None:
            return replace(location, resolved=None, chosen=True, why="left open by the analyst's choice")
        place = next((each.place for each in location.candidates if each.place.id == place_id), None) or gazetteer.place(place_id)
        others = tuple(candidate for candidate in location.candidates if candidate.place.id != place.id)
        first = Candidate(place=place, score=1.0, reasons=("the analyst's choice",))
        return replace(location, candidates=(first, *others), resolved=place, chosen=True, why="the analyst's choice")
    return location


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def listed(ids: set[str]) -> str:
    """Ids for prose, from the first to the last."""
    ordered = sorted(ids, key=lambda item: (len(item), item))
    return f"{ordered[0]} to {ordered[-1]}" if ordered else "none"

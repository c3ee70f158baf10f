"""Which claims are about the same thing at the same time.

A wrong join makes a false contradiction, so claims stay apart where it is not clear, and the events that might be one say so and why.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from geomap.incidents.across import join_reports
from geomap.incidents.happenings import Happening, Member
from geomap.model import Claim, Event, Extraction


def join_events(extractions: Sequence[Extraction], happenings: Iterable[Happening]) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
    """The claims of all reports, renumbered in reading order, each with its event where it has one; and the events.

    Claims that only declare a zone, or of which nothing located is told, have no event. `happenings` are the incidents of the reports,
    in their order; they are used up by it.
    """
    return _numbered(extractions, join_reports(list(happenings)))


def _numbered(extractions: Sequence[Extraction], incidents: Sequence[Happening]) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
    """Claims and events with their ids in reading order."""
    claims = [claim for extraction in extractions for claim in sorted(extraction.claims, key=lambda item: (item.span.start, item.span.end))]
    numbers = {id(claim): f"c{number}" for number, claim in enumerate(claims, start=1)}
    order = {id(claim): number for number, claim in enumerate(claims)}
    ranked = sorted(incidents, key=lambda incident: min(order[id(member.claim)] for member in incident.members))
    ids = {id(incident): f"e{number}" for number, incident in enumerate(ranked, start=1)}
    homes = {id(member.claim): (ids[id(incident)], incident, member) for incident in ranked for member in incident.members}
    out = tuple(_with_event(claim, numbers[id(claim)], homes.get(id(claim))) for claim in claims)
    return out, tuple(_event(incident, ids, numbers, order) for incident in ranked)


def _with_event(claim: Claim, number: str, home: tuple[str, Happening, Member] | None) -> Claim:
    """A claim with its event, and with the event's day where its own words tell none."""
    if home is None:
        return replace(claim, id=number)
    event, incident, member = home
    when, when_text = claim.when, claim.when_text
    if when_text is None:
        when, when_text = member.home.when or incident.when, member.home.when_text
    return replace(claim, id=number, event=event, event_reason=member.reason, when=when, when_text=when_text)


def _event(incident: Happening, ids: dict[int, str], numbers: dict[int, str], order: dict[int, int]) -> Event:
    members = sorted(incident.members, key=lambda member: order[id(member.claim)])
    reasons = list(dict.fromkeys(member.reason for member in members))
    maybe: dict[str, str] = {}
    for other, why in incident.may_join:
        if id(other.final) in ids and other.final is not incident:
            maybe.setdefault(ids[id(other.final)], why)
    names = sorted(maybe, key=lambda name: int(name[1:]))
    return Event(
        id=ids[id(incident)],
        label=incident.words or " ".join(members[0].claim.span.text.split()),
        when=incident.when,
        claims=tuple(numbers[id(member.claim)] for member in members),
        reason="; ".join(reasons),
        may_join=tuple(names),
        may_join_reasons=tuple(maybe[name] for name in names),
    )

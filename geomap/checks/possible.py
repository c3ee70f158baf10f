"""Claims of events that are possibly one, two at a time: what would hold if they are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from geomap.checks.agreement import check_pairs, worth_comparing
from geomap.checks.feasibility.meeting import Pairs
from geomap.checks.limits import Pair
from geomap.model import Event, Evidence, Finding, PossibleJoin, Verdict
from geomap.policy import Policy

_ONCE = ("Taken ", "By ", "Whether ", "What ", "No ")
"""How a summary begins that goes on in small letters after a condition."""


def check_possible(evidence: Sequence[Evidence], events: Sequence[Event], *, policy: Policy, pairs: Pairs) -> Iterator[Finding]:
    """Findings on pairs of positions of two events that may be one, each with that condition; the likeliest events first."""
    joins = _joins(events)
    asked = [(pair, join) for join, two in joins for pair in _pairs(evidence, two, policy)]
    conditions = {_key(pair): join for pair, join in asked}
    for finding in check_pairs((pair for pair, _ in asked), policy=policy, pairs=pairs):
        join = conditions.get(tuple(claim.id for claim in finding.claims))
        if join is None:  # what tells that there are too many
            yield finding
        elif finding.verdict is not Verdict.UNCHECKABLE:
            yield conditional(finding, join)


def conditional(finding: Finding, join: PossibleJoin) -> Finding:
    """A finding that holds only if its claims are about one event."""
    because = f"Whether it is one event is not sure: the probability is {join.probability:.0%} ({join.why})."
    summary = finding.summary or finding.explanation
    return replace(
        finding,
        if_same_event=join,
        summary=f"If both are about one event: {_going_on(summary)}",
        explanation=f"If both are about one event: {_going_on(finding.explanation)} {because}",
    )


def _going_on(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:] if sentence.startswith(_ONCE) else sentence


def _joins(events: Sequence[Event]) -> list[tuple[PossibleJoin, tuple[str, str]]]:
    """Each pair of events that may be one, once, the likeliest first."""
    order = {event.id: number for number, event in enumerate(events)}
    found = [(join, (event.id, join.event)) for event in events for join in event.may_join if order[event.id] < order.get(join.event, -1)]
    return sorted(found, key=lambda each: (-each[0].probability, order[each[1][0]], order[each[1][1]]))


def _pairs(evidence: Sequence[Evidence], events: tuple[str, str], policy: Policy) -> Iterator[Pair]:
    of_both = [item for item in evidence if item.claim.is_position and item.claim.event in events]
    claims = tuple(item.claim for item in of_both)
    first, second = ([item for item in of_both if item.claim.event == event] for event in events)
    for one in first:
        for two in second:
            pair = worth_comparing(one, two, claims, policy)
            if pair is not None and all(item.region is not None for item in pair):
                yield pair


def _key(pair: Pair) -> tuple[str, ...]:
    return tuple(item.claim.id for item in pair)

"""Which claims are about the same thing at the same time.

A wrong join makes a false contradiction and a missed one hides a true one, so each join has a probability: from one on the claims are of
one event, from another on their events may be one, and say so and why.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from geomap.incidents import blocking
from geomap.incidents.accounts import Account, Member
from geomap.incidents.clusters import APART, NEVER, cluster
from geomap.incidents.discourse import Story
from geomap.incidents.evidence import match
from geomap.incidents.rarity import Rarity
from geomap.incidents.weights import JOINED, POSSIBLE
from geomap.model import Claim, Event, Extraction, JoinedPair, Location, MentionKey, PossibleJoin, Role

_Pair = tuple[int, int]


def join_events(
    extractions: Sequence[Extraction], stories: Iterable[Story], where: Mapping[MentionKey, Location]
) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
    """The claims of all reports, renumbered in reading order, each with its event where it has one; and the events.

    Claims that only declare a zone, and those that only tell where something lies, have no event. `stories` are what the reports tell
    of, in their order; `where` says where their names are.
    """
    told = list(stories)
    accounts = sorted((account for story in told for account in story.accounts), key=lambda account: account.key)
    for account in accounts:
        account.locate(where)
    linked = _Linked.of(accounts)
    standing = {id(claim): why for story in told for claim, why in story.standing}
    return _numbered(extractions, linked, standing)


@dataclass(frozen=True, slots=True)
class _Linked:
    """Accounts in groups that are each of one incident, and what was found between them."""

    accounts: Sequence[Account]
    groups: Sequence[Sequence[int]]
    scores: Mapping[_Pair, float]
    why: Mapping[_Pair, str]

    @classmethod
    def of(cls, accounts: Sequence[Account]) -> _Linked:
        """All accounts of a case, sorted by what identifies them."""
        rarity = Rarity.of(accounts)
        scores: dict[_Pair, float] = {}
        why: dict[_Pair, str] = {}
        for pair in blocking.pairs(accounts, rarity):
            found = match(accounts[pair[0]], accounts[pair[1]], rarity)
            scores[pair] = found.score if found.score > NEVER else -math.inf
            why[pair] = found.why
        for pair, score, words in _of_one_report(accounts):
            scores[pair] = score
            why[pair] = words
        groups = cluster(range(len(accounts)), scores, _log_odds(JOINED))
        return cls(accounts, groups, scores, why)

    def average(self, one: Sequence[int], two: Sequence[int]) -> float:
        """The mean log-odds between two groups; what was not weighed counts as apart."""
        pairs = [(min(a, b), max(a, b)) for a in one for b in two]
        return math.fsum(self.scores.get(pair, APART) for pair in pairs) / len(pairs)

    def best(self, one: Sequence[int], two: Sequence[int]) -> str:
        """The words of the likeliest pair between two groups."""
        pairs = sorted(((min(a, b), max(a, b)) for a in one for b in two), key=lambda pair: (-self.scores.get(pair, APART), pair))
        return next((self.why[pair] for pair in pairs if pair in self.why), "")


def _of_one_report(accounts: Sequence[Account]) -> Iterable[tuple[_Pair, float, str]]:
    """Accounts of one report were told apart by it; those that it leaves open stay open, and no third one may join them."""
    by_report: dict[str, list[int]] = {}
    for number, account in enumerate(accounts):
        by_report.setdefault(account.report.id, []).append(number)
    for numbers in by_report.values():
        for one, two in combinations(numbers, 2):
            known = accounts[one].may_be.get(accounts[two].number)
            if known is None:
                yield (one, two), -math.inf, ""
            else:
                yield (one, two), min(_log_odds(known[0]), _log_odds(JOINED) - 0.01), known[1]


def _log_odds(probability: float) -> float:
    return math.log(probability / (1 - probability))


def _probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-log_odds)) if log_odds > -700 else 0.0


def _numbered(
    extractions: Sequence[Extraction], linked: _Linked, standing: Mapping[int, str]
) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
    """Claims and events with their ids in reading order."""
    claims = [claim for extraction in extractions for claim in sorted(extraction.claims, key=lambda item: (item.span.start, item.span.end))]
    order = {id(claim): number for number, claim in enumerate(claims)}
    ranked = sorted(linked.groups, key=lambda group: min(_positions(group, linked, order)))
    homes = {
        id(member.claim): (number, linked.accounts[each], member)
        for number, group in enumerate(ranked)
        for each in group
        for member in linked.accounts[each].members
    }
    days = [_day_of(group, linked) for group in ranked]
    out = []
    for number, claim in enumerate(claims, start=1):
        home = homes.get(id(claim))
        if home is None:
            why = standing.get(id(claim), "")
            out.append(replace(claim, id=f"c{number}", role=Role.STANDING if why else None, event_reason=why))
        else:
            out.append(_with_event(claim, f"c{number}", home, days[home[0]]))
    numbers = {id(claim): f"c{number}" for number, claim in enumerate(claims, start=1)}
    maybe = _possible(ranked, linked)
    return tuple(out), tuple(_event(number, ranked, linked, numbers, order, days, maybe) for number in range(len(ranked)))


def _positions(group: Sequence[int], linked: _Linked, order: Mapping[int, int]) -> list[int]:
    return [order[id(member.claim)] for each in group for member in linked.accounts[each].members]


def _with_event(claim: Claim, name: str, home: tuple[int, Account, Member], day: Account | None) -> Claim:
    """A claim with its event, and with the event's day where its own words tell none."""
    number, account, member = home
    when, when_text = claim.when, claim.when_text
    if when is None and (when_text is None or account.days.day is not None):
        known = account if account.when is not None else day
        when, when_text = (None, when_text) if known is None else (known.when, when_text or account.when_text or known.when_text)
        if known is None and when_text is None:
            when_text = account.when_text
    return replace(claim, id=name, event=f"e{number + 1}", event_reason=member.reason, role=account.role, when=when, when_text=when_text)


def _day_of(group: Sequence[int], linked: _Linked) -> Account | None:
    """The account that tells the day of an event: one whose subject it is before others, then the first."""
    dated = [linked.accounts[each] for each in group if linked.accounts[each].when is not None]
    return min(dated, key=lambda account: (account.role is not Role.MAIN, account.key), default=None)


def _possible(ranked: Sequence[Sequence[int]], linked: _Linked) -> dict[int, list[tuple[int, float, str]]]:
    """For each event those that it may be, with how probable that is and why, the likeliest first."""
    home = {each: number for number, group in enumerate(ranked) for each in group}
    asked = sorted({(min(a, b), max(a, b)) for a, b in ((home[one], home[two]) for one, two in linked.scores) if a != b})
    found: dict[int, list[tuple[int, float, str]]] = {}
    for one, two in asked:
        probability = _probability(linked.average(ranked[one], ranked[two]))
        if probability >= POSSIBLE:
            why = linked.best(ranked[one], ranked[two])
            found.setdefault(one, []).append((two, probability, why))
            found.setdefault(two, []).append((one, probability, why))
    return {number: sorted(others, key=lambda each: (-each[1], each[0])) for number, others in found.items()}


def _event(
    number: int,
    ranked: Sequence[Sequence[int]],
    linked: _Linked,
    numbers: Mapping[int, str],
    order: Mapping[int, int],
    days: Sequence[Account | None],
    maybe: Mapping[int, Sequence[tuple[int, float, str]]],
) -> Event:
    group = sorted(ranked[number], key=lambda each: min(_positions([each], linked, order)))
    accounts = [linked.accounts[each] for each in group]
    members = sorted((member for account in accounts for member in account.members), key=lambda member: order[id(member.claim)])
    joined = [
        JoinedPair(
            claims=(numbers[id(linked.accounts[one].members[0].claim)], numbers[id(linked.accounts[two].members[0].claim)]),
            reports=(linked.accounts[one].report.id, linked.accounts[two].report.id),
            probability=_probability(linked.scores[min(one, two), max(one, two)]),
            why=linked.why[min(one, two), max(one, two)],
        )
        for one, two in combinations(group, 2)
        if (min(one, two), max(one, two)) in linked.scores
    ]
    reasons = list(dict.fromkeys(member.reason for member in members))
    dated = days[number]
    return Event(
        id=f"e{number + 1}",
        label=_label(accounts, members),
        when=None if dated is None else dated.when,
        claims=tuple(numbers[id(member.claim)] for member in members),
        reports=tuple(dict.fromkeys(account.report.id for account in accounts)),
        reason="; ".join([*reasons, *(pair.why for pair in joined)]),
        joined=tuple(joined),
        may_join=tuple(PossibleJoin(event=f"e{other + 1}", probability=probability, why=why) for other, probability, why in maybe.get(number, ())),
    )


def _label(accounts: Sequence[Account], members: Sequence[Member]) -> str:
    """The reports' words for the incident: those of an account that is its report's subject first."""
    named = sorted((account for account in accounts if account.words), key=lambda account: account.role is not Role.MAIN)
    return named[0].words if named else " ".join(members[0].claim.span.text.split())

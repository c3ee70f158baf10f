"""Which claims are about the same thing at the same time.

A wrong join makes a false contradiction and a missed one hides a true one, so each join has a probability: from one on the claims are of
one event, from another on their events may be one, and say so and why.
"""

from __future__ import annotations

import datetime as dt
import math
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import combinations

from geomap.incidents import blocking
from geomap.incidents.accounts import Account, Member
from geomap.incidents.clusters import APART, NEVER, cluster
from geomap.incidents.days import Days
from geomap.incidents.disasters import is_done_by
from geomap.incidents.discourse import Story
from geomap.incidents.evidence import Level, compared, score
from geomap.incidents.flights import is_one_flight
from geomap.incidents.movements import is_on_its_day
from geomap.incidents.rarity import Rarity
from geomap.incidents.reasons import why
from geomap.incidents.rivals import Rivals
from geomap.incidents.weights import JOINED, POSSIBLE
from geomap.model import Claim, Event, Extraction, JoinedPair, Location, MentionKey, MentionKind, PossibleJoin, Role

_Pair = tuple[int, int]
_LIKELY = 0.55
"""An event without a day has the one that is told of what is one with it from this probability on."""


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
    rarity: Rarity
    groups: Sequence[Sequence[int]]
    scores: Mapping[_Pair, float]
    levels: Mapping[_Pair, tuple[Level, ...]]
    """What pairs of different reports agree on."""

    @classmethod
    def of(cls, accounts: Sequence[Account]) -> _Linked:
        """All accounts of a case, sorted by what identifies them."""
        rarity = Rarity.of(accounts)
        levels = dict(_compared(accounts, rarity))
        odds = prior(len({account.report.id for account in accounts}))
        scores = {pair: found if found > NEVER else -math.inf for pair, each in levels.items() if (found := score(each) + odds) is not None}
        scores |= _told_together(accounts, scores)
        scores |= _of_one_report(accounts)
        known = {pair: each for pair, each in scores.items() if accounts[pair[0]].members and accounts[pair[1]].members}
        placed = [number for number, account in enumerate(accounts) if account.members]
        return cls(accounts, rarity, cluster(placed, known, _log_odds(JOINED)), scores, levels)

    def average(self, one: Sequence[int], two: Sequence[int]) -> float:
        """The mean log-odds between two groups; what was not weighed counts as apart."""
        pairs = [(min(a, b), max(a, b)) for a in one for b in two]
        return math.fsum(self.scores.get(pair, APART) for pair in pairs) / len(pairs)

    def best(self, one: Sequence[int], two: Sequence[int]) -> str:
        """The words of the likeliest pair between two groups."""
        pairs = sorted(((min(a, b), max(a, b)) for a in one for b in two), key=lambda pair: (-self.scores.get(pair, APART), pair))
        return next((words for pair in pairs if (words := self.why(pair))), "")

    def why(self, pair: _Pair) -> str:
        """Why two accounts may be one, or may not; empty where nobody asked."""
        one, two = (self.accounts[number] for number in pair)
        if pair in self.levels:
            return why(one, two, self.levels[pair], self.rarity)
        known = one.may_be.get(two.number) if one.report is two.report else None
        return "" if known is None else known[1]


def _compared(accounts: Sequence[Account], rarity: Rarity) -> Iterator[tuple[_Pair, tuple[Level, ...]]]:
    rivals = Rivals.of(accounts, rarity)
    for pair in blocking.pairs(accounts, rarity):
        one, two = (accounts[number] for number in pair)
        yield pair, (*compared(one, two, rarity), ("rivals", rivals.level(one, two)))


_USUAL, _DAMPING = 20, 0.125


def prior(reports: int) -> float:
    """What is taken from the log-odds of each pair in a case of many reports, where most have nothing to do with each other.

    The weights are fitted on cases of up to some twenty reports; of `n` of them the odds that two are of one incident fall like the eighth root of 1/n.
    """
    return -_DAMPING * math.log(max(1.0, reports / _USUAL))


_SURE, _TOGETHER = 2.2, 3.0
"""Log-odds of two incidents being surely one, and what that says of what came of each."""


def _told_together(accounts: Sequence[Account], scores: Mapping[_Pair, float]) -> dict[_Pair, float]:
    """The log-odds of what two reports tell besides one incident, and alike: where the craft came down of which both tell.

    Collective linkage (Bhattacharya and Getoor, Collective Entity Resolution in Relational Data, ACM Transactions on Knowledge Discovery
    from Data 1, 2007): what is linked speaks for what is told with it.
    """
    sure = {_reports(pair, accounts): pair for pair, odds in scores.items() if odds >= _SURE}
    return {
        pair: odds + _TOGETHER
        for pair, odds in scores.items()
        if odds > NEVER
        and set(pair).isdisjoint(sure.get(_reports(pair, accounts), pair))
        and _is_told_alike(*(accounts[at] for at in pair))
    }


def _reports(pair: _Pair, accounts: Sequence[Account]) -> tuple[str, str]:
    return accounts[pair[0]].report.id, accounts[pair[1]].report.id


def _is_told_alike(one: Account, two: Account) -> bool:
    """Whether two accounts are of the same kinds and can be of one day, and neither is set apart by a word."""
    alike = bool(one.told.kinds) and one.told.kinds == two.told.kinds
    return alike and not one.days.apart(two.days) and not (one.told.new or two.told.new)


def _of_one_report(accounts: Sequence[Account]) -> dict[_Pair, float]:
    """Accounts of one report were told apart by it; those that it leaves open stay open, and no third one may join them."""
    by_report: dict[str, list[int]] = {}
    for number, account in enumerate(accounts):
        by_report.setdefault(account.report.id, []).append(number)
    found: dict[_Pair, float] = {}
    for numbers in by_report.values():
        for one, two in combinations(numbers, 2):
            known = accounts[one].may_be.get(accounts[two].number)
            found[one, two] = -math.inf if known is None else min(_log_odds(known[0]), _log_odds(JOINED) - 0.01)
    return found


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
    told = [_told(group, linked, order) for group in ranked]
    homes = {
        id(member.claim): (number, account, member)
        for number, each in enumerate(told)
        for account in each.accounts
        for member in account.members
    }
    out = []
    for number, claim in enumerate(claims, start=1):
        home = homes.get(id(claim))
        if home is None:
            why = standing.get(id(claim), "")
            out.append(replace(claim, id=f"c{number}", role=Role.STANDING if why else None, event_reason=why))
        else:
            out.append(_with_event(claim, f"c{number}", home, told[home[0]].dated))
    maybe = _possible(ranked, linked)
    return tuple(out), tuple(_event(number, each, maybe.get(number, ()), order) for number, each in enumerate(told))


@dataclass(frozen=True, slots=True)
class _Told:
    """An event in the making: its accounts in reading order, and what ties them."""

    accounts: Sequence[Account]
    ties: Sequence[tuple[Account, Account, float, str]]
    """Two accounts, the log-odds of their being of one event, and why."""
    dated: Account | None
    """The account that tells the day."""


def _told(group: Sequence[int], linked: _Linked, order: Mapping[int, int]) -> _Told:
    numbers = sorted((each for each in group if linked.accounts[each].members), key=lambda each: min(_positions([each], linked, order)))
    ties = [
        (linked.accounts[one], linked.accounts[two], linked.scores[pair], linked.why(pair))
        for one, two in combinations(numbers, 2)
        if (pair := (min(one, two), max(one, two))) in linked.scores
    ]
    return _Told([linked.accounts[each] for each in numbers], ties, _dated(group, linked))


def _positions(group: Sequence[int], linked: _Linked, order: Mapping[int, int]) -> list[int]:
    return [order[id(member.claim)] for each in group for member in linked.accounts[each].members]


def _with_event(claim: Claim, name: str, home: tuple[int, Account, Member], day: Account | None) -> Claim:
    """A claim with its event, and with the event's day where its own words tell none, or days that this is one of."""
    number, account, member = home
    when, when_text = claim.when, claim.when_text
    if when is None:
        known = next((each for each in (account, day) if each is not None and _tells_day_of(each, account, member)), None)
        when = None if known is None else known.when
        when_text = when_text or (account.when_text if account.dates(member) else None) or (None if known is None else known.when_text)
    return replace(claim, id=name, event=f"e{number + 1}", event_reason=member.reason, role=account.role, when=when, when_text=when_text)


def _tells_day_of(dated: Account, account: Account, member: Member) -> bool:
    """Whether an account tells the day of a member of one of its event: no day that what either tells itself leaves out."""
    if dated.when is None or not account.dates(member):
        return False
    told, day = Days.of(member.dating, account.report.published), Days(dated.when, dated.when, is_stated=True)
    if told.on_other_weekdays(day) or account.days.on_other_weekdays(day):
        return False
    if not told.is_stated:
        return dated is account or not account.days.is_narrow or account.days.may_be(dated.when)
    fixes_none = told.low is None and told.high in (None, account.report.published)
    if fixes_none and member.dating.weekday != dated.when.weekday():
        return False  # "the year before", of nobody knows which
    return (dated is account or told.is_bounded) and told.may_be(dated.when)


def _dated(group: Sequence[int], linked: _Linked) -> Account | None:
    """The account that tells the day of an event: one whose subject it is before others, then the first.

    Where none does, it may be one of a report that has no claim on it and surely tells of the same, one that tells of another moment of the
    same flight, one whose day it has to be of, or one of an event that it probably is.
    """
    own = _first([linked.accounts[each] for each in group]) or _first(_silent(group, linked))
    rules = (is_one_flight, is_done_by, is_on_its_day)
    return own or next(filter(None, (_only(_told_with(group, linked, rule)) for rule in rules)), None) or _only(_probable(group, linked))


def _first(accounts: Iterable[Account]) -> Account | None:
    """The account that tells a day, one whose subject it is before others."""
    dated = (account for account in accounts if account.when is not None)
    return min(dated, key=lambda account: (account.role is not Role.MAIN, account.key), default=None)


def _only(accounts: Sequence[Account]) -> Account | None:
    """The same, where all that tell a day tell one."""
    return _first(accounts) if len({account.when for account in accounts} - {None}) == 1 else None


def _silent(group: Sequence[int], linked: _Linked) -> Sequence[Account]:
    """The accounts without claims that surely tell of an event."""
    without = (number for number, account in enumerate(linked.accounts) if not account.members and account.when is not None)
    return [linked.accounts[each] for each in without if linked.average(group, [each]) > 0]


def _told_with(group: Sequence[int], linked: _Linked, rule: Callable[[Sequence[Account], Account], bool]) -> Sequence[Account]:
    """The accounts that by a rule are of the day of an event: another moment of its flight, the disaster that did it, the news that it is in."""
    own = [linked.accounts[each] for each in group]
    return [account for number, account in enumerate(linked.accounts) if number not in group and rule(own, account)]


def _probable(group: Sequence[int], linked: _Linked) -> Sequence[Account]:
    """The accounts of other events that an event may well be."""
    likely = (other for other in linked.groups if other is not group and _probability(linked.average(group, other)) >= _LIKELY)
    return [linked.accounts[each] for other in likely for each in other]


def _possible(ranked: Sequence[Sequence[int]], linked: _Linked) -> dict[int, list[tuple[int, float, str]]]:
    """For each event those that it may be, with how probable that is and why, the likeliest first."""
    home = {each: number for number, group in enumerate(ranked) for each in group}
    weighed = [(home[one], home[two]) for one, two in linked.scores if one in home and two in home]
    asked = sorted({(min(a, b), max(a, b)) for a, b in weighed if a != b})
    found: dict[int, list[tuple[int, float, str]]] = {}
    for one, two in asked:
        probability = _probability(linked.average(ranked[one], ranked[two]))
        if probability >= POSSIBLE:
            why = linked.best(ranked[one], ranked[two])
            found.setdefault(one, []).append((two, probability, why))
            found.setdefault(two, []).append((one, probability, why))
    return {number: sorted(others, key=lambda each: (-each[1], each[0])) for number, others in found.items()}


def _event(number: int, told: _Told, maybe: Sequence[tuple[int, float, str]], order: Mapping[int, int]) -> Event:
    members = sorted((member for account in told.accounts for member in account.members), key=lambda member: order[id(member.claim)])
    joined = tuple(
        JoinedPair(
            claims=(_first_claim(one, order), _first_claim(two, order)),
            reports=(one.report.id, two.report.id),
            probability=_probability(score),
            why=why,
        )
        for one, two, score, why in told.ties
    )
    when = None if told.dated is None else told.dated.when
    return Event(
        id=f"e{number + 1}",
        label=_label(told.accounts, members, when),
        when=when,
        claims=tuple(f"c{order[id(member.claim)] + 1}" for member in members),
        reports=tuple(dict.fromkeys(account.report.id for account in told.accounts)),
        reason="; ".join(dict.fromkeys([*(member.reason for member in members), *(pair.why for pair in joined)])),
        joined=joined,
        may_join=tuple(PossibleJoin(event=f"e{other + 1}", probability=probability, why=why) for other, probability, why in maybe),
    )


def _first_claim(account: Account, order: Mapping[int, int]) -> str:
    return f"c{min(order[id(member.claim)] for member in account.members) + 1}"


def _label(accounts: Sequence[Account], members: Sequence[Member], day: dt.date | None) -> str:
    """What an incident is called, by the reports' own words: "Air strike near al-Tanf, 6 June 2017"; never by a position in figures."""
    ranked = sorted(accounts, key=lambda account: account.role is not Role.MAIN)
    noun = next((account.noun for account in ranked if account.noun), "")
    words = noun or next((account.words for account in ranked if account.words), "") or _words_of(members[0].claim)
    place = _place_of(members)
    when = "" if day is None else f", {day.day} {day:%B} {day.year}"
    return f"{words[:1].upper()}{words[1:]}{f' near {place}' if noun and place else ''}{when}"


def _words_of(claim: Claim) -> str:
    """The words of a claim; of one that is a position in figures, the title of its report."""
    is_position = bool(claim.anchors) and all(anchor.kind is MentionKind.COORDINATES for anchor in claim.anchors)
    return " ".join(((claim.span.report.title or "A position") if is_position else claim.span.text).split())


def _place_of(members: Sequence[Member]) -> str:
    """The name that most claims of an incident are measured from, the first of several; borders and positions are none."""
    names = [anchor.name for member in members for anchor in member.claim.anchors if anchor.kind is MentionKind.NAME]
    counted = Counter(names)
    return counted.most_common(1)[0][0] if counted else ""

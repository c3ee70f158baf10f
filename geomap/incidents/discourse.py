"""Which mentions in one report are of one incident.

A report has a main incident, which its headline and first sentences tell of and which later mentions go back to; side incidents, set apart
by a day, a kind, a place or a word of their own; and standing facts, which are about none. Each mention is weighed against every incident
told so far, by evidence in log-odds, and is of the likeliest or of a new one.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from geomap.incidents.accounts import Account
from geomap.incidents.days import Days
from geomap.incidents.kinds import LOSSES, OUTCOMES, WEAK, WIDE, akin
from geomap.incidents.whereabouts import gap, spots_of
from geomap.model import Claim, Dating, Location, MentionKey, Passing, Role, Telling

_MEMORY = 40
"""So many incidents of a report are remembered when words point back."""
_ANY_SITE, _WRECK = "*", "wreck"
_POSSIBLE = -2.0
"""From these log-odds on, a mention that is left apart may still be of an incident."""
_FAR_M = 300_000.0
_SIZES_APART = 0.4
"""Agencies seldom give one quake magnitudes further apart than this."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that speaks for or against a mention being of an incident, in log-odds."""

    weight: float
    words: str


@dataclass(frozen=True, slots=True)
class Story:
    """What one report tells of."""

    accounts: tuple[Account, ...]
    """Its incidents that claims are about, the main one first; that one also where no claim is about it."""
    standing: tuple[tuple[Claim, str], ...]
    """Claims that are about none, and why."""


def story_of(passings: Iterable[Passing], where: Mapping[MentionKey, Location]) -> Story:
    """The incidents of one report, from all its mentions of them in reading order; `where` says where its names are."""
    teller = _Teller(where)
    for passing in passings:
        teller.hear(passing)
    return teller.story()


class _Teller:
    """A report in the reading."""

    def __init__(self, where: Mapping[MentionKey, Location]) -> None:
        self._where = where
        self._accounts: list[Account] = []
        self._standing: list[tuple[Claim, str]] = []
        self._latest: Account | None = None
        self._apart = (-2, 0)
        """The paragraph in which another thing is told of, and the number of incidents told before."""
        self._apart_sentence = -2
        """The sentence that a word sets apart as a whole."""
        self._then = (-2, Dating(None, None))
        """A paragraph, and the days far from those of the main incident that a sentence in it tells of whatever follows."""
        self._stands = False
        """Whether the last mention told where a place lies."""

    def hear(self, passing: Passing) -> None:
        """Put a mention where it belongs."""
        if passing.told.chained:
            self._go_on(passing)
            return
        self._stands = False
        if passing.dating.text is None and passing.paragraph == self._then[0]:
            passing = replace(passing, dating=self._then[1])
        if passing.told.unreal and passing.claims:
            self._stands = True
            self._standing += [(claim, f"it tells {passing.told.unreal}, and not where something happened") for claim in passing.claims]
        elif passing.told.describes:
            self._describe(passing)
        elif self._accounts and not passing.claims and not passing.told.kinds - WEAK:
            self._linger(passing)
        else:
            self._tell(passing)

    def _describe(self, passing: Passing) -> None:
        """Put words that tell where a place lies: of the incident that was there, or of none."""
        account = self._site(passing)
        if account is not None:
            self._add(account, passing, f"“{passing.told.words}” is where it was")
        elif _WRECK in passing.told.describes:
            self._new(passing)
        else:
            self._stands = True
            self._stand(passing)

    def _tell(self, passing: Passing) -> None:
        """Put a mention to the incident that it fits best, or to a new one that may be one of the others."""
        weighed = sorted(
            ((self._weigh(passing, account), account) for account in self._recent()), key=lambda each: (-_total(each[0]), each[1].number)
        )
        if weighed and _total(weighed[0][0]) > 0:
            reasons, account = weighed[0]
            self._add(account, passing, _in_words(reasons))
            return
        account = self._new(passing)
        for reasons, other in weighed:
            total = _total(reasons)
            if total > _POSSIBLE and passing.claims:
                why = _against(reasons)
                account.may_be[other.number] = other.may_be[account.number] = (1 / (1 + math.exp(-total)), why)

    def _linger(self, passing: Passing) -> None:
        """Learn from a sentence that tells of no incident by itself: of the one in hand, within a paragraph, else of the main one."""
        latest = self._latest
        account = latest if latest is not None and latest.paragraph == passing.paragraph else self._accounts[0]
        if passing.told.another:
            self._apart = (passing.paragraph, len(self._accounts))
        elif passing.told.new:
            self._apart_sentence = passing.sentence
        else:
            account.learn(passing)
        days, main = Days.of(passing.dating, passing.report.published), self._accounts[0].days
        if days.is_narrow and days.apart(main) >= _LONG and not _is_news(days, main, passing.report.published):
            self._then = (passing.paragraph, passing.dating)

    def _go_on(self, passing: Passing) -> None:
        """Take what follows right behind another claim to where that went."""
        if self._stands or self._latest is None:
            self._stand(passing)
        else:
            self._add(self._latest, passing, "it goes on about what stands before it")

    def _stand(self, passing: Passing) -> None:
        place = passing.told.words or " ".join(sorted(passing.told.describes))
        why = f"it tells where a place lies ({place}), not where something happened"
        self._standing += [(claim, why) for claim in passing.claims]

    def story(self) -> Story:
        for account in self._accounts:
            account.locate(self._where)
        return Story(tuple(account for account in self._accounts if account.members or account.role is Role.MAIN), tuple(self._standing))

    def _recent(self) -> Sequence[Account]:
        """The main incident and those told last."""
        return [*self._accounts[:1], *self._accounts[1:][-_MEMORY:]]

    def _add(self, account: Account, passing: Passing, reason: str) -> None:
        account.take_in(passing, reason)
        account.place(spots_of(passing.claims, self._where))
        self._latest = account

    def _new(self, passing: Passing) -> Account:
        """An incident of its own: the main one if it is the first."""
        main = not self._accounts
        stated = passing.dating.text is not None
        days = Days.of(passing.dating, passing.report.published) if stated else self._days_unstated(passing)
        account = Account(
            report=passing.report,
            number=len(self._accounts),
            role=Role.MAIN if main else Role.SIDE,
            told=passing.told,
            days=days,
            when_text=passing.dating.text,
        )
        self._accounts.append(account)
        told_first = "the report's own subject" if main else "told of here first"
        self._add(account, passing, told_first if passing.told.kinds or main else "a position on its own")
        return account

    def _days_unstated(self, passing: Passing) -> Days:
        """The days of an incident without words of time: those of news for the main one, those told just before for one "at the same time"."""
        before = self._latest or next(iter(self._accounts), None)
        if before is not None and passing.told.same_time:
            return before.days
        return Days(None, passing.report.published) if passing.told.new and before is not None else Days.news(passing.report.published)

    def _site(self, passing: Passing) -> Account | None:
        """The incident whose place words describe: for "the site" the one in hand, else one said to be at a place of that name or sort."""
        told = passing.told
        main = next(iter(self._accounts), None)
        if _WRECK in told.describes:
            lost = next((account for account in reversed(self._recent()) if account.told.kinds & LOSSES), None)
            return lost if lost is not None or main is None or main.told.kinds - WEAK else main
        if _ANY_SITE in told.describes:
            latest = self._latest
            return latest if latest is not None and latest.paragraph == passing.paragraph else main
        named = (account for account in reversed(self._recent()) if told.describes & (account.told.sites | account.told.own_names))
        unplaced = main if main is not None and not main.members and told.definite and not self._is_of_other_days(passing, main) else None
        return next(named, unplaced)

    @staticmethod
    def _is_of_other_days(passing: Passing, account: Account) -> bool:
        days = Days.of(passing.dating, passing.report.published)
        return days.is_stated and days.apart(account.days) >= _LONG

    def _weigh(self, passing: Passing, account: Account) -> list[Reason]:
        told, other = passing.told, account.told
        return [
            *self._place_in_text(passing, account),
            *(() if _says_no_other_day(passing, account) else _days(passing, account)),
            *_kinds(told, other, placed=bool(passing.claims)),
            *_after_movement(told, other),
            *(_elsewhere(told, other) if passing.claims and account.members else ()),
            *_words(passing, account, apart=self._is_apart(passing, account)),
            *_things(told, other),
            *self._where_it_was(passing, account),
        ]

    def _is_apart(self, passing: Passing, account: Account) -> bool:
        """Whether a sentence before this one set it apart from an incident."""
        paragraph, known = self._apart
        return passing.sentence == self._apart_sentence or (passing.paragraph == paragraph and account.number < known)

    def _place_in_text(self, passing: Passing, account: Account) -> Iterator[Reason]:
        told = passing.told
        if account.role is Role.MAIN:
            latest = self._latest
            aside = latest is not None and latest.is_apart and latest.paragraph == passing.paragraph
            yield from _as_main(passing, account, aside=aside)
        side = account.role is Role.SIDE
        if account is self._latest and passing.paragraph == account.paragraph and not told.new:
            if passing.sentence == account.sentence:
                yield Reason(2.0, "it goes on in the same sentence")
            yield Reason(1.5 if side else 0.7, "it goes on in the same paragraph")
            if side and (told.pronoun or not (told.kinds or told.definite)):
                yield Reason(1.5, "it goes on with nothing else named")
        elif side and passing.paragraph > account.paragraph:
            yield Reason(-1.5, "it was told of in an earlier paragraph")

    def _where_it_was(self, passing: Passing, account: Account) -> Iterator[Reason]:
        found = gap(spots_of(passing.claims, self._where), account.spots) if account.spots else None
        if found is not None and found.apart_m > _FAR_M:
            yield Reason(-2.0 if found.apart_m < 3 * _FAR_M else -4.0, f"it is put {found.apart_m / 1000:,.0f} km away")


_ENDS, _BLOWS = frozenset({"crash", "sinking"}), frozenset({"attack", "hit", "shootdown"})
"""Kinds that tell how it ended with what was hit, and kinds that tell of the blow."""
_LAUNCH = frozenset({"launch"})
_WRECK_TERMS = frozenset({"wreck", "wreckage"})
_FROM_THE_AIR = frozenset({"attack", "hit", "explosion"})
_AFTERWARDS = frozenset({"find", "movement", "landing"})
"""Kinds that tell of what came before or after."""
_MOVING = frozenset({"aircraft", "vessel", "force", "vehicle", "person", "storm"})
"""Classes of things that are elsewhere by now."""
_SOON, _LONG = 3, 60
"""Days apart from which two mentions are surely of two incidents, and from which they are whatever is told besides."""


def _is_news(days: Days, main: Days, published: dt.date | None) -> bool:
    """Whether days are those of what is said now of an incident that was before: "The report, released on Tuesday"."""
    return days.apart(Days.news(published)) == 0 and main.high is not None and days.low is not None and main.high < days.low


def _as_main(passing: Passing, account: Account, *, aside: bool) -> Iterator[Reason]:
    """What speaks for the incident that a report is about, less in a paragraph that has turned aside from it."""
    yield Reason(0.8 if aside else 1.5, "the report is about it")
    if passing.sentence <= 0 and not account.members:
        yield Reason(_weight_of_lede(passing, account), "the report begins with it")
    if passing.brief and not aside and not _introduces(passing, account):
        yield Reason(1.0, "a notice of a few lines is about one thing")


def _weight_of_lede(passing: Passing, account: Account) -> float:
    """What a mention in a first sentence says: a headline and what that first tells are of one incident; further claims may be of another."""
    if account.sentence < 0:
        return 5.0
    return 0.5 if passing.claims else 2.0


def _days(passing: Passing, account: Account) -> Iterator[Reason]:
    if passing.dating.text is None:
        return
    here, there, words = Days.of(passing.dating, passing.report.published), account.days, _flat(passing.dating.text.text)
    apart = here.apart(there)
    if apart >= _LONG:
        yield Reason(-6.0, f"it was at another time (“{words}”)")
    elif apart >= _SOON or (apart and there.is_stated):
        surely = there.is_stated and (apart >= _SOON or (account.is_surely_dated and bool(passing.claims)))
        yield Reason(-6.0 if surely else -2.5, f"it was on another day (“{words}”)")
    elif account.role is Role.SIDE and here.is_narrow and not there.is_stated and passing.paragraph > account.paragraph:
        yield Reason(-3.0, f"it has words of time of its own (“{words}”)")
    elif here.day is not None and here.day == there.day:
        yield Reason(1.5, "it is of the same day")
    elif account.when_text is not None and here.width is None is there.width:
        same = words.lower() == _flat(account.when_text.text).lower()
        yield Reason(1.0, "the words of time are the same") if same else Reason(-6.0, f"it has words of time of its own (“{words}”)")


def _says_no_other_day(passing: Passing, account: Account) -> bool:
    """Whether words of time set nothing apart.

    What was lost is found later, and a report begins with the day that it looks back on, or with what went before its incident.
    """
    main = account.role is Role.MAIN
    begins = passing.paragraph == 0 and main and not account.members and not account.days.is_stated
    begins |= main and account.is_begun_by(passing.told) and not passing.told.new and _is_soon_after(passing, account)
    return begins or _is_what_was_lost(passing.told, account.told)


def _is_soon_after(passing: Passing, account: Account) -> bool:
    """Whether the days of a mention are no more than some days from those of an account."""
    days = Days.of(passing.dating, passing.report.published)
    return days.is_bounded and days.apart(account.days) <= _SOON


def _kinds(told: Telling, other: Telling, *, placed: bool) -> Iterator[Reason]:
    kinds, others = told.kinds - WEAK, other.kinds - WEAK
    if kinds == _LAUNCH and not placed and others & _BLOWS:
        return  # "rockets fired from Norland killed two"
    if kinds and others:
        yield _by_kinds(kinds, others)
    elif told.kinds and not kinds and not told.kinds & (other.kinds | OUTCOMES) and not _is_what_was_lost(told, other):
        yield Reason((-4.5 if told.kinds & _AFTERWARDS else -2.0) if other.kinds else -1.0, f"it tells of {_list(told.kinds)}")


def _by_kinds(kinds: frozenset[str], others: frozenset[str]) -> Reason:
    """What two kinds of incident say of being one."""
    if kinds <= _ENDS and others & _BLOWS and not kinds & others and "loss" not in others:
        return Reason(-6.0, "it came down or sank, which was later than what hit it, and may be elsewhere")
    if kinds & others:
        return Reason(1.0, f"both tell of {' and '.join(sorted(kinds & others))}")
    if akin(kinds, others):
        return Reason(0.3, "the kinds of incident can be one")
    return Reason(-7.0, f"one is {_list(kinds)}, the other {_list(others)}")


def _after_movement(told: Telling, other: Telling) -> Iterator[Reason]:
    """What speaks against a mention being of what only tells of a movement, a find or the like."""
    if not told.kinds or not other.kinds or other.kinds - WEAK:
        return
    if told.kinds - WEAK - {"harm"}:
        yield Reason(-2.0, f"that tells only of {_list(other.kinds)}")
    elif told.kinds <= WEAK and not told.pronoun:
        yield Reason(-4.0, "each tells of something that came of an incident")


def _elsewhere(told: Telling, other: Telling) -> Iterator[Reason]:
    """What speaks against claims being of where an incident was: they tell of what came of it, or of who did it, elsewhere."""
    kinds, others = told.kinds - {"violation"}, other.kinds - WEAK
    if kinds & {"reading", "sensation"}:
        yield Reason(-6.0, "it tells where something was measured, felt or heard")
    elif kinds == {"damage"} and others & (WIDE | {"explosion"}):
        yield Reason(-6.0, "it tells of damage, which may be far from it")
    elif kinds == {"harm"} and others & WIDE:
        yield Reason(-6.0, "it tells of victims, who may have been far from it")
    elif kinds == {"find"} and not _is_what_was_lost(told, other):
        yield Reason(-3.0 if others else -4.0, "what is found may be elsewhere")
    elif _is_of_who_did_it(told, other) and not kinds - WEAK:
        yield Reason(-6.0, "it tells where the aircraft was, not what it hit")


def _is_of_who_did_it(told: Telling, other: Telling) -> bool:
    """Whether a mention is of aircraft that an incident was done by, rather than happened to."""
    if told.pronoun or told.classes != {"aircraft"} or "aircraft" in other.targets:
        return False
    return bool(other.kinds & _FROM_THE_AIR) and not other.kinds & (LOSSES | {"hijack", "violation", "landing"})


def _is_what_was_lost(told: Telling, other: Telling) -> bool:
    """Whether a mention tells that the ship or aircraft was found of which an incident is the loss."""
    if not other.kinds & LOSSES:
        return False
    if told.kinds == {"crash"}:
        return not _WRECK_TERMS.isdisjoint(told.terms)
    return told.kinds == {"find"} and told.definite and bool(told.classes & other.classes & {"vessel", "aircraft"})


def _words(passing: Passing, account: Account, *, apart: bool) -> Iterator[Reason]:
    told = passing.told
    if told.new or apart:
        yield Reason(-6.0, "a word sets it apart")
    if passing.claims and account.members and (told.plural_event or account.told.plural_event):
        yield Reason(-5.0, "several incidents are told of together")
    things = account.told.targets if told.pronoun else told.classes
    if told.standing and things & _MOVING and passing.claims and account.members:
        yield Reason(-4.5, "it tells how things are, not what happened")
    if told.pronoun:
        yield Reason(1.0, f"“{told.words}” points back")
    elif told.definite:
        yield Reason(0.7, f"“{told.words}” points back")
    elif _introduces(passing, account):
        yield Reason(-4.5, "it is told as something new")


def _introduces(passing: Passing, account: Account) -> bool:
    """Whether a mention with claims tells as of something new what an incident that is placed already would be."""
    return passing.told.introduces and bool(passing.claims) and bool(account.members)


def _things(told: Telling, other: Telling) -> Iterator[Reason]:
    if _differ(told.own_names, other.own_names):
        yield Reason(-8.0, f"it is another ship ({_list(told.own_names)})")
    if told.size is not None and other.size is not None and abs(told.size - other.size) > _SIZES_APART:
        yield Reason(-8.0, f"the magnitudes are {told.size} and {other.size}")
    if _differ(told.ways, other.ways):
        yield Reason(-6.0, f"one came about by {_list(told.ways)}, the other by {_list(other.ways)}")
    if _differ(told.sides, other.sides):
        yield Reason(-7.0, f"another side was hit ({_list(told.struck)}; {_list(other.struck)})")
    elif _differ(told.struck, other.struck) and not told.targets & other.targets:
        yield Reason(-5.0, f"what was hit is another thing ({_list(told.struck)}; {_list(other.struck)})")
    things, others = told.classes, other.targets or other.classes
    if things and others:
        yield Reason(0.7, "the same sort of thing takes part") if things & others else Reason(-0.8, "another sort of thing takes part")
    shared = (told.names - told.states) & (other.names - other.states)
    if shared:
        yield Reason(0.7, f"both name {_list(shared)}")


def _differ(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two accounts both tell something, and nothing of it alike."""
    return bool(one and two) and one.isdisjoint(two)


def _total(reasons: Sequence[Reason]) -> float:
    return math.fsum(reason.weight for reason in reasons)


def _in_words(reasons: Sequence[Reason]) -> str:
    """The two strongest reasons for it."""
    strongest = sorted((reason for reason in reasons if reason.weight > 0), key=lambda reason: -reason.weight)[:2]
    return ", and ".join(reason.words for reason in strongest)


def _against(reasons: Sequence[Reason]) -> str:
    """What speaks for one incident, and what against."""
    worst = min(reasons, key=lambda reason: reason.weight)
    return f"{_in_words(reasons)}, but {worst.words}" if worst.weight < 0 else _in_words(reasons)


def _list(words: Iterable[str]) -> str:
    return " and ".join(sorted(words)[:3])


def _flat(text: str) -> str:
    return " ".join(text.split())

"""Which mentions in one report are of one incident.

A report has a main incident, which its headline and first sentences tell of and which later mentions go back to; side incidents, set apart
by a day, a kind, a place or a word of their own; and standing facts, which are about none. Each mention is weighed for every incident told
so far, for a new one and for none, by the cues that it shows, and is of the likeliest.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from geomap.incidents import cues
from geomap.incidents.accounts import Account
from geomap.incidents.days import Days
from geomap.incidents.kinds import LOSSES, WEAK
from geomap.incidents.ranking import MAIN, NEW, STANDING, Option, probabilities, why
from geomap.incidents.whereabouts import Spot, spots_of
from geomap.model import Claim, Dating, Location, MentionKey, Passing, Role

_MEMORY = 40
"""So many incidents of a report are remembered when words point back."""
_ANY_SITE, _WRECK = "*", "wreck"
_LONG = 60
"""Days apart from which words of time tell of another time than that of an incident."""
_POSSIBLE = 0.12
"""From this probability on, a mention that is left apart may still be of an incident."""


@dataclass(frozen=True, slots=True)
class Story:
    """What one report tells of."""

    accounts: tuple[Account, ...]
    """Its incidents that claims are about, the main one first; that one also where no claim is about it."""
    standing: tuple[tuple[Claim, str], ...]
    """Claims that are about none, and why."""


def story_of(passings: Iterable[Passing], where: Mapping[MentionKey, Location]) -> Story:
    """The incidents of one report, from all its mentions of them in reading order; `where` says where its names are."""
    teller = Teller(where)
    for passing in passings:
        teller.hear(passing)
    return teller.story()


@dataclass(frozen=True, slots=True)
class _Before:
    """The last mention with claims."""

    account: Account | None
    """What it was of, None for no incident."""
    sentence: int
    paragraph: int


class Teller:
    """A report in the reading."""

    def __init__(self, where: Mapping[MentionKey, Location]) -> None:
        self._where = where
        self._accounts: list[Account] = []
        self._standing: list[tuple[Claim, str]] = []
        self._latest: Account | None = None
        self._before: _Before | None = None
        self._apart = (-2, 0)
        """The paragraph in which another thing is told of, and the number of incidents told before."""
        self._apart_sentence = -2
        """The sentence that a word sets apart as a whole."""
        self._then = (-2, Dating(None, None))
        """A paragraph, and the days far from those of the main incident that a sentence in it tells of whatever follows."""

    def hear(self, passing: Passing) -> None:
        """Put a mention where it belongs."""
        if passing.dating.text is None and passing.paragraph == self._then[0]:
            passing = replace(passing, dating=self._then[1])
        if not self._accounts and not passing.claims:
            self._new(passing)
        elif not passing.claims and (passing.told.unreal or not passing.told.kinds - WEAK):
            self._linger(passing)
        else:
            self._tell(passing)

    def choose(self, _passing: Passing, options: Sequence[Option]) -> tuple[Option, list[float]]:
        """The likeliest of what a mention may be of, the first of equal ones; and how probable each is."""
        found = probabilities(options)
        return options[max(range(len(options)), key=lambda at: (found[at], -at))], found

    def _tell(self, passing: Passing) -> None:
        """Put a mention to the incident that it is likeliest of, to a new one, which may be one of the others, or to none."""
        options = self._options(passing)
        chosen, probable = self.choose(passing, options)
        reason = why(chosen, passing)
        if chosen.sort == STANDING:
            self._standing += [(claim, reason) for claim in passing.claims]
        elif chosen.account is not None:
            self._add(chosen.account, passing, reason)
        else:
            account = self._new(passing, reason)
            for option, probability in zip(options, probable, strict=True):
                if option.account is not None and probability >= _POSSIBLE and passing.claims:
                    words = f"{why(option, passing)}, but {_why_another(passing)}"
                    account.may_be[option.account.number] = option.account.may_be[account.number] = (probability, words)
        if passing.claims:
            self._before = _Before(self._latest if chosen.sort != STANDING else None, passing.sentence, passing.paragraph)

    def _options(self, passing: Passing) -> list[Option]:
        """All that a mention may be of; one without claims tells of something that happened."""
        mention = cues.of_mention(passing)
        new = Option.of(NEW, None, mention, self._cues_for_new(passing))
        spots = spots_of(passing.claims, self._where)
        before = self._before
        listed = before.account if before is not None and passing.told.listed and before.sentence == passing.sentence else None
        known = [self._option(passing, account, mention, spots) for account in self._recent() if account is not listed]
        return [Option.of(STANDING, None, mention, self._cues_for_none(passing)), new, *known] if passing.claims else [new, *known]

    def _option(self, passing: Passing, account: Account, mention: Iterable[str], spots: tuple[Spot, ...]) -> Option:
        found = [*self._cues_for(passing, account, spots)]
        return Option.of(MAIN, account, mention, found) if account.role is Role.MAIN else Option("side", account, tuple(found))

    def _cues_for_none(self, passing: Passing) -> Iterator[str]:
        yield STANDING
        if passing.told.describes:
            yield f"{STANDING}: {'no incident was there' if self._site(passing) is None else 'an incident was there'}"
        if passing.told.chained:
            yield f"{STANDING}: it follows {self._of_before()}"
        yield from (f"{STANDING}: {each} was of {self._of_before()}" for each in self._claims_before(passing))

    def _cues_for_new(self, passing: Passing) -> Iterator[str]:
        yield NEW
        yield from (f"{NEW}: {each}" for each in cues.with_none_before(passing, self._recent()))
        yield from (f"{NEW}: {each} was of {self._of_before()}" for each in self._claims_before(passing))
        if self._is_apart(passing, 0):
            yield f"{NEW}: a sentence before sets it apart"

    def _cues_for(self, passing: Passing, account: Account, spots: tuple[Spot, ...]) -> Iterator[str]:
        others = [other for other in self._recent() if other is not account]
        yield from cues.with_account(passing, account, others, spots)
        if account is self._latest:
            yield f"the latest, {'the main one' if account.role is Role.MAIN else 'a side one'}"
        if passing.told.describes and self._site(passing) is account:
            yield "is its place"
        if passing.told.chained:
            yield "it follows" if self._follows(account) else "it follows another"
        if self._is_apart(passing, account.number):
            yield "a sentence before sets it apart"
        for each in self._claims_before(passing):
            yield f"{each} was of {'it' if self._follows(account) else self._of_before()}"

    def _claims_before(self, passing: Passing) -> Iterator[str]:
        """Where the claims just before stand."""
        before = self._before
        if before is not None:
            same_paragraph = before.paragraph == passing.paragraph
            near = "in the sentence" if before.sentence == passing.sentence else "in the paragraph" if same_paragraph else "farther"
            yield f"the claim before, {near},"

    def _of_before(self) -> str:
        """What the claims just before are of."""
        account = None if self._before is None else self._before.account
        return "none" if account is None else "the main one" if account.role is Role.MAIN else "a side one"

    def _follows(self, account: Account) -> bool:
        """Whether the claims just before are of an incident."""
        return self._before is not None and self._before.account is account

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

    def story(self) -> Story:
        """What was heard."""
        for account in self._accounts:
            account.subject = self._accounts[0] if account.role is Role.SIDE else None
            account.locate(self._where)
        return Story(tuple(account for account in self._accounts if account.members or account.role is Role.MAIN), tuple(self._standing))

    def _recent(self) -> Sequence[Account]:
        """The main incident and those told last."""
        return [*self._accounts[:1], *self._accounts[1:][-_MEMORY:]]

    def _add(self, account: Account, passing: Passing, reason: str) -> None:
        account.take_in(passing, reason)
        account.place(spots_of(passing.claims, self._where))
        self._latest = account

    def _new(self, passing: Passing, reason: str = "") -> Account:
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
        self._add(account, passing, "the report's own subject" if main else reason)
        return account

    def _days_unstated(self, passing: Passing) -> Days:
        """The days of an incident without words of time: those of news for the main one, any before for one that is told of besides."""
        before = self._latest or next(iter(self._accounts), None)
        if before is None:
            return Days.news(passing.report.published)
        return before.days if passing.told.same_time else Days(None, passing.report.published)

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
        return next(named, main if main is not None and _is_its_place(passing, main) else None)

    def _is_apart(self, passing: Passing, number: int) -> bool:
        """Whether a sentence before this one set it apart from an incident."""
        paragraph, known = self._apart
        return passing.sentence == self._apart_sentence or (passing.paragraph == paragraph and number < known)


def _why_another(passing: Passing) -> str:
    """What speaks for a mention being of an incident of its own."""
    if passing.told.introduces:
        return "it is told as something new"
    if passing.dating.text is not None:
        return f"it has words of time of its own (“{' '.join(passing.dating.text.text.split())}”)"
    return "it may be another"


def _is_its_place(passing: Passing, account: Account) -> bool:
    """Whether "the camp" may be where an incident was that has no place yet."""
    days = Days.of(passing.dating, passing.report.published)
    return not account.members and passing.told.definite and not (days.is_stated and days.apart(account.days) >= _LONG)


def _is_news(days: Days, main: Days, published: dt.date | None) -> bool:
    """Whether days are those of what is said now of an incident that was before: "The report, released on Tuesday"."""
    return days.apart(Days.news(published)) == 0 and main.high is not None and days.low is not None and main.high < days.low

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
from geomap.incidents.kinds import LOSSES, WEAK
from geomap.incidents.mentions import LONG, Reason, against, as_main, in_words, total, weighed
from geomap.incidents.whereabouts import gap, spots_of
from geomap.model import Claim, Dating, Location, MentionKey, Passing, Role

_MEMORY = 40
"""So many incidents of a report are remembered when words point back."""
_ANY_SITE, _WRECK = "*", "wreck"
_POSSIBLE = -2.0
"""From these log-odds on, a mention that is left apart may still be of an incident."""
_FAR_M = 300_000.0


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
            ((self._weigh(passing, account), account) for account in self._recent()), key=lambda each: (-total(each[0]), each[1].number)
        )
        if weighed and total(weighed[0][0]) > 0:
            reasons, account = weighed[0]
            self._add(account, passing, in_words(reasons))
            return
        account = self._new(passing)
        for reasons, other in weighed:
            odds = total(reasons)
            if odds > _POSSIBLE and passing.claims:
                why = against(reasons)
                account.may_be[other.number] = other.may_be[account.number] = (1 / (1 + math.exp(-odds)), why)

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
        if days.is_narrow and days.apart(main) >= LONG and not _is_news(days, main, passing.report.published):
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
        return next(named, main if main is not None and _is_its_place(passing, main) else None)

    def _weigh(self, passing: Passing, account: Account) -> list[Reason]:
        return [
            *self._place_in_text(passing, account),
            *weighed(passing, account, apart=self._is_apart(passing, account)),
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
            yield from as_main(passing, account, aside=aside)
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


def _is_its_place(passing: Passing, account: Account) -> bool:
    """Whether "the camp" may be where an incident was that has no place yet."""
    days = Days.of(passing.dating, passing.report.published)
    return not account.members and passing.told.definite and not (days.is_stated and days.apart(account.days) >= LONG)


def _is_news(days: Days, main: Days, published: dt.date | None) -> bool:
    """Whether days are those of what is said now of an incident that was before: "The report, released on Tuesday"."""
    return days.apart(Days.news(published)) == 0 and main.high is not None and days.low is not None and main.high < days.low

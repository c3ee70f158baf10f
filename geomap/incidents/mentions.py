"""What speaks for and against a mention being of an incident that its report has told of, in log-odds."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from geomap.incidents.accounts import Account
from geomap.incidents.days import Days
from geomap.incidents.kinds import LOSSES, OUTCOMES, WEAK, WIDE, akin
from geomap.model import Passing, Role, Telling

_SIZES_APART = 0.4
"""Agencies seldom give one quake magnitudes further apart than this."""
_ENDS, _BLOWS = frozenset({"crash", "sinking"}), frozenset({"attack", "hit", "shootdown"})
"""Kinds that tell how it ended with what was hit, and kinds that tell of the blow."""
_LAUNCH = frozenset({"launch"})
_WRECK_TERMS = frozenset({"wreck", "wreckage"})
_FROM_THE_AIR = frozenset({"attack", "hit", "explosion"})
_AFTERWARDS = frozenset({"find", "movement", "landing"})
"""Kinds that tell of what came before or after."""
_MOVING = frozenset({"aircraft", "vessel", "force", "vehicle", "person", "storm"})
"""Classes of things that are elsewhere by now."""
_SOON, LONG = 3, 60
"""Days apart from which two mentions are surely of two incidents, and from which they are whatever is told besides."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Something that speaks for or against a mention being of an incident, in log-odds."""

    weight: float
    words: str


def weighed(passing: Passing, account: Account, *, apart: bool) -> Iterator[Reason]:
    """What the words of a mention say; `apart` where a sentence before it set it apart."""
    told, other = passing.told, account.told
    if not _says_no_other_day(passing, account):
        yield from _days(passing, account)
    yield from _kinds(told, other, placed=bool(passing.claims))
    yield from _after_movement(told, other)
    if passing.claims and account.members:
        yield from _elsewhere(told, other)
    yield from _words(passing, account, apart=apart)
    yield from _things(told, other)


def as_main(passing: Passing, account: Account, *, aside: bool) -> Iterator[Reason]:
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
    if apart >= LONG:
        yield Reason(-6.0, f"it was at another time (“{words}”)")
    elif apart >= _SOON or (apart and there.is_stated):
        surely = there.is_stated and (apart >= _SOON or (account.is_surely_dated and bool(passing.claims)))
        yield Reason(-6.0 if surely else -2.5, f"it was on another day (“{words}”)")
    else:
        yield from _by_words_of_time(passing, account, here, words)


def _by_words_of_time(passing: Passing, account: Account, here: Days, words: str) -> Iterator[Reason]:
    """What words of time say where the days may be one."""
    there = account.days
    if account.role is Role.SIDE and here.is_narrow and not there.is_stated and passing.paragraph > account.paragraph:
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
    if kinds <= _ENDS and others & _BLOWS and not kinds & others:
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


def total(reasons: Sequence[Reason]) -> float:
    """The log-odds of several reasons together."""
    return math.fsum(reason.weight for reason in reasons)


def in_words(reasons: Sequence[Reason]) -> str:
    """The two strongest reasons for it."""
    strongest = sorted((reason for reason in reasons if reason.weight > 0), key=lambda reason: -reason.weight)[:2]
    return ", and ".join(reason.words for reason in strongest)


def against(reasons: Sequence[Reason]) -> str:
    """What speaks for one incident, and what against."""
    worst = min(reasons, key=lambda reason: reason.weight)
    return f"{in_words(reasons)}, but {worst.words}" if worst.weight < 0 else in_words(reasons)


def _list(words: Iterable[str]) -> str:
    return " and ".join(sorted(words)[:3])


def _flat(text: str) -> str:
    return " ".join(text.split())

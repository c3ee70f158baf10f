"""What speaks for and against two accounts of different reports being of one incident, field by field.

Record linkage in the manner of Fellegi and Sunter (A Theory for Record Linkage, Journal of the American Statistical Association 64, 1969):
each field that two records have agrees to some level, and each level has a weight in log-odds (`geomap.incidents.weights`).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geomap.incidents.accounts import Account
from geomap.incidents.kinds import ANY, SELDOM, WEAK, akin
from geomap.incidents.rarity import Rarity
from geomap.incidents.weights import PRIOR, WEIGHTS
from geomap.incidents.whereabouts import gap
from geomap.model import Role

_TIES = frozenset(
    [("names", level) for level in ("one", "several", "many")]
    + [("places", "named"), ("places", "measured from"), ("where", "same"), ("where", "near"), ("ship", "same"), ("words", "close")]
    + [(kind, "same") for kind in ("dead", "aboard")]
)
"""What ties two accounts to one incident; that both are of one kind and day does not."""
_SELDOM_TIES = tuple(
    {("kind", "seldom"), ("day", day), tie}
    for day in ("same", "as news", "published together")
    for tie in (("states", "two"), ("states", "more"), ("places", "one state"))
)
"""What ties accounts of a kind of which there are seldom two at one time between two states, or at the edge of one."""
_UNTIED = -0.1
"""Log-odds of accounts that nothing ties, at the most: they may be one, and are not joined."""
_MANY, _SEVERAL, _ONE = 2.4, 1.1, 0.45
"""How much shared names say, from which on they are so many; one rare name in two reports says some 0.65."""
_MONTHS = 100
"""Days after which a report is no longer of one time with another."""
_WORDS = 6
"""Accounts that share fewer words than these are not told in like words, however short they are."""
_LIKE = 1.25
"""Counts of one incident in two accounts are seldom further apart by this factor."""
_SIZES_APART = 0.4
"""Agencies seldom give one quake magnitudes further apart than this."""


_DIFFERING = frozenset(
    (
        "next",
        "other",
        "none",
        "others",
        "off",
        "far",
        "remote",
        "new",
        "several",
        "aftershock",
        "none of many",
        "not news",
        "published apart",
    )
)
"""Levels to which a field does not agree; words for them are told against a join."""


@dataclass(frozen=True, slots=True)
class Agreement:
    """To which level a field of two accounts agrees."""

    field: str
    level: str
    words: str

    @property
    def weight(self) -> float:
        """Its log-odds."""
        return WEIGHTS.get((self.field, self.level), 0.0)


@dataclass(frozen=True, slots=True)
class Match:
    """Whether two accounts are of one incident."""

    score: float
    """Log-odds."""
    agreements: tuple[Agreement, ...]

    @property
    def probability(self) -> float:
        """That they are."""
        return 1 / (1 + math.exp(-self.score))

    @property
    def why(self) -> str:
        """The strongest reasons for it, and the strongest against."""
        ranked = sorted(self.agreements, key=lambda each: -abs(each.weight))
        good = [each.words for each in ranked if each.weight > 0 and each.words][:3]
        bad = [each.words for each in ranked if each.weight < 0 and each.words and each.level in _DIFFERING][:2]
        return ", ".join(good) + (f"; but {', '.join(bad)}" if bad and good else ", ".join(bad))


def match(one: Account, two: Account, rarity: Rarity) -> Match:
    """Weigh two accounts of different reports."""
    agreements = tuple(compared(one, two, rarity))
    score = PRIOR + math.fsum(each.weight for each in agreements)
    levels = {(each.field, each.level) for each in agreements}
    tied = not levels.isdisjoint(_TIES) or any(levels >= ties for ties in _SELDOM_TIES)
    return Match(score if tied else min(score, _UNTIED), agreements)


def compared(one: Account, two: Account, rarity: Rarity) -> Iterator[Agreement]:
    """The fields of two accounts, each with the level that they agree to."""
    yield from _kinds(one, two)
    yield _days(one, two)
    yield _names(one, two, rarity)
    yield _states(one, two)
    yield from _places(one, two, rarity)
    yield _where(one, two)
    yield from _figures(one, two)
    yield from _things(one, two)
    yield _terms(one, two, rarity)
    yield _roles(one, two)
    if any(account.told.new and account.role is Role.SIDE for account in (one, two)):
        yield Agreement("apart", "new", "a word sets one of them apart")
    if one.told.plural_event or two.told.plural_event:
        yield Agreement("apart", "several", "one tells of several incidents together")


def _kinds(one: Account, two: Account) -> Iterator[Agreement]:
    kinds, others = one.told.kinds - WEAK, two.told.kinds - WEAK
    both = (kinds & others) - ANY
    if not kinds or not others:
        yield Agreement("kind", "unknown", "")
    elif both:
        yield Agreement("kind", "seldom" if both & SELDOM else "same", f"both tell of {_list(both)}")
    elif akin(kinds, others):
        yield Agreement("kind", "akin", f"{_list(kinds)} and {_list(others)} can be one")
    else:
        yield Agreement("kind", "other", f"one is {_list(kinds)}, the other {_list(others)}")


def _days(one: Account, two: Account) -> Agreement:
    here, there = one.days, two.days
    apart = here.apart(there)
    if here.on_other_weekdays(there):
        return Agreement("day", "other", "they are of other days of the week")
    if here.is_stated and there.is_stated:
        return _stated(one, two, apart)
    if not here.is_stated and not there.is_stated:
        return _published(one, two)
    if apart:
        stated, other = (one, two) if here.is_stated else (two, one)
        return Agreement("day", _unfitting(stated, other, apart), "the day of one does not fit when the other was published")
    known = here.is_bounded and there.is_bounded
    return Agreement("day", "as news" if known else "unknown", "the day of one fits when the other was published" if known else "")


def _stated(one: Account, two: Account, apart: int) -> Agreement:
    """How the days of two accounts agree that both tell them."""
    here, there = one.days, two.days
    if here.day is not None and there.day is not None:
        level = "same" if not apart else "next" if apart == 1 else "other"
        words = f"both are of {here.day}" if not apart else f"they are {apart} day{'s' if apart > 1 else ''} apart"
        return Agreement("day", level, words)
    if apart:
        return Agreement("day", "other", "they are of other days")
    known = here.is_bounded and there.is_bounded
    return Agreement("day", "fits" if known else "unknown", "their days can be one" if known else "")


def _unfitting(stated: Account, other: Account, apart: int) -> str:
    """How the day of one account misses the publication of another, which can look back, but not ahead."""
    published = other.report.published
    if published is not None and stated.days.low is not None and stated.days.low > published:
        return "told before"
    return "nearly news" if apart == 1 else "not news"


def _published(one: Account, two: Account) -> Agreement:
    first, second = one.report.published, two.report.published
    if first is None or second is None or one.role is Role.SIDE or two.role is Role.SIDE:
        return Agreement("day", "unknown", "")
    apart = abs((first - second).days)
    level = (
        "published together"
        if apart <= 2
        else "published near"
        if apart <= 10
        else "published apart"
        if apart <= _MONTHS
        else "years apart"
    )
    return Agreement("day", level, f"they were published {apart} days apart" if apart else "they were published on one day")


def _names(one: Account, two: Account, rarity: Rarity) -> Agreement:
    shared = one.keys.keys() & two.keys.keys()
    total = rarity.of_names(shared)
    telling = sorted(shared, key=lambda name: (-rarity.of_name(name), name))[:3]
    words = f"both name {', '.join(one.keys[name] for name in telling)}"
    if total >= _MANY:
        return Agreement("names", "many", words)
    if total >= _SEVERAL:
        return Agreement("names", "several", words)
    if total >= _ONE:
        return Agreement("names", "one", words)
    if total > 0:
        return Agreement("names", "common", words)
    own = min(rarity.of_names(one.keys), rarity.of_names(two.keys))
    return Agreement("names", "none of many" if own >= _SEVERAL else "none", "they share no name")


def _states(one: Account, two: Account) -> Agreement:
    here, there = one.told.states, two.told.states
    both = here & there
    if not here or not there:
        return Agreement("states", "unknown", "")
    level = ("none", "one", "two")[len(both)] if len(both) <= 2 else "more"
    words = "they name no state or large actor in common" if not both else f"both name {_list([one.keys.get(name, name) for name in both])}"
    return Agreement("states", level, words)


def _places(one: Account, two: Account, rarity: Rarity) -> Iterator[Agreement]:
    if one.named & two.named:
        yield Agreement("places", "named", "both name one place")
    elif one.named and two.named:
        yield Agreement("places", "others", "they name other places")
    states = one.places & two.places & rarity.states
    if states:
        yield Agreement("places", "one state", f"both are measured from {_list([one.keys.get(name, name) for name in states])}")
    shared = (one.own_places & two.own_places) - rarity.states
    if shared:
        yield Agreement("places", "measured from", f"both are measured from {_list([name.title() for name in shared])}")


def _where(one: Account, two: Account) -> Agreement:
    found = gap(one.spots, two.spots)
    if found is None:
        return Agreement("where", "unknown", "")
    apart, slack = found.apart_m / 1000, found.slack_m / 1000
    words = f"they are put at least {apart:,.0f} km apart"
    if apart > 100:
        return Agreement("where", "off" if apart <= 300 else "far" if apart <= 1000 else "remote", words)
    if apart > 10:
        return Agreement("where", "neighbouring", words)
    if slack <= 60:
        return Agreement("where", "same", "they are put in one place")
    return Agreement("where", "near" if slack <= 250 else "wide", "they can be in one place" if slack <= 250 else "")


def _figures(one: Account, two: Account) -> Iterator[Agreement]:
    if one.told.size is not None and two.told.size is not None:
        same = abs(one.told.size - two.told.size) <= _SIZES_APART
        yield Agreement("magnitude", "same" if same else "other", f"the magnitudes are {one.told.size} and {two.told.size}")
    first, second = dict(sorted(one.told.figures)), dict(sorted(two.told.figures))
    for kind in ("dead", "aboard"):
        mine = {number for name, number in one.told.figures if name == kind}
        yours = {number for name, number in two.told.figures if name == kind}
        if not mine or not yours:
            continue
        both = {number for number in mine & yours if number > 2}
        if both:
            yield Agreement(kind, "same", f"both tell of {max(both)} {kind}")
        elif min(_ratio(here, there) for here in mine for there in yours) <= _LIKE and max(mine) > 4:
            yield Agreement(kind, "close", f"they tell of {max(mine)} and {max(yours)} {kind}")
        elif _ratio(first[kind], second[kind]) > 3:
            yield Agreement(kind, "other", f"one tells of {first[kind]} {kind}, the other of {second[kind]}")


def _ratio(one: int, two: int) -> float:
    return max(one, two) / max(1, min(one, two))


def _things(one: Account, two: Account) -> Iterator[Agreement]:
    if one.told.own_names and two.told.own_names:
        same = bool(one.told.own_names & two.told.own_names)
        yield Agreement("ship", "same" if same else "other", f"it is {'the same' if same else 'another'} ship")
    if one.told.struck and two.told.struck:
        both = one.told.struck & two.told.struck
        yield Agreement("struck", "same" if both else "other", f"what was hit is {_list(both) if both else 'another thing'}")
    if one.told.classes and two.told.classes:
        both = one.told.classes & two.told.classes
        yield Agreement(
            "things",
            "same" if both else "other",
            f"the same sort of thing takes part ({_list(both)})" if both else "other things take part",
        )
    if one.told.ways and two.told.ways and not one.told.ways & two.told.ways:
        level = "aftershock" if "aftershock" in one.told.ways ^ two.told.ways else "other"
        yield Agreement("way", level, f"one is by {_list(one.told.ways)}, the other by {_list(two.told.ways)}")


def _terms(one: Account, two: Account, rarity: Rarity) -> Agreement:
    alike = rarity.likeness(one.told.terms, two.told.terms)
    many = len(one.told.terms & two.told.terms) >= _WORDS
    level = "close" if alike >= 0.3 and many else "alike" if alike >= 0.18 else "little" if alike >= 0.08 else "none"
    return Agreement("words", level, "they are told in like words" if level == "close" else "")


def _roles(one: Account, two: Account) -> Agreement:
    mains = (one.role is Role.MAIN) + (two.role is Role.MAIN)
    return Agreement("role", ("both aside", "one main", "both main")[mains], "each report is about it" if mains == 2 else "")


def _list(words: Sequence[str] | frozenset[str]) -> str:
    return " and ".join(sorted(words)[:3])

"""What speaks for and against two accounts of different reports being of one incident, field by field.

Record linkage in the manner of Fellegi and Sunter (A Theory for Record Linkage, Journal of the American Statistical Association 64, 1969):
each field that two records have agrees to some level, and each level has a weight in log-odds (`geomap.incidents.weights`).
"""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Collection, Iterable, Iterator

from geomap.incidents.accounts import Account
from geomap.incidents.kinds import ANY, SELDOM, WEAK, akin
from geomap.incidents.rarity import Rarity
from geomap.incidents.weights import PRIOR, WEIGHTS
from geomap.incidents.whereabouts import gap
from geomap.model import Role

_TIES = frozenset(
    [("names", level) for level in ("one", "several", "many")]
    + [("places", "named"), ("places", "measured from"), ("where", "same"), ("where", "near"), ("ship", "same"), ("words", "more")]
    + [(kind, "same") for kind in ("dead", "aboard")]
)
"""What ties two accounts to one incident; that both are of one kind and day does not."""
_SELDOM = ("kind", "seldom")
_SELDOM_TIES = tuple(
    {_SELDOM, ("day", day), tie}
    for day in ("same", "as news", "published together")
    for tie in (("states", "two"), ("states", "more"), ("places", "one state"))
)
"""What ties accounts of a kind of which there are seldom two at one time between two states, or at the edge of one."""
_MAYBE, _APART = -0.1, -1.7
"""Log-odds at the most of accounts that may be one and are not joined, and of those that are not even that."""
_MANY, _SEVERAL, _ONE = 2.4, 1.1, 0.45
"""How much shared names say, from which on they are so many; one rare name in two reports says some 0.65."""
_MONTHS = 100
"""Days after which a report is no longer of one time with another."""
_FROM, _NARROW, _WIDE = 10.0, 60.0, 250.0
"""Kilometres: what is put closer together is not apart; how closely both are known, for one place and for what can be one."""
_KM_APART = (30, 60, 100, 200, 400, 1000)
_NEIGHBOURING = frozenset(("where", f"apart up to {most}") for most in (30, 60, 100))
COUNTED = ("dead", "aboard")
"""What is counted in many accounts, and told alike in those of one incident."""
_FEW, _UNLIKE = 2, 3.0
"""So few dead, or fewer, are told of too many incidents to say anything; counts that differ by this factor speak against one."""
_SHARED = (0, 1, 2, 4, 7, 11)
_LIKENESS = (0.02, 0.04, 0.07, 0.12, 0.2)
"""How many words two accounts share, and how alike all their words are, in steps."""
_PUBLISHED = _DAYS_APART = (1, 3, 10, 40, 400)
"""Days between the publication of two reports, and between those on which incidents can have been, in steps."""
_LIKE = 1.25
"""Counts of one incident in two accounts are seldom further apart by this factor."""
_SIZES_APART = 0.4
"""Agencies seldom give one quake magnitudes further apart than this."""

_NOT_JOINED = frozenset([("ties", "none elsewhere"), ("day", "other up to 1"), ("day", "other up to 3")])
"""A week of news is full of incidents of one kind and day, of which the weights, from incidents told one by one, know little; and of daily ones."""
_ON_OTHER_DAYS = frozenset(("day", f"other {apart}") for apart in ("up to 10", "up to 40", "up to 400", "more"))
"""Days that both tell, further from each other than a slip or a night explains."""

Level = tuple[str, str]
"""A field, and to which level two accounts agree on it."""


def score(levels: Iterable[Level]) -> float:
    """The log-odds of two accounts being of one incident, by the levels to which their fields agree."""
    found = set(levels)
    return bounded(PRIOR + math.fsum(WEIGHTS.get(level, 0.0) for level in found), found)


def bounded(log_odds: float, levels: Collection[Level]) -> float:
    """At the most what can be said of accounts on other days, and of those that nothing ties and that are measured from different places."""
    if not _ON_OTHER_DAYS.isdisjoint(levels):
        return min(log_odds, _APART)
    return log_odds if _NOT_JOINED.isdisjoint(levels) else min(log_odds, _MAYBE)


def compared(one: Account, two: Account, rarity: Rarity) -> tuple[Level, ...]:
    """The fields of two accounts of different reports, each with the level that they agree to."""
    levels = tuple(_fields(one, two, rarity))
    if _are_tied(set(levels)):
        return levels
    return (*levels, ("ties", "none elsewhere" if _are_elsewhere(one, two, levels) else "none"))


def _are_elsewhere(one: Account, two: Account, levels: Iterable[Level]) -> bool:
    """Whether each is measured from places that the other does not name, not known to be near; a state is as good as none."""
    here, there = one.places - one.told.states, two.places - two.told.states
    others = ("places", "others") in levels or (bool(here) and bool(there) and here.isdisjoint(there))
    return others and _NEIGHBOURING.isdisjoint(levels)


def _are_tied(levels: set[Level]) -> bool:
    return not levels.isdisjoint(_TIES) or (_SELDOM in levels and any(levels >= ties for ties in _SELDOM_TIES))


def _fields(one: Account, two: Account, rarity: Rarity) -> Iterator[Level]:
    yield "kind", _kinds(one, two)
    yield "day", _days(one, two)
    yield "names", _names(one, two, rarity)
    yield "states", _states(one, two)
    yield from (("places", level) for level in _places(one, two, rarity))
    yield "where", _where(one, two)
    yield from _figures(one, two)
    yield from _things(one, two)
    yield from _terms(one, two, rarity)
    yield "published", _between(one, two)
    yield "role", ("both aside", "one main", "both main")[(one.role is Role.MAIN) + (two.role is Role.MAIN)]
    if any(account.told.new and account.role is Role.SIDE for account in (one, two)):
        yield "apart", "new"
    if one.told.plural_event or two.told.plural_event:
        yield "apart", "several"


def _kinds(one: Account, two: Account) -> str:
    kinds, others = one.told.kinds - WEAK, two.told.kinds - WEAK
    if not kinds or not others:
        return "unknown"
    both = (kinds & others) - ANY
    if both:
        return "seldom" if both & SELDOM else "same"
    return "akin" if akin(kinds, others) else "other"


def _days(one: Account, two: Account) -> str:
    here, there = one.days, two.days
    if here.on_other_weekdays(there):
        return "other weekdays"
    apart = here.apart(there)
    if here.is_stated and there.is_stated:
        return _stated(one, two, apart)
    if not here.is_stated and not there.is_stated:
        return _published(one, two)
    if apart:
        return _unfitting(*((one, two) if here.is_stated else (two, one)), apart)
    return "as news" if here.is_bounded and there.is_bounded else "unknown"


def _stated(one: Account, two: Account, apart: int) -> str:
    """How the days of two accounts agree that both tell them."""
    here, there = one.days, two.days
    single = here.day is not None and there.day is not None
    if apart:
        return f"{'other' if single else 'apart'} {_step(apart, _DAYS_APART)}"
    if single:
        return "same"
    return "fits" if here.is_bounded and there.is_bounded else "unknown"


def _unfitting(stated: Account, other: Account, apart: int) -> str:
    """How the day of one account misses the publication of another, which can look back, but not ahead."""
    published = other.report.published
    if published is not None and stated.days.low is not None and stated.days.low > published:
        return "told before"
    return f"no news {_step(apart, _DAYS_APART)}"


def _published(one: Account, two: Account) -> str:
    first, second = one.report.published, two.report.published
    if first is None or second is None or one.role is Role.SIDE or two.role is Role.SIDE:
        return "unknown"
    apart = abs((first - second).days)
    steps = ((2, "published together"), (10, "published near"), (_MONTHS, "published apart"))
    return next((level for most, level in steps if apart <= most), "years apart")


def _names(one: Account, two: Account, rarity: Rarity) -> str:
    total = rarity.of_names(one.keys.keys() & two.keys.keys())
    steps = ((_MANY, "many"), (_SEVERAL, "several"), (_ONE, "one"))
    level = next((level for least, level in steps if total >= least), "common" if total > 0 else None)
    if level is not None:
        return level
    own = min(rarity.of_account(one), rarity.of_account(two))
    return "none of many" if own >= _SEVERAL else "none"


def _states(one: Account, two: Account) -> str:
    here, there = one.told.states, two.told.states
    if not here or not there:
        return "unknown"
    return ("none", "one", "two", "more")[min(3, len(here & there))]


def _places(one: Account, two: Account, rarity: Rarity) -> Iterator[str]:
    if one.named and two.named:
        yield "others" if one.named.keys().isdisjoint(two.named) else "named"
    shared = one.places & two.places
    if shared & rarity.states:
        yield "one state"
    if shared - rarity.states - one.told.states - two.told.states:
        yield "measured from"


def _where(one: Account, two: Account) -> str:
    found = gap(one.spots, two.spots)
    if found is None:
        return "unknown"
    apart, slack = found.apart_m / 1000, found.slack_m / 1000
    if apart > _FROM:
        return f"apart {_step(apart, _KM_APART)}"
    return "same" if slack <= _NARROW else "near" if slack <= _WIDE else "wide"


def _figures(one: Account, two: Account) -> Iterator[Level]:
    if one.told.size is not None and two.told.size is not None:
        yield "magnitude", "same" if abs(one.told.size - two.told.size) <= _SIZES_APART else "other"
    for kind in COUNTED:
        level = _counts(counts_of(one, kind), counts_of(two, kind))
        if level is not None:
            yield kind, level


def counts_of(account: Account, kind: str) -> list[int]:
    """What an account counts of a kind: the dead, those on board."""
    return sorted(number for name, number in account.told.figures if name == kind) if account.told.figures else []


def _counts(mine: list[int], yours: list[int]) -> str | None:
    if not mine or not yours:
        return None
    if any(number > _FEW for number in set(mine) & set(yours)):
        return "same"
    closest = min(_ratio(here, there) for here in mine for there in yours)
    if closest <= _LIKE and max(mine) > 2 * _FEW:
        return "close"
    return "other" if closest > _UNLIKE else None


def _ratio(one: int, two: int) -> float:
    return max(one, two) / max(1, min(one, two))


def _things(one: Account, two: Account) -> Iterator[Level]:
    first, second = one.told, two.told
    pairs = (
        ("ship", first.own_names, second.own_names),
        ("struck", first.struck, second.struck),
        ("things", first.classes, second.classes),
    )
    yield from ((field, "other" if mine.isdisjoint(yours) else "same") for field, mine, yours in pairs if mine and yours)
    if first.ways and second.ways and first.ways.isdisjoint(second.ways):
        yield "way", "aftershock" if "aftershock" in first.ways | second.ways else "other"


def _terms(one: Account, two: Account, rarity: Rarity) -> Iterator[Level]:
    alike, shared = rarity.likeness(one, two)
    yield "words", _step(shared, _SHARED)
    yield "likeness", _step(alike, _LIKENESS)


def _between(one: Account, two: Account) -> str:
    """How many days lie between the publication of two reports."""
    first, second = one.report.published, two.report.published
    return "unknown" if first is None or second is None else _step(abs((first - second).days), _PUBLISHED)


def _step(number: float, steps: tuple[float, ...]) -> str:
    """The first of several steps that a number does not pass."""
    at = bisect_left(steps, number)
    return _NAMES[steps[at]] if at < len(steps) else "more"


_NAMES = {step: f"up to {step:g}" for step in (*_SHARED, *_LIKENESS, *_PUBLISHED, *_KM_APART)}

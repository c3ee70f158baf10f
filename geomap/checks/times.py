"""When two claims put one thing somewhere: how much time lay between, and whether it is one thing that moves."""

from __future__ import annotations

import datetime as dt
from collections.abc import Hashable
from dataclasses import dataclass

from geomap.model import Claim, Clock, Evidence, Fate, Role, Stance
from geomap.policy import TOP_SPEEDS, TopSpeed

_HOUR = dt.timedelta(hours=1)
_DAY_H = 24.0
_ROUND_HOUR_H, _MINUTE_H = 0.25, 1 / 60
"""By how much a time to the full hour, or to the minute, may be off."""
_CIVIL_H = 3.0
"""The clocks of no country are farther from the sun than this."""
_ONE_ZONE_H = 1.0
"""Places no farther apart by the sun than this are taken to have one clock."""
_ANY_ZONE_H = 14.0
_DEGREES_AN_HOUR = 15.0
_COUNTED_SHARE = 0.1
"""A count of hours or days may be off by this share of itself."""
_LOCAL = ("", "local", "local time")


@dataclass(frozen=True, slots=True)
class Elapsed:
    """The time between two claims' positions, in hours."""

    least: float
    most: float
    backwards: bool = False
    """Whether the second was there first."""


@dataclass(frozen=True, slots=True)
class _Time:
    """Hours from an early day, from when to when, by some clock."""

    low: float
    high: float
    zone: str
    ahead: float | None


def at_other_times(first: Evidence, second: Evidence) -> str | None:
    """Why two positions of one thing contradict each other by no distance: it was there at other times; None where it may be one time.

    >>> from geomap.model import Report, Span
    >>> from geomap.relations import Relation
    >>> span = Span(Report(id="r", text="near Arvo"), 0, 9)
    >>> claim = Claim(id="c1", span=span, sentence=span, relation=Relation.NEAR, anchors=())
    >>> at_other_times(*(Evidence(claim=claim, locations=(), readings=(), region=None),) * 2) is None
    True
    """
    between = elapsed(first, second) if speed_of(first.claim, second.claim) is not None else None
    return None if between is None else f"what moves was there at other times, {hours_in_words(between.least, between.most)} apart"


def hours_in_words(least: float, most: float) -> str:
    """A time between, for prose: "14.2 to 38.2 hours", "less than 48 hours"."""
    low, high = (f"{each:.1f}".removesuffix(".0") if each < 100 else f"{each:.0f}" for each in (least, most))
    if low == high:
        return f"{high} hour{'' if high == '1' else 's'}"
    return f"{low} to {high} hours" if least >= _MINUTE_H else f"at most {high} hours"


def speed_of(first: Claim, second: Claim) -> TopSpeed | None:
    """How fast what two claims locate can move; None where it is not surely one thing that does."""
    if not (takes_part(first) and takes_part(second)):
        return None
    one, two = first.thing, second.thing
    kinds = {kind for kind in (one.kind, two.kind) if kind in TOP_SPEEDS}
    sorts = {sort for sort in (one.sort, two.sort) if sort is not None}
    if len(kinds) != 1 or len(sorts) > 1:
        return None
    same = _is_same(first, second)
    if same is False or (same is None and (first.event is None or first.event != second.event)):
        return None
    return TOP_SPEEDS[next(iter(sorts or kinds))]


def _is_same(first: Claim, second: Claim) -> bool | None:
    """Whether names, or the words of one report, make two things one or two; None where they do not tell."""
    one, two = first.thing, second.thing
    if one.names and two.names:
        return not one.names.isdisjoint(two.names)
    if one.told_as is None or two.told_as is None:
        return None
    return True if one.told_as == two.told_as else False if first.span.report.id == second.span.report.id else None


def takes_part(claim: Claim) -> bool:
    """Whether a claim puts something somewhere that may be elsewhere at another time."""
    return claim.is_position and not claim.declares_zone and claim.role is not Role.STANDING and claim.stance is not Stance.DENIED


def elapsed(first: Evidence, second: Evidence) -> Elapsed | None:
    """The time between two placed positions; None where it is not known, or may be none at all."""
    if first.region is None or second.region is None:
        return None
    counted = _counted(first.claim, second.claim)
    if counted is not None:
        return counted
    one, two = _time_of(first.claim), _time_of(second.claim)
    told = None if one is None or two is None else _told(*_by_one_clock(one, two, (_sun(first), _sun(second))))
    return told or _by_fate(first.claim, second.claim)


def _told(one: _Time, two: _Time) -> Elapsed | None:
    """The time between two that are known; None where it may be none at all."""
    if two.high < one.low or (one.low == two.high and one.high > two.low):
        return Elapsed(one.low - two.high, one.high - two.low, backwards=True)
    return Elapsed(two.low - one.high, two.high - one.low) if one.high <= two.low and two.high > one.low else None


def _by_fate(first: Claim, second: Claim) -> Elapsed | None:
    """The time between where something was last seen and where it went down, which is hardly ever told."""
    if first.fate is None or second.fate is None or first.fate is second.fate:
        return None
    low = min((day for claim in (first, second) if (day := claim.days[0]) is not None), default=None)
    high = max((day for claim in (first, second) if (day := claim.days[1]) is not None), default=None)
    days = 1 if low is None or high is None else max(1, (high - low).days + 1)
    return Elapsed(0.0, days * _DAY_H, backwards=first.fate is Fate.ENDED)


def time_key(item: Evidence) -> tuple[Hashable, ...]:
    """What the time between depends on, but for counts of hours: those of one key are told to be of one time."""
    clock = item.claim.clock
    return (item.claim.days, item.claim.fate, None if clock is None else (clock.low, clock.high, clock.zone, clock.ahead), _sun(item))


def _sun(item: Evidence) -> float:
    """By how many hours the sun is ahead of Greenwich there, to a tenth."""
    return 0.0 if item.region is None else round(item.region.anchor.lon / _DEGREES_AN_HOUR, 1)


def _counted(first: Claim, second: Claim) -> Elapsed | None:
    """The time that a report counts: "six hours later"."""
    for claim, base, is_first in ((second, first, False), (first, second, True)):
        order = claim.order
        if order is not None and order.since == base.span:
            low, high = sorted((abs(order.low / _HOUR), abs(order.high / _HOUR)))
            earlier = order.high <= dt.timedelta(0)
            return Elapsed(low * (1 - _COUNTED_SHARE), high * (1 + _COUNTED_SHARE), backwards=earlier is not is_first)
    return None


def _time_of(claim: Claim) -> _Time | None:
    """When a claim's words put it; None where they bound it by no days."""
    low, high = claim.days
    if low is None or high is None:
        return None
    first, last = (day.toordinal() * _DAY_H for day in (low, high))
    clock = claim.clock
    if clock is None:
        return _Time(first, last + _DAY_H, "", None)
    if clock.high > _DAY_H and (high - low).days == 1:
        last = first  # a night is told by its evening
    return _Time(first + clock.low - _slack(clock), last + clock.high + _slack(clock), clock.zone, clock.ahead)


def _slack(clock: Clock) -> float:
    if clock.width > 0:
        return 0.0
    return _ROUND_HOUR_H if clock.low == int(clock.low) else _MINUTE_H


def _by_one_clock(one: _Time, two: _Time, suns: tuple[float, float]) -> tuple[_Time, _Time]:
    """Two times as one clock tells them: as they stand by clocks that are one, else in UTC; what no words tell of is left open.

    `suns` are the hours that the sun at each place is ahead of Greenwich.
    """
    both_local = one.zone in _LOCAL and two.zone in _LOCAL and (one.ahead is None or two.ahead is None)
    if both_local or (one.zone.lower() == two.zone.lower() and one.ahead == two.ahead):
        apart = abs(suns[0] - suns[1])
        apart = min(apart, _DAY_H - apart) if both_local and apart > _ONE_ZONE_H else 0.0
        return one, _Time(two.low - apart, two.high + apart, two.zone, two.ahead)
    return _in_utc(one, suns[0]), _in_utc(two, suns[1])


def _in_utc(time: _Time, sun: float) -> _Time:
    if time.ahead is not None:
        ahead, slack = time.ahead, 0.0
    else:
        ahead, slack = (sun, _CIVIL_H) if time.zone in _LOCAL else (0.0, _ANY_ZONE_H)
    return _Time(time.low - ahead - slack, time.high - ahead + slack, "UTC", 0.0)

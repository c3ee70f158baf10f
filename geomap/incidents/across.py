"""Which incidents of several reports are one.

The kind, who was struck and the day must agree, and names of places or actors be shared; and each must be the only one of its report
that fits. What falls short stays apart and says so.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Sequence

from geomap.incidents.happenings import Happening
from geomap.incidents.kinship import akin, told_apart

_RARE = frozenset({"shootdown", "quake", "sinking", "crash", "eruption", "slide", "hijack"})
"""Kinds of which there are seldom two on one day among the same actors."""
_PUBLISHED_AFTER_DAYS = 3
"""An undated report of an incident is published at most so many days after it."""
_COMPARED = 60
"""An incident is compared with so many of the same sort of thing and day at most."""


def join_reports(incidents: Sequence[Happening]) -> list[Happening]:
    """The incidents with those of several reports joined where they surely are one; where they may be, each says so."""
    order = {id(incident): number for number, incident in enumerate(incidents)}
    pairs = sorted(_pairs(incidents), key=lambda pair: (order[id(pair[0])], order[id(pair[1])]))
    surely = [pair for pair in pairs if _one_incident(*pair) is not None]
    fits: dict[tuple[int, str], int] = defaultdict(int)
    for one, two in surely:
        fits[id(one), two.report.id] += 1
        fits[id(two), one.report.id] += 1
    for one, two in pairs:
        why = _one_incident(one, two)
        if why is None:
            _doubt(one, two)
        elif fits[id(one), two.report.id] > 1 or fits[id(two), one.report.id] > 1:
            one.may_be(two, f"{why}, but several incidents of one report fit the other's")
        elif one.told.new or two.told.new:
            one.may_be(two, f"{why}, but it is told of as another one")
        elif one.final is not two.final and not one.final.reports & two.final.reports:
            one.final.absorb(two.final, why)
    return [incident for incident in incidents if incident.into is None]


def _pairs(incidents: Sequence[Happening]) -> Iterator[tuple[Happening, Happening]]:
    """Incidents of two reports of a like kind, with a thing of one class, that can be of one day."""
    alike: dict[tuple[str, dt.date | None], list[Happening]] = defaultdict(list)
    seen: set[tuple[int, int]] = set()
    for incident in incidents:
        if not incident.told.kinds:
            continue
        keys = [(name, day) for name in sorted(incident.told.classes) for day in _days(incident)]
        for key in keys:
            for other in alike[key][-_COMPARED:]:
                if other.report.id == incident.report.id or (id(other), id(incident)) in seen:
                    continue
                seen.add((id(other), id(incident)))
                if akin(other.told.kinds, incident.told.kinds) and _dates_allow(other, incident):
                    yield other, incident
        for key in keys:
            alike[key].append(incident)


def _days(incident: Happening) -> list[dt.date | None]:
    """The days that an incident can be of: its own and the next, or those before an undated report."""
    if incident.when is not None:
        return _from(incident.when, 2)
    published = incident.report.published
    return [None] if published is None else _from(published - dt.timedelta(days=min(_PUBLISHED_AFTER_DAYS, published.toordinal() - 1)), 5)


def _from(day: dt.date, count: int) -> list[dt.date | None]:
    return [dt.date.fromordinal(number) for number in range(day.toordinal(), min(day.toordinal() + count, dt.date.max.toordinal() + 1))]


def _one_incident(one: Happening, two: Happening) -> str | None:
    """Why two incidents of different reports are one; None where that is not sure."""
    day = one.when or two.when
    if day is None or one.told.plural or two.told.plural or told_apart(one.told, two.told) is not None:
        return None
    rare = bool(one.told.kinds & two.told.kinds & _RARE)
    if not rare and one.when is not None and two.when is not None and one.when != two.when:
        return None
    if not _enough_in_common(one, two, rare=rare):
        return None
    things = " and ".join(sorted(one.told.classes & two.told.classes))
    what = " and ".join(sorted(one.told.kinds & two.told.kinds)) or "incident"
    return f"reports {one.report.id!r} and {two.report.id!r} tell of the same: {what} of {day}, the same sort of thing ({things}), and names in common"


def _doubt(one: Happening, two: Happening) -> None:
    """Note that two incidents may be one, with what they share and what is missing."""
    shared = one.told.names & two.told.names
    if two.told.new or not shared:
        return
    apart = told_apart(one.told, two.told)
    if apart is not None:
        why = apart
    elif one.when is None and two.when is None:
        why = "neither tells the day"
    elif one.when != two.when:
        why = "they are not surely of one day"
    else:
        why = "they name other places, or too little besides"
    what = " and ".join(sorted(one.told.kinds & two.told.kinds)) or "an incident"
    one.may_be(two, f"both tell of {what} and share names ({', '.join(sorted(shared)[:3])}), but {why}")


def _enough_in_common(one: Happening, two: Happening, *, rare: bool) -> bool:
    """Whether the names tie two incidents together: a place of both, or for rare kinds an actor, and more where they name other places."""
    shared = one.told.names & two.told.names
    here, there = one.places, two.places
    states = one.told.states | two.told.states
    if here & there - states:
        return True
    if here - states and there - states and not shared - states - here - there:
        return False
    same_day = one.when is not None and one.when == two.when
    return rare and len(shared) >= (1 if same_day else 2)


def _dates_allow(one: Happening, two: Happening) -> bool:
    """Whether two incidents can be of one day, as far as the reports tell."""
    if one.when is not None and two.when is not None:
        return abs((one.when - two.when).days) <= 1
    known, unknown = (one, two) if one.when is not None else (two, one)
    if known.when is None:
        return True
    if unknown.when_text is not None and unknown.report.published is not None:
        return False
    published = unknown.report.published
    return published is not None and 0 <= (published - known.when).days <= _PUBLISHED_AFTER_DAYS

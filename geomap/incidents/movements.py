"""Where things and people were taken or seen on the way: in news of the day, on the day of what it tells of."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.incidents.accounts import Account
from geomap.model import Role

_LATEST = {"movement": 0, "landing": 1}
"""So many days after what it tells of, at most, is news published whose movements are of that day; the wounded are flown out days later."""


def is_on_its_day(event: Sequence[Account], news: Account) -> bool:
    """Whether an event only tells, without a day, of movements in a report on something of that day or the day before."""
    published, day = news.report.published, news.when
    if published is None or day is None or news.role is not Role.MAIN:
        return False
    age = (published - day).days
    return all(_only_moves(account, age) and account.report.id == news.report.id for account in event)


def _only_moves(account: Account, age: int) -> bool:
    kinds = account.told.kinds
    fresh = bool(kinds) and all(age <= _LATEST.get(kind, -1) for kind in kinds)
    return fresh and not account.told.new and not account.days.is_stated

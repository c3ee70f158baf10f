"""Where things and people were taken or seen on the way: in news of the day, on the day of what it tells of."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.incidents.accounts import Account
from geomap.model import Role

_MOVES = frozenset({"movement", "landing"})
_FRESH = 1
"""News is published so many days after what it tells of, at most."""


def is_on_its_day(event: Sequence[Account], news: Account) -> bool:
    """Whether an event only tells, without a day, of movements in a report on something of that day or the day before."""
    published, day = news.report.published, news.when
    if published is None or day is None or news.role is not Role.MAIN or (published - day).days > _FRESH:
        return False
    return all(_only_moves(account) and account.report.id == news.report.id for account in event)


def _only_moves(account: Account) -> bool:
    kinds = account.told.kinds
    return bool(kinds) and kinds <= _MOVES and not account.told.new and not account.days.is_stated

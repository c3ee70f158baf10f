"""Moments of one flight: what is hit in the air comes down on the same day."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.incidents.accounts import Account
from geomap.model import Role

_AIRCRAFT = "aircraft"
_ENDS = frozenset({"crash", "landing"})
_BLOWS = frozenset({"attack", "hit", "launch", "shootdown", "shooting"})


def is_one_flight(event: Sequence[Account], other: Account) -> bool:
    """Whether another account of a report tells how a flight ended that an event put an end to, or the other way round.

    What is told as something new is another flight.
    """
    flies = any(_AIRCRAFT in account.told.classes for account in event)
    return _AIRCRAFT in other.told.classes and any(_is_one_flight(account, other, flies=flies) for account in event)


def _is_one_flight(account: Account, other: Account, *, flies: bool) -> bool:
    side = account if other.role is Role.MAIN else other
    if account.report.id != other.report.id or side.told.new or side.told.introduces:
        return False
    if _is_end(other):
        return flies and bool(account.told.kinds & _BLOWS)
    return _is_end(account) and other.role is Role.MAIN


def _is_end(account: Account) -> bool:
    return bool(account.told.kinds & _ENDS) and not account.told.kinds & _BLOWS

"""What a sudden disaster did far from where it was: on the same day."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.incidents.accounts import Account
from geomap.model import Role

_HARM, _DAMAGE = frozenset({"harm"}), frozenset({"damage"})
_SUDDEN = frozenset({"quake", "eruption"})
_BLASTS = frozenset({"explosion"})
"""What breaks things at once; who is killed besides may be so by something else."""


def is_done_by(event: Sequence[Account], disaster: Account) -> bool:
    """Whether an event only tells, without a day, of victims or damage in a report on a sudden disaster, and is not set apart from it."""
    return disaster.role is Role.MAIN and all(_is_done_by(account, disaster) for account in event)


def _is_done_by(account: Account, disaster: Account) -> bool:
    if account.report.id != disaster.report.id or account.told.new or account.days.is_stated:
        return False
    kinds = account.told.kinds
    if kinds == _DAMAGE and disaster.told.kinds & _BLASTS:
        return True
    return kinds in (_HARM, _DAMAGE) and bool(disaster.told.kinds & _SUDDEN)

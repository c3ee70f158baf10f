"""Which accounts are weighed against each other: those that share something telling, so that the work grows with the reports.

Without it a case of 10 000 reports has fifty million pairs, nearly all of which have nothing in common.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import combinations

from geomap.incidents.accounts import Account
from geomap.incidents.kinds import WEAK
from geomap.incidents.rarity import Rarity

_CROWD = 24
"""Of the accounts that share one thing each is weighed against so many others at most, those nearest in time."""
_FEW = 40
"""Among so few accounts all are weighed against each other."""
_TERMS = 6
"""So many of an account's rarest words are looked at."""
_COMMON = 40
"""A word that more reports have says too little to weigh two for it."""


def pairs(accounts: Sequence[Account], rarity: Rarity) -> Iterator[tuple[int, int]]:
    """Pairs of numbers of accounts of different reports, the smaller first, each once, in order.

    The worst case is bounded: an account has some dozens of keys, and each brings `_CROWD` others at most.
    """
    found = combinations(range(len(accounts)), 2) if len(accounts) <= _FEW else _sharing(accounts, rarity)
    yield from sorted((one, two) for one, two in set(found) if accounts[one].report.id != accounts[two].report.id)


def _sharing(accounts: Sequence[Account], rarity: Rarity) -> Iterator[tuple[int, int]]:
    buckets: dict[tuple[object, ...], list[int]] = {}
    for number, account in enumerate(accounts):
        for key in _keys(account, rarity):
            buckets.setdefault(key, []).append(number)
    for key in sorted(buckets, key=repr):
        crowd = sorted(buckets[key], key=lambda number: (_day(accounts[number]), number))
        for at, one in enumerate(crowd):
            for two in crowd[at + 1 : at + 1 + _CROWD]:
                yield min(one, two), max(one, two)


def _day(account: Account) -> int:
    day = account.when or account.report.published
    return 0 if day is None else day.toordinal()


def _keys(account: Account, rarity: Rarity) -> Iterator[tuple[object, ...]]:
    told = account.told
    yield from (("place", place) for place in sorted(account.named))
    yield from (("name", name) for name in sorted(account.keys.keys() - rarity.states))
    yield from (
        ("term", term) for term in sorted(told.terms, key=lambda term: (rarity.terms[term], term))[:_TERMS] if rarity.terms[term] > 1
    )
    for spot in account.spots[:2]:
        column, row = round(spot.at[0]), round(spot.at[1])
        yield from (("cell", column + dx, row + dy) for dx in (0, 1) for dy in (0, 1))
    if account.when is not None:
        yield from (("day", kind, account.when) for kind in sorted(told.kinds - WEAK))

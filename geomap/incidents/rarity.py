"""How much a name says that two accounts share: a ship or a village much, a country or an army next to nothing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from geomap.incidents.accounts import Account

_STATE = 0.15
"""What a country or a large actor says, to what a name says that nobody else has."""
_SMOOTHING = 5
_UNIT = 1_000_000
"""Weights are kept as whole numbers of millionths, so that their sums do not hang on the order of a set."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How much the names and words of a case say, by how many of its reports have them."""

    reports: int
    states: frozenset[str]
    terms: Counter[str]
    """In how many reports each word is."""
    _names: Mapping[str, int]
    _weights: Mapping[str, int]
    _totals: Mapping[tuple[str, int], tuple[int, int]]
    """For each account, by what identifies it, what its names and its words come to."""

    @classmethod
    def of(cls, accounts: Sequence[Account]) -> Rarity:
        """Counted over the reports that the accounts are of."""
        names: dict[str, set[str]] = {}
        terms: dict[str, set[str]] = {}
        for account in accounts:
            names.setdefault(account.report.id, set()).update(account.keys)
            terms.setdefault(account.report.id, set()).update(account.told.terms)
        states = frozenset(name for account in accounts for name in account.told.states)
        named, said = (Counter(word for found in each.values() for word in found) for each in (names, terms))
        count = len(names)
        rare = {name: round(_UNIT * (_STATE if name in states else 1.0) * _share(number, count)) for name, number in named.items()}
        weights = {term: round(_UNIT * _share(number, count) ** 2) for term, number in said.items()}
        totals = {each.key: (sum(map(rare.__getitem__, each.keys)), sum(map(weights.__getitem__, each.told.terms))) for each in accounts}
        return cls(reports=count, states=states, terms=said, _names=rare, _weights=weights, _totals=totals)

    def of_names(self, names: Iterable[str]) -> float:
        """Of several names, added up; each says between 0 and 1."""
        return sum(self._names.get(name, 0) for name in names) / _UNIT

    def of_account(self, account: Account) -> float:
        """Of all names of an account, added up."""
        return self._totals[account.key][0] / _UNIT

    def likeness(self, one: Account, two: Account) -> tuple[float, int]:
        """How alike the words of two accounts are, the rare ones counting most: a weighted cosine, from 0 to 1; and how many they share."""
        shared = one.told.terms & two.told.terms
        if not shared:
            return 0.0, 0
        both = sum(map(self._weights.__getitem__, shared))
        first, second = self._totals[one.key][1], self._totals[two.key][1]
        return (both / math.sqrt(first * second) if first and second else 0.0), len(shared)


def _share(count: int, reports: int) -> float:
    """The inverse document frequency as a share of the largest, smoothed so that two of two reports are no common thing."""
    return max(0.0, math.log((reports + _SMOOTHING) / max(1, count)) / math.log(reports + _SMOOTHING))

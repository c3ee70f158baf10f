"""How much a name says that two accounts share: a ship or a village much, a country or an army next to nothing."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geomap.incidents.accounts import Account

_STATE = 0.15
"""What a country or a large actor says, to what a name says that nobody else has."""
_SMOOTHING = 5


@dataclass(frozen=True, slots=True)
class Rarity:
    """How often names and words occur in the reports of a case."""

    reports: int
    names: Counter[str]
    terms: Counter[str]
    states: frozenset[str]

    @classmethod
    def of(cls, accounts: Sequence[Account]) -> Rarity:
        """Counted over the reports that the accounts are of."""
        names: dict[str, set[str]] = {}
        terms: dict[str, set[str]] = {}
        for account in accounts:
            names.setdefault(account.report.id, set()).update(account.keys)
            terms.setdefault(account.report.id, set()).update(account.told.terms)
        return cls(
            reports=len(names),
            names=Counter(name for found in names.values() for name in found),
            terms=Counter(term for found in terms.values() for term in found),
            states=frozenset(name for account in accounts for name in account.told.states),
        )

    def of_name(self, name: str) -> float:
        """Between 0 and 1."""
        return (_STATE if name in self.states else 1.0) * self._share(self.names[name])

    def of_names(self, names: Iterable[str]) -> float:
        """Of several, added up."""
        return math.fsum(self.of_name(name) for name in sorted(names))

    def likeness(self, one: frozenset[str], two: frozenset[str]) -> float:
        """How alike two sets of words are, the rare ones counting most: their weighted cosine, between 0 and 1."""
        if not one or not two:
            return 0.0
        weights = {term: self._share(self.terms[term]) ** 2 for term in one | two}
        both, first, second = (math.fsum(weights[term] for term in sorted(terms)) for terms in (one & two, one, two))
        return both / math.sqrt(first * second) if first and second else 0.0

    def _share(self, count: int) -> float:
        """The inverse document frequency, smoothed so that two of two reports are no common thing."""
        whole = math.log(self.reports + _SMOOTHING)
        return max(0.0, math.log((self.reports + _SMOOTHING) / max(1, count)) / whole)

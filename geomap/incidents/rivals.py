"""Whether another incident of a report would fit an account as well: of two reports each incident of one is at most one of the other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from geomap.incidents.accounts import Account
from geomap.incidents.rarity import Rarity

_WORDS = 2.0
"""How much all words count beside shared names."""
_STEPS = ((-1.5, "far behind"), (-0.7, "behind"), (-0.2, "just behind"), (0.2, "even"), (0.7, "just ahead"), (1.5, "ahead"))


@dataclass(slots=True)
class Rivals:
    """The accounts of a case by their reports, with how much pairs of them share."""

    rarity: Rarity
    _of_report: dict[str, list[Account]] = field(default_factory=lambda: defaultdict(list))
    _shared: dict[tuple[tuple[str, int], tuple[str, int]], float] = field(default_factory=dict)

    @classmethod
    def of(cls, accounts: Iterable[Account], rarity: Rarity) -> Rivals:
        """Those of the accounts that claims are of."""
        rivals = cls(rarity)
        for account in accounts:
            if account.members:
                rivals._of_report[account.report.id].append(account)
        return rivals

    def level(self, one: Account, two: Account) -> str:
        """How far what two accounts share is ahead of what either shares with any other of the two reports."""
        others = [
            *(self._share(one, other) for other in self._of_report[two.report.id] if other is not two),
            *(self._share(other, two) for other in self._of_report[one.report.id] if other is not one),
        ]
        if not others:
            return "alone"
        ahead = self._share(one, two) - max(others)
        return next((name for most, name in _STEPS if ahead <= most), "far ahead")

    def _share(self, one: Account, two: Account) -> float:
        """What two accounts share in names and words."""
        pair = (one.key, two.key)
        if pair not in self._shared:
            names = self.rarity.of_names(one.keys.keys() & two.keys.keys())
            self._shared[pair] = names + _WORDS * self.rarity.likeness(one, two)[0]
        return self._shared[pair]

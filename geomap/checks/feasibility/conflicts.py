"""Which of several claims can stand together: all maximal sets that can, and all minimal sets that cannot.

The two lists determine each other: a set can stand together if it leaves out at least one claim of each minimal conflict (Reiter 1987,
A theory of diagnosis from first principles). So the conflicts that are known give the sets that may be maximal; one of these that cannot
stand together has a new conflict in it. When all can, both lists are complete.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

MOST_SETS = 200
"""Sets of either kind that are listed; claims can have exponentially many."""
_MOST_OPEN = 3000
"""Sets that are kept in view on the way to them."""
MOST_QUESTIONS = 30_000
"""Sets that are tried, in all, unless a caller to whom each is dear says less."""

Set = frozenset[int]
Possible = Callable[[Set], bool]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What stands together of claims that are known by their numbers; each list in a fixed order, the larger sets first."""

    together: tuple[tuple[int, ...], ...]
    """The maximal sets of claims that can all be true."""
    conflicts: tuple[tuple[int, ...], ...]
    """The minimal sets of claims that cannot."""
    complete: bool
    """Whether both lists are whole; else they are cut at a stated number."""


def standing(count: int, possible: Possible, known: Iterable[Set] = (), *, most_questions: int = MOST_QUESTIONS) -> Standing:
    """The maximal possible sets and the minimal impossible ones of `count` claims.

    `possible` tells whether a set can stand together; whatever is less than a possible set must be possible too. `known` are minimal
    conflicts that need not be looked for.
    """
    everything = frozenset(range(count))
    asked: dict[Set, bool] = {}

    def can(each: Set) -> bool:
        if each not in asked:
            asked[each] = possible(each)
        return asked[each]

    conflicts = list(dict.fromkeys(known))
    hitting = [frozenset[int]()]
    for conflict in conflicts:
        hitting = _hitting_also(hitting, conflict)
    while len(asked) < most_questions and len(hitting) <= _MOST_OPEN:
        wrong = next((everything - left_out for left_out in hitting if not can(everything - left_out)), None)
        if wrong is None:
            return _standing([everything - left_out for left_out in hitting], conflicts, complete=True)
        conflicts.append(_least_conflict(wrong, can))
        hitting = _hitting_also(hitting, conflicts[-1])
    grown = (_grown(everything - left_out, everything, can) for left_out in hitting[:MOST_SETS])
    return _standing(dict.fromkeys(grown), conflicts, complete=False)


def _least_conflict(wrong: Set, can: Possible) -> Set:
    """A minimal impossible set within an impossible one: each claim that can be left out is."""
    for claim in sorted(wrong):
        if not can(wrong - {claim}):
            wrong = wrong - {claim}
    return wrong


def _grown(each: Set, everything: Set, can: Possible) -> Set:
    """A maximal possible set with as much as may be of a given one, the first claims first."""
    grown: Set = frozenset()
    for claim in [*sorted(each), *sorted(everything - each)]:
        if can(grown | {claim}):
            grown |= {claim}
    return grown


def _hitting_also(hitting: list[Set], conflict: Set) -> list[Set]:
    """The minimal sets with a claim of each conflict, when one more conflict is known (Berge 1989)."""
    kept = [each for each in hitting if each & conflict]
    more = {each | {claim} for each in hitting if not each & conflict for claim in conflict}
    fresh = [each for each in more if not any(other <= each for other in kept)]
    return sorted([*kept, *fresh], key=_order)


def _order(each: Set) -> tuple[int, list[int]]:
    return (len(each), sorted(each))


def _standing(together: Iterable[Set], conflicts: Iterable[Set], *, complete: bool) -> Standing:
    largest = sorted((tuple(sorted(each)) for each in together), key=lambda each: (-len(each), each))
    least = sorted((tuple(sorted(each)) for each in conflicts), key=lambda each: (len(each), each))
    return Standing(
        together=tuple(largest[:MOST_SETS]),
        conflicts=tuple(least[:MOST_SETS]),
        complete=complete and max(len(largest), len(least)) <= MOST_SETS,
    )

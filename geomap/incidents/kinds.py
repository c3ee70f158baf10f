"""Kinds of incidents: which can be one in two accounts, and which are seldom two on a day."""

from __future__ import annotations

ANY = frozenset({"hit", "harm"})
"""Kinds that tell of blows and victims, which incidents of all kinds may have."""
_VIOLENT = frozenset({"attack", "shooting", "explosion", "fighting", "shootdown", "violation", "abduction", "hijack"})
_AKIN = tuple(
    frozenset(pair)
    for pair in (
        ("crash", "shootdown"),
        ("loss", "crash"),
        ("loss", "shootdown"),
        ("loss", "sinking"),
        ("crash", "explosion"),
        ("crash", "sinking"),
        ("explosion", "sinking"),
        ("explosion", "blaze"),
        ("attack", "blaze"),
        ("crash", "blaze"),
        ("storm", "flood"),
        ("flood", "slide"),
        ("spill", "sinking"),
        ("spill", "explosion"),
    )
)
"""Pairs of kinds that may be one incident in two accounts, besides those of violence."""
_APART = tuple(frozenset(pair) for pair in (("shootdown", "hijack"), ("shootdown", "abduction")))
"""Pairs of violent kinds that are not."""
OUTCOMES = frozenset({"reading", "sensation", "damage"})
"""Kinds that tell of what came of an incident, perhaps far from it."""
WEAK = frozenset({"find", "movement", "landing", "search"}) | OUTCOMES
"""Kinds that tell of what was before or came after an incident, rather than of one."""
AFTERMATH = frozenset({"find", "search"})
"""Kinds that tell of what is done when it is over."""
STAGES = frozenset({"launch", "landing", "find", "movement", "search"})
"""Kinds that tell of a stage of the incident that a report is about: what led to it, or came of it."""
LOSSES = frozenset({"crash", "sinking", "shootdown", "loss"})
"""Kinds of incidents that leave a wreck."""
SELDOM = frozenset({"shootdown", "quake", "sinking", "crash", "eruption", "slide", "hijack", "abduction", "spill", "storm"})
"""Kinds of which there are seldom two on one day in one place."""


def akin(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two accounts may tell of one kind of incident.

    >>> akin(frozenset({"attack"}), frozenset({"explosion"})), akin(frozenset({"quake"}), frozenset({"attack"}))
    (True, False)
    """
    return bool(one & two) or any(_pair_akin(first, second) for first in one for second in two)


def _pair_akin(first: str, second: str) -> bool:
    pair = frozenset({first, second})
    return pair in _AKIN or not ANY.isdisjoint(pair) or (first in _VIOLENT and second in _VIOLENT and pair not in _APART)

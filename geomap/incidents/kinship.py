"""Whether two accounts can be of one incident: of a like kind, and nothing that tells them apart."""

from __future__ import annotations

from dataclasses import replace

from geomap.model import Telling

_AKIN = frozenset({"attack", "shootdown", "violation"})
"""Kinds that may be one incident in two accounts."""
_SIZES_APART = 0.4
"""Agencies seldom give one quake magnitudes further apart than this."""


def akin(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two accounts may tell of one kind of incident."""
    return bool(one & two) or bool(one & _AKIN and two & _AKIN)


def told_apart(one: Telling, two: Telling) -> str | None:
    """What tells two accounts of one kind of incident apart, in words; None where nothing does."""
    if one.plural_event or two.plural_event:
        return "several incidents are told of together"
    if _differ(one.ways, two.ways):
        return f"one is told as {' and '.join(sorted(one.ways))}, the other as {' and '.join(sorted(two.ways))}"
    if one.size is not None and two.size is not None and abs(one.size - two.size) > _SIZES_APART:
        return f"the magnitudes are {one.size} and {two.size}"
    if _differ(one.own_names, two.own_names):
        return "the ships have other names"
    if _differ(one.struck, two.struck) and (not one.targets & two.targets or _differ(one.sides, two.sides)):
        return f"what was hit is another thing ({' and '.join(sorted(one.struck))}; {' and '.join(sorted(two.struck))})"
    return None


def _differ(one: frozenset[str], two: frozenset[str]) -> bool:
    """Whether two accounts both tell something, and nothing of it alike."""
    return bool(one and two) and one.isdisjoint(two)


def merged(one: Telling, two: Telling) -> Telling:
    """What two accounts of one incident tell of it together."""
    return replace(
        one,
        kinds=one.kinds | two.kinds,
        classes=one.classes | two.classes,
        targets=one.targets | two.targets,
        names=one.names | two.names,
        states=one.states | two.states,
        ways=one.ways | two.ways,
        struck=one.struck | two.struck,
        sides=one.sides | two.sides,
        own_names=one.own_names | two.own_names,
        size=two.size if one.size is None else one.size,
    )

"""All claims about one event at once: which of them can stand together, and which cannot."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, combinations

from geomap.areas import offsets
from geomap.areas.regions import Side, interval_of, is_shaped
from geomap.checks.feasibility.arrangement import Arrangement
from geomap.checks.feasibility.conflicts import Standing, standing
from geomap.checks.feasibility.meeting import Pairs, RegionPair, by_place, meeting_of, reduced, settled
from geomap.checks.feasibility.search import EPSILON_M
from geomap.checks.telling.joints import told_joint
from geomap.checks.times import at_other_times
from geomap.model import Evidence, Finding, FindingKind, JointSets, Region, Verdict

LEAST, MOST = 3, 40
"""Claims of one event that are looked at together: two are a pair, and more than forty have too many sets."""
_MOST_SEARCHED = 12
"""Of claims with lines, areas or directions, for which each set has to be searched for."""
_MOST_SEARCHES = 100


def check_joint(evidence: Sequence[Evidence], pairs: Pairs) -> Iterator[Finding]:
    """One finding on each event that at least three claims put somewhere with figures; ids are given later."""
    by_event: dict[str, list[Evidence]] = {}
    for item in evidence:
        if item.claim.event is not None and item.claim.is_position and item.region is not None and not item.region.fuzzy:
            members = by_event.setdefault(item.claim.event, [])
            if not any(offsets.are_legs(item.claim, other.claim) for other in members):
                members.append(item)
    for event, members in by_event.items():
        # What the others of them locate cannot but agree with these.
        ids = {item.claim.id for item in members}
        by_event[event] = [item for item in members if item.rests_on.isdisjoint(ids)]
    for items in chain.from_iterable(map(_by_time, by_event.values())):
        if len(items) >= LEAST:
            yield _joint(items[:MOST], len(items) - MOST, pairs)


def _by_time(items: Sequence[Evidence]) -> list[list[Evidence]]:
    """Claims in groups of which none puts what moves somewhere at another time than the others of its group do."""
    groups: list[list[Evidence]] = []
    for item in items:
        fitting = (group for group in groups if all(at_other_times(each, item) is None for each in group))
        found = next(fitting, None)
        if found is None:
            groups.append([item])
        else:
            found.append(item)
    return groups


def _joint(items: Sequence[Evidence], left_out: int, pairs: Pairs) -> Finding:
    regions = [item.region for item in items if item.region is not None]
    group = _Group(regions, pairs)
    found = group.standing("plain")
    verdict, because = _verdict(group, found)
    sets = JointSets(
        together=_by_ids(found.together, items),
        conflicts=_by_ids(found.conflicts, items),
        complete=found.complete and left_out <= 0 and not group.only_pairs,
    )
    claims = tuple(item.claim for item in items)
    told = told_joint(claims, sets, verdict, because, _left_undone(group, found, left_out))
    return Finding(
        id="",
        kind=FindingKind.JOINT,
        claims=claims,
        regions=tuple(regions),
        verdict=verdict,
        robust=_is_robust(verdict, items, group),
        sets=sets,
        witness=group.witness() if verdict is Verdict.CONSISTENT else None,
        explanation=told.explanation,
        summary=told.summary,
    )


def _by_ids(sets: Sequence[Iterable[int]], items: Sequence[Evidence]) -> tuple[tuple[str, ...], ...]:
    """Sets of claims by number as sets by id."""
    return tuple(tuple(items[number].claim.id for number in each) for each in sets)


def _left_undone(group: _Group, found: Standing, left_out: int) -> Iterator[str]:
    """What was not looked at, in sentences."""
    if not found.complete:
        yield "There are more such sets than are listed."
    if group.only_pairs:
        yield f"With more than {_MOST_SEARCHED} claims of this sort only pairs are compared."
    if left_out > 0:
        yield f"{left_out} more claims are not looked at."


def _verdict(group: _Group, found: Standing) -> tuple[Verdict, str]:
    """The verdict that the bounds allow, and a sentence where they take away from what the figures say."""
    everything = frozenset(range(len(group.regions)))
    if found.conflicts:
        if group.possible("outer", everything) is False:
            return (Verdict.CONTRADICTORY, "")
        return (Verdict.OPEN, "How the figures were rounded, or how far the places reach, could make room for all of them.")
    if group.possible("inner", everything) and group.witness() is not None:
        return (Verdict.CONSISTENT, "")
    return (Verdict.OPEN, "How the figures were rounded, or how far the places reach, could leave no room for all of them.")


def _is_robust(verdict: Verdict, items: Sequence[Evidence], group: _Group) -> bool:
    """Whether every fair reading gives the same verdict: where each anchor can be one place only, by the loosest or tightest readings."""
    if verdict not in (Verdict.CONTRADICTORY, Verdict.CONSISTENT) or any(len(by_place(item.readings)) > 1 for item in items):
        return False
    loosest = verdict is Verdict.CONTRADICTORY
    changed = [reduced(region, item.readings, loosest=loosest) for region, item in zip(group.regions, items, strict=True)]
    read = [region for region in changed if region is not None]
    if len(read) < len(changed):
        return False
    return _Group(read, group.pairs).possible("plain", frozenset(range(len(read)))) is not loosest


class _Group:
    """Regions of one event, and which sets of them meet."""

    def __init__(self, regions: Sequence[Region], pairs: Pairs) -> None:
        self.regions = regions
        self.pairs = pairs
        self.is_shaped = any(is_shaped(region.reading) for region in regions)
        self._arrangements: dict[Side, Arrangement | None] = {}

    @property
    def only_pairs(self) -> bool:
        """Whether there are too many claims with lines, areas or directions to search for each set."""
        return self.is_shaped and len(self.regions) > _MOST_SEARCHED

    def standing(self, side: Side) -> Standing:
        """The maximal sets that meet, and the minimal ones that do not."""
        count = len(self.regions)
        pairs = [frozenset(pair) for pair in combinations(range(count), 2)]
        apart = [pair for pair in pairs if self._pair(pair).gap(side) > 0]
        if self.only_pairs:
            return standing(count, lambda chosen: not any(pair <= chosen for pair in apart), apart, most_questions=_MOST_SEARCHES)
        return standing(
            count,
            lambda chosen: not any(pair <= chosen for pair in apart) and self.possible(side, chosen) is not False,
            apart,
            **({"most_questions": _MOST_SEARCHES} if self.is_shaped else {}),
        )

    def _pair(self, pair: frozenset[int]) -> RegionPair:
        first, second = sorted(pair)
        return self.pairs.of(self.regions[first], self.regions[second])

    def possible(self, side: Side, chosen: frozenset[int]) -> bool:
        """Whether some of the regions, by their numbers, have a common point; what a search leaves undecided counts as one."""
        if len(chosen) < 2:
            return True
        picked = [self.regions[number] for number in sorted(chosen)]
        if self.is_shaped:
            found = meeting_of(picked, side, self.pairs.landscape)
            return found is not None and found.feasible is not False
        arrangement = self._arrangement(side)
        return arrangement is not None and arrangement.possible(chosen)

    def _arrangement(self, side: Side) -> Arrangement | None:
        if side not in self._arrangements:
            intervals = [interval_of(region, side) for region in self.regions]
            known = [interval for interval in intervals if interval is not None]
            centres = [region.anchor.lonlat for region in self.regions]
            self._arrangements[side] = Arrangement(centres, known) if len(known) == len(intervals) else None
        return self._arrangements[side]

    def witness(self) -> tuple[float, float] | None:
        """A point in all regions that the exact predicate confirms, in their inner bounds if it may be."""
        for side in ("inner", "plain"):
            point = self._common(side)
            settled_point = None if point is None else settled(point, self.regions, self.pairs.landscape)
            if settled_point is not None:
                return settled_point
        return None

    def _common(self, side: Side) -> tuple[float, float] | None:
        if self.is_shaped:
            found = meeting_of(self.regions, side, self.pairs.landscape)
            return None if found is None or found.slack < -EPSILON_M else found.point
        arrangement = self._arrangement(side)
        return None if arrangement is None else arrangement.witness(frozenset(range(len(self.regions))))

"""From how likely pairs are one to which are: average-link agglomeration with cannot-links, the same in whatever order they come."""

from __future__ import annotations

import heapq
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

Item = TypeVar("Item", bound=Hashable)

APART = -3.0
"""Log-odds of a pair that was not weighed."""
NEVER = -6.0
"""From these log-odds down two are never of one cluster, whatever else is."""


def cluster(items: Sequence[Item], scores: Mapping[tuple[Item, Item], float], threshold: float) -> list[list[Item]]:
    """Groups of items of which the average log-odds of being one reach a threshold, each in the order of `items`.

    `scores` has pairs (earlier, later) of `items`; a pair that is missing counts as `APART`, and none that is `NEVER` or below comes
    together. The likeliest two are put together first (UPGMA: Sokal and Michener 1958), of equal ones the earliest.

    >>> cluster("abc", {("a", "b"): 2.0, ("b", "c"): 1.0, ("a", "c"): -2.0}, 0.5)
    [['a', 'b'], ['c']]
    """
    order = {item: number for number, item in enumerate(items)}
    groups: dict[int, list[int]] = {number: [number] for number in range(len(items))}
    links: dict[int, dict[int, float]] = {number: {} for number in groups}
    heap: list[tuple[float, int, int, int]] = []
    for pair, score in scores.items():
        one, two = sorted(order[item] for item in pair)
        links[one][two] = links[two][one] = score
        if score >= threshold:
            heap.append((-score, one, two, 2))
    heapq.heapify(heap)
    while heap:
        _, first, second, size = heapq.heappop(heap)
        if len(groups.get(first, ())) + len(groups.get(second, ())) != size or not {first, second} <= groups.keys():
            continue
        _merge(first, second, groups, links)
        for other, total in links[first].items():
            average = total / (len(groups[first]) * len(groups[other]))
            if average >= threshold:
                heapq.heappush(heap, (-average, min(first, other), max(first, other), len(groups[first]) + len(groups[other])))
    return [[items[number] for number in sorted(group)] for _, group in sorted(groups.items(), key=lambda each: min(each[1]))]


def _merge(one: int, two: int, groups: dict[int, list[int]], links: dict[int, dict[int, float]]) -> None:
    """Put the second group into the first; links hold the sums over all pairs between two groups."""
    first, second = links[one], links.pop(two)
    first.pop(two, None)
    second.pop(one, None)
    for other in {*first, *second}:
        mine = first.get(other, APART * len(groups[one]) * len(groups[other]))
        yours = second.get(other, APART * len(groups[two]) * len(groups[other]))
        first[other] = links[other][one] = mine + yours
        links[other].pop(two, None)
    groups[one] += groups.pop(two)

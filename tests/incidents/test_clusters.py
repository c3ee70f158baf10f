"""Groups by average link: against a slow count of every average, in any order, with pairs that never come together."""

from __future__ import annotations

import math
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.incidents.clusters import APART, cluster

SCORES = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda pair: pair[0] < pair[1]),
    st.one_of(st.floats(-5, 5), st.just(-math.inf)),
    max_size=28,
)


def average(one, two, scores):
    pairs = [(min(a, b), max(a, b)) for a in one for b in two]
    return sum(scores.get(pair, APART) for pair in pairs) / len(pairs)


def slowly(count, scores, threshold):
    """The same by looking at all averages at each step."""
    groups = [[number] for number in range(count)]
    while True:
        ranked = sorted(
            ((-average(one, two, scores), min(one), min(two), one, two) for one, two in combinations(groups, 2)), key=lambda each: each[:3]
        )
        if not ranked or -ranked[0][0] < threshold:
            return sorted(sorted(group) for group in groups)
        _, _, _, one, two = ranked[0]
        groups = sorted([group for group in groups if group not in (one, two)] + [sorted(one + two)])


@given(SCORES, st.floats(-1, 2))
@settings(max_examples=300)
def test_is_what_all_averages_say(scores, threshold):
    separate = {pair: score + pair[0] * 1e-7 + pair[1] * 1e-8 for pair, score in scores.items()}  # no two alike
    assert sorted(map(sorted, cluster(range(8), separate, threshold))) == slowly(8, separate, threshold)


@given(SCORES)
def test_what_can_never_be_one_is_never_together(scores):
    home = {item: number for number, group in enumerate(cluster(range(8), scores, 0.0)) for item in group}
    assert all(home[one] != home[two] for (one, two), score in scores.items() if score == -math.inf)


@given(SCORES)
def test_every_item_is_in_one_group(scores):
    assert sorted(item for group in cluster(range(8), scores, 0.0) for item in group) == list(range(8))


@pytest.mark.parametrize(("score", "groups"), [(3.0, [["a", "b", "c"]]), (-1.0, [["a", "b", "c"]]), (-4.0, [["a", "b"], ["c"]])])
def test_one_bad_link_is_outweighed_and_a_worse_one_is_not(score, groups):
    assert cluster("abc", {("a", "b"): 4.0, ("b", "c"): 2.0, ("a", "c"): score}, 0.0) == groups

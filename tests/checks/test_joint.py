"""Sets of claims that can stand together, against every subset tried, and against the branch and bound."""

from __future__ import annotations

import math
import random
from itertools import chain, combinations

import numpy as np
import pytest
from builders import AT_TANF, claim, findings_of, located, report
from hypothesis import given
from hypothesis import strategies as st

from geomap.checks.feasibility.arrangement import Arrangement
from geomap.checks.feasibility.conflicts import standing
from geomap.checks.feasibility.search import meet
from geomap.geometry.constraint import Bounds
from geomap.geometry.geodesy import distance_m
from geomap.geometry.metric import Ground
from geomap.model import FindingKind, Verdict
from geomap.relations import Relation
from geomap.units import Interval, Unit


def subsets(count):
    return [frozenset(each) for size in range(count + 1) for each in combinations(range(count), size)]


@given(st.integers(1, 6).flatmap(lambda n: st.tuples(st.just(n), st.lists(st.frozensets(st.integers(0, n - 1), min_size=1), max_size=7))))
def test_both_lists_against_every_subset(case):
    count, wrong = case
    possible = {each: not any(bad <= each for bad in wrong) for each in subsets(count)}
    found = standing(count, possible.__getitem__)
    together = [each for each in possible if possible[each] and not any(possible[more] for more in possible if each < more)]
    conflicts = [each for each in possible if not possible[each] and all(possible[less] for less in possible if less < each)]
    assert found.complete
    assert {frozenset(each) for each in found.together} == set(together)
    assert {frozenset(each) for each in found.conflicts} == set(conflicts)
    assert len(set(found.together)) == len(found.together)


def test_too_many_sets_are_cut_and_said_so():
    pairs = {frozenset((2 * n, 2 * n + 1)) for n in range(20)}
    found = standing(40, lambda chosen: not any(pair <= chosen for pair in pairs))
    assert not found.complete
    assert {frozenset(each) for each in found.conflicts} <= pairs
    assert found.together
    assert all(len(each) == 20 and not any(pair <= set(each) for pair in pairs) for each in found.together)


def random_claims(chance):
    count = chance.randint(3, 8)
    centres = [(chance.gauss(36, 0.9), chance.gauss(34, 0.9)) for _ in range(count)]
    intervals = []
    for _ in range(count):
        radius = chance.uniform(1e4, 2e5)
        intervals.append(chance.choice((Interval(0.0, radius), Interval(radius, math.inf), Interval(radius * chance.random(), radius))))
    return centres, intervals


@pytest.mark.parametrize("seed", range(40))
def test_an_arrangement_against_the_search(seed):
    chance = random.Random(seed)  # noqa: S311
    centres, intervals = random_claims(chance)
    arrangement = Arrangement(centres, intervals)
    sets = [each for each in subsets(len(centres)) if len(each) > 1]
    for chosen in chance.sample(sets, min(12, len(sets))):
        regions = [Bounds(ground=Ground.at(centres[number]), interval=intervals[number]) for number in sorted(chosen)]
        found = meet(regions)
        if found.feasible is not None:
            assert arrangement.possible(chosen) == found.feasible, (seed, sorted(chosen), found)
        point = arrangement.witness(chosen)
        if point is not None:
            assert all(region.slack(point) >= -2e-3 for region in regions)


@pytest.mark.parametrize("seed", range(8))
def test_what_stands_jointly_stands_in_pairs_and_looser_claims_stand_too(seed):
    chance = random.Random(500 + seed)  # noqa: S311
    centres, intervals = random_claims(chance)
    arrangement = Arrangement(centres, intervals)
    looser = Arrangement(centres, [interval.widened(chance.uniform(0, 3e4)) for interval in intervals])
    for chosen in subsets(len(centres)):
        if len(chosen) > 1 and arrangement.possible(chosen):
            assert all(arrangement.possible(frozenset(pair)) for pair in combinations(chosen, 2))
            assert looser.possible(chosen)


@pytest.mark.parametrize("at", [(0.0, 90.0), (180.0, 10.0), (-179.99, -40.0), (30.0, -89.9)])
def test_an_arrangement_at_the_poles_and_the_antimeridian(at):
    one, other = Interval(0.0, 1e5), Interval(1.1e5, 2e5)
    beside = (at[0] + 0.01, at[1] - 1e-3 if at[1] > 0 else at[1] + 1e-3)
    arrangement = Arrangement([at, beside], [one, other])
    assert not arrangement.possible(frozenset((0, 1))) or distance_m(at, beside) > 1e4
    assert Arrangement([at, beside], [one, Interval(9e4, 2e5)]).possible(frozenset((0, 1)))


DOC = report("The strike was within 30 km of Arvo, 20 km from Arvo, more than 40 km from Arvo and within 25 km of Arvo.")


def rings(*wanted):
    """Claims on distances from At Tanf: relation, figure."""
    words = {"within": ("within 30 km", Relation.WITHIN), "at": ("20 km", Relation.AT), "beyond": ("more than 40 km", Relation.BEYOND)}
    from geomap.model import Qualifier

    qualifiers = {"within": Qualifier.WITHIN, "at": Qualifier.EXACT, "beyond": Qualifier.MORE_THAN}
    return [
        claim(number, DOC, words[sort][0], "Arvo", words[sort][1], (figure,), Unit.KILOMETRE, qualifier=qualifiers[sort])
        for number, (sort, figure) in enumerate(wanted, start=1)
    ]


def joint(claims):
    return [item for item in findings_of(claims, [located(claims[0], AT_TANF)]) if item.kind is FindingKind.JOINT]


def test_a_joint_finding_names_the_sets():
    (found,) = joint(rings(("within", "30"), ("at", "22"), ("beyond", "60")))
    assert found.verdict is Verdict.CONTRADICTORY
    assert found.sets.together == (("c1", "c2"), ("c3",))
    assert found.sets.conflicts == (("c1", "c3"), ("c2", "c3"))
    assert found.sets.complete
    assert "c1 and c3; c2 and c3" in found.explanation


def test_claims_that_all_stand_have_a_witness():
    (found,) = joint(rings(("within", "80"), ("within", "60"), ("beyond", "25")))
    assert found.verdict is Verdict.CONSISTENT
    assert 25_000 <= distance_m(found.witness, AT_TANF.lonlat) <= 60_000
    assert found.sets.together == (("c1", "c2", "c3"),)


def test_two_claims_are_a_pair_and_no_joint_finding():
    assert joint(rings(("within", "80"), ("beyond", "25"))) == []


def test_pairs_may_stand_where_all_together_do_not():
    centres = [(36.0, 34.0), (37.0, 34.0), (36.5, 34.75)]
    sides = [distance_m(a, b) for a, b in combinations(centres, 2)]
    radius = max(sides) / 2 + 500
    arrangement = Arrangement(centres, [Interval(0.0, radius)] * 3)
    assert all(arrangement.possible(frozenset(pair)) for pair in combinations(range(3), 2))
    assert not arrangement.possible(frozenset(range(3)))
    found = standing(3, arrangement.possible)
    assert found.conflicts == ((0, 1, 2),)
    assert sorted(chain(*found.together)) == [0, 0, 1, 1, 2, 2]
    assert np.isfinite(arrangement.points).all()

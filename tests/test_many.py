"""Pairs by the million against the scalar test, and the sphere before it against doing without."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.checks.many import pair_gaps, pair_verdicts
from geomap.checks.pairwise import gap_m
from geomap.geodesy import distance_m, pair_distances_m
from geomap.model import Apart
from geomap.units import Interval

LON, LAT = st.floats(-180, 180), st.floats(-90, 90)
LENGTH = st.floats(0, 2.1e7) | st.sampled_from([0.0, 10.0, 54_717.696, 72_420.48])
RANGE = st.tuples(LENGTH, LENGTH | st.just(math.inf)).map(lambda ends: (min(ends), max(ends)))


@given(a=st.tuples(LON, LAT), first=RANGE, b=st.tuples(LON, LAT), second=RANGE)
def test_gaps_are_those_of_the_scalar_test(a, first, b, second):
    expected = gap_m(Interval(*first), Interval(*second), Apart.points(distance_m(a, b)))
    assert pair_gaps(*a, *first, *b, *second).tolist() == [expected]
    for prefilter in (False, True):
        assert pair_verdicts(*a, *first, *b, *second, prefilter=prefilter).tolist() == [expected > 0]


def _pairs(count: int, seed: int) -> list[np.ndarray]:
    """Anchors metres to half the earth apart, some of them antipodal, with ranges that meet or miss each other by micrometres or more."""
    rng = np.random.default_rng(seed)
    lon1, lat1 = rng.uniform(-180, 180, count), np.degrees(np.arcsin(rng.uniform(-1, 1, count)))
    spread = 10.0 ** rng.uniform(-4, 2, count)
    lon2, lat2 = lon1 + rng.normal(size=count) * spread, np.clip(lat1 + rng.normal(size=count) * spread, -90, 90)
    opposite = rng.random(count) < 0.05
    lon2[opposite], lat2[opposite] = lon1[opposite] + 180 + rng.normal(size=opposite.sum()) * 0.3, -lat1[opposite]
    apart = pair_distances_m(lon1, lat1, lon2, lat2)
    miss = rng.choice([-1.0, 0.0, 1.0], count) * 10.0 ** rng.uniform(-6, 4, count)
    share = rng.random(count)
    # Too far apart by `miss`; or the second too near to reach the first's low end; or the other way round; or anything.
    low1, high1 = np.zeros(count), apart * share
    low2, high2 = np.zeros(count), np.maximum(apart - high1 - miss, 0.0)
    sort = rng.integers(0, 4, count)
    nested = sort == 1
    high2[nested] = apart[nested] * share[nested] * 3
    low1[nested] = np.maximum(apart + high2 + miss, 0.0)[nested]
    high1[nested] = low1[nested] + np.where(share[nested] < 0.5, np.inf, 1000.0)
    swapped = sort == 2
    high1[swapped] = apart[swapped] * share[swapped] * 3
    low2[swapped] = np.maximum(apart + high1 + miss, 0.0)[swapped]
    high2[swapped] = low2[swapped]
    free = sort == 3
    for low, high in ((low1, high1), (low2, high2)):
        ends = np.sort(10.0 ** rng.uniform(0, 7.3, (2, free.sum())), axis=0)
        low[free], high[free] = ends
    return [lon1, lat1, low1, high1, lon2, lat2, low2, high2]


def test_the_sphere_never_changes_a_verdict():
    pairs = _pairs(1_000_000, seed=5)
    exact = pair_verdicts(*pairs, prefilter=False)
    assert 0.2 < exact.mean() < 0.8
    assert (pair_verdicts(*pairs) == exact).all()


def test_many_gaps_are_those_of_the_scalar_test_one_by_one():
    pairs = _pairs(2_000, seed=6)
    expected = [
        gap_m(Interval(low1, high1), Interval(low2, high2), Apart.points(distance_m((lon1, lat1), (lon2, lat2))))
        for lon1, lat1, low1, high1, lon2, lat2, low2, high2 in np.column_stack(pairs).tolist()
    ]
    assert pair_gaps(*pairs).tolist() == expected


def test_the_two_claims_of_al_tanf():
    gaps = pair_gaps(38.657, 33.4883, 0.0, [54_717.696, 60_000.0], 38.657, 33.4883, 72_420.48, math.inf)
    assert gaps == pytest.approx([17_702.784, 12_420.48])


def test_no_pairs_are_no_verdicts():
    assert pair_verdicts(*[[]] * 8).tolist() == []
    assert pair_gaps(*[[]] * 8).tolist() == []


def test_distances_from_points_are_not_negative():
    with pytest.raises(ValueError, match="less than nothing"):
        pair_gaps(10.0, 20.0, -5.0, -1.0, 11.0, 21.0, 0.0, 90.0)


@pytest.mark.parametrize("place", range(8))
@pytest.mark.parametrize("value", [math.nan, 95.0])
def test_what_is_not_a_number_or_not_on_the_earth_is_refused(place, value):
    pair = [10.0, 20.0, 0.0, 90.0, 11.0, 21.0, 0.0, 90.0]
    pair[place] = value
    if value == 95.0 and place in (0, 3, 4, 7):
        assert pair_gaps(*pair).shape == (1,)
    else:
        with pytest.raises(ValueError, match=r"low end|not on the earth"):
            pair_gaps(*pair)

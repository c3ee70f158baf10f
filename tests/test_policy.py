"""Rounding conventions against their published examples."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.policy import ROUNDING_RULES, Policy, chapman2020, frazier2004, heaping


@pytest.mark.parametrize(("figure", "half"), [("34", 0.5), ("30", 0.5), ("100", 5), ("10.5", 0.25), ("45", 0.5)])
def test_chapman2020(figure, half):
    assert chapman2020(figure) == half


def test_frazier2004():
    assert frazier2004("30") == 4.5


@pytest.mark.parametrize(
    ("figure", "half"), [("5", 1.25), ("10", 2.5), ("15", 2.5), ("20", 5), ("45", 2.5), ("50", 5), ("100", 25), ("34", 0.5)]
)
def test_heaping(figure, half):
    assert heaping(figure) == half


@pytest.mark.parametrize("name", ROUNDING_RULES)
@given(figure=st.one_of(st.integers(0, 20_000).map(str), st.decimals(0, 2000, places=3).map(str)))
def test_no_rule_is_wider_than_the_figure_or_negative(name, figure):
    half = ROUNDING_RULES[name](figure)
    assert 0 <= half <= max(float(figure), 0.5)


@pytest.mark.parametrize("rule", [chapman2020, heaping])
@given(figure=st.integers(1, 2_000_000))
def test_a_figure_stands_for_what_is_rounded_to_it(rule, figure):
    step = 2 * rule(str(figure))
    assert figure % step == 0
    assert step <= figure


@pytest.mark.parametrize("name", ROUNDING_RULES)
@given(figure=st.integers(1, 200_000))
def test_a_figure_with_one_more_nought_is_no_surer(name, figure):
    rule = ROUNDING_RULES[name]
    assert rule(str(10 * figure)) >= rule(str(figure))


def test_unknown_convention_is_refused():
    with pytest.raises(ValueError, match="there are literal"):
        Policy(outer_rounding="guess")

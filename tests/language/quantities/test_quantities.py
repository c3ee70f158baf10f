from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.language.quantities.lengths import quantity_of
from geomap.language.quantities.reading import find_lengths
from geomap.language.text.sentences import split_sentences
from geomap.language.text.tokens import tokenise
from geomap.model import Qualifier, Quantity, Report
from geomap.units import Unit


def quantities(text: str) -> list[Quantity]:
    sentences = map(tokenise, split_sentences(Report(id="r", text=text)))
    return [quantity_of(length, tokens) for tokens in sentences for length in find_lengths(tokens) if not length.squared]


def only(text: str) -> Quantity:
    (found,) = quantities(text)
    return found


@pytest.mark.parametrize(
    ("text", "figures", "unit"),
    [
        ("45 miles", ("45",), Unit.MILE),
        ("10.50 km", ("10.50",), Unit.KILOMETRE),
        ("1,800 metres", ("1800",), Unit.METRE),
        ("10 000 m", ("10000",), Unit.METRE),
        ("12,5NM", ("12.5",), Unit.NAUTICAL_MILE),
        (".75 mi", ("0.75",), Unit.MILE),
        ("thirty-four miles", ("34",), Unit.MILE),
        ("two hundred and fifty yards", ("250",), Unit.YARD),
        ("a hundred feet", ("100",), Unit.FOOT),
        ("three million kilometres", ("3000000",), Unit.KILOMETRE),
        ("ten leagues", ("10",), Unit.LEAGUE),
        ("40 versts", ("40",), Unit.VERST),
        ("six furlongs", ("6",), Unit.FURLONG),
        ("2.5 cables", ("2.5",), Unit.CABLE),
        ("half a cable", ("0.5",), Unit.CABLE),
        ("five sea miles", ("5",), Unit.NAUTICAL_MILE),
        ("5 n. mi.", ("5",), Unit.NAUTICAL_MILE),
        ("half a dozen miles", ("6",), Unit.MILE),
        ("two dozen km", ("24",), Unit.KILOMETRE),
        ("5~6 km", ("5", "6"), Unit.KILOMETRE),
        ("700 m to 1 km", ("0.7", "1"), Unit.KILOMETRE),
        ("1.200.000 m", ("1200000",), Unit.METRE),
        ("a handful of miles", (), Unit.MILE),
        ("a number of miles", (), Unit.MILE),
        ("6 n.m.", ("6",), Unit.NAUTICAL_MILE),
        ("12-nautical-mile", ("12",), Unit.NAUTICAL_MILE),
        ("a mile", ("1",), Unit.MILE),
        ("half a mile", ("0.5",), Unit.MILE),
        ("a quarter-mile", ("0.25",), Unit.MILE),
        ("three-quarters of a mile", ("0.75",), Unit.MILE),
        ("one-third of a mile", ("0.333",), Unit.MILE),
        ("two (2) kilometres", ("2",), Unit.KILOMETRE),
        ("nine and a half (9.5) km", ("9.5",), Unit.KILOMETRE),
        ("200 (two hundred) metres", ("200",), Unit.METRE),
        ("a mile and a half", ("1.5",), Unit.MILE),
        ("two and a half miles", ("2.5",), Unit.MILE),
        ("1/2 mile", ("0.5",), Unit.MILE),
        ("2 1/2 miles", ("2.5",), Unit.MILE),
        ("2½ km", ("2.5",), Unit.KILOMETRE),
        ("½ mile", ("0.5",), Unit.MILE),
        ("10-15 km", ("10", "15"), Unit.KILOMETRE),
        ("between 20 and 30 km", ("20", "30"), Unit.KILOMETRE),
        ("15km to 25km", ("15", "25"), Unit.KILOMETRE),
        ("five- to ten-mile", ("5", "10"), Unit.MILE),
        ("two or three miles", ("2", "3"), Unit.MILE),
        ("a few miles", (), Unit.MILE),
        ("several hundred metres", (), Unit.METRE),
        ("dozens of kilometres", (), Unit.KILOMETRE),
        ("a couple of yards", (), Unit.YARD),
    ],
)
def test_figures_and_units(text, figures, unit):
    found = only(text)
    assert (found.figures, found.unit) == (figures, unit)


@pytest.mark.parametrize(
    ("text", "qualifier"),
    [
        ("45 miles", Qualifier.EXACT),
        ("only 45 miles", Qualifier.EXACT),
        ("about 45 miles", Qualifier.ABOUT),
        ("nearly 45 miles", Qualifier.ABOUT),
        ("45 miles or so", Qualifier.ABOUT),
        ("45 miles, give or take,", Qualifier.ABOUT),
        ("45 miles (approx.)", Qualifier.ABOUT),
        ("45-odd miles", Qualifier.ABOUT),
        ("45+ miles", Qualifier.AT_LEAST),
        ("45-plus miles", Qualifier.AT_LEAST),
        ("not closer than 45 miles", Qualifier.AT_LEAST),
        ("45 miles at the very least", Qualifier.AT_LEAST),
        ("a minimum 45 miles", Qualifier.AT_LEAST),
        ("better than 45 miles", Qualifier.MORE_THAN),
        ("45 miles at most", Qualifier.UP_TO),
        ("more than 45 miles", Qualifier.MORE_THAN),
        ("just over 45 miles", Qualifier.MORE_THAN),
        ("at least 45 miles", Qualifier.AT_LEAST),
        ("45 miles or more", Qualifier.AT_LEAST),
        ("not less than 45 miles", Qualifier.AT_LEAST),
        ("within about 45 miles", Qualifier.WITHIN),
        ("to within 45 miles", Qualifier.WITHIN),
        ("only less than 45 miles", Qualifier.LESS_THAN),
        ("not 45 miles", Qualifier.LESS_THAN),
        ("up to 45 miles", Qualifier.UP_TO),
        ("no more than about 45 miles", Qualifier.UP_TO),
        ("as far away as 45 miles", Qualifier.UP_TO),
        ("within 30-45 miles", Qualifier.RANGE),
    ],
)
def test_qualifiers_belong_to_the_span(text, qualifier):
    found = only(f"It lies {text} from there.")
    assert found.qualifier is qualifier
    assert found.span.text == text


@pytest.mark.parametrize(
    "text", ["20 miles (32 km)", "20 miles, or 32 km,", "20 miles/32 km", "20-mile (32-kilometre)", "20 miles (about 32 km)"]
)
def test_a_second_unit_is_the_same_length(text):
    found = only(text)
    assert found.figures == ("20",)
    assert found.alternative is not None
    assert (found.alternative.figures, found.alternative.unit) == (("32",), Unit.KILOMETRE)


def test_two_different_lengths_stay_two():
    assert [found.figures for found in quantities("20 miles, 5 km")] == [("20",), ("5",)]


def test_only_plain_miles_may_be_another_unit():
    assert only("12 miles").plain_unit
    assert not only("12 nautical miles").plain_unit
    assert not only("12 km").plain_unit


@pytest.mark.parametrize(
    "text",
    [
        "He lives in Ten Mile.",
        "They met on Three Mile Island.",
        "It cost $5 m.",
        "at Mile 91",
        "30 square kilometres",
        "100km²",
        "I am 5 years old.",
        "Two cables south of the island were cut.",
    ],
)
def test_names_sums_and_areas_are_no_lengths(text):
    assert quantities(text) == []


@given(st.integers(1, 10**6), st.sampled_from([unit for unit in Unit if unit is not Unit.CABLE]))
def test_a_grouped_figure_reads_as_the_plain_one(number, unit):
    assert only(f"{number:,} {unit.words}").values == (float(number),)


@given(st.text(alphabet="0123456789.,/½-–() abfhkmnotu", max_size=60))
def test_any_jumble_of_figures_gives_finite_figures_or_none(text):
    for found in quantities(text + " km"):
        assert all(0 <= value < 1e16 for value in found.values)
        assert found.values == tuple(sorted(found.values))

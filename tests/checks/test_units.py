"""Figures that look converted, and many that do not."""

from __future__ import annotations

import pytest
from builders import claim, report

from geomap.checks.units import check_units
from geomap.model import Verdict
from geomap.relations import Relation
from geomap.units import Unit


def guessed(figure, unit, *beside, qualifier_figures=()):
    """What a figure is taken to be converted from, beside others of the same report."""
    doc = report("It fell far from Arvo.")
    claims = [
        claim(number, doc, "far from Arvo", "Arvo", Relation.AT, figures, each)
        for number, (figures, each) in enumerate(
            [((figure, *qualifier_figures), unit), *(((number,), other) for number, other in beside)], 1
        )
    ]
    return [item.explanation.partition("a round ")[2].partition(",")[0] for item in check_units(claims) if item.claims[0].id == "c1"]


@pytest.mark.parametrize(
    ("figure", "original"),
    [("34", "55 km"), ("16", "25 km"), ("31", "50 km"), ("62", "100 km"), ("124", "200 km"), ("19", "30 km"), ("28", "45 km")],
)
def test_odd_miles_may_be_round_kilometres(figure, original):
    assert guessed(figure, Unit.MILE) == [original]


@pytest.mark.parametrize(
    ("figure", "unit"),
    [
        ("73", Unit.NAUTICAL_MILE),  # 135 km: nobody measures in kilometres and tells nautical miles
        ("16", Unit.NAUTICAL_MILE),
        ("45", Unit.MILE),  # round itself, though 72 km
        ("12", Unit.MILE),  # a dozen, though 20 km
        ("24", Unit.MILE),
        ("3", Unit.MILE),  # too small to tell, though 5 km
        ("84", Unit.MILE),
        ("149", Unit.MILE),  # 240 km, which is no rounder
        ("146", Unit.MILE),  # 235 km
        ("33", Unit.MILE),  # 53 km
        ("34.0", Unit.MILE),
        ("72", Unit.KILOMETRE),  # 45 miles, of which nobody speaks
        ("547", Unit.YARD),
        ("164", Unit.FOOT),
    ],
)
def test_other_figures_are_taken_at_their_word(figure, unit):
    assert guessed(figure, unit) == []


def test_kilometres_may_be_converted_where_the_report_speaks_of_miles():
    assert guessed("97", Unit.KILOMETRE) == []
    assert guessed("97", Unit.KILOMETRE, ("40", Unit.MILE)) == ["60 miles"]
    assert guessed("98", Unit.KILOMETRE, ("40", Unit.MILE)) == []
    assert guessed("113", Unit.KILOMETRE, ("40", Unit.MILE)) == ["70 miles"]
    assert guessed("113", Unit.KILOMETRE, ("40", Unit.NAUTICAL_MILE)) == []


def test_a_range_is_no_conversion():
    assert guessed("34", Unit.MILE, qualifier_figures=("62",)) == []


def test_a_guess_decides_nothing():
    doc = report("It fell 34 miles from Arvo.", "Wire")
    (item,) = check_units([claim(1, doc, "34 miles from Arvo", "Arvo", Relation.AT, ("34",))])
    assert item.verdict is Verdict.OPEN
    assert item.margin is None
    assert item.explanation == "Wire (“34 miles from Arvo”): the figure may be a conversion of a round 55 km, which are 34.2 miles."

"""Findings in words: what an editor can print, and never a sentence that contradicts itself."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest
from builders import AL_WALID, AT_TANF, claim, findings_of, located, report, span
from hypothesis import given
from hypothesis import strategies as st

from geomap.checks.telling.lengths import derived_in_words, length_in_words, stated_in_words, stated_range_in_words
from geomap.checks.telling.wording import as_sentence, changes, over_readings, says, sentences, source_of
from geomap.model import FindingKind, Flip, Margin, Place, Qualifier, Verdict
from geomap.relations import Relation
from geomap.units import Unit

POST = report("A border source said that it was hit more than 45 miles from the post, north-west of the post.", "The Paper")
ZONE = report("It broke into the 34-mile zone around the garrison.", "Coalition")
PORT = Place(id="x:1", name="Port", lon=30.0, lat=10.0, kind="populated place", country="SD", extent_m=0.0)


def beyond(number=2, **more):
    made = claim(
        number, POST, "more than 45 miles from the post", "the post", Relation.BEYOND, ("45",), qualifier=Qualifier.MORE_THAN, **more
    )
    return replace(made, speaker=span(POST, "A border source"))


def zone(number=1):
    return claim(number, ZONE, "the 34-mile zone around the garrison", "the garrison", Relation.INSIDE, ("34",))


def found(kind, *claims, place=AT_TANF):
    return next(item for item in findings_of(list(claims), [located(each, place) for each in claims]) if item.kind is kind)


def test_a_contradiction_is_told_in_two_sentences_with_the_reports_own_units():
    item = found(FindingKind.AGREEMENT, zone(), beyond())
    assert item.summary == (
        "By the figures as written and in a straight line, Coalition (“the 34-mile zone around the garrison”) and a border source (“more than 45 "
        "miles from the post”) cannot both be right: what they say is 17.7 km (11 miles) apart. That changes if the 45 miles are measured by road, "
        "with a detour of 1.3235 or more: then both can be true."
    )
    assert item.explanation.startswith(item.summary)
    assert "according to a border source it is at least 72.4 km (45 miles) from At Tanf" in item.explanation


def test_a_position_against_a_zone():
    item = found(FindingKind.ZONE, zone(), beyond())
    assert item.summary.startswith(
        "According to a border source (“more than 45 miles from the post”), it is at least 72.4 km (45 miles) from At Tanf: as written and in a "
        "straight line, 17.7 km (11 miles) outside “the 34-mile zone around the garrison”, which reaches 54.7 km (34 miles) from there."
    )


def test_directions_are_told_by_the_compass():
    doc = report("It fell 11 km east-southeast of Arvo, or north of Lys.", "Wire")
    first = replace(claim(1, doc, "11 km east-southeast of Arvo", "Arvo", Relation.AT, ("11",), Unit.KILOMETRE), bearing="ESE")
    second = replace(claim(2, doc, "north of Lys", "Lys", Relation.TOWARD), bearing="N")
    items = findings_of([first, second], [located(first, AT_TANF), located(second, AL_WALID)])
    words = next(item.explanation for item in items if item.kind is FindingKind.AGREEMENT)
    assert "11 km from At Tanf, to the east-southeast (101°–124°)" in words
    assert "to the north (315°–45°) from Al Walid" in words


@pytest.mark.parametrize(
    ("figures", "unit", "metres", "words"),
    [
        (("11",), Unit.KILOMETRE, 11_000.0, "11 km"),
        (("1300",), Unit.KILOMETRE, 1_300_000.0, "1,300 km"),
        (("330",), Unit.METRE, 330.0, "330 m"),
        (("45",), Unit.MILE, 72_420.48, "72.4 km (45 miles)"),
        (("1",), Unit.NAUTICAL_MILE, 1852.0, "1.9 km (1 nautical mile)"),
        (("2.5",), Unit.MILE, 4023.36, "4.0 km (2.5 miles)"),
        (("500",), Unit.FOOT, 152.4, "150 m (500 feet)"),
        (("45",), Unit.MILE, 50_000.0, "50.0 km"),
    ],
)
def test_a_stated_length_keeps_its_own_figure(figures, unit, metres, words):
    made = claim(1, POST, "45 miles", "post", Relation.AT, figures, unit)
    assert stated_in_words(metres, made.distance) == words


def test_a_stated_range_has_its_unit_once():
    made = claim(1, POST, "45 miles", "post", Relation.RANGE, ("10", "15"))
    assert stated_range_in_words(16_093.44, 24_140.16, made.distance) == "16.1 to 24.1 km (10 to 15 miles)"


def test_a_margin_has_a_unit_beside_it_only_where_all_figures_are_in_that():
    miles, km = beyond(), claim(3, POST, "45 miles", "post", Relation.AT, ("20",), Unit.KILOMETRE)
    assert derived_in_words(17_702.784, (miles, zone())) == "17.7 km (11 miles)"
    assert derived_in_words(20_200.0, (miles,)) == "20.2 km (12.6 miles)"
    assert derived_in_words(17_702.784, (miles, km)) == "17.7 km"
    assert derived_in_words(-math.inf, (miles,)) == "without limit"


@given(st.floats(0, 2e7))
def test_a_length_is_never_told_finer_than_three_digits_nor_farther_off_than_that(metres):
    words = length_in_words(metres)
    number, unit = words.split()
    value = float(number.replace(",", "")) * {"m": 1, "km": 1000}[unit]
    assert abs(value - metres) <= max(metres * 0.005, 50.0) * (1 + 1e-9)
    assert len(number.replace(",", "").replace(".", "").strip("0")) <= 3


@pytest.mark.parametrize("verdict", [Verdict.CONTRADICTORY, Verdict.CONSISTENT, Verdict.INSIDE, Verdict.OUTSIDE, Verdict.OPEN])
@given(low=st.floats(-9e5, 9e5), high=st.floats(-9e5, 9e5))
def test_no_verdict_that_all_readings_give_runs_from_an_overlap_to_a_gap(verdict, low, high):
    margin = Margin(plain=low, low=min(low, high), high=max(low, high))
    words = over_readings(margin, 64, verdict, robust=True, noun="gap", lack="overlap")
    assert words.startswith("All 64 fair readings give the same verdict")
    assert not ("overlap" in words and "gap" in words)
    if verdict is Verdict.CONTRADICTORY:
        assert "overlap" not in words
    if verdict is Verdict.CONSISTENT:
        assert "gap" not in words


def test_how_margins_range():
    def told(low, high, *, robust):
        return over_readings(Margin(plain=low, low=low, high=high), 8, Verdict.CONTRADICTORY, robust=robust, noun="gap", lack="overlap")

    assert told(14e3, 19e3, robust=True) == "All 8 fair readings give the same verdict, with a gap of 14.0 to 19.0 km."
    assert told(-5e3, 1.3e3, robust=True) == "All 8 fair readings give the same verdict."
    assert told(-5e3, 1.3e3, robust=False) == "Over 8 fair readings it runs from an overlap of 5.0 km to a gap of 1.3 km."
    assert told(1e3, math.inf, robust=False) == "Over 8 fair readings there is a gap of at least 1.0 km."
    assert told(-math.inf, 1e3, robust=False) == "Over 8 fair readings it runs from an overlap without limit to a gap of 1.0 km."


def flip(words, verdict=Verdict.CONSISTENT, **more):
    return Flip(**({"parameter": "edge"} | more), reading=words, verdict=verdict)


def test_what_would_change_a_verdict_is_fair_or_only_possible():
    told = changes([flip("A"), flip("B"), flip("C", fair=False)], (), Verdict.CONTRADICTORY, robust=False)
    assert told.first == "That changes if A: then both can be true."
    assert told.others == "It changes too if B: then both can be true. It would change only if C: then both can be true."
    robust = changes([flip("A")], (), Verdict.CONTRADICTORY, robust=True)
    assert (robust.first, robust.others) == ("", "It would change only if A: then both can be true.")


def test_flips_that_lead_nowhere_or_ask_for_wild_figures_are_left_out():
    to_same = flip("A", Verdict.OPEN)
    wild = flip("the 45 miles were at most 0.50", parameter="distance", threshold=0.5, unit="mi")
    near = flip("the 45 miles were at most 34.00", parameter="distance", threshold=34.0, unit="mi")
    assert changes([to_same], (), Verdict.OPEN, robust=False).first == ""
    assert changes([wild], (beyond(),), Verdict.CONTRADICTORY, robust=True).others == ""
    assert "34.00" in changes([near], (beyond(),), Verdict.CONTRADICTORY, robust=True).others


def test_sources_have_capitals_where_they_belong():
    quoting = beyond()
    assert source_of(quoting) == "a border source"
    assert source_of(replace(quoting, speaker=None)) == "The Paper"
    assert sentences(f"{says(quoting)} is right.").startswith("A border source (“more than")
    assert as_sentence("") == ""

"""The checks against worked figures, and against brute force."""

from __future__ import annotations

import math
from dataclasses import replace

import numpy as np
import pytest
from builders import AL_WALID, AT_TANF, claim, findings_of, located, report
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.checks.feasibility.pairwise import common_point, gap_m, inside_m, outside_m
from geomap.geometry.geodesy import WGS84, distance_m
from geomap.model import Apart, FindingKind, Qualifier, Verdict
from geomap.policy import Policy
from geomap.relations import Relation
from geomap.units import Interval, Unit

ZONE = report("It broke into the 34-mile zone around the garrison.", "Coalition")
POST = report("It was hit more than 45 miles from the border post.", "Agency")
THIRTY = report("They are within 30 kilometers of the crossing.", "Paper")


def zone_claim(number=1, **more):
    return claim(number, ZONE, "the 34-mile zone around the garrison", "the garrison", Relation.INSIDE, ("34",), **more)


def beyond_claim(number=2, **more):
    return claim(
        number,
        POST,
        "more than 45 miles from the border post",
        "the border post",
        Relation.BEYOND,
        ("45",),
        qualifier=Qualifier.MORE_THAN,
        **more,
    )


def within_claim(number=3, **more):
    return claim(
        number,
        THIRTY,
        "within 30 kilometers of the crossing",
        "the crossing",
        Relation.WITHIN,
        ("30",),
        unit=Unit.KILOMETRE,
        qualifier=Qualifier.WITHIN,
        plain_unit=False,
        **more,
    )


def al_tanf(*post_places):
    zone, beyond, within = zone_claim(), beyond_claim(), within_claim(event="e2")
    return findings_of([zone, beyond, within], [located(zone, AT_TANF), located(beyond, AT_TANF, *post_places), located(within, AT_TANF)])


def only(findings, kind, *ids):
    return next(f for f in findings if f.kind is kind and {c.id for c in f.claims} == set(ids))


def flip(finding, parameter):
    return next((f for f in finding.flips if f.parameter == parameter), None)


def test_al_tanf_is_contradictory_by_the_worked_gap():
    finding = only(al_tanf(), FindingKind.AGREEMENT, "c1", "c2")
    assert finding.verdict is Verdict.CONTRADICTORY
    assert finding.margin.plain == pytest.approx(11 * 1609.344, abs=1e-6)
    assert not finding.robust


def test_al_tanf_flips_at_the_worked_thresholds():
    finding = only(al_tanf(AL_WALID), FindingKind.AGREEMENT, "c1", "c2")
    assert flip(finding, "detour").threshold == pytest.approx(45 / 34, abs=1e-5)
    assert flip(finding, "separation").threshold == pytest.approx(17.702784, abs=1e-5)
    assert "Al Walid" in flip(finding, "anchor").reading
    assert flip(finding, "anchor").threshold == pytest.approx(26.59, abs=0.01)
    assert flip(finding, "unit") is None
    assert flip(finding, "rounding") is None
    assert flip(finding, "edge") is None


@pytest.mark.parametrize(
    ("policy", "slack_km"),
    [
        (Policy(detour_max=1.15, roundings=("literal",), nautical_reading=False), -8.26),
        (Policy(detour_max=1.30, roundings=("literal",), nautical_reading=False), -0.99),
        (Policy(detour_max=1.40, roundings=("literal",), nautical_reading=False), 2.99),
    ],
)
def test_gap_by_road_is_as_worked(policy, slack_km):
    zone, beyond = zone_claim(), beyond_claim()
    far = replace(AT_TANF, extent_m=0.0)
    finding = only(findings_of([zone, beyond], [located(zone, far), located(beyond, far)], policy), FindingKind.AGREEMENT, "c1", "c2")
    assert -finding.margin.low / 1000 == pytest.approx(slack_km, abs=0.005)


@pytest.mark.parametrize(
    ("zone", "beyond", "slack_km"),
    [
        (Interval(0, 34 * 1852.0), Interval(45 * 1609.344, math.inf), -9.45),
        (Interval(0, 34 * 1609.344), Interval(42.5 * 1609.344, math.inf), -13.68),
        (Interval(0, 34 * 1609.344 + 5000), Interval(45 * 1609.344 - 5000, math.inf), -7.70),
        (Interval(0, 30_000.0), Interval(45 * 1609.344, math.inf), -42.42),
    ],
)
def test_gaps_are_as_worked(zone, beyond, slack_km):
    assert -gap_m(zone, beyond, Apart.points(0.0)) / 1000 == pytest.approx(slack_km, abs=0.005)


def test_positions_against_the_zone():
    findings = al_tanf()
    outside, inside = only(findings, FindingKind.ZONE, "c1", "c2"), only(findings, FindingKind.ZONE, "c1", "c3")
    assert outside.verdict is Verdict.OUTSIDE
    assert outside.margin.plain == pytest.approx(17_702.784)
    assert inside.verdict is Verdict.INSIDE
    assert inside.margin.plain == pytest.approx(34 * 1609.344 - 30_000)


def test_a_zone_of_at_least_a_radius_holds_what_is_nearer_and_leaves_open_what_is_farther():
    least = zone_claim(qualifier=Qualifier.AT_LEAST)
    assert least.literal_distance == Interval(0.0, math.inf)
    findings = findings_of(
        [least, beyond_claim(), within_claim(event="e2")],
        [located(item, AT_TANF) for item in (least, beyond_claim(), within_claim(event="e2"))],
    )
    beyond, within = only(findings, FindingKind.ZONE, "c1", "c2"), only(findings, FindingKind.ZONE, "c1", "c3")
    assert within.verdict is Verdict.INSIDE
    assert beyond.verdict is Verdict.OPEN
    assert not beyond.robust
    assert "may reach farther" in beyond.explanation
    assert only(findings, FindingKind.AGREEMENT, "c1", "c2").verdict is Verdict.OPEN


def test_claims_about_other_events_are_not_compared():
    assert not [f for f in al_tanf() if f.kind is FindingKind.AGREEMENT and {c.id for c in f.claims} == {"c2", "c3"}]


def test_thirty_against_forty_five_would_be_a_robust_conflict_about_one_event():
    beyond, within = beyond_claim(), within_claim()
    far = replace(AT_TANF, extent_m=0.0)
    finding = only(findings_of([beyond, within], [located(beyond, far), located(within, far)]), FindingKind.AGREEMENT, "c2", "c3")
    assert finding.verdict is Verdict.CONTRADICTORY
    assert finding.margin.plain == pytest.approx(42_420.48)
    # By road at the policy's largest detour the 45 miles still leave a gap.
    assert finding.margin.low > 0
    assert finding.robust


def test_unresolved_anchor_is_uncheckable_and_says_why():
    zone = zone_claim()
    hit = claim(2, report("It hit Nowhere.", "Agency"), "hit Nowhere", "Nowhere", Relation.INSIDE)
    findings = findings_of([zone, hit], [located(zone, AT_TANF), located(hit, None, why="its only namesake lies 590 km off")])
    finding = only(findings, FindingKind.AGREEMENT, "c1", "c2")
    assert finding.verdict is Verdict.UNCHECKABLE
    assert "590 km off" in finding.explanation


def test_gap_smaller_than_the_place_is_uncheckable():
    near = claim(
        2,
        report("It was hit more than 36 miles from the post.", "Agency"),
        "more than 36 miles from the post",
        "the post",
        Relation.BEYOND,
        ("36",),
        qualifier=Qualifier.MORE_THAN,
    )
    zone = zone_claim()
    finding = only(findings_of([zone, near], [located(zone, AT_TANF), located(near, AT_TANF)]), FindingKind.AGREEMENT, "c1", "c2")
    assert finding.margin.plain == pytest.approx(2 * 1609.344)
    assert finding.verdict is Verdict.UNCHECKABLE


def test_consistent_claims_have_a_witness_that_both_allow():
    doc = report("It lies within 40 miles of the post.", "Agency")
    near = claim(2, doc, "within 40 miles of the post", "the post", Relation.WITHIN, ("40",), qualifier=Qualifier.WITHIN)
    zone = zone_claim()
    finding = only(findings_of([zone, near], [located(zone, AT_TANF), located(near, AT_TANF)]), FindingKind.AGREEMENT, "c1", "c2")
    assert finding.verdict is Verdict.CONSISTENT
    assert distance_m(finding.witness, AT_TANF.lonlat) <= 34 * 1609.344


@pytest.mark.parametrize(
    ("other", "verdict"), [(("24", Unit.KILOMETRE), Verdict.CONSISTENT), (("40", Unit.KILOMETRE), Verdict.CONTRADICTORY)]
)
def test_dual_units(other, verdict):
    item = claim(
        1,
        report("It was 13 nautical miles from Xanadu."),
        "13 nautical miles from Xanadu",
        "Xanadu",
        Relation.AT,
        ("13",),
        unit=Unit.NAUTICAL_MILE,
    )
    second = replace(item.distance, figures=(other[0],), unit=other[1])
    item = replace(item, distance=replace(item.distance, alternative=second))
    finding = only(findings_of([item], [located(item, None)]), FindingKind.UNITS, "c1")
    assert finding.verdict is verdict


def test_a_figure_that_looks_converted_is_said():
    finding = only(al_tanf(), FindingKind.UNITS, "c1")
    assert "55 km" in finding.explanation
    assert not [f for f in al_tanf() if f.kind is FindingKind.UNITS and f.claims[0].id == "c2"]


ENDS = st.floats(0, 400_000)
POINTS = st.tuples(st.floats(-180, 180), st.floats(-80, 80))


@settings(max_examples=150)
@given(a=ENDS, b=ENDS, c=ENDS, d=ENDS, centre=POINTS, azimuth=st.floats(0, 360), apart=st.floats(0, 500_000))
def test_gap_is_symmetric_and_a_witness_exists_exactly_where_it_is_not_positive(a, b, c, d, centre, azimuth, apart):
    first, second = Interval(min(a, b), max(a, b)), Interval(min(c, d), max(c, d))
    lon, lat, _ = WGS84.fwd(*centre, azimuth, apart)
    other = (lon, lat)
    apart = distance_m(centre, other)
    gap = gap_m(first, second, Apart.points(apart))
    assert gap == pytest.approx(gap_m(second, first, Apart.points(apart)), abs=1e-6)
    point = common_point(first, centre, second, other)
    assert (point is None) == (gap > 0)
    if point is not None:
        assert first.low - 1e-3 <= distance_m(centre, point) <= first.high + 1e-3
        assert second.low - 1e-3 <= distance_m(other, point) <= second.high + 1e-3


@settings(max_examples=60)
@given(a=ENDS, b=ENDS, radius=st.floats(1, 400_000), apart=st.floats(0, 500_000))
def test_zone_margins_bound_what_points_of_the_position_show(a, b, radius, apart):
    position = Interval(min(a, b), max(a, b))
    centre = (38.657, 33.4883)
    lon, lat, _ = WGS84.fwd(*centre, 75.0, apart)
    azimuths = np.linspace(0, 360, 73)
    for reach in (position.low, position.high):
        lons, lats, _ = WGS84.fwd(np.full(73, lon), np.full(73, lat), azimuths, np.full(73, reach))
        away = WGS84.inv(np.full(73, centre[0]), np.full(73, centre[1]), lons, lats)[2]
        assert (away >= radius + outside_m(position, radius, Apart.points(apart)) - 1e-3).all()
        assert (away <= radius - inside_m(position, radius, Apart.points(apart)) + 1e-3).all()


@settings(max_examples=60)
@given(figure=st.integers(1, 200), looser=st.floats(0, 100_000))
def test_a_looser_reading_never_makes_a_contradiction(figure, looser):
    first, second = Interval(0, 54_717.696), Interval(figure * 1609.344, math.inf)
    assert gap_m(first.widened(looser), second, Apart.points(0.0)) <= gap_m(first, second, Apart.points(0.0))

"""Two claims that measure from one thing that nobody can place: what their distances alone decide."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_up import town

from geomap.areas.evidence import gather
from geomap.checks import check
from geomap.language import extract
from geomap.model import FindingKind, Location, Report, Verdict
from geomap.policy import Policy

NOWHERE = "nobody has it"


def agreements(*texts, place=None):
    """The findings on what reports say of one event, whose names are nowhere, or all in one place."""
    said = [
        claim for number, text in enumerate(texts) for claim in extract(Report(id=f"r{number}", text=text, publisher=f"P{number}")).claims
    ]
    claims = tuple(replace(claim, id=f"c{number}", event="e1") for number, claim in enumerate(said, start=1))
    where = {anchor.key: Location(mention=anchor, resolved=place, why=NOWHERE) for claim in claims for anchor in claim.anchors}
    evidence = gather(claims, where, policy=Policy())
    return [item for item in check(evidence, where, policy=Policy()) if item.kind is FindingKind.AGREEMENT]


def agreement(*texts, place=None):
    (only,) = agreements(*texts, place=place)
    return only


CONTRADICTIONS = [
    (
        ("The jets struck about 90 km beyond the Line of Dorva.", "The jets struck 5 km across the Line of Dorva."),
        85.0,
        "the Line of Dorva",
    ),
    (("The jets struck 60 km from the Line of Dorva.", "The jets struck 5 km across the Line of Dorva."), 55.0, "the Line of Dorva"),
    (("The patrol was hit 12 km inside Zarvistan.", "The patrol was hit 70 km inside Zarvistan."), 58.0, "Zarvistan"),
    (("The plane crashed 8 km from Zarvil.", "The plane crashed 30 km from Zarvil town."), 22.0, "Zarvil"),
    (("The plane crashed 8 km from al-Zarvil.", "The plane crashed more than 30 km from Al Zarvil."), 22.0, "al-Zarvil"),
    (("The plane crashed 8 km from Zarvil district.", "The plane crashed 80 km from Zarvil district."), 72.0, "Zarvil district"),
    (("The boat sank 12 km off the Zarvan coast.", "The boat sank within 3 km of the Zarvan coast."), 9.0, "the Zarvan coast"),
    (("Shells fell 35 km from the old mill, the army said. Shells fell 3 km from the old mill, the rebels said.",), 32.0, "the old mill"),
    (("Shells fell 35 km from the old mill. Then shells fell 3 km from the old mill.",), 32.0, "the old mill"),
]


@pytest.mark.parametrize(("texts", "gap_km", "thing"), CONTRADICTIONS)
def test_distances_from_one_thing_contradict_each_other_wherever_it_is(texts, gap_km, thing):
    found = agreement(*texts)
    assert found.verdict is Verdict.CONTRADICTORY
    assert found.margin.plain == pytest.approx(1000.0 * gap_km, abs=0.01)
    assert f"cannot both be {'true' if len(texts) == 1 and 'Then' in texts[0] else 'right'}, wherever {thing} is:" in found.summary
    assert NOWHERE in found.explanation


@pytest.mark.parametrize("texts", [each[0] for each in CONTRADICTIONS])
def test_what_is_nowhere_is_not_drawn(texts):
    found = agreement(*texts)
    assert found.regions == ()
    assert found.witness is found.nearest is found.anchors_nearest is found.apart is None


@pytest.mark.parametrize(
    "texts",
    [
        ("Shells fell 35 km from the old mill.", "Shells fell 3 km from the old mill."),  # another report may mean another mill
        ("The convoy was hit 35 km from a checkpoint, the army said. It was hit 3 km from a checkpoint, the rebels said.",),
        ("It was hit 35 km from there, the army said. It was hit 3 km from there, the rebels said.",),
        ("The raft was seen 35 km from the ship, the army said. It was seen 3 km from the ship, the rebels said.",),
        ("The plane crashed 8 km from Zarvil.", "The plane crashed 80 km from Zarvil province."),
        ("The plane crashed 8 km from Zarvil.", "The plane crashed 80 km from eastern Zarvil."),
        ("The plane crashed 8 km from Zarvil.", "The plane crashed 80 km from Old Zarvil."),
        ("The plane crashed 8 km from Zarvil.", "The plane crashed a few miles from Zarvil."),
        ("The plane crashed 8 km from Zarvil.", "The plane crashed near Zarvil."),
        ("The plane crashed north of the Zarvil River.", "The plane crashed south of the Zarvil River."),
    ],
)
def test_what_may_be_two_things_or_has_no_figure_stays_uncheckable(texts):
    found = agreement(*texts)
    assert found.verdict is Verdict.UNCHECKABLE
    assert found.margin is None


@pytest.mark.parametrize(
    "texts",
    [
        ("The plane crashed 8 km from Zarvil.", "The plane crashed 8 km from Zarvil town."),
        ("The jets struck 8 km beyond the Line of Dorva.", "The jets struck 8 km across the Line of Dorva."),
        ("The plane crashed 8 km south of Zarvil.", "The plane crashed 8 km south of Zarvil."),
    ],
)
def test_the_same_figures_say_the_same(texts):
    found = agreement(*texts)
    assert found.verdict is Verdict.CONSISTENT
    assert found.robust
    assert "say the same" in found.summary


def test_one_that_lies_in_the_other_fits_it():
    found = agreement("The plane crashed within 20 km of Zarvil.", "The plane crashed within 30 km of Zarvil.")
    assert found.verdict is Verdict.CONSISTENT
    assert "can both be true, wherever Zarvil is" in found.summary


@pytest.mark.parametrize(
    "texts",
    [
        ("The jets struck 8 km beyond the Line of Dorva.", "The jets struck 8 km from the Line of Dorva."),
        ("The jets struck 8 km into Zarvistan.", "The jets struck 8 km from Zarvistan."),
        ("The plane crashed 8 km south of the Zarvil River.", "The plane crashed 8 km north of the Zarvil River."),
    ],
)
def test_figures_that_fit_on_sides_that_may_differ_are_open(texts):
    found = agreement(*texts)
    assert found.verdict is Verdict.OPEN
    assert "The words do not put both on the same side of" in found.summary


def test_directions_from_a_line_are_left_out():
    """North of a river that bends one may be south of it too; the distances contradict each other all the same."""
    found = agreement("The plane crashed 40 km south of the Zarvil River.", "The plane crashed 8 km north of the Zarvil River.")
    assert found.verdict is Verdict.CONTRADICTORY
    assert found.margin.plain == pytest.approx(32_000.0, abs=0.01)


def test_how_far_a_town_reaches_may_close_a_gap():
    found = agreement("The plane crashed 9 km from Zarvil.", "The plane crashed 11 km from Zarvil.")
    assert found.verdict is Verdict.UNCHECKABLE
    assert found.margin.plain == pytest.approx(2000.0, abs=0.01)
    assert "Zarvil reaches 2 km across" in found.summary


def test_nobody_measures_by_road_from_a_coast():
    at_sea = agreement("The boat sank 12 km off the Zarvan coast.", "The boat sank within 3 km of the Zarvan coast.")
    on_land = agreement("The truck burned 12 km from the Line of Dorva.", "The truck burned within 3 km of the Line of Dorva.")
    assert on_land.margin.low < at_sea.margin.low
    assert not [flip for flip in at_sea.flips if flip.parameter == "detour"]


def test_two_legs_lead_from_a_thing_that_is_nowhere_too():
    found = agreements("The plane crashed 3 km north and 4 km east of Zarvil.", "The plane crashed 30 km from Zarvil.")
    assert [item.margin.plain for item in found] == [pytest.approx(25_000.0, abs=5.0)] * 2


def test_words_that_differ_may_name_different_points():
    """Also such a flip is told, with no place that might be the other one."""
    found = agreement("The plane crashed 8 km from Zarvil.", "The plane crashed 30 km from Zarvil town.")
    assert [flip.threshold for flip in found.flips if flip.parameter == "separation"] == [pytest.approx(22.0, abs=0.1)]


def test_why_a_thing_is_nowhere_is_told_once():
    found = agreements(
        "The jets struck about 90 km beyond the Line of Dorva.",
        "The jets struck 5 km across the Line of Dorva.",
        "The jets struck near Lys.",
    )
    assert [item.verdict for item in found if not item.folded] == [Verdict.CONTRADICTORY, Verdict.UNCHECKABLE]
    assert "“Lys” is not resolved" in [item.explanation for item in found if not item.folded][1]


def test_one_name_is_one_reason_in_whatever_words():
    found = agreements("Shells fell near Zarvil.", "Shells fell near Zarvil town.", "Shells fell near Lys.")
    assert [[claim.id for claim in item.claims] for item in found if not item.folded] == [["c1", "c2"], ["c1", "c3"]]


KM = st.integers(1, 200)
POINTS = st.sampled_from(("north", "east", "southwest", "north-northwest"))


@settings(max_examples=25, derandomize=True, deadline=None)
@given(KM, POINTS, KM, POINTS, st.floats(-66.0, 66.0))
def test_directions_from_a_point_say_the_same_at_any_latitude(km, point, other_km, other_point, lat):
    texts = f"The plane crashed {km} km {point} of Zarvil.", f"The plane crashed {other_km} km {other_point} of Zarvil."
    nowhere = agreement(*texts)
    somewhere = agreement(*texts, place=town("Zarvil", (20.0, lat), "z", 1000.0))
    assert nowhere.verdict is somewhere.verdict
    for name in ("plain", "low", "high"):
        assert getattr(nowhere.margin, name) == pytest.approx(getattr(somewhere.margin, name), rel=0.01, abs=1.0)

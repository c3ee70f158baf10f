"""What a desk reads first, and what it is not shown, on invented findings."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import claim, report, span

from geomap.checks import ranking
from geomap.checks.ranking import folded_in_words, ranked
from geomap.model import Apart, Evidence, Finding, FindingKind, JointSets, Margin, Verdict
from geomap.relations import Relation
from geomap.units import Unit

DOC = report(
    "Shells fell 20 km from Arvo, said Ann, 40 km from Mola, said Ben, in Norland, near Lys, at a town, in the 10 km zone.", "Paper"
)
APART = {"apart": Apart.points(60_000.0)}


def said(number, words, relation=Relation.AT, figures=(), *, by=None, event="e1"):
    """A claim in some words of the report, by somebody in it or the paper itself."""
    made = claim(number, DOC, words, words.split()[-1], relation, figures, Unit.KILOMETRE, event)
    return replace(made, speaker=None if by is None else span(DOC, by))


def ann(number=1):
    return said(number, "20 km from Arvo", figures=("20",), by="Ann")


def ben(number=2):
    return said(number, "40 km from Mola", figures=("40",), by="Ben")


def inside(number=3, *, by=None):
    return said(number, "in Norland", Relation.INSIDE, by=by)


def near(number=4, *, by=None):
    return said(number, "near Lys", Relation.NEAR, by=by)


def zone(number=5, *, event="e1"):
    return said(number, "in the 10 km zone", Relation.ZONE, ("10",), event=event)


def finding(kind, verdict, *claims, margin=None, robust=False, **more):
    """A finding that has no id yet."""
    plain = None if margin is None else Margin(plain=margin, low=margin, high=margin)
    return Finding(id="", kind=kind, claims=claims, verdict=verdict, margin=plain, robust=robust, explanation="", **more)


def pair(verdict, *claims, margin, **more):
    return finding(FindingKind.AGREEMENT, verdict, *claims, margin=margin, **(APART | more))


def against(verdict, position, its_zone, margin):
    return finding(FindingKind.ZONE, verdict, position, its_zone, margin=margin)


def order(*findings, why_not=None):
    """The findings as ranked, by what the claims are and the verdict."""
    claims = {each.id: each for item in findings for each in item.claims}
    reasons = why_not or {}
    known = [
        Evidence(claim=claims[name], locations=(), readings=(), region=None, why_not=reasons.get(name, ""))
        for name in sorted(claims, key=lambda name: int(name[1:]))
    ]
    return ranked(findings, known)


def why(found):
    """Why the one finding is folded."""
    (only,) = order(found)
    assert only.folded == bool(only.why_folded)
    return only.why_folded


ROBUST = pair(Verdict.CONTRADICTORY, ann(), ben(), margin=9e3, robust=True)
FRAIL = pair(Verdict.CONTRADICTORY, ann(6), ben(7), margin=9e3)
LITERAL = pair(Verdict.OPEN, ann(8), ben(9), margin=1e3)
OWN_ZONE = against(Verdict.OUTSIDE, ann(10), zone(11), 5e3)
AGREE = pair(Verdict.CONSISTENT, ann(12), ben(13), margin=-5e3, robust=True)
OTHER_ZONE = against(Verdict.INSIDE, ann(14), zone(15, event="e2"), 5e3)
PLACE = finding(FindingKind.PLACE, Verdict.CONTRADICTORY, ann(16), margin=9e3)
UNITS = finding(FindingKind.UNITS, Verdict.OPEN, ann(17))
UNCHECKABLE = finding(FindingKind.AGREEMENT, Verdict.UNCHECKABLE, ann(18), near(19))
BY_NEED = (ROBUST, FRAIL, LITERAL, OWN_ZONE, AGREE, OTHER_ZONE, PLACE, UNITS, UNCHECKABLE)


def test_findings_stand_in_the_order_in_which_a_desk_needs_them():
    found = order(*reversed(BY_NEED))
    assert [item.claims for item in found] == [item.claims for item in BY_NEED]
    assert [item.id for item in found] == [f"f{number}" for number in range(1, 10)]
    assert [item.rank for item in found] == list(range(1, 10))
    assert not any(item.folded for item in found)


def test_what_is_folded_comes_last_and_keeps_a_rank():
    trivial = pair(Verdict.CONSISTENT, ann(1), said(3, "in Norland", Relation.INSIDE, by="Ann"), margin=-9e3)
    found = order(trivial, UNITS)
    assert [(item.id, item.rank, item.folded) for item in found] == [("f1", 1, False), ("f2", 2, True)]


def test_of_two_alike_the_decided_comes_first_and_then_the_reading_order():
    undecided = pair(Verdict.OPEN, ann(1), ben(2), margin=-1e3)
    late, early = pair(Verdict.CONSISTENT, ann(8), ben(9), margin=-1e3), pair(Verdict.CONSISTENT, ann(3), ben(4), margin=-1e3)
    assert [item.claims[0].id for item in order(undecided, late, early)] == ["c3", "c8", "c1"]


def test_one_source_that_contradicts_itself_is_told_after_two_that_contradict_each_other():
    alone = pair(Verdict.CONTRADICTORY, ann(1), said(2, "40 km from Mola", figures=("40",), by="Ann"), margin=9e3, robust=True)
    two = pair(Verdict.CONTRADICTORY, ann(3), ben(4), margin=9e3, robust=True)
    assert [item.claims[0].id for item in order(alone, two)] == ["c3", "c1"]


@pytest.mark.parametrize(
    ("found", "fold"),
    [
        (pair(Verdict.CONSISTENT, ann(), inside(), margin=-9e3, apart=Apart(-1.0, 80e3, 0.0).turned), ranking.CONTAINMENT),
        (pair(Verdict.CONSISTENT, inside(), ann(4), margin=-9e3, apart=Apart(-1.0, 80e3, 0.0)), ranking.CONTAINMENT),
        (pair(Verdict.CONSISTENT, ann(), said(2, "40 km from Mola", figures=("40",), by="Ann"), margin=-9e3), ranking.REPEATED),
        (pair(Verdict.OPEN, ann(), said(2, "near Lys", Relation.NEAR, by="Ann"), margin=4e3), ranking.REPEATED),
        (pair(Verdict.OPEN, near(1, by="Ann"), near(2, by="Ben"), margin=-9e3), ranking.VAGUE),
        (pair(Verdict.OPEN, near(1, by="Ann"), inside(2, by="Ben"), margin=-9e3), ranking.VAGUE),
        (pair(Verdict.OPEN, ann(), near(2, by="Ben"), margin=-9e3), ranking.VAGUE),
        (against(Verdict.OUTSIDE, ann(), zone(event="e2"), 20_001.0), ranking.FAR),
        (against(Verdict.OPEN, ann(), zone(event="e2"), -5e3), ranking.UNDECIDED),
        (finding(FindingKind.UNITS, Verdict.CONSISTENT, ann(), margin=50.0), ranking.FITTING),
    ],
)
def test_what_says_nothing_is_folded(found, fold):
    assert why(found) == fold.why


@pytest.mark.parametrize(
    "found",
    [
        pair(Verdict.CONTRADICTORY, inside(), ann(4), margin=9e3, apart=Apart(-1.0, 80e3, 0.0)),
        pair(Verdict.CONSISTENT, inside(), ann(4), margin=-9e3, apart=Apart(12e3, 80e3, 20e3)),
        pair(Verdict.CONTRADICTORY, ann(), said(2, "40 km from Mola", figures=("40",), by="Ann"), margin=9e3),
        pair(Verdict.OPEN, ann(), near(2, by="Ben"), margin=4e3),
        pair(Verdict.OPEN, ann(), ben(), margin=-100.0),
        pair(Verdict.UNCHECKABLE, ann(), ben(), margin=2e3),
        against(Verdict.OUTSIDE, ann(), zone(event="e2"), 19_999.0),
        against(Verdict.OUTSIDE, ann(), zone(), 500e3),
        against(Verdict.OPEN, near(1), zone(), -5e3),
        finding(FindingKind.UNITS, Verdict.CONTRADICTORY, ann(), margin=9e3),
        finding(FindingKind.PLACE, Verdict.CONSISTENT, ann(), margin=-9e3),
    ],
)
def test_what_says_something_is_not(found):
    assert why(found) == ""


def test_the_paper_and_whom_it_quotes_are_two_sources():
    assert why(pair(Verdict.CONSISTENT, ann(), said(2, "40 km from Mola", figures=("40",)), margin=-9e3)) == ""


def joint(verdict, together, conflicts, *claims):
    return finding(FindingKind.JOINT, verdict, *claims, sets=JointSets(together=together, conflicts=conflicts, complete=True))


THREE = (ann(1), ben(2), said(3, "at a town", Relation.POSITION))


def test_a_set_is_folded_where_pairs_tell_as_much():
    by_pairs = joint(Verdict.CONTRADICTORY, (("c1", "c3"), ("c2", "c3")), (("c1", "c2"),), *THREE)
    as_three = joint(Verdict.CONTRADICTORY, (("c1", "c2"), ("c2", "c3"), ("c1", "c3")), (("c1", "c2", "c3"),), *THREE)
    assert why(by_pairs) == ranking.PAIRS.why
    assert why(as_three) == ""


def test_three_that_agree_are_told_if_each_has_figures():
    assert why(joint(Verdict.CONSISTENT, (("c1", "c2", "c3"),), (), *THREE)) == ""
    assert why(joint(Verdict.CONSISTENT, (("c1", "c2", "c3"),), (), ann(1), ben(2), inside(3))) == ranking.PAIRS.why


def test_each_reason_why_nothing_can_be_compared_is_given_once_and_alone_if_it_can_be():
    def failed(*claims):
        return finding(FindingKind.AGREEMENT, Verdict.UNCHECKABLE, *claims)

    both, first, again, second = failed(near(1), near(2)), failed(near(1), ann(3)), failed(near(1), ben(4)), failed(near(2), ann(3))
    found = order(both, first, again, second, why_not={"c1": "“Lys” is not known", "c2": "“Orm” is not known"})
    assert [[each.id for each in item.claims] for item in found if not item.folded] == [["c1", "c3"], ["c2", "c3"]]
    assert {item.why_folded for item in found if item.folded} == {ranking.REASON.why}


def test_what_was_not_compared_at_all_is_always_said():
    left_out = finding(FindingKind.AGREEMENT, Verdict.UNCHECKABLE, ann(), ben())
    assert [item.folded for item in order(left_out, left_out)] == [False, False]


def test_the_folded_are_counted_by_sort():
    trivial = [finding(FindingKind.UNITS, Verdict.CONSISTENT, ann(number), margin=1.0) for number in (1, 2)]
    one = pair(Verdict.OPEN, near(3, by="Ann"), near(4, by="Ben"), margin=-9e3)
    assert (
        folded_in_words(order(*trivial, one, UNITS)) == "3 more findings are folded (1 comparison without figures, 2 conversions that fit)"
    )
    assert folded_in_words(order(trivial[0])) == "1 finding is folded (1 conversion that fits)"
    assert folded_in_words(order(UNITS)) == ""

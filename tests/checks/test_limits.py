"""Cases of endless claims: the checks end, small events come first, and what was left out is said."""

from __future__ import annotations

import pytest
from builders import AT_TANF, claim, findings_of, located, report

from geomap.checks import limits
from geomap.model import FindingKind, Verdict
from geomap.relations import Relation
from geomap.units import Unit

TEXT = report("It fell 5 km from Arvo.", "Paper")


def distances(count: int, first: int, event: str):
    return [claim(n, TEXT, "5 km from Arvo", "Arvo", Relation.AT, (str(n),), Unit.KILOMETRE, event=event) for n in range(first, first + count)]  # fmt: skip


def zones(count: int, first: int):
    return [claim(n, TEXT, "5 km from Arvo", "Arvo", Relation.ZONE, (str(n),), Unit.KILOMETRE, event=None) for n in range(first, first + count)]  # fmt: skip


def left_out(findings, kind):
    return [finding for finding in findings if finding.kind is kind and "not compared" in finding.explanation]


def test_all_pairs_are_compared_where_they_are_few():
    found = findings_of(distances(5, 1, "e1"), [located(distances(1, 1, "e1")[0], AT_TANF)])
    assert len([item for item in found if item.kind is FindingKind.AGREEMENT]) == 10
    assert not left_out(found, FindingKind.AGREEMENT)


def test_too_many_pairs_of_an_event_end_with_a_finding_that_says_so(monkeypatch):
    monkeypatch.setattr(limits, "MOST_PAIRS", 8)
    claims = [*distances(6, 1, "big"), *distances(3, 7, "small")]
    found = [item for item in findings_of(claims, [located(claims[0], AT_TANF)]) if item.kind is FindingKind.AGREEMENT]
    (last,) = left_out(found, FindingKind.AGREEMENT)
    assert last.verdict is Verdict.UNCHECKABLE
    assert len(found) == 9
    small = [item for item in found if {member.event for member in item.claims} == {"small"}]
    assert len(small) == 3


def test_too_many_positions_and_zones_end_with_a_finding_that_says_so(monkeypatch):
    monkeypatch.setattr(limits, "MOST_PAIRS", 8)
    claims = [*zones(4, 1), *[item for n in range(5, 9) for item in distances(1, n, f"e{n}")]]
    found = [item for item in findings_of(claims, [located(claims[0], AT_TANF)]) if item.kind is FindingKind.ZONE]
    assert len(found) == 9
    assert len(left_out(found, FindingKind.ZONE)) == 1


@pytest.mark.parametrize("count", [2, 20])
def test_events_do_not_mix(count):
    claims = [item for n in range(count) for item in distances(1, n + 1, f"e{n}")]
    found = findings_of(claims, [located(claims[0], AT_TANF)])
    assert not [item for item in found if item.kind is FindingKind.AGREEMENT]

"""Evidence that is alike is compared once, and what is not alike is never taken for it."""

from __future__ import annotations

from dataclasses import replace

import pytest
import shapely
from builders import AL_WALID, AT_TANF, claim, evidence_of, findings_of, located, report
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.areas.evidence import gather
from geomap.checks import agreement, check, zones
from geomap.checks.feasibility.meeting import Pairs, RegionPair
from geomap.checks.likeness import Comparisons, likeness
from geomap.model import Candidate, FindingKind, Footprint, Place, Qualifier
from geomap.policy import Policy
from geomap.relations import Relation
from geomap.units import Unit

LAND = Place(id="x:land", name="Land", lon=38.6, lat=33.5, kind="country", country="XX", extent_m=60_000.0)
FOOTPRINTS = {LAND.id: Footprint(geometry=shapely.box(38.2, 33.2, 39.0, 33.8), accuracy_m=2500.0, source="made up")}


def said(number, figure="20", unit=Unit.KILOMETRE, *, anchor="Arvo", link="from", relation=Relation.AT, bearing=None, event="e1", **more):
    """A claim in a report of its own."""
    words = f"{figure} {unit.words}"
    doc = report(f"It fell {words} {link} {anchor}, witness {number} said.", f"r{number}")
    figures = () if relation in (Relation.NEAR, Relation.INSIDE) else (figure,)
    made = claim(number, doc, words, anchor, relation, figures, unit, event=event, **(more if figures else {}))
    return replace(made, bearing=bearing)


def counted(monkeypatch, where, part):
    """The calls of the costly part of a comparison."""
    calls = []
    plain = getattr(where, part)
    monkeypatch.setattr(where, part, lambda *args, **more: calls.append(args) or plain(*args, **more))
    return calls


def test_equal_pairs_are_compared_once(monkeypatch):
    calls = counted(monkeypatch, agreement, "_compare")
    claims = [said(number) for number in range(1, 11)]
    found = [item for item in findings_of(claims, [located(each, AT_TANF) for each in claims]) if item.kind is FindingKind.AGREEMENT]
    assert len(found) == 45
    assert len(calls) == 1
    assert all(f"witness {number}" in item.claims[0].span.report.text for item in found for number in [item.claims[0].id[1:]])
    assert {tuple(each.id for each in item.claims) for item in found} == {
        (a.id, b.id) for a in claims for b in claims if int(a.id[1:]) < int(b.id[1:])
    }


def test_three_figures_make_nine_ordered_pairs_at_most(monkeypatch):
    calls = counted(monkeypatch, agreement, "_compare")
    claims = [said(number, ("20", "25", "60")[number % 3]) for number in range(1, 13)]
    found = findings_of(claims, [located(each, AT_TANF) for each in claims])
    assert len([item for item in found if item.kind is FindingKind.AGREEMENT]) == 66
    assert len(calls) == 9


def test_equal_positions_and_zones_are_compared_once(monkeypatch):
    calls = counted(monkeypatch, zones, "over_readings")
    claims = [said(number) for number in range(1, 6)] + [said(number, "30", relation=Relation.ZONE, event=None) for number in range(6, 10)]
    found = findings_of(claims, [located(each, AT_TANF) for each in claims])
    assert len([item for item in found if item.kind is FindingKind.ZONE]) == 20
    assert len(calls) == 1


@pytest.mark.parametrize(
    "change",
    [
        {"figure": "20.0"},
        {"unit": Unit.MILE},
        {"anchor": "the post"},
        {"relation": Relation.WITHIN},
        {"bearing": "N"},
        {"qualifier": Qualifier.ABOUT},
        {"plain_unit": False},
        {"link": "inside"},
        {"link": "beyond"},
    ],
)
def test_what_a_comparison_depends_on_makes_evidence_unlike(change):
    one, same, other = said(1), said(2), said(3, **change)
    evidence = evidence_of([one, same, other], [located(each, AT_TANF) for each in (one, same, other)])
    first, second, third = (likeness(item) for item in evidence)
    assert first == second
    assert first != third


@pytest.mark.parametrize("score", [0.7, 0.1])
def test_what_else_an_anchor_may_mean_makes_evidence_unlike(score):
    """Also where it is too unlikely for a reading of its own: a flip may name it."""
    one, other = said(1), said(2)
    known = located(other, AT_TANF)
    more = replace(known, candidates=(*known.candidates, Candidate(place=AL_WALID, score=score)))
    first, second = evidence_of([one, other], [located(one, AT_TANF), more])
    assert (len(first.readings) == len(second.readings)) is (score < Policy().fair_score)
    assert likeness(first) != likeness(second)


CHOICES = {
    "figure": ["20", "25", "60"],
    "unit": [Unit.KILOMETRE, Unit.MILE],
    "anchor": ["Arvo", "the post"],
    "link": ["from", "inside", "beyond"],
    "relation": [Relation.AT, Relation.WITHIN, Relation.BEYOND, Relation.NEAR, Relation.INSIDE, Relation.ZONE],
    "bearing": [None, "N"],
    "qualifier": [Qualifier.EXACT, Qualifier.ABOUT, Qualifier.MORE_THAN],
    "plain_unit": [True, False],
    "places": [(AT_TANF,), (AT_TANF, AL_WALID), (AL_WALID,), (LAND,)],
}


@st.composite
def nearly_alike(draw):
    """Claims of two or three sorts that differ in one thing each, some of a sort more than once."""
    first = {name: draw(st.sampled_from(values)) for name, values in CHOICES.items()}
    changed = draw(st.lists(st.sampled_from(list(CHOICES)), min_size=1, max_size=2))
    others = {name: [value for value in CHOICES[name] if value != first[name]] for name in changed}
    sorts = [first, *({**first, name: draw(st.sampled_from(values))} for name, values in others.items())]
    return [*sorts, *draw(st.lists(st.sampled_from(sorts), min_size=1, max_size=2))]


def findings(sorts):
    claims, where = [], {}
    for number, sort in enumerate(sorts, start=1):
        claims.append(said(number, **{name: value for name, value in sort.items() if name != "places"}))
        where[claims[-1].anchors[0].key] = located(claims[-1], *sort["places"])
    evidence = gather(tuple(claims), where, policy=Policy(), footprints=FOOTPRINTS)
    return check(evidence, where, policy=Policy())


@settings(max_examples=15)
@given(nearly_alike())
def test_findings_are_those_without_a_memory(sorts):
    remembered = findings(sorts)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Comparisons, "of", lambda self, pairs: [found for pair in pairs for found in self._compare([pair])])
        patch.setattr(Pairs, "of", lambda self, first, second: RegionPair(first, second, self.landscape))
        assert findings(sorts) == remembered

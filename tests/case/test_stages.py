"""The stages of a case: what is extracted is not checked, and what was worked out is not worked out again."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import report

from geomap.areas import evidence as gathering
from geomap.case import Case
from geomap.case import case as stages
from geomap.errors import ChoiceError
from geomap.model import Problem, Report

TEXT = "A strike hit a convoy 20 km north of Aleppo on Monday, the army said. Rebels said that it was 60 km from Aleppo."


@pytest.fixture
def case():
    said = Report(id="r1", text=TEXT, published=dt.date(2024, 5, 8))
    return Case.from_reports([said, report("Nothing.", "r2")], problems=[Problem(source="x", place=None, reason="gone", mend=None)])


def refuse(*_, **__):
    pytest.fail("this was worked out already, or is not asked for")


def test_extract_gathers_and_checks_nothing(case, gazetteer, monkeypatch):
    monkeypatch.setattr(stages, "check", refuse)
    monkeypatch.setattr(stages, "gather", refuse)
    found = case.extract(gazetteer=gazetteer)
    assert [claim.id for claim in found.claims] == ["c1", "c2"]
    assert found.claims[0].event is not None
    assert found.problems == case.problems


def test_check_goes_on_from_what_extract_gives(case, gazetteer):
    found, analysis = case.extract(gazetteer=gazetteer), case.check(gazetteer=gazetteer).analysis
    for name in ("reports", "claims", "locations", "events", "unread", "problems", "unresolved"):
        assert getattr(analysis, name) == getattr(found, name), name
    assert [item.claim for item in analysis.evidence] == list(analysis.claims)


def test_choices_are_honoured_in_both(case, gazetteer):
    chosen = case.choose("Aleppo", None).ignore("c2")
    for found in (chosen.extract(gazetteer=gazetteer), chosen.check(gazetteer=gazetteer).analysis):
        assert [claim.id for claim in found.claims] == ["c1"]
        assert [location.mention.name for location in found.unresolved] == ["Aleppo", "Aleppo"]
    with pytest.raises(ChoiceError, match="c9"):
        case.ignore("c9").extract(gazetteer=gazetteer)


def test_explain_gathers_nothing_again(case, gazetteer, monkeypatch):
    result = case.check(gazetteer=gazetteer)
    monkeypatch.setattr(stages, "gather", refuse)
    monkeypatch.setattr(stages, "footprints_of", refuse)
    monkeypatch.setattr(gathering, "resolve", refuse)
    monkeypatch.setattr(gathering, "build", refuse)
    told = result.explain("c1")
    assert f"{len(result.analysis.evidence[0].readings)} fair readings:" in told
    assert "f1  agreement of c1, c2" in told

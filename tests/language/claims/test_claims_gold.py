"""The gold set of claims beside the checkout, by its own scorer; floors just under what is measured."""

from __future__ import annotations

import json

import pytest
from commands import script

from geomap.language.claims.extract import extract
from geomap.model import Report
from geomap.relations import Relation

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def figures(shared):
    return json.loads(script("evaluation/claims.py", shared, "--json"))["all"]


def test_claims_are_found(figures):
    assert figures["detection"]["F1"] >= 0.99


def test_claims_are_read_in_full(figures):
    assert figures["full_tuple"]["F1"] >= 0.975


def test_hardly_a_hard_negative_alarms(figures):
    assert figures["false_alarm"]["with_prediction"] <= 1


def test_the_source_documents_yield_the_expected_claims(shared):
    found = set()
    for path in sorted((shared / "seeds").glob("*.txt")):
        for claim in extract(Report(id=path.stem, text=path.read_text(encoding="utf-8"))).claims:
            literal = claim.literal_distance
            found.add((claim.relation, claim.anchors[0].name, None if literal is None else round(literal.low), claim.anchors[0].part))
    assert {
        (Relation.INSIDE, "al-Tanf", 0, None),
        (Relation.BEYOND, "al-Tanf", 72_420, None),
        (Relation.WITHIN, "Al-Tanf", 0, None),
        (Relation.NEAR, "Al-Tanf", None, None),
        (Relation.INSIDE, "Homs", None, "E"),
        (Relation.INSIDE, "al-Shamiyah", None, None),
    } <= found

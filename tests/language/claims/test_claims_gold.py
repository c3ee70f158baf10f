"""The gold set of claims beside the checkout, by its own scorer; figures well under those measured, so that only real loss fails."""

from __future__ import annotations

import json

import pytest
from claims import claim_as_json
from peers import module_of

from geomap.language.claims.extract import extract
from geomap.model import Report
from geomap.relations import Relation


@pytest.fixture(scope="module")
def figures(shared):
    gold = shared / "eval" / "claims"
    scorer, evaluate = module_of(gold / "score.py"), module_of(gold / "evaluate.py")
    records = [json.loads(line) for line in (gold / "dev.jsonl").read_text(encoding="utf-8").splitlines() if line]
    predicted = {
        record["id"]: [evaluate.to_prediction(claim_as_json(claim)) for claim in extract(Report(id="r", text=record["context"])).claims]
        for record in records
    }
    return scorer.score(records, predicted)[0]


@pytest.mark.shared
def test_claims_are_found(figures):
    assert figures["detection"]["F1"] >= 0.95


@pytest.mark.shared
def test_claims_are_read_in_full(figures):
    assert figures["full_tuple"]["F1"] >= 0.92


@pytest.mark.shared
def test_few_hard_negatives_alarm(figures):
    assert figures["false_alarm"]["rate"] <= 0.03


@pytest.mark.shared
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

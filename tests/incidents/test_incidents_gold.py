"""How many joins, days and speakers come out right on incidents told by several sources."""

from __future__ import annotations

import importlib.util
import json
from collections import Counter
from itertools import combinations

import pytest

import geomap as gm
from geomap.exports.records import claim_record


@pytest.fixture(scope="module")
def counted(shared, gazetteer):
    """What is right, wrong and missed, over all incidents beside the checkout."""
    spec = importlib.util.spec_from_file_location("evaluate", shared / "eval" / "incidents" / "evaluate.py")
    evaluate = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(evaluate)
    counts = Counter()
    for path in sorted((shared / "eval" / "incidents").glob("*/gold.json")):
        gold = json.loads(path.read_text(encoding="utf-8"))
        case = gm.Case.from_reports(gm.read(*map(str, sorted(path.parent.glob("*.md")))))
        claims = [claim_record(claim) for claim in case.extract(gazetteer=gazetteer).claims]
        found = {name: ids[0] for name, ids in evaluate.match(gold["claims"], claims).items() if ids}
        known = {claim["id"]: claim for claim in claims}
        told = [claim for claim in gold["claims"] if claim.get("about") and claim["id"] in found]
        for one, two in combinations(told, 2):
            if found[one["id"]] == found[two["id"]]:
                continue
            where = "within" if one["report"] == two["report"] else "across"
            events = {known[found[claim["id"]]]["event"] for claim in (one, two)}
            joined, same = len(events) == 1 and None not in events, one["about"] == two["about"]
            counts[where, "right" if joined and same else "wrong" if joined else "missed" if same else "apart"] += 1
        for claim in told:
            day, when = gold["events"][claim["about"]].get("when") or "", known[found[claim["id"]]]["when"]
            if len(day) == len("2017-06-06"):
                counts["day", "none" if when is None else "right" if when == day else "wrong"] += 1
        core = [claim["id"] for claim in gold["claims"] if claim.get("core")]
        counts["core", "all"] += len(core)
        counts["core", "right"] += sum(name in found for name in core)
    return counts


def rates(counts, where):
    right, wrong, missed = (counts[where, each] for each in ("right", "wrong", "missed"))
    return right / (right + wrong), right / (right + missed)


@pytest.mark.shared
@pytest.mark.parametrize(("where", "precision", "recall"), [("within", 0.90, 0.90), ("across", 0.91, 0.80)])
def test_joins(counted, where, precision, recall):
    found = rates(counted, where)
    assert found[0] >= precision
    assert found[1] >= recall


@pytest.mark.shared
def test_days(counted):
    right, wrong, none = (counted["day", each] for each in ("right", "wrong", "none"))
    assert right / (right + wrong + none) >= 0.63
    assert wrong / (right + wrong + none) <= 0.05


@pytest.mark.shared
def test_core_claims(counted):
    assert counted["core", "right"] / counted["core", "all"] >= 0.95

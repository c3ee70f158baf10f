"""How well and how fast claims are read: the gold set by domain, and characters per second on one core, beside spaCy.

usage: python benchmarks/claims.py [SHARED]    (default: ../shared beside the checkout)
"""

from __future__ import annotations

import json
import math
import sys
from pathlib import Path
from typing import Any

from peers import module_of, on_one_core, spacy_names, speed_of

from geomap.language.claims.extract import extract
from geomap.model import Claim, Report


def main() -> None:
    """Print the scorer's figures by domain, then the speed on the gold texts joined."""
    on_one_core()
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "shared"
    gold = shared / "eval" / "claims"
    score, evaluate = module_of(gold / "score.py"), module_of(gold / "evaluate.py")
    records = [json.loads(line) for line in (gold / "dev.jsonl").read_text(encoding="utf-8").splitlines() if line]
    predicted = {
        record["id"]: [
            evaluate.to_prediction(claim_as_json(claim)) for claim in extract(Report(id=record["id"], text=record["context"])).claims
        ]
        for record in records
    }
    result, _ = score.score(records, predicted, by=["domain"])
    for name in ("detection", "full_tuple"):
        print(f"{name:12s}", " ".join(f"{key} {result[name][key]:.3f}" for key in ("P", "R", "F1")))
    alarms = result["false_alarm"]
    print(f"false alarms {alarms['with_prediction']}/{alarms['hard_negative_records']} hard negatives")
    for domain in result["by"]["domain"]:
        part, _ = score.score([record for record in records if record["domain"] == domain], predicted)
        print(
            f"  {domain:14s} detection {part['detection']['F1']:.3f}  full {part['full_tuple']['F1']:.3f}  of {part['detection']['gold']}"
        )
    texts = [record["context"] for record in records]
    text = "\n\n".join(texts)
    ours = speed_of(lambda: extract(Report(id="gold", text=text)), len(text))
    print(f"whole extraction: {ours:,.0f} characters/s on {len(text):,} characters")
    name, pipeline = spacy_names()
    theirs = speed_of(lambda: list(pipeline.pipe(texts)), len(text))
    print(f"{name}, names alone: {theirs:,.0f} characters/s; extraction is {ours / theirs:.1f} times as fast")


def claim_as_json(claim: Claim) -> dict[str, Any]:
    """The keys of ``extract --json`` that the scorer looks at."""
    literal = claim.literal_distance
    distance = None
    if claim.distance is not None:
        high = None if literal is None or math.isinf(literal.high) else literal.high
        distance = {"low": None if literal is None else literal.low, "high": high}
    return {
        "relation": claim.relation.value,
        "span": [claim.span.start, claim.span.end],
        "bearing": claim.bearing,
        "distance_m": distance,
        "anchors": [{"text": mention.span.text, "span": [mention.span.start, mention.span.end]} for mention in claim.anchors],
    }


if __name__ == "__main__":
    main()

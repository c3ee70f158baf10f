"""How well claims are read: the gold set by its scorer, in all and by domain.

usage: python evaluation/claims.py [SHARED] [--json]    (default: ../shared beside the checkout)
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import Any

from reference import SHARED, records_of, scorer

from geomap.exports.records import claim_record
from geomap.language import extract
from geomap.model import Report


def main() -> None:
    """Print the figures, as a table or as JSON."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("shared", nargs="?", type=Path, default=SHARED)
    words.add_argument("--json", action="store_true", help="the scorer's figures, by domain and for all together")
    asked = words.parse_args()
    figures = figures_of(asked.shared / "eval" / "claims")
    if asked.json:
        print(json.dumps(figures))
    else:
        show(figures)


def figures_of(gold: Path) -> dict[str, Any]:
    """The scorer's figures, by domain and for "all"."""
    score, evaluate = scorer(gold / "score.py").score, scorer(gold / "evaluate.py")
    records = records_of(gold / "dev.jsonl")
    predicted = {
        record["id"]: [
            evaluate.to_prediction(claim_record(claim)) for claim in extract(Report(id=record["id"], text=record["context"])).claims
        ]
        for record in records
    }
    domains = sorted({record["domain"] for record in records})
    parts = {domain: [record for record in records if record["domain"] == domain] for domain in domains}
    return {name: score(part, predicted)[0] for name, part in {"all": records, **parts}.items()}


def show(figures: dict[str, Any]) -> None:
    """The figures as a table."""
    for name, part in figures.items():
        alarms = part["false_alarm"]
        print(
            f"{name:14s} detection F1 {part['detection']['F1']:.3f}  full tuple F1 {part['full_tuple']['F1']:.3f}  "
            f"of {part['detection']['gold']:3d}  false alarms {alarms['with_prediction']} of {alarms['hard_negative_records']} hard negatives"
        )


if __name__ == "__main__":
    main()

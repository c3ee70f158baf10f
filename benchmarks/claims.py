"""How well and how fast claims are read: the gold set by domain, and characters per second on one core, beside spaCy.

usage: python benchmarks/claims.py [SHARED]    (default: ../shared beside the checkout)

spaCy's side is en_core_web_sm where that is installed; else a recogniser of the same architecture and labels that was never trained:
its names are worth nothing, its speed is that of a trained one with few names to tell.
"""

from __future__ import annotations

import importlib.util
import json
import math
import os
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from types import ModuleType
from typing import Any

from geomap.language.extract import extract
from geomap.model import Claim, Report

ONTONOTES = (
    """CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME WORK_OF_ART""".split()
)


def main() -> None:
    """Print the scorer's figures by domain, then the speed on the gold texts joined."""
    os.environ["OMP_NUM_THREADS"] = "1"
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "shared"
    gold = shared / "eval" / "claims"
    score, evaluate = _module(gold / "score.py"), _module(gold / "evaluate.py")
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
    ours = _speed(lambda: extract(Report(id="gold", text=text)), len(text))
    print(f"whole extraction: {ours:,.0f} characters/s on {len(text):,} characters")
    name, pipeline = _spacy()
    theirs = _speed(lambda: list(pipeline.pipe(texts)), len(text))
    print(f"{name}, names alone: {theirs:,.0f} characters/s; extraction is {ours / theirs:.1f} times as fast")


def _module(path: Path) -> ModuleType:
    """A script of the gold set, as a module."""
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None:
        raise FileNotFoundError(path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


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


def _speed(work: Callable[[], object], size: int, rounds: int = 3) -> float:
    """Characters worked through in a second of processor time, the best of a few rounds."""
    best = math.inf
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return size / best


def _spacy() -> tuple[str, Any]:
    """A pipeline of spaCy's that finds names alone, and what it is."""
    import spacy
    from spacy.cli.init_config import init_config
    from spacy.training import Example
    from thinc.api import fix_random_seed

    with suppress(OSError):
        return "spaCy's en_core_web_sm", spacy.load("en_core_web_sm", exclude=["tagger", "parser", "attribute_ruler", "lemmatizer"])
    fix_random_seed(0)
    pipeline = spacy.util.load_model_from_config(init_config(lang="en", pipeline=["ner"], optimize="efficiency"), auto_fill=True)
    for label in ONTONOTES:
        pipeline.get_pipe("ner").add_label(label)
    pipeline.initialize(lambda: [Example.from_dict(pipeline.make_doc("Homs"), {"entities": [(0, 4, "GPE")]})])
    return "spaCy's small architecture, untrained", pipeline


if __name__ == "__main__":
    main()

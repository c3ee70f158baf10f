"""What the benchmarks share: processor time, and spaCy to be measured beside.

spaCy's side is en_core_web_sm where that is installed; else a recogniser of the same architecture and labels that was never trained:
its names are worth nothing, its speed is that of a trained one with few names to tell.
"""

from __future__ import annotations

import math
import os
import time
from collections.abc import Callable
from contextlib import suppress
from typing import Any

ONTONOTES = (
    """CARDINAL DATE EVENT FAC GPE LANGUAGE LAW LOC MONEY NORP ORDINAL ORG PERCENT PERSON PRODUCT QUANTITY TIME WORK_OF_ART""".split()
)


def on_one_core() -> None:
    """Keep libraries from using several cores; to be called before they are loaded."""
    os.environ["OMP_NUM_THREADS"] = "1"


def speed_of(work: Callable[[], object], size: int, rounds: int = 3) -> float:
    """Characters worked through in a second of processor time, the best of a few rounds."""
    best = math.inf
    for _ in range(rounds):
        start = time.process_time()
        work()
        best = min(best, time.process_time() - start)
    return size / best


def spacy_names() -> tuple[str, Any]:
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

"""How fast reports are read: names found and resolved, and claims, in characters a second on one core, beside spaCy finding names.

usage: python benchmarks/reading.py [SHARED]    (the texts of the corpora in ../shared beside the checkout)
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from peers import on_one_core, spacy_names, speed_of

from geomap.gazetteer import Gazetteer, locate
from geomap.language import extract
from geomap.language.toponyms.toponyms import recognize
from geomap.model import Report

CORPORA = ("lgl", "gwn", "trnews", "geovirus")


def main() -> None:
    """Print the rates."""
    on_one_core()
    shared = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parents[2] / "shared"
    news = [text for name in CORPORA for text in texts_of(shared / "eval" / "toponyms" / f"{name}.jsonl", "text")]
    passages = texts_of(shared / "eval" / "claims" / "dev.jsonl", "context")
    with Gazetteer.open() as gazetteer:
        show("names found and resolved", lambda: read_names(news, gazetteer), news)
        show("the same and all claims", lambda: read_all(news, gazetteer), news)
    joined = Report(id="gold", text="\n\n".join(passages))
    show("claims, with speakers, dates and targets", lambda: extract(joined), passages)


def texts_of(path: Path, key: str) -> list[str]:
    """The texts of a file of JSON lines."""
    return [json.loads(line)[key] for line in path.read_text(encoding="utf-8").split("\n") if line.strip()]


def read_names(texts: Sequence[str], gazetteer: Gazetteer) -> None:
    """Find and resolve the names alone, with nothing remembered from before."""
    gazetteer.forget()
    for text in texts:
        locate(recognize(Report(id="r", text=text), gazetteer), gazetteer=gazetteer)


def read_all(texts: Sequence[str], gazetteer: Gazetteer) -> None:
    """Read the claims too, and let their distances help to resolve the names."""
    gazetteer.forget()
    for text in texts:
        extraction = extract(Report(id="r", text=text), names=gazetteer)
        locate(extraction.mentions, gazetteer=gazetteer, claims=extraction.claims)


def show(what: str, work: Callable[[], object], texts: Sequence[str]) -> None:
    """A rate beside spaCy's on the same texts."""
    size = sum(map(len, texts))
    name, pipeline = spacy_names()
    ours, theirs = speed_of(work, size), speed_of(lambda: list(pipeline.pipe(texts)), size)
    print(f"{what:42}{ours:10,.0f} characters/s of {size:,}   {name}, names found: {theirs:,.0f}, ratio {ours / theirs:.1f}")


if __name__ == "__main__":
    main()

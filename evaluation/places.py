"""How well places are found: four news corpora by their scorer, coverage beside accuracy, how far scores can be believed.

usage: python evaluation/places.py [SHARED] [--corpus NAME]... [--json] [--plot FILE.svg]    (default: ../shared beside the checkout)

A score is taken at its word: of the names with a score of 0.8, four in five should mean the place that leads. Names that are no place's
by the corpus are left out of that, for whether "White House" is one differs between corpora; the scorer's precision counts them.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any, NamedTuple

import numpy as np
from reference import SHARED, records_of, scorer

from geomap.exports.records import location_record
from geomap.gazetteer import Gazetteer, locate
from geomap.gazetteer.resolution.evidence import kilometres
from geomap.geometry.geodesy import distance_m
from geomap.language import extract
from geomap.model import AREAS, Location, MentionKind, Place, Report

CORPORA = ("lgl", "gwn", "trnews", "geovirus")
RIGHT_KM = 161.0
"""100 miles: the field's usual bound of a right answer."""
BINS = np.linspace(0.0, 1.0, 11)
LEVELS = (0.0, 0.5, 0.7, 0.9, 0.95, 0.99)


class Answer(NamedTuple):
    """What became of one name that the corpus has too."""

    score: float
    """Of the leading candidate, with others of the same spot."""
    right: bool
    resolved: bool


class Measured(NamedTuple):
    """What came of one corpus."""

    figures: dict[str, Any]
    """The scorer's."""
    answers: list[Answer]


def main() -> None:
    """Print the tables or JSON, and draw the plot if it is asked for."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("shared", nargs="?", type=Path, default=SHARED)
    words.add_argument("--corpus", action="append", choices=CORPORA, help="this corpus alone")
    words.add_argument("--json", action="store_true", help="the scorer's figures, and how far scores and shares of right answers lie apart")
    words.add_argument("--plot", type=Path, help="where to draw the reliability of the scores")
    asked = words.parse_args()
    with Gazetteer.open() as gazetteer:
        corpora = {name: measure(asked.shared / "eval" / "toponyms", name, gazetteer) for name in asked.corpus or CORPORA}
    if asked.json:
        print(json.dumps({name: summary(each) for name, each in corpora.items()}))
    else:
        show(corpora)
    if asked.plot:
        draw([answer for each in corpora.values() for answer in each.answers], asked.plot)


def measure(folder: Path, corpus: str, gazetteer: Gazetteer) -> Measured:
    """Locate the names of a corpus and score them."""
    documents, evaluate = records_of(folder / f"{corpus}.jsonl"), scorer(folder / "evaluate.py")
    located = {document["doc_id"]: located_in(document, gazetteer) for document in documents}
    figures = evaluate.score(documents, {key: [location_record(each) for each in found] for key, found in located.items()})
    return Measured(figures, [answer for document in documents for answer in answers_of(document, located[document["doc_id"]], evaluate)])


def summary(measured: Measured) -> dict[str, Any]:
    """The figures of a corpus for other programs: the scorer's, the calibration error, and shares of right answers, told and left open."""
    told, left = ([answer.right for answer in measured.answers if answer.resolved is resolved] for resolved in (True, False))
    return measured.figures | {
        "calibration_error": calibration_error(measured.answers),
        "right_of_resolved": sum(told) / len(told),
        "right_of_unresolved": sum(left) / len(left),
    }


def show(corpora: dict[str, Measured]) -> None:
    """The figures as tables."""
    for name, (result, _) in corpora.items():
        print(
            f"{name:9s} recognition F1 {result['recognition_overlap']['F1']:.3f}  right end to end F1 {result['end_to_end_161']['F1']:.3f}"
            f"  resolved {result['resolution']['coverage']:.3f} of the names found, right {result['resolution']['accuracy_161']:.3f}"
        )
    print_coverage({name: each.answers for name, each in corpora.items()})
    print_reliability([answer for each in corpora.values() for answer in each.answers])


def located_in(document: dict[str, Any], gazetteer: Gazetteer) -> list[Location]:
    """The names of a document with their candidates, nationality words left out."""
    extraction = extract(Report(id=document["doc_id"], text=document["text"]), names=gazetteer)
    located = locate(extraction.mentions, gazetteer=gazetteer, claims=extraction.claims)
    return [location for location in located if location.mention.kind is MentionKind.NAME]


def answers_of(document: dict[str, Any], located: Sequence[Location], evaluate: ModuleType) -> Iterator[Answer]:
    """What became of the names that have candidates, and a position in the corpus."""
    gold = document["toponyms"]
    spans = [{"span": [location.mention.span.start, location.mention.span.end]} for location in located]
    for meant, found in evaluate.pair(gold, spans):
        location = located[found]
        if gold[meant]["lat"] is None or not location.candidates:
            continue
        first = location.resolved or location.candidates[0].place
        score = sum(candidate.score for candidate in location.candidates if kilometres(candidate.place, first) <= RIGHT_KM)
        yield Answer(min(score, 1.0), is_right(first, gold[meant]), location.resolved is not None)


def is_right(place: Place, gold: dict[str, Any]) -> bool:
    """Whether a place is the one meant: by its id, within 161 km, or for a country or region within its extent."""
    bound_km = max(RIGHT_KM, place.extent_m / 1000 if place.kind in AREAS else 0.0)
    return place.id == f"geonames:{gold.get('geonameid')}" or distance_m(place.lonlat, (gold["lon"], gold["lat"])) <= 1000 * bound_km


def print_coverage(answers: dict[str, list[Answer]]) -> None:
    """Of the names with candidates: how many are answered if only scores from a level on count, and how many of these are right."""
    print(f"\n{'answered / right of these, from a score of':44s}" + "".join(f"{level:>14.2f}" for level in LEVELS))
    for name, each in answers.items():
        cells = []
        for level in LEVELS:
            kept = [answer for answer in each if answer.resolved and answer.score >= level]
            cells.append(f"{len(kept) / len(each):6.3f} / {sum(answer.right for answer in kept) / len(kept):.3f}")
        print(f"{name:44s}" + "".join(cells))


def reliability(answers: Sequence[Answer]) -> list[tuple[float, float, int]]:
    """For each tenth of the scores with names in it: the mean score, the share of right answers, and how many names."""
    scores, right = np.array([answer.score for answer in answers]), np.array([answer.right for answer in answers])
    tenth = np.minimum(np.digitize(scores, BINS) - 1, len(BINS) - 2)
    return [
        (float(scores[own].mean()), float(right[own].mean()), int(own.sum()))
        for own in (tenth == number for number in range(len(BINS) - 1))
        if own.any()
    ]


def calibration_error(answers: Sequence[Answer]) -> float:
    """The expected calibration error: how far scores and shares of right answers lie apart, on the average of all names."""
    table = reliability(answers)
    return sum(abs(score - share) * count for score, share, count in table) / sum(count for _, _, count in table)


def print_reliability(answers: Sequence[Answer]) -> None:
    """How far the scores can be believed."""
    print(f"\n{'mean score':>12s}{'share right':>14s}{'names':>8s}")
    for score, share, count in reliability(answers):
        print(f"{score:12.2f}{share:14.2f}{count:8d}")
    brier = sum((answer.score - answer.right) ** 2 for answer in answers) / len(answers)
    print(f"expected calibration error {calibration_error(answers):.3f}, Brier score {brier:.3f}, of {len(answers)} names")


def draw(answers: Sequence[Answer], path: Path) -> None:
    """A reliability plot: the same figures give the same file."""
    import matplotlib as mpl

    mpl.use("svg")
    mpl.rcParams |= {"svg.hashsalt": "geomap", "svg.fonttype": "none", "font.family": "sans-serif"}
    from matplotlib import pyplot as plt

    scores, shares, counts = zip(*reliability(answers), strict=True)
    error = [1.96 * (share * (1 - share) / count) ** 0.5 for share, count in zip(shares, counts, strict=True)]
    figure, (curve, bars) = plt.subplots(2, 1, figsize=(5, 6), sharex=True, height_ratios=(3, 1), layout="constrained")
    curve.plot((0, 1), (0, 1), color="#999999", linewidth=1, linestyle="--", label="as good as its word")
    curve.errorbar(scores, shares, yerr=error, fmt="o-", color="#0b5fa5", ecolor="#7fb0d8", capsize=3, label="measured, with 95 % interval")
    curve.set(ylabel="share of names whose leading place is right", xlim=(0, 1), ylim=(0, 1.02))
    curve.legend(loc="upper left", frameon=False)
    bars.bar(scores, counts, width=0.06, color="#0b5fa5")
    bars.set(yscale="log", ylabel="names", xlabel="score of the leading place")
    figure.savefig(path, metadata={"Date": None, "Creator": None})
    plt.close(figure)
    print(f"{path}: {path.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()

"""How well claims are joined to events by the whole path, inside a report and across the reports of a case, and how well events are dated.

usage: python evaluation/events.py [--left-out] [ROOT ...]

ROOT is a folder of stories or of incidents (default: all sets, those that nobody has looked at first). Prints totals only: over pairs of claims
that are of some incident, how many that have one event are of one incident (precision) and how many that are of one have one event (recall);
and over claims of incidents whose day is known, how many have that day and how many another. With --left-out all weights are fitted anew
without ROOT before it is measured.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import discourse
import joins
from reference import SHARED
from stories import NONE, Case, cases

import geomap as gm
from geomap.case.workers import Reader
from geomap.gazetteer import Gazetteer
from geomap.incidents import evidence, ranking
from geomap.language.toponyms.recognizers import BUILT_IN
from geomap.model import Claim
from geomap.policy import Policy

HERE = Path(__file__).parent
ALL = (HERE / "unseen-stories", HERE / "unseen", SHARED / "eval" / "incidents", HERE / "incidents", HERE / "stories")


def main() -> None:
    """Print the figures of each root."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--left-out", action="store_true")
    words.add_argument("roots", nargs="*", type=Path)
    asked = words.parse_args()
    with Gazetteer.open() as gazetteer:
        for root in asked.roots or ALL:
            if asked.left_out:
                fit_without(root.resolve(), gazetteer)
            found = Counter[str]()
            for case in cases([root]):
                found.update(outcomes(case, gazetteer))
            shown = "; ".join(f"{where} {_figures(found, where)}" for where in ("inside", "across"))
            print(
                f"{root.parent.name}/{root.name}: {shown}; days {found['day right']} right, {found['day wrong']} wrong of {found['day']}",
                flush=True,
            )


def fit_without(root: Path, gazetteer: Gazetteer) -> None:
    """Put weights in use that know nothing of a root: first those inside reports, then, of reports read by them, those across."""
    rest = {name: other for name, other in discourse.ROOTS.items() if other.resolve() != root}
    heard = [each for name, other in rest.items() for each in discourse.heard_in([other], gazetteer, discourse.COUNTS[name])]
    inside = discourse.fitted(heard)
    ranking.weights = lambda: inside
    reader = Reader(gazetteer=gazetteer, policy=Policy(), recognizer=BUILT_IN)
    pairs = list(joins.incident_pairs([other for other in joins.ROOTS if other.resolve() != root], reader))
    names = sorted({level for pair in pairs for level in pair.levels})
    evidence.PRIOR, *across = (round(float(weight), 2) for weight in joins.fitted(pairs, names))
    evidence.WEIGHTS = dict(zip(names, across, strict=True))


def outcomes(case: Case, gazetteer: Gazetteer) -> Iterator[str]:
    """What came of each pair of claims, and of each day."""
    read = gm.Case.from_reports([story.report for story in case.stories]).extract(gazetteer=gazetteer)
    marked = {story.report.id: story for story in case.stories}
    told = [(claim, about) for claim in read.claims if (about := marked[claim.span.report.id].of(claim)) not in (None, NONE)]
    for (one, first), (two, second) in combinations(told, 2):
        where = "inside" if one.span.report.id == two.span.report.id else "across"
        joined, same = one.event is not None and one.event == two.event, first == second
        yield f"{where} {'right' if same and joined else 'missed' if same else 'wrong' if joined else 'apart'}"
    for claim, about in told:
        yield from _of_day(claim, case.events.get(about or "", ("", "?"))[1])


def _of_day(claim: Claim, day: str) -> Iterator[str]:
    if len(day) == len("2001-01-01"):
        yield "day"
        if claim.when is not None:
            yield "day right" if claim.when.isoformat() == day else "day wrong"


def _figures(found: Counter[str], where: str) -> str:
    right, wrong, missed = (found[f"{where} {each}"] for each in ("right", "wrong", "missed"))
    return f"P {right / max(1, right + wrong):.3f} R {right / max(1, right + missed):.3f} of {right + missed}"


if __name__ == "__main__":
    main()

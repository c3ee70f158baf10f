"""How well accounts of one incident are told from those of two: the weights that fit the gold sets, and whether their probabilities hold.

usage: python evaluation/joins.py [GOLD ...] [--ecb FILE] [--fit]

GOLD is a folder of incidents or stories (default: evaluation/stories, evaluation/incidents and ../shared/eval/incidents). Every pair of accounts
of two reports is weighed as in a case of its incident's reports, and a share of those of two cases; they are of two incidents. Prints the reliability of the
probabilities and their expected calibration error, of the weights as they are and by leaving incidents out; --fit prints weights to put
into geomap/incidents/weights.py. The fit is the most
probable one after a normal prior round the judged weights below, of which the data move what they have much to say of.
"""

from __future__ import annotations

import argparse
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
from reference import SHARED
from scipy.optimize import minimize
from scipy.special import expit
from stories import NONE, cases

from geomap.case.workers import Reader
from geomap.gazetteer import Gazetteer
from geomap.incidents.accounts import Account
from geomap.incidents.evidence import bounded, compared, score
from geomap.incidents.rarity import Rarity
from geomap.incidents.rivals import Rivals
from geomap.incidents.weights import PRIOR, WEIGHTS
from geomap.language.toponyms.recognizers import BUILT_IN
from geomap.model import Report
from geomap.policy import Policy

HERE = Path(__file__).parent
ROOTS = (HERE / "stories", HERE / "incidents", SHARED / "eval" / "incidents")
"""What the weights are fitted to."""
SPREAD = 0.7
"""Standard deviation of the prior round a judged weight, log-odds."""
BINS = 10
SHARE = 1009
"""One in so many pairs of two cases is weighed."""
INCIDENTS = 3.0
"""As how many pairs each of the incidents counts beside those of stories, which are harder than news."""
JUDGED: dict[tuple[str, str], float] = {
    ("kind", "seldom"): 1.3,
    ("kind", "same"): 0.8,
    ("kind", "akin"): 0.0,
    ("kind", "other"): -2.0,
    ("kind", "unknown"): -0.2,
    ("day", "same"): 2.2,
    ("day", "other up to 1"): -4.5,
    ("day", "other up to 3"): -6.0,
    ("day", "other up to 10"): -7.0,
    ("day", "other up to 40"): -8.0,
    ("day", "other up to 400"): -9.0,
    ("day", "other more"): -9.0,
    ("day", "apart up to 1"): -3.0,
    ("day", "apart up to 3"): -4.0,
    ("day", "apart up to 10"): -5.0,
    ("day", "apart up to 40"): -6.0,
    ("day", "apart up to 400"): -7.0,
    ("day", "apart more"): -7.0,
    ("day", "other weekdays"): -5.0,
    ("day", "fits"): 0.7,
    ("day", "as news"): 0.8,
    ("day", "no news up to 1"): -1.0,
    ("day", "no news up to 3"): -1.5,
    ("day", "no news up to 10"): -2.0,
    ("day", "no news up to 40"): -2.5,
    ("day", "no news up to 400"): -3.0,
    ("day", "no news more"): -3.0,
    ("day", "told before"): -5.0,
    ("day", "published together"): 1.0,
    ("day", "published near"): 0.3,
    ("day", "published apart"): -1.5,
    ("day", "years apart"): -2.5,
    ("names", "many"): 2.0,
    ("names", "several"): 1.4,
    ("names", "one"): 0.8,
    ("names", "common"): 0.2,
    ("names", "none"): -0.5,
    ("names", "none of many"): -1.2,
    ("states", "more"): 1.0,
    ("states", "two"): 0.6,
    ("states", "one"): 0.0,
    ("states", "none"): -1.0,
    ("places", "named"): 1.2,
    ("places", "others"): -0.4,
    ("places", "measured from"): 0.8,
    ("places", "one state"): 0.5,
    ("where", "same"): 1.8,
    ("where", "near"): 1.2,
    ("where", "apart up to 30"): 0.5,
    ("where", "apart up to 60"): 0.3,
    ("where", "apart up to 100"): 0.0,
    ("where", "apart up to 200"): -1.0,
    ("where", "apart up to 400"): -2.0,
    ("where", "apart up to 1000"): -3.0,
    ("where", "apart more"): -5.0,
    ("magnitude", "same"): 1.0,
    ("magnitude", "other"): -6.0,
    ("dead", "same"): 1.0,
    ("dead", "close"): 0.6,
    ("dead", "other"): -0.7,
    ("aboard", "same"): 1.5,
    ("aboard", "other"): -0.7,
    ("ship", "same"): 2.5,
    ("ship", "other"): -6.0,
    ("struck", "same"): 0.7,
    ("struck", "other"): -0.6,
    ("things", "same"): 0.5,
    ("things", "other"): -0.7,
    ("way", "other"): -0.7,
    ("way", "aftershock"): -5.0,
    ("role", "both main"): 0.7,
    ("role", "one main"): 0.0,
    ("role", "both aside"): -0.7,
    ("apart", "new"): -1.5,
    ("apart", "several"): -1.0,
    ("rivals", "far behind"): -2.0,
    ("rivals", "behind"): -1.0,
    ("rivals", "just behind"): -0.5,
    ("rivals", "just ahead"): 0.5,
    ("rivals", "ahead"): 1.0,
    ("rivals", "far ahead"): 1.5,
    ("ties", "none"): -0.7,
    ("ties", "none elsewhere"): -2.5,
}
"""What one would think of each level before any data."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two accounts, what they agree on, and whether they are of one incident."""

    group: str
    """What is left out together."""
    levels: frozenset[tuple[str, str]]
    same: bool
    probability: float
    weight: float = 1.0


@dataclass(slots=True)
class Told:
    """Accounts with the incident that each is of."""

    accounts: list[Account] = field(default_factory=list)
    of: list[str] = field(default_factory=list)


def main() -> None:
    """Print the figures."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("gold", nargs="*", type=Path)
    words.add_argument("--ecb", type=Path)
    words.add_argument("--fit", action="store_true")
    asked = words.parse_args()
    roots = asked.gold or ROOTS
    with Gazetteer.open() as gazetteer:
        reader = Reader(gazetteer=gazetteer, policy=Policy(), recognizer=BUILT_IN)
        pairs = list(incident_pairs(roots, reader))
        if asked.ecb is not None:
            pairs += topic_pairs(asked.ecb, reader)
    print(f"{len(pairs)} pairs of accounts, {sum(pair.same for pair in pairs)} of one incident")
    report("weights as they are", [pair.probability for pair in pairs], pairs)
    report("weights fitted without the incident", left_out(pairs), pairs)
    if asked.fit:
        show_fit(pairs)


def incident_pairs(roots: Iterable[Path], reader: Reader) -> Iterator[Pair]:
    """Pairs inside each case, and over all cases at once."""
    everything = Told()
    for root, case in ((each, case) for each in roots for case in cases([each])):
        told = Told()
        for story in case.stories:
            for account in reader.read(story.report).story.accounts:
                labels = Counter(about for member in account.members if (about := story.of(member.claim)) not in (None, NONE))
                if labels:
                    told.accounts.append(account)
                    told.of.append(f"{case.name}/{labels.most_common(1)[0][0]}")
        yield from weighed(told, case.name, weight=1.0 if root.name == "stories" else INCIDENTS)
        everything.accounts += told.accounts
        everything.of += told.of
    yield from weighed(everything, "", across=True)


def topic_pairs(path: Path, reader: Reader) -> Iterator[Pair]:
    """Pairs of the main accounts of a topic's documents."""
    topics: dict[str, Told] = defaultdict(Told)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        story = reader.read(Report(id=row["id"], text=row["text"])).story
        for account in (each for each in story.accounts[:1] if each.members):
            topics[row["topic"]].accounts.append(account)
            topics[row["topic"]].of.append(row["incident"])
    for topic, told in sorted(topics.items()):
        yield from weighed(told, f"ecb {topic}", weight=0.3)


def weighed(told: Told, group: str, *, across: bool = False, weight: float = 1.0) -> Iterator[Pair]:
    """All pairs of accounts of different reports."""
    rarity = Rarity.of(told.accounts)
    rivals = Rivals.of(told.accounts, rarity)
    for two in range(len(told.accounts)):
        for one in range(two):
            first, second = told.accounts[one], told.accounts[two]
            if first.report is second.report:
                continue
            if across and told.of[one].split("/")[0] == told.of[two].split("/")[0]:
                continue
            if across and (one * 7 + two) % SHARE:
                continue  # a share of them is enough
            levels = frozenset([*compared(first, second, rarity), ("rivals", rivals.level(first, second))])
            name = group or told.of[one].split("/")[0]
            yield Pair(name, levels, told.of[one] == told.of[two], float(expit(score(levels))), weight)


def design(pairs: Sequence[Pair], names: Sequence[tuple[str, str]]) -> np.ndarray:
    """One column a level, after one of ones."""
    return np.array([[1.0, *(float(name in pair.levels) for name in names)] for pair in pairs])


def fitted(pairs: Sequence[Pair], names: Sequence[tuple[str, str]]) -> np.ndarray:
    """The prior log-odds and the weights that are most probable after the pairs."""
    columns, same = design(pairs, names), np.array([float(pair.same) for pair in pairs])
    share = np.array([pair.weight for pair in pairs])
    judged = np.array([PRIOR, *(JUDGED.get(name, 0.0) for name in names)])
    hold = np.full(len(judged), SPREAD**-2)
    hold[0] = 0.05

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        totals, moved = columns @ weights, weights - judged
        value = (share * (np.logaddexp(0, totals) - same * totals)).sum() + 0.5 * (hold * moved**2).sum()
        return float(value), columns.T @ (share * (expit(totals) - same)) + hold * moved

    return np.asarray(minimize(loss, judged, jac=True, method="L-BFGS-B").x)


def left_out(pairs: Sequence[Pair]) -> list[float]:
    """The probability of each pair by weights that were fitted without its incident."""
    names = sorted({level for pair in pairs for level in pair.levels})
    out = np.zeros(len(pairs))
    groups = sorted({pair.group for pair in pairs})
    for at in range(BINS):
        fold = set(groups[at::BINS])
        asked = [number for number, pair in enumerate(pairs) if pair.group in fold]
        if asked:
            weights = fitted([pair for pair in pairs if pair.group not in fold], names)
            totals = design([pairs[number] for number in asked], names) @ weights
            out[asked] = [float(expit(bounded(total, pairs[number].levels))) for total, number in zip(totals, asked, strict=True)]
    return [float(value) for value in out]


def report(title: str, probabilities: Sequence[float], pairs: Sequence[Pair]) -> None:
    """The reliability of probabilities, by tenths, and what a threshold gives."""
    print(f"\n{title}")
    error = 0.0
    total = sum(pair.weight for pair in pairs)
    for step in range(BINS):
        inside = [
            (p, pair)
            for p, pair in zip(probabilities, pairs, strict=True)
            if step / BINS <= p < (step + 1) / BINS or (p == 1 and step == BINS - 1)
        ]
        if not inside:
            continue
        weight = sum(pair.weight for _, pair in inside)
        mean = sum(p * pair.weight for p, pair in inside) / weight
        true = sum(pair.same * pair.weight for _, pair in inside) / weight
        error += weight / total * abs(mean - true)
        print(f"  {step / BINS:.1f}–{(step + 1) / BINS:.1f}  {len(inside):6} pairs  said {mean:.2f}  true {true:.2f}")
    print(f"  expected calibration error {error:.3f}")
    for threshold in (0.3, 0.5, 0.6, 0.7, 0.8):
        said = [pair.same for p, pair in zip(probabilities, pairs, strict=True) if p >= threshold]
        print(f"  from {threshold}: P {sum(said) / max(1, len(said)):.3f} R {sum(said) / max(1, sum(pair.same for pair in pairs)):.3f}")


def show_fit(pairs: Sequence[Pair]) -> None:
    """The weights that fit all pairs, beside those in use."""
    names = sorted({level for pair in pairs for level in pair.levels})
    weights = fitted(pairs, names)
    counts = Counter(level for pair in pairs for level in pair.levels)
    same = Counter(level for pair in pairs if pair.same for level in pair.levels)
    print(f"\nPRIOR = {weights[0]:.2f}")
    for name, weight in zip(names, weights[1:], strict=True):
        print(
            f'    ("{name[0]}", "{name[1]}"): {weight:.1f},  # in use {WEIGHTS.get(name, math.nan):.1f}; {same[name]} of {counts[name]} are one'
        )


if __name__ == "__main__":
    main()

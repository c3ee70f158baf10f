"""How well the claims of a report are told apart by incident, and the weights by which that is done.

usage: python evaluation/discourse.py [--fit] [--folds N]

Prints, over pairs of claims of one report, how many that are put to one incident are of one (precision) and how many that are of one are put to
one (recall), and the same for claims that are about none: of stories by leaving cases out, of `unseen-stories` and `unseen`, of which nobody
has read a line and only totals are printed, and of the incidents in ../shared, with and without them among what the weights are fitted to.
--fit writes the weights to data/discourse.csv; they are fitted to `stories`, `sentences`, `incidents` and ../shared/eval/incidents.

The model is log-linear over what a mention may be of (Denis and Baldridge 2008), fitted by maximum likelihood with a normal prior round the
judged weights below. What claims are of is told by the marks; what other mentions are of is not, so the reports are read several times, each
time by the weights of the last (Daumé, Langford and Marcu, Search-based structured prediction, Machine Learning 75, 2009).
"""

from __future__ import annotations

import argparse
import csv
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import combinations
from pathlib import Path

import numpy as np
from reference import SHARED
from scipy.optimize import minimize
from scipy.sparse import csr_matrix
from stories import NONE, Story, cases

from geomap.gazetteer import Gazetteer
from geomap.gazetteer.resolution.ranking import locate
from geomap.incidents import ranking
from geomap.incidents.accounts import Account
from geomap.incidents.discourse import Teller
from geomap.incidents.ranking import NEW, STANDING, Option
from geomap.language import extract
from geomap.language.events.passings import passings_of
from geomap.language.text.sentences import sentences_of
from geomap.model import Location, MentionKey, Passing
from geomap.policy import Policy

HERE = Path(__file__).parent
WEIGHTS = HERE.parent / "data" / "discourse.csv"
ROOTS = {
    "stories": HERE / "stories",
    "sentences": HERE / "sentences",
    "incidents": HERE / "incidents",
    "shared": SHARED / "eval" / "incidents",
}
"""What the weights are fitted to."""
ROUNDS = 3
"""So many times the reports are read for a fit."""
CASES = 4
"""A cue that fewer cases show has no weight: no weight is for one incident."""
LEAST = 0.03
"""Smaller weights are left out."""
JUDGED = {
    "another magnitude": -8.0,
    "another ship": -6.0,
    "another way": -5.0,
    "another side hit": -6.0,
    "another thing hit": -3.0,
    "several are told of together": -4.0,
    "told as something new": -1.5,
    "where it is by now": -5.0,
    "where it was felt or measured": -6.0,
    "standing: unreal": 3.0,
    "standing: an incident was there": -3.0,
    "is its place": 3.0,
    "new: new": 4.0,
    "main: new": -4.0,
}
"""What one would think of cues that stories seldom show; of all others nothing."""
_PRECISION = (
    (re.compile(r": clause "), 24.0),
    (re.compile(r": (?:right )?(?:before|after|between|target|claim|unreal)"), 18.0),
    (re.compile(r": "), 3.0),
)
"""How narrow the prior is (1/σ²) by the sort of cue: single words say little by themselves."""
_PRECISION_ELSE = 1.0
COUNTS = {"stories": 0.5, "sentences": 4.0, "incidents": 4.0, "shared": 4.0}
"""As how many mentions each of a set counts in a fit: sentences are plain, and the incidents are more like news than the stories, which are harder."""
Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Heard:
    """A story with the mentions that were read in it."""

    story: Story
    passings: tuple[Passing, ...]
    where: Mapping[MentionKey, Location]
    counts: float
    """As how many mentions of a fit each of its mentions counts."""

    def labels(self) -> dict[int, str]:
        """What each claim is about, by the claim's id as an object."""
        found = ((id(claim), self.story.of(claim)) for passing in self.passings for claim in passing.claims)
        return {claim: about for claim, about in found if about is not None}


@dataclass(frozen=True, slots=True)
class Choice:
    """What a mention may be of, and which of it is right."""

    case: str
    options: tuple[Option, ...]
    right: tuple[bool, ...]
    counts: float


@dataclass
class Learner(Teller):
    """A report in the reading, with what its claims are about."""

    heard: Heard
    weights: Weights | None
    """None to go where the marks say."""
    choices: list[Choice] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(self.heard.where)
        self.labels = self.heard.labels()
        about = Counter(each for each in self.labels.values() if each != NONE)
        self.of: dict[int, Counter[str]] = defaultdict(Counter)
        self.main = about.most_common(1)[0][0] if about else None

    def choose(self, passing: Passing, options: Sequence[Option]) -> tuple[Option, list[float]]:
        """As the weights say, or where there are none, as the marks do; notes what would have been right."""
        known = [self.labels[id(claim)] for claim in passing.claims if id(claim) in self.labels]
        right = self._right(known[0], passing, options) if known else ()
        if known:
            self.choices.append(Choice(self.heard.story.case, tuple(options), right, self.heard.counts))
        probable = ranking.probabilities(options, self.weights or {})
        if self.weights is None:
            chosen = next((option for option, fits in zip(options, right, strict=False) if fits), options[-1])
        else:
            chosen = options[max(range(len(options)), key=lambda at: (probable[at], -at))]
        if known and known[0] != NONE and chosen.sort != STANDING:
            self.of[len(self._accounts) if chosen.account is None else chosen.account.number][known[0]] += 1
        return chosen, probable

    def _right(self, about: str, passing: Passing, options: Sequence[Option]) -> tuple[bool, ...]:
        """Which options are right; of an incident that is not told yet the one that the sentence before began, else a new one."""
        if about == NONE:
            return tuple(option.sort == STANDING for option in options)
        right = tuple(option.account is not None and self._about(option.account) == about for option in options)
        if not any(right):
            right = tuple(self._is_begun(option.account, passing) for option in options)
        return right if any(right) else tuple(option.sort == NEW for option in options)

    def _is_begun(self, account: Account | None, passing: Passing) -> bool:
        """Whether a side incident was told of just before, and nothing shows what it is."""
        if account is None or account.number == 0 or account.members or self.of[account.number]:
            return False
        return passing.sentence - account.sentence <= 1

    def _about(self, account: Account) -> str | None:
        told = self.of[account.number]
        return told.most_common(1)[0][0] if told else self.main if account.number == 0 else None


def main() -> None:
    """Print the figures, or fit."""
    words = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    words.add_argument("--fit", action="store_true")
    words.add_argument("--folds", type=int, default=5)
    asked = words.parse_args()
    with Gazetteer.open() as gazetteer:
        told = {name: heard_in([root], gazetteer, COUNTS[name]) for name, root in ROOTS.items()}
        kept = {name: heard_in([HERE / name], gazetteer) for name in ("unseen-stories", "unseen")}
    everything = [each for some in told.values() for each in some]
    if asked.fit:
        found = fitted(everything)
        write(found)
        print(f"{len(found)} weights")
        show("all, which they are fitted to", everything, lambda _: found)
        return
    for name in ("stories", "incidents", "shared"):
        rest = [each for other, some in told.items() if other != name for each in some]
        left = left_out(told[name], rest, 1 if name == "shared" else asked.folds)
        show(f"{name}, left out of the fit", told[name], left)
    for name, some in (told | kept).items():
        show(f"{name}, by the weights as they are", some, lambda _: ranking.weights())


def heard_in(roots: Iterable[Path], gazetteer: Gazetteer, counts: float = 1.0) -> list[Heard]:
    """The stories below folders, read."""
    return [_heard(story, gazetteer, counts) for case in cases(roots) for story in case.stories]


def _heard(story: Story, gazetteer: Gazetteer, counts: float) -> Heard:
    sentences = sentences_of(story.report)
    extraction = extract(story.report, names=gazetteer, sentences=sentences)
    located = locate(extraction.mentions, gazetteer=gazetteer, claims=extraction.claims, policy=Policy(), home=extraction.home)
    where = {location.mention.key: location for location in located}
    return Heard(story, tuple(passings_of(extraction, sentences)), where, counts)


def left_out(some: Sequence[Heard], rest: Sequence[Heard], folds: int) -> Callable[[Heard], Weights]:
    """For each story the weights that were fitted without its case."""
    names = sorted({each.story.case for each in some})
    by_case: dict[str, Weights] = {}
    for fold in range(folds):
        out = set(names[fold::folds])
        found = fitted([*(each for each in some if each.story.case not in out), *rest])
        by_case |= dict.fromkeys(out, found)
    return lambda heard: by_case[heard.story.case]


def fitted(some: Sequence[Heard]) -> dict[str, float]:
    """Weights by which the right one of what each claim may be of is the most probable."""
    choices: list[Choice] = []
    weights: Weights | None = None
    for number in range(1, ROUNDS + 1):
        choices += _choices(some, weights)
        weights = _most_probable(choices, rounds=number)
    return {cue: round(weight, 2) for cue, weight in sorted((weights or {}).items()) if abs(weight) >= LEAST}


def _choices(some: Iterable[Heard], weights: Weights | None) -> Iterator[Choice]:
    for each in some:
        learner = Learner(each, weights)
        for passing in each.passings:
            learner.hear(passing)
        yield from (choice for choice in learner.choices if any(choice.right))


def _most_probable(choices: Sequence[Choice], rounds: int) -> dict[str, float]:
    """The weights that are the most probable after the choices, of which so many rounds each have all mentions."""
    names = _cues(choices)
    index = {cue: number for number, cue in enumerate(names)}
    options = [option for choice in choices for option in choice.options]
    cells = [(row, index[cue]) for row, option in enumerate(options) for cue in option.cues if cue in index]
    rows, columns = np.array(cells).T
    shown = csr_matrix((np.ones(len(cells)), (rows, columns)), shape=(len(options), len(names)))
    right = np.array([fits for choice in choices for fits in choice.right], dtype=float)
    sizes = np.array([len(choice.options) for choice in choices])
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    of = np.repeat(np.arange(len(choices)), sizes)
    counts = np.array([choice.counts for choice in choices])
    judged = np.array([JUDGED.get(cue, 0.0) for cue in names])
    narrow = rounds * np.array([next((value for pattern, value in _PRECISION if pattern.search(cue)), _PRECISION_ELSE) for cue in names])

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = shown @ weights
        shares = np.exp(scores - np.maximum.reduceat(scores, starts)[of])
        whole, good = np.add.reduceat(shares, starts), np.add.reduceat(shares * right, starts)
        off = counts[of] * (shares / whole[of] - shares * right / good[of])
        moved = weights - judged
        return float((counts * np.log(whole / good)).sum() + 0.5 * (narrow * moved**2).sum()), shown.T @ off + narrow * moved

    found = minimize(loss, judged, jac=True, method="L-BFGS-B", options={"maxiter": 200}).x
    return dict(zip(names, map(float, found), strict=True))


def _cues(choices: Iterable[Choice]) -> list[str]:
    """The cues that several cases show."""
    shown: dict[str, set[str]] = defaultdict(set)
    for choice in choices:
        for option in choice.options:
            for cue in option.cues:
                shown[cue].add(choice.case)
    return sorted(cue for cue, names in shown.items() if len(names) >= CASES or cue in JUDGED)


def show(name: str, some: Iterable[Heard], weights: Callable[[Heard], Weights]) -> None:
    """Print how well the claims of stories are told apart."""
    joined, none = Counter[str](), Counter[str]()
    for each in some:
        learner = Learner(each, weights(each))
        for passing in each.passings:
            learner.hear(passing)
        home = {id(member.claim): account.number for account in learner.story().accounts for member in account.members}
        claims = [(about, home.get(claim)) for claim, about in learner.labels.items()]
        none.update(_outcome(is_so=about == NONE, is_said=account is None) for about, account in claims)
        placed = [pair for pair in claims if pair[0] != NONE]
        joined.update(
            _outcome(is_so=one[0] == two[0], is_said=one[1] is not None and one[1] == two[1]) for one, two in combinations(placed, 2)
        )
    print(f"{name}: one incident {_figures(joined)}; none {_figures(none)}", flush=True)


def _outcome(*, is_so: bool, is_said: bool) -> str:
    return "right" if is_so and is_said else "missed" if is_so else "wrong" if is_said else "apart"


def _figures(found: Counter[str]) -> str:
    right, wrong, missed = (found[each] for each in ("right", "wrong", "missed"))
    return f"P {right / max(1, right + wrong):.3f} R {right / max(1, right + missed):.3f} of {right + missed}"


def write(weights: Weights) -> None:
    """Write the weights."""
    with WEIGHTS.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, lineterminator="\n")
        rows.writerow(["cue", "weight"])
        rows.writerows((cue, f"{weight:g}") for cue, weight in weights.items())


if __name__ == "__main__":
    main()

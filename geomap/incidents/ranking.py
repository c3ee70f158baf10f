"""How likely it is what a mention is of, by the cues that it shows: a log-linear model whose weights are learnt from stories.

`evaluation/discourse.py` fits the weights and writes them to `data/discourse.csv`; they are log-odds, so that they add up.
"""

from __future__ import annotations

import csv
import functools
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from geomap.incidents.accounts import Account
from geomap.model import Passing
from geomap.resources import data_path

STANDING, NEW, MAIN = "standing", "new", "main"
"""What a mention may be of beside an incident told before: of none, or of a new one; and the main one, for which most is known."""
_TELLING = 0.15
"""A cue that says less is no reason."""
_SHORTEST = 3
"""Shorter words are told to nobody as a reason."""
_WORDS = 2
"""So many words of a sentence are told as a reason."""


@dataclass(frozen=True, slots=True)
class Option:
    """Something that a mention may be of, and the cues for it."""

    sort: str
    """"standing", "new", "main" or "side"."""
    account: Account | None
    cues: tuple[str, ...]

    @classmethod
    def of(cls, sort: str, account: Account | None, mention: Iterable[str], cues: Iterable[str]) -> Option:
        """An option of a sort, by the cues of the mention alone, which say another thing for each sort, and those for this option."""
        return cls(sort, account, (*cues, *(f"{sort}: {cue}" for cue in mention)))


@functools.cache
def weights() -> Mapping[str, float]:
    """The weight of each cue that has one, log-odds."""
    with data_path("discourse.csv").open(encoding="utf-8", newline="") as lines:
        return {row["cue"]: float(row["weight"]) for row in csv.DictReader(lines)}


def probabilities(options: Sequence[Option], known: Mapping[str, float] | None = None) -> list[float]:
    """How probable each option is; they add up to one."""
    table = weights() if known is None else known
    scores = [math.fsum(table.get(cue, 0.0) for cue in option.cues) for option in options]
    most = max(scores)
    shares = [math.exp(score - most) for score in scores]
    whole = math.fsum(shares)
    return [share / whole for share in shares]


def why(option: Option, passing: Passing) -> str:
    """The two cues that say most for an option, in words that a reader can check."""
    table = weights()
    ranked = sorted((cue for cue in option.cues if table.get(cue, 0.0) >= _TELLING), key=lambda cue: (-table[cue], cue))
    told = passing.told
    if option.sort == STANDING:
        return _none(told.unreal, told.describes, ranked)
    if option.sort == NEW:
        said = _said(NEW, ranked)
        return f"told of here first{f' ({said})' if said else ''}" if told.kinds else "a position on its own"
    found = [words for cue in ranked if (words := _in_words(cue, passing, option.account))]
    return ", and ".join(list(dict.fromkeys(found))[:2]) or "it fits no other incident better"


def _none(unreal: str, describes: frozenset[str], ranked: Sequence[str]) -> str:
    """Why words are about no incident."""
    if unreal:
        return f"it tells {unreal}, and not where something happened"
    if describes:
        return f"it tells where a place lies ({' '.join(sorted(describes))}), not where something happened"
    said = _said(STANDING, ranked)
    return f"it tells where something else is or was{f' ({said})' if said else ''}, not where it happened"


def _said(sort: str, ranked: Iterable[str]) -> str:
    """The words of a sentence that say most for something."""
    words = [cue.rsplit(" ", 1)[1] for cue in ranked if cue.startswith((f"{sort}: clause ", f"{sort}: right before "))]
    return ", ".join(
        f"“{word}”"
        for word in list(dict.fromkeys(word for word in words if word.islower() and word.isalpha() and len(word) >= _SHORTEST))[:_WORDS]
    )


_PHRASES = {
    "main": "the report is about it",
    "main told 0 sentences before": "it goes on in the same sentence",
    "side told 0 sentences before": "it goes on in the same sentence",
    "main told 0 paragraphs before": "it goes on in the same paragraph",
    "side told 0 paragraphs before": "it goes on in the same paragraph",
    "measured from the same": "it is measured from the same place",
    "a noun of it alone": "it speaks of what was told there alone",
    "same things": "the same sort of thing takes part",
    "it follows": "it goes on about what stands before it",
    "is its place": "it tells where that was",
}
_PHRASES |= {f"its nouns {number}": "it speaks of what was told there" for number in (1, 2, 3)}
_PHRASES |= {f"{sort} 0 days from its day": "it can be of the same day" for sort in ("main", "side")}


def _in_words(cue: str, passing: Passing, account: Account | None) -> str:
    if account is None:
        return ""
    told, known = passing.told, account.told
    if cue in (f"{MAIN}: pronoun", f"{MAIN}: definite"):
        return f"“{told.words}” points back" if told.words else ""
    if cue in ("names shared 1", "names shared 2", "a name of it alone"):
        return f"both name {_list((told.names - told.states) & (known.names - known.states))}"
    if cue == "kinds the same":
        return f"both tell of {_list(told.kinds & known.kinds)}"
    return _PHRASES.get(cue, "")


def _list(words: Iterable[str]) -> str:
    return " and ".join(sorted(words)[:3])

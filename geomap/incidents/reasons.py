"""Why two accounts are taken to be of one incident, or not, in words that a desk can check."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from geomap.incidents.accounts import Account
from geomap.incidents.evidence import Level, counts_of
from geomap.incidents.kinds import ANY, WEAK
from geomap.incidents.rarity import Rarity
from geomap.incidents.weights import WEIGHTS
from geomap.incidents.whereabouts import gap

_DIFFERING = re.compile(r"apart .*|no news .*|other.*|none.*|.*behind|new|several|aftershock|told before|published apart|years apart")
"""Levels to which a field does not agree; words for them are told against a join."""


def why(one: Account, two: Account, levels: Iterable[Level], rarity: Rarity) -> str:
    """The three strongest reasons for two accounts being one, and the two strongest against."""
    ranked = sorted(levels, key=lambda level: (level[0] == "role", -abs(WEIGHTS.get(level, 0.0)), level))
    told = [(level, words) for level in ranked if (words := _WORDS[level[0]](one, two, level[1], rarity))]
    good = _without_repeats(words for level, words in told if WEIGHTS.get(level, 0.0) > 0 and not _DIFFERING.fullmatch(level[1]))[:3]
    bad = [words for level, words in told if WEIGHTS.get(level, 0.0) < 0 and _DIFFERING.fullmatch(level[1])][:2]
    return ", ".join(good) + (f"; but {', '.join(bad)}" if good and bad else ", ".join(bad))


def _without_repeats(phrases: Iterable[str]) -> list[str]:
    """Phrases without those whose names are all told already: "both name Arvo", after "both name Arvo and Mola"."""
    told: set[str] = set()
    kept = []
    for phrase in phrases:
        words = {word.strip(",") for word in phrase.split()}
        if not phrase.startswith("both name") or not words <= told:
            kept.append(phrase)
            told |= words
    return kept


def _kinds(one: Account, two: Account, level: str, _: Rarity) -> str:
    kinds, others = one.told.kinds - WEAK, two.told.kinds - WEAK
    match level:
        case "seldom" | "same":
            return f"both tell of {_list((kinds & others) - ANY)}"
        case "akin":
            return f"{_foremost(kinds, others)} and {_foremost(others, kinds)} can be one"
        case "other":
            return f"one is {_list(kinds)}, the other {_list(others)}"
        case _:
            return ""


def _foremost(kinds: frozenset[str], others: frozenset[str]) -> str:
    """The kind of one account that says most beside those of the other."""
    return min(kinds - others - ANY or kinds - others or kinds)


_DAYS = {
    "fits": "their days can be one",
    "as news": "the day of one fits when the other was published",
    "other weekdays": "they are of other days of the week",
    "told before": "one was published before the day of the other",
    "unknown": "",
}


def _days(one: Account, two: Account, level: str, _: Rarity) -> str:
    if level in _DAYS:
        return _DAYS[level]
    if level == "same":
        return f"both are of {one.days.day}"
    if level.startswith(("apart", "other")):
        apart = one.days.apart(two.days)
        return f"they are {apart} day{'s' if apart > 1 else ''} apart"
    return "the day of one does not fit when the other was published" if level.startswith("no news") else _published(one, two)


def _published(one: Account, two: Account) -> str:
    first, second = one.report.published, two.report.published
    apart = 0 if first is None or second is None else abs((first - second).days)
    return f"they were published {apart} day{'s' if apart > 1 else ''} apart" if apart else "they were published on one day"


def _names(one: Account, two: Account, level: str, rarity: Rarity) -> str:
    if level.startswith("none"):
        return "they share no name"
    both = (one.keys.keys() & two.keys.keys()) - one.told.states - two.told.states
    shared = sorted(both, key=lambda name: (-rarity.of_names([name]), name))
    return f"both name {', '.join(one.keys[name] for name in shared[:3])}" if shared else ""


def _states(one: Account, two: Account, level: str, _: Rarity) -> str:
    if level == "unknown":
        return ""
    if level == "none":
        return "they name no state or large actor in common"
    return f"both name {_list(one.keys.get(name, name) for name in one.told.states & two.told.states)}"


def _places(one: Account, two: Account, level: str, rarity: Rarity) -> str:
    shared = one.places & two.places
    match level:
        case "named":
            return f"both name {_list(name for place, name in one.named.items() if place in two.named)}"
        case "others":
            return "they name other places"
        case "one state":
            return f"both are measured from {_list(one.keys.get(name, name) for name in shared & rarity.states)}"
        case _:
            return f"both are measured from {_list(name.title() for name in shared - rarity.states)}"


def _where(one: Account, two: Account, level: str, _: Rarity) -> str:
    found = gap(one.spots, two.spots)
    if found is None or level == "wide":
        return ""
    if level in ("same", "near"):
        return "they are put in one place" if level == "same" else "they can be in one place"
    return f"they are put at least {found.apart_m / 1000:,.0f} km apart"


def _magnitude(one: Account, two: Account, _: str, __: Rarity) -> str:
    return f"the magnitudes are {one.told.size} and {two.told.size}"


def _counts(kind: str) -> Callable[[Account, Account, str, Rarity], str]:
    def words(one: Account, two: Account, level: str, _: Rarity) -> str:
        mine, yours = counts_of(one, kind), counts_of(two, kind)
        if level == "same":
            return f"both tell of {max(set(mine) & set(yours))} {kind}"
        return f"one tells of {max(mine)} {kind}, the other of {max(yours)}"

    return words


def _ship(_: Account, __: Account, level: str, ___: Rarity) -> str:
    return f"it is {'the same' if level == 'same' else 'another'} ship"


def _struck(one: Account, two: Account, level: str, _: Rarity) -> str:
    return f"what was hit is {_list(one.told.struck & two.told.struck) if level == 'same' else 'another thing'}"


def _things(one: Account, two: Account, level: str, _: Rarity) -> str:
    same = f"the same sort of thing takes part ({_list(one.told.classes & two.told.classes)})"
    return same if level == "same" else "other things take part"


def _way(one: Account, two: Account, _: str, __: Rarity) -> str:
    return f"one is by {_list(one.told.ways)}, the other by {_list(two.told.ways)}"


def _rivals(_: Account, __: Account, level: str, ___: Rarity) -> str:
    if level.endswith("behind"):
        return "another incident of one report shares more with the other"
    return "no other incident of the two reports shares as much" if level.endswith("ahead") else ""


_LIKE = frozenset({"up to 0.2", "more"})
"""Likeness of words that a reader would see too."""
_WORDS: Mapping[str, Callable[[Account, Account, str, Rarity], str]] = {
    "kind": _kinds,
    "day": _days,
    "names": _names,
    "states": _states,
    "places": _places,
    "where": _where,
    "magnitude": _magnitude,
    "dead": _counts("dead"),
    "aboard": _counts("aboard"),
    "ship": _ship,
    "struck": _struck,
    "things": _things,
    "way": _way,
    "words": lambda _, __, ___, ____: "",
    "likeness": lambda _, __, level, ___: "they are told in like words" if level in _LIKE else "",
    "published": lambda _, __, ___, ____: "",
    "role": lambda _, __, level, ___: "each is what its report is about" if level == "both main" else "",
    "ties": lambda _, __, ___, ____: "no seldom name, no place and no figure ties them",
    "rivals": _rivals,
    "apart": lambda _, __, level, ___: "a word sets one of them apart" if level == "new" else "one tells of several incidents together",
}
"""By field: what its level says of two accounts; empty where that is nothing to tell."""


def _list(words: Iterable[str]) -> str:
    return " and ".join(sorted(words)[:3])

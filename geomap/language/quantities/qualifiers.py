"""Words that qualify a figure, before it ("no more than about") and after it ("or so"), and what they say together."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.language.text.tokens import Tokens
from geomap.model import Qualifier


def _phrases(meanings: dict[Qualifier, str]) -> dict[tuple[str, ...], Qualifier]:
    return {tuple(phrase.split()): meaning for meaning, phrases in meanings.items() for phrase in phrases.split("|")}


_BEFORE = _phrases(
    {
        Qualifier.ABOUT: "about|some|around|approximately|approx|approx .|app .|roughly|nearly|almost|ca|ca .|c|c .|circa|~|≈|an estimated|estimated|"
        "est .|close to|perhaps|maybe|probably|abt|abt .|say|practically|±|near|more or less|something like|in the region of|in the order of|"
        "of the order of|on the order of|just short of|just shy of|short of|shy of|getting on for|the best part of|the better part of|give or take",
        Qualifier.EXACT: "only|just|mere|a mere|exactly|precisely|barely|a good|a full|fully|merely|hardly|scarcely|a bare|a scant",
        Qualifier.MORE_THAN: "more than|over|further than|farther than|in excess of|upwards of|upward of|beyond|above|exceeding|greater than|>|"
        "as much as over|better than|other side of|far side of|well past",
        Qualifier.AT_LEAST: "at least|at the least|at the very least|no less than|not less than|nothing less than|no closer than|not closer than|no nearer than|"
        "not nearer than|no fewer than|not under|minimum|minimum of|a minimum|a minimum of|min|min .|≥|> =",
        Qualifier.WITHIN: "within|to within|inside",
        Qualifier.LESS_THAN: "less than|under|fewer than|closer than|below|<|not even|not|not quite|nearer than|nothing like|this side of",
        Qualifier.UP_TO: "up to|as far as|as far away as|as far out as|as far off as|as far inland as|at most|at the most|no more than|not more than|not over|as close as|as near as|"
        "no further than|no farther than|not further than|not farther than|as little as|as much as|maximum|maximum of|a maximum|a maximum of|max|max .|"
        "≤|< =|up to within",
    }
)
_PREPOSITIONS = frozenset("over beyond above below under inside near".split())
"""These qualify a figure only without an article between: not "over a 2 km radius"."""
_LONGEST = max(map(len, _BEFORE))
_LAST_WORDS = frozenset(words[-1] for words in _BEFORE)
_WORDS = frozenset(word for words in _BEFORE for word in words)
_FILLERS = frozenset(
    "well a little bit slightly even still now somewhere anywhere anything distance of at lies very much far considerably".split()
)
_AFTER = _phrases(
    {
        Qualifier.ABOUT: "or so|or thereabouts|more or less|give or take|approximately|approx .|approx",
        Qualifier.AT_LEAST: "or more|or farther|or further|or over|or greater|and more|plus|+|at least|at the least|at the very least|minimum|min",
        Qualifier.UP_TO: "or less|or closer|or nearer|or under|or fewer|at most|at the most|at the outside|maximum|max|tops",
    }
)
_LONGEST_AFTER = max(map(len, _AFTER))
_BOUNDS = (Qualifier.MORE_THAN, Qualifier.AT_LEAST, Qualifier.LESS_THAN, Qualifier.UP_TO, Qualifier.WITHIN)


def qualifies(word: str) -> bool:
    """Whether a lower-case word is one that qualifies figures, alone or with others."""
    return word in _WORDS


def qualifiers_before(tokens: Tokens, core: int) -> tuple[int, list[Qualifier]]:
    """Where the qualifying words before a figure start, and what they say, nearest first."""
    lower = tokens.lower
    start = core
    found: list[Qualifier] = []
    for _ in range(4):
        at = _past_fillers(lower, start)
        match = _ending_at(lower, at) if lower[at - 1] in _LAST_WORDS else None
        if match is None or (lower[at - 1] in _PREPOSITIONS and lower[at] in ("a", "an") and at < start):
            break
        size, meaning = match
        start = at - size
        found.append(meaning)
    return start, found


def _past_fillers(lower: list[str], start: int) -> int:
    """Back over one or two words that say nothing, where a qualifier or another of them stands before: "no more than A DISTANCE OF"."""
    at = start
    while (
        at > max(1, start - 2)
        and lower[at - 1] in _FILLERS
        and _ending_at(lower, at) is None
        and (lower[at - 2] in _LAST_WORDS or lower[at - 2] in _FILLERS)
    ):
        at -= 1
    return at


def _ending_at(lower: list[str], end: int) -> tuple[int, Qualifier] | None:
    """The longest qualifier whose last word stands before a token: its length and meaning."""
    for size in range(min(_LONGEST, end), 0, -1):
        meaning = _BEFORE.get(tuple(lower[end - size : end]))
        if meaning is not None:
            return size, meaning
    return None


def qualifiers_after(tokens: Tokens, end: int) -> tuple[int, list[Qualifier]]:
    """The token after words such as "or so", in brackets or not, and what they say."""
    lower = tokens.lower
    opening = 1 if lower[end] in ("(", ",") else 0
    start = end + opening
    for size in range(_LONGEST_AFTER, 0, -1):
        meaning = _AFTER.get(tuple(lower[start : start + size]))
        if meaning is None:
            continue
        stop = start + size
        if not opening:
            return stop, [meaning]
        if lower[stop] == (")" if lower[end] == "(" else ","):
            return stop + 1, [meaning]
    return end, []


def strongest(qualifiers: Sequence[Qualifier]) -> Qualifier:
    """What several qualifiers together say: a bound outweighs "about", which outweighs "only"."""
    bounds = [qualifier for qualifier in qualifiers if qualifier in _BOUNDS]
    if bounds:
        return Qualifier.WITHIN if Qualifier.WITHIN in bounds else bounds[-1]
    return Qualifier.ABOUT if Qualifier.ABOUT in qualifiers else Qualifier.EXACT

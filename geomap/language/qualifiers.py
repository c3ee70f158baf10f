"""Words that qualify a figure, before it ("no more than about") and after it ("or so"), and what they say together."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.language.tokens import Tokens
from geomap.model import Qualifier

_QUALIFIERS: dict[tuple[str, ...], Qualifier] = {
    **dict.fromkeys(
        [
            ("about",),
            ("some",),
            ("around",),
            ("approximately",),
            ("approx",),
            ("approx", "."),
            ("roughly",),
            ("nearly",),
            ("almost",),
            ("ca",),
            ("ca", "."),
            ("c", "."),
            ("circa",),
            ("~",),
            ("≈",),
            ("an", "estimated"),
            ("estimated",),
            ("close", "to"),
            ("perhaps",),
            ("maybe",),
            ("probably",),
            ("abt",),
            ("abt", "."),
            ("say",),
            ("practically",),
            ("±",),
            ("near",),
            ("est", "."),
        ],
        Qualifier.ABOUT,
    ),
    **dict.fromkeys(
        [
            ("only",),
            ("just",),
            ("mere",),
            ("a", "mere"),
            ("exactly",),
            ("precisely",),
            ("barely",),
            ("a", "good"),
            ("a", "full"),
            ("fully",),
        ],
        Qualifier.EXACT,
    ),
    **dict.fromkeys(
        [
            ("more", "than"),
            ("over",),
            ("further", "than"),
            ("farther", "than"),
            ("in", "excess", "of"),
            ("upwards", "of"),
            ("upward", "of"),
            ("beyond",),
            ("above",),
            ("exceeding",),
            ("greater", "than"),
            (">",),
            ("as", "much", "as", "over"),
        ],
        Qualifier.MORE_THAN,
    ),
    **dict.fromkeys(
        [
            ("at", "least"),
            ("no", "less", "than"),
            ("not", "less", "than"),
            ("no", "closer", "than"),
            ("minimum", "of"),
            ("no", "fewer", "than"),
            ("≥",),
            ("a", "minimum", "of"),
            ("no", "nearer", "than"),
        ],
        Qualifier.AT_LEAST,
    ),
    **dict.fromkeys([("within",), ("to", "within"), ("inside",)], Qualifier.WITHIN),
    **dict.fromkeys(
        [
            ("less", "than"),
            ("under",),
            ("fewer", "than"),
            ("closer", "than"),
            ("below",),
            ("<",),
            ("not", "even"),
            ("not",),
            ("nearer", "than"),
        ],
        Qualifier.LESS_THAN,
    ),
    **dict.fromkeys(
        [
            ("up", "to"),
            ("as", "far", "as"),
            ("as", "far", "away", "as"),
            ("at", "most"),
            ("no", "more", "than"),
            ("not", "more", "than"),
            ("as", "close", "as"),
            ("as", "near", "as"),
            ("no", "further", "than"),
            ("no", "farther", "than"),
            ("maximum", "of"),
            ("a", "maximum", "of"),
            ("as", "little", "as"),
            ("as", "much", "as"),
            ("≤",),
            ("max",),
            ("up", "to", "within"),
        ],
        Qualifier.UP_TO,
    ),
}
_QUALIFIER_LENGTH = max(map(len, _QUALIFIERS))
_QUALIFIER_ENDS = frozenset(words[-1] for words in _QUALIFIERS)
_QUALIFIER_FILLERS = frozenset("well a little slightly even still now somewhere anywhere distance of at lies".split())
_AFTERTHOUGHTS: dict[tuple[str, ...], Qualifier] = {
    ("or", "so"): Qualifier.ABOUT,
    ("or", "more"): Qualifier.AT_LEAST,
    ("or", "less"): Qualifier.UP_TO,
    ("or", "closer"): Qualifier.UP_TO,
    ("or", "farther"): Qualifier.AT_LEAST,
    ("or", "further"): Qualifier.AT_LEAST,
    ("plus",): Qualifier.AT_LEAST,
}
_BOUNDS = (Qualifier.MORE_THAN, Qualifier.AT_LEAST, Qualifier.LESS_THAN, Qualifier.UP_TO, Qualifier.WITHIN)


def qualifiers_before(tokens: Tokens, core: int) -> tuple[int, list[Qualifier]]:
    """Where the qualifying words before a figure start, and what they say, nearest first."""
    lower = tokens.lower
    start = core
    found: list[Qualifier] = []
    for _ in range(4):
        at = start
        while (
            at > max(0, start - 2)
            and lower[at - 1] in _QUALIFIER_FILLERS
            and at - 1 > 0
            and (lower[at - 2] in _QUALIFIER_ENDS or lower[at - 2] in _QUALIFIER_FILLERS)
        ):
            at -= 1
        match = _qualifier_ending_at(lower, at) if lower[at - 1] in _QUALIFIER_ENDS else None
        if match is None:
            break
        size, meaning = match
        start = at - size
        found.append(meaning)
    return start, found


def _qualifier_ending_at(lower: list[str], end: int) -> tuple[int, Qualifier] | None:
    for size in range(min(_QUALIFIER_LENGTH, end), 0, -1):
        meaning = _QUALIFIERS.get(tuple(lower[end - size : end]))
        if meaning is not None:
            return size, meaning
    return None


def qualifiers_after(tokens: Tokens, end: int) -> tuple[int, list[Qualifier]]:
    """The token after words such as "or so", and what they say."""
    for words, meaning in _AFTERTHOUGHTS.items():
        if tuple(tokens.lower[end : end + len(words)]) == words:
            return end + len(words), [meaning]
    return end, []


def strongest(qualifiers: Sequence[Qualifier]) -> Qualifier:
    """What several qualifiers together say: a bound outweighs "about", which outweighs "only"."""
    bounds = [qualifier for qualifier in qualifiers if qualifier in _BOUNDS]
    if bounds:
        return Qualifier.WITHIN if Qualifier.WITHIN in bounds else bounds[-1]
    return Qualifier.ABOUT if Qualifier.ABOUT in qualifiers else Qualifier.EXACT

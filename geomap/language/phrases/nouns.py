"""What a word does inside a noun phrase: describes, joins, heads it, or tells who holds the place."""

from __future__ import annotations

from geomap.language import words as lex
from geomap.language.phrases.chunks import PAST
from geomap.language.positions.compass import part_ending_at, starts_bearing
from geomap.language.text.tokens import Tokens
from geomap.model import MentionKind

QUOTES = frozenset("\" “ ” ‘ '".split())
POSSESSIVE = ("'s", "’s")
_MOST_HOLDER = 7
_OPENING = frozenset('" “ ‘'.split())
_CAPITALISED = frozenset("capital city town village port border coast base airport island river bridge camp".split())
"""Common nouns that reports like to capitalise: "the Capital, Lima"."""
_SHORT_COMPASS = frozenset("end side fork part edge bank shore base entrance".split())
"""Nouns before which collectors write "no" and "so" for north and south."""
_HELD = frozenset("held controlled occupied administered run ruled governed besieged dominated".split())
"""Participles that a hyphen joins to the holder of a place."""


def past_holder(tokens: Tokens, first: int) -> int:
    """Past who holds a place: "rebel-held", "non-government-controlled", "“DPR”-controlled", "Islamic State-run"."""
    at = first
    while at < first + _MOST_HOLDER and (tokens.words[at][:1].isalpha() or tokens.words[at] in QUOTES or tokens.hyphen(at)):
        if tokens.hyphen(at) and tokens.lower[at + 1] in _HELD:
            return at + 2
        if tokens.lower[at] in lex.STOPS and tokens.words[at] not in QUOTES:
            break
        at += 1
    return first


def is_ordinal(tokens: Tokens, at: int) -> bool:
    """Whether an ordinal in figures stands at a token: the "38th" of "38th parallel"."""
    return tokens.words[at].isdecimal() and tokens.lower[at + 1] in ("st", "nd", "rd", "th") and tokens.glued(at + 1)


def is_common_capital(tokens: Tokens, at: int) -> bool:
    """Whether a capitalised word is only a common noun: "the Capital, Lima", "the Port"."""
    if tokens.lower[at] not in _CAPITALISED or tokens.capital(at + 1) or tokens.hyphen(at + 1):
        return False
    return tokens.lower[at + 1] not in ("of", *POSSESSIVE)


def past_joint(tokens: Tokens, at: int, first: int) -> int:
    """Past what joins the words of a phrase: hyphens, "so-called", quotation marks, possessive endings."""
    lower = tokens.lower
    if lower[at] in ("so", "self") and tokens.hyphen(at + 1):
        return 3
    if is_ordinal(tokens, at):
        return 2
    if tokens.words[at] in _OPENING and tokens.words[at + 1][:1].isalpha():
        return 1
    if at == first:
        return 0
    if lower[at] in POSSESSIVE or (tokens.hyphen(at) and tokens.glued(at)):
        return 1
    return 1 if ends_plural_possessive(tokens, at) else 0


def ends_plural_possessive(tokens: Tokens, at: int) -> bool:
    """Whether an apostrophe ends a plural possessor: "the smugglers’ boat"."""
    if tokens.lower[at] not in ("’", "'") or not tokens.glued(at) or not tokens.lower[at - 1].endswith("s"):
        return False
    return tokens.words[at + 1][:1].isalpha() and tokens.lower[at + 1] not in lex.STOPS


def is_head(tokens: Tokens, at: int) -> bool:
    """Whether a word is the feature noun of its phrase, not one that specifies the next: "border" in "border post"."""
    return tokens.lower[at] in lex.FEATURES and not (tokens.lower[at] in lex.FEATURE_MODIFIERS and tokens.lower[at + 1] in lex.FEATURES)


def describes(tokens: Tokens, at: int, *, seen: bool, headed: bool) -> bool:
    """Whether a lower-case word goes on with a noun phrase; after its head only another feature noun does."""
    word, following = tokens.lower[at], tokens.lower[at + 1]
    if word in ("no", "so") and not seen and following in _SHORT_COMPASS:
        return True
    if not word[:1].isalpha() or word in lex.STOPS or word in lex.CALENDAR:
        return False
    if following in ("of", "from") and starts_bearing(word):
        return False
    if headed:
        return word in lex.FEATURES or (word in lex.FEATURE_MODIFIERS and following in lex.FEATURES)
    verbal = (
        word in PAST or word.endswith("ly") or (word.endswith(("ed", "ing")) and word not in lex.FEATURES and following not in lex.FEATURES)
    )
    return not (seen and verbal)


def kind_of_head(head: str) -> MentionKind:
    """The kind of mention that a head noun makes: a border, a coast, a moving thing, or a common noun."""
    if head in lex.BORDER_HEADS:
        return MentionKind.BORDER
    if head in lex.COAST_HEADS:
        return MentionKind.COAST
    return MentionKind.MOVING if head in lex.MOVING_HEADS else MentionKind.COMMON


def feature_of(tokens: Tokens, start: int, end: int) -> str | None:
    """The feature noun that ends a run, with the words that specify it: "border post"."""
    if end <= start or tokens.lower[end - 1] not in lex.FEATURES:
        return None
    first = end - 1
    while first > start and (tokens.lower[first - 1] in lex.FEATURE_MODIFIERS or tokens.lower[first - 1] in lex.FEATURES):
        first -= 1
    return tokens.text(first, end).lower()


def part_of(tokens: Tokens, start: int, end: int) -> str | None:
    """The compass part that a run's words name: "the western coast"."""
    return next((part for at in range(start + 1, end + 1) if (part := part_ending_at(tokens, at))), None)

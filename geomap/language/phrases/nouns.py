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
_STRIPPED = frozenset(
    "province governorate district region border coast coastline shore shoreline crossing post checkpoint garrison base outpost".split()
)
"""Feature nouns that no gazetteer has in its names, also with a capital: "YEMEN COAST", "Homs Governorate"."""
_BASES = frozenset(("air", "naval", "military", "army", "force"))
"""Words that make one name with the base that they stand before: "Shayrat Air Base"."""


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
    return not (seen and _is_verbal(word, following))


def _is_verbal(word: str, following: str) -> bool:
    """Whether a word has the form of a verb or adverb, and is no participle of a feature: "landing strip"."""
    if word in PAST or word.endswith("ly"):
        return True
    return word.endswith(("ed", "ing")) and word not in lex.FEATURES and following not in lex.FEATURES


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
    return next((part for at in range(end, start, -1) if (part := part_ending_at(tokens, at))), None)


def feature_run(tokens: Tokens, end: int, *, free: bool) -> int:
    """The token after the feature nouns that follow a name; after a nationality word any nouns may ("nearest Syrian army base")."""
    at = end
    while at < end + 4:
        step = _feature_step(tokens, at, seen=at > end, free=free)
        if not step:
            break
        at += step
    return at


def _feature_step(tokens: Tokens, at: int, *, seen: bool, free: bool) -> int:
    """How many tokens at a place go on with the feature nouns after a name: 2 with the hyphen before one."""
    lower = tokens.lower
    word = lower[at]
    if tokens.hyphen(at) and tokens.glued(at) and lower[at + 1] in lex.FEATURES:
        return 2
    if not tokens.words[at].islower():
        return 0
    if word in lex.FEATURES or (word in lex.FEATURE_MODIFIERS and _feature_ahead(lower, at + 1)):
        return 1
    return 1 if free and not (seen and lower[at - 1] in lex.FEATURES) and describes(tokens, at, seen=seen, headed=False) else 0


def _feature_ahead(lower: list[str], at: int) -> bool:
    """Whether a feature noun stands at a token, or behind one or two more words that specify it: "guard post" after "border"."""
    first = next((word for word in lower[at : at + 3] if word in lex.FEATURES or word not in lex.FEATURE_MODIFIERS), "")
    return first in lex.FEATURES


def without_features(tokens: Tokens, at: int, end: int) -> int:
    """The end of a name without the feature nouns that no gazetteer has in it: of "Homs Governorate", "Homs"."""
    lower = tokens.lower
    while end - 1 > at and lower[end - 1] in _STRIPPED and lower[end - 2] not in _BASES:
        end -= 1
    return end


def is_single_feature(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the feature nouns after a name are one, not "coast road", so that the last tells what the whole is; or a border's."""
    if end - start < 2:
        return end - start == 1
    return tokens.lower[end - 2] not in lex.FEATURES or tokens.lower[end - 2] in lex.BORDER_HEADS


def naming_head(head: str) -> str | None:
    """The noun, in the singular, of one or more places that its "of" names: "the city of", "the first of the villages of A and B"."""
    if head in lex.NAMING_HEADS:
        return head
    one = f"{head[:-3]}y" if head.endswith("ies") else head.removesuffix("s")
    return one if one in lex.NAMING_HEADS else None


def is_compass_adjective(tokens: Tokens, at: int, end: int) -> bool:
    """Whether a capitalised word is only a direction: "the Eastern province of X"."""
    return end == at + 1 and tokens.lower[at].endswith("ern") and starts_bearing(tokens.lower[at].removesuffix("ern"))

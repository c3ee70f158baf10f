"""What speaks for and against a stretch of words being the name of a place: the words themselves and those beside them."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.language import words as lex
from geomap.language.text.tokens import HYPHENS, Tokens
from geomap.language.toponyms import weights
from geomap.language.toponyms.fame import Fame
from geomap.language.toponyms.runs import begins_sentence
from geomap.model import MentionKind
from geomap.units import COMPASS_POINTS

_FEATURES = lex.AREA_NOUNS | lex.AREA_MODIFIERS
_NO_SINGLE = lex.NOT_PLACES | lex.ORGANISATION_NOUNS | lex.GEOGRAPHIC | lex.TITLES
_COURTESY = frozenset(("mr", "mrs", "ms", "dr"))
_DASHES = frozenset("-–—:(")
_PARTIES = frozenset(("d", "r", "dfl"))
_MOST_CODE = 4
"""A word in capitals up to this length is an acronym, unless it is a country's or a state's."""
_MOST_UNKNOWN = 4
"""Tokens of the longest name that only the words round it show to be a place's."""
_UNIT_BACK, _UNIT_AHEAD = 5, 7
"""Tokens before and after a name in which the unit of its distance stands."""


@dataclass(slots=True)
class Guess:
    """A stretch of words that may name a place, as indices of tokens."""

    tokens: Tokens
    """Those of the sentence."""
    start: int
    end: int
    """The name itself."""
    name: str
    """What a gazetteer is asked for."""
    weight: float
    kind: MentionKind = MentionKind.NAME
    feature: str | None = None
    part: str | None = None
    first: int = -1
    """First token of the mention: the word for a part, where there is one."""
    stop: int = -1
    """Token after the mention: after the feature words that follow."""
    area: bool = False
    """Whether it may be a country or a first-level division, which other places lie in."""
    seat: bool = False
    """Whether a government may sit there."""

    def __post_init__(self) -> None:
        self.first = self.start if self.first < 0 else self.first
        self.stop = self.end if self.stop < 0 else self.stop

    @property
    def one_word(self) -> bool:
        """Whether the name is one word, which may as well be a surname."""
        return self.end == self.start + 1

    def where(self) -> int:
        """The place of the name in the report."""
        return self.tokens.starts[self.start]

    def words_before(self, other: Guess) -> list[str]:
        """The words between this mention and a later one of the same sentence, in lower case; none where the other is in another one."""
        return self.tokens.lower[self.stop : other.first] if self.tokens is other.tokens else []

    def overlaps(self, other: Guess) -> bool:
        """Whether a later one begins within this mention."""
        return self.tokens is other.tokens and other.first < self.stop


def known(tokens: Tokens, start: int, end: int, *, run_end: int, fame: Fame, written: frozenset[str]) -> Guess:
    """A name that the gazetteer has, weighed; `written` are the words of the report as it writes them."""
    guess = Guess(
        tokens,
        start,
        end,
        tokens.text(start, end),
        weights.KNOWN + min(max(fame.prior, 0.0), weights.COUNTRY),
        area=fame.area,
        seat=fame.seat,
    )
    if guess.one_word:
        guess.weight += _weigh_word(tokens, start, written, area=fame.area)
    else:
        guess.weight += weights.LONG if tokens.upper(start) else weights.LONG_WITH_ARTICLE
    _weigh_before(tokens, guess)
    _weigh_after(tokens, guess, run_end)
    return guess


def unknown(tokens: Tokens, start: int, end: int) -> Guess | None:
    """A name that nobody knows, where the words round it show a place; None where they do not."""
    if end - start > _MOST_UNKNOWN or not tokens.upper(end - 1) or (tokens.upper(start) and tokens.lower[start] in _NO_SINGLE):
        return None
    before, further = tokens.lower[start - 1], tokens.lower[start - 2]
    stop = feature_end(tokens, end)
    if stop > end:
        feature: str | None = tokens.text(end, stop).lower()
    elif before == "of" and further in lex.NAMING_NOUNS and further in lex.AREA_NOUNS:
        feature = further
    elif before in lex.AREA_NOUNS and before not in lex.VAGUE_NOUNS:
        feature = before
    elif _distance_before(tokens, start) or _distance_after(tokens, end) or _placed_surely(tokens, start, end):
        feature = None
    else:
        return None
    return Guess(tokens, start, end, tokens.text(start, end), weights.UNKNOWN, feature=feature, stop=stop)


def _placed_surely(tokens: Tokens, start: int, end: int) -> bool:
    """Whether the word before an unknown name shows it to be a place's."""
    before = tokens.lower[start - 1]
    return before in lex.PLACING if not tokens.upper(start) else before in lex.PLACING_SURELY and not tokens.upper(end)


def is_metonym(guess: Guess) -> bool:
    """Whether the name of a capital or a country stands for its government: "Damascus said", "Moscow has denied"."""
    tokens = guess.tokens
    before = tokens.lower[guess.first - 1]
    if not guess.seat or guess.stop != guess.end or before in lex.PLACING or before in ("of", "from", "to", "near", "with", "for"):
        return False
    at = guess.stop
    while at < guess.stop + 2 and tokens.lower[at] in lex.ACTING_ADVERBS:
        at += 1
    return tokens.lower[at] in lex.ACTING


def _weigh_word(tokens: Tokens, at: int, written: frozenset[str], *, area: bool) -> float:
    """What a single word by itself says for or against being a place's name."""
    word, lower = tokens.words[at], tokens.lower[at]
    if word in COMPASS_POINTS and tokens.lower[at + 1] == "of":  # 10 km NE of Homs
        return weights.COMPASS
    if word.isupper() and len(word) <= _MOST_CODE:
        return 0.0 if area else weights.ACRONYM
    if len(word) < 3 or lower in _NO_SINGLE:
        return weights.COMMON_WORD
    return (weights.GIVEN if lower in lex.GIVEN else 0.0) + (weights.WRITTEN_SMALL if lower in written else 0.0)


def _weigh_before(tokens: Tokens, guess: Guess) -> None:
    """Add what the words before a name say of it."""
    at = guess.start
    if tokens.lower[at - 1] in lex.PARTS and not tokens.glued(at):
        at = _part_start(tokens, at - 1)
        guess.part = lex.PARTS[tokens.text(at, guess.start).lower().strip()]
        guess.first = at
        guess.weight += weights.PART
    before, further = tokens.lower[at - 1], tokens.lower[at - 2]
    if before == "of" and further in lex.NAMING_NOUNS:
        guess.weight += weights.NAMING
        guess.feature = further if further in lex.AREA_NOUNS else None
    elif before in lex.AREA_NOUNS and not tokens.upper(at - 1):
        guess.weight += weights.FEATURE
        guess.feature = before
    else:
        guess.weight += _word_before(tokens, at, one_word=guess.one_word)


def _part_start(tokens: Tokens, at: int) -> int:
    """The first token of a word for a part, which may have a hyphen: "north-western"."""
    whole = tokens.text(at - 2, at + 1).lower() if tokens.words[at - 1] in HYPHENS else ""
    return at - 2 if whole in lex.PARTS else at


def _word_before(tokens: Tokens, at: int, *, one_word: bool) -> float:
    before, further = tokens.lower[at - 1], tokens.lower[at - 2]
    if _distance_before(tokens, at):
        return weights.DISTANCE
    if before in lex.PLACING or before in lex.PLACING_WEAKLY:
        return weights.PLACING if before in lex.PLACING else weights.PLACING_WEAKLY
    if before == "of":
        return weights.OF_CAPITAL if tokens.upper(at - 2) else weights.OF
    if before in HYPHENS and further in _PARTIES:  # Rep. So-and-so, D-Chicopee
        return weights.PARTY
    if before in _COURTESY or (before == "." and further in _COURTESY):
        return weights.COURTESY
    return weights.SENTENCE_START if one_word and begins_sentence(tokens, at) else 0.0


def _distance_before(tokens: Tokens, at: int) -> bool:
    """Whether a distance leads up to a name: "within 30 km of", "40 miles north-east of"."""
    return tokens.lower[at - 1] in ("of", "from") and not lex.DISTANCE_UNITS.isdisjoint(
        tokens.lower[max(0, at - _UNIT_BACK) : max(0, at - 1)]
    )


def _weigh_after(tokens: Tokens, guess: Guess, run_end: int) -> None:
    """Add what the words after a name say of it; feature words become part of the mention."""
    at = guess.end
    if at < run_end and tokens.upper(at):  # it goes on to be something else's name
        guess.weight += weights.GOES_ON_AS_ORGANISATION if tokens.lower[at] in lex.ORGANISATION_NOUNS else weights.GOES_ON
        return
    guess.stop = feature_end(tokens, at)
    if guess.stop > at:
        guess.weight += weights.FEATURE
        guess.feature = tokens.text(at, guess.stop).lower()
        return
    guess.weight += _word_after(tokens, at, guess)


def _word_after(tokens: Tokens, at: int, guess: Guess) -> float:
    after, further = tokens.lower[at], tokens.lower[at + 1]
    if after == "news" and further in ("agency", "agencies"):
        return weights.NEWS_AGENCY
    if after in lex.PEOPLE:
        return weights.PEOPLE
    if _owns(tokens, at) or _suffered(tokens, at):
        return weights.OWNING
    if after in lex.SPEAKING:
        return weights.SPEAKING if guess.one_word else 0.0
    if after in _DASHES and begins_sentence(tokens, guess.start) and tokens.words[at - 1].isupper():  # HUME – Principal …
        return weights.DATELINE
    return _after_comma(tokens, at + 1, guess) if after == "," else 0.0


def _owns(tokens: Tokens, at: int) -> bool:
    """Whether what places have follows: "'s port"."""
    return tokens.lower[at] in ("'s", "’s") and tokens.lower[at + 1] in lex.OWNED


def _suffered(tokens: Tokens, at: int) -> bool:
    """Whether a passive follows that is said of places: "was shelled", "had been retaken"."""
    stop = at
    while stop < at + 4 and tokens.lower[stop] in lex.SUFFERING:
        stop += 1
    return stop > at and tokens.lower[stop] in lex.SUFFERED


def _after_comma(tokens: Tokens, at: int, guess: Guess) -> float:
    if tokens.upper(at):
        return weights.BEFORE_CAPITAL
    if _distance_after(tokens, at - 1):
        return weights.DISTANCE
    return weights.AGED if guess.one_word and tokens.words[at][:1].isdecimal() else 0.0


def _distance_after(tokens: Tokens, at: int) -> bool:
    """Whether a comma and a distance follow a name: "al-Shamiyah, more than 45 miles from …"."""
    near = tokens.lower[at + 1 : at + _UNIT_AHEAD]
    return tokens.words[at] == "," and any(word[:1].isdecimal() for word in near) and not lex.DISTANCE_UNITS.isdisjoint(near)


def feature_end(tokens: Tokens, at: int) -> int:
    """The token after the common nouns for a sort of place that follow a name; the same token where none do."""
    stop = at
    while stop < at + 3 and tokens.lower[stop] in _FEATURES and tokens.words[stop].islower():
        stop += 1
    return stop if stop > at and tokens.lower[stop - 1] in lex.AREA_NOUNS else at

"""One act of saying: its speaker, its verb and what is said, with what every way of finding one looks at."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.language import words as lex
from geomap.language.calendar.moments import find_moments
from geomap.language.phrases.chunks import (
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    index_at,
    is_auxiliary,
    is_nominal,
    is_verb,
    phrase_starting_at,
)
from geomap.language.speech.speakers import QUOTES_CLOSE
from geomap.language.text.tokens import Tokens
from geomap.language.words.tables import word_set
from geomap.model import Span

_COMPLEMENTING = word_set("in at for from with by of")
"""Prepositions that begin what describes a speaker: "police in Mola"."""
STATEMENT = word_set(
    "statement interview tweet post press conference briefing release note advisory report letter email reporters journalists comment speech facebook twitter telegram television tv"
)
_NO_SPEAKERS = word_set("what how why when since after before if although while because there nothing something that such so than")


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """One act of saying in a sentence, as token indices."""

    speaker: tuple[int, int]
    """The noun phrase of who says it."""
    verb: int
    matrix: tuple[int, int]
    """The words of the saying itself, with its own words of time."""
    content: tuple[tuple[int, int], ...]
    """What is said: one range, or two round a parenthesis."""
    denies: bool = False
    open: bool = False
    """Whether it is neither confirmed nor denied, or not denied: nobody's word for it."""

    def holds(self, start: int, end: int) -> bool:
        """Whether a range of tokens is part of what is said."""
        return any(low <= start and end <= high for low, high in self.content)


def can_speak(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether some words are a noun phrase, perhaps with what describes it, and no clause of their own."""
    first = tokens.lower[start]
    if start >= stop or first in _NO_SPEAKERS or first in PREPOSITIONS:
        return False
    if first in PERSONAL:
        return True
    if is_verb(tokens, start) and not is_nominal(tokens, start):
        return False
    relative = next((at for at in range(start, stop) if tokens.lower[at] in RELATIVES or tokens.words[at] == ","), stop)
    return not any(is_auxiliary(tokens, at) for at in range(start, relative))


def moment_tokens(tokens: Tokens) -> dict[int, int]:
    """For each token in words of time, where those words end."""
    spans = [moment.span for moment in find_moments(tokens) if not moment.weak]
    ends: dict[int, int] = {}
    for span in spans:
        first, last = index_at(tokens, span.start), index_at(tokens, span.end - 1) + 1
        if tokens.lower[last] in ("'s", "’s") or tokens.lower[last] in ("’", "'"):
            continue  # "Monday's strike" tells of the strike
        ends.update(dict.fromkeys(range(first, last), last))
    return ends


def past_tails(tokens: Tokens, end: int, start: int) -> int:
    """Past what tells more of a speaker and ends with the clause: "police in Mola", "a statement by the ministry"."""
    while end > start and tokens.lower[end] in _COMPLEMENTING:
        further = phrase_starting_at(tokens, end + 1)
        if further == end + 1 or tokens.lower[further] not in (",", ".", "") or tokens.lower[further - 1] in STATEMENT:
            break
        if not (tokens.lower[end + 1] in lex.DETERMINERS or tokens.capital(end + 1)):
            break
        end = further
    return end


def span_of(tokens: Tokens, bounds: tuple[int, int]) -> Span:
    """A token range as a span without quotation marks at its ends."""
    start, end = bounds
    while start < end - 1 and tokens.words[start] in "\"“”'‘’":
        start += 1
    while end - 1 > start and tokens.words[end - 1] in "\"“”'‘’,":
        end -= 1
    return tokens.span(start, end)


def head_at(tokens: Tokens, start: int, stop: int) -> int:
    """The head of a speaker's words: of "seismologists at Mola" and "the mayor, a doctor", "seismologists" and "mayor"."""
    ends = (
        at
        for at in range(start + 1, stop)
        if tokens.lower[at] in _COMPLEMENTING or tokens.lower[at] in RELATIVES or tokens.words[at] in ",(" or is_verb(tokens, at)
    )
    return next(ends, stop) - 1


def ends_quote(tokens: Tokens, start: int) -> bool:
    """Whether a quotation ends just before a token, in the sentence or with the one before."""
    if start == 0:
        return tokens.report.text[: tokens.starts[0]].rstrip()[-1:] in QUOTES_CLOSE
    last = tokens.words[start - 1]
    return last in QUOTES_CLOSE or (last in ",." and tokens.words[start - 2] in QUOTES_CLOSE)


_FORCES = word_set("force forces squad team")
"""Bodies that rather act than tell."""
_ELLIPTIC = word_set("first second third latter former other")
"""Words for one of several accounts."""


def can_be_teller(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether a subject can speak: a person, a body, a proper name, a pronoun, a document."""
    head = head_at(tokens, start, stop)
    word = tokens.lower[head]
    known = word in lex.TELLERS or word in lex.ROLES or word in lex.ORGANISATIONS or word in lex.WITNESSES or word in lex.MEASURERS
    known = known or (word in lex.ORGANISATION_NOUNS and word not in _FORCES) or word in lex.FINDINGS or word in _ELLIPTIC
    return known or word in PERSONAL or tokens.capital(head) or tokens.lower[start] in lex.POSSESSIVES

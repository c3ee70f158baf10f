"""Whose words a verb of saying tells: its subject, by marks and neighbours, without a parse."""

from __future__ import annotations

from geomap.language import words as lex
from geomap.language.phrases.chunks import (
    ADVERBS,
    CONJUNCTIONS,
    LOOK,
    PERSONAL,
    RELATIVES,
    abbreviates,
    is_auxiliary,
    is_new_clause,
    is_nominal,
    is_verb,
    phrase_ending_at,
    phrase_starting_at,
)
from geomap.language.text.tokens import Tokens
from geomap.language.words.tables import word_set

SAYING = word_set(
    """said say says saying told tell tells telling claimed claiming confirmed confirms confirming reported reporting stated stating announced
    announces announcing added adds adding insisted insists insisting alleged alleges alleging argued argues acknowledged acknowledges admitted
    admits declared declares warned warns noted explained explains tweeted wrote testified recalled asserted asserts maintained conceded
    countered replied responded signaled signalled estimated estimates suggested suggests specified identified disclosed revealed believed believes
    maintains contended contends conceded concedes cautioned recalls recounts replies counters understands
    concluded concludes posted broadcast indicated indicates clarified reiterated stressed emphasised emphasized remarked commented stating
    warning arguing noting"""
)
"""Verbs whose object may be what somebody says."""
DENYING = word_set(
    "denied denies deny denying rejected rejects reject rejecting dismissed dismisses refuted refutes disputed disputes contradicted"
)
"""Verbs whose object is said not to be so."""
NOUN_OR_VERB = word_set("claims reports claim report states estimate estimates tells")
QUOTES_OPEN = frozenset('“«"')
QUOTES_CLOSE = frozenset('”»"')
_MARKS = frozenset(",;:.!?…|•*\x96\x97") | QUOTES_OPEN | QUOTES_CLOSE
DASHES = frozenset("-‐‑‒–—−\x96\x97")


_NEGATIONS = word_set("not never n't neither nor")
_CLAUSE_LINKS = word_set("but that because although whereas while when if as than before after")
"""Conjunctions that no subject reaches back beyond."""
_ADJUNCT_LINKS = word_set("in on at by for")
"""Prepositions of phrases that may stand before a subject: "in Arvo police said"."""
_VERBS_BACK = 15
"""An "and" joins two clauses where a verb stands at most so many tokens before it."""
_MOST_OPENERS = 6
_MOST_APPOSED = 3
_MESSAGES = word_set("letter letters message messages note notes statement memo cable")
_ADDRESSING = word_set("to with of on by from for at")
_CLOCK = word_set("a.m. p.m. am pm gmt utc")


def is_mark(tokens: Tokens, index: int) -> bool:
    """Whether a token is a mark between phrases, not the stop of "Lt." or the hyphen of a name."""
    if tokens.words[index] in DASHES:
        return not (tokens.glued(index) and tokens.glued(index + 1))
    return tokens.words[index] in _MARKS and not abbreviates(tokens, index)


def is_negation(word: str) -> bool:
    """Whether a lower-case word negates: "not", "didn't"."""
    return word in _NEGATIONS or word.endswith(("n't", "n’t"))


def subject_of(
    tokens: Tokens, verb: int, moments: dict[int, int], previous: tuple[int, int] | None = None
) -> tuple[tuple[int, int], int] | None:
    """Who says it, and where the words of the saying begin; None where no subject is in sight.

    `moments` are the ends of words of time by their tokens; `previous` is who spoke before in the sentence, for "… and added".
    """
    lower = tokens.lower
    end = verb
    while end > 0 and _leads_verb(tokens, end - 1, moments):
        end -= 1
    if end == 0:
        return None
    adds = lower[verb].endswith("ing")
    if adds or lower[end - 1] in ("and", "but"):
        speaker = previous or _first_speaker(tokens, end - 1, moments)
        return None if speaker is None else (speaker, end if adds else end - 1)
    return _relative_subject(tokens, end) if lower[end - 1] in RELATIVES else _own_subject(tokens, verb, end, moments)


def _leads_verb(tokens: Tokens, at: int, moments: dict[int, int]) -> bool:
    """Whether a word stands between a subject and its verb."""
    word = tokens.lower[at]
    at_first = tokens.lower[at : at + 2] == ["at", "first"] or tokens.lower[at - 1 : at + 1] == ["at", "first"]
    return (
        at_first or word in ADVERBS or word in _NEGATIONS or is_auxiliary(tokens, at) or at in moments or _leads_moment(tokens, at, moments)
    )


def _own_subject(tokens: Tokens, verb: int, end: int, moments: dict[int, int]) -> tuple[tuple[int, int], int] | None:
    """The phrase before a verb."""
    lower = tokens.lower
    start, stop = _segment(tokens, end)
    start = _past_openers(tokens, start, stop, moments)
    if start >= stop or lower[start] == "there":
        return None
    if lower[verb] in NOUN_OR_VERB and start > 0 and (lower[start - 1] in SAYING or lower[start - 1] in DENYING):
        return None  # "denies claims that"
    start += lower[start] in RELATIVES
    if lower[start] in PERSONAL and stop - start > 1:
        if any(is_verb(tokens, at) for at in range(start + 1, stop)):
            return None
        stop = start + 1
    return (start, stop), start


def _first_speaker(tokens: Tokens, before: int, moments: dict[int, int]) -> tuple[int, int] | None:
    """The first phrase of a sentence, where it is the subject of the clause that goes on."""
    dateline = next((at + 1 for at in range(min(before, 14)) if tokens.words[at] in DASHES and is_mark(tokens, at)), 0)
    start = _past_openers(tokens, dateline, before, moments)
    stop = after = phrase_starting_at(tokens, start, before)
    if tokens.words[stop] == ",":
        after = next((at + 1 for at in range(stop + 1, min(before, stop + LOOK)) if tokens.words[at] == ","), stop)
    if stop == start or not is_verb(tokens, after):
        return None
    if before - after > LOOK:
        return None
    clauses = any(tokens.lower[at] in ("and", "but", "while", ";") and is_new_clause(tokens, at, before) for at in range(after, before))
    return None if clauses else (start, stop)


def _leads_moment(tokens: Tokens, index: int, moments: dict[int, int]) -> bool:
    return tokens.lower[index] in ("on", "late", "early", "earlier", "in") and index + 1 in moments


def _relative_subject(tokens: Tokens, end: int) -> tuple[tuple[int, int], int] | None:
    """The subject of "…, who said": the phrase before it."""
    at = end - 1
    while at > 0 and tokens.words[at - 1] == ",":
        at -= 1
    start = phrase_ending_at(tokens, at)
    return ((start, at), end - 1) if start < at else None


def _segment(tokens: Tokens, end: int) -> tuple[int, int]:
    """The stretch before a verb that its subject fills: back to a mark, a conjunction after a clause, or the sentence's start."""
    floor = max(0, end - LOOK)
    stop = end
    if tokens.lower[end - 1] == "," or (tokens.words[end - 1] in DASHES and is_mark(tokens, end - 1)):  # X, an apposition, said
        named = _before_apposition(tokens, end, floor)
        if named is None:
            return end, end
        stop = named
    at = stop
    while at > floor and not _bounds_subject(tokens, at - 1, stop, floor):
        at -= 1
    if at > floor and tokens.lower[at - 1] == "that" and is_verb(tokens, at):
        noun = phrase_ending_at(tokens, at - 1, floor)
        return (noun, at - 1) if noun < at - 1 else (at, stop)
    return at, stop


def _before_apposition(tokens: Tokens, end: int, floor: int) -> int | None:
    """Where the name before appositions ends: of "X, a doctor, of Mola, said", after X; None where a clause stands between the marks."""
    stop = _opening_before(tokens, end - 1, floor)
    if stop is None or _has_clause(tokens, stop + 1, end - 1):
        return None
    for _ in range(_MOST_APPOSED):
        further = _phrase_before_comma(tokens, stop, floor)
        if further is None:
            break
        stop = further
    return stop


def _bounds_subject(tokens: Tokens, at: int, stop: int, floor: int) -> bool:
    """Whether a token stands before a subject that ends at `stop`: a mark, another verb of saying, a conjunction."""
    word = tokens.lower[at]
    if word in _CLAUSE_LINKS or is_mark(tokens, at) or (word in ("which", "whom") and not is_verb(tokens, at + 1)):
        return True
    if word == "and":
        return at == 0 or tokens.lower[at - 1] == "," or any(is_verb(tokens, step) for step in range(max(floor, at - _VERBS_BACK), at))
    return (word in SAYING or word in DENYING) and at + 1 < stop and is_verb(tokens, at)


def _opening_before(tokens: Tokens, end: int, floor: int) -> int | None:
    """The comma or dash that opens an apposition closed at `end`."""
    comma = tokens.words[end] == ","
    for at in range(end - 1, floor, -1):
        if tokens.words[at] == "," if comma else tokens.words[at] in DASHES and is_mark(tokens, at):
            return at
        if is_mark(tokens, at) and tokens.words[at] != ",":
            return None
    return None


def _phrase_before_comma(tokens: Tokens, stop: int, floor: int) -> int | None:
    """Where the words before a stop are themselves an apposition to a name: the comma before them."""
    comma = next((at for at in range(stop - 1, floor, -1) if is_mark(tokens, at)), None)
    if comma is None or tokens.words[comma] != "," or _has_clause(tokens, comma + 1, stop):
        return None
    begin = phrase_ending_at(tokens, comma, floor)
    leads = begin == 0 or (is_mark(tokens, begin - 1) and tokens.words[begin - 1] != ",") or tokens.lower[begin - 1] in CONJUNCTIONS
    return comma if begin < comma and leads and tokens.capital(comma - 1) else None


def _has_clause(tokens: Tokens, start: int, end: int) -> bool:
    """Whether a stretch between commas is a clause with a finite verb of its own, and no relative clause."""
    first = tokens.lower[start]
    if first in RELATIVES or not is_nominal(tokens, start):
        return False
    return any(is_auxiliary(tokens, index) for index in range(start, end)) and not any(
        tokens.lower[index] in RELATIVES for index in range(start, end)
    )


def _past_openers(tokens: Tokens, start: int, stop: int, moments: dict[int, int]) -> int:
    """Past conjunctions, adverbs, words of time and leading adjuncts: "But on Tuesday the army (said)"."""
    for _ in range(_MOST_OPENERS):
        further = _past_opener(tokens, start, stop, moments) if start < stop else start
        if further == start:
            break
        start = further
    return start


def _past_opener(tokens: Tokens, start: int, stop: int, moments: dict[int, int]) -> int:
    """Past one of them; the same token where none stands."""
    lower = tokens.lower
    if start in moments:
        return moments[start]
    adverb = lower[start] in ADVERBS and start + 1 < stop and not tokens.hyphen(start + 1)
    if adverb or lower[start] in CONJUNCTIONS or _leads_moment(tokens, start, moments):
        return start + 1
    if tokens.words[start][:1].isdigit() and lower[start + 1] in _CLOCK and start + 2 < stop:
        return start + 2
    if lower[start] in _ADJUNCT_LINKS and start + 1 < stop:
        further = phrase_starting_at(tokens, start + 1, stop)
        if further < stop and lower[further - 1] in _MESSAGES:
            return _past_message(tokens, further, stop)
        return further if start + 1 < further < stop else start
    return start


def _past_message(tokens: Tokens, start: int, stop: int) -> int:
    """Where the subject begins after what tells more of a message: "in a letter to the Council the ministry", "… to the Council Britain"."""
    subject = phrase_ending_at(tokens, stop, start)
    if subject == stop or tokens.lower[subject - 1] not in _ADDRESSING:
        return subject
    return next((at for at in range(subject + 1, stop) if " ".join(tokens.lower[at:stop]) in lex.COUNTRIES), stop - 1)

"""Reported speech: who says what in a sentence.

A frame is one act of saying: its speaker, the words round its verb, and what is said. Frames are found by verbs of saying and their
neighbours, without a parse.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from geomap.language import lexicon as lex
from geomap.language.moments import find_moments
from geomap.language.phrases import (
    ADVERBS,
    CONJUNCTIONS,
    LOOK,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    index_at,
    is_auxiliary,
    is_nominal,
    is_verb,
    phrase_ending_at,
    phrase_starting_at,
)
from geomap.language.tokens import Tokens
from geomap.model import Span


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


SAYING = _words(
    """said say says saying told tell tells telling claimed claiming confirmed confirms confirming reported reporting stated stating announced
    announces announcing added adds adding insisted insists insisting alleged alleges alleging argued argues acknowledged acknowledges admitted
    admits declared declares warned warns noted explained explains tweeted wrote testified recalled asserted asserts maintained conceded
    countered replied responded signaled signalled estimated estimates suggested suggests specified identified disclosed revealed believed believes
    concluded concludes posted broadcast indicated indicates clarified reiterated stressed emphasised emphasized remarked"""
)
"""Verbs whose object may be what somebody says."""
DENYING = _words(
    "denied denies deny denying rejected rejects reject rejecting dismissed dismisses refuted refutes disputed disputes contradicted"
)
"""Verbs whose object is said not to be so."""
_NOUN_OR_VERB = _words("claims reports claim report states estimate estimates tells")
_NEED_CLAUSE = _words(
    """estimated estimates indicated maintained posted broadcast concluded disclosed revealed suggested suggests specified stressed
    believed believes indicates concludes noted"""
)
"""Verbs that report only with a clause or a quotation after them, or after what is said."""
_BY = _words("said reported confirmed stated announced claimed estimated described denied identified corroborated")
_NO_AGENTS = _words("telephone phone email e-mail radio letter text video satellite fax post mail")
_QUOTES_OPEN = frozenset('“«"')
_QUOTES_CLOSE = frozenset('”»"')
_MARKS = frozenset(",;:.!?") | _QUOTES_OPEN | _QUOTES_CLOSE
_STATEMENT = _words(
    "statement interview tweet post press conference briefing release note advisory report letter email reporters journalists comment speech facebook twitter telegram television tv"
)


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

    def holds(self, start: int, end: int) -> bool:
        """Whether a range of tokens is part of what is said."""
        return any(low <= start and end <= high for low, high in self.content)


def find_frames(tokens: Tokens) -> tuple[Frame, ...]:
    """The acts of saying in a sentence, in reading order."""
    return tokens.once(_frames)


def _frames(tokens: Tokens) -> tuple[Frame, ...]:
    moments = _moment_tokens(tokens)
    found: list[Frame] = []
    for index in range(tokens.count):
        word = tokens.lower[index]
        if word == "according" and tokens.lower[index + 1] == "to":
            frame = _by_agent(tokens, index, index + 2)
        elif word == "by" and tokens.lower[index - 1] in _BY and tokens.lower[index + 1] not in _NO_AGENTS:
            frame = _by_agent(tokens, index - 1, index + 1)
        elif word in SAYING or word in DENYING or word in _NOUN_OR_VERB:
            frame = _by_verb(tokens, index, moments)
        elif word in ("put", "puts", "placed", "locates", "located"):
            frame = _by_placing(tokens, index, moments)
        else:
            continue
        if frame is not None:
            found.append(frame)
    return tuple(found)


def _moment_tokens(tokens: Tokens) -> dict[int, int]:
    """For each token in words of time, where those words end."""
    spans = [moment.span for moment in find_moments(tokens) if not moment.weak]
    ends: dict[int, int] = {}
    for span in spans:
        first, last = index_at(tokens, span.start), index_at(tokens, span.end - 1) + 1
        if tokens.lower[last] in ("'s", "’s") or tokens.lower[last] in ("’", "'"):
            continue  # "Monday's strike" tells of the strike
        ends.update(dict.fromkeys(range(first, last), last))
    return ends


def _by_agent(tokens: Tokens, verb: int, start: int) -> Frame | None:
    """The speaker of "according to X" or "as confirmed by X"."""
    end = _past_short_name(tokens, phrase_starting_at(tokens, start))
    while end > start and tokens.lower[end] in ("in", "at", "for", "from", "with") and tokens.lower[end + 1] in lex.DETERMINERS:
        further = phrase_starting_at(tokens, end + 1)
        if further == end + 1 or tokens.lower[further] not in (",", ".", ""):
            break
        end = further
    if end == start:
        return None
    return Frame(speaker=(start, end), verb=verb, matrix=(verb, end), content=((0, verb), (end, tokens.count)))


def _by_placing(tokens: Tokens, verb: int, moments: dict[int, int]) -> Frame | None:
    """Who puts something somewhere by saying so: "the Pentagon put the wreck at …"."""
    thing = phrase_starting_at(tokens, verb + 1)
    at = thing + (tokens.lower[thing] in ADVERBS)
    if thing == verb + 1 or not (
        tokens.lower[at] in ("at", "within", "near", "between", "outside", "inside") or tokens.words[at][:1].isdigit()
    ):
        return None
    subject = _subject(tokens, verb, moments)
    if subject is None or not (tokens.capital(subject[0][1] - 1) or tokens.lower[subject[0][1] - 1] in _ACCOUNTS):
        return None
    return Frame(speaker=subject[0], verb=verb, matrix=(subject[1], verb + 1), content=((verb + 1, tokens.count),))


_ACCOUNTS = _words(
    "report reports account accounts estimate estimates statement official officials source sources spokesman army military ministry police agency data"
)


def _past_short_name(tokens: Tokens, end: int) -> int:
    """Past a short name in brackets: "the Geological Survey (USGS)"."""
    return end + 3 if tokens.words[end] == "(" and tokens.words[end + 2] == ")" and tokens.capital(end + 1) else end


def _by_verb(tokens: Tokens, verb: int, moments: dict[int, int]) -> Frame | None:
    lower = tokens.lower
    if not _is_saying(tokens, verb):
        return None
    after = _past_adjuncts(tokens, verb + 1, moments)
    denies = lower[verb] in DENYING
    inverted = _inverted(tokens, verb)
    if inverted is not None:
        return Frame(speaker=inverted, verb=verb, matrix=(verb, inverted[1]), content=((0, verb),), denies=denies)
    subject = _subject(tokens, verb, moments)
    if subject is None:
        return None
    speaker, start = subject
    matrix = (start, after)
    if _closes(tokens, after, verb):
        content = _content_before(tokens, start, after)
        return Frame(speaker=speaker, verb=verb, matrix=matrix, content=content, denies=denies)
    if lower[verb] in _NEED_CLAUSE and not _clause_follows(tokens, after):
        return None
    content = ((after, tokens.count),)
    if _ends_quote(tokens, start):
        content = ((0, start), *content) if lower[verb + 1] in (",", ":") else ((0, start),)
    return Frame(speaker=speaker, verb=verb, matrix=matrix, content=content, denies=denies)


def _is_saying(tokens: Tokens, verb: int) -> bool:
    """Whether a verb of saying is active and finite here, and not a noun."""
    lower = tokens.lower
    before, after = lower[verb - 1], lower[verb + 1]
    if lower[verb].endswith("ing"):
        return before == ","
    step = verb - 1
    while step > 0 and lower[step] in ADVERBS:
        step -= 1
    if lower[step] in ("is", "are", "was", "were", "be", "been", "being", "to", "of") or tokens.hyphen(verb - 1) or tokens.hyphen(verb + 1):
        return False
    if lower[verb] in _NOUN_OR_VERB:
        opens = after == "that" or after in lex.DETERMINERS or after in PERSONAL or after in lex.POSSESSIVES or tokens.capital(verb + 1)
        return (
            opens
            and not is_verb(tokens, verb - 1)
            and before not in lex.DETERMINERS
            and before not in lex.POSSESSIVES
            and before not in PREPOSITIONS
        )
    if before in lex.DETERMINERS or before in lex.POSSESSIVES or before in ("'s", "’s"):
        return False
    return after != "by" or lower[verb + 2] in _NO_AGENTS


def _past_adjuncts(tokens: Tokens, at: int, moments: dict[int, int]) -> int:
    """Past words of time and "in a statement" after a verb of saying."""
    lower = tokens.lower
    for _ in range(4):
        skip = at
        while lower[skip] in ("on", "late", "early", "earlier", "later", "in", "by", "also") and skip - at < 2 and skip + 1 in moments:
            skip += 1
        if skip in moments:
            at = moments[skip]
            continue
        if lower[at] in ("in", "to", "at", "on", "during"):
            end = phrase_starting_at(tokens, at + 1)
            if end > at + 1 and any(lower[word] in _STATEMENT for word in range(at + 1, end)):
                at = end
                continue
        break
    return at


def _closes(tokens: Tokens, after: int, verb: int) -> bool:
    """Whether nothing of what is said follows: the verb stands at the end, or in a parenthesis."""
    word = tokens.lower[after]
    if after >= tokens.count or word in (".", "!", "?", ";") or (word == ")"):
        return True
    if word == ",":
        return tokens.lower[verb] not in DENYING
    return word in ("as", "while", "after", "when") and after == verb + 1


def _content_before(tokens: Tokens, start: int, after: int) -> tuple[tuple[int, int], ...]:
    """What stands before a closing "X said", and what goes on after it unless the quotation is over."""
    if after >= tokens.count or tokens.lower[after] != ",":
        return ((0, start),)
    if _ends_quote(tokens, start):
        goes_on = tokens.words[after + 1] in _QUOTES_OPEN or tokens.lower[after + 1] in ("adding", "noting", "saying")
        return ((0, start), (after, tokens.count)) if goes_on else ((0, start),)
    if tokens.lower[after + 1] in ("adding", "noting", "saying") or tokens.lower[after + 1] not in CONJUNCTIONS:
        return ((0, start), (after, tokens.count))
    return ((0, start),)


def _ends_quote(tokens: Tokens, start: int) -> bool:
    """Whether a quotation ends just before a token."""
    return start > 0 and (
        tokens.words[start - 1] in _QUOTES_CLOSE or (tokens.words[start - 1] in ",." and tokens.words[start - 2] in _QUOTES_CLOSE)
    )


def _clause_follows(tokens: Tokens, at: int) -> bool:
    """Whether a clause or quotation begins at a token: "that …", or a phrase with a verb after it."""
    if tokens.lower[at] == "that" or tokens.words[at] in _QUOTES_OPEN or tokens.lower[at] == ":":
        return True
    end = phrase_starting_at(tokens, at)
    return end > at and is_verb(tokens, end)


def _inverted(tokens: Tokens, verb: int) -> tuple[int, int] | None:
    """The speaker after the verb, as in '…," said the mayor'."""
    if verb == 0 or not (tokens.words[verb - 1] == "," or tokens.words[verb - 1] in _QUOTES_CLOSE) or tokens.lower[verb] not in SAYING:
        return None
    if tokens.lower[verb].endswith("ing"):
        return None
    end = phrase_starting_at(tokens, verb + 1)
    if end == verb + 1 or tokens.lower[verb + 1] == "that":
        return None
    at = end
    stop = min(tokens.count, end + LOOK)
    while at < stop and tokens.words[at] not in _MARKS:
        if is_verb(tokens, at) and tokens.lower[at - 1] not in RELATIVES:
            return None
        at += 1
    quoted = tokens.words[verb - 1] in _QUOTES_CLOSE or tokens.words[verb - 2] in _QUOTES_CLOSE
    return (verb + 1, end) if quoted or any(is_verb(tokens, index) for index in range(max(0, verb - LOOK), verb - 1)) else None


def _subject(tokens: Tokens, verb: int, moments: dict[int, int]) -> tuple[tuple[int, int], int] | None:
    """Who says it, and where the words of the saying begin; None where no subject is in sight."""
    lower = tokens.lower
    end = verb
    while end > 0 and (
        lower[end - 1] in ADVERBS or is_auxiliary(tokens, end - 1) or end - 1 in moments or _leads_moment(tokens, end - 1, moments)
    ):
        end -= 1
    if end == 0:
        return None
    if lower[verb].endswith("ing"):
        return None  # "…, adding that": the frame before it goes on
    if lower[end - 1] in RELATIVES or lower[end - 1] == "and":
        return _relative_subject(tokens, end)
    start, stop = _segment(tokens, end)
    start = _past_openers(tokens, start, stop, moments)
    if start >= stop or lower[start] == "there":
        return None
    if lower[start] in PERSONAL and stop - start > 1:
        stop = start + 1
    return (start, stop), start


def _leads_moment(tokens: Tokens, index: int, moments: dict[int, int]) -> bool:
    return tokens.lower[index] in ("on", "late", "early", "earlier", "in") and index + 1 in moments


def _relative_subject(tokens: Tokens, end: int) -> tuple[tuple[int, int], int] | None:
    """The subject of "…, who said" or of "X did this and said": the phrase before it, or the sentence's first."""
    if tokens.lower[end - 1] == "and":
        stop = phrase_starting_at(tokens, 0)
        return ((0, stop), end - 1) if stop and is_verb(tokens, stop) else None
    at = end - 1
    while at > 0 and tokens.words[at - 1] == ",":
        at -= 1
    start = phrase_ending_at(tokens, at)
    return ((start, at), end - 1) if start < at else None


def _segment(tokens: Tokens, end: int) -> tuple[int, int]:
    """The stretch before a verb that its subject fills: back to a mark, a conjunction after a clause, or the sentence's start."""
    lower = tokens.lower
    floor = max(0, end - LOOK)
    stop = end
    if lower[end - 1] == ",":  # X, an apposition, said
        comma = _comma_before(tokens, end - 1, floor)
        if comma is not None and not _has_clause(tokens, comma + 1, end - 1):
            stop = comma
        else:
            return end, end
    at = stop
    while at > floor:
        word = lower[at - 1]
        if (
            tokens.words[at - 1] in _MARKS
            or (word in SAYING and at < stop and is_verb(tokens, at - 1))
            or word in ("but", "that", "because", "although", "whereas", "while", "when", "if", "as", "than", "before", "after")
        ):
            break
        if word == "and" and (
            at - 1 == 0 or lower[at - 2] == "," or any(is_verb(tokens, index) for index in range(max(floor, at - 16), at - 1))
        ):
            break
        at -= 1
    return at, stop


def _comma_before(tokens: Tokens, end: int, floor: int) -> int | None:
    """The comma that opens an apposition closed before `end`."""
    for at in range(end - 1, floor, -1):
        if tokens.words[at] == ",":
            return at
        if tokens.words[at] in ';:.“”"':
            return None
    return None


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
    lower = tokens.lower
    for _ in range(6):
        if start >= stop:
            break
        if start in moments:
            start = moments[start]
        elif (_leads_moment(tokens, start, moments)) or lower[start] in CONJUNCTIONS or (lower[start] in ADVERBS and start + 1 < stop):
            start += 1
        elif lower[start] in ("in", "on", "at", "by", "for") and start + 1 < stop:
            further = phrase_starting_at(tokens, start + 1, stop)
            if further == start + 1 or further >= stop:
                break
            start = further
        else:
            break
    return start


_OPEN = re.compile(r"[“«]|(?<![\w”»])\"(?=\w)")
_CLOSE = re.compile(r"[”»]|(?<=[\w.,!?…])\"(?!\w)")


def open_quote_after(text: str, start: int, end: int) -> bool:
    """Whether a quotation that opens in a stretch of text is still open at its end."""
    opened = max((match.start() for match in _OPEN.finditer(text, start, end)), default=-1)
    closed = max((match.start() for match in _CLOSE.finditer(text, start, end)), default=-1)
    return opened > closed


def span_of(tokens: Tokens, bounds: tuple[int, int]) -> Span:
    """A token range as a span without quotation marks at its ends."""
    start, end = bounds
    while start < end - 1 and tokens.words[start] in "\"“”'‘’":
        start += 1
    while end - 1 > start and tokens.words[end - 1] in "\"“”'‘’,":
        end -= 1
    return tokens.span(start, end)

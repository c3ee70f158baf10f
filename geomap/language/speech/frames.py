"""Reported speech: who says what in a sentence.

A frame is one act of saying: its speaker, the words round its verb, and what is said. Frames are found by verbs of saying and their
neighbours, without a parse.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geomap.language import words as lex
from geomap.language.calendar.moments import find_moments
from geomap.language.phrases.chunks import (
    ADVERBS,
    CONJUNCTIONS,
    LOOK,
    NUMBERS,
    PERSONAL,
    PREPOSITIONS,
    RELATIVES,
    SPECIFIERS,
    before_adverbs,
    index_at,
    is_auxiliary,
    is_nominal,
    is_verb,
    phrase_starting_at,
)
from geomap.language.speech.speakers import (
    DASHES,
    DENYING,
    NOUN_OR_VERB,
    QUOTES_CLOSE,
    QUOTES_OPEN,
    SAYING,
    is_mark,
    is_negation,
    subject_of,
)
from geomap.language.text.tokens import Tokens
from geomap.language.words.tables import word_set
from geomap.model import Span

_NEED_CLAUSE = word_set(
    """estimated estimates indicated maintained posted broadcast concluded disclosed revealed suggested suggests specified stressed
    believed believes indicates concludes noted commented warning arguing noting
    added adds adding stated states stating responded replied identified signaled signalled"""
)
"""Verbs that report only with a clause or a quotation after them, or after what is said."""
_CLAIMING = word_set("claim claims claimed claiming")
"""Verbs that report with a clause or an infinitive only: "claims a strip of sea" puts no words in a mouth."""
_ADJECTIVAL = word_set(
    "alleged reported confirmed estimated suggested identified stated declared claims reports states estimates estimate report claim"
)
"""Verbs of saying whose form, with a capital inside a sentence, belongs to a name or headline noun: "the United States"."""
_BY = word_set("said reported confirmed stated announced claimed estimated described denied identified corroborated")
_TELLING = word_set("told tell tells telling")
_NO_AGENTS = word_set("telephone phone email e-mail radio letter text video satellite fax post mail")
_COMPLEMENTING = word_set("in at for from with by of")
"""Prepositions that begin what describes a speaker: "police in Mola"."""
_BEFORE_TIMES = word_set("on late early earlier later in by also")
_NOT_SAID_AFTER = word_set("is are was were be been being to of")
_NEGATED_BACK = 4
"""A "not" that negates a verb of saying stands at most so many tokens before it."""
_STATEMENT = word_set(
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
    open: bool = False
    """Whether it is neither confirmed nor denied, or not denied: nobody's word for it."""

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
        frame = _frame_at(tokens, index, moments, found)
        if frame is not None and _can_speak(tokens, *frame.speaker):
            found.append(frame)
    if not found:
        headline = _before_colon(tokens) or _after_colon(tokens)
        found += [headline] if headline is not None else []
    return tuple(found)


def _frame_at(tokens: Tokens, index: int, moments: dict[int, int], found: list[Frame]) -> Frame | None:
    """The act of saying that a word is the verb of."""
    word, before, after = tokens.lower[index], tokens.lower[index - 1], tokens.lower[index + 1]
    if word == "according" and after == "to":
        return _by_agent(tokens, index, index + 2)
    if word == "by" and before in _BY and after not in _NO_AGENTS:
        return _by_agent(tokens, index - 1, index + 1)
    if word == "as" and after in ("saying", "telling"):
        return _as_saying(tokens, index, moments)
    if word in SAYING or word in DENYING or word in NOUN_OR_VERB:
        return _by_verb(tokens, index, moments, found)
    if word in ("put", "puts", "placed", "locates", "located"):
        return _by_placing(tokens, index, moments)
    return None


_NO_SPEAKERS = word_set("what how why when since after before if although while because there nothing something that such so than")


def _can_speak(tokens: Tokens, start: int, stop: int) -> bool:
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
    if tokens.lower[start] in _OBJECT_PRONOUNS and not is_nominal(tokens, start + 1):
        end = start + 1
    else:
        end = _past_tails(tokens, _past_short_name(tokens, phrase_starting_at(tokens, start)), start)
    if end == start:
        return None
    content = ((0, verb), (end, tokens.count))
    return Frame(speaker=(start, end), verb=verb, matrix=(verb, end), content=content, denies=tokens.lower[verb] in DENYING)


_OBJECT_PRONOUNS = word_set("him her them it")


def _past_tails(tokens: Tokens, end: int, start: int) -> int:
    """Past what tells more of a speaker and ends with the clause: "police in Mola", "a statement by the ministry"."""
    while end > start and tokens.lower[end] in _COMPLEMENTING:
        further = phrase_starting_at(tokens, end + 1)
        if further == end + 1 or tokens.lower[further] not in (",", ".", "") or tokens.lower[further - 1] in _STATEMENT:
            break
        if not (tokens.lower[end + 1] in lex.DETERMINERS or tokens.capital(end + 1)):
            break
        end = further
    return end


def _as_saying(tokens: Tokens, at: int, moments: dict[int, int]) -> Frame | None:
    """Who is quoted: "the radio quoted a ranger as saying that …", "a ranger was quoted as saying …"."""
    quoted = next(
        (step for step in range(at - 1, max(-1, at - 12), -1) if tokens.lower[step] in ("quoted", "cited", "quotes", "quoting")), None
    )
    if quoted is None:
        return None
    if quoted + 1 < at:
        end = phrase_starting_at(tokens, quoted + 1, at)
        speaker, start = (quoted + 1, end), quoted + 1
    else:
        subject = subject_of(tokens, quoted, moments)
        if subject is None:
            return None
        speaker, start = subject
    after = _past_adjuncts(tokens, at + 2, moments)
    if not _closes(tokens, after, at + 1):
        return Frame(speaker=speaker, verb=at + 1, matrix=(start, after), content=((after, tokens.count),))
    first = next((step + 1 for step in range(start - 1, -1, -1) if tokens.words[step] == ","), start)
    return Frame(speaker=speaker, verb=at + 1, matrix=(first, after), content=((0, first),))


def _by_placing(tokens: Tokens, verb: int, moments: dict[int, int]) -> Frame | None:
    """Who puts something somewhere by saying so: "the Pentagon put the wreck at …"."""
    thing = phrase_starting_at(tokens, verb + 1)
    at = thing + (tokens.lower[thing] in ADVERBS)
    if thing == verb + 1 or not (
        tokens.lower[at] in ("at", "within", "near", "between", "outside", "inside") or tokens.words[at][:1].isdigit()
    ):
        return None
    subject = subject_of(tokens, verb, moments)
    if subject is None or not (tokens.capital(subject[0][1] - 1) or tokens.lower[subject[0][1] - 1] in _ACCOUNTS):
        return None
    return Frame(speaker=subject[0], verb=verb, matrix=(subject[1], verb + 1), content=((verb + 1, tokens.count),))


_ACCOUNTS = word_set(
    "report reports account accounts estimate estimates statement official officials source sources spokesman army military ministry police agency data"
)


def _past_short_name(tokens: Tokens, end: int) -> int:
    """Past a short name in brackets: "the Geological Survey (USGS)"."""
    return end + 3 if tokens.words[end] == "(" and tokens.words[end + 2] == ")" and tokens.capital(end + 1) else end


def _by_verb(tokens: Tokens, verb: int, moments: dict[int, int], found: Sequence[Frame]) -> Frame | None:
    """Who says something by a verb of saying: "the army denied that …", '"…," said the mayor'."""
    lower = tokens.lower
    if not _is_saying(tokens, verb) or lower[verb + 1] == "nothing":
        return None
    after = _past_adjuncts(tokens, verb + 1, moments)
    denies = lower[verb] in DENYING
    inverted = _inverted(tokens, verb)
    if inverted is not None:
        return Frame(speaker=inverted, verb=verb, matrix=(verb, inverted[1]), content=((0, verb),), denies=denies)
    subject = subject_of(tokens, verb, moments, _speaker_before(found))
    if subject is None:
        return None
    speaker, start = subject
    negated = any(map(is_negation, lower[max(speaker[1], verb - _NEGATED_BACK) : verb]))
    if negated and not denies and lower[verb] not in ("confirmed", "confirm"):
        return None
    content = _content(tokens, verb, start, after)
    if content is None:
        return None
    return Frame(speaker=speaker, verb=verb, matrix=(start, after), content=content, denies=denies and not negated, open=negated)


def _content(tokens: Tokens, verb: int, start: int, after: int) -> tuple[tuple[int, int], ...] | None:
    """What is said by a verb of saying whose words are those from `start` to `after`; None where it says nothing."""
    if _closes(tokens, after, verb):
        return _content_before(tokens, start, after)
    if not _tells(tokens, verb, after):
        return None
    following = (after, _end_of_denial(tokens, after) if tokens.lower[verb] in DENYING else tokens.count)
    if not _ends_quote(tokens, start):
        return (following,)
    return ((0, start), following) if tokens.lower[verb + 1] in (",", ":") else ((0, start),)


def _speaker_before(found: Sequence[Frame]) -> tuple[int, int] | None:
    """Who goes on in "…, adding that": the speaker before, not one whose words that speaker tells."""
    if len(found) > 1 and found[-2].matrix[1] <= found[-1].matrix[0] <= found[-2].matrix[1] + 1:
        return found[-2].speaker
    return found[-1].speaker if found else None


def _tells(tokens: Tokens, verb: int, after: int) -> bool:
    """Whether what follows a verb of saying is said: for many verbs only a clause is."""
    word = tokens.lower[verb]
    if word in _CLAIMING:
        return tokens.lower[after] == "to" or _clause_follows(tokens, after)
    return not (word in _NEED_CLAUSE or word.endswith("ing")) or _clause_follows(tokens, after)


def _end_of_denial(tokens: Tokens, start: int) -> int:
    """What follows "but" is no longer denied."""
    return next((at for at in range(start, tokens.count) if tokens.lower[at] in ("but", "although", "while", ";")), tokens.count)


def _is_saying(tokens: Tokens, verb: int) -> bool:
    """Whether a verb of saying is active and finite here, and not a noun."""
    word, before, after = tokens.lower[verb], tokens.lower[verb - 1], tokens.lower[verb + 1]
    if word.endswith("ing"):
        return before == ","
    if _is_passive(tokens, verb) or tokens.hyphen(verb - 1) or tokens.hyphen(verb + 1):
        return False
    if word in _ADJECTIVAL and _describes(tokens, verb):
        return False
    if word in NOUN_OR_VERB:
        return _is_no_noun(tokens, verb)
    if before in SPECIFIERS or before in ("'s", "’s"):
        return False
    return after != "by" or tokens.lower[verb + 2] in _NO_AGENTS


def _is_passive(tokens: Tokens, verb: int) -> bool:
    """Whether a form of "be" leads to it, so that it is not said who says it, or a "to" or "of", so that it is not said at all."""
    return tokens.lower[before_adverbs(tokens, verb)] in _NOT_SAID_AFTER


def _is_no_noun(tokens: Tokens, verb: int) -> bool:
    """Whether "claims", "reports" or the like is a verb: what it says follows, and nothing before makes a noun of it."""
    before, after = tokens.lower[verb - 1], tokens.lower[verb + 1]
    opens = after == "that" or after in SPECIFIERS or after in PERSONAL or tokens.capital(verb + 1)
    return opens and not is_verb(tokens, verb - 1) and before not in SPECIFIERS and before not in PREPOSITIONS


def _describes(tokens: Tokens, at: int) -> bool:
    """Whether a word is part of a name, or tells of a number of things: "the United States", "three confirmed cases"."""
    named = tokens.capital(at) and at > 0 and not tokens.words[at].isupper()
    return named or tokens.lower[at - 1].isdigit() or tokens.lower[at - 1] in NUMBERS


def _past_adjuncts(tokens: Tokens, at: int, moments: dict[int, int]) -> int:
    """Past words of time and "in a statement" after a verb of saying."""
    lower = tokens.lower
    for _ in range(4):
        skip = at
        while lower[skip] in _BEFORE_TIMES and skip - at < 2 and skip + 1 in moments:
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
        goes_on = tokens.words[after + 1] in QUOTES_OPEN or tokens.lower[after + 1] in ("adding", "noting", "saying")
        return ((0, start), (after, tokens.count)) if goes_on else ((0, start),)
    if tokens.lower[after + 1] in ("adding", "noting", "saying") or tokens.lower[after + 1] not in CONJUNCTIONS:
        return ((0, start), (after, tokens.count))
    return ((0, start),)


def _ends_quote(tokens: Tokens, start: int) -> bool:
    """Whether a quotation ends just before a token."""
    return start > 0 and (
        tokens.words[start - 1] in QUOTES_CLOSE or (tokens.words[start - 1] in ",." and tokens.words[start - 2] in QUOTES_CLOSE)
    )


def _clause_follows(tokens: Tokens, at: int) -> bool:
    """Whether a clause or quotation begins at a token: "that …", or a phrase with a verb after it."""
    if tokens.lower[at] in ("that", ":") or tokens.words[at] in QUOTES_OPEN:
        return True
    end = phrase_starting_at(tokens, at)
    return end > at and is_verb(tokens, end)


def _inverted(tokens: Tokens, verb: int) -> tuple[int, int] | None:
    """The speaker after the verb, as in '…," said the mayor'."""
    if not _follows_said(tokens, verb):
        return None
    end = phrase_starting_at(tokens, verb + 1)
    if end == verb + 1 or tokens.lower[verb + 1] == "that" or _has_verb_after(tokens, end):
        return None
    quoted = tokens.words[verb - 1] in QUOTES_CLOSE or tokens.words[verb - 2] in QUOTES_CLOSE
    if not quoted and not any(is_verb(tokens, at) for at in range(max(0, verb - LOOK), verb - 1)):
        return None
    return verb + 1, _past_tails(tokens, end, verb + 1)


def _follows_said(tokens: Tokens, verb: int) -> bool:
    """Whether a verb of saying stands behind the comma or quotation mark that ends what is said."""
    word, mark = tokens.lower[verb], tokens.words[verb - 1]
    if verb == 0 or not (mark == "," or mark in QUOTES_CLOSE):
        return False
    return word in SAYING and word not in _TELLING and not word.endswith("ing")


def _has_verb_after(tokens: Tokens, end: int) -> bool:
    """Whether a phrase has a verb behind it up to the next mark, and so is the subject of that: "…, said the mayor was …"."""
    for at in range(end, min(tokens.count, end + LOOK)):
        if is_mark(tokens, at):
            return False
        if is_verb(tokens, at) and tokens.lower[at - 1] not in RELATIVES:
            return True
    return False


TELLERS = word_set(
    """officials official police army military navy coastguard ministry minister ministers president mayor governor sheriff report reports source
    sources spokesman spokeswoman witness witnesses residents activists monitors experts scientists authorities agency government un us usgs ukmto
    reuters afp ap bbc media watchdog monitor survivors lawyers prosecutors rescuers coroner expert scientist study pentagon kremlin coalition"""
)
"""Nouns for those whose words a headline tells with a colon; an armed group before one is as often its topic."""
_LONGEST_HEADING = 5


def _before_colon(tokens: Tokens) -> Frame | None:
    """The speaker of a headline that begins "Officials: …"."""
    end = phrase_starting_at(tokens, 0, _LONGEST_HEADING)
    if end == 0 or tokens.words[end] != ":" or tokens.lower[end - 1] not in TELLERS:
        return None
    return Frame(speaker=(0, end), verb=end, matrix=(0, end + 1), content=((end + 1, tokens.count),))


def _after_colon(tokens: Tokens) -> Frame | None:
    """The speaker of a headline that ends "…: army" or "… - police"."""
    stop = tokens.count - (tokens.words[tokens.count - 1] == ".")
    mark = next((at for at in range(stop - 2, max(0, stop - 2 - _LONGEST_HEADING), -1) if is_mark(tokens, at)), None)
    if mark is None or not (tokens.words[mark] == ":" or tokens.words[mark] in DASHES) or tokens.lower[stop - 1] not in TELLERS:
        return None
    if phrase_starting_at(tokens, mark + 1, stop) != stop:
        return None
    return Frame(speaker=(mark + 1, stop), verb=mark, matrix=(mark, stop), content=((0, mark),))


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

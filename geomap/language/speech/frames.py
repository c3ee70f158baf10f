"""Reported speech: who says what in a sentence.

A frame is one act of saying: its speaker, the words round its verb, and what is said. Frames are found by verbs of saying and their
neighbours, without a parse.
"""

from __future__ import annotations

from geomap.language import words as lex
from geomap.language.phrases.chunks import is_nominal, phrase_starting_at
from geomap.language.speech.acts import Frame, can_speak, moment_tokens, past_tails, span_of
from geomap.language.speech.placings import placing
from geomap.language.speech.sayings import NO_AGENTS, closes, past_adjuncts, saying
from geomap.language.speech.speakers import DASHES, DENYING, is_mark, subject_of
from geomap.language.text.tokens import Tokens
from geomap.language.words.tables import word_set

__all__ = ["Frame", "find_frames", "span_of"]

_BY = word_set("said reported confirmed stated announced claimed estimated described denied identified corroborated")


def _agent_end(tokens: Tokens, start: int) -> int:
    """Where a speaker's name ends: before a figure that begins the clause, as in "according to the Red Crescent 40 people died"."""
    end = phrase_starting_at(tokens, start)
    figures = (at for at in range(start + 1, end) if tokens.words[at][:1].isdigit() and tokens.capital(at - 1) and not tokens.glued(at))
    return next(figures, end)


_OBJECT_PRONOUNS = word_set("him her them it")


def find_frames(tokens: Tokens) -> tuple[Frame, ...]:
    """The acts of saying in a sentence, in reading order."""
    return tokens.once(_frames)


def _frames(tokens: Tokens) -> tuple[Frame, ...]:
    moments = moment_tokens(tokens)
    found: list[Frame] = []
    for index in range(tokens.count):
        frame = _frame_at(tokens, index, moments, found)
        if frame is not None and can_speak(tokens, *frame.speaker):
            found.append(frame)
    if not found:
        headline = _before_colon(tokens) or _after_colon(tokens)
        found += [headline] if headline is not None else []
    return tuple(found)


def _frame_at(tokens: Tokens, index: int, moments: dict[int, int], found: list[Frame]) -> Frame | None:
    """The act of saying that a word is the verb of."""
    word, after = tokens.lower[index], tokens.lower[index + 1]
    if word in ("according", "per", "by", "on", "in"):
        return _by_agent(tokens, index)
    if word == ":" and index > 1 and not tokens.glued(index + 1):
        return _quoted(tokens, index)
    if word == "as" and after in ("saying", "telling"):
        return _as_saying(tokens, index, moments)
    return saying(tokens, index, moments, found) or placing(tokens, index, moments)


def _by_agent(tokens: Tokens, at: int) -> Frame | None:
    """The speaker that a preposition leads to: "according to X", "confirmed by X", "by X's count"."""
    word, before, after = tokens.lower[at], tokens.lower[at - 1], tokens.lower[at + 1]
    if word == "according":
        return _of_agent(tokens, at, at + 2) if after == "to" else None
    if word == "per":
        names = after in lex.DETERMINERS or tokens.capital(at + 1)
        return _of_agent(tokens, at, at + 1) if before in ("", ",") and names else None
    if word == "by" and before in _BY and after not in NO_AGENTS:
        return _of_agent(tokens, at - 1, at + 1)
    return _by_count(tokens, at) if _count_end(tokens, at + 1) > at + 1 else None


def _of_agent(tokens: Tokens, verb: int, start: int) -> Frame | None:
    """The speaker of "according to X" or "as confirmed by X"."""
    if tokens.lower[start] in _OBJECT_PRONOUNS and not is_nominal(tokens, start + 1):
        end = start + 1
    else:
        end = past_tails(tokens, _past_short_name(tokens, _agent_end(tokens, start)), start)
    if end == start:
        return None
    content = ((0, verb), (end, tokens.count))
    return Frame(speaker=(start, end), verb=verb, matrix=(verb, end), content=content, denies=tokens.lower[verb] in DENYING)


_COUNTS = word_set("count tally estimate estimates reckoning figures account")
_VERSIONS = word_set("version account telling reckoning view")


def _count_end(tokens: Tokens, start: int) -> int:
    """Where the words for somebody's count end; `start` itself where they are no such words."""
    end = phrase_starting_at(tokens, start)
    owner = next((at for at in range(start, end) if tokens.lower[at] in ("'s", "’s", "'", "’")), end)
    if tokens.lower[start] in lex.POSSESSIVES:
        return start
    nouns = _COUNTS if tokens.lower[start - 1] == "by" else _VERSIONS
    return next((at + 1 for at in range(owner, end) if tokens.lower[at] in nouns), start)


def _by_count(tokens: Tokens, at: int) -> Frame:
    """Whose count it is: "by the mayor's count 40 shells fell", "40 fell by the mayor's count"; it tells its own clause."""
    end = _count_end(tokens, at + 1)
    clause = next((step + 1 for step in range(at - 1, -1, -1) if tokens.lower[step] in (",", ";", "and", "but")), 0)
    content = (clause, at) if clause < at else (end, tokens.count)
    return Frame(speaker=(at + 1, end), verb=at, matrix=(at, end), content=(content,))


def _quoted(tokens: Tokens, colon: int) -> Frame | None:
    """Who is quoted before a colon: "the agency quoted the governor: …"."""
    verb = next(
        (at for at in range(colon - 2, max(-1, colon - 12), -1) if tokens.lower[at] in ("quoted", "quotes", "cited", "cites")), None
    )
    if verb is None or phrase_starting_at(tokens, verb + 1, colon) != colon:
        return None
    return Frame(speaker=(verb + 1, colon), verb=verb, matrix=(0, colon + 1), content=((colon + 1, tokens.count),))


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
    after = past_adjuncts(tokens, at + 2, moments)
    if not closes(tokens, after, at + 1):
        return Frame(speaker=speaker, verb=at + 1, matrix=(start, after), content=((after, tokens.count),))
    first = next((step + 1 for step in range(start - 1, -1, -1) if tokens.words[step] == ","), start)
    return Frame(speaker=speaker, verb=at + 1, matrix=(first, after), content=((0, first),))


def _past_short_name(tokens: Tokens, end: int) -> int:
    """Past a short name in brackets: "the Geological Survey (USGS)"."""
    return end + 3 if tokens.words[end] == "(" and tokens.words[end + 2] == ")" and tokens.capital(end + 1) else end


_LONGEST_HEADING = 5


def _before_colon(tokens: Tokens) -> Frame | None:
    """The speaker of a headline that begins "Officials: …"."""
    end = phrase_starting_at(tokens, 0, _LONGEST_HEADING)
    if end == 0 or tokens.words[end] != ":" or tokens.lower[end - 1] not in lex.TELLERS:
        return None
    return Frame(speaker=(0, end), verb=end, matrix=(0, end + 1), content=((end + 1, tokens.count),))


def _after_colon(tokens: Tokens) -> Frame | None:
    """The speaker of a headline that ends "…: army" or "… - police"."""
    stop = tokens.count - (tokens.words[tokens.count - 1] == ".")
    mark = next((at for at in range(stop - 2, max(0, stop - 2 - _LONGEST_HEADING), -1) if is_mark(tokens, at)), None)
    if mark is None or not (tokens.words[mark] == ":" or tokens.words[mark] in DASHES) or tokens.lower[stop - 1] not in lex.TELLERS:
        return None
    if phrase_starting_at(tokens, mark + 1, stop) != stop:
        return None
    return Frame(speaker=(mark + 1, stop), verb=mark, matrix=(mark, stop), content=((0, mark),))

"""The day of what a claim tells, from the words of time that belong to it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence

from geomap.language import words as lex
from geomap.language.calendar.moments import Moment, find_moments
from geomap.language.phrases.chunks import CONJUNCTIONS, LOOK, PERSONAL, index_at, is_auxiliary, is_new_clause, is_verb
from geomap.language.speech.attribution import frame_of
from geomap.language.speech.frames import Frame, find_frames
from geomap.language.speech.speakers import DASHES, is_mark
from geomap.language.text.tokens import Tokens
from geomap.model import Dating, Span

_BOUNDARIES = frozenset("; : but while although whereas when which who where after before since as and that".split())
_PARTING = frozenset("; : but although though whereas because".split())
"""Words that part two tellings, whichever of them is dated."""
_PARTING_AFTER = _PARTING | frozenset("who which that where after before since until".split())
"""Words that begin a telling of its own after a claim; "when" and "while" tell of the same time."""
_RELATIVE = frozenset("who which that whom whose".split())
_SUBORDINATE = frozenset("after before since because although though".split())
_DARK = frozenset("dawn dark midnight noon midday sunrise sunset nightfall dusk daybreak day prayers".split())
"""What "before" and "after" stand before in a time of day."""
_RECORDS = frozenset("video footage clip photo photos image images picture pictures".split())
"""What shows an incident is taken to be of its day."""
_DATELINE = 14
"""The line that says where a report was written is no longer than so many tokens."""
_NEAR_SENTENCES = 3
"""A day that "the next day" leans on was told at most so many sentences before."""


def date_of(span: Span, tokens: Tokens, sentences: Sequence[Tokens] = ()) -> Dating:
    """The day of what the claim at `span` of a sentence tells, by the nearest words of time that belong to it.

    Words that date the saying ("confirmed yesterday") or something else ("after a raid on Monday") do not count. Without a date of
    publication "Tuesday" gives no day. `sentences` are those of the report, for "the next day".

    >>> from geomap.language.text.tokens import tokenise
    >>> from geomap.model import Report
    >>> report = Report(id="r", text="Rebels shelled Arvo on Tuesday, police said yesterday.", published=dt.date(2020, 5, 7))
    >>> found = date_of(Span(report, 15, 19), tokenise(Span(report, 0, 54)))
    >>> found.when.isoformat(), found.text.text
    ('2020-05-05', 'Tuesday')
    """
    start, end = index_at(tokens, span.start), index_at(tokens, span.end - 1) + 1
    frames = find_frames(tokens)
    own = frame_of(frames, start, end)
    moments = [
        moment
        for moment in find_moments(tokens)
        if not span.overlaps(moment.span) and not _dates_the_saying(tokens, moment, frames, own) and _belongs(tokens, moment, start, end)
    ]
    best = min(moments, key=lambda moment: _distance(tokens, moment, start, end), default=None)
    if best is None:
        return Dating(None, None)
    return Dating(best.when if best.shift is None else _day_from(best, best.shift, tokens, sentences), best.span)


def _day_from(moment: Moment, shift: int, tokens: Tokens, sentences: Sequence[Tokens]) -> dt.date | None:
    """The day that "the next day" is, by the day told last before it; None where that is none or dates a saying."""
    at = bisect_left(sentences, tokens.sentence.start, key=lambda item: item.sentence.start)
    for sentence in (tokens, *reversed(sentences[max(0, at - _NEAR_SENTENCES) : at])):
        earlier = [other for other in find_moments(sentence) if not other.weak and other.span.end <= moment.span.start]
        if earlier:
            day = None if _dates_the_saying(sentence, earlier[-1], find_frames(sentence), None) else earlier[-1].when
            return None if day is None else _shifted(day, shift, tokens.report.published)
    return None


def _shifted(day: dt.date, days: int, published: dt.date | None) -> dt.date | None:
    """So many days later or earlier; a day after publication is none, for then the first was another."""
    try:
        found = day + dt.timedelta(days=days)
    except OverflowError:
        return None
    return found if published is None or day > published or found <= published else None


def _belongs(tokens: Tokens, moment: Moment, start: int, end: int) -> bool:
    """Whether words of time stand in the clause of a claim, or in one that tells of the same time."""
    first, last = index_at(tokens, moment.span.start), index_at(tokens, moment.span.end - 1) + 1
    if moment.weak and any(tokens.words[at] == "," for at in (range(end, first) if first >= end else range(last, start))):
        return False
    if first >= end:
        return not any(_parts(tokens, at, first, _PARTING_AFTER) for at in range(end, first))
    return not _in_dateline(tokens, last) and not _is_aside(tokens, first, last, start) and not _parted_before(tokens, last, start)


def _parted_before(tokens: Tokens, last: int, start: int) -> bool:
    """Whether a claim stands in a telling of its own after the words of time."""
    return any(_parts(tokens, at, start, _PARTING | _SUBORDINATE) for at in range(last, start))


def _parts(tokens: Tokens, at: int, stop: int, words: frozenset[str]) -> bool:
    """Whether a word begins a telling of its own; "before dawn" and "after 10 p.m." do not."""
    word, after = tokens.lower[at], tokens.lower[at + 1]
    if word == ":" and tokens.glued(at) and tokens.glued(at + 1):
        return False  # 9:30
    if word == "and":
        return is_new_clause(tokens, at, stop)
    if word in ("after", "before", "since", "until") and (after in _DARK or after[:1].isdigit() or at + 1 >= stop):
        return False
    return word in words and not (word == "that" and after in ("day", "night", "morning", "afternoon", "evening"))


def _in_dateline(tokens: Tokens, last: int) -> bool:
    """Whether words stand in the line that says where and when a report was written: "MOLA, May 5 (NP) — "."""
    dash = next((at for at in range(min(_DATELINE, tokens.count)) if tokens.words[at] in DASHES and is_mark(tokens, at)), 0)
    return last <= dash and all(not tokens.lower[at].isalpha() or tokens.capital(at) for at in range(dash))


def _is_aside(tokens: Tokens, first: int, last: int, start: int) -> bool:
    """Whether words of time stand in a relative or subordinate clause that is over before the claim: "the man freed on Monday lived …".

    What tells which incident is meant dates it: "the quake that struck on Monday was …".
    """
    floor = max(0, first - LOOK)
    for at in range(first - 1, floor - 1, -1):
        word = tokens.lower[at]
        if word in (";", ":"):
            return False
        closed = any(tokens.words[step] == "," for step in range(last, start))
        if word in _SUBORDINATE and _parts(tokens, at, first, _SUBORDINATE):
            return closed
        participle = word.endswith("ed") and is_verb(tokens, at) and not _is_finite(tokens, at)
        if word in _RELATIVE or (participle and (tokens.words[at - 1] == "," or _verb_between(tokens, last, start))):
            over = closed or _verb_between(tokens, last, start)
            return over and not _is_incident(tokens, at)
        if word == ",":
            return False
    return False


def _is_finite(tokens: Tokens, at: int) -> bool:
    """Whether an auxiliary or a pronoun makes a predicate of a form in "-ed"."""
    before = tokens.lower[at - 1]
    return before in _RELATIVE or before in PERSONAL or any(is_auxiliary(tokens, step) for step in range(max(0, at - 3), at))


def _verb_between(tokens: Tokens, low: int, high: int) -> bool:
    """Whether a finite verb stands between, in no clause of its own."""
    for at in range(low, high):
        if tokens.lower[at] in CONJUNCTIONS or tokens.lower[at] in _RELATIVE:
            return False
        if is_verb(tokens, at) and not tokens.lower[at].endswith("ing"):
            return True
    return False


def _is_incident(tokens: Tokens, at: int) -> bool:
    """Whether the noun before a relative clause or participle is an incident, so that its date is that of what is told."""
    end = at
    while end > 0 and tokens.words[end - 1] == ",":
        end -= 1
    return tokens.lower[end - 1] in lex.EVENTS or tokens.lower[end - 1] in _RECORDS


def _dates_the_saying(tokens: Tokens, moment: Moment, frames: Sequence[Frame], own: Frame | None) -> bool:
    """Whether words of time stand in the words of a saying, or lead up to the one that the claim is the content of."""
    at = index_at(tokens, moment.span.start)
    if any(frame.matrix[0] <= at < frame.matrix[1] for frame in frames):
        return not tokens.lower[index_at(tokens, moment.span.end - 1) + 1].startswith(("'", "’"))
    leads = own is not None and own.matrix[0] > at and own.content[0][0] >= own.matrix[1]
    return leads and own is not None and not any(tokens.lower[step] in (";", "but", "when", "after") for step in range(at, own.matrix[0]))


def _distance(tokens: Tokens, moment: Moment, start: int, end: int) -> tuple[bool, int, int]:
    """How far words of time are from a claim: "now" last, then by clauses between, then by tokens."""
    at = index_at(tokens, moment.span.start)
    low, high = (at, start) if at < start else (end, at)
    between = sum(tokens.lower[step] in _BOUNDARIES for step in range(low, high))
    return (moment.weak, between, high - low)

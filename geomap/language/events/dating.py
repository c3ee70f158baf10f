"""The day of what a claim tells, from the words of time that belong to it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterable, Sequence

from geomap.language import words as lex
from geomap.language.calendar.days import NO_DAYS, Days, Shift
from geomap.language.calendar.moments import Moment, find_moments, tense_of
from geomap.language.calendar.resolution import Tense
from geomap.language.phrases.chunks import CONJUNCTIONS, LOOK, PERSONAL, index_at, is_auxiliary, is_new_clause, is_verb
from geomap.language.speech.attribution import frame_of
from geomap.language.speech.frames import Frame, find_frames
from geomap.language.speech.speakers import DASHES, SAYING, is_mark
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
_DAY_PARTS = frozenset("day night morning afternoon evening".split())
_GOING_ON = frozenset("it they he she one both".split())
"""What goes on after a semicolon or colon with what was told before it."""
_ABOUT = frozenset("about around approximately roughly shortly".split())
_RECORDS = frozenset("video footage clip photo photos image images picture pictures".split())
"""What shows an incident is taken to be of its day."""
_ACCUSING = frozenset("accused accuse accuses blamed blames condemned denounced charged".split())
"""Verbs whose day is that of the saying: "accused Norland on Sunday of …"."""
_ACCUSED = 6
_DATELINE = 14
"""The line that says where a report was written is no longer than so many tokens."""
_NEAR_SENTENCES = 3
"""A day that "the next day" leans on was told at most so many sentences before."""
_MOST_HOPS = 5
"""So many days may lean on one another: "on Monday … the next day … two days later"."""
_MONTH_DAYS = 31
"""A count of days leans on nothing longer than so many: "in 2015 … the next day" does not tell of January 2nd, 2015."""


def date_of(span: Span, tokens: Tokens, sentences: Sequence[Tokens] = ()) -> Dating:
    """The days of what the claim at `span` of a sentence tells, by the nearest words of time that belong to it.

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
    best = next(iter(belonging(span, tokens, find_moments(tokens))), None)
    last = None if _looks_ahead(span, tokens) else _told_by(tokens, own)
    if best is None:
        return _framed(tokens, frames, own, start, last)
    days, basis = best.days, best.basis
    if best.shift is not None:
        days = _days_of(best, tokens, sentences)
        basis = "" if not days.known else "same day" if best.shift == _SAME_DAY else "relative"
        if not days.known and _is_close(best.shift):
            return Dating(None, None, high=last)
    elif start > index_at(tokens, best.span.end - 1) and _tells_then(tokens, best):
        days = best.named
    days = days.capped(last)
    return Dating(days.when, best.span, days.low, days.high, basis, weekday=None if days.when is not None else _weekday_of(best))


def first_day(tokens: Tokens) -> Dating:
    """The first days that a sentence tells, of whatever is told in it."""
    for moment in find_moments(tokens):
        if (
            not moment.weak
            and moment.shift is None
            and moment.days.known
            and not _in_dateline(tokens, index_at(tokens, moment.span.end - 1) + 1)
        ):
            return Dating(moment.when, moment.span, moment.low, moment.high, moment.basis)
    return Dating(None, None)


def lede_day(tokens: Tokens, sentences: Sequence[Tokens]) -> Dating:
    """The day that the first sentence of a report tells as news, by its first verb: "…, which was taken last Friday".

    Days in figures there are mostly those of writing, or of something else.
    """
    verb = next((at for at in range(tokens.count) if is_verb(tokens, at)), None)
    found = Dating(None, None) if verb is None else date_of(tokens.span(verb, verb + 1), tokens, sentences)
    return found if found.basis in ("weekday", "relative") else Dating(None, None)


def _weekday_of(moment: Moment) -> int | None:
    """The day of the week that words name."""
    return next((lex.WEEKDAYS[word] for word in moment.span.text.lower().split() if word in lex.WEEKDAYS), None)


def belonging(span: Span, tokens: Tokens, moments: Iterable[Moment]) -> list[Moment]:
    """Those of some words of time that date what the claim at `span` of a sentence tells, and neither the saying nor something else.

    The nearest come first.
    """
    start, end = index_at(tokens, span.start), index_at(tokens, span.end - 1) + 1
    frames = find_frames(tokens)
    own = frame_of(frames, start, end)
    found = [
        moment
        for moment in moments
        if not span.overlaps(moment.span) and not _dates_the_saying(tokens, moment, frames, own) and _belongs(tokens, moment, start, end)
    ]
    return sorted(found, key=lambda moment: _distance(tokens, moment, start, end))


_SAME_DAY = Shift(0, 0, 0)


def day_of_hour(hour: Span, tokens: Tokens, sentences: Sequence[Tokens]) -> Dating | None:
    """The day of an hour that no day stands with, which is that told last before it; None where that is none."""
    days = _days_of(Moment(span=hour, shift=_SAME_DAY), tokens, sentences)
    return None if days.when is None else Dating(days.when, hour, days.low, days.high, "same day")


def _framed(tokens: Tokens, frames: Sequence[Frame], own: Frame | None, start: int, last: dt.date | None) -> Dating:
    """The days of a clause without words of time after one that "when" joins it to: "died on 4 May when men who came by car fell upon …"."""
    for moment in find_moments(tokens):
        end = index_at(tokens, moment.span.end - 1) + 1
        if not moment.weak and end <= start and _tells_then(tokens, moment) and not _dates_the_saying(tokens, moment, frames, own):
            days = moment.named.capped(last)
            return Dating(days.when, moment.span, days.low, days.high, moment.basis)
    return Dating(None, None, high=last)


def _is_close(shift: Shift) -> bool:
    """Whether words such as "an hour later", with nothing dated to lean on, tell no day of their own, nor that it was another."""
    return shift != _SAME_DAY and shift.low is not None and shift.high is not None and shift.low <= 0 <= shift.high


def _looks_ahead(span: Span, tokens: Tokens) -> bool:
    """Whether a claim may be of what lay ahead when it was told, so that no telling is later than it."""
    sentence = tokens.sentence
    return (
        "would" in tokens.lower or tense_of(sentence.report.text, (span.start, span.end), (sentence.start, sentence.end)) is not Tense.PAST
    )


def _told_by(tokens: Tokens, own: Frame | None) -> dt.date | None:
    """The last day on which what has been said or reported can have been: that of the saying, if the words date it."""
    saying = [moment.high for moment in find_moments(tokens) if own is not None and _dates(tokens, moment, own)]
    return min((day for day in (tokens.report.published, *saying) if day is not None), default=None)


def _tells_then(tokens: Tokens, moment: Moment) -> bool:
    """Whether a clause that tells of the very time follows: in "the worst since March 6, when a plane fell" it fell on that day."""
    end = index_at(tokens, moment.span.end - 1) + 1
    return tokens.lower[end + (tokens.words[end] == ",")] == "when"


def _days_of(moment: Moment, tokens: Tokens, sentences: Sequence[Tokens], hops: int = _MOST_HOPS) -> Days:
    """The days of words of time; those of "the next day" by the day told last before it, nothing where that is none.

    What was said on a day was no later than it: all that "police said on Monday … the next day" tells is that it was not after Tuesday.
    """
    shift = moment.shift
    if shift is None or hops == 0:
        return moment.days
    at = bisect_left(sentences, tokens.sentence.start, key=lambda item: item.sentence.start)
    for sentence in (tokens, *reversed(sentences[max(0, at - _NEAR_SENTENCES) : at])):
        earlier = [other for other in find_moments(sentence) if _can_lead(other, moment)]
        if earlier:
            base = _days_of(earlier[-1], sentence, sentences, hops - 1)
            if _dates_the_saying(sentence, earlier[-1], find_frames(sentence), None):
                base = base if sentence is tokens and _goes_back(moment) else Days(None, base.high)
            return _leaning(base, shift, tokens.report.published)
    return NO_DAYS


def _can_lead(other: Moment, moment: Moment) -> bool:
    """Whether words of time may be what later ones lean on; a look back ("three days earlier") leans on a day that leans on none itself."""
    back = moment.shift is not None and moment.shift.high is not None and moment.shift.high < 0
    return not other.weak and other.span.end <= moment.span.start and not (back and other.shift is not None)


def _goes_back(moment: Moment) -> bool:
    """Whether words go back from the day of a saying, rather than on from what is said: "a day earlier", "earlier in the day"."""
    back = moment.shift is not None and moment.shift.high is not None and moment.shift.high <= 0 and moment.shift != _SAME_DAY
    return back or moment.span.text.lower().startswith(("earlier", "later"))


def _leaning(base: Days, shift: Shift, published: dt.date | None) -> Days:
    """So many days later or earlier; days after publication are none, for then the first was another."""
    width = base.width
    if width is not None and width > _MONTH_DAYS and shift.low is not None and abs(shift.low) < _MONTH_DAYS:
        return NO_DAYS
    days = base.moved(shift)
    if published is None or (base.low is not None and base.low > published):
        return days
    return NO_DAYS if days.low is not None and days.low > published else days


_SPANS = frozenset(
    "night morning afternoon evening day days week weeks hours part end beginning middle course summer autumn winter spring".split()
)


def _dates_a_noun(tokens: Tokens, first: int) -> bool:
    """Whether words of time only say which one a noun before them means, that is no incident: "in its declaration of 28 April"."""
    noun = tokens.lower[first - 2]
    return first > 1 and tokens.lower[first - 1] == "of" and noun.isalpha() and noun not in lex.EVENTS and noun not in _SPANS


def _belongs(tokens: Tokens, moment: Moment, start: int, end: int) -> bool:
    """Whether words of time stand in the clause of a claim, or in one that tells of the same time."""
    first, last = index_at(tokens, moment.span.start), index_at(tokens, moment.span.end - 1) + 1
    if _dates_a_noun(tokens, first):
        return False
    if moment.weak and any(tokens.words[at] == "," for at in (range(end, first) if first >= end else range(last, start))):
        return False
    if first >= end:
        follows = moment.shift not in (None, _SAME_DAY) and "and" in tokens.lower[end:first]
        return not follows and not any(_parts(tokens, at, first, _PARTING_AFTER) for at in range(end, first))
    if _in_dateline(tokens, last) or (not _tells_then(tokens, moment) and _is_aside(tokens, first, last, start)):
        return False
    return not any(_parts(tokens, at, start, _PARTING | _SUBORDINATE) and not _goes_on(tokens, at, moment) for at in range(last, start))


def _goes_on(tokens: Tokens, at: int, moment: Moment) -> bool:
    """Whether what begins at a word is of the time told before it.

    So it is of a pronoun or one of several ("two blasts on Monday: the first …", "…; one fell near …"), and of what was over when something
    of the same month or year began: "in June they were held after being stopped near …".
    """
    after = tokens.lower[at + 1]
    if tokens.lower[at] in (";", ":"):
        return after in _GOING_ON or (after == "the" and tokens.lower[at + 2] == "first")
    return tokens.lower[at] == "after" and moment.basis in ("month", "year") and after.endswith("ing")


def _parts(tokens: Tokens, at: int, stop: int, words: frozenset[str]) -> bool:
    """Whether a word begins a telling of its own; "before dawn" and "after 10 p.m." do not."""
    word, after = tokens.lower[at], tokens.lower[at + 1]
    if word == ":" and tokens.glued(at) and tokens.glued(at + 1):
        return False  # 9:30
    if word == "and":
        return is_new_clause(tokens, at, stop)
    if word in ("after", "before", "since", "until") and _is_time(tokens, at + 1, stop):
        return False
    return word in words and not (word == "that" and after in _DAY_PARTS)


def _is_time(tokens: Tokens, at: int, stop: int) -> bool:
    """Whether a time of day begins at a token, or the words of time at `stop` do."""
    at += tokens.lower[at] in _ABOUT
    return tokens.lower[at] in _DARK or tokens.lower[at][:1].isdigit() or at >= stop


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


def _dates_the_charge(tokens: Tokens, moment: Moment) -> bool:
    """Whether words of time stand between an accusation and what it is of: "accused Norland on Sunday of …"."""
    first, end = index_at(tokens, moment.span.start), index_at(tokens, moment.span.end - 1) + 1
    return tokens.lower[end] in ("of", "for") and not _ACCUSING.isdisjoint(tokens.lower[max(0, first - _ACCUSED) : first])


def _dates_the_saying(tokens: Tokens, moment: Moment, frames: Sequence[Frame], own: Frame | None) -> bool:
    """Whether words of time stand in the words of a saying, or lead up to the one that the claim is the content of."""
    in_or_before = any(_stands_in(tokens, moment, frame) for frame in frames) or _leads(tokens, moment, own)
    return in_or_before or _leads_to_that(tokens, moment) or _dates_the_charge(tokens, moment)


def _dates(tokens: Tokens, moment: Moment, own: Frame) -> bool:
    """Whether words of time date a saying itself, and stand in its words or right before them."""
    end = index_at(tokens, moment.span.end - 1) + 1
    begins = end + (tokens.words[end] == ",")
    return _stands_in(tokens, moment, own) or (begins == own.matrix[0] and _leads(tokens, moment, own))


def _stands_in(tokens: Tokens, moment: Moment, frame: Frame) -> bool:
    """Whether words of time are among those of a saying; "Monday's strike" is not."""
    at, last = index_at(tokens, moment.span.start), index_at(tokens, moment.span.end - 1)
    return frame.matrix[0] <= at < frame.matrix[1] and not tokens.lower[last + 1].startswith(("'", "’"))


def _leads(tokens: Tokens, moment: Moment, own: Frame | None) -> bool:
    """Whether words of time lead up to a saying: "On Monday police said"."""
    at = index_at(tokens, moment.span.start)
    if own is None or own.matrix[0] <= at or own.content[0][0] < own.matrix[1]:
        return False
    return not any(tokens.lower[step] in (";", "but", "when", "after") for step in range(at, own.matrix[0]))


def _leads_to_that(tokens: Tokens, moment: Moment) -> bool:
    """Whether words of time stand between a verb of saying and what is said: "told reporters on Monday that"."""
    at, end = index_at(tokens, moment.span.start), index_at(tokens, moment.span.end - 1) + 1
    if tokens.lower[end] != "that" or tokens.lower[end + 1] in _DAY_PARTS:
        return False
    low = max((step + 1 for step in range(max(0, at - _SAID_TO), at) if is_mark(tokens, step)), default=max(0, at - _SAID_TO))
    return any(tokens.lower[step] in SAYING for step in range(low, at))


_SAID_TO = 6
"""So many tokens may stand between a verb of saying and its words of time: "told a group of reporters on Monday"."""


def _distance(tokens: Tokens, moment: Moment, start: int, end: int) -> tuple[bool, int, bool, int]:
    """How far words of time are from a claim: "now" last, then by clauses between, those that lean on a day told before last, then by tokens."""
    at = index_at(tokens, moment.span.start)
    low, high = (at, start) if at < start else (end, at)
    between = sum(tokens.lower[step] in _BOUNDARIES for step in range(low, high))
    return (moment.weak, between, moment.shift is not None, high - low)

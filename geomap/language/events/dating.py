"""The day of what a claim tells, from the words of time that belong to it."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from geomap.language import words as lex
from geomap.language.calendar.counts import days_since, find_counts
from geomap.language.calendar.days import NO_DAYS, Days, Shift, one_day
from geomap.language.calendar.hours import find_hours
from geomap.language.calendar.moments import Moment, find_moments, tense_of
from geomap.language.calendar.resolution import Tense
from geomap.language.events.leaning import SAME_DAY, counted, days_counted, days_of, is_of_a_past_week
from geomap.language.events.sayings import DAY_PARTS, begins_known, dates, dates_the_saying
from geomap.language.events.writings import dates_a_writing
from geomap.language.phrases.chunks import CONJUNCTIONS, LOOK, PERSONAL, index_at, is_auxiliary, is_new_clause, is_verb
from geomap.language.speech.attribution import frame_of
from geomap.language.speech.frames import Frame, find_frames
from geomap.language.speech.speakers import DASHES, is_mark
from geomap.language.text.tokens import Tokens
from geomap.language.words.things import FALLING, REMAINS
from geomap.language.words.verbs import AFTERWARDS
from geomap.model import Basis, Dating, Span

_BOUNDARIES = frozenset("; : but while although whereas when which who where after before since as and that".split())
_PARTING = frozenset("; : but although though whereas because".split())
"""Words that part two tellings, whichever of them is dated."""
_PARTING_AFTER = _PARTING | frozenset("who which that where after before since until".split())
"""Words that begin a telling of its own after a claim; "when" and "while" tell of the same time."""
_RELATIVE = frozenset("who which that whom whose".split())
_SUBORDINATE = frozenset("after before since because although though".split())
_DARK = frozenset("dawn dark midnight noon midday sunrise sunset nightfall dusk daybreak day prayers".split())
"""What "before" and "after" stand before in a time of day."""
_GOING_ON = frozenset("it they he she one both".split())
"""What goes on after a semicolon or colon with what was told before it."""
_ABOUT = frozenset("about around approximately roughly shortly".split())
_OBJECT = 4
"""What becomes of the remains of a thing is told within so many words: "reached the wreck"."""
_SCENES = frozenset("spot place site scene area point".split())
_OFF_SCENE = frozenset("from of off to".split())
"""What is so far "from the spot where …" is not of it."""
_RECORDS = frozenset("video footage clip photo photos image images picture pictures".split())
"""What shows an incident is taken to be of its day."""
_DATELINE = 14
"""The line that says where a report was written is no longer than so many tokens."""


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
    if end == start + 1 and not REMAINS.isdisjoint(tokens.lower[start : start + _OBJECT]) and not _falls(tokens, end):
        return Dating(None, None, high=_told_by(tokens, own))
    best = next(iter(belonging(span, tokens, find_moments(tokens))), None)
    last = None if _looks_ahead(span, tokens) else _told_by(tokens, own)
    count = counted(span, tokens, sentences, best)
    if count is not None:
        days = count[1].capped(last)
        return Dating(days.when, count[0].span, days.low, days.high, "relative")
    if best is None:
        return _at_the_same_time(tokens, sentences) or _framed(tokens, frames, own, start, last)
    return _by_words(best, start, tokens, sentences, last)


def _by_words(best: Moment, start: int, tokens: Tokens, sentences: Sequence[Tokens], last: dt.date | None) -> Dating:
    """The days of what stands at a token, by the words of time that belong to it; `last` is the latest that it can be."""
    days, basis = _told(best, tokens, sentences)
    if best.shift is not None and not days.known and _is_close(best.shift):
        return Dating(None, None, high=last)
    leans = best.shift is not None or best.number is not None or best.weekday is not None
    if not leans and start > index_at(tokens, best.span.end - 1) and _tells_then(tokens, best):
        days = best.named
    if best.at_night:
        days = _by_the_hour(days, best, tokens)
    days = days.capped(last)
    return Dating(days.when, best.span, days.low, days.high, basis, weekday=None if days.when is not None else _weekday_of(best))


def _falls(tokens: Tokens, at: int) -> bool:
    """Whether a clause goes on to tell that what is left of a thing came down; else its days are later: "the wreck was raised on Monday"."""
    return any(tokens.lower[step] in FALLING and tokens.lower[step + 1] in FALLING[tokens.lower[step]] for step in range(at, tokens.count))


def _told(moment: Moment, tokens: Tokens, sentences: Sequence[Tokens]) -> tuple[Days, Basis]:
    """The days that words of time come to, and what they come from."""
    if moment.basis == "weekday" and is_of_a_past_week(moment, tokens, sentences):
        return NO_DAYS, ""
    if moment.shift is None and moment.number is None and moment.weekday is None:
        return moment.days, moment.basis
    days = days_of(moment, tokens, sentences)
    if not days.known:
        return days, ""
    return days, "same day" if moment.shift == SAME_DAY else "relative"


_NOON, _MIDNIGHT, _SHARP = 12, 24, 3


def _by_the_hour(days: Days, moment: Moment, tokens: Tokens) -> Days:
    """Which of the two days of a night an hour of its sentence is of; midnight begins the second."""
    at = moment.span.start
    hours = [clock for clock in find_hours(tokens) if clock.width <= _SHARP and not clock.span.overlaps(moment.span)]
    clock = min(hours, key=lambda each: abs(each.span.start - at), default=None)
    if clock is None or days.width != 1:
        return days
    if clock.low >= _NOON and clock.high <= _MIDNIGHT:
        return one_day(days.low)
    return one_day(days.high) if clock.high <= _NOON else replace(days, when=days.high)


_SAME_TIME = re.compile(
    r"(?:And |But )?At (?:about|around|roughly|almost|nearly|much) the same time\b|(?:And |But )?At the (?:very )?same (?:moment|hour)\b"
)


def _at_the_same_time(tokens: Tokens, sentences: Sequence[Tokens]) -> Dating | None:
    """The days of what a sentence tells "at about the same time" as what was told before; None where it does not, or no day was told."""
    sentence = tokens.sentence
    found = _SAME_TIME.match(sentence.report.text, sentence.start, sentence.end)
    return None if found is None else day_of_hour(Span(sentence.report, found.start(), found.end()), tokens, sentences)


def first_day(tokens: Tokens) -> Dating:
    """The first days that a sentence tells, of whatever is told in it, but of no text: "information as of 26 December"."""
    for moment in find_moments(tokens):
        tells = not moment.weak and moment.shift is None and moment.days.known and not dates_a_writing(tokens, moment)
        if tells and not _in_dateline(tokens, index_at(tokens, moment.span.end - 1) + 1):
            return Dating(moment.when, moment.span, moment.low, moment.high, moment.basis)
    return Dating(None, None)


def lede_day(tokens: Tokens, sentences: Sequence[Tokens]) -> Dating:
    """The day that the first sentence of a report tells as news, by its first verb: "…, which was taken last Friday".

    Who visits, votes or mourns does so afterwards. Days in figures there are mostly those of writing, or of something else. What was "two days after a mine sank the ferry" is news of that.
    """
    looked_back = day_looked_back_to(tokens, sentences)
    if looked_back is not None:
        return looked_back
    verb = next((at for at in range(tokens.count) if is_verb(tokens, at)), None)
    if verb is not None and not AFTERWARDS.isdisjoint(tokens.lower[verb : verb + 1 + is_auxiliary(tokens, verb)]):
        return Dating(None, None)
    if verb is None:  # "About last night."
        found = first_day(tokens)
        return found if found.basis == "relative" else Dating(None, None)
    found = date_of(tokens.span(verb, verb + 1), tokens, sentences)
    return found if found.basis in ("weekday", "relative") else Dating(None, None)


def days_since_then(tokens: Tokens) -> Dating:
    """The days that a headline or a first sentence looks back on from publication."""
    days = days_since(tokens.sentence.text, tokens.report.published)
    return Dating(None, tokens.sentence, days.low, days.high, "relative") if days.known else Dating(None, None)


def day_looked_back_to(tokens: Tokens, sentences: Sequence[Tokens]) -> Dating | None:
    """The day of what a sentence counts back to: "…, two days after a mine sank the ferry"; None where it does not."""
    for count in find_counts(tokens):
        days = days_counted(count, tokens, sentences)
        if days.when is not None:
            return Dating(days.when, count.span, days.low, days.high, "relative")
    return None


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
        if not span.overlaps(moment.span) and not dates_the_saying(tokens, moment, frames, own) and _belongs(tokens, moment, start, end)
    ]
    return sorted(found, key=lambda moment: _distance(tokens, moment, start, end))


def day_of_hour(hour: Span, tokens: Tokens, sentences: Sequence[Tokens]) -> Dating | None:
    """The day of an hour that no day stands with, which is that told last before it; None where that is none."""
    days = days_of(Moment(span=hour, shift=SAME_DAY), tokens, sentences)
    return None if days.when is None else Dating(days.when, hour, days.low, days.high, "same day")


def _framed(tokens: Tokens, frames: Sequence[Frame], own: Frame | None, start: int, last: dt.date | None) -> Dating:
    """The days of a clause without words of time after one that "when" joins it to: "died on 4 May when men who came by car fell upon …"."""
    for moment in find_moments(tokens):
        end = index_at(tokens, moment.span.end - 1) + 1
        if not moment.weak and end <= start and _tells_then(tokens, moment) and not dates_the_saying(tokens, moment, frames, own):
            days = moment.named.capped(last)
            return Dating(days.when, moment.span, days.low, days.high, moment.basis)
    return Dating(None, None, high=last)


def _is_close(shift: Shift) -> bool:
    """Whether words such as "an hour later", with nothing dated to lean on, tell no day of their own, nor that it was another."""
    return shift != SAME_DAY and shift.low is not None and shift.high is not None and shift.low <= 0 <= shift.high


def _looks_ahead(span: Span, tokens: Tokens) -> bool:
    """Whether a claim may be of what lay ahead when it was told, so that no telling is later than it."""
    sentence = tokens.sentence
    return (
        "would" in tokens.lower or tense_of(sentence.report.text, (span.start, span.end), (sentence.start, sentence.end)) is not Tense.PAST
    )


def _told_by(tokens: Tokens, own: Frame | None) -> dt.date | None:
    """The last day on which what has been said or reported can have been: that of the saying, if the words date it."""
    saying = [moment.high for moment in find_moments(tokens) if own is not None and dates(tokens, moment, own)]
    return min((day for day in (tokens.report.published, *saying) if day is not None), default=None)


def _tells_then(tokens: Tokens, moment: Moment) -> bool:
    """Whether a clause that tells of the very time follows: in "the worst since March 6, when a plane fell" it fell on that day."""
    end = index_at(tokens, moment.span.end - 1) + 1
    return tokens.lower[end + (tokens.words[end] == ",")] == "when"


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
        return _belongs_behind(tokens, moment, end, first)
    if _in_dateline(tokens, last) or (not _tells_then(tokens, moment) and _is_aside(tokens, first, last, start)):
        return False
    if any(begins_known(tokens, at, last) for at in range(last, start)):
        return False
    return not any(_parts(tokens, at, start, _PARTING | _SUBORDINATE) and not _goes_on(tokens, at, moment) for at in range(last, start))


def _belongs_behind(tokens: Tokens, moment: Moment, end: int, first: int) -> bool:
    """Whether words of time behind a claim date it."""
    follows = moment.shift not in (None, SAME_DAY) and "and" in tokens.lower[end:first]
    parting = (at for at in range(end, first) if _parts(tokens, at, first, _PARTING_AFTER))
    return not follows and all(_tells_of_scene(tokens, at) for at in parting)


def _tells_of_scene(tokens: Tokens, at: int) -> bool:
    """Whether "where" goes on about the place of an incident that something is at or comes to: "reached the spot where a plane fell"."""
    scene = tokens.lower[at] == "where" and at > 1 and tokens.lower[at - 1] in _SCENES
    return scene and _OFF_SCENE.isdisjoint(tokens.lower[max(0, at - 3) : at - 1])


def _goes_on(tokens: Tokens, at: int, moment: Moment) -> bool:
    """Whether what begins at a word is of the time told before it.

    So it is of a pronoun or one of several ("two blasts on Monday: the first …", "…; one fell near …"), and of what was over when something
    of the same month or year began: "in June they were held after being stopped near …".
    """
    after = tokens.lower[at + 1]
    if tokens.lower[at] in (";", ":"):
        return after in _GOING_ON or (after == "the" and tokens.lower[at + 2] == "first") or _is_stamp(tokens, at, moment)
    return tokens.lower[at] == "after" and moment.basis in ("month", "year") and after.endswith("ing")


def _is_stamp(tokens: Tokens, colon: int, moment: Moment) -> bool:
    """Whether a day that begins an entry stands before a colon: "15 SEP 2022: A tanker was boarded …"."""
    return moment.when is not None and index_at(tokens, moment.span.start) == 0 and index_at(tokens, moment.span.end - 1) + 1 == colon


def _parts(tokens: Tokens, at: int, stop: int, words: frozenset[str]) -> bool:
    """Whether a word begins a telling of its own; "before dawn" and "after 10 p.m." do not."""
    word, after = tokens.lower[at], tokens.lower[at + 1]
    if word == ":" and tokens.glued(at) and tokens.glued(at + 1):
        return False  # 9:30
    if word == "and":
        return is_new_clause(tokens, at, stop)
    if word in ("after", "before", "since", "until") and _is_time(tokens, at + 1, stop):
        return False
    return word in words and not (word == "that" and after in DAY_PARTS)


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
        if _opens_relative(tokens, at, last, start):
            over = closed or _verb_between(tokens, last, start)
            return over and not _is_incident(tokens, at) and not _begins_content(tokens, at, first, last)
        if word == ",":
            return False
    return False


def _opens_relative(tokens: Tokens, at: int, last: int, start: int) -> bool:
    """Whether a relative clause begins at a word, or a participle that stands for one, and holds the words of time."""
    word = tokens.lower[at]
    participle = word.endswith("ed") and is_verb(tokens, at) and not _is_finite(tokens, at)
    return word in _RELATIVE or (participle and (tokens.words[at - 1] == "," or _verb_between(tokens, last, start)))


def _begins_content(tokens: Tokens, that: int, first: int, last: int) -> bool:
    """Whether "that" begins what is made known, by a day and then a subject: "the notice that on Monday the ferry sank near …"."""
    if tokens.lower[that] != "that" or any(is_verb(tokens, at) for at in range(that + 1, first)):
        return False
    return tokens.lower[last] in lex.DETERMINERS or tokens.lower[last] in lex.POSSESSIVES or tokens.lower[last] in PERSONAL


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


def _distance(tokens: Tokens, moment: Moment, start: int, end: int) -> tuple[bool, bool, int, bool, int]:
    """How far words of time are from a claim, the least first.

    "Now" comes last, and before it the day of what shows or tells of an incident ("pictures emerged on Monday of a raid"); then by clauses
    between, those that lean on a day told before last, then by tokens.
    """
    at, behind = index_at(tokens, moment.span.start), index_at(tokens, moment.span.end - 1) + 1
    low, high = (at, start) if at < start else (end, at)
    between = sum(tokens.lower[step] in _BOUNDARIES for step in range(low, high))
    return (moment.weak, behind <= start and tokens.lower[behind] == "of", between, moment.shift is not None, high - low)

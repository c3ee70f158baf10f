"""The days of words that lean on a day told before them: "the next day", "the 6th", "two days after a mine sank the ferry"."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Sequence

from geomap.language.calendar.counts import Count, find_counts
from geomap.language.calendar.dates import make_day
from geomap.language.calendar.days import NO_DAYS, Days, Shift, add_days, one_day
from geomap.language.calendar.moments import Moment, find_moments
from geomap.language.events.sayings import begins_known, dates_the_saying
from geomap.language.phrases.chunks import index_at, is_new_clause
from geomap.language.speech.frames import find_frames
from geomap.language.text.tokens import Tokens
from geomap.language.words.tables import word_set
from geomap.model import Span

SAME_DAY = Shift(0, 0, 0)
_NEAR_SENTENCES = 3
"""A day that "the next day" leans on was told at most so many sentences before."""
_MONTH_SENTENCES = 12
"""The month of "the 6th" was told at most so many sentences before."""
_MOST_HOPS = 5
"""So many days may lean on one another: "on Monday … the next day … two days later"."""
_MONTH_DAYS = 31
"""A count of days leans on nothing longer than so many: "in 2015 … the next day" does not tell of January 2nd, 2015."""
_BACK = 14
"""A day of the month that lies further back than so many days from the day told before is of the next month."""
_OPENING = 2
"""A count that begins a sentence, behind a word at most, dates what stands up to the comma by what stands behind it."""
_RELATIVE = word_set("which who whom whose where")
_PARTING = word_set("; : but although though whereas because while")


def days_of(moment: Moment, tokens: Tokens, sentences: Sequence[Tokens], hops: int = _MOST_HOPS) -> Days:
    """The days of words of time; those of "the next day" by the day told last before it, nothing where that is none.

    What was said on a day was no later than it: all that "police said on Monday … the next day" tells is that it was not after Tuesday.
    """
    shift = moment.shift
    if moment.number is not None:
        return _numbered(moment, moment.number, tokens, sentences)
    if (shift is None and moment.weekday is None) or hops == 0:
        return moment.days
    base = _told_before(moment, tokens, sentences, hops)
    if shift is not None:
        return _leaning(base, shift, tokens.report.published)
    if base.when is None or moment.weekday is None:
        return NO_DAYS
    return one_day(add_days(base.when, (moment.weekday - base.when.weekday()) % 7)).capped(tokens.report.published)


def _told_before(moment: Moment, tokens: Tokens, sentences: Sequence[Tokens], hops: int) -> Days:
    """The days that words lean on: those told last before them; nothing where there are none."""
    at = bisect_left(sentences, tokens.sentence.start, key=lambda item: item.sentence.start)
    for sentence in (tokens, *reversed(sentences[max(0, at - _NEAR_SENTENCES) : at])):
        earlier = [other for other in find_moments(sentence) if _can_lead(other, moment)]
        if earlier:
            base = days_of(earlier[-1], sentence, sentences, hops - 1)
            if not _dates_a_saying(sentence, earlier[-1]):
                return base
            return base if sentence is tokens and _goes_back(moment) else Days(None, base.high)
    names_day = moment.shift == SAME_DAY and moment.span.text.lower().endswith("day")
    return _only_day(sentences[:at]) if names_day else NO_DAYS


def is_of_a_past_week(moment: Moment, tokens: Tokens, sentences: Sequence[Tokens]) -> bool:
    """Whether a bare weekday may be of a week long past that its paragraph just told of, and not of the last before publication."""
    published = tokens.report.published
    at = bisect_left(sentences, tokens.sentence.start, key=lambda item: item.sentence.start)
    if published is None or len(moment.span.text.split()) > 2:
        return False
    for sentence in (tokens, *reversed(sentences[max(0, at - _NEAR_SENTENCES) : at])):
        if "\n\n" in tokens.report.text[sentence.sentence.start : tokens.sentence.start]:
            return False
        before = (each for each in find_moments(sentence) if each.basis != "weekday" and each.span.end <= moment.span.start)
        told = [each.days.when for each in before if each.days.when is not None]
        if told:
            return (published - told[-1]).days > _BACK
    return False


def _only_day(sentences: Sequence[Tokens]) -> Days:
    """The one day that sentences tell, which "later in the day" is of however far behind it stands; nothing where they tell another time."""
    told = [(sentence, moment) for sentence in sentences for moment in find_moments(sentence) if not moment.weak]
    days = {None if _dates_a_saying(sentence, moment) else moment.days.when for sentence, moment in told if moment.shift is None}
    return one_day(days.pop()) if len(days) == 1 else NO_DAYS


def _dates_a_saying(tokens: Tokens, moment: Moment) -> bool:
    """Whether words of time date a saying of their sentence, or lead up to one: "on Monday rang the king and said"."""
    frames, at = find_frames(tokens), index_at(tokens, moment.span.start)
    ahead = next((frame for frame in frames if frame.matrix[0] > at), None)
    between = range(at, at if ahead is None else ahead.matrix[0])
    if any(tokens.lower[step] in _RELATIVE or _parts(tokens, step, between.stop) for step in between):
        ahead = None
    end = index_at(tokens, moment.span.end - 1) + 1
    return dates_the_saying(tokens, moment, frames, ahead) or any(begins_known(tokens, step, end) for step in range(end, tokens.count))


def _numbered(moment: Moment, number: int, tokens: Tokens, sentences: Sequence[Tokens]) -> Days:
    """The day of "the 6th": of the month told last, or of the next one where that lies far back; of the latest where none is told."""
    published = tokens.report.published
    at = bisect_left(sentences, tokens.sentence.start, key=lambda item: item.sentence.start)
    for sentence in (tokens, *reversed(sentences[max(0, at - _MONTH_SENTENCES) : at])):
        told = [other.low for other in find_moments(sentence) if _tells_month(other) and other.span.end <= moment.span.start]
        if told:
            return one_day(_day_of_month(told[-1], number, published))
    return NO_DAYS if published is None else one_day(_day_of_month(published, number, published))


def _tells_month(moment: Moment) -> bool:
    width = moment.days.width
    return moment.shift is None and not moment.weak and width is not None and width <= _MONTH_DAYS


def _day_of_month(base: dt.date | None, number: int, published: dt.date | None) -> dt.date | None:
    """The day of that number near another, not after publication."""
    if base is None:
        return None
    months = base.year * 12 + base.month - 1
    near = (make_day(each // 12, each % 12 + 1, number) for each in (months, months + 1, months - 1))
    sound = (day for day in near if day is not None and (base - day).days <= _BACK + _MONTH_DAYS * (base == published))
    return next((day for day in sound if published is None or day <= published), None)


def _can_lead(other: Moment, moment: Moment) -> bool:
    """Whether words of time may be what later ones lean on; a look back ("three days earlier") leans on a day that leans on none itself."""
    back = moment.shift is not None and moment.shift.high is not None and moment.shift.high < 0
    return not other.weak and other.span.end <= moment.span.start and not (back and other.shift is not None)


def _goes_back(moment: Moment) -> bool:
    """Whether words go back from the day of a saying, rather than on from what is said: "a day earlier", "earlier in the day"."""
    back = moment.shift is not None and moment.shift.high is not None and moment.shift.high <= 0 and moment.shift != SAME_DAY
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


def counted(span: Span, tokens: Tokens, sentences: Sequence[Tokens], own: Moment | None) -> tuple[Count, Days] | None:
    """The count that begins the clause of a claim, and the days that it comes to: "the raid came two days after a blast near Arvo".

    `own` are the nearest words of time; where they stand in that clause and tell a day by themselves, the count dates nothing.
    """
    start = index_at(tokens, span.start)
    for count in reversed(find_counts(tokens)):
        behind, stop = _clause_of(count, tokens)
        if not behind <= start < stop or any(_parts(tokens, at, start) for at in range(behind, start)):
            continue
        if own is not None and own.shift is None and behind <= index_at(tokens, own.span.start) < stop:
            return None
        days = days_counted(count, tokens, sentences)
        return (count, days) if days.known else None
    return None


def days_counted(count: Count, tokens: Tokens, sentences: Sequence[Tokens]) -> Days:
    """The days that a count comes to, from the day told before it, or behind its clause where that begins the sentence."""
    days = days_of(Moment(span=count.span, shift=count.shift), tokens, sentences)
    if days.known:
        return days
    stop = _clause_of(count, tokens)[1]
    later = (each for each in find_moments(tokens) if each.shift is None and index_at(tokens, each.span.start) > stop)
    return next((_leaning(each.named, count.shift, tokens.report.published) for each in later), NO_DAYS)


def _clause_of(count: Count, tokens: Tokens) -> tuple[int, int]:
    """Between which tokens stands what a count dates: up to the comma where it begins the sentence."""
    first, behind = index_at(tokens, count.span.start), index_at(tokens, count.span.end - 1) + 1
    commas = (at for at in range(behind, tokens.count) if tokens.words[at] == ",")
    return behind, next(commas, tokens.count) if first <= _OPENING else tokens.count


def _parts(tokens: Tokens, at: int, stop: int) -> bool:
    return tokens.lower[at] in _PARTING or (tokens.lower[at] == "and" and is_new_clause(tokens, at, stop))

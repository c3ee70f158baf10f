"""Words that tell when, found in a text and resolved against the day of publication.

A day is only given where words and publication date fix it: "Tuesday" without a date of publication, "in May" and "last week" stay words.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from geomap.language.calendar.dates import DAY_PATTERN, FIGURES_PATTERN, make_day, parse_day
from geomap.language.text.tokens import Tokens
from geomap.language.words import FULL_MONTHS, FULL_WEEKDAYS, MONTHS, WEEKDAYS
from geomap.model import Report, Span

_MONTH = "(?:" + "|".join(name.capitalize() for name in sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = "(?:" + "|".join(name.capitalize() for name in FULL_WEEKDAYS) + r")\b"
_PART = r"(?:early[ \n]|late[ \n])?(?:morning|afternoon|evening|night|midday|noon|midnight)\b"
_COUNT = r"(?:\d{1,4}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|a[ \n]few|a[ \n]couple[ \n]of)"
_COUNTS = {name: number for number, name in enumerate("zero one two three four five six seven eight nine ten eleven twelve".split())} | {
    "a": 1,
    "an": 1,
}

_MOMENT = re.compile(
    r"\b(?=\w)(?:"  # first, so that most places in a text are passed at once
    rf"(?P<full>(?i:{DAY_PATTERN})|{FIGURES_PATTERN})"
    rf"|(?P<monthyear>{_MONTH},?[ \n](?:19|20)\d\d\b)"
    rf"|(?P<monthday>(?:{_WEEKDAY},?[ \n])?(?:{_MONTH}[ \n](?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?\b|(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?[ \n](?:of[ \n])?{_MONTH}))"
    rf"|(?P<weekday>(?:(?:(?i:last|next|this|early|late|earlier)[ \n])?{_WEEKDAY}(?:[ \n]{_PART})?))"
    rf"|(?P<ago>(?i:{_COUNT})[ \n](?P<unit>day|week|month|year)s?[ \n](?P<way>ago|earlier|later|(?:before|after)\b(?![ \n]\w))\b)"
    r"|(?P<near>(?i:the[ \n]day[ \n]before[ \n]yesterday|yesterday|earlier[ \n]today|later[ \n]today|today|tonight|tomorrow|last[ \n]night"
    r"|this[ \n](?:morning|afternoon|evening)))\b"
    r"|(?P<other>(?i:(?:that|(?:on[ \n])?the[ \n](?:very[ \n])?same|(?:on[ \n])?the[ \n](?:following|previous|next))[ \n]day|the[ \n]day[ \n](?:before|after|earlier))\b)"
    r"|(?P<vague>(?i:overnight|(?:last|next|this|earlier[ \n]this|later[ \n]this)[ \n](?:week|weekend|month|year|spring|summer|autumn|winter)"
    r"|recently|days[ \n]later|weeks[ \n]ago|days[ \n]ago))\b"
    rf"|(?P<month>(?i:in|during|since|last|late|early|mid)[ \n-]{_MONTH}(?!,?[ \n]\d))"
    r"|(?P<year>(?i:in|since|during)[ \n](?:19|20)\d\d\b)"
    r"|(?P<now>(?i:now|currently|presently|at[ \n]present|at[ \n]the[ \n]moment)\b)"
    r")"
)
_FUTURE = re.compile(r"\b(?:will|shall|going to|upcoming|plans? to|planned|scheduled|due to|expected to|set to)\b", re.IGNORECASE)
_ONCE = re.compile(r"\b(?:was|were|been|had)[ \n]$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:.!?…—–]|\b(?:and|but|who|which|that|why|how|where|when|after|before|because|while)\b", re.IGNORECASE)
_CLAUSE_CHARS = 60
_NOT_A_DAY = re.compile(r"\b(?:good|bloody|black|ash|easter|palm|super|holy|whit|shrove)[ \n]$", re.IGNORECASE)
_ANY_DAY = re.compile(r"\b(?:every|each|any|some|one|first|second|third|fourth|alternate|most)[ \n]$", re.IGNORECASE)
_ANY_WEEKDAY = f"(?i:{'|'.join(FULL_WEEKDAYS)})"
_SEVERAL_BEFORE = re.compile(rf"\b{_ANY_WEEKDAY}(?:[ ]?[-–—][ ]?|[ \n](?:and|or|to|through)[ \n])$")
_SEVERAL_AFTER = re.compile(rf"(?:[ ]?[-–—][ ]?|[ \n](?:and|or|to|through)[ \n]){_ANY_WEEKDAY}\b")
_NAMED_AFTER = re.compile(r"[ \n](?:attacks|hijack|terror)", re.IGNORECASE)
_EDGE = re.compile(r"\b(?:since|until|till|before|after|by|from|between|through|prior to|ahead of)[ \n](?:the[ \n])?$", re.IGNORECASE)
_RANGE = re.compile(r"[ ]?(?:-|–|—|and[ ]|to[ ])[ ]?\d")
_RANGE_BEFORE = re.compile(r"\d(?:st|nd|rd|th)?[ ]?(?:-|–|—|and[ ]|to[ ])[ ]?$")
_NUMBERED = ("full", "monthday")
_NO_NOW = re.compile(r"(?:\b(?:until|till|by|for|from|right)[ \n]|-)$", re.IGNORECASE)
_NEXT_OLD_DAYS = 183
"""A day of a month that is later in the year than publication is last year's only if it is no longer ago than this."""


class Tense(Enum):
    """Where a clause puts what it tells."""

    PAST = "past"
    """Or present: not after publication."""
    AHEAD = "ahead"
    UNSURE = "unsure"
    """It once lay ahead: "was due to"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Words that tell when, with the day that they come to."""

    span: Span
    when: dt.date | None
    """None where the words and the date of publication do not fix a day."""
    weak: bool = False
    """True for "now", which yields to every other word of time."""
    shift: int | None = None
    """Days from a day told before: 1 for "the next day", 0 for "that day"; None for words that do not lean on one."""


def find_moments(tokens: Tokens) -> tuple[Moment, ...]:
    """The words of time in a sentence, in reading order."""
    return tokens.once(_moments)


def _moments(tokens: Tokens) -> tuple[Moment, ...]:
    return tuple(_moments_between(tokens.report, tokens.sentence.start, tokens.sentence.end))


def _moments_between(report: Report, start: int, end: int) -> Iterator[Moment]:
    text = report.text
    for match in _MOMENT.finditer(text, start, end):
        kind = match.lastgroup if match.lastgroup not in ("unit", "way") else "ago"
        before, after = text[max(start, match.start() - 16) : match.start()], text[match.end() : min(end, match.end() + 16)]
        if _is_name(match, kind, before, after):
            continue
        when = None
        if kind in _RESOLVERS and not _one_of_several(kind, before, after):
            when = _RESOLVERS[kind](match, report.published, _tense_of(match, start, end))
        close = match.end() - (match.group().endswith(".") and match.group()[:-1].split()[-1].lower() in FULL_MONTHS)
        yield Moment(span=Span(report, match.start(), close), when=when, weak=kind == "now", shift=_shift(match, kind))


def _is_name(match: re.Match[str], kind: str | None, before: str, after: str) -> bool:
    """Whether words of time are part of a name or of other words: "Good Friday", "until now", "the September 11 attacks"."""
    if kind == "weekday":
        return _NOT_A_DAY.search(before) is not None
    if kind == "monthday":
        return match.group().lower().startswith("sept") and _NAMED_AFTER.match(after) is not None
    return kind == "now" and (_NO_NOW.search(before) is not None or after.startswith("-"))


def _one_of_several(kind: str | None, before: str, after: str) -> bool:
    """Whether the words give one end of a time or one of several days."""
    if _EDGE.search(before):
        return True
    if kind in _NUMBERED:
        return _RANGE.match(after) is not None or _RANGE_BEFORE.search(before) is not None
    several = _ANY_DAY.search(before) or _SEVERAL_BEFORE.search(before) or _SEVERAL_AFTER.match(after)
    return kind == "weekday" and several is not None


def _tense_of(match: re.Match[str], start: int, end: int) -> Tense:
    """Whether what the clause tells lies ahead."""
    text = match.string
    low, high = max(start, match.start() - _CLAUSE_CHARS), min(end, match.end() + _CLAUSE_CHARS)
    low = max((stop.end() for stop in _CLAUSE_END.finditer(text, low, match.start())), default=low)
    stop = _CLAUSE_END.search(text, match.end(), high)
    found = _FUTURE.search(text, low, high if stop is None else stop.start())
    if found is None:
        return Tense.PAST
    return Tense.UNSURE if _ONCE.search(text[max(low, found.start() - 6) : found.start()]) else Tense.AHEAD


def _shift(match: re.Match[str], kind: str | None) -> int | None:
    """By how many days the words follow a day told before."""
    words = match.group().lower().split()
    if kind == "other":
        return next((days for word, days in _OTHER_DAYS.items() if word in words), 0)
    if kind == "ago" and match["way"].lower() != "ago" and match["unit"].lower() == "day" and len(words) == 3:
        number = int(words[0]) if words[0].isdigit() else _COUNTS.get(words[0])
        back = match["way"].lower() in ("earlier", "before")
        return None if number is None else -number if back else number
    return None


_OTHER_DAYS = {"following": 1, "next": 1, "after": 1, "previous": -1, "before": -1, "earlier": -1}


def _full(match: re.Match[str], _published: dt.date | None, _tense: Tense) -> dt.date | None:
    return parse_day(" ".join(match.group().split()))


def _month_day(match: re.Match[str], published: dt.date | None, tense: Tense) -> dt.date | None:
    """The latest such day up to publication; a later one only for what lies ahead."""
    if published is None:
        return None
    words = re.findall(r"[A-Za-z]+|\d+", match.group().lower())
    month = next(MONTHS[word] for word in words if word in MONTHS)
    number = next(int(word) for word in words if word.isdigit())
    weekday = next((WEEKDAYS[word] for word in words if word in WEEKDAYS), None)
    day = make_day(published.year, month, number)
    if day is not None and day > published and tense is not Tense.AHEAD:
        last = make_day(published.year - 1, month, number)
        day = last if last is not None and (published - last).days <= _NEXT_OLD_DAYS else None
    return day if day is None or weekday in (None, day.weekday()) else None


def _weekday(match: re.Match[str], published: dt.date | None, tense: Tense) -> dt.date | None:
    """The latest such weekday up to publication; "last" is before that day, and what lies ahead is after it."""
    if published is None:
        return None
    words = match.group().lower().split()
    wanted = next(WEEKDAYS[word] for word in words if word in WEEKDAYS)
    back = (published.weekday() - wanted) % 7
    ahead = 7 - back
    if words[0] == "next":  # on a Monday, "next Friday" may be in four days or in eleven
        return _shifted(published, ahead) if published.weekday() + ahead > _LAST_WEEKDAY else None
    if tense is Tense.UNSURE or (tense is Tense.AHEAD and back == 0):
        return None
    if tense is Tense.AHEAD and words[0] != "last":
        return _shifted(published, ahead)
    if words[0] == "last" and back == 0:
        back = 7
    return _shifted(published, -back)


_LAST_WEEKDAY = 6
_NEAR = {"the day before yesterday": -2, "yesterday": -1, "last night": -1, "tomorrow": 1}


def _near(match: re.Match[str], published: dt.date | None, _tense: Tense) -> dt.date | None:
    if published is None:
        return None
    return _shifted(published, _NEAR.get(" ".join(match.group().lower().split()), 0))


def _ago(match: re.Match[str], published: dt.date | None, _tense: Tense) -> dt.date | None:
    """Days and weeks before publication by the count as written; months, years and "two days later" fix no day."""
    words = match.group().lower().split()
    number = int(words[0]) if words[0].isdigit() else _COUNTS.get(words[0]) if len(words) == 3 else None
    size = {"day": 1, "week": 7}.get(match["unit"].lower())
    if published is None or number is None or size is None or match["way"].lower() != "ago":
        return None
    return _shifted(published, -number * size)


def _now(_match: re.Match[str], published: dt.date | None, _tense: Tense) -> dt.date | None:
    return published


def _shifted(day: dt.date, days: int) -> dt.date | None:
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


_RESOLVERS: dict[str | None, Callable[[re.Match[str], dt.date | None, Tense], dt.date | None]] = {
    "full": _full,
    "monthday": _month_day,
    "weekday": _weekday,
    "near": _near,
    "ago": _ago,
    "now": _now,
}

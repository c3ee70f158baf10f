"""Words that tell when, found in a text and resolved against the day of publication.

Each comes with the days that it can mean: one for "Tuesday", a month for "in May", none for "Tuesday" without a date of publication.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from geomap.language.calendar import resolution
from geomap.language.calendar.dates import DAY_PATTERN, FIGURES_PATTERN
from geomap.language.calendar.days import NO_DAYS, Days, Shift, add_days, hull
from geomap.language.calendar.resolution import Tense, shift_of
from geomap.language.text.tokens import Tokens
from geomap.language.words import FULL_MONTHS, FULL_WEEKDAYS, MONTHS, PERIODS, SEASONS, SMALL_COUNTS, WEEKDAYS
from geomap.model import Basis, Report, Span


def _any(words: Sequence[str]) -> str:
    """A pattern of any of some words, in which spaces may be the end of a line."""
    return "(?:" + "|".join(sorted(words, key=len, reverse=True)).replace(" ", "[ \\n]") + ")"


_MONTH = _any([name.capitalize() for name in MONTHS]) + r"\b\.?"
_WEEKDAY = _any([name.capitalize() for name in FULL_WEEKDAYS]) + r"\b"
_SEASON = _any([*SEASONS])
_PART = r"(?:early[ \n]|late[ \n])?(?:morning|afternoon|evening|night|midday|noon|midnight)\b"
_COUNT = rf"(?:\d{{1,4}}|{_any([*SMALL_COUNTS])})"
_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)?"
_OF_YEAR = r"(?:,?[ \n](?:of[ \n])?(?:last|this|that|the[ \n]same|the[ \n](?:previous|following))[ \n]year\b)?"
_SAME = r"(?:that|(?:on[ \n])?the[ \n](?:very[ \n])?same|(?:on[ \n])?the[ \n](?:following|previous|preceding|next))"

_FIRST_WORDS = {
    *"the that on in at over during since last next this early earlier late later mid yesterday today tonight tomorrow overnight".split(),
    *"recently now currently presently end start beginning middle half week".split(),
    *(f"{unit}s" for unit in PERIODS),
    *(count.split()[0] for count in SMALL_COUNTS),
    *(*SEASONS, *MONTHS, *WEEKDAYS),
}

_MOMENT = re.compile(
    rf"\b(?=\d|[A-Z]|{_any([*_FIRST_WORDS])}\b)(?:"  # so that most places in a text are passed at once
    rf"(?P<full>(?i:{DAY_PATTERN})|{FIGURES_PATTERN})"
    rf"|(?P<monthyear>{_MONTH},?[ \n](?:of[ \n])?(?:19|20)\d\d\b)"
    rf"|(?P<monthday>(?:{_WEEKDAY},?[ \n])?(?:{_MONTH}[ \n]{_NUMBER}\b|{_NUMBER}[ \n](?:of[ \n])?{_MONTH}){_OF_YEAR})"
    r"|(?P<numbered>the[ \n](?:[23]?1st|2?2nd|2?3rd|(?:[4-9]|1\d|2[04-9]|30)th)\b(?![ \n]and[ \n](?:the[ \n])?\d)"
    r"(?=[.,;:)]|$|[ \n](?:and|an?|the|it|s?he|they|we|its|her|his|their|at|by|in|near|off|when|after|before|about|around|some)\b))"
    rf"|(?P<weekday>(?:(?:(?i:last|next|this|early|late|earlier)[ \n])?{_WEEKDAY}(?:[ \n]{_PART})?(?:,?[ \n](?:of[ \n])?(?:last|this)[ \n]week\b)?))"
    rf"|(?P<ago>(?i:(?:{_COUNT}[ \n]{_any([*PERIODS])}s?|{_any([*PERIODS])}s)[ \n](?:ago(?:[ \n](?:today|yesterday))?|earlier|later|(?:before|after)\b(?![ \n]\w))\b"
    r"|the[ \n](?:week|month|year)[ \n](?:before|earlier|after)\b(?![ \n]\w)))"
    r"|(?P<near>(?i:the[ \n]day[ \n]before[ \n]yesterday|the[ \n]night[ \n]before[ \n]last"
    r"|(?:(?:early|late)[ \n])?yesterday(?:[ \n](?:morning|afternoon|evening|night))?|(?:earlier|early|later|late)[ \n]today|today|tonight|tomorrow"
    r"|last[ \n](?:night|evening)|this[ \n](?:morning|afternoon|evening)))\b"
    rf"|(?P<other>(?i:{_SAME}[ \n](?:day|morning|afternoon|evening|night)|the[ \n](?:day|night)[ \n](?:before|after|earlier)"
    r"|the[ \n](?:morning|evening)[ \n](?:before|after|earlier)\b(?![ \n]\w)"
    r"|(?:earlier|later)[ \n](?:in[ \n]the|the[ \n]same|that)[ \n]day)\b)"
    r"|(?P<overnight>(?i:overnight))\b"
    rf"|(?P<running>(?i:the[ \n](?:last|past)[ \n](?:{_COUNT}[ \n]{_any([*PERIODS])}s?|week|month|year))\b(?![ \n]of\b))"
    r"|(?P<period>(?i:(?:last|next|this|earlier[ \n]this|later[ \n]this)[ \n](?:week|weekend|month|year)|(?:at|over)[ \n]the[ \n]weekend)\b(?![ \n]of\b))"
    rf"|(?P<season>(?i:(?:(?:last|next|this|earlier[ \n]this|later[ \n]this)[ \n]{_SEASON}|{_SEASON}[ \n](?:of[ \n])?(?:19|20)\d\d))\b)"
    r"|(?P<vague>(?i:recently))\b"
    rf"|(?P<month>(?i:in|during|since|last|next|late|early|mid|this|(?:end|start|beginning|middle|half|weeks?|days)[ \n]of)[ \n-]{_MONTH}(?!\.?[ \n](?:of[ \n])?\d|\.?,[ \n](?:19|20)\d\d\b){_OF_YEAR})"
    r"|(?P<year>(?i:in|since|during|early|late|mid)[ \n-](?:(?:early|late|mid)[ \n-])?(?:19|20)\d\d\b)"
    r"|(?P<now>(?i:now|currently|presently|at[ \n]present|at[ \n]the[ \n]moment)\b)"
    r")"
)
_FUTURE = re.compile(r"\b(?:will|shall|going to|upcoming|plans? to|planned|scheduled|due to|expected to|set to)\b", re.IGNORECASE)
_ONCE = re.compile(r"\b(?:was|were|been|had)[ \n]$", re.IGNORECASE)
_CLAUSE_END = re.compile(r"[,;:.!?…—–]|\b(?:and|but|who|which|that|why|how|where|when|after|before|because|while)\b", re.IGNORECASE)
_CLAUSE_CHARS = 60
_NOT_A_DAY = re.compile(r"\b(?:good|bloody|black|ash|easter|palm|super|holy|whit|shrove)[ \n]$", re.IGNORECASE)
_ANY_DAY = re.compile(r"\b(?:every|each|any|some|one|an?|first|second|third|fourth|alternate|most)[ \n]$", re.IGNORECASE)
_NAMED_AFTER = re.compile(r"[ \n](?:attacks|hijack|terror)", re.IGNORECASE)
_OF_THAT_TIME = re.compile(r"\b(?:(?:on|by|until|till|from|since)[ \n]the|that)[ \n]$", re.IGNORECASE)
_BEHIND_DAY = re.compile(
    r"[.,;:)]|$|[ \n](?:and|an?|the|it|s?he|they|we|its|her|his|their|at|in|near|off|when|about|around|some)\b", re.IGNORECASE
)
_CLAUSE_AHEAD = re.compile(r"[ \n](?:the|a|an|it|he|she|they|we|its|his|her|their|of)\b", re.IGNORECASE)
_NOW_SAYS = re.compile(r"[ \n](?:gives?|puts?|says?|believes?|thinks?|places?|estimates?|locates?)\b", re.IGNORECASE)
_NO_NOW = re.compile(r"(?:\b(?:until|till|by|for|from|right)[ \n]|-)$", re.IGNORECASE)

_FROM = re.compile(r"\b(?:since|after|from)[ \n](?:the[ \n])?$", re.IGNORECASE)
_TO = re.compile(r"\b(?:until|till|before|by|prior to|ahead of)[ \n](?:the[ \n])?$", re.IGNORECASE)
_AMID = re.compile(r"\b(?:between|through)[ \n](?:the[ \n])?$", re.IGNORECASE)
_AT_NIGHT = re.compile(
    r"\b(?:over)?night[ \n](?:(?:of|on|to|into|between|from)[ \n])?(?:the[ \n])?(?:\d{1,2}[ ]?[-–—/][ ]?)?$", re.IGNORECASE
)
_NIGHT_OF = re.compile(r"\bnight[ \n](?:of[ \n]|on[ \n])?$", re.IGNORECASE)
_NIGHT_TO = re.compile(r"\b(?:night|overnight)[ \n](?:in)?to[ \n]$", re.IGNORECASE)
_ON = re.compile(r"\b(?:on|of|since|until|by|from|to)[ \n]$", re.IGNORECASE)

_JOIN = re.compile(r"[ ]?[-–—][ ]?|[ \n](?:and|or|to|through|until)[ \n](?:the[ \n])?", re.IGNORECASE)
_JOIN_ON = re.compile(r"[ \n](?:and|or)[ \n]on[ \n](?:the[ \n])?", re.IGNORECASE)
_PAIR_END = re.compile(r"[.,;:)]|$")
_DAYS_AFTER = re.compile(r"[ ]?(?:-|–|—|/|and[ ]|to[ ])[ ]?(\d{1,2})(?:st|nd|rd|th)?\b(?![.,:]\d)")
_DAYS_BEFORE = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th)?[ ]?(?:-|–|—|/|and[ ]|to[ ])[ ]?$")
_NUMBERED = ("full", "monthday")
_DAYS = (*_NUMBERED, "weekday")

_RESOLVERS: dict[str, Callable[[str, dt.date | None, Tense], Days]] = {
    "full": resolution.full,
    "monthday": resolution.month_day,
    "weekday": resolution.weekday,
    "near": resolution.near,
    "ago": resolution.ago,
    "overnight": resolution.overnight,
    "running": resolution.running,
    "period": resolution.period,
    "monthyear": resolution.month,
    "month": resolution.month,
    "season": resolution.season,
    "year": resolution.year,
    "now": resolution.now,
}
_OF_A_YEAR = frozenset({"monthday", "month"})
"""Words that tell a day or a month, but no year."""
_YEAR_IN_TITLE = re.compile(r"(?<![\w-])(?:1[89]|20)\d\d(?![\w-])")
_BASES: dict[str, Basis] = {
    **dict.fromkeys(_NUMBERED, "stated"),
    **dict.fromkeys(("month", "monthyear"), "month"),
    "weekday": "weekday",
    "season": "season",
    "year": "year",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """Words that tell when, with the days that they come to."""

    span: Span
    days: Days = NO_DAYS
    """When what they date can have been: "since Tuesday" is from Tuesday on."""
    named: Days = NO_DAYS
    """The days that the words themselves name: Tuesday."""
    basis: Basis = ""
    """What the days come from, as in `Dating.basis`."""
    weak: bool = False
    """True for "now", which yields to every other word of time."""
    shift: Shift | None = None
    """Days from a day told before: one for "the next day", none for "that day"; None for words that do not lean on one."""

    at_night: bool = False
    """Whether they tell of a night: of one day or the next, as the hour has it."""
    number: int | None = None
    """Of "the 6th": a day of the month that was told before."""
    weekday: int | None = None
    """Of "on the Sunday": a day of the week, 0 for Monday, of the time that is told of."""

    @property
    def when(self) -> dt.date | None:
        """The day, where the words and the date of publication fix one."""
        return self.days.when

    @property
    def low(self) -> dt.date | None:
        """The first day that it can be; None where nothing bounds it."""
        return self.days.low

    @property
    def high(self) -> dt.date | None:
        """The last day that it can be; None where nothing bounds it."""
        return self.days.high


def find_moments(tokens: Tokens) -> tuple[Moment, ...]:
    """The words of time in a sentence, in reading order."""
    return tokens.once(_moments)


def _moments(tokens: Tokens) -> tuple[Moment, ...]:
    return tuple(_moments_between(tokens.report, tokens.sentence.start, tokens.sentence.end))


def tense_of(text: str, span: tuple[int, int], bounds: tuple[int, int]) -> Tense:
    """Whether what the clause round some words of a text tells lies ahead; `bounds` are those of the sentence."""
    low, high = max(bounds[0], span[0] - _CLAUSE_CHARS), min(bounds[1], span[1] + _CLAUSE_CHARS)
    low = max((stop.end() for stop in _CLAUSE_END.finditer(text, low, span[0])), default=low)
    stop = _CLAUSE_END.search(text, span[1], high)
    found = _FUTURE.search(text, low, high if stop is None else stop.start())
    if found is None:
        return Tense.PAST
    return Tense.UNSURE if _ONCE.search(text[max(low, found.start() - 6) : found.start()]) else Tense.AHEAD


@dataclass(frozen=True, slots=True)
class _Found:
    """Words of time with what stands round them."""

    match: re.Match[str]
    kind: str
    before: str
    after: str
    tense: Tense

    @property
    def words(self) -> str:
        return " ".join(self.match.group().lower().split())

    @property
    def is_name(self) -> bool:
        """Whether they are part of a name or of other words: "Good Friday", "now that", "the September 11 attacks"."""
        if self.kind == "weekday":
            return _NOT_A_DAY.search(self.before) is not None
        if self.kind == "monthday":
            return self.words.startswith("sept") and _NAMED_AFTER.match(self.after) is not None
        if self.kind == "numbered":
            return _ON.search(self.before) is None
        return self.kind == "now" and (
            _NO_NOW.search(self.before) is not None or self.after.startswith(("-", " that", " when")) or self._dates_no_event
        )

    @property
    def _dates_no_event(self) -> bool:
        """Whether they tell which moment ("at the moment the missile struck, it was …") or when somebody says it ("it now gives 5°N")."""
        return (self.words.endswith("moment") and _CLAUSE_AHEAD.match(self.after) is not None) or _NOW_SAYS.match(self.after) is not None

    @property
    def is_of_that_time(self) -> bool:
        """Whether they are a weekday of the time that is told of, not of the week of publication: "on the Sunday they fled"."""
        alone = self.kind == "weekday" and not self.words.endswith("week")
        return alone and _OF_THAT_TIME.search(self.before) is not None and _BEHIND_DAY.match(self.after) is not None

    @property
    def at_night(self) -> bool:
        """Whether they tell of a night, which is of two days."""
        return "night" in self.words or _AT_NIGHT.search(self.before) is not None


def _moments_between(report: Report, start: int, end: int) -> Iterator[Moment]:
    found = [item for match in _MOMENT.finditer(report.text, start, end) if not (item := _found(match, start, end)).is_name]
    named = [_named(item, _last_day(report) if item.kind in _OF_A_YEAR else report.published) for item in found]
    for at, item in enumerate(found):
        close = item.match.end() - (item.words.endswith(".") and item.words[:-1].split()[-1] in FULL_MONTHS)
        days = _pair(found, named, at) or _bounded(item, named[at])
        yield Moment(
            span=Span(report, item.match.start(), close),
            days=days if item.tense is not Tense.PAST else days.capped(report.published),
            named=named[at],
            basis=_BASES.get(item.kind, "relative") if days.known else "",
            weak=item.kind == "now",
            shift=shift_of(item.kind, item.words),
            at_night=item.at_night,
            number=int(re.sub(r"\D", "", item.words)) if item.kind == "numbered" else None,
            weekday=next(WEEKDAYS[word] for word in item.words.split() if word in WEEKDAYS) if item.is_of_that_time else None,
        )


def _last_day(report: Report) -> dt.date | None:
    """The last day that days without a year are of: that of publication, or the end of the one year, before it, that the headline names."""
    years = {int(year) for year in _YEAR_IN_TITLE.findall(report.title or "")}
    if report.published is None or len(years) != 1 or not years < {*range(report.published.year)}:
        return report.published
    return dt.date(years.pop(), 12, 31)


def _found(match: re.Match[str], start: int, end: int) -> _Found:
    before, after = match.string[max(start, match.start() - 16) : match.start()], match.string[match.end() : min(end, match.end() + 32)]
    return _Found(match, match.lastgroup or "", before, after, tense_of(match.string, match.span(), (start, end)))


def _named(item: _Found, published: dt.date | None) -> Days:
    """The days that words name, whatever their part in the sentence."""
    if item.kind not in _RESOLVERS or item.is_of_that_time or (item.kind == "weekday" and _ANY_DAY.search(item.before)):
        return NO_DAYS
    days = _RESOLVERS[item.kind](item.words, published, item.tense)
    if days.when is None:
        return days
    if _NIGHT_TO.search(item.before):
        return Days(add_days(days.when, -1), days.when)
    if _NIGHT_OF.search(item.before) and days.low == days.high:
        return Days(days.when, add_days(days.when, 1), days.when)
    return days


def _bounded(item: _Found, named: Days) -> Days:
    """When something was that words date by one end or by one of several days: "since Tuesday", "3 and 5 April"."""
    if _FROM.search(item.before) or item.words.startswith("since"):
        return Days(named.low, None)
    if _TO.search(item.before):
        return Days(None, named.high)
    if _AMID.search(item.before):
        return replace(named, when=None)
    for several in (_DAYS_AFTER.match(item.after), _DAYS_BEFORE.search(item.before)) if item.kind in _NUMBERED else ():
        if several is not None:
            return _with_number(named, int(several[1]))
    return named


def _with_number(named: Days, number: int) -> Days:
    """From a day to another of its month, in whichever order."""
    if named.when is None or not 1 <= number <= _LONGEST_MONTH:
        return named
    other = add_days(named.when.replace(day=1), number - 1)
    return replace(hull(named, Days(other, other)), when=None)


_LONGEST_MONTH = 31


def _pair(found: Sequence[_Found], named: Sequence[Days], at: int) -> Days | None:
    """From the first to the last of two days told together: "Monday and Tuesday", "between March 31 and April 1"; None where there is no other."""
    for first in (at, at - 1):
        if 0 <= first < len(found) - 1 and _are_joined(found[first], found[first + 1]):
            return replace(hull(_up_to(found[first], named[first], named[first + 1]), named[first + 1]), when=None)
    return None


def _up_to(item: _Found, days: Days, last: Days) -> Days:
    """The days of the first of two, which are the latest before the second: "27 August and 29 December of last year"."""
    if last.high is None or item.kind not in ("weekday", "monthday"):
        return days
    return _RESOLVERS[item.kind](item.words, last.high, Tense.PAST)


def _are_joined(one: _Found, two: _Found) -> bool:
    """Whether two words of time tell of several days or of the ends of one time; "on Monday … and on Tuesday …" may begin another clause."""
    if one.kind not in _DAYS or two.kind not in _DAYS:
        return False
    between = one.match.string[one.match.end() : two.match.start()]
    return bool(_JOIN.fullmatch(between) or (_JOIN_ON.fullmatch(between) and _PAIR_END.match(two.after)))

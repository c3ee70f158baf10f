"""Where sentences end, in news text with headlines, hard-wrapped lines, lists and web clutter."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geomap.language.text.tokens import Tokens, tokenise
from geomap.language.words import CALENDAR_SHORT, US_STATES_SHORT
from geomap.language.words.tables import word_set
from geomap.model import Report, Span

_BREAK = re.compile(r"(?P<stop>[.!?…])[\"'”’»)\]]{0,3}(?=\s)|\n")
_WORD = re.compile(r"\w")
_LONGEST = 1500
"""A longer sentence is cut at a mark or space, so that what a rule looks at stays bounded; real ones are hardly ever so long."""
_SHORT_LINE = 50
"""A line shorter than this that the next line does not continue in lower case stands alone: a headline, a list item."""
_WORD_BACK = 12
"""Abbreviations are no longer than this."""
_LONGEST_DOTTED = 5
"""The longest abbreviation with stops inside, the last stop aside: "U.S.A"."""

_NEVER_LAST = word_set("mr mrs ms dr st ste mt gen lt col sgt maj capt cmdr adm gov sen rep pres prof rev hon vs approx ca no e.g i.e")
"""Abbreviations that end no sentence."""
_ABBREVIATIONS = (
    _NEVER_LAST
    | CALENDAR_SHORT
    | {short.removesuffix(".") for short in US_STATES_SHORT}
    | word_set(
        """ft pt nr jr sr dept rd ave hwy rte jct co inc ltd corp natl ind km mi nm yd al a.m p.m etc fig p pp yds kms mtrs cd sta sto pto spgs
        cyn mtn mtns abt alt elev"""
    )
)
"""Abbreviations that end a sentence only where the next word surely begins one."""
_COMPASS = word_set("n s e w ne nw se sw nne ene ese sse ssw wsw wnw nnw")
_AFTER_COMPASS = word_set("and of from on by")
_STARTERS = word_set(
    """the a an in it its he she they we i on at but and this that these those there his her their if when while after
    before however meanwhile according for no one two some as by from with more most another police"""
)
_POSITION_WORDS = word_set("lat lon long lng deg")
"""Abbreviations whose stop ends no sentence where figures follow."""
_LONGITUDE = re.compile(r"\s{0,4}lon(?:g|gitude)?\b[.:=\s-]{0,3}[NSEW+-]?\s?\d", re.IGNORECASE)
_LATITUDE = re.compile(r"\blat(?:itude)?\b", re.IGNORECASE)
_POSITION_BACK = 50
"""A latitude with its label is no longer than this."""
_OPENING = "\"'“‘«([*_#>-–—•· "


def split_sentences(report: Report) -> tuple[Span, ...]:
    """The sentences of a report in reading order; headlines, list items and table cells count as such.

    Every non-space character of the text lies in exactly one of them.

    >>> report = Report(id="r", text="A camp stands 5 km from St. Lys. It is old.")
    >>> [span.text for span in split_sentences(report)]
    ['A camp stands 5 km from St. Lys.', 'It is old.']
    """
    return tuple(_spans(report))


def sentences_of(report: Report) -> tuple[Tokens, ...]:
    """The sentences of a report, tokenised."""
    return tuple(tokenise(span) for span in _spans(report))


def _spans(report: Report) -> Iterator[Span]:
    """The sentences; stretches without a letter or figure are not parted further, so that ". . . ." is one and not four."""
    start = marks_end = 0
    for end in _ends(report.text):
        if _WORD.search(report.text, marks_end, end) is None:
            marks_end = end
            continue
        yield from _pieces(report, start, marks_end)
        yield from _pieces(report, marks_end, end)
        start = marks_end = end
    yield from _pieces(report, start, len(report.text))


def _ends(text: str) -> Iterator[int]:
    """Where sentences end."""
    line_start = 0
    for match in _BREAK.finditer(text):
        end = match.end()
        if match["stop"] is None:
            ends_here = _line_ends(text, line_start, match.start())
            line_start = end
        else:
            ends_here = _stop_ends(text, match.start(), end)
        if ends_here and not _inside_position(text, match.start("stop") + 1 if match["stop"] else match.start()):
            yield end
    yield len(text)


def _pieces(report: Report, start: int, end: int) -> Iterator[Span]:
    """A sentence without the space round it; in pieces where it is far too long for one."""
    while start < end:
        stop = end if end - start <= _LONGEST else _cut(report.text, start, start + _LONGEST)
        span = _trimmed(report, start, stop)
        if span is not None:
            yield span
        start = stop


def _cut(text: str, start: int, end: int) -> int:
    """Where to cut an overlong sentence: after the last semicolon, comma or space, else anywhere."""
    for mark in ";, ":
        at = text.rfind(mark, start + _LONGEST // 2, end)
        if at >= 0:
            return at + 1
    return end


def _trimmed(report: Report, start: int, end: int) -> Span | None:
    piece = report.text[start:end]
    left = len(piece) - len(piece.lstrip())
    body = piece.strip()
    return Span(report, start + left, start + left + len(body)) if body else None


def _next_word(text: str, end: int) -> str:
    """The word after a stop, without opening marks."""
    window = text[end : end + 40].lstrip().lstrip(_OPENING)
    return next(iter(window.split(None, 1)), "")


def _stop_ends(text: str, stop: int, end: int) -> bool:
    """Whether a mark ends a sentence, rather than an abbreviation or a quotation inside one."""
    following = _next_word(text, end)
    if following[:1].islower():
        return False
    return not following or text[stop] != "." or _full_stop_ends(_word_before(text, stop), following)


def _word_before(text: str, stop: int) -> str:
    """The end of the word before a stop, without opening marks."""
    window = text[max(0, stop - _WORD_BACK) : stop].split()
    return window[-1].lstrip("(\"“'‘[") if window else ""


def _full_stop_ends(word: str, following: str) -> bool:
    """Whether a full stop between a word and another, which has no small letter first, ends a sentence."""
    if word.lower() in _NEVER_LAST or _position_goes_on(word.lower(), following):
        return False
    return not _is_shortened(word) or following.rstrip(",'’").lower() in _STARTERS


def _position_goes_on(word: str, following: str) -> bool:
    """Whether a position or a bearing is written across a stop: "Lat. N12", "5 km N. of"."""
    if word in _POSITION_WORDS:
        return following.lstrip("NSEW+-−")[:1].isdecimal()
    return word in _COMPASS and following.lower() in _AFTER_COMPASS


def _is_shortened(word: str) -> bool:
    """Whether a stop may belong to a word: an initial, "e.g", an abbreviation, compass letters."""
    initial = len(word) == 1 and word.isalpha() and word.isupper()
    dotted = "." in word and word.replace(".", "").isalpha() and len(word) <= _LONGEST_DOTTED
    return initial or dotted or word.lower() in _ABBREVIATIONS or word.lower() in _COMPASS


def _inside_position(text: str, end: int) -> bool:
    """Whether a latitude stands before a place in a text and its longitude after it."""
    return _LONGITUDE.match(text, end) is not None and _LATITUDE.search(text, max(0, end - _POSITION_BACK), end) is not None


def _line_ends(text: str, line_start: int, line_end: int) -> bool:
    """Whether a line break is also the end of a sentence."""
    rest = text[line_end + 1 : line_end + 81]
    first = rest.lstrip(" \t\r")[:1]
    if first in ("", "\n"):
        return True
    if first in "#*•|>" or rest.startswith(("- ", "– ", "---", "===")):
        return True
    line = text[max(line_start, line_end - 200) : line_end].strip()
    if not line:
        return True
    if line[0] in "#|" or line[-1] in ".!?:;…" or line[-2:] in ('."', ".”", ".’", '?"', "?”", ".)"):
        return True
    return len(line) < _SHORT_LINE and not first.islower()

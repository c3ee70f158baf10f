"""Accounts that go on: sentences without a word of saying that are still somebody's."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.language import words as lex
from geomap.language.phrases.chunks import PAST, is_verb, phrase_starting_at
from geomap.language.speech.acts import can_be_teller
from geomap.language.speech.antecedents import agrees, is_pronoun, named
from geomap.language.speech.frames import Frame, find_frames, span_of
from geomap.language.speech.speakers import QUOTES_CLOSE, subject_of
from geomap.language.text.tokens import Tokens
from geomap.language.words.tables import word_set
from geomap.model import Span

_ANAPHORS = {
    "it": "thing",
    "its": "thing",
    "they": "many",
    "their": "many",
    "he": "person",
    "she": "person",
    "his": "person",
    "her": "person",
    "one": "any",
    "both": "any",
}
"""Words for what was told of before, with which an account goes on unless the speaker may be meant: of him the paper tells."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_RANKING = word_set("first second third fourth fifth worst latest only last deadliest biggest largest heaviest")
"""Words that set a happening among others, as the paper does."""


def going_on(sentences: Sequence[Tokens], at: int) -> Span | None:
    """Whose account goes on in a sentence without a word of saying; None where the report itself speaks.

    It goes on from the sentence before, in one paragraph: with "it" or "their", or where the sentence after is the same speaker's again.
    """
    if at == 0 or not _in_one_paragraph(sentences[at - 1], sentences[at]) or _is_background(sentences[at]):
        return None
    before = _whole_account(sentences[at - 1])
    if before is None:
        return None
    speaker = named(sentences[at - 1], before, find_frames(sentences[at - 1]), sentences, at - 1)
    return speaker if _takes_up(sentences[at], before, sentences[at - 1]) or _returns_to(speaker, sentences, at + 1) else None


def _in_one_paragraph(first: Tokens, second: Tokens) -> bool:
    return "\n" not in first.report.text[first.sentence.end : second.sentence.start]


def _whole_account(tokens: Tokens) -> Frame | None:
    """The act of saying that most of a sentence is the content of, outside quotation marks; none where it is denied."""
    if not QUOTES_CLOSE.isdisjoint(tokens.words):
        return None
    frames = [frame for frame in find_frames(tokens) if not (frame.denies or frame.open)]
    return max((frame for frame in frames if 2 * _size(frame) >= tokens.count), key=_size, default=None)


def _size(frame: Frame) -> int:
    return sum(high - low for low, high in frame.content)


def _is_background(tokens: Tokens) -> bool:
    """Whether a sentence ranks the happening among others or goes to another time: "it is the worst since …", "in March it had …"."""
    if tokens.lower[0] in ("in", "since", "on", "last", "earlier") or any(map(_YEAR.fullmatch, tokens.words)):
        return True
    opening = range(min(8, tokens.count))
    return any(tokens.lower[at] in _RANKING and tokens.lower[at - 1] in lex.DETERMINERS for at in opening)


def _takes_up(tokens: Tokens, before: Frame, previous: Tokens) -> bool:
    """Whether a sentence opens with a word for what was told before, which is not the speaker."""
    first = tokens.lower[0]
    if first == "by" and tokens.lower[1] in lex.POSSESSIVES and tokens.lower[2] in _COUNTS:
        return True
    kind = _ANAPHORS.get(first)
    if kind is None:
        return False
    apart = kind == "any" or not agrees(span_of(previous, before.speaker), kind)
    return apart or (kind == "thing" and _in_the_past(tokens))


_COUNTS = word_set("count tally estimate estimates reckoning figures account")
"""By "their count" the account of who counts goes on."""


def _in_the_past(tokens: Tokens) -> bool:
    """Whether a sentence's first verb tells of the past; "it has a base" is as likely told of the speaker."""
    verb = next((at for at in range(1, tokens.count) if is_verb(tokens, at)), None)
    return verb is not None and (tokens.lower[verb] in _PAST or tokens.lower[verb].endswith("ed"))


_PAST = PAST | word_set("was were had did")


def _returns_to(speaker: Span, sentences: Sequence[Tokens], after: int) -> bool:
    """Whether the next sentence of the paragraph has the same speaker by a pronoun."""
    if after >= len(sentences) or not _in_one_paragraph(sentences[after - 1], sentences[after]):
        return False
    tokens = sentences[after]
    frame = _whole_account(tokens)
    return frame is not None and is_pronoun(span_of(tokens, frame.speaker)) and named(tokens, frame, (), sentences, after) == speaker


_DATELINE = re.compile(r"[^\n()]{3,60}\((?P<source>[^()\n]{4,40})\)\s{0,2}(?:[-–—:]|--)\s")


_LONGEST_STRETCH = 30
"""No stretch that a colon opens has more sentences."""


def given_over(sentences: Sequence[Tokens], at: int) -> Span | None:
    """To whom a stretch of the report is given over: by "the ministry said:" before its paragraphs, or by the report's dateline."""
    for index in range(at - 1, max(-1, at - 1 - _LONGEST_STRETCH), -1):
        tokens = sentences[index]
        if tokens.words[tokens.count - 1] == ":" and "\n" in tokens.report.text[tokens.sentence.end : sentences[index + 1].sentence.start]:
            return _announced(sentences, index)
        if find_frames(tokens):
            break
    return _in_dateline(sentences[0]) if sentences else None


_ANSWERS = word_set("answer reply response statement text communiqué communique letter message remarks words note notice")


def _announced(sentences: Sequence[Tokens], at: int) -> Span | None:
    """Whose words a sentence that ends in a colon announces: "the army said:", "… took a question. His answer:"."""
    tokens = sentences[at]
    frames = find_frames(tokens)
    for frame in reversed(frames):
        if frame.content[-1][1] >= tokens.count - 1:
            return named(tokens, frame, frames, sentences, at)
    if _ANSWERS.isdisjoint(tokens.lower[max(0, tokens.count - 8) : tokens.count]):
        return None
    return _author(tokens) or _subject(sentences[at - 1] if at and tokens.lower[0] in lex.POSSESSIVES else tokens)


def _author(tokens: Tokens) -> Span | None:
    """Whose text is announced: "this is the statement by the ministry:"."""
    colon = tokens.count - 1
    by = next((at for at in range(colon - 1, 0, -1) if tokens.lower[at] in ("by", "from")), None)
    if by is None or phrase_starting_at(tokens, by + 1, colon) != colon or not can_be_teller(tokens, by + 1, colon):
        return None
    return tokens.span(by + 1, colon)


def _subject(tokens: Tokens) -> Span | None:
    """The subject of a sentence's first verb, where it can speak."""
    verb = next((at for at in range(1, tokens.count) if is_verb(tokens, at)), None)
    subject = None if verb is None else subject_of(tokens, verb, {})
    return tokens.span(*subject[0]) if subject and subject[0][0] < subject[0][1] and can_be_teller(tokens, *subject[0]) else None


def _in_dateline(tokens: Tokens) -> Span | None:
    """The source in brackets that a report's first line names, where it is one who tells and no agency: "(official source)"."""
    report = tokens.report
    match = _DATELINE.match(report.text, len(report.text) - len(report.text.lstrip()))
    if match is None or match["source"].split()[-1].lower() not in (lex.TELLERS | lex.VOICES) - lex.AGENCIES:
        return None
    return Span(report, match.start("source"), match.end("source"))

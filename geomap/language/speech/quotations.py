"""Quotations that run over several sentences, and who speaks them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from geomap.language.speech.antecedents import BACK, named
from geomap.language.speech.frames import find_frames
from geomap.language.text.tokens import Tokens
from geomap.model import Span

_OPEN = re.compile(r"[“«]|(?<![\w”»])\"(?=\w)")
_CLOSE = re.compile(r"[”»]|(?<=[\w.,!?…])\"(?!\w)")


def open_quote_after(text: str, start: int, end: int) -> bool:
    """Whether a quotation that opens in a stretch of text is still open at its end."""
    opened = max((match.start() for match in _OPEN.finditer(text, start, end)), default=-1)
    closed = max((match.start() for match in _CLOSE.finditer(text, start, end)), default=-1)
    return opened > closed


def quoting(span: Span, sentences: Sequence[Tokens], at: int) -> Span | None:
    """Who speaks a quotation that began before this sentence or is closed after it."""
    text = span.report.text
    first = max(0, at - BACK)
    begin = sentences[first].sentence.start if sentences else 0
    begin = max(begin, text.rfind("\n\n", begin, span.start) + 1)
    if not open_quote_after(text, begin, span.start):
        return None
    for index in range(at + 1, min(len(sentences), at + 1 + BACK)):
        tokens = sentences[index]
        frame = next((frame for frame in find_frames(tokens) if frame.content[0][0] == 0), None)
        if frame is not None:
            return named(tokens, frame, (), sentences, index)
        if not open_quote_after(text, begin, sentences[index].sentence.end):
            break
    for index in range(at - 1, first - 1, -1):
        tokens = sentences[index]
        found = find_frames(tokens)
        if found:
            return named(tokens, found[-1], found[:-1], sentences, index)
        if sentences[index].sentence.start < begin:
            break
    return None

"""Tokens of a sentence, each with its place in the report.

One regular expression, in which no stretch can be matched in two ways, cuts a text into words, numerals and single marks, so the work is
linear in the length of the text. Possessive endings, hyphens and all other marks are tokens of their own; what is written for machines
(web and e-mail addresses, targets of links, handles, hashtags) is one token each, in which no rule looks for words.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeVar

from geomap.model import Report, Span

_ADDRESS = r"[^\s()\[\]<>\"“”]+"
_WORD = r"[^\W\d_][^\W_]*(?:[\u0300-\u036f]+[^\W_]*)*"
_TOKEN = re.compile(
    rf"https?://{_ADDRESS}|www\.{_ADDRESS}"
    r"|\]\([^()\s]{0,2000}\)"  # the target of a link: ](https://example.org)
    r"|\d+(?:[.,]\d+)*"  # 34  1,800  10.5  12,5
    r"|(?<![.\w])\.\d+"  # .75, not the end of an ellipsis, not No.2
    r"|(?:[^\W\d_]\.){2,}|[A-Z]\.[A-Z][a-z]\."  # U.S.  a.m.  W.Va.
    r"|['’][sS]\b"
    rf"|{_WORD}(?:['’ʼ‘`](?![sS]\b){_WORD})*"  # Kata'ib, O'Neill
    r"(?:[\w.+-]{0,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8})?"  # or an e-mail address
    r"|[@#][^\W\d]\w*"  # a handle or a hashtag
    r"|\S"
)

Found = TypeVar("Found")

PADDING = 12
"""Empty tokens that stand before and after a sentence, so that a short look to either side needs no check of bounds."""


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of one sentence.

    The lists end with `PADDING` empty tokens, which index −1 and below reach too: a look past either end finds an empty word.
    """

    sentence: Span
    words: list[str] = field(repr=False)
    """As written."""
    lower: list[str] = field(repr=False)
    """In lower case."""
    starts: list[int] = field(repr=False)
    """Offsets in the report's text; the padding has that of the sentence's end."""
    ends: list[int] = field(repr=False)
    _found: dict[Callable[[Tokens], Any], Any] = field(default_factory=dict, init=False, repr=False, compare=False)
    """What was found out of the sentence already, by the function that did."""

    def once(self, analysis: Callable[[Tokens], Found]) -> Found:
        """What a function makes of the sentence, computed at the first asking only; many claims ask the same of one sentence."""
        if analysis not in self._found:
            self._found[analysis] = analysis(self)
        found: Found = self._found[analysis]
        return found

    @property
    def report(self) -> Report:
        """The report that the sentence stands in."""
        return self.sentence.report

    @property
    def count(self) -> int:
        """How many tokens there are, padding not counted."""
        return len(self.words) - PADDING

    def glued(self, index: int) -> bool:
        """Whether no space stands before a token."""
        return 0 < index < self.count and self.starts[index] == self.ends[index - 1]

    def hyphen(self, index: int) -> bool:
        """Whether a token is a hyphen that joins its neighbours, as in "al-Tanf", or in the loose form "two - hundred"."""
        return self.words[index] in HYPHENS and self.glued(index) == self.glued(index + 1)

    def capital(self, index: int) -> bool:
        """Whether a token is a word with an upper-case (or caseless) first letter."""
        first = self.words[index][:1]
        return first.isalpha() and not first.islower()

    def upper(self, index: int) -> bool:
        """Whether a token starts with a capital; scripts without capitals have none."""
        return self.words[index][:1].isupper()

    def span(self, start: int, end: int) -> Span:
        """The words from one token up to, not including, another."""
        return Span(self.report, self.starts[start], self.ends[end - 1])

    def text(self, start: int, end: int) -> str:
        """The words of `span`."""
        return self.report.text[self.starts[start] : self.ends[end - 1]]


HYPHENS = frozenset("-‐‑‒–—−")
"""Marks that join words or ranges."""


_EMPTY = [""] * PADDING


def tokenise(sentence: Span) -> Tokens:
    """Cut a sentence into tokens."""
    found = [*_TOKEN.finditer(sentence.report.text, sentence.start, sentence.end)]
    words = [match[0] for match in found] + _EMPTY
    padding = [sentence.end] * PADDING
    starts = [match.start() for match in found] + padding
    ends = [match.end() for match in found] + padding
    return Tokens(sentence, words, [word.lower() for word in words], starts, ends)

"""Runs of capitalised words in a report, where names are to be looked for.

One regular expression without nested quantifiers cuts the whole report into words and marks, web addresses blanked out; a run joins
capitalised words with the small words and hyphens that names have inside ("Rio de Janeiro", "Deir ez-Zor", "Miami-Dade").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from geomap.language import words as lex
from geomap.model import Report

PADDING = 6
"""Empty tokens before and after the report, so that a short look to either side needs no check of bounds."""
HYPHENS = frozenset("-‐‑–—")
_MOST_RUN = 14
"""Tokens of the longest run; a longer row of capitals is cut."""
_MASKED = re.compile(r"\]\([^()\s]{0,2000}\)|https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|@\w+|#\w+")
"""What holds no names: the target of a link, addresses, handles and hashtags."""
_TOKEN = re.compile(
    r"[^\W\d_]\.(?:[^\W\d_]\.)+|[A-Z]\.[A-Z][a-z]\.|[^\W_]+(?:['’ʼ‘`](?![sS]\b)[^\W\d_]+)*|['’][sS]\b|\n[^\S\n]*\n|[^\w\s]|_"
)
_ABBREVIATED = frozenset(("st", "ste", "mt", "ft", "pt"))
_BEGINNING = frozenset('.!?:;"“”•*[]()')


@dataclass(frozen=True, slots=True)
class Words:
    """The words and marks of a report, in order, with `PADDING` empty ones at either end."""

    report: Report
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]
    capitals: list[bool]
    """Whether each starts with a capital."""

    @property
    def indices(self) -> range:
        """The indices without the padding."""
        return range(PADDING, len(self.words) - PADDING)

    def glued(self, index: int) -> bool:
        """Whether no space stands before a token."""
        return self.starts[index] == self.ends[index - 1]

    def capital(self, index: int) -> bool:
        """Whether a token starts with a capital."""
        return self.capitals[index]

    def text(self, start: int, end: int) -> str:
        """The report's text from one token up to, not including, another."""
        return self.report.text[self.starts[start] : self.ends[end - 1]]

    def begins_sentence(self, index: int) -> bool:
        """Whether a token is the first of its sentence, paragraph or quotation."""
        before = self.words[index - 1]
        return not before or before in _BEGINNING or before.isspace()

    def starts_name(self, index: int) -> bool:
        """Whether a capital stands here, or an Arabic article that a hyphen joins to one."""
        if self.capital(index):
            return True
        return (
            self.lower[index] in lex.ARABIC_ARTICLES
            and self.words[index + 1] in HYPHENS
            and self.capital(index + 2)
            and self.glued(index + 2)
        )


def words_of(report: Report) -> Words:
    """Cut a report into words and marks."""
    masked = _MASKED.sub(lambda match: "]" + " " * (match.end() - match.start() - 1), report.text)
    matches = list(_TOKEN.finditer(masked))
    padding, size = [""] * PADDING, len(report.text)
    words = [*padding, *(match.group() for match in matches), *padding]
    starts = [*[0] * PADDING, *(match.start() for match in matches), *[size] * PADDING]
    ends = [*[0] * PADDING, *(match.end() for match in matches), *[size] * PADDING]
    return Words(report, words, [word.lower() for word in words], starts, ends, [word[:1].isupper() for word in words])


def find_runs(text: Words) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, as half-open ranges of tokens."""
    past, last = PADDING, len(text.words) - PADDING
    starts = [
        at for at, (capital, word) in enumerate(zip(text.capitals, text.lower, strict=True)) if capital or word in lex.ARABIC_ARTICLES
    ]
    for index in starts:
        if index < past or not text.starts_name(index):
            continue
        end = index + 1 if text.capital(index) else index + 3
        while end < min(last, index + _MOST_RUN):
            step = _step(text, end)
            if not step:
                break
            end += step
        yield index, end
        past = end


def _step(text: Words, at: int) -> int:
    """How many tokens at a place go on with a run."""
    if text.capital(at):
        return 0 if text.glued(at) else 1
    if text.words[at] in HYPHENS:
        return _past_hyphen(text, at)
    if text.words[at] == ".":
        initial = text.lower[at - 1] in _ABBREVIATED or len(text.words[at - 1]) == 1
        return 2 if initial and text.glued(at) and text.capital(at + 1) else 0
    return _past_links(text, at) if text.lower[at] in lex.LINKS else 0


def _past_hyphen(text: Words, at: int) -> int:
    """Past a hyphen between capitals, or between a capital and an article joined to one: "Deir-ez-Zor"."""
    if not (text.glued(at) and text.glued(at + 1)):
        return 0
    if text.capital(at + 1):
        return 2
    joined = text.words[at + 2] in HYPHENS and text.capital(at + 3)
    return 4 if joined and (text.lower[at + 1] in lex.LINKS or text.lower[at + 1] in lex.ARABIC_ARTICLES) else 0


def _past_links(text: Words, at: int) -> int:
    """Past one or two small words, or an article and its hyphen, to the next capital."""
    if text.words[at + 1] in HYPHENS:
        return 3 if text.capital(at + 2) and text.glued(at + 2) else 0
    if text.capital(at + 1):
        return 0 if text.glued(at + 1) else 2
    return 3 if text.lower[at + 1] in lex.LINKS and text.capital(at + 2) else 0

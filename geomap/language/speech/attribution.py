"""Who makes a claim, and how they stand to it.

A speaker holds for what the text puts in their mouth: the object of a verb of saying, a quotation and its continuation, a sentence whose
speaker is a pronoun. Where the report itself asserts, there is no speaker.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from geomap.language import words as lex
from geomap.language.phrases.chunks import index_at, is_verb, phrase_starting_at
from geomap.language.speech.frames import TELLERS, Frame, find_frames, open_quote_after, span_of
from geomap.language.speech.stance import stance_of
from geomap.language.text.tokens import Tokens
from geomap.model import Span, Stance

_BACK = 6
"""A pronoun's antecedent and a quotation's speaker stand at most this many sentences away."""


@dataclass(frozen=True, slots=True)
class Attribution:
    """Who says a claim, and with what stance."""

    speaker: Span | None
    """The words that name the speaker, at their fullest mention where a pronoun stands in the sentence; None: the report itself."""
    stance: Stance


def attribute(span: Span, tokens: Tokens, sentences: Sequence[Tokens]) -> Attribution:
    """Who says the claim at `span` of a sentence, and how they stand to it.

    `sentences` are all sentences of the report in order, for speakers that carry over.

    >>> from geomap.language.text.sentences import split_sentences
    >>> from geomap.language.text.tokens import tokenise
    >>> from geomap.model import Report
    >>> report = Report(id="r", text="The army denied that its drone fell 3 km from Arvo.")
    >>> sentences = [tokenise(sentence) for sentence in split_sentences(report)]
    >>> found = attribute(Span(report, 36, 50), sentences[0], sentences)
    >>> found.speaker.text, found.stance.value
    ('The army', 'denied')
    """
    start, end = index_at(tokens, span.start), index_at(tokens, span.end - 1) + 1
    frames = find_frames(tokens)
    frame = frame_of(frames, start, end)
    at = bisect_left(sentences, tokens.sentence.start, key=lambda item: item.sentence.start)
    if frame is not None:
        speaker: Span | None = _named(tokens, frame, frames, sentences, at)
    else:
        speaker = _quoting(span, sentences, at)
    return Attribution(speaker, stance_of(tokens, frame, start, end))


def frame_of(frames: Sequence[Frame], start: int, end: int) -> Frame | None:
    """The innermost act of saying whose content holds a range of tokens."""
    holding = [frame for frame in frames if frame.holds(start, end)]
    return min(holding, key=lambda frame: _size(frame, start), default=None)


def _size(frame: Frame, start: int) -> tuple[int, int]:
    """Smaller content is further in; of equals the nearer verb."""
    length = sum(high - low for low, high in frame.content)
    return (length, abs(frame.verb - start))


_PRONOUNS = {
    "it": "thing",
    "he": "person",
    "she": "person",
    "they": "many",
    "him": "person",
    "her": "person",
    "them": "many",
    "we": "any",
    "i": "any",
    "who": "any",
    "which": "any",
}
_COMPLEMENTING = frozenset("from of by at for in with".split())
"""Prepositions that begin what describes a speaker."""
_PERSON_WORDS = frozenset(
    """mr mrs ms dr president minister spokesman spokeswoman spokesperson official general colonel commander captain governor mayor king prince
    secretary director chief head officer lieutenant sheriff senator professor witness resident analyst ambassador chairman leader""".split()
)


def _named(tokens: Tokens, frame: Frame, frames: Sequence[Frame], sentences: Sequence[Tokens], at: int) -> Span:
    """A speaker's words, or for a pronoun or a short second mention the fuller words that it stands for."""
    own = span_of(tokens, frame.speaker)
    words = own.text.lower().split()
    kind = _PRONOUNS.get(words[0]) if len(words) == 1 else None
    head = _repeated_head(own)
    if kind is None and head is None:
        return own
    earlier = [span_of(tokens, other.speaker) for other in frames if other.verb < frame.verb and other.speaker != frame.speaker]
    for candidate in (*reversed(earlier), *_first_subject(tokens, frame), *_speakers_before(sentences, at)):
        lower = candidate.text.lower().split()
        if len(lower) == 1 and lower[0] in _PRONOUNS:
            continue
        if (kind is not None and _agrees(candidate, kind)) or (head is not None and _same_head(candidate, head)):
            return candidate
    return own


def _first_subject(tokens: Tokens, frame: Frame) -> Iterator[Span]:
    """The subject that a sentence opens with: "UKMTO received a report …, it said"."""
    end = phrase_starting_at(tokens, 0)
    if 0 < end < frame.matrix[0] and tokens.capital(end - 1) and is_verb(tokens, end):
        yield tokens.span(0, end)


def _repeated_head(span: Span) -> str | None:
    """The head of a second mention: "the source", "the prime minister", "Lavrov"."""
    words = span.text.split()
    if 2 <= len(words) <= 3 and words[0].lower() == "the" and all(word.islower() for word in words[1:]):
        return " ".join(words[1:])
    lower = words[0].lower()
    surname = (
        len(words) == 1 and words[0][:1].isupper() and lower not in _PRONOUNS and lower not in TELLERS and lower not in lex.ORGANISATIONS
    )
    return words[0] if surname else None


def _same_head(candidate: Span, head: str) -> bool:
    """Whether a fuller mention ends in the head, begins with it as a title, or for a common noun has it before what describes it."""
    words = candidate.text.split()
    if len(words) < 2 or (len(words) <= head.count(" ") + 2 and words[0].lower() == "the"):
        return False
    if head[0].isupper():
        return words[-1] == head
    stop = next((i for i, word in enumerate(words) if i and word in _COMPLEMENTING), len(words))
    core = [word.lower() for word in words[:stop]]
    parts = head.split()
    title = core[: len(parts)] == parts or core[1 : 1 + len(parts)] == parts
    return core[-len(parts) :] == parts or (title and words[stop - 1][:1].isupper())


def _agrees(candidate: Span, kind: str) -> bool:
    """Whether a pronoun can stand for a speaker: "he" for a person, "it" for an organisation or a statement."""
    words = [word.strip(".,'’").lower() for word in candidate.text.split()]
    person = any(word in _PERSON_WORDS for word in words)
    plural = words[-1].endswith("s") and words[-1] not in ("news", "forces", "reuters") and len(words[-1]) > 3
    if kind == "thing":
        return not person and not plural
    if kind == "person":
        organisation = words[-1] in lex.ORGANISATIONS or (words[0] in ("a", "an") and words[1:2] == ["statement"])
        named = person or candidate.text.split()[-1][:1].isupper() or words[-1] in ("source", "man", "woman", "fisherman", "doctor")
        return named and not organisation and not plural
    return plural if kind == "many" else True


def _speakers_before(sentences: Sequence[Tokens], at: int) -> Iterator[Span]:
    """The speakers of the sentences before one, nearest first."""
    for index in range(at - 1, max(-1, at - 1 - _BACK), -1):
        tokens = sentences[index]
        frames = sorted(find_frames(tokens), key=lambda frame: -frame.verb)
        yield from (span_of(tokens, frame.speaker) for frame in frames)


def _quoting(span: Span, sentences: Sequence[Tokens], at: int) -> Span | None:
    """Who speaks a quotation that began before this sentence or is closed after it."""
    text = span.report.text
    first = max(0, at - _BACK)
    begin = sentences[first].sentence.start if sentences else 0
    begin = max(begin, text.rfind("\n\n", begin, span.start) + 1)
    if not open_quote_after(text, begin, span.start):
        return None
    for index in range(at + 1, min(len(sentences), at + 1 + _BACK)):
        tokens = sentences[index]
        frame = next((frame for frame in find_frames(tokens) if frame.content[0][0] == 0), None)
        if frame is not None:
            return _named(tokens, frame, (), sentences, index)
        if not open_quote_after(text, begin, sentences[index].sentence.end):
            break
    for index in range(at - 1, first - 1, -1):
        tokens = sentences[index]
        found = find_frames(tokens)
        if found:
            return _named(tokens, found[-1], found[:-1], sentences, index)
        if sentences[index].sentence.start < begin:
            break
    return None

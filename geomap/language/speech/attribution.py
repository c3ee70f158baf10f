"""Who makes a claim, and how they stand to it.

A speaker holds for what the text puts in their mouth: the object of a verb of saying, a quotation and its continuation, a sentence whose
speaker is a pronoun. Where the report itself asserts, there is no speaker.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from geomap.language.phrases.chunks import ADVERBS, index_at
from geomap.language.speech.antecedents import is_pronoun, named
from geomap.language.speech.continuations import given_over, going_on
from geomap.language.speech.frames import Frame, find_frames
from geomap.language.speech.quotations import quoting
from geomap.language.speech.stance import stance_of
from geomap.language.text.tokens import Tokens
from geomap.model import Span, Stance


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
    if frame is None:
        speaker = quoting(span, sentences, at) or going_on(sentences, at) or given_over(sentences, at)
    elif _is_gloss(tokens, start, frame):
        speaker = None
    else:
        speaker = _teller(tokens, frame, sentences, at) or quoting(span, sentences, at)
    return Attribution(speaker, stance_of(tokens, frame, start, end))


def _teller(tokens: Tokens, frame: Frame, sentences: Sequence[Tokens], at: int) -> Span | None:
    """The speaker of an act of saying; of one by a pronoun that stands for nobody in sight, who tells of that act.

    None where "we" say it in nobody's mouth.
    """
    frames = find_frames(tokens)
    speaker = None if _in_first_person(tokens, frame) else named(tokens, frame, frames, sentences, at)
    if speaker is not None and not is_pronoun(speaker):
        return speaker
    outer = frame_of([other for other in frames if other.verb != frame.verb], frame.speaker[0], frame.verb + 1)
    return named(tokens, outer, frames, sentences, at) if outer is not None else speaker


_LYING = ("lies", "is", "sits", "stands")


def _is_gloss(tokens: Tokens, start: int, frame: Frame) -> bool:
    """Whether a claim only tells where a named place lies, before the words of saying: "Mola, which lies 5 km from Arvo, he said"."""
    at = start - 1 - (tokens.lower[start - 1] in ADVERBS)
    lying = tokens.lower[at] in _LYING and tokens.lower[at - 1] == "which" and tokens.words[at - 2] == ","
    return lying and frame.verb > start


def _in_first_person(tokens: Tokens, frame: Frame) -> bool:
    """Whether "we" or "I" say it: those who are quoted, else the report's publisher."""
    return frame.speaker[1] - frame.speaker[0] == 1 and tokens.lower[frame.speaker[0]] in ("we", "i")


def frame_of(frames: Sequence[Frame], start: int, end: int) -> Frame | None:
    """The innermost act of saying whose content holds a range of tokens."""
    holding = [frame for frame in frames if frame.holds(start, end)]
    return min(holding, key=lambda frame: _size(frame, start), default=None)


def _size(frame: Frame, start: int) -> tuple[int, int]:
    """Smaller content is further in; of equals the nearer verb."""
    length = sum(high - low for low, high in frame.content)
    return (length, abs(frame.verb - start))

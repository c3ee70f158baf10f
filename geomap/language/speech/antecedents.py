"""Fuller words for a speaker: what a pronoun, a second mention or a body's paragraph stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geomap.language import words as lex
from geomap.language.phrases.chunks import is_verb, phrase_starting_at
from geomap.language.speech.frames import Frame, find_frames, span_of
from geomap.language.text.tokens import Tokens
from geomap.model import Span

BACK = 6
"""A pronoun's antecedent and a quotation's speaker stand at most this many sentences away."""
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


def named(tokens: Tokens, frame: Frame, frames: Sequence[Frame], sentences: Sequence[Tokens], at: int) -> Span:
    """A speaker's words, or for a pronoun or a short second mention the fuller words that it stands for."""
    own = with_name(span_of(tokens, frame.speaker))
    words = own.text.lower().split()
    kind = _PRONOUNS.get(words[0]) if len(words) == 1 else None
    head = _repeated_head(own)
    if kind is None and head is None:
        return headed(own) or own
    earlier = [span_of(tokens, other.speaker) for other in frames if other.verb < frame.verb and other.speaker != frame.speaker]
    for candidate in (*reversed(earlier), *_first_subject(tokens, frame), *speakers_before(sentences, at)):
        if is_pronoun(candidate):
            continue
        fuller = with_name(candidate)
        if (kind is not None and agrees(fuller, kind)) or (head is not None and _same_head(fuller, head)):
            return fuller
    return headed(own) or own


_NAME = re.compile(r",\s(?:[A-Z][\w.'’-]{0,30}\s){1,5}[A-Z][\w'’-]{1,30}(?=,)")


def with_name(speaker: Span) -> Span:
    """A speaker with the name that stands in apposition: "the governor of Mola, Ann Writer"."""
    words = speaker.text.lower().split()
    head = next((at for at, word in enumerate(words) if at and word in _COMPLEMENTING), len(words)) - 1
    match = _NAME.match(speaker.report.text, speaker.end) if words[head] in lex.ROLES else None
    return speaker if match is None else Span(speaker.report, speaker.start, match.end())


def is_pronoun(speaker: Span) -> bool:
    """Whether a speaker is only a pronoun."""
    return speaker.text.lower() in _PRONOUNS


def _first_subject(tokens: Tokens, frame: Frame) -> Iterator[Span]:
    """The subject that a sentence opens with: "UKMTO received a report …, it said"."""
    end = phrase_starting_at(tokens, 0)
    if 0 < end < frame.matrix[0] and tokens.capital(end - 1) and is_verb(tokens, end):
        yield tokens.span(0, end)


def _repeated_head(span: Span) -> str | None:
    """The head of a second mention: "the source", "the prime minister", "Lavrov"."""
    words = span.text.split()
    if (
        words[0].lower() == "the"
        and len(words) > 2
        and words[1].lower().removesuffix("'s").removesuffix("’s") in lex.FIRMS
        and words[1][-1] == "s"
    ):
        return words[1][:-2]  # "the company's calculation"
    if 2 <= len(words) <= 3 and words[0].lower() == "the" and all(word.islower() for word in words[1:]):
        return " ".join(words[1:])
    lower = words[0].lower()
    surname = (
        len(words) == 1
        and words[0][:1].isupper()
        and lower not in _PRONOUNS
        and lower not in lex.TELLERS
        and lower not in lex.ORGANISATIONS
    )
    return words[0] if surname else None


def _same_head(candidate: Span, head: str) -> bool:
    """Whether a fuller mention ends in the head, begins with it as a title, or for a common noun has it before what describes it."""
    words = candidate.text.split()
    if len(words) < 2 or (len(words) <= head.count(" ") + 2 and words[0].lower() == "the"):
        return False
    if head[0].isupper():
        return words[-1] == head
    if head in lex.FIRMS:
        return any(word.lower() in lex.FIRMS for word in words) and words[-1][:1].isupper()
    stop = next((i for i, word in enumerate(words) if i and word in _COMPLEMENTING), len(words))
    core = [word.lower().rstrip(",") for word in words[:stop]]
    parts = head.split()
    title = core[: len(parts)] == parts or core[1 : 1 + len(parts)] == parts
    return core[-len(parts) :] == parts or (title and words[stop - 1][:1].isupper())


def agrees(candidate: Span, kind: str) -> bool:
    """Whether a pronoun can stand for a speaker: "he" for a person, "it" for an organisation or a statement."""
    words = [word.strip(".,'’").lower() for word in candidate.text.split()]
    in_office = any(word in lex.ROLES or word in lex.TITLES for word in words)
    plural = not in_office and words[-1].endswith("s") and words[-1] not in _SINGULAR and len(words[-1]) > _SHORTEST_PLURAL
    if kind == "person":
        return not plural and _may_be_person(candidate, words, in_office=in_office)
    if kind == "thing":
        return not in_office and not plural
    return plural if kind == "many" else True


_SINGULAR = frozenset(("news", "forces", "reuters"))
_SHORTEST_PLURAL = 3
_PERSONS = lex.WITNESSES | frozenset(("source", "man", "woman", "doctor"))


def _may_be_person(candidate: Span, words: Sequence[str], *, in_office: bool) -> bool:
    """Whether a speaker, whose words are given in lower case, is a person by office, name or noun, and no body or text."""
    body = words[-1] in lex.ORGANISATIONS or (words[0] in ("a", "an") and words[1:2] == ["statement"])
    return not body and (in_office or candidate.text.split()[-1][:1].isupper() or words[-1] in _PERSONS)


_HEADING = re.compile(r"[*_]{1,3}(?P<name>[^*_\n]{2,40}?)[.:]?[*_]{1,3}[.:]?\s")
_ORDINALS = frozenset("the a an its their his first second third last latest next earlier later".split())


def headed(speaker: Span) -> Span | None:
    """The actor that heads a paragraph ("*Algeria.* The first communiqué …"), where a speaker is only that actor's own voice."""
    words = speaker.text.lower().split()
    theirs = words[0] in lex.POSSESSIVES or is_pronoun(speaker)
    if not (theirs or (words[-1] in lex.FINDINGS | _ORDINALS and all(word in _ORDINALS for word in words[:-1]))):
        return None
    report = speaker.report
    start = report.text.rfind("\n", 0, speaker.start) + 1
    match = _HEADING.match(report.text, start, speaker.start)
    if match is None or not any(word in _ACTORS for word in match["name"].lower().split()):
        return None
    return Span(report, match.start("name"), match.end("name"))


_ACTORS = (
    lex.COUNTRIES
    | lex.DEMONYMS
    | lex.ORGANISATIONS
    | lex.TELLERS
    | lex.MEASURERS
    | {"rebels", "insurgents", "militants", "separatists", "opposition"}
)


def speakers_before(sentences: Sequence[Tokens], at: int) -> Iterator[Span]:
    """The speakers of the sentences before one, nearest first."""
    for index in range(at - 1, max(-1, at - 1 - BACK), -1):
        tokens = sentences[index]
        frames = sorted(find_frames(tokens), key=lambda frame: -frame.verb)
        yield from (span_of(tokens, frame.speaker) for frame in frames)
        yield from _opening_person(tokens)


def _opening_person(tokens: Tokens) -> Iterator[Span]:
    """The person by office and name whom a sentence is about: "General Jon Dale spoke to reporters"."""
    end = phrase_starting_at(tokens, 0)
    if end > 1 and tokens.capital(end - 1) and is_verb(tokens, end) and any(tokens.lower[at] in lex.ROLES for at in range(end - 1)):
        yield tokens.span(0, end)

"""What sort of thing a claim locates, and which one it is: by the noun, by a name, or by what "it" and "the vessel" stand for."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from geomap.language import words as lex
from geomap.language.events.names import COUNTRIES, fold_name, is_name
from geomap.language.events.participants import classes_in, is_pronoun
from geomap.language.phrases.chunks import PREPOSITIONS, head_of, index_at, phrase_ending_at, phrase_starting_at
from geomap.language.quantities.numerals import NUMERAL_WORDS
from geomap.language.text.tokens import Tokens
from geomap.language.words.incidents import CLASSES
from geomap.language.words.tables import word_set
from geomap.language.words.things import FRESH, REMAINS, SHIP_TITLES, SORT_CLASSES, SORTS
from geomap.model import NO_THING, Span, Thing

_ANYTHING = frozenset(CLASSES.values())
_CAN_BE = {"it": _ANYTHING - {"person"}, "she": word_set("vessel person"), "they": _ANYTHING}
"""What a pronoun can stand for."""
_IT = frozenset(_CAN_BE)
_WRECKED = word_set("vessel aircraft vehicle")
_SEVERAL = word_set("several many some few dozens")
_BACK = 2
"""So many sentences before its own a pronoun may stand for something of."""
_MOST_HOPS = 4
"""So many sentences may go on about one thing with a pronoun each."""
_MEMORY = 40
"""So many sentences back a thing is remembered that "the vessel" may be."""
_FRESH_BACK = 5
"""So many words before a noun may one stand that brings it in: "a Norland-flagged bulk carrier"."""


def thing_of(target: Span | None, tokens: Tokens, sentences: Sequence[Tokens]) -> Thing:
    """The thing that some words of a sentence stand for; `sentences` are those of the report.

    >>> from geomap.language.text.tokens import tokenise
    >>> from geomap.model import Report
    >>> text = "The tanker Grey Seal was hit 5 km off Arvo."
    >>> report = Report(id="r", text=text)
    >>> tokens = tokenise(Span(report, 0, len(text)))
    >>> found = thing_of(Span(report, 0, 20), tokens, [tokens])
    >>> found.kind, found.sort, sorted(found.names), found.told_as
    ('vessel', 'tanker', ['grey', 'seal'], 'r: vessel')
    """
    if target is None:  # "She was hit while sailing 5 km off Arvo"
        return _antecedent(tokens, 0, sentences, _CAN_BE[tokens.lower[0]]) if tokens.lower[0] in _IT else NO_THING
    start, end = index_at(tokens, target.start), index_at(tokens, target.end - 1) + 1
    if is_pronoun(tokens, (start, end), _IT):
        return _antecedent(tokens, start, sentences, _CAN_BE[tokens.lower[start]])
    if tokens.lower[start] == "the" and tokens.lower[head_of(tokens, start, end)] in REMAINS:
        return _antecedent(tokens, start, sentences, _WRECKED)
    return _told_in(tokens, start, end, sentences)


def _told_in(tokens: Tokens, start: int, end: int, sentences: Sequence[Tokens]) -> Thing:
    """The thing that a noun phrase tells of."""
    if _are_several(tokens, start):
        return NO_THING
    noun = _noun_at(tokens, start, end)
    names = frozenset(fold_name(tokens.words[at]) for at in range(start, end) if _is_own_name(tokens, at))
    if noun is None:
        titled = any(tokens.lower[at] in SHIP_TITLES for at in range(start, end))
        return Thing(kind="vessel" if titled else None, names=names if len(names) < end - start else frozenset())
    return Thing(kind=noun.kind, sort=noun.sort, names=names, told_as=_in_its_report(tokens, noun, sentences))


def _are_several(tokens: Tokens, start: int) -> bool:
    """Whether a phrase tells of a number of things, none of which is the one that moved: "eight ships were at the scene"."""
    word = tokens.lower[start]
    counted = word in _SEVERAL or (word in NUMERAL_WORDS and word != "one") or word.isdigit()
    return counted and tokens.lower[start + 1].endswith("s") and not tokens.hyphen(start + 1)


@dataclass(frozen=True, slots=True)
class _Noun:
    """A noun for a thing, at a token."""

    at: int
    kind: str
    sort: str | None


def _noun_at(tokens: Tokens, start: int, end: int) -> _Noun | None:
    """The noun that heads a phrase: its last word before an "of", or before the names that follow it: "the tanker Grey Seal"."""
    at = head_of(tokens, start, end)
    while at > start and tokens.capital(at) and _noun(tokens, at) is None:
        at -= 1
    return _noun(tokens, at)


def _noun(tokens: Tokens, at: int) -> _Noun | None:
    word = tokens.lower[at]
    two = f"{tokens.lower[at - 1]} {word}" if at > 0 else word
    sort = SORTS.get(two) or SORTS.get(word)
    kind = SORT_CLASSES[sort] if sort is not None else CLASSES.get(word) or next(iter(classes_in(tokens, at, at + 1)), None)
    return None if kind is None else _Noun(at, kind, sort)


def _is_own_name(tokens: Tokens, at: int) -> bool:
    """Whether a word is one of a thing's own name, rather than of its flag or its sort."""
    word = tokens.lower[at]
    if tokens.hyphen(at + 1) and not tokens.capital(at + 2):  # "Norland-flagged"
        return False
    return (
        is_name(tokens, at) and word not in CLASSES and word not in SORTS and word not in SHIP_TITLES and fold_name(word) not in COUNTRIES
    )


def _nouns(tokens: Tokens) -> tuple[_Noun, ...]:
    """The nouns for things in a sentence."""
    return tuple(noun for at in range(tokens.count) if (noun := _noun(tokens, at)) is not None)


def _antecedent(tokens: Tokens, at: int, sentences: Sequence[Tokens], can_be: frozenset[str], hops: int = _MOST_HOPS) -> Thing:
    """What "it" or "the wreck" stands for: the first thing of the nearest words before it, in its sentence or in those before, that can be it.

    None where these tell of things of several classes, or of something by its name alone.
    """
    number = bisect_left(sentences, tokens.sentence.start, key=lambda item: item.sentence.start)
    for sentence, end in ((tokens, at), *((each, each.count) for each in reversed(sentences[max(0, number - _BACK) : number]))):
        nouns = [noun for noun in sentence.once(_nouns) if noun.at < end and noun.kind in can_be]
        named = any(_is_named_alone(sentence, step) for step in range(1, end))
        if len({noun.kind for noun in nouns}) == 1 and not named:
            return _by_noun(sentence, nouns[0], end, sentences)
        if nouns or named or not hops:
            return NO_THING
        if sentence is not tokens and sentence.lower[0] in _IT:
            return _antecedent(sentence, 0, sentences, can_be & _CAN_BE[sentence.lower[0]], hops - 1)
    return NO_THING


def _by_noun(tokens: Tokens, noun: _Noun, end: int, sentences: Sequence[Tokens]) -> Thing:
    """The thing that a noun's phrase, up to a token, tells of, if only by its type: "an Il-20"; nothing where it is one of several."""
    begin = phrase_ending_at(tokens, noun.at + 1)
    found = _told_in(tokens, begin, max(noun.at + 1, phrase_starting_at(tokens, begin, end)), sentences)
    if found.kind is not None or _are_several(tokens, begin):
        return found
    return Thing(kind=noun.kind, sort=noun.sort, told_as=_in_its_report(tokens, noun, sentences))


def _is_named_alone(tokens: Tokens, at: int) -> bool:
    """Whether a thing is told of by its name alone: "spotted the Grey Seal", but not "in the Red Sea"."""
    if tokens.lower[at - 1] != "the" or not _is_own_name(tokens, at) or (at > 1 and tokens.lower[at - 2] in PREPOSITIONS):
        return False
    end = phrase_starting_at(tokens, at - 1)
    if not lex.ORGANISATION_NOUNS.isdisjoint(tokens.lower[at:end]):
        return False  # "the Defence Ministry"
    return not tokens.words[end].startswith(("'", "’")) and not any(at <= noun.at < end for noun in tokens.once(_nouns))


def _in_its_report(tokens: Tokens, noun: _Noun, sentences: Sequence[Tokens]) -> str:
    """One name for all that "the vessel" stands for: its class with where the report brought one in last."""
    number = bisect_left(sentences, tokens.sentence.start, key=lambda item: item.sentence.start)
    for sentence in (tokens, *reversed(sentences[max(0, number - _MEMORY) : number])):
        for other in reversed(sentence.once(_nouns)):
            if other.kind == noun.kind and (sentence is not tokens or other.at <= noun.at) and _is_fresh(sentence, other):
                return f"{tokens.report.id}: {noun.kind} {sentence.starts[other.at]}"
    return f"{tokens.report.id}: {noun.kind}"


def _is_fresh(tokens: Tokens, noun: _Noun) -> bool:
    """Whether a noun brings in a thing that was not told of before: "another vessel"."""
    for at in range(noun.at - 1, max(-1, noun.at - _FRESH_BACK), -1):
        if tokens.lower[at] in FRESH or (tokens.lower[at] == "," and tokens.lower[at - 1] in FRESH):
            return True
        if not (tokens.lower[at].isalnum() or tokens.hyphen(at)) or tokens.lower[at] in ("the", "of", "its", "their"):
            return False
    return False

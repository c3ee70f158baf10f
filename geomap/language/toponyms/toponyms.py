"""The names of places in a report, by rules: runs of capitals, a gazetteer, and the words round them.

No model is needed. A run of capitalised words is taken apart into persons, organisations and what may be places; each of these is
weighed by what the gazetteer knows of it and by the words before and after. What is surely a place once, is one wherever the report
repeats it; what is a person's surname once, is no place without a word that shows one. Time is linear in the length of the report.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain, pairwise
from typing import Protocol

from geomap.language import words as lex
from geomap.language.text.sentences import sentences_of
from geomap.language.text.tokens import HYPHENS, Tokens
from geomap.language.toponyms import weights
from geomap.language.toponyms.fame import Fame, Fames, Names
from geomap.language.toponyms.guesses import Guess, is_metonym, known, unknown
from geomap.language.toponyms.persons import without_persons
from geomap.language.toponyms.rows import Parts, are_neighbours
from geomap.language.toponyms.runs import find_runs, starts_name
from geomap.model import Mention, MentionKind, Report


class Recognizer(Protocol):
    """Anything that finds the names of places in a report: the built-in one, or a plug-in round a trained pipeline."""

    def __call__(self, report: Report) -> Sequence[Mention]:
        """The mentions of a report, by position."""
        ...


_ROW_MARKS = frozenset((",", "and", "or", "&"))
_MOST_TOKENS = 12
"""Tokens of the longest name that is looked up."""
_MOST_GEOGRAPHIC = 5
"""Tokens of the longest name that only its last word, such as River, shows to be a place's."""
_MOST_CASELESS = 4
_LEAST_CASELESS = 3
_CASELESS = re.compile("[\u0590-\u06ff\u0750-\u077f\u0900-\u0fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
"""Scripts without capitals."""
_CLITICS = frozenset("وبلفك")
"""Arabic particles that are written as one with the next word: and, in, to, so, like."""


@dataclass(slots=True)
class _Findings:
    """What the runs of a report have shown so far."""

    written: frozenset[str]
    """The words of the report as it writes them: with "victoria" among them, Victoria may be a common noun."""
    guesses: list[Guess] = field(default_factory=list)
    surnames: set[str] = field(default_factory=set)


def recognize(report: Report, names: Names, *, sentences: Sequence[Tokens] | None = None) -> tuple[Mention, ...]:
    """The mentions of places in a report, by position; they do not overlap.

    A mention's span has the feature words and the word for a part with it ("eastern Homs", "Deir ez-Zor province"), its name does
    not. Nationality words come with the kind DEMONYM and the name of their country. A name that the gazetteer does not have is kept
    where the words round it show a place ("the village of …", "30 km from …", "… River"). `sentences` are those of the report, where
    they have been split and tokenised already.

    >>> from geomap.model import Place
    >>> class Known:
    ...     def find(self, name):
    ...         where = Place(id="x:1", name="Homs", lon=36.7, lat=34.7, kind="populated place", country="SY", extent_m=1e4, population=775_404)
    ...         return (where,) if name == "Homs" else ()
    >>> report = Report(id="r", text="Mr Homs said the convoy stopped in eastern Homs.")
    >>> [(mention.span.text, mention.name, mention.part) for mention in recognize(report, Known())]
    [('eastern Homs', 'Homs', 'E')]
    """
    sentences = sentences_of(report) if sentences is None else sentences
    findings = _Findings(written=frozenset(chain.from_iterable(tokens.words for tokens in sentences)))
    fames = Fames(names)
    caseless = _CASELESS.search(report.text) is not None
    for tokens in sentences:
        for start, end in find_runs(tokens):
            _take_apart(tokens, start, end, fames, findings)
        if caseless:
            findings.guesses += _caseless(tokens, fames)
    return tuple(map(_mention, _accepted(findings, fames)))


def mentions_at(report: Report, ranges: Iterable[tuple[int, int]]) -> tuple[Mention, ...]:
    """Mentions of names that something else has found, as half-open ranges of code points, by position; they do not overlap.

    As `recognize` does, each takes the words for a part and the feature words round it into its span, not into its name, and a
    nationality word comes with the kind DEMONYM.

    >>> report = Report(id="r", text="Fighting went on in the eastern Homs province.")
    >>> [(mention.span.text, mention.name, mention.part, mention.feature) for mention in mentions_at(report, [(20, 36)])]
    [('eastern Homs province', 'Homs', 'E', 'province')]
    """
    sentences = sentences_of(report)
    starts = [tokens.sentence.start for tokens in sentences]
    kept: list[Guess] = []
    for low, high in sorted(ranges):
        tokens = sentences[max(0, bisect_right(starts, low) - 1)] if sentences else None
        guess = None if tokens is None else _named(tokens, *_within(tokens, low, high))
        if guess is not None and not (kept and kept[-1].overlaps(guess)):
            kept.append(guess)
    return tuple(map(_mention, kept))


def _within(tokens: Tokens, low: int, high: int) -> tuple[int, int]:
    """The tokens of a sentence that lie in a range of code points whole."""
    return bisect_left(tokens.starts, low, 0, tokens.count), bisect_right(tokens.ends, high, 0, tokens.count)


def _named(tokens: Tokens, start: int, end: int) -> Guess | None:
    """The name in a stretch of words that is known to hold one."""
    while start < end and _before_name(tokens, start):
        start += 1
    while end > start and _behind_name(tokens, end - 1):
        end -= 1
    if start >= end:
        return None
    name = tokens.text(start, end)
    if name.lower() in lex.COUNTRY_OF:
        return Guess(tokens, start, end, lex.COUNTRY_OF[name.lower()], weights.PLAIN, kind=MentionKind.DEMONYM)
    return known(tokens, start, end, run_end=end, fame=Fame(), written=frozenset())


def _before_name(tokens: Tokens, at: int) -> bool:
    """Whether a word only leads up to a name: an article, a mark, the word for a part."""
    word = tokens.lower[at]
    return not word[:1].isalnum() or ((word in lex.LEADING or word in lex.PARTS) and tokens.lower[at + 1] not in HYPHENS)


def _behind_name(tokens: Tokens, at: int) -> bool:
    """Whether a word only follows a name: a mark, a feature word in small letters."""
    return not tokens.words[at][:1].isalnum() or (tokens.words[at].islower() and tokens.lower[at] in lex.AREA_NOUNS)


def _take_apart(tokens: Tokens, start: int, end: int, fames: Fames, findings: _Findings) -> None:
    """Find what may be places in a run, and the surnames."""
    while start < end and _only_leads(tokens, start, end, fames):
        start += 1
    for first, last in without_persons(tokens, start, end, fames, findings.surnames):
        _add_places(tokens, first, last, fames, findings)


def _only_leads(tokens: Tokens, start: int, end: int, fames: Fames) -> bool:
    """Whether the first word of a run only stands before a name: an article or preposition with a capital, a weekday."""
    word = tokens.lower[start]
    if word in lex.CALENDAR or word in lex.FEASTS or tokens.words[start] in HYPHENS or word in (".", "'s"):
        return True
    if word not in lex.LEADING and (word not in lex.LINKS or tokens.upper(start)):
        return False
    return end - start == 1 or word == "the" or not fames[tokens.text(start, start + 2)].found


def _add_places(tokens: Tokens, start: int, end: int, fames: Fames, findings: _Findings) -> None:
    """The longest stretches of a piece that may be places, from left to right."""
    at = start
    while at < end:
        guess = _longest(tokens, at, end, fames, findings) if starts_name(tokens, at) else None
        if guess is not None:
            findings.guesses.append(guess)
        at = guess.stop if guess is not None else at + 1


def _longest(tokens: Tokens, at: int, end: int, fames: Fames, findings: _Findings) -> Guess | None:
    """The longest name that starts at a token."""
    short = _abbreviated(tokens, at)
    if short is not None:
        return short
    letters = len(tokens.words[at]) == 1 and len(tokens.words[at + 1]) == 1  # initials and compass letters begin no longer name
    for stop in range(at + 1 if letters else min(end, at + _MOST_TOKENS), at, -1):
        if not tokens.upper(stop - 1):
            continue
        name = tokens.text(at, stop)
        lower = name.lower()
        if lower in lex.NOT_NAMES:
            return None
        if lower in lex.COUNTRY_OF:
            return Guess(tokens, at, stop, lex.COUNTRY_OF[lower], weights.PLAIN, kind=MentionKind.DEMONYM)
        fame = fames[name]
        geographic = _ends_geographic(tokens, at, stop, end)
        if fame.found:
            guess = known(tokens, at, stop, run_end=end, fame=fame, written=findings.written)
            guess.weight = max(guess.weight, weights.GEOGRAPHIC) if geographic else guess.weight
            return guess
        if geographic:
            return _geographic(tokens, at, stop, fames)
    return unknown(tokens, at, end)


def _abbreviated(tokens: Tokens, at: int) -> Guess | None:
    """An abbreviated state or province, as news writing has it after a town: "Severn, Md."."""
    word = tokens.lower[at]
    stopped = tokens.words[at + 1] == "." and tokens.glued(at + 1)
    name = lex.STATES_SHORT.get(word) or (lex.STATES_SHORT.get(f"{word}.") if stopped else None)
    if name is None or not (tokens.words[at - 1] in (",", "(") or word.count(".") > 1 or tokens.words[at].isupper()):
        return None
    return Guess(tokens, at, at + 1 if "." in word or not stopped else at + 2, name, weights.PLAIN, feature="state", area=True)


def _ends_geographic(tokens: Tokens, at: int, stop: int, end: int) -> bool:
    """Whether a stretch ends with a noun such as River, and its run with it; a county may also be part of a longer name."""
    head = tokens.lower[stop - 1]
    return (
        head in lex.GEOGRAPHIC
        and lex.NAME_BREAKS.isdisjoint(tokens.lower[at:stop])
        and 1 < stop - at <= _MOST_GEOGRAPHIC
        and (stop == end or tokens.lower[stop] == "and" or head == "county")
    )


def _geographic(tokens: Tokens, start: int, stop: int, fames: Fames) -> Guess:
    """A name in capitals that ends with a noun for a sort of place; what comes before that need not be known."""
    head, inner = tokens.lower[stop - 1], tokens.text(start, stop - 1)
    name = inner if head in lex.DETACHED and fames[inner].found else tokens.text(start, stop)
    return Guess(tokens, start, stop, name, weights.GEOGRAPHIC, feature=head)


def _caseless(tokens: Tokens, fames: Fames) -> Iterator[Guess]:
    """Names in scripts without capitals: the longest stretches of words that the gazetteer has."""
    past = 0
    for index in range(tokens.count):
        guess = _caseless_at(tokens, index, fames) if index >= past and _CASELESS.match(tokens.words[index]) else None
        if guess is not None:
            yield guess
            past = guess.stop


def _caseless_at(tokens: Tokens, at: int, fames: Fames) -> Guess | None:
    """The longest name that starts at a word, or behind a particle that is written as one with it."""
    for stop in range(min(tokens.count, at + _MOST_CASELESS), at, -1):
        name = tokens.text(at, stop)
        for asked in (name, name[1:] if name[0] in _CLITICS else ""):
            fame = fames[asked] if len(asked) >= _LEAST_CASELESS else Fame()
            if fame.well_known or (fame.found and stop - at > 1):
                return Guess(tokens, at, stop, asked, weights.PLAIN)
    return None


def _accepted(findings: _Findings, fames: Fames) -> list[Guess]:
    """The guesses that stand, in reading order, given what the rest of the report shows."""
    findings.guesses.sort(key=Guess.where)
    _vouch(findings.guesses, fames)
    sure = {guess.name.casefold() for guess in findings.guesses if guess.weight >= weights.SURE and guess.kind is MentionKind.NAME}
    parts = Parts(fames[guess.name] for guess in findings.guesses if guess.weight >= weights.SURE and guess.kind is MentionKind.NAME)
    kept: list[Guess] = []
    for guess in findings.guesses:
        name, weight = guess.name.casefold(), guess.weight
        if guess.one_word and name in findings.surnames:
            weight += weights.SURNAME
        if name in sure:
            weight += weights.REPEATED
        elif parts.near(fames[guess.name]):
            weight += weights.SAME_PARTS
        if weight >= weights.ACCEPTED and not (kept and kept[-1].overlaps(guess)):
            kept.append(guess)
    return kept


def _vouch(guesses: list[Guess], fames: Fames) -> None:
    """Let names vouch for those right beside them: a country for the town before it, the places of a row for one another."""
    for guess, following in pairwise(guesses):
        between = guess.words_before(following)
        if following.area and following.weight >= weights.ACCEPTED and len(between) == 1:
            guess.weight += weights.IN_AREA.get(between[0], 0.0)
    for row in _rows(guesses):
        for one, other in pairwise(row):
            if are_neighbours(fames[one.name], fames[other.name]):
                one.weight += weights.NEIGHBOUR
                other.weight += weights.NEIGHBOUR
        if any(guess.weight >= weights.ACCEPTED for guess in row):
            for guess in row:
                guess.weight += weights.IN_ROW


def _rows(guesses: list[Guess]) -> Iterator[list[Guess]]:
    """Guesses that only commas and "and" part, two and more: what one of them is, the others are."""
    row: list[Guess] = []
    for guess in guesses:
        between = row[-1].words_before(guess) if row else []
        if not (row and 1 <= len(between) <= 2 and _ROW_MARKS.issuperset(between)):
            if len(row) > 1:
                yield row
            row = []
        row.append(guess)
    if len(row) > 1:
        yield row


def _mention(guess: Guess) -> Mention:
    return Mention(
        span=guess.tokens.span(guess.first, guess.stop),
        name=" ".join(guess.name.split()),
        kind=guess.kind,
        feature=guess.feature,
        part=guess.part,
        metonym=is_metonym(guess),
    )

"""The names of places in a report, by rules: runs of capitals, a gazetteer, and the words round them.

No model is needed. A run of capitalised words is taken apart into persons, organisations and what may be places; each of these is
weighed by what the gazetteer knows of it and by the words before and after. What is surely a place once, is one wherever the report
repeats it; what is a person's surname once, is no place without a word that shows one. Time is linear in the length of the report.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from geomap.language import toponym_words as lex
from geomap.model import Mention, MentionKind, Place, Report, Span


class Names(Protocol):
    """Anything that knows place names."""

    def find(self, name: str) -> Sequence[Place]:
        """The places of a name, best first; none where it is unknown."""
        ...


class Recognizer(Protocol):
    """Anything that finds the names of places in a report: the built-in one, or a plug-in round a trained pipeline."""

    def __call__(self, report: Report) -> Sequence[Mention]:
        """The mentions of a report, by position."""
        ...


ACCEPTED = 1.0
"""Weight from which a name counts as a place's."""
SURE = 2.5
"""Weight from which the same name counts as one everywhere in the report."""
_MOST_WORDS = 6
"""Words that a name in the gazetteer has at most."""
_MOST_RUN = 14

_MASKED = re.compile(r"\]\([^()\s]{0,2000}\)|https?://\S+|www\.\S+|[\w.+-]{1,64}@[\w-]{1,64}\.[\w.-]{1,64}|@\w+|#\w+")
"""What holds no names: the target of a link, addresses, handles and hashtags."""
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:['’ʼ‘`](?![sS]\b)[^\W\d_]+)*|['’][sS]\b|\n[^\S\n]*\n|[^\w\s]|_")
_CASELESS = re.compile("[\u0590-\u06ff\u0750-\u077f\u0900-\u0fff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ABBREVIATED = frozenset("st ste mt ft pt".split())
_DASHES = frozenset("-–—:")
_MOST_GEOGRAPHIC = 5
FOLLOWED = -0.7
"""What a capital right after a name takes from it: it goes on to be something else's name."""
FOLLOWED_ORG = -0.3
_HYPHENS = frozenset("-‐‑–—")
_PADDING = 4


@dataclass(slots=True)
class _Text:
    """The tokens of a report."""

    report: Report
    words: list[str]
    lower: list[str]
    starts: list[int]
    ends: list[int]

    def glued(self, index: int) -> bool:
        """Whether no space stands before a token."""
        return self.starts[index] == self.ends[index - 1]

    def capital(self, index: int) -> bool:
        word = self.words[index]
        return bool(word) and word[0].isupper()

    def text(self, start: int, end: int) -> str:
        return self.report.text[self.starts[start] : self.ends[end - 1]]

    def begins_sentence(self, index: int) -> bool:
        """Whether a token is the first of its sentence, line or quotation."""
        before = self.words[index - 1]
        return not before or before in '.!?:;"“”•*[]()' or before.isspace() or before == "''"


@dataclass(slots=True)
class _Guess:
    """A stretch of a run that may name a place."""

    start: int
    end: int
    name: str
    weight: float
    kind: MentionKind = MentionKind.NAME
    known: bool = True
    person: bool = False
    """Whether it may be a surname: one bare word."""
    feature: str | None = None
    part: str | None = None
    stop: int = 0
    """Token after the feature words that follow."""
    first: int = 0
    """First token, with the word for a part."""


@dataclass(slots=True)
class _Findings:
    """What the runs of a report have shown so far."""

    guesses: list[_Guess] = field(default_factory=list)
    surnames: set[str] = field(default_factory=set)
    small: set[str] = field(default_factory=set)
    """Words that the report also writes in small letters."""


def recognize(report: Report, names: Names) -> tuple[Mention, ...]:
    """The mentions of places in a report, by position; they do not overlap.

    Nationality words come with the kind DEMONYM and the name of their country. A name that the gazetteer does not have is kept where
    the words round it show a place ("the village of …").

    >>> class Known:
    ...     def find(self, name):
    ...         where = Place(id="x:1", name="Homs", lon=36.7, lat=34.7, kind="populated place", country="SY", extent_m=1e4, population=775_404)
    ...         return (where,) if name == "Homs" else ()
    >>> report = Report(id="r", text="Mr Homs said the convoy stopped in eastern Homs.")
    >>> [(mention.span.text, mention.name, mention.part) for mention in recognize(report, Known())]
    [('eastern Homs', 'Homs', 'E')]
    """
    text = _tokenise(report)
    findings = _Findings(small={word for word in text.words if word.islower()})
    for start, end in _runs(text):
        _take_apart(text, start, end, names, findings)
    _caseless(text, names, findings)
    return tuple(_mention(text, guess) for guess in _accepted(findings))


def _tokenise(report: Report) -> _Text:
    masked = _MASKED.sub(lambda match: "]" + " " * (match.end() - match.start() - 1), report.text)
    matches = list(_TOKEN.finditer(masked))
    words = [""] * _PADDING + [match.group() for match in matches] + [""] * _PADDING
    size = len(report.text)
    starts = [0] * _PADDING + [match.start() for match in matches] + [size] * _PADDING
    ends = [0] * _PADDING + [match.end() for match in matches] + [size] * _PADDING
    return _Text(report, words, [word.lower() for word in words], starts, ends)


def _runs(text: _Text) -> Iterator[tuple[int, int]]:
    """Runs of capitalised words, with the small words and marks that may join them."""
    index, last = _PADDING, len(text.words) - _PADDING
    while index < last:
        if not _starts_name(text, index):
            index += 1
            continue
        end = index + 1 if text.capital(index) else index + 3
        while end < min(last, index + _MOST_RUN):
            step = _step(text, end)
            if not step:
                break
            end += step
        yield index, end
        index = end


def _starts_name(text: _Text, index: int) -> bool:
    """Whether a capital stands here, or an Arabic article that is joined to one."""
    if text.capital(index):
        return True
    return text.lower[index] in lex.ARTICLES and text.words[index + 1] in _HYPHENS and text.capital(index + 2) and text.glued(index + 2)


def _step(text: _Text, at: int) -> int:
    """How many tokens at a place go on with a run."""
    if text.capital(at):
        return 0 if text.glued(at) else 1
    word = text.words[at]
    if word in _HYPHENS and text.glued(at) and text.glued(at + 1):
        if text.capital(at + 1):
            return 2
        joined = text.words[at + 2] in _HYPHENS and text.capital(at + 3)
        return 4 if joined and text.lower[at + 1] in lex.LINKS | lex.ARTICLES else 0
    if word == "." and text.glued(at) and text.capital(at + 1) and (text.lower[at - 1] in _ABBREVIATED or len(text.words[at - 1]) == 1):
        return 2
    if text.lower[at] in lex.LINKS:
        if text.words[at + 1] in _HYPHENS and text.capital(at + 2) and text.glued(at + 2):
            return 3
        if text.capital(at + 1) and not text.glued(at + 1):
            return 2
        return 3 if text.lower[at + 1] in lex.LINKS and text.capital(at + 2) else 0
    return 0


def _take_apart(text: _Text, start: int, end: int, names: Names, findings: _Findings) -> None:
    """Find what may be places in a run, and the surnames."""
    while start < end and _leads(text, start, end, names):
        start += 1
    for first, last in _pieces(text, start, end, names, findings):
        _places(text, first, last, names, findings)


def _leads(text: _Text, start: int, end: int, names: Names) -> bool:
    """Whether the first word of a run only stands before a name: an article or preposition with a capital, a weekday."""
    word = text.lower[start]
    if word in lex.CALENDAR or text.words[start] in _HYPHENS or word in (".", "'s"):
        return True
    if word not in lex.LEADING and not (word in lex.LINKS and not text.capital(start)):
        return False
    return not (end - start > 1 and word != "the" and names.find(text.text(start, min(end, start + 2))))


def _pieces(text: _Text, start: int, end: int, names: Names, findings: _Findings) -> Iterator[tuple[int, int]]:
    """What is left of a run without persons and organisations."""
    title = next((at for at in range(start, end) if text.lower[at] in lex.TITLES and text.capital(at)), end)
    if title < end and not (title == start and _well_known(names, text.text(start, end))):
        yield from _pieces(text, start, title, names, findings)
        rest = title + 1
        while rest < end and (text.lower[rest] in lex.TITLES or text.words[rest] == "."):
            rest += 1
        if text.lower[rest] == "of":
            yield rest + 1, end
        elif rest < end:
            _person(text, rest, end, findings)
        return
    if _is_person(text, start, end, names):
        _person(text, start, end, findings)
        return
    if text.lower[start - 1] in lex.TITLES and not text.capital(start - 1) and not text.begins_sentence(start) and end - start <= 4:
        if not _well_known(names, text.text(start, end)):
            _person(text, start, end, findings)
            return
    if start < end:
        yield start, end


def _well_known(names: Names, name: str) -> bool:
    """Whether a name is first of all that of a place of some size."""
    found = names.find(name)
    return bool(found) and _prior(found, name) >= 0.8


def _is_person(text: _Text, start: int, end: int, names: Names) -> bool:
    """Whether a run is a person's name: a given name or an initial, and at least one more word."""
    words = [at for at in range(start, end) if text.capital(at)]
    if len(words) < 2 or text.lower[words[-1]] in lex.GEOGRAPHIC or text.lower[words[-1]] in lex.ORGANISATIONS:
        return False
    if any(len(text.words[at]) == 1 and text.words[at + 1] == "." for at in words):
        return True
    if any(text.words[at] in _HYPHENS for at in range(start, end)) and text.lower[start] not in lex.GIVEN:
        return False
    if text.lower[words[0]] in lex.GIVEN:
        found = names.find(text.text(start, end))
        return not found or _prior(found, text.text(start, end)) < 1.0
    spoken = text.lower[end] in lex.SPEAKING or (text.words[end] == "," and text.words[end + 1].isdecimal() and text.words[end + 2] == ",")
    return spoken and not names.find(text.text(start, end)) and not names.find(text.words[start])


def _person(text: _Text, start: int, end: int, findings: _Findings) -> None:
    for at in range(start, end):
        if text.capital(at) and len(text.words[at]) > 2:
            findings.surnames.add(text.lower[at])


def _places(text: _Text, start: int, end: int, names: Names, findings: _Findings) -> None:
    """The longest stretches of a piece that may be places, from left to right."""
    at = start
    while at < end:
        guess = _longest(text, at, end, names, findings)
        if guess is None:
            at += 1
            continue
        findings.guesses.append(guess)
        at = guess.stop


def _longest(text: _Text, at: int, end: int, names: Names, findings: _Findings) -> _Guess | None:
    """The longest name that starts at a token."""
    if not _starts_name(text, at):
        return None
    short = _abbreviated(text, at)
    if short is not None:
        return short
    for stop in range(min(end, at + 2 * _MOST_WORDS), at, -1):
        if not text.capital(stop - 1):
            continue
        name = text.text(at, stop)
        if name.lower() in lex.NOT_NAMES:
            return None
        demonym = lex.DEMONYMS.get(text.lower[at] if stop == at + 1 else name.lower())
        if demonym is not None:
            return _Guess(at, stop, demonym, 3.0, kind=MentionKind.DEMONYM, stop=stop, first=at)
        found = names.find(name)
        if found:
            return _guess(text, at, stop, end, found, findings)
        if (
            text.lower[stop - 1] in lex.GEOGRAPHIC
            and 1 < stop - at <= _MOST_GEOGRAPHIC
            and (stop == end or text.lower[stop - 1] == "county")
        ):
            return _geographic(text, at, stop, names)
    return _unknown(text, at, end)


def _abbreviated(text: _Text, at: int) -> _Guess | None:
    """An abbreviated state or province, as news writing has it after a town: "Severn, Md."."""
    word = text.lower[at]
    stopped = text.words[at + 1] == "." and text.glued(at + 1)
    name = lex.ABBREVIATIONS.get(word) or (lex.ABBREVIATIONS.get(f"{word}.") if stopped else None)
    if name is None or not (text.words[at - 1] in (",", "(") or word.count(".") > 1 or word.isupper()):
        return None
    stop = at + 1 if "." in word or not stopped else at + 2
    return _Guess(at, stop, name, 3.0, stop=stop, first=at)


def _prior(found: Sequence[Place], name: str) -> float:
    """How much the gazetteer alone makes of a name: its best known place, and whether it is that place's main name."""
    best = 0.0
    for place in found:
        if place.kind in ("country", "continent"):
            weight = 3.5
        elif place.kind in ("region", "sea", "ocean"):
            weight = 2.5
        elif place.kind == "first-level division":
            weight = 0.8 + 0.9 * math.log10(max(place.extent_m, 5000.0) / 5000.0)
        elif place.population:
            weight = 0.9 * (math.log10(place.population) - 3.4)
        else:
            weight = 0.6 if place.kind not in ("populated place", "locality") else 0.0
        if place.name.casefold() != name.casefold():
            weight -= 0.7
        best = max(best, weight + (1.0 if place.kind == "capital" else 0.0))
    return best


def _guess(text: _Text, start: int, stop: int, end: int, found: Sequence[Place], findings: _Findings) -> _Guess:
    """A name that the gazetteer has, weighed."""
    name = text.text(start, stop)
    one_word = stop == start + 1
    weight = min(_prior(found, name), 3.5) - 0.5 + (0.0 if one_word else 0.6)
    if one_word:
        weight += _weigh_word(text, start, found, findings)
    elif not text.capital(start):
        weight += 0.8
    guess = _Guess(start, stop, name, weight, person=one_word, stop=stop, first=start)
    _weigh_before(text, guess)
    _weigh_after(text, guess, end)
    return guess


def _weigh_word(text: _Text, at: int, found: Sequence[Place], findings: _Findings) -> float:
    """What a single word by itself says for or against being a place's name."""
    word, lower = text.words[at], text.lower[at]
    area = any(place.kind in ("country", "first-level division") for place in found)
    if word.isupper() and len(word) <= 5:
        return 0.0 if area or len(word) == 5 else -2.5
    if len(word) < 3 or lower in lex.NOT_PLACES or lower in lex.ORGANISATIONS or lower in lex.GEOGRAPHIC or lower in lex.TITLES:
        return -4.0
    weight = -0.8 if lower in lex.GIVEN else 0.0
    return weight - 1.5 if lower in findings.small else weight


def _weigh_before(text: _Text, guess: _Guess) -> None:
    """What the words before a name say of it."""
    at = guess.start
    before = text.lower[at - 1]
    if before in lex.PARTS and not text.glued(at):
        guess.part = lex.PARTS[before]
        guess.first = at - 1
        guess.weight += 1.5
        before = text.lower[at - 2]
    if before == "of" and text.lower[at - 2] in lex.NAMING:
        guess.weight += 2.0
        if text.lower[at - 2] in lex.FEATURES:
            guess.feature = text.lower[at - 2]
    elif before in lex.PLACING:
        guess.weight += 1.3
    elif before in lex.FEATURES and not text.capital(at - 1):
        guess.weight += 1.5
        guess.feature = before
    elif before == "of":
        guess.weight += 1.0 if text.capital(at - 2) else 0.4
    elif before in _HYPHENS and text.lower[at - 2] in ("d", "r", "dfl"):
        guess.weight += 2.0
    elif before in ("mr", "mrs", "ms", "dr") or (before == "." and text.lower[at - 2] in ("mr", "mrs", "ms", "dr")):
        guess.weight -= 4.0
    elif text.begins_sentence(at) and guess.person:
        guess.weight -= 0.5


def _weigh_after(text: _Text, guess: _Guess, end: int) -> None:
    """What the words after a name say of it, and its feature words."""
    at = guess.stop
    after = text.lower[at]
    if at < end and text.capital(at):
        guess.weight += FOLLOWED_ORG if text.lower[at] in lex.ORGANISATIONS else FOLLOWED
        return
    feature = _feature_end(text, at)
    if feature > at:
        guess.weight += 1.5
        guess.feature = text.text(at, feature).lower()
        guess.stop = feature
    elif after == "news" and text.lower[at + 1] in ("agency", "agencies"):
        guess.weight -= 4.0
    elif after in lex.PEOPLE:
        guess.weight += 1.3
    elif after in lex.SPEAKING and guess.person:
        guess.weight -= 1.5
    elif after == "," and text.capital(at + 1):
        guess.weight += 0.5
    elif after == "," and text.words[at + 1].isdecimal() and guess.person:
        guess.weight -= 1.0
    elif text.begins_sentence(guess.start) and (after in _DASHES or after == "(") and text.words[at - 1].isupper():
        guess.weight += 2.0
    elif after == ",":
        guess.weight += _distance_follows(text, at + 1)


def _distance_follows(text: _Text, at: int) -> float:
    """Weight for a distance after the name: "al-Shamiyah, more than 45 miles from …"."""
    near = text.lower[at : at + 6]
    figure = any(word[:1].isdecimal() for word in near)
    return 2.0 if figure and not lex.UNITS.isdisjoint(near) else 0.0


def _feature_end(text: _Text, at: int) -> int:
    """The token after the common nouns for a sort of place that follow a name."""
    stop = at
    while stop < at + 3 and text.lower[stop] in lex.FEATURES | lex.FEATURE_FIRST and text.words[stop].islower():
        stop += 1
    return stop if stop > at and text.lower[stop - 1] in lex.FEATURES else at


def _geographic(text: _Text, start: int, stop: int, names: Names) -> _Guess | None:
    """A name in capitals that ends with a noun such as County or River; what comes before it need not be known."""
    head = text.lower[stop - 1]
    guess = _Guess(start, stop, text.text(start, stop), 1.5, known=False, feature=head, stop=stop, first=start)
    inner = text.text(start, stop - 1)
    if head in ("province", "governorate", "district", "region", "oblast", "prefecture", "territory", "village", "island", "city"):
        if names.find(inner):
            guess.name, guess.known = inner, True
    return guess


def _unknown(text: _Text, at: int, end: int) -> _Guess | None:
    """A name that nobody knows, where the words round it show a place."""
    if end - at > 4 or not text.capital(end - 1) or text.lower[at] in lex.NOT_PLACES:
        return None
    before, further = text.lower[at - 1], text.lower[at - 2]
    stop = _feature_end(text, end)
    shown = (before == "of" and further in lex.NAMING & lex.FEATURES) or (
        before in lex.FEATURES and before not in ("area", "state", "region", "city")
    )
    if not shown and stop == end:
        return None
    feature = text.text(end, stop).lower() if stop > end else (before if before in lex.FEATURES else further)
    return _Guess(at, end, text.text(at, end), 1.2, known=False, feature=feature, stop=stop, first=at)


def _caseless(text: _Text, names: Names, findings: _Findings) -> None:
    """Names in scripts without capitals: the longest stretches of words that the gazetteer has."""
    index, last = _PADDING, len(text.words) - _PADDING
    while index < last:
        if not _CASELESS.match(text.words[index]):
            index += 1
            continue
        for stop in range(min(last, index + 4), index, -1):
            name = text.text(index, stop)
            found = names.find(name) if "\n" not in name and len(name) > 2 else ()
            if found and (_prior(found, name) > 0.8 or stop - index > 1):
                findings.guesses.append(_Guess(index, stop, name, 2.0, stop=stop, first=index))
                index = stop
                break
        else:
            index += 1


def _accepted(findings: _Findings) -> list[_Guess]:
    """The guesses that stand, in reading order, given what the rest of the report shows."""
    sure = {guess.name.casefold() for guess in findings.guesses if guess.weight >= SURE and guess.kind is MentionKind.NAME}
    kept = []
    for guess in sorted(findings.guesses, key=lambda each: each.start):
        weight = guess.weight
        if guess.person and guess.name.casefold() in findings.surnames:
            weight -= 2.5
        if guess.name.casefold() in sure:
            weight += 1.0
        if weight >= ACCEPTED and not (kept and guess.first < kept[-1].stop):
            kept.append(guess)
    return kept


def _mention(text: _Text, guess: _Guess) -> Mention:
    span = Span(text.report, text.starts[guess.first], text.ends[guess.stop - 1])
    return Mention(span=span, name=" ".join(guess.name.split()), kind=guess.kind, feature=guess.feature, part=guess.part)

"""What pronouns and common nouns point back to: names of places earlier in the report."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from geomap.language import words as lex
from geomap.language.phrases.anchors import Anchor, anchor_at
from geomap.language.phrases.passages import Name, Passage
from geomap.language.phrases.proper_names import starts_name
from geomap.language.positions.compass import starts_bearing
from geomap.language.quantities.units import is_unit
from geomap.language.text.tokens import Tokens
from geomap.model import Mention, MentionKind, Span

_SENTENCES_BACK = 12
_TOKENS_BACK = 120
"""A look back ends after so many sentences, and in one sentence after so many tokens."""

_PLACING = frozenset(
    "in at near from of to toward towards outside off around into inside through via for between leaving left reached reach capture captured retake retook fled".split()
)
_COMMON_BACK = 14
_PLACE_SENTENCES_BACK = 3
"""A place that only stands near, and is told of by no noun of its own, is pointed back to over at most so many sentences."""
_PERSONS = frozenset("us me him her them".split())
_LOCATING = frozenset("in from at near outside to inside around of".split())
_HOLDING = frozenset("held controlled occupied run ruled administered besieged".split())
_QUOTES = frozenset("\" “ ” ' ‘ ’".split())
_KIN = (
    frozenset("crossing crossings post posts checkpoint gate".split()),
    frozenset("base garrison outpost camp airbase barracks".split()),
    frozenset("city town capital municipality township port".split()),
    frozenset("village hamlet settlement town".split()),
    frozenset("airport airbase airfield".split()),
    frozenset("island islet islands".split()),
    frozenset("volcano mountain crater summit".split()),
)
_BORDER_LINES = frozenset(("line", "border line", "frontier line"))
"""Features that stand for the border told of."""
_OTHER_LINES = frozenset(
    """rail railway railways railroad train trains tram tramway metro subway track tracks locomotive power electricity transmission pylon pylons grid
    pipeline pipelines cable cables front frontline frontlines contact demarcation picket finish starting goal assembly production telephone
    ceasefire cease-fire truce armistice administrative breakaway separatist separatists""".split()
)
"""Words for what else "the line" may be."""
_ANY, _STATES = frozenset("a any each every".split()), frozenset("country state nation".split())
_POPULATED = frozenset("city town village municipality township port settlement".split())
_LARGE = frozenset("city town".split())
"""Of these, the ones that a report would name."""


def names_before(passage: Passage, end: int) -> Iterator[tuple[Name, int]]:
    """Names before a token, nearest first, and how many sentences back each stands."""
    for back in range(min(_SENTENCES_BACK, passage.index + 1)):
        for name in reversed(_names(passage, passage.index - back)):
            if back or name.anchor.end <= end:
                yield name, back


def _names(passage: Passage, index: int) -> list[Name]:
    """The names of a sentence, in reading order."""
    known = passage.names.get(index)
    if known is None:
        known = passage.names[index] = list(_find_names(passage.sentences[index]))
    return known


def _find_names(tokens: Tokens) -> Iterator[Name]:
    at = 0
    while at < tokens.count:
        anchor = anchor_at(tokens, at) if starts_name(tokens, at) and tokens.lower[at] not in lex.DETERMINERS else None
        if anchor is None:
            at += 1
            continue
        shown = anchor.mention.feature is not None or tokens.lower[_before(tokens, anchor.start)] in _PLACING
        if anchor.named and not _no_place(tokens, anchor, shown=shown):
            yield Name(anchor, shown, _measured_from(tokens, anchor.start), _site(tokens, anchor.start))
        at = max(anchor.end, at + 1)


def _measured_from(tokens: Tokens, at: int) -> bool:
    """Whether a distance or bearing leads up to a name: "5 km from", "north-east of"."""
    at = _before(tokens, at)
    last = at - 2 if at > 1 and tokens.words[at - 1] == ")" else at - 1  # "13 miles (24 km) from"
    return tokens.lower[at] in ("of", "from") and (starts_bearing(tokens.lower[at - 1]) or is_unit(tokens, last))


def _site(tokens: Tokens, at: int) -> str | None:
    """The noun of a kind of place that stands at a name: "a checkpoint at Arvo"."""
    return tokens.lower[at - 2] if at > 1 and tokens.lower[at - 1] == "at" and tokens.lower[at - 2] in lex.FEATURES else None


def _before(tokens: Tokens, at: int) -> int:
    """The token before a name, past articles and describing words."""
    at -= 1
    if tokens.lower[at] in _HOLDING and tokens.hyphen(at - 1):  # in rebel-held Arvo, in "ABC"-controlled Arvo
        at -= 5 if tokens.words[at - 2] in _QUOTES else 3
    steps = 0
    while (
        at >= 0
        and steps < 4
        and (tokens.lower[at] in lex.DETERMINERS or tokens.lower[at] in lex.FEATURES or tokens.lower[at].endswith("ern"))
    ):
        at -= 1
        steps += 1
    return at


def _no_place(tokens: Tokens, anchor: Anchor, *, shown: bool) -> bool:
    """Whether a capitalised phrase is surely no place: an actor, a title, the first word of a sentence without more."""
    first = tokens.lower[anchor.start]
    if first in lex.ORGANISATIONS or (first in lex.DEMONYMS and anchor.mention.feature is None):
        return True
    alone = anchor.start == 0 and anchor.end == 1 and not shown
    return alone and tokens.lower[1] not in (",", "is", "was", "lies")


def nearest_place(
    passage: Passage, end: int, *, besides: Anchor | None = None, sentences: int = _PLACE_SENTENCES_BACK, sure: bool = True
) -> Anchor | None:
    """The nearest name before a token that a word shows to be a place; unless `sure`, else the nearest name in the sentence."""
    fallback: Anchor | None = None
    for name, back in names_before(passage, end):
        anchor = name.anchor
        if back >= sentences:
            break
        if besides is not None and anchor.mention.name == besides.mention.name:
            continue
        if name.shown:
            return innermost(passage, name, back)
        if fallback is None and back == 0 and not sure:
            fallback = anchor
    return fallback


def innermost(passage: Passage, name: Name, back: int = 0) -> Anchor:
    """The name before another in its sentence that the other only says the whereabouts of; the other's own where there is none.

    That is Arvo of "at Arvo in the Norland region", and of "the village of Arvo, 80 km southwest of Mola".
    """
    tokens, anchor = passage.sentences[passage.index - back], name.anchor
    for other in reversed(_names(passage, passage.index - back)):
        if other.anchor.end < anchor.start:
            holds = tokens.lower[other.anchor.end : anchor.start] in (["in"], ["in", "the"])
            if holds or (name.reference and other.shown and not other.reference):
                return other.anchor
    return anchor


def resolve(passage: Passage, anchor: Anchor, before: int) -> Mention:
    """The mention that an anchor stands for: a pronoun's name itself, a common noun with its antecedent where that is clear."""
    mention = anchor.mention
    if anchor.pronoun:
        return _of_pronoun(passage, mention, before)
    if not anchor.definite:
        return mention
    if mention.kind is MentionKind.COMMON and mention.feature and " of " not in mention.span.text:
        found = _antecedent(passage, mention.feature, before)
        if found is None and mention.feature in _BORDER_LINES and not _is_other_line(passage, mention.feature):
            return _of_line(passage, replace(mention, kind=MentionKind.BORDER, name="line"), before)
        return mention if found is None else _standing_for(mention, found.mention.span, found.mention.name)
    if mention.kind in (MentionKind.BORDER, MentionKind.COAST) and not mention.name[:1].isupper() and " " not in mention.name:
        return _of_line(passage, mention, before)
    return mention


def _standing_for(mention: Mention, antecedent: Span, name: str) -> Mention:
    return replace(mention, antecedent=antecedent, name=name)


def _of_pronoun(passage: Passage, mention: Mention, before: int) -> Mention:
    """The place that a pronoun points back to; itself where it is a person, or nothing is found."""
    word = mention.span.text.lower()
    if word == "here":
        return replace(mention, kind=MentionKind.COMMON)
    if word in _PERSONS:
        return replace(mention, kind=MentionKind.MOVING)
    place = nearest_place(passage, before) or common_before(passage.tokens, before) or common_earlier(passage)
    return mention if place is None else place.mention


def _of_line(passage: Passage, mention: Mention, before: int) -> Mention:
    """The border or coast that a bare noun means: one named before, else that of the nation told of."""
    line = _line(passage, mention.kind, before)
    if line is not None:
        return _standing_for(mention, line.mention.span, line.mention.name)
    owned = mention.kind is MentionKind.COAST or mention.span.text.split()[0].lower() in lex.POSSESSIVES
    nation = _nation(passage, before) if owned else None
    return mention if nation is None else _standing_for(mention, nation, nation.text)


def _is_other_line(passage: Passage, feature: str) -> bool:
    """Whether a bare "line" may be that of a railway, a front or the like, of which the report tells in its sentence or shortly before."""
    if feature != "line":
        return False
    told = [*passage.tokens.lower]
    for tokens in passage.sentences[max(0, passage.index - _SENTENCES_BACK) : passage.index]:
        told += tokens.lower
    return not _OTHER_LINES.isdisjoint(told)


def _antecedent(passage: Passage, feature: str, before: int) -> Anchor | None:
    """The nearest earlier name with the same feature, else with one of its kin, or with such a thing at it; for "the city" the nearest place."""
    words = feature.split()
    kin: Anchor | None = None
    featureless: list[Name] = []
    farther: dict[str, Name] = {}
    for name, back in names_before(passage, before):
        if name.anchor.mention.kind is not MentionKind.NAME:
            continue
        theirs = _features(name.anchor)
        if _is_same_feature(words, theirs):
            return name.anchor
        if _is_kin(words, theirs):
            kin = kin or name.anchor
        if not _is_bare(name):
            continue
        if back < _PLACE_SENTENCES_BACK:
            featureless.append(name)
        if not name.reference:
            farther.setdefault(name.anchor.mention.name, name)
    if not featureless and len(farther) == 1 and feature in _LARGE:  # the only place that the report has named so far
        featureless = list(farther.values())
    return kin or _with_site(passage, words, before) or (_likeliest(featureless) if feature in _POPULATED else None)


def _is_bare(name: Name) -> bool:
    """Whether nothing tells which sort of place a name is of, save that it is one."""
    return name.shown and not name.anchor.mention.feature and not _is_land(name.anchor)


def _features(anchor: Anchor) -> list[str]:
    """The words for the sort of place in a phrase, or in the name itself: "island" of "Arvo Island"."""
    if anchor.mention.feature is not None:
        return anchor.mention.feature.split()
    words = anchor.mention.name.lower().split()
    return words[-1:] if len(words) > 1 and words[-1] in lex.FEATURES else []


def _is_land(anchor: Anchor) -> bool:
    """Whether a name is that of a country or a part of one, which no "town" points back to."""
    return anchor.mention.part is not None or anchor.mention.name.lower().removesuffix("'s").removesuffix("’s") in lex.COUNTRIES


def _with_site(passage: Passage, words: list[str], before: int) -> Anchor | None:
    """The nearest earlier name at which such a thing is said to be: "a checkpoint at Arvo"."""
    named = (name for name, _ in names_before(passage, before) if name.anchor.mention.kind is MentionKind.NAME and name.site is not None)
    return next((name.anchor for name in named if _is_same_or_kin(words, [name.site or ""])), None)


def _likeliest(names: list[Name]) -> Anchor | None:
    """Of names, nearest first, the nearest that more is said of than how far something is from it; else the nearest."""
    name = next((name for name in names if not name.reference), names[0] if names else None)
    return None if name is None else name.anchor


def _is_same_feature(words: list[str], theirs: list[str]) -> bool:
    """Whether two feature nouns are one, as far as both are specified: "post" and "border post", not "army post" and "border post"."""
    return theirs[-1:] == words[-1:] and (len(words) == 1 or len(theirs) == 1 or theirs == words)


def _is_same_or_kin(words: list[str], theirs: list[str]) -> bool:
    return _is_same_feature(words, theirs) or _is_kin(words, theirs)


def _is_kin(words: list[str], theirs: list[str]) -> bool:
    """Whether one feature may be told of by the other's noun: "the town" for a village."""
    return bool(theirs) and any(theirs[-1] in group and words[-1] in group for group in _KIN)


def _line(passage: Passage, kind: MentionKind, before: int) -> Anchor | None:
    """The nearest earlier named border or coast, also one that is named behind its noun: "the border with Norland"."""
    for name, back in names_before(passage, before):
        if name.anchor.mention.kind is kind:
            return name.anchor
        line = _line_round(passage.sentences[passage.index - back], name.anchor, kind)
        if line is not None and (back or line.end <= before):
            return line
    return None


def _line_round(tokens: Tokens, named: Anchor, kind: MentionKind) -> Anchor | None:
    """The border or coast whose noun leads up to a name."""
    link = named.start - 1 - (tokens.lower[named.start - 1] in lex.DETERMINERS)
    heads = lex.BORDER_HEADS if kind is MentionKind.BORDER else lex.COAST_HEADS
    if link < 1 or tokens.lower[link] not in ("with", "of", "between") or tokens.lower[link - 1] not in heads:
        return None
    line = anchor_at(tokens, link - 1)
    return line if line is not None and line.mention.kind is kind and line.named else None


def _nation(passage: Passage, before: int) -> Span | None:
    """The nearest earlier nationality word, or name with a possessive ending: whose coast "its coast" is.

    What is said of any country at all ("a state's waters reach 12 miles from its coast") is said of the one that is being measured from.
    """
    if _is_general(passage.tokens, before):
        measured = next((name for name, back in names_before(passage, before) if name.reference and back < _PLACE_SENTENCES_BACK), None)
        if measured is not None:
            return measured.anchor.mention.span
    for back in range(min(_PLACE_SENTENCES_BACK, passage.index + 1)):
        tokens = passage.sentences[passage.index - back]
        stop = before if back == 0 else tokens.count
        for at in range(stop - 1, max(-1, stop - _TOKENS_BACK), -1):
            if _is_nation(tokens, at):
                return tokens.span(at, at + 1)
    return None


def _is_nation(tokens: Tokens, at: int) -> bool:
    """Whether a word is a nationality, or a name with a possessive ending, and no actor."""
    word = tokens.lower[at]
    if not tokens.capital(at) or word in lex.STOPS or word in lex.ORGANISATIONS:
        return False
    return word in lex.DEMONYMS or tokens.lower[at + 1] in ("'s", "’s")


def _is_general(tokens: Tokens, before: int) -> bool:
    """Whether a sentence speaks of any country before a token."""
    first = max(0, before - _TOKENS_BACK)
    return any(tokens.lower[at] in _ANY and tokens.lower[at + 1] in _STATES for at in range(first, before - 1))


def common_before(tokens: Tokens, end: int) -> Anchor | None:
    """The nearest definite common noun of a place in the sentence: "not in the capital itself but 70km west"."""
    for at in range(end - 2, max(-1, end - _COMMON_BACK), -1):
        if tokens.lower[at] in _LOCATING and (tokens.lower[at + 1] == "the" or tokens.lower[at + 1] in lex.POSSESSIVES):
            anchor = anchor_at(tokens, at + 1)
            if anchor is not None and anchor.mention.feature is not None and anchor.end <= end:
                return anchor
    return None


def common_earlier(passage: Passage) -> Anchor | None:
    """The same in the sentence before."""
    if passage.index == 0:
        return None
    before = passage.sentences[passage.index - 1]
    return common_before(before, before.count)

"""Who and what takes part in an incident: its subject, and what is hit."""

from __future__ import annotations

import re

from geomap.language.events.triggers import Trigger
from geomap.language.phrases.chunks import CONJUNCTIONS, PERSONAL, head_of, is_auxiliary, phrase_ending_at, phrase_starting_at
from geomap.language.quantities.numerals import NUMERAL_WORDS
from geomap.language.text.tokens import Tokens
from geomap.language.words.incidents import AIMED, AIMED_BY_HAND, ANAPHORS, CLASSES
from geomap.language.words.tables import word_set

_MODEL = re.compile(r"(?:F|RQ|MQ|Su|MiG|Tu|Il|An|B|C|A|Mi|Ka|UH|AH|CH|KC|TB)$")
"""Letters before the hyphen and the number of an aircraft's type."""
_ADVERBS = word_set("not also now then")
"""Words that stand among auxiliaries."""
_COMPLEMENTING = word_set("from of in")
"""Prepositions of a phrase that belongs to the subject before it: "troops from Norland"."""
_NO_OBJECT = word_set(", ; near in on") | CONJUNCTIONS
"""Words that end the stretch after a verb that its object is sought in."""
_OBJECT_AHEAD = 10
_RELATIVE_BACK = 4
_PRONOUN_AHEAD = 3
_LINKING = word_set(": is was were are")
_CLEFT_BACK = 4
"""So far before the verb of "what they attacked was a depot" stands its "what"."""


def classes_in(tokens: Tokens, start: int, end: int) -> frozenset[str]:
    """The classes of things named between two tokens; what is "anti-aircraft" is none."""
    found = set()
    for at in range(max(0, start), min(end, tokens.count)):
        kind = CLASSES.get(tokens.lower[at]) or ("aircraft" if _is_model(tokens, at) else None)
        if kind is not None and not (tokens.hyphen(at - 1) and tokens.lower[at - 2] == "anti"):
            found.add(kind)
    return frozenset(found)


def _is_model(tokens: Tokens, at: int) -> bool:
    """Whether the type of an aircraft starts at a token: "F-4"."""
    return _MODEL.match(tokens.words[at]) is not None and tokens.hyphen(at + 1) and tokens.words[at + 2].isdigit()


def is_pronoun(tokens: Tokens, phrase: tuple[int, int], among: frozenset[str] = PERSONAL) -> bool:
    """Whether a phrase is a personal pronoun alone."""
    return phrase[1] - phrase[0] == 1 and tokens.lower[phrase[0]] in among


def subject_before(tokens: Tokens, verb: int, low: int) -> tuple[int, int] | None:
    """The subject of a verb, sought back to the token `low`: its pronoun, its noun phrase, or the pronoun that leads the clause."""
    at = verb
    while at > low and (is_auxiliary(tokens, at - 1) or tokens.lower[at - 1] in _ADVERBS):
        at -= 1
    if at > low and tokens.lower[at - 1] in PERSONAL:
        return at - 1, at
    start = phrase_ending_at(tokens, at, low)
    if start == at and tokens.lower[at - 1] in ("and", ",") and tokens.lower[low] in PERSONAL:
        return low, low + 1
    if start - 1 > low and tokens.lower[start - 1] in _COMPLEMENTING:
        start = min(start, phrase_ending_at(tokens, start - 1, low))
    return (start, at) if start < at else None


def hit_classes(tokens: Tokens, trigger: Trigger, low: int, high: int) -> frozenset[str]:
    """Classes of what is hit: the object of an active verb, the subject of a passive one, what "strike on" names."""
    after = trigger.at + 1
    cleft = _behind_cleft(tokens, trigger)
    if cleft is not None:
        return classes_in(tokens, *cleft)
    if trigger.noun is not None:
        aimed = tokens.lower[after] in ("on", "against", "at")
        return classes_in(tokens, after + 1, phrase_starting_at(tokens, after + 1, high)) if aimed else frozenset()
    if trigger.passive:
        return classes_in(tokens, low, trigger.at)
    limit = min(high, trigger.at + _OBJECT_AHEAD)
    stop = next((at for at in range(after, limit) if tokens.lower[at] in _NO_OBJECT), max(after, limit))
    found = classes_in(tokens, after, stop)
    return found or (classes_in(tokens, low, trigger.at) if _is_relative(tokens, trigger, low) else found)


def _is_relative(tokens: Tokens, trigger: Trigger, low: int) -> bool:
    """Whether a relative pronoun before a verb stands for its object: "the drone that they shot down"."""
    before = tokens.lower[max(low, trigger.at - _RELATIVE_BACK) : trigger.at]
    return "that" in before or "which" in before


def hit_noun(tokens: Tokens, trigger: Trigger, low: int, high: int) -> str | None:
    """The common noun in the singular for what is hit: "mosque"; None where it is a name, a pronoun or a number of things."""
    phrase = _hit_phrase(tokens, trigger, low, high) if trigger.kind in AIMED else None
    if phrase is None or phrase[0] >= phrase[1] or tokens.words[phrase[0]][0].isdigit():
        return None
    head = head_of(tokens, *phrase)
    noun = tokens.lower[head]
    return noun.removesuffix("s") if noun.isalpha() and noun not in PERSONAL | ANAPHORS and not tokens.capital(head) else None


def _hit_phrase(tokens: Tokens, trigger: Trigger, low: int, high: int) -> tuple[int, int] | None:
    """The noun phrase of what is hit: the object of an active verb, the subject of a passive one, what "strike on" names."""
    cleft = _behind_cleft(tokens, trigger)
    if cleft is not None:
        return cleft
    if trigger.passive:
        return subject_before(tokens, trigger.at, low)
    begin = trigger.at + 1
    if trigger.noun is not None:
        if tokens.lower[begin] not in ("on", "against"):
            return None
        begin += 1
    return begin, phrase_end(tokens, begin, high)


def _behind_cleft(tokens: Tokens, trigger: Trigger) -> tuple[int, int] | None:
    """The noun phrase behind a pseudo-cleft: "what they attacked was a depot", "What was hit: a depot"."""
    after = trigger.at + 1
    if (
        trigger.noun is not None
        or tokens.lower[after] not in _LINKING
        or "what" not in tokens.lower[max(0, trigger.at - _CLEFT_BACK) : after]
    ):
        return None
    return after + 1, phrase_end(tokens, after + 1, tokens.count)


def phrase_end(tokens: Tokens, start: int, ceiling: int) -> int:
    """The end of the phrase at a token, before a distance that follows it."""
    end = phrase_starting_at(tokens, start, ceiling)
    return next((at for at in range(start + 1, end) if tokens.words[at][0].isdigit() or tokens.lower[at] in NUMERAL_WORDS), end)


_THINGS = word_set("it they")
_HIT_THINGS = word_set("it them")


def hits_pronoun(tokens: Tokens, trigger: Trigger, low: int, high: int) -> bool:
    """Whether what is hit is a pronoun: "the missile struck it", "it was targeted"."""
    if trigger.noun is not None or trigger.kind not in AIMED_BY_HAND:
        return False
    if trigger.passive:
        subject = subject_before(tokens, trigger.at, low)
        return subject is not None and is_pronoun(tokens, subject, _THINGS)
    return not _HIT_THINGS.isdisjoint(tokens.lower[trigger.at : min(high, trigger.at + _PRONOUN_AHEAD)])

"""What happened, as a clause tells it: the kind of incident, who and what took part, and the words that tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from geomap.language import words as lex
from geomap.language.events.content import figures_of, terms_of
from geomap.language.events.names import names_of, ship_names
from geomap.language.events.participants import (
    classes_in,
    hit_classes,
    hit_noun,
    hits_pronoun,
    is_pronoun,
    phrase_end,
    subject_before,
)
from geomap.language.events.triggers import Trigger, is_sensed, main_trigger, outcome, triggers
from geomap.language.phrases.chunks import PERSONAL, head_of
from geomap.language.quantities.numerals import NUMERAL_WORDS
from geomap.language.text.tokens import Tokens
from geomap.language.words import incidents
from geomap.language.words.tables import word_set
from geomap.model import Telling

_MAGNITUDE = re.compile(r"[2-9]\.\d")
_YEAR = re.compile(r"(?:1[89]|20)\d\d")
_LONGEST_LABEL = 16
_BACK = PERSONAL - {"i", "you", "we"}
"""Pronouns for what was told before; "we attacked" tells of no attack that was."""
_VOLCANIC = word_set("volcano volcanoes volcanic caldera magma")
"""What blows up with these erupts."""


@dataclass(frozen=True, slots=True)
class _Clause:
    """A clause with the words in it that tell of incidents."""

    tokens: Tokens
    low: int
    high: int
    """The token after it."""
    thing: tuple[int, int] | None
    """The phrase of what a claim in it locates."""
    triggers: Sequence[Trigger]
    main: Trigger | None
    """The one of them that counts."""

    @property
    def words(self) -> Sequence[str]:
        """Its words in lower case."""
        return self.tokens.lower[self.low : self.high]

    @property
    def head(self) -> tuple[int, int] | None:
        """The phrase for what it tells of: the thing located, else the noun of the incident."""
        return self.thing if self.thing is not None or self.main is None else self.main.noun

    @property
    def subject(self) -> tuple[int, int] | None:
        """The phrase that may point back to what was told before: the head, or where a verb tells of the incident its subject."""
        if self.main is None or self.main.noun is not None or self.thing is not None:
            return self.head
        return subject_before(self.tokens, self.main.at, self.low)

    def in_thing(self, trigger: Trigger) -> bool:
        """Whether a trigger is a word of the thing located."""
        return self.thing is not None and self.thing[0] <= trigger.at < self.thing[1]


def telling(
    tokens: Tokens,
    low: int,
    high: int,
    *,
    claim: int | None = None,
    thing: tuple[int, int] | None = None,
    aside: Sequence[tuple[int, int]] = (),
) -> Telling:
    """What the clause between two tokens tells.

    Where it holds a claim, that is at the token `claim`, `thing` is the phrase of what it locates, `aside` are those that it is measured from.
    """
    found = triggers(tokens, low, high, aside=aside)
    clause = _Clause(tokens, low, high, thing, found, main_trigger(found, thing))
    targets = frozenset() if clause.main is None else hit_classes(tokens, clause.main, low, high)
    kinds = _kinds(clause, targets, claim)
    subject = clause.subject
    pronoun = subject is not None and is_pronoun(tokens, subject, _BACK)
    hit_is_pronoun = any(hits_pronoun(tokens, trigger, low, high) for trigger in found)
    back = pronoun or hit_is_pronoun
    struck = None if clause.main is None else hit_noun(tokens, clause.main, low, high)
    hit = frozenset() if struck is None else frozenset({struck})
    return Telling(
        kinds=kinds,
        classes=_classes(clause, targets),
        targets=targets,
        names=names_of(tokens),
        definite=back or _is_definite(clause, subject),
        pronoun=back,
        hits_pronoun=hit_is_pronoun,
        standing=not kinds and _is_standing(clause),
        new=not pronoun and _is_new(clause),
        another=_is_another(clause),
        plural_event=_is_of_several(clause) or any(_is_plural_event(clause, trigger) for trigger in found),
        ways=frozenset(_ways(clause)),
        struck=hit,
        sides=frozenset(incidents.SIDES[noun] for noun in hit if noun in incidents.SIDES),
        own_names=_own_names(clause),
        size=_magnitude(clause, kinds),
        figures=figures_of(tokens),
        terms=terms_of(tokens),
        introduces=_introduces(clause),
        words=_words(clause),
        label=_label(clause),
        noun=_noun(clause, kinds),
    )


def _kinds(clause: _Clause, targets: frozenset[str], claim: int | None) -> frozenset[str]:
    """The kinds of incident told of; to shoot something down is an attack, and an attack on an aircraft may shoot it down.

    "Hit" and "struck" tell of what their subject does: "a quake struck", "an air strike hit a convoy".
    """
    main = clause.main
    if claim is not None and is_sensed(clause.tokens, clause.low, claim):
        return frozenset({"sensation"})
    if main is None:
        came_of_it = "sinking" if _is_lying_craft(clause) else outcome(clause.tokens, clause.low, clause.high)
        return frozenset() if came_of_it is None else frozenset({came_of_it})
    if main.kind == "shootdown" or (main.kind in ("attack", "hit") and "aircraft" in targets):
        return frozenset({"attack", "shootdown"})
    if main.kind == "hit":
        named = {trigger.kind for trigger in clause.triggers if trigger.noun is not None and not trigger.result and trigger.kind != "hit"}
        return frozenset(named or {"hit"})
    return _by_words(clause, main)


def _by_words(clause: _Clause, main: Trigger) -> frozenset[str]:
    """The kinds that a trigger tells of, by the words beside it."""
    if main.kind == "explosion" and not _VOLCANIC.isdisjoint(clause.words):
        return frozenset({"eruption"})
    if main.kind == "blaze" and clause.tokens.lower[main.at] == "fire":
        return frozenset({"blaze", "shooting"})  # "the fire came from a ridge", or a shed burnt
    return frozenset({main.kind})


def _is_lying_craft(clause: _Clause) -> bool:
    """Whether "she" or a ship lies somewhere, as after it sank; one at anchor does not."""
    if clause.thing is None or "anchor" in clause.words:
        return False
    start, end = clause.thing
    craft = clause.tokens.lower[start] == "she" or classes_in(clause.tokens, start, end) == {"vessel"}
    return craft and clause.tokens.lower[end] in ("lies", "lay")


def _classes(clause: _Clause, targets: frozenset[str]) -> frozenset[str]:
    """The classes of all that take part; where a thing is located, those of it, of the incident's noun and of what is hit."""
    if clause.thing is None:
        return classes_in(clause.tokens, clause.low, clause.high)
    noun = None if clause.main is None else clause.main.noun
    told_by = frozenset() if noun is None else classes_in(clause.tokens, *noun)
    return classes_in(clause.tokens, *clause.thing) | told_by | targets


def _is_definite(clause: _Clause, subject: tuple[int, int] | None) -> bool:
    """Whether a phrase points back to what was told before: "the strike", "that convoy"."""
    if subject is None or clause.tokens.lower[subject[0]] not in incidents.POINTING:
        return False
    return clause.thing is not None or bool(classes_in(clause.tokens, *subject)) or clause.tokens.lower[subject[1] - 1] in incidents.TOLD


def _is_new(clause: _Clause) -> bool:
    """Whether a word sets an incident apart from those told before: "another strike", but not "another time"."""
    tokens, lower, head = clause.tokens, clause.tokens.lower, clause.head
    if _is_of_life(clause) or _is_of_a_year(clause):
        return True
    if any(_is_for_another(tokens, at) for at in range(clause.low, clause.high)):
        return True
    if any(
        lower[at] == "not" and lower[at + 1] in ("the", "that") and lower[at + 2] in incidents.TOLD for at in range(clause.low, clause.high)
    ):
        return True
    if head is None or incidents.SET_APART.isdisjoint(lower[head[0] : head[1]]):
        return False
    noun = lower[head_of(clause.tokens, *head)]
    return noun in incidents.TOLD or (
        noun in incidents.CLASSES and not incidents.SET_APART.isdisjoint({*lower[head[0] : head[1]]} - {"new"})
    )


def _is_standing(clause: _Clause) -> bool:
    """Whether a clause tells how things are: "the base is …", "the army has 30 jets at …"."""
    lower = clause.tokens.lower
    behind = (lower[at + 1] for at in range(clause.low, clause.high) if lower[at] in ("has", "have"))
    owns = any(word in lex.DETERMINERS or word in NUMERAL_WORDS or word.isdigit() for word in behind)
    return owns or not incidents.STANDING.isdisjoint(clause.words)


def _is_of_life(clause: _Clause) -> bool:
    """Whether a clause tells of a person's life: "he was buried near Arvo", but not "a landslide buried a village"."""
    return not incidents.LIFE.isdisjoint(clause.words) and (clause.main is None or clause.main.kind == "harm")


def _is_for_another(tokens: Tokens, at: int) -> bool:
    """Whether a word tells of another one: "another strike", "two more boats"."""
    lower = tokens.lower
    more = lower[at] == "more" and lower[at - 1] in NUMERAL_WORDS and any(word in incidents.CLASSES for word in lower[at + 1 : at + 4])
    return more or (lower[at] in incidents.NEW and _sets_apart(tokens, at))


def _sets_apart(tokens: Tokens, at: int) -> bool:
    """Whether a word for another one sets an incident apart where it stands: not in "another time", "sixteen other men", "the second-largest"."""
    counted = tokens.lower[at - 1].isdigit() or tokens.lower[at - 1] in NUMERAL_WORDS
    return tokens.lower[at + 1] not in incidents.NOT_NEW and not tokens.hyphen(at + 1) and not counted


def _is_of_a_year(clause: _Clause) -> bool:
    """Whether a year says which incident a noun means: "the quake of 2010", "the one of 2018", "the 2010 quake"."""
    lower = clause.tokens.lower
    nouns = [at for at in range(clause.low, clause.high) if lower[at] in incidents.TOLD]
    return any((lower[at + 1] == "of" and _YEAR.fullmatch(lower[at + 2])) or _YEAR.fullmatch(lower[at - 1]) for at in nouns)


def _is_another(clause: _Clause) -> bool:
    """Whether another thing or incident is told of: "the other ship"."""
    lower = clause.tokens.lower
    return any(
        lower[at] in incidents.NEW and any(word in incidents.CLASSES or word in incidents.TOLD for word in lower[at + 1 : at + 4])
        for at in range(clause.low, clause.high)
    )


def _introduces(clause: _Clause) -> bool:
    """Whether what is told of is told as new: its subject and its noun have no article or an indefinite one, and are no name."""
    lower = clause.tokens.lower
    if clause.main is None:
        return _is_new_craft(clause)
    if not incidents.ANAPHORS.isdisjoint(clause.words) or not incidents.RETELLING.isdisjoint(lower) or ("at", "first") in pairwise(lower):
        return False
    phrases = [phrase for phrase in (clause.head, clause.subject) if phrase is not None]
    if any(lower[start] in incidents.POINTING or is_pronoun(clause.tokens, (start, end)) for start, end in phrases):
        return False
    if clause.main.noun is not None and (lower[clause.main.noun[0]] in incidents.POINTING or lower[clause.main.at] in incidents.SITES):
        return False
    return any(not clause.tokens.upper(start) or start == 0 for start, _ in phrases)


def _is_new_craft(clause: _Clause) -> bool:
    """Whether something was done with a craft not told of before: "a ferry was thrown on to the quay"."""
    if clause.thing is None:
        return False
    start, end = clause.thing
    known = incidents.CLASSES.get(clause.tokens.lower[head_of(clause.tokens, start, end)])
    return (
        clause.tokens.lower[start] in ("a", "an")
        and known in ("vessel", "vehicle", "aircraft")
        and clause.tokens.lower[end] in ("was", "were")
    )


def _is_of_several(clause: _Clause) -> bool:
    """Whether what is located are several incidents: "fires"."""
    return clause.thing is not None and clause.tokens.lower[head_of(clause.tokens, *clause.thing)] in incidents.PLURAL_EVENTS


def _is_plural_event(clause: _Clause, trigger: Trigger) -> bool:
    """Whether a noun that counts here tells of several incidents: "the strikes"."""
    if trigger.noun is None or clause.tokens.lower[trigger.at] not in incidents.PLURAL_EVENTS:
        return False
    return trigger is clause.main or clause.in_thing(trigger)


def _ways(clause: _Clause) -> Iterator[str]:
    """The ways that an incident came about, as its triggers tell; a planted bomb is none from the air."""
    lower = clause.tokens.lower
    for trigger in clause.triggers:
        word = lower[trigger.at]
        if word.startswith("bomb") and lower[trigger.at - 1] in incidents.PLANTED:
            yield "bomb"
        elif word in incidents.WAYS:
            yield incidents.WAYS[word]


def _own_names(clause: _Clause) -> frozenset[str]:
    """Folded names of the ship that is located; where nothing is, of the first that is named behind its sort: "the ferry Grey Seal"."""
    if clause.thing is not None:
        return ship_names(clause.tokens, *clause.thing) if "vessel" in classes_in(clause.tokens, *clause.thing) else frozenset()
    for at in range(clause.low, clause.high):
        if incidents.CLASSES.get(clause.tokens.lower[at]) == "vessel" and clause.tokens.upper(at + 1):
            end = next((step for step in range(at + 1, clause.tokens.count) if not clause.tokens.upper(step)), clause.tokens.count)
            return ship_names(clause.tokens, at, end)
    return frozenset()


def _magnitude(clause: _Clause, kinds: frozenset[str]) -> float | None:
    """The magnitude of a quake as written, in its clause or alone in its sentence."""
    if "quake" not in kinds:
        return None
    near, all_ = ([float(word) for word in words if _MAGNITUDE.fullmatch(word)] for words in (clause.words, clause.tokens.lower))
    return near[0] if near else all_[0] if len(all_) == 1 else None


def _words(clause: _Clause) -> str:
    """The words that name or point to the incident."""
    head = clause.head
    return _label(clause) if head is None else _text(clause.tokens, *head)


def _label(clause: _Clause) -> str:
    """The incident's noun, or its verb with what stands round it."""
    tokens, main, thing = clause.tokens, clause.main, clause.thing
    if main is None:
        return "" if thing is None else _text(tokens, *thing)
    if main.noun is not None:
        return _text(tokens, *main.noun)
    verb = (main.at, main.at + 1)
    parts = [verb, thing or verb, subject_before(tokens, main.at, 0) or verb, (main.at, phrase_end(tokens, main.at + 1, tokens.count))]
    start, end = min(start for start, _ in parts), max(end for _, end in parts)
    return _text(tokens, start, end) if end - start <= _LONGEST_LABEL else _text(tokens, *(thing or verb))


def _noun(clause: _Clause, kinds: frozenset[str]) -> str:
    """A noun for the incident: one of the clause, with what says of which sort it is, else one for its kind."""
    lower = clause.tokens.lower
    for trigger in clause.triggers:
        if trigger.noun is not None and lower[trigger.at] in incidents.NAMING_NOUNS:
            before = lower[trigger.at - 1] if trigger.at > clause.low else ""
            return f"{before} {lower[trigger.at]}" if before in incidents.NOUN_MODIFIERS else lower[trigger.at]
    return next((incidents.KIND_NOUNS[kind] for kind in sorted(kinds, reverse=True) if kind in incidents.KIND_NOUNS), "")


def _text(tokens: Tokens, start: int, end: int) -> str:
    return " ".join(tokens.text(start, end).split())

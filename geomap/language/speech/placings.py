"""Acts of saying that place something without a word of saying: "the survey put the epicentre 11 km east of …", "residents named the village"."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from geomap.language import words as lex
from geomap.language.phrases.chunks import NUMBERS, before_adverbs, phrase_starting_at
from geomap.language.speech.acts import Frame, can_be_teller, head_at
from geomap.language.speech.speakers import is_mark, subject_of
from geomap.language.text.tokens import Tokens
from geomap.language.words.tables import word_set

Test = Callable[[Tokens, int, int], bool]


@dataclass(frozen=True, slots=True)
class _Placing:
    """One way of placing: its verbs, who can be its subject, and which object it takes."""

    verbs: frozenset[str]
    subject: Test
    object: Test
    particle: str = ""
    """A word that stands right after the verb, or some adverbs after it."""


def placing(tokens: Tokens, verb: int, moments: dict[int, int]) -> Frame | None:
    """Who tells by a verb where something is; None where the verb only does something there: "the army put troops in …"."""
    ways = [way for way in _WAYS if tokens.lower[verb] in way.verbs]
    if not ways or tokens.hyphen(verb + 1) or tokens.lower[before_adverbs(tokens, verb)] in _NOT_ACTIVE:
        return None
    subject = subject_of(tokens, verb, moments)
    if subject is None or subject[0][0] >= subject[0][1]:
        return None
    speaker, start = subject
    for way in ways:
        thing = _past_particle(tokens, verb + 1, way.particle)
        if thing is not None and way.subject(tokens, *speaker) and way.object(tokens, thing, _object_end(tokens, thing)):
            return Frame(speaker=speaker, verb=verb, matrix=(start, thing), content=((thing, _clause_end(tokens, thing)),))
    return None


_NOT_ACTIVE = word_set("is are was were be been being to of a the")
_PARTICLE_REACH = 3


def _past_particle(tokens: Tokens, at: int, particle: str) -> int | None:
    """Where the object of a verb begins; None where its particle is missing."""
    if not particle:
        return at
    return next((step + 1 for step in range(at, at + _PARTICLE_REACH) if tokens.lower[step] == particle), None)


def _object_end(tokens: Tokens, start: int) -> int:
    """Where the object of a verb ends: with its phrase, or before a figure in it that measures: "the epicentre 11 km east"."""
    end = phrase_starting_at(tokens, start)
    return next((at for at in range(start, end) if _measures(tokens, at)), end)


def _measures(tokens: Tokens, at: int) -> bool:
    """Whether a figure with a unit of distance stands at a token."""
    return tokens.words[at][:1].isdigit() and tokens.lower[at + 1].rstrip(".") in _UNITS


_UNITS = lex.DISTANCE_UNITS | word_set("m metre metres meter meters mile miles nautical nm nmi yards yard feet ft degrees")


def _clause_end(tokens: Tokens, start: int) -> int:
    """A semicolon ends what is told."""
    return next((at for at in range(start, tokens.count) if tokens.words[at] == ";"), tokens.count)


def _measures_things(tokens: Tokens, start: int, stop: int) -> bool:
    return tokens.lower[head_at(tokens, start, stop)] in lex.MEASURERS


def _witnesses(tokens: Tokens, start: int, stop: int) -> bool:
    return tokens.lower[head_at(tokens, start, stop)] in lex.WITNESSES


def _is_finding(tokens: Tokens, start: int, stop: int) -> bool:
    return tokens.lower[head_at(tokens, start, stop)] in lex.FINDINGS


def _anything(tokens: Tokens, start: int, stop: int) -> bool:
    return start < stop or tokens.lower[start] in ("about", "around") or _begins_figure(tokens, start)


def _holding(words: frozenset[str]) -> Test:
    """A phrase that has one of some words."""

    def holds(tokens: Tokens, start: int, stop: int) -> bool:
        return any(tokens.lower[at] in words for at in range(start, stop))

    return holds


def _is_put(test: Test) -> Test:
    """Such an object with a place after it: not "as the mayor put it, …"."""

    def holds(tokens: Tokens, start: int, stop: int) -> bool:
        return test(tokens, start, stop) and not is_mark(tokens, stop)

    return holds


def _is_put_at_figure(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether a certain thing is put at a distance or position in figures: "the intercept at 25°57'N", not "its guns 5 km from"."""
    figure = stop + (tokens.lower[stop] in ("at", "some", "about"))
    certain = stop - start > 1 and tokens.lower[start] in _CERTAIN
    return certain and tokens.words[figure][:1].isdigit() and tokens.lower[stop - 1] not in _MOVED


_CERTAIN = lex.POSSESSIVES | {"the", "this", "that"}
_MOVED = word_set(
    "troops forces soldiers men guns tanks mines batteries missiles units police guards barriers charges checkpoint checkpoints post posts"
)
"""What is put somewhere by hand or by order."""
_LOCATABLE = word_set(
    """epicentre epicenter hypocentre hypocenter quake earthquake tremor centre center wreck wreckage debris crash blast blasts explosion explosions
    strike strikes impact launch position location place site spot engagement fight fighting clash battle incident attack raid ambush intruder
    distance number figure front border collision encounter interception leak leaks fire sighting landing it them"""
)
"""What is put somewhere by telling, not by hand."""
_RECEIVING = word_set("received receives got")
_WORD = word_set("report reports call calls word alert alerts message messages notice distress")
_HAVING = frozenset(("has", "had"))
_POSITIONS = word_set("position positions location coordinates whereabouts distance spot site place bearing")
_SPOTS = word_set(
    "place village town hamlet site spot location settlement farm island villages towns places sites settlements district area beach hill base"
)
_PRESS = word_set("reporters reporter journalists journalist correspondents correspondent visitors photographers")


def _begins_figure(tokens: Tokens, at: int) -> bool:
    """Whether a count follows, or what one is counted from."""
    word = tokens.lower[at]
    return word[:1].isdigit() or word in NUMBERS or word in ("from", "between", "some", "at", "more", "fewer")


def _is_figure(tokens: Tokens, start: int, _stop: int) -> bool:
    return _measures(tokens, start)


def _counts(tokens: Tokens, start: int, _stop: int) -> bool:
    return _begins_figure(tokens, start)


def _declares(tokens: Tokens, start: int, stop: int) -> bool:
    """Whether a zone is made: "a closed zone of 5 km", not "a post in the zone"."""
    return any(tokens.lower[at] in lex.ZONE_HEADS for at in range(start, stop))


_WAYS = (
    _Placing(lex.PUTTING | lex.LOCATING, can_be_teller, _is_put(_holding(_LOCATABLE))),
    _Placing(lex.PUTTING, can_be_teller, _is_put_at_figure),
    _Placing(lex.PUTTING | lex.LOCATING, _is_finding, _is_put(_anything)),
    _Placing(lex.GIVING, can_be_teller, _holding(_POSITIONS)),
    _Placing(lex.GIVING, can_be_teller, _is_figure),
    _Placing(_HAVING, _is_finding, _anything),
    _Placing(lex.NAMING, can_be_teller, _holding(_SPOTS)),
    _Placing(lex.TALLYING, can_be_teller, _counts),
    _Placing(lex.MEASURING, _measures_things, _anything),
    _Placing(lex.ZONING, can_be_teller, _declares, "up"),
    _Placing(lex.ZONING, can_be_teller, _declares),
    _Placing(_RECEIVING, can_be_teller, _holding(_WORD)),
    _Placing(lex.SHOWING, _is_finding, _anything),
    _Placing(lex.SHOWING, _witnesses, _holding(_PRESS)),
    _Placing(lex.WITNESSING, _witnesses, _anything),
    _Placing(lex.ACCUSING, can_be_teller, _anything),
    _Placing(lex.SPEAKING_OF, can_be_teller, _anything, "of"),
)

"""The words of a clause that tell of an incident: "strike", "shot down", "capsized"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geomap.language import words as lex
from geomap.language.phrases.chunks import PERSONAL, is_auxiliary, is_verb, phrase_ending_at
from geomap.language.quantities.numerals import NUMERAL_WORDS
from geomap.language.text.tokens import Tokens
from geomap.language.words import incidents
from geomap.language.words.tables import word_set

_FITTED = frozenset({"aircraft", "vessel", "vehicle", "force"})
_DECIMAL = re.compile(r"[2-9]\.\d")
_PASSIVE_FORMS = word_set("was were been being is are be")
_NEAR = 10
"""What is brought down stands so near."""
_SIZE_AHEAD = 6
"""The size of a shock stands so near behind it."""
_OBJECT_AHEAD = 5
_CRAFT = frozenset({"aircraft", "vessel"})
"""What is "lost" when it sinks or comes down."""
_TAPPED = word_set("intercept intercepts intercepted leak leaks leaked leaking")
"""Words that may be of information: it has its noun so near behind them, or where they are passive before them."""
_SAVED = word_set("up from out")
_IN_COMPANY = (
    (
        incidents.DOWNING
        | incidents.LAUNCHERS
        | incidents.TAKING
        | incidents.SAVING
        | incidents.HITS
        | incidents.MAGNITUDES
        | incidents.SHOCKS
    )
    | word_set("launch launched firing fired came fire shot turned took take taken taking lost loss")
    | incidents.SIGNS
)
"""Words that tell of an incident only with certain ones beside them, or of another one then."""
_TO_AHEAD = 4
"""So near behind its verb stands the word that tells whither or whence."""
_PASSIVE_BACK = 3
"""A form of "be" that makes a participle passive stands at most so many tokens before it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trigger:
    """A word that tells of an incident."""

    at: int
    """Its token."""
    kind: str
    noun: tuple[int, int] | None
    """The noun phrase that it heads; None for a verb."""
    passive: bool = False
    partaker: bool = False
    """Whether it is a noun for what took part."""

    @property
    def result(self) -> bool:
        """Whether it tells of what was before or came after, rather than of the incident itself."""
        return self.kind in incidents.RESULTS


def triggers(tokens: Tokens, start: int, end: int, *, aside: Sequence[tuple[int, int]] = ()) -> list[Trigger]:
    """The words that tell of incidents between two tokens, in order; those in the phrases `aside` only say which place is meant."""
    found = []
    for at in range(start, end):
        kind = _kind(tokens, at)
        if kind is None or any(low <= at < high for low, high in aside):
            continue
        noun = None if is_verb(tokens, at) else (min(phrase_ending_at(tokens, at + 1), at), at + 1)
        found.append(
            Trigger(
                at=at, kind=kind, noun=noun, passive=noun is None and _passive(tokens, at), partaker=tokens.lower[at] in incidents.PARTAKERS
            )
        )
    return found


def main_trigger(found: Sequence[Trigger], thing: tuple[int, int] | None) -> Trigger | None:
    """The trigger that counts: one in the thing located, else the first verb, else the first.

    A noun for what took part gives way to what was done with it: "the missile was fired from", "the hostages were freed".
    """
    found = _done_with(found)
    if thing is not None:
        inside = [trigger for trigger in found if thing[0] <= trigger.at < thing[1]]
        if inside:
            return inside[-1]
    strong = [trigger for trigger in found if not trigger.result] or found
    return next((trigger for trigger in strong if trigger.noun is None), strong[0] if strong else None)


def _done_with(found: Sequence[Trigger]) -> Sequence[Trigger]:
    """The triggers without the nouns for what took part, where the others tell what was done with it and no more."""
    rest = [trigger for trigger in found if not trigger.partaker]
    done = any(trigger.kind in ("find", "launch") or (trigger.kind == "movement" and trigger.passive) for trigger in rest)
    return rest if done and all(trigger.result for trigger in rest) else found


def _kind(tokens: Tokens, at: int) -> str | None:
    """The kind of incident that a word tells of where it stands."""
    word, after = tokens.lower[at], tokens.lower[at + 1]
    if (word in ("missile", "rocket") and after in incidents.NO_LAUNCHES) or _says_what_for(tokens, at) or _is_of_information(tokens, at):
        return None
    if (word in incidents.BRINGING_DOWN or word in incidents.WITH_DOWN) and "down" in (after, tokens.lower[at + 2]):
        return _kind_with_down(tokens, at)
    if word in ("boarded", "boarding") and not incidents.NON_COMBATANTS.isdisjoint(tokens.lower[max(0, at - _NEAR) : at]):
        return "movement"
    return (_kind_in_company(tokens, at) if word in _IN_COMPANY else None) or incidents.KINDS.get(word)


def _kind_in_company(tokens: Tokens, at: int) -> str | None:
    """The kind that a word tells of by those beside it."""
    word, before, after = tokens.lower[at], tokens.lower[at - 1], tokens.lower[at + 1]
    ahead = tokens.lower[at + 1 : at + _TO_AHEAD]
    found = {
        "shootdown": word in incidents.DOWNING,
        "launch": _is_launch(tokens, at),
        "movement": _is_movement(tokens, at),
        "loss": word in ("lost", "loss") and not _CRAFT.isdisjoint(map(incidents.CLASSES.get, _round(tokens, at))),
        "find": word in incidents.SAVING and not _SAVED.isdisjoint(ahead),
        "crash": word in incidents.HITS and not incidents.GROUND.isdisjoint(tokens.lower[at + 1 : at + 3]),
        "blaze": word == "fire" and before in incidents.FIRES and after not in ("from", "at", "on"),
        "shooting": (word == "fire" and before in incidents.BEFORE_FIRE) or (word == "shot" and after == "at"),
        "quake": (word in incidents.MAGNITUDES and _DECIMAL.fullmatch(after) is not None) or _is_shock(tokens, at),
        "hit": word in incidents.HITS,
        "explosion": word in incidents.WITH_UP and after in ("up", "out"),
    }
    return next((kind for kind, holds in found.items() if holds), None)


def _round(tokens: Tokens, at: int) -> Sequence[str]:
    """The words that stand near one."""
    return (*tokens.lower[max(0, at - _OBJECT_AHEAD) : at], *tokens.lower[at + 1 : at + _OBJECT_AHEAD])


def _is_movement(tokens: Tokens, at: int) -> bool:
    """Whether a word tells of a way, or of a point on it: "were flown to", "turned back", "the last contact"."""
    word, before, after = tokens.lower[at], tokens.lower[at - 1], tokens.lower[at + 1]
    if word in incidents.TAKING and "to" in tokens.lower[at + 1 : at + _TO_AHEAD]:
        return True
    if (word == "turned" and after in incidents.TURNING) or (word in ("took", "take", "taken", "taking") and after == "off"):
        return True
    return word in incidents.SIGNS and (before in ("last", "final") or tokens.lower[at - 2] in ("last", "final"))


def _is_launch(tokens: Tokens, at: int) -> bool:
    """Whether a word tells whence a weapon came: "was fired from", "the launcher"."""
    word, after = tokens.lower[at], tokens.lower[at + 1]
    if word in incidents.LAUNCHERS or (word in ("launch", "firing") and after in incidents.SITES):
        return True
    if after != "from" or word not in ("fired", "launched", "came"):
        return False
    weapons = incidents.WEAPONS - PERSONAL if word == "came" else incidents.WEAPONS
    return word == "launched" or not weapons.isdisjoint(tokens.lower[max(0, at - _NEAR) : at])


def _says_what_for(tokens: Tokens, at: int) -> bool:
    """Whether a word only says what a craft or a force is for: "two attack planes"."""
    before = tokens.lower[at - 1]
    counted = before in lex.DETERMINERS or before in NUMERAL_WORDS or before.isdigit()
    fitted = tokens.lower[at] in incidents.FITTED_OUT and incidents.CLASSES.get(tokens.lower[at + 1]) in _FITTED
    return fitted and counted


def _is_of_information(tokens: Tokens, at: int) -> bool:
    """Whether a word tells of information, and of no incident: "the intercepted signal", "leaked the true track", "the call was intercepted"."""
    if tokens.lower[at] not in _TAPPED:
        return False
    near = (*tokens.lower[max(0, at - _PASSIVE_BACK) : at], *tokens.lower[at + 1 : at + _OBJECT_AHEAD])
    return not incidents.INFORMATION.isdisjoint(near)


def _is_shock(tokens: Tokens, at: int) -> bool:
    """Whether "shock" tells of a quake: "a new shock, of 4.9"."""
    if tokens.lower[at] not in incidents.SHOCKS:
        return False
    sized = any(_DECIMAL.fullmatch(word) for word in tokens.lower[at + 1 : at + _SIZE_AHEAD])
    return sized or tokens.lower[at - 1] in incidents.ORDERS


def is_sensed(tokens: Tokens, low: int, at: int) -> bool:
    """Whether a claim at a token tells where an incident was felt or heard, and not where it was: "the blast was heard 9 km from Arvo"."""
    for step in range(at - 1, low - 1, -1):
        word = tokens.lower[step]
        if incidents.OUTCOMES.get(word) == "sensation":
            return True
        if is_auxiliary(tokens, step) or (_kind(tokens, step) is not None and is_verb(tokens, step)):
            return False
    return False


def outcome(tokens: Tokens, start: int, end: int) -> str | None:
    """What words between two tokens tell of something that came of an incident: "was measured", "windows broke"."""
    for at in range(start, end):
        kind = incidents.OUTCOMES.get(tokens.lower[at])
        if kind == "damage" and tokens.lower[at + 1] in incidents.NO_DAMAGE and tokens.lower[at + 2] != "to":
            continue
        if tokens.lower[at] == "measured" and (tokens.lower[at + 1] in ("from", "by") or tokens.lower[at - 1] == "as"):
            continue  # it tells how far it is, and not what was read there
        if kind is not None and kind != "sensation":
            return kind
    return None


def _kind_with_down(tokens: Tokens, at: int) -> str | None:
    """The kind of incident that a verb with "down" tells of: "shot it down", "went down", "put down"; "brought down churches" is none."""
    word = tokens.lower[at]
    if word in incidents.WITH_DOWN:
        return incidents.WITH_DOWN[word] if tokens.lower[at + 1] == "down" else incidents.KINDS.get(word)
    near = map(incidents.CLASSES.get, tokens.lower[max(0, at - _NEAR) : at + _NEAR])
    return None if word.startswith("br") and "aircraft" not in near else "shootdown"


def _passive(tokens: Tokens, at: int) -> bool:
    return any(word in _PASSIVE_FORMS for word in tokens.lower[max(0, at - _PASSIVE_BACK) : at])

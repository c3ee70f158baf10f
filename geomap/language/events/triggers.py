"""The words of a clause that tell of an incident: "strike", "shot down", "capsized"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from geomap.language.phrases.chunks import is_verb, phrase_ending_at
from geomap.language.text.tokens import Tokens
from geomap.language.words import incidents
from geomap.language.words.tables import word_set

_DECIMAL = re.compile(r"[2-9]\.\d")
_PASSIVE_FORMS = word_set("was were been being is are be")
_NEAR = 10
"""What is brought down stands so near."""
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
        found.append(Trigger(at=at, kind=kind, noun=noun, passive=noun is None and _passive(tokens, at)))
    return found


def main_trigger(found: Sequence[Trigger], thing: tuple[int, int] | None) -> Trigger | None:
    """The trigger that counts: one in the thing located, else the first verb, else the first."""
    if thing is not None:
        inside = [trigger for trigger in found if thing[0] <= trigger.at < thing[1]]
        if inside:
            return inside[-1]
    strong = [trigger for trigger in found if not trigger.result] or found
    return next((trigger for trigger in strong if trigger.noun is None), strong[0] if strong else None)


def _kind(tokens: Tokens, at: int) -> str | None:
    """The kind of incident that a word tells of where it stands."""
    word, before, after = tokens.lower[at], tokens.lower[at - 1], tokens.lower[at + 1]
    if word in incidents.DOWNING:
        return "shootdown"
    if "down" in (after, tokens.lower[at + 2]) and (word in incidents.BRINGING_DOWN or word in incidents.WITH_DOWN):
        return _kind_with_down(tokens, at)
    if (word == "fire" and before in incidents.BEFORE_FIRE) or (word == "shot" and after == "at"):
        return "shooting"
    if word in ("missile", "rocket") and after in incidents.NO_LAUNCHES:
        return None
    sized = word in incidents.MAGNITUDES and _DECIMAL.fullmatch(after) is not None
    return "quake" if sized else "hit" if word in incidents.HITS else incidents.KINDS.get(word)


def _kind_with_down(tokens: Tokens, at: int) -> str | None:
    """The kind of incident that a verb with "down" tells of: "shot it down", "went down", "put down"; "brought down churches" is none."""
    word = tokens.lower[at]
    if word in incidents.WITH_DOWN:
        return incidents.WITH_DOWN[word] if tokens.lower[at + 1] == "down" else incidents.KINDS.get(word)
    near = map(incidents.CLASSES.get, tokens.lower[max(0, at - _NEAR) : at + _NEAR])
    return None if word.startswith("br") and "aircraft" not in near else "shootdown"


def _passive(tokens: Tokens, at: int) -> bool:
    return any(word in _PASSIVE_FORMS for word in tokens.lower[max(0, at - _PASSIVE_BACK) : at])

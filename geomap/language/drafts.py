"""What the rules hand to each other: a sentence in its report, and a claim in the making."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geomap.language.quantities import Length
from geomap.language.tokens import Tokens
from geomap.model import Mention
from geomap.relations import Relation

if TYPE_CHECKING:
    from geomap.language.anchors import Anchor


@dataclass(frozen=True, slots=True)
class Name:
    """A proper name in a sentence."""

    anchor: Anchor
    shown: bool
    """Whether the words round it show that it is a place."""
    reference: bool
    """Whether something is only measured from it: "5 km from", "north-east of"."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence with those before it, as far as a rule may look back."""

    sentences: Sequence[Tokens] = field(repr=False)
    """All sentences of the report."""
    index: int
    """Which of them is read."""
    tokens: Tokens = field(repr=False)
    """The sentence itself."""
    names: dict[int, list[Name]] = field(repr=False)
    """The names of sentences already looked through, by index; shared by the passages of one report."""


def passages_of(sentences: Sequence[Tokens]) -> Iterator[Passage]:
    """One passage a sentence."""
    names: dict[int, list[Name]] = {}
    for index, tokens in enumerate(sentences):
        yield Passage(sentences, index, tokens, names)


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """A spatial claim as token indices of its sentence."""

    start: int
    end: int
    """Token after the last one of the claim's span."""
    relation: Relation
    anchors: tuple[Mention, ...] = ()
    length: Length | None = None
    bearing: str | None = None
    lead: tuple[int, int] | None = None
    """The tokens of an earlier claim about the same thing: of "in Arvo and Mola", "in Arvo"."""
    about: tuple[int, int] | None = None
    """The tokens of what the claim locates, where the rule that made it knows."""
    declared: bool = False
    """Whether words of declaring or of forbidding surround it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NonClaim:
    """A length that is recognised to place nothing."""

    start: int
    end: int
    reason: str
    """speed, length, area, range, travelled, altitude, idiom, name or other."""

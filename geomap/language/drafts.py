"""What the rules hand to each other: a sentence in its report, and a claim in the making."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from geomap.language.quantities import Length
from geomap.language.tokens import Tokens
from geomap.model import Mention
from geomap.relations import Relation


@dataclass(frozen=True, slots=True)
class Passage:
    """One sentence with those before it, as far as a rule may look back."""

    sentences: Sequence[Tokens] = field(repr=False)
    """All sentences of the report."""
    index: int
    """Which of them is read."""

    @property
    def tokens(self) -> Tokens:
        """The sentence itself."""
        return self.sentences[self.index]


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
    declared: bool = False
    """Whether words of declaring or of forbidding surround it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NonClaim:
    """A length that is recognised to place nothing."""

    start: int
    end: int
    reason: str
    """speed, length, area, range, travelled, altitude, idiom, name or other."""

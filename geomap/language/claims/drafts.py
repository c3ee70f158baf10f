"""A claim in the making, and a length that makes none."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.language.quantities.lengths import Length
from geomap.model import Mention
from geomap.relations import Relation


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
    """The tokens of earlier words that place the same thing: of "in Arvo and Mola", "in Arvo"."""
    about: tuple[int, int] | None = None
    """The tokens of what the claim locates, where the rule that made it knows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NonClaim:
    """A length that is recognised to place nothing."""

    start: int
    end: int
    reason: str
    """speed, length, area, range, travelled, altitude, idiom, name or other."""

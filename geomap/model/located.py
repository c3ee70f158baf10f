"""Where the claims leave room for a name or an event."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from geomap.model.mention import Mention
from geomap.model.place import Place

if TYPE_CHECKING:
    from shapely.geometry.base import BaseGeometry


@dataclass(frozen=True, slots=True, kw_only=True)
class Located:
    """Where claims that can hold together put a name that is not resolved, or an event."""

    name: str | None = None
    """The name, as the reports first have it; None for an event."""
    event: str | None = None
    """The event's id; None for a name."""
    claims: tuple[str, ...]
    """Ids of the claims that put it there, in reading order."""
    rests_on: tuple[str, ...]
    """These, and the claims that locate what they are measured from."""
    mentions: tuple[Mention, ...] = ()
    """The mentions of a name that stand for it, in reading order."""
    area: BaseGeometry = field(repr=False, compare=False)
    """(Multi)Polygon in lon/lat that is never smaller than where the claims leave room at most; longitudes are unwrapped."""
    area_km2: float | None
    """None where the claims set no limit outward."""
    limit_m: float | None = None
    """Without a limit outward: how far from what the first claim is measured from the area is drawn, metres."""
    place: Place | None = None
    """What is measured from, of a name that is only in one such area and in a limited one: its middle, with the area as its extent."""
    loosest: Place | None = None
    """The same where the distances are read in any fair way, as by road; None where that makes no difference."""
    why: str = ""
    """How sure that is, and what was left out, in plain words."""

    @property
    def is_bounded(self) -> bool:
        """Whether the claims set a limit outward."""
        return self.limit_m is None

"""Verdicts on claims, with what they rest on."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from geomap.model.claim import Claim
from geomap.model.event import PossibleJoin
from geomap.model.reading import Region

LonLat = tuple[float, float]


class FindingKind(StrEnum):
    """What was compared."""

    AGREEMENT = "agreement"
    """Claims about one event, with each other."""
    ZONE = "zone"
    """A position with a zone."""
    PLACE = "place"
    """A claim with where the gazetteer puts its names."""
    UNITS = "units"
    """A figure with the same length in another unit."""
    JOINT = "joint"
    """Many claims at once."""
    MOVEMENT = "movement"
    """Positions of one thing at different times."""


class Verdict(StrEnum):
    """What came of a check."""

    CONTRADICTORY = "contradictory"
    CONSISTENT = "consistent"
    INSIDE = "inside"
    OUTSIDE = "outside"
    OPEN = "open"
    UNCHECKABLE = "uncheckable"
    POSSIBLE = "possible"
    IMPOSSIBLE = "impossible"


@dataclass(frozen=True, slots=True)
class Apart:
    """How what two claims are measured from lies to each other, metres."""

    nearest: float
    """The least distance between them; of an area negative where the other reaches into it."""
    first: float
    """How far the point of the first that is farthest from the second is from it."""
    second: float
    """How far the point of the second that is farthest from the first is from it."""

    @classmethod
    def points(cls, apart_m: float) -> Apart:
        """Two points at a distance."""
        return cls(apart_m, apart_m, apart_m)

    @property
    def turned(self) -> Apart:
        """The same with the second first."""
        return Apart(self.nearest, self.second, self.first)


@dataclass(frozen=True, slots=True, kw_only=True)
class Margin:
    """A gap in metres (negative: an overlap), under the plain reading and over all fair readings.

    For a zone it is how far the position clears the zone's edge, on the side that the verdict names.
    """

    plain: float
    low: float
    high: float
    known_to: float = 0.0
    """How closely the plain one is known, metres: hardly anything for points, more for lines and areas."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Speed:
    """How fast something had to move to be in two places, km/h, in a straight line."""

    least: float
    """From where the two are nearest, in the longest time that there can have been."""
    plain: float
    """By the figures as written, in the middle of the times."""
    most: float
    """From where they are farthest, in the shortest time; infinite where that is none, or where there is no farthest."""
    hours: tuple[float, float]
    """The shortest and the longest time that lay between."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flip:
    """One change of reading that changes a verdict."""

    parameter: str
    """detour, distance, separation, unit, rounding, anchor, edge, direction or reversal."""
    reading: str
    """The change in plain words: "45 miles by road"."""
    verdict: Verdict
    """What the verdict becomes."""
    threshold: float | None = None
    """The value of the parameter from which it does."""
    unit: str | None = None
    """The threshold's unit: "km", a unit of length, "degrees", or None for a ratio."""
    fair: bool = True
    """Whether it is among the fair readings, so that the verdict is not robust; else nobody said that the words may mean it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JointSets:
    """Which of several claims can stand together, by their ids."""

    together: tuple[tuple[str, ...], ...]
    """All maximal sets of claims that can, the largest first."""
    conflicts: tuple[tuple[str, ...], ...]
    """All minimal sets of claims that cannot, the smallest first."""
    complete: bool
    """Whether both lists are whole; else they are cut."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A verdict on claims, with what it rests on."""

    id: str
    """f1, f2, … in printing order."""
    kind: FindingKind
    claims: tuple[Claim, ...]
    regions: tuple[Region, ...] = ()
    """The plain regions that were compared, one a claim; empty where a claim has none."""
    verdict: Verdict
    margin: Margin | None = None
    robust: bool = False
    """Whether every fair reading gives the same verdict."""
    readings: int = 0
    """How many combinations of readings were tried."""
    flips: tuple[Flip, ...] = ()
    apart: Apart | None = None
    """How the two plain regions' anchors lie to each other."""
    nearest: tuple[LonLat, LonLat] | None = None
    """The points (lon, lat) of the two regions, one of each, whose distance is the plain margin; None where that is an overlap."""
    anchors_nearest: tuple[LonLat, LonLat] | None = None
    """The points (lon, lat) of the two anchors, one of each, that are nearest to each other."""
    sets: JointSets | None = None
    """For many claims at once: which of them can stand together."""
    speed: Speed | None = None
    """For one thing at two times: how fast it had to move."""
    witness: LonLat | None = None
    """A point (lon, lat) that satisfies all the claims, re-checked by the exact predicate."""
    explanation: str
    """All that is said of it, in sentences that an editor can print."""
    summary: str = ""
    """The one or two of these sentences that come first; empty where they are all."""
    if_same_event: PossibleJoin | None = None
    """Of claims about two events that may be one: how probable that is and why; the finding holds only if they are."""
    rank: int = 0
    """1 for what a desk needs first, and so on; those that are folded come last."""
    folded: bool = False
    """Whether it is trivial, so that a table counts it and does not show it."""
    why_folded: str = ""

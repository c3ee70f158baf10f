"""Fair ways to understand a claim, and where each allows the thing to be."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import StrEnum

from geomap.model.claim import Claim
from geomap.model.place import OFFSET, Footprint, Place
from geomap.units import Interval, Sector, Unit, metres_in_words


class Path(StrEnum):
    """How a stated distance was measured."""

    STRAIGHT = "straight"
    ROAD = "road"


class Edge(StrEnum):
    """From where at the anchor a distance was measured."""

    CENTRE = "centre"
    EDGE = "edge"


ReadingKey = tuple[Place, Footprint | None, Sector | None, Unit | None, str, Path, Edge, Interval]
RegionKey = tuple[Place, Footprint | None, Sector | None, Interval, Interval, Interval | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One fair way to understand a claim."""

    claim: Claim
    anchor: Place
    """The place that the claim's anchor is taken to be."""
    unit: Unit | None = None
    """The unit that the figures are taken to be in; None where the claim has no distance."""
    rounding: str = "literal"
    """Name of the rounding convention of the policy."""
    path: Path = Path.STRAIGHT
    edge: Edge = Edge.CENTRE
    distance: Interval
    """Straight-line distances from the anchor's point that this reading allows, metres; from its footprint where it has one."""
    footprint: Footprint | None = None
    """The anchor's lines or polygon, where distances are measured from these; inside a polygon they are negative."""
    sector: Sector | None = None
    """Directions from the anchor's point that the reading allows; None for all."""
    plain: bool = False
    """True for the claim's plain reading: figures as written, statute miles, straight, best place, from the centre."""

    @property
    def key(self) -> ReadingKey:
        """What tells the reading from others, whoever makes the claim."""
        return (self.anchor, self.footprint, self.sector, self.unit, self.rounding, self.path, self.edge, self.distance)

    @property
    def reach_m(self) -> float:
        """How far what is measured from may be from where it is taken to be: the extent of a point's place, or a line's accuracy."""
        return self.anchor.extent_m if self.footprint is None else self.footprint.accuracy_m

    @property
    def is_offset(self) -> bool:
        """Whether the anchor is where two legs at right angles lead to."""
        return self.anchor.kind == OFFSET

    @property
    def floor(self) -> float:
        """The least distance that there is: zero, but minus infinity from an area, for inside it distances are negative."""
        return -math.inf if self.footprint is not None and self.footprint.is_area else 0.0

    @property
    def words(self) -> str:
        """What is particular in this reading, in plain words."""
        parts = [f"from {self.anchor.name}"]
        if self.unit is not None and self.claim.distance is not None and self.unit is not self.claim.distance.unit:
            said = self.claim.distance.unit.words
            parts.append(f"{said} read as {self.unit.words.removesuffix(f' {said}')}")
        if self.path is Path.ROAD:
            parts.append("measured by road")
        if self.edge is Edge.EDGE:
            edge = "the edge of the place" if self.footprint is None else "where the line may really be"
            parts.append(f"from {edge} ({metres_in_words(self.reach_m)} off)")
        if self.rounding != "literal":
            parts.append(f"rounded as by {self.rounding}")
        return ", ".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Where a reading allows the thing to be: points whose geodesic distance from the anchor is in an interval, and whose direction fits."""

    reading: Reading
    outer: Interval
    """Distances allowed under some admissible parameter, metres."""
    inner: Interval | None
    """Distances allowed under all admissible parameters; None where there are none."""
    fuzzy: bool = False
    """True where the bounds are a policy rather than a figure ("near"): drawn soft, never decisive."""
    widened_by: tuple[tuple[str, float], ...] = ()
    """What the outer bound adds at either end, metres, each with what it is for."""
    narrowed_by: tuple[tuple[str, float], ...] = ()
    """What the inner bound takes away at either end."""

    @property
    def key(self) -> RegionKey:
        """What tells the region from others as a set of points: those of one key hold the same points, whoever makes the claim."""
        reading = self.reading
        return (reading.anchor, reading.footprint, reading.sector, reading.distance, self.outer, self.inner)

    @property
    def anchor(self) -> Place:
        """The place that distances are measured from."""
        return self.reading.anchor

    @property
    def plain(self) -> Interval:
        """The interval by the figures as written."""
        return self.reading.distance

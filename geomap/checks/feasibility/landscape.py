"""The grounds that the readings of a case measure from, and how each two lie to each other; each is worked out once."""

from __future__ import annotations

import math

from geomap.areas.regions import ground_of
from geomap.geometry.geodesy import distance_m
from geomap.geometry.metric import Ground
from geomap.model import Apart, Place, Reading

LonLat = tuple[float, float]


class Landscape:
    """Remembers grounds and the distances between them, for the readings of a pair of claims ask for them again and again."""

    def __init__(self) -> None:
        self._grounds: dict[str, Ground] = {}
        self._apart: dict[tuple[str, str], Apart] = {}
        self._points: dict[tuple[tuple[float, float], tuple[float, float]], Apart] = {}

    def ground(self, reading: Reading) -> Ground:
        """What a reading's distances are measured from: the footprint of its anchor, or its point."""
        if reading.anchor.id not in self._grounds:
            self._grounds[reading.anchor.id] = ground_of(reading)
        return self._grounds[reading.anchor.id]

    def apart(self, first: Reading, second: Reading) -> Apart:
        """How the grounds of two readings lie to each other."""
        if first.footprint is None and second.footprint is None:
            ends = (first.anchor.lonlat, second.anchor.lonlat)
            if ends not in self._points:
                self._points[ends] = Apart.points(distance_m(*ends))
            return self._points[ends]
        key = (first.anchor.id, second.anchor.id)
        if key not in self._apart:
            self._apart[key] = self._measured(first, second)
            self._apart[key[::-1]] = self._apart[key].turned
        return self._apart[key]

    def away(self, place: Place, reading: Reading) -> float:
        """The distance of a place's point from the ground of a reading, metres; negative inside an area."""
        if reading.footprint is None:
            return distance_m(place.lonlat, reading.anchor.lonlat)
        return self.ground(reading).distance(place.lonlat)

    def nearest_points(self, first: Reading, second: Reading) -> tuple[LonLat, LonLat] | None:
        """The points of two grounds that are nearest to each other, one of each; None where neither is a point and they are not one."""
        one, other = self.ground(first), self.ground(second)
        if one.point is not None:
            return (one.point, other.nearest_point(one.point))
        return (other_end, other.point) if other.point is not None and (other_end := one.nearest_point(other.point)) else None

    def _measured(self, first: Reading, second: Reading) -> Apart:
        if first.anchor.id == second.anchor.id:  # inside an area both distances are negative, so that their sum has no lower end
            return Apart(-math.inf if first.floor < 0 else 0.0, 0.0, 0.0)
        one, other = self.ground(first), self.ground(second)
        return Apart(one.nearest(other), one.farthest_from(other), other.farthest_from(one))

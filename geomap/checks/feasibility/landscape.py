"""The grounds that the readings of a case measure from, and how each two lie to each other; each is worked out once."""

from __future__ import annotations

import math

import numpy as np

from geomap.areas.regions import Side, bounds_of, ground_of, is_part, sector_of
from geomap.geometry.constraint import Bounds
from geomap.geometry.geodesy import distance_m
from geomap.geometry.local import Local
from geomap.geometry.metric import Ground
from geomap.model import Apart, Place, Reading, Region
from geomap.units import Interval, Sector

LonLat = tuple[float, float]


class Landscape:
    """Remembers grounds and the distances between them, for the readings of a pair of claims ask for them again and again."""

    def __init__(self) -> None:
        self._grounds: dict[tuple[str, Sector | None], Ground] = {}
        self._apart: dict[tuple[int, int], Apart] = {}
        self._points: dict[tuple[LonLat, LonLat], Apart] = {}
        self._corners: dict[tuple[int, int], LonLat] = {}
        self._round: dict[tuple[LonLat, int], Local] = {}

    def ground(self, reading: Reading, side: Side = "plain") -> Ground:
        """What a reading's distances are measured from: the footprint of its anchor, or the part of it that is meant, or its point."""
        key = (reading.anchor.id, sector_of(reading, side) if is_part(reading) else None)
        if key not in self._grounds:
            self._grounds[key] = ground_of(reading, side)
        return self._grounds[key]

    def bounds(self, region: Region, side: Side = "plain") -> Bounds | None:
        """What a region asks of a point by the figures as written, at most, or at least; None for an inner bound that there is not."""
        return bounds_of(region, side, self.ground(region.reading, side))

    def read(self, reading: Reading, interval: Interval | None = None) -> Bounds:
        """What a reading asks of a point, or would with other distances."""
        distance = reading.distance if interval is None else interval
        return Bounds(ground=self.ground(reading), interval=distance, sector=None if is_part(reading) else sector_of(reading, "plain"))

    def apart(self, first: Ground, second: Ground) -> Apart:
        """How two grounds lie to each other."""
        if first.point is not None and second.point is not None:
            ends = (first.point, second.point)
            if ends not in self._points:
                self._points[ends] = Apart.points(distance_m(*ends))
            return self._points[ends]
        key = (id(first), id(second))  # grounds are kept, so that no other gets its id
        if key not in self._apart:
            self._apart[key] = _measured(first, second)
            self._apart[key[::-1]] = self._apart[key].turned
        return self._apart[key]

    def away(self, place: Place, reading: Reading) -> float:
        """The distance of a place's point from the ground of a reading, metres; negative inside an area."""
        if reading.footprint is None:
            return distance_m(place.lonlat, reading.anchor.lonlat)
        return self.ground(reading).distance(place.lonlat)

    def around(self, centre: LonLat, ground: Ground) -> Local:
        """Lines or an area as they lie round a point."""
        key = (centre, id(ground))
        if key not in self._round:
            self._round[key] = Local(centre, ground)
        return self._round[key]

    def nearest_corner(self, first: Ground, second: Ground) -> LonLat:
        """The vertex (lon, lat) of one line or area that is nearest to another, or to its edge."""
        key = (id(first), id(second))
        if key not in self._corners:
            at = int(np.argmin(np.abs(second.distances(first.starts[:, 0], first.starts[:, 1]))))
            self._corners[key] = (float(first.starts[at, 0]), float(first.starts[at, 1]))
        return self._corners[key]

    def nearest_points(self, first: Ground, second: Ground) -> tuple[LonLat, LonLat] | None:
        """The points of two grounds that are nearest to each other, one of each; None where neither is a point and they are not one."""
        if first.point is not None:
            return (first.point, second.nearest_point(first.point))
        return (first.nearest_point(second.point), second.point) if second.point is not None else None


def _measured(first: Ground, second: Ground) -> Apart:
    if first is second:  # inside an area both distances are negative, so that their sum has no lower end
        return Apart(-math.inf if first.is_area else 0.0, 0.0, 0.0)
    return Apart(first.nearest(second), first.farthest_from(second), second.farthest_from(first))

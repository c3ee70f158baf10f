"""What a region asks of a point: a range of distances from a ground, and perhaps a range of directions."""

from __future__ import annotations

import math
from dataclasses import dataclass

import numpy as np

from geomap.geometry.annular import Annulus
from geomap.geometry.geodesy import FARTHEST_M, WGS84, Array, destinations, lines_between
from geomap.geometry.metric import Ground
from geomap.units import Interval, Sector

_RADIUS_M = 6_371_008.8
SURE = 0.99
"""Of a distance from a sector's edge by the sphere, so that on the ellipsoid it changes by a metre a metre at most."""
_ENDLESS_M = 50_000.0
"""Points of what has no end are taken so much farther than where it begins."""
_LEAST_DEGREE_M = 110_500.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Bounds:
    """Points whose distance from a ground is in an interval, and whose direction from a point is in a sector."""

    ground: Ground
    interval: Interval
    sector: Sector | None = None
    margin: float = 0.0
    """By how many metres a point may lie outside the sector (or, if negative, must lie inside it)."""

    def slacks(self, lons: Array, lats: Array) -> Array:
        """How far inside the bounds points lie, metres, negative outside; it changes by at most a metre a metre."""
        away = self.ground.distances(lons, lats)
        slack = np.full(len(away), np.inf)
        if math.isfinite(self.interval.low) and (self.ground.is_area or self.interval.low > 0):
            slack = np.minimum(slack, away - self.interval.low)
        if math.isfinite(self.interval.high):
            slack = np.minimum(slack, self.interval.high - away)
        return slack if self.sector is None else np.minimum(slack, into_sector(self.sector, lons, lats) + self.margin)

    @property
    def annulus(self) -> Annulus | None:
        """The annular sector round a point that it is when `margin` is taken off all round; None for lines and areas."""
        if self.ground.point is None:
            return None
        if self.sector is None:
            return Annulus(self.ground.point, max(0.0, self.interval.low), self.interval.high)
        low = self.interval.low + self.margin if self.interval.low > 0 else 0.0
        return Annulus(self.ground.point, low, max(low, self.interval.high - self.margin), self.sector.middle, self.sector.half)

    @property
    def margin_all_round(self) -> float:
        """By how much it is wider than its annular sector, metres."""
        return 0.0 if self.sector is None or self.ground.point is None else self.margin

    def sampled(self, around: int, across: int) -> tuple[Array, Array]:
        """Some points at its distances, longitudes and latitudes: round a point in its directions, of lines and areas straight off their edges."""
        annulus = self.annulus
        if annulus is not None:
            return annulus.sampled(around, across)
        picked = np.linspace(0, len(self.ground.starts) - 1, around).astype(int)
        starts, ends = self.ground.starts[picked], self.ground.ends[picked]
        _, azimuths, _ = lines_between(starts[:, 0], starts[:, 1], ends[:, 0], ends[:, 1])
        low = self.interval.low if math.isfinite(self.interval.low) else min(self.interval.high, 0.0) - _ENDLESS_M
        high = self.interval.high if math.isfinite(self.interval.high) else max(low, 0.0) + _ENDLESS_M
        reach, at = np.meshgrid(np.abs(np.linspace(low, high, across)), np.arange(around))
        reach, at = np.tile(reach.ravel(), 2), np.tile(at.ravel(), 2)
        turns = np.where(np.arange(len(at)) < len(at) // 2, 90.0, -90.0)
        lons, lats, _ = destinations(starts[at, 0], starts[at, 1], azimuths[at] + turns, reach)
        return lons, lats

    def distances(self, lons: Array, lats: Array) -> Array:
        """How far points are from what it holds, metres, nought in it; what they miss a range by where that is from a line or an area."""
        annulus = self.annulus
        if annulus is not None:
            return np.maximum(0.0, annulus.distances(lons, lats) - self.margin_all_round)
        return np.maximum(0.0, -self.slacks(lons, lats))

    def slack(self, lonlat: tuple[float, float]) -> float:
        """How far inside the bounds a point (lon, lat) lies, metres."""
        return float(self.slacks(np.array([lonlat[0]]), np.array([lonlat[1]]))[0])

    def box(self, beyond_m: float = 0.0) -> tuple[float, float, float, float]:
        """West, south, east, north that hold all points no farther than the upper end and some metres beyond it; east may exceed 180."""
        everywhere = (-180.0, -90.0, 180.0, 90.0)
        reach = max(0.0, self.interval.high) + beyond_m
        if not reach < FARTHEST_M / 4:
            return everywhere
        points = np.concatenate([self.ground.starts, self.ground.ends])
        degrees = reach / _LEAST_DEGREE_M + 1e-6
        south, north = float(points[:, 1].min()) - degrees, float(points[:, 1].max()) + degrees
        widest = max(abs(south), abs(north))
        if widest >= 89.0:
            return everywhere
        wide = math.degrees(math.asin(min(1.0, math.sin(math.radians(degrees)) / math.cos(math.radians(widest))))) * 1.01
        west, east = float(points[:, 0].min()) - wide, float(points[:, 0].max()) + wide
        return (west, south, east, north) if east - west < 360.0 else (-180.0, south, 180.0, north)


def into_sector(sector: Sector, lons: Array, lats: Array) -> Array:
    """How far points lie inside a sector, metres, negative outside it: the distance from its edges by a sphere, a little shortened.

    It is zero just on the edges, and changes by at most a metre a metre (cross-track distance, e.g. Snyder 1987).
    """
    if sector.half >= 180.0:
        return np.full(np.shape(lons), np.inf)
    azimuths, _, away = WGS84.inv(np.full(np.shape(lons), sector.at[0]), np.full(np.shape(lons), sector.at[1]), lons, lats)
    off = np.abs((np.asarray(azimuths) - sector.middle + 180.0) % 360.0 - 180.0)
    inside = np.radians(sector.half - off)
    turned = np.sin(np.minimum(np.abs(inside), np.pi / 2))
    angle = np.arcsin(np.clip(np.sin(np.minimum(np.asarray(away) / _RADIUS_M, np.pi)) * turned, 0.0, 1.0))
    into: Array = SURE * _RADIUS_M * np.sign(inside) * angle
    return into

"""Geodesics on the WGS84 ellipsoid: inverse, direct, rings that are true to a stated tolerance.

Built on pyproj.Geod (Karney 2013, Algorithms for geodesics). Coordinates are (lon, lat) in degrees, lengths metres, azimuths
degrees clockwise from true north.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from pyproj import Geod

WGS84 = Geod(ellps="WGS84")
HALF_EQUATOR_M = math.pi * WGS84.a
"""No two points are farther apart than this, in metres (the meridian half is shorter)."""
FARTHEST_M = 20_003_931.4586
"""Pole to pole: the length of half a meridian, the greatest distance on the ellipsoid, metres (Karney 2013)."""

Array = NDArray[np.float64]


def distance_m(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Geodesic distance of two points (lon, lat), metres.

    >>> round(distance_m((38.657, 33.4883), (38.9349, 33.4315)))
    26592
    """
    return float(WGS84.inv(a[0], a[1], b[0], b[1])[2])


def distances_m(origin: tuple[float, float], lons: Array, lats: Array) -> Array:
    """Geodesic distances from one point to many, metres; same shape as `lons`."""
    shape = np.shape(lons)
    if np.size(lons) == 1:
        # pyproj takes an array of one for a number, which NumPy deprecates.
        return np.full(shape, distance_m(origin, (float(np.ravel(lons)[0]), float(np.ravel(lats)[0]))))
    return np.asarray(WGS84.inv(np.full(shape, origin[0]), np.full(shape, origin[1]), lons, lats)[2])


def destination(origin: tuple[float, float], azimuth: float, length_m: float) -> tuple[float, float]:
    """The point reached from `origin` after `length_m` along a geodesic that starts at `azimuth`."""
    lon, lat, _ = WGS84.fwd(origin[0], origin[1], azimuth, length_m)
    return (float(lon), float(lat))


def azimuth_deg(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Azimuth at `a` of the geodesic to `b`, in [0, 360)."""
    return float(WGS84.inv(a[0], a[1], b[0], b[1])[0]) % 360.0


def radii_m(lat: float, *, ellipsoid: Geod = WGS84) -> tuple[float, float]:
    """The radii that turn degrees into metres at a latitude: of the meridian, and of the parallel.

    R = a(1−e²)/(1−e²sin²φ)^(3/2) and N·cosφ with N = a/√(1−e²sin²φ), the radii of curvature of an ellipsoid.
    """
    root = 1 - ellipsoid.es * math.sin(math.radians(lat)) ** 2
    vertical = ellipsoid.a / math.sqrt(root)
    return (ellipsoid.a * (1 - ellipsoid.es) / root**1.5, vertical * abs(math.cos(math.radians(lat))))


def precision_m(lat: float, lat_step: float, lon_step: float, *, ellipsoid: Geod = WGS84) -> float:
    """The largest error, in metres, of coordinates given in steps of so many degrees at a latitude.

    √[(πR·p/180)² + (πN·cosφ·p/180)²], with the meridional and the prime vertical radius of the ellipsoid (Wieczorek 2001; Chapman &
    Wieczorek 2020). It holds for figures that are rounded and for figures that are cut.

    >>> round(precision_m(0.0, 1 / 60, 1 / 60))
    2615
    """
    meridian, parallel = radii_m(lat, ellipsoid=ellipsoid)
    return math.hypot(meridian * math.radians(lat_step), parallel * math.radians(lon_step))


def vertices_for(radius_m: float, tolerance_m: float) -> int:
    """Vertices of a ring whose chords stray from the circle by at most `tolerance_m`: n = ⌈π / acos(1 − tol/r)⌉, at least 16.

    >>> vertices_for(55_000, 10)
    165
    """
    if radius_m <= tolerance_m:
        return 16
    return max(16, math.ceil(math.pi / math.acos(1 - tolerance_m / radius_m)))


def ring(centre: tuple[float, float], radius_m: float, vertices: int) -> tuple[Array, Array]:
    """A ring of points at `radius_m` from `centre`, counter-clockwise, first vertex repeated: (lons, lats) of n + 1 values.

    Longitudes are as the geodesic gives them, in (−180, 180]; see `unwrap` for rings that cross the antimeridian.
    """
    azimuths = -np.linspace(0.0, 360.0, vertices + 1)
    lons, lats, _ = WGS84.fwd(np.full(vertices + 1, centre[0]), np.full(vertices + 1, centre[1]), azimuths, np.full(vertices + 1, radius_m))
    lons, lats = np.asarray(lons), np.asarray(lats)
    lons[-1], lats[-1] = lons[0], lats[0]
    return lons, lats


def unwrap(lons: Array) -> Array:
    """Longitudes made continuous along a line by adding whole turns, so that no step exceeds 180°."""
    return np.unwrap(lons, period=360.0)

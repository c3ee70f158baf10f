"""Geodesics on the WGS84 ellipsoid: inverse and direct, for one and for many.

Built on pyproj.Geod (Karney 2013, Algorithms for geodesics). Coordinates are (lon, lat) in degrees, lengths metres, azimuths
degrees clockwise from true north.
"""

from __future__ import annotations

import math

import numpy as np
from numpy.typing import NDArray
from pyproj import Geod

WGS84 = Geod(ellps="WGS84")
FARTHEST_M = 20_003_931.4586
"""Pole to pole: the length of half a meridian, the greatest distance on the ellipsoid, metres (Karney 2013)."""

SAME_POINT_M = 1e-6
"""Points no farther apart are one."""

Array = NDArray[np.float64]
Box = tuple[float, float, float, float]
"""West, south, east, north in degrees."""


def distance_m(a: tuple[float, float], b: tuple[float, float]) -> float:
    """Geodesic distance of two points (lon, lat), metres.

    >>> round(distance_m((38.657, 33.4883), (38.9349, 33.4315)))
    26592
    """
    return float(WGS84.inv(a[0], a[1], b[0], b[1])[2])


def distances_m(origin: tuple[float, float], lons: Array, lats: Array) -> Array:
    """Geodesic distances from one point to many, metres; same shape as `lons`."""
    return pair_distances_m(np.full(np.shape(lons), origin[0]), np.full(np.shape(lons), origin[1]), lons, lats)


def pair_distances_m(lons: Array, lats: Array, other_lons: Array, other_lats: Array) -> Array:
    """Geodesic distances of points pair by pair, metres; four arrays of one shape, which the answer has too."""
    # Copies, so that pyproj may work in place; raveled to no less than one dimension, and never as an array of one, which it takes
    # for a number.
    shape = np.shape(lons)
    values = [np.array(value, dtype=np.float64).ravel() for value in (lons, lats, other_lons, other_lats)]
    if values[0].size == 1:
        values = [np.repeat(value, 2) for value in values]
    first, second, third, fourth = values
    WGS84.inv(first, second, third, fourth, inplace=True)
    return third[: math.prod(shape)].reshape(shape)


def lines_between(lons: Array, lats: Array, other_lons: Array, other_lats: Array) -> tuple[Array, Array, Array]:
    """Geodesics of points pair by pair: their lengths, metres, and the azimuths of the way there and of the way back.

    Four arrays of one length, which the answers have too. Between points that are one the way there runs north.
    """
    size = len(lons)
    values = [np.array(value, dtype=np.float64) for value in (lons, lats, other_lons, other_lats)]
    if size == 1:  # pyproj takes an array of one for a number
        values = [np.repeat(value, 2) for value in values]
    there, back, lengths, others = values
    WGS84.inv(there, back, lengths, others, inplace=True)
    same = lengths < SAME_POINT_M
    return lengths[:size], np.where(same, 0.0, there)[:size], np.where(same, 180.0, back)[:size]


def destination(origin: tuple[float, float], azimuth: float, length_m: float) -> tuple[float, float]:
    """The point reached from `origin` after `length_m` along a geodesic that starts at `azimuth`."""
    lon, lat, _ = WGS84.fwd(origin[0], origin[1], azimuth, length_m)
    return (float(lon), float(lat))


def destinations(lons: Array, lats: Array, azimuths: Array, lengths_m: Array) -> tuple[Array, Array, Array]:
    """The points reached from many, (lons, lats), and the azimuths at which each geodesic arrives; arrays of one dimension."""
    values = [np.array(value, dtype=np.float64) for value in (lons, lats, azimuths, lengths_m)]
    if values[0].size == 1:
        # pyproj takes an array of one for a number.
        values = [np.repeat(value, 2) for value in values]
    first, second, third, fourth = values
    WGS84.fwd(first, second, third, fourth, inplace=True, return_back_azimuth=False)
    size = np.size(lons)
    return first[:size], second[:size], third[:size]


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

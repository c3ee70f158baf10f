"""How far off coordinates may be whose datum nobody recorded: what the published guides say, by place.

The Georeferencing Calculator (Wieczorek & Wieczorek 2019) compared every geographic coordinate reference system of the EPSG register
with WGS84 on a grid of five degrees, each beyond the area that it was made for, and keeps the largest shift. Four datums of small
islands are the worst everywhere, and their transformations are here, so that the figures can be worked out rather than looked up.
"""

from __future__ import annotations

import math
from functools import cache

from pyproj import Transformer

OUTSIDE_NORTH_AMERICA_M = 1000.0
"""What the guides of 2001 and 2004 take outside the map of North America that they print."""

_STEP_DEG = 5.0
_RADIUS_M = 6_378_137.0
"""Of the sphere on which the published shifts were measured."""
_TO_WGS84 = (
    # Fatu Iva 72, EPSG:4688
    "+proj=helmert +x=347.175 +y=1077.618 +z=2623.677 +rx=33.9058 +ry=-70.6776 +rz=9.4013 +s=186.0647 +convention=position_vector",
    # Macao 1920, EPSG:8428
    (
        "+proj=molobadekas +x=-202.865 +y=-303.99 +z=-155.873 +rx=-34.079 +ry=76.126 +rz=32.66 +s=6.096"
        " +px=-2361554.788 +py=5417536.177 +pz=2391608.926 +convention=coordinate_frame"
    ),
    # Kusaie 1951, EPSG:4735
    "+proj=helmert +x=647 +y=1777 +z=-1124",
    # Helle 1954, EPSG:4660
    (
        "+proj=helmert +x=982.6087 +y=552.753 +z=-540.873 +rx=6.68162662527694 +ry=-31.6114924086422 +rz=-19.8481610048168"
        " +s=16.805 +convention=position_vector"
    ),
)
"""From each of the four, all on the International ellipsoid of 1924, to WGS84, as the EPSG register has it."""


def unknown_datum_m(lonlat: tuple[float, float]) -> float:
    """The largest error, in whole metres, of coordinates whose datum is unknown, near a point.

    As the Georeferencing Calculator of 2019 and its manual (Bloom et al. 2020) have it: the largest shift at the nearest point of a grid
    of five degrees. It follows the guides of 2020; those of 2001 and 2004 have no such figure, but print a map of North America, where
    it is some ten to a hundred metres, and take `OUTSIDE_NORTH_AMERICA_M` elsewhere.

    >>> unknown_datum_m((0.0, 0.0)), unknown_datum_m((-119.0178, 35.3733))
    (5030.0, 3045.0)
    """
    lon, lat = (math.floor(value / _STEP_DEG + 0.5) * _STEP_DEG for value in lonlat)
    return float(round(max(_shift_m(to_wgs84, lon, lat) for to_wgs84 in _transformers())))


@cache
def _transformers() -> tuple[Transformer, ...]:
    steps = "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step +proj=push +v_3 +step +proj=cart +ellps=intl +step {}"
    back = " +step +inv +proj=cart +ellps=WGS84 +step +proj=pop +v_3 +step +proj=unitconvert +xy_in=rad +xy_out=deg"
    return tuple(Transformer.from_pipeline(steps.format(each) + back) for each in _TO_WGS84)


def _shift_m(to_wgs84: Transformer, lon: float, lat: float) -> float:
    """How far a transformation moves a point, on a sphere."""
    moved_lon, moved_lat = to_wgs84.transform(lon, lat)
    half_lat, half_lon = math.radians(moved_lat - lat) / 2, math.radians(moved_lon - lon) / 2
    chord = math.sin(half_lat) ** 2 + math.cos(math.radians(lat)) * math.cos(math.radians(moved_lat)) * math.sin(half_lon) ** 2
    return 2 * _RADIUS_M * math.asin(math.sqrt(chord))

"""Point-radius georeferencing as published: a locality description as a point and the radius within which it must lie.

One function a locality type, as the guides name them: coordinates, named place, distance only, distance along a path, distances along
orthogonal directions, distance at a heading, between two places, near a place. Each returns a `Georeference`, whose parts sum to its
radius. All lengths are metres, all positions (lon, lat) in degrees; `geomap.units.Unit` turns miles into metres.

The parts are *maximum* errors and add linearly. Publications differ in four things, which a `Convention` names: what a distance's figures
leave open, whether a precision counts whole or half, what counts twice in orthogonal directions, and the figure for an unknown datum.
Coordinate precision is added last, in all of them.

Sources: Wieczorek (2001), MaNIS/HerpNet/ORNIS Georeferencing Guidelines; Wieczorek, Guo & Hijmans (2004), The point-radius method for
georeferencing locality descriptions; Frazier, Wall & Grant (2004), Initial Georeferencing Guide; Chapman & Wieczorek (2020),
Georeferencing Best Practices; Zermoglio et al. (2020), Georeferencing Quick Reference Guide; Wieczorek & Wieczorek, Georeferencing
Calculator, and its manual (Bloom et al. 2020).

>>> bakersfield = (-119.0178, 35.3733)
>>> found = distance_at_heading(
...     bakersfield, 10_000, "NE", extent_m=3000, distance_error_m=1000, source=Source(datum_m=79, coordinate_precision_m=40)
... )
>>> [round(value, 3) for value in found.lonlat], round(found.uncertainty_m), found.rounded_up_m
([-118.94, 35.437], 6210, 6211)
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from dataclasses import dataclass

from pyproj import Geod

from geomap.errors import GeoreferenceError, UnknownNameError
from geomap.geometry.geodesy import azimuth_deg, destination, distance_m, precision_m, radii_m
from geomap.georeferencing.datums import OUTSIDE_NORTH_AMERICA_M, unknown_datum_m
from geomap.policy import RoundingRule, chapman2020, frazier2004_in_full, wieczorek2004
from geomap.units import degrees_from_bearing, half_sector_from_bearing

__all__ = [
    "CONVENTIONS",
    "DEFAULT_RADIALS_M",
    "Convention",
    "Georeference",
    "Part",
    "Source",
    "between",
    "convention_of",
    "coordinate_errors_m",
    "coordinate_precision_m",
    "coordinates",
    "default_radial_m",
    "distance_along_path",
    "distance_at_heading",
    "distance_error_m",
    "distance_only",
    "grid_radial_m",
    "heading_error_m",
    "map_error_m",
    "named_place",
    "near",
    "offset_error",
    "orthogonal",
    "unknown_datum_m",
]

LonLat = tuple[float, float]
"""Longitude and latitude in degrees on WGS84."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Convention:
    """A publication's way to count where publications differ."""

    name: str
    title: str
    """The publication."""
    offset_rule: RoundingRule
    """From a distance's figures as written to its error, in the unit of the figures."""
    share: float
    """How much of a distance precision, the unit to which a distance was given, is its error: half of it, or all."""
    both_ways: bool
    """Whether in orthogonal directions √2 applies to all but the coordinate precision, or to the distance's error alone."""
    datum_m: Callable[[LonLat], float]
    """The error for an unknown datum at a point; raises GeoreferenceError where the publication has no figure."""


def _datum_of_2004(lonlat: LonLat) -> float:
    """The error for an unknown datum by the guides of 2001 and 2004, outside the map of North America that they print."""
    lon, lat = lonlat
    if 13.79 <= lat <= 84.69 and -179.48 <= lon <= -51.48:
        raise GeoreferenceError(
            "the guides of 2001 and 2004 print a map of North America for an unknown datum: read the figure there and give it"
        )
    return OUTSIDE_NORTH_AMERICA_M


CONVENTIONS = {
    each.name: each
    for each in (
        Convention(
            name="chapman2020",
            title="Chapman & Wieczorek (2020), Georeferencing Best Practices, as the Georeferencing Calculator counts",
            offset_rule=chapman2020,
            share=0.5,
            both_ways=False,
            datum_m=unknown_datum_m,
        ),
        Convention(
            name="frazier2004",
            title="Frazier, Wall & Grant (2004), Initial Georeferencing Guide, for distances; else as chapman2020",
            offset_rule=frazier2004_in_full,
            share=1.0,
            both_ways=False,
            datum_m=unknown_datum_m,
        ),
        Convention(
            name="wieczorek2004",
            title="Wieczorek, Guo & Hijmans (2004), The point-radius method",
            offset_rule=wieczorek2004,
            share=1.0,
            both_ways=True,
            datum_m=_datum_of_2004,
        ),
        Convention(
            name="wieczorek2001",
            title="Wieczorek (2001), MaNIS/HerpNet/ORNIS Georeferencing Guidelines",
            offset_rule=wieczorek2004,
            share=1.0,
            both_ways=True,
            datum_m=_datum_of_2004,
        ),
    )
}
"""The named conventions."""


def convention_of(name: str) -> Convention:
    """The convention of a name; raises GeoreferenceError, which lists the names there are."""
    try:
        return CONVENTIONS[name]
    except KeyError:
        raise GeoreferenceError(f"no georeferencing convention {name!r}; there are {', '.join(CONVENTIONS)}") from None


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is uncertain in the coordinates that a calculation starts from, whatever the locality says."""

    datum_m: float = 0.0
    """For a datum that is not known (`unknown_datum_m`); 0 where it is."""
    map_m: float = 0.0
    """Accuracy of the map or other source that they were taken from (`map_error_m`)."""
    measurement_m: float = 0.0
    """Accuracy of the measuring on that map, or of the GPS."""
    coordinate_precision_deg: float = 0.0
    """The unit to which they were written down, in degrees: 1/3600 for seconds."""
    coordinate_precision_m: float | None = None
    """The same as a length, where it is known so; it stands in for the degrees."""
    ellipsoid: str = "WGS84"
    """On which degrees are turned into metres: "clrk66" for NAD27, or another that PROJ names."""

    @property
    def parts(self) -> tuple[Part, ...]:
        """Datum, map and measurement; the coordinate precision is apart, for it is added last."""
        return (Part("unknown datum", self.datum_m), Part("map or source", self.map_m), Part("measurement", self.measurement_m))

    def precision_part(self, lat: float) -> Part:
        """What the coordinate precision adds at a latitude."""
        known = self.coordinate_precision_m
        if known is None:
            known = coordinate_precision_m(lat, self.coordinate_precision_deg, ellipsoid=self.ellipsoid)
        return Part("coordinate precision", known)


NOTHING = Source()
"""Exact coordinates of a known datum."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of the lengths that a radius is the sum of."""

    name: str
    metres: float
    formula: str = ""
    """How it comes about from its terms, where it is not their sum."""
    terms: tuple[Part, ...] = ()
    """What it was computed from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Georeference:
    """A locality as a point and a radius."""

    locality_type: str
    """As the guides name it: "distance at a heading"."""
    lonlat: LonLat
    uncertainty_m: float
    """Every point that the locality can mean lies within so many metres."""
    parts: tuple[Part, ...]
    """They sum to the radius; those of nothing are left out."""
    convention: str
    """The name of the convention."""

    @property
    def rounded_up_m(self) -> int:
        """The radius in whole metres, never smaller, as the guides' tables have it; at least 1, for Darwin Core allows no 0."""
        return max(1, math.ceil(round(self.uncertainty_m, 6)))


def coordinates(lonlat: LonLat, *, source: Source = NOTHING, convention: str = "chapman2020") -> Georeference:
    """A position: datum + map + measurement + coordinate precision.

    >>> coordinates((-119.02, 35.37), source=Source(map_m=12.192, coordinate_precision_deg=0.01, ellipsoid="clrk66")).rounded_up_m
    1447
    """
    return _sum("coordinates", lonlat, (), source, convention)


def named_place(lonlat: LonLat, *, extent_m: float, source: Source = NOTHING, convention: str = "chapman2020") -> Georeference:
    """A place alone: extent + datum + map + measurement + coordinate precision.

    `extent_m` is the distance from the point to the farthest of the place, its geographic radial.
    """
    return _sum("named place", lonlat, (Part("extent", extent_m),), source, convention)


def distance_only(
    lonlat: LonLat,
    offset_m: float,
    *,
    extent_m: float,
    distance_error_m: float = 0.0,
    source: Source = NOTHING,
    convention: str = "chapman2020",
) -> Georeference:
    """So far from a place, the direction unsaid: its point, with offset + extent + the distance's error + source.

    `distance_error_m` is what `offset_error` or `distance_error_m` gives for the distance as written.
    """
    parts = (Part("offset", offset_m), Part("extent", extent_m), Part("distance precision", distance_error_m))
    return _sum("distance only", lonlat, parts, source, convention)


def distance_along_path(
    lonlat: LonLat, *, extent_m: float, distance_error_m: float = 0.0, source: Source = NOTHING, convention: str = "chapman2020"
) -> Georeference:
    """So far along a road or river: `lonlat` is the point on it so far from the place; extent + the distance's error + source."""
    parts = (Part("extent", extent_m), Part("distance precision", distance_error_m))
    return _sum("distance along a path", lonlat, parts, source, convention)


def orthogonal(
    lonlat: LonLat,
    north_m: float,
    east_m: float,
    *,
    extent_m: float,
    distance_error_m: float = 0.0,
    source: Source = NOTHING,
    convention: str = "chapman2020",
) -> Georeference:
    """So far north and so far east of a place, south and west being negative.

    The distance's error applies both ways and makes a square, so √2 times it, plus extent + source (Calculator since 2013; Chapman &
    Wieczorek 2020). In the rule of 2001 and 2004, √2 times the sum of all but the coordinate precision. The point lies the offsets
    away in the plane that touches the ellipsoid at the place (azimuthal equidistant).
    """
    rule = convention_of(convention)
    point = destination(lonlat, math.degrees(math.atan2(east_m, north_m)), math.hypot(north_m, east_m))
    error, extent = Part("distance precision", distance_error_m), Part("extent", extent_m)
    if rule.both_ways:
        terms = (extent, error, *source.parts)
        _must_not_be_negative(*(term.metres for term in terms))
        part = Part("both directions", math.sqrt(2) * sum(term.metres for term in terms), "√2 × (" + _names(terms) + ")", _kept(terms))
        return _of("orthogonal", point, (part, source.precision_part(lonlat[1])), convention)
    doubled = Part("distance precision, both directions", math.sqrt(2) * distance_error_m, "√2 × distance precision", _kept((error,)))
    return _sum("orthogonal", point, (extent, doubled), source, convention, lat=lonlat[1])


def distance_at_heading(
    lonlat: LonLat,
    offset_m: float,
    bearing: str | float,
    *,
    extent_m: float,
    distance_error_m: float = 0.0,
    heading_error_deg: float | None = None,
    source: Source = NOTHING,
    convention: str = "chapman2020",
) -> Georeference:
    """So far from a place in a direction, in a straight line: √[(d + d′ − d·cosα)² + (d·sinα)²] + coordinate precision.

    d′ is extent + the distance's error + datum + map + measurement; α what the heading leaves open (`half_sector_from_bearing`): 45°
    for N, 22.5° for NE, 11.25° for NNE, 5.625° for NbE, and 1° for a heading in degrees, as the Calculator takes it.

    Raises UnknownNameError for a bearing that is no compass point.
    """
    azimuth, left_open = _direction(bearing) if isinstance(bearing, str) else (bearing, 1.0)
    alpha = left_open if heading_error_deg is None else heading_error_deg
    terms = (Part("extent", extent_m), Part("distance precision", distance_error_m), *source.parts)
    _must_not_be_negative(offset_m, *(term.metres for term in terms))
    spread = heading_error_m(offset_m, sum(term.metres for term in terms), alpha)
    formula = f"√[(d + d′ − d·cos {alpha:g}°)² + (d·sin {alpha:g}°)²] with d = offset, d′ = {_names(terms)}"
    part = Part("distance and heading", spread, formula, (Part("offset", offset_m), *_kept(terms)))
    point = destination(lonlat, azimuth, offset_m)
    return _of("distance at a heading", point, (part, source.precision_part(lonlat[1])), convention)


def _direction(bearing: str) -> tuple[float, float]:
    """A compass point in degrees, and what it leaves open."""
    try:
        return degrees_from_bearing(bearing), half_sector_from_bearing(bearing)
    except KeyError:
        raise UnknownNameError(f"{bearing!r} is no compass point") from None


def heading_error_m(offset_m: float, error_m: float, alpha_deg: float) -> float:
    """From the point at a distance d and heading to the farthest that an error d′ of d and α of the heading allow.

    √[(d + d′ − d·cosα)² + (d·sinα)²], the law of cosines for the far corner of the sector (Wieczorek et al. 2004).

    >>> round(heading_error_m(10_000, 0, 22.5))
    3902
    """
    alpha = math.radians(alpha_deg)
    return math.hypot(offset_m + error_m - offset_m * math.cos(alpha), offset_m * math.sin(alpha))


def between(one: LonLat, other: LonLat, *, source: Source = NOTHING, convention: str = "chapman2020") -> Georeference:
    """Between two places: the point half-way, with half their distance + source (Zermoglio et al. 2020)."""
    half = distance_m(one, other) / 2
    return _sum("between", destination(one, azimuth_deg(one, other), half), (Part("half the distance", half),), source, convention)


def near(lonlat: LonLat, *, extent_m: float, buffer_m: float, source: Source = NOTHING, convention: str = "chapman2020") -> Georeference:
    """Near a place: its extent + a buffer, which is a policy and no fact (`geomap.policy.Policy.near_m`), + source."""
    return _sum("near", lonlat, (Part("extent", extent_m), Part("buffer, by policy", buffer_m)), source, convention)


def _sum(
    locality_type: str, lonlat: LonLat, parts: tuple[Part, ...], source: Source, convention: str, *, lat: float | None = None
) -> Georeference:
    """A georeference of parts and those of the source; its coordinate precision is that at `lat`, else at the point."""
    precision = source.precision_part(lonlat[1] if lat is None else lat)
    return _of(locality_type, lonlat, (*parts, *source.parts, precision), convention)


def _of(locality_type: str, lonlat: LonLat, parts: tuple[Part, ...], convention: str) -> Georeference:
    name = convention_of(convention).name
    _must_not_be_negative(*(part.metres for part in parts))
    radius = sum(part.metres for part in parts)
    return Georeference(locality_type=locality_type, lonlat=lonlat, uncertainty_m=radius, parts=_kept(parts), convention=name)


def _kept(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    return tuple(part for part in parts if part.metres)


def _names(parts: tuple[Part, ...]) -> str:
    return " + ".join(part.name for part in _kept(parts)) or "0"


def _must_not_be_negative(*lengths: float) -> None:
    for length in lengths:
        if not (length >= 0 and math.isfinite(length)):
            raise GeoreferenceError(f"{length} is no length, or no error")


def offset_error(figure: str, *, convention: str = "chapman2020") -> float:
    """What a distance as written leaves open, in its own unit.

    By `geomap.policy`: half the precision of the figure (Chapman & Wieczorek 2020), the whole of it (2001, 2004), or 15 % of a multiple
    of ten and one of the last digit else (Frazier et al. 2004). Of several figures in one locality the most precise speaks for all.

    >>> [offset_error("10", convention=name) for name in ("chapman2020", "frazier2004", "wieczorek2004")]
    [0.5, 1.5, 5.0]
    """
    return convention_of(convention).offset_rule(figure)


def distance_error_m(precision_m: float, *, convention: str = "chapman2020") -> float:
    """The error of a distance that was given to a unit of so many metres: half the unit, or the whole of it by the rules of 2001 and 2004."""
    return convention_of(convention).share * precision_m


def coordinate_errors_m(lat: float, precision_deg: float, *, ellipsoid: str = "WGS84") -> tuple[float, float]:
    """What a precision in degrees is in metres at a latitude: along the meridian, and along the parallel.

    >>> [round(error, 1) for error in coordinate_errors_m(10.27, 0.01)]
    [1106.1, 1095.5]
    """
    meridian, parallel = radii_m(lat, ellipsoid=Geod(ellps=ellipsoid))
    return (meridian * math.radians(precision_deg), parallel * math.radians(precision_deg))


def coordinate_precision_m(lat: float, precision_deg: float, *, ellipsoid: str = "WGS84") -> float:
    """The uncertainty due to a precision in degrees: √[(πR·p/180)² + (πN·cosφ·p/180)²] (Wieczorek 2001).

    >>> round(coordinate_precision_m(10.27, 0.01), 1)
    1556.8
    """
    return precision_m(lat, precision_deg, precision_deg, ellipsoid=Geod(ellps=ellipsoid))


_INCH_M = 0.0254


def map_error_m(scale: float, *, standard: str = "usgs") -> float:
    """The accuracy of a map of scale 1 : `scale`.

    "usgs": 1/30 inch on maps larger than 1 : 20 000, else 1/50 inch; "other": 1 mm, for maps and charts without a published standard
    (Wieczorek 2001); "line": 0.5 mm, the width of a line (Chapman & Wieczorek 2020).

    >>> round(map_error_m(24_000), 3), map_error_m(25_000, standard="other")
    (12.192, 25.0)
    """
    on_paper = {"usgs": _INCH_M / (30 if scale < 20_000 else 50), "other": 0.001, "line": 0.0005}
    if standard not in on_paper:
        raise GeoreferenceError(f"no standard of maps {standard!r}; there are {', '.join(on_paper)}")
    return on_paper[standard] * scale


def grid_radial_m(side_m: float) -> float:
    """The radial of a square of a metric grid: half its diagonal.

    >>> round(grid_radial_m(1000))
    707
    """
    return side_m / math.sqrt(2)


_MILE_M = 1609.344
DEFAULT_RADIALS_M = {
    "spring": 3.0,
    "bore": 3.0,
    "tank": 3.0,
    "well": 3.0,
    "waterhole": 3.0,
    "small stream": 3.0,
    "two-lane city street": 10.0,
    "two-lane highway intersection": 10.0,
    "four-lane highway intersection": 20.0,
    "highway intersection, unknown type": 15.0,
    "plss township": 6828.0,
    "plss section": 1138.0,
    "plss 1/4 section": 570.0,
    "plss 1/4 of 1/4 section": round(grid_radial_m(_MILE_M / 4)),
    "plss 1/4 of 1/4 of 1/4 section": round(grid_radial_m(_MILE_M / 8)),
    "grid 1/4 degree": 39_226.0,
}
"""The radius of features of which only the kind is known (Zermoglio et al. 2020; the parts of a quarter section: Wieczorek 2001). Metric
grids have half the diagonal of a square; the guide gives a quarter-degree square at the equator its whole diagonal."""
_SAME = (
    (r"[¼]|\bquarter\b", "1/4"),
    (r"\btownship and range\b", "township"),
    (r"^(?=township|section|1/4 (?:of 1/4 )*section)", "plss "),
    (r"\b2[- ]lane\b|\btwo lane\b", "two-lane"),
    (r"\b4[- ]lane\b|\bfour lane\b", "four-lane"),
    (r"\bhighways\b", "highway"),
    (r"(?<=section)s$|(?<=street)s$|(?<=stream)s$", ""),
    (r"^highway intersection$", "highway intersection, unknown type"),
    (r"^(?:grid,? )?1/4[- ]degree.*|^grid 1/4[- ]degree.*", "grid 1/4 degree"),
)
_GRID = re.compile(r"grid\b.*?(?P<side>\d+(?:\.\d+)?) ?(?P<unit>m|km)\b")


def default_radial_m(feature: str) -> float:
    """The default geographic radial of a kind of feature, by its name in the Georeferencing Quick Reference Guide (2020), whole metres.

    Raises UnknownNameError, which lists the names there are.

    >>> [default_radial_m(name) for name in ("small stream", "PLSS quarter section", "Grid 10 m")]
    [3.0, 570.0, 7.0]
    """
    name = " ".join(feature.lower().split())
    for pattern, instead in _SAME:
        name = re.sub(pattern, instead, name)
    if name in DEFAULT_RADIALS_M:
        return float(DEFAULT_RADIALS_M[name])
    grid = _GRID.match(name)
    if grid is None:
        raise UnknownNameError(
            f"no default radial for {feature!r}; there are {', '.join(DEFAULT_RADIALS_M)}, and grid with a side, such as grid 100 m"
        )
    return float(round(grid_radial_m(float(grid["side"]) * (1000 if grid["unit"] == "km" else 1))))

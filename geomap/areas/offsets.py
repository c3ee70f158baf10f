"""Places that a claim's words work out from others: the middle of two, and where two legs at right angles lead to."""

from __future__ import annotations

from collections.abc import Sequence

from geomap.geometry.geodesy import azimuth_deg, destination, distance_m
from geomap.model import MIDDLE, OFFSET, Claim, Footprint, Place
from geomap.relations import Relation
from geomap.units import degrees_from_bearing

LonLat = tuple[float, float]
_BETWEEN_LEGS = 12
"""Characters between two legs at most: " and ", ", then "."""


def middle_of(one: Place, other: Place) -> Place:
    """The middle of the geodesic between two places; its extent is the larger of theirs, and its id has both of theirs."""
    lon, lat = destination(one.lonlat, azimuth_deg(one.lonlat, other.lonlat), half_way_m(one, other))
    return Place(
        id=f"{MIDDLE}:{one.id}:{other.id}",
        name=f"the middle of {one.name} and {other.name}",
        lon=lon,
        lat=lat,
        kind=MIDDLE,
        country=one.country if one.country == other.country else None,
        extent_m=max(one.extent_m, other.extent_m),
        source="worked out",
    )


def half_way_m(one: Place, other: Place) -> float:
    """Half the distance of two places, metres: what lies between them is taken to be no farther from their middle (Wieczorek et al. 2004)."""
    return distance_m(one.lonlat, other.lonlat) / 2


def other_leg(claim: Claim, others: Sequence[Claim]) -> Claim | None:
    """The other leg of an offset: a distance at a right angle from the same anchor, in the words next to it."""
    return next((other for other in others if other.id != claim.id and are_legs(claim, other)), None)


def _start(claim: Claim) -> int:
    return claim.span.start


def are_legs(claim: Claim, other: Claim) -> bool:
    """Whether two claims are the two legs of one offset."""
    first, second = sorted((claim, other), key=_start)
    for leg in (first, second):
        if leg.relation is not Relation.AT or leg.bearing is None or leg.distance is None or len(leg.distance.figures) != 1:
            return False
    same = first.sentence == second.sentence and [each.span for each in first.anchors] == [each.span for each in second.anchors]
    near = 0 <= second.span.start - first.span.end <= _BETWEEN_LEGS
    return same and near and (degrees_from_bearing(first.bearing or "") - degrees_from_bearing(second.bearing or "")) % 180.0 == 90.0


def place_at(anchor: Place, legs: Sequence[tuple[str, float]], *, name: str) -> Place:
    """Where legs (compass point, metres) from a place lead to, the northern or southern one first, as on a map."""
    at = anchor.lonlat
    for point, length in sorted(legs, key=lambda leg: degrees_from_bearing(leg[0]) % 180.0):
        at = destination(at, degrees_from_bearing(point), length)
    return Place(
        id=f"{OFFSET}:{anchor.id}:" + ",".join(f"{length:.0f}{point}" for point, length in sorted(legs)),
        name=name,
        lon=at[0],
        lat=at[1],
        kind=OFFSET,
        country=anchor.country,
        extent_m=anchor.extent_m,
        extent_stated=anchor.extent_stated,
        source="worked out",
    )


def centre_of(place: Place, footprint: Footprint | None) -> LonLat:
    """The middle of a place (lon, lat): that of its polygon, else its point."""
    if footprint is None:
        return place.lonlat
    middle = footprint.geometry.centroid
    return (float(middle.x), float(middle.y))

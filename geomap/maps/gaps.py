"""The line that a margin is measured along: from the edge of one region to the edge of another.

With D the distance of two anchors, two regions that do not meet are nearest to each other on the geodesic through both anchors,
whichever of the three cases of `geomap.checks.feasibility.pairwise` holds.
"""

from __future__ import annotations

from geomap.areas.regions import is_shaped
from geomap.geometry.geodesy import azimuth_deg, destination, distance_m
from geomap.model import Finding, FindingKind, Region, Verdict

LonLat = tuple[float, float]
SAME_PLACE_AZIMUTH = 110.0
"""Direction of the line where both regions have one anchor, so that any direction would do."""


def gap_line(finding: Finding) -> tuple[LonLat, LonLat] | None:
    """Ends (lon, lat) of the line that shows a finding's plain margin, or None where there is nothing to show."""
    if finding.margin is None or len(finding.regions) != 2:
        return None
    first, second = finding.regions
    if is_shaped(first.reading) or is_shaped(second.reading):
        return None
    if finding.kind is FindingKind.ZONE and finding.verdict is Verdict.INSIDE:
        return _clearance_inside(first, second)
    return _between(first, second)


def _between(first: Region, second: Region) -> tuple[LonLat, LonLat] | None:
    a, b, here = first.plain, second.plain, first.anchor.lonlat
    apart = distance_m(here, second.anchor.lonlat)
    side_by_side = apart - a.high - b.high
    first_around, second_around = a.low - apart - b.high, b.low - apart - a.high
    gap = max(side_by_side, first_around, second_around)
    if gap <= 0:
        return None
    towards = _azimuth(first, second)
    if gap == side_by_side:
        return (destination(here, towards, a.high), destination(here, towards, apart - b.high))
    if gap == first_around:
        return (destination(here, towards, a.low), destination(here, towards, apart + b.high))
    away = (_azimuth(second, first)) % 360.0
    there = second.anchor.lonlat
    return (destination(there, away, apart + a.high), destination(there, away, b.low))


def _clearance_inside(position: Region, zone: Region) -> tuple[LonLat, LonLat] | None:
    """From the farthest point of a position to the edge of the zone that holds it."""
    apart = distance_m(position.anchor.lonlat, zone.anchor.lonlat)
    reach = apart + position.plain.high
    if reach >= zone.plain.high:
        return None
    outward = _azimuth(zone, position)
    return (destination(zone.anchor.lonlat, outward, reach), destination(zone.anchor.lonlat, outward, zone.plain.high))


def _azimuth(start: Region, end: Region) -> float:
    """Direction from one anchor to the other, or a fixed one where they are one place."""
    if distance_m(start.anchor.lonlat, end.anchor.lonlat) < 1.0:
        return SAME_PLACE_AZIMUTH
    return azimuth_deg(start.anchor.lonlat, end.anchor.lonlat)

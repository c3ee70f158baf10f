"""A claim's words, anchor, readings and region, and its findings, with the arithmetic that a reader can redo by hand."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence

from geomap.areas.regions import is_shaped
from geomap.geometry.geodesy import distance_m
from geomap.model import Claim, Event, Evidence, Finding, FindingKind, Flip, Location, Region
from geomap.units import Interval, Sector


def explain(item: Evidence, findings: Sequence[Finding], events: Sequence[Event] = ()) -> str:
    """A claim with its event, its anchor, its readings and its region, one fact a line, and those of the findings that it is part of."""
    claim = item.claim
    lines = [
        f"{claim.id}  “{claim.span.text}”",
        f"report: {claim.span.report.id}, code points {claim.span.start}–{claim.span.end}",
        f"sentence: “{' '.join(claim.sentence.text.split())}”",
        _said(claim),
        *_about(claim, events),
    ]
    for location in item.locations:
        if location is not None:
            lines += _anchor(location)
    lines += [f"no region: {item.why_not}"] if item.region is None else [*_region(item.region), *_readings(item)]
    for finding in findings:
        if claim.id in (each.id for each in finding.claims):
            lines += _finding(finding)
    return "\n".join(lines)


def _said(claim: Claim) -> str:
    target = claim.target.text if claim.target else "something not named"
    when = claim.when.isoformat() if claim.when else "a day that the text does not give"
    return f"says: {claim.source_name}, {claim.stance.value}; about {target}; on {when}"


def _about(claim: Claim, events: Sequence[Event]) -> Iterator[str]:
    """Which event a claim is of and why, with which accounts of other reports it was joined, and which events may be the same."""
    role = "" if claim.role is None else f" ({claim.role.value})"
    event = next((each for each in events if each.id == claim.event), None)
    if event is None:
        yield f"event: {claim.event or 'none'}{role}{f': {claim.event_reason}' if claim.event_reason else ''}"
        return
    yield f"event: {event.id}{role}, “{event.label}”: {claim.event_reason}"
    report = claim.span.report.id
    for pair in event.joined:
        if report in pair.reports:
            yield f"  {' and '.join(pair.reports)} tell of one event, probability {pair.probability:.2f}: {pair.why}"
    yield from (f"  may be one with {other.event}, probability {other.probability:.2f}: {other.why}" for other in event.may_join)


def _anchor(location: Location) -> Iterator[str]:
    yield f"anchor: “{location.mention.span.text}”: {location.why}"
    for candidate in location.candidates:
        place = candidate.place
        yield f"  {candidate.score:.2f}  {place.name} ({place.id}, {place.kind}, {place.country}) {place.lon:.5f}, {place.lat:.5f}"
        yield from (f"        {reason}" for reason in candidate.reasons)


def _region(region: Region) -> Iterator[str]:
    """The bounds, and how each comes about."""
    reading = region.reading
    claim, anchor, footprint = reading.claim, region.anchor, reading.footprint
    if footprint is not None:
        sort = "all of it; distances inside are negative" if footprint.is_area else "all of the line"
        yield f"measured from: {anchor.name}, {sort} ({footprint.source}, known to {footprint.accuracy_m / 1000:.3f} km)"
    elif anchor.kind in ("offset", "middle"):
        yield f"measured from: {anchor.name}, at {anchor.lon:.5f}, {anchor.lat:.5f}"
    yield f"plain: {_bounds(region.plain)} from {anchor.name}"
    if claim.distance is not None and reading.unit is not None and not reading.is_offset:
        for value in claim.distance.values:
            unit = reading.unit
            yield f"    {value:g} {unit.value} × {unit.metres:.10g} m = {value * unit.metres / 1000:.3f} km"
    yield f"outer: {_bounds(region.outer)}"
    yield from (f"    {metres / 1000:.3f} km wider at either end: {words}" for words, metres in region.widened_by)
    if region.inner is None:
        yield "inner: nothing, for what is taken away leaves nothing" if region.narrowed_by else "inner: nothing is sure"
    else:
        yield f"inner: {_bounds(region.inner)}"
    if region.inner is None or region.plain.low != region.plain.high:
        yield from (f"    {metres / 1000:.3f} km narrower at either end: {words}" for words, metres in region.narrowed_by)
    if reading.sector is not None:
        yield from _directions(reading.sector)


def _directions(sector: Sector) -> Iterator[str]:
    lon, lat = sector.at
    for side, half in (("plain", sector.half), ("outer", sector.scaled(2).half), ("inner", sector.scaled(0.5).half)):
        yield f"directions, {side}: {sector.middle:g}° ± {half:g}° at {lon:.5f}, {lat:.5f}"


def _readings(item: Evidence) -> Iterator[str]:
    yield f"{len(item.readings)} fair readings:"
    yield from (f"  {_bounds(reading.distance)}  {reading.words}" for reading in item.readings)


def _finding(finding: Finding) -> Iterator[str]:
    yield f"{finding.id}  {finding.kind.value} of {', '.join(claim.id for claim in finding.claims)}: {finding.verdict.value}"
    yield f"    {finding.explanation}"
    if finding.folded:
        yield f"    folded: {finding.why_folded}"
    if finding.margin is not None:
        margin = finding.margin
        yield f"    margin: {_km(margin.plain)} km as written; {_km(margin.low)} to {_km(margin.high)} km over {finding.readings} fair readings"
    yield from (f"    {_flip(flip, robust=finding.robust)}" for flip in finding.flips)
    if finding.kind is FindingKind.AGREEMENT and len(finding.regions) == 2:
        first, second = finding.regions
        by_shape = is_shaped(first.reading) or is_shaped(second.reading)
        yield from (f"    {line}" for line in (_nearest(finding) if by_shape else _formula(first, second, finding)))


def _flip(flip: Flip, *, robust: bool) -> str:
    """A change of reading with its exact threshold."""
    threshold = "" if flip.threshold is None else f" (from {flip.threshold:.10g}{f' {flip.unit}' if flip.unit else ''})"
    return (
        f"{'would be' if flip.fair and not robust else 'would only be'} {flip.verdict.value} by {flip.parameter}{threshold}: {flip.reading}"
    )


def _nearest(finding: Finding) -> Iterator[str]:
    """Between which points a margin lies that no formula on distances gives."""
    yield "the margin is the least geodesic distance between the two regions, which no formula on distances gives"
    if finding.nearest is not None:
        points = " and ".join(f"{lon:.5f}, {lat:.5f}" for lon, lat in finding.nearest)
        yield f"nearest to each other: {points}, {_km(distance_m(*finding.nearest))} km apart"
    elif finding.margin is not None and finding.margin.plain <= 0:
        yield "the two regions have points in common"


def _formula(first: Region, second: Region, finding: Finding) -> Iterator[str]:
    """The gap by the three ways in which two ranges of distances from points can miss each other."""
    apart = finding.apart
    if apart is None:
        return
    (a1, b1), (a2, b2) = ((region.plain.low, region.plain.high) for region in (first, second))
    one, other = finding.claims
    yield f"{one.id}: {_km(a1)} to {_km(b1)} km; {other.id}: {_km(a2)} to {_km(b2)} km"
    yield f"apart: {_km(apart.nearest)} km at the nearest; the first reaches {_km(apart.first)}, the second {_km(apart.second)} km from the other"
    ways = (
        (f"{_km(apart.nearest)} − {_km(b1)} − {_km(b2)}", apart.nearest - b1 - b2),
        (f"{_km(a1)} − {_km(max(0.0, b2))} − {_km(apart.second)}", a1 - max(0.0, b2) - apart.second),
        (f"{_km(a2)} − {_km(max(0.0, b1))} − {_km(apart.first)}", a2 - max(0.0, b1) - apart.first),
    )
    yield "gap: the largest of " + "; ".join(f"{words} = {_km(value)}" for words, value in ways) + " km"


def _bounds(interval: Interval) -> str:
    if interval.low == -math.inf:
        return f"{interval.high / 1000:.3f} km or less"
    if math.isinf(interval.high):
        return f"{interval.low / 1000:.3f} km or more"
    return f"{interval.low / 1000:.3f} to {interval.high / 1000:.3f} km"


def _km(metres: float) -> str:
    return f"{metres / 1000:.3f}" if math.isfinite(metres) else "∞" if metres > 0 else "−∞"

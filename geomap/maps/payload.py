"""Analysis → the data of a page. All words of reports go in here as text, and nowhere else into the page."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import PurePath
from typing import Any

from shapely.geometry.base import BaseGeometry

from geomap.areas.regions import distinct
from geomap.checks.ranking import folded_in_words
from geomap.checks.telling.lengths import length_in_words
from geomap.checks.telling.wording import as_sentence, one_line
from geomap.geometry.geodesy import Box, distance_m
from geomap.language.speech.sources import fold_sources
from geomap.maps.areas import feasible_data, footprint_data, footprints, is_footprint, located_data
from geomap.maps.basemap import basemap
from geomap.maps.regions import Drawings, drawn_box
from geomap.model import LOCATED, Analysis, Claim, Event, Finding, Location, Place, Problem, Region, Report, Span, Speed, Unread, Verdict
from geomap.relations import Limit
from geomap.units import Interval, metres_in_words

Json = dict[str, Any]
EMPTY_CASE: Box = (-20.0, -35.0, 60.0, 65.0)
"""What a page shows that has nothing to show."""
LARGEST_AREA_M = 1_500_000.0
"""A region that reaches farther, such as a whole large country's, does not decide what the page shows at first."""


def payload(analysis: Analysis) -> Json:
    """Everything that the page shows, as JSON data."""
    bounds = case_bounds(analysis)
    names = fold_sources([(claim.source_name, claim.span.report.id) for claim in analysis.claims])
    source_of = dict(zip((claim.id for claim in analysis.claims), names, strict=True))
    speakers = _grouped(analysis.claims, lambda claim: source_of[claim.id])
    by_report = _grouped(analysis.claims, lambda claim: claim.span.report.id)
    return {
        "title": analysis.title,
        "bounds": [[bounds[1], bounds[0]], [bounds[3], bounds[2]]],
        "basemap": basemap(bounds),
        "speakers": [{"name": name, "claims": [claim.id for claim in claims]} for name, claims in speakers.items()],
        "reports": [_report(report, by_report.get(report.id, []), analysis.not_read.get(report.id)) for report in analysis.reports],
        "claims": list(_claims(analysis, {claim.id: number for number, claims in enumerate(speakers.values()) for claim in claims})),
        "findings": [_finding(finding) for finding in analysis.findings],
        "folded": folded_in_words(analysis.findings),
        "feasible": feasible_data(analysis),
        "located": located_data(analysis),
        "events": [_event(event, analysis) for event in analysis.events],
        "left_apart": len({frozenset((event.id, other.event)) for event in analysis.events for other in event.may_join}),
        "places": _places(analysis),
        "unresolved": [_unresolved(location, analysis) for location in _distinct(analysis.unresolved)],
        "unread": [_unread(item) for item in analysis.unread],
        "problems": [_problem(problem) for problem in analysis.problems],
    }


def case_bounds(analysis: Analysis) -> Box:
    """What the page shows at first: the regions as drawn and the places that the claims are measured from."""
    regions = distinct(analysis.regions)
    boxes = [drawn_box(region) for region in [each for each in regions if _is_local(each)] or regions]
    boxes += [(*place.lonlat, *place.lonlat) for place in _placed(analysis) if not boxes and not place.is_area]
    if not boxes:
        return EMPTY_CASE
    west, south, east, north = (edge(values) for edge, values in zip((min, min, max, max), zip(*boxes, strict=True), strict=True))
    return (west, max(south, -85.0), min(east, west + 360.0), min(north, 85.0))


def _is_local(region: Region) -> bool:
    reach = region.outer.high if math.isfinite(region.outer.high) else region.outer.low
    is_local = reach <= LARGEST_AREA_M and not region.anchor.is_area
    return is_local and region.reading.claim.relation.traits.limit is not Limit.MIDDLE


def _placed(analysis: Analysis) -> list[Place]:
    """The resolved places, each once, in reading order."""
    places = (location.resolved for location in analysis.locations)
    return list({place.id: place for place in places if place is not None}.values())


def _grouped(claims: Iterable[Claim], key: Callable[[Claim], str]) -> dict[str, list[Claim]]:
    """Claims by something that they have, in reading order."""
    found: dict[str, list[Claim]] = {}
    for claim in claims:
        found.setdefault(key(claim), []).append(claim)
    return found


def _report(report: Report, claims: Iterable[Claim], why_unread: str | None) -> Json:
    return {
        "id": report.id,
        "title": report.title or _file_name(report.source) or report.id,
        "publisher": report.publisher,
        "published": report.published.isoformat() if report.published else None,
        "url": report.url,
        "why_unread": why_unread,
        "claims": [claim.id for claim in claims],
    }


def _file_name(source: str | None) -> str:
    """A file's name without its folders, which are nobody's business but the analyst's."""
    return PurePath(source).name if source and source != "-" else ""


def _claims(analysis: Analysis, speakers: Mapping[str, int]) -> Iterator[Json]:
    areas, drawings = footprints(analysis), Drawings()
    reports = {report.id: number for number, report in enumerate(analysis.reports)}
    for number, item in enumerate(analysis.evidence):
        claim, region = item.claim, item.region
        yield {
            "id": claim.id,
            "speaker": speakers[claim.id],
            "named": claim.speaker is not None,
            "report": reports[claim.span.report.id],
            "relation": claim.relation.value,
            "zone": claim.declares_zone,
            "stance": claim.stance.value,
            "when": claim.when.isoformat() if claim.when else None,
            "when_text": claim.when_text.text if claim.when_text else None,
            "target": claim.target.text if claim.target else None,
            "event": claim.event,
            "event_reason": claim.event_reason,
            "role": claim.role.value if claim.role else None,
            "quote": _quote(claim.span, claim.sentence),
            "anchor": _anchor(claim, item.locations[0]) if item.locations else None,
            "region": _drawn(region, number, areas, drawings) if region else None,
            "bounds": _bounds_rows(region) if region else [],
            "why_not": as_sentence(item.why_not),
        }


def _drawn(region: Region, number: int, areas: Mapping[str, BaseGeometry], drawings: Drawings) -> Json:
    area = areas.get(region.reading.claim.id)
    return drawings.of(region, number) if area is None else footprint_data(region, area, number)


def _quote(span: Span, sentence: Span) -> list[str]:
    """The sentence before, in and after the span; where the span is not in it, the span alone."""
    if not sentence.overlaps(span):
        return ["", span.text, ""]
    text = span.report.text
    start, end = min(sentence.start, span.start), max(sentence.end, span.end)
    return [text[start : span.start], span.text, text[span.end : end]]


def _anchor(claim: Claim, location: Location | None) -> Json:
    mention = claim.anchors[0]
    place = location.resolved if location else None
    return {
        "words": mention.span.text,
        "stands_for": mention.antecedent.text if mention.antecedent else None,
        "place": _place(place) if place else None,
        "why": location.why if location else "",
        "others": [one_line(other.span.text) for other in claim.anchors[1:]],
    }


def _bounds_rows(region: Region) -> list[list[str]]:
    """What the figures say, what is sure, and what is possible."""
    if is_footprint(region):
        known = region.reading.footprint
        rows = [["By policy", "anywhere in it: the words give no figure"]] if region.plain.low <= 0 else []
        return rows if known is None else [*rows, ["Edge", f"{known.source}, known to {metres_in_words(known.accuracy_m)}"]]
    if region.fuzzy:
        high = metres_in_words(region.outer.high)
        return [["By policy", f"up to some {high}: the words give no figure, so this decides nothing"]]
    rows = [["As written", _interval_words(region.plain)]]
    rows.append(["Surely", _interval_words(region.inner) if region.inner else "nowhere is sure"])
    rows.append(["Possibly", _interval_words(region.outer)])
    known = region.reading.footprint
    return rows if known is None else [*rows, ["Line", f"{known.source}, known to {metres_in_words(known.accuracy_m)}"]]


def _interval_words(interval: Interval) -> str:
    if interval.high < 0:
        return (
            f"{metres_in_words(-interval.high)} or more inside"
            if math.isinf(interval.low)
            else f"{_interval_words(Interval(-interval.high, -interval.low))} inside"
        )
    if math.isinf(interval.high):
        return f"{metres_in_words(interval.low)} or more"
    if interval.low <= 0:
        return f"up to {metres_in_words(interval.high)}"
    if interval.low == interval.high:
        return metres_in_words(interval.low)
    return f"{metres_in_words(interval.low)} to {metres_in_words(interval.high)}"


def _finding(finding: Finding) -> Json:
    line = finding.nearest
    return {
        "id": finding.id,
        "kind": finding.kind.value,
        "verdict": finding.verdict.value,
        "claims": [claim.id for claim in finding.claims],
        "margin": _margin(finding),
        "condition": _condition(finding),
        "robust": finding.robust,
        "readings": finding.readings,
        "flips": [
            {"text": flip.reading, "parameter": flip.parameter, "verdict": flip.verdict.value, "fair": flip.fair} for flip in finding.flips
        ],
        "summary": finding.summary or finding.explanation,
        "detail": finding.explanation.removeprefix(finding.summary).strip() if finding.summary else "",
        "folded": finding.folded,
        "why_folded": finding.why_folded,
        "sets": None if finding.sets is None else {"together": finding.sets.together, "conflicts": finding.sets.conflicts},
        "witness": _latlon(finding.witness) if finding.witness else None,
        "gap": None if line is None else {"line": [_latlon(end) for end in line], "text": length_in_words(distance_m(*line))},
    }


def _condition(finding: Finding) -> Json | None:
    """What a finding hangs on that holds only if two events are one; why they may be, unless the explanation says it."""
    join = finding.if_same_event
    if join is None:
        return None
    events = dict.fromkeys([*(claim.event for claim in finding.claims if claim.event), join.event])
    return {"events": list(events), "chance": _percent(join.probability), "why": "" if join.why in finding.explanation else join.why}


def _percent(probability: float) -> str:
    """A probability in per cent; only what is sure is 0 or 100."""
    return f"{probability * 100:.0f} %" if probability in (0.0, 1.0) else f"{min(max(round(probability * 100), 1), 99)} %"


def _margin(finding: Finding) -> str:
    """The plain margin in words, or the speed that a movement needs; empty where it says nothing, as for words without a figure."""
    if finding.speed is not None:
        return _speed(finding.speed, finding.verdict)
    if finding.margin is None or math.isinf(finding.margin.plain):
        return ""
    if finding.verdict is Verdict.OPEN and any(region.fuzzy or is_footprint(region) for region in finding.regions):
        return ""
    words = length_in_words(finding.margin.plain)
    if finding.verdict in (Verdict.INSIDE, Verdict.OUTSIDE):
        return f"clear by {words}"
    return f"{words} apart" if finding.margin.plain > 0 else f"overlap of {words}"


def _speed(speed: Speed, verdict: Verdict) -> str:
    kmh = speed.least if verdict is Verdict.IMPOSSIBLE else speed.plain
    if kmh <= 0 or math.isinf(kmh):
        return ""
    return f"{'at least' if verdict is Verdict.IMPOSSIBLE else 'some'} {kmh:{',.0f' if kmh >= 10 else '.2g'}} km/h"


def _event(event: Event, analysis: Analysis) -> Json:
    return {
        "id": event.id,
        "label": event.label,
        "when": event.when.isoformat() if event.when else None,
        "claims": list(event.claims),
        "reports": [number for number, report in enumerate(analysis.reports) if report.id in event.reports],
        "reason": event.reason,
        "joined": [{"claims": list(pair.claims), "chance": _percent(pair.probability), "why": pair.why} for pair in event.joined],
        "may_join": [{"event": other.event, "chance": _percent(other.probability), "why": other.why} for other in event.may_join],
    }


def _places(analysis: Analysis) -> list[Json]:
    anchors = {region.anchor.id: region.anchor for region in analysis.regions}
    everything = anchors | {place.id: place for place in _placed(analysis)}
    known = [place for place in everything.values() if place.kind != LOCATED]  # a place of the reports is drawn as its area
    return [_place(place) | {"anchor": place.id in anchors, "area": place.is_area} for place in known]


def _place(place: Place) -> Json:
    return {
        "id": place.id,
        "name": place.name,
        "at": [place.lat, place.lon],
        "kind": place.kind,
        "country": place.country,
        "extent": metres_in_words(place.extent_m) if place.extent_stated else None,
        "source": place.source,
    }


def _distinct(locations: tuple[Location, ...]) -> list[Location]:
    """The first location of each name."""
    return list({location.mention.name.casefold(): location for location in reversed(locations)}.values())[::-1]


def _unresolved(location: Location, analysis: Analysis) -> Json:
    span = location.mention.span
    anchor = next((region.anchor for region in analysis.regions if not region.anchor.is_area), None)
    claims = [claim.id for claim in analysis.claims if any(_same_name(mention.name, location) for mention in claim.anchors)]
    return {
        "name": span.text,
        "report": [report.id for report in analysis.reports].index(span.report.id),
        "why": location.why,
        "chosen": location.chosen,
        "claims": claims,
        "others": _others(claims, analysis),
        "candidates": [
            _place(candidate.place)
            | {
                "reasons": list(candidate.reasons),
                "far": None
                if anchor is None
                else f"{metres_in_words(distance_m(anchor.lonlat, candidate.place.lonlat))} from {anchor.name}",
            }
            for candidate in location.candidates
        ],
    }


def _same_name(name: str, location: Location) -> bool:
    return name.casefold() == location.mention.name.casefold()


def _others(claims: list[str], analysis: Analysis) -> list[str]:
    """Ids of the drawn claims about the same events: where they let the thing be."""
    events = {claim.event for claim in analysis.claims if claim.id in claims} - {None}
    drawn = {region.reading.claim.id for region in analysis.regions}
    return [claim.id for claim in analysis.claims if claim.event in events and claim.id in drawn and claim.id not in claims]


def _unread(item: Unread) -> Json:
    return {"quote": _quote(item.span, item.sentence), "why": item.why, "report": item.span.report.id}


def _problem(problem: Problem) -> Json:
    return {"source": _file_name(problem.source) or problem.source, "place": problem.place, "reason": problem.reason, "mend": problem.mend}


def _latlon(lonlat: tuple[float, float]) -> list[float]:
    return [round(lonlat[1], 6), round(lonlat[0], 6)]

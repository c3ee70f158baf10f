"""The JSON interface: records as plain dictionaries whose keys are stable."""

from __future__ import annotations

import datetime as dt
import math
from typing import Any

from geomap.exports.geometries import geojson_geometry, split
from geomap.model import (
    Analysis,
    Apart,
    Candidate,
    Claim,
    Clock,
    Event,
    Finding,
    Flip,
    JointSets,
    Located,
    Location,
    Margin,
    Mention,
    Order,
    Place,
    Problem,
    Region,
    Report,
    Span,
    Speed,
    Unread,
)
from geomap.units import Interval

Json = dict[str, Any]
LonLat = tuple[float, float]

HOUR = dt.timedelta(hours=1)
CANDIDATES = 5
"""At most so many places are listed for a mention."""


def span_record(span: Span) -> list[int]:
    """[start, end) in code points."""
    return [span.start, span.end]


def quote_record(span: Span | None) -> Json | None:
    """A span with its words."""
    return None if span is None else {"text": span.text, "span": span_record(span)}


def interval_record(interval: Interval | None) -> Json | None:
    """An interval in metres; null for no end, as distances inside an area have no lower one."""
    if interval is None:
        return None
    return {"low": _finite(interval.low), "high": _finite(interval.high)}


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def anchor_record(mention: Mention) -> Json:
    """An anchor of a claim, with what a common noun stands for."""
    return {
        "text": mention.span.text,
        "span": span_record(mention.span),
        "name": mention.name,
        "kind": mention.kind.value,
        "feature": mention.feature,
        "part": mention.part,
        "antecedent": quote_record(mention.antecedent),
        **_position_record(mention),
    }


def _position_record(mention: Mention) -> Json:
    """What reported coordinates come to: the point, the largest error in metres, and other senses; nothing for other mentions."""
    if mention.lonlat is None:
        return {}
    lon, lat = mention.lonlat
    return {
        "lon": round(lon, 7),
        "lat": round(lat, 7),
        "precision_m": None if mention.precision_m is None else round(mention.precision_m, 2),
        "otherwise": [[round(lon, 7), round(lat, 7)] for lon, lat in mention.otherwise],
    }


def clock_record(clock: Clock | None) -> Json | None:
    """A time of day in hours from midnight, by the clock of a zone: as written, with what it is ahead of UTC where that is known."""
    if clock is None:
        return None
    return {"low": round(clock.low, 4), "high": round(clock.high, 4), "zone": clock.zone, "ahead_h": clock.ahead}


def order_record(order: Order | None) -> list[float] | None:
    """By how many hours something was later than what was told just before, from the least to the most."""
    return None if order is None else [round(end / HOUR, 4) for end in (order.low, order.high)]


def claim_record(claim: Claim) -> Json:
    """A claim as ``extract --json`` prints it."""
    distance = None
    if claim.distance is not None:
        distance = interval_record(claim.literal_distance) or {"low": None, "high": None}
    low, high = claim.days
    return {
        "report": claim.span.report.id,
        "id": claim.id,
        "relation": claim.relation.value,
        "span": span_record(claim.span),
        "text": claim.span.text,
        "sentence": quote_record(claim.sentence),
        "anchors": [anchor_record(anchor) for anchor in claim.anchors],
        "distance_m": distance,
        "bearing": claim.bearing,
        "target": quote_record(claim.target),
        "speaker": quote_record(claim.speaker),
        "stance": claim.stance.value,
        "when": claim.when.isoformat() if claim.when else None,
        "when_text": quote_record(claim.when_text),
        "when_low": low.isoformat() if low else None,
        "when_high": high.isoformat() if high else None,
        "time": clock_record(claim.clock),
        "order_h": order_record(claim.order),
        "thing": claim.thing.kind,
        "sort": claim.thing.sort,
        "fate": None if claim.fate is None else claim.fate.value,
        "event": claim.event,
        "event_reason": claim.event_reason,
        "role": claim.role.value if claim.role else None,
    }


def place_record(place: Place) -> Json:
    """An entry of the gazetteer."""
    return {
        "id": place.id,
        "name": place.name,
        "lon": place.lon,
        "lat": place.lat,
        "kind": place.kind,
        "country": place.country,
        "population": place.population,
        "extent_m": round(place.extent_m, 1),
        "extent_stated": place.extent_stated,
        "source": place.source,
    }


def candidate_record(candidate: Candidate) -> Json:
    """A place that a mention may mean."""
    score = {"score": round(candidate.score, 4)}
    return place_record(candidate.place) | score | {"reasons": list(candidate.reasons), "guess": candidate.guess}


def location_record(location: Location) -> Json:
    """A mention as ``toponyms --json`` prints it."""
    mention = location.mention
    candidates = list(location.candidates)[:CANDIDATES]
    return {
        "report": mention.span.report.id,
        "span": span_record(mention.span),
        "text": mention.span.text,
        "name": mention.name,
        "kind": mention.kind.value,
        "metonym": mention.metonym,
        "resolved": location.resolved.id if location.resolved else None,
        "chosen": location.chosen,
        "why": location.why,
        "places": [candidate_record(candidate) for candidate in candidates],
    }


def flip_record(flip: Flip) -> Json:
    """One change that turns a verdict."""
    return {
        "parameter": flip.parameter,
        "reading": flip.reading,
        "threshold": flip.threshold,
        "unit": flip.unit,
        "verdict": flip.verdict.value,
        "fair": flip.fair,
    }


def region_record(region: Region) -> Json:
    """The numbers that a finding can be verified from."""
    anchor, footprint, sector = region.anchor, region.reading.footprint, region.reading.sector
    return {
        "claim": region.reading.claim.id,
        "anchor": {"id": anchor.id, "name": anchor.name, "lon": anchor.lon, "lat": anchor.lat, "extent_m": anchor.extent_m},
        "measured_from": "point" if footprint is None else "area" if footprint.is_area else "line",
        "accuracy_m": None if footprint is None else footprint.accuracy_m,
        "footprint_source": None if footprint is None else footprint.source,
        "plain_m": interval_record(region.plain),
        "outer_m": interval_record(region.outer),
        "inner_m": interval_record(region.inner),
        "sector": None if sector is None else {"lon": sector.at[0], "lat": sector.at[1], "middle": sector.middle, "half": sector.half},
    }


def _rounded(value: float) -> float | None:
    return round(value, 3) if math.isfinite(value) else None


def margin_record(margin: Margin | None) -> Json | None:
    """A margin in metres; null for what has no limit, as the overlap of two "more than"."""
    if margin is None:
        return None
    values = {"plain": margin.plain, "low": margin.low, "high": margin.high, "known_to": margin.known_to}
    return {name: _rounded(value) for name, value in values.items()}


def finding_record(finding: Finding) -> Json:
    """A finding as ``check --json`` prints it."""
    join = finding.if_same_event
    return {
        "if_same_event": join is not None,
        **({} if join is None else {"probability": round(join.probability, 3), "why": join.why}),
        "id": finding.id,
        "kind": finding.kind.value,
        "claims": [claim.id for claim in finding.claims],
        "verdict": finding.verdict.value,
        "margin_m": margin_record(finding.margin),
        "robust": finding.robust,
        "readings": finding.readings,
        "flips": [flip_record(flip) for flip in finding.flips],
        **_sets_record(finding.sets),
        **_speed_record(finding.speed),
        "witness": None if finding.witness is None else _point(finding.witness),
        "regions": [region_record(region) for region in finding.regions],
        **_apart_record(finding.apart),
        "nearest_points": _ends(finding.anchors_nearest),
        "nearest": _ends(finding.nearest),
        "rank": finding.rank,
        "folded": finding.folded,
        "why_folded": finding.why_folded,
        "summary": finding.summary or finding.explanation,
        "explanation": finding.explanation,
    }


def _ends(line: tuple[LonLat, LonLat] | None) -> list[list[float]] | None:
    """Two points as [[lon, lat], [lon, lat]]."""
    return None if line is None else [_point(each) for each in line]


def _sets_record(sets: JointSets | None) -> Json:
    """Which claims can stand together; null for findings on fewer than three."""
    if sets is None:
        return {"maximal_consistent": None, "minimal_conflicting": None, "complete": None}
    return {
        "maximal_consistent": [list(each) for each in sets.together],
        "minimal_conflicting": [list(each) for each in sets.conflicts],
        "complete": sets.complete,
    }


def _apart_record(apart: Apart | None) -> Json:
    """How far two anchors lie apart; null for findings that compare no two."""
    if apart is None:
        return {"anchors_apart_m": None, "farthest_apart_m": None}
    return {"anchors_apart_m": _rounded(apart.nearest), "farthest_apart_m": [_rounded(apart.first), _rounded(apart.second)]}


def _speed_record(speed: Speed | None) -> Json:
    """How fast one thing had to move between two positions; null for findings on no movement, and where there is no limit."""
    if speed is None:
        return {"speed_kmh": None, "hours": None}
    values = {"least": speed.least, "plain": speed.plain, "most": speed.most}
    return {"speed_kmh": {name: _rounded(value) for name, value in values.items()}, "hours": [round(each, 3) for each in speed.hours]}


def _point(lonlat: tuple[float, float]) -> list[float]:
    """[lon, lat] to the centimetre."""
    return [round(value, 7) for value in lonlat]


def event_record(event: Event) -> Json:
    """An event with its claims."""
    return {
        "id": event.id,
        "when": event.when.isoformat() if event.when else None,
        "claims": list(event.claims),
        "label": event.label,
        "reports": list(event.reports),
        "reason": event.reason,
        "joined": [
            {"claims": list(pair.claims), "reports": list(pair.reports), "probability": round(pair.probability, 3), "why": pair.why}
            for pair in event.joined
        ],
        "may_join": [{"event": other.event, "probability": round(other.probability, 3), "why": other.why} for other in event.may_join],
    }


def located_record(located: Located) -> Json:
    """Where claims leave room for a name or an event; of what they set no limit to, the part as far as `limit_m` from the first's anchor."""
    place = located.place
    return {
        ("event" if located.name is None else "name"): located.event if located.name is None else located.name,
        "claims": list(located.claims),
        "rests_on": list(located.rests_on),
        "bounded": located.is_bounded,
        "area_km2": None if located.area_km2 is None else float(f"{located.area_km2:.4g}"),
        "limit_m": None if located.limit_m is None else round(located.limit_m, 1),
        "place": None if place is None else place_record(place),
        "mentions": [{"report": mention.span.report.id, **(quote_record(mention.span) or {})} for mention in located.mentions],
        "why": located.why,
        "region": geojson_geometry(split(located.area)),
    }


def unread_record(unread: Unread) -> Json:
    """A distance that became neither claim nor non-claim."""
    return {
        "report": unread.span.report.id,
        "span": span_record(unread.span),
        "text": unread.span.text,
        "sentence": unread.sentence.text,
        "why": unread.why,
    }


def problem_record(problem: Problem) -> Json:
    """An input that could not be used."""
    return {"source": problem.source, "place": problem.place, "reason": problem.reason, "mend": problem.mend}


def report_record(report: Report, language: str | None) -> Json:
    """A report without its text; its language is a BCP 47 code, null where the text has too few words to tell."""
    return {
        "id": report.id,
        "title": report.title,
        "publisher": report.publisher,
        "published": report.published.isoformat() if report.published else None,
        "url": report.url,
        "source": report.source,
        "characters": len(report.text),
        "language": language,
    }


def analysis_record(analysis: Analysis) -> Json:
    """The whole of ``check --json``."""
    return {
        "title": analysis.title,
        "reports": [report_record(report, analysis.languages.get(report.id)) for report in analysis.reports],
        "claims": [claim_record(claim) for claim in analysis.claims],
        "findings": [finding_record(finding) for finding in analysis.findings],
        "events": [event_record(event) for event in analysis.events],
        "located": [located_record(each) for each in analysis.located],
        "unresolved": [location_record(location) for location in analysis.unresolved],
        "unread": [unread_record(unread) for unread in analysis.unread],
        "not_read": [{"report": report, "language": analysis.languages[report], "why": why} for report, why in analysis.not_read.items()],
        "problems": [problem_record(problem) for problem in analysis.problems],
    }

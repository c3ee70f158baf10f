"""What the distances and headings that a report states say of namesakes: "Zazah, 31 km ENE of Palmyra" speaks for the Zazah that lies there."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from typing import NamedTuple

import numpy as np

from geomap.gazetteer.resolution import weights
from geomap.gazetteer.resolution.evidence import Option, kilometres
from geomap.gazetteer.resolution.overlaps import Overlaps
from geomap.geometry.geodesy import WGS84, Array
from geomap.model import AREAS, Claim, Mention, MentionKind, Place
from geomap.policy import Policy
from geomap.units import Interval, degrees_from_bearing, half_sector_from_bearing

MOST_STATED = 200
"""Different statements of one report that are weighed."""
SLACK = 0.1
"""A stated distance may be off by this share of itself, beside what a road's detour takes from it."""
SLACK_M = 3000.0
"""The same in metres: a town's point is not where a distance to it is measured to."""
_SECTORS = 2.0
"""A stated compass point may be off by its neighbours: so many times half its sector."""
_ARTICLE = 4
"""Letters that an article takes before a name."""


class Stated(NamedTuple):
    """That one name lies some way from another."""

    named: Mention
    anchor: Mention
    interval: Interval
    """The distance as written, in metres."""
    bearing: str | None
    """Compass point from the anchor."""
    words: str


def stated_in(claims: Sequence[Claim], mentions: Overlaps[Mention]) -> Iterator[Stated]:
    """The statements of a report on how far one of its names lies from another, each once."""
    seen: set[tuple[str, str, str]] = set()
    for claim in claims:
        interval = claim.literal_distance
        if claim.declares_zone or interval is None or not math.isfinite(interval.high) or len(claim.anchors) != 1:
            continue
        named, anchor = _named(claim, mentions), claim.anchors[0]
        if named is None or anchor.kind is not MentionKind.NAME or anchor.part is not None:
            continue
        words = " ".join(claim.span.text.split())
        if (named.name, anchor.name, words) not in seen and len(seen) < MOST_STATED:
            seen.add((named.name, anchor.name, words))
            yield Stated(named, anchor, interval, claim.bearing, words)


def _named(claim: Claim, mentions: Overlaps[Mention]) -> Mention | None:
    """The name that the target of a claim consists of: "Zazah" of "the village of Zazah", nothing of "the Zazah convoy"."""
    target = claim.target
    named = None if target is None else mentions.first(target)
    if target is None or named is None or named.span.end != target.end:
        return None
    if named.kind is not MentionKind.NAME or named.part is not None:
        return None
    return named if named.feature is not None or named.span.start - target.start <= _ARTICLE else None


def weigh_stated(said: Stated, named: Sequence[Option], anchors: Sequence[Option], policy: Policy) -> None:
    """Let a statement speak for the namesakes of both names that fit it, as far as each other's are likely."""
    near, far = _points(named), _points(anchors)
    if not near or not far:
        return
    fits = _fits(said, near, far, policy)
    if not fits.any():
        return
    for own, others, table in ((near, far, fits), (far, near, fits.T)):
        voices = _voices(others)
        support = table @ voices
        for row, option in enumerate(own):
            if support[row] > 0:
                other = others[int(np.argmax(table[row] * voices))]
                away = kilometres(option.place, other.place)
                reason = f"{away:.0f} km from {other.place.name}, where the text has “{said.words}”"
                option.evidence.append((weights.STATED * float(support[row]), reason))


def _points(options: Sequence[Option]) -> list[Option]:
    return [option for option in options if option.place.kind not in AREAS]


def _voices(options: Sequence[Option]) -> Array:
    odds = np.exp(np.minimum([option.alone for option in options], weights.CERTAIN))
    voices: Array = odds / (1.0 + odds.sum())
    return voices


def _fits(said: Stated, named: Sequence[Option], anchors: Sequence[Option], policy: Policy) -> Array:
    """1 where the places of two candidates lie as the words say, else 0: a row a candidate of the name, a column one of the anchor."""
    table = np.zeros((len(named), len(anchors)))
    for column, anchor in enumerate(anchors):
        azimuth, _, away = _inverse(anchor.place, [option.place for option in named])
        extents = np.array([option.place.extent_m for option in named]) + anchor.place.extent_m + SLACK_M
        reach = Interval(said.interval.low * (1 - SLACK), said.interval.high * (1 + SLACK)).by_road(policy.detour_max)
        fit = np.array([reach.miss(each) for each in away]) <= extents
        if said.bearing is not None:
            off = np.abs((azimuth - degrees_from_bearing(said.bearing) + 180.0) % 360.0 - 180.0)
            fit &= (off <= _SECTORS * half_sector_from_bearing(said.bearing)) | (away <= extents)
        table[:, column] = fit
    return table


def _inverse(origin: Place, places: Sequence[Place]) -> tuple[Array, Array, Array]:
    """Azimuths from a place to others, back azimuths, and distances in metres."""
    lons, lats = [place.lon for place in places], [place.lat for place in places]
    count = len(places)
    forward, back, away = WGS84.inv([origin.lon] * count, [origin.lat] * count, lons, lats)
    return np.asarray(forward), np.asarray(back), np.asarray(away)

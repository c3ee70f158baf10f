"""What a text should be read as, in one line: "12 nmi | SW | Hodeidah ; zone 5 km | - | plant ; inside | Arvo".

A distance is "12 km", "<12 km" (from none up to it), ">12 km" (from it on), "10-15 km", "?" for a vague amount, or nothing for a
direction alone; "zone", "in" or "out" before it makes it a zone's radius. Then come the bearing and the anchor, "-" for none.
A claim that has neither distance nor direction is its relation with the anchors: "near | Arvo", "between | A | B".
"""

from __future__ import annotations

import math
import re

from geomap.language.claims.extract import extract
from geomap.model import Claim, Report
from geomap.relations import Relation
from geomap.units import Unit

ZONES = {"zone": Relation.ZONE, "in": Relation.INSIDE, "out": Relation.OUTSIDE}
BARE = {Relation.NEAR, Relation.INSIDE, Relation.OUTSIDE, Relation.ALONG, Relation.POSITION, Relation.BETWEEN}


def differences(text: str, expected: str) -> list[str]:
    """What is read otherwise than expected; nothing where all is right."""
    left = list(extract(Report(id="r", text=text)).claims)
    wrong = []
    for line in expected.split(" ; ") if expected else []:
        match = next((claim for claim in left if is_read_as(claim, line)), None)
        if match is None:
            wrong.append(f"missing: {line}")
        else:
            left.remove(match)
    return wrong + [f"read: {words_of(claim)}" for claim in left]


def words_of(claim: Claim) -> str:
    return f"{claim.relation} {claim.literal_distance} {claim.bearing} {[m.name for m in claim.anchors]} in {claim.span.text!r}"


def is_read_as(claim: Claim, expected: str) -> bool:
    first, *rest = [part.strip() for part in expected.split("|")]
    if first in BARE:
        return claim.relation == first and claim.distance is None and claim.bearing is None and _anchors_are(claim, rest)
    bearing, anchor = rest
    return _distance_is(claim, first) and (claim.bearing or "-") == bearing and _anchors_are(claim, [] if anchor == "-" else [anchor])


def name(text: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", text)


def _anchors_are(claim: Claim, expected: list[str]) -> bool:
    """Whether the anchors are these, by their words or by the names in them."""
    return len(claim.anchors) == len(expected) and all(
        wanted in (name(mention.span.text), mention.name) for mention, wanted in zip(claim.anchors, expected, strict=True)
    )


def _distance_is(claim: Claim, expected: str) -> bool:
    kind, _, amount = expected.partition(" ") if expected.split(" ", maxsplit=1)[0] in ZONES else ("", "", expected)
    if claim.relation in ZONES.values() and claim.relation is not ZONES.get(kind):
        return False
    literal = claim.literal_distance
    if not amount or amount == "?":
        return (claim.distance is not None) == bool(amount) and literal is None
    low, high = bounds(amount)
    if literal is None or (kind and claim.relation is not ZONES[kind]):
        return False
    return math.isclose(literal.high, high, rel_tol=1e-3) and math.isclose(literal.low, 0.0 if kind else low, rel_tol=1e-3)


def bounds(amount: str) -> tuple[float, float]:
    """Least and greatest metres of an amount."""
    figures, unit = amount.rsplit(" ", 1)
    metres = Unit(unit).metres
    if figures[0] in "<>":
        value = float(figures[1:]) * metres
        return (0.0, value) if figures[0] == "<" else (value, math.inf)
    low, _, high = figures.partition("-")
    return float(low) * metres, float(high or low) * metres

"""What a text should be read as, in one line: "12 nmi | SW | Hodeidah ; zone 5 km | - | plant".

A distance is "12 km", "<12 km" (from none up to it), ">12 km" (from it on), "10-15 km", "?" for a vague amount, or nothing for a
direction alone; "zone", "in" or "out" before it makes it a zone's radius. Then come the bearing and the anchor, "-" for none,
"*" for any. "between | A | B" has neither.
"""

from __future__ import annotations

import math
import re

from geomap.language.claims.extract import extract
from geomap.model import Claim, Report
from geomap.relations import Relation
from geomap.units import Unit

ZONES = {"zone": Relation.ZONE, "in": Relation.INSIDE, "out": Relation.OUTSIDE}
WEAK = {Relation.NEAR, Relation.ALONG, Relation.POSITION}


def claims_of(text: str) -> list[Claim]:
    """The claims with a distance, a direction or two ends; "near X", "in X" and bare positions are left to other tests."""
    found = extract(Report(id="r", text=text)).claims
    weak = {*WEAK, Relation.INSIDE, Relation.OUTSIDE}
    return [claim for claim in found if claim.distance is not None or claim.relation not in weak]


def differences(text: str, expected: str) -> list[str]:
    """What is read otherwise than expected; nothing where all is right."""
    left = claims_of(text)
    wrong = []
    for line in expected.split(" ; ") if expected else []:
        match = next((claim for claim in left if is_read_as(claim, line)), None)
        if match is None:
            wrong.append(f"missing: {line}")
        else:
            left.remove(match)
    return wrong + [f"read: {words_of(claim)}" for claim in (left if wrong or left else [])]


def words_of(claim: Claim) -> str:
    return f"{claim.relation} {claim.literal_distance} {claim.bearing} {[m.name for m in claim.anchors]} in {claim.span.text!r}"


def is_read_as(claim: Claim, expected: str) -> bool:
    first, *rest = [part.strip() for part in expected.split("|")]
    if first == "between":
        return claim.relation is Relation.BETWEEN and [name(mention.span.text) for mention in claim.anchors] == rest
    bearing, anchor = rest
    return _distance_is(claim, first) and (claim.bearing or "-") == bearing and _anchor_is(claim, anchor)


def name(text: str) -> str:
    return re.sub(r"^(?:the|a|an) ", "", text)


def _anchor_is(claim: Claim, expected: str) -> bool:
    if expected in ("*", "-"):
        return expected == "*" or not claim.anchors
    mention = claim.anchors[0] if len(claim.anchors) == 1 else None
    return mention is not None and expected in (name(mention.span.text), mention.name)


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

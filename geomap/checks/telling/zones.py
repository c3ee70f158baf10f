"""A position and a zone, in words."""

from __future__ import annotations

import math

from geomap.checks.comparison import Comparison
from geomap.checks.likeness import regions_of
from geomap.checks.telling.wording import Told, changes, name_of, one_line, puts, sentences, span_of_margins
from geomap.model import Evidence, Region, Verdict
from geomap.units import metres_in_words


def told_zone(position: Evidence, zone: Evidence, found: Comparison) -> Told:
    """What comparing a position with a zone came to."""
    region, round_it = regions_of(position, zone)
    return Told(
        sentences(
            f"{puts(position.claim, region)}.",
            f"The zone of “{one_line(zone.claim.span.text)}” reaches {_reach(round_it)} from {name_of(round_it)}.",
            _conclusion(found.by_figures, found.margin.plain),
        ),
        sentences(
            found.because,
            changes(found.flips),
            span_of_margins(found.margin, found.readings, robust=found.robust, noun="a clearance", lack="a shortfall"),
        ),
    )


def _reach(zone: Region) -> str:
    """How far a zone reaches, in words."""
    return f"{'at least ' if math.isinf(zone.outer.high) else ''}{metres_in_words(zone.plain.high)}"


def _conclusion(plain: Verdict, cleared: float) -> str:
    if plain is Verdict.OPEN:
        return "By the figures as written the position may be on either side of the zone's edge."
    return f"By the figures as written, in a straight line, the position is {plain.value} the zone and clears its edge by {metres_in_words(cleared)}."

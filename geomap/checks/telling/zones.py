"""A position and a zone, in words."""

from __future__ import annotations

import math

from geomap.checks.comparison import Comparison
from geomap.checks.feasibility.standins import thing_in_words
from geomap.checks.likeness import regions_of
from geomap.checks.telling.lengths import derived_in_words, length_in_words, stated_in_words
from geomap.checks.telling.wording import Told, changes, name_of, over_readings, quoted, says, sentences, source_of, where
from geomap.model import Claim, Evidence, Region, Verdict


def told_zone(position: Evidence, zone: Evidence, found: Comparison, *, is_anywhere: bool = False) -> Told:
    """What comparing a position with a zone came to; `is_anywhere` says that it holds wherever the thing is that both are measured from."""
    region, round_it = regions_of(position, zone)
    would_change = changes(found.flips, (position.claim, zone.claim), found.verdict, robust=found.robust)
    return Told(
        sentences(_conclusion(position.claim, region, zone.claim, round_it, found), found.because, would_change.first),
        sentences(
            _whose(position.claim, zone.claim),
            _taken_as_one(position.claim, zone.claim) if is_anywhere else _apart(region, round_it, found),
            would_change.others,
            over_readings(found.margin, found.readings, found.verdict, robust=found.robust, noun="clearance", lack="shortfall"),
        ),
    )


def _conclusion(position: Claim, region: Region, zone: Claim, round_it: Region, found: Comparison) -> str:
    """Where the position is, and on which side of the zone's edge."""
    puts = f"according to {says(position)}, it is {where(position, region)}"
    centre = "there" if region.anchor.id == round_it.anchor.id and region.reading.sector is None else name_of(round_it)
    reaches = f"{zone_in_words(zone)}, which reaches {_reach(zone, round_it)} from {centre}"
    if found.by_figures is Verdict.OPEN or region.fuzzy:
        return f"{puts}; whether that is inside {reaches}, is open."
    clear = derived_in_words(found.margin.plain, (position, zone))
    side = f"{clear} outside {reaches}" if found.by_figures is Verdict.OUTSIDE else f"inside {reaches}, with {clear} to spare"
    if found.verdict is not found.by_figures:
        return f"{puts}: taken literally, {side}."
    return f"{puts}: {'' if found.robust else 'as written and in a straight line, '}{side}."


def zone_in_words(claim: Claim) -> str:
    """A zone by the words that declare it: "“the 34-mile exclusion zone”", "the zone of “12 nautical miles from the coast”"."""
    words = quoted(claim.span.text)
    return words if "zone" in words.casefold() else f"the zone of {words}"


def _reach(zone: Claim, round_it: Region) -> str:
    """How far a zone reaches."""
    return f"{'at least ' if math.isinf(round_it.outer.high) else ''}{stated_in_words(round_it.plain.high, zone.distance)}"


def _whose(position: Claim, zone: Claim) -> str:
    return "" if position.source_name == zone.source_name else f"the zone is stated by {source_of(zone)}."


def _taken_as_one(position: Claim, zone: Claim) -> str:
    """That both are measured from one thing, by its words in both."""
    one, other = thing_in_words(position), thing_in_words(zone)
    if one == other:
        return f"both are measured from {one}, taken as one thing, wherever that is."
    return f"{one} and {other} are taken for one thing, for the reports name no second one of its sort; both hold wherever that is."


def _apart(region: Region, round_it: Region, found: Comparison) -> str:
    if region.anchor.id == round_it.anchor.id or found.apart.nearest <= 0:
        return ""
    return f"{name_of(region)} and {name_of(round_it)} are {length_in_words(found.apart.nearest)} apart."

"""Sentences of explanation that an editor can print."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from geomap.model import Claim, Flip, Margin, Place, Region, Verdict
from geomap.units import metres_in_words


@dataclass(frozen=True, slots=True)
class Told:
    """A finding in words."""

    summary: str
    """One or two sentences."""
    detail: str = ""
    """The rest."""

    @property
    def explanation(self) -> str:
        """All of it."""
        return sentences(self.summary, self.detail)


def one_line(text: str) -> str:
    """Report text on one line."""
    return " ".join(text.split())


def says(claim: Claim) -> str:
    """Who says what, with the words quoted: "SANA's source: “more than 45 miles from the border post”"."""
    return f"{claim.source_name} (“{one_line(claim.span.text)}”)"


def name_of(region: Region) -> str:
    """What a region is measured from, for prose: "At Tanf", "the coast of Syria"."""
    place = region.anchor
    return f"the {place.name}" if place.kind in ("border", "coast") else place.name


def puts(claim: Claim, region: Region) -> str:
    """What a claim amounts to, in kilometres from a named point, line or area."""
    return f"{says(claim)} puts it {_where(claim, region)}{_direction(region)}"


def _where(claim: Claim, region: Region) -> str:
    low, high = region.plain.low, region.plain.high
    place = name_of(region)
    if region.reading.is_offset:
        return f"at {place}"
    words = claim.relation.traits.words
    if words and claim.literal_distance is None:
        return words.format(place=place, reach=metres_in_words(region.outer.high))
    return f"in {place}, {_range(-high, -low)} from its edge" if high < 0 else f"{_range(low, high)} from {place}"


def _range(low: float, high: float) -> str:
    if math.isinf(high):
        return f"at least {metres_in_words(low)}"
    if low <= 0:
        return f"at most {metres_in_words(high)}"
    return metres_in_words(low) if low == high else f"{metres_in_words(low)} to {metres_in_words(high)}"


def without_figure(*regions: Region) -> str:
    """Why soft regions decide nothing, as a sentence; empty where there is none among them."""
    soft = next((region.reading.claim.relation.value for region in regions if region.fuzzy), "")
    return f"“{soft.capitalize()}” has no figure, so it decides nothing on its own." if soft else ""


def _direction(region: Region) -> str:
    sector = region.reading.sector
    if sector is None:
        return ""
    if region.reading.claim.bearing is None:
        return f", in its part towards {sector.middle:g}°"
    return f", in directions of {(sector.middle - sector.half) % 360:g}° to {(sector.middle + sector.half) % 360:g}°"


def reach_in_words(*regions: Region) -> str:
    """How far what regions are measured from may be off, as the start of a sentence."""
    places = [region for region in regions if region.reading.footprint is None and region.reading.reach_m > 0]
    lines = [region for region in regions if region.reading.footprint is not None]
    parts = []
    if places:
        together = " together" if len(places) > 1 else ""
        own = " and ".join(dict.fromkeys(name_of(region) for region in places))
        parts.append(
            f"{own} reach{'' if len(places) > 1 else 'es'} {metres_in_words(sum(each.reading.reach_m for each in places))}{together}"
        )
    parts += dict.fromkeys(f"{name_of(region)} is known to {metres_in_words(region.reading.reach_m)}" for region in lines)
    text = " and ".join(parts) or "the places are points"
    return text[:1].upper() + text[1:]


def unsure(first: Region, second: Region, margin: str) -> tuple[Verdict, str]:
    """The verdict where a margin is less than what is measured from is known to, and why: a place is one, a line on a map is a drawing."""
    drawn = any(region.reading.footprint is not None for region in (first, second))
    because = f"{reach_in_words(first, second)}, which is more than {margin}, so it proves nothing."
    return (Verdict.OPEN if drawn else Verdict.UNCHECKABLE, because)


def changes(flips: Iterable[Flip]) -> str:
    """The flips as one sentence; empty for none."""
    listed = [flip for flip in flips if flip.parameter != "distance"] or list(flips)
    if not listed:
        return ""
    words = "; or if ".join(f"{flip.reading} (then: {flip.verdict.value})" for flip in listed)
    return f"That changes if {words}."


def span_of_margins(margin: Margin, readings: int, *, robust: bool, noun: str, lack: str) -> str:
    """How the margin ranges over the readings, as one sentence; `noun` names a positive margin and `lack` a negative one."""
    if readings <= 1:
        return ""
    low, high = (f"{noun if value >= 0 else lack} {of_length(value)}" for value in (margin.low, margin.high))
    if robust:
        return f"All {readings} fair readings give the same verdict, from {low} to {high}."
    return f"Over {readings} fair readings it runs from {low} to {high}."


def of_length(metres: float) -> str:
    """A margin's size for prose: "of 17.70 km", or "without limit"."""
    return f"of {metres_in_words(abs(metres))}" if math.isfinite(metres) else "without limit"


def sentences(*parts: str) -> str:
    """Sentences joined, empty ones left out."""
    return " ".join(part for part in parts if part)


def as_sentence(words: str) -> str:
    """Words as a sentence of their own; empty for none.

    >>> as_sentence("the distance has no figure")
    'The distance has no figure.'
    """
    return f"{words[0].upper()}{words[1:].rstrip('.')}." if words else ""


VERDICT_WORDS = {
    Verdict.CONTRADICTORY: "they cannot both be true",
    Verdict.CONSISTENT: "they can both be true",
    Verdict.OPEN: "the words decide neither way",
    Verdict.UNCHECKABLE: "this cannot be checked",
}


def place_in_words(place: Place) -> str:
    """A place's name with its country, for prose."""
    return f"{place.name} ({place.country})" if place.country else place.name


def quoted(text: str) -> str:
    """Report text for prose: on one line, in quotation marks."""
    return f"“{' '.join(text.split())}”"

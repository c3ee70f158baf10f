"""Sentences that an editor can print, and what they have in common."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from geomap.checks.telling.directions import directions_in_words, part_in_words, point_in_words
from geomap.checks.telling.lengths import length_in_words, roughly_in_words, stated_in_words, stated_range_in_words, to
from geomap.model import Claim, Flip, Margin, Place, Region, Verdict

_OPENERS = frozenset("a an the both some several two three four five many other one its their".split())
"""First words of a speaker that have a capital only where a sentence begins with them."""


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


def quoted(text: str) -> str:
    """Report text for prose: on one line, in quotation marks."""
    return f"“{one_line(text)}”"


def source_of(claim: Claim) -> str:
    """Who makes a claim, as in the middle of a sentence: "a statement from …", where the report begins with "A statement from …"."""
    name = claim.source_name
    first, space, rest = name.partition(" ")
    is_opener = claim.speaker is not None and first.casefold() in _OPENERS
    return f"{first.lower()}{space}{rest}" if is_opener else name


def says(claim: Claim) -> str:
    """Who says what, with the words quoted: "SANA's source (“more than 45 miles from the border post”)"."""
    return f"{source_of(claim)} ({quoted(claim.span.text)})"


def both_say(first: Claim, second: Claim) -> str:
    """Who says the one thing and who the other; a source that says both is named once."""
    if first.source_name == second.source_name:
        return f"{quoted(first.span.text)} and {quoted(second.span.text)} (both {source_of(first)})"
    return f"{says(first)} and {says(second)}"


def name_of(region: Region) -> str:
    """What a region is measured from, for prose: "At Tanf", "the coast of Syria"."""
    place = region.anchor
    return f"the {place.name}" if place.kind in ("border", "coast") else place.name


def place_in_words(place: Place) -> str:
    """A place's name with its country, for prose."""
    return f"{place.name} ({place.country})" if place.country else place.name


def where(claim: Claim, region: Region) -> str:
    """Where a claim puts something: "at least 72.4 km (45 miles) from At Tanf", "in the north of Luzon"."""
    sector = region.reading.sector
    if sector is None:
        return _place(claim, region, name_of(region))
    if claim.bearing is not None and claim.distance is None:
        return f"{directions_in_words(claim.bearing, sector)} from {name_of(region)}"
    if claim.bearing is None:
        return _place(claim, region, part_in_words(name_of(region), sector))
    return f"{_place(claim, region, name_of(region))}, {directions_in_words(claim.bearing, sector)}"


def _place(claim: Claim, region: Region, name: str) -> str:
    low, high = region.plain.low, region.plain.high
    if region.reading.is_offset:
        return f"at {name}"
    words = claim.relation.traits.words
    if words and claim.literal_distance is None:
        return words.format(place=name, reach=roughly_in_words(region.outer.high))
    return f"in {name}, {_range(claim, -high, -low)} from its edge" if high < 0 else f"{_range(claim, low, high)} from {name}"


def _range(claim: Claim, low: float, high: float) -> str:
    if math.isinf(high):
        return f"at least {stated_in_words(low, claim.distance)}"
    if low <= 0:
        return f"at most {stated_in_words(high, claim.distance)}"
    return stated_range_in_words(low, high, claim.distance)


def without_figure(*regions: Region) -> str:
    """Why soft regions decide nothing, as a sentence; empty where there is none among them."""
    soft = next((region.reading.claim.relation.value for region in regions if region.fuzzy), "")
    return f"“{soft.capitalize()}” has no figure, so it decides nothing on its own." if soft else ""


def reach_in_words(*regions: Region) -> str:
    """How far what regions are measured from may be off, as the start of a sentence."""
    places = [region for region in regions if region.reading.footprint is None and region.reading.reach_m > 0]
    lines = [region for region in regions if region.reading.footprint is not None]
    parts = []
    if places:
        own = list(dict.fromkeys(name_of(region) for region in places))
        reach = roughly_in_words(sum(each.reading.reach_m for each in places))
        alone = f"{own[0]} reaches {reach}{'' if len(places) == 1 else ' across'}"
        parts.append(alone if len(own) == 1 else f"{' and '.join(own)} reach {reach} together")
    parts += dict.fromkeys(f"{name_of(region)} is known to {roughly_in_words(region.reading.reach_m)}" for region in lines)
    return capital(" and ".join(parts) or "the places are points")


def unsure(first: Region, second: Region, margin: str) -> tuple[Verdict, str]:
    """The verdict where a margin is less than what is measured from is known to, and why: a place is one, a line on a map is a drawing."""
    drawn = any(region.reading.footprint is not None for region in (first, second))
    because = f"{reach_in_words(first, second)}, which is more than {margin}, so it proves nothing."
    return (Verdict.OPEN if drawn else Verdict.UNCHECKABLE, because)


def wider_directions(*regions: Region) -> str:
    """Why directions prove no contradiction, as a sentence: those of the next wider class of compass points could close the gap."""
    points = [region.reading.claim.bearing for region in regions if region.reading.claim.bearing is not None]
    named = " and ".join(dict.fromkeys(f"“{point_in_words(point)}”" for point in points))
    return f"Only {named or 'the directions'}, taken more widely than usual, could close that gap."


_THEN = {
    Verdict.CONTRADICTORY: "they cannot both be true",
    Verdict.CONSISTENT: "both can be true",
    Verdict.INSIDE: "it is inside",
    Verdict.OUTSIDE: "it is outside",
    Verdict.OPEN: "it may be on either side",
    Verdict.UNCHECKABLE: "it cannot be checked",
}


@dataclass(frozen=True, slots=True)
class Changes:
    """What would change a verdict, in sentences."""

    first: str
    """The foremost fair reading that does, where one does; it stands with the verdict."""
    others: str
    """What else would."""


def changes(flips: Iterable[Flip], claims: Sequence[Claim], verdict: Verdict, *, robust: bool) -> Changes:
    """The flips in words that lead to another verdict; under one that all fair readings give, none is called a fair reading.

    A figure that would have to be another one is left out where a change of reading does as well, or where it is beyond all mistakes.
    """
    turning = [flip for flip in flips if flip.verdict is not verdict]
    listed = [flip for flip in turning if flip.parameter != "distance"] or [flip for flip in turning if _is_possible_slip(flip, claims)]
    fair = [flip for flip in listed if flip.fair and not robust]
    unfair = [flip for flip in listed if not flip.fair or robust]
    return Changes(_if("That changes if", fair[:1]), sentences(_if("It changes too if", fair[1:]), _if("It would change only if", unfair)))


def _is_possible_slip(flip: Flip, claims: Sequence[Claim]) -> bool:
    """Whether the figure that it takes is half to twice one that is stated."""
    figures = [
        value for claim in claims if claim.distance is not None and claim.distance.unit == flip.unit for value in claim.distance.values
    ]
    return flip.threshold is None or any(value <= 2 * flip.threshold and flip.threshold <= 2 * value for value in figures)


def _if(opening: str, flips: Sequence[Flip]) -> str:
    if not flips:
        return ""
    if len({flip.verdict for flip in flips}) == 1:
        return f"{opening} {'; or if '.join(flip.reading for flip in flips)}: then {_THEN[flips[0].verdict]}."
    return f"{opening} {'; or if '.join(f'{flip.reading} (then {_THEN[flip.verdict]})' for flip in flips)}."


def over_readings(margin: Margin, readings: int, verdict: Verdict, *, robust: bool, noun: str, lack: str) -> str:
    """How a margin ranges over the readings, as one sentence; `noun` names a positive one and `lack` a negative one, without an article.

    Margins that speak against a verdict that all readings give are left out: the distances alone are then not what decides it.
    """
    if readings <= 1:
        return ""
    low, high = margin.low, margin.high
    one_sided = low > 0 or high <= 0
    if robust:
        is_positive = verdict in (Verdict.CONTRADICTORY, Verdict.INSIDE, Verdict.OUTSIDE)
        fits = low > 0 if is_positive else high <= 0
        with_ = f", with {_article(noun if is_positive else lack)} {_spread(low, high)}" if fits else ""
        return f"All {readings} fair readings give the same verdict{with_}."
    if one_sided:
        return f"Over {readings} fair readings there is {_article(noun if low > 0 else lack)} {_spread(low, high)}."
    return f"Over {readings} fair readings it runs from {_article(lack)} {_size(low)} to {_article(noun)} {_size(high)}."


def _spread(low: float, high: float) -> str:
    """Two margins of one sign, the smaller first: "of 14.2 to 18.8 km"."""
    near, far = sorted((abs(low), abs(high)))
    if math.isinf(near):
        return "without limit"
    if math.isinf(far):
        return f"of at least {length_in_words(near)}"
    return f"of {to(length_in_words(near), length_in_words(far))}"


def _size(metres: float) -> str:
    return "without limit" if math.isinf(metres) else f"of {length_in_words(metres)}"


def _article(noun: str) -> str:
    return f"{'an' if noun[0] in 'aeiou' else 'a'} {noun}"


def sentences(*parts: str) -> str:
    """Sentences joined, each with a capital, empty ones left out."""
    return " ".join(capital(part) for part in parts if part)


def capital(text: str) -> str:
    """Words as they begin a sentence."""
    return text[:1].upper() + text[1:]


def as_sentence(words: str) -> str:
    """Words as a sentence of their own; empty for none.

    >>> as_sentence("the distance has no figure")
    'The distance has no figure.'
    """
    return f"{capital(words).rstrip('.')}." if words else ""

"""What a verdict rests on: every fair combination of readings, and the single changes that turn it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import product

from geomap.checks.pairwise import bisect
from geomap.geodesy import distance_m
from geomap.model import Claim, Edge, Flip, Location, Path, Place, Reading, Verdict
from geomap.policy import Policy
from geomap.readings import distance_as_read
from geomap.units import Interval, Unit, metres_in_words

Judge = Callable[[Interval, Interval, float], tuple[Verdict, float]]
"""From the two intervals and the anchors' distance to the verdict by the figures and its margin in metres."""


@lru_cache(maxsize=65_536)
def places_apart_m(first: tuple[float, float], second: tuple[float, float]) -> float:
    """Distance of two anchors, remembered, for readings ask it again and again."""
    return distance_m(first, second)


def over_readings(first: Sequence[Reading], second: Sequence[Reading], judge: Judge) -> tuple[set[Verdict], float, float, int]:
    """Verdicts, least and greatest margin, and count of all combinations of readings.

    Two mentions of one and the same name mean one and the same place, so the combinations that tear them apart are left out.
    """
    verdicts: set[Verdict] = set()
    low, high, count = float("inf"), float("-inf"), 0
    one_name = _one_name(first[0].claim, second[0].claim)
    for a, b in product(first, second):
        if one_name and a.anchor.id != b.anchor.id:
            continue
        verdict, margin = judge(a.distance, b.distance, places_apart_m(a.anchor.lonlat, b.anchor.lonlat))
        verdicts.add(verdict)
        low, high, count = min(low, margin), max(high, margin), count + 1
    return verdicts, low, high, count


def _one_name(first: Claim, second: Claim) -> bool:
    """Whether both claims name their anchor in the same words."""
    return " ".join(first.anchors[0].span.text.casefold().split()) == " ".join(second.anchors[0].span.text.casefold().split())


def flips(
    first: Sequence[Reading], second: Sequence[Reading], locations: tuple[Location, Location], *, judge: Judge, policy: Policy
) -> tuple[Flip, ...]:
    """The changes of one parameter at a time that turn the plain verdict, with the value from which they do."""
    pair = _Pair(first[0], second[0], judge, policy)
    found: list[Flip] = []
    found += pair.by_road()
    found += pair.apart(locations)
    found += pair.other_anchor(first, second)
    found += pair.other_reading(first, second)
    found += pair.other_figure()
    return tuple(found)


class _Pair:
    """Two plain readings and the judge, for varying one thing at a time."""

    def __init__(self, first: Reading, second: Reading, judge: Judge, policy: Policy) -> None:
        self.readings = (first, second)
        self.judge = judge
        self.policy = policy
        self.apart_m = places_apart_m(first.anchor.lonlat, second.anchor.lonlat)
        self.verdict = judge(first.distance, second.distance, self.apart_m)[0]

    def judged(self, which: int, interval: Interval, apart_m: float | None = None) -> Verdict:
        """The verdict with one of the two intervals replaced."""
        intervals = [reading.distance for reading in self.readings]
        intervals[which] = interval
        return self.judge(intervals[0], intervals[1], self.apart_m if apart_m is None else apart_m)[0]

    def read(self, which: int, **change: object) -> Interval:
        """The interval of one claim with one parameter changed from the plain reading."""
        reading = self.readings[which]
        options: dict[str, object] = {"unit": reading.unit, "policy": self.policy} | change
        return distance_as_read(reading.claim, reading.anchor, **options)  # type: ignore[arg-type]

    def with_figures(self) -> list[int]:
        """Which of the two have figures that a reading can change."""
        return [which for which, reading in enumerate(self.readings) if reading.unit is not None]

    def by_road(self) -> list[Flip]:
        """The detour from which a distance by road turns the verdict."""
        found = []
        for which in self.with_figures():
            claim = self.readings[which].claim
            if claim.relation.may_declare_zone:
                continue

            def verdict(detour: float, which: int = which) -> Verdict:
                return self.judged(which, self.read(which, path=Path.ROAD, detour=detour))

            threshold = self._threshold(verdict, 1.0, self.policy.detour_max)
            if threshold is not None:
                words = f"{amount_in_words(claim)} are measured by road, with a detour of {threshold:.4f} or more"
                found.append(
                    Flip(parameter="detour", reading=words, verdict=verdict(self.policy.detour_max), threshold=round(threshold, 6))
                )
        return found

    def _threshold(self, verdict: Callable[[float], Verdict], low: float, high: float) -> float | None:
        """The value between `low` and `high` at which the verdict turns from the plain one, to full precision."""
        if verdict(high) is self.verdict:
            return None
        return bisect(lambda value: -1.0 if verdict(value) is self.verdict else 1.0, low, high)

    def apart(self, locations: tuple[Location, Location]) -> list[Flip]:
        """How far apart the two reference points must be, where one place is taken for both though the words differ."""
        first, second = self.readings
        if first.anchor.id != second.anchor.id or _one_name(first.claim, second.claim):
            return []

        def verdict(apart_m: float) -> Verdict:
            return self.judged(0, first.distance, apart_m)

        threshold = self._threshold(verdict, 0.0, self.policy.sibling_m)
        if threshold is None:
            return []
        words = [quoted(claim.anchors[0].span.text) for claim in (first.claim, second.claim)]
        reading = f"{words[0]} and {words[1]} are different points, at least {metres_in_words(threshold)} apart"
        named = self._places_beyond(locations, first.anchor, threshold)
        reading += f" (as {named})" if named else ""
        return [
            Flip(
                parameter="separation",
                reading=reading,
                verdict=verdict(self.policy.sibling_m),
                threshold=round(threshold / 1000, 6),
                unit="km",
            )
        ]

    @staticmethod
    def _places_beyond(locations: tuple[Location, Location], anchor: Place, threshold_m: float) -> str:
        """The likeliest candidate of either mention that lies far enough off."""
        candidates = sorted(
            (candidate for location in locations for candidate in location.candidates), key=lambda item: (-item.score, item.place.id)
        )
        for candidate in candidates:
            apart = places_apart_m(candidate.place.lonlat, anchor.lonlat)
            if apart >= threshold_m:
                return f"{candidate.place.name} is, {metres_in_words(apart)} from {anchor.name}"
        return ""

    def other_anchor(self, first: Sequence[Reading], second: Sequence[Reading]) -> list[Flip]:
        """Other places that an anchor may mean."""
        found = []
        for which, readings in enumerate((first, second)):
            plain, other = self.readings[which], self.readings[1 - which]
            places = {reading.anchor.id: reading.anchor for reading in readings}
            for place in list(places.values())[1:]:
                apart = places_apart_m(place.lonlat, other.anchor.lonlat)
                interval = next(reading.distance for reading in readings if reading.anchor.id == place.id)
                verdict = self.judged(which, interval, apart)
                if verdict is not self.verdict:
                    off = places_apart_m(place.lonlat, plain.anchor.lonlat)
                    words = f"{quoted(plain.claim.anchors[0].span.text)} is {place_in_words(place)}, {metres_in_words(off)} from {plain.anchor.name}"
                    found.append(Flip(parameter="anchor", reading=words, verdict=verdict, threshold=round(off / 1000, 6), unit="km"))
        return found

    def other_reading(self, first: Sequence[Reading], second: Sequence[Reading]) -> list[Flip]:
        """Nautical miles, rounding conventions and edges, each on its own."""
        found = []
        for which, readings in enumerate((first, second)):
            plain = self.readings[which]
            if plain.unit is None:
                continue
            amount = amount_in_words(plain.claim)
            units = dict.fromkeys(reading.unit for reading in readings if reading.unit is not None)
            for unit in [unit for unit in units if unit is not plain.unit]:
                found += self._flip(which, "unit", f"{amount} are {unit.words}", unit=unit)
            for rounding in self.policy.roundings:
                found += self._flip(which, "rounding", f"{amount} are rounded as {rounding} has it", rounding=rounding)
            extent = metres_in_words(plain.anchor.extent_m)
            found += self._flip(
                which, "edge", f"{amount} are measured from the edge of {plain.anchor.name}, {extent} from its centre", edge=Edge.EDGE
            )
        return found

    def _flip(self, which: int, parameter: str, words: str, **change: object) -> list[Flip]:
        verdict = self.judged(which, self.read(which, **change))
        return [] if verdict is self.verdict else [Flip(parameter=parameter, reading=words, verdict=verdict)]

    def other_figure(self) -> list[Flip]:
        """The figure that would have to stand in the text for the verdict to turn: how far one number must be wrong."""
        found = []
        for which in self.with_figures():
            reading = self.readings[which]
            quantity = reading.claim.distance
            if quantity is None or len(quantity.values) != 1 or reading.unit is None or quantity.values[0] <= 0:
                continue
            figure = quantity.values[0]

            def verdict(value: float, which: int = which, figure: float = figure) -> Verdict:
                interval = self.readings[which].distance
                return self.judged(which, Interval(interval.low * value / figure, interval.high * value / figure))

            for limit in (figure * 4, figure / 1000):
                threshold = self._threshold(verdict, figure, limit)
                if threshold is not None:
                    bound = "at least" if limit > figure else "at most"
                    words = f"the {quantity.figures[0]} {reading.unit.words} were {bound} {threshold:.2f}"
                    found.append(
                        Flip(
                            parameter="distance",
                            reading=words,
                            verdict=verdict(limit),
                            threshold=round(threshold, 6),
                            unit=reading.unit.value,
                        )
                    )
                    break
        return found


def amount_in_words(claim: Claim) -> str:
    """A claim's figure for prose: "the 45 miles"."""
    quantity = claim.distance
    if quantity is None or quantity.vague:
        return quoted(claim.span.text)
    unit = quantity.unit.words if quantity.values != (1.0,) or quantity.unit is Unit.KILOMETRE else quantity.unit.words.removesuffix("s")
    return f"the {'–'.join(quantity.figures)} {unit}"


def place_in_words(place: Place) -> str:
    """A place's name with its country, for prose."""
    return f"{place.name} ({place.country})" if place.country else place.name


def quoted(text: str) -> str:
    """Report text for prose: on one line, in quotation marks."""
    return f"“{' '.join(text.split())}”"

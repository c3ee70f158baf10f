"""What a verdict rests on: every fair combination of readings, and the single changes that turn it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import product

from geomap.areas.readings import distance_as_read, may_be_by_road
from geomap.checks.feasibility.landscape import Landscape
from geomap.checks.feasibility.pairwise import bisect
from geomap.checks.telling.wording import place_in_words, quoted
from geomap.geometry.geodesy import distance_m
from geomap.model import LINES, Apart, Claim, Edge, Flip, Location, Path, Place, Reading, Verdict
from geomap.policy import Policy
from geomap.units import Interval, Unit, metres_in_words

Judge = Callable[[Interval, Interval, Apart], tuple[Verdict, float]]
"""From the two intervals and how the grounds lie to each other to the verdict by the figures and its margin in metres."""


def over_readings(
    first: Sequence[Reading], second: Sequence[Reading], judge: Judge, landscape: Landscape
) -> tuple[set[Verdict], float, float, int]:
    """Verdicts, least and greatest margin, and count of all combinations of readings.

    Two mentions of one and the same name mean one and the same place, so the combinations that tear them apart are left out.
    """
    verdicts: set[Verdict] = set()
    low, high, count = float("inf"), float("-inf"), 0
    one_name = _one_name(first[0].claim, second[0].claim)
    for a, b in product(first, second):
        if one_name and a.anchor.id != b.anchor.id:
            continue
        verdict, margin = judge(a.distance, b.distance, landscape.apart(a, b))
        verdicts.add(verdict)
        low, high, count = min(low, margin), max(high, margin), count + 1
    return verdicts, low, high, count


def _one_name(first: Claim, second: Claim) -> bool:
    """Whether both claims name their anchor in the same words."""
    return " ".join(first.anchors[0].span.text.casefold().split()) == " ".join(second.anchors[0].span.text.casefold().split())


def flips(
    first: Sequence[Reading],
    second: Sequence[Reading],
    locations: tuple[Location | None, Location | None],
    *,
    judge: Judge,
    policy: Policy,
    landscape: Landscape,
) -> tuple[Flip, ...]:
    """The changes of one parameter at a time that turn the plain verdict, with the value from which they do."""
    pair = _Pair(first[0], second[0], judge, policy, landscape)
    found: list[Flip] = []
    found += pair.by_road()
    found += pair.line_accuracy()
    found += pair.separation(locations)
    found += pair.other_anchor(first, second)
    found += pair.other_reading(first, second)
    found += pair.other_figure()
    return tuple(found)


class _Pair:
    """Two plain readings and the judge, for varying one thing at a time."""

    def __init__(self, first: Reading, second: Reading, judge: Judge, policy: Policy, landscape: Landscape) -> None:
        self.readings = (first, second)
        self.judge = judge
        self.policy = policy
        self.landscape = landscape
        self.apart = landscape.apart(first, second)
        self.verdict = judge(first.distance, second.distance, self.apart)[0]

    def judged(self, which: int, interval: Interval, apart: Apart | None = None) -> Verdict:
        """The verdict with one of the two intervals replaced."""
        intervals = [reading.distance for reading in self.readings]
        intervals[which] = interval
        return self.judge(intervals[0], intervals[1], apart or self.apart)[0]

    def read(
        self,
        which: int,
        *,
        unit: Unit | None = None,
        rounding: str = "literal",
        path: Path = Path.STRAIGHT,
        edge: Edge = Edge.CENTRE,
        detour: float | None = None,
    ) -> Interval:
        """The interval of one claim with one parameter changed from the plain reading; raises ValueError for one without figures."""
        reading = self.readings[which]
        own = unit or reading.unit
        if own is None:
            msg = f"claim {reading.claim.id} has no figures"
            raise ValueError(msg)
        return distance_as_read(reading, unit=own, rounding=rounding, path=path, edge=edge, policy=self.policy, detour=detour)

    def with_figures(self) -> list[int]:
        """Which of the two have figures that a reading can change."""
        return [which for which, reading in enumerate(self.readings) if reading.unit is not None and not reading.is_offset]

    def by_road(self) -> list[Flip]:
        """The detour from which a distance by road turns the verdict."""
        found = []
        for which in self.with_figures():
            claim = self.readings[which].claim
            if not may_be_by_road(self.readings[which]):
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

    def line_accuracy(self) -> list[Flip]:
        """How far a border or coast must stray from the one on the map."""
        found = []
        for which, reading in enumerate(self.readings):
            if reading.footprint is None:
                continue

            def verdict(off_m: float, which: int = which, reading: Reading = reading) -> Verdict:
                return self.judged(which, reading.distance.widened(off_m, floor=reading.floor))

            threshold = self._threshold(verdict, 0.0, reading.footprint.accuracy_m)
            if threshold is not None:
                words = f"the {_line_of(reading.anchor)} is off by {metres_in_words(threshold)} or more"
                limit = reading.footprint.accuracy_m
                found.append(Flip(parameter="edge", reading=words, verdict=verdict(limit), threshold=round(threshold / 1000, 6), unit="km"))
        return found

    def separation(self, locations: tuple[Location | None, Location | None]) -> list[Flip]:
        """How far apart the two reference points must be, where one place is taken for both though the words differ."""
        first, second = self.readings
        if first.anchor.id != second.anchor.id or first.footprint is not None or _one_name(first.claim, second.claim):
            return []

        def verdict(apart_m: float) -> Verdict:
            return self.judged(0, first.distance, Apart.points(apart_m))

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
    def _places_beyond(locations: tuple[Location | None, Location | None], anchor: Place, threshold_m: float) -> str:
        """The likeliest candidate of either mention that lies far enough off."""
        candidates = sorted(
            (candidate for location in locations if location is not None for candidate in location.candidates),
            key=lambda item: (-item.score, item.place.id),
        )
        for candidate in candidates:
            apart = distance_m(candidate.place.lonlat, anchor.lonlat)
            if apart >= threshold_m:
                return f"{candidate.place.name} is, {metres_in_words(apart)} from {anchor.name}"
        return ""

    def other_anchor(self, first: Sequence[Reading], second: Sequence[Reading]) -> list[Flip]:
        """Other places that an anchor may mean."""
        found = []
        for which, readings in enumerate((first, second)):
            plain, other = self.readings[which], self.readings[1 - which]
            leading: dict[str, Reading] = {}
            for reading in readings:
                leading.setdefault(reading.anchor.id, reading)
            for reading in list(leading.values())[1:]:
                place = reading.anchor
                apart = self.landscape.apart(reading, other) if which == 0 else self.landscape.apart(other, reading)
                verdict = self.judged(which, reading.distance, apart)
                if verdict is not self.verdict:
                    off = distance_m(place.lonlat, plain.anchor.lonlat)
                    words = f"{quoted(plain.claim.anchors[0].span.text)} is {place_in_words(place)}, {metres_in_words(off)} from {plain.anchor.name}"
                    found.append(Flip(parameter="anchor", reading=words, verdict=verdict, threshold=round(off / 1000, 6), unit="km"))
        return found

    def other_reading(self, first: Sequence[Reading], second: Sequence[Reading]) -> list[Flip]:
        """Nautical miles, rounding conventions and edges, each on its own."""
        found = []
        for which, readings in enumerate((first, second)):
            plain = self.readings[which]
            if plain.unit is None or plain.is_offset:
                continue
            amount = amount_in_words(plain.claim)
            units = dict.fromkeys(reading.unit for reading in readings if reading.unit is not None)
            for unit in [unit for unit in units if unit is not plain.unit]:
                found += self._flip(which, "unit", f"{amount} are {unit.words}", self.read(which, unit=unit))
            for rounding in self.policy.roundings:
                found += self._flip(which, "rounding", f"{amount} are rounded as {rounding} has it", self.read(which, rounding=rounding))
            if plain.footprint is not None:
                continue
            extent = metres_in_words(plain.anchor.extent_m)
            words = f"{amount} are measured from the edge of {plain.anchor.name}, {extent} from its centre"
            found += self._flip(which, "edge", words, self.read(which, edge=Edge.EDGE))
        return found

    def _flip(self, which: int, parameter: str, words: str, interval: Interval) -> list[Flip]:
        verdict = self.judged(which, interval)
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
    unit = quantity.unit.word if quantity.values == (1.0,) else quantity.unit.words
    return f"the {'–'.join(quantity.figures)} {unit}"


def _line_of(place: Place) -> str:
    return place.name if place.kind in LINES else f"border of {place.name}"

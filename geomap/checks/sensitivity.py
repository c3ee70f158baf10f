"""What a verdict rests on: the single changes that turn it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from geomap.areas.readings import distance_as_read, may_be_by_road
from geomap.checks.feasibility.judging import Asking, Question, Two
from geomap.checks.feasibility.landscape import Landscape
from geomap.checks.spread import one_name
from geomap.checks.telling.directions import nearest_point, point_in_words
from geomap.checks.telling.lengths import length_in_words
from geomap.checks.telling.wording import place_in_words, quoted
from geomap.geometry.constraint import Bounds
from geomap.geometry.geodesy import WGS84, distance_m
from geomap.geometry.metric import Ground
from geomap.model import LINES, Claim, Edge, Flip, Location, Path, Place, Reading, Verdict
from geomap.policy import Policy
from geomap.units import Interval, Sector, Unit

_FINER = 4
"""Parts that a step with a turn in it is cut in."""
_FIGURES = (4.0, 1 / 1000)
"""A figure may have to be so many times itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Care:
    """How closely the value that turns a verdict is looked for."""

    steps: int
    """Values that are tried on the way from what is written to the farthest that a change may go."""
    rounds: int
    """Times that the step with the turn in it is cut."""


_FINE, _COARSE = _Care(steps=8, rounds=13), _Care(steps=6, rounds=10)


def flips(
    first: Sequence[Reading],
    second: Sequence[Reading],
    locations: tuple[Location | None, Location | None],
    *,
    plain: Verdict,
    policy: Policy,
    landscape: Landscape,
) -> Asking[tuple[Flip, ...]]:
    """The changes of one parameter at a time that turn the plain verdict, with the value from which they do; each tried before it is told."""
    pair = _Pair((first, second), locations, policy, landscape)
    # More room closes no overlap, and less room no gap.
    hopeless = {Verdict.CONSISTENT: True, Verdict.CONTRADICTORY: False}.get(plain)
    changes = [change for change in pair.changes() if hopeless is None or change.grows is not hopeless]
    # From lines and areas each trial costs as much as hundreds from points.
    is_dear = any(each.annulus is None for each in pair.plain)
    return (yield from _flips(changes, plain, _COARSE if is_dear else _FINE))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Change:
    """One parameter that is varied."""

    parameter: str
    at: Callable[[float], Two]
    """What the two claims ask for, for a value of the parameter."""
    words: Callable[[float, float | None], str]
    """What it would take, from one value on, perhaps until another."""
    start: float = 0.0
    """The value as written."""
    limit: float = 0.0
    """The farthest value; the same as the start for a change that has no values."""
    unit: str | None = None
    scale: float = 1.0
    """The parameter is told divided by this."""
    told: bool = True
    """Whether its value is told."""
    grows: bool | None = None
    """Whether it only adds room, or only takes some away; None where it may do either."""
    fair: Two | bool = True
    """Whether it is among the fair readings; or the reading that it is one of, which has to turn the verdict too."""

    def values(self, steps: int) -> list[float]:
        """So many from the first beyond what is written to the limit; the limit alone for a change that has no values."""
        step = (self.limit - self.start) / steps
        return [self.start + step * number for number in range(1, steps)] + [self.limit] if step else [self.limit]


def _flips(changes: Sequence[_Change], plain: Verdict, care: _Care) -> Asking[tuple[Flip, ...]]:
    """The changes that turn a verdict."""
    values_of = [change.values(care.steps) for change in changes]
    turned = iter((yield from _turned([(change, value) for change, values in zip(changes, values_of, strict=True) for value in values])))
    found = [(change, _first_run(change, values, turned, plain)) for change, values in zip(changes, values_of, strict=True)]
    runs = [(change, run) for change, run in found if run is not None]
    if not runs:
        return ()
    steps = [(change, step) for change, run in runs for step in (run.start, run.end) if step is not None]
    values = iter((yield from _narrowed(steps, plain, care.rounds)))
    fair = yield from _fair([change for change, _ in runs], plain)
    return tuple(_flip(change, run, values, is_fair=is_fair) for (change, run), is_fair in zip(runs, fair, strict=True))


def _flip(change: _Change, run: _Run, values: Iterator[float], *, is_fair: bool) -> Flip:
    value = next(values) if run.start is not None else change.limit
    until = next(values) if run.end is not None else None
    return Flip(
        parameter=change.parameter,
        reading=change.words(value, until),
        verdict=run.verdict,
        threshold=round(value / change.scale, 6) if change.told else None,
        unit=change.unit,
        fair=is_fair,
    )


def _first_run(change: _Change, tried: Sequence[float], turned: Iterator[Verdict], plain: Verdict) -> _Run | None:
    """The first values of a change that turn the verdict, as the steps in which it turns and turns back; None where none do."""
    values, verdicts = [change.start, *tried], [next(turned) for _ in tried]
    first = next((number for number, verdict in enumerate(verdicts) if verdict is not plain), None)
    if first is None:
        return None
    last = next((number for number in range(first, len(verdicts)) if verdicts[number] is plain), None)
    start = None if change.start == change.limit else (values[first], values[first + 1])
    return _Run(start=start, end=None if last is None else (values[last + 1], values[last]), verdict=verdicts[first])


def _turned(tried: Sequence[tuple[_Change, float]]) -> Asking[list[Verdict]]:
    judged = yield Question([change.at(value) for change, value in tried], with_sizes=False)
    return [verdict for verdict, _ in judged]


def _fair(changes: Sequence[_Change], plain: Verdict) -> Asking[list[bool]]:
    asked = [change.fair for change in changes if not isinstance(change.fair, bool)]
    judged = iter((yield Question(asked, with_sizes=False)))
    return [change.fair if isinstance(change.fair, bool) else next(judged)[0] is not plain for change in changes]


def _narrowed(steps: list[tuple[_Change, _Step]], plain: Verdict, rounds: int) -> Asking[list[float]]:
    """The outermost values that turn the verdict, to full precision: each step is cut again and again, those of all changes together."""
    for _ in range(rounds if steps else 0):
        cut = [[low + (high - low) * part / _FINER for part in range(1, _FINER)] for _, (low, high) in steps]
        turned = iter((yield from _turned([(change, value) for (change, _), values in zip(steps, cut, strict=True) for value in values])))
        for number, values in enumerate(cut):
            change, (low, high) = steps[number]
            verdicts = [next(turned) for _ in values]
            first = next((place for place, verdict in enumerate(verdicts) if verdict is not plain), len(values))
            steps[number] = (change, ([low, *values][first], [*values, high][first]))
    return [high for _, (_, high) in steps]


_Step = tuple[float, float]
"""A value that does not turn the verdict, and the next one that does."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Run:
    """Values of a change that turn the verdict."""

    start: _Step | None
    """Where they begin; None for a change without values."""
    end: _Step | None
    """Where they end; None where they reach to the limit."""
    verdict: Verdict


class _Pair:
    """Two plain readings, for varying one thing at a time."""

    def __init__(
        self,
        readings: tuple[Sequence[Reading], Sequence[Reading]],
        locations: tuple[Location | None, Location | None],
        policy: Policy,
        landscape: Landscape,
    ) -> None:
        self.all = readings
        self.readings = (readings[0][0], readings[1][0])
        self.locations = locations
        self.policy = policy
        self.landscape = landscape
        self.plain: Two = (landscape.read(self.readings[0]), landscape.read(self.readings[1]))
        self.one_name = one_name(*self.readings)

    def changes(self) -> Iterator[_Change]:
        """All that may turn the verdict, what is likelier first."""
        for which in (0, 1):
            yield from self.by_road(which)
        for which in (0, 1):
            yield from self.line_accuracy(which)
        yield from self.separation()
        yield from self.other_anchors()
        for which in (0, 1):
            yield from self.other_readings(which)
        for which in (0, 1):
            yield from self.directions(which)
        for which in (0, 1):
            yield from self.other_figure(which)

    def replaced(self, which: int, bounds: Bounds) -> Two:
        """The two with one of them replaced."""
        return (bounds, self.plain[1]) if which == 0 else (self.plain[0], bounds)

    def other_distance(self, which: int, interval: Interval) -> Two:
        """The two with other distances for one of them."""
        return self.replaced(which, replace(self.plain[which], interval=interval))

    def read(
        self,
        which: int,
        *,
        unit: Unit | None = None,
        rounding: str = "literal",
        path: Path = Path.STRAIGHT,
        edge: Edge = Edge.CENTRE,
    ) -> Two:
        """The two with one parameter of a claim changed from the plain reading; raises ValueError for one without figures."""
        reading = self.readings[which]
        own = unit or reading.unit
        if own is None:
            msg = f"claim {reading.claim.id} has no figures"
            raise ValueError(msg)
        interval = distance_as_read(reading, unit=own, rounding=rounding, path=path, edge=edge, policy=self.policy)
        return self.other_distance(which, interval)

    def has_figures(self, which: int) -> bool:
        """Whether one of the two has figures that a reading can change."""
        reading = self.readings[which]
        return reading.unit is not None and not reading.is_offset

    def by_road(self, which: int) -> Iterator[_Change]:
        """The detour from which a distance by road turns the verdict; it shortens the distance along the stated heading."""
        reading = self.readings[which]
        if self.has_figures(which) and may_be_by_road(reading) and self.policy.detour_max > 1:
            amount = amount_in_words(reading.claim)
            yield _Change(
                parameter="detour",
                at=lambda detour: self.other_distance(which, self.plain[which].interval.by_road(detour, detour)),
                words=lambda *values: f"{amount} are measured by road, with a detour of {_from(_ratio, *values)}",
                start=1.0,
                limit=self.policy.detour_max,
                fair=self.read(which, path=Path.ROAD),
            )

    def line_accuracy(self, which: int) -> Iterator[_Change]:
        """How far a border or coast must stray from the one on the map."""
        reading = self.readings[which]
        if reading.footprint is not None:
            yield _Change(
                parameter="edge",
                at=lambda off_m: self.other_distance(which, reading.distance.widened(off_m, floor=reading.floor)),
                words=lambda *values: f"the {_line_of(reading.anchor)} is off by {_from(length_in_words, *values)}",
                limit=reading.footprint.accuracy_m,
                unit="km",
                scale=1000.0,
                grows=True,
                fair=reading.unit is not None,
            )

    def separation(self) -> Iterator[_Change]:
        """How far apart the two reference points must be, where one place is taken for both though the words differ.

        Only of claims without directions, which would ask in which direction the other point lies.
        """
        first, second = self.readings
        is_one = first.anchor.id == second.anchor.id and first.footprint is None
        if not is_one or self.one_name or any(each.sector is not None for each in self.plain):
            return
        words = [quoted(claim.anchors[0].span.text) for claim in (first.claim, second.claim)]

        def told(apart_m: float, until: float | None) -> str:
            named = self._place_beyond(first.anchor, apart_m, until)
            most = f" and at most {length_in_words(until)}" if until else ""
            return f"{words[0]} and {words[1]} are different points, at least {length_in_words(apart_m)}{most} apart{named}"

        yield _Change(
            parameter="separation",
            at=lambda apart_m: (replace(self.plain[0], ground=_moved(first.anchor, apart_m)), self.plain[1]),
            words=told,
            limit=self.policy.sibling_m,
            unit="km",
            scale=1000.0,
            fair=False,
        )

    def _place_beyond(self, anchor: Place, threshold_m: float, until: float | None) -> str:
        """The likeliest candidate of either mention that lies far enough off, in brackets; empty for none."""
        candidates = sorted(
            (candidate for location in self.locations if location is not None for candidate in location.candidates),
            key=lambda item: (-item.score, item.place.id),
        )
        for candidate in candidates:
            apart = distance_m(candidate.place.lonlat, anchor.lonlat)
            if threshold_m <= apart <= (until or apart):
                return f" (as {candidate.place.name} is, {length_in_words(apart)} from {anchor.name})"
        return ""

    def other_anchors(self) -> Iterator[_Change]:
        """Other places that an anchor may mean; of one name that both claims have, for both at once."""
        for which in (0,) if self.one_name else (0, 1):
            leading: dict[str, Reading] = {}
            for reading in self.all[which]:
                leading.setdefault(reading.anchor.id, reading)
            for reading in list(leading.values())[1:]:
                also = next((each for each in self.all[1 - which] if each.anchor.id == reading.anchor.id), None) if self.one_name else None
                if also is not None or not self.one_name:
                    yield self._other_anchor(which, reading, also)

    def _other_anchor(self, which: int, reading: Reading, also: Reading | None) -> _Change:
        plain = self.readings[which].anchor
        off = distance_m(reading.anchor.lonlat, plain.lonlat)
        one = self.landscape.read(reading)
        both = self.replaced(which, one) if also is None else (one, self.landscape.read(also))
        name = quoted(reading.claim.anchors[0].span.text)
        words = f"{name} is {place_in_words(reading.anchor)}, {length_in_words(off)} from {plain.name}"
        return _Change(parameter="anchor", at=lambda _: both, words=lambda *_: words, start=off, limit=off, unit="km", scale=1000.0)

    def other_readings(self, which: int) -> Iterator[_Change]:
        """Nautical miles, rounding conventions and edges, each on its own."""
        plain = self.readings[which]
        if plain.unit is None or plain.is_offset:
            return
        amount = amount_in_words(plain.claim)
        units = dict.fromkeys(reading.unit for reading in self.all[which] if reading.unit is not None)
        for unit in [unit for unit in units if unit is not plain.unit]:
            yield _discrete("unit", f"{amount} are {unit.words}", self.read(which, unit=unit))
        for rounding in self.policy.roundings:
            yield _discrete("rounding", f"{amount} are rounded as {rounding} has it", self.read(which, rounding=rounding))
        if plain.footprint is None:
            extent = length_in_words(plain.anchor.extent_m)
            words = f"{amount} are measured from the edge of {plain.anchor.name}, {extent} from its centre"
            yield _discrete("edge", words, self.read(which, edge=Edge.EDGE))

    def directions(self, which: int) -> Iterator[_Change]:
        """A compass point that is meant more widely or more narrowly, or that is the direction towards the anchor and not from it."""
        claim, bounds = self.readings[which].claim, self.plain[which]
        sector = bounds.sector
        if claim.bearing is None or sector is None:
            return
        named = f"“{point_in_words(claim.bearing)}”"
        ends = " and ".join(point_in_words(nearest_point((sector.middle + side * 2 * sector.half) % 360.0)) for side in (-1.0, 1.0))

        def turned(half: float) -> Two:
            return self.replaced(which, replace(bounds, sector=Sector(sector.at, sector.middle, half)))

        yield _Change(
            parameter="direction",
            at=turned,
            words=lambda half, _: f"{named} may mean anything between {ends} (from {half:.0f}° on either side on)",
            start=sector.half,
            limit=min(2 * sector.half, 179.9),
            unit="degrees",
            grows=True,
            fair=False,
        )
        yield _Change(
            parameter="direction",
            at=turned,
            words=lambda half, _: f"{named} means no more than {half:.0f}° on either side of it",
            start=sector.half,
            limit=sector.half / 2,
            unit="degrees",
            grows=False,
            fair=False,
        )
        back = replace(bounds, sector=Sector(sector.at, (sector.middle + 180.0) % 360.0, sector.half))
        words = f"{named} was measured towards {self.readings[which].anchor.name} and not from it"
        yield _discrete("reversal", words, self.replaced(which, back), fair=False)

    def other_figure(self, which: int) -> Iterator[_Change]:
        """The figure that would have to stand in the text for the verdict to turn: how far one number must be wrong."""
        reading = self.readings[which]
        quantity, unit, interval = reading.claim.distance, reading.unit, self.plain[which].interval
        if not self.has_figures(which) or quantity is None or unit is None or len(quantity.values) != 1 or quantity.values[0] <= 0:
            return
        figure = quantity.values[0]
        for times in _FIGURES:
            bounds = ("at least", "at most") if times > 1 else ("at most", "at least")
            yield _Change(
                parameter="distance",
                at=lambda value: self.other_distance(which, Interval(interval.low * value / figure, interval.high * value / figure)),
                words=partial(_figure_in_words, f"the {quantity.figures[0]} {unit.words} were", bounds),
                start=figure,
                limit=figure * times,
                unit=unit.value,
                fair=False,
            )


def _discrete(parameter: str, words: str, both: Two, *, fair: bool = True) -> _Change:
    """A change without values."""
    return _Change(parameter=parameter, at=lambda _: both, words=lambda *_: words, told=False, fair=fair)


def _from(in_words: Callable[[float], str], value: float, until: float | None) -> str:
    return f"{in_words(value)} to {in_words(until)}" if until else f"{in_words(value)} or more"


def _ratio(value: float) -> str:
    return f"{value:.4f}"


def _figure_in_words(words: str, bounds: tuple[str, str], value: float, until: float | None) -> str:
    also = f" and {bounds[1]} {_figure(until)}" if until else ""
    return f"{words} {bounds[0]} {_figure(value)}{also}"


def _figure(value: float) -> str:
    """A figure with the digits that it bears: three significant ones."""
    return f"{float(f'{value:.3g}'):,.10g}"


def _moved(anchor: Place, by_m: float) -> Ground:
    """A point at some distance from an anchor, whichever way: of claims without directions only the distance counts."""
    lon, lat, _ = WGS84.fwd(anchor.lon, anchor.lat, 90.0, by_m)
    return Ground.at((float(lon), float(lat)))


def amount_in_words(claim: Claim) -> str:
    """A claim's figure for prose: "the 45 miles"."""
    quantity = claim.distance
    if quantity is None or quantity.vague:
        return quoted(claim.span.text)
    unit = quantity.unit.word if quantity.values == (1.0,) else quantity.unit.words
    return f"the {'–'.join(quantity.figures)} {unit}"


def _line_of(place: Place) -> str:
    return place.name if place.kind in LINES else f"border of {place.name}"

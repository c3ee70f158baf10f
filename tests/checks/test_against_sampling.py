"""The checks against dense sampling (see `sampling`): random pairs of claims of all kinds, laws that distances obey, and awkward places.

The plain margin of two claims is the least geodesic distance between their regions, directions included. What a check says is compared
with what sampling finds for the same numbers, to 1 % and 50 m. For a longer run raise `COUNT`, or take other seeds:

    PYTHONPATH=tests:tests/checks python -c "import test_against_sampling as t; print(*t.complaints(range(1000, 3000)), sep='\\n')"
"""

from __future__ import annotations

import math
import random
from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import combinations, product

import pytest
import sampling
import shapely
from builders import claim, located, mention, report, span
from hypothesis import given, settings
from hypothesis import strategies as st
from sampling import GEOD, Shape, disc, gap, holds

from geomap.areas.evidence import gather
from geomap.checks import check
from geomap.model import Candidate, FindingKind, Footprint, Location, Place, Qualifier, Verdict
from geomap.policy import Policy
from geomap.relations import Relation
from geomap.units import COMPASS_POINTS, Unit, degrees_from_bearing

COUNT = 240
"""Random pairs; every fourth is a triple too, and every fourth has a zone."""
SEEDS = range(COUNT)
POLICY = Policy()
OFF_M, SHARE = 50.0, 0.01
"""What a margin may differ by from what sampling finds."""
MOST_COMBINATIONS = 200
PICKED = 6

POINT_KINDS = (
    "within", "at", "range", "beyond", "direction", "direction", "direction", "range in a direction", "within in a direction",
    "beyond in a direction", "toward", "legs", "between",
)  # fmt: skip
LINE_KINDS = ("from a line", "within of a line", "beyond a line", "range from a line")
AREA_KINDS = ("in an area", "part of an area", "within of an area", "beyond an area", "inside an area")
FIGURED = {
    "within": (Relation.WITHIN, Qualifier.WITHIN),
    "at": (Relation.AT, Qualifier.EXACT),
    "range": (Relation.RANGE, Qualifier.RANGE),
    "beyond": (Relation.BEYOND, Qualifier.MORE_THAN),
    "zone": (Relation.ZONE, Qualifier.EXACT),
}


def allowed(expected):
    return OFF_M + SHARE * abs(expected)


# A world of claims


@dataclass(frozen=True)
class Told:
    """One claim as it is made up, with what resolves it."""

    claims: tuple
    """One, or the two legs of an offset."""
    locations: tuple
    footprints: dict

    def numbered(self, number, event="e1"):
        claims = tuple(replace(each, id=f"c{number + 10 * leg}", event=event) for leg, each in enumerate(self.claims))
        return replace(self, claims=claims)


def town(name, at, key, extent_m=500.0, kind="populated place"):
    return Place(id=f"x:{key}", name=name, lon=at[0], lat=at[1], kind=kind, country=None, extent_m=extent_m)


def said(words, name, relation, figures=(), *, unit=Unit.KILOMETRE, bearing=None, **more):
    """A claim that a report of its own makes in these words."""
    doc = report(f"It hit {words}.", f"report on {name}")
    more = {"plain_unit": unit is Unit.MILE, **more} if figures else {}
    return replace(claim(1, doc, words, name, relation, figures, unit, **more), bearing=bearing)


def from_place(item, place, *others, footprint=None):
    return Told(claims=(item,), locations=(located(item, place, *others),), footprints={} if footprint is None else {place.id: footprint})


def sector_claim(name, at, km, bearing, key="a", relation=Relation.AT, qualifier=Qualifier.EXACT):
    words = f"{km} km {bearing} of {name}"
    item = said(words, name, relation, (str(km),), bearing=bearing, qualifier=qualifier)
    return from_place(item, town(name, at, key))


def ring_claim(name, at, km, kind="within", key="a"):
    relation, qualifier = FIGURED[kind]
    return from_place(said(f"{kind} {km} km of {name}", name, relation, (str(km),), qualifier=qualifier), town(name, at, key))


def a_figure(chance):
    return max(1, round(10 ** chance.uniform(0.0, 2.18)))


def figures_of(chance, kind):
    if not kind.startswith("range"):
        return (str(a_figure(chance)),)
    low = a_figure(chance)
    return (str(low), str(low + max(1, round(low * chance.uniform(0.1, 1.0)))))


def a_claim(chance, kind, name, at, key):
    """A claim of a kind about a place at a point."""
    if kind in LINE_KINDS or kind in AREA_KINDS:
        return about_a_footprint(chance, kind, name, at, key)
    place = town(name, at, key, chance.choice((0.0, 500.0, 2500.0)))
    others = ()
    if chance.random() < 0.12:
        others = (town(f"Other {name}", moved(at, chance.uniform(0, 360), chance.uniform(2e4, 1.5e5)), f"{key}-other"),)
    if kind == "between":
        return between(chance, name, place)
    if kind == "legs":
        return legs(chance, name, place)
    bearing = chance.choice(COMPASS_POINTS) if "direction" in kind or kind == "toward" else None
    if kind == "toward":
        return from_place(said(f"{bearing} of {name}", name, Relation.TOWARD, bearing=bearing), place, *others)
    figures = figures_of(chance, kind)
    relation, qualifier = FIGURED["at" if kind == "direction" else kind.split()[0]]
    unit = chance.choice((Unit.KILOMETRE,) * 4 + (Unit.MILE,))
    words = f"{kind} {'-'.join(figures)} {unit.words} {bearing or ''} of {name}"
    return from_place(said(words, name, relation, figures, unit=unit, bearing=bearing, qualifier=qualifier), place, *others)


def between(chance, name, place):
    doc = report(f"It hit between {name} and Cova of {name[0]}.", f"report on {name}")
    item = replace(claim(1, doc, f"between {name} and Cova of {name[0]}", name, Relation.BETWEEN))
    item = replace(item, anchors=(item.anchors[0], mention(doc, f"Cova of {name[0]}")))
    other = town("Cova", moved(place.lonlat, chance.uniform(0, 360), chance.uniform(5e3, 8e4)), f"{place.id}-end")
    ends = zip(item.anchors, (place, other), strict=True)
    found = tuple(
        Location(mention=anchor, candidates=(Candidate(place=end, score=0.9, reasons=()),), resolved=end, why="") for anchor, end in ends
    )
    return Told(claims=(item,), locations=found, footprints={})


def legs(chance, name, place):
    one, other = a_figure(chance), a_figure(chance)
    north, east = chance.choice(("N", "S")), chance.choice(("E", "W"))
    doc = report(f"It hit {one} km {north} and {other} km {east} of {name}.", f"report on {name}")
    first = claim(1, doc, f"{one} km {north}", name, Relation.AT, (str(one),), Unit.KILOMETRE, plain_unit=False)
    second = claim(2, doc, f"{other} km {east} of {name}", name, Relation.AT, (str(other),), Unit.KILOMETRE, plain_unit=False)
    both = (replace(first, bearing=north), replace(second, bearing=east))
    return Told(claims=both, locations=(located(both[0], place),), footprints={})


def about_a_footprint(chance, kind, name, at, key):
    is_area = kind in AREA_KINDS
    shape = an_area(chance, at) if is_area else a_line(chance, at)
    place = town(name, at, key, 0.0, "first-level division" if is_area else "border")
    footprint = Footprint(geometry=shape, accuracy_m=chance.choice((500.0, 2500.0)), source="made up")
    if kind == "in an area":
        return from_place(said(f"in {name}", name, Relation.INSIDE), place, footprint=footprint)
    if kind == "part of an area":
        item = said(f"in the part of {name}", name, Relation.INSIDE)
        part = replace(item.anchors[0], part=chance.choice(("N", "E", "S", "W", "NE", "SW")))
        return from_place(replace(item, anchors=(part,)), place, footprint=footprint)
    figures = figures_of(chance, kind)
    if kind == "inside an area":
        item = said(f"{figures[0]} km inside {name}", name, Relation.AT, (str(min(20, int(figures[0]))),))
        amount = span(item.span.report, f"{figures[0]} km")
        return from_place(replace(item, distance=replace(item.distance, span=amount)), place, footprint=footprint)
    relation, qualifier = FIGURED["at" if kind == "from a line" else kind.split()[0]]
    return from_place(
        said(f"{kind} {'-'.join(figures)} km {name}", name, relation, figures, qualifier=qualifier), place, footprint=footprint
    )


def a_line(chance, at):
    """A border or a coast of a few edges, some 100 to 250 km long."""
    wide = 1.0 / math.cos(math.radians(at[1]))
    count, turn = chance.randint(2, 6), chance.uniform(0, 2 * math.pi)
    along = [(step / count - 0.5) * chance.uniform(1.2, 1.8) for step in range(count + 1)]
    across = [chance.uniform(-0.3, 0.3) for _ in along]
    return shapely.LineString(
        [
            (at[0] + wide * (x * math.cos(turn) - y * math.sin(turn)), at[1] + x * math.sin(turn) + y * math.cos(turn))
            for x, y in zip(along, across, strict=True)
        ]
    )


def an_area(chance, at):
    """A star-shaped province some 40 to 180 km across, one in four with a hole."""
    wide = 1.0 / math.cos(math.radians(at[1]))
    turns = [(step + chance.uniform(0.0, 0.7)) * 2 * math.pi / 7 for step in range(7)]

    def ring(reaches):
        return [(at[0] + wide * reach * math.sin(turn), at[1] + reach * math.cos(turn)) for turn, reach in zip(turns, reaches, strict=True)]

    reaches = [chance.uniform(0.2, 0.8) for _ in turns]
    shell = ring(reaches)
    return shapely.Polygon(shell, [ring([0.4 * reach for reach in reaches])] if chance.random() < 0.25 else [])


def moved(at, azimuth, metres):
    lon, lat, _ = GEOD.fwd(*at, azimuth, metres)
    return (float(lon), float(lat))


# What is asked of geomap, and in plain numbers of the sampling


def shape_of(reading):
    """A reading's numbers, without geomap."""
    sector = None if reading.sector is None else (reading.sector.at, reading.sector.middle, reading.sector.half)
    low, high = reading.distance.low, reading.distance.high
    if reading.footprint is None:
        return Shape((reading.anchor.lonlat,), low, high, sector=sector) if False else disc_of(reading, low, high, sector)
    lines = shapely.get_parts(reading.footprint.geometry)
    rings = shapely.get_rings(lines) if reading.footprint.is_area else lines
    return Shape(tuple(tuple(ring.coords) for ring in rings), low, high, is_area=reading.footprint.is_area, sector=sector)


def disc_of(reading, low, high, sector):
    return Shape(((reading.anchor.lonlat,),), low, high, sector=sector)


def gathered(*told):
    """The evidence of claims, and the findings on them."""
    where = {location.mention.key: location for each in told for location in each.locations}
    footprints = {key: value for each in told for key, value in each.footprints.items()}
    claims = tuple(item for each in told for item in each.claims)
    evidence = gather(claims, where, policy=POLICY, footprints=footprints)
    return evidence, check(evidence, where, policy=POLICY)


def agreement(*told):
    """The finding on the first two claims, which are about one event."""
    _, findings = gathered(*(each.numbered(number) for number, each in enumerate(told, start=1)))
    return next(item for item in findings if item.kind is FindingKind.AGREEMENT and {each.id for each in item.claims} == {"c1", "c2"})


@dataclass(frozen=True)
class Case:
    """A finding with the evidence that it rests on."""

    seed: int
    kinds: tuple
    evidence: tuple
    findings: tuple

    @cached_property
    def finding(self):
        """On the first two claims; their regions in the order of the claims."""
        return self._found(FindingKind.AGREEMENT, {"c1", "c2"})

    def _found(self, kind, ids):
        return next(item for item in self.findings if item.kind is kind and {each.id for each in item.claims} == ids)

    @property
    def shapes(self):
        return tuple(shape_of(region.reading) for region in self.finding.regions)

    @property
    def is_fuzzy(self):
        return any(region.fuzzy for region in self.finding.regions)

    @property
    def readings(self):
        by_claim = {item.claim.id: item.readings for item in self.evidence}
        return tuple(by_claim[each.id] for each in self.finding.claims)

    @property
    def combinations(self):
        """Pairs of shapes by all fair readings, but those that take one name for two places."""
        first, second = self.readings
        words = [each[0].claim.anchors[0].span.text for each in (first, second)]
        return [
            (shape_of(one), shape_of(other))
            for one, other in product(first, second)
            if words[0] != words[1] or one.anchor.id == other.anchor.id
        ]


def kinds_of(chance):
    def one():
        return chance.choice(chance.choice((POINT_KINDS, POINT_KINDS, POINT_KINDS, LINE_KINDS, AREA_KINDS)))

    return (one(), one())


@lru_cache(maxsize=None)
def case(seed):
    """A random pair of claims, perhaps with a third or with a zone."""
    chance = random.Random(seed)  # noqa: S311
    kinds = kinds_of(chance)
    has_footprint = any(kind in LINE_KINDS + AREA_KINDS for kind in kinds)
    lon = chance.uniform(-170, 170) if has_footprint or chance.random() < 0.75 else 180.0 + chance.uniform(-1, 1)
    at = moved((lon, chance.uniform(-68, 68)), 0.0, 0.0)
    other = moved(at, chance.uniform(0, 360), chance.choice((0.0, 1.0, 1.0, 1.0)) * chance.uniform(0, 2e5))
    names = ("Arvo", "Berga")
    told = [a_claim(chance, kind, name, where, name) for kind, name, where in zip(kinds, names, (at, other), strict=True)]
    if other == at and not has_footprint and chance.random() < 0.5:
        told[1] = a_claim(chance, kinds[1], "Arvo", at, "Arvo")
    told = [each.numbered(number) for number, each in enumerate(told, start=1)]
    third = moved(at, chance.uniform(0, 360), chance.uniform(0, 1.5e5))
    if seed % 4 == 1:
        kind = chance.choice([each for each in POINT_KINDS if each != "legs"])
        told.append(a_claim(chance, kind, "Delta", third, "Delta").numbered(3))
    if seed % 4 == 2:
        zone = said(f"a {a_figure(chance)} km zone around Zeta", "Zeta", Relation.ZONE, (str(a_figure(chance)),))
        told.append(from_place(zone, town("Zeta", third, "Zeta")).numbered(4))
    return Case(seed, kinds, *gathered(*told))


def both_endless(one, other):
    """Whether both go on without end: directions come together again beyond the far side of the globe, which sampling leaves out."""
    return math.isinf(one.high) and math.isinf(other.high)


def margin_complaint(item):
    """What is wrong with the plain margin, in words; None for nothing."""
    expected, plain = gap(*item.shapes), item.finding.margin.plain
    if both_endless(*item.shapes) and expected > 0:
        return None if plain <= expected + allowed(expected) else f"margin {plain:.0f}, but sampling finds {expected:.0f} or less"
    if expected > allowed(expected):
        return None if abs(plain - expected) <= allowed(expected) else f"margin {plain:.0f}, sampling {expected:.0f}"
    return None if plain <= expected + OFF_M else f"margin {plain:.0f}, but they meet"


def range_complaint(item):
    """What is wrong with the least and greatest margin over the readings."""
    margin = item.finding.margin
    if not margin.low <= margin.plain <= margin.high:
        return f"{margin} is out of order"
    chance = random.Random(item.seed)  # noqa: S311
    pairs = [pair for pair in item.combinations if not both_endless(*pair)]
    for pair in chance.sample(pairs, min(PICKED, len(pairs))):
        expected = gap(*pair)
        if expected > allowed(expected) and not margin.low - allowed(expected) <= expected <= margin.high + allowed(expected):
            return f"a reading's gap is {expected:.0f}, outside {margin.low:.0f} to {margin.high:.0f}"
        if expected == 0.0 and margin.low > OFF_M:
            return f"by a reading they meet, but the least margin is {margin.low:.0f}"
    return None


def robustness_complaint(item):
    """Whether some reading says otherwise though the verdict is robust, or none does though it is not."""
    finding, pairs = item.finding, item.combinations
    if finding.verdict not in (Verdict.CONTRADICTORY, Verdict.CONSISTENT) or item.is_fuzzy or both_endless(*item.shapes):
        return None
    is_apart = finding.verdict is Verdict.CONTRADICTORY
    if finding.robust:
        chance = random.Random(item.seed + 1)  # noqa: S311
        gaps = [gap(*pair) for pair in chance.sample(pairs, min(PICKED, len(pairs)))]
        wrong = [each for each in gaps if (each == 0.0 if is_apart else each > OFF_M)]
        return f"robustly {finding.verdict}, but a reading's gap is {wrong[0]:.0f}" if wrong else None
    if len(pairs) > MOST_COMBINATIONS or any((gap(*pair) <= OFF_M) == is_apart for pair in loosest_first(pairs, loosest=is_apart)):
        return None
    return f"{finding.verdict} and not robust, but every reading agrees"


def loosest_first(pairs, *, loosest):
    """Pairs of shapes, those with the longest distances first and last in turn: one of these turns a verdict most likely."""

    def room(pair):
        return sum(min(each.high, 1e7) - max(each.low, -1e7) for each in pair)

    return sorted(pairs, key=room, reverse=loosest)


def nearest_complaint(item):
    """What is wrong with the two points whose distance is the margin."""
    finding = item.finding
    if finding.margin.plain <= 0:
        return None if finding.nearest is None else "nearest points of regions that meet"
    if finding.nearest is None:
        return "no nearest points"
    for shape, (lon, lat) in zip(item.shapes, finding.nearest, strict=True):
        if not holds(shape, [lon], [lat], OFF_M)[0]:
            return f"({lon:.4f}, {lat:.4f}) is not in its region"
    one, other = finding.nearest
    away = GEOD.inv(*one, *other)[2]
    return None if abs(away - finding.margin.plain) <= 1.0 + 1e-3 * away else f"nearest points {away:.0f} apart, margin {finding.margin.plain:.0f}"


# Flips: the parameter just before and just after its threshold


def changed(flip, shape, claimed, value):
    """A shape with a flip's parameter at a value; None where that does not apply to it."""
    if flip.parameter == "detour" and claimed.distance is not None:
        return shape.scaled(1.0 / value)
    if flip.parameter == "distance" and claimed.distance is not None and claimed.distance.values:
        return shape.scaled(value / claimed.distance.values[0])
    if flip.parameter == "direction" and shape.sector is not None:
        return shape.opened(value)
    return None


def start_of(flip, shape, claimed):
    """The parameter's value in the plain reading."""
    return {"detour": 1.0, "direction": shape.sector[2] if shape.sector else 0.0}.get(
        flip.parameter, claimed.distance.values[0] if claimed.distance else 0.0
    )


def turns_as_told(flip, shapes, claims, which):
    """Whether the regions meet on the one side of the threshold and not on the other, and on this side as by the plain reading."""
    shape, claimed = shapes[which], claims[which]
    meets = gap(*shapes) == 0.0

    def meets_with(other):
        return (gap(other, shapes[1]) if which == 0 else gap(shapes[0], other)) == 0.0

    if flip.parameter == "reversal":
        return shape.sector is not None and meets_with(shape.turned(180.0)) != meets
    if changed(flip, shape, claimed, flip.threshold) is None:
        return False
    away = 1.0 if flip.threshold >= start_of(flip, shape, claimed) else -1.0
    before = changed(flip, shape, claimed, flip.threshold * (1 - 0.02 * away))
    after = [changed(flip, shape, claimed, flip.threshold * (1 + step * away)) for step in (0.02, 0.004, 0.0005)]
    return meets_with(before) == meets and any(meets_with(each) != meets for each in after)


def flip_complaint(item):
    """What is wrong with a flip."""
    finding, shapes = item.finding, item.shapes
    if both_endless(*shapes) or 0.0 < gap(*shapes) <= allowed(gap(*shapes)):
        return None
    for flip in finding.flips:
        if flip.parameter not in ("detour", "distance", "direction", "reversal"):
            continue
        figures = ["-".join(each.distance.figures) if each.distance else None for each in finding.claims]
        named = [which for which in (0, 1) if figures[which] and f"the {figures[which]} " in flip.reading.replace("–", "-")]
        if not any(turns_as_told(flip, shapes, finding.claims, which) for which in named or (0, 1)):
            return f"{flip.parameter} at {flip.threshold} does not turn it: {flip.reading}"
    return None


# Zones and triples


def zone_complaint(item):
    """What is wrong with the first claim's position against the zone."""
    found = next((each for each in item.findings if each.kind is FindingKind.ZONE and {c.id for c in each.claims} == {"c1", "c4"}), None)
    if found is None or any(region.fuzzy for region in found.regions):
        return None
    position, zone = (shape_of(region.reading) for region in found.regions)
    centre, radius = zone.parts[0][0], zone.high
    outside, inside = sampling.nearest_to(position, centre) - radius, radius - sampling.farthest_from(position, centre)
    for cleared, verdict in ((outside, Verdict.OUTSIDE), (inside, Verdict.INSIDE)):
        if cleared > allowed(cleared):
            right = found.verdict in (verdict, Verdict.OPEN) and abs(found.margin.plain - cleared) <= allowed(cleared)
            return None if right else f"{found.verdict} by {found.margin.plain:.0f}, sampling {verdict} by {cleared:.0f}"
    is_open = found.verdict is Verdict.OPEN and found.margin.plain <= OFF_M
    return None if is_open or max(inside, outside) > -OFF_M else f"{found.verdict} by {found.margin.plain:.0f}, sampling neither"


def triple_complaint(item):
    """Whether the pairs that cannot stand together are those that sampling finds apart."""
    found = next((each for each in item.findings if each.kind is FindingKind.JOINT), None)
    if found is None:
        return None
    shapes = {each.id: shape_of(region.reading) for each, region in zip(found.claims, found.regions, strict=True)}
    told = {frozenset(each) for each in found.sets.conflicts if len(each) == 2}
    for one, other in combinations(shapes, 2):
        away = gap(shapes[one], shapes[other])
        if not both_endless(shapes[one], shapes[other]) and not 0.0 < away <= OFF_M and (away > 0) != (frozenset((one, other)) in told):
            return f"{one} and {other} are {away:.0f} apart, but conflicts are {found.sets.conflicts}"
    return None


COMPLAINTS = {
    "margin": margin_complaint,
    "range": range_complaint,
    "robustness": robustness_complaint,
    "nearest": nearest_complaint,
    "flips": flip_complaint,
    "zone": zone_complaint,
    "triple": triple_complaint,
}


def complaints(seeds):
    """All that is wrong in the cases of some seeds: for longer runs."""
    for seed in seeds:
        item = case(seed)
        for name, look in COMPLAINTS.items():
            if (wrong := look(item)) is not None:
                yield f"{seed} {' / '.join(item.kinds)}: {name}: {wrong}"


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", [name for name in COMPLAINTS if name not in ("zone", "triple")])
def test_a_pair_of_claims(name, seed):
    wrong = COMPLAINTS[name](case(seed))
    assert wrong is None, f"{' / '.join(case(seed).kinds)}: {wrong}"


@pytest.mark.parametrize("seed", SEEDS[1::4])
def test_three_claims(seed):
    assert triple_complaint(case(seed)) is None


@pytest.mark.parametrize("seed", SEEDS[2::4])
def test_a_position_against_a_zone(seed):
    assert zone_complaint(case(seed)) is None

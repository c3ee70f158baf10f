"""Claims made up at random, of all kinds and about places, lines and areas, with what geomap and plain numbers make of them."""

from __future__ import annotations

import math
import random
from dataclasses import dataclass, replace
from functools import cache, cached_property
from itertools import product

import shapely
from builders import claim, located, mention, report, span
from sampling import GEOD, Shape

from geomap.areas.evidence import gather
from geomap.checks import check
from geomap.model import MIDDLE, OFFSET, Candidate, FindingKind, Footprint, Location, Place, Qualifier
from geomap.policy import Policy
from geomap.relations import Relation
from geomap.units import COMPASS_POINTS, Unit

POLICY = Policy()
PICKED = 6
"""Combinations of readings that are looked at in a case."""

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
    place, footprint = a_ground(chance, kind, name, at, key)
    if kind == "part of an area":
        return part_of_an_area(chance, name, place, footprint)
    figures = () if kind == "in an area" else figures_of(chance, kind)
    if kind == "inside an area":
        figures = (str(min(5, int(figures[0]))),)  # no deeper than all of these areas are
    return from_a_ground(kind, name, figures, place, footprint)


def a_ground(chance, kind, name, at, key):
    """A line or an area."""
    is_area = kind in AREA_KINDS
    shape = an_area(chance, at) if is_area else a_line(chance, at)
    place = town(name, at, key, 0.0, "first-level division" if is_area else "border")
    return place, Footprint(geometry=shape, accuracy_m=chance.choice((500.0, 2500.0)), source="made up")


def part_of_an_area(chance, name, place, footprint):
    item = said(f"in the part of {name}", name, Relation.INSIDE)
    part = replace(item.anchors[0], part=chance.choice(("N", "E", "S", "W", "NE", "SW")))
    return from_place(replace(item, anchors=(part,)), place, footprint=footprint)


def from_a_ground(kind, name, figures, place, footprint):
    """A claim that is measured from a line or an area."""
    if kind == "in an area":
        return from_place(said(f"in {name}", name, Relation.INSIDE), place, footprint=footprint)
    if kind == "inside an area":
        item = said(f"{figures[0]} km inside {name}", name, Relation.AT, figures)
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


def shape_of(reading):
    """A reading's numbers, without geomap."""
    sector = None if reading.sector is None else (reading.sector.at, reading.sector.middle, reading.sector.half)
    low, high = reading.distance.low, reading.distance.high
    if reading.footprint is None:
        return Shape(((reading.anchor.lonlat,),), low, high, sector=sector)
    lines = shapely.get_parts(reading.footprint.geometry)
    rings = shapely.get_rings(lines) if reading.footprint.is_area else lines
    return Shape(tuple(tuple(ring.coords) for ring in rings), low, high, is_area=reading.footprint.is_area, sector=sector)


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

    @cached_property
    def combinations(self):
        """Pairs of shapes by all fair readings, but those that take one name for two places of the gazetteer."""
        first, second = self.readings
        if shape_of(first[0]) == shape_of(second[0]):  # they say the same, and mean the same by it
            return [(shape_of(each), shape_of(each)) for each in first]
        words = [each[0].claim.anchors[0].span.text for each in (first, second)]
        return [
            (shape_of(one), shape_of(other))
            for one, other in product(first, second)
            if words[0] != words[1] or one.anchor.id == other.anchor.id or {one.anchor.kind, other.anchor.kind} & {OFFSET, MIDDLE}
        ]

    @cached_property
    def picked(self):
        """Some of them."""
        chance = random.Random(self.seed)  # noqa: S311
        pairs = [pair for pair in self.combinations if not both_endless(*pair)]
        return chance.sample(pairs, min(PICKED, len(pairs)))


def kinds_of(chance):
    """Kinds of two claims; in one pair of three a line or an area."""
    first, second = chance.choice(POINT_KINDS), chance.choice(POINT_KINDS)
    if chance.random() < 1 / 3:
        second = chance.choice(LINE_KINDS + AREA_KINDS)
        first = chance.choice((first, first, chance.choice(LINE_KINDS + AREA_KINDS)))
    return (first, second) if chance.random() < 0.5 else (second, first)


@cache
def case(seed):
    """A random pair of claims, perhaps with a third or with a zone."""
    chance = random.Random(seed)  # noqa: S311
    kinds = kinds_of(chance)
    has_footprint = any(kind in LINE_KINDS + AREA_KINDS for kind in kinds)
    lon = chance.uniform(-170, 170) if has_footprint or chance.random() < 0.75 else 180.0 + chance.uniform(-1, 1)
    at = ((lon + 180.0) % 360.0 - 180.0, chance.uniform(-68, 68))
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
        told.append(ring_claim("Zeta", third, a_figure(chance), "zone", key="Zeta").numbered(4))
    return Case(seed, kinds, *gathered(*told))


@cache
def case_on_one_ground(seed):
    """A random pair of claims that are both measured from one line or one area."""
    chance = random.Random(seed)  # noqa: S311
    among = chance.choice((LINE_KINDS, AREA_KINDS, ("inside an area", "within of an area", "beyond an area")))
    kinds = (chance.choice(among), chance.choice(among))
    at = (chance.uniform(-170, 170), chance.uniform(-68, 68))
    place, footprint = a_ground(chance, kinds[0], "Arvo", at, "Arvo")
    told = []
    for number, kind in enumerate(kinds, start=1):
        figures = (str(chance.randint(1, 5)),) if kind == "inside an area" else () if kind == "in an area" else figures_of(chance, kind)
        is_part = kind == "part of an area"
        made = part_of_an_area(chance, "Arvo", place, footprint) if is_part else from_a_ground(kind, "Arvo", figures, place, footprint)
        told.append(made.numbered(number))
    return Case(seed, kinds, *gathered(*told))


def both_endless(one, other):
    """Whether both go on without end: directions come together again beyond the far side of the globe, which sampling leaves out."""
    return math.isinf(one.high) and math.isinf(other.high)

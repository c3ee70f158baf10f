"""Measure the checks: pairs with directions many at once beside the bare distance, and a thousand claims of all kinds.

    python benchmarks/checks.py

Rates are by processor time on one core, the best of a few rounds taken in turns, so that a busy machine slows all sides alike.
"""

from __future__ import annotations

import random
import time
from dataclasses import replace

from peers import on_one_core

on_one_core()

import numpy as np  # noqa: E402  (after the number of threads is set)

from geomap.areas.evidence import gather  # noqa: E402
from geomap.areas.footprints import footprints_of  # noqa: E402
from geomap.checks import check  # noqa: E402
from geomap.geometry.geodesy import WGS84  # noqa: E402
from geomap.model import Candidate, Claim, Location, Mention, Place, Qualifier, Quantity, Report, Span  # noqa: E402
from geomap.policy import Policy  # noqa: E402
from geomap.relations import Relation  # noqa: E402
from geomap.units import COMPASS_POINTS, Unit  # noqa: E402

KINDS = (
    (Relation.WITHIN, Qualifier.WITHIN, False),
    (Relation.AT, Qualifier.EXACT, False),
    (Relation.BEYOND, Qualifier.MORE_THAN, False),
    (Relation.AT, Qualifier.EXACT, True),
    (Relation.AT, Qualifier.EXACT, True),
    (Relation.AT, Qualifier.ABOUT, True),
    (Relation.TOWARD, None, True),
)
"""Relations, how their figure is qualified, and whether they have a direction."""
AREAS = ("geonames:172957", "geonames:169575", "geonames:99593")
"""Provinces of Syria and Iraq, for claims that put something in one or so far from its edge."""


def directed_pairs(count: int = 200_000, rounds: int = 5) -> None:
    """The exact gaps and overlaps of arcs and of sectors, as of "20 km north-east of X" and "within 5 km of Y to the south"."""
    from geomap.geometry.annular import Annuli, margins_m

    rng = np.random.default_rng(5)

    def made() -> Annuli:
        high, sort = rng.uniform(1e3, 120e3, count), rng.integers(0, 3, count)
        low = np.choose(sort, [np.zeros(count), high, 0.7 * high])
        lons, lats = rng.uniform(39, 41, count), rng.uniform(32, 34, count)
        half = rng.choice([45.0, 22.5, 11.25], count)
        return Annuli(lons=lons, lats=lats, low=low, high=high, middle=rng.uniform(0, 360, count), half=half)

    first, second = made(), made()
    ours, deep, bare = [], [], []
    for _ in range(rounds):
        start = time.process_time()
        margins_m(first, second, with_depths=False)
        ours.append(time.process_time() - start)
        start = time.process_time()
        margins_m(first, second)
        deep.append(time.process_time() - start)
        start = time.process_time()
        WGS84.inv(first.lons, first.lats, second.lons, second.lats)
        bare.append(time.process_time() - start)
    rate, all_of_it, peer = (count / min(seconds) for seconds in (ours, deep, bare))
    print(
        f"pairs with directions    {rate / 1e6:.2f} M/s, with the sizes of overlaps {all_of_it / 1e6:.2f} M/s   bare Geod.inv, vectorised {peer / 1e6:.2f} M/s"
    )


def mixed_claims(events: int = 500, rounds: int = 3, *, with_areas: bool) -> None:
    """Events of two claims each, round points and in all directions, perhaps of provinces too: every pair with all its readings and flips."""
    claims, locations = some_claims(events, with_areas=with_areas)
    footprints = footprints_of([location.resolved for location in locations.values() if location.resolved is not None])
    evidence = gather(claims, locations, policy=Policy(), footprints=footprints)
    seconds = []
    for _ in range(rounds):
        start = time.process_time()
        check(evidence, locations, policy=Policy())
        seconds.append(time.process_time() - start)
    sort = "places and provinces" if with_areas else "places"
    print(f"{2 * events} claims about {sort}  {min(seconds):.1f} s, {1000 * min(seconds) / events:.1f} ms a pair")


def some_claims(events: int, *, with_areas: bool) -> tuple[tuple[Claim, ...], dict[tuple[str, int, int], Location]]:
    """Claims two an event, with where their names are."""
    chance = random.Random(3)  # noqa: S311
    claims, locations = [], {}
    for number in range(2 * events):
        if number % 2 == 0:
            middle = (chance.uniform(36.0, 43.0), chance.uniform(32.0, 36.0))
        is_area = with_areas and number % 9 == 0
        claim = a_claim(number, chance, is_area=is_area)
        claims.append(claim)
        at = (middle[0] + chance.uniform(-0.4, 0.4), middle[1] + chance.uniform(-0.3, 0.3))
        place = Place(id=f"x:{number}", name=f"Arvo{number}", lon=at[0], lat=at[1], kind="populated place", country=None, extent_m=2000.0)
        if is_area:
            place = replace(place, id=AREAS[number % len(AREAS)], kind="first-level division")
        mention = claim.anchors[0]
        locations[mention.key] = Location(mention=mention, candidates=(Candidate(place=place, score=0.9),), resolved=place)
    return tuple(claims), locations


def a_claim(number: int, chance: random.Random, *, is_area: bool) -> Claim:
    """One of any kind, in a report of its own; one about an area says that something is in it, or so far from its edge."""
    name, figure, unit = f"Arvo{number}", str(chance.choice((5, 8, 12, 20, 25, 37, 45))), chance.choice((Unit.KILOMETRE, Unit.MILE))
    relation, qualifier, directed = chance.choice(KINDS)
    if is_area:
        relation, qualifier, directed = chance.choice(((Relation.INSIDE, None, False), (Relation.AT, Qualifier.EXACT, False)))
    report = Report(id=f"r{number}", text=f"It fell {figure} {unit.words} from {name}, witnesses said.")
    at = report.text.index(name)
    span = Span(report, 8, at + len(name))
    length = Span(report, 8, at - len(" from "))
    return Claim(
        id=f"c{number}",
        span=span,
        sentence=Span(report, 0, len(report.text)),
        relation=relation,
        anchors=(Mention(span=Span(report, at, at + len(name)), name=name),),
        distance=None if qualifier is None else Quantity(span=length, figures=(figure,), unit=unit, qualifier=qualifier),
        bearing=chance.choice(COMPASS_POINTS) if directed else None,
        event=f"e{number // 2}",
    )


def main() -> None:
    """Print all."""
    directed_pairs()
    mixed_claims(with_areas=False)
    mixed_claims(with_areas=True)


if __name__ == "__main__":
    main()

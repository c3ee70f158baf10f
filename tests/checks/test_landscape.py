"""How grounds lie to each other, and what is concluded from it: against a grid of points, no gap and no clearance is claimed that is not there."""

from __future__ import annotations

import math
import random

import numpy as np
import shapely
from builders import claim, report

from geomap.checks.feasibility.landscape import Landscape
from geomap.checks.feasibility.pairwise import gap_m, inside_m, outside_m
from geomap.model import Footprint, Place, Reading
from geomap.relations import Relation
from geomap.units import Interval

SHAPES = (
    shapely.LineString([(34.0, 31.0), (34.6, 32.2), (35.1, 33.4), (35.8, 34.6), (35.7, 35.6)]),
    shapely.Polygon([(34, 31), (34.6, 32.2), (35.1, 33.4), (35.8, 34.6), (38, 34.6), (38, 31)]),
    shapely.box(36, 32, 37, 33),
    shapely.box(37.5, 34, 39, 35.5),
    shapely.MultiLineString([[(36, 33), (37, 33.5)], [(38.5, 32), (39, 34)]]),
    shapely.Polygon([(35, 32), (39, 32), (39, 35.5), (35, 35.5)], [[(36, 33), (38, 33), (38, 34.5), (36, 34.5)]]),
    shapely.LineString([(36, 32), (37, 32), (37, 33)]),
    None,
    None,
)
POINTS = {7: (36.5, 33.2), 8: (38.2, 34.4)}
DRAWS = 8000


def readings():
    doc = report("It lay 10 km from Arvo.")
    said = claim(1, doc, "10 km", "Arvo", Relation.AT, ("10",))
    for number, geometry in enumerate(SHAPES):
        lon, lat = POINTS.get(number, (36.0, 33.0))
        place = Place(id=f"x:{number}", name="Arvo", lon=lon, lat=lat, kind="locality", country=None, extent_m=100.0)
        footprint = None if geometry is None else Footprint(geometry=geometry, accuracy_m=100.0, source="made up")
        yield Reading(claim=said, anchor=place, distance=Interval(0.0, 1.0), footprint=footprint)


def an_interval(chance, floor):
    low = chance.uniform(-9e4, 5e4) if floor < 0 and chance.random() < 0.5 else chance.uniform(0.0, 1.5e5)
    return chance.choice((Interval(min(floor, low), low), Interval(low, low + chance.uniform(0, 8e4)), Interval(low, math.inf)))


def test_no_gap_and_no_clearance_is_claimed_that_is_not_there():
    landscape, made, chance = Landscape(), list(readings()), random.Random(5)  # noqa: S311
    lons, lats = (each.ravel() for each in np.meshgrid(np.linspace(31, 42, 110), np.linspace(29, 38, 110)))
    away = [landscape.ground(reading).distances(lons, lats) for reading in made]
    counted = {"gaps": 0, "outside": 0, "inside": 0}
    for _ in range(DRAWS):
        one, other = chance.randrange(len(made)), chance.randrange(len(made))
        a, b = an_interval(chance, made[one].floor), an_interval(chance, made[other].floor)
        apart = landscape.apart(landscape.ground(made[one]), landscape.ground(made[other]))
        first, second = (away[one] >= a.low) & (away[one] <= a.high), (away[other] >= b.low) & (away[other] <= b.high)
        if gap_m(a, b, apart) > 0:
            counted["gaps"] += 1
            assert not (first & second).any(), (one, other, a, b)
        if math.isfinite(b.high) and b.high > 0:
            if outside_m(a, b.high, apart) > 0:
                counted["outside"] += 1
                assert (away[other][first] >= b.high).all(), (one, other, a, b)
            if inside_m(a, b.high, apart) > 0:
                counted["inside"] += 1
                assert (away[other][first] <= b.high).all(), (one, other, a, b)
    assert min(counted.values()) > 100, counted

"""Two claims that say the same, in the same figures from the same place: they agree, whatever the words may mean."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest
import shapely
from made_up import (
    AREA_KINDS,
    LINE_KINDS,
    POINT_KINDS,
    a_claim,
    a_ground,
    agreement,
    from_a_ground,
    from_place,
    moved,
    ring_claim,
    said,
    sector_claim,
    shape_of,
    town,
)
from sampling import holds

from geomap.model import Footprint, Qualifier, Verdict
from geomap.relations import Relation
from geomap.units import Unit

AT = (36.0, 34.0)
KINDS = [kind for kind in dict.fromkeys((*POINT_KINDS, *LINE_KINDS, *AREA_KINDS)) if kind != "legs"]


def twice(told):
    """What comes of a claim and another in the same words."""
    return agreement(told, told)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(3))
def test_the_same_words_agree_under_all_readings(kind, seed):
    found = twice(a_claim(random.Random(seed), kind, "Arvo", AT, "a"))  # noqa: S311
    assert found.verdict is Verdict.CONSISTENT
    assert found.robust
    assert not found.flips
    assert "say the same." in found.summary


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("seed", range(3))
def test_their_witness_is_a_point_of_the_region(kind, seed):
    found = twice(a_claim(random.Random(seed), kind, "Arvo", AT, "a"))  # noqa: S311
    lon, lat = found.witness
    assert all(holds(shape_of(region.reading), [lon], [lat], 1.0)[0] for region in found.regions)


def with_quantity(told, **changes):
    (item,) = told.claims
    return replace(told, claims=(replace(item, distance=replace(item.distance, **changes)),))


def test_a_figure_that_is_said_to_be_about_is_the_same_figure():
    found = agreement(ring_claim("Arvo", AT, 35, "at"), with_quantity(ring_claim("Arvo", AT, 35, "at"), qualifier=Qualifier.ABOUT))
    assert (found.verdict, found.robust) == (Verdict.CONSISTENT, True)


def test_miles_that_may_be_nautical_are_the_same_as_such_that_cannot_be_but_not_surely():
    miles = with_quantity(ring_claim("Arvo", AT, 35, "at"), unit=Unit.MILE, plain_unit=True)
    found = agreement(miles, with_quantity(miles, plain_unit=False))
    assert (found.verdict, found.robust) == (Verdict.CONSISTENT, False)
    assert "nautical" in found.summary


def unlike():
    """Pairs of claims that do not say the same."""
    place, footprint = a_ground(random.Random(1), "inside an area", "Arvo", AT, "a")  # noqa: S311
    border, line = a_ground(random.Random(1), "from a line", "Arvo", AT, "a")  # noqa: S311
    yield ring_claim("Arvo", AT, 35, "at"), ring_claim("Arvo", AT, 36, "at")
    yield ring_claim("Arvo", AT, 35, "at"), ring_claim("Berga", (36.1, 34.0), 35, "at", key="b")
    yield sector_claim("Arvo", AT, 35, "N"), sector_claim("Arvo", AT, 35, "NE")
    yield sector_claim("Arvo", AT, 35, "N"), ring_claim("Arvo", AT, 35, "at")
    yield tuple(from_a_ground(kind, "Arvo", ("3",), place, footprint) for kind in ("inside an area", "within of an area"))
    yield tuple(from_a_ground(kind, "Arvo", ("3",), border, line) for kind in ("inside an area", "from a line"))


@pytest.mark.parametrize("pair", list(unlike()))
def test_other_figures_directions_places_or_sides_are_not_the_same(pair):
    assert "say the same" not in agreement(*pair).summary


def in_unit(told, figure, unit):
    return with_quantity(told, figures=(figure,), unit=unit)


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        (("8", Unit.KILOMETRE), ("5", Unit.MILE), Verdict.CONSISTENT),  # 8.05 km
        (("193", Unit.KILOMETRE), ("120", Unit.MILE), Verdict.CONSISTENT),
        (("200", Unit.KILOMETRE), ("120", Unit.MILE), Verdict.CONSISTENT),  # 115 to 125 miles are 185 to 201 km
        (("10", Unit.KILOMETRE), ("5", Unit.MILE), Verdict.OPEN),
        (("10", Unit.MILE), ("5", Unit.MILE), Verdict.CONTRADICTORY),
        (("20", Unit.KILOMETRE), ("10", Unit.KILOMETRE), Verdict.CONTRADICTORY),
        (("12", Unit.KILOMETRE), ("10", Unit.KILOMETRE), Verdict.OPEN),
    ],
)
def test_figures_in_two_units_are_compared_by_the_digits_that_they_are_told_with(one, two, verdict):
    told = ring_claim("Arvo", AT, 35, "at")
    found = agreement(in_unit(told, *one), in_unit(told, *two))
    assert found.verdict is verdict
    assert (found.witness is not None) == (verdict is Verdict.CONSISTENT)


def test_nobody_can_be_deeper_in_an_area_than_it_is():
    """Two who say the same impossible thing do not show that it can be."""
    place, footprint = a_ground(random.Random(1), "inside an area", "Arvo", AT, "a")  # noqa: S311
    found = twice(from_a_ground("inside an area", "Arvo", ("900",), place, footprint))
    assert found.verdict is Verdict.OPEN
    assert found.witness is None


def test_a_name_that_may_mean_two_places_means_the_same_one_to_both():
    told = ring_claim("Arvo", AT, 35, "at")
    (location,) = told.locations
    other = replace(location.candidates[0], place=town("Other Arvo", (37.0, 34.0), "other"), score=0.7)
    found = twice(replace(told, locations=(replace(location, candidates=(*location.candidates, other)),)))
    assert (found.verdict, found.robust) == (Verdict.CONSISTENT, True)


@pytest.mark.parametrize(("figures", "verdict"), [(("15", "10"), Verdict.CONTRADICTORY), (("12", "10"), Verdict.OPEN)])
def test_from_one_line_it_makes_no_difference_how_closely_it_is_known(figures, verdict):
    """Half of the step between two round figures is told as one of them: 12.5 km is 10 or 15, and no two at once."""
    place, line = a_ground(random.Random(1), "from a line", "Arvo", AT, "a")  # noqa: S311
    one, two = (from_a_ground("from a line", "Arvo", (figure,), place, line) for figure in figures)
    assert agreement(one, two).verdict is verdict


@pytest.mark.parametrize(
    ("one", "two", "verdict"),
    [
        (("50", Qualifier.ABOUT), ("49", Qualifier.EXACT), Verdict.CONSISTENT),
        (("30", Qualifier.ABOUT), ("31", Qualifier.EXACT), Verdict.CONSISTENT),
        (("50", Qualifier.EXACT), ("49", Qualifier.EXACT), Verdict.OPEN),
        (("50", Qualifier.ABOUT), ("44", Qualifier.EXACT), Verdict.OPEN),  # told as about 45
        (("34", Qualifier.ABOUT), ("36", Qualifier.EXACT), Verdict.OPEN),  # a figure on no heap is not rounded to one
        (("30", Qualifier.ABOUT), ("44", Qualifier.EXACT), Verdict.CONTRADICTORY),
    ],
)
def test_what_is_about_a_round_figure_is_told_as_it(one, two, verdict):
    told = ring_claim("Arvo", AT, 35, "at")
    found = agreement(*(with_quantity(told, figures=(figure,), qualifier=qualifier) for figure, qualifier in (one, two)))
    assert found.verdict is verdict


def spot(km, azimuth, extent_m=10.0):
    """Coordinates so far from the town."""
    where = town("the pin", moved(AT, azimuth, 1000 * km), "pin", extent_m, "position")
    return from_place(said("at the pin", "the pin", Relation.POSITION), replace(where, extent_stated=True))


def north_of_a_town(km, extent_m, qualifier=Qualifier.EXACT):
    told = sector_claim("Arvo", AT, km, "N", qualifier=qualifier)
    (place,) = told.locations
    return from_place(told.claims[0], town("Arvo", AT, "a", extent_m), *place.candidates[1:])


@pytest.mark.parametrize(
    ("pin", "told", "verdict"),
    [
        (spot(60.3, 10), north_of_a_town(60, 8000), Verdict.CONSISTENT),  # to the last digit
        (spot(63, 10), north_of_a_town(60, 8000), Verdict.CONSISTENT),  # from a part of the town
        (spot(63, 10), north_of_a_town(60, 2000), Verdict.OPEN),  # which is no more than a village
        (spot(68, 10), north_of_a_town(60, 30_000), Verdict.UNCHECKABLE),  # more than a tenth of the figure
        (spot(63, 60), north_of_a_town(60, 8000), Verdict.OPEN),  # not north of it
        (spot(580, 350), north_of_a_town(600, 2000, Qualifier.ABOUT), Verdict.CONSISTENT),
        (spot(550, 350), north_of_a_town(600, 2000, Qualifier.ABOUT), Verdict.OPEN),
        (spot(80, 10), north_of_a_town(60, 8000), Verdict.CONTRADICTORY),
        (spot(60, 180), north_of_a_town(60, 8000), Verdict.CONTRADICTORY),
    ],
)
def test_coordinates_are_as_good_as_a_figure(pin, told, verdict):
    found = agreement(pin, told)
    assert found.verdict is verdict
    assert (found.witness is not None) == (verdict is Verdict.CONSISTENT)


def test_it_is_said_that_a_town_is_no_point():
    assert "part of Arvo" in agreement(spot(63, 10), north_of_a_town(60, 8000)).summary
    assert "to the digits" in agreement(spot(60.3, 10), north_of_a_town(60, 8000)).summary


@pytest.mark.parametrize(
    ("km", "deep", "verdict"), [("2", "4", Verdict.CONTRADICTORY), ("4", "2", Verdict.OPEN), ("3", "3", Verdict.CONSISTENT)]
)
def test_a_border_is_one_line_with_the_edge_of_its_land(km, deep, verdict):
    """However closely the border is known, nobody is deeper in a land than from its border; another stretch of its edge may be nearer."""
    land = town("Arvo", AT, "land", 0.0, "country")
    line = town("the border of Arvo", AT, "line", 0.0, "border")
    shape = shapely.box(35, 33, 37, 35)
    from_line = from_a_ground(
        "from a line", "the border of Arvo", (km,), line, Footprint(geometry=shape.exterior, accuracy_m=2500.0, source="made up")
    )
    inside = from_a_ground("inside an area", "Arvo", (deep,), land, Footprint(geometry=shape, accuracy_m=2500.0, source="made up"))
    assert agreement(from_line, inside).verdict is verdict


@pytest.mark.parametrize(("km", "verdict"), [("20", Verdict.CONSISTENT), ("38", Verdict.CONSISTENT), ("60", Verdict.OPEN)])
def test_what_is_near_a_border_is_farther_than_what_is_near_a_town(km, verdict):
    line, shape = a_ground(random.Random(1), "from a line", "Arvo", AT, "a")  # noqa: S311
    near = from_place(said("near Arvo", "Arvo", Relation.NEAR), line, footprint=shape)
    assert agreement(near, from_a_ground("from a line", "Arvo", (km,), line, shape)).verdict is verdict


@pytest.mark.parametrize(("km", "verdict"), [(5, Verdict.CONSISTENT), (25, Verdict.OPEN)])
def test_near_a_town_is_what_half_mean(km, verdict):
    near = from_place(said("near Arvo", "Arvo", Relation.NEAR), town("Arvo", AT, "a"))
    assert agreement(near, ring_claim("Arvo", AT, km, "at")).verdict is verdict


def test_what_is_on_a_border_is_no_farther_from_it_than_what_is_near_a_town():
    line, shape = a_ground(random.Random(1), "from a line", "Arvo", AT, "a")  # noqa: S311
    on = from_place(said("on the border of Arvo", "Arvo", Relation.NEAR), line, footprint=shape)
    assert agreement(on, from_a_ground("from a line", "Arvo", ("20",), line, shape)).verdict is Verdict.OPEN

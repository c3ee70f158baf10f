"""One thing at different times: the time between, the speed that it needs, and what comes of it."""

from __future__ import annotations

import datetime as dt
import math
import time
from dataclasses import replace

import pytest
from builders import claim, evidence_of, located, report
from geographiclib.geodesic import Geodesic
from hypothesis import given
from hypothesis import strategies as st

from geomap.checks import check
from geomap.checks.movement import _pairs
from geomap.checks.times import at_other_times, elapsed, hours_in_words, speed_of
from geomap.exports.records import finding_record
from geomap.model import NO_THING, Clock, FindingKind, Order, Place, Qualifier, Role, Span, Stance, Thing, Verdict
from geomap.policy import TOP_SPEEDS, Policy
from geomap.relations import Relation
from geomap.units import Unit

ARVO, MOLA = (12.0, 40.0), (12.0, 41.0)
MONDAY = dt.date(2024, 3, 11)
SHIP = Thing(kind="vessel", told_as="r: vessel")
HOUR = dt.timedelta(hours=1)


def clock(low, high=None, zone="UTC", ahead=0.0):
    doc = report(f"{low}")
    return Clock(span=Span(doc, 0, len(doc.text)), low=low, high=low if high is None else high, zone=zone, ahead=ahead)


def position(number, name, at, *, day=MONDAY, thing=SHIP, doc=None, km="10", event="e1", **more):
    """A claim that puts something within so many kilometres of a town."""
    doc = doc or report(f"It was within {km} km of {name}.", f"r{number}")
    words = f"within {km} km of {name}"
    item = claim(number, doc, words, name, Relation.WITHIN, (km,), Unit.KILOMETRE, event, qualifier=Qualifier.WITHIN)
    item = replace(item, when=day, when_low=day, when_high=day, thing=thing, **more)
    town = Place(id=f"x:{name}", name=name, lon=at[0], lat=at[1], kind="populated place", country=None, extent_m=0.0)
    return item, located(item, town)


def two(one, other):
    return evidence_of([one[0], other[0]], [one[1], other[1]])


def movements(*told):
    where = {location.mention.key: location for _, location in told}
    evidence = evidence_of([each for each, _ in told], [location for _, location in told])
    return [each for each in check(evidence, where, policy=Policy()) if each.kind is FindingKind.MOVEMENT]


def apart_m(one=ARVO, other=MOLA):
    return Geodesic.WGS84.Inverse(one[1], one[0], other[1], other[0])["s12"]


def test_the_speed_by_hand():
    """111.0 km between the towns, 10 km round each, from 06:30 to 10:30, each known to the minute."""
    (found,) = movements(position(1, "Arvo", ARVO, clock=clock(6.5)), position(2, "Mola", MOLA, clock=clock(10.5)))
    least_h, most_h = 4 - 2 / 60, 4 + 2 / 60
    assert found.speed.hours == pytest.approx((least_h, most_h))
    assert found.speed.plain == pytest.approx((apart_m() - 20_000) / 1000 / 4)
    # 10 km may stand for as much as 12.5 km.
    assert found.speed.least == pytest.approx((apart_m() - 25_000) / 1000 / most_h, rel=1e-3)
    assert found.speed.most == pytest.approx((apart_m() + 25_000) / 1000 / least_h, rel=1e-3)
    assert (found.verdict, found.robust) == (Verdict.POSSIBLE, True)


@pytest.mark.parametrize(
    ("sort", "hours", "verdict"),
    [
        ("tanker", 4, Verdict.POSSIBLE),  # 22.8 km/h by the figures
        ("fishing boat", 4, Verdict.OPEN),  # seldom above 20.4, never above 37
        ("tanker", 2, Verdict.IMPOSSIBLE),  # 40 at least, never above 37
        ("speedboat", 2, Verdict.POSSIBLE),
        (None, 2, Verdict.POSSIBLE),
        (None, 0.4, Verdict.IMPOSSIBLE),
    ],
)
def test_what_a_sort_of_thing_can_do(sort, hours, verdict):
    thing = replace(SHIP, sort=sort)
    (found,) = movements(
        position(1, "Arvo", ARVO, clock=clock(6.5), thing=thing), position(2, "Mola", MOLA, clock=clock(6.5 + hours), thing=thing)
    )
    assert found.verdict is verdict


def test_days_alone():
    (found,) = movements(position(1, "Arvo", ARVO), position(2, "Mola", MOLA, day=MONDAY + dt.timedelta(days=3)))
    assert found.speed.hours == (48, 96)
    assert found.verdict is Verdict.POSSIBLE
    (found,) = movements(position(1, "Arvo", ARVO), position(2, "Mola", MOLA, day=MONDAY + dt.timedelta(days=1)))
    assert found.speed.hours == (0, 48)
    assert found.speed.most == math.inf


def test_a_night_is_of_its_evening():
    night = position(2, "Mola", MOLA, clock=clock(18, 30, zone="", ahead=None))
    night = (replace(night[0], when_high=MONDAY + dt.timedelta(days=1)), night[1])
    found = elapsed(*two(position(1, "Arvo", ARVO, clock=clock(12.5, zone="", ahead=None)), night))
    assert (found.least, found.most) == pytest.approx((5.5 - 1 / 60, 17.5 + 1 / 60))


def test_a_soft_word_makes_nothing_impossible():
    near = position(2, "Mola", (12.0, 45.0), clock=clock(6.9))
    near = (replace(near[0], relation=Relation.NEAR, distance=None), near[1])
    (found,) = movements(position(1, "Arvo", ARVO, clock=clock(6.5)), near)
    assert found.speed.least > TOP_SPEEDS["vessel"].never
    assert found.verdict is Verdict.OPEN


def test_thousands_of_claims_of_one_time_are_looked_at_once():
    first, last = position(1, "Arvo", ARVO), position(2, "Mola", MOLA, day=MONDAY + dt.timedelta(days=3))
    one, other = two(first, last)
    many = [replace(one, claim=replace(one.claim, id=f"c{number}")) for number in range(3, 2500)]
    begun = time.perf_counter()
    assert len(list(_pairs([*many, other]))) == len(many)
    assert time.perf_counter() - begun < 5


def test_the_earlier_one_stands_first():
    (found,) = movements(position(1, "Arvo", ARVO, clock=clock(9.5)), position(2, "Mola", MOLA, clock=clock(3.5)))
    assert [each.id for each in found.claims] == ["c2", "c1"]


def test_a_count_of_hours():
    doc = report("It was within 10 km of Arvo. Six hours later it was within 10 km of Mola.")
    first = position(1, "Arvo", ARVO, doc=doc, day=None)
    order = Order(words="Six hours later", low=6 * HOUR, high=6 * HOUR, since=first[0].span)
    (found,) = movements(first, position(2, "Mola", MOLA, doc=doc, day=None, order=order))
    assert found.speed.hours == pytest.approx((5.4, 6.6))
    earlier = replace(order, low=-6 * HOUR, high=-6 * HOUR)
    (found,) = movements(first, position(2, "Mola", MOLA, doc=doc, day=None, order=earlier))
    assert [each.id for each in found.claims] == ["c2", "c1"]
    assert not movements(first, position(2, "Mola", MOLA, doc=doc, day=None, order=replace(order, since=None)))


@pytest.mark.parametrize(
    ("one", "other", "hours"),
    [
        (clock(9.5), clock(14.5, zone="MSK", ahead=3.0), (2 - 1 / 30, 2 + 1 / 30)),
        (clock(9.5, zone="", ahead=None), clock(14.5, zone="local time", ahead=None), (5 - 1 / 30, 5 + 1 / 30)),
        (clock(9.5, zone="Norland time", ahead=None), clock(14.5, zone="Norland time", ahead=None), (5 - 1 / 30, 5 + 1 / 30)),
        # at 12° east the sun is 0.8 h ahead, and no clock is farther from it than 3 h
        (clock(9.5), clock(20.5, zone="", ahead=None), (10.2 - 3 - 1 / 30, 10.2 + 3 + 1 / 30)),
        (clock(9.5, zone="", ahead=None), clock(14.5, zone="local time", ahead=8.0), (5 - 1 / 30, 5 + 1 / 30)),
        (clock(9.5), clock(14.5, zone="Norland time", ahead=None), None),
        (clock(9.5), clock(9.5), None),
        (clock(9.0), clock(9.25), None),  # nine o'clock may be a quarter past
        (clock(4, 12), clock(9.5), None),
        (clock(4, 12), clock(18, 30), (6, 26)),
        (clock(9.5), None, None),
    ],
)
def test_clocks_of_one_day(one, other, hours):
    found = elapsed(*two(position(1, "Arvo", ARVO, clock=one), position(2, "Mola", MOLA, clock=other)))
    assert hours is None if found is None else (found.least, found.most) == pytest.approx(hours)


def test_no_day_no_time():
    assert elapsed(*two(position(1, "Arvo", ARVO, day=None), position(2, "Mola", MOLA))) is None


@pytest.mark.parametrize(
    ("changes", "can_move"),
    [
        ({}, True),
        ({"thing": NO_THING}, True),
        ({"thing": Thing(kind="strike")}, True),
        ({"thing": Thing(kind="aircraft")}, False),
        ({"thing": replace(SHIP, sort="ferry")}, False),
        ({"thing": replace(SHIP, names=frozenset({"grey"}))}, True),
        ({"thing": replace(SHIP, names=frozenset({"halcyon"}))}, False),
        ({"event": "e2"}, True),
        ({"event": "e2", "thing": replace(SHIP, told_as="r: vessel 40")}, False),
        ({"event": "e2", "thing": replace(SHIP, told_as=None, names=frozenset({"grey"}))}, True),
        ({"event": None, "thing": NO_THING}, False),
        ({"role": Role.STANDING}, False),
        ({"stance": Stance.DENIED}, False),
    ],
)
def test_which_two_are_one_thing_that_moves(changes, can_move):
    first = position(1, "Arvo", ARVO, thing=replace(SHIP, sort="tanker", names=frozenset({"grey", "seal"})))[0]
    second = replace(position(2, "Mola", MOLA)[0], **changes)
    assert (speed_of(first, second) is not None) is (speed_of(second, first) is not None) is can_move


def test_what_does_not_move_is_no_movement():
    strike = Thing(kind="strike")
    assert not movements(
        position(1, "Arvo", ARVO, thing=strike), position(2, "Mola", MOLA, thing=strike, day=MONDAY + dt.timedelta(days=3))
    )


def test_other_times_are_said_for_pairs_to_be_left_out():
    apart = two(position(1, "Arvo", ARVO, clock=clock(6.5)), position(2, "Mola", MOLA, clock=clock(10.5)))
    assert at_other_times(*apart) == "what moves was there at other times, 4 hours apart"
    assert at_other_times(*two(position(1, "Arvo", ARVO), position(2, "Mola", MOLA))) is None
    unplaced = [replace(each, region=None) for each in apart]
    assert at_other_times(*unplaced) is None


def test_in_words_and_in_the_record():
    thing = replace(SHIP, sort="tanker")
    (found,) = movements(position(1, "Arvo", ARVO, clock=clock(6.5), thing=thing), position(2, "Mola", MOLA, clock=clock(8.5), thing=thing))
    assert found.summary == (
        "The tanker was “within 10 km of Arvo” at 06:30 UTC on 11 March 2024 and “within 10 km of Mola” at 08:30 UTC on 11 March 2024: "
        "that needs 42 to 69 km/h over 2 hours; a tanker cannot do more than 37 km/h."
    )
    record = finding_record(found)
    assert record["kind"] == "movement"
    assert record["verdict"] == "impossible"
    assert record["speed_kmh"]["least"] == pytest.approx(found.speed.least, abs=1e-3)
    assert record["hours"] == pytest.approx([2 - 1 / 30, 2 + 1 / 30], abs=1e-3)


@pytest.mark.parametrize(
    ("least", "most", "words"),
    [
        (4, 4, "4 hours"),
        (1, 1, "1 hour"),
        (0, 48, "at most 48 hours"),
        (14.22, 38.2, "14.2 to 38.2 hours"),
        (100, 250.4, "100 to 250 hours"),
    ],
)
def test_hours_in_words(least, most, words):
    assert hours_in_words(least, most) == words


ORDER = (Verdict.IMPOSSIBLE, Verdict.OPEN, Verdict.POSSIBLE)


@given(
    sort=st.sampled_from(sorted(TOP_SPEEDS)),
    north=st.floats(0.01, 8),
    first=st.floats(0.1, 20),
    more=st.floats(0, 200),
)
def test_more_time_never_makes_it_less_possible(sort, north, first, more):
    thing = replace(SHIP, sort=sort)
    told = []
    for hours in (first, first + more):
        days, hour = divmod(hours, 24)
        later = position(
            2, "Mola", (12.0, 40.0 + north), thing=thing, day=MONDAY + dt.timedelta(days=int(days)), clock=clock(round(hour, 4) + 1e-5)
        )
        told += movements(position(1, "Arvo", ARVO, thing=thing, clock=clock(1e-5)), later)[:1]
    assert [each.speed.least <= each.speed.plain <= each.speed.most for each in told] == [True] * len(told)
    if len(told) == 2:
        assert ORDER.index(told[1].verdict) >= ORDER.index(told[0].verdict)
        assert told[1].speed.least <= told[0].speed.least + 1e-9


def test_speeds_are_in_order():
    for sort, top in TOP_SPEEDS.items():
        assert 0 < top.seldom < top.never, sort

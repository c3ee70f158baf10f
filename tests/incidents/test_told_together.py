"""What is told beside one incident in two reports, and alike; and what a report tells that is of none."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import READ_OTHERWISE, joined

from geomap.language import extract
from geomap.model import Report

FRIDAY = dt.date(2022, 9, 16)


def case(*texts, titles=("", "")):
    reports = [Report(id=name, text=text, title=title, published=FRIDAY) for name, text, title in zip("ab", texts, titles, strict=True)]
    return joined([extract(each) for each in reports])


def odds_of_one(claims, events, first, second):
    """1 where two claims are of one event, else how probable that is."""
    one, two = (next(claim.event for claim in claims if words in claim.span.text) for words in (first, second))
    if one == two:
        return 1.0
    event = next(each for each in events if each.id == one)
    return next((other.probability for other in event.may_join if other.event == two), 0.0)


CRASH = "The airliner Grey Heron collided with a fighter 5 km off Arvo on Monday, Colonel Hennessy said. {}"
AGAIN = "A fighter and the airliner Grey Heron collided 6 km off Arvo on Monday, Colonel Hennessy said. {}"


def test_landings_of_one_flight_may_be_one():
    claims, events = case(CRASH.format("The airliner landed at Orsk."), AGAIN.format("The airliner landed 9 km from Mola."))
    assert odds_of_one(claims, events, "5 km", "6 km") == 1.0
    beside = odds_of_one(claims, events, "at Orsk", "9 km")
    claims, events = case(CRASH.format("Another airliner landed at Orsk."), AGAIN.format("The airliner landed 9 km from Mola."))
    assert beside > odds_of_one(claims, events, "at Orsk", "9 km")


def test_what_no_report_links_is_not_linked():
    other = "A tanker ran aground 6 km off Belmar in June. The tanker was towed to Mola, 9 km from Lys."
    claims, events = case(CRASH.format("The airliner landed at Orsk."), other)
    assert odds_of_one(claims, events, "at Orsk", "9 km") < 0.2


@pytest.mark.parametrize(
    "text",
    [
        "The jet was on its way from Arvo to Mola when it crashed 5 km from Orsk.",
        "The ferry, on a voyage from Arvo to Mola, sank 5 km off Orsk.",
    ],
)
def test_an_itinerary_is_no_place_of_an_incident(text):
    claims, _ = joined([extract(Report(id="r", text=text, published=FRIDAY))])
    assert next(claim.event for claim in claims if "5 km" in claim.span.text) is not None
    assert all(claim.event is None for claim in claims if "from Arvo to Mola" in claim.span.text)


def test_what_was_hit_on_its_way_was_between_the_two():
    claims, _ = joined(
        [extract(Report(id="r", text="A car was on its way from Arvo to Mola, and it was hit from above.", published=FRIDAY))]
    )
    assert [claim.event for claim in claims] == ["e1"]


def test_on_the_road_from_one_town_to_another_is_a_place():
    claims, _ = joined([extract(Report(id="r", text="A bomb exploded on the road from Arvo to Mola on Monday.", published=FRIDAY))])
    assert [claim.event for claim in claims] == ["e1"]


def test_ships_with_names_of_their_own_are_two():
    text = "The ferry ESTONIA sank 5 km off Arvo on Monday. The vessel MARIELLA was 9 km from Mola."
    claims, _ = joined([extract(Report(id="r", text=text, published=FRIDAY))])
    assert claims[0].event != claims[1].event


@pytest.mark.parametrize("words", ["The planned target was 9 km from Mola.", "The intended landing was 9 km from Mola."])
def test_what_was_planned_did_not_happen(words):
    claims, _ = joined([extract(Report(id="r", text=f"A strike hit a bridge 5 km from Arvo on Monday. {words}", published=FRIDAY))])
    assert next(claim.event for claim in claims if "9 km" in claim.span.text) is None


@pytest.mark.parametrize(
    ("last", "one"),
    [("The jet crashed 9 km from Arvo.", False), pytest.param("The strike was 9 km from Arvo.", True, marks=READ_OTHERWISE)],
)
def test_where_a_lost_craft_came_down_is_not_where_it_was_hit(last, one):
    text = f"The jet was hit by a missile 5 km from Arvo on Monday. {last}"
    claims, _ = joined([extract(Report(id="r", text=text, title="The loss of a jet", published=FRIDAY))])
    assert (claims[0].event == claims[1].event) is one

"""Claims that tell of nothing that happened, appositions to where something did, and days that do not date an incident."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import READ_OTHERWISE, joined, of, told_in

from geomap.language import extract
from geomap.model import Report, Role

FRIDAY = dt.date(2022, 9, 16)


def read(text, title="", published=FRIDAY):
    claims, _ = joined([extract(Report(id="r", text=text, title=title, published=published))])
    return claims


BIDDEN = [
    "Residents are advised to keep 5 km from Mola.",
    "The public was urged to stay at least 5 km from Mola.",
    "Ships have been told to keep 5 km off Mola.",
    "Boats must keep 5 km from Mola.",
    "People should stay at least 5 km from Mola.",
    "No guns stood within 5 km of Mola.",
    "The photos showed no house within 5 km of Mola.",
]


@pytest.mark.parametrize("text", BIDDEN)
def test_what_is_bidden_or_was_not_there_stands(text):
    claims = read(f"A bomb exploded 9 km from Arvo on Monday. {text}")
    found = [claim for claim in claims if "5 km" in claim.span.text]
    assert all(claim.event is None for claim in found)
    assert of(claims, "9 km from Arvo").event == "e1"


DONE = [
    "Residents said that the blast was 5 km from Mola.",
    "The convoy, ordered to Orsk, was hit 5 km from Mola.",
    "It was told that the bomb went off 5 km from Mola.",
]


@pytest.mark.parametrize("text", DONE)
def test_what_happened_is_told_beside_what_was_said_and_ordered(text):
    assert of(read(f"A bomb exploded near Arvo on Monday. {text}"), "5 km from Mola").event is not None


@pytest.mark.parametrize(
    ("text", "stands"),
    [
        ("A bomb killed two in Orsk, 5 km from Mola.", False),
        ("The strike hit a mill at Orsk, 5 km from Mola.", False),
        ("A jet crashed near the village of Orsk, 5 km from Mola.", False),
        ("The raid was led by the commander of the Orsk base, which lies 5 km from Mola.", True),
        ("Norland has 30 jets at the Orsk air base, 5 km from Mola.", True),
        ("Four of the wounded were driven to Orsk, 5 km from Mola.", True),
        ("Orsk, where a tent for the kin was put up, lies 5 km from Mola.", True),
    ],
)
def test_an_apposition_to_where_something_befell_is_of_that(text, stands):
    claims = read(f"A bomb killed a guard 9 km from Arvo. {text}", title="Bomb kills two")
    found = of(claims, "5 km from Mola")
    if stands:
        assert found.event != of(claims, "9 km from Arvo").event
    else:
        assert found.role is not Role.STANDING


def test_posts_that_stand_on_a_ridge_are_what_is_where_they_stand():
    claims = read("Jets struck two outposts on Monday. The posts, known as Hook and Eye, stand on a ridge at Arvo, 5 km from Mola.")
    assert of(claims, "5 km from Mola").event == "e1"


@pytest.mark.parametrize(
    "text",
    [
        "The tug was attacked at 44°51.3'N 36°23.4'E, in neutral waters, about 23 km from Arvo and 50 km from Mola.",
        "The survey puts the quake at 44°51.3'N 36°23.4'E, which is 23 km from Arvo and 50 km from Mola.",
    ],
)
def test_what_goes_on_from_a_position_is_of_it(text):
    claims = read(text)
    assert len({claim.event for claim in claims}) == 1
    assert len(claims) == 3


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "A strike on two trucks killed ten before dawn on Friday, officials said. It was 5 km from Mola. Gunmen had taken the trucks late on Thursday 9 km from Arvo.",
            "2022-09-16",
        ),
        (
            "Rebels captured two trucks on Wednesday evening. At 01:50 on 15 September both were bombed from the air 5 km from Mola.",
            "2022-09-15",
        ),
        ("The bureau now puts the blast of Thursday 5 km from Mola.", "2022-09-15"),
        ("At the moment the rocket struck on Thursday, the bus was 5 km from Mola.", "2022-09-15"),
        ("A bomb exploded on Tuesday 5 km from Mola. Since Thursday shells have fallen within 9 km of Arvo.", "2022-09-13"),
    ],
)
def test_days_of_other_things_do_not_date_an_incident(text, when):
    claims = read(text, title="Bombs fall")
    assert of(claims, "5 km from Mola").when.isoformat() == when


@pytest.mark.parametrize(
    ("text", "when"),
    [("The raid of 6 September", "2022-09-06"), ("Ministers meet on Monday", None), ("The quake of 2 August 2022", "2022-08-02")],
)
def test_a_day_that_a_headline_states_is_its_incidents(text, when):
    found = of(read("A bomb exploded 5 km from Mola.", title=text), "5 km from Mola")
    assert (found.when and found.when.isoformat()) == when


@pytest.mark.parametrize(("who", "day"), [("Experts", None), ("Divers", None), ("Gunmen", dt.date(2022, 9, 12))])
def test_experts_who_board_a_ship_seize_nothing_and_date_no_attack(who, day):
    text = f"{who} boarded the tanker on Monday, 9 km from Arvo."
    account = told_in(extract(Report(id="r", text=text, title="Findings on the tanker attack", published=FRIDAY))).accounts[0]
    assert account.days.day == day


@pytest.mark.parametrize(
    ("second", "same"),
    [
        pytest.param("The last contact was made over Orsk, 5 km from Mola.", False, marks=READ_OTHERWISE),
        ("Two more boats turned back 5 km from Mola.", False),
        pytest.param("The boat sank 5 km from Mola.", True, marks=READ_OTHERWISE),
    ],
)
def test_points_on_the_way_and_further_ships_are_apart(second, same):
    claims = read(f"A boat sank 9 km from Arvo on Monday. {second}")
    assert (of(claims, "9 km").event == of(claims, "5 km").event) is same

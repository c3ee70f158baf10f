"""What a report's incident begins with, what a paragraph turns aside to, and which day or year a report that looks back tells."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import joined, of

from geomap.language import extract
from geomap.model import Report

FRIDAY = dt.date(2022, 9, 16)


def read(text, title="", published=FRIDAY):
    claims, _ = joined([extract(Report(id="r", text=text, title=title, published=published))])
    return claims


def events(text, *words, **more):
    claims = read(text, **more)
    return [of(claims, each).event for each in words]


@pytest.mark.parametrize(
    "text",
    [
        "On 4 September a patrol left the post at Arvo. On the 6th it was ambushed 5 km from Arvo. The site is 40 km from Mola.",
        "The column set out from Arvo on Monday. On Tuesday gunmen attacked it 5 km from Arvo. The site is 40 km from Mola.",
        "The ferry left Arvo on 3 September. On 5 September it capsized 5 km from Arvo. The site is 40 km from Mola.",
    ],
)
def test_what_went_before_does_not_date_the_incident(text):
    claims = read(text)
    hit, site = of(claims, "5 km from Arvo"), of(claims, "40 km from Mola")
    assert hit.event == site.event is not None
    assert hit.when == site.when is not None


@pytest.mark.parametrize(
    ("text", "one"),
    [
        ("A jet was shot down 5 km off Arvo on Monday. What we attacked was a depot near Mola.", False),
        ("A jet was shot down 5 km off Arvo on Monday. What our planes hit: a plant near Mola.", False),
        ("A depot was bombed 5 km from Arvo on Monday. What they attacked was a depot near Mola.", True),
        ("A frigate was sunk by a blast 5 km off Arvo. The detonation occurred near Mola.", True),
        ("A trawler sank 5 km off Arvo on Monday. The explosion happened near Mola.", True),
        ("A trawler sank 5 km off Arvo on Monday. Another explosion happened near Mola.", False),
    ],
)
def test_what_was_hit_and_what_it_came_of(text, one):
    first, second = events(text, "5 km", "near Mola")
    assert (first == second) is one


@pytest.mark.parametrize(
    "text",
    [
        "A bus was attacked 5 km from Arvo on Monday.\n\nLast month's raid in the Orsk valley was another thing. A lorry was stopped near Mola.",
        "A ferry sank 5 km off Arvo on Monday.\n\nIn June another boat went down off Orsk. A crew was picked up near Mola.",
    ],
)
def test_a_paragraph_that_has_turned_aside_stays_there(text):
    first, second = events(text, "5 km", "near Mola")
    assert first != second


@pytest.mark.parametrize(
    ("title", "published", "when"),
    [
        ("The flood of the Arvo, 2008", dt.date(2012, 7, 1), "2008-05-02"),
        ("Arvo 2008: what the dam did", dt.date(2011, 1, 5), "2008-05-02"),
        ("The flood of the Arvo", dt.date(2012, 7, 1), "2012-05-02"),
        ("From 1998 to 2008: floods of the Arvo", dt.date(2012, 7, 1), "2012-05-02"),
        ("Model TX-2008 failed at Arvo", dt.date(2012, 7, 1), "2012-05-02"),
        ("Plans for 2020", dt.date(2012, 7, 1), "2012-05-02"),
    ],
)
def test_the_year_in_a_headline_is_that_of_days_without_one(title, published, when):
    claims = read("The dam burst on 2 May, 5 km from Arvo.", title=title, published=published)
    assert of(claims, "5 km").when.isoformat() == when


@pytest.mark.parametrize(
    ("text", "apart"),
    [
        ("The intercepted signal sent a cruiser to a position 5 km from Arvo.", False),
        ("An official leaked the plan at Arvo, 5 km from Mola.", False),
        ("The call was intercepted 5 km from Arvo.", False),
        ("Two jets intercepted a drone 5 km from Arvo.", True),
        ("A tanker leaked oil 5 km from Arvo.", True),
    ],
)
def test_information_is_no_incident(text, apart):
    text = f"A plane crashed near Orsk on Monday. {text}"
    first, second = events(text, "near Orsk", "5 km from")
    assert first is not None
    assert not apart or first != second


def test_a_landslide_that_buried_a_village_is_what_the_report_is_about():
    first, second = events(
        "A landslide buried a village near Arvo on Friday.\n\nIt hit Orsk, 5 km from Mola, at 3 a.m.", "near Arvo", "5 km from Mola"
    )
    assert first == second
    first, second = events(
        "A bomb killed a man near Arvo on Friday. The victim was buried in Orsk, 5 km from Mola.", "near Arvo", "5 km from Mola"
    )
    assert first != second


def test_a_season_dates_what_a_report_looks_back_on():
    claims = read("The agency told what had brought down the jet 5 km from Arvo last summer.", title="A new version of the crash")
    assert of(claims, "5 km").when is None
    assert "last summer" in of(claims, "5 km").when_text.text

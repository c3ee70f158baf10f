"""Days that a claim's own words do not tell: those of what did it, of another claim's hour, and of no other incident."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import joined

from geomap.language import extract
from geomap.model import Report

FRIDAY = dt.date(2022, 9, 16)


def day(text, words, title=""):
    claims, _ = joined([extract(Report(id="r", text=text, title=title, published=FRIDAY))])
    when = next(claim.when for claim in claims if words in claim.span.text)
    return None if when is None else when.isoformat()


@pytest.mark.parametrize(
    ("text", "words", "when"),
    [
        ("A quake shook Arvo on Wednesday. Two women were killed at Orsk, 900 km away.", "900 km away", "2022-09-14"),
        ("A quake hit Arvo late on Tuesday. A farmer died at Orsk, 40 km away.", "40 km away", "2022-09-13"),
        ("The Kel volcano erupted on Tuesday. The cable to Arvo was cut 30 km off Orsk.", "30 km off Orsk", "2022-09-13"),
        ("The Kel volcano blew up in a blast on Tuesday. Two men drowned 900 km away from Orsk.", "900 km", "2022-09-13"),
        ("A depot exploded in Arvo on Wednesday. Windows were shattered up to 9 km from Orsk.", "9 km from Orsk", "2022-09-14"),
        ("A quake shook Arvo on Wednesday. On Thursday a man was killed 9 km from Orsk.", "9 km from Orsk", "2022-09-15"),
        ("A quake shook Arvo on Wednesday. In 2010 a man was killed 9 km from Orsk.", "9 km from Orsk", None),
        ("A quake shook Arvo on Wednesday. In another case a man was killed 9 km from Orsk.", "9 km from Orsk", None),
        ("A quake shook Arvo on Wednesday. Another man was shot dead 400 km from Orsk.", "400 km from Orsk", None),
        ("Gunmen attacked Arvo on Wednesday. Earlier this year a guard was killed 400 km from Orsk.", "400 km from Orsk", None),
        ("A depot exploded in Arvo on Wednesday. A guard was shot dead 400 km from Orsk last month.", "400 km from Orsk", None),
    ],
)
def test_what_a_sudden_disaster_did_elsewhere_is_of_its_day(text, words, when):
    assert day(text, words) == when


@pytest.mark.parametrize(
    ("last", "when"),
    [
        ("The rebels looted a market 9 km from Orsk on the night of the attack.", None),
        ("The rebels looted a market 9 km from Orsk on the morning of the raid.", None),
        ("The rebels looted a market 9 km from Orsk on the night of Tuesday.", "2022-09-13"),
        ("The rebels looted a market 9 km from Orsk at 6 p.m.", "2022-09-15"),
    ],
)
def test_the_night_of_an_incident_is_not_that_of_what_was_told_last(last, when):
    before = "On Thursday the army caught up with the raiders 30 km from Arvo. Six hostages were rescued.\n\n"
    assert day(before + last, "9 km from Orsk") == when


@pytest.mark.parametrize(
    ("text", "when"),
    [
        (
            "The missile that tore apart a jet was fired from a field 5 km south of Orsk. The jet came down 9 km from Mola on Wednesday.",
            "2022-09-14",
        ),
        (
            "The rocket that hit an airliner was launched from a meadow 5 km south of Orsk. The airliner crashed 9 km from Mola on Tuesday.",
            "2022-09-13",
        ),
        ("A missile was fired from a field 5 km south of Orsk. A jet crashed 9 km from Mola on Wednesday in another case.", None),
        ("A missile was fired from a field 5 km south of Orsk. A ferry sank 9 km off Mola on Wednesday.", None),
    ],
)
def test_what_brings_an_aircraft_down_is_launched_on_the_day_that_it_falls(text, when):
    assert day(text, "5 km south of Orsk", "Missile that hit jet was fired from field") == when


@pytest.mark.parametrize(
    ("hour", "when"),
    [("at 3 a.m.", "2022-09-15"), ("shortly after 4 a.m.", "2022-09-15"), ("at 3 a.m. on Wednesday", "2022-09-14")],
)
def test_the_hour_of_one_claim_is_on_the_day_of_all(hour, when):
    text = f"A landslide buried a village before dawn on Thursday.\n\nIt hit Arvo, about 60 km from Orsk, {hour}, when people slept."
    assert day(text, "60 km from Orsk", "Scores feared dead as mountainside buries village") == when

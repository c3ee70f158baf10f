"""The day that a claim has from its event: of which account, within which bounds, and where from if none of its accounts tells any."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import joined

from geomap.language import extract
from geomap.model import Report

FRIDAY = dt.date(2022, 9, 16)


def told(*texts, title="Ferry *Blue Heron* sinks"):
    reports = [Report(id=f"r{number}", text=text, title=title, published=FRIDAY) for number, text in enumerate(texts)]
    return joined([extract(each) for each in reports])[0]


def day_of(claims, words):
    when = next(claim.when for claim in claims if words in claim.span.text)
    return None if when is None else when.isoformat()


SANK = "The ferry Blue Heron sank on Wednesday 5 km off Orsk, the coast guard said. The Blue Heron had 41 people aboard."


@pytest.mark.parametrize(
    ("other", "day"),
    [
        ("The ferry Blue Heron sank 7 km off Orsk with 41 people aboard, the owner said.", "2022-09-14"),
        ("The ferry Blue Heron sank 7 km off Orsk this week with 41 people aboard, the owner said.", "2022-09-14"),
        ("The ferry Blue Heron sank 7 km off Orsk in September with 41 people aboard, the owner said.", "2022-09-14"),
        ("The ferry Blue Heron sank 7 km off Orsk in August with 41 people aboard, the owner said.", None),
        ("The ferry Blue Heron sank 7 km off Orsk on Tuesday with 41 people aboard, the owner said.", "2022-09-13"),
    ],
)
def test_the_day_that_one_report_tells_is_that_of_the_other_unless_its_words_leave_it_out(other, day):
    claims = told(SANK, other)
    assert day_of(claims, "5 km off Orsk") == "2022-09-14"
    assert day_of(claims, "7 km off Orsk") == day


def test_a_night_is_of_the_day_that_its_report_tells_later():
    text = "The ferry Blue Heron sank overnight in waters near Orsk. The Blue Heron sank at 10:20 p.m. on Thursday, 5 km off Orsk."
    claims = told(text)
    assert day_of(claims, "near Orsk") == day_of(claims, "5 km off Orsk") == "2022-09-15"


@pytest.mark.parametrize(
    ("end", "day"),
    [
        ("The jet came down 9 km from Mola on Wednesday afternoon.", "2022-09-14"),
        ("A jet came down 9 km from Mola on Wednesday afternoon in another case.", None),
        ("A quake was felt 9 km from Mola on Wednesday afternoon.", None),
    ],
)
def test_what_is_hit_in_the_air_comes_down_on_the_same_day(end, day):
    text = f"A missile shot down a passenger jet from a field 5 km south of Orsk, prosecutors said. {end}"
    assert day_of(told(text, title="Jet shot down"), "5 km south of Orsk") == day

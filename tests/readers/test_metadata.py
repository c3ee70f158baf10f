"""Title, publisher and day from the head of a document: found where they stand, never made up."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.language.calendar.dates import parse_day
from geomap.readers.metadata import find_metadata

BODY = "\n\nA ferry ran aground 3 km off Mola on Sunday, the coastguard said. Nobody was hurt and the ship was towed to port.\n"


def found(head):
    data = find_metadata(head + BODY)
    return (data.title, data.publisher, None if data.published is None else data.published.isoformat())


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Ferry runs aground\n\nHarbour News, May 3, 2021", ("Ferry runs aground", "Harbour News", "2021-05-03")),
        ("\n\n# Ferry runs aground\n\n3 May 2021", ("Ferry runs aground", None, "2021-05-03")),
        ("Ferry runs aground\nBy [Ann Writer](#)\n[The Daily Post](#) 3 May 2021", ("Ferry runs aground", "The Daily Post", "2021-05-03")),
        ("Ferry runs aground\n\nPublished: Monday, 3 May 2021, 10:15 GMT", ("Ferry runs aground", None, "2021-05-03")),
        ("Ferry runs aground\n\nHarbour News | 2021-05-03", ("Ferry runs aground", "Harbour News", "2021-05-03")),
        ("Ferry runs aground\n\nMay 3rd, 2021 - Harbour News", ("Ferry runs aground", "Harbour News", "2021-05-03")),
        ("MOLA, Norland (AP) — A ferry ran aground.", (None, "AP", None)),
        ("MOLA, May 3 (Reuters) - A ferry ran aground.", (None, "Reuters", None)),
        ("Mola, 3 May 2021", (None, None, "2021-05-03")),
        ("Ann Writer, 3 May 2021", (None, None, "2021-05-03")),
        ("Posted on 05/06/2021", (None, None, None)),
        ("A ferry ran aground.", (None, None, None)),
        ("The inquiry into the wreck of May 3, 2021, found the crew at fault.", (None, None, None)),
        ("", (None, None, None)),
    ],
)
def test_heads(head, expected):
    assert found(head) == expected


def test_first_of_two_dates_is_the_documents_own():
    assert found("Ferry runs aground\n\nDaily Review, May 4, 2021\n\n[Harbour News](#) 3 May 2021")[1:] == ("Daily Review", "2021-05-04")


def test_a_date_below_the_head_is_not_the_documents():
    assert find_metadata("A story.\n" * 30 + "May 3, 2021\n").published is None


def test_a_sentence_is_no_title():
    text = "The ship ran aground near Mola on its way to the port of\nArvo, where it should have been unloaded by Sunday evening.\n"
    assert find_metadata(text).title is None


MONTHS = "January February March April May June July August September October November December".split()


@given(st.dates(min_value=dt.date(1900, 1, 1), max_value=dt.date(2099, 12, 31)))
def test_days_are_read_in_every_writing(day):
    month = MONTHS[day.month - 1]
    for words in (
        day.isoformat(),
        f"{month} {day.day}, {day.year}",
        f"{day.day} {month} {day.year}",
        f"{day.day} {month[:3]}. {day.year}",
        f"{month[:3].upper()} {day.day} {day.year}",
        f"{day.isoformat()}T23:59:59+02:00",
    ):
        assert parse_day(words) == day


@pytest.mark.parametrize(
    "words", ["", "2017", "May 2017", "31 June 2017", "2017-13-01", "05/06/2017", "May 3, 2021 and later", "2017-05-22 May", "am " * 26]
)
def test_what_is_no_day(words):
    assert parse_day(words) is None

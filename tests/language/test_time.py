"""The day of a claim, from words of time and the day of publication."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.language.sentences import split_sentences
from geomap.language.time import date_of
from geomap.language.tokens import tokenise
from geomap.model import Report, Span

CLAIM = "5 km from Arvo"
THURSDAY = dt.date(2021, 5, 6)


def dated(text, published=THURSDAY, claim=CLAIM):
    report = Report(id="r", text=text, published=published)
    start = text.index(claim)
    sentence = next(item for item in split_sentences(report) if item.start <= start < item.end)
    found = date_of(Span(report, start, start + len(claim)), tokenise(sentence))
    return (found.when.isoformat() if found.when else None, found.text.text if found.text else None)


DATINGS = [
    ("A drone fell 5 km from Arvo on Tuesday night.", "2021-05-04", "Tuesday night"),
    ("On Thursday a drone fell 5 km from Arvo.", "2021-05-06", "Thursday"),
    ("Last Thursday a drone fell 5 km from Arvo.", "2021-04-29", "Last Thursday"),
    ("A drone fell 5 km from Arvo yesterday.", "2021-05-05", "yesterday"),
    ("A drone fell 5 km from Arvo the day before yesterday.", "2021-05-04", "the day before yesterday"),
    ("A drone fell 5 km from Arvo two days ago.", "2021-05-04", "two days ago"),
    ("Two weeks ago a drone fell 5 km from Arvo.", "2021-04-22", "Two weeks ago"),
    ("On 18 April a drone fell 5 km from Arvo.", "2021-04-18", "18 April"),
    ("On April 18 a drone fell 5 km from Arvo.", "2021-04-18", "April 18"),
    ("On December 30 a drone fell 5 km from Arvo.", "2020-12-30", "December 30"),
    ("On 6 June 2017 a drone fell 5 km from Arvo.", "2017-06-06", "6 June 2017"),
    ("On 2017-06-06 a drone fell 5 km from Arvo.", "2017-06-06", "2017-06-06"),
    ("The rebels have now come to 5 km from Arvo.", "2021-05-06", "now"),
    ("The barrage will be tested 5 km from Arvo on Tuesday.", "2021-05-11", "Tuesday"),
    ("Next Tuesday they sail from a point 5 km from Arvo.", "2021-05-11", "Next Tuesday"),
    ("In April a drone fell 5 km from Arvo.", None, "In April"),
    ("In 2015 a drone fell 5 km from Arvo.", None, "In 2015"),
    ("Last week a drone fell 5 km from Arvo.", None, "Last week"),
    ("Two years ago a drone fell 5 km from Arvo.", None, "Two years ago"),
    ("Two days later a drone fell 5 km from Arvo.", None, "Two days later"),
    ("The ship has lain 5 km from Arvo since Tuesday.", None, "Tuesday"),
    ("Between 3 and 5 April 2021 a drone fell 5 km from Arvo.", None, "5 April 2021"),
    ("On July 20 the sea 5 km from Arvo froze.", None, "July 20"),
    ("A drone fell 5 km from Arvo.", None, None),
    ("The Good Friday talks were held 5 km from Arvo.", None, None),
    ("They may sit 5 km from Arvo.", None, None),
]


@pytest.mark.parametrize(("text", "when", "words"), DATINGS)
def test_dating(text, when, words):
    assert dated(text) == (when, words)


@pytest.mark.parametrize(
    "text",
    [
        "A drone fell 5 km from Arvo, the army confirmed yesterday.",
        "The army said on Wednesday that a drone fell 5 km from Arvo.",
        "On Wednesday the army said a drone fell 5 km from Arvo.",
        "The army said late Wednesday a drone fell 5 km from Arvo.",
    ],
)
def test_words_that_date_the_saying_do_not_count(text):
    assert dated(text) == (None, None)


def test_both_the_saying_and_the_event_are_dated():
    text = "A drone fell 5 km from Arvo on Tuesday night, both armies confirmed yesterday."
    assert dated(text) == ("2021-05-04", "Tuesday night")


def test_own_clause_comes_first():
    text = "On Monday the port closed, but on Tuesday a drone fell 5 km from Arvo."
    assert dated(text) == ("2021-05-04", "Tuesday")
    assert dated(text, claim="the port") == ("2021-05-03", "Monday")


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("on Tuesday", None),
        ("yesterday", None),
        ("on May 18", None),
        ("now", None),
        ("two days ago", None),
        ("on 18 May 2020", "2020-05-18"),
    ],
)
def test_without_a_day_of_publication_no_day_is_made_up(words, when):
    found, text = dated(f"A drone fell {words} 5 km from Arvo.", published=None)
    assert found == when
    assert text is not None
    assert text in words


@given(st.dates(min_value=dt.date(1901, 1, 1)), st.sampled_from("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()))
def test_a_weekday_is_the_latest_up_to_publication(published, weekday):
    when, _ = dated(f"On {weekday} a drone fell 5 km from Arvo.", published=published)
    day = dt.date.fromisoformat(when)
    assert f"{day:%A}" == weekday
    assert 0 <= (published - day).days < 7


@given(st.dates())
def test_the_edges_of_the_calendar_are_survived(published):
    for words in ("9999 weeks ago", "yesterday", "tomorrow", "next Monday", "on February 29"):
        dated(f"It fell {words} 5 km from Arvo.", published=published)

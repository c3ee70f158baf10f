"""The day of a claim, from words of time and the day of publication."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.language.events.dating import date_of
from geomap.language.text.sentences import split_sentences
from geomap.language.text.tokens import tokenise
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
    ("A drone fell 5 km from Arvo on 25/12/2020.", "2020-12-25", "25/12/2020"),
    ("A drone fell 5 km from Arvo on 12/25/2020.", "2020-12-25", "12/25/2020"),
    ("A drone fell 5 km from Arvo on 6/6/2017.", "2017-06-06", "6/6/2017"),
    ("A drone fell 5 km from Arvo on 5/6/2017.", None, "5/6/2017"),
    ("A drone fell 5 km from Arvo on 31/31/2017.", None, "31/31/2017"),
    ("In June 2006 a drone fell 5 km from Arvo.", None, "June 2006"),
    ("A drone fell 5 km from Arvo on Sunday, April 18.", "2021-04-18", "Sunday, April 18"),
    ("A drone fell 5 km from Arvo on Monday, April 18.", None, "Monday, April 18"),
    ("A drone fell 5 km from Arvo on Tuesday morning.", "2021-05-04", "Tuesday morning"),
    ("A drone fell 5 km from Arvo before dawn on Tuesday.", "2021-05-04", "Tuesday"),
    ("A drone fell 5 km from Arvo shortly after 10 p.m. Tuesday.", "2021-05-04", "Tuesday"),
    ("A drone fell 5 km from Arvo last night.", "2021-05-05", "last night"),
    ("A drone fell 5 km from Arvo overnight.", None, "overnight"),
    ("A drone fell 5 km from Arvo earlier this month.", None, "earlier this month"),
    ("Three weeks ago a drone fell 5 km from Arvo.", "2021-04-15", "Three weeks ago"),
    ("A few days ago a drone fell 5 km from Arvo.", None, "A few days ago"),
    ("A drone fell 5 km from Arvo the next day.", None, "the next day"),
    ("A drone fell 5 km from Arvo that day.", None, "that day"),
    ("A drone fell 5 km from Arvo between Monday and Tuesday.", None, "Monday"),
    ("Drones fell 5 km from Arvo on Monday and Tuesday.", None, "Monday"),
    ("Drones fall 5 km from Arvo every Monday.", None, "Monday"),
    ("Drones fall 5 km from Arvo on Mondays.", None, None),
    ("The fair 5 km from Arvo opens next Tuesday.", "2021-05-11", "next Tuesday"),
    ("The fair 5 km from Arvo opens next Saturday.", None, "next Saturday"),
    ("The fair will be held 5 km from Arvo on Saturday.", "2021-05-08", "Saturday"),
    ("The fair will be held 5 km from Arvo on Thursday.", None, "Thursday"),
    ("The ship was due to dock 5 km from Arvo on Tuesday.", None, "Tuesday"),
    ("A drone fell 5 km from Arvo on Tuesday, and an inquiry will be held.", "2021-05-04", "Tuesday"),
    ("Police will ask why a drone fell 5 km from Arvo on Tuesday.", "2021-05-04", "Tuesday"),
    ("The September 11 attacks were planned 5 km from Arvo.", None, None),
    ("Jon Dale, who was freed on Monday, lived 5 km from Arvo.", None, None),
    ("Jon Dale, arrested on Monday, lived 5 km from Arvo.", None, None),
    ("The man freed on Monday lived 5 km from Arvo.", None, None),
    ("A drone fell 5 km from Arvo after rebels shelled Mola on Monday.", None, None),
    ("A man died 5 km from Arvo after a raid on Monday.", None, None),
    ("After rebels shelled Mola on Monday, a drone fell 5 km from Arvo.", None, None),
    ("A drone fell 5 km from Arvo, but rebels shelled Mola on Monday.", None, None),
    ("Rebels shelled Mola on Monday and a drone fell 5 km from Arvo.", None, None),
    ("Rebels shelled Mola on Monday; a drone fell 5 km from Arvo.", None, None),
    ("A drone fell 5 km from Arvo, where a school burned on Monday.", None, None),
    ("A drone fell 5 km from Arvo, which was shelled on Monday.", None, None),
    ("On Monday police seized a man because a drone fell 5 km from Arvo.", None, None),
    ("The quake, which struck on Monday, was centred 5 km from Arvo.", "2021-05-03", "Monday"),
    ("The raid that killed six on Monday was 5 km from Arvo.", "2021-05-03", "Monday"),
    ("Monday's raid was 5 km from Arvo.", "2021-05-03", "Monday"),
    ("The raid on Monday hit a camp that lies 5 km from Arvo.", "2021-05-03", "Monday"),
    ("The ship was 5 km from Arvo when it was hit on Monday.", "2021-05-03", "Monday"),
    ("The ship was hit on Monday while it was 5 km from Arvo.", "2021-05-03", "Monday"),
    ("On Monday, as rain fell, a drone came down 5 km from Arvo.", "2021-05-03", "Monday"),
    ("A drone fell on Monday near Mola, about 5 km from Arvo.", "2021-05-03", "Monday"),
    ("A drone fell 5 km from Arvo, killing two, on Monday.", "2021-05-03", "Monday"),
    ("A drone fell 5 km from Arvo and killed two on Monday.", "2021-05-03", "Monday"),
    ("MOLA, May 5 (NP) — A drone fell 5 km from Arvo.", None, None),
    ("MOLA, Wednesday — A drone fell 5 km from Arvo on Tuesday.", "2021-05-04", "Tuesday"),
    ("The blast 5 km from Arvo on 3 May killed two.", "2021-05-03", "3 May"),
    ("The blast 5 km from Arvo on the 3rd of May killed two.", "2021-05-03", "3rd of May"),
    ("The blast 5 km from Arvo on May 3rd killed two.", "2021-05-03", "May 3rd"),
    ("Blast on Tuesday 5 km from Arvo", "2021-05-04", "Tuesday"),
    ("Tuesday blast 5 km from Arvo kills two", "2021-05-04", "Tuesday"),
    ("Rebels attacked a post on Monday, hurting a guard as he walked 5 km from Arvo.", "2021-05-03", "Monday"),
    ("A fire burned a home 5 km from Arvo at 9:30 on Monday.", "2021-05-03", "Monday"),
    ("Drones have fallen 5 km from Arvo since April.", None, "since April"),
    ("It opens 5 km from Arvo in two weeks.", None, None),
    ("Jon Dale, who worked 5 km from Arvo, is now in prison.", None, None),
    ("The raid on Monday came two days after a blast 5 km from Arvo.", "2021-05-01", "two days after"),
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


def carried(text, published=THURSDAY, claim=CLAIM):
    report = Report(id="r", text=text, published=published)
    sentences = [tokenise(item) for item in split_sentences(report)]
    start = text.index(claim)
    own = next(item for item in sentences if item.sentence.start <= start < item.sentence.end)
    found = date_of(Span(report, start, start + len(claim)), own, sentences)
    return (found.when.isoformat() if found.when else None, found.text.text if found.text else None)


@pytest.mark.parametrize(
    ("text", "when", "words"),
    [
        ("Rebels shelled Mola on Monday. The next day a drone fell 5 km from Arvo.", "2021-05-04", "The next day"),
        ("Rebels shelled Mola on Monday. A drone fell 5 km from Arvo the following day.", "2021-05-04", "the following day"),
        ("Rebels shelled Mola on Monday. That day a drone fell 5 km from Arvo.", "2021-05-03", "That day"),
        ("Rebels shelled Mola on Monday. A day earlier a drone fell 5 km from Arvo.", "2021-05-02", "A day earlier"),
        ("Rebels shelled Mola on Monday. Two days later a drone fell 5 km from Arvo.", "2021-05-05", "Two days later"),
        ("Rebels shelled Mola on Monday, and two days later a drone fell 5 km from Arvo.", "2021-05-05", "two days later"),
        ("Rebels shelled Mola on Monday. It rained. The previous day a drone fell 5 km from Arvo.", "2021-05-02", "The previous day"),
        ("Rebels shelled Mola in May. The next day a drone fell 5 km from Arvo.", None, "The next day"),
        ("Rebels shelled Mola on Monday. In 2015 they lost. The next day a drone fell 5 km from Arvo.", None, "The next day"),
        ("Police said on Monday Mola was calm. The next day a drone fell 5 km from Arvo.", None, "The next day"),
        ("Rebels shelled Mola on Thursday. The next day a drone fell 5 km from Arvo.", None, "The next day"),
        ("Rebels shelled Mola. The next day a drone fell 5 km from Arvo.", None, "The next day"),
        ("Rebels shelled Mola on Monday. Some days later a drone fell 5 km from Arvo.", None, "Some days later"),
        (
            "Rebels shelled Mola on Monday. It rained. It blew. It froze. It snowed. The next day a drone fell 5 km from Arvo.",
            None,
            "The next day",
        ),
    ],
)
def test_days_after_and_before_a_day_told_earlier(text, when, words):
    assert carried(text) == (when, words)


def test_days_after_a_day_that_is_not_known_are_not_known():
    text = "Rebels shelled Mola on Monday. The next day a drone fell 5 km from Arvo."
    assert carried(text, published=None) == (None, "The next day")
    assert carried(text.replace("Monday", "3 May 2021"), published=None) == ("2021-05-04", "The next day")


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

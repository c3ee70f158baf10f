"""Days told by other days: by a count, by their number in the month, by the hour of a night, by what is shown or reached then."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import told_in

from geomap.language import extract
from geomap.language.events.dating import date_of, lede_day
from geomap.language.text.sentences import sentences_of
from geomap.model import Report, Span

FRIDAY = dt.date(2022, 9, 16)


def day_of(text, claim="near Orsk Bay", published=FRIDAY):
    report = Report(id="r", text=text, published=published)
    sentences = sentences_of(report)
    start = text.index(claim)
    tokens = next(each for each in sentences if each.sentence.start <= start < each.sentence.end)
    when = date_of(Span(report, start, start + len(claim)), tokens, sentences).when
    return None if when is None else f"{when:%m-%d}" if when.year == published.year else when.isoformat()


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Divers went down on Wednesday, two days after a mine sank the ferry near Orsk Bay.", "09-12"),
        ("The vote was held on Tuesday, a day after rockets fell near Orsk Bay and killed two.", "09-12"),
        ("A bus burned on Tuesday. The attack came twelve days after gunmen shot a priest near Orsk Bay.", "09-01"),
        ("Three days after a mine sank the ferry near Orsk Bay, divers went down on Thursday.", "09-12"),
        ("Two days after a mine sank the ferry near Orsk Bay, the inquiry opened.", None),
        ("Two days after a mine sank the ferry, police on Thursday sealed a wharf near Orsk Bay.", "09-15"),
        ("Divers went down on Wednesday, two days after a mine that was laid on Sunday sank the ferry near Orsk Bay.", "09-12"),
        ("Police sealed a wharf near Orsk Bay on Thursday, two days after a mine sank the ferry.", "09-15"),
        ("Divers went down on Wednesday, almost two weeks after a mine sank the ferry near Orsk Bay.", None),
        ("A mine sank the ferry on Monday. Two days after that, a body was found near Orsk Bay.", None),
        ("Divers went down on Wednesday, two days after the blast, but a drone fell near Orsk Bay.", None),
        ("Nurses left on Sunday, two days before a ship is to dock near Orsk Bay.", "09-13"),
    ],
)
def test_a_count_dates_what_stands_behind_it(text, day):
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On 4 September a patrol left the fort. In the morning of the 6th, it was attacked near Orsk Bay.", "09-06"),
        ("The hull broke on 29 August. The bow was towed off on the 2nd and was sunk near Orsk Bay.", "09-02"),
        ("The tug was hit on the 9th near Orsk Bay.", "09-09"),
        ("The tug was hit on the 20th near Orsk Bay.", "08-20"),
        ("In the 7th a tug was hit near Orsk Bay.", None),
        ("The jet crossed the line on the 38th parallel near Orsk Bay.", None),
        ("Men of the 6th Brigade fell near Orsk Bay.", None),
        ("A wreck of the 18th and 19th centuries lies near Orsk Bay.", None),
        ("He fell to the 4th floor of a house near Orsk Bay.", None),
    ],
)
def test_a_day_by_its_number_alone(text, day):
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Three years ago today a barge hit the mole near Orsk Bay.", "2019-09-16"),
        ("A barge hit the mole near Orsk Bay a month ago yesterday.", "08-15"),
        ("Two weeks ago today a barge hit the mole near Orsk Bay.", "09-02"),
        ("Some years ago today a barge hit the mole near Orsk Bay.", None),
        ("Three years ago a barge hit the mole near Orsk Bay.", None),
    ],
)
def test_so_long_ago_to_the_day(text, day):
    assert day_of(text) == day


def test_there_is_no_29th_of_february_in_most_years():
    assert day_of("A year ago today a barge sank near Orsk Bay.", published=dt.date(2024, 2, 29)) is None


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Last night at 22:40 a barge hit the mole near Orsk Bay.", "09-15"),
        ("Last night, shortly before midnight, a barge hit the mole near Orsk Bay.", "09-15"),
        ("Last night at 03:20 a barge hit the mole near Orsk Bay.", "09-16"),
        ("A barge hit the mole near Orsk Bay overnight, at about 4 a.m., the port said.", "09-16"),
        ("A barge hit the mole near Orsk Bay overnight, at 11:10 p.m., the port said.", "09-15"),
        ("At midnight in the night to Wednesday a barge hit the mole near Orsk Bay.", "09-14"),
        ("A barge hit the mole near Orsk Bay overnight.", None),
        ("A barge hit the mole near Orsk Bay on Monday and Tuesday at 03:20.", None),
        ("On Tuesday at 03:20 a barge hit the mole near Orsk Bay.", "09-13"),
    ],
)
def test_the_hour_of_a_night_tells_its_day(text, day):
    assert day_of(text) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The navy released a film on Thursday of a fight on September 10 near Orsk Bay.", "09-10"),
        ("The staff inform the people that on Monday the cutter was sunk near Orsk Bay.", "09-12"),
        ("The man that on Monday was freed lived near Orsk Bay.", None),
        ("Boats reached a shoal near Orsk Bay, at the spot where a plane fell on Tuesday.", "09-13"),
        ("A cow was hit near Orsk Bay, 5 km from the spot where a plane fell on Tuesday.", None),
        ("The path near Orsk Bay is short now that the wood has grown over it.", None),
        ("The path near Orsk Bay is now closed.", "09-16"),
        ("A mine sank a ferry on Tuesday. At about the same time a drone fell near Orsk Bay.", "09-13"),
        ("A mine sank a ferry. At about the same time a drone fell near Orsk Bay.", None),
    ],
)
def test_which_words_of_time_date_a_claim(text, day):
    assert day_of(text) == day


def test_the_news_of_a_first_sentence_is_what_a_count_goes_back_to():
    text = "ORSK, Sept 16 - Boats pulled men from rafts on Thursday, three days after a wave broke the ferry."
    sentences = sentences_of(Report(id="r", text=text, published=FRIDAY))
    assert lede_day(sentences[0], sentences).when == dt.date(2022, 9, 12)


@pytest.mark.parametrize(
    ("text", "day"), [("About last night.", 15), ("Yesterday, again.", 15), ("ORSK, 16 September.", None), ("No words.", None)]
)
def test_the_day_of_a_first_sentence_without_a_verb(text, day):
    sentences = sentences_of(Report(id="r", text=text, published=FRIDAY))
    when = lede_day(sentences[0], sentences).when
    assert when == (None if day is None else dt.date(2022, 9, day))


def test_what_came_of_an_incident_is_news_of_the_day_that_it_is_counted_from():
    text = "Divers found sailors on rafts in the sound on Tuesday, two days after torpedoes broke a frigate. It went down 3 km off Orsk."
    report = Report(id="r", title="Frigate sunk, crew adrift", text=text, published=FRIDAY)
    (account,) = told_in(extract(report)).accounts
    assert account.days.day == dt.date(2022, 9, 11)

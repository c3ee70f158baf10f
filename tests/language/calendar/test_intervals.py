"""From which day to which what a claim tells can have been, and what that comes from."""

from __future__ import annotations

import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.language.calendar.moments import find_moments
from geomap.language.events.dating import date_of
from geomap.language.text.sentences import split_sentences
from geomap.language.text.tokens import tokenise
from geomap.model import Dating, Report, Span

CLAIM = "5 km from Arvo"
THURSDAY = dt.date(2021, 5, 6)


def dating(text, published=THURSDAY, claim=CLAIM):
    report = Report(id="r", text=text, published=published)
    sentences = [tokenise(item) for item in split_sentences(report)]
    start = text.index(claim)
    own = next(item for item in sentences if item.sentence.start <= start < item.sentence.end)
    return date_of(Span(report, start, start + len(claim)), own, sentences)


def bounds(text, published=THURSDAY):
    """Low, high and basis, with days of 2021 written short."""
    found = dating(text, published)
    return (_short(found.low), _short(found.high), found.basis)


def _short(day):
    return None if day is None else day.isoformat().removeprefix("2021-")


@pytest.mark.parametrize(
    ("words", "low", "high", "basis"),
    [
        ("on 18 April", "04-18", "04-18", "stated"),
        ("on Apr. 18", "04-18", "04-18", "stated"),
        ("at 08:43 on 18 April", "04-18", "04-18", "stated"),
        ("at about 1600 BST on 18 April", "04-18", "04-18", "stated"),
        ("at 2021-04-18T08:43Z", "04-18", "04-18", "stated"),
        ("on 18.04.2021", "04-18", "04-18", "stated"),
        ("on 05/04/2021", "04-05", "05-04", "stated"),
        ("on 18 November of last year", "2020-11-18", "2020-11-18", "stated"),
        ("on 18 November last year", "2020-11-18", "2020-11-18", "stated"),
        ("on 18 February of that year", None, "05-06", ""),
        ("late on Tuesday", "05-04", "05-04", "weekday"),
        ("late Tuesday night", "05-04", "05-05", "weekday"),
        ("in the early hours of Wednesday", "05-05", "05-05", "weekday"),
        ("on Thursday", "05-06", "05-06", "weekday"),
        ("on Thursday night", "05-06", "05-06", "weekday"),
        ("last Friday", "04-30", "04-30", "weekday"),
        ("on Tuesday last week", "04-27", "04-27", "weekday"),
        ("on Tuesday of this week", "05-04", "05-04", "weekday"),
        ("early today", "05-06", "05-06", "relative"),
        ("this morning", "05-06", "05-06", "relative"),
        ("tonight", "05-06", "05-06", "relative"),
        ("last night", "05-05", "05-06", "relative"),
        ("yesterday evening", "05-05", "05-05", "relative"),
        ("two nights ago", "05-04", "05-05", "relative"),
        ("six hours ago", "05-05", "05-06", "relative"),
        ("overnight", "05-05", "05-06", "relative"),
        ("in the night to Sunday", "05-01", "05-02", "weekday"),
        ("on the night of 18 April", "04-18", "04-19", "stated"),
        ("in the night between March 31 and April 1", "03-31", "04-01", "stated"),
        ("on 27 March and 2 April", "03-27", "04-02", "stated"),
        ("on 27 August and on 29 December of last year", "2020-08-27", "2020-12-29", "stated"),
        ("between March 31 and April 1, 2017", "2017-03-31", "2017-04-01", "stated"),
        ("between Wednesday and Thursday", "05-05", "05-06", "weekday"),
        ("between Friday and Thursday", "04-30", "05-06", "weekday"),
        ("between 3 and 5 April", "04-03", "04-05", "stated"),
        ("on April 3-5", "04-03", "04-05", "stated"),
        ("between Monday and Tuesday", "05-03", "05-04", "weekday"),
        ("from Sunday to Wednesday", "05-02", "05-05", "weekday"),
        ("since Tuesday", "05-04", "05-06", "weekday"),
        ("until Tuesday", None, "05-04", "weekday"),
        ("two weeks ago", "04-19", "04-25", "relative"),
        ("a few days ago", "04-30", "05-04", "relative"),
        ("two years ago", "2018-11-05", "2019-11-06", "relative"),
        ("last week", "04-25", "05-02", "relative"),
        ("this week", "05-02", "05-06", "relative"),
        ("last weekend", "05-01", "05-02", "relative"),
        ("at the weekend", "05-01", "05-02", "relative"),
        ("last month", "04-01", "04-30", "relative"),
        ("earlier this month", "05-01", "05-06", "relative"),
        ("last year", "2020-01-01", "2020-12-31", "relative"),
        ("in January 2009", "2009-01-01", "2009-01-31", "month"),
        ("in February of 2020", "2020-02-01", "2020-02-29", "month"),
        ("in March", "03-01", "03-31", "month"),
        ("in May", "05-01", "05-06", "month"),
        ("in September", "2020-09-01", "2020-09-30", "month"),
        ("last July", "2020-07-01", "2020-07-31", "month"),
        ("last December", "2020-12-01", "2020-12-31", "month"),
        ("last March", "2020-03-01", "03-31", "month"),
        ("in June of last year", "2020-06-01", "2020-06-30", "month"),
        ("in January this year", "01-01", "01-31", "month"),
        ("since March", "03-01", "05-06", "month"),
        ("last summer", "2020-06-01", "2020-09-30", "season"),
        ("in the summer of 2014", "2014-06-01", "2014-09-30", "season"),
        ("in 1998", "1998-01-01", "1998-12-31", "year"),
        ("in late 2016", "2016-01-01", "2016-12-31", "year"),
        ("in 2021", "01-01", "05-06", "year"),
        ("since 2014", "2014-01-01", "05-06", "year"),
        ("recently", None, "05-06", ""),
        ("in the last week", "04-26", "05-06", "relative"),
        ("in the past three days", "05-03", "05-06", "relative"),
        ("over the last 48 hours", "05-04", "05-06", "relative"),
        ("in the last week of April", "04-01", "04-30", "month"),
        ("in the first days of May 2020", "2020-05-01", "2020-05-31", "month"),
        ("at the end of March", "03-01", "03-31", "month"),
        ("this March", "03-01", "03-31", "month"),
        ("this spring", "03-01", "05-06", "season"),
    ],
)
def test_words_bound_a_day(words, low, high, basis):
    assert bounds(f"A drone fell 5 km from Arvo {words}.") == (low, high, basis)


def test_a_telling_is_no_later_than_its_publication():
    assert bounds("A drone fell 5 km from Arvo.") == (None, "05-06", "")
    assert bounds("A drone fell 5 km from Arvo.", published=None) == (None, None, "")
    assert bounds("A fair will be held 5 km from Arvo.") == (None, None, "")
    assert bounds("A fair will be held 5 km from Arvo in June.") == ("06-01", "06-30", "month")


def test_what_is_said_on_a_day_was_no_later():
    assert bounds("On 2 May the army reported that it had hit a lorry 5 km from Arvo.") == (None, "05-02", "")
    assert bounds("The army said on Tuesday that a drone fell 5 km from Arvo.") == (None, "05-04", "")
    assert bounds("The army said on Tuesday that a fair would open 5 km from Arvo.") == (None, None, "")
    assert bounds("The mayor said on Sunday the port was shut, and police said that a drone fell 5 km from Arvo.") == (None, "05-06", "")
    assert bounds("Rebels shelled Mola on Sunday and police said that a drone fell 5 km from Arvo.") == (None, "05-06", "")
    assert bounds("Major Dane Orr told reporters on Tuesday that a drone fell 5 km from Arvo.")[:1] == (None,)


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("Rebels shelled Mola on Monday. The same morning a drone fell 5 km from Arvo.", "05-03", "05-03"),
        ("Rebels shelled Mola on Monday. A drone fell 5 km from Arvo the same evening.", "05-03", "05-03"),
        ("Rebels shelled Mola on Monday. That night a drone fell 5 km from Arvo.", "05-03", "05-04"),
        ("Rebels shelled Mola on Monday. The night before a drone fell 5 km from Arvo.", "05-02", "05-03"),
        ("Rebels shelled Mola on Monday. The following night a drone fell 5 km from Arvo.", "05-03", "05-05"),
        ("Rebels shelled Mola on Monday. The next morning a drone fell 5 km from Arvo.", "05-04", "05-04"),
        ("Rebels shelled Mola on Monday. Later that day a drone fell 5 km from Arvo.", "05-03", "05-03"),
        ("Rebels shelled Mola on Monday. Six hours earlier a drone fell 5 km from Arvo.", "05-02", "05-03"),
        ("Rebels shelled Mola on Monday. Minutes later a drone fell 5 km from Arvo.", "05-03", "05-04"),
        ("Rebels shelled Mola on 20 April. Twelve days after, a drone fell 5 km from Arvo.", "05-02", "05-02"),
        ("Rebels shelled Mola on 20 April. Two weeks before, a drone fell 5 km from Arvo.", "04-03", "04-09"),
        ("Rebels shelled Mola on 20 April 2019. Months later a drone fell 5 km from Arvo.", "2019-05-05", "04-24"),
        ("Rebels shelled Mola in April. The next day a drone fell 5 km from Arvo.", "04-02", "05-01"),
        ("Rebels shelled Mola in 2015. The next day a drone fell 5 km from Arvo.", None, "05-06"),
        ("Rebels shelled Mola on Sunday. The next day it rained. Three days earlier a drone fell 5 km from Arvo.", "04-29", "04-29"),
        ("Rebels shelled Mola on Sunday. The next day it rained. A day later a drone fell 5 km from Arvo.", "05-04", "05-04"),
        ("The army on Tuesday denied that a drone that fell 5 km from Arvo a day earlier was armed.", "05-03", "05-03"),
        ("Police said on Monday Mola was calm. The next day a drone fell 5 km from Arvo.", None, "05-04"),
        ("Rebels shelled Mola. An hour later a drone fell 5 km from Arvo.", None, "05-06"),
    ],
)
def test_days_that_lean_on_a_day_told_before(text, low, high):
    assert bounds(text)[:2] == (low, high)


def test_an_hour_after_nothing_dated_is_no_other_day():
    assert dating("Rebels shelled Mola. An hour later a drone fell 5 km from Arvo.").text is None
    assert dating("Rebels shelled Mola. Two days later a drone fell 5 km from Arvo.").text is not None


def test_the_basis_of_the_day_told_before():
    assert bounds("Rebels shelled Mola on Monday. That evening a drone fell 5 km from Arvo.")[2] == "same day"
    assert bounds("Rebels shelled Mola on Monday. A day later a drone fell 5 km from Arvo.")[2] == "relative"
    assert bounds("Rebels shelled Mola. That day a drone fell 5 km from Arvo.")[2] == ""


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("last night", "05-05"),
        ("last night around midnight", "05-06"),
        ("on Tuesday night", "05-04"),
        ("in the night to Sunday", None),
        ("between March 31 and April 1", None),
        ("two weeks ago", "04-22"),
        ("six hours ago", None),
    ],
)
def test_a_night_has_the_day_of_its_evening(words, when):
    found = dating(f"A drone fell {words} 5 km from Arvo.")
    assert _short(found.when) == when
    assert found.low < found.high


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("It was the worst fire since March 6, when a drone fell 5 km from Arvo.", "03-06"),
        ("The fire 5 km from Arvo was the worst since March 6.", None),
        ("Nine men died on 4 April when raiders fell upon a post 5 km from Arvo.", "04-04"),
        ("The institute felt two blasts on Monday: the first 5 km from Arvo, the second off Mola.", "05-03"),
        ("Two jets were shot at on Monday; one fell 5 km from Arvo.", "05-03"),
        ("Rebels shelled Mola on Monday; a drone fell 5 km from Arvo.", None),
        ("The boat has been missing 5 km from Arvo since about 11 p.m. on Monday.", "05-03"),
        ("Mola gave out a position 5 km from Arvo on Monday, and changed it two days later.", "05-03"),
        ("Mola gave out a position 5 km from Arvo, and changed it two days later.", None),
        ("The ship was 5 km from Arvo on Tuesday evening, some six hours earlier.", "05-04"),
        ("Two days later, on Wednesday, a drone fell 5 km from Arvo.", "05-05"),
        ("In a letter to the mayor Captain Dane Orr told the town on Tuesday that a drone fell 5 km from Arvo.", None),
        ("On 4 April and on 6 April, a drone fell 5 km from Arvo.", None),
        ("He was hurt on 4 April and on 6 April he was seen 5 km from Arvo.", "04-06"),
        ("A drone fell 5 km from Arvo on 4 April and 300 people fled.", "04-04"),
    ],
)
def test_whose_time_it_is(text, when):
    assert _short(dating(text).when) == when


def test_what_was_over_when_something_of_the_month_began():
    assert bounds("In June 2004 six men were held after being stopped 5 km from Arvo.") == ("2004-06-01", "2004-06-30", "month")
    assert bounds("On Monday six men were held after being stopped 5 km from Arvo.") == (None, "05-06", "")


def test_a_day_alone_is_its_own_bound():
    assert (Dating(THURSDAY, None).low, Dating(THURSDAY, None).high) == (THURSDAY, THURSDAY)
    assert (Dating(None, None).low, Dating(None, None).high) == (None, None)


LOOKALIKES = [
    "The Morning Post fell.",
    "They may march on.",
    "A night watchman fell in day-old snow.",
    "He took part of the same journey.",
    "Two day trips were made.",
    "It lasted two weeks.",
    "A force of 2000 men fell.",
    "The summer palace fell.",
    "They came before long.",
    "She skates in the morning before school.",
    "It was the last of the three ships.",
    "The end of the road came.",
    "The last day trip fell out.",
]


@pytest.mark.parametrize("text", LOOKALIKES)
def test_lookalikes_are_no_words_of_time(text):
    report = Report(id="r", text=text, published=THURSDAY)
    assert find_moments(tokenise(Span(report, 0, len(text)))) == ()


MOMENTS = (
    "on Tuesday,last night,overnight,in March,last July,in 1998,two weeks ago,last week,at the weekend,last winter,in winter 2014,on May 18,"
    "between Monday and Sunday,in June of last year,months ago,on 05/06/2017,this year,next month,last year,six hours ago,on 29 February"
)


@given(st.dates(), st.sampled_from(MOMENTS.split(",")))
def test_days_are_in_order_and_hold_the_one_that_is_named(published, words):
    found = dating(f"A drone fell {words} 5 km from Arvo.", published=published)
    if found.low is not None and found.high is not None:
        assert found.low <= found.high
    if found.when is not None:
        assert found.low is None or found.low <= found.when
        assert found.high is None or found.when <= found.high


@pytest.mark.parametrize(
    "text",
    ["last " * 4000, "the same " * 3000, "early late " * 3000, "12 " * 8000, "Monday and " * 2000, "1/" * 9000, "a quarter of an " * 2000],
)
def test_hostile_repetition_is_read_in_linear_time(text):
    report = Report(id="r", text=text, published=THURSDAY)
    tokens = tokenise(Span(report, 0, len(text)))
    begun = time.perf_counter()
    find_moments(tokens)
    assert time.perf_counter() - begun < 2


def test_last_weekend_told_at_the_weekend_is_the_one_before():
    assert bounds("A drone fell 5 km from Arvo last weekend.", published=dt.date(2021, 5, 8))[:2] == ("05-01", "05-02")


def test_days_that_lean_on_one_another_without_end_are_given_up():
    text = "Rebels shelled Mola on 1 April. " + "The next day it rained. " * 3000 + "The next day a drone fell 5 km from Arvo."
    assert dating(text).when is None

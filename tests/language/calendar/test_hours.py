"""Times of day, and by how much one thing was earlier or later than another."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from geomap.language.calendar.hours import find_hours, order_of, shift_of_days, time_of_day
from geomap.language.text.tokens import tokenise
from geomap.model import Report, Span


def span(text):
    return Span(Report(id="r", text=text), 0, len(text))


@pytest.mark.parametrize(
    ("words", "low", "high", "zone", "ahead"),
    [
        ("at 04:05 UTC", 4 + 5 / 60, None, "UTC", 0),
        ("at 9:07", 9 + 7 / 60, None, "", None),
        ("at 1645 local time", 16.75, None, "local time", None),
        ("at 0530Z", 5.5, None, "Z", 0),
        ("at 1900 hours", 19, None, "", None),
        ("at 16:30 BST", 16.5, None, "BST", 1),
        ("at 23:00 Moscow time", 23, None, "Moscow time", None),
        ("at three in the morning", 3, None, "", None),
        ("At three in the morning", 3, None, "", None),
        ("it was nine in the evening", 21, None, "", None),
        ("at 2 in the afternoon", 14, None, "", None),
        ("at ten o'clock at night", 22, None, "", None),
        ("at one at night", 1, None, "", None),
        ("at 5 a.m. today", 5, None, "", None),
        ("at 12:30 am", 0.5, None, "", None),
        ("at 12 p.m.", 12, None, "", None),
        ("at 7.15pm", 19.25, None, "", None),
        ("at 10pm (19:00 GMT)", 22, None, "", 3),
        ("at 08:43 (00:43 UTC)", 8 + 43 / 60, None, "", 8),
        ("at 11:55 p.m. EDT (0355 GMT)", 23 + 55 / 60, None, "EDT", -4),
        ("at 1:45 AM (6:45 AM GMT)", 1.75, None, "", -5),
        ("at 10pm (7 p.m. GMT)", 22, None, "", 3),
        ("at 01:15 (19:30 GMT)", 1.25, None, "", 5.75),
        ("at 4:45 on Sunday afternoon", 16.75, None, "", None),
        ("at 4:20 in the afternoon of 17 May", 16 + 20 / 60, None, "", None),
        ("at about 10pm", 21.75, 22.25, "", None),
        ("shortly after 10 p.m.", 22, 22.5, "", None),
        ("before 10 p.m.", 20, 22, "", None),
        ("around midnight", 23, 25, "", None),
        ("at midnight", 0, 0, "", None),
        ("just after midnight", 0, 1, "", None),
        ("before dawn", 0, 8, "", None),
        ("at dawn", 3, 8, "", None),
        ("at noon", 12, 12, "", None),
        ("in the early hours of Wednesday", 0, 6, "", None),
        ("on Wednesday morning", 4, 12, "", None),
        ("late on Tuesday night", 18, 30, "", None),
        ("in the morning, at 9:30", 9.5, None, "", None),
    ],
)
def test_time_of_day(words, low, high, zone, ahead):
    found = time_of_day(span(f"A drone fell {words} near Arvo."))
    assert (found.low, found.high) == pytest.approx((low, low if high is None else high))
    assert (found.zone, found.ahead) == (zone, ahead)


@pytest.mark.parametrize(
    "text",
    [
        "It lies 9.30 km from Arvo.",
        "He scored 9.30.",
        "It lay at 54°52.60'N 15°24.60'E.",
        "It lay at 29:50:36 N.",
        "In 2000 local residents fled.",
        "They filmed 1900 hours of speech.",
        "They won the vote 10:1.",
        "He read The Dawn.",
        "It fell at ten.",
    ],
)
def test_other_figures_are_no_times_of_day(text):
    assert time_of_day(span(text)) is None


def test_a_count_in_the_morning_is_no_hour():
    assert time_of_day(span("It killed two in the morning.")).span.text == "morning"


def test_all_times_of_a_sentence_in_reading_order():
    found = find_hours(tokenise(span("The first was felt at 02:03 in the morning, the second at 19:04, both before the night was over.")))
    assert [item.span.text for item in found] == ["02:03 in the morning", "19:04", "night"]


@pytest.mark.parametrize(
    ("words", "low", "high"),
    [
        ("six hours earlier", dt.timedelta(hours=-6), dt.timedelta(hours=-6)),
        ("Two days later", dt.timedelta(days=2), dt.timedelta(days=2)),
        ("minutes after", dt.timedelta(minutes=1), dt.timedelta(minutes=59)),
        ("half an hour before", dt.timedelta(minutes=-30), dt.timedelta(minutes=-30)),
        ("a quarter of an hour later", dt.timedelta(minutes=15), dt.timedelta(minutes=15)),
        ("a few minutes later", dt.timedelta(minutes=2), dt.timedelta(minutes=6)),
        ("two weeks earlier", dt.timedelta(days=-17), dt.timedelta(days=-11)),
        ("three years ago", dt.timedelta(days=-3 * 365 - 183), dt.timedelta(days=-3 * 365 + 183)),
        ("14 days\nafter", dt.timedelta(days=14), dt.timedelta(days=14)),
    ],
)
def test_order(words, low, high):
    found = order_of(words)
    assert (found.words, found.low, found.high) == (words, low, high)


@pytest.mark.parametrize("words", ["", "hour later", "six hours", "six later", "later", "6 km later", "last week"])
def test_other_words_tell_no_order(words):
    assert order_of(words) is None


@pytest.mark.parametrize(
    ("words", "low", "high", "when"),
    [
        ("six hours earlier", -1, 0, None),
        ("an hour later", 0, 1, 0),
        ("36 hours later", 1, 2, None),
        ("two days earlier", -2, -2, -2),
        ("two weeks later", 11, 17, None),
    ],
)
def test_order_in_days(words, low, high, when):
    shift = shift_of_days(order_of(words))
    assert (shift.low, shift.high, shift.when) == (low, high, when)


@pytest.mark.parametrize("text", ["12:" * 8000, "at about " * 4000, "a quarter of an " * 2000, "1" * 20000, "10 " * 8000, "Xaa " * 6000])
def test_hostile_repetition_is_read_in_linear_time(text):
    begun = time.perf_counter()
    time_of_day(span(text))
    assert time.perf_counter() - begun < 2

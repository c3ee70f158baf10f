"""The time of day that a claim carries, and by how much it was later than what was told before it."""

from __future__ import annotations

import datetime as dt
import time

import pytest

from geomap.exports.records import claim_record
from geomap.language import extract
from geomap.model import Report

FRIDAY = dt.date(2024, 3, 15)


def claims(text):
    return extract(Report(id="r", text=text, published=FRIDAY)).claims


def last(text):
    return claims(text)[-1]


@pytest.mark.parametrize(
    ("text", "low", "high", "zone", "ahead"),
    [
        ("At 06:40 UTC the ferry was 12 km off Arvo.", 6 + 40 / 60, None, "UTC", 0),
        ("The ferry was 12 km off Arvo at 4:15 pm local time.", 16.25, None, "local time", None),
        ("The ferry was 12 km off Arvo on Tuesday evening.", 17, 24, "", None),
        ("The ferry sank 12 km off Arvo at about 10pm (19:00 GMT), the navy said.", 21.75, 22.25, "", 3),
        ("The convoy left Mola at 08:00 and was hit 12 km north of Arvo at 11:30.", 11.5, None, "", None),
        ("The convoy was 12 km north of Arvo at dawn, and trucks came at 9:45.", 3, 8, "", None),
        ("A patrol saw the raft at 05:50 GMT on Monday. It was then 12 km off Arvo.", 5 + 50 / 60, None, "GMT", 0),
        ("A patrol saw the raft at 05:50 GMT on Monday. At that time it was 12 km off Arvo.", 5 + 50 / 60, None, "GMT", 0),
    ],
)
def test_a_claim_has_the_hour_of_its_clause(text, low, high, zone, ahead):
    found = last(text).clock
    assert (found.low, found.high) == pytest.approx((low, low if high is None else high))
    assert (found.zone, found.ahead) == (zone, ahead)


@pytest.mark.parametrize(
    "text",
    [
        "The convoy was 12 km north of Arvo, the army said at 9:30.",
        "The army said at 9:30 that the convoy was 12 km north of Arvo.",
        "At 9:30 the army said the convoy was 12 km north of Arvo.",
        "A tug left Mola at 9:30. The ferry was 12 km off Arvo.",
        "A tug left Mola at 9:30. Then the ferry sank 12 km off Arvo.",
        "The ferry was 12 km off Arvo on Monday, after a tug left Mola at 9:30.",
        "The ferry with 930 people was 12 km off Arvo.",
    ],
)
def test_other_hours_are_none_of_its(text):
    assert last(text).clock is None


def test_then_takes_the_day_too():
    found = last("A patrol saw the raft at 05:50 GMT on Monday. It was then 12 km off Arvo.")
    assert found.when == dt.date(2024, 3, 11)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The ferry left Mola on Tuesday. At 7:30 a.m. it was 12 km off Arvo.", 12),
        ("The ferry left Mola on Tuesday. Nobody saw it. At 7:30 a.m. it was 12 km off Arvo.", 12),
        ("The ferry left Mola on Tuesday. At 7:30 a.m. on Wednesday it was 12 km off Arvo.", 13),
        ("The ferry left Mola on Tuesday. It was 12 km off Arvo.", None),
        ("The ferry left Mola, police said on Tuesday. At 7:30 a.m. it was 12 km off Arvo.", None),
        ("At 7:30 a.m. it was 12 km off Arvo.", None),
        ("The ferry left Mola on Tuesday. In the evening it was 12 km off Arvo.", 12),
        ("The ferry left Mola on Tuesday. On the night of the storm it was 12 km off Arvo.", None),
        ("The ferry left Mola on Tuesday. In the morning of the 13th it was 12 km off Arvo.", 13),
    ],
)
def test_an_hour_without_a_day_is_of_the_day_told_last(text, day):
    assert last(text).when == (None if day is None else dt.date(2024, 3, day))


@pytest.mark.parametrize(
    ("text", "low", "high", "since"),
    [
        ("The ferry was 30 km off Arvo. Six hours later it was 12 km off Mola.", 6, 6, "30 km off Arvo"),
        ("The ferry was 30 km off Arvo. Half an hour earlier it was 12 km off Mola.", -0.5, -0.5, "30 km off Arvo"),
        ("The ferry was hit 30 km off Arvo. It sank 12 km off Mola two days later.", 48, 48, "30 km off Arvo"),
        ("The ferry was 30 km off Arvo. An hour later it was 12 km off Mola, 5 km from Cova.", 1, 1, "30 km off Arvo"),
        ("Six hours later it was 12 km off Mola.", 6, 6, None),
    ],
)
def test_order(text, low, high, since):
    order = last(text).order
    assert [each / dt.timedelta(hours=1) for each in (order.low, order.high)] == [low, high]
    assert (None if order.since is None else order.since.text) == since


@pytest.mark.parametrize(
    "text",
    [
        "The ferry was 30 km off Arvo. It sank 12 km off Mola two days ago.",
        "The ferry was 30 km off Arvo. It sank 12 km off Mola later.",
        "The ferry was 30 km off Arvo. It was 12 km off Mola, six hours away.",
        "The ferry was 30 km off Arvo. Two hours later police said that a bus was 12 km from Mola.",
    ],
)
def test_other_words_tell_no_order(text):
    assert last(text).order is None


def test_in_the_record():
    record = claim_record(last("The ferry was 30 km off Arvo. On Monday at 09:30 UTC it was 12 km off Mola."))
    assert record["time"] == {"low": 9.5, "high": 9.5, "zone": "UTC", "ahead_h": 0}
    assert (record["when_low"], record["when_high"], record["order_h"]) == ("2024-03-11", "2024-03-11", None)
    record = claim_record(last("The ferry was 30 km off Arvo. Six hours later it was 12 km off Mola."))
    assert (record["order_h"], record["time"]) == ([6.0, 6.0], None)


@pytest.mark.parametrize(
    "text", ["It was then at that time 5 km from Arvo at 9:30. " * 400, "She was hit an hour later 5 km off Arvo. " * 400]
)
def test_endless_reports_are_read_in_linear_time(text):
    begun = time.perf_counter()
    claims(text)
    assert time.perf_counter() - begun < 10

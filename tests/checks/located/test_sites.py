"""Zones round the place of the incident itself; every sentence is made up."""

from __future__ import annotations

import datetime as dt

import pytest

from geomap import Case, Report
from geomap.model import FindingKind, Verdict

HERE = "The tanker Orla sank on Monday at 54°10.0'N 15°20.0'E after a blast. "
AWAY = "The freighter Tarn sank on 3 March 2021 at 55°10.0'N 15°20.0'E, the coast guard said."


def zones(*texts):
    reports = [Report(id=f"r{number}", text=text, published=dt.date(2021, 5, 12)) for number, text in enumerate(texts)]
    result = Case.from_reports(reports).check()
    return [
        (finding.verdict, finding.claims[0].span.report.id, finding.margin and round(finding.margin.plain / 1000))
        for finding in result.analysis.findings
        if finding.kind is FindingKind.ZONE
    ]


@pytest.mark.parametrize("noun", ["the wreck", "the site", "the blast site"])
def test_a_zone_round_the_incident_lies_where_the_report_puts_that(noun):
    text = f"{HERE}The navy closed an exclusion zone of five nautical miles around {noun}."
    assert zones(text, AWAY) == [(Verdict.OUTSIDE, "r1", 102)]  # a degree of latitude, 111.3 km, less 9.3 km


@pytest.mark.parametrize(
    "text",
    [
        f"{HERE}The navy closed an exclusion zone of five nautical miles around the platform.",
        f"{HERE}Its sister sank on Tuesday at 54°40.0'N 15°20.0'E. The navy closed an exclusion zone of five nautical miles around the wreck.",
        "The navy closed an exclusion zone of five nautical miles around the wreck.",
    ],
)
def test_a_zone_round_something_else_or_one_of_several_is_nowhere(text):
    assert not [each for each in zones(text, AWAY) if each[0] is Verdict.OUTSIDE]


def test_a_zone_is_not_measured_against_the_position_that_puts_it():
    assert not zones(f"{HERE}The navy closed an exclusion zone of five nautical miles around the wreck.")

"""Positions and zones that are measured from one thing which no gazetteer has; every sentence is made up."""

from __future__ import annotations

import pytest

from geomap import Case, Report
from geomap.model import FindingKind, Verdict

ORDER = "All residents within 12 km of the Velmhold plant were told to leave."


def zones(*texts):
    result = Case.from_reports([Report(id=f"r{number}", text=text) for number, text in enumerate(texts)]).check()
    found = [finding for finding in result.analysis.findings if finding.kind is FindingKind.ZONE and finding.margin is not None]
    assert not any(finding.regions or finding.nearest for finding in found)  # nothing is drawn of what is nowhere
    return [(finding.verdict, round(finding.margin.plain / 1000, 1)) for finding in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Shells fell 30 km north of the Velmhold plant on Monday.", (Verdict.OUTSIDE, 18.0)),
        ("Shells fell 5 km from the damaged plant on Monday.", (Verdict.INSIDE, 7.0)),
    ],
)
def test_a_position_and_a_zone_from_one_thing_are_compared_wherever_it_is(text, found):
    assert zones(ORDER, text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "Shells fell 30 km from the Orsk plant on Monday.",
        "The Orsk plant burned too. Shells fell 30 km from a plant on Monday.",
        "Shells fell 30 km from the damaged dam on Monday.",
        "Shells fell 30 km from a plant on Monday.",
    ],
)
def test_another_thing_or_one_of_two_is_not_taken_for_it(text):
    assert not zones(ORDER, text)
    assert not zones(ORDER, "The Orsk plant burned on Monday.", "Shells fell 30 km from the damaged plant on Monday.")

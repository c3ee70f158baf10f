"""Whose airspace and waters are meant, and what stands for them; every sentence is made up."""

from __future__ import annotations

import pytest

from geomap.case.case import Case
from geomap.gazetteer import locate
from geomap.language import extract
from geomap.model import Report

CHAD, PERU, OMAN = "geonames:2434508", "geonames:3932488", "geonames:286963"


def anchor_of(gazetteer, text, publisher=None):
    extraction = extract(Report(id="r", text=text, publisher=publisher), names=gazetteer)
    located = locate(extraction.mentions, gazetteer=gazetteer, claims=extraction.claims, home=extraction.home)
    where = {location.mention.key: location for location in located}
    return where[extraction.claims[-1].anchors[0].key]


@pytest.mark.parametrize(
    ("text", "publisher", "place_ids"),
    [
        ("The drone was shot down 3 km inside Chadian airspace.", None, [CHAD]),
        ("The drone was shot down 3 km inside the airspace of Chad.", None, [CHAD]),
        ("The drone was shot down 3 km inside Chad's airspace.", None, [CHAD]),
        ("The drone was shot down 3 km inside Peruvian airspace.", None, [PERU]),
        ("The jet left Oman for the Gulf of Oman. It was hit 3 km inside Omani airspace.", None, [OMAN, "airspace:OM"]),
        ("The ship was boarded in Omani territorial waters.", None, ["waters:OM"]),
        ("The ship was boarded 2 nautical miles inside the territorial waters of Oman.", None, ["waters:OM"]),
        ("The ship was boarded in Oman's waters.", None, ["waters:OM"]),
        # nobody's name in the words: the speaker's, or the publisher's
        ("Peru said that a jet of Chile was hit 3 km inside its airspace.", None, [PERU]),
        ("The drone had come into national airspace over a distance of three (3) kilometres.", "Ministry of Defence of Chad", [CHAD]),
        ("The drone was hit 3 km inside our airspace.", "Chadian Ministry of Defence", [CHAD]),
    ],
)
def test_whose_it_is(gazetteer, text, publisher, place_ids):
    location = anchor_of(gazetteer, text, publisher)
    assert location.resolved is not None, location.why
    assert [each.place.id for each in location.candidates] == place_ids


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("The ship was attacked in international waters.", "no state holds it"),
        ("The drone was hit 3 km inside national airspace.", "not clear which state"),
        ("The ship was boarded in Chadian waters.", "Chad has no coast"),
        ("The drone was hit 3 km inside the airspace.", "not clear which state"),
        ("The jet fell 7 km inside Chad-held territory.", "not clear what these words stand for"),
    ],
)
def test_what_stays_open_says_why(gazetteer, text, why):
    location = anchor_of(gazetteer, text)
    assert location.resolved is None
    assert why in location.why


def verdicts_of(*texts):
    reports = [Report(id=f"r{number}", text=text) for number, text in enumerate(texts)]
    result = Case.from_reports(reports).check()
    return result, [finding.verdict.value for finding in result.findings if finding.kind.value == "agreement"]


def test_how_far_into_airspace_is_measured_from_its_edge():
    for words in (
        "violated Chadian airspace to a depth of 6 km",
        "went 6 km deep into Chadian airspace",
        "came 6 km inside Chadian airspace",
    ):
        result, _ = verdicts_of(f"Jets {words}.")
        (region,) = [item.region for item in result.analysis.evidence]
        assert region is not None
        assert (region.plain.low, region.plain.high) == (-6000.0, -6000.0), words


def test_no_point_is_surely_in_a_states_waters_and_far_ones_are_surely_not():
    result, verdicts = verdicts_of("The tanker was boarded in Omani territorial waters at 26°24.4'N 056°30.0'E on 3 May 2021.")
    waters = next(item.region for item in result.analysis.evidence if item.claim.anchors[0].kind.value == "common")
    assert waters is not None
    assert waters.inner is None
    assert verdicts == ["open"]
    _, verdicts = verdicts_of("The tanker was boarded in Omani territorial waters at 26°24.4'N 051°30.0'E on 3 May 2021.")
    assert verdicts == ["contradictory"]

"""Whose capital is meant where no name says it; every sentence is made up."""

from __future__ import annotations

import pytest

from geomap.case.case import Case
from geomap.gazetteer import locate
from geomap.language import extract
from geomap.model import Report

LIMA, NAIROBI = "geonames:3936456", "geonames:184745"


def anchor_of(gazetteer, text):
    extraction = extract(Report(id="r", text=text), names=gazetteer)
    located = locate(extraction.mentions, gazetteer=gazetteer, claims=extraction.claims, home=extraction.home)
    where = {location.mention.key: location for location in located}
    (claim,) = [claim for claim in extraction.claims if claim.bearing is not None]
    return where[claim.anchors[0].key]


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("A bus fell into a ravine in Peru. It fell 30 km north of the capital.", LIMA),
        ("A bus fell into a ravine in Peru. It fell 30 km north of the country's capital.", LIMA),
        ("A bus fell into a ravine in Peru. It fell 30 km north of the capital city.", LIMA),
        ("A bus fell into a ravine in Peru. It fell 30 km north of the national capital.", LIMA),
        ("A lorry from Ecuador burnt out. It stood 30 km north of Peru's capital.", LIMA),
        ("A lorry from Ecuador burnt out. It stood 30 km north of the Peruvian capital.", LIMA),
        ("A lorry from Ecuador burnt out. It stood 30 km north of the capital of Peru.", LIMA),
        ("A lorry burnt out in Kenya. It stood 30 km north of the capital, Nairobi.", NAIROBI),
        ("A lorry burnt out in Kajiado, Kenya. It stood 60 km south of the capital.", NAIROBI),
        ("Kenya sent a team to Peru. The team's bus burnt out in Peru, 30 km north of the capital, Peru said.", LIMA),
    ],
)
def test_whose_capital_it_is(gazetteer, text, place_id):
    location = anchor_of(gazetteer, text)
    assert location.resolved is not None, location.why
    assert location.resolved.id == place_id


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("A bus fell into a ravine. It fell 30 km north of the capital.", "names no country"),
        ("Peru and Ecuador talked. The talks were 30 km north of the capital.", "does not tell whose capital"),
        ("A bus fell into a ravine in Peru. It fell 30 km north of the provincial capital.", "not clear"),
        ("A bus fell into a ravine in Peru. It fell 30 km north of the state capital.", "not clear"),
        ("A bus fell into a ravine in Peru. It fell 30 km north of the old capital.", "not clear"),
        ("A bus fell into a ravine in Cusco region, Peru. It fell 30 km north of its capital.", "not clear"),
    ],
)
def test_a_capital_that_stays_open(gazetteer, text, why):
    location = anchor_of(gazetteer, text)
    assert location.resolved is None
    assert why in location.why


def test_a_capital_follows_from_what_the_other_reports_speak_of(gazetteer):
    reports = [
        Report(id="a", text="A bus fell into a ravine. It fell 30 km north of the capital."),
        Report(id="b", text="A bus fell into a ravine in Peru on Tuesday. Peru mourns."),
    ]
    result = Case.from_reports(reports).check(gazetteer=gazetteer)
    (claim,) = [item for item in result.analysis.evidence if item.claim.bearing == "N"]
    assert claim.region is not None
    assert claim.region.anchor.id == LIMA

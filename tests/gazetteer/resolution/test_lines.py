"""Borders and coasts: which line the words mean, and that nothing is measured from the point that stands for it."""

from __future__ import annotations

import datetime as dt

import pytest
import shapely

from geomap.areas.boundaries import borders, coasts, divisions
from geomap.areas.regions import contains
from geomap.case.case import Case
from geomap.gazetteer import locate
from geomap.gazetteer.resolution.lines import sides
from geomap.geometry.geodesy import distances_m
from geomap.language import extract
from geomap.language.toponyms.nations import countries_in
from geomap.model import MentionKind, Report


def line_of(gazetteer, text):
    extraction = extract(Report(id="r", text=text), names=gazetteer)
    located = locate(extraction.mentions, gazetteer=gazetteer, claims=extraction.claims)
    return next(each for each in located if each.mention.kind in (MentionKind.BORDER, MentionKind.COAST))


@pytest.mark.parametrize(
    ("text", "place_id"),
    [
        ("They gathered near the Turkish-Syrian border.", "border:SY-TR"),
        ("It lies 12 km from the Iraq-Syria border.", "border:IQ-SY"),
        ("It is 5 km from the border between India and Pakistan.", "border:IN-PK"),
        ("Israel said that it struck 2 km from the Lebanese frontier.", "border:IL-LB"),
        ("Fighting in Raqqa went on; a strike hit 10 km from the Iraqi border.", "border:IQ-SY"),
        ("Israel fired at men 300 metres from the Gaza border.", "border:IL-PS"),
        ("The boat sank 20 miles off the coast of Yemen.", "coast:YE"),
        ("The tanker was 8 km off the Libyan coast.", "coast:LY"),
    ],
)
def test_the_line_that_is_meant(gazetteer, text, place_id):
    location = line_of(gazetteer, text)
    assert location.resolved is not None, location.why
    assert location.resolved.id == place_id
    assert location.candidates[0].reasons


@pytest.mark.parametrize(
    ("text", "count", "why"),
    [
        ("A strike hit 10 km from the Iraqi border.", 6, "Iraq has 6 borders"),
        ("Syria and Jordan agreed that it hit 10 km from the Iraqi border.", 6, "Iraq has 6 borders"),
        ("It is 4 km from the Chad-Peru border.", 0, "Chad and Peru have no border"),
        ("The boat is 5 km off the Swiss coast.", 0, "Switzerland has no coast"),
        ("The ship was 30 miles off the coast.", 0, "not clear which country's coast"),
        ("Chile spoke. A boat sank near the sea border with Peru.", 0, "borders at sea"),
        ("Chile spoke. A boat sank 4 km from the maritime boundary with Peru.", 0, "borders at sea"),
    ],
)
def test_what_stays_open_says_why(gazetteer, text, count, why):
    location = line_of(gazetteer, text)
    assert location.resolved is None
    assert len(location.candidates) == count
    assert why in location.why


@pytest.mark.parametrize(
    ("text", "place_id", "why"),
    [
        # the neighbour that is named more often, whose speaker it is, or that is named beside it
        ("Chad mourned. Chadian troops and Niger met. In Chad, men were hit 10 km from the Sudanese border.", "border:SD-TD", "Chad too"),
        ("Kenya, Ethiopia and Ethiopian and Kenyan elders met in Kenya. It is 4 km from the border with Somalia.", None, "as likely"),
        ("Laos and Cambodia spoke. Laos said that the shell landed 3 km from the Vietnamese border.", "border:LA-VN", "Laos"),
        (
            "Peru, Chile and Brazil met. Chile spoke in Chile for Chile. A truck was hit 4 km from the Bolivian border.",
            "border:BO-CL",
            "4 times",
        ),
        # no country in the words
        ("Chad accused Sudan. Sudanese jets struck 4 km from the border.", "border:SD-TD", "Sudan and Chad, which are neighbours"),
        ("Peru accused Ecuador, and Ecuador Peru. A post was hit 2 km from the frontier line.", "border:EC-PE", "neighbours"),
        ("Chad spoke. A post was hit 2 km from the border.", None, "no two neighbours"),
        ("Chad spoke to Peru. A post was hit 2 km from the border.", None, "no two neighbours"),
        ("Chad, Sudan and Libya spoke. A post was hit 2 km from the border.", None, "about as likely"),
        ("Chad spoke to Sudan. A post was hit 2 km from the provincial border.", None, "not clear which country's"),
    ],
)
def test_the_neighbours_that_the_report_has_to_do_with(gazetteer, text, place_id, why):
    location = line_of(gazetteer, text)
    assert (location.resolved and location.resolved.id, why in location.why) == (place_id, True), location.why


def test_the_publisher_and_the_sentence_count(gazetteer):
    told = {
        "The Bangkok Herald": "Laos and Thailand spoke. A shell hit 4 km from the Cambodian border.",
        None: "Laos spoke. Thailand spoke. Thai troops were hit 4 km from the Cambodian border.",
    }
    for publisher, text in told.items():
        extraction = extract(Report(id="r", text=text, publisher=publisher), names=gazetteer)
        located = locate(extraction.mentions, gazetteer=gazetteer, claims=extraction.claims, home=extraction.home)
        (line,) = [each for each in located if each.mention.kind is MentionKind.BORDER]
        assert line.resolved is not None, line.why
        assert line.resolved.id == "border:KH-TH"


@pytest.mark.parametrize("name", ["Guinea-Bissau", "Timor-Leste"])
def test_a_hyphen_in_a_country(gazetteer, name):
    location = line_of(gazetteer, f"Trucks wait 3 km from the {name} border.")
    assert {code for each in location.candidates for code in sides(each.place)} > {"GW" if name == "Guinea-Bissau" else "TL"}


def test_nationality_words_become_countries():
    assert countries_in("Saudi-Yemeni") == "Saudi Arabia-Yemen"
    assert countries_in("Norland") == "Norland"


def case_of(words):
    """Two speakers who disagree on how far a strike was from somewhere."""
    text = f"The army said that the strike hit 10 km from {words} on Monday. Rebels said that the strike hit 300 km from {words} on Monday."
    return Case.from_reports([Report(id="r", text=text, published=dt.date(2024, 3, 6))]).check()


def test_what_is_measured_from_a_line_is_measured_from_all_of_it():
    result = case_of("the Iraq-Syria border")
    (found,) = [finding for finding in result.findings if finding.kind.value == "agreement"]
    assert found.verdict.value == "contradictory"
    assert found.margin.plain == pytest.approx(290_000)
    assert "from the border of Iraq and Syria, as the map has it" in found.explanation
    first = result.analysis.regions[0]
    line = next(each.geometry for each in borders(divisions()) if set(each.between) == {"Iraq", "Syria"})
    for share in (0.1, 0.5, 0.9):
        at = line.interpolate(share, normalized=True)
        assert not contains(first, (at.x, at.y))
        assert first.outer.low < 10_000 < first.outer.high


@pytest.mark.parametrize("words", ["the Euphrates", "the Syrian Desert", "Manbij District"])
def test_nor_from_that_of_an_area(words):
    result = case_of(words)
    assert len(result.claims) == 2
    assert result.analysis.regions == ()
    (found,) = result.findings
    assert found.regions == ()
    assert found.margin.plain == pytest.approx(290_000)
    assert f"cannot both be right, however {words} lies:" in found.summary


def test_what_lies_round_a_place_is_not_the_place():
    """Nothing follows from the countryside of Aleppo being so far from Homs for Aleppo itself."""
    for words, count in (("Aleppo", 1), ("the Aleppo countryside", 0), ("eastern Aleppo", 0)):
        result = Case.from_reports([Report(id="r", text=f"Shells hit {words}, 20 km from Homs.")]).check()
        assert len([each for each in result.findings if each.kind.value == "place"]) == count, words


def test_every_border_and_coast_is_there_and_its_extent_holds_it(gazetteer):
    world = divisions()
    codes = dict(zip(world.states.tolist(), world.countries.tolist(), strict=True))
    for line in borders(world)[::9]:
        a, b = sorted(codes[state] for state in line.between)
        if a and b and a != b:
            holds(gazetteer.place(f"border:{a}-{b}"), line.geometry)
    for state, line in list(coasts(world).items())[::9]:
        if codes[state]:
            holds(gazetteer.place(f"coast:{codes[state]}"), line)


def holds(place, line):
    vertices = shapely.get_coordinates(line)
    assert distances_m(place.lonlat, vertices[:, 0], vertices[:, 1]).max() <= place.extent_m

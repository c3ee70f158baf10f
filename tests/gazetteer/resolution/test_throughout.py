"""A name means one place in all reports of a case but those that clearly mean another; every sentence is made up."""

from __future__ import annotations

import pytest

from geomap.gazetteer import locate
from geomap.gazetteer.resolution.throughout import at_several_places
from geomap.gazetteer.resolution.together import settled_together
from geomap.language import extract
from geomap.model import Report

AGADEZ, AGADEZ_REGION = "geonames:2448085", "geonames:2448083"
DIFFA = "geonames:2445704"
LEBANESE, LIBYAN = "geonames:266826", "geonames:2210247"
ILLINOIS, MISSOURI = "geonames:4250542", "geonames:4409896"
STATE, COUNTRY = "geonames:4197000", "geonames:614540"
BARE = "Snow fell 30 km south of {}."
IN_TOWN = "Snow fell in the town of Agadez, in Niger."


def settled(gazetteer, *texts):
    """The locations of a case, report for report."""
    extractions = [extract(Report(id=f"r{number}", text=text), names=gazetteer) for number, text in enumerate(texts)]
    located = [locate(each.mentions, gazetteer=gazetteer, claims=each.claims, home=each.home) for each in extractions]
    return settled_together(extractions, located, gazetteer)


def places_of(gazetteer, name, *texts):
    """The id of the place of a name in each report."""
    found = [next(each for each in locations if each.mention.name == name) for locations in settled(gazetteer, *texts)]
    return [each.resolved and each.resolved.id for each in found]


@pytest.mark.parametrize(
    ("name", "texts", "places"),
    [
        # the province by a hair, until another report means the town
        ("Agadez", (BARE.format("Agadez"), IN_TOWN), [AGADEZ, AGADEZ]),
        ("Agadez", (BARE.format("Agadez"),) * 2, [AGADEZ_REGION] * 2),
        ("Diffa", (BARE.format("Diffa"), "Snow fell in Diffa city.", "Rain fell near Diffa."), [DIFFA] * 3),
        # open for want of evidence
        ("Springfield", ("Snow fell in Springfield, Illinois.", "Rain fell in Springfield."), [ILLINOIS] * 2),
        # a report that clearly means another place keeps it, and what two reports dispute stays open in a third
        ("Springfield", ("Snow fell in Springfield, Illinois.", "Rain fell in Springfield, Missouri."), [ILLINOIS, MISSOURI]),
        (
            "Springfield",
            ("Snow fell in Springfield, Illinois.", "Rain fell in Springfield, Missouri.", "Hail fell in Springfield."),
            [ILLINOIS, MISSOURI, None],
        ),
        ("Tripoli", ("Snow fell in Tripoli, Lebanon.", "Libyan forces left Misrata and Benghazi for Tripoli."), [LEBANESE, LIBYAN]),
        ("Tripoli", ("Snow fell in Tripoli, Lebanon.", "Rain fell in Tripoli."), [LEBANESE] * 2),
        # so does a report that has to do with other countries only, or means a country, or a government by its seat
        ("Georgia", ("Snow fell in Georgia, Alabama and Florida.", "Georgia and Armenia signed."), [STATE, COUNTRY]),
        ("Tripoli", ("Snow fell in Tripoli, Lebanon.", "Snow fell in Tripoli and Tunis."), [LEBANESE, LIBYAN]),
        ("London", ("Police in London, Ont., closed the bridge.", "London said it was sorry."), ["geonames:6058560", "geonames:2643743"]),
        # a word for its sort keeps its sense
        ("Agadez", ("Snow fell in Agadez region.", IN_TOWN), [AGADEZ_REGION, AGADEZ]),
        ("Agadez", ("Snow fell in Agadez province.", BARE.format("Agadez"), IN_TOWN), [AGADEZ_REGION, AGADEZ, AGADEZ]),
    ],
)
def test_a_name_in_several_reports(gazetteer, name, texts, places):
    assert places_of(gazetteer, name, *texts) == places
    assert places_of(gazetteer, name, *reversed(texts)) == places[::-1]


def test_a_moved_name_says_why_and_leads_its_candidates(gazetteer):
    moved = settled(gazetteer, BARE.format("Agadez"), IN_TOWN)[0][0]
    assert moved.why == "Agadez leads: the other reports that have this name speak for it (r1)"
    assert moved.candidates[0].place == moved.resolved
    assert moved.candidates[0].score > moved.candidates[1].score


def test_words_that_stand_for_a_name_follow_it(gazetteer):
    moved = settled(gazetteer, "Snow fell in Agadez. Rain fell 5 km from the town.", IN_TOWN)[0]
    assert {each.mention.span.text: each.resolved and each.resolved.id for each in moved} == {"Agadez": AGADEZ, "town": AGADEZ}


def test_what_remains_at_two_places_is_told(gazetteer):
    said = settled(gazetteer, "Snow fell in Tripoli, Lebanon.", "Rain fell in Tripoli, Libya.", "Hail fell in Tripoli, Lebanon.")
    told = list(at_several_places([each for locations in said for each in locations]))
    assert told == [
        "“Tripoli” is two places in this case: Tripoli (populated place, LB) in r0, r2; Tripoli (capital, LY) in r1, 2104 km apart"
    ]
    sorts = settled(gazetteer, "Snow fell in Agadez province.", IN_TOWN)
    assert not list(at_several_places([each for locations in sorts for each in locations]))

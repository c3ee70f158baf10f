"""Which names are of one source, on names of our own."""

from __future__ import annotations

import pytest

from geomap.language.speech.sources import fold_sources


def folded(*names):
    """Each name's source, all in one report."""
    return fold_sources([(name, "r") for name in names])


ONE = [
    (["the alliance", "an alliance statement", "the Norland-led alliance"], "the Norland-led alliance"),
    (["the coalition", "coalition officials", "A statement from the Norland-led coalition"], "the Norland-led coalition"),
    (["the army", "An army statement", "the army's tally", "a spokesman for the army", "army officials"], "the army"),
    (["the Norland army", "the army's communiqué", "The army", "a letter from the army"], "the Norland army"),
    (["Syria", "Syrian officials", "the Syrian government", "Syrian authorities"], "Syria"),
    (["Petra Lund", "Lund", "Foreign Minister Petra Lund", "Minister Lund", "Petra Lund"], "Foreign Minister Petra Lund"),
    (["A spokesman for the army, Col. Jon Dale", "Dale", "Jon Dale"], "A spokesman for the army, Col. Jon Dale"),
    (["The mayor, Ann Writer", "Writer"], "The mayor, Ann Writer"),
    (["Foreign Ministry spokesman Zhao Min", "Zhao"], "Foreign Ministry spokesman Zhao Min"),
    (["the defense ministry", "Norland's Defence Ministry", "the Defence Ministry of Norland"], "Norland's Defence Ministry"),
    (["the Norland Geological Survey", "NGS"], "the Norland Geological Survey"),
    (["the US Geological Survey", "the USGS"], "the US Geological Survey"),
    (["the firm's calculation", "the firm"], "the firm"),
    (["The  mayor", "the mayor"], "The mayor"),
]


@pytest.mark.parametrize(("names", "source"), ONE)
def test_one_source(names, source):
    assert set(folded(*names)) == {source}


APART = [
    ["Colonel Jon Dale", "Colonel Ann Writer", "the army"],
    ["a Norland official", "another Norland official", "Norland officials"],
    ["a witness", "another witness", "residents"],
    ["officials in Mola", "officials in Dorn", "local officials"],
    ["the Norland army", "the Borland army"],
    ["the army", "the navy", "the ministry", "Norland"],
    ["Norland", "the Norland navy"],
    ["an official of the ports corporation", "the ports corporation"],
    ["a statement", "yesterday's statement", "the Mola Times"],
    ["the General Staff", "General Staff", "General Jon Dale"][::2],
    ["Jon Dale", "Ann Dale"],
    ["the governor of Mola", "the governor of Dorn"],
]


@pytest.mark.parametrize("names", APART)
def test_sources_apart(names):
    assert folded(*names) == tuple(names)


def test_a_short_name_that_two_could_be_stays_apart():
    assert folded("Dale", "Jon Dale", "Ann Dale")[0] == "Dale"
    assert folded("the coalition", "the Norland-led coalition", "the Borland-led coalition")[0] == "the coalition"


def test_an_army_is_that_of_its_own_report():
    said = [("the Norland army", "n"), ("the army", "n"), ("the Borland army", "b"), ("the army", "b"), ("the army", "elsewhere")]
    assert fold_sources(said)[1::2] == ("the Norland army", "the Borland army")
    assert fold_sources(said)[-1] == "the army"


def test_a_coalition_is_the_same_in_all_reports():
    assert fold_sources([("the US-led coalition", "a"), ("the coalition", "b")]) == ("the US-led coalition", "the US-led coalition")


def test_no_names():
    assert fold_sources([]) == ()
    assert folded("", "*") == ("", "*")


def test_order_does_not_matter():
    names = ["the coalition", "Kim", "the Norland-led coalition", "coalition officials", "General Ann Kim"]
    assert folded(*names[::-1])[::-1] == folded(*names)


def test_many_names_are_survived():
    said = [(f"Colonel Jon Dale{number}", "r") for number in range(300)]
    assert len(set(fold_sources(said))) == 300

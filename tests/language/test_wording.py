"""How a sentence is worded round its claims."""

from __future__ import annotations

from geomap.language import extract
from geomap.language.events.passings import passings_of
from geomap.language.text.sentences import sentences_of
from geomap.model import Report


def wordings(text):
    report = Report(id="r", text=text)
    sentences = sentences_of(report)
    return [each.wording for each in passings_of(extract(report, sentences=sentences), sentences)]


def test_a_claim_stands_between_the_words_before_and_behind_it():
    (found,) = wordings("A convoy was hit 5 km from Arvo on Monday.")
    start, end = found.claims
    assert found.words[start:end] == ("5", "km", "from", "Name")
    assert found.words[end:] == ("on", "Weekday", ".")
    assert found.words[slice(*found.target)] == ("a", "convoy")


def test_names_are_all_one_and_days_are_none():
    (found,) = wordings("On Monday the tanker Grey Seal sank 5 km off Arvo.")
    assert found.words == ("on", "Weekday", "the", "tanker", "Name", "Name", "sank", "5", "km", "off", "Name", ".")


def test_what_is_known_and_what_is_new():
    (found,) = wordings("The burning tanker struck a trawler 5 km off Arvo.")
    assert found.definite == {"burn", "tanker"}
    assert found.indefinite == {"trawler"}


def test_how_it_is_told():
    (found,) = wordings("The village is 5 km from the crater.")
    assert {"present", "scene", "begins with the", "ends with a noun"} <= found.manner

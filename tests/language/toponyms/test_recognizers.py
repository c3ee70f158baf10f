"""Recognisers as plug-ins: spaCy's pipelines behind the protocol, and what is said where one is missing."""

from __future__ import annotations

import sys

import pytest

from geomap.errors import MissingExtraError, UsageError
from geomap.language.claims.extract import extract
from geomap.language.toponyms.recognizers import load_recognizer
from geomap.language.toponyms.toponyms import mentions_at
from geomap.model import MentionKind, Report

PATTERNS = [
    {"label": "GPE", "pattern": "Al Tanf"},
    {"label": "GPE", "pattern": "the Homs province"},
    {"label": "LOC", "pattern": "northern Syria"},
    {"label": "FAC", "pattern": "Tabqa Dam"},
    {"label": "NORP", "pattern": "Syrian"},
    {"label": "PERSON", "pattern": "Homs Nasser"},
    {"label": "ORG", "pattern": "Baghdad Today"},
]


def report(text: str) -> Report:
    return Report(id="r", text=text)


@pytest.fixture(scope="module")
def folder(tmp_path_factory) -> str:
    """A pipeline that knows a few names, saved as a user's own would be."""
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns(PATTERNS)
    path = tmp_path_factory.mktemp("pipeline") / "few_names"
    pipeline.to_disk(path)
    return str(path)


def found(recognizer, text: str) -> list[tuple[str, str]]:
    return [(mention.span.text, mention.name) for mention in recognizer(report(text))]


def test_a_pipeline_finds_places_and_leaves_persons_and_organisations(folder):
    recognizer = load_recognizer(f"spacy:{folder}")
    text = "Homs Nasser told Baghdad Today that Al Tanf was quiet, as was Tabqa Dam."
    assert found(recognizer, text) == [("Al Tanf", "Al Tanf"), ("Tabqa Dam", "Tabqa Dam")]


def test_articles_parts_and_feature_words_are_no_part_of_the_name(folder):
    mentions = load_recognizer(f"spacy:{folder}")(report("Rain fell on the Homs province and northern Syria."))
    assert [(m.name, m.part, m.feature) for m in mentions] == [("Homs", None, "province"), ("Syria", "N", None)]
    assert [m.span.text for m in mentions] == ["Homs province", "northern Syria"]


def test_a_nationality_word_is_a_demonym(folder):
    (mention,) = load_recognizer(f"spacy:{folder}")(report("A Syrian patrol was seen."))
    assert (mention.kind, mention.name) == (MentionKind.DEMONYM, "Syria")


def test_the_offsets_of_a_long_text_are_those_of_the_whole(folder):
    text = "Nothing was seen.\n\n" * 12_000 + "Then Al Tanf was seen."
    (mention,) = load_recognizer(f"spacy:{folder}")(report(text))
    assert text[mention.span.start : mention.span.end] == "Al Tanf"
    assert mention.span.start > 200_000


def test_the_anchor_of_a_claim_is_kept_where_the_pipeline_finds_the_same_words(folder):
    extraction = extract(report("They came within 30 km of Al Tanf in northern Syria."), recognizer=load_recognizer(f"spacy:{folder}"))
    assert [mention.span.text for mention in extraction.mentions] == ["Al Tanf", "northern Syria"]
    assert extraction.mentions[0] is extraction.claims[0].anchors[0]


def test_a_missing_pipeline_says_how_to_install_it():
    pytest.importorskip("spacy")
    with pytest.raises(MissingExtraError, match="python -m spacy download en_not_there"):
        load_recognizer("spacy:en_not_there")


def test_a_missing_extra_says_how_to_install_it(monkeypatch):
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(MissingExtraError, match=r"pip install 'geomap\[spacy\]'"):
        load_recognizer("spacy:en_core_web_sm")


def test_a_pipeline_without_names_is_refused(tmp_path):
    spacy = pytest.importorskip("spacy")
    spacy.blank("en").to_disk(tmp_path / "blank")
    with pytest.raises(UsageError, match="finds no names of places"):
        load_recognizer(f"spacy:{tmp_path / 'blank'}")


def test_a_folder_that_holds_no_pipeline_is_refused(tmp_path):
    pytest.importorskip("spacy")
    with pytest.raises((UsageError, MissingExtraError)):
        load_recognizer(f"spacy:{tmp_path}")


@pytest.mark.parametrize("called", ["stanza:en", "", "builtin:x", "../spacy"])
def test_an_unknown_recogniser_names_those_there_are(called):
    with pytest.raises(UsageError, match=r"builtin, spacy:…"):
        load_recognizer(called)


def test_spacy_without_a_pipeline_asks_for_one():
    pytest.importorskip("spacy")
    with pytest.raises(UsageError, match="spacy:en_core_web_sm"):
        load_recognizer("spacy:")


@pytest.mark.parametrize(
    ("ranges", "names"),
    [
        ([(0, 5)], ["Haifa"]),
        ([(0, 3)], []),  # half a word is no name
        ([(8, 16)], ["Acre"]),  # "the town" is stripped
        ([(0, 5), (0, 5), (3, 9)], ["Haifa"]),
        ([], []),
        ([(900, 905)], []),
    ],
)
def test_ranges_become_mentions_where_they_hold_words(ranges, names):
    mentions = mentions_at(report("Haifa, the Acre town, is near."), ranges)
    assert [mention.name for mention in mentions] == names

"""Tokens: words, numerals, marks, and what is written for machines; cut once for all who read them."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.language import extract
from geomap.language.text import sentences
from geomap.language.text.sentences import sentences_of
from geomap.language.text.tokens import tokenise
from geomap.language.toponyms.toponyms import recognize
from geomap.model import Place, Report, Span

TEXT = "CHARLESTON, W.Va. (AP) — It lies 12 km north of Homs.\n\nShelling hit\nDeir ez-Zor. “Homs is quiet,” Mr. Arvo said. It is 5km away"


class Known:
    """A gazetteer of one town."""

    def find(self, name: str) -> tuple[Place, ...]:
        """Homs, where it is asked for."""
        homs = Place(id="x:1", name="Homs", lon=36.7, lat=34.7, kind="populated place", country="SY", extent_m=1e4, population=775_404)
        return (homs,) if name == "Homs" else ()


def words(text: str) -> list[str]:
    tokens = tokenise(Span(Report(id="r", text=text), 0, len(text)))
    return tokens.words[: tokens.count]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,800 km, 10.5 or .75", ["1,800", "km", ",", "10.5", "or", ".75"]),
        ("16th 5km A320", ["16", "th", "5", "km", "A320"]),
        ("The U.S. at 5 p.m. in W.Va. now", ["The", "U.S.", "at", "5", "p.m.", "in", "W.Va.", "now"]),
        ("Kata'ib O'Neill’s Sana`a", ["Kata'ib", "O'Neill", "’s", "Sana`a"]),
        ("_Homs_ ez-Zor", ["_", "Homs", "_", "ez", "-", "Zor"]),
        ("Zu\u0308rich", ["Zu\u0308rich"]),
        ("see https://a.org/Homs-5km, www.b.org", ["see", "https://a.org/Homs-5km,", "www.b.org"]),
        ("[Homs](/wiki/Homs) fell", ["[", "Homs", "](/wiki/Homs)", "fell"]),
        ("(https://a.org/Homs)", ["(", "https://a.org/Homs", ")"]),
        ("ask J.Homs+1@a-b.co.uk.", ["ask", "J.Homs+1@a-b.co.uk", "."]),
        ("@Homs_News #Homs #1 5@6", ["@Homs_News", "#Homs", "#", "1", "5", "@", "6"]),
    ],
)
def test_tokens(text, expected):
    assert words(text) == expected


@pytest.mark.parametrize("text", ["https://a.org/Homs", "[it](/wiki/Homs)", "Homs@a.org", "#Homs", "@Homs", "15Homs"])
def test_what_is_written_for_machines_holds_no_names(text):
    assert recognize(Report(id="r", text=f"They wrote in {text} of it."), Known()) == ()


def test_claims_and_names_read_the_same_tokens(monkeypatch):
    cut = []
    monkeypatch.setattr(sentences, "tokenise", lambda span: cut.append(span) or tokenise(span))
    extraction = extract(Report(id="r", text=TEXT), names=Known())
    assert [mention.name for mention in extraction.mentions].count("Homs") == 2
    assert cut == list(sentences.split_sentences(extraction.report))


def test_given_sentences_are_not_cut_again(monkeypatch):
    report = Report(id="r", text=TEXT)
    given_sentences = sentences_of(report)
    expected = recognize(report, Known())
    monkeypatch.setattr(sentences, "tokenise", None)
    assert recognize(report, Known(), sentences=given_sentences) == expected
    assert extract(report, names=Known(), sentences=given_sentences).claims


@given(
    st.lists(
        st.sampled_from(["Homs", " ", "\n\n", ". ", "-", "the ", "5", "@", "#", "](", ")", "al-", "St. ", "’s", "https://", "ة"]),
        max_size=30,
    )
)
def test_a_mention_begins_and_ends_with_a_token(pieces):
    report = Report(id="r", text="".join(pieces))
    starts = {start for tokens in sentences_of(report) for start in tokens.starts[: tokens.count]}
    ends = {end for tokens in sentences_of(report) for end in tokens.ends[: tokens.count]}
    for mention in recognize(report, Known()):
        assert mention.span.start in starts
        assert mention.span.end in ends


@pytest.mark.parametrize("piece", ["](", "a.", "a@", "a-", "`", "’s", "#", "http://", "www.", "\u0308", "A.B", "1.", "_"])
def test_a_row_of_marks_is_cut_in_linear_time(piece):
    text = piece * (200_000 // len(piece))
    report = Report(id="r", text=text)
    begin = time.process_time()
    tokenise(Span(report, 0, len(text)))
    assert time.process_time() - begin < 5

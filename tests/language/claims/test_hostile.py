"""Text that nobody wrote to be read: any Unicode, and repetitions that make careless rules slow."""

from __future__ import annotations

import sys
from collections.abc import Callable

import pytest
from builders import told_in
from hypothesis import given
from hypothesis import strategies as st

from geomap.language.claims.extract import MOST_CLAIMS, extract, read
from geomap.language.phrases.passages import passages_of
from geomap.language.text.sentences import sentences_of, split_sentences
from geomap.language.text.tokens import tokenise
from geomap.model import Place, Report

_WORDS = st.sampled_from(
    """lat 33.5 lon 38.6 37S FT 12345 67890 654321 3712345 8G4MGM22+XX GM22+XX said that he told Tuesday yesterday strike convoy which “ ” ; Al 5 km miles from of the between and north N al - Arvo Arvo's zone radius a few within in at border , . ( ) " ' half hundred to
    °  45-39N 030-55E nautical off hit killed it here ½ 1,000 more than about away each other around exclusion 12-mile""".split()
)
_WORST = ["5 km ", "between ", "X of X of ", "hundred ", "al-", "'s", "1,", "5 km from ", "within 5 km of X and ", "the distance between ", "in Arvo killed ", "45-39N ", "5 km away. ", "("]  # fmt: skip


class Known:
    """A gazetteer of two names."""

    def find(self, name: str) -> tuple[Place, ...]:
        place = Place(id="x:1", name=name, lon=1.0, lat=2.0, kind="populated place", country="XX", extent_m=1.0, population=9000)
        return (place,) if name in ("Arvo", "Al") else ()


def check(text: str) -> None:
    report = Report(id="r", text=text)
    extraction = extract(report, names=Known())
    before = None
    for claim in extraction.claims:
        assert claim.sentence.start <= claim.span.start < claim.span.end <= claim.sentence.end
        assert all(anchor.span.text for anchor in claim.anchors)
        for span in (claim.target, claim.speaker, claim.when_text, *(anchor.antecedent for anchor in claim.anchors)):
            assert span is None or span.text.strip()
        assert before is None or before.span.end <= claim.span.start, "claims stand in order and apart"
        before = claim
    ends = [(mention.span.start, mention.span.end) for mention in extraction.mentions]
    assert ends == sorted(ends)
    assert extract(report, names=Known()) == extraction
    story = told_in(extraction)
    told = [member.claim for account in story.accounts for member in account.members] + [claim for claim, _ in story.standing]
    assert len({id(claim) for claim in told}) == len(told)
    assert {id(claim) for claim in told} <= {id(claim) for claim in extraction.claims}


@given(st.text(max_size=300))
def test_any_text_is_read(text):
    check(text)


@given(st.lists(_WORDS, max_size=40).map(" ".join))
def test_any_jumble_of_telling_words_is_read(text):
    check(text)


def calls(action: Callable[[], object]) -> int:
    """How many Python functions an action calls: a measure of its work that no other process disturbs."""
    count = 0

    def profile(_frame: object, event: str, _arg: object) -> None:
        nonlocal count
        count += event in ("call", "c_call")

    sys.setprofile(profile)
    try:
        action()
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("word", _WORST)
def test_work_grows_with_the_length_of_the_text(word):
    def work(characters: int) -> int:
        report = Report(id="r", text=word * (characters // len(word)))

        def run() -> None:
            for passage in passages_of([tokenise(span) for span in split_sentences(report)]):
                read(passage)

        return calls(run)

    assert work(8_000) < 4.3 * work(2_000) + 1_000


DOUBLED = ((4_000, 2.15), (8_000, 2.3))
"""Characters, and how many times the work twice as many may be. Some texts are lists, or begin to be, at the one length but not at the
other; what grows as the square fails at both, and the bound is the closer where less of the work is of that sort."""
_WHOLE = [*_WORST, ". ", "It hit it. ", "5 km N Arvo\n", "33 30 05 ", "37S FT 12345 67890 ", "“It fell 5 km from Arvo. ", "It was 5 km away from there, he said. ", "A strike hit Arvo on Tuesday. ", "said that ", "Al Al ", "on Tuesday "]  # fmt: skip


@pytest.mark.parametrize("word", _WHOLE)
def test_work_of_a_whole_reading_grows_with_the_length_of_the_text(word):
    """Claims with all that belongs to them, names, and incidents: twice the text is about twice the work."""

    def work(characters: int) -> int:
        report = Report(id="r", text=word * (characters // len(word)))

        def run() -> None:
            sentences = sentences_of(report)
            told_in(extract(report, names=Known(), sentences=sentences))

        return calls(run)

    assert any(work(2 * length) < most * work(length) + length // 4 for length, most in DOUBLED)


def test_a_sentence_full_of_positions_is_a_list_and_said_to_be():
    found = extract(Report(id="r", text="33.5N 38.6E " * 60))
    assert found.claims == ()
    assert "list" in found.unread[0].why


def test_a_report_of_endless_claims_is_read_so_far_and_that_is_said():
    text = "It fell 5 km from Arvo.\n" * (MOST_CLAIMS + 200)
    found = extract(Report(id="r", text=text))
    assert len(found.claims) == MOST_CLAIMS
    (rest,) = found.unread
    assert "split it" in rest.why
    assert rest.span.start == len("It fell 5 km from Arvo.\n") * MOST_CLAIMS

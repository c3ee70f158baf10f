"""PDF files: lines become sentences again, pictures and locks are said, nothing breaks."""

from __future__ import annotations

from contextlib import suppress

import pytest
from documents import column, pdf
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.errors import ReportError
from geomap.language import extract
from geomap.model import Report
from geomap.readers import read_all
from geomap.readers.pdf import parse_pdf

WRAPPED = """The convoy had come within 30 kilometres of the Ferrow crossing, the
army said, and was outside the 34-
mile exclusion zone around Tanf when the planes struck. A source in the exclu-
sion of whose name the paper agreed told it that the strike was more than 45 miles
from the border post."""


def text_of(pages, **more) -> str:
    (draft,) = parse_pdf(pdf(pages, **more), "x.pdf").drafts
    return draft.text


def test_claims_come_out_whole_over_line_ends(tmp_path):
    (tmp_path / "x.pdf").write_bytes(pdf([column(WRAPPED)]))
    (report,) = read_all([tmp_path]).reports
    claims = extract(report).claims
    assert [claim.span.text for claim in claims] == [
        "within 30 kilometres of the Ferrow crossing",
        "the 34-mile exclusion zone around Tanf",
        "more than 45 miles from the border post",
    ]
    assert all(report.text[c.span.start : c.span.end] == c.span.text for c in claims)


def test_broken_words_are_made_whole_and_compounds_keep_their_hyphen():
    text = text_of([column(WRAPPED)])
    assert "exclusion of whose name" in text
    assert "34-mile" in text
    assert "ez-Zor" in text_of([column("They came from the province of Deir ez-\nZor in trucks.")])


def test_a_wider_gap_parts_paragraphs():
    text = text_of([column("Convoy hit near Ferrow\n\nThe army said so on Monday, and the\nrebels denied it at once.")])
    assert text == "Convoy hit near Ferrow\n\nThe army said so on Monday, and the rebels denied it at once.\n"


def test_a_sentence_goes_on_over_the_page_and_its_running_heads():
    body = [
        "the first camp lies 5 km from Homs in a valley that is well hidden from the",
        "north of the road, the second camp is 7 km from Homs,",
    ]
    pages = [[(770.0, "SITUATION REPORT 12"), *column(words), (30.0, f"Page {number} of 2")] for number, words in enumerate(body, start=1)]
    text = text_of(pages)
    assert "SITUATION" not in text
    assert "Page" not in text
    assert "hidden from the north of the road" in text


def test_a_list_keeps_its_items():
    text = text_of([column("The camps are\n• Alpha, 5 km from Homs\n• Bravo, 7 km from Homs")])
    assert text.splitlines() == ["The camps are", "", "• Alpha, 5 km from Homs", "", "• Bravo, 7 km from Homs"]


def test_the_day_of_the_file_is_not_that_of_publication():
    (draft,) = parse_pdf(pdf([column(WRAPPED)]), "x.pdf").drafts
    assert draft.published is None


@pytest.mark.parametrize(("title", "taken"), [("Convoy hit near Ferrow", True), ("Microsoft Word - draft3_FINAL.doc", False), ("", False)])
def test_the_title_is_one_that_the_page_shows(title, taken):
    (draft,) = parse_pdf(pdf([column(f"Convoy Hit Near Ferrow\n\n{WRAPPED}")], title=title), "x.pdf").drafts
    assert (draft.title == title) is taken


def test_pages_without_text_are_said():
    parsed = parse_pdf(pdf([column(WRAPPED), []]), "x.pdf")
    assert parsed.notes == ("x.pdf: no text layer on page 2",)
    with pytest.raises(ReportError, match="ocrmypdf"):
        parse_pdf(pdf([[], []]), "x.pdf")


def test_a_locked_file_is_said():
    locked = pdf([column(WRAPPED)]).replace(
        b"/Root 1 0 R",
        b"/Root 1 0 R /ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <" + b"11" * 32 + b"> /U <" + b"22" * 32 + b"> >>",
    )
    with pytest.raises(ReportError, match="encrypted"):
        parse_pdf(locked, "x.pdf")


@pytest.mark.parametrize("data", [b"", b"%PDF-1.4\n", b"%PDF-1.4\n%%EOF", b"no pdf at all", b"\0" * 1000])
def test_what_is_no_pdf_is_refused(data):
    with pytest.raises(ReportError):
        parse_pdf(data, "x.pdf")


def test_a_page_tree_that_bites_its_tail_is_refused():
    looped = pdf([column(WRAPPED)]).replace(b"/Kids [5 0 R]", b"/Kids [2 0 R]")
    with pytest.raises(ReportError):
        parse_pdf(looped, "x.pdf")


@settings(max_examples=80, deadline=None)
@given(st.data())
def test_damaged_files_are_read_or_refused(data):
    whole = pdf([column(WRAPPED), column("A second page.")])
    cut = data.draw(st.integers(0, len(whole)))
    noise = data.draw(st.binary(max_size=30))
    at = data.draw(st.integers(0, len(whole)))
    for damaged in (whole[:cut], whole[:at] + noise + whole[at + len(noise) :]):
        with suppress(ReportError):
            (draft,) = parse_pdf(damaged, "x.pdf").drafts
            extract(Report(id="x", text=draft.text))

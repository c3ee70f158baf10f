"""PDF files: lines become sentences again, pictures and locks are said, nothing breaks."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from documents import column, pdf, pdf_of
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.errors import ReportError
from geomap.language import extract
from geomap.model import Report
from geomap.readers import pdf as pdf_module
from geomap.readers import read_all
from geomap.readers.pdf import parse_pdf
from geomap.readers.pdf_layer import read_layer
from geomap.readers.pdf_paragraphs import Line, paragraphs

WRAPPED = """The convoy had come within 30 kilometres of the Ferrow crossing, the
army said, and was outside the 34-
mile exclusion zone around Tanf when the planes struck. A source in the exclu-
sion of whose name the paper agreed told it that the strike was more than 45 miles
from the border post."""


def text_of(pages, **more) -> str:
    (document,) = parse_pdf(pdf(pages, **more), "x.pdf").documents
    return document.text


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
    assert text.endswith("\n\nSITUATION REPORT 12\n")
    assert text.count("SITUATION") == 1
    assert "Page" not in text
    assert "hidden from the north of the road" in text


def test_rows_of_a_table_do_not_run_into_each_other(tmp_path):
    rows = ["Camp Alpha 5 km north of Homs", "Bravo 7 km south of Homs", "Camp Charlie 9 km east of Homs"]
    (tmp_path / "narrow.pdf").write_bytes(pdf([column("\n".join(rows))]))
    (report,) = read_all([tmp_path / "narrow.pdf"]).reports
    assert not any(f"{one} {two[:5]}" in report.text for one, two in pairwise(rows))
    cells = [(height, f"{name}) Tj 200 0 Td ({where}") for height, name, where in ((700, "Alpha", "5 km off"), (686, "Bravo", "7 km off"))]
    raw = pdf([[(height, "@" * len(words)) for height, words in cells]])
    for _, words in cells:
        raw = raw.replace(b"@" * len(words), words.encode(), 1)
    assert parse_pdf(raw, "x.pdf").documents[0].text == "| Alpha | 5 km off |\n| Bravo | 7 km off |\n"


def test_columns_are_read_one_after_the_other():
    left = column("The first camp lies 5 km north of Homs and\nthe second one lies about ten\nkilometres south of the old")
    right = column("bridge, where the road ends.\nNobody lives there now, they\nsaid, and nobody ever has.")
    shown = pdf([[*left, *right]])
    for height, words in right:
        shown = shown.replace(f"72.0 {height} Td ({words})".encode(), f"330. {height} Td ({words})".encode())
    assert "of the old bridge, where the road ends." in parse_pdf(shown, "x.pdf").documents[0].text


def test_a_file_that_would_be_drawn_for_ever_is_given_up(monkeypatch):
    monkeypatch.setattr(pdf_module, "_MOST_CPU_S", 1)
    itself = "/Resources << /XObject << /X 5 0 R >> >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
        f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R {itself} >>",
        "<< /Length 60 >>\nstream\n" + "/X Do " * 10 + "\nendstream",
        f"<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] {itself} /Length 12 >>\nstream\n/X Do /X Do \nendstream",
    ]
    with pytest.raises(ReportError, match="too much time or memory"):
        parse_pdf(pdf_of(objects, info=1), "x.pdf")


def test_a_list_keeps_its_items():
    text = text_of([column("The camps are\n• Alpha, 5 km from Homs\n• Bravo, 7 km from Homs")])
    assert text.splitlines() == ["The camps are", "", "• Alpha, 5 km from Homs", "", "• Bravo, 7 km from Homs"]


def test_the_day_of_the_file_is_not_that_of_publication():
    (document,) = parse_pdf(pdf([column(WRAPPED)]), "x.pdf").documents
    assert document.published is None


@pytest.mark.parametrize(("title", "taken"), [("Convoy hit near Ferrow", True), ("Microsoft Word - draft3_FINAL.doc", False), ("", False)])
def test_the_title_is_one_that_the_page_shows(title, taken):
    (document,) = parse_pdf(pdf([column(f"Convoy Hit Near Ferrow\n\n{WRAPPED}")], title=title), "x.pdf").documents
    assert (document.title == title) is taken


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


@settings(max_examples=80)
@given(st.data())
def test_damaged_files_are_read_or_refused(data):
    whole = pdf([column(WRAPPED), column("A second page.")])
    cut = data.draw(st.integers(0, len(whole)))
    noise = data.draw(st.binary(max_size=30))
    at = data.draw(st.integers(0, len(whole)))
    for damaged in (whole[:cut], whole[:at] + noise + whole[at + len(noise) :]):
        layer = read_layer(damaged)
        if "error" not in layer and any(layer["pages"]):
            extract(Report(id="x", text=paragraphs([[Line(*line) for line in lines] for lines in layer["pages"]])))


_LINES = st.builds(
    Line,
    text=st.text(st.sampled_from("ab C5.-|\u0002\ufffe• "), min_size=1, max_size=30).filter(str.strip),
    left=st.floats(0, 600),
    right=st.floats(0, 600),
    bottom=st.floats(0, 800),
    height=st.floats(0, 40),
)


@given(st.lists(st.lists(_LINES, max_size=8), min_size=1, max_size=4))
def test_lines_anywhere_keep_their_words(pages):
    text = paragraphs(pages)
    for line in (line for lines in pages for line in lines):
        for word in re.findall("[abC]{2,}", line.text):
            assert word in text.replace("-", "")

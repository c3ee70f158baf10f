"""Word documents: paragraphs and tables in order; malformed and bomb-like packages refused."""

from __future__ import annotations

import io
import zipfile
from contextlib import suppress

import pytest
from documents import word
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap.errors import ReportError
from geomap.language import extract
from geomap.readers import read_all
from geomap.readers import word as word_module
from geomap.readers.word import parse_word

STORY = ("The convoy was struck 12 km north of Ferrow.", "", "Rebels said it was more than 45 miles from the border post.")


def test_paragraphs_and_tables_are_read_in_order(tmp_path):
    (tmp_path / "x.docx").write_bytes(word(*STORY, table=[["Camp", "Distance"], ["Alpha", "5 km from Homs"]], title="Convoy hit"))
    (report,) = read_all([tmp_path]).reports
    assert report.text == f"{STORY[0]}\n\n{STORY[2]}\n\n| Camp | Distance |\n| Alpha | 5 km from Homs |\n"
    assert report.title == "Convoy hit"
    assert [claim.span.text for claim in extract(report).claims][:2] == ["12 km north of Ferrow", "more than 45 miles from the border post"]


def test_the_day_of_the_file_is_not_that_of_publication():
    assert parse_word(word(*STORY), "x.docx").documents[0].published is None


def test_an_empty_document_is_refused():
    with pytest.raises(ReportError, match="no text"):
        parse_word(word(""), "x.docx")


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr(word_module, "_MOST_BYTES", 10_000)
    with pytest.raises(ReportError, match="unpacks to more than"):
        parse_word(word(*STORY), "x.docx")


def _with_part(name: str, text: str) -> bytes:
    """A document with one of its parts replaced."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(word(*STORY))) as old, zipfile.ZipFile(out, "w") as new:
        for item in old.infolist():
            new.writestr(item.filename, text if item.filename == name else old.read(item.filename))
    return out.getvalue()


SPACE = "xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'"


def _with_body(body: str) -> bytes:
    return _with_part("word/document.xml", f"<w:document {SPACE}><w:body>{body}</w:body></w:document>")


def _run(words: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>"


def test_inserted_text_and_form_fields_are_read_and_deleted_text_is_not():
    body = (
        f"<w:p>{_run('It fell ')}<w:ins w:id='1' w:author='a'>{_run('5 km north ')}</w:ins>"
        "<w:del w:id='2' w:author='a'><w:r><w:delText>9 km south </w:delText></w:r></w:del>"
        f"<w:sdt><w:sdtContent>{_run('of Homs')}</w:sdtContent></w:sdt>{_run('.')}</w:p>"
        f"<w:sdt><w:sdtContent><w:p>{_run('A second paragraph.')}</w:p></w:sdtContent></w:sdt>"
    )
    assert parse_word(_with_body(body), "x.docx").documents[0].text == "It fell 5 km north of Homs.\n\nA second paragraph.\n"


def test_a_line_break_stands_in_its_paragraph():
    body = f"<w:p>{_run('The 34-mile')}<w:r><w:br/></w:r>{_run('exclusion zone.')}</w:p>"
    assert parse_word(_with_body(body), "x.docx").documents[0].text == "The 34-mile\nexclusion zone.\n"


def test_markup_in_the_text_stays_text():
    assert (
        parse_word(_with_body(f"<w:p>{_run('&lt;script&gt;x&lt;/script&gt; fell.')}</w:p>"), "x").documents[0].text
        == "<script>x</script> fell.\n"
    )


def test_deep_nesting_is_refused():
    with pytest.raises(ReportError):
        parse_word(_with_body("<w:p>" * 20_000 + "</w:p>" * 20_000), "x.docx")


def test_an_encrypted_or_old_document_is_said():
    with pytest.raises(ReportError, match="encrypted, or older"):
        parse_word(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "x.docx")


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"PK\x03\x04",
        b"\xd0\xcf\x11\xe0 an old document",
        _with_part("word/document.xml", "<w:document"),
        _with_part(
            "word/document.xml",
            "<!DOCTYPE d [<!ENTITY a 'ha'><!ENTITY b '" + "&a;" * 1000 + "'><!ENTITY c '" + "&b;" * 1000 + "'>]><d>&c;</d>",
        ),
    ],
    ids=["nothing", "a mark alone", "an old document", "cut off", "entities in entities"],  # a package's bytes have the time in them
)
def test_what_is_no_document_is_refused(data):
    with pytest.raises(ReportError):
        parse_word(data, "x.docx")


def test_external_entities_are_not_read(tmp_path):
    (tmp_path / "secret.txt").write_text("the secret", encoding="utf-8")
    text = f"<!DOCTYPE d [<!ENTITY a SYSTEM '{(tmp_path / 'secret.txt').as_uri()}'>]>" + (  # noqa: ISC003
        "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>It fell. &a;</w:t></w:r></w:p>"
        "</w:body></w:document>"
    )
    try:
        found = parse_word(_with_part("word/document.xml", text), "x.docx").documents[0].text
    except ReportError:
        return
    assert "secret" not in found


@settings(max_examples=40)
@given(st.data())
def test_damaged_files_are_read_or_refused(data):
    whole = _with_part("word/styles.xml", f"<w:styles {SPACE}/>")  # the many styles of a template are slow to parse, and no text
    at = data.draw(st.integers(0, len(whole)))
    noise = data.draw(st.binary(max_size=20))
    for damaged in (whole[:at], whole[:at] + noise + whole[at + len(noise) :]):
        with suppress(ReportError):
            assert parse_word(damaged, "x.docx").documents

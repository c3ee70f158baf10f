"""Files, folders and standard input: what is read, under which id, and what is said of the rest."""

from __future__ import annotations

import io
import json
import os
import sys

import pytest
from documents import column, pdf, word

from geomap.errors import ReportError
from geomap.language import extract
from geomap.readers import files as files_module
from geomap.readers import read, read_all

STORY = "A ferry ran aground 3 km off Mola.\nNobody was hurt.\n"


def lines(result):
    return [problem.line for problem in result.problems]


def only_line(result):
    assert result.reports == ()
    assert len(result.problems) == 1, lines(result)
    line = result.problems[0].line
    assert "\n" not in line
    return line


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "b.txt").write_text(STORY, encoding="utf-8")
    (tmp_path / "a.md").write_text(f"---\ntitle: Aground\npublished: 2021-05-03\n---\n{STORY}", encoding="utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "c.jsonl").write_text(json.dumps({"id": "wire-7", "text": STORY}) + "\n", encoding="utf-8")
    return tmp_path


def test_folder_is_read_in_order_of_names(folder):
    result = read_all([folder])
    assert [report.id for report in result.reports] == ["a", "b", "wire-7"]
    assert result.problems == ()
    assert [report.text for report in result.reports] == [STORY] * 3
    assert result.reports[1].source == (folder / "b.txt").as_posix()


def test_text_is_kept_as_it_is(tmp_path):
    text = "\r\n\nTwo  spaces,\ttab\r\nand a 𝔘 beyond the plane.\r"
    (tmp_path / "x.txt").write_bytes(text.encode())
    assert read_all([tmp_path / "x.txt"]).reports[0].text == text


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_byte_order_marks_are_no_part_of_the_text(tmp_path, encoding):
    (tmp_path / "x.txt").write_bytes(STORY.encode(encoding))
    assert read_all([tmp_path / "x.txt"]).reports[0].text == STORY


def test_front_matter_fills_the_report_and_is_no_text(folder):
    report = read_all([folder / "a.md"]).reports[0]
    assert (report.title, str(report.published), report.publisher) == ("Aground", "2021-05-03", None)
    assert report.text == STORY


def test_missing_file(tmp_path):
    line = only_line(read_all([tmp_path / "nowhere.txt"]))
    assert "nowhere.txt" in line
    assert "no such file" in line


def test_folder_without_reports(tmp_path):
    (tmp_path / "picture.png").write_bytes(b"\x89PNG")
    result = read_all([tmp_path])
    assert "no report in this folder" in only_line(result)
    assert [name.rpartition("/")[2] for name in result.passed_over] == ["picture.png"]


def test_binary(tmp_path):
    (tmp_path / "x.txt").write_bytes(b"MZ\x00\x01\x02")
    assert "NUL" in only_line(read_all([tmp_path]))


def test_wrong_encoding_names_byte_and_line(tmp_path):
    (tmp_path / "x.txt").write_bytes("first\nsecond café\n".encode("latin-1"))
    line = only_line(read_all([tmp_path / "x.txt"]))
    assert "line 2" in line
    assert "byte 16 (0xe9)" in line
    assert "UTF-8" in line


@pytest.mark.parametrize("content", ["", " \n\t\n", "---\ntitle: T\n---\n\n"])
def test_empty_report(tmp_path, content):
    (tmp_path / "x.md").write_text(content, encoding="utf-8")
    assert "empty" in only_line(read_all([tmp_path / "x.md"]))


def test_too_large(tmp_path, monkeypatch):
    monkeypatch.setattr(files_module, "MAX_BYTES", 20)
    (tmp_path / "x.txt").write_text(STORY, encoding="utf-8")
    assert "larger than" in only_line(read_all([tmp_path / "x.txt"]))


def test_unknown_kind_is_said_and_the_rest_is_read(folder):
    (folder / "old.doc").write_bytes(b"\xd0\xcf\x11\xe0")
    (folder / "broken.txt").write_bytes(b"\xff\xff")
    result = read_all([folder])
    assert len(result.reports) == 3
    assert len(result.problems) == 2
    assert any("old.doc" in line and "save it as .docx, .pdf or .txt" in line for line in lines(result))


def test_named_file_of_unknown_kind(tmp_path):
    (tmp_path / "x.odt").write_bytes(b"PK")
    assert "save it as .docx, .pdf or .txt" in only_line(read_all([tmp_path / "x.odt"]))
    (tmp_path / "x.csv").write_text("a,b\n", encoding="utf-8")
    assert "geomap reads .txt, .md, .html, .pdf, .docx and .jsonl" in only_line(read_all([tmp_path / "x.csv"]))


def test_a_folder_of_all_kinds(folder):
    page = f"<!DOCTYPE html><html><body><article><h1>Aground</h1><p>{STORY}</p></article></body></html>"
    (folder / "d.html").write_text(page, encoding="utf-8")
    (folder / "e.pdf").write_bytes(pdf([column(STORY)]))
    (folder / "f.docx").write_bytes(word(STORY))
    (folder / "g.html").write_bytes(b"<html></html>")
    (folder / "h.pdf").write_bytes(b"%PDF-1.4")
    (folder / "i.docx").write_bytes(b"PK\x03\x04")
    (folder / "named").write_bytes(pdf([column(STORY)]))
    result = read_all([folder, folder / "named"])
    assert [report.id for report in result.reports] == ["a", "b", "d", "wire-7", "e", "f", "named"]
    assert [line.rpartition("/")[2].partition(":")[0] for line in lines(result)] == ["g.html", "h.pdf", "i.docx"]
    for report in result.reports:
        (claim,) = extract(report).claims
        assert claim.span.text == "3 km off Mola"
        assert report.text[claim.span.start : claim.span.end] == claim.span.text
    assert result == read_all([folder, folder / "named"])


def test_hidden_files_are_left_out_and_links_lead_nowhere_twice(folder):
    (folder / ".secret.txt").write_text(STORY, encoding="utf-8")
    (folder / ".git").mkdir()
    (folder / ".git" / "x.txt").write_text(STORY, encoding="utf-8")
    (folder / "deep" / "loop").symlink_to(folder, target_is_directory=True)
    (folder / "gone.txt").symlink_to(folder / "missing.txt")
    result = read_all([folder])
    assert [report.id for report in result.reports] == ["a", "b", "wire-7"]
    assert ["leads nowhere" in line for line in lines(result)] == [True]


def test_a_file_named_twice_is_read_once(folder):
    assert len(read_all([folder, folder / "b.txt", folder / "b.txt"]).reports) == 3


def test_ids_are_made_unique_and_do_not_depend_on_chance(tmp_path):
    for name in ("x.txt", "one/x.txt", "one/x.md", "two/x.txt", "one_x.txt"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(STORY, encoding="utf-8")
    ids = [report.id for report in read_all([tmp_path]).reports]
    assert len(set(ids)) == 5
    assert ids == [report.id for report in read_all([tmp_path]).reports]
    assert {"one/x.txt", "one/x.md", "two/x", "one_x"} <= set(ids)


def test_stated_ids_are_kept_and_clashes_said(tmp_path):
    (tmp_path / "x.jsonl").write_text("\n".join(json.dumps({"id": i, "text": STORY}) for i in ("a", "b", "a")), encoding="utf-8")
    (tmp_path / "a.txt").write_text(STORY, encoding="utf-8")
    result = read_all([tmp_path])
    assert [report.id for report in result.reports] == ["a.txt", "a", "b"]
    assert [("line 3" in line, "line 1" in line) for line in lines(result)] == [(True, True)]


@pytest.mark.skipif(sys.platform == "win32", reason="such names are not allowed there")
def test_hostile_names_give_ids_and_sources_that_can_be_written(tmp_path):
    name = os.fsdecode(b"bad\xff\n\x1b[31m.txt")
    (tmp_path / name).write_text(STORY, encoding="utf-8")
    (tmp_path / os.fsdecode(b"worse\xfe\n.txt")).write_bytes(b"\xff")
    result = read_all([tmp_path])
    report = result.reports[0]
    assert report.text == STORY
    for words in (report.id, report.source, *lines(result)):
        words.encode("utf-8")
        assert words.isprintable()


def test_standard_input_is_recognised_by_its_first_line(monkeypatch):
    def given(text):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode())))
        return read_all(["-"]).reports

    assert [(report.id, report.source) for report in given(STORY)] == [("stdin", "-")]
    assert given(f"---\ntitle: T\n---\n{STORY}")[0].title == "T"
    assert given(f"<!doctype html><html><body><p>{STORY}</p></body></html>")[0].text == STORY.replace("\n", " ").strip() + "\n"
    assert [report.id for report in given('{"id": "k", "text": "A story."}\n{"text": "Another."}\n')] == ["k", "stdin-2"]


def test_read_warns_of_problems_and_raises_when_nothing_is_left(folder):
    with pytest.warns(UserWarning, match="no such file"):
        assert len(read(folder, folder / "none.txt")) == 3
    with pytest.raises(ReportError, match="no such file"):
        read(folder / "none.txt")
    with pytest.raises(ReportError):
        read()


@pytest.mark.shared
def test_source_documents_as_they_are(shared):
    dated, undated = read_all([shared / "seeds"]).reports
    assert (dated.publisher, str(dated.published)) == ("Global Research", "2017-05-22")
    assert dated.title.startswith("Breaking: ")
    assert (undated.title, undated.publisher, undated.published) == (None, None, None)
    for report in (dated, undated):
        path = next((shared / "seeds").glob(f"{report.id}.*"))
        assert report.text == path.read_bytes().decode()

"""Front matter and JSON lines: what they may hold, and how what is wrong is said."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.errors import ReportError
from geomap.readers.formats import parse_json_lines, parse_markdown, parse_text


def markdown(text):
    return parse_markdown(text.encode(), "x.md").documents[0]


def json_lines(text):
    parsed = parse_json_lines(text.encode(), "x.jsonl")
    return parsed.documents, parsed.problems


def test_front_matter_of_every_field():
    document = markdown(
        "---\nid: k7\ntitle: '1984'\npublisher: Harbour News\npublished: 3 May 2021\nurl: https://x.example/7\nmood: calm\n---\nA story.\n"
    )
    assert (document.id, document.title, document.publisher, str(document.published), document.url) == (
        "k7",
        "1984",
        "Harbour News",
        "2021-05-03",
        "https://x.example/7",
    )
    assert document.text == "A story.\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_front_matter_with_either_line_end(end):
    document = markdown(end.join(["---", "title: T", "---", "One.", "Two."]))
    assert (document.title, document.text) == ("T", f"One.{end}Two.")


@pytest.mark.parametrize("head", ["", "# nothing yet\n", "title:\n", "title: null\n"])
def test_front_matter_that_says_nothing(head):
    assert markdown(f"---\n{head}---\nA story.").title is None


def test_a_rule_across_the_page_is_no_front_matter():
    text = "---\n\nA story that begins with a rule.\n"
    assert markdown(text).text == text


@pytest.mark.parametrize(
    ("head", "line"),
    [
        ("title: T\npublished: [3\n", "line "),
        ("title: T\npublished: yesterday\n", "line 3"),
        ("title: T\npublished: 05/06/2017\n", "line 3"),
        ("published: 2021-02-30\n", "line 2"),
        ("title: {a: b}\n", "line 2"),
        ("- a\n- b\n", "line 2"),
        ("title: a: b\n", "line 2"),
        ("title: !!python/object/apply:os.system [x]\n", "line"),
    ],
)
def test_malformed_front_matter_names_its_line(head, line):
    with pytest.raises(ReportError) as caught:
        markdown(f"---\n{head}---\nA story.\n")
    assert line in caught.value.place


@pytest.mark.parametrize("words", ["22 mai 2017", "22. Mai 2017", "22 мая 2017 г.", "Mon, 22 May 2017 08:00:00 +0000"])
def test_days_in_other_languages(words):
    assert str(markdown(f"---\npublished: {words}\n---\nA story.").published) == "2017-05-22"


@pytest.mark.parametrize("words", ["vor 2 Tagen", "heute", "mai 2017", "12 heute 2017", "in 3 days"])
def test_days_that_would_have_to_be_guessed(words):
    with pytest.raises(ReportError):
        markdown(f"---\npublished: {words}\n---\nA story.")


def test_front_matter_without_end():
    with pytest.raises(ReportError, match="no end"):
        markdown("---\ntitle: T\n\nA story.\n")


def test_deep_front_matter_is_refused_not_fatal():
    with pytest.raises(ReportError):
        markdown("---\n" + "[" * 30_000 + "\n---\nA story.\n")


def test_a_broken_line_does_not_spoil_the_others():
    good = json.dumps({"id": "a", "text": "A story.", "title": "T", "published": "2021-05-03T10:00:00Z", "url": "u", "more": 1})
    rows = [good, '{"id": "b", "text": ', "", '["text"]', '{"id": "c"}', '{"id": "d", "text": 7}', '{"id": 5, "text": "Five."}']
    documents, problems = json_lines("\n".join(rows))
    assert [(document.id, str(document.published)) for document in documents] == [("a", "2021-05-03"), ("5", "None")]
    assert [problem.place for problem in problems] == ["line 2", "line 4", "line 5", "line 6"]


def test_many_broken_lines_are_counted():
    documents, problems = json_lines("{\n" * 5000)
    assert documents == ()
    assert len(problems) < 50
    assert "4980" in problems[-1].reason


@pytest.mark.parametrize(
    "line",
    [
        r'{"text": "half \ud800 a character"}',
        r'{"text": "nul \u0000"}',
        '{"text": "   "}',
        '{"text": "A story.", "published": 2017}',
        '{"text": "A story.", "published": "2017"}',
        '{"text": "A story.", "title": ["T"]}',
        "[" * 100_000,
        '{"text": "A story.", "n": ' + "1" * 5000 + "}",
    ],
)
def test_lines_that_are_refused(line):
    documents, problems = json_lines(line)
    assert documents == ()
    assert [problem.place for problem in problems] == ["line 1"]
    assert len(problems[0].line) < 200


def test_wrongly_encoded_line_alone_is_refused(tmp_path):
    from geomap.readers import read_all

    (tmp_path / "x.jsonl").write_bytes(b'{"id": "a", "text": "caf\xe9"}\n{"id": "b", "text": "caf\xc3\xa9"}\n')
    result = read_all([tmp_path / "x.jsonl"])
    assert [report.text for report in result.reports] == ["café"]
    assert [problem.place for problem in result.problems] == ["line 1"]


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_is_kept_or_refused(text):
    for parse in (parse_text, parse_markdown):
        try:
            parsed = parse(text.encode(), "x")
        except ReportError:
            continue
        assert text.endswith(parsed.documents[0].text)
    kept, _ = json_lines(json.dumps({"id": "a", "text": text}))
    assert all(document.text == text for document in kept)

"""The case file: round trips, clear errors, and edits that are never lost."""

from __future__ import annotations

import pytest
import yaml
from builders import some_analysis

from geomap.case import file as casefile
from geomap.case.file import Choices
from geomap.errors import CaseFileError
from geomap.policy import Policy


def written(tmp_path, choices=None):
    path = tmp_path / "case.yaml"
    casefile.save(path, casefile.dump(some_analysis(), choices or Choices(), Policy(), folder=tmp_path))
    return path


def test_round_trip(tmp_path):
    choices = Choices(places={"al-X: #1 'quoted'": None, "Y": "geonames:1"}, events={"c1": "e9"}, ignore=("c2",))
    known = casefile.load(written(tmp_path, choices))
    assert known.choices == choices
    assert known.policy == Policy()
    assert [entry.id for entry in known.reports] == ["@paper"]
    assert known.reports[0].text == some_analysis().reports[0].text


def test_same_analysis_same_bytes(tmp_path):
    assert written(tmp_path).read_bytes() == written(tmp_path).read_bytes()


def test_unedited_is_replaced_and_edited_is_kept(tmp_path):
    path = written(tmp_path)
    assert not casefile.is_edited(path)
    assert casefile.save(path, path.read_text()) == path
    mine = path.read_text().replace("title: A case", "title: My case")
    path.write_text(mine)
    assert casefile.is_edited(path)
    other = casefile.save(path, casefile.dump(some_analysis(), Choices(), Policy(), folder=tmp_path))
    assert other == tmp_path / "case.new.yaml"
    assert path.read_text() == mine


def test_a_file_without_a_seal_counts_as_edited(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text("geomap: 1\n")
    assert casefile.is_edited(path)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "not a geomap case file"),
        ("- 1", "not a geomap case file"),
        ("geomap: 7", "format 7"),
        ("geomap: 1\nreports: [", "line 2"),
        ("geomap: 1\nchoises: {}", "did you mean 'choices'"),
        ("geomap: 1\nchoices: {place: {}}", "did you mean 'places'"),
        ("geomap: 1\nreports:\n- {id: a, published: yesterday}", "published"),
        ("geomap: 1\npolicy: {detour_max: 0.5}", "at least as long"),
        ("geomap: 1\npolicy: {inner_rounding: mine}", "mine"),
        ("geomap: 1\nchoices: {places: [a]}", "places"),
    ],
)
def test_bad_files_say_where_and_what(text, words, tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text(text)
    with pytest.raises(CaseFileError) as caught:
        casefile.load(path)
    assert words in str(caught.value)
    assert str(path) in str(caught.value)
    assert "\n" not in str(caught.value)


def test_yaml_runs_nothing(tmp_path):
    path = tmp_path / "case.yaml"
    path.write_text("geomap: !!python/object/apply:os.system ['true']\n")
    with pytest.raises(CaseFileError):
        casefile.load(path)


def test_the_file_is_plain_yaml(tmp_path):
    data = yaml.safe_load(written(tmp_path).read_text())
    assert [claim["id"] for claim in data["claims"]] == ["c1", "c2", "c3"]
    assert data["unresolved"][0]["name"] == "Nowhere"

"""The commands, as a user runs them: status, what goes to stdout and what to stderr, and what is left on disk."""

from __future__ import annotations

import json

import pytest
from commands import geomap, geomap_process, one_line_on_stderr

REPORT = (
    "The convoy was struck 20 km north of Aleppo on Monday, the army said. "
    "The strike was more than 40 km from Aleppo, a spokesman for the rebels said."
)


@pytest.fixture
def reports(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    (folder / "army.txt").write_text(REPORT, encoding="utf-8")
    return folder


@pytest.fixture
def mapped(reports, tmp_path):
    out = tmp_path / "out"
    run = geomap("map", reports, "-o", out)
    assert run.returncode == 0, run.stderr
    return out


def test_map_writes_everything_and_says_where(mapped, reports):
    assert sorted(path.name for path in mapped.iterdir()) == ["case.yaml", "claims.geojson", "findings.json", "map.html"]
    run = geomap("map", reports, "-o", mapped)
    assert "map.html" in run.stdout
    assert "20 km north of Aleppo" in run.stdout


def test_same_input_same_bytes_in_another_process(mapped, reports):
    again = mapped.parent / "again"
    assert geomap_process("map", reports, "-o", again).returncode == 0
    for path in mapped.iterdir():
        assert path.read_bytes() == (again / path.name).read_bytes(), path.name


def test_edited_case_is_kept_and_honoured(mapped, reports):
    case = mapped / "case.yaml"
    text = case.read_text(encoding="utf-8").replace("places: {}", "places:\n    Aleppo: null")
    case.write_text(text, encoding="utf-8")
    run = geomap("map", reports, "-o", mapped)
    assert run.returncode == 0
    assert case.read_text(encoding="utf-8") == text
    assert (mapped / "case.new.yaml").exists()
    assert "edited" in run.stderr
    run = geomap("map", case)
    assert run.returncode == 0, run.stderr
    assert case.read_text(encoding="utf-8") == text
    findings = json.loads((mapped / "findings.json").read_text(encoding="utf-8"))
    assert [item["text"] for item in findings["unresolved"]] == ["Aleppo", "Aleppo"]


def test_case_file_of_standard_input_keeps_the_text(tmp_path):
    out = tmp_path / "out"
    assert geomap_process("map", "-", "-o", out, stdin=REPORT).returncode == 0
    first = json.loads((out / "findings.json").read_text(encoding="utf-8"))
    second = json.loads(geomap("check", out / "case.yaml", "--json").stdout)
    assert first["claims"] == second["claims"]
    assert first["findings"] == second["findings"]


def test_extract_json_has_the_keys_of_the_interface(reports):
    lines = [json.loads(line) for line in geomap("extract", reports, "--json").stdout.splitlines()]
    assert len(lines) >= 2
    keys = {"report", "id", "relation", "span", "text", "anchors", "distance_m", "bearing", "target", "speaker", "stance", "when", "event"}
    for claim in lines:
        assert keys <= set(claim)
        assert REPORT[slice(*claim["span"])] == claim["text"]
        assert claim["report"] == "army"
    at = next(claim for claim in lines if claim["bearing"] == "N")
    assert at["distance_m"] == {"low": 20000.0, "high": 20000.0}
    beyond = next(claim for claim in lines if claim["relation"] == "beyond")
    assert beyond["distance_m"] == {"low": 40000.0, "high": None}


def test_toponyms_json_has_the_keys_of_the_interface(reports):
    lines = [json.loads(line) for line in geomap("toponyms", reports, "--json").stdout.splitlines()]
    palmyra = next(line for line in lines if line["text"] == "Aleppo")
    assert {"report", "span", "text", "resolved", "places"} <= set(palmyra)
    assert REPORT[slice(*palmyra["span"])] == "Aleppo"
    assert 1 <= len(palmyra["places"]) <= 5
    for place in palmyra["places"]:
        assert {"id", "name", "lon", "lat", "kind", "country", "score"} <= set(place)
    scores = [place["score"] for place in palmyra["places"]]
    assert scores == sorted(scores, reverse=True)


def test_jsonl_ids_are_kept(tmp_path):
    path = tmp_path / "reports.jsonl"
    path.write_text("".join(json.dumps({"id": name, "text": REPORT}) + "\n" for name in ("b-2", "a-1")), encoding="utf-8")
    run = geomap("extract", path, "--json")
    assert {json.loads(line)["report"] for line in run.stdout.splitlines()} == {"b-2", "a-1"}


def test_check_fails_on_demand(reports):
    assert geomap("check", reports).returncode == 0
    run = geomap("check", reports, "--fail-on", "contradictory")
    data = json.loads(geomap("check", reports, "--json").stdout)
    expected = any(finding["verdict"] == "contradictory" for finding in data["findings"])
    assert run.returncode == (1 if expected else 0)
    assert {"claims", "findings", "events", "unresolved", "unread"} <= set(data)


REPEATING = "The convoy was struck 20 km north of Aleppo on Monday, the army said. The strike was within 40 km of Aleppo, the army said."


def test_trivial_findings_are_counted_and_shown_on_demand(tmp_path):
    path = tmp_path / "army.txt"
    path.write_text(REPEATING, encoding="utf-8")
    findings = json.loads(geomap("check", path, "--json").stdout)["findings"]
    assert [(item["id"], item["rank"], item["folded"]) for item in findings] == [("f1", 1, True)]
    assert findings[0]["why_folded"] == "one source says both, and they fit"
    assert findings[0]["explanation"].startswith(findings[0]["summary"])
    for run in (geomap("check", path), geomap("map", path, "-o", tmp_path / "out")):
        assert "1 finding is folded (1 repetition by one source); --all shows it" in run.stdout
        assert "f1 " not in run.stdout
    for run in (geomap("check", path, "--all"), geomap("map", path, "-o", tmp_path / "out", "--all")):
        assert "folded" not in run.stdout
        assert "f1 " in run.stdout


def test_the_table_is_short_and_explain_is_exact(mapped, reports):
    table = geomap("check", reports).stdout
    assert "what they say is 20.0 km" in " ".join(table.split())
    assert "fair readings" not in table
    told = geomap("explain", mapped / "case.yaml", "c1").stdout
    assert "    margin: 20.000 km as written; " in told
    assert "the margin is the least geodesic distance between the two regions" in told


def test_events_that_may_be_one_are_named_with_the_reason(tmp_path):
    text = "Police said a blast killed two 5 km from Homs. The army said a blast killed three 40 km from Aleppo."
    (tmp_path / "blasts.txt").write_text(text, encoding="utf-8")
    events = json.loads(geomap("check", tmp_path / "blasts.txt", "--json").stdout)["events"]
    (one,), (two,) = (event["may_join"] for event in events)
    assert (one["event"], two["event"]) == ("e2", "e1")
    assert 0.2 <= one["probability"] == two["probability"] < 0.5
    assert "something new" in one["why"]
    told = geomap("check", tmp_path / "blasts.txt").stdout
    assert told.count("possibly one event, left apart: e1 ") == 1
    assert "choices: events: {c2: e1}" in " ".join(told.split())


def test_a_name_at_two_places_is_said_until_the_analyst_chooses(tmp_path):
    (tmp_path / "hail.txt").write_text("Hail fell 5 km from Tripoli, Lebanon.", encoding="utf-8")
    (tmp_path / "snow.txt").write_text("Snow fell 9 km from Tripoli, Libya.", encoding="utf-8")
    line = "“Tripoli” is two places in this case: Tripoli (populated place, LB) in hail; Tripoli (capital, LY) in snow, 2104 km apart"
    assert line in " ".join(geomap("check", tmp_path / "hail.txt", tmp_path / "snow.txt").stdout.split())
    case = "geomap: 1\nreports:\n- {id: hail, source: hail.txt}\n- {id: snow, source: snow.txt}\nchoices:\n  places: {Tripoli: 'geonames:2210247'}\n"
    (tmp_path / "case.yaml").write_text(case, encoding="utf-8")
    chosen = geomap("check", tmp_path / "case.yaml")
    assert not chosen.stderr
    assert "two places in this case" not in chosen.stdout


def test_a_contradiction_that_rests_on_two_events_being_one_fails_only_where_that_is_asked_for(tmp_path):
    text = "Police said a bomb killed two within 5 km of Homs. A bomb went off within 4 km of Aleppo, the army said."
    (tmp_path / "blasts.txt").write_text(text, encoding="utf-8")
    findings = json.loads(geomap("check", tmp_path / "blasts.txt", "--json").stdout)["findings"]
    (finding,) = [each for each in findings if each["kind"] == "agreement"]
    assert (finding["verdict"], finding["if_same_event"], finding["folded"]) == ("contradictory", True, False)
    assert finding["summary"].startswith("If both are about one event: ")
    assert finding["probability"]
    assert finding["why"]
    assert geomap("check", tmp_path / "blasts.txt", "--fail-on", "contradictory").returncode == 0
    assert geomap("check", tmp_path / "blasts.txt", "--fail-on", "possible").returncode == 1


@pytest.mark.parametrize(
    ("args", "words"),
    [
        (("map", "{tmp}/none.txt", "-o", "{tmp}/out"), "none.txt"),
        (("map", "{tmp}/empty.txt", "-o", "{tmp}/out"), "empty"),
        (("map", "{tmp}/bare", "-o", "{tmp}/out"), "bare"),
        (("map", "{tmp}/binary.txt", "-o", "{tmp}/out"), "binary.txt"),
        (("map", "{tmp}/latin.txt", "-o", "{tmp}/out"), "latin.txt"),
        (("map", "{tmp}/case.yaml", "-o", "{tmp}/out"), "case.yaml"),
        (("map", "{tmp}/good.txt"), "-o"),
        (("check", "{tmp}/none.yaml"), "none.yaml"),
        (("places", "find", "Homs", "--near", "north"), "LON,LAT"),
    ],
)
def test_bad_input_is_one_clear_line_and_leaves_nothing(args, words, tmp_path):
    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "bare").mkdir()
    (tmp_path / "binary.txt").write_bytes(b"\x00\x01\x02" * 100)
    (tmp_path / "latin.txt").write_bytes("Der Krieg in Mérida".encode("latin-1"))
    (tmp_path / "case.yaml").write_text("geomap: 1\nchoises: {}\n")
    (tmp_path / "good.txt").write_text(REPORT)
    run = geomap(*(arg.replace("{tmp}", str(tmp_path)) for arg in args))
    assert run.returncode == 2
    assert words in one_line_on_stderr(run)
    assert run.stdout == ""
    assert not (tmp_path / "out").exists()


def test_the_rest_of_a_folder_is_still_read(reports):
    (reports / "broken.jsonl").write_text('{"id": "one", "text": "It fell 5 km south of Homs."}\n{"id": \n', encoding="utf-8")
    (reports / "binary.txt").write_bytes(b"\x00" * 64)
    run = geomap("extract", reports, "--json")
    assert run.returncode == 3
    assert {json.loads(line)["report"] for line in run.stdout.splitlines()} == {"army", "one"}
    assert "line 2" in run.stderr
    assert "binary.txt" in run.stderr


def test_a_report_without_any_place_is_an_honest_empty_result(tmp_path):
    path = tmp_path / "poem.txt"
    path.write_text("Nothing much happened, and nobody minded.", encoding="utf-8")
    run = geomap("map", path, "-o", tmp_path / "out")
    assert run.returncode == 0, run.stderr
    assert "no spatial claims found" in run.stdout
    assert (tmp_path / "out" / "map.html").exists()


def test_places_find():
    places = [json.loads(line) for line in geomap("places", "find", "al-Tanf", "--json").stdout.splitlines()]
    assert "geonames:172344" in [place["id"] for place in places]
    near = [json.loads(line) for line in geomap("places", "find", "Paris", "--near", "-95.5,33.6", "--json").stdout.splitlines()]
    assert near[0]["country"] == "US"
    distances = [place["distance_m"] for place in near]
    assert distances == sorted(distances)


def test_places_find_says_what_is_a_guess():
    run = geomap("places", "find", "Bakhmud", "--json")
    first = json.loads(run.stdout.splitlines()[0])
    assert first["name"] == "Bakhmut"
    assert first["guess"] is True
    assert "one letter apart" in first["how"]
    assert "only names like it" in run.stderr
    assert "one letter apart" in geomap("places", "find", "Bakhmud").stdout
    exact = [json.loads(line) for line in geomap("places", "find", "Bakhmut", "--json").stdout.splitlines()]
    assert exact
    assert not any(place["guess"] for place in exact)


def test_places_info():
    info = json.loads(geomap("places", "info", "--json").stdout)
    assert info["places"] >= 234_908


def test_explain_lets_a_reader_redo_the_arithmetic(mapped):
    run = geomap("explain", mapped / "case.yaml", "c1")
    assert run.returncode == 0
    assert "Aleppo" in run.stdout
    assert "fair readings" in run.stdout
    run = geomap("explain", mapped / "case.yaml", "c99")
    assert run.returncode == 2
    assert "c99" in one_line_on_stderr(run)


@pytest.mark.parametrize("suffix", ["gpkg", "geojson", "kml", "csv"])
def test_export(suffix, mapped, tmp_path):
    path = tmp_path / f"claims.{suffix}"
    assert geomap("export", mapped / "case.yaml", "-o", path).returncode == 0
    assert path.stat().st_size > 0


def test_version():
    from geomap import __version__

    for run in (geomap, geomap_process):
        assert run("--version").stdout.strip() == f"geomap {__version__}"


HOSTILE = "<img src=x onerror=alert(1)> </script> ${1} `x` {{7*7}} \u202e\u2028"


def test_hostile_reports_give_valid_files(tmp_path):
    folder = tmp_path / "reports"
    folder.mkdir()
    text = f"{HOSTILE} said that the strike was more than 45 miles from Aleppo. {HOSTILE} said that the strike was more than 30 miles from Aleppo."
    (folder / "a<img src=x>`${1}`.txt").write_text(text, encoding="utf-8")
    (folder / "b.jsonl").write_text(
        json.dumps({"id": HOSTILE, "title": HOSTILE, "publisher": HOSTILE, "text": text}) + "\n", encoding="utf-8"
    )
    out = tmp_path / "out"
    run = geomap("map", folder, "-o", out)
    assert run.returncode == 0, run.stderr
    findings = json.loads((out / "findings.json").read_text(encoding="utf-8"))
    json.loads((out / "claims.geojson").read_text(encoding="utf-8"))
    # Two "more than" overlap without limit, which JSON has no number for.
    assert any(finding["margin_m"] and finding["margin_m"]["plain"] is None for finding in findings["findings"])
    assert geomap("map", out / "case.yaml").returncode == 0
    assert "<img src=x" not in (out / "map.html").read_text(encoding="utf-8")


def test_a_case_keeps_its_recogniser(reports, tmp_path):
    spacy = pytest.importorskip("spacy")
    pipeline = spacy.blank("en")
    pipeline.add_pipe("entity_ruler").add_patterns([{"label": "GPE", "pattern": "Aleppo"}])
    pipeline.to_disk(tmp_path / "names")
    (reports / "army.txt").write_text(REPORT + " Damascus was quiet.", encoding="utf-8")
    called = f"spacy:{tmp_path / 'names'}"
    run = geomap("map", reports, "-o", tmp_path / "out", "--recognizer", called)
    assert run.returncode == 0, run.stderr
    case = tmp_path / "out" / "case.yaml"
    assert f"recognizer: {called}" in case.read_text(encoding="utf-8")
    for recogniser, places in (([], {"Aleppo"}), (["--recognizer", "builtin"], {"Aleppo", "Damascus"})):
        run = geomap("toponyms", case, "--json", *recogniser)
        assert {json.loads(line)["text"] for line in run.stdout.splitlines()} == places


@pytest.mark.parametrize(
    ("called", "words"), [("stanza:en", "the ones installed are builtin"), ("spacy:no_such_pipeline", "python -m spacy download")]
)
def test_a_missing_recogniser_says_what_to_do(called, words, reports, tmp_path):
    pytest.importorskip("spacy")
    run = geomap("map", reports, "-o", tmp_path / "out", "--recognizer", called)
    assert run.returncode == 2
    assert words in one_line_on_stderr(run)
    assert not (tmp_path / "out").exists()


def test_jobs_make_no_difference(reports):
    (reports / "other.txt").write_text(REPORT.replace("Aleppo", "Homs"), encoding="utf-8")
    one, two = (geomap("extract", reports, "--json", "--jobs", jobs) for jobs in (1, 2))
    assert one.stdout == two.stdout
    assert len(one.stdout.splitlines()) == 4


def test_nationality_words_are_printed_on_demand(tmp_path):
    path = tmp_path / "x.txt"
    path.write_text("Turkish forces shelled Aleppo, the army said.", encoding="utf-8")
    for options, words in (([], {"Aleppo": "name"}), (["--demonyms"], {"Turkish": "demonym", "Aleppo": "name"})):
        run = geomap("toponyms", path, "--json", *options)
        assert {record["text"]: record["kind"] for record in map(json.loads, run.stdout.splitlines())} == words


FRENCH = (
    "Un convoi a été frappé lundi à 20 km au nord d'Aleppo, a annoncé l'armée. "
    "Selon un porte-parole des rebelles, la frappe a eu lieu à plus de 40 km de la ville."
)


@pytest.fixture
def french(reports):
    (reports / "rebels.txt").write_text(FRENCH, encoding="utf-8")
    return reports


def why_french(run):
    """The one line on stderr, of a run that says that a report is not read."""
    assert run.returncode == 3, run.stderr
    line = one_line_on_stderr(run)
    assert "rebels.txt, report rebels: is in French (fr), and only English is read" in line
    return line


def test_a_report_that_is_not_english_is_said_to_be_unread(french, tmp_path):
    run = geomap("map", french, "-o", tmp_path / "out")
    assert "translate" in why_french(run)
    assert "not read: report rebels is in French (fr), and only English is read" in run.stdout
    assert "20 km north of Aleppo" in run.stdout
    written = json.loads((tmp_path / "out" / "findings.json").read_text(encoding="utf-8"))
    assert {report["id"]: report["language"] for report in written["reports"]} == {"army": "en", "rebels": "fr"}
    (entry,) = written["not_read"]
    assert (entry["report"], entry["language"]) == ("rebels", "fr")
    assert "French" in entry["why"]
    assert [problem["place"] for problem in written["problems"]] == ["report rebels"]
    again = geomap("map", tmp_path / "out" / "case.yaml")
    why_french(again)


@pytest.mark.parametrize("command", [["extract", "--json"], ["toponyms"], ["check", "--json"]])
def test_every_command_on_reports_names_those_that_are_not_english(command, french):
    why_french(geomap(command[0], french, *command[1:]))


def test_standard_input_that_is_not_english():
    run = geomap("check", "-", stdin=FRENCH)
    assert run.returncode == 3
    assert one_line_on_stderr(run).startswith("standard input, report ")


def test_english_is_read_and_too_little_is_not_called_unread(reports):
    (reports / "where.txt").write_text("10 km NE of Palmyra", encoding="utf-8")
    run = geomap("check", "--json", reports)
    assert run.returncode == 0, run.stderr
    record = json.loads(run.stdout)
    assert [report["language"] for report in record["reports"]] == ["en", None]
    assert record["not_read"] == []

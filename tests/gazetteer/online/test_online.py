"""Online geocoders against a loopback server that misbehaves: what is sent, what is kept, and what a failure leaves."""

from __future__ import annotations

import datetime as dt
import json
import socket
import sqlite3
import subprocess
import sys
from dataclasses import replace

import pytest
from commands import geomap, geomap_process
from loopback import Loopback

from geomap.case.case import Case
from geomap.case.file import load
from geomap.errors import UsageError
from geomap.gazetteer.kinds import kind_of_feature
from geomap.gazetteer.online.answers import Answer, Answers
from geomap.gazetteer.online.geocoding import Area, Ask, Geocoding
from geomap.gazetteer.online.hits import match_of
from geomap.gazetteer.online.online import ATTEMPTS, FAILURES, MOST_PLACES, Clock, Online, Telling
from geomap.model import Place, Report
from geomap.writing import write_text

TEXT = "Two people were killed in Qasr Hadid, 20 km north of Aleppo, on Monday, the army said. Aleppo is in Syria."
DAY = dt.date(2026, 11, 23)


@pytest.fixture
def server(monkeypatch):
    monkeypatch.setenv("no_proxy", "*")
    running = Loopback()
    yield running
    running.stop()


class FakeTime:
    """A clock that only sleeping moves on."""

    def __init__(self, day=DAY):
        self.now = 0.0
        self.slept = []
        self.clock = Clock(sleep=self.sleep, monotonic=lambda: self.now, today=lambda: day)

    def sleep(self, seconds):
        self.slept.append(seconds)
        self.now += seconds


@pytest.fixture
def ask(server, tmp_path):
    """Ask the server for names; answers with what came of it, what was told, and the time that went by."""

    def asked(*names, provider="nominatim", day=DAY, timeout="5", interval="1", path=tmp_path / "answers.sqlite", **limits):
        options = {"domain": server.domain, "scheme": "http", "timeout": timeout, "interval": interval, **limits.pop("options", {})}
        time, told = FakeTime(day), []
        telling = Telling(before=lambda line: told.append(("before", line)), after=lambda line: told.append(("after", line)))
        with Answers(path) as answers:
            geocoding = Geocoding(provider=provider, options=options, **limits)
            online = Online(geocoding, user_agent="geomap/9.9", answers=answers, telling=telling, clock=time.clock)
            replies = online.ask(names)
        return replies, told, time.slept

    return asked


def ids(replies, name):
    return [match.place.id for match in replies.matches[name]]


@pytest.mark.parametrize(
    ("provider", "options", "expected"),
    [
        ("nominatim", {}, ["nominatim:node/11", "nominatim:relation/12"]),
        ("photon", {}, ["photon:node/11", "photon:relation/12"]),
        ("geonames", {"username": "somebody"}, ["geonames:900000011", "geonames:900000012"]),
    ],
)
def test_all_places_of_a_name_come_back_with_ids_and_sources(ask, server, provider, options, expected):
    replies, _, _ = ask("Qasr Hadid", provider=provider, options=options)
    assert ids(replies, "Qasr Hadid") == expected
    first = replies.matches["Qasr Hadid"][0]
    assert (first.place.name, first.place.lon, first.place.lat, first.place.country) == ("Qasr Hadid", 38.5, 33.6, "SY")
    assert first.place.kind == "populated place"
    assert ("OpenStreetMap" in first.place.source and "ODbL" in first.place.source) or "GeoNames (CC BY 4.0)" in first.place.source
    assert (0.0, f"answer of {provider}, asked 2026-11-23") in first.evidence
    assert not replies.problems
    assert server.requests[0][2]["User-Agent"] == "geomap/9.9"


def test_a_box_that_an_area_has_is_its_extent_and_that_of_a_node_is_not(ask):
    replies, _, _ = ask("Qasr Hadid")
    node, relation = (match.place for match in replies.matches["Qasr Hadid"])
    assert not node.extent_stated
    assert relation.extent_stated
    assert relation.extent_m == pytest.approx(3080, rel=0.02)  # a corner is 0.02° of each away, at 15° north
    assert relation.population == 41_000


@pytest.mark.parametrize(
    ("feature_class", "code"), [("P", "PPL"), ("P", "PPLX"), ("P", "PPLL"), ("A", "ADM2"), ("S", "AIRB"), ("L", "LCTY")]
)
def test_a_place_of_geonames_is_of_one_kind_online_and_in_a_dump(feature_class, code):
    raw = {"geonameId": 7, "name": "Qasr", "fcl": feature_class, "fcode": code, "fcodeName": "some words of theirs"}
    match = match_of({"address": "Qasr", "lat": 36.0, "lon": 37.0, "raw": raw}, "Qasr", provider="geonames", asked="2026-11-23")
    assert match.place.kind == kind_of_feature(feature_class, code)


def test_a_code_without_a_kind_of_ours_is_described_as_geonames_has_it():
    raw = {"geonameId": 7, "name": "Qasr", "fcl": "S", "fcode": "HTL", "fcodeName": "Hotel"}
    match = match_of({"address": "Qasr", "lat": 36.0, "lon": 37.0, "raw": raw}, "Qasr", provider="geonames", asked="2026-11-23")
    assert match.place.kind == "hotel"


def test_names_in_other_scripts(ask, server):
    replies, _, _ = ask("Тестове")
    assert server.names == ["Тестове"]
    assert replies.matches["Тестове"][0].place.name == "Тестове"


def test_an_answer_is_asked_once_and_keeps_its_day(ask, server):
    first, told, _ = ask("Qasr Hadid", "Nirgends")
    assert told == [
        ("before", f"sending to nominatim ({server.domain}): 2 names: “Nirgends”, “Qasr Hadid”"),
        ("after", f"sent to nominatim ({server.domain}): 2 names: “Nirgends”, “Qasr Hadid”; 0 from the cache"),
    ]
    later, told, _ = ask("Qasr Hadid", "Nirgends", day=dt.date(2027, 1, 5))
    assert later == first
    assert first.matches["Nirgends"] == ()
    assert told == [("after", f"sent to nominatim ({server.domain}): 0 names; 2 from the cache")]
    assert len(server.requests) == 2


def test_requests_keep_their_distance(ask):
    _, _, slept = ask("A", "B", "C", interval="1.5")
    assert slept == [1.5, 1.5]


def test_asked_too_often_waits_as_long_as_it_is_told(ask, server):
    server.script = [{"status": 429, "headers": {"Retry-After": "17"}}]
    replies, _, slept = ask("Qasr Hadid")
    assert len(replies.matches["Qasr Hadid"]) == 2
    assert slept == [17.0]
    assert not replies.problems


def test_asked_to_wait_for_an_hour_it_stops(ask, server):
    server.script = [{"status": 429, "headers": {"Retry-After": "3600"}}]
    replies, _, slept = ask("Qasr Hadid", "Nirgends")
    assert (len(server.requests), slept) == (1, [])
    assert "asks to wait 3600 s" in replies.problems[0].line
    assert "2 names" in replies.problems[0].line


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_out_of_order_is_tried_again_with_growing_patience(ask, server, status):
    server.script = [{"status": status}] * 3
    replies, _, slept = ask("Qasr Hadid")
    assert len(replies.matches["Qasr Hadid"]) == 2
    assert slept == [1.0, 2.0, 4.0]


def test_failures_are_not_kept(ask, server):
    server.script = [{"status": 500}] * ATTEMPTS
    replies, _, _ = ask("Qasr Hadid")
    assert replies.matches == {}
    assert "(HTTP 500), 4 times" in replies.problems[0].line
    again, _, _ = ask("Qasr Hadid")
    assert len(again.matches["Qasr Hadid"]) == 2


BROKEN = {
    "broken JSON": {"body": b'[{"lat": "1.0", '},
    "HTML": {"body": b"<html>busy</html>"},
    "nesting": {"body": b"[" * 100_000},
    "huge": {"body": b"[" + b" " * 5_000_000 + b"]"},
    "another shape": {"answer": [[1, 2], "three"]},
    "no positions": {"answer": [{"display_name": "somewhere"}]},
    "off the earth": {"answer": [{"display_name": "somewhere", "lat": "91", "lon": "1e400"}]},
    "an error as an answer": {"answer": {"error": "the database is being rebuilt"}},
    "not found": {"status": 404, "body": b"nothing here"},
    "elsewhere": {"status": 302, "headers": {"Location": "http://127.0.0.2:9/search?q=stolen"}},
    "to a file": {"status": 302, "headers": {"Location": "file:///etc/hostname"}},
}


@pytest.mark.parametrize("act", BROKEN.values(), ids=BROKEN.keys())
def test_a_broken_answer_is_a_problem_and_the_next_name_is_asked(ask, server, act):
    server.script = [act]
    replies, _, _ = ask("Elsewhere", "Qasr Hadid")
    assert server.names == ["Elsewhere", "Qasr Hadid"]
    assert list(replies.matches) == ["Qasr Hadid"]
    (problem,) = replies.problems
    assert problem.line.startswith(f"nominatim ({server.domain}), “Elsewhere”: no answer, for ")
    assert "\n" not in problem.line
    server.script = []
    assert "Elsewhere" in ask("Elsewhere")[0].matches


def test_an_answer_that_breaks_off_is_asked_again(ask, server):
    server.script = [{"body": b"[]", "missing": 10}]
    replies, _, _ = ask("Qasr Hadid")
    assert len(replies.matches["Qasr Hadid"]) == 2


def test_no_answer_in_time(ask, server):
    server.script = [{"hang": True}] * ATTEMPTS
    replies, _, slept = ask("Qasr Hadid", timeout="0.05")
    assert "it did not answer in time, 4 times" in replies.problems[0].line
    assert slept == [1.0, 2.0, 4.0]


def test_nobody_there(ask):
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        domain = f"127.0.0.1:{closed.getsockname()[1]}"
        replies, _, _ = ask("Qasr Hadid", options={"domain": domain})
    assert "cannot be reached" in replies.problems[0].line


@pytest.mark.parametrize("status", [401, 402, 403])
def test_a_refusal_ends_all_requests(ask, server, status):
    server.script = [{}, {"status": status, "body": b"<html>go away</html>"}]
    replies, told, _ = ask("A", "B", "C", "D")
    assert server.names == ["A", "B"]
    (problem,) = replies.problems
    assert f"(HTTP {status}); 3 names are left as the offline gazetteer has them" in problem.line
    assert "terms of use" in problem.line
    assert told[-1] == ("after", f"sent to nominatim ({server.domain}): 2 names: “A”, “B”; 0 from the cache")
    assert list(replies.matches) == ["A"]


def test_a_geocoder_that_is_down_is_given_up(ask, server):
    server.script = [{"status": 500}] * 100
    replies, _, _ = ask(*"ABCDEF")
    assert len(server.requests) == FAILURES * ATTEMPTS
    assert "nothing more is sent" in replies.problems[-1].line
    assert len(replies.problems) == FAILURES


def test_credentials_are_never_told(ask, server):
    secret = "hush-hush"  # noqa: S105  (it is one on purpose)
    server.script = [{"status": 403, "body": secret.encode()}]
    replies, told, _ = ask("A", provider="geonames", options={"username": secret})
    assert server.requests[0][1]["username"] == [secret]
    assert secret not in repr((replies, told)) + repr(Geocoding(provider="geonames", options={"username": secret}))


def test_credentials_come_from_the_environment(server, monkeypatch, tmp_path):
    with pytest.raises(UsageError, match="needs username; set GEOMAP_GEONAMES_USERNAME"):
        Online(Geocoding(provider="geonames"), user_agent="geomap/9")
    for option, value in {"USERNAME": "envy", "DOMAIN": server.domain, "SCHEME": "http", "INTERVAL": "0"}.items():
        monkeypatch.setenv(f"GEOMAP_GEONAMES_{option}", value)
    with Answers(tmp_path / "answers.sqlite") as answers:
        replies = Online(Geocoding(provider="geonames"), user_agent="geomap/9", answers=answers).ask(["Qasr Hadid"])
    assert len(replies.matches["Qasr Hadid"]) == 2
    assert server.requests[0][1]["username"] == ["envy"]


def test_a_case_file_that_names_another_host_gets_no_credentials_of_the_environment(server, monkeypatch):
    monkeypatch.setenv("GEOMAP_GEONAMES_USERNAME", "envy")
    with pytest.raises(UsageError, match="needs username"):
        Online(Geocoding(provider="geonames", options={"domain": server.domain}), user_agent="geomap/9")
    monkeypatch.setenv("GEOMAP_GEONAMES_DOMAIN", server.domain)
    Online(Geocoding(provider="geonames", options={"domain": server.domain}), user_agent="geomap/9")


def test_what_was_sent_is_said_when_the_user_stops_it(server, tmp_path):
    def stop(_):
        raise KeyboardInterrupt

    told = []
    options = {"domain": server.domain, "scheme": "http"}
    with Answers(tmp_path / "answers.sqlite") as answers:
        clock = Clock(sleep=stop, monotonic=lambda: 0.0, today=lambda: DAY)
        asked = Geocoding(provider="nominatim", options=options)
        online = Online(asked, user_agent="geomap/9", answers=answers, telling=Telling(after=told.append), clock=clock)
        with pytest.raises(KeyboardInterrupt):
            online.ask(["A", "B"])
    assert told[0].startswith(f"sent to nominatim ({server.domain}): ")
    assert "“A”" in told[0]


def test_an_answer_without_end_is_cut(ask, server):
    many = [{"osm_type": "node", "osm_id": n, "lat": "1.5", "lon": str(1 + n / 1000), "display_name": "Qasr Hadid"} for n in range(5000)]
    server.script = [{"answer": many}]
    assert len(ask("Qasr Hadid")[0].matches["Qasr Hadid"]) == MOST_PLACES


def test_hard_limits_leave_out_what_lies_elsewhere(ask, server):
    replies, _, _ = ask("Qasr Hadid", within=Area.of(["SY", "35,32,42,37"]))
    assert ids(replies, "Qasr Hadid") == ["nominatim:node/11"]
    query = server.requests[0][1]
    assert (query["countrycodes"], query["viewbox"], query["bounded"]) == (["SY"], ["35.0,32.0,42.0,37.0"], ["1"])
    assert ids(ask("Qasr Hadid", provider="photon", within=Area.of(["YE"]))[0], "Qasr Hadid") == ["photon:relation/12"]


def test_soft_limits_prefer(ask, server):
    replies, _, _ = ask("Qasr Hadid", near=Area.of(["35,32,42,37"]))
    inside, outside = replies.matches["Qasr Hadid"]
    assert sum(weight for weight, _ in inside.evidence) > sum(weight for weight, _ in outside.evidence)
    assert "bounded" not in server.requests[0][1]


def test_limits_are_part_of_the_question(ask, server):
    ask("Qasr Hadid")
    ask("Qasr Hadid", within=Area.of(["SY"]))
    ask("Qasr Hadid", provider="photon")
    assert len(server.requests) == 3


@pytest.mark.parametrize(
    ("west_east", "lon", "held"), [((170, -170), 179, True), ((170, -170), -175, True), ((170, -170), 0, False), ((-10, 10), 179, False)]
)
def test_a_box_may_cross_the_antimeridian(west_east, lon, held):
    place = Place(id="test:1", name="A", lon=lon, lat=0.0, kind="place", country=None, extent_m=1.0)
    assert Area(bounds=(west_east[0], -5.0, west_east[1], 5.0)).holds(place) is held


@pytest.mark.parametrize("word", ["Syria", "1,2,3", "10,50,20,40", "0,0,0,nan", "0,0,200,10", ""])
def test_what_is_no_area(word):
    with pytest.raises(ValueError, match=r"is no (area|box)"):
        Area.of([word])


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (Geocoding(provider="nominatin"), "there is no geocoder 'nominatin'; there are arcgis, "),
        (Geocoding(provider="nominatim", options={"domian": "x"}), "no option 'domian'"),
        (Geocoding(provider="nominatim", options={"scheme": "gopher"}), "cannot be set up"),
        (Geocoding(provider="nominatim", options={"timeout": "soon"}), "timeout is 'soon'"),
        (Geocoding(provider="googlev3"), "GEOMAP_GOOGLEV3_API_KEY"),
    ],
)
def test_what_cannot_be_asked_is_said_before_anything_is_done(asked, words):
    with pytest.raises(UsageError) as caught:
        Online(asked, user_agent="geomap/9")
    assert words in str(caught.value)


def test_every_provider_of_geopy_can_be_set_up_and_says_its_host():
    from geopy.geocoders import SERVICE_TO_GEOCODER

    from geomap.gazetteer.online.providers import provider_of

    needed = ("api_key", "apikey", "username", "auth_id", "auth_token", "subscription_key", "app_id", "app_code", "domain")
    for name, kind in SERVICE_TO_GEOCODER.items():
        accepted = kind.__init__.__kwdefaults__ or {}
        code = kind.__init__.__code__
        known = set(code.co_varnames[: code.co_argcount + code.co_kwonlyargcount])
        options = {option: "x" for option in needed if option in known and accepted.get(option) is None}
        if name in ("arcgis", "ignfrance"):
            options = {}
        if name == "here":
            options = {"apikey": "x"}
        provider = provider_of(Geocoding(provider=name, options=options), user_agent="geomap/9")
        assert provider.host, name
        assert set(provider.arguments) <= set(kind.geocode.__code__.co_varnames), name


# the answers that are kept


def test_a_damaged_file_is_made_anew(tmp_path):
    path = tmp_path / "answers.sqlite"
    path.write_bytes(b"this is no database, " * 1000)
    (tmp_path / "answers.sqlite-journal").write_bytes(b"nor is this a journal")
    notes = []
    with Answers(path, on_note=notes.append) as answers:
        assert answers.get("key") is None
        answers.put("key", Answer(hits=(), asked="2026-11-23"))
    assert "damaged" in notes[0]
    with Answers(path) as answers:
        assert answers.get("key") == Answer(hits=(), asked="2026-11-23")
    assert sorted(each.name for each in tmp_path.iterdir()) == ["answers.sqlite"]


def test_a_file_damaged_in_the_middle_is_survived(tmp_path):
    path = tmp_path / "answers.sqlite"
    with Answers(path) as answers:
        for number in range(300):
            answers.put(f"key {number}", Answer(hits=({"address": "x" * 300, "lat": 1.0, "lon": 2.0, "raw": {}},), asked="2026-11-23"))
    whole = bytearray(path.read_bytes())
    whole[4096:-4096] = b"\xa5" * (len(whole) - 8192)
    path.write_bytes(whole)
    with Answers(path) as answers:
        assert all(answers.get(f"key {number}") is None for number in range(300))
        answers.put("new", Answer(hits=(), asked="2026-11-24"))
        assert answers.get("new") == Answer(hits=(), asked="2026-11-24")


@pytest.mark.parametrize("change", ["SET asked = '2020-01-01'", "SET hits = '[]'", "SET key = 'other'", "SET asked = 7, hits = x'00'"])
def test_a_changed_answer_is_not_believed(tmp_path, change):
    path = tmp_path / "answers.sqlite"
    with Answers(path) as answers:
        answers.put("key", Answer(hits=({"address": "A", "lat": 1.0, "lon": 2.0, "raw": {}},), asked="2026-11-23"))
    connection = sqlite3.connect(path)
    with connection:
        connection.execute(f"UPDATE answers {change}")
    connection.close()
    with Answers(path) as answers:
        assert answers.get("key") is None
        assert answers.get("other") is None


def test_a_table_of_another_shape_is_made_anew(tmp_path):
    path = tmp_path / "answers.sqlite"
    connection = sqlite3.connect(path)
    connection.execute("CREATE TABLE answers (something TEXT)")
    connection.close()
    with Answers(path) as answers:
        answers.put("key", Answer(hits=(), asked="2026-11-23"))
        assert answers.get("key") is not None


def test_without_a_place_for_it_answers_last_for_the_run(tmp_path):
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    notes = []
    with Answers(tmp_path / "file" / "answers.sqlite", on_note=notes.append) as answers:
        answers.put("key", Answer(hits=(), asked="2026-11-23"))
        assert answers.get("key") is not None
    assert "not kept" in notes[0]


_WRITER = """
import sys
from pathlib import Path
from geomap.gazetteer.online.answers import Answer, Answers
with Answers(Path(sys.argv[1]), on_note=print) as answers:
    for number in range(100):
        answers.put(f"{sys.argv[2]} {number}", Answer(hits=(), asked="2026-11-23"))
"""


def test_two_processes_write_at_once(tmp_path):
    path = tmp_path / "answers.sqlite"
    running = [subprocess.Popen([sys.executable, "-c", _WRITER, path, who], stdout=subprocess.PIPE) for who in "ab"]
    assert [process.communicate()[0] for process in running] == [b"", b""]
    with Answers(path) as answers:
        assert all(answers.get(f"{who} {number}") is not None for who in "ab" for number in range(100))


# the case


@pytest.fixture
def asked_case(server, monkeypatch, tmp_path):
    """A case whose geocoder is the server, with a cache folder that holds the gazetteer and nothing else of ours."""
    from geomap.gazetteer.online import answers

    monkeypatch.setattr(answers, "answers_path", lambda: tmp_path / "kept" / "answers.sqlite")
    options = {"domain": server.domain, "scheme": "http", "interval": "0"}
    return Case.from_reports([Report(id="r1", text=TEXT)], geocoder=Geocoding(provider="nominatim", options=options))


def location_of(result, name):
    return next(each for each in result.analysis.locations if each.mention.name == name)


def test_only_what_is_open_offline_is_sent_and_its_answers_are_candidates(asked_case, server, gazetteer):
    result = asked_case.check(gazetteer=gazetteer)
    assert server.names == ["Qasr Hadid"]
    location = location_of(result, "Qasr Hadid")
    assert {each.place.id for each in location.candidates} >= {"nominatim:node/11", "nominatim:relation/12"}
    answered = [each for each in location.candidates if each.place.id.startswith("nominatim:")]
    assert all(any(reason.startswith("answer of nominatim, asked 20") for reason in each.reasons) for each in answered)
    assert answered[0].place.country == "SY"
    offline = Case.from_reports(asked_case.reports).check(gazetteer=gazetteer)
    assert location_of(result, "Aleppo").resolved == location_of(offline, "Aleppo").resolved
    assert not any(each.place.id.startswith("nominatim:") for each in location_of(offline, "Qasr Hadid").candidates)


def test_all_names_are_sent_when_that_is_wished(asked_case, server, gazetteer):
    replace(asked_case, geocoder=replace(asked_case.geocoder, ask=Ask.ALL)).check(gazetteer=gazetteer)
    assert sorted(server.names) == ["Aleppo", "Qasr Hadid", "Syria"]


def test_the_same_answers_give_the_same_bytes(asked_case, server, gazetteer):
    first = asked_case.check(gazetteer=gazetteer).json()
    assert asked_case.check(gazetteer=gazetteer).json() == first
    assert len(server.requests) == 1


def test_choices_win_and_are_not_sent(asked_case, server, gazetteer):
    result = asked_case.choose("Qasr Hadid", None).check(gazetteer=gazetteer)
    assert server.requests == []
    assert location_of(result, "Qasr Hadid").why == "left open by the analyst's choice"
    chosen = asked_case.choose("Qasr Hadid", "nominatim:relation/12").check(gazetteer=gazetteer)
    assert location_of(chosen, "Qasr Hadid").resolved.id == "nominatim:relation/12"


def test_a_failure_leaves_the_offline_result(asked_case, server, gazetteer):
    server.script = [{"status": 403}]
    result = asked_case.check(gazetteer=gazetteer)
    offline = Case.from_reports(asked_case.reports).check(gazetteer=gazetteer)
    assert result.analysis.locations == offline.analysis.locations
    assert result.analysis.claims == offline.analysis.claims
    assert [problem.source for problem in result.analysis.problems] == [f"nominatim ({server.domain})"]


def test_the_case_file_keeps_the_geocoder_but_no_credentials(asked_case, gazetteer, tmp_path):
    options = {**asked_case.geocoder.options, "api_key": "hush"}
    asked = Geocoding(provider="photon", ask=Ask.ALL, within=Area.of(["SY,IQ", "35,32,42,37"]), near=Area.of(["SY"]), options=options)
    result = replace(asked_case, geocoder=replace(asked, options=asked_case.geocoder.options)).check(gazetteer=gazetteer)
    result = replace(result, case=replace(result.case, geocoder=asked))
    path = result.save(tmp_path / "case.yaml")
    assert "hush" not in path.read_text(encoding="utf-8")
    assert load(path).geocoder == replace(asked, options=asked_case.geocoder.options)


@pytest.mark.parametrize(
    ("section", "expected"),
    [
        ("nominatim", Geocoding(provider="nominatim")),
        ("{provider: photon, ask: all}", Geocoding(provider="photon", ask=Ask.ALL)),
        ("{provider: photon, within: [35, 32, 42, 37]}", Geocoding(provider="photon", within=Area(bounds=(35.0, 32.0, 42.0, 37.0)))),
        ("{provider: photon, near: SY}", Geocoding(provider="photon", near=Area(countries=("SY",)))),
        ("null", None),
    ],
)
def test_the_section_of_a_case_file(tmp_path, section, expected):
    path = tmp_path / "case.yaml"
    write_text(path, f"geomap: 1\ngeocoder: {section}\n")
    assert load(path).geocoder == expected


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ("{providor: photon}", "did you mean 'provider'"),
        ("{ask: all}", "provider is missing"),
        ("{provider: x, ask: some}", "'some'"),
        ("7", "expected"),
    ],
)
def test_a_wrong_section_is_said(tmp_path, section, words):
    path = tmp_path / "case.yaml"
    write_text(path, f"geomap: 1\ngeocoder: {section}\n")
    with pytest.raises(Exception, match=words) as caught:
        load(path)
    assert "geocoder" in str(caught.value)


# the command

_NO_SOCKETS = """
import sys
def refuse(event, _):
    if event.startswith("socket."):
        # On being imported, urllib3 tries whether the system has IPv6; it connects to nothing, and does without.
        if sys._getframe(2).f_code.co_name != "_has_ipv6":
            print("a socket was opened", file=sys.stderr)
        raise PermissionError("no sockets here")
sys.addaudithook(refuse)
from geomap.cli.app import main
try:
    main()
finally:
    if any(name.split(".")[0] == "geopy" for name in sys.modules):
        print("geopy was imported", file=sys.stderr)
"""


@pytest.fixture
def report(tmp_path):
    path = tmp_path / "report.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.mark.usefixtures("gazetteer")
def test_without_the_option_no_socket_is_opened(report):
    run = geomap_process("toponyms", report, code=_NO_SOCKETS)
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    asked = geomap_process("toponyms", report, "--geocoder", "nominatim", env={"no_proxy": "*"}, code=_NO_SOCKETS)
    assert "a socket was opened" in asked.stderr


@pytest.fixture
def own_cache(tmp_path, gazetteer):
    """A cache folder of the test's own, with the gazetteer that is built already."""
    folder = tmp_path / "cache"
    folder.mkdir()
    (folder / gazetteer.path.name).symlink_to(gazetteer.path)
    return folder


def environment(server, own_cache):
    return {
        "no_proxy": "*",
        "GEOMAP_CACHE": str(own_cache),
        "GEOMAP_NOMINATIM_DOMAIN": server.domain,
        "GEOMAP_NOMINATIM_SCHEME": "http",
        "GEOMAP_NOMINATIM_INTERVAL": "0",
    }


def test_the_command_says_what_was_sent_where(report, server, own_cache):
    env = environment(server, own_cache)
    run = geomap("toponyms", report, "--json", "--geocoder", "nominatim", env=env)
    assert run.returncode == 0, run.stderr
    assert run.stderr == f"sent to nominatim ({server.domain}): 1 name: “Qasr Hadid”; 0 from the cache\n"
    records = [json.loads(line) for line in run.stdout.splitlines()]
    asked = next(record for record in records if record["text"] == "Qasr Hadid")
    assert "nominatim:node/11" in {place["id"] for place in asked["places"]}
    again = geomap("toponyms", report, "--json", "--geocoder", "nominatim", env=env)
    assert again.stdout == run.stdout
    assert again.stderr == f"sent to nominatim ({server.domain}): 0 names; 1 from the cache\n"


def test_a_refusal_is_one_line_and_status_3(report, server, own_cache, tmp_path):
    server.script = [{"status": 403}]
    run = geomap("map", report, "-o", tmp_path / "out", "--geocoder", "nominatim", env=environment(server, own_cache))
    assert run.returncode == 3
    assert [line for line in run.stderr.splitlines() if "refuses (HTTP 403)" in line] == [run.stderr.splitlines()[-1]]
    assert (tmp_path / "out" / "map.html").exists()
    assert load(tmp_path / "out" / "case.yaml").geocoder == Geocoding(provider="nominatim")


@pytest.mark.parametrize(
    ("options", "words"),
    [
        (["--geocoder", "nominatin"], "there is no geocoder"),
        (["--geocode", "all"], "--geocoder"),
        (["--geocoder", "nominatim", "--geocode", "some"], "unresolved and all"),
        (["--geocoder", "nominatim", "--geocode-within", "Syria"], "is no area"),
    ],
)
def test_wrong_options_are_status_2(report, options, words):
    run = geomap("check", report, *options)
    assert run.returncode == 2
    assert words in run.stderr
    assert len(run.stderr.splitlines()) == 1

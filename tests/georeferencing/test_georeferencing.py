"""Point-radius georeferencing against the published values, its properties, and the command."""

from __future__ import annotations

import csv
import json
import math
from dataclasses import replace

import numpy as np
import pytest
from commands import geomap, one_line_on_stderr
from hypothesis import given, settings
from hypothesis import strategies as st

from geomap import georeferencing as gr
from geomap.errors import GeoreferenceError, LocalityError
from geomap.geometry.geodesy import WGS84, destination, distance_m
from geomap.georeferencing.localities import Options, georeference
from geomap.policy import ROUNDING_RULES, Policy
from geomap.units import Unit, degrees_from_bearing, half_sector_from_bearing

# --- the published rows -------------------------------------------------------------------------------------------------------------


def number(row, key, default=0.0):
    return float(row[key]) if row[key] else default


class Row:
    """A published example as the functions take it: all lengths in metres."""

    def __init__(self, row):
        self.row, self.text, self.source, self.note = row, row["text"], row["source"], row["note"]
        self.unit = Unit(row["units"]).metres
        self.lonlat = (number(row, "input_lon"), number(row, "input_lat"))
        self.extent_m, self.offset_m, self.offset2_m = (number(row, key) * self.unit for key in ("extent", "offset", "offset2"))
        self.old = "2004" in self.source or "W" in row["id"][:1]

    def convention(self):
        return "wieczorek2004" if self.old else "chapman2020"

    def origin(self):
        datum_m, map_m = number(self.row, "datum_uncertainty_m"), number(self.row, "map_uncertainty_m")
        return gr.Source(
            datum_m=datum_m,
            map_m=map_m,
            measurement_m=number(self.row, "measurement_error") * self.unit,
            coordinate_precision_deg=number(self.row, "coord_precision_deg"),
            ellipsoid="clrk66" if "NAD27" in self.text else "WGS84",
        )

    def error_m(self):
        return gr.distance_error_m(number(self.row, "distance_precision") * self.unit, convention=self.convention())


def published(row):
    """What the module makes of a row: the point or None, and the uncertainty in metres."""
    shown, kind, given = Row(row), row["locality_type"], {}
    given = {"source": shown.origin(), "convention": shown.convention()}
    with_error = given | {"extent_m": shown.extent_m, "distance_error_m": shown.error_m()}
    if kind == "coordinates only":
        return gr.coordinates(shown.lonlat, **given)
    if kind == "named place":
        return gr.named_place(shown.lonlat, extent_m=shown.extent_m, **given)
    if kind in ("distance along path", "along path"):
        return gr.distance_along_path(shown.lonlat, **with_error)
    if kind == "orthogonal":
        if "coordinate precision 39 m" in shown.text:  # it goes on from the rows before it: 79 m of datum, and as a length
            source = gr.Source(datum_m=79, coordinate_precision_m=39)
            with_error |= {"source": source}
        return gr.orthogonal(shown.lonlat, shown.offset_m, shown.offset2_m, **with_error)
    assert kind == "distance at heading"
    if "d'=4.119" in shown.text:  # 3 km of extent, 1 km of precision, 79 m of datum, and the 40 m of the coordinates last
        with_error = {"extent_m": 3000, "distance_error_m": 1000, "source": gr.Source(datum_m=79, coordinate_precision_m=40)}
    return gr.distance_at_heading(shown.lonlat, shown.offset_m, row["heading"], **with_error)


def published_figure(row):
    """The figure of a row that is no georeference, in metres, or None for the others."""
    shown, kind = Row(row), row["locality_type"]
    if kind.startswith("coordinate precision"):
        return gr.coordinate_precision_m(shown.lonlat[1], number(row, "coord_precision_deg"))
    if kind.startswith("offset precision"):
        convention = "wieczorek2004" if "2004 rule" in kind else "chapman2020"
        return gr.offset_error(row["offset"], convention=convention) * shown.unit
    if kind == "default geographic radial":
        return gr.default_radial_m(shown.text)
    return gr.unknown_datum_m(shown.lonlat) if kind.startswith("unknown datum") else None


def tolerance(row):
    """One unit of the last digit published, for the guides round, round up and cut; nothing where a rule gives the figure itself."""
    if row["locality_type"].startswith(("offset precision", "default geographic radial", "unknown datum")):
        return 1e-9
    return 10.0 ** -len(row["expected_uncertainty"].partition(".")[2])


@pytest.mark.shared
def test_every_published_row(shared):
    with (shared / "eval" / "geodesy" / "georef_examples.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert len(rows) > 40
    wrong = []
    for row in rows:
        metres = published_figure(row)
        found = published(row) if metres is None else None
        metres = found.uncertainty_m if found is not None else metres
        value, expected = metres / Unit(row["uncertainty_unit"]).metres, float(row["expected_uncertainty"])
        if abs(value - expected) >= tolerance(row):
            wrong.append((row["id"], value, expected))
        if found is not None and row["expected_lat"]:
            away = distance_m(found.lonlat, (float(row["expected_lon"]), float(row["expected_lat"])))
            if away > 20:
                wrong.append((row["id"], f"{away} m away"))
    assert wrong == []


@pytest.mark.shared
def test_frazier_as_the_table_beside_it(shared):
    with (shared / "eval" / "geodesy" / "georef_examples.csv").open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if "Frazier et al. 2004 rule gives" in row["note"]]
    assert rows
    for row in rows:
        assert gr.offset_error(row["offset"], convention="frazier2004") == pytest.approx(float(row["note"].split()[-1])), row["id"]


# Published elsewhere in the same works: Chapman & Wieczorek (2020), tables of coordinate precision and of offset precision.
@pytest.mark.parametrize(
    ("degrees", "metres"),
    [
        (1.0, (156_904, 146_962, 124_605, 112_109)),
        (0.1, (15_691, 14_697, 12_461, 11_211)),
        (0.001, (157, 147, 125, 113)),
        (1 / 60, (2_615, 2_450, 2_077, 1_869)),
        (0.1 / 60, (262, 245, 208, 187)),
        (1 / 3600, (44, 41, 35, 32)),
        (0.01 / 3600, (1, 1, 1, 1)),
    ],
)
def test_coordinate_precision_as_the_table_has_it(degrees, metres):
    """The table says that it rounds up, and mostly does."""
    for lat, expected in zip((0, 30, 60, 85), metres, strict=True):
        assert -0.2 < expected - gr.coordinate_precision_m(lat, degrees) < 1


@pytest.mark.parametrize(
    ("figure", "chapman", "frazier"),
    [("10.1", 0.05, 0.1), ("10.5", 0.25, 0.1), ("10.75", 0.125, 0.01), ("15", 0.5, 1), ("33", 0.5, 1), ("140", 5, 21), ("1000", 50, 150)],
)
def test_offset_error_of_other_figures(figure, chapman, frazier):
    assert gr.offset_error(figure) == pytest.approx(chapman)
    assert gr.offset_error(figure, convention="frazier2004") == pytest.approx(frazier)


def test_the_calculators_own_examples_of_2015():
    """Wieczorek (2001, revised 2015): sums in miles with a datum of 79 m."""
    mile = Unit.MILE.metres
    source = gr.Source(coordinate_precision_deg=0.001, ellipsoid="clrk66")
    five = gr.distance_only((-119.018, 35.373), 5 * mile, extent_m=2 * mile, distance_error_m=gr.distance_error_m(mile), source=source)
    assert round(five.uncertainty_m / mile, 3) == 7.589
    source = gr.Source(datum_m=79, coordinate_precision_deg=1 / 3600)
    east = gr.distance_at_heading(
        (-118.8488889, 35.3733333), 10 * mile, "E", extent_m=2 * mile, distance_error_m=gr.distance_error_m(10 * mile), source=source
    )
    assert round(east.uncertainty_m / mile, 3) == 12.254
    both = gr.orthogonal((-118.98, 35.42), 3 * mile, 2 * mile, extent_m=2 * mile, distance_error_m=gr.distance_error_m(mile), source=source)
    assert round(both.uncertainty_m / mile, 3) == 2.781
    source = gr.Source(map_m=gr.map_error_m(24_000), measurement_m=0.007 * mile, coordinate_precision_deg=1 / 3600, ellipsoid="clrk66")
    ene = gr.distance_at_heading((-118.85694, 35.40583), 10 * mile, "ENE", extent_m=2 * mile, distance_error_m=5 * mile, source=source)
    assert round(ene.uncertainty_m / mile, 3) == 7.491
    assert distance_m(ene.lonlat, (-118.6932627, 35.4613445)) < 20


def test_the_unknown_datum_of_the_calculator():
    """Some nodes of its published table, and its worst anywhere."""
    table = {(-180, -90): 3289, (-180, 85): 2834, (-120, 35): 3045, (-180, 0): 2657, (0, -15): 5150, (0, 85): 2860}
    for lonlat, metres in table.items():
        assert gr.unknown_datum_m(lonlat) == metres
    with pytest.raises(ValueError, match="print a map of North America"):
        gr.convention_of("wieczorek2001").datum_m((-119, 35))
    assert gr.convention_of("wieczorek2001").datum_m((38, 34)) == 1000


@pytest.mark.parametrize(
    ("feature", "metres"),
    [
        ("spring", 3),
        ("waterhole", 3),
        ("two-lane highways intersections", 10),
        ("highway intersection, unknown type", 15),
        ("PLSS Section", 1138),
        ("PLSS ¼ Section", 570),
        ("Grid (e.g. UTM), 1 m precision", 1),
        ("Grid (e.g. UTM), 100 m precision", 71),
        ("Grid, ¼ degree precision (at equator)", 39_226),
    ],
)
def test_default_radials_of_the_guide(feature, metres):
    assert gr.default_radial_m(feature) == metres


def test_what_is_not_known_is_refused():
    with pytest.raises(KeyError, match="no default radial for 'castle'"):
        gr.default_radial_m("castle")
    with pytest.raises(ValueError, match="there are chapman2020"):
        gr.coordinates((0, 0), convention="guess")
    with pytest.raises(KeyError):
        gr.distance_at_heading((0, 0), 1000, "XYZ", extent_m=0)
    with pytest.raises(ValueError, match="no length"):
        gr.named_place((0, 0), extent_m=-1)


def test_what_is_refused_is_refused_in_one_tree():
    for refused in (
        lambda: gr.default_radial_m("castle"),
        lambda: gr.coordinates((0, 0), convention="guess"),
        lambda: gr.distance_at_heading((0, 0), 1000, "XYZ", extent_m=0),
        lambda: gr.named_place((0, 0), extent_m=-1),
        lambda: gr.map_error_m(1000, standard="mine"),
        lambda: gr.convention_of("wieczorek2001").datum_m((-119, 35)),
    ):
        with pytest.raises(GeoreferenceError) as caught:
            refused()
        assert not str(caught.value).startswith('"')  # as a plain KeyError would
    assert issubclass(LocalityError, GeoreferenceError)


def test_the_readings_of_a_claim_are_what_they_were():
    assert Policy().roundings == ("literal", "chapman2020", "frazier2004", "heaping")
    assert ROUNDING_RULES["frazier2004"]("34") == ROUNDING_RULES["chapman2020"]("34")


# --- properties ---------------------------------------------------------------------------------------------------------------------

lengths = st.floats(0, 50_000)
points = st.tuples(st.floats(-180, 180), st.floats(-85, 85))
sources = st.builds(
    gr.Source,
    datum_m=st.floats(0, 6000),
    map_m=st.floats(0, 500),
    measurement_m=st.floats(0, 500),
    coordinate_precision_deg=st.floats(0, 1),
)
conventions = st.sampled_from(sorted(gr.CONVENTIONS))
bearings = st.sampled_from(["N", "E", "SW", "NNE", "NbE"])


def all_types(point, extent_m, error_m, offset_m, source, convention):
    given = {"source": source, "convention": convention}
    measured = given | {"extent_m": extent_m, "distance_error_m": error_m}
    return [
        gr.coordinates(point, **given),
        gr.named_place(point, extent_m=extent_m, **given),
        gr.distance_only(point, offset_m, **measured),
        gr.distance_along_path(point, **measured),
        gr.orthogonal(point, offset_m, -offset_m, **measured),
        gr.distance_at_heading(point, offset_m, "NE", **measured),
        gr.near(point, extent_m=extent_m, buffer_m=offset_m, **given),
        gr.between(point, destination(point, 45, offset_m), **given),
    ]


@given(points, lengths, lengths, lengths, sources, conventions)
def test_the_parts_sum_to_the_radius(point, extent_m, error_m, offset_m, source, convention):
    for found in all_types(point, extent_m, error_m, offset_m, source, convention):
        assert math.isclose(sum(part.metres for part in found.parts), found.uncertainty_m, abs_tol=1e-6)
        assert found.rounded_up_m >= found.uncertainty_m - 1e-6


@given(points, lengths, lengths, lengths, sources, conventions, st.sampled_from(["extent", "error", "datum_m", "map_m", "measurement_m"]))
def test_the_radius_grows_with_every_part(point, extent_m, error_m, offset_m, source, convention, what):
    more = [extent_m + 100 * (what == "extent"), error_m + 100 * (what == "error")]
    larger = replace(source, **{what: getattr(source, what) + 100}) if what.endswith("_m") else source
    before = all_types(point, extent_m, error_m, offset_m, source, convention)
    for one, other in zip(before, all_types(point, *more, offset_m, larger, convention), strict=True):
        assert other.uncertainty_m >= one.uncertainty_m - 1e-6
        if what.endswith("_m"):
            assert other.uncertainty_m > one.uncertainty_m


@given(points, st.floats(0, 2_000_000), bearings, st.floats(0, 200_000), st.data())
def test_what_heading_and_distance_allow_lies_inside(point, offset_m, bearing, error_m, data):
    found = gr.distance_at_heading(point, offset_m, bearing, extent_m=0, distance_error_m=error_m)
    alpha = half_sector_from_bearing(bearing)
    middle = degrees_from_bearing(bearing)
    share = np.array(data.draw(st.lists(st.tuples(st.floats(-1, 1), st.floats(-1, 1)), min_size=5, max_size=20)))
    azimuths = middle + np.append(share[:, 0], [-1, 1, 0]) * alpha
    reached = np.maximum(0, offset_m + np.append(share[:, 1], [1, 1, 1]) * error_m)
    many = np.full(azimuths.shape, 1.0)
    lons, lats, _ = WGS84.fwd(many * point[0], many * point[1], azimuths, reached)
    away = WGS84.inv(many * found.lonlat[0], many * found.lonlat[1], lons, lats)[2]
    assert away.max() <= found.uncertainty_m + 1e-3


@given(points, lengths, lengths)
def test_orthogonal_offsets_are_where_a_map_has_them(point, north_m, east_m):
    found = gr.orthogonal(point, north_m, east_m, extent_m=0)
    assert math.isclose(distance_m(point, found.lonlat), math.hypot(north_m, east_m), abs_tol=1e-3)


@given(points, points)
def test_between_is_half_way(one, other):
    found = gr.between(one, other)
    for end in (one, other):
        assert math.isclose(distance_m(found.lonlat, end), found.uncertainty_m, abs_tol=1e-3)


# --- localities ---------------------------------------------------------------------------------------------------------------------


PALMYRA, HOMS = (38.2840, 34.5624), (36.7256, 34.7240)


@pytest.mark.parametrize(
    ("text", "locality_type", "lonlat"),
    [
        ("Palmyra", "named place", PALMYRA),
        ("Palmyra, Syria", "named place", PALMYRA),
        ("homs", "named place", HOMS),
        ("Palmyra in Syria", "named place", PALMYRA),
        ("Springfield, Illinois", "named place", (-89.6437, 39.8017)),
        ("5 km from Palmyra", "distance only", PALMYRA),
        ("within 5 km of Homs", "distance only", HOMS),
        ("10 km NE of Palmyra", "distance at a heading", destination(PALMYRA, 45, 10_000)),
        ("10 km north-east of Palmyra, Syria", "distance at a heading", destination(PALMYRA, 45, 10_000)),
        ("10 mi E (by air) Homs", "distance at a heading", destination(HOMS, 90, 16_093)),
        ("4 km 30° from Homs", "distance at a heading", destination(HOMS, 30, 4000)),
        ("2 km N and 3 km E of Palmyra", "orthogonal", destination(PALMYRA, math.degrees(math.atan2(3, 2)), math.hypot(2000, 3000))),
        ("6 mi S (by road) of Homs", "distance along a path", destination(HOMS, 180, 6 * 1609.344 * (1 + 1 / 1.4) / 2)),
        ("near Homs", "near", HOMS),
        ("between Homs and Hama", "between", (36.7417, 34.9279)),
        ("34.55 N, 38.27 E", "coordinates", (38.27, 34.55)),
        ("34.55, 38.27", "coordinates", (38.27, 34.55)),
        ("34°33'N 38°16'E", "coordinates", (38 + 16 / 60, 34.55)),
        ("37S DB 05123 45678", "coordinates", (37.9273, 37.4531)),
    ],
)
def test_localities(gazetteer, text, locality_type, lonlat):
    answer = georeference(text, gazetteer=gazetteer)
    assert answer.georeference.locality_type == locality_type
    assert distance_m(answer.georeference.lonlat, lonlat) < 30


def test_precision_of_coordinates_comes_from_their_figures(gazetteer):
    for text, degrees in (("34.55 N, 38.27 E", 0.01), ("34.5500 N, 38.2700 E", 0.0001), ("34°33'00\"N 38°16'12\"E", 1 / 3600)):
        found = georeference(text, gazetteer=gazetteer).georeference
        assert found.uncertainty_m == pytest.approx(gr.coordinate_precision_m(34.55, degrees), rel=1e-3)


def test_a_country_has_its_extent(gazetteer):
    answer = georeference("Syria", gazetteer=gazetteer)
    assert answer.georeference.uncertainty_m == answer.chosen[0].place.extent_m > 300_000


def test_the_direction_of_a_distance_is_no_place(gazetteer):
    """NE is Nebraska elsewhere, which would draw Palmyra there."""
    answer = georeference("10 km NE of Palmyra", gazetteer=gazetteer)
    assert answer.chosen[0].place.country == "SY"
    assert {other.place.country for other in answer.chosen[0].others} >= {"US", "BR"}


def test_what_was_given_counts(gazetteer):
    options = Options(
        convention="wieczorek2004",
        at=(-119.0178, 35.3733),
        extent_m=3000,
        datum_m=79,
        coordinate_precision_deg=1 / 3600,
        distance_precision_m=1000,
    )
    answer = georeference("10 km NE of Bakersfield", gazetteer=gazetteer, options=options)
    assert round(answer.georeference.uncertainty_m / 1000, 2) == 6.21
    on_path = georeference(
        "6 km E (via Highway 58) of Bakersfield", gazetteer=gazetteer, options=Options(on_path=(-118.95, 35.37), extent_m=3000)
    )
    assert on_path.georeference.lonlat == (-118.95, 35.37)
    assert on_path.georeference.uncertainty_m == 3500


def test_the_most_precise_distance_speaks_for_both(gazetteer):
    answer = georeference("2 mi E and 1.5 mi N of Homs", gazetteer=gazetteer, options=Options(extent_m=0))
    assert answer.georeference.uncertainty_m == pytest.approx(math.sqrt(2) * 0.25 * 1609.344)


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("10 km NE of Xyzzyqua", "no place named 'Xyzzyqua'"),
        ("Springfield", "'Springfield' may be Springfield"),
        ("north of Homs", "not how far"),
        ("more than 5 km from Homs", "no circle"),
        ("2 km N of Homs and 3 km NE of Hama", "several distances"),
        ("2 km N of Homs and 3 km E of Hama", "several distances"),
        ("5 km de Homs", "'5 km' says of Homs is not understood"),
        ("Homs and Hama", "names Homs and Hama"),
        ("between Homs and Xyzzyqua", "no place named 'Xyzzyqua'"),
        ("a few miles from Homs", "not said in figures"),
        ("30000 km N of Homs", "farther away than anything on earth"),
        ("  ", "no locality"),
    ],
)
def test_localities_that_are_none(gazetteer, text, why):
    with pytest.raises(LocalityError, match=why):
        georeference(text, gazetteer=gazetteer)


pieces = st.sampled_from(
    "5 10.5 km mi miles N NE south of from between and near Homs Palmyra by road ( ) , 34.5 38.2 ° ' E about more than within the province - \x1b".split(
        " "
    )
)


@given(st.one_of(st.lists(pieces, max_size=9).map(" ".join), st.text(max_size=40)))
@settings(max_examples=60)
def test_any_words_are_answered_or_refused(gazetteer, text):
    try:
        found = georeference(text, gazetteer=gazetteer).georeference
    except LocalityError:
        return
    assert 0 <= found.uncertainty_m < 21_000_000
    assert abs(found.lonlat[0]) <= 180
    assert abs(found.lonlat[1]) <= 90


# --- the command --------------------------------------------------------------------------------------------------------------------


def test_command_prints_point_radius_and_parts():
    run = geomap("georeference", "10 km NE of Palmyra")
    assert run.returncode == 0, run.stderr
    assert "34.62" in run.stdout
    assert "38.36" in run.stdout
    for word in ("±", "chapman2020", "extent", "distance precision", "Tadmur", "may also be"):
        assert word in run.stdout


def test_command_json_one_object_a_line_and_the_others_are_answered():
    run = geomap("georeference", "--json", "-", stdin="5 km from Homs\n\nSpringfield\nbetween Homs and Hama\n")
    assert run.returncode == 3
    assert "Springfield" in one_line_on_stderr(run)
    first, second = (json.loads(line) for line in run.stdout.splitlines())
    assert set(first) >= {"lon", "lat", "uncertainty_m", "parts", "locality_type", "place", "convention", "candidates"}
    assert sum(part["metres"] for part in first["parts"]) == pytest.approx(first["uncertainty_m"], abs=0.01)
    assert first["place"]["country"] == "SY"
    assert (second["place"]["name"], second["other_place"]["country"]) == ("Homs", "SY")


def test_command_refuses_what_is_no_text():
    run = geomap("georeference", "-", stdin=b"\xff\xfe5 km")
    assert run.returncode == 2
    assert run.stderr.strip() == "geomap: standard input: is not UTF-8 at byte 0"


def test_command_takes_what_the_calculator_takes():
    given = (
        "--at",
        "35.3733333,-119.0177778",
        "--extent-m",
        "3000",
        "--datum-unknown",
        "--coordinate-precision-deg",
        str(1 / 3600),
        "--json",
    )
    run = geomap("georeference", "Bakersfield", *given)
    assert run.returncode == 0, run.stderr
    assert round(json.loads(run.stdout)["uncertainty_m"]) == 6085


@pytest.mark.parametrize(
    "args",
    [
        ("10 km NE of Xyzzyqua",),
        ("Springfield",),
        ("Homs", "--convention", "guess"),
        ("Homs", "--at", "north"),
        ("Homs", "--at", "91,0"),
        ("Homs", "--place", "geonames:0"),
        ("Homs", "--at", "35,-119", "--datum-unknown", "--convention", "wieczorek2004"),
    ],
)
def test_command_refuses_in_one_line(args):
    run = geomap("georeference", *args)
    assert run.returncode == 2
    assert run.stdout == ""
    one_line_on_stderr(run)

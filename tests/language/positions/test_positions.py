"""Positions in sentences: each notation, what looks like one, and what is measured from one."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyproj import Geod, Proj

from geomap.language.claims.extract import extract
from geomap.language.positions.degrees import precision_m
from geomap.model import MentionKind, Report
from geomap.relations import Relation

GEOD = Geod(ellps="WGS84")
LATS = st.floats(-89.9, 89.9)
LONS = st.floats(-179.9, 179.9)


def mentions(text: str):
    claims = extract(Report(id="r", text=text)).claims
    return [anchor for claim in claims for anchor in claim.anchors if anchor.kind is MentionKind.COORDINATES]


def position(text: str):
    claims = [claim for claim in extract(Report(id="r", text=text)).claims if claim.relation is Relation.POSITION]
    assert len(claims) == 1
    (mention,) = claims[0].anchors
    assert mention.kind is MentionKind.COORDINATES
    return mention


@pytest.mark.parametrize(
    "figures",
    [
        "25°57'36\"N 56°50'24\"E",
        "25° 57′ 36″ N, 56° 50′ 24″ E",
        "25º57’36”N 056˚50’24”E",
        "25°57'36''N 56°50'24''E",
        "25*57'36\"N 56*50'24\"E",
        "25o57.6'N 56o50.4'E",
        "25d57m36sN 56d50m24sE",
        "25 d 57 m 36 s N, 56 d 50 m 24 s E",
        "25 deg 57 min 36 sec N, 56 deg 50 min 24 sec E",
        "25 degrees 57 minutes 36 seconds north, 56 degrees 50 minutes 24 seconds east",
        "25 degrees, 57 minutes and 36 seconds north and 56 degrees, 50 minutes and 24 seconds east",
        "25-57.6N 056-50.4E",
        "25-57-36N 056-50-24E",
        "25:57:36N 056:50:24E",
        "25:57.6N-056:50.4E",
        "25.57.36N 056.50.24E",
        "25 57.6N, 56 50.4E",
        "25 57 36 N 56 50 24 E",
        "N 25° 57.600' E 56° 50.400'",
        "N25 57 36 E056 50 24",
        "N 25 57 36.0 E 056 50 24.0",
        "E056 50 24 N25 57 36",
        "2557.6N 05650.4E",
        "2557.6N/05650.4E",
        "255736N 0565024E",
        "25.96N 56.84E",
        "25.96° N, 56.84° E",
        "25,96N 56,84E",
        "25.96 degrees north and 56.84 degrees east",
        "25.96 degrees north latitude, 56.84 degrees east longitude",
        "north latitude 25 57 36, east longitude 56 50 24",
        "25.9600, 56.8400",
        "+25.9600, +56.8400",
        "25.9600° 56.8400°",
        "lat 25.9600 lon 56.8400",
        "lat 25.96, long 56.84",
        "Lat. 25.96, Long. 56.84",
        "latitude 25.96 and longitude 56.84",
        "Latitude: 25.96 Longitude: 56.84",
        "longitude 56.84, latitude 25.96",
        "latitude 25.96 North, longitude 56.84 East",
        "Latitude 25 57.6N Longitude 056 50.4E",
        "LAT 25 57.6 N LONG- 056 50.4 E",
        "LAT-25* 57.6' N LONG- 056* 50.4' E",
        "Lat: 25°57.6 North\nLong: 056°50.4 East",
        "Lat: 25°57.6 North\n\nLong: 056°50.4 East",
    ],
)
def test_spellings_of_one_position(figures):
    mention = position(f"The ship was at {figures} when it stopped.")
    assert mention.lonlat == pytest.approx((56.84, 25.96), abs=1e-9)
    assert mention.span.text == figures


def test_a_long_signed_second_number_makes_up_for_a_short_first():
    assert position("Wreckage was found (40.62 -103.1808).").lonlat == (-103.1808, 40.62)


def test_south_and_west_are_negative():
    assert position("It sank at 10-30S 017-15W.").lonlat == (-17.25, -10.5)
    assert position("It sank at −10.5000, −17.2500.").lonlat == (-17.25, -10.5)
    assert position("It sank at lat -10.5 lon -17.25.").lonlat == (-17.25, -10.5)


@pytest.mark.parametrize(("figures", "digits"), [("25.9N 56.8E", 1), ("25.9613N 56.8421E", 4)])
def test_precision_follows_the_last_figure(figures, digits):
    assert position(f"at {figures}.").precision_m == pytest.approx(precision_m(25.96, 10.0**-digits, 10.0**-digits), rel=0.001)


def axis(value: float, letters: str, form: str) -> str:
    """A latitude or longitude as one form writes it, rounded."""
    letter, value = letters[value < 0], abs(value)
    width = 2 if letters == "NS" else 3
    tenths = round(value * 600)
    seconds = round(value * 3600)
    minutes, degrees = f"{tenths % 600 / 10:04.1f}", f"{tenths // 600:0{width}}"
    dms = f"{seconds // 3600:0{width}}", f"{seconds // 60 % 60:02}", f"{seconds % 60:02}"
    return {
        "decimal": f"{value:.4f}{letter}",
        "minutes": f"{degrees}-{minutes}{letter}",
        "compact": f"{degrees}{minutes}{letter}",
        "marks": f"{dms[0]}°{dms[1]}′{dms[2]}″{letter}",
        "before": f"{letter} {dms[0]} {dms[1]} {dms[2]}",
        "dotted": f"{dms[0]}.{dms[1]}.{dms[2]}{letter}",
    }[form]


def off_m(mention, lon: float, lat: float) -> float:
    return GEOD.inv(*mention.lonlat, lon, lat)[2]


@pytest.mark.parametrize("form", ["decimal", "minutes", "compact", "marks", "before", "dotted"])
@given(lat=LATS, lon=LONS)
def test_what_is_written_is_read_within_its_precision(form, lat, lon):
    mention = position(f"The vessel was at {axis(lat, 'NS', form)} {axis(lon, 'EW', form)} then.")
    assert off_m(mention, lon, lat) <= mention.precision_m


@given(lat=LATS, lon=LONS)
def test_bare_decimals_are_read_within_their_precision(lat, lon):
    mention = position(f"The vessel was at {lat:.4f}, {lon:.4f} then.")
    assert off_m(mention, lon, lat) <= mention.precision_m


@given(lat=st.floats(-79.9, 83.9).filter(lambda lat: not -0.001 < lat < 0), lon=LONS)
def test_utm_is_read_within_its_precision(lat, lon):
    zone = int((lon + 180) // 6) + 1
    easting, northing = Proj(proj="utm", zone=zone, ellps="WGS84", south=lat < 0)(lon, lat)
    word = "south" if lat < 0 else "north"
    mention = position(f"The post stood at UTM zone {zone} {word} {easting:.0f} {northing:07.0f} then.")
    assert off_m(mention, lon, lat) <= mention.precision_m


@pytest.mark.parametrize(
    "text",
    [
        "The wreck is at {} now.",
        "It lies within 5 miles of {} today.",
        "It lies 10 km N of {} today.",
        "The camp is 300 metres from {} today.",
        "A zone of 5 km around {} was closed.",
        "The mine is 3 nm south of position {} today.",
        "It was found between {} and Lisbon.",
    ],
)
@pytest.mark.parametrize(
    ("figures", "lonlat"),
    [
        ("12-34N 045-10E", (45.166667, 12.566667)),
        ("33.5N 38.6E", (38.6, 33.5)),
        ("33.5014, 38.6689", (38.6689, 33.5014)),
        ("31N 500000 5000000", (3.0, 45.153477)),
        ("31T EL 00000 00000", (3.000006, 45.153482)),
        ("8FVC9G8F+6X", (8.524937, 47.365562)),
    ],
)
def test_things_are_told_from_every_notation(text, figures, lonlat):
    (mention,) = mentions(text.format(figures))
    assert mention.lonlat == pytest.approx(lonlat, abs=1e-5)


def test_between_two_positions():
    claims = extract(Report(id="r", text="It drifted between 33.5N 38.6E and 34.0N 39.1E on Monday.")).claims
    assert [claim.relation for claim in claims] == [Relation.BETWEEN]
    assert [anchor.lonlat for anchor in claims[0].anchors] == [(38.6, 33.5), (39.1, 34.0)]


@pytest.mark.parametrize("text", ["UTM 37R 654321.12 m E 3312345.34 m N", "33 d 30 m N, 38 d 40 m E"])
def test_metres_and_minutes_of_a_position_are_no_distances(text):
    extraction = extract(Report(id="r", text=f"The bus stood at {text} at noon."))
    assert [claim.distance for claim in extraction.claims] == [None]
    assert extraction.unread == ()


@pytest.mark.parametrize(
    ("figures", "senses"),
    [("Lat 33 30 Long 38 40", 4), ("lat 33°30' lon 117°10'", 4), ("37S 654321 3712345", 2), ("37R 654321 3312345", 1)],
)
def test_what_leaves_open_where_it_is_has_all_its_senses(figures, senses):
    mention = position(f"It was seen at {figures} then.")
    assert len({mention.lonlat, *mention.otherwise}) == senses


LOOK_ALIKES = """
rose from 25.9 to 56.8 per cent|scored 3.5, 2.5|sailed to 95-00N 056-50E|sailed to 25-71N 056-50E|sailed to 25-11N 186-50E|did it on 12-34
saw prices rise 3.5, 4.2 percent|ran version 3.5014.2|blocked 192.168.10.12|left at 12:30, 14:45|won 3-2, 4-1|took I-75 N and 4 E|owned T12N R45W
owned T. 12 N., R. 45 W.|lived at 300 N 400 W|lived at 50 N 60 E|lived at 1200 N 1300 W|went thence N 45° E 120 feet|went thence N 45 E 10 m
went thence N 45° 30' E 120|camped 3 N 2 E of Acton|camped 3.5 N 2.4 E of Acton|wrote 4QFJ|came on 12 JUN 2024|came on 12JUN2024|came at 12 JUN 0930
bought 10PCS 123456|rang +1 555 123 4567|rang 07700 900123 9001234|paid $33.5014, $38.6689|got 1.1234, 1.1345, 1.1456|got 1.1234/1.1236
got 33.5014-38.6689|flew north of 45° 21′|cut latitudes 30 and 35 and longitudes 40 and 45|cut 30 N and 35 N, 40 E and 45 E
cut 30°N to 35°N, 40°E to 45°E|held 33.5014 and 38.6689 percent|computed 2345+67|wrote it in C++|had 2400+ 22 people|met 37S 954321 3712345
met 37X 654321 3712345|met 61N 654321 3712345|met 37S IT 12345 67890|met 37S FT 1234 67890|met 37S FT 12345|sold order 37 123456 1234567
used 5.2 N, 3.1 W|played A4 N 12 E 3|measured 33.51°, 38.67°|read page 12 N 13|had ISBN 978-3-16-148410-0|left 33.5N 38.6N|left 33.5E 38.6W
left lat 33|took exits 12 N, 13 E|had 12V AB 12|came on 2024-06-12 13:30|ran 10 K RUN 2024|took Route 33 N 38 E|read lines 3.1415, 2.7182, 1.6180
had lat-33.5 lon-38.6|took 33.5014, 138.66895.2|won 33.5, 38.6|sent FFVC9G8F+6X|sent XXFC9G8F+6X|sent 8FVC9G8FX6X
"""


@pytest.mark.parametrize("text", LOOK_ALIKES.replace("\n", "|").strip("|").split("|"))
def test_other_figures_are_no_positions(text):
    assert mentions(f"They {text} in the end.") == []


def test_every_kind_of_position_is_cheap_to_refuse():
    text = "12 34 56 N " * 2000 + "37S FT 1 " * 2000 + "8G4M+" * 2000 + "lat " * 2000 + "-1.23456, " * 2000
    assert len(extract(Report(id="r", text=text)).claims) < 10


def test_precision_is_the_diagonal_of_a_cell_on_the_ellipsoid():
    for lat in (0.0, 33.5, 60.0):
        true = GEOD.inv(10.0, lat, 10.001, lat + 0.001)[2]
        assert math.isclose(precision_m(lat, 0.001, 0.001), true, rel_tol=1e-4)

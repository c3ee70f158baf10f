from __future__ import annotations

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from mgrs import MGRS
from pyproj import Geod, Proj

from geomap.exports.records import claim_record
from geomap.language.claims.extract import extract
from geomap.language.positions.degrees import precision_m
from geomap.model import MentionKind, Report
from geomap.relations import Relation

GEOD = Geod(ellps="WGS84")


def claims(text: str):
    return extract(Report(id="r", text=text)).claims


def position(text: str):
    found = [claim for claim in claims(text) if claim.relation is Relation.POSITION]
    assert len(found) == 1
    (mention,) = found[0].anchors
    assert mention.kind is MentionKind.COORDINATES
    return mention


def off_m(mention, lon: float, lat: float) -> float:
    return GEOD.inv(*mention.lonlat, lon, lat)[2]


@pytest.mark.parametrize(
    "figures",
    [
        "25°57'36\"N 56°50'24\"E",
        "25° 57′ 36″ N, 56° 50′ 24″ E",
        "25º57’36”N, 56º50’24”E",
        "25˚57'36''N 56˚50'24''E",
        "25d57m36sN 56d50m24sE",
        "25 deg 57 min 36 sec N, 56 deg 50 min 24 sec E",
        "25 degrees 57 minutes 36 seconds north, 56 degrees 50 minutes 24 seconds east",
        "25 degrees 57.6 minutes north latitude and 56 degrees 50.4 minutes east longitude",
        "25-57-36N 056-50-24E",
        "25:57:36N 056:50:24E",
        "25.57.36N 056.50.24E",
        "25 57 36 N 56 50 24 E",
        "255736N 0565024E",
        "2557.6N 05650.4E",
        "N25 57 36 E056 50 24",
        "N2557.6 E05650.4",
        "25-57.6N 056-50.4E",
        "25 57.6N, 56 50.4E",
        "N 25° 57.600' E 56° 50.400'",
        "56°50.4'E, 25°57.6'N",
        "25.96N 56.84E",
        "25.96° N, 56.84° E",
        "25,96° N, 56,84° E",
        "25.96 degrees north and 56.84 degrees east",
        "25.9600, 56.8400",
        "25.9600 56.8400",
        "25,9600; 56,8400",
        "lat 25.96 lon 56.84",
        "latitude 25.96 and longitude 56.84",
        "latitude of 25.96 and longitude of 56.84",
        "Lat: 25.96N Long: 56.84E",
        "north 25.96, east 56.84",
    ],
)
def test_spellings_of_one_position(figures):
    assert position(f"The ship was at {figures} when it stopped.").lonlat == pytest.approx((56.84, 25.96), abs=1e-9)


@pytest.mark.parametrize("figures", ["10-30S 017-15W", "10°30'S, 17°15'W", "-10.5000, -17.2500", "−10.5000, −17.2500", "lat -10.5 lon -17.25", "17-15W 10-30S"])  # fmt: skip
def test_south_and_west_are_negative(figures):
    assert position(f"It sank at {figures}.").lonlat == (-17.25, -10.5)


@given(st.floats(-89.9, 89.9), st.floats(-179.9, 179.9), st.integers(0, 7), st.booleans())
def test_the_true_place_is_within_the_precision(lat, lon, form, cut):
    """However a point is written, rounded or cut, it lies within the stated precision of what is read."""
    axes = []
    for value, width, letters in ((lat, 2, "NS"), (lon, 3, "EW")):
        unit = (1, 1, 60, 60, 600, 3600, 3600, 36_000)[form]
        steps = abs(value) * unit * (100 if form == 0 else 10 if form == 1 else 1)
        whole = math.floor(steps) if cut else round(steps)
        letter = letters[value < 0]
        minutes, seconds = divmod(whole, 60)
        degrees, minutes = divmod(minutes if form > 4 else whole // 10 if form == 4 else whole, 60)
        axes.append(
            (
                f"{whole / 100:.2f}° {letter}",
                f"{whole / 10:.1f}{letter}",
                f"{degrees:0{width}d}-{minutes:02d}{letter}",
                f"{degrees}°{minutes:02d}'{letter}",
                f"{letter} {degrees} {minutes:02d}.{whole % 10}",
                f"{degrees}°{minutes:02d}′{seconds:02d}″{letter}",
                f"{degrees:0{width}d}{minutes:02d}{seconds:02d}{letter}",
                "",
            )[form]
        )
    assume(form != 7)
    mention = position(f"It was seen at {axes[0]} {axes[1]}.")
    assert off_m(mention, lon, lat) <= mention.precision_m + 1e-6


@given(st.floats(-89, 89), st.floats(-179, 179), st.integers(4, 8))
def test_decimals_come_back(lat, lon, places):
    mention = position(f"The wreck is at {lat:.{places}f}, {lon:.{places}f}." if abs(lat) >= 10 else f"Position {lat:.{places}f}, {lon:.{places}f}.")  # fmt: skip
    assert off_m(mention, lon, lat) <= mention.precision_m
    assert mention.precision_m == pytest.approx(precision_m(lat, 10.0**-places, 10.0**-places), rel=1e-3)


@given(st.floats(-79.5, 83.5), st.floats(-179.9, 179.9))
def test_utm_comes_back(lat, lon):
    assume(abs(lat) > 1e-4)  # nearer to the equator, whole metres round to it and lose the half
    zone = int((lon + 180) // 6) + 1
    east, north = Proj(proj="utm", zone=zone, ellps="WGS84", south=lat < 0)(lon, lat)
    band = "CDEFGHJKLMNPQRSTUVWXX"[int((lat + 80) // 8)]
    mention = position(f"The grave is at UTM {zone}{band} {east:06.0f} {north:07.0f}.")
    assert off_m(mention, lon, lat) <= mention.precision_m


@given(
    st.floats(-79.5, 83.5),
    st.floats(-179.9, 179.9),
    st.integers(2, 5),
    st.sampled_from(["{0}{1}{2}{3}", "{0} {1} {2} {3}", "{0}{1} {2}{3}"]),
)
def test_mgrs_comes_back(lat, lon, figures, form):
    assume(abs(lat) > 1e-6)  # on the equator itself the encoder gives letters of neither half
    code = MGRS().toMGRS(lat, lon, MGRSPrecision=figures).lstrip("0")
    head = code[: -2 * figures - 2]
    written = form.format(head, code[len(head) : len(head) + 2], code[-2 * figures : -figures], code[-figures:])
    mention = position(f"Grid {written} was shelled.")
    assert off_m(mention, lon, lat) <= mention.precision_m * 1.001


@pytest.mark.parametrize(
    ("written", "lat", "lon", "within_m"),
    [
        ("17T 630084 4833438", 43 + 38 / 60 + 33.24 / 3600, -(79 + 23 / 60 + 13.7 / 3600), 1.5),
        ("17N 630084E 4833438N", 43 + 38 / 60 + 33.24 / 3600, -(79 + 23 / 60 + 13.7 / 3600), 1.5),
        ("UTM zone 17N, 630084 E, 4833438 N", 43 + 38 / 60 + 33.24 / 3600, -(79 + 23 / 60 + 13.7 / 3600), 1.5),
        ("17TPJ3008433438", 43 + 38 / 60 + 33.24 / 3600, -(79 + 23 / 60 + 13.7 / 3600), 1.5),
        ("15T WG 00000 49776", 42.0, -93.0, 1.0),
        ("8FVC9G8F+6X", 47.365590, 8.524997, 20.0),
        ("849VCWC8+R9", 37.422, -122.084, 40.0),
    ],
)
def test_published_grid_positions(written, lat, lon, within_m):
    """The CN Tower as encyclopaedias have it, the example of the mgrs package, offices in the plus codes' own examples."""
    assert off_m(position(f"It stands at {written}, they say."), lon, lat) < within_m


def test_an_mgrs_position_is_the_centre_of_its_square():
    mention = position("The post at 37S FT 12345 67890 burned.")
    east, north = Proj(proj="utm", zone=37, ellps="WGS84")(*mention.lonlat)
    assert (east % 100_000, north % 100_000) == pytest.approx((12_345.5, 67_890.5), abs=0.01)


@pytest.mark.parametrize(
    ("figures", "side_m"), [("1 6", 10_000), ("12 67", 1_000), ("123 678", 100), ("1234 6789", 10), ("12345 67890", 1)]
)
def test_the_precision_of_mgrs_is_half_the_diagonal(figures, side_m):
    assert position(f"Grid 37S FT {figures} was shelled.").precision_m == pytest.approx(side_m / 2**0.5, rel=1e-3)


def test_a_zone_with_s_may_be_a_band_or_a_hemisphere():
    mention = position("The camp at 37S 654321 3712345 burned.")
    north, south = mention.lonlat, mention.otherwise[0]
    assert 32 < north[1] < 40
    assert -60 < south[1] < -50


@pytest.mark.parametrize("written", ["37T 654321 4612345", "37H 654321 6212345", "37S 654321 6212345", "37N 654321 3712345"])
def test_other_zones_have_one_sense(written):
    assert position(f"The camp at {written} burned.").otherwise == ()


def test_a_short_plus_code_waits_for_its_town():
    mention = position("Meet at CWC8+R9 Mountain View tomorrow.")
    assert (mention.lonlat, mention.antecedent.text) == (None, "Mountain View")


def test_precision_follows_the_last_figure():
    coarse, fine = position("at 25.9N 56.8E."), position("at 25.9613N 56.8421E.")
    assert coarse.precision_m == pytest.approx(1000 * fine.precision_m, rel=0.01)


@pytest.mark.parametrize(
    ("text", "relation", "low", "high"),
    [
        ("Pirates were seen within 5 miles of 12-34N 045-10E on Monday.", Relation.WITHIN, 0, 8046.72),
        ("A camp 10 km north of 12°34'N, 45°10'E was hit.", Relation.AT, 10_000, 10_000),
        ("It lay 3 nautical miles from position 12-34N 045-10E.", Relation.AT, 5556, 5556),
        ("A 5 km exclusion zone around 1234N 04510E was declared.", Relation.ZONE, 0, 5000),
        ("The convoy was 2 km from 12.5667, 45.1667 at noon.", Relation.AT, 2000, 2000),
    ],
)
def test_positions_are_anchors(text, relation, low, high):
    (claim,) = claims(text)
    assert claim.relation is relation
    assert (claim.literal_distance.low, claim.literal_distance.high) == pytest.approx((low, high))
    assert claim.anchors[0].lonlat == pytest.approx((45 + 1 / 6, 12 + 34 / 60), abs=1e-4)


def test_the_record_has_the_point_and_its_precision():
    anchor = claim_record(claims("It sank at 10-30S 017-15W.")[0])["anchors"][0]
    assert (anchor["text"], anchor["lat"], anchor["lon"], anchor["otherwise"]) == ("10-30S 017-15W", -10.5, -17.25, [])
    assert anchor["precision_m"] == pytest.approx(precision_m(10.5, 1 / 60, 1 / 60), abs=0.01)


@pytest.mark.parametrize(
    "text",
    [
        "It rose from 25.9 to 56.8 per cent.",
        "The score was 3.5, 2.5.",
        "at 95-00N 056-50E",
        "at 25-71N 056-50E",
        "at 25-10N 190-50E",
        "at 25-10N 26-10N",
        "They won 12-34 on 10-15 points.",
        "Prices of 3.5, 4.2 percent and 12.50, 13.75 dollars were asked.",
        "The euro traded at 11.0834, 12.2745 on Monday.",
        "It cost $33.5014, 38.6689 more.",
        "Version 33.5014.38, 38.6689.12 is out.",
        "The server at 192.168.10.12, 10.0.0.1 failed.",
        "Call 0049 335014 3866891 or 37 654321 3712345.",
        "Open from 12:34 to 15:20, or 12:34, 15:20.",
        "Square 4QFJ was empty and 37SFT too.",
        "Part 37SFT12 was ordered.",
        "It was 33.5°, 38.6° in the shade.",
        "He lives at 40 N 50 W Street.",
        "Region S12E34 flared.",
        "Sections T12N R5E were sold.",
        "The sum 2222+33 is odd.",
        "Take GM22+XX with you.",
        "On 12-05-2017 and 13-05-2017 it rained.",
        "Flights 37S 654321 987 were late.",
        "It was 18 SF 12 34 then.",
        "37I FT 12345 67890 has no such letter.",
        "61S FT 12345 67890 has no such zone.",
        "37S FT 1234 67890 is uneven.",
    ],
)
def test_other_figures_are_no_positions(text):
    found = extract(Report(id="r", text=text))
    assert not [claim for claim in found.claims if claim.anchors and claim.anchors[0].kind is MentionKind.COORDINATES]

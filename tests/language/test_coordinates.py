from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.language.coordinates import precision_m
from geomap.language.extract import extract
from geomap.model import MentionKind, Report
from geomap.relations import Relation


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
        "25-57.6N 056-50.4E",
        "25 57.6N, 56 50.4E",
        "N 25° 57.600' E 56° 50.400'",
        "25.96N 56.84E",
        "25.96° N, 56.84° E",
        "25.96 degrees north and 56.84 degrees east",
        "25.9600, 56.8400",
        "lat 25.9600 lon 56.8400",
    ],
)
def test_spellings_of_one_position(figures):
    assert position(f"The ship was at {figures} when it stopped.").lonlat == pytest.approx((56.84, 25.96), abs=1e-9)


def test_south_and_west_are_negative():
    assert position("It sank at 10-30S 017-15W.").lonlat == (-17.25, -10.5)


@given(st.integers(-89, 89), st.integers(-179, 179))
def test_the_true_place_is_within_the_precision(lat, lon):
    ns, ew = "N" if lat >= 0 else "S", "E" if lon >= 0 else "W"
    mention = position(f"It was seen at {abs(lat)}-00{ns} {abs(lon):03d}-00{ew}.")
    assert mention.lonlat == (lon, lat)
    assert mention.precision_m == pytest.approx(precision_m(1 / 60, lat))


def test_precision_follows_the_last_figure():
    coarse, fine = position("at 25.9N 56.8E."), position("at 25.9613N 56.8421E.")
    assert coarse.precision_m == pytest.approx(1000 * fine.precision_m, rel=0.01)


@pytest.mark.parametrize(
    "text", ["It rose from 25.9 to 56.8 per cent.", "The score was 3.5, 2.5.", "at 95-00N 056-50E", "at 25-71N 056-50E"]
)
def test_other_figures_are_no_positions(text):
    assert all(claim.relation is not Relation.POSITION for claim in extract(Report(id="r", text=text)).claims)

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.gazetteer.resolution.company import Company
from geomap.gazetteer.resolution.overlaps import Overlaps
from geomap.geometry.geodesy import distance_m
from geomap.model import Place, Report, Span

POINTS = st.tuples(st.floats(-180, 180), st.floats(-90, 90))
REPORT = Report(id="r", text="x" * 60)
SPANS = st.tuples(st.integers(0, 50), st.integers(1, 9)).map(lambda pair: Span(REPORT, pair[0], pair[0] + pair[1]))


def place(number: int, point: tuple[float, float]) -> Place:
    return Place(id=f"x:{number}", name=f"P{number}", lon=point[0], lat=point[1], kind="populated place", country=None, extent_m=1.0)


@given(st.lists(POINTS, min_size=1, max_size=12), POINTS, st.integers(1, 4), st.integers(-1, 11))
def test_the_nearest_are_those_of_brute_force(points, here, count, own):
    places = [place(number, point) for number, point in enumerate(points)]
    company = Company([(item, item) for item in places])
    owner = places[own] if 0 <= own < len(places) else None
    others = [item for item in places if item is not owner]
    found = [away for away, _ in company.nearest(place(99, here), besides=owner, count=count)]
    expected = sorted(distance_m(here, item.lonlat) / 1000 for item in others)[:count]
    assert found[: len(expected)] == pytest.approx(expected, abs=1e-6)
    assert company.besides(owner) == bool(others)


@given(st.lists(SPANS, max_size=12), SPANS)
def test_the_first_overlap_is_that_of_brute_force(spans, asked):
    expected = next((number for number, span in enumerate(spans) if span.overlaps(asked)), None)
    assert Overlaps((span, number) for number, span in enumerate(spans)).first(asked) == expected

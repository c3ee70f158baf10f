from __future__ import annotations

import pytest

from geomap.gazetteer.resolution.company import Company
from geomap.gazetteer.resolution.overlaps import Overlaps
from geomap.gazetteer.resolution.reported import reported
from geomap.model import Location, Mention, MentionKind, Place, Report, Span

REPORT = Report(id="r", text="Arvo CWC8+R9 37S 654321 3712345")
NORTH, SOUTH = (40.662, 33.540), (41.521, -56.707)


def locate(mention: Mention, *arvo: tuple[float, float]) -> Location:
    places = [Place(id="x:1", name="Arvo", lon=lon, lat=lat, kind="populated place", country="XX", extent_m=1000.0) for lon, lat in arvo]
    named = Mention(span=Span(REPORT, 0, 4), name="Arvo")
    located = Overlaps((named.span, Location(mention=named, resolved=place)) for place in places)
    return reported(mention, located, Company([(named, place) for place in places]), far_km=300)


def code(**fields: object) -> Mention:
    return Mention(span=Span(REPORT, 5, 12), name="CWC8+R9", kind=MentionKind.COORDINATES, **fields)


def test_coordinates_are_a_place_as_large_as_their_error():
    place = locate(code(lonlat=(8.5, 47.4), precision_m=30.0)).resolved
    assert (place.lonlat, place.extent_m, place.extent_stated) == ((8.5, 47.4), 30.0, True)


def test_of_two_senses_the_one_near_the_report_s_places_counts():
    mention = code(lonlat=NORTH, otherwise=(SOUTH,))
    assert locate(mention, (40.0, 33.0)).resolved.lonlat == NORTH
    assert locate(mention, (41.0, -56.0)).resolved.lonlat == SOUTH


@pytest.mark.parametrize("arvo", [[], [(0.0, 0.0)]])
def test_two_senses_without_company_stay_open(arvo):
    found = locate(code(lonlat=NORTH, otherwise=(SOUTH,)), *arvo)
    assert found.resolved is None
    assert [candidate.place.lonlat for candidate in found.candidates] == [NORTH, SOUTH]


def test_a_short_plus_code_is_completed_by_its_town():
    found = locate(code(antecedent=Span(REPORT, 0, 4)), (-122.1, 37.4))
    assert found.resolved.lonlat == pytest.approx((-122.084, 37.422), abs=1e-3)


def test_a_short_plus_code_without_its_town_stays_open():
    assert locate(code(antecedent=Span(REPORT, 0, 4))).resolved is None

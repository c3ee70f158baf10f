"""The whole path on real incidents: what a careful analyst would conclude must come out."""

from __future__ import annotations

import json

import pytest

from geomap import Case, read
from geomap.geometry.geodesy import distance_m
from geomap.model import FindingKind, Stance, Verdict
from geomap.relations import Relation

AL_WALID = "geonames:6734635"


@pytest.fixture(scope="module", params=["sources", "digests"])
def al_tanf(request):
    """The source documents as they are, and our digests of them."""
    if request.param == "digests":
        return Case.from_reports(read(request.getfixturevalue("root") / "seeds")).check()
    return Case.from_reports(read(request.getfixturevalue("shared") / "seeds")).check()


def the_claim(result, relation, words, anchor=None):
    found = [
        claim
        for claim in result.analysis.claims
        if claim.relation is relation and words in claim.span.text.lower() and (anchor is None or claim.anchors[0].name.lower() == anchor)
    ]
    assert len(found) == 1, [(claim.id, claim.relation.value, claim.span.text) for claim in result.analysis.claims]
    return found[0]


def zone(result):
    return the_claim(result, Relation.INSIDE, "34-mile")


def beyond(result):
    return the_claim(result, Relation.BEYOND, "more than 45 miles")


def within(result):
    return the_claim(result, Relation.WITHIN, "within 30 kilometers")


def finding(result, kind, *claims):
    wanted = {claim.id for claim in claims}
    return next(item for item in result.findings if item.kind is kind and {claim.id for claim in item.claims} == wanted)


@pytest.mark.shared
def test_claims_of_the_incident(al_tanf):
    assert zone(al_tanf).literal_distance.high == pytest.approx(54_717.7, abs=0.1)
    assert "coalition" in zone(al_tanf).speaker.text.lower()
    assert beyond(al_tanf).literal_distance.low == pytest.approx(72_420.48)
    assert "source" in beyond(al_tanf).speaker.text.lower()
    assert within(al_tanf).literal_distance.high == pytest.approx(30_000)
    assert within(al_tanf).speaker is None
    hit = the_claim(al_tanf, Relation.INSIDE, "al-shamiyah")
    assert hit.speaker.text == beyond(al_tanf).speaker.text
    near = the_claim(al_tanf, Relation.NEAR, "al-tanf border crossing")
    assert near.sentence.report.id == within(al_tanf).span.report.id
    assert {claim.stance for claim in (zone(al_tanf), beyond(al_tanf), within(al_tanf), hit, near)} == {Stance.ASSERTED}


@pytest.mark.shared
def test_anchors_are_al_tanf(al_tanf):
    anchors = {region.reading.claim.id: region.anchor.id for region in al_tanf.analysis.regions}
    for claim in (zone(al_tanf), beyond(al_tanf), within(al_tanf)):
        assert anchors[claim.id] == "geonames:172344"


@pytest.mark.shared
def test_coalition_against_the_syrian_source(al_tanf):
    item = finding(al_tanf, FindingKind.AGREEMENT, zone(al_tanf), beyond(al_tanf))
    assert item.verdict is Verdict.CONTRADICTORY
    assert item.margin.plain == pytest.approx(17_702.784, abs=1)
    assert not item.robust
    flips = {flip.parameter: flip for flip in item.flips}
    assert flips["detour"].threshold == pytest.approx(1.3235, abs=1e-4)
    assert flips["separation"].threshold == pytest.approx(17.70, abs=0.01)
    assert "Al Walid" in flips["anchor"].reading
    assert not {"unit", "rounding", "edge"} & set(flips)


@pytest.mark.shared
def test_positions_against_the_zone(al_tanf):
    inside = finding(al_tanf, FindingKind.ZONE, within(al_tanf), zone(al_tanf))
    outside = finding(al_tanf, FindingKind.ZONE, beyond(al_tanf), zone(al_tanf))
    assert inside.verdict is Verdict.INSIDE
    assert outside.verdict is Verdict.OUTSIDE
    assert outside.margin.plain == pytest.approx(17_702.784, abs=1)


@pytest.mark.shared
def test_other_days_are_no_contradiction(al_tanf):
    assert within(al_tanf).event != beyond(al_tanf).event
    pairs = [{claim.id for claim in item.claims} for item in al_tanf.findings if item.kind is FindingKind.AGREEMENT]
    assert {within(al_tanf).id, beyond(al_tanf).id} not in pairs


@pytest.mark.shared
def test_al_shamiyah_is_left_open_with_its_far_namesake_listed(al_tanf):
    location = next(item for item in al_tanf.unresolved if "Shamiyah" in item.mention.span.text)
    far = next(candidate.place for candidate in location.candidates if candidate.place.country == "IQ")
    assert distance_m(far.lonlat, (38.6570, 33.4883)) == pytest.approx(590_000, rel=0.02)
    item = next(item for item in al_tanf.findings if item.kind is FindingKind.PLACE and "Shamiyah" in item.explanation)
    assert item.verdict is Verdict.UNCHECKABLE
    assert "Ash Sh" in item.explanation
    assert " km from At Tanf" in item.explanation


@pytest.mark.shared
def test_dates(al_tanf):
    dates = {report.id: report.published for report in al_tanf.analysis.reports}
    assert str(dates[within(al_tanf).span.report.id]) == "2017-05-22"
    undated = dates[beyond(al_tanf).span.report.id] is None
    assert (beyond(al_tanf).when is None) == undated, "no date is invented"
    assert str(within(al_tanf).when) in ("2017-05-21", "2017-05-22")


@pytest.mark.shared
def test_choosing_a_place_makes_it_checkable(al_tanf):
    chosen = al_tanf.case.choose("al-Shamiyah", "geonames:167300").check()
    items = [item for item in chosen.findings if item.kind is FindingKind.PLACE and "Shamiyah" in item.claims[0].span.text]
    assert [item.verdict for item in items] == [Verdict.CONTRADICTORY]
    assert al_tanf.case.choices.places == {}


@pytest.mark.shared
def test_offsets_quote_the_text_as_read(al_tanf):
    for claim in al_tanf.analysis.claims:
        for span in (claim.span, claim.sentence, *(anchor.span for anchor in claim.anchors)):
            assert span.report.text[span.start : span.end] == span.text


@pytest.mark.shared
def test_twice_the_same(al_tanf):
    again = Case.from_reports(al_tanf.case.reports).check()
    assert again.json() == al_tanf.json()
    json.loads(again.json())


@pytest.fixture(scope="module")
def f4(shared):
    return Case.from_reports(read(shared / "incidents" / "f4-2012")).check()


@pytest.fixture(scope="module")
def drone(shared):
    return Case.from_reports(read(shared / "incidents" / "global-hawk-2019")).check()


def claim_of(result, words):
    (found,) = [claim for claim in result.analysis.claims if words in " ".join(claim.span.text.split())]
    return found


@pytest.mark.shared
def test_thirteen_miles_off_against_one_kilometre_off(f4):
    item = finding(f4, FindingKind.AGREEMENT, claim_of(f4, "13 nautical miles"), claim_of(f4, "about 1km"))
    assert item.verdict is Verdict.CONTRADICTORY
    assert 21_000 <= item.margin.plain <= 24_000
    assert item.robust
    assert item.apart.second <= 1.0 or item.apart.first <= 1.0, "the coast of Syria belongs to Syria"


@pytest.mark.shared
def test_thirteen_miles_off_against_the_twelve_mile_zone(f4):
    item = finding(f4, FindingKind.ZONE, claim_of(f4, "13 nautical miles"), claim_of(f4, "12 nautical miles"))
    assert item.verdict in (Verdict.OUTSIDE, Verdict.OPEN)
    assert item.margin.plain == pytest.approx(1852, abs=1)


@pytest.mark.shared
def test_dual_figures_agree_and_a_range_is_no_position(f4):
    units = [item for item in f4.findings if item.kind is FindingKind.UNITS]
    assert len(units) == 2
    assert {item.verdict for item in units} == {Verdict.CONSISTENT}
    assert not [claim for claim in f4.analysis.claims if "2.5" in claim.span.text or "15 minutes" in claim.span.text]


@pytest.mark.shared
def test_claims_on_the_drone(drone):
    positions = [claim.anchors[0].lonlat for claim in drone.analysis.claims if claim.relation is Relation.POSITION]
    assert sorted(positions) == [pytest.approx((56.8394, 25.9617), abs=1e-3), pytest.approx((57.0403, 25.9953), abs=1e-3)]
    assert claim_of(drone, "34 kilometers").literal_distance.high == 34_000
    assert claim_of(drone, "12 nautical miles").declares_zone
    assert claim_of(drone, "Kouh-e Mobarak").relation is Relation.NEAR


@pytest.mark.shared
def test_positions_of_the_drone_against_each_other_and_the_coast(drone):
    us, iran = claim_of(drone, "56°50"), claim_of(drone, "57°02")
    coast = claim_of(drone, "34 kilometers")
    apart = finding(drone, FindingKind.AGREEMENT, us, iran)
    assert apart.verdict is Verdict.CONTRADICTORY
    assert 20_000 <= apart.margin.plain <= 21_000
    assert finding(drone, FindingKind.AGREEMENT, coast, iran).verdict is Verdict.CONTRADICTORY
    own = finding(drone, FindingKind.AGREEMENT, coast, us)
    assert own.verdict in (Verdict.CONSISTENT, Verdict.OPEN)
    assert "known to 2 km" in own.explanation


@pytest.mark.shared
def test_positions_of_the_drone_against_the_territorial_waters(drone):
    waters = claim_of(drone, "12 nautical miles")
    assert finding(drone, FindingKind.ZONE, claim_of(drone, "34 kilometers"), waters).verdict is Verdict.OUTSIDE
    iran = finding(drone, FindingKind.ZONE, claim_of(drone, "57°02"), waters)
    assert iran.verdict in (Verdict.INSIDE, Verdict.OPEN)
    assert 5_000 < iran.margin.plain < 9_000


@pytest.mark.shared
def test_all_claims_on_the_drone_at_once(drone):
    (joint,) = [item for item in drone.findings if item.kind is FindingKind.JOINT]
    assert joint.verdict is Verdict.CONTRADICTORY
    assert {claim_of(drone, "57°02").id, claim_of(drone, "56°50").id} in [set(each) for each in joint.sets.conflicts]

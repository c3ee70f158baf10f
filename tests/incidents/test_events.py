"""Which claims of several reports are joined to one event, how surely, and why."""

from __future__ import annotations

import datetime as dt
import json
from itertools import permutations

import pytest
from builders import joined

from geomap.language import extract
from geomap.model import Report
from geomap.readers import read_all
from geomap.relations import Relation

THURSDAY = dt.date(2021, 5, 6)


def report(name, text, *, title=None, published=THURSDAY):
    return Report(id=name, text=text, title=title, published=published)


def told(*reports):
    return joined([extract(each) for each in reports])


def both(first, second):
    """The events of two reports' main claims, and the events."""
    claims, events = told(report("one", first), report("two", second))
    return [next(claim.event for claim in claims if claim.span.report.id == name) for name in ("one", "two")], events


DOWNED = "A Syrian drone was shot down 5 km from Arvo on Wednesday, Turkey said."
QUAKE = "A 5.1 quake struck 5 km from Arvo in Syria on Wednesday, the institute said."
STRIKE = "A strike hit a convoy 5 km from Arvo on Wednesday and killed nine men."


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (DOWNED, "Syria said its drone was shot down on Wednesday 9 km from Arvo, off Turkey."),
        (DOWNED, "Syria said on Thursday that Turkey had downed its drone 9 km from Mola on Wednesday."),
        (QUAKE, "A magnitude 5.2 earthquake shook the sea on Wednesday 9 km from Arvo, the Turkish agency said."),
        (STRIKE, "Nine men were killed on Wednesday when jets hit a convoy 9 km from Arvo."),
        (
            "The tanker Grey Seal was attacked 5 km off Arvo on Wednesday.",
            "Pirates boarded the Grey Seal on Wednesday; the ship was 80 km off Mola.",
        ),
    ],
)
def test_two_accounts_of_one_incident(first, second):
    ids, events = both(first, second)
    assert ids == ["e1", "e1"]
    (pair,) = events[0].joined
    assert pair.reports == ("one", "two")
    assert 0.5 <= pair.probability <= 1
    assert pair.why
    assert events[0].reports == ("one", "two")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (DOWNED, "A Syrian drone was shot down on Monday 9 km from Mola, Turkey said."),
        (DOWNED, "A Greek drone was shot down on Wednesday 9 km from Mola, Libya said."),
        (DOWNED, "A Syrian ship was hit on Wednesday 9 km from Mola, Turkey said."),
        (DOWNED, "A Syrian strike on Wednesday hit a convoy 9 km from Mola, Turkey said."),
        (QUAKE, "A magnitude 4.2 earthquake shook Syria on Wednesday 9 km from Arvo, the agency said."),
        (QUAKE, "An aftershock shook Syria on Wednesday 9 km from Arvo, the agency said."),
        (QUAKE, "A magnitude 5.1 earthquake shook Syria on Sunday 9 km from Arvo, the agency said."),
        (QUAKE, "A magnitude 5.1 earthquake shook Peru on Wednesday 9 km from Mola."),
        (STRIKE, "A strike hit a convoy 9 km from Mola on Wednesday."),
        (STRIKE, "A strike hit a convoy 9 km from Arvo on Tuesday."),
        (STRIKE, "Another strike hit a convoy 9 km from Mola on Wednesday, police in Belmar said."),
        ("The tanker Aurora was hit 5 km off Arvo on Wednesday.", "The tanker Belle was hit 9 km off Arvo on Wednesday."),
    ],
)
def test_two_incidents(first, second):
    assert both(first, second)[0] == ["e1", "e2"]


def test_kind_and_day_alone_make_it_possible_and_never_sure():
    ids, events = both(
        "A blast killed two 5 km from Arvo on Wednesday, police said.", "A blast killed two 9 km from Mola on Wednesday, police said."
    )
    assert ids == ["e1", "e2"]
    assert all(other.probability < 0.5 for event in events for other in event.may_join)


def test_what_may_be_one_says_how_surely_and_why():
    ids, events = both(DOWNED, "A drone was shot down on Wednesday 9 km from Mola, the Syrian army said.")
    assert ids == ["e1", "e2"]
    (one,), (two,) = (event.may_join for event in events)
    assert (one.event, two.event) == ("e2", "e1")
    assert one.probability == two.probability
    assert 0.2 <= one.probability < 0.5
    assert "both tell of attack and shootdown" in one.why


def test_a_report_without_a_day_takes_that_of_the_incident():
    claims, events = told(
        report("one", STRIKE), report("two", "The strike on the convoy near Arvo killed nine men. It was 9 km from Mola, rebels said.")
    )
    assert {claim.event for claim in claims} == {"e1"}
    assert {str(claim.when) for claim in claims} == {"2021-05-05"}
    assert str(events[0].when) == "2021-05-05"


def test_one_bad_link_does_not_chain_two_incidents():
    """The middle report names what each of the others does; what they share with each other is nothing."""
    one = report("one", "A strike hit a convoy near Arvo on Monday and killed nine men, Colonel Marten said.")
    two = report("two", "Fighting went on near Arvo and near Belmar, Colonel Marten and Major Tolk said.")
    three = report("three", "A strike hit a mosque near Belmar on Wednesday and killed thirty, Major Tolk said.")
    claims, _ = told(one, two, three)
    events = {claim.span.report.id: claim.event for claim in claims}
    assert events["one"] != events["three"]


REPORTS = (
    report("a", STRIKE),
    report("b", "Nine men were killed on Wednesday when jets hit a convoy 9 km from Arvo."),
    report("c", DOWNED),
    report(
        "d", "Syria said its drone was shot down on Wednesday 9 km from Arvo, off Turkey. In 2015 a raid killed ten men 9 km from Mola."
    ),
)


def groups(reports):
    """Claims by their words, in groups of one event."""
    claims, _ = told(*reports)
    events = {}
    for claim in claims:
        events.setdefault(claim.event, set()).add((claim.span.report.id, claim.span.text))
    return {frozenset(each) for each in events.values()}


def test_the_order_of_the_reports_changes_nothing():
    assert len({frozenset(groups(order)) for order in permutations(REPORTS)}) == 1


def test_the_same_reports_give_the_same_events():
    assert told(*REPORTS) == told(*REPORTS)


def test_events_are_called_by_the_words_of_the_reports():
    _, events = told(*REPORTS)
    labels = [event.label for event in events]
    assert labels[0] == "Strike near Arvo, 5 May 2021"
    assert all(not any(sign.isdigit() for sign in label.split(",")[0]) for label in labels)


@pytest.mark.parametrize(("title", "label"), [("Bulletin 7", "Bulletin 7"), (None, "A position")])
def test_what_is_told_by_figures_alone_is_called_by_its_report(title, label):
    _, events = joined([extract(Report(id="r", text="Position: 28.15 N, 84.71 E.", title=title))])
    assert [event.label for event in events] == [label]


def test_two_days_that_both_tell_are_never_joined_and_far_ones_not_even_possible():
    def may(day: str) -> tuple[bool, bool]:
        """Whether the two are joined, or possible."""
        texts = ("A strike hit a convoy 5 km from Arvo on 5 May 2021.", f"A strike hit a convoy 5 km from Arvo on {day} 2021.")
        _, events = joined([extract(Report(id=f"r{number}", text=text)) for number, text in enumerate(texts)])
        return len(events) == 1, any(event.may_join for event in events)

    assert may("5 May") == (True, False)
    assert not may("6 May")[0]
    assert may("25 May") == (False, False)


def test_numbers_run_in_reading_order_over_the_case():
    first = report("one", "Rebels were seen near Arvo. Police shot a man near Mola in 2015.")
    second = report("two", "A quake struck near Belmar.")
    claims, events = told(first, second)
    assert [(claim.id, claim.span.text) for claim in claims] == [("c1", "near Arvo"), ("c2", "near Mola"), ("c3", "near Belmar")]
    assert [event.id for event in events] == [f"e{number}" for number in range(1, len(events) + 1)]
    assert all(claim.event_reason for claim in claims)


def test_nothing_gives_nothing():
    assert joined([]) == ((), ())


def in_report(claims, report, words):
    found = [claim for claim in claims if claim.span.report.id == report and words in " ".join(claim.span.text.split())]
    assert len(found) == 1, [claim.span.text for claim in claims]
    return found[0]


def claims_of(*sources):
    from geomap.language import extract

    return joined([extract(report) for report in read_all(sources).reports])[0]


@pytest.mark.shared
def test_the_jet_of_2012(shared):
    claims = claims_of(shared / "incidents" / "f4-2012")
    turkey, syria = in_report(claims, "turkey", "13 nautical miles"), in_report(claims, "syria", "about 1km")
    assert turkey.event == syria.event
    assert str(turkey.when) == str(syria.when) == "2012-06-22"
    assert in_report(claims, "syria", "10km west").event != syria.event
    assert turkey.speaker is not None


@pytest.mark.shared
def test_the_drone_of_2019(shared):
    claims = claims_of(shared / "incidents" / "global-hawk-2019")
    told = [
        in_report(claims, "us", "34 kilometers"),
        in_report(claims, "us", "25°57"),
        in_report(claims, "iran", "25°59"),
        in_report(claims, "iran", "near Kouh-e"),
    ]
    assert {claim.event for claim in told} == {"e1"}
    assert {str(claim.when) for claim in told} == {"2019-06-20"}
    assert [claim.speaker.text.split()[-1] for claim in told] == ["Guastella", "Pentagon", "Zarif", "Zarif"]


@pytest.mark.shared
@pytest.mark.parametrize("source", ["documents", "digests"])
def test_the_strike_near_al_tanf(shared, root, source):
    expected = json.loads((shared / "incidents" / "al-tanf-2017" / "expected.json").read_text(encoding="utf-8"))
    assert len(expected["claims"]) == 5
    claims = claims_of(shared / "seeds" if source == "documents" else root / "seeds")
    by_words = {
        words: [claim for claim in claims if words in " ".join(claim.span.text.split())]
        for words in (
            "34-mile exclusion zone",
            "more than 45 miles",
            "hit al-Shamiyah",
            "within 30 kilometers",
            "near the Al-Tanf border crossing",
        )
    }
    assert {words: len(found) for words, found in by_words.items()} == dict.fromkeys(by_words, 1)
    zone, beyond, hit, within, near = (found[0] for found in by_words.values())
    assert zone.event == beyond.event == hit.event
    assert len({zone.event, within.event, near.event}) == 3
    assert "coalition" in zone.speaker.text
    assert beyond.speaker.text.lower() == hit.speaker.text.lower() == "a syrian armed forces source"
    assert within.speaker is None
    assert near.speaker is None
    assert [claim.target.text.split()[-1] for claim in (zone, beyond, hit, within)] == ["force", "strike", "strike", "forces"]
    assert [str(claim.when) for claim in (within, near)] == ["2017-05-22", "2017-05-20"]
    assert {str(claim.when) for claim in (zone, beyond, hit)} == {"None" if source == "documents" else "2017-06-06"}
    assert {claim.when_text.text for claim in (zone, beyond, hit)} == {"Tuesday night"}


@pytest.mark.parametrize(
    "text",
    [
        "A strike hit a convoy on the road that links Arvo with Mola on Monday.",
        "The bomb exploded on the highway connecting Arvo and Mola.",
        "Troops were ambushed on the railway, near the station, on the line linking Arvo with Mola.",
        "The main highway runs between Arvo and Mola.",
        "The pipeline runs from Arvo to Mola.",
        "Jets struck the pipeline that runs between Arvo and Mola.",
        "Soldiers died on the road leading from Arvo to Mola.",
    ],
)
def test_what_a_road_links_is_no_position_of_what_happened_on_it(text):
    claims, events = read_and_joined(text)
    (between,) = [claim for claim in claims if claim.relation is Relation.BETWEEN]
    assert between.event is None
    assert not [event for event in events if between.id in event.claims]


@pytest.mark.parametrize(
    "text",
    [
        "Militants attacked a bus between Arvo and Mola on Monday.",
        "A helicopter crashed between the villages of Arvo and Mola.",
        "A train derailed on the railway between Arvo and Mola.",
        "Troops were attacked on the road from Arvo to Mola.",
        "The road between Arvo and Mola was shelled on Monday.",
    ],
)
def test_what_happened_between_two_places_has_its_position_there(text):
    claims, _ = read_and_joined(text)
    assert [claim.event for claim in claims if claim.relation is Relation.BETWEEN] == ["e1"]


def test_a_road_that_links_places_leaves_other_positions_to_the_incident():
    claims, _ = read_and_joined("A strike hit a convoy 20 km from Arvo, on the road that links Arvo with Mola, on Monday.")
    assert [(claim.relation, claim.event) for claim in claims] == [(Relation.AT, "e1"), (Relation.BETWEEN, None)]
    assert claims[1].target.text == "the road"


def read_and_joined(text):
    """Claims with their events, of a report that the rules read."""
    return joined([extract(Report(id="r", text=text, published=THURSDAY))])

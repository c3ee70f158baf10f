"""Which claims are joined to one event. A wrong join makes a false contradiction, so most cases here must stay apart."""

from __future__ import annotations

import datetime as dt
import json

import pytest
from builders import joined

from geomap.language.claims.extract import extract
from geomap.language.claims.targets import target_of
from geomap.language.events.dating import date_of
from geomap.language.speech.attribution import attribute
from geomap.language.text.sentences import split_sentences
from geomap.language.text.tokens import tokenise
from geomap.model import Claim, Extraction, Mention, Report, Span
from geomap.readers import read_all
from geomap.relations import Relation

THURSDAY = dt.date(2021, 5, 6)


def extraction(text, words, *, name="r", published=THURSDAY, zones=()):
    """What the language stage makes of a report whose claims are the given words."""
    report = Report(id=name, text=text, published=published)
    sentences = split_sentences(report)
    claims = []
    for number, part in enumerate(words, start=1):
        start = text.index(part)
        span = Span(report, start, start + len(part))
        sentence = next(item for item in sentences if item.start <= start < item.end)
        every = [tokenise(item) for item in sentences]
        who, when = attribute(span, tokenise(sentence), every), date_of(span, tokenise(sentence), every)
        anchor = part.split()[-1]
        place = Span(report, span.end - len(anchor), span.end)
        claims.append(
            Claim(
                id=f"c{number}",
                span=span,
                sentence=sentence,
                relation=Relation.ZONE if part in zones else Relation.AT,
                anchors=(Mention(span=place, name=anchor),),
                target=target_of(span, tokenise(sentence)),
                speaker=who.speaker,
                stance=who.stance,
                when=when.when,
                when_text=when.text,
            )
        )
    return Extraction(report=report, mentions=(), claims=tuple(claims))


def events_of(*reports):
    claims, events = joined(reports)
    return [claim.event for claim in claims], events


JOINED = [
    (
        "A strike hit a convoy 5 km from Arvo on Monday, the army said. The strike was 9 km from Mola, rebels said.",
        ["5 km from Arvo", "9 km from Mola"],
    ),
    ("Jets bombed a convoy near Arvo. The command said the column had been 9 km from Mola.", ["near Arvo", "9 km from Mola"]),
    ("A 5.1 quake struck 5 km from Arvo. It was centred 9 km from Mola, the institute said.", ["5 km from Arvo", "9 km from Mola"]),
    (
        "A tanker was hit 5 km off Arvo on Monday. The vessel was 9 km off Mola when a missile struck it.",
        ["5 km off Arvo", "9 km off Mola"],
    ),
    ("A drone was shot down near Arvo. The ministry put the intercept at 9 km from Mola.", ["near Arvo", "9 km from Mola"]),
    (
        """Army jets bombed rebel troops near Arvo on Monday. The army said its aircraft attacked a convoy.
        It said the force was 5 km from Arvo. A rebel source said the air raid hit 9 km from Mola.""",
        ["near Arvo", "5 km from Arvo", "9 km from Mola"],
    ),
    ("A 5.1 quake struck 5 km from Arvo. The tremor was centred 9 km from Mola, the institute said.", ["5 km from Arvo", "9 km from Mola"]),
    ("A blast killed two near Arvo on Monday. The explosion was 9 km from Mola, police said.", ["near Arvo", "9 km from Mola"]),
    ("Gunmen ambushed a convoy 5 km from Arvo. The ambush happened 9 km from Mola, police said.", ["5 km from Arvo", "9 km from Mola"]),
    ("A strike hit a convoy 5 km from Arvo. The convoy was 9 km from Mola, rebels said.", ["5 km from Arvo", "9 km from Mola"]),
    (
        "A strike hit a convoy 5 km from Arvo on Monday. That day the convoy was 9 km from Mola, rebels said.",
        ["5 km from Arvo", "9 km from Mola"],
    ),
    ("A car bomb exploded 5 km from Arvo. The blast was 9 km from Mola, police said.", ["5 km from Arvo", "9 km from Mola"]),
    ("A plane crashed 5 km from Arvo. The crash site is 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("A raid hit a barn 5 km from Arvo. The attack took place 9 km from Mola, rebels said.", ["5 km from Arvo", "9 km from Mola"]),
    (
        "Six people were hurt in a knife attack at Mola in Arvo. The attack, done at dawn, took place at Belmar.",
        ["at Mola", "in Arvo", "at Belmar"],
    ),
]


@pytest.mark.parametrize(("text", "words"), JOINED)
def test_one_incident(text, words):
    ids, events = events_of(extraction(text, words))
    assert set(ids) == {"e1"}
    assert events[0].claims == tuple(f"c{number + 1}" for number in range(len(words)))


APART = [
    ("A bomb exploded 5 km from Arvo on Monday. Another bomb exploded 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("A car bomb exploded 5 km from Arvo. A roadside bomb exploded 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    (
        "A strike hit a convoy 5 km from Arvo on Monday. On Tuesday the convoy was struck 9 km from Mola.",
        ["5 km from Arvo", "9 km from Mola"],
    ),
    ("Troops attacked rebels 5 km from Arvo on Monday. The troops are now 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("A convoy was hit near Arvo. It is 9 km from Mola.", ["near Arvo", "9 km from Mola"]),
    ("A tanker sank 5 km off Arvo. Survivors were found 9 km off Mola.", ["5 km off Arvo", "9 km off Mola"]),
    ("A strike hit a convoy 5 km from Arvo. The quake was 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("Troops advanced within 5 km of Arvo. Rebels advanced within 9 km of Mola.", ["within 5 km of Arvo", "within 9 km of Mola"]),
    ("Jets hit a convoy near Arvo on Monday. On April 18 the jets hit a convoy 9 km from Mola.", ["near Arvo", "9 km from Mola"]),
    ("A strike hit a convoy 5 km from Arvo on Monday. A second strike hit a convoy 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("A strike hit a convoy 5 km from Arvo. A similar strike hit a convoy 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("A strike hit a convoy 5 km from Arvo. The latest strike was 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("A strike hit a convoy 5 km from Arvo. An earlier strike was 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("A strike hit a convoy 5 km from Arvo. The first strike was 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("A blast killed two 5 km from Arvo. A blast killed three 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    (
        "Police said a blast killed two 5 km from Arvo. The army said a blast killed three 9 km from Mola.",
        ["5 km from Arvo", "9 km from Mola"],
    ),
    ("A drone was shot down 5 km from Arvo. A drone was shot down 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("Strikes hit villages 5 km from Arvo. The strikes were 9 km from Mola, rebels said.", ["5 km from Arvo", "9 km from Mola"]),
    ("Attacks killed six 5 km from Arvo. The attacks were 9 km from Mola, police said.", ["5 km from Arvo", "9 km from Mola"]),
    ("Bombs exploded 5 km from Arvo and 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("Attacks took place 5 km from Arvo, 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("They found six people dead 5 km from Arvo, 12 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("A quake struck 5 km from Arvo. The aftershock was 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("A 5.1 quake struck 5 km from Arvo. The 4.2 quake was 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("Shelling killed two 5 km from Arvo. The suicide bombing was 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("A strike hit a mosque 5 km from Arvo. The strike on the school was 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    (
        "The tanker Aurora was hit 5 km from Arvo. The tanker Belle was 9 km from Mola when a missile struck it.",
        ["5 km from Arvo", "9 km from Mola"],
    ),
    ("A ship was hit 5 km from Arvo. The ship left a port 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("A ship sank 5 km from Arvo. The ship that saved its crew was 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("A body was found 5 km from Arvo. He may have gone in 9 km from Mola where we found him.", ["5 km from Arvo", "9 km from Mola"]),
    ("A convoy was hit 5 km from Arvo. The base is 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("A strike hit a base 5 km from Arvo. The village lies 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("Rebels attacked the army 5 km from Arvo. Police attacked the rebels 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("Fighting raged 5 km from Arvo. The fighting was worst 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("A fire burned 5 km from Arvo. Fires burned 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("Two blasts shook a town 5 km from Arvo. The blast was 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("A man was killed in a raid 5 km from Arvo. The man was born 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("On Monday a strike hit a convoy 5 km from Arvo. The next day the strike was 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    ("A strike hit a convoy 5 km from Arvo. Last year's strike was 9 km from Mola.", ["5 km from Arvo", "9 km from Mola"]),
    (
        "The army said a strike hit a convoy 5 km from Arvo. The rebels said a raid hit a convoy 9 km from Mola.",
        ["5 km from Arvo", "9 km from Mola"],
    ),
]


@pytest.mark.parametrize(("text", "words"), APART)
def test_not_one_incident(text, words):
    ids, _ = events_of(extraction(text, words))
    assert ids == ["e1", "e2"]


TWO_STRIKES = (
    "A strike hit a convoy 5 km from Arvo on Monday. A strike hit a bus 7 km from Belmar on Monday. The strike was 9 km from Mola."
)


def test_words_that_fit_two_incidents_join_neither():
    ids, events = events_of(extraction(TWO_STRIKES, ["5 km from Arvo", "7 km from Belmar", "9 km from Mola"]))
    assert ids == ["e1", "e2", "e3"]
    assert events[2].may_join == ("e1", "e2")
    assert events[0].may_join == ("e3",)
    assert all("fit" in reason for reason in events[2].may_join_reasons)


def test_words_that_fit_one_of_two_incidents_join_it():
    text = TWO_STRIKES.replace("The strike was", "The strike on the bus was")
    ids, _ = events_of(extraction(text, ["5 km from Arvo", "7 km from Belmar", "9 km from Mola"]))
    assert ids == ["e1", "e2", "e2"]


def test_another_account_with_another_place_may_be_the_same():
    text = "Police said a blast killed two 5 km from Arvo. The army said a blast killed three 9 km from Mola."
    _, events = events_of(extraction(text, ["5 km from Arvo", "9 km from Mola"]))
    assert [event.may_join for event in events] == [("e2",), ("e1",)]
    assert "place" in events[0].may_join_reasons[0]


def test_every_possible_join_has_its_reason():
    _, events = events_of(extraction(TWO_STRIKES, ["5 km from Arvo", "7 km from Belmar", "9 km from Mola"]))
    assert all(len(event.may_join) == len(event.may_join_reasons) for event in events)


def test_undated_words_of_time_part_incidents_too():
    text = "A strike hit a convoy 5 km from Arvo on Tuesday night. On May 3 the strike was 9 km from Mola."
    assert events_of(extraction(text, ["5 km from Arvo", "9 km from Mola"], published=None))[0] == ["e1", "e2"]


def test_a_day_told_once_holds_for_the_incident():
    text = "A strike hit a convoy near Arvo on Monday. The strike was 9 km from Mola, rebels said."
    claims, events = joined([extraction(text, ["near Arvo", "9 km from Mola"])])
    assert [str(claim.when) for claim in claims] == ["2021-05-03", "2021-05-03"]
    assert claims[1].when_text.text == "Monday"
    assert str(events[0].when) == "2021-05-03"


def test_without_a_day_of_publication_the_words_are_kept_and_no_day_is_made_up():
    text = "A strike hit a convoy near Arvo on Monday. The strike was 9 km from Mola, rebels said."
    claims, events = joined([extraction(text, ["near Arvo", "9 km from Mola"], published=None)])
    assert {(claim.event, claim.when, claim.when_text.text) for claim in claims} == {("e1", None, "Monday")}
    assert events[0].when is None


def test_a_declared_zone_has_no_event():
    text = "A strike hit a convoy near Arvo. The zone reaches 9 km from Mola."
    assert events_of(extraction(text, ["near Arvo", "9 km from Mola"], zones=["9 km from Mola"]))[0] == ["e1", None]


def both(first, second, *, published=(THURSDAY, THURSDAY)):
    return events_of(
        extraction(*first, name="one", published=published[0]),
        extraction(*second, name="two", published=published[1]),
    )


DOWNED = ("A Norland drone was shot down 5 km from Arvo on Wednesday, Sudland said.", ["5 km from Arvo"])


def test_reports_of_one_shooting_down_are_joined():
    ids, events = both(DOWNED, ("Norland said its drone was shot down on Wednesday 9 km from Arvo, off Sudland.", ["9 km from Arvo"]))
    assert ids == ["e1", "e1"]
    assert "2021-05-05" in events[0].reason


def test_at_other_places_only_a_name_of_its_own_ties_them():
    one, two = (
        "A Syrian {} drone was shot down 5 km from Arvo on Wednesday.",
        "The {} drone of Syria was shot down 9 km from Mola on Wednesday.",
    )

    def ids(name):
        return both((one.format(name), ["5 km from Arvo"]), (two.format(name), ["9 km from Mola"]))[0]

    assert ids("Falcon") == ["e1", "e1"]
    assert ids("grey") == ["e1", "e2"]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norland said its drone was shot down on Monday 9 km from Mola, off Sudland.", ["9 km from Mola"]),
        ("Westland said its drone was shot down on Wednesday 9 km from Mola, off Eastland.", ["9 km from Mola"]),
        ("Norland drones were shot down on Wednesday 9 km from Mola, Sudland said.", ["9 km from Mola"]),
        ("A Norland ship was hit on Wednesday 9 km from Mola, Sudland said.", ["9 km from Mola"]),
        ("A Norland strike on Wednesday hit a convoy 9 km from Mola, Sudland said.", ["9 km from Mola"]),
        ("Norland said its drone flew on Wednesday 9 km from Mola, off Sudland.", ["9 km from Mola"]),
    ],
)
def test_reports_of_other_things_are_not_joined(text, words):
    assert both(DOWNED, (text, words))[0] == ["e1", "e2"]


def test_strikes_of_one_day_need_a_place_in_common():
    one = ("A Norland strike hit a convoy 5 km from Arvo on Wednesday.", ["5 km from Arvo"])
    assert both(one, ("A Norland strike hit a convoy 9 km from Mola on Wednesday.", ["9 km from Mola"]))[0] == ["e1", "e2"]
    assert both(one, ("A Norland strike hit a convoy 9 km from Arvo on Wednesday.", ["9 km from Arvo"]))[0] == ["e1", "e1"]


QUAKE = ("A 5.1 quake struck 5 km from Arvo on Wednesday, the Norland institute said.", ["5 km from Arvo"])


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        (
            QUAKE,
            ("A magnitude 5.2 earthquake shook the sea on Wednesday 9 km from Arvo, the Sudland agency said.", ["9 km from Arvo"]),
            True,
        ),
        (
            QUAKE,
            ("A magnitude 4.2 earthquake shook the sea on Wednesday 9 km from Arvo, the Sudland agency said.", ["9 km from Arvo"]),
            False,
        ),
        (QUAKE, ("An aftershock shook the sea on Wednesday 9 km from Arvo, the Sudland agency said.", ["9 km from Arvo"]), False),
        (QUAKE, ("A magnitude 5.1 earthquake shook the sea on Sunday 9 km from Arvo, the Sudland agency said.", ["9 km from Arvo"]), False),
        (QUAKE, ("A magnitude 5.1 earthquake shook Westland on Wednesday 9 km from Mola.", ["9 km from Mola"]), False),
        (QUAKE, ("Quakes shook Norland on Wednesday 9 km from Arvo.", ["9 km from Arvo"]), False),
    ],
)
def test_quakes_of_two_agencies(first, second, same):
    assert both(first, second)[0] == ["e1", "e1" if same else "e2"]


def test_a_report_of_two_strikes_at_one_place_leaves_open_which_the_other_report_tells_of():
    one = ("A Norland strike hit a convoy 5 km from Arvo on Wednesday.", ["5 km from Arvo"])
    text = "A Norland strike hit a convoy 6 km from Arvo on Wednesday. Another Norland strike hit a column 7 km from Arvo on Wednesday."
    ids, events = both(one, (text, ["6 km from Arvo", "7 km from Arvo"]))
    assert ids == ["e1", "e2", "e3"]
    assert events[0].may_join == ("e2", "e3")
    ids, events = both((text, ["6 km from Arvo", "7 km from Arvo"]), one)
    assert ids == ["e1", "e2", "e3"]
    assert events[2].may_join == ("e1", "e2")


def test_strikes_of_two_days_are_two_even_at_one_place():
    one = ("A Norland strike hit a convoy 5 km from Arvo on Wednesday.", ["5 km from Arvo"])
    assert both(one, ("A Norland strike hit a convoy 9 km from Arvo on Tuesday.", ["9 km from Arvo"]))[0] == ["e1", "e2"]


def test_standing_things_of_two_reports_are_not_joined():
    one = ("The Norland base lies 5 km from Arvo.", ["5 km from Arvo"])
    assert both(one, ("The Norland base lies 9 km from Arvo.", ["9 km from Arvo"]))[0] == ["e1", "e2"]


def test_undated_reports_of_one_strike_are_left_apart_and_say_so():
    one = ("A Norland strike hit a convoy 5 km from Arvo.", ["5 km from Arvo"])
    ids, events = both(one, ("A Norland strike hit a convoy 9 km from Arvo.", ["9 km from Arvo"]))
    assert ids == ["e1", "e2"]
    assert events[0].may_join == ("e2",)
    assert "day" in events[0].may_join_reasons[0]


def test_what_could_be_one_event_says_so():
    one = ("A Norland strike hit a convoy 5 km from Arvo on Wednesday.", ["5 km from Arvo"])
    _, events = both(one, ("A Norland strike hit a convoy 9 km from Mola on Wednesday.", ["9 km from Mola"]))
    assert [event.may_join for event in events] == [("e2",), ("e1",)]


def test_numbers_run_in_reading_order_over_the_case():
    first = extraction("Rebels were seen near Arvo. Troops were seen near Mola.", ["near Mola", "near Arvo"], name="one")
    second = extraction("A camp lies near Belmar.", ["near Belmar"], name="two")
    claims, events = joined([first, second])
    assert [(claim.id, claim.span.text) for claim in claims] == [("c1", "near Arvo"), ("c2", "near Mola"), ("c3", "near Belmar")]
    assert [event.id for event in events] == ["e1", "e2", "e3"]
    assert all(claim.event_reason for claim in claims)
    assert joined([first, second]) == (claims, events)


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

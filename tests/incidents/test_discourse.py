"""Which mentions in one report are of its incident, which of another, and which of none."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import READ_OTHERWISE, joined, of

from geomap.language import extract
from geomap.model import Report, Role

THURSDAY = dt.date(2021, 5, 6)


def told(text, *, title=None, published=THURSDAY):
    """Claims with their events, and the events, of one report that the rules read."""
    return joined([extract(Report(id="r", text=text, title=title, published=published))])


ONE = [
    "A strike hit a convoy 5 km from Arvo on Monday, the army said. The strike was 9 km from Mola, rebels said.",
    "Jets bombed a convoy near Arvo. The command said the column had been 9 km from Mola.",
    "A 5.1 quake struck 5 km from Arvo. It was centred 9 km from Mola, the institute said.",
    "A tanker was hit 5 km off Arvo on Monday. The vessel was 9 km off Mola when a missile struck it.",
    "A drone was shot down near Arvo. The ministry put the intercept at 9 km from Mola.",
    "Army jets bombed rebel troops near Arvo on Monday. The army said its aircraft attacked a convoy. It said the force was 5 km from Arvo. A rebel source said the air raid hit 9 km from Mola.",
    "A 5.1 quake struck 5 km from Arvo. The tremor was centred 9 km from Mola, the institute said.",
    "A blast killed two near Arvo on Monday. The explosion was 9 km from Mola, police said.",
    "Gunmen ambushed a convoy 5 km from Arvo. The ambush happened 9 km from Mola, police said.",
    "A strike hit a convoy 5 km from Arvo. The convoy was 9 km from Mola, rebels said.",
    "A strike hit a convoy 5 km from Arvo on Monday. That day the convoy was 9 km from Mola, rebels said.",
    "A car bomb exploded 5 km from Arvo. The blast was 9 km from Mola, police said.",
    "A plane crashed 5 km from Arvo. The crash site is 9 km from Mola.",
    "A raid hit a barn 5 km from Arvo. The attack took place 9 km from Mola, rebels said.",
    "Six people were hurt in a knife attack at Mola in Arvo. The attack, done at dawn, took place at Belmar.",
]


@pytest.mark.parametrize("text", ONE)
def test_one_incident(text):
    claims, events = told(text)
    assert len(claims) > 1
    assert {claim.event for claim in claims} == {"e1"}
    assert events[0].claims == tuple(claim.id for claim in claims)


TWO = [
    "A bomb exploded 5 km from Arvo on Monday. Another bomb exploded 9 km from Mola.",
    "A car bomb exploded 5 km from Arvo. A roadside bomb exploded 9 km from Mola.",
    "A strike hit a convoy 5 km from Arvo on Monday. On Tuesday the convoy was struck 9 km from Mola.",
    "Troops attacked rebels 5 km from Arvo on Monday. The troops are now 9 km from Mola.",
    pytest.param("A convoy was hit near Arvo. It is 9 km from Mola.", marks=READ_OTHERWISE),
    "A tanker sank 5 km off Arvo. Survivors were found 9 km off Mola.",
    "A strike hit a convoy 5 km from Arvo. The quake was 9 km from Mola.",
    "Troops advanced within 5 km of Arvo. Rebels advanced within 9 km of Mola.",
    "Jets hit a convoy near Arvo on Monday. On April 18 the jets hit a convoy 9 km from Mola.",
    "A strike hit a convoy 5 km from Arvo on Monday. A second strike hit a convoy 9 km from Mola.",
    "A strike hit a convoy 5 km from Arvo. A similar strike hit a convoy 9 km from Mola.",
    "A strike hit a convoy 5 km from Arvo. The latest strike was 9 km from Mola.",
    "A strike hit a convoy 5 km from Arvo. An earlier strike was 9 km from Mola.",
    "A strike hit a convoy 5 km from Arvo. The first strike was 9 km from Mola.",
    "A blast killed two 5 km from Arvo. A blast killed three 9 km from Mola.",
    "Police said a blast killed two 5 km from Arvo. The army said a blast killed three 9 km from Mola.",
    "A drone was shot down 5 km from Arvo. A drone was shot down 9 km from Mola.",
    "Strikes hit villages 5 km from Arvo. The strikes were 9 km from Mola, rebels said.",
    "Attacks killed six 5 km from Arvo. The attacks were 9 km from Mola, police said.",
    "Bombs exploded 5 km from Arvo and 9 km from Mola.",
    "Attacks took place 5 km from Arvo, 9 km from Mola.",
    "They found six people dead 5 km from Arvo, 12 9 km from Mola.",
    "A quake struck 5 km from Arvo. The aftershock was 9 km from Mola.",
    "A 5.1 quake struck 5 km from Arvo. The 4.2 quake was 9 km from Mola.",
    "Shelling killed two 5 km from Arvo. The suicide bombing was 9 km from Mola.",
    "A strike hit a mosque 5 km from Arvo. The strike on the school was 9 km from Mola.",
    "The tanker Aurora was hit 5 km from Arvo. The tanker Belle was 9 km from Mola when a missile struck it.",
    "Rebels attacked the army 5 km from Arvo. Police attacked the rebels 9 km from Mola.",
    "A fire burned 5 km from Arvo. Fires burned 9 km from Mola.",
    "Two blasts shook a town 5 km from Arvo. The blast was 9 km from Mola.",
    "A man was killed in a raid 5 km from Arvo. The man was born 9 km from Mola.",
    "On Monday a strike hit a convoy 5 km from Arvo. The next day the strike was 9 km from Mola.",
    "A strike hit a convoy 5 km from Arvo. Last year's strike was 9 km from Mola.",
    "The army said a strike hit a convoy 5 km from Arvo. The rebels said a raid hit a convoy 9 km from Mola.",
]


@pytest.mark.parametrize("text", TWO)
def test_two_incidents(text):
    claims, _ = told(text)
    first, second = (claim.event for claim in claims)
    assert first is not None
    assert first != second


SAME_AGAIN = [
    # what is told of the blow, of the thing that was lost and of rival positions is of the one incident
    "Gunmen fired on a bus 5 km from Arvo. The bus was 9 km from Mola when they opened fire, police said.",
    "Militants fired at soldiers 5 km from Arvo. The attack took place 9 km from Mola, police said.",
    "A 5.1 quake struck 5 km from Arvo. The tremor, which was felt all over the island, was centred 9 km from Mola.",
    "A blast killed two 5 km from Arvo on Monday. The blast, heard all over the valley, was 9 km from Mola, police said.",
    "A raid hit a barn 5 km from Arvo on Monday. The raid killed six men 9 km from Mola, rebels said.",
    "A drone was shot down 5 km from Arvo. The aircraft was 9 km from Mola, the ministry said.",
    "Jets bombed a camp 5 km from Arvo. The planes attacked it 9 km from Mola, rebels said.",
    "A tanker was hit 5 km off Arvo on Monday. The missile struck her 9 km off Mola, the owner said.",
    "A tug sank 5 km off Arvo on Monday. Divers found the tug on Tuesday, 9 km off Mola.",
    "An airliner crashed 5 km from Arvo on Monday. The airliner was found on Wednesday 9 km from Mola.",
    "Arvo was still without light on Monday, two days after a 6.1 quake struck 5 km from Belmar. The quake was centred 9 km from Mola.",
    "Five days after the quake 5 km from Arvo the toll is 90. The quake was centred 9 km from Mola.",
    "The bus was attacked at a point 5 km from Arvo. The attack was 9 km from Mola, the army said.",
    "Rockets fired from the hills hit a school 5 km from Arvo. The school was 9 km from Mola, the mayor said.",
    "A storm made landfall 5 km from Arvo on Monday. It came ashore 9 km from Mola, the office said.",
    "A ferry sank 5 km off Arvo on Sunday. Divers reached the wreck on Tuesday, 9 km off Mola.",
    pytest.param("A plane disappeared 5 km from Arvo on Sunday. Wreckage was spotted on Tuesday 9 km from Mola.", marks=READ_OTHERWISE),
    "A 6.4 quake struck 5 km from Arvo. The institute gave 6.2 and an epicentre 9 km from Mola.",
    "A bomb destroyed a section of the pipeline 5 km from Arvo. The section is 9 km from Mola, the firm said.",
    "Jets crossed the frontier and bombed a camp 5 km from Arvo. The raid was 9 km from Mola, rebels said.",
]


@pytest.mark.parametrize("text", SAME_AGAIN)
def test_rival_positions_are_of_one_incident(text):
    claims, _ = told(text)
    assert len(claims) == 2
    assert {claim.event for claim in claims} == {"e1"}


ELSEWHERE = [
    "A rocket hit a school 5 km from Arvo on Monday. It was fired from an orchard 9 km from Mola.",
    "A jet was shot down 5 km from Arvo. The missile was launched from a field 9 km from Mola.",
    "A jet was shot down 5 km from Arvo. The missile came from a hill 9 km from Mola.",
    "A jet was shot down 5 km from Arvo. The launcher stood 9 km from Mola.",
    "A refinery leaked oil 5 km from Arvo. Benzene was measured 9 km from Mola.",
    "Soil 5 km from Arvo holds too much lead. Mercury was detected 9 km from Mola.",
    "A blast killed two 5 km from Arvo. It was heard 90 km from Mola.",
    "A 6.4 quake struck 5 km from Arvo. It was felt in a town 90 km from Mola.",
    "A 6.4 quake struck 5 km from Arvo. A bridge collapsed 9 km from Mola.",
    "A volcano erupted 5 km from Arvo. The cable broke 9 km off Mola.",
    "A blast killed two 5 km from Arvo. Windows shattered 9 km from Mola.",
    "A 6.4 quake struck 5 km from Arvo. Two children died 9 km from Mola.",
    "A volcano erupted 5 km from Arvo. A fisherman drowned 90 km from Mola.",
    "Jets bombed a camp 5 km from Arvo. The ministry said that its planes were 9 km from Mola.",
    "A missile hit a farm 5 km from Arvo. The jets had penetrated 9 km into Norland, the minister said.",
    "A gun hit a jet 5 km from Arvo on Monday. The jet crashed into the sea 9 km from Mola.",
    "A freighter sank 5 km off Arvo. The bow settled 9 km off Mola.",
    "A freighter sank 5 km off Arvo. The forward section settled 9 km off Mola.",
    "A corvette sank 5 km off Arvo. The stern was lifted 9 km off Mola.",
    "The larger hole is 5 km from Arvo, the smaller one 9 km from Mola.",
    "A tug sank 5 km off Arvo. Four sailors were found 9 km off Mola.",
    "Gunmen seized nine tourists 5 km from Arvo. Their bodies were found 9 km from Mola.",
    "Gunmen seized nine tourists 5 km from Arvo. The hostages were freed 9 km from Mola.",
    "A bulk carrier ran aground 5 km off Arvo. She was towed to a bay 9 km from Mola.",
    "The slide 5 km from Arvo resembles the one of 2011, set off by rain 9 km from Mola.",
    "A quake struck 5 km from Arvo on Monday. A new shock, of 4.9, was felt on Wednesday; it struck 9 km from Mola.",
    "The fire began 5 km from Arvo on Monday. The closest lightning was registered 9 km from Mola.",
    "Two planes crossed the border at a point 5 km from Arvo and dropped a missile 9 km from Mola.",
    "A 6.4 quake struck 5 km from Arvo. The road was blocked by landslides 9 km from Mola.",
    "A ferry sank 5 km off Arvo. Eleven men were picked up by a trawler 9 km off Mola.",
    "A 6.4 quake struck 5 km from Arvo. A girl was pulled from a cellar 9 km from Mola.",
    "A bus fell into a ravine and crashed 5 km from Arvo. The injured were flown to a clinic 9 km from Mola.",
    "Gunmen ambushed a patrol 5 km from Arvo. They had crossed the river near Mola.",
    "A 6.4 quake struck 5 km from Arvo. The 1976 quake, which was centred 9 km from Mola, killed more.",
    "Pirates boarded a tanker 5 km off Arvo. The skiffs were launched from a ship 9 km off Mola.",
    "A tanker ran aground on Sunday. Dead birds were found 5 km from Arvo. She was towed to a bay 9 km from Mola.",
]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_what_was_before_or_came_of_it_elsewhere_is_apart(text):
    claims, _ = told(text)
    first, second = (claim.event for claim in claims)
    assert first is not None
    assert first != second


HIT_THERE = [
    "A mine was attacked 5 km from Arvo on Monday.\n\nIn March rebels looted a market 9 km from Mola.",
    "A raid killed two 5 km from Arvo on Monday.\n\nIn March helicopters rocketed a village near Belmar, 9 km from Mola.",
    "A raid killed two 5 km from Arvo on Monday.\n\nIn 2007 jets flattened what was called a reactor, 9 km from Mola.",
]


@pytest.mark.parametrize("text", HIT_THERE)
def test_a_place_where_something_was_hit_does_not_stand(text):
    claims, _ = told(text)
    assert of(claims, "9 km from Mola").event not in (None, of(claims, "Arvo").event)


def test_a_report_that_looks_back_is_about_what_it_begins_with():
    claims, _ = told("The fire at Belmar began on 17 June 2020 5 km from Arvo.", title="Summary of findings")
    assert claims[0].role is Role.MAIN
    assert str(claims[0].when) == "2020-06-17"


STANDING = [
    ("A convoy was hit 5 km from Arvo. The base is 9 km from Mola.", "9 km from Mola"),
    ("A strike hit a base 5 km from Arvo. The village lies 9 km from Mola.", "9 km from Mola"),
    ("A ship was hit 5 km from Arvo. The ship left a port 9 km from Mola.", "9 km from Mola"),
    ("A blast killed two in Arvo. Belmar, a village 9 km from Mola, was quiet.", "9 km from Mola"),
    ("A blast killed two in Arvo. Belmar, the state capital, which lies 90 km from Mola, was quiet.", "90 km from Mola"),
    ("A blast killed two in Arvo. The nearest town, Belmar, is 9 km from Mola.", "9 km from Mola"),
    ("A plane crashed near Arvo. Belmar itself is 9 km from Mola.", "9 km from Mola"),
    ("A dam burst near Arvo on Monday. Belmar, a dam 9 km from Mola, is safe.", "9 km from Mola"),
    ("A dam burst near Arvo on Monday. The bridge lies 9 km from Mola.", "9 km from Mola"),
]


@pytest.mark.parametrize(("text", "words"), STANDING)
def test_where_a_place_lies_is_of_no_incident(text, words):
    claim = of(told(text)[0], words)
    assert (claim.event, claim.role) == (None, Role.STANDING)
    assert "lies" in claim.event_reason


SITES = [
    "A blast killed two near Arvo on Monday. The site is 9 km from Mola.",
    "Jets bombed a checkpoint near Arvo. The post stands 9 km from Mola.",
    "Militants attacked soldiers at Arvo, a village 9 km from Mola.",
    "A plane crashed near Arvo on Monday. The wreckage lies 9 km from Mola.",
    "A dam burst near Arvo on Monday. The dam stood 9 km from Mola, engineers said.",
    pytest.param("A bridge fell into the river near Arvo on Monday. The bridge lies 9 km from Mola.", marks=READ_OTHERWISE),
    "Jets hit a farm near Arvo on Monday. Residents named the place as Belmar, 9 km from Mola.",
]


@pytest.mark.parametrize("text", SITES)
def test_where_the_place_of_the_incident_lies_is_of_it(text):
    claims, _ = told(text)
    assert {claim.event for claim in claims} == {"e1"}


BACKGROUND = [
    "A strike hit a convoy near Arvo on Monday.\n\nIn March 2019 jets hit a mosque 9 km from Mola.",
    "A strike hit a convoy near Arvo on Monday.\n\nLast year rebels were ambushed 9 km from Mola.",
    "A strike hit a convoy near Arvo on Monday.\n\nIt was not the first one. In 2015 a raid killed ten men 9 km from Mola.",
    "A quake shook Arvo on Monday.\n\nThe quake of 2010, centred 9 km from Mola, killed many.",
    "A tanker was seized off Arvo on Monday.\n\nFew recall the other ship. The trawler was run down 9 km from Mola.",
    "A strike hit a convoy near Arvo on Monday.\n\nAt about the same time missiles hit a depot 9 km from Mola.",
    "The raid near Arvo came twelve days after a bomber killed six men 9 km from Mola.",
    "A quake struck near Arvo on Monday. An aftershock was felt an hour later; it struck 9 km from Mola.",
    "A boat sank near Arvo on Monday. Six hours earlier it was 9 km from Mola.",
]


@pytest.mark.parametrize("text", BACKGROUND)
def test_what_its_time_or_words_set_apart_is_another_incident(text):
    claims, _ = told(text, title="Strike hits convoy near Arvo" if "strike" in text else None)
    assert of(claims, "9 km from Mola").event != of(claims, "Arvo").event


def test_a_late_mention_goes_back_to_what_the_report_is_about():
    text = """A drone was shot down near Arvo on Monday, the ministry said.

In March 2019 another one fell 7 km from Belmar.

The machine was 9 km from Mola when it was engaged."""
    claims, _ = told(text, title="Army downs drone")
    assert of(claims, "Arvo").event == of(claims, "Mola").event != of(claims, "Belmar").event
    assert [of(claims, words).role for words in ("Arvo", "Belmar", "Mola")] == [Role.MAIN, Role.SIDE, Role.MAIN]
    assert str(of(claims, "Mola").when) == "2021-05-03"


def test_every_claim_of_an_incident_says_why():
    claims, _ = told(ONE[0])
    assert all(claim.event_reason for claim in claims)


def test_words_that_fit_two_incidents_may_be_either():
    text = "A strike hit a convoy 5 km from Arvo on Monday. A strike hit a bus 7 km from Belmar on Monday."
    claims, events = told(text)
    assert len({claim.event for claim in claims}) == 2
    assert all(0 < other.probability < 0.5 and other.why for event in events for other in event.may_join)


def test_a_day_told_once_holds_for_the_incident():
    claims, events = told("A strike hit a convoy near Arvo on Monday. The strike was 9 km from Mola, rebels said.")
    assert [str(claim.when) for claim in claims] == ["2021-05-03", "2021-05-03"]
    assert claims[1].when_text.text == "Monday"
    assert str(events[0].when) == "2021-05-03"


def test_without_a_day_of_publication_the_words_are_kept_and_no_day_is_made_up():
    text = "A strike hit a convoy near Arvo on Monday. The strike was 9 km from Mola, rebels said."
    claims, events = told(text, published=None)
    assert {(claim.event, claim.when) for claim in claims} == {("e1", None)}
    assert claims[0].when_text.text == "Monday"
    assert events[0].when is None


def test_undated_words_of_time_part_incidents_too():
    text = "A strike hit a convoy 5 km from Arvo on Tuesday night. On May 3 the strike was 9 km from Mola."
    claims, _ = told(text, published=None)
    assert len({claim.event for claim in claims}) == 2


def test_a_declared_zone_has_no_event():
    claims, _ = told("A strike hit a convoy near Arvo. The army declared a 9-mile exclusion zone around Mola.")
    assert [(claim.event, claim.role) for claim in claims] == [("e1", Role.MAIN), (None, None)]

"""Which place a name means in a report, and when it stays open."""

from __future__ import annotations

import random
import re

import pytest

from geomap.gazetteer import locate
from geomap.gazetteer.resolution.explanation import MOST_DOUBTFUL
from geomap.geometry.geodesy import distance_m
from geomap.language import extract
from geomap.language.toponyms.toponyms import recognize
from geomap.model import Mention, MentionKind, Report, Span

AT_TANF, AL_WALID = "geonames:172344", "geonames:6734635"


def mention(report, words, name=None, nth=0, **more):
    starts = [match.start() for match in re.finditer(re.escape(words), report.text)]
    span = Span(report, starts[nth], starts[nth] + len(words))
    return Mention(span=span, name=name or words, **more)


def located(gazetteer, text, *wanted):
    """The locations of some names of a text, by name; each is (words, name, more) or just the words."""
    report = Report(id="r", text=text)
    mentions = [mention(report, item) if isinstance(item, str) else mention(report, item[0], item[1], **item[2]) for item in wanted]
    return {location.mention.name: location for location in locate(mentions, gazetteer=gazetteer)}


def place_of(gazetteer, text, name):
    """What the recogniser and the ranking together make of a name in a text."""
    report = Report(id="r", text=text)
    locations = locate(recognize(report, gazetteer), gazetteer=gazetteer)
    return next(location for location in locations if location.mention.name == name)


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("Snow fell in Paris, Texas, overnight.", "Paris", "geonames:4717560"),
        ("Snow fell in Paris and in Lyon overnight.", "Paris", "geonames:2988507"),
        ("Shoppers in Tripoli fled; the Lebanese army sealed off Beirut and Sidon.", "Tripoli", "geonames:266826"),
        ("Shoppers in Tripoli fled; Libyan forces left Misrata and Sirte.", "Tripoli", "geonames:2210247"),
        ("The storm crossed Georgia, Alabama and Florida.", "Georgia", "geonames:4197000"),
        ("Georgia and Armenia signed with Azerbaijan.", "Georgia", "geonames:614540"),
        ("Fighting went on in Deir Ezzor province.", "Deir Ezzor", "geonames:170792"),
        ("Fighting went on in the town of Deir Ezzor.", "Deir Ezzor", "geonames:170794"),
        ("Police in London, Ont., closed the bridge.", "London", "geonames:6058560"),
        ("Turkish jets crossed the line.", "Turkey", "geonames:298795"),
    ],
)
def test_resolves(gazetteer, text, name, place_id):
    location = place_of(gazetteer, text, name)
    assert location.resolved is not None, location.why
    assert location.resolved.id == place_id
    assert location.candidates[0].place.id == place_id


def test_equally_likely_namesakes_stay_open(gazetteer):
    location = located(gazetteer, "A fire broke out in Clinton.", "Clinton")["Clinton"]
    assert location.resolved is None
    assert len(location.candidates) > 1


def test_a_far_off_obscure_namesake_stays_open_and_tells_its_distance(gazetteer):
    text = "The strike hit al-Shamiyah, far from the al-Tanf border post, a source in Damascus said, as Iraqi forces watched."
    found = located(
        gazetteer,
        text,
        "al-Shamiyah",
        ("al-Tanf border post", "al-Tanf", {"feature": "border post"}),
        "Damascus",
        ("Iraqi", "Iraq", {"kind": MentionKind.DEMONYM}),
    )
    location = found["al-Shamiyah"]
    assert found["al-Tanf"].resolved.id == AT_TANF
    assert location.resolved is None
    assert "far-off" in location.why
    far = next(candidate for candidate in location.candidates if candidate.place.country == "IQ")
    km = distance_m(far.place.lonlat, found["al-Tanf"].resolved.lonlat) / 1000
    assert f"{km:.0f} km from At Tanf" in far.reasons[0]
    related = next(candidate for candidate in location.candidates if candidate.place.id == "geonames:167300")
    assert "only in part" in related.reasons[0]
    assert "51.9 km from At Tanf" in related.reasons[1]


def test_a_far_off_obscure_place_resolves_where_the_text_says_in_what_it_lies(gazetteer):
    text = "She moved from Nampa, Idaho, to Damascus."
    assert place_of(gazetteer, text, "Nampa").resolved is not None


def test_a_name_means_one_place_throughout(gazetteer):
    report = Report(id="r", text="In Springfield, Illinois, it rained. Springfield flooded. Springfield's mayor resigned.")
    locations = [item for item in locate(recognize(report, gazetteer), gazetteer=gazetteer) if item.mention.name == "Springfield"]
    assert len(locations) == 3
    assert {item.resolved.admin1 for item in locations} == {"IL"}


def test_the_common_noun_means_its_antecedent_then_its_siblings(gazetteer):
    report = Report(id="r", text="They held the al-Tanf border post. The strike fell 20 km from the border post.")
    name = mention(report, "al-Tanf border post", "al-Tanf", feature="border post")
    common = mention(report, "the border post", "border post", kind=MentionKind.COMMON, feature="border post", antecedent=name.span)
    location = locate([name, common], gazetteer=gazetteer)[1]
    assert [candidate.place.id for candidate in location.candidates] == [AT_TANF, AL_WALID]
    assert location.resolved.id == AT_TANF
    assert location.candidates[1].reasons == ("another border post, 26.6 km from At Tanf",)
    assert location.candidates[1].score < location.candidates[0].score


def test_a_town_has_no_siblings(gazetteer):
    report = Report(id="r", text="They reached Homs. The city was quiet.")
    name = mention(report, "Homs")
    common = mention(report, "The city", "city", kind=MentionKind.COMMON, feature="city", antecedent=name.span)
    assert len(locate([name, common], gazetteer=gazetteer)[1].candidates) == 1


@pytest.mark.parametrize("kind", [MentionKind.MOVING, MentionKind.COMMON])
def test_what_is_no_point_says_why(gazetteer, kind):
    report = Report(id="r", text="near the Syrian border")
    (location,) = locate([mention(report, "Syrian border", "Syrian", kind=kind)], gazetteer=gazetteer)
    assert location.resolved is None
    assert location.candidates == ()
    assert location.why


def test_coordinates_are_a_place_with_their_precision(gazetteer):
    report = Report(id="r", text="at 33.5 N, 38.7 E")
    given = mention(report, "33.5 N, 38.7 E", kind=MentionKind.COORDINATES, lonlat=(38.7, 33.5), precision_m=7000.0)
    (location,) = locate([given], gazetteer=gazetteer)
    assert location.resolved.lonlat == (38.7, 33.5)
    assert (location.resolved.kind, location.resolved.extent_m, location.resolved.id) == (
        "position",
        7000.0,
        "position:33.500000,38.700000",
    )


def test_a_region_round_a_place_is_no_other_sort_of_place(gazetteer):
    location = place_of(gazetteer, "Special forces entered the al-Tanf region in Syria.", "al-Tanf")
    assert location.resolved.id == AT_TANF
    assert not any("another sort" in reason for reason in location.candidates[0].reasons)


def test_unknown_names_are_kept_without_candidates(gazetteer):
    location = located(gazetteer, "They met in Qwzxvb.", "Qwzxvb")["Qwzxvb"]
    assert (location.resolved, location.candidates) == (None, ())
    assert "no place of this name" in location.why


TEXT = (
    "Syrian forces left Palmyra for Deir Ezzor, while Turkish jets bombed Afrin and al-Bab. In Paris, ministers of Germany and Jordan met; "
    "a convoy from Tripoli reached Homs. Clinton and Springfield were not mentioned, nor was Georgia."
)


def test_scores_are_ordered_and_between_0_and_1(gazetteer):
    for location in locate(recognize(Report(id="r", text=TEXT), gazetteer), gazetteer=gazetteer):
        scores = [candidate.score for candidate in location.candidates]
        assert scores == sorted(scores, reverse=True)
        assert all(0 <= score <= 1 for score in scores)
        assert all(candidate.reasons for candidate in location.candidates)
        assert location.why


def test_every_mention_gets_one_location_in_order(gazetteer):
    mentions = list(recognize(Report(id="r", text=TEXT), gazetteer))
    random.Random(3).shuffle(mentions)  # noqa: S311
    assert [location.mention for location in locate(mentions, gazetteer=gazetteer)] == mentions


def test_the_order_of_mentions_does_not_matter(gazetteer):
    mentions = list(recognize(Report(id="r", text=TEXT), gazetteer))
    before = {location.mention: location.resolved for location in locate(mentions, gazetteer=gazetteer)}
    random.Random(5).shuffle(mentions)  # noqa: S311
    assert {location.mention: location.resolved for location in locate(mentions, gazetteer=gazetteer)} == before


def test_no_mentions(gazetteer):
    assert locate([], gazetteer=gazetteer) == ()


@pytest.mark.parametrize(
    ("publisher", "place_id"),
    [
        ("The Beirut Star", "geonames:266826"),
        ("National News Agency (Lebanon)", "geonames:266826"),
        ("Lebanese Broadcasting", "geonames:266826"),
        ("Libya Herald", "geonames:2210247"),
        ("Daily Planet", "geonames:2210247"),
        (None, "geonames:2210247"),
    ],
)
def test_the_publisher_counts_a_little(gazetteer, publisher, place_id):
    report = Report(id="r", text="Shoppers in Tripoli fled to Jubayl.", publisher=publisher)
    extraction = extract(report, names=gazetteer)
    first, _ = locate(extraction.mentions, gazetteer=gazetteer, home=extraction.home)
    assert first.candidates[0].place.id == place_id
    told = any("publisher" in reason for candidate in first.candidates for reason in candidate.reasons)
    assert told is (publisher not in (None, "Daily Planet"))


def test_a_publisher_of_two_countries_says_nothing(gazetteer):
    report = Report(id="r", text="Shoppers in Tripoli fled.", publisher="Syrian-Lebanese Review")
    extraction = extract(report, names=gazetteer)
    assert extraction.home == ("Syria", "Lebanon")
    assert locate(extraction.mentions, gazetteer=gazetteer, home=extraction.home) == locate(extraction.mentions, gazetteer=gazetteer)


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("They live in Paris, about 100 miles northeast of Dallas.", "Paris", "geonames:4717560"),
        ("Tripoli is 85 km north of Beirut.", "Tripoli", "geonames:266826"),
        ("The village of Tripoli, 150 km from Athens, was cut off.", "Tripoli", "geonames:252601"),
    ],
)
def test_the_distances_of_the_report_speak_for_what_fits_them(gazetteer, text, name, place_id):
    extraction = extract(Report(id="r", text=text), names=gazetteer)
    location = next(
        each for each in locate(extraction.mentions, gazetteer=gazetteer, claims=extraction.claims) if each.mention.name == name
    )
    assert location.resolved is not None, location.why
    assert location.resolved.id == place_id
    assert any("where the text has" in reason for reason in location.candidates[0].reasons)


@pytest.mark.parametrize(
    "text", ["They live in Paris, about 5 miles south of Dallas.", "The Paris convoy was 100 miles northeast of Dallas."]
)
def test_a_distance_that_nothing_fits_says_nothing(gazetteer, text):
    extraction = extract(Report(id="r", text=text), names=gazetteer)
    with_claims = locate(extraction.mentions, gazetteer=gazetteer, claims=extraction.claims)
    assert with_claims == locate(extraction.mentions, gazetteer=gazetteer)


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("Troops in Kramatorsk and Sloviansk in Ukraine said that a column was 12 km north of Bakhmud.", "Bakhmud", "geonames:713174"),
        ("Shells fell on Homs and Hama in Syria. The city of Damsacus was hit.", "Damsacus", "geonames:170654"),
    ],
)
def test_a_wrong_spelling_leads_where_more_speaks_for_it(gazetteer, text, name, place_id):
    report = Report(id="r", text=text)
    extraction = extract(report, names=gazetteer)
    locations = locate(extraction.mentions, gazetteer=gazetteer, claims=extraction.claims)
    location = next(location for location in locations if location.mention.name == name)
    assert location.resolved is not None, location.why
    assert location.resolved.id == place_id
    assert "a guess: spelt like" in location.candidates[0].reasons[0]
    assert "a guess: spelt like" in location.why
    assert location.guessed


def test_a_wrong_spelling_alone_is_listed_and_not_resolved(gazetteer):
    report = Report(id="r", text="A drone was seen 5 km north of Philadelpiha on Monday.")
    extraction = extract(report, names=gazetteer)
    (location,) = locate(extraction.mentions, gazetteer=gazetteer, claims=extraction.claims)
    assert location.resolved is None
    assert not location.guessed
    assert location.candidates[0].place.name == "Philadelphia"
    assert location.candidates[0].guess
    assert location.candidates[0].score <= 0.25
    assert "nothing else speaks for it" in location.why


def test_a_capitalised_word_without_a_cue_is_no_wrong_spelling(gazetteer):
    found = located(gazetteer, "Damsacus and Homs were quiet, they said in Hama.", "Damsacus", "Homs", "Hama")
    assert found["Damsacus"].candidates == ()


def test_an_endless_list_of_unknown_names_is_not_looked_for_endlessly(gazetteer):
    words = [f"Qxz{chr(97 + at // 26 % 26)}{chr(97 + at % 26)}vwq" for at in range(MOST_DOUBTFUL + 3)]
    report = Report(id="r", text=" ".join(words))
    mentions = [mention(report, word, feature="town") for word in words]
    left = [location.mention.name for location in locate(mentions, gazetteer=gazetteer) if "not looked for as a slip" in location.why]
    assert left == words[MOST_DOUBTFUL:]


def test_a_place_is_not_a_transliteration_and_a_guess_at_once(gazetteer):
    report = Report(id="r", text="The town of Hulyaipole was shelled.")
    (location,) = locate([mention(report, "Hulyaipole", feature="town")], gazetteer=gazetteer)
    ids = [candidate.place.id for candidate in location.candidates]
    assert ids
    assert len(ids) == len(set(ids))


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        ("Jets took off from Shayrat airbase.", "Shayrat", "icao:OS65"),
        ("Fighting went on at Donetsk airport.", "Donetsk", "icao:UKCC"),
        ("Fighting went on at Donetsk airport; in Donetsk itself it was calm.", "Donetsk", "icao:UKCC"),
        ("The Euphrates is low.", "Euphrates", "geomap:euphrates"),
        ("Ships passed the Strait of Hormuz.", "Strait of Hormuz", "geomap:strait-of-hormuz"),
        ("A fire burnt in San Bernardino County, California.", "San Bernardino County", "geonames:5391726"),
        ("Mexico closed its side.", "Mexico", "geonames:3996063"),
        ("They fought in Donbas.", "Donbas", "geomap:donbas"),
        ("They landed on Snake Island.", "Snake Island", "geomap:snake-island"),
    ],
)
def test_other_kinds_of_places(gazetteer, text, name, place_id):
    location = place_of(gazetteer, text, name)
    assert location.resolved is not None, location.why
    assert location.resolved.id == place_id


def test_a_town_and_its_airport_are_two_places(gazetteer):
    report = Report(id="r", text="Fighting went on at Donetsk airport; in Donetsk itself it was calm.")
    first, second = locate(recognize(report, gazetteer), gazetteer=gazetteer)
    assert first.resolved is not None
    assert second.resolved is not None
    assert (first.resolved.kind, second.resolved.kind) == ("airport", "populated place")


@pytest.mark.parametrize(
    ("text", "name", "place_id"),
    [
        # a town of some size, in a country that is named, by another of its names and far from the other places
        ("Baghdad spoke for Iraq. A shell fell near the city of Rutba.", "Rutba", "geonames:98677"),
        # without its article
        ("Baghdad spoke for Iraq. A shell fell near the Iraqi city of Qaim.", "Qaim", "geonames:92138"),
    ],
)
def test_a_town_in_a_country_that_is_named(gazetteer, text, name, place_id):
    location = place_of(gazetteer, text, name)
    assert location.resolved is not None, location.why
    assert location.resolved.id == place_id


@pytest.mark.parametrize(
    "text", ["Peru and Bolivia spoke in Lima. A hut stood near the village of Jaba. A man fell near Horran.", "Peru spoke of Horran."]
)
def test_little_known_places_of_other_countries_do_not_vouch_for_one_another(gazetteer, text):
    location = place_of(gazetteer, text, "Horran")
    assert location.resolved is None
    assert "Syria, of which the report does not speak" in location.why or "far-off" in location.why or "thin" in location.why


def test_three_towns_beside_one_another_do(gazetteer):
    text = "Mexico was far away. Snow fell in Bantam, in New Milford and in Litchfield and Danbury."
    assert place_of(gazetteer, text, "New Milford").resolved is not None


def test_a_town_by_another_of_its_names_in_a_country_that_is_named(gazetteer):
    found = located(gazetteer, "Damascus said that Syria was calm. A shell fell near Abu Kamal.", "Damascus", "Syria", "Abu Kamal")
    assert found["Abu Kamal"].resolved is not None, found["Abu Kamal"].why
    assert found["Abu Kamal"].resolved.id == "geonames:174448"


def test_a_large_town_of_another_country_is_no_stranger(gazetteer):
    found = located(gazetteer, "Liberia and Greece spoke. A ship lay off the port of Hodeidah.", "Liberia", "Greece", "Hodeidah")
    assert found["Hodeidah"].resolved is not None, found["Hodeidah"].why

from __future__ import annotations

import itertools
import math

import pytest

from geomap.language.claims.extract import extract
from geomap.model import Claim, MentionKind, Report
from geomap.relations import Relation


def claims(text: str) -> tuple[Claim, ...]:
    return extract(Report(id="r", text=text)).claims


def only(text: str) -> Claim:
    (claim,) = claims(text)
    return claim


@pytest.mark.parametrize(
    ("text", "relation", "words", "bearing", "anchors"),
    [
        ("The army is within 30 km of Arvo.", Relation.WITHIN, "within 30 km of Arvo", None, ["Arvo"]),
        ("The strike was more than 45 miles from Arvo.", Relation.BEYOND, "more than 45 miles from Arvo", None, ["Arvo"]),
        ("The camp lies 12 km from Arvo.", Relation.AT, "12 km from Arvo", None, ["Arvo"]),
        ("The camp lies 10-15 km from Arvo.", Relation.RANGE, "10-15 km from Arvo", None, ["Arvo"]),
        ("The camp lies a few miles from Arvo.", Relation.RANGE, "a few miles from Arvo", None, ["Arvo"]),
        ("Rebels hold a hill 12 km north-east of Arvo.", Relation.AT, "12 km north-east of Arvo", "NE", ["Arvo"]),
        ("The dhow was 4 nm SSE off Pulau Dor.", Relation.AT, "4 nm SSE off Pulau Dor", "SSE", ["Pulau Dor"]),
        ("It lies 5 miles E by N of Arvo.", Relation.AT, "5 miles E by N of Arvo", "EbN", ["Arvo"]),
        ("It lies 5 miles south by southwest of Arvo.", Relation.AT, "5 miles south by southwest of Arvo", "SSW", ["Arvo"]),
        ("Villages north of Arvo were burnt.", Relation.TOWARD, "north of Arvo", "N", ["Arvo"]),
        (
            "The ship sank 15 nautical miles off the coast of Dor.",
            Relation.AT,
            "15 nautical miles off the coast of Dor",
            None,
            ["coast of Dor"],
        ),
        ("A target 30 km inside Norland was hit.", Relation.AT, "30 km inside Norland", None, ["Norland"]),
        ("The bus stopped halfway between Arvo and Lys.", Relation.BETWEEN, "halfway between Arvo and Lys", None, ["Arvo", "Lys"]),
        ("The pipeline from Arvo to Lys burst.", Relation.BETWEEN, "from Arvo to Lys", None, ["Arvo", "Lys"]),
        ("The road linking Arvo with Lys was cut.", Relation.BETWEEN, "linking Arvo with Lys", None, ["Arvo", "Lys"]),
        ("Patrols drove along the Arvo-Lys highway.", Relation.ALONG, "along the Arvo-Lys highway", None, ["Arvo-Lys highway"]),
        ("Shells fell near the Arvo border crossing.", Relation.NEAR, "near the Arvo border crossing", None, ["Arvo border crossing"]),
        ("The air strike hit al-Dor, officials said.", Relation.INSIDE, "hit al-Dor", None, ["al-Dor"]),
        ("Clashes broke out in eastern Arvo.", Relation.INSIDE, "in eastern Arvo", None, ["Arvo"]),
        ("The distance between Arvo and Lys is 160 km.", Relation.AT, "distance between Arvo and Lys is 160 km", None, ["Lys"]),
        ("Less than 25 km separate the army from Arvo.", Relation.WITHIN, "Less than 25 km separate the army from Arvo", None, ["Arvo"]),
        ("Arvo, not 10 miles from Lys, fell.", Relation.WITHIN, "not 10 miles from Lys", None, ["Lys"]),
        ("Troops stand 5 km over the Iraqi border.", Relation.AT, "5 km over the Iraqi border", None, ["Iraqi border"]),
        ("It is 12 miles to the nearest town.", Relation.AT, "12 miles to the nearest town", None, ["nearest town"]),
    ],
)
def test_relations(text, relation, words, bearing, anchors):
    claim = only(text)
    assert (claim.relation, claim.span.text, claim.bearing) == (relation, words, bearing)
    assert [mention.span.text for mention in claim.anchors] == anchors


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2 mi NW of Lone Elm", [("NW", "Lone Elm")]),
        ("Lone Elm, 2 mi. NW", [("NW", "Lone Elm")]),
        ("Lone Elm 2 mi NW", [("NW", "Lone Elm")]),
        ("Lone Elm (2 km north of)", [("N", "Lone Elm")]),
        ("2 mi NW Lone Elm", [("NW", "Lone Elm")]),
        ("3 mi W 1000 Oaks", [("W", "1000 Oaks")]),
        ("E of Lone Elm 5 mi", [("E", "Lone Elm")]),
        ("3.2 mi S, 1.7 mi W Lone Elm", [("S", "Lone Elm"), ("W", "Lone Elm")]),
        ("5 mi N and 2 mi E of Lone Elm", [("N", "Lone Elm"), ("E", "Lone Elm")]),
        ("Lone Elm 3.5 mi N 2.4 mi SW", [("N", "Lone Elm"), ("SW", "Lone Elm")]),
        ("Lone Elm, 6 miles north and 3 miles west of", [("N", "Lone Elm"), ("W", "Lone Elm")]),
        ("12 road miles N of Lone Elm", [("N", "Lone Elm")]),
        ("2 mi S AND 0.5 mi W OF LONE ELM", [("S", "LONE ELM"), ("W", "LONE ELM")]),
    ],
)
def test_locality_strings(text, found):
    assert [(claim.bearing, claim.anchors[0].span.text) for claim in claims(text)] == found


@pytest.mark.parametrize(
    ("text", "relation", "words", "anchor"),
    [
        ("They imposed a 34-mile exclusion zone around Arvo.", Relation.ZONE, "a 34-mile exclusion zone around Arvo", "Arvo"),
        (
            "A two kilometre quarantine zone was set up around the farm.",
            Relation.ZONE,
            "A two kilometre quarantine zone was set up around the farm",
            "farm",
        ),
        ("A no-fly zone of 10 km around the dam is in force.", Relation.ZONE, "A no-fly zone of 10 km around the dam", "dam"),
        ("Waters up to 200 miles around Dor are closed.", Relation.ZONE, "up to 200 miles around Dor", "Dor"),
        ("Its airspace extends 12 nautical miles from the coast.", Relation.ZONE, "12 nautical miles from the coast", "coast"),
        ("The destroyer entered the 12-mile limit off Dor.", Relation.INSIDE, "the 12-mile limit off Dor", "Dor"),
        (
            "The jet flew outside the 34-mile exclusion zone around Arvo.",
            Relation.OUTSIDE,
            "the 34-mile exclusion zone around Arvo",
            "Arvo",
        ),
    ],
)
def test_zones(text, relation, words, anchor):
    claim = only(text)
    assert (claim.relation, claim.span.text, claim.anchors[0].span.text) == (relation, words, anchor)


def test_a_zone_without_a_place_of_its_own_takes_the_one_named_before():
    claim = only("The force threatened troops at the Arvo garrison and had violated the 34-mile exclusion zone.")
    assert claim.relation is Relation.INSIDE
    assert claim.anchors[0].span.text == "Arvo garrison"
    assert claim.literal_distance is not None
    assert claim.literal_distance.high == pytest.approx(34 * 1609.344)


def test_a_zone_that_was_not_entered_is_outside():
    assert only("The jet had not entered the 5-km exclusion zone around Arvo.").relation is Relation.OUTSIDE


def test_a_distance_from_a_zone_is_not_the_zone_itself():
    distance, zone = claims("The ship was 36 miles outside the 200-mile exclusion zone around Dor.")
    assert (distance.relation, distance.anchors[0].feature) == (Relation.AT, "zone")
    assert zone.anchors[0].name == "Dor"


def test_a_common_noun_is_resolved_to_the_nearest_name_of_its_kind():
    text = (
        "A convoy was headed for the Arvo border post. Later the ministry named Lys. The raid was more than 45 miles from the border post."
    )
    (claim,) = (claim for claim in claims(text) if claim.distance)
    (anchor,) = claim.anchors
    assert (anchor.span.text, anchor.kind, anchor.name) == ("border post", MentionKind.COMMON, "Arvo")
    assert anchor.antecedent is not None
    assert anchor.antecedent.text == "Arvo border post"


def test_a_common_noun_without_antecedent_stays_open():
    (anchor,) = only("The raid was 45 miles from the border post.").anchors
    assert (anchor.antecedent, anchor.name) == (None, "border post")


def test_a_pronoun_stands_for_the_nearest_place():
    (claim,) = (claim for claim in claims("Troops closed in on the Arvo airbase and are about 5 km away from it.") if claim.distance)
    assert claim.anchors[0].span.text == "Arvo airbase"


def test_its_coast_is_the_nations_named_before():
    (claim,) = (claim for claim in claims("The Syrian army fired at a jet one kilometre off its coast.") if claim.distance)
    assert (claim.anchors[0].kind, claim.anchors[0].name) == (MentionKind.COAST, "Syria")


def test_an_implicit_anchor_is_none():
    claim = only("Another skiff was seen at a distance of 3 miles.")
    assert (claim.anchors, claim.relation) == ((), Relation.AT)


def test_more_than_has_no_upper_bound():
    literal = only("It lies more than 45 miles from Arvo.").literal_distance
    assert literal is not None
    assert (literal.low, literal.high) == (pytest.approx(72_420.48), math.inf)


@pytest.mark.parametrize(
    "text",
    [
        "The bridge is 3 km long.",
        "A 15-mile stretch of road was closed.",
        "They laid 60 km of pipe.",
        "The fire has burnt 135 square miles.",
        "The storm moved at 15 kilometres per hour.",
        "She can run 50 miles a day.",
        "The missile has a range of 300 km.",
        "A network with a 30-km range was built.",
        "The blast was heard 20 km away.",
        "Smoke could be seen from 10 miles away.",
        "He walked almost five kilometres to a school.",
        "They had driven 30 miles from Arvo to see her.",
        "The plane flew at an altitude of 7,350 feet.",
        "The quake was at a depth of 12 km.",
        "The satellite is 355 miles above Earth.",
        "The town stands 400 metres above sea level.",
        "There was two feet of snow.",
        "She won the 3,000-meter speedskating title.",
        "The 10 kilometre running event starts at noon.",
        "He was killed at Mile 91.",
        "Smoking is prohibited within 4 metres of building entrances.",
        "The ships came within 100 yards of each other.",
        "Talks between Russia and Turkey went on.",
        "Trade between Arvo and Lys rose.",
        "They live in the south of France.",
        "The house costs north of $100,000.",
    ],
)
def test_look_alikes_are_neither_claims_nor_unread(text):
    extraction = extract(Report(id="r", text=text))
    assert not [claim for claim in extraction.claims if claim.distance or claim.bearing or claim.relation is Relation.BETWEEN]
    assert extraction.unread == ()


def test_a_distance_that_no_rule_understands_is_listed():
    (unread,) = extract(Report(id="r", text="Sources add 12 km, more or less.")).unread
    assert unread.span.text == "12 km"
    assert unread.sentence.text == "Sources add 12 km, more or less."


def test_claims_do_not_overlap_and_are_numbered_in_reading_order():
    found = claims("Arvo, 5 km from Lys and 12 km north of Dor, was hit. It lies 3 km off the Libyan coast near Kel.")
    assert [claim.id for claim in found] == [f"c{at + 1}" for at in range(len(found))]
    assert all(before.span.end <= after.span.start for before, after in itertools.pairwise(found))


def test_every_anchor_is_among_the_mentions():
    extraction = extract(Report(id="r", text="Arvo lies 5 km from Lys, halfway between Dor and Kel."))
    spans = {(mention.span.start, mention.span.end) for mention in extraction.mentions}
    assert {(anchor.span.start, anchor.span.end) for claim in extraction.claims for anchor in claim.anchors} <= spans


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("A bomb fell 5 km from Mola.", ["5 km from Mola"]),
        ("He fell 30 feet from the bridge at Mola.", []),
        ("Her body was found on Sunday between Arvo and Mola.", ["between Arvo and Mola"]),
        ("He found a compromise between Jones and Smith.", []),
    ],
)
def test_finding_and_falling(text, claims):
    assert [claim.span.text for claim in extract(Report(id="r", text=text)).claims if claim.relation.value != "inside"] == claims


def test_how_far_off_a_place_is_where_something_was_brought_is_not_measured_from_it():
    claim = only("In Arvo the mayor counted ten dead. They were driven here, some 60 miles to the east, in trucks.")
    assert (claim.bearing, claim.anchors) == ("E", ())

"""Which side of a line something was on and how far it went in, above what it flew, beside what it lay; every sentence is made up."""

from __future__ import annotations

import pytest

from geomap.language.claims.extract import extract
from geomap.model import Claim, Report, Stance
from geomap.units import Interval

SIDES = [
    ("A truck was hit on Turkish soil.", "inside", "on Turkish soil", "Turkey", "A truck"),
    (
        "The tanker was boarded in Omani territorial waters.",
        "inside",
        "in Omani territorial waters",
        "Oman",
        "The tanker",
    ),
    ("The trawler was stopped in Norwegian waters.", "inside", "in Norwegian waters", "Norway", "The trawler"),
    ("The boat had been inside Iraqi waters.", "inside", "inside Iraqi waters", "Iraq", "The boat"),
    ("The jets were already back within Israeli airspace.", "inside", "within Israeli airspace", "Israel", "The jets"),
    ("The ship was attacked in international waters.", "inside", "in international waters", "international waters", "The ship"),
    (
        "The boat was seized in the territorial waters of Oman.",
        "inside",
        "in the territorial waters of Oman",
        "Oman",
        "The boat",
    ),
    (
        "The missile landed in Japan's exclusive economic zone.",
        "inside",
        "in Japan's exclusive economic zone",
        "exclusive economic zone",
        "The missile",
    ),
    (
        "The drone was within the limits of Malian territory when it was shot down.",
        "inside",
        "within the limits of Malian territory",
        "Mali",
        "The drone",
    ),
    ("The car was found on the Mexican side of the border.", "inside", "on the Mexican side of the border", "Mexico", "The car"),
    ("Debris fell on Jordan's side of the line.", "inside", "on Jordan's side of the line", "Jordan", "Debris"),
    ("Jets bombed an outpost just inside Syria.", "inside", "just inside Syria", "Syria", "an outpost"),
    ("A bus was hit just inside the border with Norland.", "near", "just inside the border with Norland", "Norland", "A bus"),
    ("The raid took place deep inside Iranian territory.", "inside", "deep inside Iranian territory", "Iran", "The raid"),
    ("The drone was downed well outside Iranian airspace.", "outside", "well outside Iranian airspace", "Iran", "The drone"),
    # above
    ("An Antonov went missing over the Sulu Sea.", "inside", "over the Sulu Sea", "Sulu Sea", "An Antonov"),
    ("The airliner was shot down over eastern Dorra.", "inside", "over eastern Dorra", "Dorra", "The airliner"),
    # on, around, off, across from
    ("The jet put down on Lannan Island.", "inside", "on Lannan Island", "Lannan Island", "The jet"),
    ("A helicopter crashed on the island of Solta.", "inside", "on the island of Solta", "Solta", "A helicopter"),
    ("Debris was scattered over fields around Drobno.", "near", "around Drobno", "Drobno", "Debris"),
    ("The dhow sank off Lampara.", "near", "off Lampara", "Lampara", "The dhow"),
    ("A tanker was hijacked in waters off Somalia.", "near", "off Somalia", "Somalia", "A tanker"),
    ("The farm lies just across from the Iraqi town of Qosh.", "near", "just across from the Iraqi town of Qosh", "Qosh", "The farm"),
    ("A man was shot on the airport road.", "along", "on the airport road", "airport road", "A man"),
    ("A reactor on the Euphrates was bombed.", "along", "on the Euphrates", "Euphrates", "A reactor"),
    ("Rebels dug in along the Dnipro.", "along", "along the Dnipro", "Dnipro", "Rebels"),
    # incidents told in other words, or long before the place
    (
        "A raid took place at 0410 local time on 3 May in the village of Ain Dora.",
        "inside",
        "in the village of Ain Dora",
        "Ain Dora",
        "A raid",
    ),
    ("A column was assailed on Tuesday by armed men at Baro Beri.", "inside", "at Baro Beri", "Baro Beri", "A column"),
    ("A blast shook south Mola.", "inside", "shook south Mola", "Mola", "A blast"),
]

FAR_IN = [
    (
        "Two jets violated Syrian airspace to a depth of six kilometres.",
        "to a depth of six kilometres",
        "Syria",
        6000,
        "Two jets",
    ),
    (
        "The drone had come into national airspace over a distance of three (3) kilometres.",
        "over a distance of three (3) kilometres",
        "national airspace",
        3000,
        "The drone",
    ),
    (
        "The incursion into Lebanese territory reached a depth of 3 km.",
        "a depth of 3 km",
        "Lebanon",
        3000,
        "The incursion",
    ),
    ("The drone crossed the border by 700 metres.", "by 700 metres", "border", 700, "The drone"),
    (
        "The twelve jets flew about 60 km beyond the Green Line.",
        "about 60 km beyond the Green Line",
        "Green Line",
        60000,
        "The twelve jets",
    ),
    ("They had come 5 km across the Line of Contact, he said.", "5 km across the Line of Contact", "Line of Contact", 5000, "They"),
    ("The first text put the drone 3 km over the line.", "3 km over the line", "line", 3000, "the drone"),
    ("Troops moved 4 km into Lebanon.", "4 km into Lebanon", "Lebanon", 4000, "Troops"),
    ("The camp is 8 km within Syrian territory.", "8 km within Syrian territory", "Syria", 8000, "The camp"),
    ("The post stands 3 km on the Iraqi side of the border.", "3 km on the Iraqi side of the border", "Iraq", 3000, "The post"),
    ("The jet was flying 20 km off the Yemeni coast.", "20 km off the Yemeni coast", "Yemen", 20000, "The jet"),
    ("He was hit while sailing 5 km from Dorra.", "5 km from Dorra", "Dorra", 5000, None),
]

LOOKALIKES = [
    "The well was drilled to a depth of eight kilometres.",
    "The submarine dived to a depth of 200 metres.",
    "The plate moved into the mantle to a depth of 80 km.",
    "The vessel entered Danish waters to a depth of 30 metres.",
    "The minister vowed to prevent attacks on American soil.",
    "He has a licence to fish in Norwegian waters.",
    "The navy would be in Iranian waters by spring.",
    "Ships that sail in international waters need a flag.",
    "Wine grown on volcanic soil is fine.",
    "Shares on the German side of the business fell.",
    "On the Israeli side of the table sat two ministers.",
    "There is controversy over Kashmir.",
    "The quarrel over the Dorra Islands went on.",
    "A helicopter deal over Mola collapsed.",
    "He drove on the main road.",
    "She sells books on the Amazon website.",
    "He spoke on Jordan.",
    "The smugglers entered Norland by a 2-km tunnel.",
    "The smugglers crossed the border by 2 km of tunnel.",
    "A landing ship typically docked in Mola.",
    "After the death of the mayor on 3 May 2018, councillors within the ADM asked for more.",
    "The couple were employed by a rich family at Arvo, who paid well.",
    "The pilot took off Mola's name.",
    "A trip off Mola was planned.",
    "He came down with fever in Mola.",
    "The army put down the rebellion in Mola.",
    "He finished 2 metres over the line.",
    "They drove 10 miles into town.",
    "She was 5 km into the race.",
    "After sailing 90 miles from Dorra they rested.",
    "The fighter came within 20 feet of a Navy P-9 Neptune.",
    "The tanker came within 40 metres of a fishing boat.",
    "The shell burst three metres from the skin of the plane.",
    "Kerel had closed the airspace up to 9,000 metres.",
    "The drone cruises at up to 7,000 metres.",
]


def claims(text: str) -> tuple[Claim, ...]:
    return extract(Report(id="r", text=text)).claims


@pytest.mark.parametrize(("text", "relation", "words", "anchor", "target"), SIDES)
def test_what_it_was_in_on_over_or_beside(text, relation, words, anchor, target):
    (claim,) = claims(text)
    assert (claim.relation.value, claim.span.text, claim.anchors[0].name) == (relation, words, anchor)
    assert (claim.target and claim.target.text) == target


@pytest.mark.parametrize(("text", "words", "anchor", "metres", "target"), FAR_IN)
def test_how_far_in_it_was(text, words, anchor, metres, target):
    (claim,) = claims(text)
    assert (claim.relation.value, claim.span.text, claim.anchors[0].name) == ("at", words, anchor)
    assert claim.literal_distance == Interval(metres, metres)
    assert (claim.target and claim.target.text) == target


@pytest.mark.parametrize("text", LOOKALIKES)
def test_look_alikes_make_no_claim(text):
    assert claims(text) == ()


def test_what_is_denied_of_a_side_is_a_claim_that_is_denied():
    (claim,) = claims("The ship was not in Iranian waters.")
    assert (claim.span.text, claim.stance) == ("in Iranian waters", Stance.DENIED)


def test_a_belt_between_two_distances_is_measured_from_the_place_before():
    first, second = claims("Homes within 2 km of the Keli crater must be cleared, and people between 2 and 5 km should stay inside.")
    assert (second.relation.value, second.literal_distance, second.anchors[0]) == ("range", Interval(2000, 5000), first.anchors[0])


def test_the_line_is_the_border_named_before():
    *_, claim = claims("The patrol reached the Iraqi border at noon. The drone fell 3 km over the line.")
    assert claim.anchors[0].name == "Iraq"


def test_outside_a_town_takes_its_name_from_before():
    *_, claim = claims("Fighting reached the town of Arvo. Two men were killed outside the town.")
    assert (claim.relation.value, claim.span.text, claim.anchors[0].name) == ("near", "outside the town", "Arvo")
    assert claims("Two men were killed outside the town.") == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "The aid went by road in convoys 200 km north of Namey, in southwest Niger.",
            [("at", "Namey", None), ("inside", "Niger", "SW")],
        ),
        ("He was among the guests at Mogra el-Dib, on the Syrian border.", [("inside", "Mogra el-Dib", None), ("near", "Syria", None)]),
        (
            "He named the village, Tengo, in the Tilla region near the Mali border.",
            [("inside", "Tilla", None), ("near", "Mali", None)],
        ),
        ("She lives in Mola, near the Iraqi border.", [("near", "Iraq", None)]),
        ("The base at Kolo, 105 km north-east of Kadra, is large.", [("at", "Kadra", None)]),
        ("He was stopped in his Bentley, on State Route 94.", [("along", "State Route 94", None)]),
    ],
)
def test_a_place_beside_another_claim(text, found):
    assert [(claim.relation.value, claim.anchors[0].name, claim.anchors[0].part) for claim in claims(text)] == found

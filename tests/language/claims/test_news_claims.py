"""Claims without figures as a careful reader of news would take them, beside look-alikes; every sentence is made up for this table."""

from __future__ import annotations

import pytest
from builders import joined

from geomap.language.claims.extract import extract
from geomap.model import Report

CLAIMS = [
    # where an incident was
    ("A fire in Weston killed a man of 84.", [("inside", "in Weston", "Weston", "A fire")]),
    ("Fires broke out in Weston on Tuesday.", [("inside", "in Weston", "Weston", "Fires")]),
    ("Clashes broke out in eastern Arvo.", [("inside", "in eastern Arvo", "Arvo", "Clashes")]),
    ("The air strike hit al-Dor, officials said.", [("inside", "hit al-Dor", "al-Dor", "The air strike")]),
    ("Gunmen attacked Mola at dawn.", [("inside", "attacked Mola", "Mola", "Gunmen")]),
    ("Rebels captured Mola last week.", [("inside", "captured Mola", "Mola", "Rebels")]),
    ("A bomb exploded in southern Iraq.", [("inside", "in southern Iraq", "Iraq", "A bomb")]),
    ("Two men were arrested in Mola after a search.", [("inside", "in Mola", "Mola", "Two men")]),
    ("A dead swan was found in the village of Arvo.", [("inside", "in the village of Arvo", "Arvo", "A dead swan")]),
    ("The virus was detected in Hale County on Monday.", [("inside", "in Hale County", "Hale County", "The virus")]),
    ("A truck overturned in Edgar County.", [("inside", "in Edgar County", "Edgar County", "A truck")]),
    ("The rally was held in Mola yesterday.", [("inside", "in Mola", "Mola", "The rally")]),
    ("A house fire in Scottley was put out quickly.", [("inside", "in Scottley", "Scottley", "A house fire")]),
    ("Police shot a man in the Dorro district.", [("inside", "in the Dorro district", "Dorro district", "a man")]),
    ("An explosion in a Mola suburb injured six people.", [("inside", "in a Mola suburb", "Mola suburb", "An explosion")]),
    ("Car bomb kills 20 in Mola.", [("inside", "in Mola", "Mola", "Car bomb")]),
    ("The crash at Mola Airport killed two.", [("inside", "at Mola Airport", "Mola Airport", "The crash")]),
    ("A woman was stabbed in Seaton Street.", [("inside", "in Seaton Street", "Seaton Street", "A woman")]),
    (
        "Their cars collided at 50th Street and Hale Avenue.",
        [("inside", "at 50th Street and Hale Avenue", "50th Street and Hale Avenue", "Their cars")],
    ),
    ("He died at Women and Children's Hospital.", [("inside", "at Women and Children's Hospital", "Women and Children's Hospital", "He")]),
    ("A blast tore through the crowd during the riot in Dorro town.", [("inside", "in Dorro town", "Dorro town", "the riot")]),
    ("Heavy winds battered Mola on Monday.", [("inside", "battered Mola", "Mola", "Heavy winds")]),
    ("The militants were held in the Hale County jail.", [("inside", "in the Hale County jail", "Hale County jail", "The militants")]),
    ("An accident in Mola police said left two dead.", [("inside", "in Mola", "Mola", "An accident")]),
    ("A landslide in Dorro province last week buried a bus.", [("inside", "in Dorro province", "Dorro province", "A landslide")]),
    (
        "The shooting in February at Stone High School shocked the town.",
        [("inside", "at Stone High School", "Stone High School", "The shooting")],
    ),
    (
        "A suspect was charged in the stabbing death of a clerk in River North.",
        [("inside", "in River North", "River North", "the stabbing death")],
    ),
    ("Gunmen carried out an attack in central Jordan.", [("inside", "in central Jordan", "Jordan", "an attack")]),
    (
        "A man was shot in the 800 block of Candle Drive.",
        [("inside", "in the 800 block of Candle Drive", "800 block of Candle Drive", "A man")],
    ),
    (
        "The home is located in the 900 block of Oak Avenue.",
        [("inside", "in the 900 block of Oak Avenue", "900 block of Oak Avenue", "The home")],
    ),
    ("In Arvo, gunmen attacked a school.", [("inside", "In Arvo", "Arvo", "gunmen")]),
    ("In eastern Arvo there has been an outbreak of fires.", [("inside", "In eastern Arvo", "Arvo", None)]),
    ("Two swans found in Rich Park are being tested.", [("inside", "in Rich Park", "Rich Park", "Two swans")]),
    ("A boat sank off the coast of Dorro.", [("near", "off the coast of Dorro", "coast of Dorro", "A boat")]),
    (
        "Police reported 45 deaths in Arvo Province, 12 in Mola Province.",
        [
            ("inside", "in Arvo Province", "Arvo Province", "45 deaths"),
            ("inside", "in Mola Province", "Mola Province", "12"),
        ],
    ),
    ("Officers died in a raid in Western Kasai.", [("inside", "in Western Kasai", "Western Kasai", "a raid")]),
    # lists: each place, of things apart
    (
        "Nine activists were arrested in Arvo and Mola.",
        [("inside", "in Arvo", "Arvo", "Nine activists"), ("inside", "Mola", "Mola", "Nine activists")],
    ),
    (
        "Deaths have occurred in the provinces of Arvo, Mola and Lys.",
        [
            ("inside", "in the provinces of Arvo", "Arvo", "Deaths"),
            ("inside", "Mola", "Mola", "Deaths"),
            ("inside", "Lys", "Lys", "Deaths"),
        ],
    ),
    (
        "The virus was found in nearby villages of Arvo and Dorro.",
        [("inside", "in nearby villages of Arvo", "Arvo", "The virus"), ("inside", "Dorro", "Dorro", "The virus")],
    ),
    # a place within a place
    (
        "The bombing occurred in the town of Arvo, in Mola district.",
        [("inside", "in the town of Arvo", "Arvo", "The bombing"), ("inside", "in Mola district", "Mola district", "The bombing")],
    ),
    (
        "Tests on a dead swan found in the village of Arvo in Norshire were run.",
        [("inside", "in the village of Arvo", "Arvo", "a dead swan"), ("inside", "in Norshire", "Norshire", "a dead swan")],
    ),
    # near
    ("The farm near Orneta was sealed off.", [("near", "near Orneta", "Orneta", "The farm")]),
    (
        "Three graves near the Lady of Mercy church were opened.",
        [("near", "near the Lady of Mercy church", "Lady of Mercy church", "Three graves")],
    ),
    (
        "The blast was close to 'Sheikh Talo graveyard'.",
        [("near", "close to 'Sheikh Talo graveyard", "Sheikh Talo graveyard", "The blast")],
    ),
    ("A truck hit him near Oak and Elm avenues.", [("near", "near Oak and Elm avenues", "Oak and Elm avenues", "him")]),
    (
        "He was seen near the intersection of Dawes Street.",
        [("near", "near the intersection of Dawes Street", "intersection of Dawes Street", "He")],
    ),
    (
        "A car struck her near the intersection of Dawes Street and Elm Avenue.",
        [("near", "near the intersection of Dawes Street and Elm Avenue", "intersection of Dawes Street and Elm Avenue", "her")],
    ),
    (
        "She was crossing the road near its intersection with Elm Drive.",
        [("near", "near its intersection with Elm Drive", "intersection with Elm Drive", "the road")],
    ),
    ("The house outside Chieflow was empty.", [("near", "outside Chieflow", "Chieflow", "The house")]),
    (
        "Flowers piled up outside the Mola police headquarters.",
        [("near", "outside the Mola police headquarters", "Mola police headquarters", "Flowers")],
    ),
    ("The body lay near the airport.", [("near", "near the airport", "airport", "The body")]),
    ("The camp is near the Turkish border.", [("near", "near the Turkish border", "Turkish border", "The camp")]),
    ("The town lies on the border with Norland.", [("near", "on the border with Norland", "border with Norland", "The town")]),
    ("A device near the town hall of Arvo was defused.", [("near", "near the town hall of Arvo", "town hall of Arvo", "A device")]),
    ("The residents of Arvo, just outside Cairn, fled.", [("near", "just outside Cairn", "Cairn", "The residents of Arvo")]),
    (
        "Bombs went off outside the Petit Mola restaurant.",
        [("near", "outside the Petit Mola restaurant", "Petit Mola restaurant", "Bombs")],
    ),
    ("The field outside of Caran was burnt.", [("near", "outside of Caran", "Caran", "The field")]),
    ("Fighting around Mola has stopped.", [("near", "around Mola", "Mola", "Fighting")]),
    ("Storms raged in and around Mola.", [("near", "in and around Mola", "Mola", "Storms")]),
    ("Nobody claimed the attacks in and near Mola.", [("near", "in and near Mola", "Mola", "the attacks")]),
    # along
    (
        "An accident occurred just west of Kanro on Route 16.",
        [
            ("toward", "west of Kanro", "Kanro", "An accident"),
            ("along", "on Route 16", "Route 16", "An accident"),
        ],
    ),
    ("A wreck on Rivers Avenue blocked traffic.", [("along", "on Rivers Avenue", "Rivers Avenue", "A wreck")]),
    ("The lorry burned on Highway 18.", [("along", "on Highway 18", "Highway 18", "The lorry")]),
    ("A crash on I-95 killed two.", [("along", "on I-95", "I-95", "A crash")]),
    ("The bus was heading north on FM 645.", [("along", "on FM 645", "FM 645", "The bus")]),
    ("A body was found along the shore of Lake Ope.", [("along", "along the shore of Lake Ope", "shore of Lake Ope", "A body")]),
    ("The convoy was ambushed on the Arvo-Mola highway.", [("along", "on the Arvo-Mola highway", "Arvo-Mola highway", "The convoy")]),
    ("The Webb Center stands on Evergreen Street.", [("along", "on Evergreen Street", "Evergreen Street", "The Webb Center")]),
    ("Trenches were dug along the Mola River.", [("along", "along the Mola River", "Mola River", "Trenches")]),
    # toward and between
    ("The village north of Arvo was flooded.", [("toward", "north of Arvo", "Arvo", "The village")]),
    ("An accident occurred just west of Kanro.", [("toward", "west of Kanro", "Kanro", "An accident")]),
    (
        "Francis Street runs between King Street and Hale Avenue.",
        [("between", "between King Street and Hale Avenue", "King Street", "Francis Street")],
    ),
    ("The road between Arvo and Mola is closed.", [("between", "between Arvo and Mola", "Arvo", "The road")]),
    ("The trail from Wamo to Manta is muddy.", [("between", "from Wamo to Manta", "Wamo", "The trail")]),
]

LOOKALIKES = [
    # one of many, or half of a longer phrase
    "Crews fought a blaze at a Point Mola home.",
    "Police were on duty during protests at every Arvo Hawks home game.",
    "No one was injured in Newberg home invasion.",
    "He died in a Mola hospital.",
    "He was attacked at a central Arvo hotel.",
    "Three swans were found dead in an Arvo pond.",
    # no place
    "The man was charged in the stabbing death of a software CEO.",
    "The race was held in aid of pioneering East Mola research.",
    "Many bills died in previous Congresses.",
    "Eberley, 45, attacked Sgt. Ann Writer with a knife.",
    "The rock hit the Earth long ago.",
    "He landed a plum drive in a Team Mola car.",
    "Tragedy struck the Websters last year.",
    "It was reported in the Arvo Post that he had left.",
    # countries
    "These are tariffs that have targeted China.",
    "Many soldiers were wounded in Iraq.",
    "Malaria deaths in Africa fell sharply.",
    "The outbreak in Kenya goes on.",
    "It was the first time this has happened in South Korea.",
    "He died of the virus in China.",
    # not yet, or not there
    "Practices will be held at Stonely High School.",
    "They were accused of plotting an attack in Mola.",
    "He spent three days shooting footage in Mola.",
    "The officer came under fire from critics in Arvo.",
    "He was found guilty of murder at Mola Crown Court.",
    "A survivor of the crash works in Arvo.",
    "Shares fell in Arvo on Friday.",
    "She is a flood expert in Arvo.",
    # near
    "The figure is near the middle of Indiana counties.",
    "Friends met on the street near her home.",
    "Their rooms are near the offices of other envoys.",
    "Similar things were found adjacent to the site.",
    "The meeting is in nearby Louisdale.",
    "He wanted the department's Near East bureau to move.",
    "She heads the Near Earth Object Program.",
    "Rules apply to those who live outside Wild Dunes.",
    "He was arrested near his parents' Arvo home.",
    "Smoke was seen in the vicinity of the Marsh home.",
    "The park is close to their school.",
    "Most owners live outside of Indiana.",
    "Deaths outside of China are rare.",
    "He travelled around Norland.",
    "The climate found in Abilo is dry.",
    "In Arvo, the council voted on a budget.",
    "In Arvo, he could be arrested.",
    # along
    "She wants support for an improvement project on state Highway 19.",
    "The mayor gave briefings on the Front Street reconstruction project.",
    "Beer will be sold at the Rhythm on the River Concert Series.",
    "They put yellow tape along the side roads.",
    # toward and between
    "Amber taught in Perpo, south of France.",
    "Officials north and south of the border will meet.",
    "The home cost north of $900,000.",
    "A row between the council and the Department of Roads goes on.",
    "Talks between Arvo and Mola stalled.",
    "The match between Arvo and Mola was drawn.",
]


def told(text: str) -> list[tuple[str, str, str, str | None]]:
    return [
        (claim.relation.value, claim.span.text, claim.anchors[0].span.text, claim.target and claim.target.text)
        for claim in extract(Report(id="r", text=text)).claims
    ]


@pytest.mark.parametrize(("text", "expected"), CLAIMS)
def test_what_news_tells_of_places(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize("text", LOOKALIKES)
def test_look_alikes_tell_of_no_place(text):
    assert told(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "The army said a fire burned in Arvo Province and in Mola Province.",
        "Deaths have occurred in the provinces of Arvo, Mola and Lys.",
        "The strikes hit Arvo and Mola.",
        "The quake struck Arvo and Mola.",
    ],
)
def test_places_of_a_list_have_no_event_in_common(text):
    claims, _ = joined([extract(Report(id="r", text=text))])
    assert len(claims) > 1
    assert len({claim.event for claim in claims}) == len(claims)


def test_a_place_within_a_place_is_of_the_same_event():
    claims, _ = joined([extract(Report(id="r", text="The bombing occurred in the town of Arvo, in Mola district."))])
    assert [claim.event for claim in claims] == ["e1", "e1"]

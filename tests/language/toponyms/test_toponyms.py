"""Place names in running text: what is found, and what is left alone."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from geomap.gazetteer import Gazetteer
from geomap.language.toponyms.toponyms import recognize
from geomap.model import MentionKind, Place, Report


@pytest.fixture(scope="module")
def names():
    with Gazetteer.open() as opened:
        yield opened


def found(names, text):
    return [mention.span.text for mention in recognize(Report(id="r", text=text), names)]


def found_one(names, text):
    (mention,) = recognize(Report(id="r", text=text), names)
    return mention


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Shelling went on in Idlib, Hama and al-Bab.", ["Idlib", "Hama", "al-Bab"]),
        ("The road from Damascus to Baghdad was cut.", ["Damascus", "Baghdad"]),
        ("along the Damascus-Baghdad highway", ["Damascus", "Baghdad"]),
        ("A court in Port-au-Prince freed him.", ["Port-au-Prince"]),
        ("They met in Rio de Janeiro.", ["Rio de Janeiro"]),
        ("The US and the UK agreed with Russia.", ["US", "UK", "Russia"]),
        ("It is up to us, he told them.", []),
        ("Severn, Md., is near Washington, D.C.", ["Severn", "Md.", "Washington", "D.C."]),
        ("CHARLESTON, W.Va. (AP) — A bridge was closed.", ["CHARLESTON", "W.Va."]),
        ("They crossed the Euphrates River and Laurel County.", ["Euphrates River", "Laurel County"]),
        ("The strike hit al-Zibarah, more than 45 miles from the border.", ["al-Zibarah"]),
        ("US-led forces left; the Iranian-backed militia stayed.", ["US", "Iranian"]),
        ("Jets Bomb Convoy Inside Syrian Desert", ["Syrian Desert"]),
        ("St. Petersburg and St Albans were quiet.", ["St. Petersburg", "St Albans"]),
    ],
)
def test_finds(names, text, expected):
    assert found(names, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Mr London spoke at length.",
        "Chelsea Hilton arrived late on Monday.",
        "President Jordan said that May was a good month.",
        "Sgt. Joseph F. Lima, 34, was hurt.",
        "He reads The Mirror and works for Reading.",
        "On Sunday the Police said Nice things.",
        "Charlotte Green and Austin Powers laughed.",
        "Tell me about March.",
        "a statement by the Sana news agency",
        "",
        "lower case only, of course",
        "ABC and XYZ signed the NDA.",
    ],
)
def test_leaves_alone(names, text):
    assert found(names, text) == []


def test_a_surname_is_no_place_later_on(names):
    assert found(names, "Police arrested John Lincoln on Monday. Lincoln was not at home.") == []


def test_what_is_surely_a_place_is_one_throughout(names):
    assert found(names, "Floods reached the city of Pirna, Germany. Pirna has 38,000 people.") == ["Pirna", "Germany", "Pirna"]


@pytest.mark.parametrize(
    ("text", "words", "name", "feature", "part"),
    [
        ("near the Al-Tanf border crossing", "Al-Tanf border crossing", "Al-Tanf", "border crossing", None),
        ("held the al-Tanf garrison", "al-Tanf garrison", "al-Tanf", "garrison", None),
        ("in Deir Ezzor province", "Deir Ezzor province", "Deir Ezzor", "province", None),
        ("in the province of Deir Ezzor", "Deir Ezzor", "Deir Ezzor", "province", None),
        ("in the town of Palmyra", "Palmyra", "Palmyra", "town", None),
        ("fighting in eastern Homs", "eastern Homs", "Homs", None, "E"),
        ("in north-western Syria", "north-western Syria", "Syria", None, "NW"),
        ("shells fell on central Baghdad", "central Baghdad", "Baghdad", None, "C"),
        ("in Homs Governorate", "Homs Governorate", "Homs", "governorate", None),
        ("in the village of Qwzxvba", "Qwzxvba", "Qwzxvba", "village", None),
        ("some 30 km north of Qwzxvba", "Qwzxvba", "Qwzxvba", None, None),
    ],
)
def test_parts_and_features(names, text, words, name, feature, part):
    mention = found_one(names, text)
    assert (mention.span.text, mention.name, mention.feature, mention.part) == (words, name, feature, part)


@pytest.mark.parametrize(
    ("text", "country"), [("Syrian troops", "Syria"), ("South Korean ships", "South Korea"), ("the British", "United Kingdom")]
)
def test_nationality_words(names, text, country):
    mention = found_one(names, text)
    assert (mention.kind, mention.name) == (MentionKind.DEMONYM, country)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("وصلت القوات إلى دير الزور مساء اليوم", ["دير الزور"]),
        ("انفجار في حلب وحمص", ["حلب", "وحمص"]),
        ("Взрыв прогремел в городе Донецк", ["Донецк"]),
        ("Η Αθήνα και η Θεσσαλονίκη", ["Αθήνα", "Θεσσαλονίκη"]),
    ],
)
def test_other_scripts(names, text, expected):
    assert found(names, text) == expected


def test_web_clutter(names):
    text = "Region: [Middle East](#)\n\n[Watch Homs](https://example.org/Paris/London) by editor@Berlin.example, see www.Rome.example and @Vienna #Oslo"
    assert found(names, text) == ["Middle East", "Homs"]


class Stub:
    """Knows every name that starts with a K."""

    def find(self, name):
        where = Place(id=f"x:{name}", name=name, lon=0.0, lat=0.0, kind="populated place", country="XX", extent_m=1e3, population=50_000)
        return (where,) if name.startswith("K") else ()


PIECES = st.sampled_from(
    [
        "K",
        "Kilo",
        "al-",
        "-",
        "'s",
        "’",
        ".",
        ", ",
        " ",
        "\n",
        "\n\n",
        "of",
        "and",
        "St.",
        "Mr ",
        "[",
        "](",
        ")",
        "km",
        "30",
        "eastern ",
        "é",
        "\u0301",
        "حلب",
        "#",
        "@",
        "🙂",
        "\0",
    ]
)


@given(st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=40).map("".join)))
@example("-K")
@example("al-")
@example("K-al-")
def test_mentions_are_in_order_within_the_text_and_apart(text):
    mentions = recognize(Report(id="r", text=text), Stub())
    ends = [0]
    for mention in mentions:
        assert mention.span.start >= ends[-1]
        assert mention.span.text.strip()
        assert mention.name.strip()
        ends.append(mention.span.end)


@pytest.mark.parametrize(
    "piece", ["](", "K-", "K of ", "K ", "al-K", "a@", "\n ", "K.", "K'", "http://", "(K) ", "1 km of K ", "Mr ", "و حلب "]
)
def test_hostile_repetition_ends(piece):
    recognize(Report(id="r", text=piece * 20_000), Stub())


@pytest.mark.parametrize(
    ("text", "metonyms"),
    [
        ("Damascus said that the planes had come from the south.", ["Damascus"]),
        ("Moscow has repeatedly denied that its troops were there.", ["Moscow"]),
        ("Ankara and Tehran agreed, but Turkey warned them.", ["Tehran", "Turkey"]),
        ("A source in Damascus said that two were killed.", []),
        ("Shells fell on Damascus.", []),
        ("The road to Damascus was cut, witnesses said.", []),
        ("Aleppo said goodbye to its bus lines.", []),
    ],
)
def test_a_capital_that_speaks_is_its_government(names, text, metonyms):
    mentions = recognize(Report(id="r", text=text), names)
    assert [mention.name for mention in mentions if mention.metonym] == metonyms


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Shelling hit Zaporizhzhia, Kherson and Bakhmut.", ["Zaporizhzhia", "Kherson", "Bakhmut"]),
        ("Tal Abyad, Ras al-Ain, Qamishli and Hasakah were quiet.", ["Tal Abyad", "Ras al-Ain", "Qamishli", "Hasakah"]),
        ("Rebels stormed Qamishli at dawn.", ["Qamishli"]),
        ("The troops took Avdiivka, Marinka and Vuhledar.", ["Avdiivka", "Marinka", "Vuhledar"]),
        ("Bakhmut and Soledar lay in ruins.", ["Bakhmut", "Soledar"]),
        ("Sinjar, Baiji and Samarra have been rebuilt.", ["Sinjar", "Baiji", "Samarra"]),
        ("Mr Clinton, Franklin and Jackson dined.", []),
    ],
)
def test_the_places_of_a_row_vouch_for_each_other(names, text, places):
    assert found(names, text) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Belgorod was shelled overnight.", ["Belgorod"]),
        ("Tokmak had been heavily bombed.", ["Tokmak"]),
        ("Mariupol's port stayed shut.", ["Mariupol"]),
        ("Johnson was attacked by critics.", []),
        ("Jets bombed the Aleppo countryside.", ["Aleppo countryside"]),
        ("Fighting flared around Qwerzabad.", ["Qwerzabad"]),
        ("Lawyers met around Smith Jones's desk.", []),
        ("Shebekino in Belgorod was empty.", ["Shebekino", "Belgorod"]),
    ],
)
def test_what_befalls_places_shows_them(names, text, places):
    assert found(names, text) == places


def test_a_countryside_is_part_of_the_mention(names):
    (mention,) = recognize(Report(id="r", text="Jets bombed the Aleppo countryside."), names)
    assert (mention.span.text, mention.name, mention.feature) == ("Aleppo countryside", "Aleppo", "countryside")


def test_names_near_what_the_report_surely_names_are_likelier(names):
    alone = "Shebekino laughed."
    assert found(names, alone) == []
    assert found(names, "He flew to Belgorod. Many of Belgorod's residents had left. Rumours of Shebekino went round.")[-1] == "Shebekino"

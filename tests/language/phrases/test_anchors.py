from __future__ import annotations

import pytest

from geomap.language.claims.extract import extract
from geomap.language.phrases.anchors import Anchor, anchor_at
from geomap.language.text.sentences import split_sentences
from geomap.language.text.tokens import tokenise
from geomap.model import MentionKind, Report


def anchor(text: str) -> Anchor | None:
    return anchor_at(tokenise(split_sentences(Report(id="r", text=text))[0]), 0)


@pytest.mark.parametrize(
    ("text", "words", "name", "feature", "part"),
    [
        ("Arvo and the hills", "Arvo", "Arvo", None, None),
        ("the al-Tor border crossing on Friday", "al-Tor border crossing", "al-Tor", "border crossing", None),
        ("Lys city, which fell", "Lys city", "Lys", "city", None),
        ("the town of Kel, Norland", "Kel", "Kel", "town", None),
        ("the island of San Pedro de la Mar when", "San Pedro de la Mar", "San Pedro de la Mar", "island", None),
        ("the provincial capital, Dor.", "Dor", "Dor", "capital", None),
        ("the commercial capital Dor", "Dor", "Dor", None, None),
        ("the main city in the south, Dor, where", "Dor", "Dor", "city", None),
        ("Norland’s Kel on Monday", "Kel", "Kel", None, None),
        ("the Turkish town of Kel", "Kel", "Kel", "town", None),
        ("eastern Arvo", "Arvo", "Arvo", None, "E"),
        ("downtown Lys", "Lys", "Lys", None, "C"),
        ("Deir al-Hajar, a village", "Deir al-Hajar", "Deir al-Hajar", None, None),
        ("the Gulf of Dor, where", "Gulf of Dor", "Gulf of Dor", None, None),
        ("Highway 67 near", "Highway 67", "Highway 67", None, None),
        ("St. Lys yesterday", "St. Lys", "St. Lys", None, None),
        ("the outskirts of Arvo", "outskirts of Arvo", "Arvo", "outskirts", None),
        ("north-eastern Arvo", "Arvo", "Arvo", None, "NE"),
        ("northern rural Arvo", "Arvo", "Arvo", None, "N"),
        ("the far north of Norland", "far north of Norland", "Norland", None, "N"),
        ("the north of Norland's Kel region", "north of Norland's Kel region", "Kel", "region", "N"),
        ("the south-western corner of Lake Lys", "south-western corner of Lake Lys", "Lake Lys", "corner", "SW"),
        ("Arvo's northern countryside", "Arvo's northern countryside", "Arvo", None, "N"),
        ("Norland's Kel port", "Kel port", "Kel", "port", None),
        ("rebel-held Arvo", "Arvo", "Arvo", None, None),
        ("“NPR”-controlled Arvo", "Arvo", "Arvo", None, None),
        ("US 395 at", "US 395", "US 395", None, None),
        ("Gate No. 3, he", "Gate No. 3", "Gate No. 3", None, None),
        ("Simon's Creek, where", "Simon's Creek", "Simon's Creek", None, None),
        ("Shayrat Air Base", "Shayrat Air Base", "Shayrat Air Base", None, None),
        ("Arvo military airport", "Arvo military airport", "Arvo", "military airport", None),
        ("Arvo Base", "Arvo Base", "Arvo", "base", None),
    ],
)
def test_names_without_determiner_feature_and_apposition(text, words, name, feature, part):
    found = anchor(text)
    assert found is not None
    mention = found.mention
    assert (mention.span.text, mention.name, mention.feature, mention.part) == (words, name, feature, part)
    assert mention.kind is MentionKind.NAME


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("the border post, they said", "border post", MentionKind.COMMON),
        ("his home in the hills", "his home", MentionKind.COMMON),
        ("the nearest Syrian city", "Syrian city", MentionKind.COMMON),
        ("the largest remaining strongholds of the group", "largest remaining strongholds of the group", MentionKind.COMMON),
        ("where the road ends", "where the road ends", MentionKind.COMMON),
        ("the Iraqi border", "Iraqi border", MentionKind.BORDER),
        ("the border with Norland", "border with Norland", MentionKind.BORDER),
        ("the coast of Norland", "coast of Norland", MentionKind.COAST),
        ("the Libyan coast", "Libyan coast", MentionKind.COAST),
        ("the nearest point of land on the Libyan coast", "nearest point of land on the Libyan coast", MentionKind.COAST),
        ("the tanker", "tanker", MentionKind.MOVING),
    ],
)
def test_other_kinds_of_anchor(text, words, kind):
    found = anchor(text)
    assert found is not None
    assert (found.mention.span.text, found.mention.kind) == (words, kind)


@pytest.mark.parametrize("text", ["and then", "", "42", "because of it", ", Arvo"])
def test_no_noun_phrase_gives_none(text):
    report = Report(id="r", text=text or " .")
    assert anchor_at(tokenise(split_sentences(report)[0]), 0) is None


@pytest.mark.parametrize(
    ("text", "stands_for"),
    [
        ("Fighting went on in Kelm (23 km north of Mola). The patrol stood south of the village.", "Kelm"),
        ("They came into rebel-held Arvo, 5 km from Mola. A camp is 3 km north of the town.", "Arvo"),
        ('Shots were heard in "ABC"-controlled Kelm, 9 km from Mola. A camp is 3 km north of the town.', "Kelm"),
        ("A rocket landed 5 km from Mola. A camp is 3 km north of the city.", "Mola"),
    ],
)
def test_the_place_told_of_comes_before_the_one_it_is_measured_from(text, stands_for):
    claim = extract(Report(id="r", text=text)).claims[-1]
    assert claim.anchors[0].antecedent.text == stands_for


@pytest.mark.parametrize(
    ("text", "kind", "stands_for"),
    [
        (
            "A column was hit near Tazra. It burned for hours. Nobody was hurt. The army kept silent. A camp is 3 km north of the town.",
            MentionKind.COMMON,
            "Tazra",
        ),
        (
            "A column was hit near Tazra. It burned for hours. Nobody was hurt. The army kept silent. A camp is 3 km north of the village.",
            MentionKind.COMMON,
            None,
        ),
        ("Malian troops fired. A camp is 3 km from the frontier line.", MentionKind.BORDER, None),
        ("A shell fell south of the border with Dorra. A camp is 3 km from the frontier line.", MentionKind.BORDER, "border with Dorra"),
        ("A shell fell near the coast of Dorra. A camp is 3 km from the frontier line.", MentionKind.BORDER, None),
        ("Dorra’s shells fell. A camp is 3 km from its border.", MentionKind.BORDER, "Dorra"),
        ("A train burned on the railway at Mola. A camp is 3 km from the line.", MentionKind.COMMON, None),
        ("The ceasefire held. A camp is 3 km from the line.", MentionKind.COMMON, None),
        ("Snow fell. A camp is 3 km from the line behind which rebels hold a front.", MentionKind.COMMON, None),
        ("The front has not moved. A camp is 3 km from the line.", MentionKind.COMMON, None),
        ("A jet landed on Lannan Island. A camp is 3 km from the island.", MentionKind.COMMON, "Lannan Island"),
        ("A jet landed at Lannan Airport. A camp is 3 km from the island.", MentionKind.COMMON, None),
        ("Shells fell in Sudan. A camp is 3 km from the town.", MentionKind.COMMON, None),
        ("A camp in Arvo is not far from the one that the USAF bombed.", MentionKind.COMMON, None),
    ],
)
def test_what_a_bare_noun_points_back_to(text, kind, stands_for):
    mention = extract(Report(id="r", text=text)).claims[-1].anchors[0]
    assert (mention.kind, mention.antecedent and mention.antecedent.text) == (kind, stands_for)


@pytest.mark.parametrize(
    ("text", "kind", "name"),
    [
        ("The larger hole lies at 55°33.40'N 15°47.30'E, the smaller one 2 km away.", MentionKind.COORDINATES, "55°33.40'N 15°47.30'E"),
        ("The jet fell 7 km inside Arvo-held territory.", MentionKind.COMMON, "Arvo-held territory"),
        ("The ship was 5 km inside the territorial waters of Oman.", MentionKind.COMMON, "Oman"),
        ("The ship was 5 km inside the waters of Oman.", MentionKind.COMMON, "Oman"),
        ("The ship was 5 km inside Oman's waters.", MentionKind.COMMON, "Oman"),
        ("The ship was 5 km inside Omani territorial waters.", MentionKind.COMMON, "Oman"),
        ("The jet was 5 km inside the airspace of Oman.", MentionKind.COMMON, "Oman"),
        ("The jet was 5 km inside Omani airspace.", MentionKind.COMMON, "Oman"),
        ("The jet was 5 km inside Omani-held territory.", MentionKind.COMMON, "Omani-held territory"),
        ("The shell fell 5 km inside Oman's territory.", MentionKind.NAME, "Oman"),
        ("The ship was 5 km inside the waters of the Dorra Sea.", MentionKind.NAME, "Dorra Sea"),
    ],
)
def test_what_a_distance_is_taken_from(text, kind, name):
    anchor = extract(Report(id="r", text=text)).claims[-1].anchors[0]
    assert (anchor.kind, anchor.name) == (kind, name)


def test_no_border_is_where_a_displaced_town_is_measured_from():
    claim = extract(Report(id="r", text="It fell near the Iraqi border. Missiles hit Lys, 70 km to the south.")).claims[-1]
    assert claim.anchors == ()


@pytest.mark.parametrize(
    ("told", "target", "stands_for"),
    [
        ("Jets bombed a checkpoint at Arvo on Monday.", "The post", "Arvo"),
        ("Jets bombed a base at Arvo in Norland on Monday.", "The base", "Arvo"),
        ("Troops left the Arvo border post.", "The post", "Arvo border post"),
        ("Jets bombed a mosque at Arvo on Monday.", "The post", None),
    ],
)
def test_what_is_located_points_back_to_a_name(told, target, stands_for):
    found = extract(Report(id="r", text=f"{told} {target} stands 200 metres from the Mola bridge."))
    back = [mention for mention in found.mentions if mention.kind is MentionKind.COMMON and mention.antecedent is not None]
    assert [mention.antecedent.text for mention in back] == ([] if stands_for is None else [stands_for])


def test_the_territory_of_a_nation_is_its_country():
    claim = extract(Report(id="r", text="A shell fell 700 m inside Turkish territory.")).claims[0]
    assert (claim.anchors[0].kind, claim.anchors[0].name) == (MentionKind.NAME, "Turkey")

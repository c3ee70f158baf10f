"""What a claim locates, in the words of its sentence."""

from __future__ import annotations

import pytest

from geomap.language.claims.targets import target_of
from geomap.language.text.sentences import split_sentences
from geomap.language.text.tokens import tokenise
from geomap.model import Report, Span

TARGETS = [
    ("Rebel forces have now advanced within 5 km of Arvo.", "within 5 km of Arvo", "Rebel forces"),
    ("The air raid hit Mola, more than 5 km from Arvo.", "more than 5 km from Arvo", "The air raid"),
    ("The air raid hit Mola, more than 5 km from Arvo.", "hit Mola", "The air raid"),
    ("Gunners fired at navy jets near Arvo.", "near Arvo", "navy jets"),
    ("Gunners used cannon to shoot at two navy jets near Arvo.", "near Arvo", "two navy jets"),
    ("Jets bombed rebel troops 5 km from Arvo.", "5 km from Arvo", "rebel troops"),
    ("The plane was shot down 5 km from Arvo.", "5 km from Arvo", "The plane"),
    ("The plane crashed into the sea 5 km west of Arvo.", "5 km west of Arvo", "The plane"),
    ("It said the column had broken the truce and had entered the 5-km zone.", "the 5-km zone", "the column"),
    ("A boat about 5 km off Arvo called for help.", "about 5 km off Arvo", "A boat"),
    ("The camp, situated 5 km from Arvo, was full.", "5 km from Arvo", "The camp"),
    ("The quake was centred 5 km from Arvo.", "5 km from Arvo", "The quake"),
    ("The wreck of the Aurora lies 5 km from Arvo.", "5 km from Arvo", "The wreck of the Aurora"),
    ("Police said troops based 5 km from Arvo had left.", "5 km from Arvo", "troops"),
    ("About 5 km north of Arvo, a tanker burned.", "About 5 km north of Arvo", "a tanker"),
    ("The quake that shook Mola on Monday was 5 km from Arvo.", "5 km from Arvo", "The quake"),
    ("The explosion took place 5 km from Arvo.", "5 km from Arvo", "The explosion"),
    ("Belmar, a village 5 km from Arvo, was shelled.", "5 km from Arvo", "Belmar"),
    ("It was hit at 25 N, 57 E, near Arvo.", "near Arvo", "It"),
    ("Near Arvo, he said.", "Near Arvo", None),
    ("The Dales live on a farm 5 km from Arvo.", "5 km from Arvo", "a farm"),
    ("He was taken to a clinic in Mola, 5 km from Arvo.", "5 km from Arvo", "Mola"),
    ("The talks in Mola, 5 km from Arvo, went on.", "5 km from Arvo", "Mola"),
    ("A drone fell in a field 5 km from Arvo.", "5 km from Arvo", "A drone"),
    ("A drone crashed on the road to Mola 5 km from Arvo.", "5 km from Arvo", "A drone"),
    ("Rebel forces advanced to a village 5 km from Arvo.", "5 km from Arvo", "Rebel forces"),
    ("A man was charged in the murder of a clerk 5 km from Arvo.", "5 km from Arvo", "the murder of a clerk"),
    ("A tanker was attacked while underway 5 km from Arvo.", "5 km from Arvo", "A tanker"),
    ("A tanker was robbed while at anchor 5 km from Arvo.", "5 km from Arvo", "A tanker"),
    ("The truck was travelling eastbound 5 km from Arvo.", "5 km from Arvo", "The truck"),
    ("The crash that happened Friday afternoon 5 km from Arvo killed two.", "5 km from Arvo", "The crash"),
    ("A one-car crash 5 km from Arvo killed two.", "5 km from Arvo", "A one-car crash"),
    ("Three escaped robbers 5 km from Arvo were seized.", "5 km from Arvo", "Three escaped robbers"),
    ("An off-duty guard 5 km from Arvo was shot.", "5 km from Arvo", "An off-duty guard"),
    ("Dr. Ann Writer 5 km from Arvo saw it.", "5 km from Arvo", "Dr. Ann Writer"),
    ("The bank's first branch 5 km from Arvo opened.", "5 km from Arvo", "The bank's first branch"),
    ("There are 12 houses 5 km from Arvo.", "5 km from Arvo", "12 houses"),
    ("Car Bomb Kills 20 5 km from Arvo", "5 km from Arvo", "Car Bomb"),
    ("It warned of hundreds of rebels fighting 5 km from Arvo.", "5 km from Arvo", "hundreds of rebels"),
    ("East Broad Street between Arvo and Mola is shut.", "between Arvo and Mola", "East Broad Street"),
    ("There are 12 houses for sale 5 km from Arvo.", "5 km from Arvo", "12 houses"),
    ("Rain was a factor in a crash that happened 5 km from Arvo.", "5 km from Arvo", "a crash"),
    ("Ann Writer, 18, of Mola was hurt 5 km from Arvo.", "5 km from Arvo", "Ann Writer"),
    ("A boy died Monday of the plague 5 km from Arvo.", "5 km from Arvo", "A boy"),
    ("The wreck was found at 2:45 p.m. Sunday in the sea 5 km from Arvo.", "5 km from Arvo", "The wreck"),
    ("The second device 5 km from Arvo was found.", "5 km from Arvo", "The second device"),
    ("Grey whales that migrate 5 km from Arvo were seen.", "5 km from Arvo", "Grey whales"),
    ("Gunmen opened fire on a post 5 km from Arvo.", "5 km from Arvo", "Gunmen"),
    ("A man is dead as a result of a crash 5 km from Arvo.", "5 km from Arvo", "a crash"),
    ("They saw at least 14 dead birds 5 km from Arvo.", "5 km from Arvo", "14 dead birds"),
    ("He was found dead 5 km from Arvo.", "5 km from Arvo", None),
    ("They were told to fish 5 km from Arvo.", "5 km from Arvo", "They"),
    ("At least nine 5 km from Arvo fled.", "5 km from Arvo", None),
    ("Furthermore, 5 km from Arvo rain fell.", "5 km from Arvo", None),
    ("In the evening of May 3, 5 km from Arvo, a boat sank.", "5 km from Arvo", "a boat"),
    ("They spent three days 5 km from Arvo.", "5 km from Arvo", None),
    ("Northwest of Mola, 5 km from Arvo, a boat sank.", "5 km from Arvo", "a boat"),
]


@pytest.mark.parametrize(("text", "words", "target"), TARGETS)
def test_target(text, words, target):
    report = Report(id="r", text=text)
    start = text.index(words)
    found = target_of(Span(report, start, start + len(words)), tokenise(split_sentences(report)[0]))
    assert (found.text if found else None) == target


@pytest.mark.parametrize("piece", ["the ", "a-", ", which ", "hit ", "and ", "(", "5 km "])
def test_hostile_repetition_is_survived(piece):
    text = piece * 3000 + "5 km from Arvo"
    report = Report(id="r", text=text)
    sentence = tokenise(split_sentences(report)[-1])
    target_of(Span(report, len(text) - 14, len(text)), sentence)

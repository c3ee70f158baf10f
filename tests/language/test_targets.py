"""What a claim locates, in the words of its sentence."""

from __future__ import annotations

import pytest

from geomap.language.sentences import split_sentences
from geomap.language.targets import target_of
from geomap.language.tokens import tokenise
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

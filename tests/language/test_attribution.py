"""Who says a claim and with what stance, on sentences of our own."""

from __future__ import annotations

import pytest

from geomap.language.attribution import attribute
from geomap.language.sentences import split_sentences
from geomap.language.tokens import tokenise
from geomap.model import Report, Span


def attributed(text, words):
    report = Report(id="r", text=text)
    sentences = [tokenise(sentence) for sentence in split_sentences(report)]
    start = text.index(words)
    sentence = next(item for item in sentences if item.sentence.start <= start < item.sentence.end)
    found = attribute(Span(report, start, start + len(words)), sentence, sentences)
    return (found.speaker.text if found.speaker else None, found.stance.value)


CLAIM = "5 km from Arvo"

SPEAKERS = [
    ("The mayor said the fire was 5 km from Arvo.", "The mayor"),
    ("The mayor said on Monday that the fire was 5 km from Arvo.", "The mayor"),
    ("But on Monday the mayor of Belmar also said that the fire was 5 km from Arvo.", "the mayor of Belmar"),
    ("The fire was 5 km from Arvo, the mayor said.", "the mayor"),
    ("The fire was 5 km from Arvo, said the mayor.", "the mayor"),
    ("“The fire is 5 km from Arvo,” said Mayor Ann Writer, who lives there.", "Mayor Ann Writer"),
    ('"The fire is 5 km from Arvo," she said.', "she"),
    ("The fire was 5 km from Arvo, according to the Geological Institute.", "the Geological Institute"),
    ("According to the rangers, the fire was 5 km from Arvo.", "the rangers"),
    ("According to rangers' figures the fire was 5 km from Arvo.", "rangers' figures"),
    ("The fire was 5 km from Arvo, as confirmed by the Fire Service (NFS) on Friday.", "the Fire Service (NFS)"),
    ("A navy source told the state news agency the raid hit Mola, 5 km from Arvo.", "A navy source"),
    ("The spokesman, a former pilot, said the wreck lay 5 km from Arvo.", "The spokesman"),
    ("A statement issued by the northern command claimed the column was 5 km from Arvo.", "A statement issued by the northern command"),
    ("Police said the road was closed, but the mayor insisted that the fire was 5 km from Arvo.", "the mayor"),
    ("The ministry said a witness reported that the ship sank 5 km from Arvo.", "a witness"),
    ("The Admiralty put the wreck at 5 km from Arvo.", "The Admiralty"),
    ("The fire, he estimated, was 5 km from Arvo.", "he"),
    ("The mayor spoke on Monday. The fire was 5 km from Arvo.", None),
    ("The fire was 5 km from Arvo.", None),
    ("The fire was reported 5 km from Arvo.", None),
    ("The zone that the navy claims under the pact ends 5 km from Arvo.", None),
    ("The mayor denied a report of a fire. Rain fell 5 km from Arvo.", None),
    ("Officials said nothing. Rebels shelled a camp 5 km from Arvo.", None),
]


@pytest.mark.parametrize(("text", "speaker"), SPEAKERS)
def test_speaker(text, speaker):
    assert attributed(text, CLAIM)[0] == speaker


CARRIED = [
    ("The coalition's statement said planes bombed a convoy. It claimed the convoy was 5 km from Arvo.", "The coalition's statement"),
    ("General Ann Writer said nobody was hurt. She added that the camp was 5 km from Arvo.", "General Ann Writer"),
    ("Residents said they fled. They said the front was 5 km from Arvo.", "Residents"),
    ("A hospital source told reporters of dead and wounded. The source said the raid hit 5 km from Arvo.", "A hospital source"),
    ("Foreign Minister Petra Lund said talks went on. Lund said the line ran 5 km from Arvo.", "Foreign Minister Petra Lund"),
    ("The Coast Agency received a call from a ship 5 km from Arvo, it said.", "The Coast Agency"),
    ("“We saw it. It came down 5 km from Arvo. We ran,” said farmer Jon Dale.", "farmer Jon Dale"),
    ("The army said all was calm. Farmer Jon Dale told a reporter: “We saw it. It fell 5 km from Arvo.”", "Farmer Jon Dale"),
]


@pytest.mark.parametrize(("text", "speaker"), CARRIED)
def test_speaker_carried_over(text, speaker):
    assert attributed(text, CLAIM)[0] == speaker


STANCES = [
    ("The army said its troops were 5 km from Arvo.", "asserted"),
    ("The army said its troops were not 5 km from Arvo.", "denied"),
    ("The army denied that its troops were 5 km from Arvo.", "denied"),
    ("The army rejected claims that its troops were 5 km from Arvo.", "denied"),
    ("Its troops were never 5 km from Arvo, the army said.", "denied"),
    ("Its troops hadn't been 5 km from Arvo, the army said.", "denied"),
    ("The convoy was not in Mola but 5 km from Arvo.", "asserted"),
    ("The convoy was not only seen but stopped 5 km from Arvo.", "asserted"),
    ("The army did not say how many fell when the raid hit 5 km from Arvo.", "asserted"),
    ("Ships must not sail within a circle of 5 km from Arvo.", "asserted"),
    ("The rebels may be 5 km from Arvo.", "hedged"),
    ("The rebels were reportedly 5 km from Arvo.", "hedged"),
    ("The strike allegedly hit a barn 5 km from Arvo.", "hedged"),
    ("The wreck is believed to lie 5 km from Arvo.", "hedged"),
    ("In May the rebels were 5 km from Arvo.", "asserted"),
    ("On May 3 the rebels were 5 km from Arvo.", "asserted"),
    ("It was possibly a drill, but the ship was 5 km from Arvo.", "asserted"),
]


@pytest.mark.parametrize(("text", "stance"), STANCES)
def test_stance(text, stance):
    assert attributed(text, CLAIM)[1] == stance


def test_what_is_denied_ends_where_the_other_clause_begins():
    text = "The force was not within 9 km of Mola but 5 km from Arvo, the army said."
    assert attributed(text, "within 9 km of Mola") == ("the army", "denied")
    assert attributed(text, CLAIM) == ("the army", "asserted")


@pytest.mark.parametrize("piece", ["said ", "“", '" ', ", and that ", "on Tuesday ", "according to "])
def test_hostile_repetition_is_survived(piece):
    text = piece * 3000 + "5 km from Arvo" + piece * 3000
    attributed(text, CLAIM)

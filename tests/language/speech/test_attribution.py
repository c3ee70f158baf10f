"""Who says a claim and with what stance, on sentences of our own."""

from __future__ import annotations

import pytest

from geomap.language.speech.attribution import attribute
from geomap.language.text.sentences import split_sentences
from geomap.language.text.tokens import tokenise
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
    ("A rebel forces source told Nora the column was 5 km from Arvo.", "A rebel forces source"),
    ("“The column is 5 km from Arvo,” said Col. Dale Writer.", "Col. Dale Writer"),
    ("Lt. Ann Writer of the Highway Patrol said the cars were 5 km from Arvo.", "Lt. Ann Writer of the Highway Patrol"),
    ("There is a fire 5 km from Arvo, said Dr. Ann Writer, chief of the clinic.", "Dr. Ann Writer"),
    ("MOLA (NP) - Police in Mola said the fire was 5 km from Arvo.", "Police in Mola"),
    ("MOLA, Norland (NP) — The mayor said the fire was 5 km from Arvo.", "The mayor"),
    ("MOLA — Officials in Mola say the front is 5 km from Arvo.", "Officials in Mola"),
    ("The front is 5 km from Arvo, officials in Mola say.", "officials in Mola"),
    ("Officials: rebels 5 km from Arvo.", "Officials"),
    ("Army spokesman: rebels 5 km from Arvo", "Army spokesman"),
    ("Blast heard 5 km from Arvo: army", "army"),
    ("Blast 5 km from Arvo, army says", "army"),
    ("Blast 5 km from Arvo - police", "police"),
    ("A statement by the Public Safety Office said a house burned 5 km from Arvo.", "A statement by the Public Safety Office"),
    ("A house burned 5 km from Arvo, said a statement by the Public Safety Office.", "a statement by the Public Safety Office"),
    ("The ministry said in a statement that the wreck lay 5 km from Arvo.", "The ministry"),
    ("In a statement, the ministry said the wreck lay 5 km from Arvo.", "the ministry"),
    ("The ministry, in a statement on Monday, said the wreck lay 5 km from Arvo.", "The ministry"),
    ("Jon Dale commented, saying: “The fire is 5 km from Arvo.”", "Jon Dale"),
    ("The mayor spoke of the fire on Monday, saying it was 5 km from Arvo.", "The mayor"),
    ("The fire was 5 km from Arvo, the radio quoted a ranger as saying.", "a ranger"),
    ("The radio quoted a ranger as saying that the fire was 5 km from Arvo.", "a ranger"),
    ("A ranger, quoted by state radio, said the fire was 5 km from Arvo.", "A ranger"),
    ("As reported by the Mola Times, the fire was 5 km from Arvo.", "the Mola Times"),
    ("The fire, as the mayor put it, was 5 km from Arvo.", None),
    ("It was reported by the coast guard that the ship sank 5 km from Arvo.", "the coast guard"),
    ("The ship was reported by the coast guard to be 5 km from Arvo.", "the coast guard"),
    ("The army claims that the column was 5 km from Arvo.", "The army"),
    ("Norland claims a strip of sea 5 km from Arvo.", None),
    ("The mayor insists the fire was 5 km from Arvo.", "The mayor"),
    ("Mayor Ann Writer, who has led the town since May, told reporters the fire was 5 km from Arvo.", "Mayor Ann Writer"),
    ("The mayor told the Mola Times on Friday the fire was 5 km from Arvo.", "The mayor"),
    ("Jon Dale, who keeps a stall 5 km from Arvo, told the Mola Times that trade was good.", None),
    ("Jon Dale, a farmer on a hill 5 km from Arvo, said that trade was good.", None),
    ("The farm 5 km from Arvo, Jon Dale said, was burned by soldiers.", "Jon Dale"),
    ("Since last reported, the flood has come to 5 km from Arvo.", None),
    ("Then-Mayor Ann Writer said the fire was 5 km from Arvo.", "Then-Mayor Ann Writer"),
    ("The army said nothing of the blast, which shook houses 5 km from Arvo.", None),
    ("Asked about the fire 5 km from Arvo, the mayor said nothing.", None),
    ("The mayor said he was tired. A fire burned 5 km from Arvo.", None),
    ("The mayor was told that a fire burned 5 km from Arvo.", None),
    ("What the mayor said was heard 5 km from Arvo.", None),
    ("The mayor's statement was read out 5 km from Arvo.", None),
    ("Police arrested a man 5 km from Arvo after he said he had a bomb.", None),
    ("Police found a van 5 km from Arvo, but the mayor said nobody was in it.", None),
    ("Sources close to the ministry said the raid hit 5 km from Arvo.", "Sources close to the ministry"),
    ("Two US officials, speaking on condition of anonymity, said the raid hit 5 km from Arvo.", "Two US officials"),
    ("A spokesman for the army, Col. Jon Dale, said the raid hit 5 km from Arvo.", "A spokesman for the army"),
    ("Col. Jon Dale, a spokesman for the army, said the raid hit 5 km from Arvo.", "Col. Jon Dale"),
    ("The raid hit 5 km from Arvo, the army said in a statement on Monday.", "the army"),
    ("The raid hit 5 km from Arvo, the Mola Times reported, citing a rebel source.", "the Mola Times"),
    ("Citing a rebel source, the Mola Times reported the raid hit 5 km from Arvo.", "the Mola Times"),
    ("In the words of the mayor, the fire was 5 km from Arvo.", None),
    ("The ministry announced a new road 5 km from Arvo.", "The ministry"),
    ("The mayor added: the fire is 5 km from Arvo.", "The mayor"),
    ("Radio Mola says that the rebels, who are 5 km from Arvo, have lost.", "Radio Mola"),
    ("The governor of Mola, Ann Writer, told the press: “We are 5 km from Arvo.”", "The governor of Mola"),
    ("Ships were 5 km from Arvo, the navy's Capt. Jon Dale said.", "the navy's Capt. Jon Dale"),
    ("According to a statement from the ministry, the raid hit 5 km from Arvo.", "a statement from the ministry"),
    ("The raid hit 5 km from Arvo, according to the state news agency, NORA.", "the state news agency"),
    ("The raid, according to two officers who were there, hit 5 km from Arvo.", "two officers"),
    ("Only three confirmed pieces were found, all 5 km from Arvo.", None),
    ("At 2:30 p.m. police said the fire was 5 km from Arvo.", "police"),
    ("Eight Alleged Thieves Seen 5 km from Arvo", None),
    ("The Palace denies Norland claims that a ship sank 5 km from Arvo.", "The Palace"),
    ("The fire brigade responded to a blaze 5 km from Arvo.", None),
    ("The line, which he said ran 5 km from Arvo, was long.", "he"),
    ("After finding 38 confirmed cases, doctors left a town 5 km from Arvo.", None),
    ("The bank added a branch 5 km from Arvo.", None),
    ("The plots stated in the plan lie 5 km from Arvo.", None),
    ("We heard him say it 5 km from Arvo.", None),
    ("Troops from the United States landed 5 km from Arvo.", None),
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
    ("The source spoke to Nora. The army source told Nora of a raid. The source added that it hit 5 km from Arvo.", "The army source"),
    ("The mayor said little. Rain fell. Wind blew. A fire burned 5 km from Arvo.", None),
    ("The ministry issued a statement. The statement said the raid hit 5 km from Arvo.", "The statement"),
    ("“We saw it,” said farmer Jon Dale. “It fell 5 km from Arvo.”", "farmer Jon Dale"),
    ("“We saw it,” said farmer Jon Dale. “We ran. It fell 5 km from Arvo.”", "farmer Jon Dale"),
    ("“We saw it,” Jon Dale said. “It fell 5 km from Arvo,” Ann Writer said.", "Ann Writer"),
    ("“We saw it,” Jon Dale said. “It fell.” The crash was 5 km from Arvo.", None),
    ("Jon Dale said: “We saw it.\n\n“It fell 5 km from Arvo. We ran.”", "Jon Dale"),
    ("“We saw it,” Jon Dale said.\n\nThe plane fell 5 km from Arvo.", None),
    ('"We saw it," Jon Dale said. "It fell 5 km from Arvo."', "Jon Dale"),
    ("Colonel Jon Dale said all was calm. According to him, the line ran 5 km from Arvo.", "Colonel Jon Dale"),
    ("A note from Mola Police said little. Police said the fire was 5 km from Arvo.", "Police"),
    ("The army said all was calm. But the rebels said they were 5 km from Arvo.", "the rebels"),
    ("Prime Minister Petra Lund said talks went on. The prime minister said the line ran 5 km from Arvo.", "Prime Minister Petra Lund"),
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
    ("The ministry denied the raid but said a shell fell 5 km from Arvo.", "asserted"),
    ("The ministry denied the raid but confirmed a troop move 5 km from Arvo.", "asserted"),
    ("The ministry denied the raid and said a shell fell 5 km from Arvo.", "asserted"),
    ("The ministry denied reports of a raid, saying a shell fell 5 km from Arvo.", "asserted"),
    ("The ministry denied a raid on a village 5 km from Arvo.", "denied"),
    ("The ministry denied that it hit the village or that troops were 5 km from Arvo.", "denied"),
    ("The ministry denied, as it did on Monday, that troops were 5 km from Arvo.", "denied"),
    ("The ministry refuted the claim that troops were 5 km from Arvo.", "denied"),
    ("The ministry rejected reports its troops came within 5 km from Arvo.", "denied"),
    ("The report that troops were 5 km from Arvo was denied by the ministry.", "denied"),
    ("Reports of troops 5 km from Arvo are false, the ministry said.", "denied"),
    ("Claims that troops were 5 km from Arvo are untrue, the ministry said.", "denied"),
    ("It is not true that troops were 5 km from Arvo, the ministry said.", "denied"),
    ("The convoy did not come within 5 km from Arvo.", "denied"),
    ("No troops are 5 km from Arvo, the ministry said.", "denied"),
    ("There were no troops 5 km from Arvo.", "denied"),
    ("There is no outbreak 5 km from Arvo, said Dr. Ann Writer.", "denied"),
    ("None of the ships was 5 km from Arvo.", "denied"),
    ("Nobody was hurt when a shell fell 5 km from Arvo.", "asserted"),
    ("No one was hurt by the shell that fell 5 km from Arvo.", "asserted"),
    ("There were no injuries in the fire 5 km from Arvo.", "asserted"),
    ("No damage was done as the quake struck 5 km from Arvo.", "asserted"),
    ("With no wind, the fire stopped 5 km from Arvo.", "asserted"),
    ("Without a doubt the fire was 5 km from Arvo.", "asserted"),
    ("The army did not deny that its troops were 5 km from Arvo.", "hedged"),
    ("The army neither confirmed nor denied that troops were 5 km from Arvo.", "hedged"),
    ("The army could not confirm that troops were 5 km from Arvo.", "hedged"),
    ("Whether the raid hit 5 km from Arvo could not be independently verified.", "hedged"),
    ("The raid hit 5 km from Arvo, but this could not be independently verified.", "hedged"),
    ("The raid is said to have hit 5 km from Arvo.", "hedged"),
    ("The raid was said to have hit 5 km from Arvo.", "hedged"),
    ("The troops are thought to be 5 km from Arvo.", "hedged"),
    ("The ship is understood to have sunk 5 km from Arvo.", "hedged"),
    ("The raid is reported to have hit 5 km from Arvo.", "hedged"),
    ("There were unconfirmed reports of a blast 5 km from Arvo.", "hedged"),
    ("There were reports of a blast 5 km from Arvo.", "hedged"),
    ("The quake appears to have struck 5 km from Arvo.", "hedged"),
    ("It appears that the plane fell 5 km from Arvo.", "hedged"),
    ("The plane, it seems, fell 5 km from Arvo.", "hedged"),
    ("The alleged strike hit a barn 5 km from Arvo.", "hedged"),
    ("A suspected case of plague, better known as the black death, was found 5 km from Arvo.", "hedged"),
    ("There was no claim of responsibility for the raid 5 km from Arvo.", "asserted"),
    ("The storm is supposed to pass 5 km from Arvo.", "hedged"),
    ("Jon Dale is accused of shooting a guard at 2:30 a.m. in a lane 5 km from Arvo.", "hedged"),
    ("Jon Dale is accused of shooting a guard 5 km from Arvo.", "hedged"),
    ("The police arrested a suspected thief 5 km from Arvo.", "asserted"),
    ("Police shot an alleged dealer 5 km from Arvo.", "asserted"),
    ("If the army comes to 5 km from Arvo, we leave.", "hedged"),
    ("The raid would have hit 5 km from Arvo.", "hedged"),
    ("The fair will be held 5 km from Arvo.", "asserted"),
    ("Nothing is known of the plane that fell 5 km from Arvo.", "asserted"),
    ("She could not sleep when shells fell 5 km from Arvo.", "asserted"),
    ("The boy could see the raid, which hit 5 km from Arvo.", "asserted"),
    ("He thought of the camp, which lay 5 km from Arvo.", "asserted"),
    ("They hoped for rain. The fire was 5 km from Arvo.", "asserted"),
    ("The mayor hoped for rain while the fire was 5 km from Arvo.", "asserted"),
    ("The army, which did not speak of losses, is 5 km from Arvo.", "asserted"),
    ("Troops have not yet come within 5 km from Arvo.", "denied"),
    ("Troops no longer are 5 km from Arvo.", "denied"),
    ("Not far from the sea, the camp lies 5 km from Arvo.", "asserted"),
    ("The camp, not seen before, lies 5 km from Arvo.", "asserted"),
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

"""Claims of place without a length: sites, what stands or stopped somewhere, incidents told by other verbs, places beside the sea."""

from __future__ import annotations

import pytest

from geomap.language import extract
from geomap.model import Report

PLACED = [
    ("A grenade went off outside a bakery at Torvik.", "at Torvik"),
    ("Two charges were set off at Halmond on Friday.", "at Halmond"),
    ("Helicopters rocketed a customs shed at Belhani.", "at Belhani"),
    ("Three divers were taken at Port Mirren last spring.", "at Port Mirren"),
    ("Booms have been laid at Skarn Bay.", "at Skarn Bay"),
    ("A peat fire broke out near midnight in the hills of central Norland.", "in the hills of central Norland"),
    ("The fire began on 3 May at 07:10 in the hamlet of Ostrava Vel.", "in the hamlet of Ostrava Vel"),
    ("A freighter ran onto the rocks at Le Corbeau.", "at Le Corbeau"),
    ("Gunmen attacked a clinic of the Sisters of Saint Agnes Relief Society in Kelbar district.", "in Kelbar district"),
    ("Engineers who reached the dam at Ulvsund found it dry.", "at Ulvsund"),
    ("The airstrip at Tumbeko was shelled on Sunday.", "at Tumbeko"),
    ("A bridge in Harrowdale collapsed overnight.", "in Harrowdale"),
    ("The nearest clinic is in Tarnagul, five hours away.", "in Tarnagul"),
    ("The wreck lies in a lagoon at Mbelo Ponga.", "at Mbelo Ponga"),
    ("It lies in a pine wood at Karst, barely five kilometres from the mine.", "at Karst"),
    ("The tanker was unloading at Port Essam on Saturday.", "at Port Essam"),
    ("A raft was picked up off Cape Dreary.", "off Cape Dreary"),
    ("The oil slick off Ventara has grown.", "off Ventara"),
    ("The drone fell off Harbiya.", "off Harbiya"),
    ("The drone was tracked 6 km inside Norland, over Upper Karsk.", "over Upper Karsk"),
    ("They were 4 km from the camp, inside Uganda.", "inside Uganda"),
    ("The platoon walked into a trap between Karsa and Tormel.", "between Karsa and Tormel"),
    ("The pilots had to bring the drone down in international waters.", "in international waters"),
    ("A landslide buried a hamlet in the highlands of New Caldera.", "in the highlands of New Caldera"),
]
NOT_PLACED = [
    "The plan went off at noon without a hitch.",
    "They set off for Mola at dawn, in high spirits.",
    "The photograph was taken in Arvo by a tourist.",
    "The decision was taken at Torvik House.",
    "The foundations of the treaty were laid in Mola.",
    "The talks began in Arvo on Monday.",
    "She is in power in Norland.",
    "He has been in the Army since May.",
    "They quarrelled over breakfast.",
    "He was between jobs in June.",
    "Students at Mola University wrote a paper.",
    "The station at noon was empty.",
    "The musical opened off Broadway in May.",
    "They called off Arvo Week.",
    "The case stands in Parliament.",
    "The town lies in ruins.",
    "The matter lies in Dr Marsh's hands.",
    "He was on patrol in June.",
    "The school in Arvo teaches music.",
    "A restaurant in Mola serves eels.",
    "A museum in Arvo was opened by the mayor.",
    "The company brought prices down in Norland.",
    "He was stopped in his Bentley.",
]


@pytest.mark.parametrize(("text", "claim"), PLACED)
def test_is_placed(text, claim):
    assert claim in [found.span.text for found in extract(Report(id="r", text=text)).claims]


@pytest.mark.parametrize("text", NOT_PLACED)
def test_is_not_placed(text):
    assert extract(Report(id="r", text=text)).claims == ()


def test_a_length_right_after_tells_enough_of_a_site():
    found = extract(Report(id="r", text="The base at Kolo, 105 km north-east of Kadra, is large.")).claims
    assert [claim.relation.value for claim in found] == ["at"]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("The council would want to construct ramps at Orsk.", False),
        ("Investors hope to build a cement plant at Orsk.", False),
        ("The ministry will open a clinic at Orsk.", False),
        ("Crews reached the clinic at Orsk on foot.", True),
        ("The blaze spread to the depot at Orsk.", True),
    ],
)
def test_what_is_yet_to_be_built_stands_nowhere(text, read):
    assert bool(extract(Report(id="r", text=text)).claims) is read

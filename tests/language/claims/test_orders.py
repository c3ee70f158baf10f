"""Areas that somebody clears, closes or forbids by a distance alone, and positions in the same words."""

from __future__ import annotations

import pytest
from forms import differences

ZONES = [
    ("The mayor ordered that all residents within 8 km of the Velm refinery leave.", "zone 8 km | - | Velm refinery"),
    ("The governor ordered residents within 5 miles of the Orsk depot to leave at once.", "zone 5 mi | - | Orsk depot"),
    (
        "We advise that foreign nationals who live within 12 miles (20 km) of the Tarn reactor leave the area.",
        "zone 12 mi | - | Tarn reactor",
    ),
    ("Everyone within 3 km of the plant must evacuate, the ministry said.", "zone 3 km | - | plant"),
    ("People living within 10 km of Mount Saro should stay indoors.", "zone 10 km | - | Mount Saro"),
    ("Families within two miles of the dam were told to leave their homes.", "zone 2 mi | - | dam"),
    ("Residents within 500 m of the crash site told to shelter in place.", "zone 500 m | - | crash site"),
    ("All schools within 30 km of the front line will be closed.", "zone 30 km | - | front line"),
    ("Villages within 6 km of the crater have been evacuated.", "zone 6 km | - | crater"),
    ("Police evacuated everyone within a kilometre of the Hask terminal.", "zone 1 km | - | Hask terminal"),
    ("Soldiers sealed off the area within 2 km of the wreck.", "zone 2 km | - | wreck"),
    ("Flights are banned within 40 miles of Mount Saro.", "zone 40 mi | - | Mount Saro"),
    ("All ships are forbidden to sail within 3 nautical miles of the Orla platform.", "zone 3 nmi | - | Orla platform"),
    ("Nobody may come within 200 metres of the reactor.", "zone 200 m | - | reactor"),
    ("No vessel is allowed within 5 miles of Dor island.", "zone 5 mi | - | Dor island"),
    ("Fishermen were warned not to go within 4 miles of the Brek wreck.", "zone 4 mi | - | Brek wreck"),
    ("Do not travel within 20 km of the Norland border.", "zone 20 km | - | Norland border"),
    ("The embassy advises against all travel to within 50 km of the Norland border.", "zone 50 km | - | Norland border"),
    ("A ban on fishing within 12 km of the outlet took effect.", "zone 12 km | - | outlet"),
    ("Drivers must stay out of the area within 1 km of the tunnel.", "zone 1 km | - | tunnel"),
    ("The airspace within 25 miles of Velm was closed.", "zone 25 mi | - | Velm"),
    ("Within 5 km of the Velm refinery, residents were told to keep their windows shut.", "zone 5 km | - | Velm refinery"),
    ("Within 10 km of the crater, no one may camp.", "zone 10 km | - | crater"),
    ("An evacuation order for homes within 2 miles of the Hask terminal was issued.", "zone 2 mi | - | Hask terminal"),
    ("A curfew is in force within 5 km of the Velm refinery.", "zone 5 km | - | Velm refinery"),
    ("Journalists are not allowed within 3 km of the site.", "zone 3 km | - | site"),
    ("Police closed all roads within a mile of Sorn station.", "zone 1 mi | - | Sorn station"),
    ("Ships within 5 miles of the Sarn lighthouse are to leave the area.", "zone 5 mi | - | Sarn lighthouse"),
    ("Beaches within 8 km of the spill remain closed.", "zone 8 km | - | spill"),
    ("People up to 30 km from the Tarn reactor were advised to stay indoors.", "zone 30 km | - | Tarn reactor"),
    ("The mayor has told everyone within 2 km of the Sorna mill to get out.", "zone 2 km | - | Sorna mill"),
    ("Foreign aircraft are prohibited from operating within 50 miles of Velm.", "zone 50 mi | - | Velm"),
    ("Evacuations were under way within 8 km of Mount Saro.", "zone 8 km | - | Mount Saro"),
    ("Heavy weapons within 15 km of the contact line are to be withdrawn.", "zone 15 km | - | contact line"),
    ("Don't go within 3 km of the crater, officials said.", "zone 3 km | - | crater"),
    ("The police sealed off a 3-mile cordon around Sorn station.", "zone 3 mi | - | Sorn station"),
    ("The army declared a no-go area of 4 km around the Orsk depot.", "zone 4 km | - | Orsk depot"),
]
POSITIONS = [
    ("People within 5 km of the plant heard it.", "<5 km | - | plant"),
    ("The truck was hit within 3 km of the Norland border.", "<3 km | - | Norland border"),
    ("The banned group attacked a camp within 4 km of Velm.", "<4 km | - | Velm"),
    ("A train was evacuated within 2 km of Sorn station.", "<2 km | - | Sorn station"),
    ("Two villages within 6 km of Velm were evacuated.", "<6 km | - | Velm"),
    ("The ship did not come within 12 miles of Dor island.", "<12 mi | - | Dor island"),
    ("Rebels were halted within 7 km of Velm.", "<7 km | - | Velm"),
    ("Rebels advanced to within 30 km of Velm.", "<30 km | - | Velm"),
    ("Residents within 5 km of the Orsk depot told reporters that windows broke.", "<5 km | - | Orsk depot"),
    ("Police said the man was arrested within 3 miles of the Norland border.", "<3 mi | - | Norland border"),
    ("The skiffs closed to within 2 miles of the tanker.", "<2 mi | - | tanker"),
    ("Villages within 9 km of the front were shelled.", "<9 km | - | front"),
    ("The road, closed since May, was mined within 4 km of Velm.", "<4 km | - | Velm"),
    ("The pilot was ordered to land within 3 km of Velm.", "<3 km | - | Velm"),
    ("The ministry warned that rebels were operating within 5 km of Velm.", "<5 km | - | Velm"),
    ("The plane may have come within 3 km of the Norland border.", "<3 km | - | Norland border"),
    ("Two men were told to leave their car within 5 km of the Norland border.", "<5 km | - | Norland border"),
    ("No one lives within 10 km of the crater.", "<10 km | - | crater"),
    ("The ship was ordered to stop within 12 miles of Dor island.", "<12 mi | - | Dor island"),
    ("Within 5 km of Velm, a bus was hit.", "<5 km | - | Velm"),
]


@pytest.mark.parametrize(("text", "expected"), ZONES + POSITIONS)
def test_what_is_ordered_within_a_distance_is_a_zone_and_what_happened_there_is_not(text, expected):
    assert not differences(text, expected)

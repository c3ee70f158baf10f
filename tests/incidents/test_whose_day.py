"""Whose day it is: that of the incident, or of a text, a saying, a find, a burial or another time that a report tells of besides."""

from __future__ import annotations

import datetime as dt

import pytest
from builders import READ_OTHERWISE, joined

from geomap.language import extract
from geomap.model import Report

FRIDAY = dt.date(2022, 9, 16)
CLAIM = "9 km from Orsk"


def day(text, words=CLAIM, title=""):
    claims, _ = joined([extract(Report(id="r", text=text, title=title, published=FRIDAY))])
    when = next(claim.when for claim in claims if words in claim.span.text)
    return None if when is None else when.isoformat().removeprefix("2022-")


@pytest.mark.parametrize(
    ("title", "text", "when"),
    [
        ("Ferry accident off Mola: information as of 14 September", "The ferry capsized 9 km from Orsk with forty aboard.", None),
        ("Crash near Mola, update of 15 September", "The airliner came down 9 km from Orsk.", None),
        ("Fire at Mola depot (updated September 15)", "The fire broke out 9 km from Orsk.", None),
        ("Statement of 14 September on the loss of the ferry", "The ferry sank 9 km from Orsk.", None),
        ("Press release, 15 September: collision off Mola", "The two ships collided 9 km from Orsk.", None),
        ("Sinking of 14 September: what is known", "The ferry sank 9 km from Orsk.", "09-14"),
        ("The raid of 13 September", "Gunmen attacked a convoy 9 km from Orsk.", "09-13"),
        ("Findings on the collision of 12 September 2022", "The two ships collided 9 km from Orsk.", "09-12"),
        ("What happened at Mola on September 13", "Gunmen attacked a convoy 9 km from Orsk.", "09-13"),
        ("Clarification on air operations on 13 September", "An aircraft bombed a field 9 km from Orsk.", "09-13"),
        ("Airliner crash at Mola: the state of knowledge on 15 September", "The airliner came down 9 km from Orsk.", None),
    ],
)
def test_a_headline_that_dates_a_text_dates_no_incident(title, text, when):
    assert day(text, title=title) == when


@pytest.mark.parametrize(
    ("title", "text", "when"),
    [
        (
            "Inquiry: errors led to strike on convoy",
            "Investigators have concluded that the crews who bombed the convoy on 17 May took it for rebels.\n\nThe report, released on Tuesday, is long. A second strike hit a farm 9 km from Orsk.",
            None,
        ),
        (
            "Inquiry: errors led to strike on convoy",
            "Investigators have concluded that the crews who bombed the convoy on 17 May took it for rebels.\n\nThe findings, published on Wednesday, blame nobody. A drone fell 9 km from Orsk.",
            "05-17",
        ),
        (
            "Inquiry: errors led to strike on convoy",
            "Investigators have concluded that the crews who bombed the convoy on 17 May took it for rebels.\n\nThe video was posted on Monday. A missile fell 9 km from Orsk.",
            "05-17",
        ),
        (
            "Inquiry: errors led to strike on convoy",
            "Investigators have concluded that the crews who bombed the convoy on 17 May took it for rebels.\n\nA letter dated September 12 gives the position. A missile fell 9 km from Orsk.",
            "05-17",
        ),
    ],
)
def test_a_text_or_picture_is_later_than_what_it_tells(title, text, when):
    assert day(text, title=title) == when


@pytest.mark.parametrize(
    ("title", "text", "when"),
    [
        ("", "A trader saw a truck 9 km from Orsk on the Friday.", None),
        ("", "A drone fell 9 km from Orsk on the Wednesday, a shepherd recalled.", None),
        ("", "On the Tuesday a shell hit a farm 9 km from Orsk.", None),
        ("", "On the Monday after the vote a shell hit a farm 9 km from Orsk.", None),
        ("", "Rebels took Arvo on 5 September. On the Wednesday they shelled a farm 9 km from Orsk.", "09-07"),
        ("", "The ferry left Mola on August 18. On the Saturday she sank 9 km from Orsk.", "08-20"),
        ("", "A drone fell 9 km from Orsk on Wednesday.", "09-14"),
        ("", "The Wednesday raid hit a farm 9 km from Orsk.", "09-14"),
        ("", "A drone fell 9 km from Orsk on the night of Wednesday.", "09-14"),
        ("", "A drone fell 9 km from Orsk on the evening of Tuesday.", "09-13"),
        ("", "Gunmen raided a farm 9 km from Orsk in the Tuesday night attack.", "09-13"),
        ("", "A drone fell 9 km from Orsk on the Wednesday of last week.", "09-07"),
    ],
)
def test_the_sunday_is_of_the_time_that_is_told_of(title, text, when):
    assert day(text, title=title) == when


@pytest.mark.parametrize(
    ("title", "text", "when"),
    [
        ("", "President Avo on Thursday rang the king and said he was sorry that the airliner was hit 9 km from Orsk.", None),
        ("", "The minister was sorry on Thursday that the ferry had been rammed 9 km from Orsk.", None),
        ("", "The envoy on Wednesday met the owner and regretted that the ship was hit 9 km from Orsk.", None),
        ("", "On Thursday the mayor wrote to the families and was certain that the bus had burned 9 km from Orsk.", None),
        ("", "The court was satisfied on Wednesday that the yacht had been sunk 9 km from Orsk.", None),
        ("", "It was on Wednesday that the ferry sank 9 km from Orsk.", "09-14"),
        ("", "On Wednesday a bomb that rebels had hidden went off 9 km from Orsk.", "09-14"),
        ("", "On Tuesday it rained so hard that a dam broke 9 km from Orsk.", "09-13"),
        ("", "On Tuesday a missile that was fired at a camp fell 9 km from Orsk.", "09-13"),
        ("", "The general was sorry that on Tuesday his men had shelled a farm 9 km from Orsk.", "09-13"),
    ],
)
def test_what_somebody_is_sorry_for_is_of_another_day(title, text, when):
    assert day(text, title=title) == when


@pytest.mark.parametrize(
    ("title", "text", "when"),
    [
        ("", "The wreck of the ferry was located on Wednesday by a survey ship. It lies 9 km from Orsk.", None),
        ("", "The wreckage was inspected on Tuesday with a camera. The airliner went down 9 km from Orsk.", None),
        ("", "On Thursday the wreck was raised by a crane. She sank 9 km from Orsk in a gale.", None),
        ("", "Divers reached the wreck on Wednesday. The ferry sank 9 km from Orsk.", None),
        ("", "The wreckage of the jet was taken away on Monday. It crashed 9 km from Orsk.", None),
        ("", "The ferry sank on Wednesday. Its wreck lies 9 km from Orsk.", "09-14"),
        ("", "The wreck of the ferry, which sank on Tuesday, lies 9 km from Orsk.", "09-13"),
        ("", "The wreck of the ferry was located on Thursday. The Heron had sunk on Tuesday 9 km from Orsk.", "09-13"),
        ("", "The airliner crashed on Monday. The wreckage was found on Wednesday by shepherds. It came down 9 km from Orsk.", "09-12"),
        ("", "Wreckage of the jet rained down on Tuesday on a village 9 km from Orsk.", "09-13"),
    ],
)
def test_what_becomes_of_a_wreck_is_of_another_day_than_the_loss(title, text, when):
    assert day(text, title=title) == when


@pytest.mark.parametrize(
    ("title", "text", "when"),
    [
        (
            "",
            "For a few hours on Thursday people in Arvo feared the worst. A tanker caught fire 9 km from Orsk and burned.\n\nIt burned 70 km west of the place where the Heron blew up on April 20, 30 km from the coast.",
            None,
        ),
        (
            "",
            "Experts boarded the tanker on August 30 while she was led to Mola.\n\nThe drone hit the pilot house. She was then 9 km from Orsk.\n\nOn Tuesday, in another case, armed men boarded the Blue Heron 30 km from Arvo.",
            "08-30",
        ),
        pytest.param(
            "",
            "On Thursday prosecutors opened the trial. The airliner was hit 9 km from Orsk. It was shot down on 17 May by a missile near Arvo.",
            None,
            marks=READ_OTHERWISE,
        ),
        (
            "",
            "A bus was blown up on Wednesday. The bomb went off 9 km from Orsk.\n\nThe bus was of the 14 September convoy that left Arvo.",
            "09-14",
        ),
        (
            "",
            "A bus was blown up overnight. The bomb went off 9 km from Orsk.\n\nThe bomb went off at 10 p.m. on Thursday near Arvo.",
            "09-15",
        ),
    ],
)
def test_a_day_told_later_is_not_that_of_earlier_claims(title, text, when):
    assert day(text, title=title) == when


@pytest.mark.parametrize(
    ("title", "text", "when"),
    [
        ("", "It is the fifth raid since Aug. 19, when gunmen took a ferry 9 km from Orsk.", "08-19"),
        ("", "It is the worst blast since Sept. 3, when a truck blew up 9 km from Orsk.", "09-03"),
        ("", "It is the worst blast since Jan. 3, when a truck blew up 9 km from Orsk.", "01-03"),
        ("", "It is the first raid since 19 Aug., when gunmen took a ferry 9 km from Orsk.", "08-19"),
        ("", "The front has stood 9 km from Orsk since Aug. 19.", None),
        ("", "The front has stood 9 km from Orsk since Aug.", None),
        ("", "In Aug. 2022 a truck blew up 9 km from Orsk.", None),
    ],
)
def test_since_a_day_when_something_was(title, text, when):
    assert day(text, title=title) == when


@pytest.mark.parametrize(
    ("title", "text", "when"),
    [
        (
            "",
            "A jet was shot down near Arvo on Tuesday. Nobody was told. The roads were closed. Shops stayed shut. The mayor was abroad. Schools opened late. A rescue helicopter was hit later in the day and came down 9 km from Orsk.",
            "09-13",
        ),
        (
            "",
            "A jet was shot down near Arvo on Wednesday. Nobody was told. The roads were closed. Shops stayed shut. The mayor was abroad. Schools opened late. Later that day a bus was shelled 9 km from Orsk.",
            "09-14",
        ),
        (
            "",
            "A jet was shot down near Arvo on Wednesday. Nobody was told. The roads were closed. Shops stayed shut. The mayor was abroad. Schools opened late. Earlier in the day a bus was shelled 9 km from Orsk.",
            "09-14",
        ),
        (
            "",
            "A jet was shot down near Arvo on Wednesday. In June 2012 a ferry sank. Nobody was told. The roads were closed. Shops stayed shut. The mayor was abroad. Schools opened late. Later that day a bus was shelled 9 km from Orsk.",
            None,
        ),
        (
            "",
            "A jet was shot down near Arvo on Wednesday. On Thursday the king spoke. Nobody was told. The roads were closed. Shops stayed shut. The mayor was abroad. Schools opened late. Later that day a bus was shelled 9 km from Orsk.",
            None,
        ),
        (
            "",
            "A jet was shot down near Arvo, police said on Thursday. Nobody was told. The roads were closed. Shops stayed shut. The mayor was abroad. Schools opened late. Later that day a bus was shelled 9 km from Orsk.",
            None,
        ),
        (
            "",
            "Nothing is known of the day. Nobody was told. The roads were closed. Shops stayed shut. The mayor was abroad. Schools opened late. Later that day a bus was shelled 9 km from Orsk.",
            None,
        ),
    ],
)
def test_later_in_the_day_is_of_the_one_day_told(title, text, when):
    assert day(text, title=title) == when


@pytest.mark.parametrize(
    ("title", "text", "when"),
    [
        (
            "Disaster off Mola",
            "An airliner vanished early on Friday between Arvo and Mola. It had forty aboard.\n\nThe last contact was made 9 km from Orsk.",
            "09-16",
        ),
        (
            "Disaster off Mola",
            "A ferry capsized off Mola on Friday, and forty drowned.\n\nSurvivors were flown to a hospital 9 km from Orsk.",
            "09-16",
        ),
        (
            "Disaster off Mola",
            "A ferry capsized off Mola on Thursday, and forty drowned.\n\nThe wounded were driven to a clinic 9 km from Orsk.",
            None,
        ),
        (
            "Disaster off Mola",
            "A ferry capsized off Mola on 8 September, and forty drowned.\n\nSurvivors were flown to a hospital 9 km from Orsk.",
            None,
        ),
        (
            "Disaster off Mola",
            "A ferry capsized off Mola on Thursday, and forty drowned.\n\nLast year survivors of another ferry were flown to a hospital 9 km from Orsk.",
            None,
        ),
        (
            "Disaster off Mola",
            "A ferry capsized off Mola on Thursday, and forty drowned.\n\nIn May refugees were flown to a camp 9 km from Orsk.",
            None,
        ),
        (
            "Disaster off Mola",
            "A ferry capsized off Mola on Thursday, and forty drowned.\n\nAnother ship was sailing 9 km from Orsk when she lost a man.",
            None,
        ),
    ],
)
def test_where_people_were_taken_is_of_the_day_of_fresh_news(title, text, when):
    assert day(text, title=title) == when


@pytest.mark.parametrize(
    ("title", "text", "when"),
    [
        ("", "The king visited on Wednesday the families of the dead. The bomb went off 9 km from Orsk and killed ten.", None),
        ("", "Parliament voted on Wednesday night for martial law in two regions. The bomb went off 9 km from Orsk and killed ten.", None),
        ("", "Prosecutors on Thursday opened an inquiry into what befell the bus. The bomb went off 9 km from Orsk and killed ten.", None),
        ("", "Envoys met in Mola on Thursday to talk about the bus. The bomb went off 9 km from Orsk and killed ten.", None),
        pytest.param(
            "",
            "Rescuers searched on Thursday for the missing of the bus. The bomb went off 9 km from Orsk and killed ten.",
            None,
            marks=READ_OTHERWISE,
        ),
        ("", "The minister resigned on Thursday over the bus. The bomb went off 9 km from Orsk and killed ten.", None),
        ("", "A bus was torn apart on Wednesday on its way to Mola. The bomb went off 9 km from Orsk and killed ten.", "09-14"),
        (
            "",
            "Ten people died on Wednesday when a bus burned on its way to Mola. The bomb went off 9 km from Orsk and killed ten.",
            "09-14",
        ),
        (
            "",
            "For an hour on Wednesday people in Mola thought that war had come. The bomb went off 9 km from Orsk and killed ten.",
            "09-14",
        ),
        ("", "Terror came to the quiet town of Mola on Tuesday. The bomb went off 9 km from Orsk and killed ten.", "09-13"),
    ],
)
def test_what_people_did_afterwards_dates_no_incident(title, text, when):
    assert day(text, title=title) == when


@pytest.mark.parametrize(
    ("title", "text", "when"),
    [
        (
            "",
            "A bus was blown up near Mola on Wednesday, and ten people died. By then the convoy had already been stopped 9 km from Orsk.",
            "09-14",
        ),
        (
            "",
            "A bus was blown up near Mola on Wednesday, and ten people died. Weeks earlier gunmen had attacked a post 9 km from Orsk.",
            None,
        ),
        (
            "",
            "A bus was blown up near Mola on Wednesday, and ten people died. Two days later a second bomb went off 9 km from Orsk.",
            "09-16",
        ),
        ("", "A bus was blown up near Mola on Wednesday, and ten people died. The following day a drone fell 9 km from Orsk.", "09-15"),
        ("", "A bus was blown up near Mola on Wednesday, and ten people died. The next morning a drone fell 9 km from Orsk.", "09-15"),
        (
            "",
            "A bus was blown up near Mola on Wednesday, and ten people died. A day earlier rebels had raided a post 9 km from Orsk.",
            "09-13",
        ),
        (
            "",
            "A bus was blown up near Mola on Wednesday, and ten people died. The day before, a shell had hit a farm 9 km from Orsk.",
            "09-13",
        ),
        ("", "A bus was blown up near Mola on Wednesday, and ten people died. A week before, a shell had hit a farm 9 km from Orsk.", None),
        ("", "A bus was blown up near Mola on Wednesday, and ten people died. Months earlier a ferry had sunk 9 km from Orsk.", None),
        (
            "",
            "A bus was blown up near Mola on Wednesday, and ten people died. In the days before, gunmen had raided a post 9 km from Orsk.",
            None,
        ),
        ("", "A bus was blown up near Mola on Wednesday, and ten people died. Years ago a ferry sank 9 km from Orsk.", None),
        ("", "A bus was blown up near Mola on Wednesday, and ten people died. Previously a bus had been blown up 9 km from Orsk.", None),
        (
            "",
            "A bus was blown up near Mola on Wednesday, and ten people died. A similar bomb had gone off 9 km from Orsk not long ago.",
            None,
        ),
        (
            "",
            "A bus was blown up near Mola on Wednesday, and ten people died. It was the third such blast; the last one was 9 km from Orsk.",
            None,
        ),
        ("", "A bus was blown up near Mola on Wednesday, and ten people died. The bomb went off 9 km from Orsk.", "09-14"),
        (
            "",
            "A bus was blown up near Mola on Wednesday, and ten people died. The bus had left Arvo at dawn and was 9 km from Orsk when it was torn apart.",
            "09-14",
        ),
        (
            "",
            "A bus was blown up near Mola on Wednesday, and ten people died. The funeral will be held on Saturday 9 km from Orsk.",
            "09-17",
        ),
        (
            "",
            "A bus was blown up near Mola on Wednesday, and ten people died. A camp that was bombed in spring stood 9 km from Orsk.",
            None,
        ),
        ("", "A bus was blown up near Mola on Wednesday, and ten people died. His brother was shot 9 km from Orsk the year before.", None),
    ],
)
def test_what_was_at_another_time_has_not_the_day_of_the_incident(title, text, when):
    assert day(text, title=title) == when


@pytest.mark.parametrize(
    ("title", "text", "when"),
    [
        ("", "A drone fell 9 km from Orsk overnight.", None),
        ("", "A drone fell 9 km from Orsk overnight into Thursday.", None),
        ("", "A drone fell 9 km from Orsk in the night from Tuesday to Wednesday.", None),
        ("", "A drone fell 9 km from Orsk on the night of 12/13 September.", None),
        ("", "A drone fell 9 km from Orsk in the night of 12-13 September at 01:20.", "09-13"),
        ("", "A drone fell 9 km from Orsk in the night of 12-13 September at 23:20.", "09-12"),
        ("", "A drone fell 9 km from Orsk late on Tuesday.", "09-13"),
        ("", "A drone fell 9 km from Orsk early on Wednesday.", "09-14"),
        ("", "A drone fell 9 km from Orsk between Monday and Wednesday.", None),
        ("", "A drone fell 9 km from Orsk on 13/14 September.", None),
        ("", "A drone fell 9 km from Orsk at 2022-09-13T21:30Z.", "09-13"),
        ("", "A drone fell 9 km from Orsk at 21:30 UTC on 13 September.", "09-13"),
        ("", "A drone fell 9 km from Orsk before dawn on Thursday.", "09-15"),
        ("", "A drone fell 9 km from Orsk in the early hours of Wednesday.", "09-14"),
        ("", "A drone fell 9 km from Orsk on Friday.", "09-16"),
        ("", "A drone fell 9 km from Orsk last Friday.", "09-09"),
        ("", "A drone fell 9 km from Orsk this morning.", "09-16"),
    ],
)
def test_nights_ranges_and_hours(title, text, when):
    assert day(text, title=title) == when


@pytest.mark.parametrize(
    ("title", "text", "when"),
    [
        ("", "MOLA, Sept 15 (NP) — A drone fell 9 km from Orsk.", None),
        ("", "MOLA, Norland, September 15 - A drone fell 9 km from Orsk, killing two.", None),
        ("", "Mola, 15 September. A drone fell 9 km from Orsk.", None),
        ("", "Mola, Sept. 15 -- The minister said that a drone fell 9 km from Orsk.", None),
        ("", "The army announced on Thursday that a drone fell 9 km from Orsk.", None),
        ("", "On Thursday, visiting the scene, the mayor said the drone had fallen 9 km from Orsk.", None),
        ("", "In a letter of 12 September the envoy says the drone fell 9 km from Orsk.", None),
        ("", "At a briefing on Thursday the general put the wreck 9 km from Orsk.", None),
        ("", "According to a map published on Wednesday the jet fell 9 km from Orsk.", None),
        ("", "The king, who was crowned on 8 September, was 9 km from Orsk when the bomb went off.", None),
        ("", "After the ceasefire of 5 September a drone fell 9 km from Orsk.", None),
        ("", "Since the ceasefire of 5 September a drone has fallen 9 km from Orsk.", None),
        ("", "Ahead of Saturday's vote a drone fell 9 km from Orsk.", None),
        ("", "The body of the pilot was found on Wednesday. His jet went down 9 km from Orsk.", None),
        ("", "The search was called off on Wednesday. The yacht capsized 9 km from Orsk.", None),
        ("", "The pilot was buried on Wednesday. His jet went down 9 km from Orsk.", None),
        ("", "The recorder was recovered on Tuesday. The jet went down 9 km from Orsk.", None),
        ("", "The commission flew to the site on Thursday. The jet went down 9 km from Orsk.", None),
        ("", "The ferry left Mola on Tuesday. She was found adrift on Thursday 9 km from Orsk.", "09-15"),
    ],
)
def test_days_of_other_things(title, text, when):
    assert day(text, title=title) == when


@pytest.mark.parametrize(
    ("title", "text", "when"),
    [
        ("", "The ferry Heron sank on 17 May off Mola. She had left Arvo on Monday and was seen on Tuesday 9 km from Orsk.", "05-17"),
        ("", "On Friday, 22 July, gunmen took a bus near Mola. By Sunday they had brought it to a wood 9 km from Orsk.", None),
        ("", "The ferry Heron sank on 17 May off Mola. That Tuesday she had passed 9 km from Orsk.", "05-17"),
        ("", "It was a Tuesday in May when the bus left. It was stopped 9 km from Orsk.", None),
        ("", "The inquiry into the raid of 3 June closed on Wednesday. The raiders had come ashore 9 km from Orsk.", "06-03"),
        ("", "Six weeks after the raid of 3 June the army admitted on Thursday that a shell fell 9 km from Orsk.", None),
        ("", "One year ago today a jet fell 9 km from Orsk.", "2021-09-16"),
        ("", "The jet fell a year ago on Sunday. It came down 9 km from Orsk.", None),
        ("", "Ten days ago a jet was shot down near Mola. It fell 9 km from Orsk.", "09-06"),
        ("", '"It fell 9 km from Orsk," the mayor said on Wednesday.', None),
        ("", "The mayor told a crowd on Wednesday that it fell 9 km from Orsk.", None),
        ("", "The mayor, speaking on Wednesday, put the crash 9 km from Orsk.", None),
        ("", "On Wednesday the tally rose to nine. The blast was 9 km from Orsk, the mayor said.", None),
        ("", "A map issued by the army on Wednesday puts the battery 9 km from Orsk.", None),
        ("", "The court heard on Wednesday that the ferry sank 9 km from Orsk.", None),
        ("", 'The minister tweeted on Wednesday: "Our jet fell 9 km from Orsk."', None),
        ("", "Yesterday at 14:20 a tanker was boarded 9 km from Orsk.", "09-15"),
        ("", "This morning at 03:10 UTC a tanker was hit 9 km from Orsk.", "09-16"),
        ("", "At 03:10 UTC today a tanker was hit 9 km from Orsk.", "09-16"),
        ("", "15 SEP 2022: A tanker was boarded 9 km from Orsk.", "09-15"),
        ("", "Issued 15 September 2022. On the night of the 13th a tanker was boarded 9 km from Orsk.", "09-13"),
        ("", "Last update: 15 September 2022. A tanker was boarded 9 km from Orsk.", None),
        ("", "Last night a tanker was boarded 9 km from Orsk.", "09-15"),
        ("", "The night before last a tanker was boarded 9 km from Orsk.", "09-14"),
        ("", "A tanker was boarded on Wednesday near Mola.\n\nIn August the Heron was boarded too. She lay 9 km from Orsk.", None),
        ("", "A tanker was boarded on Wednesday near Mola.\n\nThe pirates struck 9 km from Orsk at dusk.", "09-14"),
    ],
)
def test_days_in_late_reports_notices_and_backgrounds(title, text, when):
    assert day(text, title=title) == when


BOMBED = "Investigators have concluded that the crews who bombed the convoy on 17 May took it for rebels.\n\n"


@pytest.mark.parametrize(
    ("text", "when"),
    [
        pytest.param("There was a raid on Tuesday. A guard was shot 9 km from Orsk.", "09-13", marks=READ_OTHERWISE),
        ("On Tuesday it was quiet. A missile fell 9 km from Orsk on Wednesday.", "09-14"),
        ("On 2 June the convoy left. A missile fell 9 km from Orsk on Wednesday.", None),
        ("On 2 June the convoy left. A missile fell 9 km from Orsk on Wednesday night.", None),
        ("A missile fell 9 km from Orsk on Wednesday.", "09-14"),
        ("On 2 June the convoy left.\n\nA missile fell 9 km from Orsk on Wednesday.", "09-14"),
    ],
)
def test_a_bare_weekday_behind_a_day_long_past(text, when):
    assert day(BOMBED + text, title="Inquiry: errors led to strike on convoy") == when

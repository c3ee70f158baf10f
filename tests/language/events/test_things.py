"""What sort of thing a claim locates, and which one it is."""

from __future__ import annotations

import pytest

from geomap.exports.records import claim_record
from geomap.language import extract
from geomap.language.words.incidents import CLASSES
from geomap.language.words.things import SORT_CLASSES, SORTS
from geomap.model import Report
from geomap.policy import TOP_SPEEDS


def things(text):
    return [claim.thing for claim in extract(Report(id="r", text=text)).claims]


@pytest.mark.parametrize(
    ("text", "kind", "sort"),
    [
        ("The tanker Grey Seal was 5 km off Arvo.", "vessel", "tanker"),
        ("A bulk carrier was 5 km off Arvo.", "vessel", "cargo ship"),
        ("A fishing boat was 5 km off Arvo.", "vessel", "fishing boat"),
        ("The ship was 5 km off Arvo.", "vessel", None),
        ("HMS Grey Seal was 5 km off Arvo.", "vessel", None),
        ("The convoy of ten trucks was 5 km from Arvo.", "force", "convoy"),
        ("A military helicopter was 5 km from Arvo.", "aircraft", "helicopter"),
        ("Cyclone Lorna was centred 50 km east of Arvo.", "storm", None),
        ("An attack on a tanker occurred 5 km off Arvo.", "strike", None),
        ("The village lies 5 km from Arvo.", None, None),
        ("Eight ships were at the scene, 5 km west of Arvo.", None, None),
        ("Several tankers were 5 km off Arvo.", None, None),
        ("One ship was 5 km off Arvo.", "vessel", None),
        ("An Il-20 has been missing since Monday, the Defence Ministry said. It was 5 km off Arvo.", "aircraft", None),
        ("The crew of the ferry was 5 km off Arvo.", None, None),
        ("The tanker was adrift. It was 5 km off Arvo.", "vessel", "tanker"),
        ("The tanker was adrift. Nobody was aboard. She was 5 km off Arvo.", "vessel", "tanker"),
        ("The tanker was adrift. The crew had left her. She was hit while sailing 5 km off Arvo.", "vessel", "tanker"),
        ("The tanker was hit by drones. She was 5 km off Arvo.", "vessel", "tanker"),
        ("The tanker went down. The wreck lies 5 km off Arvo.", "vessel", "tanker"),
        ("A plane spotted the Grey Seal. It was 5 km off Arvo.", None, None),
        ("A plane saw a raft. It was 5 km off Arvo.", None, None),
        ("The talks were over. It was 5 km from Arvo.", None, None),
    ],
)
def test_class_and_sort(text, kind, sort):
    found = things(text)[-1]
    assert (found.kind, found.sort) == (kind, sort)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The tanker Grey Seal was 5 km off Arvo.", {"grey", "seal"}),
        ("The Norland-flagged tanker Grey Seal was 5 km off Arvo.", {"grey", "seal"}),
        ("The Grey Seal was 5 km off Arvo.", {"grey", "seal"}),
        ("MV Halcyon was 5 km off Arvo.", {"halcyon"}),
        ("Typhoon Lorna was 5 km off Arvo.", {"lorna"}),
        ("The Greek tanker was 5 km off Arvo.", set()),
        ("The tanker was 5 km off Arvo.", set()),
        ("Rebels were 5 km from Arvo.", set()),
    ],
)
def test_names(text, names):
    assert things(text)[-1].names == names


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("A vessel was hit 5 km off Arvo. The vessel sank 9 km off Mola.", True),
        ("The convoy was 5 km from Arvo. It was hit 9 km from Mola.", True),
        ("The tanker Grey Seal was 5 km off Arvo. The ship sank 9 km off Mola.", True),
        ("A vessel was hit 5 km off Arvo. Another vessel sank 9 km off Mola.", False),
        ("A vessel was hit 5 km off Arvo. A second, smaller boat came. The boat sank 9 km off Mola.", False),
        ("The convoy was 5 km from Arvo. The vessel was 9 km off Mola.", False),
    ],
)
def test_the_vessel_is_the_one_told_of_last(text, is_one):
    first, second = things(text)
    assert (first.told_as == second.told_as is not None) is is_one


def test_in_the_record():
    claim = extract(Report(id="r", text="The tanker Grey Seal was 5 km off Arvo.")).claims[0]
    assert (claim_record(claim)["thing"], claim_record(claim)["sort"]) == ("vessel", "tanker")


def test_every_sort_has_a_class_and_a_speed():
    assert set(SORTS.values()) == set(SORT_CLASSES) <= set(TOP_SPEEDS)
    assert set(SORT_CLASSES.values()) <= set(CLASSES.values())
    assert set(TOP_SPEEDS) - set(SORT_CLASSES) <= set(CLASSES.values())

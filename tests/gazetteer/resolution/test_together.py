"""What the other reports of a case say of whose border is meant; every sentence is made up."""

from __future__ import annotations

import pytest

from geomap.gazetteer import locate
from geomap.gazetteer.resolution.together import settled_together
from geomap.language import extract
from geomap.model import MentionKind, Report


def lines_of(gazetteer, *texts):
    extractions = [extract(Report(id=f"r{number}", text=text), names=gazetteer) for number, text in enumerate(texts)]
    located = [locate(each.mentions, gazetteer=gazetteer, claims=each.claims, home=each.home) for each in extractions]
    found = settled_together(extractions, located, gazetteer)
    return [
        location.resolved and location.resolved.id for each in found for location in each if location.mention.kind is MentionKind.BORDER
    ]


@pytest.mark.parametrize(
    ("text", "others", "place_id"),
    [
        ("Men were seen near the Malian border.", ("Snow fell in Niamey, in Niger.",), "border:ML-NE"),
        ("Men were seen 3 km from the border.", ("Snow fell in Niger.", "Mali mourned. Malian troops left."), "border:ML-NE"),
        ("Men were seen near the Malian border.", ("Snow fell in Niger.", "Snow fell in Algeria."), None),
        ("Men were seen near the Malian border.", ("Snow fell in Peru.",), None),
        # what the report itself says goes first
        ("Algeria mourned. Men were seen near the Malian border.", ("Snow fell in Niamey, in Niger.",), "border:DZ-ML"),
        # … but a nationality word names no place, and gives way to the places that the others name
        ("A Nigerien drone fell near the Malian border.", ("It fell in Algeria, in Adrar. Algeria protested.",), "border:DZ-ML"),
        ("A Nigerien drone fell near the Malian border.", ("Snow fell in Algeria.",), "border:ML-NE"),
        ("A Nigerien drone fell near the Malian border.", ("Snow fell in Peru. Peru protested. Peru mourned.",), "border:ML-NE"),
    ],
)
def test_whose_border(gazetteer, text, others, place_id):
    assert lines_of(gazetteer, text, *others) == [place_id]

"""Names in four corpora of news beside the checkout: how many are found and resolved, and whether a score can be taken at its word.

Floors lie a little under what the rules reach, so that only real loss fails; other systems' figures are beside the corpora.
"""

from __future__ import annotations

import json

import pytest
from commands import script

pytestmark = pytest.mark.shared

FLOORS = {"lgl": (0.79, 0.715), "gwn": (0.79, 0.725), "trnews": (0.85, 0.82), "geovirus": (0.91, 0.785)}
"""F1 of names recognised, and of names that are resolved to within 161 km."""


@pytest.fixture(scope="module", params=FLOORS)
def corpus(request):
    return request.param


@pytest.fixture(scope="module")
def figures(shared, gazetteer, corpus):  # noqa: ARG001  (the gazetteer is built first)
    return json.loads(script("evaluation/places.py", shared, "--corpus", corpus, "--json"))[corpus]


def test_names_are_found_and_resolved(figures, corpus):
    recognised, right = FLOORS[corpus]
    assert figures["recognition_overlap"]["F1"] >= recognised
    assert figures["end_to_end_161"]["F1"] >= right


def test_scores_are_probabilities(figures):
    assert figures["calibration_error"] <= 0.05


def test_what_is_left_open_would_more_often_have_been_wrong(figures):
    assert figures["right_of_resolved"] > figures["right_of_unresolved"] + 0.2

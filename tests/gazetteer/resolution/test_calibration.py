"""Whether a candidate's score can be taken at its word, on the news corpora beside the checkout."""

from __future__ import annotations

import pytest
from peers import module_of
from places import CORPORA, answers_of, calibration_error, documents_of, located_in


@pytest.fixture(scope="module")
def answers(shared, gazetteer):
    evaluate = module_of(shared / "eval" / "toponyms" / "evaluate.py")
    return {
        corpus: [
            answer
            for document in documents_of(shared, corpus)
            for answer in answers_of(document, located_in(document, gazetteer), evaluate)
        ]
        for corpus in CORPORA
    }


@pytest.mark.shared
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_scores_are_probabilities(answers):
    everything = [answer for each in answers.values() for answer in each]
    assert calibration_error(everything) <= 0.05
    for corpus, each in answers.items():
        assert calibration_error(each) <= 0.08, corpus


@pytest.mark.shared
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_what_is_left_open_would_more_often_have_been_wrong(answers):
    for corpus, each in answers.items():
        told = [answer.right for answer in each if answer.resolved]
        left = [answer.right for answer in each if not answer.resolved]
        assert sum(told) / len(told) > sum(left) / len(left) + 0.2, corpus

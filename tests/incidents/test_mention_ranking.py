"""What a mention may be of is ranked by weights that anybody can read, and the reasons are words of the text."""

from __future__ import annotations

import math

import pytest
from builders import joined
from hypothesis import given
from hypothesis import strategies as st

from geomap.incidents import cues, ranking
from geomap.incidents.ranking import NEW, Option
from geomap.language import extract
from geomap.language.words.calendar import FULL_MONTHS, FULL_WEEKDAYS
from geomap.model import Report, Role, Telling

NAMES = st.sampled_from(["a", "b", "c", "d"])


def told(text):
    return joined([extract(Report(id="r", text=text))])[0]


@given(st.lists(st.lists(NAMES, unique=True), min_size=1, max_size=5), st.dictionaries(NAMES, st.floats(-30, 30)))
def test_probabilities_are_those_of_the_weights_added_up(options, table):
    found = ranking.probabilities([Option(NEW, None, tuple(each)) for each in options], table)
    scores = [sum(table.get(cue, 0.0) for cue in each) for each in options]
    assert sum(found) == pytest.approx(1)
    ranked = [*zip(found, scores, strict=True)]
    assert all(math.log(one / two) == pytest.approx(a - b, abs=1e-6) for one, a in ranked for two, b in ranked if min(one, two) > 0)


def test_the_table_is_in_order_and_says_something_in_each_row():
    table = ranking.weights()
    assert [*table] == sorted(table)
    assert all(math.isfinite(weight) and abs(weight) >= 0.03 for weight in table.values())


def test_no_weight_is_for_a_figure_a_name_or_a_day():
    words = {cue.rsplit(" ", 1)[1] for cue in ranking.weights() if ": clause " in cue or ": claim " in cue}
    assert words
    assert all(word.isalpha() and (word in ("Name", "Month", "Weekday") or word.islower()) for word in words)
    assert words.isdisjoint({*FULL_WEEKDAYS, *FULL_MONTHS} - {"may", "march"})  # which are words of another kind too


def test_nothing_speaks_against_being_one_with_itself():
    one = Telling(size=6.1, own_names=frozenset({"aurora"}), ways=frozenset({"bomb"}), struck=frozenset({"mosque"}))
    assert not [*cues.conflicts(one, one)]


@pytest.mark.parametrize(
    ("two", "cue"),
    [
        (Telling(size=5.1), "another magnitude"),
        (Telling(own_names=frozenset({"belle"})), "another ship"),
        (Telling(struck=frozenset({"school"})), "another thing hit"),
    ],
)
def test_what_cannot_be_one_is_told(two, cue):
    one = Telling(size=6.1, own_names=frozenset({"aurora"}), struck=frozenset({"mosque"}))
    assert [*cues.conflicts(one, two)] == [*cues.conflicts(two, one)] == [cue]


def test_reasons_say_what_a_reader_can_check():
    first, second, third = told(
        "A convoy was hit 5 km from Arvo on Monday. The strike on the convoy was 9 km from Mola, rebels said. Belmar, a village 3 km from Orsk, was quiet."
    )
    assert first.role is second.role is Role.MAIN
    assert "points back" in second.event_reason or "both tell of" in second.event_reason or "the report is about it" in second.event_reason
    assert third.role is Role.STANDING
    assert third.event_reason.endswith("not where something happened")


def test_reading_a_text_again_reads_it_alike():
    text = "A tanker was hit 5 km off Arvo on Monday. Last year a tug sank 9 km off Mola. The tanker lay 3 km off Orsk when it was hit."
    assert told(text) == told(text)

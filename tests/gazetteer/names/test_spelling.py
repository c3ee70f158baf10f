"""Names that are spelt a little wrong."""

from __future__ import annotations

import random
import string

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from geomap.gazetteer import Gazetteer, Grade, import_files
from geomap.gazetteer.names.folding import folded
from geomap.gazetteer.names.spelling import alike, allowed, packed, reach, signs
from geomap.geometry.geodesy import distance_m

WORDS = st.text(alphabet="abcdef", min_size=1, max_size=11)
LETTERS = st.sampled_from(string.ascii_lowercase)


def apart(one, other):
    """The distance of optimal string alignment by its recurrence, cell by cell."""
    table = [[max(row, column) if 0 in (row, column) else 0 for column in range(len(other) + 1)] for row in range(len(one) + 1)]
    for row in range(1, len(one) + 1):
        for column in range(1, len(other) + 1):
            changed = one[row - 1] != other[column - 1]
            least = min(table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + changed)
            if row > 1 and column > 1 and one[row - 1] == other[column - 2] and one[row - 2] == other[column - 1]:
                least = min(least, table[row - 2][column - 2] + 1)
            table[row][column] = least
    return table[-1][-1]


def found(key, names):
    shortest, longest, first, last = reach(key)
    packs = (pack for pack in packed(sorted(names)) if shortest <= pack[0] <= longest)
    return alike(key, (pack for pack in packs if not pack[1] or first <= pack[1] <= last))


@given(WORDS, st.lists(WORDS, max_size=30, unique=True))
def test_all_and_only_names_within_the_bound(key, names):
    expected = set()
    for name in names:
        bound = min(allowed(key), allowed(name))
        distance = apart(key, name)
        if 0 < distance <= bound and (len(key) >= 8 or key[0] == name[0]):
            expected.add((distance, name))
    assert found(key, names) == sorted(expected)


@given(st.text(alphabet=string.ascii_lowercase, min_size=8, max_size=20), st.data())
def test_two_slips_are_undone(name, data):
    slipped = name
    for _ in range(2):
        at = data.draw(st.integers(0, len(slipped) - 2))
        letter = data.draw(LETTERS)
        slip = data.draw(st.sampled_from(["left out", "put in", "changed", "exchanged"]))
        rest = slipped[at + 1 :]
        slipped = slipped[:at] + {"left out": rest, "put in": letter + slipped[at:], "changed": letter + rest}.get(
            slip, slipped[at + 1] + slipped[at] + slipped[at + 2 :]
        )
    if len(slipped) >= 8 and 0 < apart(slipped, name) <= 2:
        assert name in [each for _, each in found(slipped, [name])]


@given(st.text(max_size=4))
def test_short_names_are_never_guessed(gazetteer, name):
    if len(folded(name).replace(" ", "")) < 5:
        assert gazetteer.guesses(name) == ()


@pytest.mark.parametrize(
    ("key", "names"), [("boone county", ["bong county"]), ("king street", ["kingstree"]), ("ohio county", ["oslo county"])]
)
def test_short_words_of_long_names_are_not_guessed_either(key, names):
    assert found(key, names) == []


def test_words_written_together_or_apart():
    assert found("khanyunis", ["khan yunis", "khan yunus"]) == [(1, "khan yunis")]
    assert found("gulyay pole", ["gulyaypole"]) == [(1, "gulyaypole")]


def test_packs_hold_every_name_once():
    names = sorted({"".join(random.Random(seed).choices("abc", k=6)) for seed in range(500)})  # noqa: S311
    unpacked = [text[at : at + length].decode() for length, _, _, text in packed(names) for at in range(0, len(text), length)]
    assert sorted(unpacked) == names
    assert all(np.array_equal(np.frombuffer(bits, "<u8"), signs(text, length)) for length, _, bits, text in packed(names))


@pytest.mark.parametrize(
    ("slip", "lon", "lat"),
    [
        ("Palymra", 38.28, 34.56),
        ("Alleppo", 37.16, 36.20),
        ("Bakhmud", 38.00, 48.59),
        ("Mariupil", 37.55, 47.10),
        ("Chasiv Yarr", 37.83, 48.59),
        ("Severodonetks", 38.49, 48.95),
        ("Khartuom", 32.53, 15.55),
        ("Hodeidha", 42.95, 14.80),
        ("Kramatrosk", 37.55, 48.72),
        ("Qamishly", 41.23, 37.05),
        ("Damazine", 34.36, 11.79),
        ("Albukamal", 40.92, 34.45),
        ("Бахмуд", 38.00, 48.59),
    ],
)
def test_slips_in_names_of_the_wars(gazetteer, slip, lon, lat):
    matches = [*gazetteer.matches(slip), *gazetteer.guesses(slip)]
    assert any(distance_m((lon, lat), match.place.lonlat) < 60_000 for match in matches)


def test_guesses_are_graded_and_in_order(gazetteer):
    guesses = gazetteer.guesses("Alleppo")
    assert guesses[0].place.name == "Aleppo"
    assert guesses[0].place.country == "SY"
    assert all(guess.grade is Grade.SPELT and guess.apart == 1 for guess in guesses)
    assert [guess.apart for guess in gazetteer.guesses("Philadelpiha")] == sorted(
        guess.apart for guess in gazetteer.guesses("Philadelpiha")
    )


def test_names_in_imports_are_guessed_too(small, tmp_path):
    table = tmp_path / "wells.csv"
    table.write_text("name,lat,lon,country\nQasr Burqeen,32.6,37.9,JO\n", encoding="utf-8")
    Gazetteer.open(small).close()
    for _ in import_files([table], small.parent):
        pass
    with Gazetteer.open(small) as opened:
        assert [(guess.place.name, guess.apart) for guess in opened.guesses("Qasr Burqein")] == [("Qasr Burqeen", 1)]
        assert [guess.place.name for guess in opened.guesses("Springfeild")][:1] == ["Springfield"]


@pytest.mark.parametrize("hostile", ["a" * 100_000, "a " * 50_000, "\u0301" * 100_000, "'" * 100_000])
def test_endless_names_are_no_names(gazetteer, hostile):
    assert gazetteer.guesses(hostile) == ()


def test_a_name_is_found_by_itself_and_never_a_guess_of_itself(gazetteer):
    for name in ("Aleppo", "Kharkiv", "Khan Yunis", "Philadelphia"):
        assert gazetteer.matches(name)[0].grade <= Grade.ALTERNATE
        assert folded(name) not in {folded(guess.name) for guess in gazetteer.guesses(name)}

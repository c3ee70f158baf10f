"""The word tables: each stands once, in lower case, and agrees with what else knows the same words."""

from __future__ import annotations

import ast
import csv
import pkgutil
from importlib import import_module
from itertools import combinations
from pathlib import Path

import pytest

import geomap
from geomap.language import words
from geomap.language.words import CALENDAR, COUNTRY_OF, DEMONYMS, FULL_MONTHS, FULL_WEEKDAYS, MONTHS, PARTS, WEEKDAYS
from geomap.units import COMPASS_POINTS

SOURCES = Path(geomap.__file__).parent
COUNTRIES = Path(__file__).parents[3] / "data" / "countries.csv"
NO_COUNTRIES = {
    *("Africa", "Asia", "Europe", "South America"),
    *("England", "Scotland", "Wales", "Brittany", "Bavaria", "Basque Country", "Catalonia", "Corsica", "Sardinia", "Sicily"),
    *("California", "Texas", "Chechnya", "Crimea", "Siberia", "Tibet", "Korea"),
}
"""Continents, and parts and groups of countries, whose people have a word of their own."""


def tables():
    """Every table of the package, the private ones too, with where it stands."""
    for module in pkgutil.iter_modules(words.__path__, f"{words.__name__}."):
        loaded = import_module(module.name)
        for node in ast.parse(Path(loaded.__file__).read_text(encoding="utf-8")).body:
            if isinstance(node, ast.Assign):
                name = node.targets[0].id
                yield f"{module.name.rpartition('.')[2]}.{name}", getattr(loaded, name)


def test_no_table_stands_twice():
    doubles = [
        (one, other)
        for (one, left), (other, right) in combinations(tables(), 2)
        if frozenset(left) == frozenset(right)  # of a mapping, its words
    ]
    assert not doubles


def test_the_package_offers_every_public_table():
    """But for those of incidents, orders and things, whose names say little without it."""
    places = [where.split(".") for where, _ in tables()]
    assert sorted(words.__all__) == sorted(
        name for file, name in places if file not in ("incidents", "orders", "things") and not name.startswith("_")
    )


def test_every_table_is_asked_for():
    sources = [path.read_text(encoding="utf-8") for path in SOURCES.rglob("*.py") if path.name != "__init__.py"]
    names = {
        node.attr if isinstance(node, ast.Attribute) else node.id
        for source in sources
        for node in ast.walk(ast.parse(source))
        if isinstance(node, ast.Attribute | ast.Name) and isinstance(node.ctx, ast.Load)
    }
    assert set(words.__all__) <= names


@pytest.mark.parametrize("table", words.__all__)
def test_words_are_in_lower_case(table):
    for word in getattr(words, table):
        for part in word if isinstance(word, tuple) else (word,):
            assert part == part.lower() != ""


def test_calendar_words_stand_in_one_file():
    listed = {*FULL_MONTHS, *FULL_WEEKDAYS}
    calendar = SOURCES / "language" / "words" / "calendar.py"
    for path in set(SOURCES.rglob("*.py")) - {calendar}:
        nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        strings = [node.value.lower().split() for node in nodes if isinstance(node, ast.Constant) and isinstance(node.value, str)]
        few = [word for string in strings if len(string) <= 3 for word in string]
        for found in (*strings, few):  # a table in one string, or in a string a row
            assert len(listed.intersection(found)) < 5, path  # given names and other words have a few: April, August


def test_months_and_weekdays_count_as_datetime_does():
    assert [MONTHS[name] for name in FULL_MONTHS] == list(range(1, 13))
    assert [WEEKDAYS[name] for name in FULL_WEEKDAYS] == list(range(7))
    assert {*MONTHS, *WEEKDAYS} <= CALENDAR


def test_nationality_words_mean_countries_that_the_gazetteer_has():
    with COUNTRIES.open(encoding="utf-8", newline="") as rows:
        known = {name for row in csv.DictReader(rows) for name in (row["name"].removeprefix("The "), *row["alternates"].split("|"))}
    assert set(COUNTRY_OF.values()) - known == NO_COUNTRIES


def test_claims_and_names_know_the_same_nationality_words():
    single = {word for word in COUNTRY_OF if " " not in word}
    assert single - DEMONYMS == {"dominican"}
    assert DEMONYMS - single <= {
        *("us", "u.s", "u.s.", "uk", "u.k."),
        *(
            "alawite",
            "arab",
            "christian",
            "druze",
            "islamic",
            "jewish",
            "kurdish",
            "muslim",
            "persian",
            "shi'ite",
            "shia",
            "shiite",
            "sunni",
        ),
        *("soviet", "western"),
    }


def test_parts_are_points_or_the_middle():
    assert set(PARTS.values()) <= {*COMPASS_POINTS, "C"}
    assert PARTS["north-western"] == PARTS["northwest"] == "NW"

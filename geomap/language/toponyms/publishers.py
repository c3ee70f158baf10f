"""Where a publisher sits, by its name: "Syrian Arab News Agency", "The Beirut Star", "Longview News-Journal"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from geomap.language.toponyms.fame import Names
from geomap.language.words import COUNTRY_OF, MASTHEAD_TOWNS, MASTHEADS, ORGANISATION_NOUNS
from geomap.model import Place

LEAST_INHABITANTS = 20_000
"""A smaller town gives few papers their name, and many of those that have a paper's name are called after something else."""
_WORD = re.compile(r"[^\W\d_][\w’']*")
_MOST_WORDS = 12
_LONGEST = 3
_NO_TOWNS = MASTHEADS | MASTHEAD_TOWNS | ORGANISATION_NOUNS
_AREAS = frozenset(("country", "first-level division", "capital"))


def home_of(publisher: str | None, names: Names) -> tuple[str, ...]:
    """Names of the countries, divisions and towns that a publisher is called after, in order, each once.

    Only what a place's main name says counts, for agencies are called like other words: the agency Sana says nothing of Sanaa.

    >>> class Known:
    ...     def find(self, name):
    ...         where = Place(id="x:1", name="Beirut", lon=35.5, lat=33.9, kind="capital", country="LB", extent_m=2e4, population=1_916_100)
    ...         return (where,) if name == "Beirut" else ()
    >>> home_of("The Beirut Star", Known()), home_of("Syrian Arab News Agency", Known()), home_of(None, Known())
    (('Beirut',), ('Syria',), ())
    """
    words = _WORD.findall(publisher or "")[:_MOST_WORDS]
    return tuple(dict.fromkeys(_places(words, names)))


def _places(words: list[str], names: Names) -> Iterator[str]:
    at = 0
    while at < len(words):
        length, name = next(_named(words, at, names), (1, ""))
        if name:
            yield name
        at += length


def _named(words: list[str], at: int, names: Names) -> Iterator[tuple[int, str]]:
    """Stretches of words from one on that name a place, the longest first: how many they are, and the place's name."""
    for length in range(min(_LONGEST, len(words) - at), 0, -1):
        name = " ".join(words[at : at + length])
        if name.lower() in COUNTRY_OF:
            yield length, COUNTRY_OF[name.lower()]
        elif name.lower() not in _NO_TOWNS and any(_gives_name(p, name) for p in names.find(name)):
            yield length, name


def _gives_name(place: Place, name: str) -> bool:
    return place.name == name and (place.kind in _AREAS or place.population >= LEAST_INHABITANTS)

"""What sorts of places the words of a report ask for, and which entries of the gazetteer are of that sort."""

from __future__ import annotations

from geomap.model import AREAS

_WORDS = {
    "post": "crossing crossings post posts checkpoint gate garrison garrisons outpost outposts base bases airbase barracks",
    "camp": "camp camps",
    "division": "province provinces governorate governorates state states oblast prefecture territory canton emirate voivodeship",
    "district": "district county counties raion municipality borough commune arrondissement",
    "settlement": "city cities town towns village villages hamlet suburb settlement neighbourhood neighborhood capital hometown township port",
    "country": "country nation republic kingdom",
}
_SORTS = {word: sort for sort, words in _WORDS.items() for word in words.split()}
_KINDS = {
    "border post": ("post",),
    "border crossing": ("post",),
    "military base": ("post",),
    "camp": ("camp", "settlement"),
    "first-level division": ("division", "district"),
    "country": ("country",),
    "populated place": ("settlement", "district"),
    "capital": ("settlement", "district"),
    "locality": ("settlement",),
}
UNCOUNTED = AREAS | {"populated place", "capital", "locality"}
"""Kinds so common that "the town" or "the province" never means whichever other one happens to lie near."""


def sort_of(feature: str | None) -> str | None:
    """The sort of place that feature words ask for; None where they say nothing that the gazetteer could answer.

    >>> sort_of("border crossing"), sort_of("province"), sort_of("refugee camp"), sort_of("oilfield")
    ('post', 'division', 'camp', None)
    """
    return _SORTS.get(feature.lower().split()[-1]) if feature and feature.strip() else None


def sorts_of_kind(kind: str) -> tuple[str, ...]:
    """The sorts that an entry of a kind answers to; empty for kinds of which nothing is known.

    >>> sorts_of_kind("first-level division")
    ('division', 'district')
    """
    return _KINDS.get(kind, ())

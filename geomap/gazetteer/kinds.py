"""What sorts of places the words of a report ask for, and which entries of the gazetteer are of that sort."""

from __future__ import annotations

from geomap.model import AREAS

_WORDS = {
    "post": "crossing crossings post posts checkpoint gate garrison garrisons outpost outposts base bases airbase barracks",
    "camp": "camp camps",
    "division": "province provinces governorate governorates state states oblast prefecture territory canton emirate voivodeship",
    "district": "district county counties raion municipality borough commune arrondissement",
    "settlement": "city cities town towns village villages hamlet suburb settlement neighbourhood neighborhood capital hometown township port",
    "airport": "airport airports airfield airfields airstrip aerodrome",
    "country": "country nation republic kingdom",
}
_SORTS = {word: sort for sort, words in _WORDS.items() for word in words.split()}
_KINDS = {
    "border post": ("post",),
    "border crossing": ("post",),
    "military base": ("post", "airport"),
    "airport": ("airport", "post"),
    "airfield": ("airport", "post"),
    "camp": ("camp", "settlement"),
    "first-level division": ("division", "district"),
    "country": ("country",),
    "populated place": ("settlement", "district"),
    "capital": ("settlement", "district"),
    "locality": ("settlement",),
    "neighbourhood": ("settlement",),
    "second-level division": ("district",),
}
VAST = AREAS - {"second-level division"}
"""Kinds so large that their point says nothing of what is near: a report of a county is one of the towns round its middle."""
UNCOUNTED = AREAS | {"populated place", "capital", "locality", "neighbourhood"}
"""Kinds so common that "the town" or "the province" never means whichever other one happens to lie near."""

AIRFIELD_WORDS = ("airport", "air base", "airfield")
SORT_WORDS = {"airport": AIRFIELD_WORDS, "post": AIRFIELD_WORDS, "district": ("district", "county", "raion")}
"""What names of places of a sort end with, behind that of a town, where the bare name is the town's alone."""
NOTABLE = frozenset(("border post", "border crossing", "camp", "military base", "airport"))
"""Kinds so rare that a report may well mean one whose inhabitants nobody has counted."""
KIND_OF_CODE = {
    "PPLC": "capital", "PPLX": "neighbourhood", "PPLL": "locality", "PPLQ": "locality", "PPLH": "locality", "PPLW": "locality", "LCTY": "locality",
    "ADM1": "first-level division", "ADM2": "second-level division", "PCLI": "country", "PCLD": "country", "PCLS": "country", "PCLF": "country",
    "CONT": "continent", "SEA": "sea", "OCN": "ocean",
    "PSTB": "border post", "PSTC": "border post", "CMP": "camp", "CMPRF": "camp",
    "AIRP": "airport", "AIRF": "airfield", "AIRB": "military base", "MILB": "military base", "INSM": "military base", "NVB": "military base",
    "STM": "stream", "STMI": "stream", "WAD": "wadi", "LK": "lake", "SPNG": "spring", "WLL": "well", "DAM": "dam", "OILF": "oil field",
    "MT": "mountain", "MTS": "mountains", "PK": "mountain", "HLL": "hill", "ISL": "island", "ISLS": "islands", "PASS": "pass", "DSRT": "desert",
}  # fmt: skip
"""Kinds by GeoNames' feature codes."""
_CLASSES = {
    "P": "populated place", "A": "administrative division", "H": "water", "L": "area", "R": "road", "S": "site", "T": "landform",
    "U": "undersea feature", "V": "vegetation",
}  # fmt: skip
"""Kinds by GeoNames' feature classes, where the code says nothing that matters here."""
_WORDED = {
    word: kind
    for kind, words in {
        "populated place": "city town village hamlet settlement",
        "first-level division": "province governorate oblast",
        "second-level division": "district county",
    }.items()
    for word in words.split()
}
_EXTENTS_KM = {
    "country": 500, "continent": 3000, "ocean": 3000, "sea": 500, "region": 200, "first-level division": 100, "desert": 100,
    "second-level division": 30, "mountains": 50, "islands": 50, "area": 50, "stream": 50, "road": 50, "water": 20, "lake": 20,
    "island": 20, "administrative division": 15, "undersea feature": 50, "wadi": 20, "airport": 3, "military base": 3,
}  # fmt: skip


UNSTATED_KIND = "locality"
"""The kind of a place of which a source says no more than that it is one."""
_PLACETYPES = {"region": "first-level division", "campus": "site"}
"""What Who's On First means by words that mean something else here."""


def kind_of_feature(feature_class: str, feature_code: str) -> str:
    """The kind of a place by GeoNames' feature class and code.

    >>> kind_of_feature("P", "PPLA"), kind_of_feature("S", "PSTB"), kind_of_feature("H", "RSV"), kind_of_feature("L", "LCTY")
    ('populated place', 'border post', 'water', 'locality')
    """
    return KIND_OF_CODE.get(feature_code) or _CLASSES.get(feature_class, UNSTATED_KIND)


def kind_of_word(word: str, column: str = "kind") -> str:
    """The kind of a place by the word that a table has for it in a column; the word itself where there is no better.

    >>> kind_of_word("Town"), kind_of_word("border post"), kind_of_word("region", "placetype")
    ('populated place', 'border post', 'first-level division')
    """
    plain = word.strip().lower()
    if column == "placetype" and plain in _PLACETYPES:
        return _PLACETYPES[plain]
    return _WORDED.get(plain, plain)


def extent_of_kind(kind: str) -> float:
    """Radius that a place without inhabitants is taken to have, in metres, where no source gives one: a policy, not a fact.

    >>> extent_of_kind("second-level division"), extent_of_kind("well")
    (30000.0, 1000.0)
    """
    return 1000.0 * _EXTENTS_KM.get(kind, 1)


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


def with_article(kind: str) -> str:
    """A kind in a sentence.

    >>> with_article("airport"), with_article("border post")
    ('an airport', 'a border post')
    """
    return f"an {kind}" if kind[:1] in "aeio" else f"a {kind}"

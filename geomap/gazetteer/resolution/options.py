"""The candidates of one name: the places that have it, weighed by how it fits and against one another."""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Sequence

from geomap.gazetteer.kinds import AIRFIELD_WORDS, SORT_WORDS, with_article
from geomap.gazetteer.names.folding import folded
from geomap.gazetteer.resolution import weights
from geomap.gazetteer.resolution.evidence import Option, join, kilometres, option_of
from geomap.gazetteer.resolution.named import Name
from geomap.gazetteer.store.gazetteer import Gazetteer, Grade, Match
from geomap.model import AREAS, MentionKind, Place

MOST_OPTIONS = 40
"""Namesakes of one name that are weighed, in the gazetteer's order."""
MOST_APART = 2
"""Letters of a name that may be wrong at most."""
MAIN_GRADES = (Grade.EXACT_MAIN, Grade.MAIN)
SAME_PLACE_KM = 40.0
"""Candidates this near to one another, or within the larger one's extent, are the same place for most purposes."""
FAR_KM = 300.0
"""A place farther than this from all others of the report is a far-off namesake."""


def options_of(name: Name, gazetteer: Gazetteer, online: Sequence[Match], *, cued: bool) -> list[Option]:
    """The candidates of a name by what their names and they themselves say; a nationality word means a country or a part of one.

    Where no place has the name, one that is `cued`, as a claim's anchor or by a word such as "town", may be spelt wrong.
    """
    matches = _named(name, gazetteer)
    if name.mentions[0].kind is MentionKind.DEMONYM:
        matches = tuple(match for match in matches if match.place.kind in AREAS) or matches
        online = ()
    elif cued and is_unknown(matches):
        matches = _perhaps_meant(name.text, matches, gazetteer)
    options = [option_of(match, name.sort) for match in matches[:MOST_OPTIONS]]
    join(options, online, name.sort)
    _prefer_countries(options)
    _prefer_own_names(options)
    if name.sort is None:
        _prefer_by_part(name, options)
    return options


def is_unknown(found: Iterable[Match | Option]) -> bool:
    """Whether no place has a name as it is spelt."""
    return not any(each.grade.as_spelt for each in found)


def _named(name: Name, gazetteer: Gazetteer) -> tuple[Match, ...]:
    """The places of a name, and the airports or districts that it names together with the word for their sort."""
    matches = gazetteer.matches(name.text)
    if name.sort not in SORT_WORDS:
        return matches
    called = _called(name.text, SORT_WORDS[name.sort], gazetteer, {match.place.id for match in matches})
    return (*matches, *(_weighed(match, weights.CALLED, "the words together are its name") for match in called))


def _perhaps_meant(text: str, matches: tuple[Match, ...], gazetteer: Gazetteer) -> tuple[Match, ...]:
    """What a name may mean that no place has as it is spelt: airfields called after it, other transliterations, guesses at a slip.

    A slip is hardly in two letters where the name is another transliteration of a known one.
    """
    known = {match.place.id for match in matches}
    most = 1 if matches else MOST_APART
    called = (_weighed(match, weights.NAMESAKE, "called after it") for match in _called(text, AIRFIELD_WORDS, gazetteer, known))
    guesses = (match for match in gazetteer.guesses(text) if match.apart <= most and match.place.id not in known)
    return (*called, *matches, *guesses)


def _called(town: str, words: Sequence[str], gazetteer: Gazetteer, known: Collection[str]) -> Iterator[Match]:
    """The airports, air bases or districts that are called after a town, which as a bare name is not theirs."""
    found = {match.place.id: match for word in words for match in gazetteer.matches(f"{town} {word}") if match.grade < Grade.SPELT}
    for key, match in found.items():
        if key not in known:
            yield match


def _weighed(match: Match, weight: float, reason: str) -> Match:
    """A match by a longer name, with what it gains and why."""
    return match.with_evidence(weight, f"{reason} ({match.name})")


def _prefer_by_part(name: Name, options: list[Option]) -> None:
    """A name without a word for its sort means the division where a part of it is named, else the city."""
    if any(mention.part for mention in name.mentions):
        _prefer_divisions(options)
    else:
        _prefer_cities(options)


def _prefer_cities(options: list[Option]) -> None:
    """A bare name that a city and the division round it share more often means the city."""
    for option in options:
        if option.place.kind == "first-level division" and any(lies_in(other.place, option.place) for other in options):
            option.evidence.append((weights.CITY, "a city in it has the same name"))


def prefer_bare(names: Sequence[Name]) -> None:
    """A bare name does not mean the division that the report elsewhere names with its sort: "Murmansk" beside "Murmansk Oblast"."""
    full_names = _full_names(names)
    for name in names:
        key = folded(name.text)
        for option in name.options if name.sort is None else ():
            named_in_full = any(full == key or full.startswith(f"{key} ") for full in full_names.get(option.place.id, ()))
            if named_in_full and _has_namesake_in(option, name.options):
                option.evidence.append((weights.CITY, "the report says so where it means that"))


def _full_names(names: Sequence[Name]) -> dict[str, set[str]]:
    """The folded names of several words, or with a word for the sort, by the id of the place that leads each."""
    found: dict[str, set[str]] = {}
    for name in names:
        if name.options and (" " in name.text or name.sort):
            found.setdefault(name.options[0].place.id, set()).add(folded(name.text))
    return found


def _has_namesake_in(option: Option, options: Sequence[Option]) -> bool:
    """Whether a candidate of another kind lies in one."""
    return any(lies_in(each.place, option.place) for each in options if each.place.kind != option.place.kind)


def _prefer_countries(options: list[Option]) -> None:
    """A country's own name does not mean the city in it that is also called so."""
    for option in options:
        if option.grade not in MAIN_GRADES and any(
            other.place.kind == "country" and other.grade in MAIN_GRADES and lies_in(option.place, other.place) for other in options
        ):
            option.evidence.append((weights.CITY, "the country that it lies in has this name as its own"))


def _prefer_own_names(options: list[Option]) -> None:
    """A place that is called so in just these letters is meant rather than one that would only be so by another transliteration."""
    own = next((option for option in options if option.grade in MAIN_GRADES), None)
    for option in options:
        if own is not None and option.grade in (Grade.LOOSE_MAIN, Grade.LOOSE):
            option.evidence.append((weights.LOOSE, f"{own.place.name} has the name as it is spelt"))


def _prefer_divisions(options: list[Option]) -> None:
    """The parts of a name ("eastern Homs") that reports speak of are those of a country or division, rather than of a city in it."""
    for option in options:
        if option.place.kind in AREAS:
            option.evidence.append((weights.PART, f"{with_article(option.place.kind)}, of which the text names a part"))


def lies_in(place: Place, around: Place) -> bool:
    """Whether a place lies in a country or division, by their codes."""
    if place.id == around.id or place.country is None or place.country != around.country or place.kind == "country":
        return False
    if around.kind == "country":
        return True
    return (
        around.kind == "first-level division" and around.admin1 is not None and place.admin1 == around.admin1 and place.kind != around.kind
    )


def rank(options: list[Option]) -> None:
    """Give each candidate its score, and sort them."""
    odds = [math.exp(min(option.total, weights.MOST_RANKED)) for option in options]
    for option, own in zip(options, odds, strict=True):
        option.score = own / (1.0 + sum(odds))
    options.sort(key=lambda option: (-option.total, -option.place.population, option.place.id))


def same_spot(a: Place, b: Place) -> bool:
    """Whether two entries are of one place for most purposes, such as a city and the province round it."""
    return lies_in(a, b) or lies_in(b, a) or kilometres(a, b) <= SAME_PLACE_KM

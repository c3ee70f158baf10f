"""A country's capital that a report does not name: of which country, given those that the report has to do with otherwise.

What the words put below a country, "the provincial capital", stays open, and so does "its capital": that of whatever was spoken of last.
"""

from __future__ import annotations

from collections.abc import Mapping

from geomap.gazetteer.resolution.involvement import Involvement, Sign
from geomap.gazetteer.resolution.lines import country_of, is_clear, likeliest, ranked, resolved_to
from geomap.gazetteer.store.gazetteer import Gazetteer
from geomap.language.words.demonyms import COUNTRY_OF
from geomap.model import Location, Mention, MentionKind, Place

_NOUNS = ("capital city", "capital")
_OF_THE_COUNTRY = frozenset(("", "national", "country's", "nation's", "country’s", "nation’s"))
"""What may stand before the noun where the words themselves tell no country."""
_POSSESSIVES = ("'s", "’s", "'", "’")
_NAMED = Sign(weight=1.0, reason="the words name its country")


def capital_of(location: Location, gazetteer: Gazetteer) -> Location:
    """A name that the words call a capital, at the capital of the country of that name: "the capital of Peru"; others as they are."""
    mention, resolved = location.mention, location.resolved
    if mention.feature not in _NOUNS or (resolved is not None and resolved.kind == "capital"):
        return location
    country = country_of(mention.name, gazetteer)
    if country is None or gazetteer.capital(country) is None:
        return location
    return _likeliest_of(mention, {country: _NAMED}, gazetteer, location.why)


def is_capital(mention: Mention) -> bool:
    """Whether the words are for a country's capital: "the capital", "the Peruvian capital", "Peru's capital city"."""
    return mention.kind is MentionKind.COMMON and _owner(mention) is not None


def capital_location(mention: Mention, involved: Involvement, gazetteer: Gazetteer) -> Location:
    """The capital that a mention may mean: that of the country in its words, else of the one that the report has most to do with."""
    owner = _owner(mention) or ""
    if owner.casefold() not in _OF_THE_COUNTRY:
        country = country_of(COUNTRY_OF.get(owner.casefold(), _without_possessive(owner)), gazetteer)
        signs = {} if country is None else {country: _NAMED}
        unclear = f"it is not clear which country “{owner}” stands for"
    else:
        signs = {country: involved.sign(country, mention) for country in involved.countries}
        unclear = "it is not clear whose capital it is: the report names no country"
    return _likeliest_of(mention, signs, gazetteer, unclear)


def _likeliest_of(mention: Mention, signs: Mapping[str, Sign], gazetteer: Gazetteer, unclear: str) -> Location:
    capitals: dict[str, Place] = {country: place for country in signs if (place := gazetteer.capital(country)) is not None}
    if not capitals:
        return Location(mention=mention, why=unclear)
    by_place = {place.id: signs[country] for country, place in capitals.items()}
    candidates = ranked(list(capitals.values()), by_place)
    if not is_clear(candidates):
        why = f"the report does not tell whose capital it is{likeliest(candidates, by_place)}"
        return Location(mention=mention, candidates=candidates, why=why)
    return resolved_to(mention, candidates)


def _owner(mention: Mention) -> str | None:
    """What the words put before the noun; None where they are for no capital."""
    words = " ".join(mention.span.text.split())
    for noun in _NOUNS:
        if words.casefold().endswith(noun):
            owner = words[: -len(noun)].strip()
            return owner if owner.casefold() in _OF_THE_COUNTRY or owner[:1].isupper() else None
    return None


def _without_possessive(owner: str) -> str:
    return next((owner[: -len(end)] for end in _POSSESSIVES if owner.endswith(end)), owner)

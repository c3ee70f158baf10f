"""What the rest of a report says of the candidates of a name: the larger places named beside it, the stated distances, the publisher."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from geomap.gazetteer.resolution import weights
from geomap.gazetteer.resolution.evidence import option_of
from geomap.gazetteer.resolution.named import Name
from geomap.gazetteer.resolution.options import MOST_OPTIONS, lies_in, rank
from geomap.gazetteer.resolution.overlaps import Overlaps
from geomap.gazetteer.resolution.stated import stated_in, weigh_stated
from geomap.gazetteer.store.gazetteer import Gazetteer
from geomap.model import Claim, Mention
from geomap.policy import Policy

_CONTAINER = re.compile(r"\s*(?:,|\(|,?\s+in\s+(?:the\s+)?|'s)\s*")
"""What may stand between a place and the larger one that it lies in: "Paris, Texas", "Paris (Texas)"."""


def weigh_containers(names: list[Name], mentions: Sequence[Mention]) -> None:
    """Let a larger place named right after a name speak for the namesakes that lie in it, and the other way round."""
    by_key = {mention.key: name for name in names for mention in name.mentions}
    ordered = sorted((mention for mention in mentions if mention.key in by_key), key=lambda mention: mention.span.start)
    seen: set[tuple[int, int]] = set()
    for inner, outer in pairwise(ordered):
        between = inner.span.report.text[inner.span.end : outer.span.start] if inner.span.end <= outer.span.start else None
        name, container = by_key[inner.key], by_key[outer.key]
        if between is None or name is container or (id(name), id(container)) in seen or not _CONTAINER.fullmatch(between):
            continue
        seen.add((id(name), id(container)))
        _weigh_container(name, container)


def _weigh_container(name: Name, container: Name) -> None:
    held = [(option, around) for option in name.options for around in container.options if lies_in(option.place, around.place)]
    if not held:
        return
    inside = {id(option) for option, _ in held}
    for option in name.options:
        if id(option) in inside:
            option.evidence.append((weights.CONTAINED, f"the text puts it in {container.text}"))
            option.placed = True
        else:
            option.evidence.append((weights.NOT_CONTAINED, f"not in {container.text}, where the text puts it"))
    for around in {id(around): around for _, around in held}.values():
        around.evidence.append((weights.CONTAINS, f"{name.text} lies in it"))


def weigh_distances(names: list[Name], claims: Sequence[Claim], policy: Policy) -> None:
    """Let the report's own distances between its places speak for the namesakes that fit them."""
    by_key = {mention.key: name for name in names for mention in name.mentions}
    mentioned = Overlaps((mention.span, mention) for name in names for mention in name.mentions)
    for said in stated_in(claims, mentioned):
        named, anchor = by_key[said.named.key], mentioned.first(said.anchor.span)
        if anchor is not None and by_key[anchor.key] is not named:
            weigh_stated(said, named.options, by_key[anchor.key].options, policy)


def home_country(home: Sequence[str], gazetteer: Gazetteer) -> tuple[str, str] | None:
    """The code of the only country that a publisher is called after, with the words that say so."""
    countries = {country: words for words in home if (country := _country_of(words, gazetteer)) is not None}
    return next(iter(countries.items())) if len(countries) == 1 else None


def weigh_home(names: list[Name], home: tuple[str, str] | None, gazetteer: Gazetteer) -> None:
    """Let the country that the publisher is called after, with the words that say so, speak for the namesakes in it."""
    if home is None:
        return
    country, words = home
    for option in (option for name in names for option in name.options):
        if option.place.country == country:
            option.evidence.append((weights.HOME, f"in {gazetteer.country_name(country)}, as the publisher's name has it ({words})"))


def _country_of(words: str, gazetteer: Gazetteer) -> str | None:
    """The country that a name surely speaks of."""
    options = [option_of(match, None) for match in gazetteer.matches(words)[:MOST_OPTIONS]]
    for option in options:
        option.total = option.alone
    rank(options)
    return options[0].place.country if options and options[0].score >= weights.SURE_HOME else None

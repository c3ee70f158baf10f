"""The names that no gazetteer has, and the claims that would say where they are."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from geomap.checks.namings import by_report, named_by_target, puts_at_name
from geomap.gazetteer.kinds import sort_of
from geomap.gazetteer.names.folding import folded
from geomap.model import AREAS, Claim, Location, Mention, MentionKey, MentionKind, Stance

_WIDE_SORTS = frozenset(("division", "district", "country"))
_WIDE = AREAS | frozenset("highway road route motorway railway street line frontier front zone area river valley sector".split())
"""Feature nouns of what is too long or too wide to be where something in it is."""


@dataclass(slots=True, kw_only=True)
class Naming:
    """A name that is not resolved, with the ids of the claims on it, in reading order."""

    key: str
    mentions: list[Mention]
    """In reading order."""
    own: dict[str, None] = field(default_factory=dict)
    """Claims whose speaker says it of the place: what they locate is the name, or they tell of what they also put there."""
    others: dict[str, None] = field(default_factory=dict)
    """Other speakers' claims about what somebody puts there."""

    @property
    def claims(self) -> list[str]:
        """All of them."""
        return [*self.own, *self.others]


def points_back(mention: Mention) -> bool:
    """Whether words without a name of their own, as "the post", stand for a name told before."""
    return mention.kind is MentionKind.COMMON and mention.antecedent is not None


def namings_of(claims: Sequence[Claim], locations: Mapping[MentionKey, Location]) -> dict[str, Naming]:
    """The names that no gazetteer has and that claims may locate, by their key, in reading order."""
    found = _unresolved(locations.values())
    if not found:
        return {}
    _by_targets(claims, locations, found)
    _by_events(claims, found)
    return {key: naming for key, naming in found.items() if naming.claims}


def key_of(name: str) -> str:
    """What is the same for spellings of one name."""
    return folded(name)


def _unresolved(locations: Iterable[Location]) -> dict[str, Naming]:
    """The names of which no mention is resolved, nor one that stands for a whole stretch of land."""
    found: dict[str, Naming] = {}
    known: set[str] = set()
    for location in locations:
        mention = location.mention
        key = key_of(mention.name)
        if mention.kind is not MentionKind.NAME or not key:
            continue
        if location.resolved is not None or _is_wide(mention):
            known.add(key)
        else:
            found.setdefault(key, Naming(key=key, mentions=[])).mentions.append(mention)
    return {key: naming for key, naming in found.items() if key not in known}


def _is_wide(mention: Mention) -> bool:
    return sort_of(mention.feature) in _WIDE_SORTS or not _WIDE.isdisjoint((mention.feature or "").lower().split()[-1:])


def _by_targets(claims: Iterable[Claim], locations: Mapping[MentionKey, Location], found: Mapping[str, Naming]) -> None:
    """Enter the claims that locate the name itself, or what stands for it: "the Gorparai post, about 20 km southeast of Asadabad"."""
    named = by_report(each for each in locations.values() if each.mention.kind is MentionKind.NAME or points_back(each.mention))
    for claim in claims:
        report = claim.span.report.id
        for location in named_by_target(claim, named.get(report, ())):
            naming = found.get(key_of(location.mention.name))
            if naming is not None and _is_head(claim, location.mention):
                _enter(claim, naming, naming.own)
        bare = found.get(key_of(claim.target.text)) if claim.target is not None else None
        if bare is not None and any(mention.span.report.id == report for mention in bare.mentions):
            _enter(claim, bare, bare.own)


def _is_head(claim: Claim, mention: Mention) -> bool:
    """Whether what is located is the place, and not something that is called after it, as "the Gorparai patrol"."""
    return claim.target is not None and mention.span.end >= claim.target.end


def _by_events(claims: Sequence[Claim], found: Mapping[str, Naming]) -> None:
    """Enter the claims about an event that some claim puts at the name: "hit al-Shamiyah, more than 45 miles from the border post"."""
    at_name: dict[str, list[tuple[Naming, str]]] = {}
    for claim in claims:
        for naming, event in _placings(claim, found):
            at_name.setdefault(event, []).append((naming, claim.source_name))
    for claim in claims:
        for naming, source in at_name.get(claim.event or "", ()):
            _enter(claim, naming, naming.own if source == claim.source_name else naming.others)
    for naming in found.values():
        naming.others = {each: None for each in naming.others if each not in naming.own}


def _placings(claim: Claim, found: Mapping[str, Naming]) -> Iterator[tuple[Naming, str]]:
    """The name at which a claim puts its event."""
    if claim.event is not None and claim.stance is not Stance.DENIED and puts_at_name(claim):
        naming = found.get(key_of(claim.anchors[0].name))
        if naming is not None:
            yield naming, claim.event


def _enter(claim: Claim, naming: Naming, among: dict[str, None]) -> None:
    """Enter a claim that says where something is from elsewhere than the name itself."""
    if claim.is_position and claim.stance is not Stance.DENIED and all(key_of(anchor.name) != naming.key for anchor in claim.anchors):
        among[claim.id] = None

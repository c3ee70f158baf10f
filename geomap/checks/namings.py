"""Which named places claims are about: as what they locate, or as where they put it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from geomap.model import Claim, Location, Mention, MentionKind, Span

_ROUND = ("countryside", "outskirts", "suburb", "suburbs", "area", "region", "surroundings")
"""Feature words for what lies round a place, at no stated distance from it."""
_LONGEST_NAME = 300
"""No name of a place has more characters than this."""


def names_by_report(locations: Iterable[Location]) -> dict[str, list[Location]]:
    """The locations of names, by report and place in it."""
    return by_report(location for location in locations if location.mention.kind is MentionKind.NAME)


def by_report(locations: Iterable[Location]) -> dict[str, list[Location]]:
    """Locations by report and place in it."""
    found: dict[str, list[Location]] = {}
    for location in locations:
        found.setdefault(location.mention.span.report.id, []).append(location)
    for group in found.values():
        group.sort(key=_start)
    return found


def _start(location: Location) -> int:
    return location.mention.span.start


def named_by_target(claim: Claim, named: Sequence[Location]) -> Iterator[Location]:
    """The names of its report, in reading order, that are what the claim locates."""
    if claim.target is None:
        return
    first = bisect_left(named, claim.target.start - _LONGEST_NAME, key=_start)
    for location in named[first : bisect_left(named, claim.target.end, key=_start)]:
        if _same_words(location.mention.span, claim.target) and is_whole(location.mention):
            yield location


def _same_words(mention: Span, target: Span) -> bool:
    """Whether the target is that name, give or take an article or a feature word."""
    return mention.overlaps(target) and len(target.text) <= len(mention.text) + len("the village of ")


def is_whole(mention: Mention) -> bool:
    """Whether the words mean the place itself, not a part of it or what lies round it."""
    return mention.part is None and not (mention.feature or "").endswith(_ROUND)


def puts_at_name(claim: Claim) -> bool:
    """Whether a claim puts something in or at a named place, without a figure."""
    return (
        claim.relation.traits.is_containment
        and claim.literal_distance is None
        and bool(claim.anchors)
        and claim.anchors[0].kind is MentionKind.NAME
        and is_whole(claim.anchors[0])
    )

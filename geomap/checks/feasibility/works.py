"""The one plant, dam or the like that the reports of a case name, for which "the crippled plant" stands in each of them.

No gazetteer has most of them, and a report that calls it by its sort alone names no place that its words could stand for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from geomap.checks.feasibility.standins import is_definite
from geomap.gazetteer.names.folding import folded
from geomap.model import Evidence, Mention, MentionKind

_WORKS = frozenset(
    """plant reactor refinery depot factory dam terminal platform rig mine volcano crater airbase airfield garrison laboratory facility complex arsenal
    silo wreck pipeline quarry smelter""".split()
)
"""Nouns for what a case seldom tells of two of."""
_LONGEST_NOUN = 40
_NEXT = re.compile(r"\s(?:nuclear |power |oil |gas |air |naval ){0,2}([a-z]{1,20})\b")


def only_works(mentions: Iterable[Mention]) -> Mapping[str, str]:
    """What tells it from others, by the noun for its sort, where all names of that sort may be those of one: "Arvo plant", "Arvo Two plant"."""
    named: dict[str, set[frozenset[str]]] = {}
    for mention in mentions:
        noun = _noun(mention)
        if noun is not None and mention.kind is MentionKind.NAME:
            named.setdefault(noun, set()).add(frozenset(folded(mention.name).split()))
    return {noun: f"only {noun}" for noun, names in named.items() if all(name <= max(names, key=len) for name in names)}


def works_of(item: Evidence, only: Mapping[str, str]) -> str | None:
    """What tells the plant or the like that a claim measures from; None where it may be another than the only one that is named."""
    anchor = item.claim.anchors[0] if len(item.claim.anchors) == 1 else None
    if anchor is None or anchor.part is not None or (item.location is not None and item.location.chosen):
        return None
    named = anchor.kind is MentionKind.NAME
    bare = anchor.kind is MentionKind.COMMON and anchor.antecedent is None and is_definite(anchor)
    return only.get(_noun(anchor) or "") if named or bare else None


def _noun(mention: Mention) -> str | None:
    """The noun for the sort of thing that a mention names or is, which may stand behind it: "the Arvo plant"."""
    words = (mention.feature or mention.span.text).lower().split()[-1:]
    if mention.kind is MentionKind.NAME:
        behind = _NEXT.match(mention.span.report.text, mention.span.end, mention.span.end + _LONGEST_NOUN)
        words += [] if behind is None else [behind[1]]
    return next((word for word in words if word in _WORKS), None)

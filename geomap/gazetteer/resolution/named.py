"""The names of a report that are looked up: mentions that mean one place are one name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from geomap.gazetteer.kinds import sort_of
from geomap.gazetteer.names.folding import folded
from geomap.gazetteer.resolution.evidence import Option
from geomap.model import Mention, MentionKind, Place


@dataclass(slots=True)
class Name:
    """A name of the report with its mentions, which all mean one place."""

    text: str
    sort: str | None
    mentions: list[Mention] = field(default_factory=list)
    options: list[Option] = field(default_factory=list)
    resolved: Place | None = None
    passed_over: bool = False
    """Whether too many names before it are unknown for it to be looked for as a wrong spelling."""


def names_of(mentions: Iterable[Mention]) -> list[Name]:
    """The names of a report: mentions of one name are one, unless the words ask for two sorts of place."""
    groups: dict[tuple[str, bool], dict[str | None, Name]] = {}
    for mention in mentions:
        if mention.kind in (MentionKind.NAME, MentionKind.DEMONYM):
            sorts = groups.setdefault((folded(mention.name), mention.kind is MentionKind.DEMONYM), {})
            sort = sort_of(mention.feature)
            sorts.setdefault(sort, Name(mention.name, sort)).mentions.append(mention)
    for sorts in groups.values():
        if None in sorts and len(sorts) == 2:
            bare = sorts.pop(None)
            (only,) = sorts.values()
            if only.sort == "airport":  # Donetsk is another place than Donetsk airport
                sorts[None] = bare
            else:
                only.mentions += bare.mentions
    return [name for sorts in groups.values() for name in sorts.values()]

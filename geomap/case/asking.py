"""From what the offline gazetteer leaves open to what an online geocoder is asked, and with its answers back to the reports.

It happens in the process that the user runs, after all reports are read: one name is sent once, however many reports have it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from geomap.case.workers import Found
from geomap.gazetteer import Gazetteer, locate
from geomap.gazetteer.names.folding import folded
from geomap.gazetteer.online.geocoding import Ask
from geomap.gazetteer.online.online import Online
from geomap.gazetteer.resolution.ranking import TOO_MANY
from geomap.model import Location, Mention, MentionKind, Problem
from geomap.policy import Policy


def ask_online(
    found: Sequence[Found], online: Online, *, gazetteer: Gazetteer, policy: Policy, decided: Callable[[Mention], bool]
) -> tuple[tuple[Found, ...], tuple[Problem, ...]]:
    """What the reports hold, with the answers among the candidates, and what could not be asked.

    Names of which `decided` is true are not sent, for the analyst has said what they mean.
    """
    asked = [_names(each, online.ask_for, decided) for each in found]
    spelt: dict[str, str] = {}
    for names in asked:
        for key, name in names.items():
            spelt.setdefault(key, name)
    replies = online.ask(spelt.values())
    told = []
    for each, names in zip(found, asked, strict=True):
        matches = {key: replies.matches[spelt[key]] for key in names if replies.matches.get(spelt[key])}
        if not matches:
            told.append(each)
            continue
        extraction = each.extraction
        located = locate(
            extraction.mentions, gazetteer=gazetteer, claims=extraction.claims, policy=policy, home=extraction.home, online=matches
        )
        told.append(replace(each, locations=located))
    return tuple(told), replies.problems


def _names(found: Found, ask: Ask, decided: Callable[[Mention], bool]) -> dict[str, str]:
    """The names of a report to ask for, by their folded forms: as they are spelt first."""
    names: dict[str, str] = {}
    for location in found.locations:
        if _wanted(location, ask) and not decided(location.mention):
            names.setdefault(folded(location.mention.name), location.mention.name)
    return names


def _wanted(location: Location, ask: Ask) -> bool:
    if location.mention.kind is not MentionKind.NAME or location.why == TOO_MANY:
        return False
    return ask is Ask.ALL or location.resolved is None

"""Checks: claims with their readings → findings, in printing order.

The evidence of claims (readings, regions, located anchors) comes in; findings with margins, flips, witnesses and words go out.
It reads no text, draws nothing, and does not decide which claims are about one thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from geomap.checks.agreement import check_agreement
from geomap.checks.feasibility.landscape import Landscape
from geomap.checks.feasibility.meeting import Pairs
from geomap.checks.joint import check_joint
from geomap.checks.movement import check_movement
from geomap.checks.places import check_places
from geomap.checks.possible import check_possible
from geomap.checks.ranking import ranked
from geomap.checks.units import check_units
from geomap.checks.zones import check_zones
from geomap.model import Event, Evidence, Finding, FindingKind, Location, MentionKey
from geomap.policy import Policy

__all__ = ["check"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a check looks at."""

    evidence: tuple[Evidence, ...]
    locations: Mapping[MentionKey, Location]
    policy: Policy
    landscape: Landscape
    """How what is measured from lies to each other, worked out once."""
    pairs: Pairs
    """Pairs of regions, compared once."""
    events: tuple[Event, ...] = ()


CHECKS: Mapping[FindingKind, Callable[[Asked], Iterable[Finding]]] = {
    FindingKind.AGREEMENT: lambda asked: chain(
        check_agreement(asked.evidence, policy=asked.policy, pairs=asked.pairs),
        check_possible(asked.evidence, asked.events, policy=asked.policy, pairs=asked.pairs),
    ),
    FindingKind.JOINT: lambda asked: check_joint(asked.evidence, asked.pairs),
    FindingKind.MOVEMENT: lambda asked: check_movement(asked.evidence, pairs=asked.pairs),
    FindingKind.ZONE: lambda asked: check_zones(asked.evidence, policy=asked.policy, pairs=asked.pairs, locations=asked.locations),
    FindingKind.PLACE: lambda asked: check_places(asked.evidence, asked.locations, asked.landscape),
    FindingKind.UNITS: lambda asked: check_units([item.claim for item in asked.evidence]),
}
"""By the kind of finding."""


def check(
    evidence: tuple[Evidence, ...], locations: Mapping[MentionKey, Location], *, policy: Policy, events: tuple[Event, ...] = ()
) -> tuple[Finding, ...]:
    """All findings on the claims of a case, numbered f1, f2, … in the order in which a desk needs them, the trivial ones folded.

    `events` tell which of them may be one; claims of such events are compared too, on that condition.
    """
    landscape = Landscape()
    asked = Asked(evidence=evidence, locations=locations, policy=policy, landscape=landscape, pairs=Pairs(landscape), events=events)
    return ranked(chain.from_iterable(find(asked) for find in CHECKS.values()), evidence)

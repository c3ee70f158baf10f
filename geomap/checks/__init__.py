"""Checks: claims with their readings → findings, in printing order.

The evidence of claims (readings, regions, located anchors) comes in; findings with margins, flips, witnesses and words go out.
It reads no text, draws nothing, and does not decide which claims are about one thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from geomap.checks.agreement import check_agreement
from geomap.checks.feasibility.landscape import Landscape
from geomap.checks.feasibility.meeting import Pairs
from geomap.checks.joint import check_joint
from geomap.checks.places import check_places
from geomap.checks.units import check_units
from geomap.checks.zones import check_zones
from geomap.model import Evidence, Finding, FindingKind, Location, MentionKey, Verdict
from geomap.policy import Policy

__all__ = ["check"]

_VERDICTS = (Verdict.CONTRADICTORY, Verdict.OUTSIDE, Verdict.INSIDE, Verdict.CONSISTENT, Verdict.OPEN, Verdict.UNCHECKABLE)


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


CHECKS: Mapping[FindingKind, Callable[[Asked], Iterable[Finding]]] = {
    FindingKind.AGREEMENT: lambda asked: check_agreement(asked.evidence, policy=asked.policy, pairs=asked.pairs),
    FindingKind.JOINT: lambda asked: check_joint(asked.evidence, asked.pairs),
    FindingKind.ZONE: lambda asked: check_zones(asked.evidence, policy=asked.policy, pairs=asked.pairs),
    FindingKind.PLACE: lambda asked: check_places(asked.evidence, asked.locations, asked.landscape),
    FindingKind.UNITS: lambda asked: check_units([item.claim for item in asked.evidence]),
}
"""By the kind of finding, in printing order."""


def check(evidence: tuple[Evidence, ...], locations: Mapping[MentionKey, Location], *, policy: Policy) -> tuple[Finding, ...]:
    """All findings on the claims of a case, numbered f1, f2, …: by kind, the decided before the open, then in reading order."""
    landscape = Landscape()
    asked = Asked(evidence=evidence, locations=locations, policy=policy, landscape=landscape, pairs=Pairs(landscape))
    order = {item.claim.id: number for number, item in enumerate(evidence)}
    findings = [sorted(find(asked), key=lambda finding: _rank(finding, order)) for find in CHECKS.values()]
    return tuple(replace(finding, id=f"f{number}") for number, finding in enumerate(chain.from_iterable(findings), start=1))


def _rank(finding: Finding, order: Mapping[str, int]) -> tuple[int, tuple[int, ...]]:
    return (_VERDICTS.index(finding.verdict), tuple(order[claim.id] for claim in finding.claims))

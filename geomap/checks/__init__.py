"""Checks: claims with their readings → findings, in printing order.

Claims with their readings, regions and located anchors come in; findings with margins, flips, witnesses and words go out.
It reads no text, draws nothing, and does not decide which claims are about one thing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import chain

from geomap.areas.readings import MentionKey
from geomap.checks.agreement import check_agreement
from geomap.checks.evidence import Evidence, gather
from geomap.checks.feasibility.landscape import Landscape
from geomap.checks.joint import check_joint
from geomap.checks.places import check_places
from geomap.checks.units import check_units
from geomap.checks.zones import check_zones
from geomap.model import Finding, FindingKind, Location, Verdict
from geomap.policy import Policy

__all__ = ["Evidence", "check", "gather"]

_VERDICTS = (Verdict.CONTRADICTORY, Verdict.OUTSIDE, Verdict.INSIDE, Verdict.CONSISTENT, Verdict.OPEN, Verdict.UNCHECKABLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a check looks at."""

    evidence: tuple[Evidence, ...]
    locations: Mapping[MentionKey, Location]
    policy: Policy
    landscape: Landscape


CHECKS: Mapping[FindingKind, Callable[[Asked], Iterable[Finding]]] = {
    FindingKind.AGREEMENT: lambda asked: check_agreement(asked.evidence, policy=asked.policy, landscape=asked.landscape),
    FindingKind.JOINT: lambda asked: check_joint(asked.evidence, asked.landscape),
    FindingKind.ZONE: lambda asked: check_zones(asked.evidence, policy=asked.policy, landscape=asked.landscape),
    FindingKind.PLACE: lambda asked: check_places(asked.evidence, asked.locations, asked.landscape),
    FindingKind.UNITS: lambda asked: check_units([item.claim for item in asked.evidence]),
}
"""By the kind of finding, in printing order."""


def check(evidence: tuple[Evidence, ...], locations: Mapping[MentionKey, Location], *, policy: Policy) -> tuple[Finding, ...]:
    """All findings on the claims of a case, numbered f1, f2, …: by kind, the decided before the open, then in reading order."""
    asked = Asked(evidence=evidence, locations=locations, policy=policy, landscape=Landscape())
    order = {item.claim.id: number for number, item in enumerate(evidence)}
    findings = [sorted(find(asked), key=lambda finding: _rank(finding, order)) for find in CHECKS.values()]
    return tuple(replace(finding, id=f"f{number}") for number, finding in enumerate(chain.from_iterable(findings), start=1))


def _rank(finding: Finding, order: Mapping[str, int]) -> tuple[int, tuple[int, ...]]:
    return (_VERDICTS.index(finding.verdict), tuple(order[claim.id] for claim in finding.claims))

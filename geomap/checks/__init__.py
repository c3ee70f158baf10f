"""Checks: the evidence of claims → findings, in printing order."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

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

_KINDS = (FindingKind.AGREEMENT, FindingKind.JOINT, FindingKind.ZONE, FindingKind.PLACE, FindingKind.UNITS)
_VERDICTS = (Verdict.CONTRADICTORY, Verdict.OUTSIDE, Verdict.INSIDE, Verdict.CONSISTENT, Verdict.OPEN, Verdict.UNCHECKABLE)


def check(evidence: tuple[Evidence, ...], locations: Mapping[MentionKey, Location], *, policy: Policy) -> tuple[Finding, ...]:
    """All findings on the claims of a case, numbered f1, f2, …: by kind, the decided before the open, then in reading order."""
    landscape = Landscape()
    pairs = Pairs(landscape)
    findings: list[Finding] = [
        *check_agreement(evidence, policy=policy, pairs=pairs),
        *check_joint(evidence, pairs),
        *check_zones(evidence, policy=policy, pairs=pairs),
        *check_places(evidence, locations, landscape),
        *check_units([item.claim for item in evidence]),
    ]
    order: dict[str, int] = {item.claim.id: number for number, item in enumerate(evidence)}
    findings.sort(key=lambda finding: _rank(finding, order))
    return tuple(replace(finding, id=f"f{number}") for number, finding in enumerate(findings, start=1))


def _rank(finding: Finding, order: Mapping[str, int]) -> tuple[int, int, tuple[int, ...]]:
    return (_KINDS.index(finding.kind), _VERDICTS.index(finding.verdict), tuple(order[claim.id] for claim in finding.claims))

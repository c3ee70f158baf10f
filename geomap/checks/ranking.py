"""Findings in the order in which a desk needs them, with the trivial ones folded.

First come contradictions between sources, those that hold under all fair readings before others, then what is only taken literally one,
positions against zones of their own incident, agreements with figures, positions against other zones, places, units, what holds only if two
events are one, and last what cannot be checked. Folded findings are kept, each with why, and follow in the same order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum

from geomap.checks.feasibility.standins import name_key
from geomap.model import Claim, Evidence, Finding, FindingKind, MentionKind, Verdict
from geomap.relations import Relation


@dataclass(frozen=True, slots=True)
class Fold:
    """A sort of finding that says nothing new."""

    why: str
    """Why it says nothing, in plain words."""
    one: str
    """What one is called where they are counted."""
    many: str


CONTAINMENT = Fold("a place lies in the area that is named, whatever the figures", "containment", "containments")
REPEATED = Fold("one source says both, and they fit", "repetition by one source", "repetitions by one source")
VAGUE = Fold("the words give no figure, and what they allow overlaps", "comparison without figures", "comparisons without figures")
FAR = Fold(
    "the position is of another incident, and farther off than three times the zone's radius",
    "position far from a zone",
    "positions far from a zone",
)
UNDECIDED = Fold(
    "the position is of another incident, and may be on either side of the zone's edge",
    "position that may be in a zone of another incident",
    "positions that may be in a zone of another incident",
)
PAIRS = Fold(
    "the findings on two claims each say as much", "set of claims that their pairs tell of", "sets of claims that their pairs tell of"
)
FITTING = Fold("the two figures are one length, rounded", "conversion that fits", "conversions that fit")
REASON = Fold(
    "the same reason is given before", "comparison that fails for a reason given before", "comparisons that fail for reasons given before"
)
FOLDS = (CONTAINMENT, REPEATED, VAGUE, FAR, UNDECIDED, PAIRS, FITTING, REASON)
"""All sorts, in the order in which they are counted."""

_FAR = 3.0
"""A zone has nothing to do with positions of other incidents that are farther from its middle than so many times its radius."""
_FEW_CONFLICTS = 3
"""So many pairs that cannot stand together are told by themselves; with more, one finding on all claims says it better."""
_ON_A_PLACE_M = 1.0
"""What of a place may lie outside an area that holds it, for they are known no better."""
_VERDICTS = (
    Verdict.CONTRADICTORY,
    Verdict.IMPOSSIBLE,
    Verdict.OUTSIDE,
    Verdict.INSIDE,
    Verdict.CONSISTENT,
    Verdict.POSSIBLE,
    Verdict.OPEN,
    Verdict.UNCHECKABLE,
)
_KINDS = tuple(FindingKind)


class _Need(IntEnum):
    """What a desk needs, the most urgent first."""

    ROBUST_CONTRADICTION = 0
    CONTRADICTION = 1
    CONDITIONAL = 2
    OWN_ZONE = 3
    AGREEMENT = 4
    OTHER_ZONE = 5
    PLACE = 6
    UNITS = 7
    OTHER = 8
    IF_SAME_EVENT = 9
    NOT_CHECKED = 10


_BY_KIND = {FindingKind.PLACE: _Need.PLACE, FindingKind.UNITS: _Need.UNITS}
"""Kinds of which all findings stand together."""


def ranked(findings: Iterable[Finding], evidence: Sequence[Evidence]) -> tuple[Finding, ...]:
    """The findings in printing order, numbered f1, f2, … with their rank, the trivial ones folded and last.

    `evidence` gives the reading order of the claims, and why some of them cannot be placed.
    """
    order = {item.claim.id: number for number, item in enumerate(evidence)}
    in_order = sorted(findings, key=lambda finding: _place(finding, order))
    sorted_out = _with_reasons_once(map(_folded, in_order), {item.claim.id: _reason(item) for item in evidence if item.why_not})
    shown = [finding for finding in sorted_out if not finding.folded]
    hidden = [finding for finding in sorted_out if finding.folded]
    return tuple(replace(finding, id=f"f{number}", rank=number) for number, finding in enumerate((*shown, *hidden), start=1))


def folded_in_words(findings: Sequence[Finding]) -> str:
    """How many findings are folded and of which sorts: "3 more findings are folded (2 containments, 1 conversion that fits)"; empty for none.

    >>> folded_in_words(())
    ''
    """
    counts = Counter(finding.why_folded for finding in findings if finding.folded)
    if not counts:
        return ""
    number = counts.total()
    sorts = [f"{counts[fold.why]} {fold.one if counts[fold.why] == 1 else fold.many}" for fold in FOLDS if counts[fold.why]]
    listed = f" ({', '.join(sorts)})" if sorts else ""
    more = "more " if number < len(findings) else ""
    return f"{number} {more}{'finding is' if number == 1 else 'findings are'} folded{listed}"


def _place(finding: Finding, order: Mapping[str, int]) -> tuple[int, int, int, list[int]]:
    """Where a finding stands: by need, verdict, kind, and the reading order of its claims."""
    need = _need(finding)
    return (
        need,
        _VERDICTS.index(finding.verdict),
        _KINDS.index(finding.kind),
        [order.get(claim.id, len(order)) for claim in finding.claims],
    )


def _need(finding: Finding) -> _Need:
    if finding.if_same_event is not None:
        return _Need.IF_SAME_EVENT
    if finding.kind in _BY_KIND:
        return _BY_KIND[finding.kind]
    return _Need.NOT_CHECKED if finding.verdict is Verdict.UNCHECKABLE and finding.margin is None else _need_by_kind(finding)


def _need_by_kind(finding: Finding) -> _Need:
    """Of a finding that was decided, or left open for want of certainty."""
    match finding.kind:
        case FindingKind.ZONE:
            return _Need.OWN_ZONE if _is_own_zone(finding) else _Need.OTHER_ZONE
        case FindingKind.MOVEMENT:
            return _Need.CONTRADICTION if finding.verdict is Verdict.IMPOSSIBLE else _Need.AGREEMENT
        case FindingKind.AGREEMENT | FindingKind.JOINT:
            return _need_of_claims(finding)
        case _:
            return _Need.OTHER


def _need_of_claims(finding: Finding) -> _Need:
    """Of a finding on claims about one event."""
    if finding.verdict is Verdict.CONTRADICTORY:
        return _Need.ROBUST_CONTRADICTION if finding.robust and len(_sources(finding.claims)) > 1 else _Need.CONTRADICTION
    apart = finding.margin is not None and finding.margin.plain > 0
    return _Need.CONDITIONAL if apart or (finding.sets is not None and finding.sets.conflicts) else _Need.AGREEMENT


def _folded(finding: Finding) -> Finding:
    """The finding, folded if it is trivial."""
    fold = _fold_of(finding)
    return finding if fold is None else replace(finding, folded=True, why_folded=fold.why)


def _fold_of(finding: Finding) -> Fold | None:
    """Why a finding says nothing new; None where it does say something."""
    match finding.kind:
        case FindingKind.AGREEMENT:
            return _fold_of_pair(finding)
        case FindingKind.MOVEMENT:
            return _fold_of_movement(finding)
        case FindingKind.ZONE:
            return _fold_of_zone(finding)
        case FindingKind.JOINT:
            return _fold_of_joint(finding)
        case FindingKind.UNITS:
            return FITTING if finding.verdict is Verdict.CONSISTENT else None
        case _:
            return None


def _fold_of_pair(finding: Finding) -> Fold | None:
    if finding.if_same_event is not None and finding.verdict is not Verdict.CONTRADICTORY and not all(map(_has_figures, finding.claims)):
        return VAGUE
    if finding.margin is None or finding.verdict is Verdict.CONTRADICTORY:
        return None
    if len(_sources(finding.claims)) == 1:
        return REPEATED
    figures = [_has_figures(claim) for claim in finding.claims]
    if all(figures) or finding.margin.plain > 0:
        return None
    if finding.verdict is Verdict.CONSISTENT and any(_holds(finding)):
        return CONTAINMENT
    return VAGUE if finding.verdict is Verdict.OPEN or not any(figures) else None


def _fold_of_movement(finding: Finding) -> Fold | None:
    if finding.margin is None or finding.verdict is Verdict.IMPOSSIBLE:
        return None
    if len(_sources(finding.claims)) == 1 and finding.verdict is Verdict.POSSIBLE:
        return REPEATED
    return VAGUE if finding.margin.plain <= 0 and not all(map(_has_figures, finding.claims)) else None


def _fold_of_zone(finding: Finding) -> Fold | None:
    if finding.margin is None or _is_own_zone(finding):
        return None
    radius = finding.claims[1].stated_distance
    if finding.verdict is Verdict.OUTSIDE and radius is not None and finding.margin.plain > (_FAR - 1.0) * radius.high:
        return FAR
    return UNDECIDED if finding.verdict is Verdict.OPEN and (finding.margin.plain <= 0 or not _has_figures(finding.claims[0])) else None


def _fold_of_joint(finding: Finding) -> Fold | None:
    """One that pairs tell all of: which of them cannot stand together, or that fewer than three with figures can."""
    sets = finding.sets
    if sets is None:
        return None
    if sets.conflicts:
        told = sets.complete and len(sets.conflicts) <= _FEW_CONFLICTS and all(len(each) == 2 for each in sets.conflicts)
        return PAIRS if told else None
    with_figures = [claim for claim in finding.claims if _has_figures(claim)]
    if len(_sources(finding.claims)) == 1:
        return REPEATED
    return PAIRS if len(with_figures) <= 2 or len(_sources(with_figures)) == 1 else None


def _is_own_zone(finding: Finding) -> bool:
    """Whether a zone is one of the position's incident."""
    position, zone = finding.claims
    return position.event is not None and position.event == zone.event


def _sources(claims: Iterable[Claim]) -> set[str]:
    """Who makes claims; a report that quotes somebody is another source than who it quotes."""
    names = (claim.source_name.casefold() for claim in claims)
    return {name.removeprefix("the ").removeprefix("a ").removeprefix("an ") for name in names}


def _has_figures(claim: Claim) -> bool:
    """Whether the words say more than a name: a distance, a direction or coordinates."""
    return claim.literal_distance is not None or claim.bearing is not None or claim.relation is Relation.POSITION


def _holds(finding: Finding) -> Iterator[bool]:
    """Whether each of two claims names an area that holds what the other is measured from."""
    if finding.apart is None:
        return
    for claim, outside in zip(finding.claims, (finding.apart.second, finding.apart.first), strict=True):
        yield claim.relation.traits.is_containment and claim.literal_distance is None and outside <= _ON_A_PLACE_M


def _with_reasons_once(findings: Iterable[Finding], why_not: Mapping[str, str]) -> list[Finding]:
    """The findings, of which those that only say again why a claim cannot be placed are folded.

    For each reason one is kept, and if it may be one that has no other reason; none where a finding that was decided says it beside.
    """
    found = list(findings)
    told = {why for each in found if _is_anywhere(each) for why in _reasons(each, why_not)}
    failed = ((number, _reasons(each, why_not)) for number, each in enumerate(found) if _has_failed(each))
    for number, reasons in sorted(failed, key=lambda item: len(item[1])):
        if reasons and reasons <= told:
            found[number] = replace(found[number], folded=True, why_folded=REASON.why)
        told |= reasons
    return found


def _is_anywhere(finding: Finding) -> bool:
    """Whether it is told of two claims wherever the thing is that they measure from, with why that is not known."""
    return finding.kind is FindingKind.AGREEMENT and finding.margin is not None and not (finding.regions or finding.folded)


def _has_failed(finding: Finding) -> bool:
    """Whether it says no more than that claims cannot be compared."""
    return not finding.folded and _need(finding) is _Need.NOT_CHECKED


def _reasons(finding: Finding, why_not: Mapping[str, str]) -> set[str]:
    """Why the claims of a finding cannot be placed."""
    return {why for claim in finding.claims if (why := why_not.get(claim.id))}


def _reason(item: Evidence) -> str:
    """Why a claim cannot be placed; of a name that is not resolved one reason, in whatever words it is told."""
    location = item.location
    is_nowhere = location is not None and location.resolved is None and location.mention.kind is MentionKind.NAME
    return name_key(location.mention) if location is not None and is_nowhere else item.why_not

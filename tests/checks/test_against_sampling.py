"""The checks against dense sampling (see `sampling`): random pairs of claims of all kinds.

The plain margin of two claims is the least geodesic distance between their regions, directions included. What a check says is compared
with what sampling finds for the same numbers, to 1 % and 50 m. For a longer run raise `COUNT`, or take other seeds:

    PYTHONPATH=tests:tests/checks python -c "import test_against_sampling as t; t.tell(range(1000, 3000))"
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from itertools import combinations

import pytest
import sampling
from made_up import AREA_KINDS, LINE_KINDS, POINT_KINDS, both_endless, case, case_on_one_ground, shape_of
from sampling import GEOD, gap, holds

from geomap.model import FindingKind, Flip, Margin, Verdict
from geomap.units import Unit

COUNT = 160
"""Random pairs; every fourth is a triple too, and every fourth has a zone."""
SEEDS = range(COUNT)
GROUNDS = range(60)
"""Random pairs from one line or area."""
OFF_M, SHARE = 50.0, 0.01
"""What a margin may differ by from what sampling finds."""
MOST_COMBINATIONS = 200


def allowed(expected):
    return OFF_M + SHARE * abs(expected)


def margin_complaint(item):
    """What is wrong with the plain margin, in words; None for nothing."""
    expected, plain = gap(*item.shapes), item.finding.margin.plain
    if both_endless(*item.shapes) and expected > 0:
        return None if plain <= expected + allowed(expected) else f"margin {plain:.0f}, but sampling finds {expected:.0f} or less"
    if expected > allowed(expected):
        return None if abs(plain - expected) <= allowed(expected) else f"margin {plain:.0f}, sampling {expected:.0f}"
    return None if plain <= expected + OFF_M else f"margin {plain:.0f}, but they meet"


def range_complaint(item):
    """What is wrong with the least and greatest margin over the readings."""
    margin = item.finding.margin
    if not margin.low <= margin.plain <= margin.high:
        return f"{margin} is out of order"
    for pair in item.picked:
        expected = gap(*pair)
        if expected > allowed(expected) and not margin.low - allowed(expected) <= expected <= margin.high + allowed(expected):
            return f"a reading's gap is {expected:.0f}, outside {margin.low:.0f} to {margin.high:.0f}"
        if expected == 0.0 and margin.low > OFF_M:
            return f"by a reading they meet, but the least margin is {margin.low:.0f}"
    return None


def robustness_complaint(item):
    """Whether some reading says otherwise though the verdict is robust, or none does though it is not."""
    finding, pairs = item.finding, item.combinations
    if finding.verdict not in (Verdict.CONTRADICTORY, Verdict.CONSISTENT) or item.is_fuzzy or both_endless(*item.shapes):
        return None
    is_apart = finding.verdict is Verdict.CONTRADICTORY
    if finding.robust:
        gaps = [gap(*pair) for pair in item.picked]
        wrong = [each for each in gaps if (each == 0.0 if is_apart else each > OFF_M)]
        return f"robustly {finding.verdict}, but a reading's gap is {wrong[0]:.0f}" if wrong else None
    if len(pairs) > MOST_COMBINATIONS or any((gap(*pair) <= OFF_M) == is_apart for pair in loosest_first(pairs, loosest=is_apart)):
        return None
    return f"{finding.verdict} and not robust, but every reading agrees"


def loosest_first(pairs, *, loosest):
    """Pairs of shapes, those with the longest distances first and last in turn: one of these turns a verdict most likely."""

    def room(pair):
        return sum(min(each.high, 1e7) - max(each.low, -1e7) for each in pair)

    return sorted(pairs, key=room, reverse=loosest)


def nearest_complaint(item):
    """What is wrong with the two points whose distance is the margin."""
    finding = item.finding
    if finding.margin.plain <= 0:
        return None if finding.nearest is None else "nearest points of regions that meet"
    if finding.nearest is None:
        return "no nearest points"
    for shape, (lon, lat) in zip(item.shapes, finding.nearest, strict=True):
        if not holds(shape, [lon], [lat], OFF_M)[0]:
            return f"({lon:.4f}, {lat:.4f}) is not in its region"
    one, other = finding.nearest
    away = GEOD.inv(*one, *other)[2]
    return (
        None
        if abs(away - finding.margin.plain) <= 1.0 + 1e-3 * away
        else f"nearest points {away:.0f} apart, margin {finding.margin.plain:.0f}"
    )


# Flips: the parameter just before and just after its threshold


def changed(flip, shape, claimed, value):
    """A shape with a flip's parameter at a value; None where that does not apply to it."""
    figures = claimed.distance.values if claimed.distance is not None else ()
    match flip.parameter:
        case "detour" if figures:
            return shape.scaled(1.0 / value)
        case "distance" if figures:
            return shape.scaled(value / figures[0])
        case "direction" if shape.sector is not None:
            return shape.opened(value)
        case "edge" if not shape.is_point:
            return shape.widened(value * 1000.0)
        case _:
            return None


def start_of(flip, shape, claimed):
    """The parameter's value in the plain reading."""
    match flip.parameter:
        case "detour":
            return 1.0
        case "distance":
            return claimed.distance.values[0]
        case "direction":
            return shape.sector[2]
        case _:
            return 0.0


def replaced(flip, shape, claimed):
    """A shape with a flip that has no threshold; None where that does not apply to it."""
    if flip.parameter == "reversal" and shape.sector is not None:
        return shape.turned(180.0)
    if flip.parameter == "unit" and claimed.distance is not None and claimed.distance.unit is Unit.MILE:
        return shape.scaled(1852.0 / 1609.344)
    return None


def turns_as_told(flip, shapes, claims, which):
    """Whether the regions meet on the one side of the threshold and not on the other, and on this side as by the plain reading."""
    shape, claimed = shapes[which], claims[which]
    meets = gap(*shapes) == 0.0

    def meets_with(other):
        return (gap(other, shapes[1]) if which == 0 else gap(shapes[0], other)) == 0.0

    if flip.parameter in ("reversal", "unit"):
        other = replaced(flip, shape, claimed)
        return other is not None and meets_with(other) != meets
    if changed(flip, shape, claimed, flip.threshold) is None:
        return False
    away = 1.0 if flip.threshold >= start_of(flip, shape, claimed) else -1.0
    # Sampling knows the edge of what is measured from a line no closer than it knows a gap.
    far = max(0.02, OFF_M / 1000.0 / flip.threshold) if flip.parameter == "edge" else 0.02
    before = changed(flip, shape, claimed, flip.threshold * max(0.0, 1 - far * away))
    after = [changed(flip, shape, claimed, flip.threshold * (1 + step * away)) for step in (far, 0.004, 0.0005)]
    return meets_with(before) == meets and any(meets_with(each) != meets for each in after)


def whose(flip, claims):
    """Which of the two claims a flip changes, by the figure that it names; both where it names none."""
    figures = ["-".join(each.distance.figures) if each.distance else None for each in claims]
    return [which for which in (0, 1) if figures[which] and f"the {figures[which]} " in flip.reading.replace("–", "-")] or (0, 1)


def flip_complaint(item):
    """What is wrong with a flip; those of places of one name and of roundings are left to the readings."""
    finding, shapes = item.finding, item.shapes
    if both_endless(*shapes) or 0.0 < gap(*shapes) <= allowed(gap(*shapes)):
        return None
    for flip in finding.flips:
        told = flip.parameter in ("reversal", "unit") or (flip.parameter in ("detour", "distance", "direction", "edge") and flip.threshold)
        if told and not any(turns_as_told(flip, shapes, finding.claims, which) for which in whose(flip, finding.claims)):
            return f"{flip.parameter} at {flip.threshold} does not turn it: {flip.reading}"
    return None


# Zones and triples


def zone_complaint(item):
    """What is wrong with the first claim's position against the zone."""
    found = next((each for each in item.findings if each.kind is FindingKind.ZONE and {c.id for c in each.claims} == {"c1", "c4"}), None)
    if found is None or any(region.fuzzy for region in found.regions):
        return None
    position, zone = (shape_of(region.reading) for region in found.regions)
    centre, radius = zone.parts[0][0], zone.high
    outside, inside = sampling.nearest_to(position, centre) - radius, radius - sampling.farthest_from(position, centre)
    for cleared, verdict in ((outside, Verdict.OUTSIDE), (inside, Verdict.INSIDE)):
        if cleared > allowed(cleared):
            right = found.verdict in (verdict, Verdict.OPEN, Verdict.UNCHECKABLE) and abs(found.margin.plain - cleared) <= allowed(cleared)
            return None if right else f"{found.verdict} by {found.margin.plain:.0f}, sampling {verdict} by {cleared:.0f}"
    is_open = found.verdict in (Verdict.OPEN, Verdict.UNCHECKABLE) and found.margin.plain <= OFF_M
    return None if is_open or max(inside, outside) > -OFF_M else f"{found.verdict} by {found.margin.plain:.0f}, sampling neither"


def triple_complaint(item):
    """Whether the pairs that cannot stand together are those that sampling finds apart."""
    found = next((each for each in item.findings if each.kind is FindingKind.JOINT), None)
    if found is None:
        return None
    shapes = {each.id: shape_of(region.reading) for each, region in zip(found.claims, found.regions, strict=True)}
    told = {frozenset(each) for each in found.sets.conflicts if len(each) == 2}
    for one, other in combinations(shapes, 2):
        away = gap(shapes[one], shapes[other])
        if not both_endless(shapes[one], shapes[other]) and not 0.0 < away <= OFF_M and (away > 0) != (frozenset((one, other)) in told):
            return f"{one} and {other} are {away:.0f} apart, but conflicts are {found.sets.conflicts}"
    return None


COMPLAINTS = {
    "margin": margin_complaint,
    "range": range_complaint,
    "robustness": robustness_complaint,
    "nearest": nearest_complaint,
    "flips": flip_complaint,
    "zone": zone_complaint,
    "triple": triple_complaint,
}


def tell(seeds, make=case):
    """Print all that is wrong in the cases of some seeds: for longer runs."""
    for seed in seeds:
        item = make(seed)
        for name, look in COMPLAINTS.items():
            if (wrong := look(item)) is not None:
                print(f"{seed} {' / '.join(item.kinds)}: {name}: {wrong}", flush=True)  # noqa: T201


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", [name for name in COMPLAINTS if name not in ("zone", "triple")])
def test_a_pair_of_claims(name, seed):
    wrong = COMPLAINTS[name](case(seed))
    assert wrong is None, f"{' / '.join(case(seed).kinds)}: {wrong}"


@pytest.mark.parametrize("seed", GROUNDS)
@pytest.mark.parametrize("name", [name for name in COMPLAINTS if name not in ("zone", "triple")])
def test_a_pair_of_claims_from_one_ground(name, seed):
    wrong = COMPLAINTS[name](case_on_one_ground(seed))
    assert wrong is None, f"{' / '.join(case_on_one_ground(seed).kinds)}: {wrong}"


@pytest.mark.parametrize("seed", GROUNDS)
def test_from_one_ground_the_margin_is_the_difference_of_the_distances(seed):
    item = case_on_one_ground(seed)
    one, other = item.shapes
    if one.sector is other.sector is None:
        assert item.finding.margin.plain == pytest.approx(max(one.low - other.high, other.low - one.high), abs=0.01)
        assert item.finding.margin.known_to == 0.0


@pytest.mark.parametrize("seed", SEEDS[1::4])
def test_three_claims(seed):
    wrong = triple_complaint(case(seed))
    assert wrong is None, wrong


@pytest.mark.parametrize("seed", SEEDS[2::4])
def test_a_position_against_a_zone(seed):
    wrong = zone_complaint(case(seed))
    assert wrong is None, wrong


def test_the_cases_are_of_all_sorts():
    kinds, sorts = Counter(), Counter()
    for seed in SEEDS:
        kinds.update(case(seed).kinds)
        sorts["apart" if gap(*case(seed).shapes) > 0 else "meeting"] += 1
    assert set(kinds) == {*POINT_KINDS, *LINE_KINDS, *AREA_KINDS}
    assert min(sorts.values()) > COUNT / 4, sorts


def told_otherwise(item, **changes):
    """A case with another finding on its pair."""
    others = tuple(each for each in item.findings if each is not item.finding)
    return replace(item, findings=(replace(item.finding, **changes), *others))


def test_wrong_answers_are_noticed():
    item = next(case(seed) for seed in SEEDS if gap(*case(seed).shapes) > 10_000 and margin_complaint(case(seed)) is None)
    margin = item.finding.margin
    off = 0.02 * margin.plain
    assert margin_complaint(told_otherwise(item, margin=replace(margin, plain=margin.plain + off)))
    assert margin_complaint(told_otherwise(item, margin=replace(margin, plain=margin.plain - off)))
    assert margin_complaint(told_otherwise(item, margin=replace(margin, plain=-1.0)))
    assert range_complaint(told_otherwise(item, margin=replace(margin, high=margin.plain - 1.0)))
    beyond = max(gap(*pair) for pair in item.picked) * 1.1 + 100.0
    assert range_complaint(told_otherwise(item, margin=Margin(plain=beyond, low=beyond, high=beyond)))
    assert robustness_complaint(told_otherwise(item, verdict=Verdict.CONSISTENT, robust=True))
    here = item.shapes[0].parts[0][0]
    assert nearest_complaint(told_otherwise(item, nearest=(here, here)))
    turned = Flip(parameter="distance", reading="a figure were at least so much", verdict=Verdict.CONSISTENT, threshold=0.5, unit="km")
    assert flip_complaint(told_otherwise(item, flips=(turned,)))

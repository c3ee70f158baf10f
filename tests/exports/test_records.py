"""A finding's own record is enough to verify it: with geographiclib, which is another implementation of geodesics than ours."""

from __future__ import annotations

import json
import math

import pytest
from geographiclib.geodesic import Geodesic

from geomap import Case, read

TOLERANCE_M = 0.01


@pytest.fixture(scope="module", params=["al-tanf", "f4-2012", "global-hawk-2019"])
def findings(request):
    if request.param == "al-tanf":
        folder = request.getfixturevalue("root") / "seeds"
    else:
        folder = request.getfixturevalue("shared") / "incidents" / request.param
    return json.loads(Case.from_reports(read(folder)).check().json())["findings"]


def inverse(a, b):
    return Geodesic.WGS84.Inverse(a[1], a[0], b[1], b[0])["s12"]


def interval(record):
    low, high = record["low"], record["high"]
    return (-math.inf if low is None else low, math.inf if high is None else high)


def apart(finding):
    nearest = finding["anchors_apart_m"]
    if nearest is None:
        return (-math.inf, *(math.inf if far is None else far for far in finding["farthest_apart_m"]))
    return (nearest, *(math.inf if far is None else far for far in finding["farthest_apart_m"]))


def gap(finding, bound):
    one, other = (region[bound] for region in finding["regions"])
    if one is None or other is None:
        return math.inf
    (a1, b1), (a2, b2) = interval(one), interval(other)
    nearest, first, second = apart(finding)
    return max(nearest - b1 - b2, a1 - max(0.0, b2) - second, a2 - max(0.0, b1) - first)


@pytest.mark.shared
def test_how_far_apart_the_anchors_are(findings):
    checked = 0
    for finding in findings:
        if finding.get("nearest_points") is None:
            continue
        one, other = finding["nearest_points"]
        checked += 1
        assert abs(finding["anchors_apart_m"]) == pytest.approx(inverse(one, other), abs=TOLERANCE_M)
        for end, region in zip((one, other), finding["regions"], strict=True):
            if region["measured_from"] == "point":
                assert end == pytest.approx([region["anchor"]["lon"], region["anchor"]["lat"]], abs=1e-6)
    assert checked or all(region["measured_from"] != "point" for finding in findings for region in finding["regions"])


@pytest.mark.shared
def test_gaps_and_verdicts_of_pairs(findings):
    pairs = [each for each in findings if each["kind"] == "agreement" and each["margin_m"] is not None]
    assert pairs
    for finding in pairs:
        plain = gap(finding, "plain_m")
        if plain > 0 or all(region["sector"] is None and region["measured_from"] == "point" for region in finding["regions"]):
            stated = finding["margin_m"]["plain"]
            assert (stated is None and math.isinf(plain)) or stated == pytest.approx(plain, abs=TOLERANCE_M)
        if finding["verdict"] == "contradictory":
            assert gap(finding, "outer_m") > 0
        if finding["verdict"] in ("open", "consistent", "uncheckable"):
            assert gap(finding, "outer_m") <= 0


@pytest.mark.shared
def test_clearances_of_zones(findings):
    for finding in findings:
        if finding["kind"] != "zone" or finding["verdict"] not in ("inside", "outside"):
            continue
        position, zone = finding["regions"]
        (low, high), radius = interval(position["plain_m"]), interval(zone["plain_m"])[1]
        nearest, first, second = apart(finding)
        if finding["verdict"] == "outside":
            assert finding["margin_m"]["plain"] == pytest.approx(max(0.0, nearest - high, low - second) - radius, abs=TOLERANCE_M)
        else:
            assert finding["margin_m"]["plain"] == pytest.approx(radius - first - max(0.0, high), abs=TOLERANCE_M)


@pytest.mark.shared
def test_witnesses_lie_at_the_stated_distances(findings):
    for finding in findings:
        if finding["witness"] is None:
            continue
        for region in finding["regions"]:
            if region["measured_from"] == "point":
                low, high = interval(region["plain_m"])
                away = inverse(finding["witness"], (region["anchor"]["lon"], region["anchor"]["lat"]))
                assert low - TOLERANCE_M <= away <= high + TOLERANCE_M

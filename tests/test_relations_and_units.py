"""The tables of relations and of units: whole, asked by everybody, and each mended in one place."""

from __future__ import annotations

import ast
import copy
import csv
import json
import pickle
from pathlib import Path as FilePath

import pytest
from builders import AT_TANF, claim, evidence_of, findings_of, located, report
from commands import copy_of_geomap, geomap_process

from geomap.areas.readings import has_interval
from geomap.checks.sensitivity import amount_in_words
from geomap.language import extract
from geomap.model import Path, Report
from geomap.policy import Policy
from geomap.relations import Limit, Relation
from geomap.units import Unit

UNIT_ROW = '    KOS = "kos", UnitTraits(metres=3000.0, word="kos", words="kos", short=("kos",), may_mean=("mi",))\n'
RELATION_ROW = (
    '    OPPOSITE = "opposite", RelationTraits(\n'
    '        limit=Limit.POLICY, phrases=("opposite", "abreast of"), words="opposite {place}", policy_length="along_m"\n'
    "    )\n"
)
REPORT = (
    "The convoy was struck 12 kos north of Aleppo on Monday, the army said. "
    "The strike was more than 140 km from Aleppo, a spokesman for the rebels said. "
    "The strike was abreast of Azaz, a resident said."
)


def only(text):
    (found,) = extract(Report(id="r1", text=text)).claims
    return found


@pytest.mark.parametrize("member", [*Relation, *Unit])
def test_a_member_is_its_value_everywhere(member):
    kind = type(member)
    assert kind(member.value) is member
    assert kind[member.name] is member
    assert member == member.value == str(member)
    assert json.loads(json.dumps(member)) == member.value
    assert pickle.loads(pickle.dumps(member)) is member  # noqa: S301
    assert copy.deepcopy(member) is member


def test_no_value_without_a_row():
    for kind in (Relation, Unit):
        with pytest.raises(ValueError, match="is not a valid"):
            kind("furlongs away")


@pytest.mark.parametrize("relation", Relation)
def test_rows_of_relations_are_whole(relation):
    traits = relation.traits
    assert bool(traits.policy_length) == (traits.limit is Limit.POLICY)
    if traits.policy_length:
        assert Policy().length(traits.policy_length) > 0
    assert traits.words.format(place="X", reach="1 km") == traits.words.replace("{place}", "X").replace("{reach}", "1 km")
    assert traits.words or traits.limit in (Limit.FIGURE, Limit.MIDDLE)
    assert not (traits.is_containment and traits.is_complement)


@pytest.mark.parametrize(("relation", "phrase"), [(relation, phrase) for relation in Relation for phrase in relation.traits.phrases])
def test_every_phrase_of_the_table_is_read(relation, phrase):
    verb = "fighting" if phrase == "around" else "A farm was hit"
    place = "the coast of Norland" if phrase == "off" else "Arvo"
    assert only(f"{verb} {phrase} {place} on Monday.").relation is relation


def test_a_phrase_states_one_relation():
    phrases = [phrase for relation in Relation for phrase in relation.traits.phrases]
    assert len(phrases) == len(set(phrases))


@pytest.mark.parametrize("unit", Unit)
def test_every_word_for_a_unit_is_read(unit):
    traits = unit.traits
    assert traits.metres > 0
    assert traits.word
    assert {*map(Unit, traits.may_mean), *map(Unit, traits.converted_from)} <= set(Unit) - {unit}
    for word in traits.spellings:
        found = only(f"It fell 2.5 {word} north of Arvo.").distance
        assert (found.unit, found.plain_unit) == (unit, bool(traits.may_mean)), word
    for letter in traits.letters:
        assert only(f"It fell 500{letter} north of Arvo.").distance.unit is unit
    for marker in traits.markers:
        for word in {word for each in Unit if unit.value in each.traits.may_mean for word in each.traits.spellings} or traits.spellings:
            found = only(f"It fell 2.5 {marker} {word} north of Arvo.").distance
            assert (found.unit, found.plain_unit) == (unit, False), f"{marker} {word}"


def test_a_word_means_one_unit():
    words = [word for unit in Unit for word in (*unit.traits.spellings, *unit.traits.letters)]
    assert len(words) == len(set(words))


def test_a_relation_asks_for_its_places_and_figures():
    claims = extract(
        Report(id="r1", text="It fell 5 km from Arvo. It fell a few miles from Arvo. It fell near Arvo. It fell between Arvo and Mola.")
    )
    assert [(claim.relation.value, has_interval(claim)) for claim in claims.claims] == [
        ("at", True), ("range", False), ("near", True), ("between", True),
    ]  # fmt: skip


@pytest.mark.parametrize("unit", Unit)
def test_nobody_measures_along_roads_in_units_of_the_sea(unit):
    item = claim(1, report("It lay 5 off the post."), "5 off the post", "the post", Relation.AT, ("5",), unit=unit)
    (found,) = evidence_of([item], [located(item, AT_TANF)], Policy(nautical_reading=False))
    assert (Path.ROAD in {reading.path for reading in found.readings}) is not unit.traits.at_sea


def test_one_of_a_unit_is_said_in_the_singular():
    said = [claim(1, report("1 off the post"), "1 off the post", "the post", Relation.AT, ("1",), unit=unit) for unit in Unit]
    assert [amount_in_words(item) for item in said] == [f"the 1 {unit.word}" for unit in Unit]
    assert amount_in_words(said[list(Unit).index(Unit.FOOT)]) == "the 1 foot"


def test_soft_words_are_named_as_what_they_are():
    doc = report("It was hit near the post, 9 km off the post and along the post.")
    near = claim(1, doc, "near the post", "the post", Relation.NEAR)
    far = claim(2, doc, "9 km off the post", "the post", Relation.AT, ("9",), unit=Unit.KILOMETRE)
    along = claim(3, doc, "along the post", "the post", Relation.ALONG)
    for soft, said in ((near, "say “near” mean less than 10.00 km"), (along, "“Along” has no figure")):
        (finding,) = findings_of([soft, far], [located(soft, AT_TANF), located(far, AT_TANF)])
        assert said in finding.explanation


COMMANDS = (
    "map army.txt -o out",
    "extract --json army.txt",
    "explain out/case.yaml c1",
    "explain out/case.yaml c3",
    "export out/case.yaml -o claims.csv",
    "export out/case.yaml -o claims.geojson",
    "export out/case.yaml -o claims.kml",
)
IN_COPY = f"""
import os, sys
os.chdir(sys.argv[1])
sys.path.insert(0, ".")
from geomap.cli import main
for command in {COMMANDS}:
    sys.argv = ["geomap", *command.split()]
    try:
        main()
    except SystemExit as end:
        if end.code:
            raise
    print(end="\\f")
"""


@pytest.fixture(scope="module")
def checkout(root, tmp_path_factory):
    """A folder with a copy of geomap in which each table has one row more, and what the commands say that were run there."""
    folder = tmp_path_factory.mktemp("checkout")
    copy_of_geomap(root, folder)
    for name, row, before in (("units.py", UNIT_ROW, "    YARD = "), ("relations.py", RELATION_ROW, '    INSIDE = "inside"')):
        path = folder / "geomap" / name
        text = path.read_text(encoding="utf-8")
        assert text.count(before) == 1
        path.write_text(text.replace(before, row + before), encoding="utf-8")
    (folder / "army.txt").write_text(REPORT, encoding="utf-8")
    run = geomap_process(folder, code=IN_COPY)
    assert run.returncode == 0, run.stderr
    return folder, dict(zip(COMMANDS, run.stdout.split("\f"), strict=False))


def test_a_new_unit_and_a_new_relation_are_read(checkout):
    _, said = checkout
    first, second, third = map(json.loads, said["extract --json army.txt"].splitlines())
    assert first["distance_m"] == {"low": 36_000.0, "high": 36_000.0}
    assert second["relation"] == "beyond"
    assert (third["relation"], third["text"]) == ("opposite", "abreast of Azaz")


def test_a_new_unit_and_a_new_relation_are_checked(checkout):
    folder, _ = checkout
    findings = json.loads((folder / "out" / "findings.json").read_text(encoding="utf-8"))["findings"]
    by_claims = {tuple(finding["claims"]): finding for finding in findings if finding["kind"] == "agreement"}
    figures, soft = by_claims["c1", "c2"], by_claims["c1", "c3"]
    assert figures["verdict"] == "contradictory"
    assert figures["margin_m"]["plain"] == pytest.approx(104_000.0, abs=1.0)
    assert any("were at least" in flip["reading"] and flip["unit"] == "kos" for flip in figures["flips"])
    assert soft["verdict"] == "open"
    assert "according to a resident it is opposite " in soft["explanation"]
    assert "“Opposite” has no figure, so it decides nothing on its own." in soft["explanation"]


def test_a_new_unit_and_a_new_relation_are_explained(checkout):
    _, said = checkout
    unit = said["explain out/case.yaml c1"]
    assert "12 kos × 3000 m = 36.000 km" in unit
    assert "kos read as miles" in unit
    relation = said["explain out/case.yaml c3"]
    assert "plain: 0.000 to 5.000 km from " in relation


def test_a_new_relation_is_drawn_soft(checkout):
    folder, _ = checkout
    page = (folder / "out" / "map.html").read_text(encoding="utf-8")
    data = json.loads(page.split('<script type="application/json" id="geomap-data">')[1].split("</script>")[0])
    unit, _, relation = (claim["region"] for claim in data["claims"])
    assert (unit["fuzzy"], len(unit["edges"])) == (False, 1)
    assert (relation["fuzzy"], relation["edges"], relation["label"]["text"]) == (True, [], "opposite")
    assert relation["fades"]


@pytest.mark.parametrize("suffix", ["csv", "geojson", "kml"])
def test_a_new_unit_and_a_new_relation_are_exported(checkout, suffix):
    folder, _ = checkout
    text = (folder / f"claims.{suffix}").read_text(encoding="utf-8")
    if suffix == "csv":
        rows = [(row["relation"], float(row["low_m"] or 0)) for row in csv.DictReader(text.splitlines())]
    elif suffix == "geojson":
        found = [feature["properties"] for feature in json.loads(text)["features"]]
        rows = [(row["relation"], row["low_m"] or 0) for row in found]
    else:
        assert "opposite" in text
        assert "12 kos north of Aleppo" in text
        return
    assert [relation for relation, _ in rows] == ["at", "beyond", "opposite"]
    assert rows[0][1] == pytest.approx(36_000.0)


LANGUAGE = "language"
"""Rules about words make relations and tell them apart; no other stage lists them."""


def _named(path: FilePath, kind: str) -> set[str]:
    """The members of an enumeration that a file names."""
    nodes = ast.walk(ast.parse(path.read_text(encoding="utf-8")))
    return {node.attr for node in nodes if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == kind}


@pytest.mark.parametrize(("kind", "table", "most"), [("Relation", "relations.py", 2), ("Unit", "units.py", 0)])
def test_no_stage_lists_the_members_itself(root, kind, table, most):
    package = root / "geomap"
    members = {"Relation": Relation, "Unit": Unit}[kind].__members__
    for path in sorted(package.rglob("*.py")):
        if path != package / table and LANGUAGE not in path.relative_to(package).parts:
            named = _named(path, kind) & set(members)
            assert len(named) <= most, f"{path.relative_to(package)} names {sorted(named)}; ask the table in {table}"

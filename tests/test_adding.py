"""What docs/architecture.md promises: a relation, a unit, a phrasing, a report format, a kind of finding and a layer are added in the files it names.

Each test copies the package, makes the edits, and runs the copy as a user would.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
from commands import copy_of_geomap


class Grown:
    """A copy of the package that edits are made to."""

    def __init__(self, root: Path, folder: Path) -> None:
        self.folder = folder
        self.edited: set[str] = set()
        copy_of_geomap(root, folder)

    def edit(self, path: str, before: str, after: str) -> None:
        """Replace the one place of a file that reads so."""
        file = self.folder / path
        text = file.read_text(encoding="utf-8")
        assert text.count(before) == 1, f"{path} has {text.count(before)} times {before!r}"
        file.write_text(text.replace(before, after), encoding="utf-8")
        self.edited.add(path)

    def add(self, path: str, text: str) -> None:
        """Write a new file."""
        assert not (self.folder / path).exists()
        (self.folder / path).write_text(text, encoding="utf-8")
        self.edited.add(path)

    def geomap(self, *arguments: str) -> str:
        """What the command prints."""
        run = subprocess.run(
            [sys.executable, "-m", "geomap", *arguments],
            cwd=self.folder,
            env={**os.environ, "PYTHONPATH": str(self.folder)},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert run.returncode == 0, run.stderr
        return run.stdout

    def claims(self, text: str) -> list[dict[str, object]]:
        """The claims of one report."""
        (self.folder / "report.txt").write_text(text, encoding="utf-8")
        return [json.loads(line) for line in self.geomap("extract", "report.txt", "--json").splitlines()]


@pytest.fixture
def grown(root: Path, tmp_path: Path) -> Grown:
    return Grown(root, tmp_path)


@pytest.fixture
def promised(root: Path):
    """The files that the page names for an addition, by its row in the table."""
    text = (root / "docs" / "architecture.md").read_text(encoding="utf-8")

    def files(what: str) -> set[str]:
        row = next(line for line in text.splitlines() if line.startswith(f"| {what} |"))
        return {f"geomap/{name}" for name in re.findall(r"`([\w/]+\.(?:py|js))`", row)}

    return files


def test_a_relation(grown, promised):
    grown.edit(
        "geomap/relations.py",
        '    ALONG = (\n        "along",',
        '    FACING = (\n        "facing",\n'
        '        RelationTraits(limit=Limit.POLICY, phrases=("abreast of",), words="facing {place}", policy_length="along_m"),\n    )\n'
        '    ALONG = (\n        "along",',
    )
    (claim,) = grown.claims("The camp stood abreast of Aleppo.")
    assert (claim["relation"], claim["anchors"][0]["name"]) == ("facing", "Aleppo")
    assert grown.edited == promised("relation")


def test_a_unit(grown, promised):
    row = '    PARASANG = "parasang", UnitTraits(metres=5500.0, word="parasang", words="parasangs", plural=("parasangs",))\n'
    grown.edit("geomap/units.py", "    KILOMETRE = ", f"{row}    KILOMETRE = ")
    (claim,) = grown.claims("The camp stood 4 parasangs north of Aleppo.")
    assert claim["distance_m"] == {"low": 22_000.0, "high": 22_000.0}
    assert grown.edited == promised("unit")


def test_a_phrasing(grown, promised):
    grown.edit("geomap/relations.py", '"beside", ', '"beside", "hard by", ')
    (claim,) = grown.claims("The camp stood hard by Aleppo.")
    assert (claim["relation"], claim["anchors"][0]["name"]) == ("near", "Aleppo")
    assert grown.edited <= promised("phrasing")


def test_a_report_format(grown, promised):
    grown.edit(
        "geomap/readers/formats.py",
        "PARSERS: Mapping[str, Parser] = {",
        "def parse_telegram(data: bytes, source: str) -> Parsed:\n"
        '    """Messages with lines that end in STOP."""\n'
        '    return Parsed(documents=(document_of(decode(data, source).text.replace(" STOP", "."), source, {}),))\n\n\n'
        'PARSERS: Mapping[str, Parser] = {\n    ".tlg": parse_telegram,',
    )
    (grown.folder / "wire.tlg").write_text("The convoy was hit 20 km north of Aleppo STOP\n", encoding="utf-8")
    (claim,) = (json.loads(line) for line in grown.geomap("extract", "wire.tlg", "--json").splitlines())
    assert claim["text"] == "20 km north of Aleppo"
    assert grown.edited == promised("report format")


def test_a_kind_of_finding(grown, promised):
    grown.edit(
        "geomap/model/finding.py",
        '    JOINT = "joint"\n',
        '    SILENCE = "silence"\n    """A claim that nobody is named for."""\n    JOINT = "joint"\n',
    )
    grown.add(
        "geomap/checks/silence.py",
        "from geomap.model import Finding, FindingKind, Verdict\n\n\n"
        "def check_silence(evidence):\n"
        "    for item in evidence:\n"
        "        if item.claim.speaker is None:\n"
        "            yield Finding(id='', kind=FindingKind.SILENCE, claims=(item.claim,), verdict=Verdict.OPEN, explanation='Nobody is named.')\n",
    )
    grown.edit(
        "geomap/checks/__init__.py", "from geomap.checks.units", "from geomap.checks.silence import check_silence\nfrom geomap.checks.units"
    )
    grown.edit(
        "geomap/checks/__init__.py",
        "    FindingKind.UNITS: ",
        "    FindingKind.SILENCE: lambda asked: check_silence(asked.evidence),\n    FindingKind.UNITS: ",
    )
    (grown.folder / "report.txt").write_text("The convoy was hit 20 km north of Aleppo.", encoding="utf-8")
    grown.geomap("map", "report.txt", "-o", "out")
    (finding,) = json.loads((grown.folder / "out" / "findings.json").read_text(encoding="utf-8"))["findings"]
    assert (finding["kind"], finding["explanation"]) == ("silence", "Nobody is named.")
    assert '"silence"' in (grown.folder / "out" / "map.html").read_text(encoding="utf-8")
    assert grown.edited == promised("kind of finding") | {"geomap/checks/silence.py"}


def test_a_layer(grown, promised, chromium):
    from playwright.sync_api import sync_playwright

    grown.edit(
        "geomap/maps/payload.py",
        '        "feasible": ',
        '        "poles": [{"name": "North Pole", "at": [90.0, 0.0], "kind": "pole", "country": None}],\n        "feasible": ',
    )
    grown.edit(
        "geomap/maps/assets/layers.js",
        "const LAYERS = [\n",
        "const LAYERS = [\n  {\n    name: 'poles', title: 'Poles', under: 'Places', on: true, swatch: ['dot', INK],\n"
        "    items: data.poles, draw: (places) => placesOf(places, () => 'named'),\n  },\n",
    )
    (grown.folder / "report.txt").write_text("The convoy was hit 20 km north of Aleppo.", encoding="utf-8")
    grown.geomap("map", "report.txt", "-o", "out")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        page = browser.new_page(viewport={"width": 1200, "height": 800})
        page.goto((grown.folder / "out" / "map.html").as_uri())
        page.wait_for_function("document.documentElement.dataset.ready === 'true'")
        assert page.get_by_text("Poles", exact=True).count() == 1
        assert page.locator(".place-name", has_text="North Pole").count() == 1
        browser.close()
    assert grown.edited == promised("layer")

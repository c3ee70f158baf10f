"""The public surface: which names there are, where they are at home, that they are explained, and that importing them stays light."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import folium
import geopandas
import pytest

import geomap

PUBLIC = """
_version: __version__
case: Case Result
errors: CaseFileError ChoiceError GazetteerError GeomapError InputError MissingExtraError ReportError UsageError
gazetteer: Gazetteer
language: extract
model: Claim Event Finding Location Mention Place Reading Region Report Span
policy: Policy
readers: read
relations: Relation
units: Interval Unit
"""
"""What users may rely on, and the module that has it: to be changed only with a word in the README."""
HOMES = {
    name: f"geomap.{home}" for home, _, names in (line.partition(": ") for line in PUBLIC.split("\n") if line) for name in names.split()
}


def test_the_public_names_are_these():
    assert sorted(geomap.__all__) == sorted(HOMES)
    assert dir(geomap) == sorted(HOMES)


@pytest.mark.parametrize(("name", "home"), HOMES.items())
def test_a_public_name_is_at_home_where_it_is_said_to_be(name, home):
    assert getattr(geomap, name) is getattr(import_module(home), name)


@pytest.mark.parametrize("name", sorted({*HOMES} - {"__version__"}))
def test_a_public_name_is_explained(name):
    told = getattr(geomap, name).__doc__
    assert told is not None
    # A dataclass without a docstring gets its signature for one.
    assert not told.startswith(f"{name}(")
    assert told.partition("\n")[0].endswith(".")


def test_type_checkers_see_the_same_names():
    tree = ast.parse(Path(geomap.__file__).read_text(encoding="utf-8"))
    blocks = [node for node in tree.body if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"]
    seen = [
        (alias.name, alias.asname, node.module)
        for block in blocks
        for node in block.body
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    ]
    # `import X as X` is what makes a name public in the eyes of a type checker.
    assert sorted(seen) == sorted((name, name, home) for name, home in HOMES.items())


def test_unknown_name():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        geomap.nothing  # noqa: B018


def loaded_by(code):
    """What a fresh process has loaded after some code: modules of geomap, and packages that are not Python's own."""
    listing = "; import json; print(json.dumps(sorted(sys.modules)))"
    bare, full = (
        set(json.loads(subprocess.run([sys.executable, "-c", each + listing], capture_output=True, text=True, check=True).stdout))
        for each in ("import sys", "import sys; " + code)
    )
    fresh = full - bare
    return (
        {name for name in fresh if name.startswith("geomap.")},
        {name.partition(".")[0] for name in fresh} - {"geomap", *sys.stdlib_module_names},
    )


def test_importing_geomap_loads_nothing_else():
    assert loaded_by("import geomap") == (set(), set())


def test_light_names_load_nothing_heavy():
    modules, packages = loaded_by("import geomap as gm; gm.Report, gm.Policy, gm.Relation, gm.Interval, gm.GeomapError")
    assert {module.split(".")[1] for module in modules} == {"errors", "model", "policy", "relations", "units"}
    assert packages == set()


def test_the_readmes_example_runs_as_it_stands(root, tmp_path, monkeypatch):
    example = re.search(r"### In Jupyter\n\n```python\n(.+?)```", (root / "README.md").read_text(encoding="utf-8"), re.DOTALL)
    assert example
    (tmp_path / "seeds").symlink_to(root / "seeds")
    monkeypatch.chdir(tmp_path)
    names = {}
    shown = []
    for node in ast.parse(example[1]).body:
        if isinstance(node, ast.Expr):
            shown.append(eval(ast.unparse(node), names))  # noqa: S307  (our own README)
        else:
            exec(ast.unparse(node), names)  # noqa: S102
    table, drawn, claims, located, said, again, saved = shown
    assert "17.7 km" in table._repr_html_()
    assert isinstance(drawn, folium.Map)
    assert isinstance(claims, geopandas.GeoDataFrame)
    assert "al-Shamiyah" in list(located["name"])
    assert len(said) == len(claims)
    assert isinstance(again, geomap.Result)
    assert saved.stat().st_size


def test_errors_can_be_caught_as_their_builtins():
    from geomap import errors

    assert issubclass(errors.InputError, ValueError)
    assert issubclass(errors.ChoiceError, LookupError)
    assert issubclass(errors.MissingExtraError, ImportError)
    error = errors.ReportError("is empty", source="a.txt", place="line 3", mend="write something")
    assert str(error) == "a.txt, line 3: is empty; write something"
    assert (error.source, error.place) == ("a.txt", "line 3")

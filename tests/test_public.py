"""The public surface: what it names exists, and importing it stays light."""

from __future__ import annotations

import subprocess
import sys

import pytest

import geomap


def test_every_public_name_is_there():
    assert geomap.__all__ == sorted(geomap.__all__)
    for name in geomap.__all__:
        assert getattr(geomap, name) is not None
    assert set(dir(geomap)) == set(geomap.__all__)


def test_unknown_name():
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        geomap.nothing  # noqa: B018


def test_import_loads_nothing_heavy():
    code = "import sys, geomap; print(sorted({'geopandas','folium','pandas','numpy','pyproj','shapely','typer','yaml'} & set(sys.modules)))"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_errors_can_be_caught_as_their_builtins():
    from geomap import errors

    assert issubclass(errors.InputError, ValueError)
    assert issubclass(errors.ChoiceError, LookupError)
    assert issubclass(errors.MissingExtraError, ImportError)
    error = errors.ReportError("is empty", source="a.txt", place="line 3", mend="write something")
    assert str(error) == "a.txt, line 3: is empty; write something"
    assert (error.source, error.place) == ("a.txt", "line 3")

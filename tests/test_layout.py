"""Tests, benchmarks and evaluation stand apart, and what they ask geomap for is there."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
FOLDERS = ("tests", "benchmarks", "evaluation", "data", "docs")


def files_of(folder: str) -> list[Path]:
    return sorted((ROOT / folder).rglob("*.py"))


def imports_of(path: Path) -> Iterator[tuple[str, str | None]]:
    """Modules that a file imports anywhere, each with the name that is taken from it."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((alias.name, None) for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from ((node.module, alias.name) for alias in node.names)


def strangers(own: str) -> set[str]:
    """The modules of the other folders."""
    return {path.stem for folder in FOLDERS if folder != own for path in files_of(folder)} | {*FOLDERS} - {own}


@pytest.mark.parametrize("folder", FOLDERS)
def test_folders_import_nothing_of_each_other(folder):
    foreign = strangers(folder) - {path.stem for path in files_of(folder)}
    assert files_of(folder)
    assert not [(path.name, module) for path in files_of(folder) for module, _ in imports_of(path) if module.split(".")[0] in foreign]


@pytest.mark.parametrize("path", [path for folder in FOLDERS[1:] for path in files_of(folder)], ids=lambda path: path.stem)
def test_what_a_script_takes_from_geomap_is_there(path):
    for module, name in imports_of(path):
        if module.split(".")[0] == "geomap":
            found = import_module(module)
            assert name is None or hasattr(found, name) or import_module(f"{module}.{name}")


@pytest.mark.parametrize("path", files_of("tests"), ids=lambda path: str(path.relative_to(ROOT / "tests")))
def test_a_test_lies_in_a_room_of_the_code(path):
    """So that tests/ can be read beside geomap/; what crosses all rooms lies on top."""
    room = path.parent.relative_to(ROOT / "tests")
    assert (ROOT / "geomap" / room).is_dir() or (ROOT / "geomap" / room).with_suffix(".py").exists()

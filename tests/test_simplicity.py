"""Functions that can be seen through at once: none has many ways through it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

import geomap

ROOT = Path(geomap.__file__).parent
MOST_WAYS = 15

Function = ast.FunctionDef | ast.AsyncFunctionDef


def ways(function: Function) -> int:
    """How many ways lead through a function: one, and one more a branch, loop, handler, case, and further operand of `and` or `or`.

    Functions and classes inside it count for themselves.
    """
    return 1 + sum(_forks(node) for node in _inside(function))


def _inside(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if not isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            yield child
            yield from _inside(child)


def _forks(node: ast.AST) -> int:
    match node:
        case ast.If() | ast.IfExp() | ast.For() | ast.AsyncFor() | ast.While() | ast.ExceptHandler() | ast.match_case():
            return 1
        case ast.comprehension():
            return 1 + len(node.ifs)
        case ast.BoolOp():
            return len(node.values) - 1
        case _:
            return 0


def functions(node: ast.AST, name: str) -> Iterator[tuple[str, Function]]:
    """All functions of a module or class, each with its name behind those of what it stands in."""
    for child in ast.iter_child_nodes(node):
        inner = f"{name}.{child.name}" if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)) else name
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield inner, child
        yield from functions(child, inner)


@pytest.fixture(scope="module")
def manifold() -> dict[str, int]:
    """The functions of geomap with too many ways, and how many."""
    found = {}
    for path in sorted(ROOT.rglob("*.py")):
        module = path.relative_to(ROOT).with_suffix("").as_posix()
        for name, function in functions(ast.parse(path.read_text(encoding="utf-8")), module):
            if ways(function) > MOST_WAYS:
                found[name] = ways(function)
    return found


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("return x", 1),
        ("return x and y and z", 3),
        ("return x if y else z", 2),
        ("if x:\n  return y\nelif y:\n  return z", 3),
        ("for a in x:\n  while a:\n    a = f(a)", 3),
        ("return [a for a in x if a for b in a if b if not a]", 6),
        ("try:\n  x()\nexcept KeyError:\n  pass\nexcept OSError:\n  pass", 3),
        ("match x:\n  case 1:\n    return y\n  case _:\n    return z", 3),
        ("return sorted(x, key=lambda a: a or b)", 2),
        ("def g():\n  return x or y\nreturn g", 1),
    ],
)
def test_how_ways_are_counted(body, expected):
    source = "def f(x):\n" + "\n".join(f"  {line}" for line in body.splitlines())
    (function,) = ast.parse(source).body
    assert ways(function) == expected


def test_functions_are_found_wherever_they_stand():
    source = "class A:\n  def f(self):\n    def g():\n      pass\nif True:\n  async def h():\n    pass\n"
    assert [name for name, _ in functions(ast.parse(source), "m")] == ["m.A.f", "m.A.f.g", "m.h"]


def test_no_function_has_more_ways_than_can_be_seen_at_once(manifold):
    assert manifold == {}

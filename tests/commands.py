"""Commands, run as a user runs them: in this process, which spares the start of a new one, or in a process of their own."""

from __future__ import annotations

import gc
import io
import os
import shutil
import subprocess
import sys
import warnings
from contextlib import chdir
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from geomap.cli import main

ROOT = Path(__file__).resolve().parent.parent


class Run(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


def geomap(*args, stdin="", env=None, cwd="."):
    """What a command does; each warning is a line on stderr, as it would be in a process of its own."""
    given = io.TextIOWrapper(io.BytesIO(stdin if isinstance(stdin, bytes) else stdin.encode()), encoding="utf-8")
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8") for _ in range(2))
    thresholds = gc.get_threshold()
    with (
        patch.multiple(sys, argv=["geomap", *map(str, args)], stdin=given, stdout=out, stderr=err),
        patch.dict(os.environ, {"COLUMNS": "200", **(env or {})}),
        chdir(cwd),
        warnings.catch_warnings(),
    ):
        warnings.simplefilter("default")
        warnings.showwarning = lambda message, category, *_: err.write(f"{category.__name__}: {message}\n")
        try:
            main()
            status = 0
        except SystemExit as end:
            status = end.code or 0
        finally:
            gc.set_threshold(*thresholds)
        for stream in (out, err):
            stream.flush()
    return Run(status, out.buffer.getvalue().decode(), err.buffer.getvalue().decode())


def geomap_process(*args, stdin=None, env=None, code=None):
    """The same in a process of its own; `code` is run instead of ``python -m geomap``."""
    start = ["-m", "geomap"] if code is None else ["-c", code]
    return subprocess.run(
        [sys.executable, *start, *map(str, args)],
        input=stdin,
        capture_output=True,
        encoding="utf-8",
        check=False,
        env={**os.environ, "COLUMNS": "200", **(env or {})},
    )


def copy_of_geomap(root, folder):
    """Copy the package to a folder, to be edited there; what is compiled of it goes along, and holds for the files that stay as they are."""
    shutil.copytree(root / "geomap", folder / "geomap", ignore=shutil.ignore_patterns("*.pyc.*"))  # those are still being written
    (folder / "data").symlink_to(root / "data", target_is_directory=True)


def script(path, *args):
    """What a script of the checkout prints; it must succeed, and say nothing on stderr."""
    run = subprocess.run([sys.executable, str(ROOT / path), *map(str, args)], capture_output=True, encoding="utf-8", check=False)
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


def one_line_on_stderr(run):
    lines = [line for line in run.stderr.splitlines() if line.strip()]
    assert len(lines) == 1, run.stderr
    assert "Traceback" not in run.stderr
    return lines[0]

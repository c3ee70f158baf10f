"""Commands, run as a user runs them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def geomap(*args, stdin=None, cwd=None, raw=False):
    text = None if raw else "utf-8"
    return subprocess.run(
        [sys.executable, "-m", "geomap", *map(str, args)],
        input=stdin,
        capture_output=True,
        encoding=text,
        cwd=cwd,
        check=False,
        env={**os.environ, "COLUMNS": "200"},
    )


def script(path, *args):
    """What a script of the checkout prints; it must succeed, and say nothing on stderr."""
    root = Path(__file__).resolve().parent.parent
    run = subprocess.run(
        [sys.executable, "-W", "error", str(root / path), *map(str, args)], capture_output=True, encoding="utf-8", check=False
    )
    assert (run.returncode, run.stderr) == (0, "")
    return run.stdout


def one_line_on_stderr(run):
    lines = [line for line in run.stderr.splitlines() if line.strip()]
    assert len(lines) == 1, run.stderr
    assert "Traceback" not in run.stderr
    return lines[0]

"""geomap as a command, run as a user runs it."""

from __future__ import annotations

import os
import subprocess
import sys


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


def one_line_on_stderr(run):
    lines = [line for line in run.stderr.splitlines() if line.strip()]
    assert len(lines) == 1, run.stderr
    assert "Traceback" not in run.stderr
    return lines[0]

"""The command line: parse, call, print. Results go to stdout, progress and notes to stderr.

Arguments come in; printed results, files and an exit status go out.
It works nothing out: what it prints, the case has said.
"""

from __future__ import annotations

from geomap.cli.app import main

__all__ = ["main"]

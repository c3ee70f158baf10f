"""The command line: parse, call, print. Results go to stdout, progress and notes to stderr.

Exit status: 0 done; 1 the condition of --fail-on is met; 2 bad input or usage, nothing done; 3 done, but some inputs could not be read or some
names not be asked online.
"""

from __future__ import annotations

import gc
import sys
from typing import Annotated

import typer

from geomap._version import __version__
from geomap.cli import localities, places, reports
from geomap.cli.printing import fail
from geomap.errors import GeomapError

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Map the spatial claims of reports, and check them.",
)
app.add_typer(reports.app)
app.add_typer(localities.app)
app.add_typer(places.app, name="places")


def main() -> None:
    """Run the command line; what goes wrong on purpose becomes one line on stderr and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    # Records are trees, which reference counting frees. The collector finds nothing in them, and takes up to a third of a long reading.
    gc.set_threshold(100_000, 20, 100)
    try:
        app(standalone_mode=True)
    except GeomapError as error:
        fail(str(error))
    except BrokenPipeError:
        # The reader of a pipe went away, as `head` does; that is no error of ours.
        sys.stderr.close()
        raise SystemExit(0) from None
    except KeyboardInterrupt:
        fail("stopped", status=130)
    except OSError as error:
        fail(f"{error.filename or 'the system'}: {error.strerror or error}")


@app.callback(invoke_without_command=True)
def _root(*, version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        typer.echo(f"geomap {__version__}")
        raise typer.Exit

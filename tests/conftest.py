"""What the tests share: the reference material, a gazetteer built once, and a browser where there is one."""

from __future__ import annotations

import gc
import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

from geomap.gazetteer import Gazetteer

# On a busy machine a fair example may take long; what must be quick has a test of its own that counts the work.
settings.register_profile("geomap", deadline=None)
settings.load_profile("geomap")

# As the command does: there is much that stays, and looking through it for garbage again and again takes a tenth of the time.
gc.set_threshold(100_000, 20, 100)

# Commands in processes of their own find the package compiled, and the next run the tests, also where the environment says otherwise:
# to compile it all takes longer than what most of them do.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
sys.dont_write_bytecode = False

ROOT = Path(__file__).resolve().parent.parent


def _missing(what: str) -> None:
    """Skip with a reason on a user's machine; fail where everything must run."""
    if os.environ.get("CI"):
        pytest.fail(f"{what} is missing")
    pytest.skip(f"{what} is missing")


@pytest.fixture(scope="session")
def root() -> Path:
    """The top of the checkout."""
    return ROOT


@pytest.fixture(scope="session")
def shared() -> Path:
    """The reference material beside the checkout: source documents, incidents, gold sets."""
    path = ROOT.parent / "shared"
    if not path.is_dir():
        _missing("the reference material beside the checkout (../shared)")
    return path


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    """The whole gazetteer."""
    with Gazetteer.open() as opened:
        yield opened


@pytest.fixture(scope="session")
def chromium() -> str:
    """Path of a Chromium."""
    path = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if path is None:
        _missing("Chromium")
    return str(path)

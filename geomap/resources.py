"""Where the reference tables are: in the wheel beside the code, in a checkout at the top."""

from __future__ import annotations

from pathlib import Path


def data_path(name: str) -> Path:
    """Path of a file in ``data/``.

    Raises FileNotFoundError where the installation is incomplete.
    """
    here = Path(__file__).resolve().parent
    for folder in (here / "data", here.parent / "data"):
        path = folder / name
        if path.exists():
            return path
    msg = f"{name} is not among geomap's data files; reinstall geomap"
    raise FileNotFoundError(msg)

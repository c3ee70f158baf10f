"""Copy Leaflet, which every map page carries inside, from the npm package leaflet to geomap/maps/assets/leaflet/.

Run ``python data/build_leaflet.py`` where npm is installed; the package is fetched by name and version and checked against the digest
below. SHA256SUMS, beside the copies, is what ``sha256sum --check`` reads.
"""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from pathlib import Path

from packages import fetch_npm

PACKAGE = "leaflet@1.9.4"
DIGEST = "nxS1ynzJOmOlHp+iL3FyWqK89GtNL8U8rvlMOsQdTTssxZwCXh8N2NB3GDQOL+YR3XnWyZAxwQixURb+FA74PA=="
"""SHA-512 of the package's archive, base64."""
IMAGES = ("layers.png", "layers-2x.png", "marker-icon.png", "marker-icon-2x.png", "marker-shadow.png")
FILES = {
    "LICENSE": "LICENSE",
    "leaflet.css": "dist/leaflet.css",
    "leaflet.js": "dist/leaflet.js",
    **{f"images/{name}": f"dist/images/{name}" for name in IMAGES},
}
"""Where each copy is in the package."""
TARGET = Path(__file__).resolve().parent.parent / "geomap" / "maps" / "assets" / "leaflet"


def main() -> None:
    """Write the files."""
    (TARGET / "images").mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        package = fetch_npm(PACKAGE, DIGEST, Path(folder))
        for name, origin in FILES.items():
            shutil.copyfile(package / origin, TARGET / name)
    sums = "".join(f"{hashlib.sha256((TARGET / name).read_bytes()).hexdigest()}  {name}\n" for name in sorted(FILES))
    (TARGET / "SHA256SUMS").write_text(sums, encoding="utf-8")
    print(sums, end="")


if __name__ == "__main__":
    main()

"""Build airports.csv from the PyPI package airportsdata.

Run ``python data/build_airports.py`` where geomap is installed; the package is fetched by name and version and checked against the digest
below. The same package gives the same bytes.

Kept are airports with an IATA code, military ones, and all with a name outside the four countries that list every private strip.
Their codes are no names of theirs: ALP, SAH and DAM are words too.
"""

from __future__ import annotations

import csv
import io
import re
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

from build import HERE, Row, clean, joined, write
from packages import fetch_wheel

PACKAGE = "airportsdata==20260905"
DIGEST = "d7eaa9a57d373b0adaaae0d52da2af0bb0edf73f7baa170f7c415d3342bf4868"
"""SHA-256 of the package's wheel."""
EXTENT_M = 3000
"""Radius that an airport is taken to have: runways are up to 5 km long."""
SOURCE = "airportsdata"
PRIVATE = frozenset(("US", "CA", "AU", "BR"))
MILITARY = re.compile(r"(?i)\b(?:air ?base|afb|air force|army|naval|military|raf|mcas|nas)\b")
NONE = re.compile(r"(?i)\b(?:heliport|seaplane|private|closed)\b")


def main() -> None:
    """Write the file."""
    with tempfile.TemporaryDirectory() as folder:
        rows = [row_of(airport) for airport in airports(fetch_wheel(PACKAGE, DIGEST, Path(folder))) if is_kept(airport)]
    rows.sort(key=lambda row: (row["country"], row["id"]))
    write(HERE / "airports.csv", rows)
    print(f"airports.csv {(HERE / 'airports.csv').stat().st_size:,} bytes, {len(rows)} airports")


def airports(wheel: Path) -> Iterator[dict[str, str]]:
    """The rows of the package's table."""
    with zipfile.ZipFile(wheel) as archive, archive.open("airportsdata/airports.csv") as lines:
        yield from csv.DictReader(io.TextIOWrapper(lines, encoding="utf-8", newline=""))


def is_kept(airport: dict[str, str]) -> bool:
    """Whether reports may well speak of an airport."""
    known = airport["iata"] or airport["country"] not in PRIVATE or MILITARY.search(airport["name"])
    return bool(known and airport["name"] and not NONE.search(airport["name"]))


def row_of(airport: dict[str, str]) -> Row:
    """The row of an airport: also called after its city, as reports do."""
    name, city = clean(airport["name"]), clean(airport["city"].split(",")[0])
    military = MILITARY.search(name) is not None
    after_city = [f"{city} Air Base" if military else f"{city} Airport"] if city else []
    plain = re.sub(r"(?i)\b(?:international|regional|municipal|domestic) (?=airport)", "", name)
    return {
        "id": f"icao:{airport['icao']}",
        "name": name,
        "alternates": joined([plain, *after_city], but=name),
        "kind": "military base" if military else "airport",
        "country": airport["country"],
        "admin1": "",
        "lon": round(float(airport["lon"]), 4),
        "lat": round(float(airport["lat"]), 4),
        "extent_m": EXTENT_M,
        "source": SOURCE,
    }


if __name__ == "__main__":
    main()

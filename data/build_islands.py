"""Build islands.csv: first-level divisions that are one island, with names that say so ("Hainan Island") beside their others.

Run ``python data/build_islands.py`` after build.py has written divisions.npz and divisions.csv; it needs nothing else. A division is an
island where it borders on no other and nine tenths of its land are in one piece.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator

import shapely
from build import HERE, Row, joined, write

from geomap.areas.boundaries import Boundaries, divisions, solitary

LEAST_SHARE = 0.9
SAID = frozenset("island islands isle atoll cay cays isla northern and".split())
"""Words of names that say so already, or are none of an island."""


def main() -> None:
    """Write the file."""
    with (HERE / "divisions.csv").open(encoding="utf-8", newline="") as lines:
        rows = {row["id"]: row for row in csv.DictReader(lines)}
    found = [with_name(rows[each]) for each in sorted(islands(divisions())) if each in rows]
    write(HERE / "islands.csv", found)
    print(f"islands.csv {(HERE / 'islands.csv').stat().st_size:,} bytes, {len(found)} islands")


def with_name(row: Row) -> Row:
    """The row of a division with one more name."""
    return {**row, "alternates": joined([f"{row['name']} Island", *row["alternates"].split("|")], but=row["name"])}


def islands(world: Boundaries) -> Iterator[str]:
    """The ids of the divisions that are one island, and are neither a whole country nor called an island already."""
    world = world.where(solitary(world))
    for place_id, name, state, polygon in zip(world.ids, world.names, world.states, world.polygons, strict=True):
        areas = shapely.area(shapely.get_parts(polygon))
        if areas.max() >= LEAST_SHARE * areas.sum() and name != state and SAID.isdisjoint(str(name).lower().split()):
            yield str(place_id)


if __name__ == "__main__":
    main()

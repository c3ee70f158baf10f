"""Build lines.csv: the borders of each two countries and the coasts of each, as places with a point and an extent.

Run ``python data/build_lines.py`` after build.py has written divisions.npz and countries.csv; it needs nothing else. The lines themselves
come from divisions.npz (`geomap.areas.boundaries.borders` and `coasts`).
"""

from __future__ import annotations

import csv
import math

import numpy as np
import shapely
from build import HERE, NATURAL_EARTH_10M, Row, joined, write
from shapely.geometry.base import BaseGeometry

from geomap.areas.boundaries import borders, coasts, divisions
from geomap.geometry.geodesy import distances_m


def main() -> None:
    """Write the file."""
    with (HERE / "countries.csv").open(encoding="utf-8", newline="") as lines:
        names = {row["country"]: row["name"] for row in csv.DictReader(lines)}
    world = divisions()
    codes = dict(zip(world.states.tolist(), world.countries.tolist(), strict=True))
    shared: dict[tuple[str, str], list[BaseGeometry]] = {}
    for line in borders(world):
        a, b = sorted((codes[line.between[0]], codes[line.between[1]]))
        if a and b and a != b:
            shared.setdefault((a, b), []).append(line.geometry)
    rows = [border_row(a, b, shapely.union_all(parts), names) for (a, b), parts in shared.items()]
    shores: dict[str, list[BaseGeometry]] = {}
    for state, line in coasts(world).items():
        if codes[state]:
            shores.setdefault(codes[state], []).append(line)
    rows += [row_of("coast", code, f"coast of {names[code]}", shapely.union_all(parts), country=code) for code, parts in shores.items()]
    rows.sort(key=lambda row: row["id"])
    write(HERE / "lines.csv", rows)
    print(f"lines.csv {(HERE / 'lines.csv').stat().st_size:,} bytes, {len(shared)} borders, {len(shores)} coasts")


def border_row(a: str, b: str, line: BaseGeometry, names: dict[str, str]) -> Row:
    """The row of a border, of which neither country is the one that it lies in."""
    alternates = joined((f"{one}-{other} border" for one, other in ((names[a], names[b]), (names[b], names[a]))), but="")
    return row_of("border", f"{a}-{b}", f"border of {names[a]} and {names[b]}", line, alternates=alternates)


def row_of(kind: str, codes: str, name: str, line: BaseGeometry, *, alternates: str = "", country: str = "") -> Row:
    """The row of a line: its point is the middle of its longest part, its extent reaches from there to the farthest vertex."""
    whole = shapely.line_merge(line) if line.geom_type == "MultiLineString" else line
    longest = max(shapely.get_parts(whole), key=lambda part: part.length)
    middle = shapely.get_coordinates(shapely.line_interpolate_point(longest, 0.5, normalized=True))[0]
    lon, lat = (round(float(value), 4) for value in middle)
    vertices = shapely.get_coordinates(line)
    farthest = float(np.max(distances_m((lon, lat), vertices[:, 0], vertices[:, 1])))
    return {
        "id": f"{kind}:{codes}",
        "name": name,
        "alternates": alternates,
        "kind": kind,
        "country": country,
        "admin1": "",
        "lon": lon,
        "lat": lat,
        "extent_m": math.ceil(farthest / 100) * 100,
        "source": NATURAL_EARTH_10M,
    }


if __name__ == "__main__":
    main()

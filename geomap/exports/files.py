"""Results for other programs: GeoDataFrame, GeoJSON, GeoPackage, KML and CSV."""

from __future__ import annotations

import json
import math
import os
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import shapely
from shapely.geometry.base import BaseGeometry

from geomap.areas.outlines import outline_of
from geomap.errors import UsageError
from geomap.exports.geometries import DIGITS, geojson_geometry, split
from geomap.model import Analysis, Claim, Region
from geomap.writing import appearing

if TYPE_CHECKING:
    import geopandas

CRS = "OGC:CRS84"


def claims_table(analysis: Analysis) -> list[dict[str, Any]]:
    """One row a claim with its words and numbers, and its outer region as a shapely geometry (None where it has none)."""
    return [{**_row(item.claim, item.region), "geometry": _geometry(item.region)} for item in analysis.evidence]


def _row(claim: Claim, region: Region | None) -> dict[str, Any]:
    literal = claim.literal_distance
    report = claim.span.report
    return {
        "claim": claim.id,
        "report": report.id,
        "title": report.title,
        "publisher": report.publisher,
        "published": report.published.isoformat() if report.published else None,
        "speaker": claim.speaker.text if claim.speaker else None,
        "stance": claim.stance.value,
        "quote": claim.span.text,
        "sentence": claim.sentence.text,
        "start": claim.span.start,
        "end": claim.span.end,
        "relation": claim.relation.value,
        "anchor": claim.anchors[0].span.text if claim.anchors else None,
        "place": region.anchor.name if region else None,
        "place_id": region.anchor.id if region else None,
        "low_m": literal.low if literal else None,
        "high_m": _finite(literal.high) if literal else None,
        "outer_low_m": _finite(region.outer.low) if region else None,
        "outer_high_m": _finite(region.outer.high) if region else None,
        "bearing": claim.bearing,
        "target": claim.target.text if claim.target else None,
        "date": claim.when.isoformat() if claim.when else None,
        "event": claim.event,
    }


def _finite(value: float) -> float | None:
    return value if math.isfinite(value) else None


def _geometry(region: Region | None) -> BaseGeometry | None:
    """The outer bound, split at the antimeridian; "more than" is drawn out to three times its distance."""
    if region is None:
        return None
    limit = 3 * region.plain.low if math.isinf(region.plain.high) and region.plain.low > 0 else None
    return split(outline_of(region, "outer", limit_m=limit))


def claims_frame(analysis: Analysis) -> geopandas.GeoDataFrame:
    """The claims as a GeoDataFrame in OGC:CRS84, one row a claim."""
    import geopandas  # noqa: PLC0415  (slow to import, needed here only)

    rows = claims_table(analysis)
    columns = list(_COLUMNS)
    return geopandas.GeoDataFrame(rows, columns=[*columns, "geometry"], geometry="geometry", crs=CRS)


def located_frame(analysis: Analysis) -> geopandas.GeoDataFrame:
    """Where claims leave room for names that no gazetteer has, and for events, as a GeoDataFrame in OGC:CRS84, one row an area.

    An area without a limit outward has no size; it is drawn as far as `limit_m` from what its first claim is measured from.
    """
    import geopandas  # noqa: PLC0415  (slow to import, needed here only)

    rows = [
        {
            "name": each.name,
            "event": each.event,
            "claims": ", ".join(each.claims),
            "rests_on": ", ".join(each.rests_on),
            "area_km2": each.area_km2,
            "limit_m": each.limit_m,
            "why": each.why,
            "geometry": split(each.area),
        }
        for each in analysis.located
    ]
    return geopandas.GeoDataFrame(rows, columns=_LOCATED_COLUMNS, geometry="geometry", crs=CRS)


_LOCATED_COLUMNS = ["name", "event", "claims", "rests_on", "area_km2", "limit_m", "why", "geometry"]
_COLUMNS = (
    "claim",
    "report",
    "title",
    "publisher",
    "published",
    "speaker",
    "stance",
    "quote",
    "sentence",
    "start",
    "end",
    "relation",
    "anchor",
    "place",
    "place_id",
    "low_m",
    "high_m",
    "outer_low_m",
    "outer_high_m",
    "bearing",
    "target",
    "date",
    "event",
)


def geojson(analysis: Analysis) -> str:
    """The claims as GeoJSON text (RFC 7946): exterior rings counter-clockwise, cut at the antimeridian, WGS84 without a crs member."""
    features = []
    for row in claims_table(analysis):
        geometry = row.pop("geometry")
        features.append({"type": "Feature", "id": row["claim"], "properties": row, "geometry": geojson_geometry(geometry)})
    return json.dumps({"type": "FeatureCollection", "features": features}, ensure_ascii=False, allow_nan=False, indent=1) + "\n"


def save(analysis: Analysis, path: str | os.PathLike[str]) -> Path:
    """Write the claims to a file whose suffix names the format: .geojson, .gpkg, .kml or .csv.

    The file appears whole or not at all. Raises UsageError for another suffix.
    """
    target = Path(path)
    writer = _WRITERS.get(target.suffix.lower())
    if writer is None:
        raise UsageError(
            f"cannot write {target.suffix or 'a file without suffix'}", source=str(target), mend=f"use one of {', '.join(_WRITERS)}"
        )
    with appearing(target) as partial:
        writer(analysis, partial)
    return target


def _write_geojson(analysis: Analysis, path: Path) -> None:
    path.write_text(geojson(analysis), encoding="utf-8", newline="\n")


def _write_with_gdal(driver: str) -> Callable[[Analysis, Path], None]:
    def write(analysis: Analysis, path: Path) -> None:
        import pyogrio  # noqa: PLC0415  (slow to import, needed here only)

        # GDAL stamps files with the time; the same input must give the same bytes.
        pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": "2000-01-01T00:00:00Z"})
        try:
            frame = claims_frame(analysis)
            frame.to_file(path, driver=driver, layer="claims", engine="pyogrio", promote_to_multi=driver == "GPKG")
            if driver == "GPKG" and analysis.located:
                located_frame(analysis).to_file(path, driver=driver, layer="located", engine="pyogrio", promote_to_multi=True)
        finally:
            pyogrio.set_gdal_config_options({"OGR_CURRENT_DATE": None})

    return write


def _write_csv(analysis: Analysis, path: Path) -> None:
    """One row a claim, the region as well-known text; cells that a spreadsheet would run are defused."""
    import csv  # noqa: PLC0415

    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow([*_COLUMNS, "wkt"])
        for row in claims_table(analysis):
            shape = row.pop("geometry")
            writer.writerow(
                [_cell(row[name]) for name in _COLUMNS] + ["" if shape is None else shapely.to_wkt(shape, rounding_precision=DIGITS)]
            )


def _cell(value: Any) -> Any:
    """A cell as text; one that a spreadsheet would take for a formula gets an apostrophe before it."""
    if isinstance(value, str) and value.lstrip()[:1] in ("=", "+", "-", "@", "\t", "\r") and value:
        return "'" + value
    return "" if value is None else value


_WRITERS: dict[str, Callable[[Analysis, Path], None]] = {
    ".geojson": _write_geojson,
    ".gpkg": _write_with_gdal("GPKG"),
    ".kml": _write_with_gdal("KML"),
    ".csv": _write_csv,
}

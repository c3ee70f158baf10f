"""Point-radius georeferencing: locality descriptions as a point and the radius within which it must lie.

Locality strings, or positions and lengths, come in; points with their uncertainty, and the parts that it is the sum of, go out.
`point_radius` knows no text; `localities` reads text as reports are read, and checks no claims against each other.
"""

from __future__ import annotations

from geomap.georeferencing.point_radius import (
    CONVENTIONS,
    DEFAULT_RADIALS_M,
    Convention,
    Georeference,
    Part,
    Source,
    between,
    convention_of,
    coordinate_errors_m,
    coordinate_precision_m,
    coordinates,
    default_radial_m,
    distance_along_path,
    distance_at_heading,
    distance_error_m,
    distance_only,
    grid_radial_m,
    heading_error_m,
    map_error_m,
    named_place,
    near,
    offset_error,
    orthogonal,
    unknown_datum_m,
)

__all__ = [
    "CONVENTIONS",
    "DEFAULT_RADIALS_M",
    "Convention",
    "Georeference",
    "Part",
    "Source",
    "between",
    "convention_of",
    "coordinate_errors_m",
    "coordinate_precision_m",
    "coordinates",
    "default_radial_m",
    "distance_along_path",
    "distance_at_heading",
    "distance_error_m",
    "distance_only",
    "grid_radial_m",
    "heading_error_m",
    "map_error_m",
    "named_place",
    "near",
    "offset_error",
    "orthogonal",
    "unknown_datum_m",
]

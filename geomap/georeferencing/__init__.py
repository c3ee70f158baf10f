"""Point-radius georeferencing: locality descriptions as a point and the radius within which it must lie.

Locality strings, or positions and lengths, come in; points with their uncertainty, and the parts that it is the sum of, go out.
`point_radius` knows no text; `localities` reads text as reports are read, and checks no claims against each other.
"""

from __future__ import annotations

from geomap.georeferencing import point_radius
from geomap.georeferencing.point_radius import *  # noqa: F403  (its own list says what is public)

__all__ = point_radius.__all__

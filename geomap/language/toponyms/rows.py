"""Which names may be those of places near one another: a row of towns of one province is no row of surnames.

Nearness is by degrees on a grid, some 150 km: what counts is that thousands of names can be asked for in no time, not where its bound is.
"""

from __future__ import annotations

import math
from collections.abc import Iterable

from geomap.language.toponyms.fame import Fame

_NEAR_DEG = 1.4


class Parts:
    """The parts of the world that a report surely speaks of: those round the best known place of each of some names.

    Countries and divisions are left out, for they are too large to be near to anything.
    """

    def __init__(self, fames: Iterable[Fame]) -> None:
        self._cells = {
            (column + east, row + north)
            for fame in fames
            if not fame.area
            for column, row in map(_cell, fame.spots[:1])
            for east in (-1, 0, 1)
            for north in (-1, 0, 1)
        }

    def near(self, fame: Fame) -> bool:
        """Whether one of the places of a name lies in one of these parts or beside it."""
        return any(_cell(spot) in self._cells for spot in fame.spots)


def are_neighbours(one: Fame, other: Fame) -> bool:
    """Whether two names may be those of two places near one another.

    >>> homs, hama, mosul = (Fame(found=True, spots=(spot,)) for spot in ((36.72, 34.73), (36.75, 35.13), (43.12, 36.34)))
    >>> are_neighbours(homs, hama), are_neighbours(homs, mosul)
    (True, False)
    """
    return any(
        abs(lat - other_lat) <= _NEAR_DEG and abs(lon - other_lon) * math.cos(math.radians(lat)) <= _NEAR_DEG
        for lon, lat in one.spots
        for other_lon, other_lat in other.spots
    )


def _cell(spot: tuple[float, float]) -> tuple[int, int]:
    """The cell of a grid in which a spot (lon, lat) lies."""
    lon, lat = spot
    return int(lon // _NEAR_DEG), int(lat // _NEAR_DEG)

"""The places that a report is about, and which of them is nearest to a candidate."""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np

from geomap.gazetteer.resolution.evidence import kilometres
from geomap.model import Place

_EARTH_KM = 6371.0
_FLATTENING = 1.012
"""Distances on a sphere and on the ellipsoid differ by less than this factor."""
_SLACK_KM = 0.5


class Company:
    """Resolved places of a report that are points, each with the name that it is the place of.

    A few of them are picked by distances on a sphere, all at once; what is answered are geodesic distances.
    """

    def __init__(self, owned: Sequence[tuple[object, Place]]) -> None:
        self.places = tuple(place for _, place in owned)
        self.ids = frozenset(place.id for place in self.places)
        self._own = {id(owner): at for at, (owner, _) in enumerate(owned)}
        self._unit = np.array([_unit(place) for place in self.places]).reshape(-1, 3)

    def besides(self, owner: object) -> bool:
        """Whether there is a place other than that of a name."""
        return len(self.places) > (id(owner) in self._own)

    def within(self, place: Place, radius_km: float) -> bool:
        """Whether one of the places may be within a distance, by a sphere: never wrong where the answer is no."""
        least = math.cos(min(math.pi, radius_km * _FLATTENING / _EARTH_KM))
        return bool((self._unit @ _unit(place)).max(initial=-1.0) >= least)

    def nearest(self, place: Place, *, besides: object = None, count: int = 1) -> list[tuple[float, Place]]:
        """Geodesic distances in km to the nearest places, at least `count` where there are so many, with all as near as the last.

        In order of distance; the place of the name `besides` is left out.
        """
        angles = np.arccos(np.clip(self._unit @ _unit(place), -1.0, 1.0))
        own = self._own.get(id(besides))
        if own is not None:
            angles[own] = np.inf
        available = len(self.places) - (own is not None)
        if available < 1:
            return []
        last = np.partition(angles, min(count, available) - 1)[min(count, available) - 1]
        picked = np.flatnonzero(angles <= last * _FLATTENING**2 + _SLACK_KM / _EARTH_KM)
        return sorted(((kilometres(place, self.places[at]), self.places[at]) for at in picked.tolist()), key=lambda pair: pair[0])


def _unit(place: Place) -> tuple[float, float, float]:
    """A point on the unit sphere."""
    lon, lat = math.radians(place.lon), math.radians(place.lat)
    return math.cos(lat) * math.cos(lon), math.cos(lat) * math.sin(lon), math.sin(lat)

"""Which claims can hold together by their outer bounds, and the area that they leave room for."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

from geomap.areas.covers import Cover, asked_of, cover_of
from geomap.areas.regions import is_shaped
from geomap.checks.feasibility.conflicts import standing
from geomap.checks.feasibility.pairwise import gap_m
from geomap.checks.feasibility.search import meet
from geomap.geometry.geodesy import distance_m
from geomap.geometry.polygon import split_at_antimeridian
from geomap.model import Apart, Evidence, Footprint, Region, RegionKey, Stance
from geomap.units import Interval

MOST_TRIED = 10
"""Of more different claims that cannot all hold it is not looked for those that can: there would be too many sets."""
_MOST_SETS = 60
"""Sets of one group of claims whose areas are worked out, at some milliseconds each."""


Areas = Mapping[str, BaseGeometry]


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """Claims that can hold together, as many as may be, and where they leave room."""

    items: tuple[Evidence, ...]
    cover: Cover


def puts_somewhere(item: Evidence) -> bool:
    """Whether a claim's figures, direction or place say where something is; not what is denied, only soft, or a zone without more."""
    return item.region is not None and not item.region.fuzzy and item.claim.is_position and item.claim.stance is not Stance.DENIED


def resting_on(items: Sequence[Evidence]) -> tuple[str, ...]:
    """Ids of claims, and then of those that locate what they are measured from."""
    further = {each for item in items for each in item.rests_on}
    return tuple(dict.fromkeys([*(item.claim.id for item in items), *sorted(further, key=lambda each: (len(each), each))]))


def rooms_of(items: Sequence[Evidence], areas: Areas) -> tuple[Room, ...]:
    """The largest sets of claims that can hold together, each with its area: one where all can; none of too many that cannot.

    `areas` are those of the places that the reports locate, by place id.
    """
    alike: dict[RegionKey, list[Evidence]] = {}
    for item in items:
        if item.region is not None:
            alike.setdefault(item.region.key, []).append(item)
    groups = list(alike.values())
    regions = [group[0].region for group in groups if group[0].region is not None]
    if not regions:
        return ()
    covers = _Covers(regions, areas)
    everything = frozenset(range(len(regions)))
    if covers.possible(everything):
        return (_room(items, groups, everything, covers),)
    if len(regions) > MOST_TRIED:
        return ()
    found = standing(len(regions), covers.possible, most_questions=_MOST_SETS)
    return tuple(
        _room(items, groups, frozenset(chosen), covers) for chosen in found.together if chosen and covers.possible(frozenset(chosen))
    )


def _room(items: Sequence[Evidence], groups: Sequence[Sequence[Evidence]], chosen: frozenset[int], covers: _Covers) -> Room:
    ids = {item.claim.id for number in chosen for item in groups[number]}
    return Room(items=tuple(item for item in items if item.claim.id in ids), cover=covers.of(chosen))


def room_for(regions: Sequence[Region], areas: Areas) -> Cover:
    """The area that regions leave room for, what is measured from a place of the reports by its area too, and not by its extent alone."""
    located = (region for region in regions if region.anchor.id in areas and math.isfinite(region.outer.high))
    from_areas = [_from_area(region, areas[region.anchor.id]) for region in located]
    return cover_of([*regions, *from_areas])


def _from_area(region: Region, area: BaseGeometry) -> Region:
    """All that is as near to an area as a region's points are at most to the place that lies somewhere in it."""
    footprint = Footprint(geometry=split_at_antimeridian(area), accuracy_m=0.0, source=region.anchor.source)
    outer = Interval(-math.inf, region.outer.high - region.anchor.extent_m)
    return replace(region, outer=outer, reading=replace(region.reading, footprint=footprint, sector=None))


class _Covers:
    """The areas of sets of regions, each worked out once."""

    def __init__(self, regions: Sequence[Region], areas: Areas) -> None:
        self._regions = regions
        self._areas = areas
        self._known: dict[frozenset[int], Cover] = {}
        self._possible: dict[frozenset[int], bool] = {}

    def of(self, chosen: frozenset[int]) -> Cover:
        """The area of some regions, by their numbers."""
        if chosen not in self._known:
            self._known[chosen] = room_for(self._picked(chosen), self._areas)
        return self._known[chosen]

    def possible(self, chosen: frozenset[int]) -> bool:
        """Whether some regions can have a common point; what a search leaves undecided counts as one."""
        if len(chosen) < 2:
            return not chosen or not self.of(chosen).area.is_empty
        if chosen not in self._possible:
            area = self.of(chosen).area
            self._possible[chosen] = not area.is_empty and self._has_point(chosen)
        return self._possible[chosen]

    def _has_point(self, chosen: frozenset[int]) -> bool:
        """Whether exact distances leave room too: by the formula, at a point of the area, or anywhere by the certified search."""
        regions, area = self._picked(chosen), self.of(chosen).area
        if len(regions) == 2 and not any(is_shaped(region.reading) for region in regions):
            first, second = regions
            return gap_m(first.outer, second.outer, Apart.points(distance_m(first.anchor.lonlat, second.anchor.lonlat))) <= 0
        asked = asked_of(regions, area)
        points = shapely.get_coordinates([part.representative_point() for part in shapely.get_parts(area)])
        slacks = np.min([each.slacks(points[:, 0], points[:, 1]) for each in asked], axis=0)
        return bool((slacks >= 0).any()) or meet(asked).feasible is not False

    def _picked(self, chosen: Iterable[int]) -> list[Region]:
        return [self._regions[number] for number in sorted(chosen)]

"""What speaks for a place being meant: the name, the place itself, and the other places of the report.

Each piece of evidence is a weight in log-odds and a reason in plain words; a candidate's weights add up, and the score is the
candidate's share among all of its name, with "none of these" at log-odds zero. What each weighs stands in
`geomap.gazetteer.resolution.weights`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np

from geomap.gazetteer.kinds import NOTABLE, VAST, sorts_of_kind, with_article
from geomap.gazetteer.resolution import weights
from geomap.gazetteer.store.gazetteer import Grade, Match
from geomap.geometry.geodesy import Array, distance_m
from geomap.model import LANDSCAPE, Place

SAME_SPOT_KM = 5.0
"""Entries of one name and kind from two sources that are this near to one another are one place."""
_SETTLED = frozenset(("populated place", "capital", "locality"))
_EARTH_M = 6_371_000.0
"""Radius of the sphere that neighbours are weighed on."""


@dataclass(slots=True)
class Option:
    """A candidate while it is being weighed."""

    place: Place
    name: str
    """The name that fits."""
    grade: Grade
    """How well it does."""
    evidence: list[tuple[float, str]] = field(default_factory=list)
    """Weight and reason of each piece of evidence that the other names of the report do not touch."""
    asked_for: bool = False
    """Whether it is of the sort that the words ask for."""
    placed: bool = False
    """Whether the text itself says which larger place it lies in."""
    far: bool = False
    """Whether it is obscure and far from the report's other places."""
    far_because: str = ""
    """Why it is held to be far-off, where that is another reason than its distance from them."""
    at_first: float = 0.0
    """What the name and the place itself say, in log-odds."""
    total: float = 0.0
    """All evidence, with what the other names of the report add, in log-odds."""
    score: float = 0.0
    """The candidate's share among all of its name and "none of these"."""
    country: float = 0.0
    division: float = 0.0
    nearby: float = 0.0
    """What its country, its division and its neighbours add."""

    def set_far(self, because: str = "") -> None:
        """Take it for a far-off namesake."""
        self.far = True
        self.total += weights.FAR
        if because:
            self.far_because = because
            self.evidence.append((weights.FAR, because))

    @property
    def guess(self) -> bool:
        """Whether only a wrong spelling makes it a candidate."""
        return self.grade is Grade.SPELT

    @property
    def unsupported(self) -> bool:
        """Whether it is a guess by the spelling for which nothing else in the report speaks."""
        support = self.alone - self.at_first + self.country + self.division + self.nearby
        return self.guess and support < (weights.SUPPORT_OF_SORT if self.asked_for else weights.SUPPORT)

    @property
    def alone(self) -> float:
        """The sum of the weights."""
        return sum(weight for weight, _ in self.evidence)


def option_of(match: Match, sort: str | None) -> Option:
    """A candidate by what its name and the place itself say."""
    place = match.place
    option = Option(place=place, name=match.name, grade=match.grade)
    option.evidence.append((weights.NAME[match.grade], name_reason(match)))
    option.evidence.append(prominence(place))
    if sort is not None:
        option.evidence.append(_sort_evidence(place, sort))
        option.asked_for = sort in sorts_of_kind(place.kind)
    option.at_first = option.alone
    option.evidence += match.evidence
    return option


def join(options: list[Option], matches: Iterable[Match], sort: str | None) -> None:
    """Put matches of another source among the candidates of a name.

    One that is there already, by its id or as a place of the same kind at the same spot, becomes a reason of that candidate: two tables
    of one place are no two places, and their agreement says nothing on whether it is meant.
    """
    known = {option.place.id: option for option in options}
    own = list(options)
    for match in matches:
        place = match.place
        same = known.get(place.id) or next(
            (option for option in own if match.grade is not Grade.UNLIKE and _same(option.place, place)), None
        )
        if same is None:
            known[place.id] = option_of(match, sort)
            options.append(known[place.id])
        else:
            other = "" if same.place.id == place.id else f" ({place.id})"
            same.evidence += [(weight, f"{reason}{other}") for weight, reason in match.evidence]


def _same(a: Place, b: Place) -> bool:
    """Whether two entries of one name are of one place."""
    alike = a.kind == b.kind or (a.kind in _SETTLED and b.kind in _SETTLED)
    return alike and kilometres(a, b) <= SAME_SPOT_KM


def name_reason(match: Match) -> str:
    """How a place's name fits what was asked for, in words."""
    if match.grade is Grade.EXACT_MAIN:
        return "the name is the same"
    if match.grade is Grade.MAIN:
        return f"the name is the same but for its spelling ({match.name})"
    if match.grade in (Grade.EXACT, Grade.ALTERNATE):
        return f"another of its names ({match.name})"
    if match.grade is Grade.UNLIKE:
        return f"its own name is another ({match.name})"
    if match.grade is Grade.SPELT:
        return f"a guess: spelt like “{match.name}”, {'one letter' if match.apart == 1 else f'{match.apart} letters'} apart"
    return f"the name transliterated otherwise ({match.name})"


def prominence(place: Place) -> tuple[float, str]:
    """How likely a place is to be meant when nothing else is known: by kind, extent and population."""
    kind = with_article(place.kind)
    if place.kind in weights.KIND:
        return (weights.KIND[place.kind], kind)
    if place.kind == "first-level division" or (place.kind in LANDSCAPE and place.extent_stated):
        return (weights.of_extent(place), kind)
    if place.population:
        weight = weights.of_inhabitants(place.population)
        inhabitants = f"{place.population:,} inhabitants"
        return (weight + weights.CAPITAL, f"a capital of {inhabitants}") if place.kind == "capital" else (weight, inhabitants)
    if place.kind in NOTABLE:
        return (weights.NOTABLE, kind)
    return (weights.UNCOUNTED, "no known inhabitants" if place.kind in ("populated place", "locality") else kind)


def _sort_evidence(place: Place, sort: str) -> tuple[float, str]:
    sorts = sorts_of_kind(place.kind)
    if sort in sorts:
        return (weights.SORT if sort == sorts[0] else weights.SORT_BESIDES, f"{with_article(place.kind)}, as the words ask")
    return (weights.OTHER_SORT, f"{with_article(place.kind)}, where the words ask for another sort of place")


@dataclass(frozen=True, slots=True)
class Board:
    """All candidates of all names of a report, as arrays, one element a candidate."""

    owner: np.ndarray
    """Number of the name that each candidate belongs to."""
    alone: Array
    country: np.ndarray
    """Code of the candidate's country, −1 for none."""
    division: np.ndarray
    """Code of the candidate's first-level division, −1 for none."""
    areal: np.ndarray
    """Whether the candidate is a country, continent or division, whose point says little about nearness."""
    unit: Array
    """Points on the unit sphere, three columns."""
    mentions: Array
    """How often the candidate's name stands in the report, damped."""

    @classmethod
    def of(cls, names: list[list[Option]], counts: list[int]) -> Board:
        """The board of some names' candidates; `counts` tells how often each name stands in the report."""
        flat = [(number, option) for number, options in enumerate(names) for option in options]
        countries: dict[str | None, int] = {None: -1}
        divisions: dict[tuple[str, str] | None, int] = {None: -1}
        lon = np.radians([option.place.lon for _, option in flat])
        lat = np.radians([option.place.lat for _, option in flat])
        keys = [_division_key(option.place) for _, option in flat]
        return cls(
            owner=np.array([number for number, _ in flat], dtype=int),
            alone=np.array([option.alone for _, option in flat], dtype=float),
            country=np.array([countries.setdefault(option.place.country, len(countries)) for _, option in flat], dtype=int),
            division=np.array([divisions.setdefault(key, len(divisions)) for key in keys], dtype=int),
            areal=np.array([option.place.kind in VAST for _, option in flat], dtype=bool),
            unit=np.column_stack([np.cos(lat) * np.cos(lon), np.cos(lat) * np.sin(lon), np.sin(lat)]),
            mentions=np.array([1.0 + math.log(counts[number]) for number, _ in flat], dtype=float),
        )

    def weigh(self) -> tuple[Array, Array, Array, Array]:
        """Weights of each candidate in the end, and what its country, its division and its neighbours gave to it.

        In each round every name's candidates share its voice in proportion to their odds so far, with a share for "none of these"; the
        voices of the other names then speak for countries, divisions and neighbourhoods.
        """
        size = len(self.owner)
        names = int(self.owner.max()) + 1 if size else 0
        near = self._closeness()
        country = division = nearby = np.zeros(size)
        total = self.alone
        for _ in range(weights.ROUNDS):
            odds = np.exp(np.minimum(total, weights.CERTAIN))
            voices = odds / (1.0 + np.bincount(self.owner, odds, names))[self.owner]
            country = weights.COUNTRY * self._share(self.country, voices * self.mentions, names)
            division = weights.DIVISION * self._share(self.division, voices * self.mentions, names)
            nearby = weights.NEARNESS * (1.0 - np.exp(-near @ voices))
            total = self.alone + country + division + nearby
        return total, country, division, nearby

    def _closeness(self) -> Array:
        """exp(−distance/`weights.NEARNESS_M`) between candidates of different names that are points, on a sphere; 0 between others."""
        chord = np.clip(self.unit @ self.unit.T, -1.0, 1.0)
        near: Array = np.exp(-_EARTH_M / weights.NEARNESS_M * np.arccos(chord))
        near[self.owner[:, None] == self.owner[None, :]] = 0.0
        near[self.areal, :] = 0.0
        near[:, self.areal] = 0.0
        return near

    def _share(self, group: np.ndarray, voices: Array, names: int) -> Array:
        """For each candidate the share of the other names' voices that speak for its group, damped where voices are few."""
        groups = int(group.max()) + 2
        by_group = np.bincount(group + 1, voices, groups)
        own = np.zeros((names, groups))
        np.add.at(own, (self.owner, group + 1), voices)
        spoken = own.sum(axis=1)
        others = by_group[group + 1] - own[self.owner, group + 1]
        everyone = voices[group >= 0].sum() - spoken[self.owner]
        share: Array = np.sqrt(np.maximum(others, 0.0) / (np.maximum(everyone, 0.0) + 1.0))
        share[group < 0] = 0.0
        return share


def _division_key(place: Place) -> tuple[str, str] | None:
    return (place.country, place.admin1) if place.country and place.admin1 else None


def kilometres(a: Place, b: Place) -> float:
    """Geodesic distance of two places, km."""
    return distance_m(a.lonlat, b.lonlat) / 1000

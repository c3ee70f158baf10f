"""What each piece of evidence weighs, in log-odds, and how much of it is enough.

The weights are a policy, set by hand to one decimal on news text and the same for every report. A weight of 0 leaves a candidate as
likely as "none of these"; one of 2.3 makes it ten times as likely.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from types import MappingProxyType

from geomap.gazetteer.store.gazetteer import Grade
from geomap.model import LANDSCAPE, Place

NAME: Mapping[Grade, float] = MappingProxyType(
    {
        Grade.EXACT_MAIN: 0.3,
        Grade.EXACT: -0.5,
        Grade.MAIN: 0.1,
        Grade.ALTERNATE: -0.9,
        Grade.LOOSE_MAIN: -0.6,
        Grade.LOOSE: -1.2,
        Grade.SPELT: -2.5,
        Grade.UNLIKE: -3.0,
    }
)
"""How the name fits: places are mostly called by their main name, and seldom spelt wrong."""

# How well known a place is, when nothing else is known.
KIND: Mapping[str, float] = MappingProxyType({"country": 4.5, "continent": 4.5, "region": 2.5, "sea": 2.5, "ocean": 2.5})
"""Kinds that are known whatever their size."""
DIVISION_LEAST = 0.5
LANDSCAPE_LEAST = 0.4
"""What a first-level division, and a stream, mountain or the like, has at the least extent that counts."""
LEAST_EXTENT_M = 5000.0
"""Smaller ones are no less known than those of this radius."""
PER_TENFOLD = 1.2
"""What ten times the inhabitants, or a division of ten times the radius, adds."""
LANDSCAPE_PER_TENFOLD = 1.0
"""The same of landscape, whose size says less: a long river is written of in few of its places."""
EVEN_INHABITANTS_LOG10 = 4.3
"""A town of some 20,000 inhabitants is neither well known nor obscure."""
CAPITAL = 1.5
"""What being a capital adds to its inhabitants."""
NOTABLE = 0.0
"""A crossing, base, camp or airport, few as they are, is as likely as that town."""
UNCOUNTED = -1.6
"""A place of which no inhabitants are known is as likely as a village of a thousand."""

# What the words round the name ask for.
SORT = 2.5
"""Being of the sort of place that the words ask for."""
SORT_BESIDES = 1.5
"""Being of that sort too, but first of another: "the district of X" may be a division of the first level."""
OTHER_SORT = -2.5
CONTAINED = 4.0
"""Lying in the larger place named right after it: "Paris, Texas" says so outright."""
CONTAINS = 2.0
"""Being that larger place: half as much, for the names of countries and divisions leave less to decide."""
NOT_CONTAINED = -2.0
"""Lying elsewhere than in that larger place: no more than half, for the two may only stand side by side."""
PART = 1.5
"""Being a country or division, where the words name a part of it."""
CALLED = 3.0
"""Being an airport or district whose own name is the town's and the word for the sort, as the text has them."""
NAMESAKE = 0.5
"""Being an airport or air base that is called after a name which is no place's, as "Shayrat"."""

# What a namesake takes away.
CITY = -1.5
"""Being the division where a city in it has its name, or the city where the country round it has; the words do not ask for it."""
LOOSE = -1.5
"""Having the name by another transliteration only, where another place has it as its own."""

# What the rest of the report adds, at most.
COUNTRY = 2.6
"""Lying in the country of all its other places."""
DIVISION = 2.4
"""Lying in their first-level division."""
NEARNESS = 2.0
"""Lying right beside them."""
NEARNESS_M = 120_000.0
"""That support falls to a third at this distance."""
ROUNDS = 3
"""So many times the names are heard by one another; a fixed number, so that a report's length does not decide when it is enough."""
CERTAIN = 20.0
"""A candidate of more than this speaks for others no louder."""
STATED = 3.0
"""Lying as far from another place as the text states, where that place is sure."""
HOME = 0.8
"""Lying in the publisher's country: papers write of the world, but leave out the country where it is their own."""
FAR = -2.5
"""Being obscure and far from everything else, or out of proportion to a distance that the report states."""

# How much is enough.
SUPPORT = 2.0
"""So much must the rest of the report add for a guess by the spelling to lead."""
SUPPORT_OF_SORT = 1.0
"""The same where the guess is of the sort asked for, which is some support already."""
MOST_UNSUPPORTED = -1.1
"""Most that all evidence for a guess amounts to where nothing else speaks for it: a score of a quarter, below `LEAST_SCORE`."""
AT_HOME = 1.0
"""So much must its country add for a small place far from all others to be believed by its own name."""
LEAST_SCORE = 0.3
"""A candidate below this share is not resolved to."""
LEAST_LEAD = 0.2
"""By so much must the first candidate lead a second one somewhere else."""
DECISIVE = 2.3
"""So much must one report say for a place, ten times as likely as another, to keep a name that the other reports put at that one."""
SURE_HOME = 0.6
"""Least score of the place that a publisher is called after."""
MOST_RANKED = 30.0
"""Weights above this make no difference to a score, and exponentials of much more would overflow."""
LEAST_REASON = 0.4
"""Weights below this are no reason worth printing."""


def of_inhabitants(population: int) -> float:
    """How likely a place of so many inhabitants, at least one, is to be meant."""
    return PER_TENFOLD * (math.log10(population) - EVEN_INHABITANTS_LOG10)


def of_extent(place: Place) -> float:
    """How likely a first-level division, or a feature of the landscape, is to be meant by its extent."""
    least, per_tenfold = (LANDSCAPE_LEAST, LANDSCAPE_PER_TENFOLD) if place.kind in LANDSCAPE else (DIVISION_LEAST, PER_TENFOLD)
    return least + per_tenfold * math.log10(max(place.extent_m, LEAST_EXTENT_M) / LEAST_EXTENT_M)

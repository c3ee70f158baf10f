"""Words beside distances, in lower case.

Claims ask which distances are no places' distances; names ask whether one leads up to a name.
"""

from __future__ import annotations

from geomap.language.words.tables import word_set
from geomap.units import Unit

DISTANCE_UNITS = frozenset((*Unit.KILOMETRE.traits.spellings, *Unit.MILE.traits.spellings))
"""Units of the distances that stand beside a place's name."""

TIME_UNITS = word_set("hour hr h second s sec day minute min week session month year night lap gallon litre liter")
"""What a rate is told by: "10 km an hour", "5 km a day"."""

COMPASS_HOURS = word_set("hour hours minute minutes day days drive walk flight")
"""Measures of a way by the time that it takes: "an hour north of"."""

EXTENT_AFTER = word_set(
    "long wide tall thick broad length width height depth diameter altitude elevation wingspan in-length high-altitude square"
)
"""Words after a length that is the size of a thing."""

REACHING = word_set(
    "missile missiles rocket rockets weapon weapons gun guns artillery howitzer howitzers signal signals sonar radar radars transmitter laser drones"
)
"""Things that act over a distance."""

SPORT = word_set(
    """race races racing running run swim swimming cycling cycle walk marathon relay speedskating speedskate freestyle butterfly backstroke breaststroke hurdles
    sprint dash trial trials title final finals record champion championship event medley steeplechase medal skiing ski biathlon triathlon course
    individual pursuit mens men's women's women men heat distance runner runners"""
)
"""Words of contests, whose distances are how far they go."""

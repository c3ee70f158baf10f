"""Words for the points of the compass, and for parts of a place by them.

Bearings are read by the points; names and claims ask which part of a place is meant.
"""

from __future__ import annotations

from geomap.language.words.tables import pairs

COMPASS_WORDS = pairs("""
N: north
S: south
E: east
W: west
NE: northeast
NW: northwest
SE: southeast
SW: southwest
NNE: northnortheast
NNW: northnorthwest
SSE: southsoutheast
SSW: southsouthwest
ENE: eastnortheast
ESE: eastsoutheast
WNW: westnorthwest
WSW: westsouthwest
""")
"""The sixteen points written as one word, to their letters."""

_QUARTERS = {word: point for word, point in COMPASS_WORDS.items() if len(point) <= 2}
_HYPHENED = {f"{word[:5]}-{word[5:]}": point for word, point in _QUARTERS.items() if len(point) == 2}

PARTS = {
    **{word + ending: point for word, point in (_QUARTERS | _HYPHENED).items() for ending in ("", "ern")},
    "central": "C",
    "downtown": "C",
}
"""Words for a part of a place, as compass points or "C" for its middle."""

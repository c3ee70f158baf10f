"""Which claims are about one thing: the incidents of each report, and those of several reports that are one.

What the clauses of each report tell of incidents comes in; claims with their events, and the events with why they were joined, go out.
It knows no language and no word of a report's text, only what the language packs have told of it.
"""

from __future__ import annotations

from geomap.incidents.events import join_events
from geomap.incidents.happenings import Happening
from geomap.incidents.retelling import happenings_of

__all__ = ["Happening", "happenings_of", "join_events"]

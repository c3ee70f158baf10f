"""Which claims are about one thing: the incidents of each report, and those of several reports that are one.

What the clauses of each report tell of incidents comes in; claims with their events, and the events with why they were joined, go out.
It knows no language and no word of a report's text, only what the language packs have told of it.
"""

from __future__ import annotations

from geomap.incidents.discourse import Story, story_of
from geomap.incidents.events import join_events

__all__ = ["Story", "join_events", "story_of"]

"""What reports say: sentences, quantities, names, claims, who said them, when, and of what."""

from __future__ import annotations

from geomap.language.events import join_events
from geomap.language.extract import extract

__all__ = ["extract", "join_events"]

"""Where names are on the earth: the offline gazetteer, online geocoders where they are asked for, and the ranking of what a name may mean."""

from __future__ import annotations

from geomap.gazetteer.builder import build
from geomap.gazetteer.imports import import_files
from geomap.gazetteer.ranking import locate
from geomap.gazetteer.store import Gazetteer, Grade, Match, default_path

__all__ = ["Gazetteer", "Grade", "Match", "build", "default_path", "import_files", "locate"]

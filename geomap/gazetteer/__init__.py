"""Where names are on the earth: the offline gazetteer, online geocoders where they are asked for, and what a name may mean.

Names, mentions and the claims round them come in; places, and locations with their candidates and reasons, go out.
It reads no text beyond the mentions that it is given, and sends nothing anywhere unless the analyst says so.
"""

from __future__ import annotations

from geomap.gazetteer.imports.imports import import_files
from geomap.gazetteer.resolution.ranking import locate
from geomap.gazetteer.store.builder import build
from geomap.gazetteer.store.gazetteer import Gazetteer, Grade, Match, default_path

__all__ = ["Gazetteer", "Grade", "Match", "build", "default_path", "import_files", "locate"]

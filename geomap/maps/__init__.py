"""Draw: an analysis → a folium map in one self-contained HTML page.

An analysis comes in; a map that layers can be added to, and its page, go out.
It decides nothing: a verdict never rests on what is drawn, and no word of a report gets into the page but as data.
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from geomap.maps.payload import payload
from geomap.model import Analysis

if TYPE_CHECKING:
    import folium

__all__ = ["draw", "html", "save"]


def draw(analysis: Analysis) -> folium.Map:
    """The layered map of an analysis. Layers of your own can be added to it as to any folium map.

    The page needs no network and asks for nothing. What layers of your own load from other hosts is your decision: a tile layer
    tells its server where you look.
    """
    from geomap.maps.page import CaseMap  # noqa: PLC0415  (folium is slow to import, and needed here only)

    return CaseMap(payload(analysis))


def html(case_map: folium.Map) -> str:
    """The map as one HTML document; the same map gives the same text."""
    text: str = case_map.get_root().render()
    return text


def save(case_map: folium.Map, path: str | os.PathLike[str]) -> Path:
    """Write the map as one HTML file and return its path."""
    target = Path(path)
    target.write_text(html(case_map), encoding="utf-8", newline="\n")
    return target

"""Geometries and text as data in a page: compact, and never markup."""

from __future__ import annotations

import json
from typing import Any

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

REGION_STEP_DEG = 1e-6
"""Outlines of claims are rounded to a tenth of a metre."""


def polygon_data(geometry: BaseGeometry, step_deg: float) -> list[list[list[int]]]:
    """The polygons of a geometry, each as its rings, each as lon, lat and then differences in whole steps."""
    polygons = [part for part in shapely.get_parts(geometry) if part.geom_type == "Polygon" and not part.is_empty]
    coded = ([_coded(ring, step_deg) for ring in shapely.get_rings(polygon)] for polygon in polygons)
    return [rings for rings in coded if len(rings[0]) >= 8]


def line_data(geometry: BaseGeometry, step_deg: float) -> list[list[int]]:
    """The lines of a geometry, each as lon, lat and then differences in whole steps."""
    lines = (_coded(part, step_deg) for part in shapely.get_parts(geometry) if part.geom_type == "LineString")
    return [line for line in lines if len(line) >= 4]


def _coded(line: BaseGeometry, step_deg: float) -> list[int]:
    steps = np.rint(shapely.get_coordinates(line) / step_deg).astype(np.int64)
    moves = np.diff(steps, axis=0)
    moves = moves[(moves != 0).any(axis=1)]
    coded: list[int] = np.concatenate([steps[:1], moves]).ravel().tolist()
    return coded


def json_block(data: Any) -> str:
    r"""JSON that can stand in a script element: pure ASCII, without a character that could end the element or open markup.

    >>> print(json_block("</script>&"))
    "\u003c/script\u003e\u0026"
    """
    text = json.dumps(data, ensure_ascii=True, allow_nan=False, separators=(",", ":"), sort_keys=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")

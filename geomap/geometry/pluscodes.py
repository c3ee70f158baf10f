"""Plus codes (Open Location Codes): from a code to its cell, and the completion of a short code.

Five pairs of digits in base 20 halve the world down to 1/8000 of a degree; further digits cut a cell into five rows by four columns.
"""

from __future__ import annotations

from dataclasses import dataclass

from geomap.geometry.geodesy import distance_m

_DIGITS = "23456789CFGHJMPQRVWX"
_FULL = 8
"""Digits before the plus sign of a full code."""
_PAIRED = 10
"""Digits that go in pairs of latitude and longitude."""


@dataclass(frozen=True, slots=True)
class Cell:
    """The cell of a plus code."""

    lonlat: tuple[float, float]
    """Its centre, (lon, lat) in degrees."""
    precision_m: float
    """From the centre to the farthest corner, metres."""


def cell_of(code: str) -> Cell | None:
    """The cell of a full plus code, also of one padded with zeros; None where it is none.

    >>> cell = cell_of("8FVC9G8F+6X")
    >>> [round(value, 6) for value in cell.lonlat], round(cell.precision_m, 1)
    ([8.524938, 47.365563], 8.4)
    """
    high, plus, low = code.partition("+")
    digits = high.rstrip("0") + low
    whole = len(high) == _FULL and plus and len(high.rstrip("0")) % 2 == 0 and not (low and high.endswith("0"))
    if not whole or not digits or any(digit not in _DIGITS for digit in digits):
        return None
    lat, lon, height, width = -90.0, -180.0, 400.0, 400.0
    for at in range(0, min(len(digits), _PAIRED), 2):
        if at + 1 == len(digits):
            return None
        height, width = height / 20, width / 20
        lat += _DIGITS.index(digits[at]) * height
        lon += _DIGITS.index(digits[at + 1]) * width
    for digit in digits[_PAIRED:]:
        row, column = divmod(_DIGITS.index(digit), 4)
        height, width = height / 5, width / 4
        lat, lon = lat + row * height, lon + column * width
    centre = (lon + width / 2, lat + height / 2)
    if abs(centre[1]) > 90 or abs(centre[0]) > 180:
        return None
    return Cell(centre, max(distance_m(centre, (lon, edge)) for edge in (lat, lat + height)))


def completed(code: str, near: tuple[float, float]) -> Cell | None:
    """The cell of a short plus code that is nearest to a point (lon, lat); None where it is none.

    >>> [round(value, 3) for value in completed("CWC8+R9", (-122.1, 37.4)).lonlat]
    [-122.084, 37.422]
    """
    missing = _FULL - code.find("+")
    cell = cell_of(_head(near, missing) + code) if 0 < missing < _FULL else None
    if cell is None:
        return None
    side = 20.0 ** (2 - missing // 2)
    lon, lat = cell.lonlat
    lon += side * round((near[0] - lon) / side)
    lat += side * round((near[1] - lat) / side)
    if abs(lat) > 90:
        lat = cell.lonlat[1]
    return Cell(((lon + 180) % 360 - 180, lat), cell.precision_m)


def _head(lonlat: tuple[float, float], length: int) -> str:
    """The first digits of the plus code of a point."""
    digits, lat, lon, side = "", min(max(lonlat[1] + 90, 0.0), 179.999999), (lonlat[0] + 180) % 360, 20.0
    for _ in range(length // 2):
        digits += _DIGITS[int(lat // side)] + _DIGITS[int(lon // side)]
        lat, lon, side = lat % side, lon % side, side / 20
    return digits

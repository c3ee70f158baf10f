"""Places of online answers as entries of a gazetteer: id, name, kind, country, extent and source, as far as the answer tells.

What a provider says is hostile: every value is checked before it is used, and what is missing stays unknown.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from typing import Any

from geomap.gazetteer.kinds import KIND_OF_CODE
from geomap.gazetteer.names.folding import folded
from geomap.gazetteer.names.transliteration import loosened
from geomap.gazetteer.online.answers import Hit
from geomap.gazetteer.store.gazetteer import Grade, Match
from geomap.gazetteer.store.tables import extent_of_populated
from geomap.geometry.geodesy import distance_m
from geomap.model import Place

_LONGEST = 200
"""Code points of a name or id that are kept."""
_EXTENT_M = 1000.0
"""Radius that a place of unknown extent is taken to have."""
_OSM = "© OpenStreetMap contributors (ODbL 1.0)"
_SOURCES = {
    "nominatim": f"{_OSM} through Nominatim",
    "photon": f"{_OSM} through Photon",
    "pickpoint": f"{_OSM} through PickPoint",
    "openmapquest": f"{_OSM} through MapQuest Open",
    "geonames": "GeoNames (CC BY 4.0), online",
}
_ELEMENTS = {"n": "node", "w": "way", "r": "relation", "node": "node", "way": "way", "relation": "relation"}
_IDS = ("geonameId", "gid", "place_id", "id", "osm_id")
"""What providers call the number of a place, the most lasting first."""
_SETTLEMENTS = frozenset("city town village hamlet suburb borough quarter neighbourhood neighborhood municipality city_district".split())
_KINDS = {
    "country": "country",
    "state": "first-level division",
    "province": "first-level division",
    "locality": "locality",
    "isolated_dwelling": "locality",
    "farm": "locality",
    "border_control": "border crossing",
    "border_crossing": "border crossing",
    "refugee_site": "camp",
    "sea": "sea",
    "ocean": "ocean",
    "continent": "continent",
    **dict.fromkeys(_SETTLEMENTS, "populated place"),
}
"""Kinds by OpenStreetMap's words for places."""


def match_of(hit: Hit, asked_for: str, *, provider: str, asked: str) -> Match | None:
    """A place of an answer, with how well its name fits the one that was asked for; None where it cannot be used.

    `asked` is the day of the answer.
    """
    lat, lon = _number(hit.get("lat")), _number(hit.get("lon"))
    if lat is None or lon is None or not (abs(lat) <= 90 and abs(lon) <= 180):
        return None
    raw = hit.get("raw")
    known = _flat(raw if isinstance(raw, dict) else {})
    names = list(dict.fromkeys([*_names(known), _text(str(hit.get("address", "")).split(",")[0])]))
    names = [name for name in names if name]
    if not names:
        return None
    kind = _kind(known)
    population = _population(known)
    stated = _extent(known, lon, lat)
    place = Place(
        id=_id(known, provider, lon, lat),
        name=names[0],
        lon=lon,
        lat=lat,
        kind=kind,
        country=_country(known),
        extent_m=stated or (extent_of_populated(population) if kind in ("populated place", "capital") else _EXTENT_M),
        extent_stated=stated is not None,
        population=population,
        admin1=_text(known.get("adminCode1")) or None if provider == "geonames" else None,
        source=_SOURCES.get(provider, f"{provider}, under its own terms"),
    )
    name, grade = _fit(asked_for, names)
    return Match(place, name, grade, ((0.0, f"answer of {provider}, asked {asked}"),))


def _flat(raw: Mapping[str, Any]) -> dict[str, Any]:
    """What is known of a place in one mapping, with the properties of a GeoJSON feature."""
    inner = raw.get("properties")
    return {**raw, **inner} if isinstance(inner, dict) else dict(raw)


def _text(value: object) -> str:
    """A name or code on one line; empty for anything else."""
    if isinstance(value, bool) or not isinstance(value, (str, int)):
        return ""
    return "".join(character for character in " ".join(str(value).split()) if character.isprintable())[:_LONGEST]


def _number(value: object) -> float | None:
    try:
        number = float(value)  # type: ignore[arg-type]  # whatever it is, it is a number or it is not
    except (TypeError, ValueError, OverflowError):
        return None
    return number if math.isfinite(number) else None


def _names(known: Mapping[str, Any]) -> Iterator[str]:
    """The names of a place, the main one first."""
    for key in ("name", "toponymName", "label", "formatted"):
        yield _text(known.get(key))
    named = known.get("namedetails")
    if isinstance(named, dict):
        yield from (
            _text(named[key]) for key in sorted(named) if str(key).partition(":")[0] in ("name", "alt_name", "old_name", "int_name")
        )


def _fit(asked_for: str, names: list[str]) -> tuple[str, Grade]:
    """The name that fits best, and how well."""
    key = folded(asked_for)
    loose = loosened(key)
    tests = (
        (Grade.EXACT_MAIN, Grade.EXACT, lambda name: name == asked_for),
        (Grade.MAIN, Grade.ALTERNATE, lambda name: bool(key) and folded(name) == key),
        (Grade.LOOSE_MAIN, Grade.LOOSE, lambda name: bool(loose) and loosened(folded(name)) == loose),
    )
    for main, other, fits in tests:
        if fits(names[0]):
            return names[0], main
        for name in names[1:]:
            if fits(name):
                return name, other
    return names[0], Grade.UNLIKE


def _kind(known: Mapping[str, Any]) -> str:
    """The kind of a place; "place" where it is not told."""
    code = _text(known.get("fcode"))
    if code:
        described = "populated place" if code.startswith("PPL") else _text(known.get("fcodeName")).lower() or "place"
        return KIND_OF_CODE.get(code, described)
    key = _text(known.get("osm_key") or known.get("class") or known.get("category"))
    value = _text(known.get("osm_value") or known.get("type") or known.get("layer")).lower()
    if key == "boundary":
        value = _text(known.get("addresstype") or known.get("type")).lower()
    if key == "military":
        return "military base"
    # Tables call regions what may be anything from a valley to half a continent.
    return _KINDS.get(value, "area" if value == "region" else value.replace("_", " ") or "place")


def _country(known: Mapping[str, Any]) -> str | None:
    address = known.get("address")
    codes = [known.get(key) for key in ("countryCode", "countrycode", "country_code")]
    codes.append(address.get("country_code") if isinstance(address, dict) else None)
    texts = [_text(code).upper() for code in codes]
    return next((text for text in texts if len(text) == 2 and text.isascii() and text.isalpha()), None)


def _population(known: Mapping[str, Any]) -> int:
    tags = known.get("extratags")
    number = _number(known.get("population") or (tags.get("population") if isinstance(tags, dict) else None))
    return int(number) if number is not None and 0 <= number < 1e10 else 0


def _extent(known: Mapping[str, Any], lon: float, lat: float) -> float | None:
    """Distance from the point to the farthest corner of the place's box, in metres; None where no box is told, as for single points."""
    if _ELEMENTS.get(_text(known.get("osm_type")).lower()) == "node":
        return None  # the box round a point is made up
    box = _four(known.get("boundingbox")) if known.get("boundingbox") else _reordered(_four(known.get("extent")))
    if box is None:
        return None
    south, north, west, east = box
    if not (-90 <= south <= north <= 90 and abs(west) <= 180 and abs(east) <= 180):
        return None
    return max(distance_m((lon, lat), corner) for corner in ((west, south), (west, north), (east, south), (east, north))) or None


def _four(values: object) -> tuple[float, ...] | None:
    """The sides of a box, where they are four numbers."""
    if not isinstance(values, list) or len(values) != 4:
        return None
    numbers = tuple(number for value in values if (number := _number(value)) is not None)
    return numbers if len(numbers) == 4 else None


def _reordered(extent: tuple[float, ...] | None) -> tuple[float, ...] | None:
    """Photon's west, north, east, south as Nominatim has them: south, north, west, east."""
    return None if extent is None else (extent[3], extent[1], extent[0], extent[2])


def _id(known: Mapping[str, Any], provider: str, lon: float, lat: float) -> str:
    """The provider's own id of a place, else its position."""
    element = _ELEMENTS.get(_text(known.get("osm_type")).lower())
    if element and _text(known.get("osm_id")):
        return f"{provider}:{element}/{_text(known['osm_id'])}"
    own = next((text for key in _IDS if (text := _text(known.get(key)))), None)
    return f"{provider}:{own}" if own else f"{provider}:{lat:.5f},{lon:.5f}"

"""GeoNames dumps, as its readme describes them: places in 19 columns, and other names in a file beside."""

from __future__ import annotations

from collections.abc import Iterator

from geomap.gazetteer.imports.faults import RowError, country_code, degrees, shown
from geomap.gazetteer.imports.texts import Text
from geomap.gazetteer.kinds import extent_of_kind, kind_of_feature
from geomap.gazetteer.store.gathering import Named
from geomap.gazetteer.store.tables import extent_of_populated
from geomap.model import Place

COLUMNS = 19
_ENOUGH = 15
"""A first line with so many columns is meant as a dump's."""
_NO_NAMES = frozenset(("link", "wkdt", "post", "phon", "unlc"))
"""What stands for a language where the "name" is an address, an identifier, a post code or a pronunciation."""


def is_dump(line: str) -> bool:
    """Whether a first line is that of a dump of places."""
    fields = line.split("\t")
    return len(fields) >= _ENOUGH and fields[0].isdecimal()


def is_names(line: str) -> bool:
    """Whether a first line is that of GeoNames' alternateNames or alternateNamesV2."""
    fields = line.split("\t")
    return 4 <= len(fields) <= 10 and fields[0].isdecimal() and fields[1].isdecimal() and len(fields[2]) <= 7 and "." not in fields[2]


def dumped_places(text: Text) -> Iterator[Named]:
    """The places of a dump with all their names; malformed rows become faults."""
    source = f"GeoNames (CC BY 4.0), {text.name}"
    for line in text.lines():
        try:
            named = _place(line, source)
        except RowError as fault:
            text.faults.add(f"line {text.number}", fault)
            continue
        yield named


def dumped_names(text: Text) -> Iterator[tuple[str, str]]:
    """Pairs of a place's id and another name of it; malformed rows become faults."""
    for line in text.lines():
        fields = line.rstrip("\r\n").split("\t")
        if len(fields) < 4 or not fields[1].isdecimal():
            fault = RowError("geonameid", "is no row of alternate names", "leave the columns as GeoNames has them, with tabs between")
            text.faults.add(f"line {text.number}", fault)
        elif fields[2] not in _NO_NAMES and fields[3]:
            yield (f"geonames:{fields[1]}", fields[3])


def _place(line: str, source: str) -> Named:
    fields = line.rstrip("\r\n").split("\t")
    if len(fields) != COLUMNS:
        raise RowError(
            str(min(len(fields), COLUMNS) + 1),
            f"{len(fields)} columns, not {COLUMNS}",
            "leave the columns as GeoNames has them, with tabs between",
        )
    number, name, ascii_name, alternates, lat, lon, feature_class, feature_code, country, _, admin1 = fields[:11]
    if not number.isdecimal():
        raise RowError("geonameid", f"{shown(number)} is no number", "leave the identifier as GeoNames has it")
    if not name.strip():
        raise RowError("name", "is empty", "give the place a name")
    population = fields[14]
    if population and not population.isdecimal():
        raise RowError("population", f"{shown(population)} is no number", "write digits alone")
    inhabitants = int(population or 0)
    kind = kind_of_feature(feature_class, feature_code)
    place = Place(
        id=f"geonames:{number}",
        name=name,
        lon=degrees(lon, "longitude", 180),
        lat=degrees(lat, "latitude", 90),
        kind=kind,
        country=country_code(country, "country"),
        admin1=admin1 if admin1 and admin1 != "00" else None,
        extent_m=extent_of_populated(inhabitants) if feature_class == "P" else extent_of_kind(kind),
        population=inhabitants,
        source=source,
    )
    return place, (ascii_name, *alternates.split(","))

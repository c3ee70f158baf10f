"""Tables with a header, CSV or TSV: which column is what, and the place that a row tells of."""

from __future__ import annotations

import csv
import math
from collections.abc import Callable, Iterator, Mapping, Sequence

from geomap.errors import InputError
from geomap.gazetteer.imports.faults import RowError, country_code, degrees, number, shown
from geomap.gazetteer.imports.texts import Text
from geomap.gazetteer.kinds import UNSTATED_KIND, extent_of_kind, kind_of_word
from geomap.gazetteer.store.gathering import Named
from geomap.gazetteer.store.tables import extent_of_populated
from geomap.model import Place

_CALLED = {
    "name": "name toponym placename place_name",
    "lat": "lat latitude y",
    "lon": "lon lng long longitude x",
    "id": "geonameid geonames_id id wof_id osm_id",
    "kind": "kind type placetype fclass",
    "country": "country country_code countrycode cc iso_a2",
    "alternates": "alternates alternatenames alternate_names alternate_name names aliases",
    "population": "population pop",
    "admin1": "admin1 admin1code admin1_code",
    "extent_m": "extent_m",
}
"""What a column may be called, the first that is there and filled being taken."""
_IDENTIFIES = {"geonameid": "geonames", "geonames_id": "geonames", "wof_id": "wof", "osm_id": "osm"}
"""Columns whose identifiers are those of a known source."""


class Columns:
    """The columns of a table, by what they tell."""

    def __init__(self, header: Sequence[str], *, source: str, prefix: str, name: str | None = None, country: str | None = None) -> None:
        """`prefix` begins the ids of rows that have none of a known source; `name` is the column of names where it is called otherwise.

        `country` is the country of rows that state none. Raises InputError where there is no column of names.
        """
        known = {column.strip().casefold(): column for column in header}
        self._columns = {field: [known[each] for each in called.split() if each in known] for field, called in _CALLED.items()}
        if name is not None:
            if name not in header:
                raise InputError(f"has no column {name!r}", source=source, mend=f"name one of {', '.join(map(shown, header[:30]))}")
            self._columns["name"] = [name]
        if not self._columns["name"]:
            raise InputError("has no column of names", source=source, mend="head it name, or say which it is with --name COLUMN")
        self._source, self._prefix, self._country = source, prefix, country

    @property
    def placed(self) -> bool:
        """Whether there are columns of latitude and longitude."""
        return bool(self._columns["lat"] and self._columns["lon"])

    def place(self, row: Mapping[str, str], order: int, point: tuple[float, float] | None = None, extent_m: float | None = None) -> Named:
        """The place of a row and its other names; `point` and `extent_m` where a geometry tells them. RowError where the row is malformed."""
        _, name = self._value(row, "name")
        if not name:
            raise RowError(self._columns["name"][0], "is empty", "give the place a name")
        if point is None:
            lat_column, lat = self._value(row, "lat")
            lon_column, lon = self._value(row, "lon")
            point = (degrees(lon, lon_column, 180), degrees(lat, lat_column, 90))
        kind_column, kind = self._value(row, "kind")
        kind = kind_of_word(kind, kind_column) if kind else UNSTATED_KIND
        country_column, country = self._value(row, "country")
        population_column, figure = self._value(row, "population")
        inhabitants = max(0.0, number(figure, population_column)) if figure else 0.0
        if not inhabitants < 2**53:
            raise RowError(population_column, f"{shown(figure)} are no people", "write digits alone")
        column, stated = self._value(row, "extent_m")
        if stated:
            extent_m = number(stated, column)
            if not (extent_m >= 0 and math.isfinite(extent_m)):
                raise RowError(column, f"{shown(stated)} is no radius", "write metres, or leave it empty")
        by_policy = extent_of_populated(int(inhabitants)) if kind in ("populated place", "capital", "locality") else extent_of_kind(kind)
        place = Place(
            id=self._id(row, order),
            name=name,
            lon=point[0],
            lat=point[1],
            kind=kind,
            country=country_code(country, country_column) or self._country,
            admin1=self._value(row, "admin1")[1] or None,
            extent_m=by_policy if extent_m is None else extent_m,
            extent_stated=extent_m is not None,
            population=int(inhabitants),
            source=self._source,
        )
        return place, tuple(other for each in self._value(row, "alternates")[1].split("|") if (other := each.strip()))

    def _value(self, row: Mapping[str, str], field: str) -> tuple[str, str]:
        """The column that tells something, and what it tells; the last of its columns where all are empty."""
        column = field
        for column in self._columns[field]:
            if value := row[column].strip():
                return column, value
        return column, ""

    def _id(self, row: Mapping[str, str], order: int) -> str:
        column, value = self._value(row, "id")
        if not value:
            return f"{self._prefix}:{order}"
        known = _IDENTIFIES.get(column.strip().casefold())
        return value if ":" in value and known is None else f"{known or self._prefix}:{value}"


def tabled_places(text: Text, columns: Callable[[list[str]], Columns]) -> Iterator[Named]:
    """The places of a table with a header; malformed rows become faults."""
    rows = _rows(text)
    try:
        header = next(rows, [])
        known = columns(header)
        if not known.placed:
            raise InputError("has no columns of latitude and longitude", source=text.name, mend="head them lat and lon")
        for order, row in enumerate(rows, 1):
            if not row:
                continue
            try:
                if len(row) != len(header):
                    column = header[len(row)] if len(row) < len(header) else str(len(header) + 1)
                    raise RowError(column, f"{len(row)} columns, not {len(header)}", "write as many as the header has")  # noqa: TRY301 - as the rows' other faults
                named = known.place(dict(zip(header, row, strict=True)), order)
            except RowError as fault:
                text.faults.add(f"line {text.number}", fault)
                continue
            yield named
    except csv.Error as error:
        raise InputError(str(error), source=text.name, place=f"line {text.number}", mend="close the quotation marks") from error


def _rows(text: Text) -> Iterator[list[str]]:
    head = text.head()
    if "\t" in head:
        for line in text.lines():
            stripped = line.rstrip("\r\n")
            yield [_unquoted(field) for field in stripped.split("\t")] if stripped else []
    else:
        yield from csv.reader(text.lines(), delimiter=";" if head.count(";") > head.count(",") else ",")


def _unquoted(field: str) -> str:
    """A field between tabs, without the quotation marks that some programs put round it."""
    return field[1:-1].replace('""', '"') if len(field) > 1 and field[0] == field[-1] == '"' else field

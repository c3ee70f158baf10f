"""Commands on the gazetteer: places find, build, import, forget, info."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from geomap.cli.inputs import open_gazetteer
from geomap.cli.options import SOME_UNREAD, AsJson, lonlat_of
from geomap.cli.printing import note, print_json, progress_bar
from geomap.errors import UsageError

if TYPE_CHECKING:
    from geomap.gazetteer import Gazetteer, Match

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The offline gazetteer.")


@app.command("find")
def find(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    *,
    near: Annotated[str | None, typer.Option("--near", metavar="LON,LAT", help="Sort by distance from here.")] = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="CC", help="Only places of this country (ISO 3166-1 alpha-2).")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print all places of a name; where there is none, those whose names are spelt nearly so."""
    from geomap.geometry.geodesy import distance_m  # noqa: PLC0415

    origin = lonlat_of(near) if near else None
    with open_gazetteer() as gazetteer:
        found = _matches(name, gazetteer)
    matches = [match for match in found if country is None or (match.place.country or "").upper() == country.upper()]
    if origin is not None:
        matches.sort(key=lambda match: (distance_m(origin, match.place.lonlat), match.place.id))
    for match in matches:
        away_m = None if origin is None else distance_m(origin, match.place.lonlat)
        if as_json:
            print_json(_match_record(match, away_m))
        else:
            typer.echo(_match_line(match, away_m))
    if not any(match.grade.as_spelt for match in matches):
        note(f"no place named {name!r} in the gazetteer" + (", only names like it" if matches else ""))


def _matches(name: str, gazetteer: Gazetteer) -> tuple[Match, ...]:
    """The places of a name; where none has it as it is spelt, also those whose names are spelt nearly so."""
    matches = gazetteer.matches(name)
    if any(match.grade.as_spelt for match in matches):
        return matches
    known = {match.place.id for match in matches}
    return (*matches, *(match for match in gazetteer.guesses(name) if match.place.id not in known))


def _match_record(match: Match, away_m: float | None) -> dict[str, Any]:
    """A place that was found, for JSON: with how its name fits, and its distance from where it was asked."""
    from geomap.exports.records import place_record  # noqa: PLC0415
    from geomap.gazetteer import Grade  # noqa: PLC0415
    from geomap.gazetteer.resolution.evidence import name_reason  # noqa: PLC0415

    record = place_record(match.place) | {"how": name_reason(match), "guess": match.grade is Grade.SPELT}
    return record if away_m is None else record | {"distance_m": round(away_m, 1)}


def _match_line(match: Match, away_m: float | None) -> str:
    """A place that was found, as a line; how its name fits is said where it is spelt otherwise."""
    from geomap.gazetteer.resolution.evidence import name_reason  # noqa: PLC0415

    place = match.place
    parts = [place.id, place.name, place.kind, place.country or "", f"{place.lon:.5f},{place.lat:.5f}"]
    if away_m is not None:
        parts.append(f"{away_m / 1000:.1f} km")
    if not match.grade.as_spelt:
        parts.append(name_reason(match))
    return "\t".join(parts)


@app.command("build")
def build() -> None:
    """Build the offline gazetteer again."""
    from geomap.gazetteer import build, default_path  # noqa: PLC0415

    path = default_path()
    with progress_bar() as progress:
        build(path, on_progress=lambda done, total: progress("building the gazetteer", done, total))
    typer.echo(path)


@app.command("import")
def import_(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="GeoNames dumps, CSV or TSV with a header, or vector files.")],
    *,
    name: Annotated[str | None, typer.Option("--name", metavar="COLUMN", help="The column of names, where it is not called so.")] = None,
    country: Annotated[str | None, typer.Option("--country", metavar="CC", help="The country of rows that state none.")] = None,
    encoding: Annotated[str | None, typer.Option("--encoding", metavar="NAME", help="Of text that is not UTF-8.")] = None,
) -> None:
    """Add places of your own; they stand before the embedded ones."""
    from geomap.gazetteer import default_path  # noqa: PLC0415
    from geomap.gazetteer.imports.imports import Options, import_files  # noqa: PLC0415

    if country is not None and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise UsageError(f"{country!r} is no country", place="--country", mend="write the two letters of ISO 3166-1, such as SY")
    options = Options(name=name, country=country.upper() if country else None, encoding=encoding)
    left_out = False
    with progress_bar() as progress:
        for outcome in import_files(files, default_path().parent, options=options, tell=progress):
            info = outcome.imported.info
            if outcome.resumed:
                note(f"{info['name']}: gone on after {outcome.resumed} places that an import which was stopped had read")
            for line in outcome.faults:
                note(line)
            left_out = left_out or info["left_out"] > 0
            said = "imported before as it is" if outcome.unchanged else f"{info['left_out']} rows left out"
            typer.echo(f"{info['name']}\t{info['places']} places\t{info['names']} names\t{said}\t{info['path']}")
    if left_out:
        raise typer.Exit(SOME_UNREAD)


@app.command("forget")
def forget(name: Annotated[str, typer.Argument(metavar="NAME", help="As `geomap places info` lists it.")]) -> None:
    """Remove places that were imported."""
    from geomap.gazetteer import default_path  # noqa: PLC0415
    from geomap.gazetteer.store.shelf import forget  # noqa: PLC0415

    typer.echo(f"removed {forget(default_path().parent, name)}")


@app.command("info")
def info(*, as_json: AsJson = False) -> None:
    """Print what the gazetteer holds, and where it is."""
    with open_gazetteer() as gazetteer:
        info = gazetteer.info()
    if as_json:
        print_json(info)
    else:
        imports, unfinished = info.pop("imports"), info.pop("unfinished")
        for key, value in info.items():
            typer.echo(f"{key}\t{value}")
        for each in imports:
            typer.echo(f"imported\t{each['name']}\t{each['places']} places\t{each['names']} names\t{each['path']}")
        for name, count in unfinished.items():
            typer.echo(
                f"unfinished\t{name}\t{count} places so far; the same `geomap places import` goes on, `geomap places forget {name}` does not"
            )

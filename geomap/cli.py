"""The command line: parse, call, print. Results go to stdout, progress and notes to stderr.

Exit status: 0 done; 1 the condition of --fail-on is met; 2 bad input or usage, nothing done; 3 done, but some inputs could not be read or some
names not be asked online.
"""

from __future__ import annotations

import gc
import json
import math
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from geomap._version import __version__
from geomap.errors import GeomapError, InputError, LocalityError, UsageError

if TYPE_CHECKING:
    from geomap.case import Case, Progress, Result
    from geomap.gazetteer import Gazetteer
    from geomap.model import Event

app = typer.Typer(
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Map the spatial claims of reports, and check them.",
)
places_app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, help="The offline gazetteer.")
app.add_typer(places_app, name="places")

Reports = Annotated[list[str], typer.Argument(metavar="REPORT...", help="Files, folders, - for standard input, or one case file (.yaml).")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
Recognizer = Annotated[
    str | None,
    typer.Option("--recognizer", metavar="NAME", help="What finds place names: builtin, or spacy:PIPELINE (needs the extra spacy)."),
]
Jobs = Annotated[
    int | None, typer.Option("-j", "--jobs", min=1, metavar="N", help="Processes that read reports; by default one a core for much text.")
]
Geocoder = Annotated[
    str | None, typer.Option("--geocoder", metavar="NAME", help="Ask online too: nominatim, photon, geonames, …; none asks nobody.")
]
Geocode = Annotated[str | None, typer.Option("--geocode", metavar="WHICH", help="Names to ask for: unresolved (the usual) or all.")]
Within = Annotated[
    list[str] | None, typer.Option("--geocode-within", metavar="AREA", help="Take online answers from here only: SY,IQ or W,S,E,N.")
]
Near = Annotated[list[str] | None, typer.Option("--geocode-near", metavar="AREA", help="Prefer online answers from here.")]
SOME_UNREAD = 3


def main() -> None:
    """Run the command line; what goes wrong on purpose becomes one line on stderr and exit status 2."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    # Records are trees, which reference counting frees. The collector finds nothing in them, and takes up to a third of a long reading.
    gc.set_threshold(100_000, 20, 100)
    try:
        app(standalone_mode=True)
    except GeomapError as error:
        _fail(str(error))
    except BrokenPipeError:
        # The reader of a pipe went away, as `head` does; that is no error of ours.
        sys.stderr.close()
        raise SystemExit(0) from None
    except KeyboardInterrupt:
        _fail("stopped", status=130)
    except OSError as error:
        _fail(f"{error.filename or 'the system'}: {error.strerror or error}")


def _fail(message: str, *, status: int = 2) -> None:
    _note("geomap: " + " ".join(message.split()))
    raise SystemExit(status)


def _note(line: str) -> None:
    """A line on stderr; control characters of hostile names are made visible."""
    safe = "".join(character if character.isprintable() else character.encode("unicode_escape").decode() for character in line)
    typer.echo(safe, err=True)


@app.callback(invoke_without_command=True)
def _root(*, version: Annotated[bool, typer.Option("--version", help="Print the version.")] = False) -> None:
    if version:
        typer.echo(f"geomap {__version__}")
        raise typer.Exit


@app.command("map")
def map_(
    reports: Reports,
    *,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="DIR", help="Where the results go.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="What the case is called.")] = None,
    recognizer: Recognizer = None,
    geocoder: Geocoder = None,
    geocode: Geocode = None,
    geocode_within: Within = None,
    geocode_near: Near = None,
    jobs: Jobs = None,
) -> None:
    """Draw the map, write the case file and the findings, and print the table of findings."""
    case = _with_geocoder(_case(reports, recognizer), geocoder, geocode, geocode_within, geocode_near)
    if title:
        case = replace(case, title=title)
    folder = output or _folder_of(reports)
    if folder.exists() and not folder.is_dir():
        raise UsageError("is a file", source=str(folder), mend="name a folder with -o")
    result = _check(case, jobs)
    from_case_file = _is_case_file(reports)
    result.save(folder / "map.html")
    result.save(folder / "findings.json")
    result.save(folder / "claims.geojson")
    if not (from_case_file and (folder / "case.yaml").resolve() == Path(reports[0]).resolve()):
        written = result.save(folder / "case.yaml")
        if written.name != "case.yaml":
            _note(f"{folder / 'case.yaml'} has been edited and is kept; the new case is in {written}")
            _note(f"to map the edited case: geomap map {folder / 'case.yaml'}")
    _print_findings(result)
    typer.echo(f"map: {folder / 'map.html'}")
    _end(result)


@app.command("extract")
def extract_(
    reports: Reports,
    *,
    as_json: AsJson = False,
    recognizer: Recognizer = None,
    geocoder: Geocoder = None,
    geocode: Geocode = None,
    geocode_within: Within = None,
    geocode_near: Near = None,
    jobs: Jobs = None,
) -> None:
    """Print the spatial claims, one a line."""
    from geomap.records import claim_record  # noqa: PLC0415

    result = _check(_with_geocoder(_case(reports, recognizer), geocoder, geocode, geocode_within, geocode_near), jobs)
    for claim in result.analysis.claims:
        if as_json:
            _print_json(claim_record(claim))
        else:
            typer.echo(f"{claim.id}\t{claim.relation.value}\t{claim.source_name}\t{_line(claim.span.text)}\t[{claim.span.report.id}]")
    _end(result)


@app.command()
def toponyms(
    reports: Reports,
    *,
    as_json: AsJson = False,
    demonyms: Annotated[bool, typer.Option("--demonyms", help="Nationality words too, as in “Turkish forces”.")] = False,
    recognizer: Recognizer = None,
    geocoder: Geocoder = None,
    geocode: Geocode = None,
    geocode_within: Within = None,
    geocode_near: Near = None,
    jobs: Jobs = None,
) -> None:
    """Print the mentions of places with the places that they may mean."""
    from geomap.model import MentionKind  # noqa: PLC0415
    from geomap.records import location_record  # noqa: PLC0415

    kinds = {MentionKind.NAME, MentionKind.COORDINATES} | ({MentionKind.DEMONYM} if demonyms else set())
    result = _check(_with_geocoder(_case(reports, recognizer), geocoder, geocode, geocode_within, geocode_near), jobs)
    for location in result.analysis.locations:
        if location.mention.kind not in kinds:
            continue
        if as_json:
            _print_json(location_record(location))
        else:
            place = location.resolved
            where = f"{place.name}\t{place.id}\t{place.lon:.5f},{place.lat:.5f}" if place else f"unresolved\t{location.why}"
            guess = f"\t{location.why}" if location.guessed else ""
            typer.echo(f"{_line(location.mention.span.text)}\t{where}\t[{location.mention.span.report.id}]{guess}")
    _end(result)


class FailOn(StrEnum):
    """What makes `check` end with status 1."""

    CONTRADICTORY = "contradictory"


@app.command()
def check(
    reports: Reports,
    *,
    as_json: AsJson = False,
    fail_on: Annotated[FailOn | None, typer.Option("--fail-on", help="End with status 1 if a finding has this verdict.")] = None,
    recognizer: Recognizer = None,
    geocoder: Geocoder = None,
    geocode: Geocode = None,
    geocode_within: Within = None,
    geocode_near: Near = None,
    jobs: Jobs = None,
) -> None:
    """Print the findings."""
    result = _check(_with_geocoder(_case(reports, recognizer), geocoder, geocode, geocode_within, geocode_near), jobs)
    if as_json:
        typer.echo(result.json(), nl=False)
    else:
        _print_findings(result)
    if fail_on is not None and any(finding.verdict.value == fail_on.value for finding in result.findings):
        raise typer.Exit(1)
    _end(result)


@app.command()
def explain(case: Annotated[str, typer.Argument(metavar="CASE")], claim: Annotated[str, typer.Argument(metavar="CLAIM")]) -> None:
    """Print how a claim is read: its anchor, its readings and its region, in words and numbers."""
    typer.echo(_check(_case([case])).explain(claim))


@app.command()
def export(
    case: Annotated[str, typer.Argument(metavar="CASE")],
    *,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help=".gpkg, .geojson, .kml or .csv")],
) -> None:
    """Write the claims for other programs; the suffix names the format."""
    typer.echo(_check(_case([case])).save(output))


@app.command()
def georeference(
    localities: Annotated[list[str], typer.Argument(metavar="LOCALITY...", help="Such as '10 km NE of Palmyra'; - reads one a line.")],
    *,
    convention: Annotated[
        str, typer.Option("--convention", metavar="NAME", help="chapman2020, frazier2004, wieczorek2004 or wieczorek2001.")
    ] = "chapman2020",
    at: Annotated[str | None, typer.Option("--at", metavar="LAT,LON", help="Where the named place is.")] = None,
    on_path: Annotated[
        str | None, typer.Option("--on-path", metavar="LAT,LON", help="By road and the like: the point so far along the path.")
    ] = None,
    place: Annotated[str | None, typer.Option("--place", metavar="ID", help="Which place is meant, as geonames:163808.")] = None,
    extent_m: Annotated[float | None, typer.Option("--extent-m", min=0, help="The radial of the named place.")] = None,
    near_m: Annotated[float | None, typer.Option("--near-m", min=0, help="How far 'near' reaches beyond the place.")] = None,
    distance_precision_m: Annotated[
        float | None,
        typer.Option("--distance-precision-m", min=0, help="The unit to which the distance was given; by default its figures show it."),
    ] = None,
    coordinate_precision_deg: Annotated[
        float | None, typer.Option("--coordinate-precision-deg", min=0, help="The unit to which the coordinates were given.")
    ] = None,
    datum_unknown: Annotated[bool, typer.Option("--datum-unknown", help="Add the convention's error for an unknown datum.")] = False,
    datum_m: Annotated[float | None, typer.Option("--datum-m", min=0, help="Add this error for the datum.")] = None,
    map_m: Annotated[float, typer.Option("--map-m", min=0, help="Accuracy of the map or other source of the coordinates.")] = 0.0,
    measurement_m: Annotated[float, typer.Option("--measurement-m", min=0, help="Accuracy of the measuring, or of the GPS.")] = 0.0,
    as_json: AsJson = False,
) -> None:
    """Print the point and the uncertainty radius of localities, and how the radius comes about."""
    from geomap.georeferencing import convention_of  # noqa: PLC0415
    from geomap.localities import Options, answer_lines, answer_record  # noqa: PLC0415
    from geomap.localities import georeference as answer_of  # noqa: PLC0415

    try:
        name = convention_of(convention).name
    except ValueError as error:
        raise UsageError(str(error), place="--convention") from None
    options = Options(
        convention=name,
        at=_latlon(at, "--at"),
        on_path=_latlon(on_path, "--on-path"),
        place_id=place,
        extent_m=extent_m,
        near_m=near_m,
        distance_precision_m=distance_precision_m,
        coordinate_precision_deg=coordinate_precision_deg,
        datum_unknown=datum_unknown,
        datum_m=datum_m,
        map_m=map_m,
        measurement_m=measurement_m,
    )
    texts = [line for text in localities for line in (_lines_of_stdin() if text == "-" else [text])]
    if not texts:
        raise LocalityError("there is no locality to georeference")
    failed = 0
    with _gazetteer() as gazetteer:
        for text in texts:
            try:
                answer = answer_of(text, gazetteer=gazetteer, options=options)
            except (LocalityError, ValueError) as error:
                failed += 1
                _note("geomap: " + " ".join(str(error).split()))
                continue
            if as_json:
                _print_json(answer_record(answer))
            else:
                for line in answer_lines(answer):
                    typer.echo("".join(character for character in line if character.isprintable()))
    if failed:
        raise typer.Exit(SOME_UNREAD if failed < len(texts) else 2)


@places_app.command("find")
def places_find(
    name: Annotated[str, typer.Argument(metavar="NAME")],
    *,
    near: Annotated[str | None, typer.Option("--near", metavar="LON,LAT", help="Sort by distance from here.")] = None,
    country: Annotated[
        str | None, typer.Option("--country", metavar="CC", help="Only places of this country (ISO 3166-1 alpha-2).")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Print all places of a name; where there is none, those whose names are spelt nearly so."""
    from geomap.gazetteer import Grade  # noqa: PLC0415
    from geomap.gazetteer.evidence import name_reason  # noqa: PLC0415
    from geomap.geodesy import distance_m  # noqa: PLC0415
    from geomap.records import place_record  # noqa: PLC0415

    origin = _lonlat(near) if near else None
    with _gazetteer() as gazetteer:
        matches = gazetteer.matches(name)
        if not any(match.grade < Grade.LOOSE_MAIN for match in matches):
            known = {match.place.id for match in matches}
            matches += tuple(match for match in gazetteer.guesses(name) if match.place.id not in known)
    matches = tuple(match for match in matches if country is None or (match.place.country or "").upper() == country.upper())
    if origin is not None:
        matches = tuple(sorted(matches, key=lambda match: (distance_m(origin, match.place.lonlat), match.place.id)))
    for match in matches:
        place = match.place
        record = place_record(place)
        record |= {"how": name_reason(match), "guess": match.grade is Grade.SPELT}
        if origin is not None:
            record["distance_m"] = round(distance_m(origin, place.lonlat), 1)
        if as_json:
            _print_json(record)
        else:
            away = f"\t{record['distance_m'] / 1000:.1f} km" if origin is not None else ""
            how = f"\t{record['how']}" if match.grade >= Grade.LOOSE_MAIN else ""
            typer.echo(f"{place.id}\t{place.name}\t{place.kind}\t{place.country or ''}\t{place.lon:.5f},{place.lat:.5f}{away}{how}")
    if all(match.grade >= Grade.LOOSE_MAIN for match in matches):
        _note(f"no place named {name!r} in the gazetteer" + (", only names like it" if matches else ""))


@places_app.command("build")
def places_build() -> None:
    """Build the offline gazetteer again."""
    from geomap.gazetteer import build, default_path  # noqa: PLC0415

    path = default_path()
    with _progress() as progress:
        build(path, on_progress=lambda done, total: progress("building the gazetteer", done, total))
    typer.echo(path)


@places_app.command("import")
def places_import(
    files: Annotated[list[Path], typer.Argument(metavar="FILE...", help="GeoNames dumps, CSV or TSV with a header, or vector files.")],
    *,
    name: Annotated[str | None, typer.Option("--name", metavar="COLUMN", help="The column of names, where it is not called so.")] = None,
    country: Annotated[str | None, typer.Option("--country", metavar="CC", help="The country of rows that state none.")] = None,
    encoding: Annotated[str | None, typer.Option("--encoding", metavar="NAME", help="Of text that is not UTF-8.")] = None,
) -> None:
    """Add places of your own; they stand before the embedded ones."""
    from geomap.gazetteer import default_path  # noqa: PLC0415
    from geomap.gazetteer.imports import Options, import_files  # noqa: PLC0415

    if country is not None and not (len(country) == 2 and country.isascii() and country.isalpha()):
        raise UsageError(f"{country!r} is no country", place="--country", mend="write the two letters of ISO 3166-1, such as SY")
    options = Options(name=name, country=country.upper() if country else None, encoding=encoding)
    left_out = False
    with _progress() as progress:
        for outcome in import_files(files, default_path().parent, options=options, tell=progress):
            info = outcome.imported.info
            if outcome.resumed:
                _note(f"{info['name']}: gone on after {outcome.resumed} places that an import which was stopped had read")
            for line in outcome.faults:
                _note(line)
            left_out = left_out or info["left_out"] > 0
            said = "imported before as it is" if outcome.unchanged else f"{info['left_out']} rows left out"
            typer.echo(f"{info['name']}\t{info['places']} places\t{info['names']} names\t{said}\t{info['path']}")
    if left_out:
        raise typer.Exit(SOME_UNREAD)


@places_app.command("forget")
def places_forget(name: Annotated[str, typer.Argument(metavar="NAME", help="As `geomap places info` lists it.")]) -> None:
    """Remove places that were imported."""
    from geomap.gazetteer import default_path  # noqa: PLC0415
    from geomap.gazetteer.shelf import forget  # noqa: PLC0415

    typer.echo(f"removed {forget(default_path().parent, name)}")


@places_app.command("info")
def places_info(*, as_json: AsJson = False) -> None:
    """Print what the gazetteer holds, and where it is."""
    with _gazetteer() as gazetteer:
        info = gazetteer.info()
    if as_json:
        _print_json(info)
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


def _lonlat(text: str) -> tuple[float, float]:
    try:
        lon, lat = (float(part) for part in text.split(","))
    except ValueError:
        raise UsageError(f"{text!r} is not a position", place="--near", mend="write LON,LAT in degrees, such as 38.66,33.49") from None
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise UsageError(f"{text!r} is not on the earth", place="--near", mend="write LON,LAT in degrees, longitude first")
    return (lon, lat)


def _lines_of_stdin() -> list[str]:
    """The lines of standard input that hold anything."""
    try:
        text = sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise InputError(f"is not UTF-8 at byte {error.start}", source="standard input") from None
    return [line for line in text.splitlines() if line.strip()]


def _latlon(text: str | None, option: str) -> tuple[float, float] | None:
    """A position as people write it, latitude first, as (lon, lat)."""
    if text is None:
        return None
    try:
        lat, lon = (float(part) for part in text.split(","))
    except ValueError:
        raise UsageError(f"{text!r} is not a position", place=option, mend="write LAT,LON in degrees, such as 34.56,38.28") from None
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise UsageError(f"{text!r} is not on the earth", place=option, mend="write LAT,LON in degrees, latitude first")
    return (lon, lat)


def _is_case_file(sources: list[str]) -> bool:
    return any(Path(source).suffix.lower() in (".yaml", ".yml") for source in sources)


def _case(sources: list[str], recognizer: str | None = None) -> Case:
    """The case that the arguments name: one case file, or reports; the recogniser is the case file's own where none is named."""
    from geomap.case import Case  # noqa: PLC0415
    from geomap.readers import read_all  # noqa: PLC0415

    if _is_case_file(sources):
        if len(sources) > 1:
            raise UsageError("a case file stands alone", mend="name one case file, or reports only")
        return _with_recognizer(Case.load(sources[0]), recognizer)
    found = read_all(list(sources))
    for note in found.notes:
        _note(f"note: {note}")
    if found.passed_over:
        _note(f"passed over, for they hold no reports: {', '.join(found.passed_over)}")
    if not found.reports:
        lines = [problem.line for problem in found.problems]
        raise InputError("; ".join(lines) if lines else "nothing to read")
    return _with_recognizer(Case.from_reports(found.reports, problems=found.problems), recognizer)


def _with_recognizer(case: Case, recognizer: str | None) -> Case:
    return replace(case, recognizer=recognizer) if recognizer else case


def _with_geocoder(case: Case, name: str | None, which: str | None, within: list[str] | None, near: list[str] | None) -> Case:
    """The case with the online geocoder that the options name; the case file's own where they name none."""
    if name is None and which is None and within is None and near is None:
        return case
    if name == "none":
        return replace(case, geocoder=None)
    from geomap.gazetteer.geocoding import Area, Ask, Geocoding  # noqa: PLC0415

    known = case.geocoder
    if name is not None and (known is None or known.provider != name):
        known = Geocoding(provider=name)
    if known is None:
        raise UsageError("there is no online geocoder that could be asked", mend="name one with --geocoder")
    try:
        if which is not None:
            known = replace(known, ask=Ask.of(which))
        if within is not None:
            known = replace(known, within=Area.of(within))
        if near is not None:
            known = replace(known, near=Area.of(near))
    except ValueError as error:
        raise UsageError(str(error)) from None
    return replace(case, geocoder=known)


def _folder_of(sources: list[str]) -> Path:
    if _is_case_file(sources):
        return Path(sources[0]).parent
    raise UsageError("where should the map go?", mend="name a folder with -o DIR")


def _check(case: Case, jobs: int | None = 1) -> Result:
    from geomap.gazetteer.online import Telling  # noqa: PLC0415

    # Whoever watches sees what is about to be sent in time to stop it; a log needs only what was sent.
    telling = Telling(before=_note, after=_note) if sys.stderr.isatty() else Telling(after=_note)
    with _progress() as progress:
        return case.check(jobs=jobs, on_progress=progress, telling=telling)


@contextmanager
def _gazetteer() -> Iterator[Gazetteer]:
    from geomap.gazetteer import Gazetteer  # noqa: PLC0415

    with _progress() as progress:
        opened = Gazetteer.open(on_progress=lambda done, total: progress("building the gazetteer (once)", done, total))
    with opened as gazetteer:
        yield gazetteer


@contextmanager
def _progress() -> Iterator[Progress]:
    """A progress bar on stderr for stages that take long; nothing where stderr is no terminal."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, Progress, TaskID, TextColumn, TimeRemainingColumn  # noqa: PLC0415

    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.percentage:>3.0f}%"), TimeRemainingColumn())
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        tasks: dict[str, TaskID] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bar.add_task(stage, total=total)
            bar.update(tasks[stage], completed=done, total=total)

        yield tell


def _line(text: str) -> str:
    """Report text on one line, without control characters."""
    return "".join(character for character in " ".join(text.split()) if character.isprintable())


def _print_json(record: dict[str, Any]) -> None:
    typer.echo(json.dumps(record, ensure_ascii=False, allow_nan=False))


def _print_findings(result: Result) -> None:
    """The table of findings, then what is not known."""
    from rich import box  # noqa: PLC0415
    from rich.console import Console  # noqa: PLC0415
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    console = Console(highlight=False, markup=False, width=None if sys.stdout.isatty() else 140)
    table = Table(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    for name, ratio in (
        ("", None),
        ("kind", None),
        ("claims", None),
        ("verdict", None),
        ("margin", None),
        ("robust", None),
        ("in words", 1),
    ):
        table.add_column(name, ratio=ratio, overflow="fold", justify="right" if name == "margin" else "left")
    for finding in result.findings:
        margin = "" if finding.margin is None or math.isinf(finding.margin.plain) else f"{finding.margin.plain / 1000:.2f} km"
        claims = " ".join(claim.id for claim in finding.claims)
        robust = "" if finding.margin is None else "yes" if finding.robust else "no"
        cells = (finding.id, finding.kind.value, claims, finding.verdict.value, margin, robust, _line(finding.explanation))
        table.add_row(*(Text(cell) for cell in cells))
    console.print(table)
    analysis = result.analysis
    for claim in analysis.claims:
        console.print(Text(f"{claim.id}  {_line(claim.source_name)}: “{_line(claim.span.text)}” [{_line(claim.span.report.id)}]"))
    for location in analysis.unresolved:
        console.print(Text(f"unresolved: “{_line(location.mention.span.text)}”: {_line(location.why)}"))
    for name, why in dict.fromkeys((each.mention.span.text, each.why) for each in analysis.locations if each.guessed):
        console.print(Text(f"spelt otherwise: “{_line(name)}”: {_line(why)}"))
    for item in analysis.unread:
        console.print(Text(f"not read: “{_line(item.span.text)}” in “{_line(item.sentence.text)}” ({_line(item.why)})"))
    for one, other, why in _possible_joins(analysis.events):
        console.print(Text(f"{one} and {other} may be one event: {_line(why)}"))
    if not analysis.claims:
        console.print("no spatial claims found")
    undated = [report.id for report in analysis.reports if report.published is None]
    if undated:
        console.print(Text(f"without a date of their own: {', '.join(map(_line, undated))}"))


def _possible_joins(events: Sequence[Event]) -> list[tuple[str, str, str]]:
    """Each pair of events that could be one, once, with the reason."""
    seen: set[frozenset[str]] = set()
    found = []
    for event in events:
        for other, why in zip(event.may_join, event.may_join_reasons, strict=True):
            if frozenset((event.id, other)) not in seen:
                seen.add(frozenset((event.id, other)))
                found.append((event.id, other, why))
    return found


def _end(result: Result) -> None:
    """List what could not be read, and end with the status that says so."""
    for problem in result.analysis.problems:
        _note(problem.line)
    if result.analysis.problems:
        raise typer.Exit(SOME_UNREAD)

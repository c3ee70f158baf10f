"""Commands on reports: map, extract, toponyms, check, explain, export."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from geomap.cli.inputs import case_of, checked, extracted, folder_of, is_case_file, with_geocoder
from geomap.cli.options import AsJson, Everything, Geocode, Geocoder, Jobs, Near, Recognizer, Reports, Within
from geomap.cli.printing import end, line_of, note, print_findings, print_json
from geomap.errors import UsageError

if TYPE_CHECKING:
    from geomap.case.case import Result

app = typer.Typer()


@app.command("map")
def map_(
    reports: Reports,
    *,
    output: Annotated[Path | None, typer.Option("-o", "--output", metavar="DIR", help="Where the results go.")] = None,
    title: Annotated[str | None, typer.Option("--title", help="What the case is called.")] = None,
    everything: Everything = False,
    recognizer: Recognizer = None,
    geocoder: Geocoder = None,
    geocode: Geocode = None,
    geocode_within: Within = None,
    geocode_near: Near = None,
    jobs: Jobs = None,
) -> None:
    """Draw the map, write the case file and the findings, and print the table of findings."""
    case = with_geocoder(case_of(reports, recognizer), geocoder, geocode, geocode_within, geocode_near)
    if title:
        case = replace(case, title=title)
    folder = output or folder_of(reports)
    if folder.exists() and not folder.is_dir():
        raise UsageError("is a file", source=str(folder), mend="name a folder with -o")
    result = checked(case, jobs)
    from_case_file = is_case_file(reports)
    result.save(folder / "map.html")
    result.save(folder / "findings.json")
    result.save(folder / "claims.geojson")
    if not (from_case_file and (folder / "case.yaml").resolve() == Path(reports[0]).resolve()):
        written = result.save(folder / "case.yaml")
        if written.name != "case.yaml":
            note(f"{folder / 'case.yaml'} has been edited and is kept; the new case is in {written}")
            note(f"to map the edited case: geomap map {folder / 'case.yaml'}")
    print_findings(result, everything=everything)
    typer.echo(f"map: {folder / 'map.html'}")
    end(result.analysis)


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
    from geomap.exports.records import claim_record  # noqa: PLC0415

    found = extracted(with_geocoder(case_of(reports, recognizer), geocoder, geocode, geocode_within, geocode_near), jobs)
    for claim in found.claims:
        if as_json:
            print_json(claim_record(claim))
        else:
            typer.echo(f"{claim.id}\t{claim.relation.value}\t{claim.source_name}\t{line_of(claim.span.text)}\t[{claim.span.report.id}]")
    end(found)


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
    from geomap.exports.records import location_record  # noqa: PLC0415
    from geomap.model import MentionKind  # noqa: PLC0415

    kinds = {MentionKind.NAME, MentionKind.COORDINATES} | ({MentionKind.DEMONYM} if demonyms else set())
    found = extracted(with_geocoder(case_of(reports, recognizer), geocoder, geocode, geocode_within, geocode_near), jobs)
    for location in found.locations:
        if location.mention.kind not in kinds:
            continue
        if as_json:
            print_json(location_record(location))
        else:
            place = location.resolved
            where = f"{place.name}\t{place.id}\t{place.lon:.5f},{place.lat:.5f}" if place else f"unresolved\t{location.why}"
            guess = f"\t{location.why}" if location.guessed else ""
            typer.echo(f"{line_of(location.mention.span.text)}\t{where}\t[{location.mention.span.report.id}]{guess}")
    end(found)


class FailOn(StrEnum):
    """What makes `check` end with status 1."""

    CONTRADICTORY = "contradictory"
    POSSIBLE = "possible"
    """A contradiction, or what would be one if two events are one, or events that may be one and are left apart."""


def _fails(result: Result, on: FailOn) -> bool:
    """Whether a result has what a run is to fail on; what holds only if two events are one is no contradiction."""
    from geomap.model import Verdict  # noqa: PLC0415

    surely = any(finding.verdict is Verdict.CONTRADICTORY and finding.if_same_event is None for finding in result.findings)
    return surely or (on is FailOn.POSSIBLE and any(event.may_join for event in result.events))


@app.command()
def check(
    reports: Reports,
    *,
    as_json: AsJson = False,
    fail_on: Annotated[
        FailOn | None,
        typer.Option(
            "--fail-on", help="End with status 1 on a contradiction; with “possible” also where events may be one and were left apart."
        ),
    ] = None,
    everything: Everything = False,
    recognizer: Recognizer = None,
    geocoder: Geocoder = None,
    geocode: Geocode = None,
    geocode_within: Within = None,
    geocode_near: Near = None,
    jobs: Jobs = None,
) -> None:
    """Print the findings."""
    result = checked(with_geocoder(case_of(reports, recognizer), geocoder, geocode, geocode_within, geocode_near), jobs)
    if as_json:
        typer.echo(result.json(), nl=False)
    else:
        print_findings(result, everything=everything)
    if fail_on is not None and _fails(result, fail_on):
        raise typer.Exit(1)
    end(result.analysis)


@app.command()
def explain(case: Annotated[str, typer.Argument(metavar="CASE")], claim: Annotated[str, typer.Argument(metavar="CLAIM")]) -> None:
    """Print how a claim is read: its anchor, its readings and its region, in words and numbers."""
    typer.echo(checked(case_of([case])).explain(claim))


@app.command()
def export(
    case: Annotated[str, typer.Argument(metavar="CASE")],
    *,
    output: Annotated[Path, typer.Option("-o", "--output", metavar="FILE", help=".gpkg, .geojson, .kml or .csv")],
) -> None:
    """Write the claims for other programs; the suffix names the format."""
    typer.echo(checked(case_of([case])).save(output))

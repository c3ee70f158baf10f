"""The command on localities: georeference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from geomap.cli.inputs import lines_of_stdin, open_gazetteer
from geomap.cli.options import SOME_UNREAD, AsJson, latlon_of
from geomap.cli.printing import note, print_json
from geomap.errors import GeoreferenceError, LocalityError, UsageError

if TYPE_CHECKING:
    from geomap.gazetteer import Gazetteer
    from geomap.georeferencing.localities import Options

app = typer.Typer()


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
    from geomap.georeferencing.localities import Options  # noqa: PLC0415

    options = Options(
        convention=_name_of(convention),
        at=latlon_of(at, "--at"),
        on_path=latlon_of(on_path, "--on-path"),
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
    texts = [line for text in localities for line in (lines_of_stdin() if text == "-" else [text])]
    if not texts:
        raise LocalityError("there is no locality to georeference")
    with open_gazetteer() as gazetteer:
        printed = [_print_answer(text, gazetteer, options, as_json=as_json) for text in texts]
    if not all(printed):
        raise typer.Exit(SOME_UNREAD if any(printed) else 2)


def _name_of(convention: str) -> str:
    """The full name of a convention."""
    from geomap.georeferencing.point_radius import convention_of  # noqa: PLC0415

    try:
        return convention_of(convention).name
    except GeoreferenceError as error:
        raise UsageError(str(error), place="--convention") from None


def _print_answer(text: str, gazetteer: Gazetteer, options: Options, *, as_json: bool) -> bool:
    """Print what a locality comes to, or why it comes to nothing; whether it came to something."""
    from geomap.georeferencing.localities import answer_lines, answer_record, georeference  # noqa: PLC0415

    try:
        answer = georeference(text, gazetteer=gazetteer, options=options)
    except GeoreferenceError as error:
        note("geomap: " + " ".join(str(error).split()))
        return False
    if as_json:
        print_json(answer_record(answer))
        return True
    for line in answer_lines(answer):
        typer.echo("".join(character for character in line if character.isprintable()))
    return True

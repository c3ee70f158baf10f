"""Options that several commands have, and what their values mean."""

from __future__ import annotations

from typing import Annotated

import typer

from geomap.errors import UsageError

Reports = Annotated[list[str], typer.Argument(metavar="REPORT...", help="Files, folders, - for standard input, or one case file (.yaml).")]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON instead of a table.")]
Everything = Annotated[bool, typer.Option("--all", help="Print the trivial findings too, which are otherwise only counted.")]
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


def lonlat_of(text: str) -> tuple[float, float]:
    """The position that --near names, longitude first. Raises UsageError."""
    try:
        lon, lat = (float(part) for part in text.split(","))
    except ValueError:
        raise UsageError(f"{text!r} is not a position", place="--near", mend="write LON,LAT in degrees, such as 38.66,33.49") from None
    if not (-180 <= lon <= 180 and -90 <= lat <= 90):
        raise UsageError(f"{text!r} is not on the earth", place="--near", mend="write LON,LAT in degrees, longitude first")
    return (lon, lat)


def latlon_of(text: str | None, option: str) -> tuple[float, float] | None:
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

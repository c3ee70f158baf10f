"""The case file: YAML that geomap writes and an analyst edits.

The first lines say what may be edited and carry a checksum of the rest, so that an edited file is recognised and never overwritten.
"""

from __future__ import annotations

import datetime as dt
import difflib
import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

import cattrs
import yaml
from cattrs import transform_error
from cattrs.gen import make_dict_structure_fn
from cattrs.v import format_exception

from geomap.case.choices import Choices
from geomap.errors import CaseFileError
from geomap.gazetteer.online.geocoding import PUBLIC_OPTIONS, Area, Ask, Geocoding
from geomap.geometry.geodesy import distance_m
from geomap.language.toponyms.recognizers import BUILT_IN
from geomap.model import Analysis, Claim, Location, Report
from geomap.policy import Policy
from geomap.writing import write_text

VERSION = 1
_HEAD = """\
# A geomap case. Edit `choices`, `policy`, `recognizer`, `geocoder` and what the reports say of themselves; then run `geomap map` on this file.
#   choices: places:  the words of a report: a gazetteer id such as geonames:172344, or null for "none of these"
#            events:  a claim's id: an event's id, to join or part claims
#            ignore:  ids of claims to leave out
# `claims` and `unresolved` tell what was found; changes there have no effect.
"""
_SEAL = "# as written by geomap: "


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportEntry:
    """A report of the case: where its text is, and what is known of it."""

    id: str
    source: str | None = None
    """Path relative to the case file; None where the text itself is kept here."""
    text: str | None = None
    """The text of a report that came without a file."""
    sha256: str | None = None
    """Checksum of the text as it was; a changed report is said."""
    title: str | None = None
    publisher: str | None = None
    published: dt.date | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """What a case file holds."""

    geomap: int
    """Version of the format."""
    title: str = "Case"
    reports: tuple[ReportEntry, ...] = ()
    recognizer: str = BUILT_IN
    geocoder: Geocoding | None = None
    """The online geocoder that is asked, as its name or with its limits and options."""
    policy: Policy = field(default_factory=Policy)
    choices: Choices = field(default_factory=Choices)
    claims: tuple[Any, ...] = ()
    """For the reader: id, report and quote of each claim. The quotes of claims named in `choices` are checked."""
    unresolved: tuple[Any, ...] = ()
    """For the reader: names that could not be placed, with candidates to choose from."""


def load(path: Path) -> CaseFile:
    """Read a case file.

    Raises CaseFileError with all problems in one line, each with its place.
    """
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise CaseFileError("there is no such case file", source=str(path)) from None
    except (OSError, UnicodeDecodeError) as error:
        raise CaseFileError(f"cannot be read ({error})", source=str(path)) from None
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        place = f"line {mark.line + 1}, column {mark.column + 1}" if mark else None
        problem = getattr(error, "problem", None) or "malformed"
        raise CaseFileError(f"not YAML: {problem}", source=str(path), place=place) from None
    if not isinstance(data, dict) or "geomap" not in data:
        raise CaseFileError("not a geomap case file", source=str(path), mend="its first key is `geomap: 1`")
    if data["geomap"] != VERSION:
        raise CaseFileError(
            f"written in format {data['geomap']!r}, while this geomap reads format {VERSION}", source=str(path), place="geomap"
        )
    try:
        return _converter().structure(data, CaseFile)
    except Exception as error:  # noqa: BLE001  (cattrs wraps whatever the values raise)
        problems = "; ".join(_problem(line) for line in transform_error(error, path="case", format_exception=_reason))
        raise CaseFileError(problems, source=str(path)) from None


def _reason(error: BaseException, kind: type | None) -> str:
    """What our own checks of a value say, else cattrs' words."""
    return str(error) if type(error) in (ValueError, TypeError) else format_exception(error, kind)


def _problem(line: str) -> str:
    """A problem of cattrs with the place first, and a hint for an unknown key."""
    text, _, place = line.partition(" @ ")
    place = place.removeprefix("case.") or "top"
    if text.startswith("extra fields found"):
        unknown = text.partition("(")[2].partition(")")[0].split(",")[0].strip()
        known = [item.name for kind in (CaseFile, ReportEntry, Choices, Policy) for item in fields(kind)]
        near = difflib.get_close_matches(unknown, known, n=1)
        return f"{place}: unknown key {unknown!r}" + (f", did you mean {near[0]!r}?" if near else "")
    return f"{place}: {text}"


def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(forbid_extra_keys=True, detailed_validation=True)
    for kind in (CaseFile, ReportEntry, Choices, Policy):
        converter.register_structure_hook(kind, make_dict_structure_fn(kind, converter, _cattrs_forbid_extra_keys=True))
    converter.register_structure_hook(dt.date, lambda value, _: _as_date(value))
    converter.register_structure_hook(str, lambda value, _: _as_text(value))
    converter.register_structure_hook(Geocoding, lambda value, _: _as_geocoding(value))
    converter.register_structure_hook_func(lambda kind: kind == dict[str, str | None], lambda value, _: _as_choices(value))
    return converter


def _as_choices(value: object) -> dict[str, str | None]:
    if value is None:
        return {}
    if not isinstance(value, Mapping):
        msg = "expected a mapping from the words of a report to a gazetteer id"
        raise TypeError(msg)
    return {_as_text(key): None if item is None else _as_text(item) for key, item in value.items()}


def _as_geocoding(value: object) -> Geocoding:
    """An online geocoder, given as its name or as a mapping."""
    if isinstance(value, str):
        return Geocoding(provider=value)
    if not isinstance(value, Mapping):
        msg = "expected the name of a geocoder, or a mapping with its provider"
        raise TypeError(msg)
    known = [item.name for item in fields(Geocoding)]
    for key in value:
        if key not in known:
            near = difflib.get_close_matches(str(key), known, n=1)
            raise ValueError(f"unknown key {key!r}" + (f", did you mean {near[0]!r}?" if near else ""))
    if "provider" not in value:
        msg = "the provider is missing, such as `provider: nominatim`"
        raise ValueError(msg)
    options = value.get("options") or {}
    if not isinstance(options, Mapping):
        msg = "options: expected a mapping"
        raise TypeError(msg)
    return Geocoding(
        provider=_as_text(value["provider"]),
        ask=Ask.of(_as_text(value.get("ask", Ask.UNRESOLVED.value))),
        within=_as_area(value.get("within")),
        near=_as_area(value.get("near")),
        options={_as_text(key): _as_text(item) for key, item in options.items()},
    )


def _as_area(value: object) -> Area:
    if value is None:
        return Area()
    words = [_as_text(item) for item in value] if isinstance(value, list) else [_as_text(value)]
    # A box may stand as a list of four numbers, as YAML has it.
    box = isinstance(value, list) and len(value) == 4 and not any(isinstance(item, str) for item in value)
    return Area.of([",".join(words)] if box else words)


def _geocoder(geocoder: Geocoding | None) -> object:
    """An online geocoder as it is kept: its name alone where that says all, and never its credentials."""
    if geocoder is None:
        return None
    body: dict[str, Any] = {"provider": geocoder.provider}
    if geocoder.ask is not Ask.UNRESOLVED:
        body["ask"] = geocoder.ask.value
    for name, area in (("within", geocoder.within), ("near", geocoder.near)):
        if not area.everywhere:
            body[name] = list(area.words)
    public = {name: value for name, value in sorted(geocoder.options.items()) if name in PUBLIC_OPTIONS}
    if public:
        body["options"] = public
    return geocoder.provider if len(body) == 1 else body


def _as_text(value: object) -> str:
    if isinstance(value, (str, int, float)) and not isinstance(value, bool):
        return str(value)
    msg = f"expected text, not {value!r}"
    raise TypeError(msg)


def _as_date(value: object) -> dt.date:
    if isinstance(value, dt.datetime):
        return value.date()
    if isinstance(value, dt.date):
        return value
    return dt.date.fromisoformat(str(value))


def checksum(text: str) -> str:
    """Checksum of a text, as the case file keeps it."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def dump(
    analysis: Analysis, choices: Choices, policy: Policy, *, recognizer: str = BUILT_IN, geocoder: Geocoding | None = None, folder: Path
) -> str:
    """The text of a case file that will stand in `folder`: the same analysis gives the same bytes."""
    body: dict[str, Any] = {
        "geomap": VERSION,
        "title": analysis.title,
        "reports": [_entry(report, folder) for report in analysis.reports],
        "recognizer": recognizer,
        "geocoder": _geocoder(geocoder),
        "policy": {item.name: _plain(getattr(policy, item.name)) for item in fields(policy)},
        "choices": {"places": dict(choices.places), "events": dict(choices.events), "ignore": list(choices.ignore)},
        "claims": [_claim(claim) for claim in analysis.claims],
        "unresolved": [_unresolved(location, analysis) for location in _distinct(analysis.unresolved)],
    }
    text = yaml.safe_dump(body, allow_unicode=True, sort_keys=False, width=100)
    return f"{_HEAD}{_SEAL}{checksum(text)}\n{text}"


def _plain(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _entry(report: Report, folder: Path) -> dict[str, Any]:
    known: dict[str, Any] = {"id": report.id}
    if report.source is None or report.source == "-":
        known["text"] = report.text
    else:
        known["source"] = Path(os.path.relpath(report.source, folder)).as_posix()
    known["sha256"] = checksum(report.text)
    known |= {"title": report.title, "publisher": report.publisher, "published": report.published, "url": report.url}
    return known


def _claim(claim: Claim) -> dict[str, Any]:
    return {
        "id": claim.id,
        "report": claim.span.report.id,
        "quote": claim.span.text,
        "relation": claim.relation.value,
        "speaker": claim.speaker.text if claim.speaker else None,
        "event": claim.event,
    }


def _distinct(locations: tuple[Location, ...]) -> list[Location]:
    """The first location of each name."""
    return list({location.mention.name.casefold(): location for location in reversed(locations)}.values())[::-1]


def _unresolved(location: Location, analysis: Analysis) -> dict[str, Any]:
    anchors = [region.anchor for region in analysis.regions]
    listed = []
    for candidate in location.candidates[:5]:
        known: dict[str, Any] = {"id": candidate.place.id, "name": candidate.place.name, "country": candidate.place.country}
        if anchors:
            known["km from " + anchors[0].name] = round(distance_m(candidate.place.lonlat, anchors[0].lonlat) / 1000, 1)
        listed.append(known)
    return {"name": location.mention.span.text, "why": location.why, "candidates": listed}


def is_edited(path: Path) -> bool:
    """Whether somebody changed a case file since geomap wrote it; True also where the seal is gone or unreadable."""
    try:
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    except (OSError, UnicodeDecodeError):
        return True
    for number, line in enumerate(lines):
        if line.startswith(_SEAL):
            head, body = "".join(lines[:number]), "".join(lines[number + 1 :])
            return head != _HEAD or line.removeprefix(_SEAL).strip() != checksum(body)
    return True


def save(path: Path, text: str) -> Path:
    """Write a case file; where an edited one stands, write beside it, as case.new.yaml, and return that path."""
    if path.exists() and is_edited(path):
        path = path.with_name(f"{path.stem}.new{path.suffix}")
    write_text(path, text)
    return path

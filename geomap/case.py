"""The case: reports and choices in, a checked result out."""

from __future__ import annotations

import difflib
import html
import json
import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from geomap import casefile, explaining, exports, maps, records
from geomap._version import __version__
from geomap.asking import ask_online
from geomap.casefile import Choices
from geomap.checks import check, gather
from geomap.errors import CaseFileError, ChoiceError
from geomap.footprints import footprints_of
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.geocoding import Geocoding
from geomap.gazetteer.online import Online, Telling
from geomap.language import join_events
from geomap.language.recognizers import BUILT_IN
from geomap.model import Analysis, Candidate, Claim, Event, Finding, Location, Mention, Problem, Region, Report, Unread
from geomap.policy import Policy
from geomap.readers import read_all
from geomap.readings import key_of, places_of
from geomap.workers import Found, Reader, read_reports
from geomap.writing import write_text

if TYPE_CHECKING:
    import folium
    import geopandas

Progress = Callable[[str, int, int], None]
"""Told the stage's name, how much is done and how much there is."""


def _silent(stage: str, done: int, total: int) -> None:
    """Progress that nobody watches."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """What an analyst owns: reports, choices and a policy. A case is never changed; every change makes another."""

    reports: tuple[Report, ...]
    title: str | None = None
    """What the case is called; None for a title made from what it is about."""
    choices: Choices = field(default_factory=Choices)
    policy: Policy = field(default_factory=Policy)
    recognizer: str = BUILT_IN
    """What finds the names of places: "builtin", or a plug-in such as "spacy:en_core_web_sm"."""
    geocoder: Geocoding | None = None
    """The online geocoder that is asked; None for none, and then nothing is ever sent anywhere."""
    problems: tuple[Problem, ...] = ()
    """Inputs that could not be used."""

    @classmethod
    def from_reports(
        cls,
        reports: Sequence[Report],
        *,
        title: str | None = None,
        policy: Policy | None = None,
        recognizer: str = BUILT_IN,
        geocoder: Geocoding | str | None = None,
        problems: Sequence[Problem] = (),
    ) -> Case:
        """Make a case of reports; with a geocoder, such as "nominatim", names that are not resolved offline are sent to it."""
        return cls(
            reports=tuple(reports),
            title=title,
            policy=policy or Policy(),
            recognizer=recognizer,
            geocoder=Geocoding(provider=geocoder) if isinstance(geocoder, str) else geocoder,
            problems=tuple(problems),
        )

    @classmethod
    def load(cls, path: str | os.PathLike[str]) -> Case:
        """Read a case file and the reports that it names.

        Raises CaseFileError where the file is malformed or a report is gone. A report that has changed since is read as it is now,
        and listed among the problems.
        """
        path = Path(path)
        known = casefile.load(path)
        loaded = [_load_report(entry, path) for entry in known.reports]
        return cls(
            reports=tuple(report for report, _ in loaded),
            title=known.title,
            choices=known.choices,
            policy=known.policy,
            recognizer=known.recognizer,
            geocoder=known.geocoder,
            problems=tuple(problem for _, problem in loaded if problem is not None),
        )

    def choose(self, name: str, place_id: str | None) -> Case:
        """A new case in which the words `name` mean the place of that gazetteer id, or none of the candidates for None."""
        return replace(self, choices=replace(self.choices, places={**self.choices.places, name: place_id}))

    def ignore(self, *claim_ids: str) -> Case:
        """A new case that leaves out claims."""
        return replace(self, choices=replace(self.choices, ignore=tuple(dict.fromkeys([*self.choices.ignore, *claim_ids]))))

    def check(
        self, *, gazetteer: Gazetteer | None = None, jobs: int | None = 1, on_progress: Progress = _silent, telling: Telling | None = None
    ) -> Result:
        """Extract, resolve, build and check.

        Without a gazetteer the embedded one is opened, and built first where it is not there yet. With `jobs` several processes read
        the reports, as many as there are cores (and as is worth it) for None; a script that asks for that must be importable, as
        every script that uses `multiprocessing`. `telling` hears what is sent to an online geocoder; where that fails, the offline result
        stands, and the failure is among the problems. Raises ChoiceError for a choice that names words, claims or places which the case
        does not have, and what `geomap.language.recognizers.load_recognizer` raises.
        """
        if gazetteer is None:
            with Gazetteer.open(on_progress=lambda done, total: on_progress("building the gazetteer (once)", done, total)) as opened:
                return self.check(gazetteer=opened, jobs=jobs, on_progress=on_progress, telling=telling)
        online = self._online(telling or Telling(), on_progress)
        reader = Reader(gazetteer=gazetteer, policy=self.policy, recognizer=self.recognizer)
        found = read_reports(self.reports, reader, jobs=jobs, on_progress=lambda done, total: on_progress("reading reports", done, total))
        problems = self.problems
        if online is not None:
            decided = _Decided(self.choices, gazetteer)
            found, failed = ask_online(found, online, gazetteer=gazetteer, policy=self.policy, decided=decided)
            problems += failed
        claims, events = self._joined(found)
        located = _chosen([location for each in found for location in each.locations], self.choices, gazetteer)
        where = {key_of(location.mention): location for location in located}
        footprints = footprints_of(places_of(claims, where, policy=self.policy))
        evidence = gather(claims, where, policy=self.policy, footprints=footprints)
        findings = check(evidence, where, policy=self.policy)
        regions = tuple(item.region for item in evidence if item.region is not None)
        unread = tuple(item for each in found for item in each.extraction.unread)
        return Result(
            case=self,
            analysis=Analysis(
                title=self.title or _title(self.reports, regions),
                reports=self.reports,
                claims=claims,
                locations=located,
                regions=regions,
                findings=findings,
                events=events,
                unread=unread,
                problems=problems,
            ),
        )

    def _online(self, telling: Telling, on_progress: Progress) -> Online | None:
        """The online geocoder of the case, set up before anything is read, so that a fault in its options costs nothing."""
        if self.geocoder is None:
            return None
        stage = f"asking {self.geocoder.provider}"
        telling = replace(telling, progress=lambda done, total: on_progress(stage, done, total))
        return Online(self.geocoder, user_agent=f"geomap/{__version__}", telling=telling)

    def _joined(self, found: Sequence[Found]) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
        """The claims with their events, after the analyst's choices."""
        happenings = [happening for each in found for happening in each.happenings]
        claims, events = join_events([each.extraction for each in found], happenings)
        known = {claim.id for claim in claims}
        for claim_id in (*self.choices.ignore, *self.choices.events):
            if claim_id not in known:
                raise ChoiceError(f"choices name claim {claim_id!r}, but the claims are {_listed(known)}")
        claims = tuple(_moved(claim, self.choices.events) for claim in claims if claim.id not in self.choices.ignore)
        return claims, _regrouped(events, claims)


def _title(reports: Sequence[Report], regions: Sequence[Region]) -> str:
    """What a case without a title is called: its only report's title, or the place that most claims are measured from."""
    if len(reports) == 1 and reports[0].title:
        return reports[0].title
    counted = Counter(region.anchor.name for region in regions if not region.anchor.is_area)
    number = f"{len(reports)} reports" if len(reports) != 1 else f"report {reports[0].id}"
    return f"{counted.most_common(1)[0][0]}: {number}" if counted else number


def _listed(ids: set[str]) -> str:
    ordered = sorted(ids, key=lambda item: (len(item), item))
    return f"{ordered[0]} to {ordered[-1]}" if ordered else "none"


def _load_report(entry: casefile.ReportEntry, path: Path) -> tuple[Report, Problem | None]:
    """A report of a case file with what the file says of it, and a problem where its text is not what it was."""
    if entry.text is not None:
        report = Report(id=entry.id, text=entry.text, source="-")
    elif entry.source is not None:
        source = Path(os.path.normpath(path.parent / entry.source))
        found = read_all([source])
        matching = [report for report in found.reports if report.id == entry.id] or (list(found.reports) if len(found.reports) == 1 else [])
        if not matching:
            reason = found.problems[0].line if found.problems else f"{source} holds no report {entry.id!r}"
            raise CaseFileError(reason, source=str(path), place=f"reports, {entry.id}", mend="mend its source")
        report = matching[0]
    else:
        raise CaseFileError("neither source nor text", source=str(path), place=f"reports, {entry.id}")
    problem = None
    if entry.sha256 is not None and entry.sha256 != casefile.checksum(report.text):
        problem = Problem(source=str(path), place=f"report {entry.id}", reason="its text has changed since the case was written")
    known = {name: getattr(entry, name) for name in ("title", "publisher", "published", "url")}
    return replace(report, id=entry.id, **known), problem


def _moved(claim: Claim, events: Mapping[str, str]) -> Claim:
    event = events.get(claim.id)
    return claim if event is None else replace(claim, event=event, event_reason="the analyst's choice")


def _regrouped(events: tuple[Event, ...], claims: tuple[Claim, ...]) -> tuple[Event, ...]:
    """The events with the claims that they have now; those left empty go, those named by the analyst come."""
    members: dict[str, list[str]] = {}
    for claim in claims:
        if claim.event is not None:
            members.setdefault(claim.event, []).append(claim.id)
    known = {event.id: event for event in events}
    result = []
    for name, ids in members.items():
        event = known.get(name) or Event(id=name, label=name, when=None, claims=(), reason="the analyst's choice")
        left = [(other, why) for other, why in zip(event.may_join, event.may_join_reasons, strict=True) if other in members]
        others, reasons = tuple(other for other, _ in left), tuple(why for _, why in left)
        result.append(replace(event, claims=tuple(ids), may_join=others, may_join_reasons=reasons))
    return tuple(result)


def _chosen(locations: Sequence[Location], choices: Choices, gazetteer: Gazetteer) -> tuple[Location, ...]:
    """The locations with the analyst's choices put in."""
    wanted = {_folded(name): place_id for name, place_id in choices.places.items()}
    names = {_folded(text): text for location in locations for text in (location.mention.span.text, location.mention.name)}
    for name in choices.places:
        if _folded(name) not in names:
            near = difflib.get_close_matches(_folded(name), names, n=1)
            hint = f"; did you mean {names[near[0]]!r}?" if near else ""
            raise ChoiceError(f"choices name the place {name!r}, which no report mentions{hint}")
    return tuple(_with_choice(location, wanted, gazetteer) for location in locations)


@dataclass(frozen=True, slots=True)
class _Decided:
    """Whether the analyst has said what a mention means, by a place that is known offline or by none."""

    choices: Choices
    gazetteer: Gazetteer

    def __call__(self, mention: Mention) -> bool:
        for name, place_id in self.choices.places.items():
            if _folded(name) in (_folded(mention.span.text), _folded(mention.name)):
                return place_id is None or self.gazetteer.has(place_id)
        return False


def _with_choice(location: Location, wanted: Mapping[str, str | None], gazetteer: Gazetteer) -> Location:
    for text in (location.mention.span.text, location.mention.name):
        if _folded(text) not in wanted:
            continue
        place_id = wanted[_folded(text)]
        if place_id is None:
            return replace(location, resolved=None, chosen=True, why="left open by the analyst's choice")
        place = next((each.place for each in location.candidates if each.place.id == place_id), None) or gazetteer.place(place_id)
        others = tuple(candidate for candidate in location.candidates if candidate.place.id != place.id)
        first = Candidate(place=place, score=1.0, reasons=("the analyst's choice",))
        return replace(location, candidates=(first, *others), resolved=place, chosen=True, why="the analyst's choice")
    return location


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


@dataclass(frozen=True, kw_only=True)
class Result:
    """What came of a case."""

    case: Case
    analysis: Analysis

    @property
    def findings(self) -> tuple[Finding, ...]:
        """The findings, in printing order."""
        return self.analysis.findings

    @property
    def events(self) -> tuple[Event, ...]:
        """What the claims are about."""
        return self.analysis.events

    @property
    def unresolved(self) -> tuple[Location, ...]:
        """Names that were not put anywhere."""
        return self.analysis.unresolved

    @property
    def unread(self) -> tuple[Unread, ...]:
        """Distances that became neither claims nor recognised non-claims."""
        return self.analysis.unread

    @cached_property
    def claims(self) -> geopandas.GeoDataFrame:
        """The claims as a GeoDataFrame in OGC:CRS84, one row a claim with its quote; the geometry is the outer region."""
        return exports.claims_frame(self.analysis)

    def map(self) -> folium.Map:
        """The layered map, to which layers of your own can be added."""
        return maps.draw(self.analysis)

    def save(self, path: str | os.PathLike[str]) -> Path:
        """Write the result; the suffix names the format: .html, .yaml, .json, .geojson, .gpkg, .kml or .csv."""
        target = Path(path)
        match target.suffix.lower():
            case ".html":
                write_text(target, maps.html(self.map()))
            case ".yaml" | ".yml":
                return casefile.save(target, self._case_text(target.parent))
            case ".json":
                write_text(target, self.json())
            case _:
                exports.save(self.analysis, target)
        return target

    def _case_text(self, folder: Path) -> str:
        case = self.case
        return casefile.dump(self.analysis, case.choices, case.policy, recognizer=case.recognizer, geocoder=case.geocoder, folder=folder)

    def json(self) -> str:
        """What ``geomap check --json`` prints, as JSON text."""
        return json.dumps(records.analysis_record(self.analysis), ensure_ascii=False, allow_nan=False, indent=1) + "\n"

    def explain(self, claim_id: str) -> str:
        """A claim with its readings and regions, in words and numbers. Raises ChoiceError for an unknown claim."""
        claim = next((claim for claim in self.analysis.claims if claim.id == claim_id), None)
        if claim is None:
            known = _listed({claim.id for claim in self.analysis.claims})
            raise ChoiceError(f"there is no claim {claim_id!r}; the claims are {known}")
        return explaining.explain(claim, self.analysis, self.case.policy)

    def _repr_html_(self) -> str:
        """The table of findings over the map."""
        rows = "".join(
            f"<tr><td>{html.escape(finding.id)}</td><td>{html.escape(finding.kind.value)}</td><td>{html.escape(finding.verdict.value)}</td>"
            f"<td>{'yes' if finding.robust else 'no'}</td><td style='text-align:left'>{html.escape(finding.explanation)}</td></tr>"
            for finding in self.findings
        )
        head = "<tr><th></th><th>kind</th><th>verdict</th><th>robust</th><th style='text-align:left'>explanation</th></tr>"
        return f"<table><thead>{head}</thead><tbody>{rows}</tbody></table>{self.map()._repr_html_()}"

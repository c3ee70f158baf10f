"""The case: reports and choices in, a checked result out, and the files that the result is written to."""

from __future__ import annotations

import html
import json
import os
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING

from geomap import maps
from geomap._version import __version__
from geomap.areas.evidence import gather
from geomap.areas.footprints import footprints_of
from geomap.areas.readings import places_of
from geomap.case import explaining
from geomap.case import file as casefile
from geomap.case.asking import ask_online
from geomap.case.choices import Choices, Decided, chosen, listed, moved, regrouped
from geomap.case.workers import Found, Reader, read_reports
from geomap.checks import check
from geomap.checks.located.chains import locate_names
from geomap.checks.located.events import located_events
from geomap.checks.ranking import folded_in_words
from geomap.errors import CaseFileError, ChoiceError
from geomap.exports import files as exports
from geomap.exports import records
from geomap.gazetteer import Gazetteer
from geomap.gazetteer.online.geocoding import Geocoding
from geomap.gazetteer.online.online import Online, Telling
from geomap.gazetteer.resolution.together import settled_together
from geomap.incidents import join_events
from geomap.language.text.languages import why_unread
from geomap.language.toponyms.recognizers import BUILT_IN
from geomap.model import LOCATED, Analysis, Claim, Event, Extracted, Finding, Location, Problem, Region, Report, Unread
from geomap.policy import Policy
from geomap.progress import StageProgress, silent
from geomap.readers import read_all
from geomap.writing import write_text

if TYPE_CHECKING:
    import folium
    import geopandas


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

    def extract(
        self,
        *,
        gazetteer: Gazetteer | None = None,
        jobs: int | None = 1,
        on_progress: StageProgress = silent,
        telling: Telling | None = None,
    ) -> Extracted:
        """Read the claims, resolve the names, and join the claims that are about one event; the analyst's choices are put in.

        Without a gazetteer the embedded one is opened, and built first where it is not there yet. With `jobs` several processes read
        the reports, as many as there are cores (and as is worth it) for None; a script that asks for that must be importable, as
        every script that uses `multiprocessing`. `telling` hears what is sent to an online geocoder; where that fails, the offline result
        stands, and the failure is among the problems. Raises ChoiceError for a choice that names words, claims or places which the case
        does not have, and what `geomap.language.toponyms.recognizers.load_recognizer` raises.
        """
        if gazetteer is None:
            with Gazetteer.open(on_progress=lambda done, total: on_progress("building the gazetteer (once)", done, total)) as opened:
                return self.extract(gazetteer=opened, jobs=jobs, on_progress=on_progress, telling=telling)
        online = self._online(telling or Telling(), on_progress)
        reader = Reader(gazetteer=gazetteer, policy=self.policy, recognizer=self.recognizer)
        found = read_reports(self.reports, reader, jobs=jobs, on_progress=lambda done, total: on_progress("reading reports", done, total))
        problems = self.problems
        if online is not None:
            decided = Decided(self.choices, gazetteer)
            found, failed = ask_online(found, online, gazetteer=gazetteer, policy=self.policy, decided=decided)
            problems += failed
        located_together = settled_together([each.extraction for each in found], [each.locations for each in found], gazetteer)
        found = tuple(replace(each, locations=own) for each, own in zip(found, located_together, strict=True))
        languages = _languages_of(found)
        not_read = _not_read(languages)
        problems += _to_translate(self.reports, not_read)
        located = chosen([location for each in found for location in each.locations], self.choices, gazetteer)
        claims, events = self._joined(found, located)
        unread = tuple(item for each in found for item in each.extraction.unread)
        return Extracted(
            reports=self.reports,
            claims=claims,
            locations=located,
            events=events,
            unread=unread,
            languages=languages,
            not_read=not_read,
            problems=problems,
        )

    def check(
        self,
        *,
        gazetteer: Gazetteer | None = None,
        jobs: int | None = 1,
        on_progress: StageProgress = silent,
        telling: Telling | None = None,
    ) -> Result:
        """Go on from what `extract` gives, which takes the same arguments: build the regions, and check them against each other."""
        said = self.extract(gazetteer=gazetteer, jobs=jobs, on_progress=on_progress, telling=telling)
        where = {location.mention.key: location for location in said.locations}
        footprints = footprints_of(places_of(said.claims, where, policy=self.policy))
        gathered = partial(gather, policy=self.policy, footprints=footprints)
        settled = locate_names(gathered(said.claims, where), where, gathered)
        evidence = settled.evidence
        analysis = Analysis(
            title=self.title or _title(self.reports, said.events, [item.region for item in evidence if item.region is not None]),
            reports=said.reports,
            claims=said.claims,
            locations=tuple(settled.locations[location.mention.key] for location in said.locations),
            evidence=evidence,
            findings=check(evidence, settled.locations, policy=self.policy, events=said.events),
            located=settled.located,
            events=said.events,
            unread=said.unread,
            languages=said.languages,
            not_read=said.not_read,
            problems=said.problems,
        )
        return Result(case=self, analysis=analysis)

    def _online(self, telling: Telling, on_progress: StageProgress) -> Online | None:
        """The online geocoder of the case, set up before anything is read, so that a fault in its options costs nothing."""
        if self.geocoder is None:
            return None
        stage = f"asking {self.geocoder.provider}"
        telling = replace(telling, progress=lambda done, total: on_progress(stage, done, total))
        return Online(self.geocoder, user_agent=f"geomap/{__version__}", telling=telling)

    def _joined(self, found: Sequence[Found], located: Sequence[Location]) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
        """The claims with their events, after the analyst's choices."""
        where = {location.mention.key: location for location in located}
        claims, events = join_events([each.extraction for each in found], [each.story for each in found], where)
        known = {claim.id for claim in claims}
        for claim_id in (*self.choices.ignore, *self.choices.events):
            if claim_id not in known:
                raise ChoiceError(f"choices name claim {claim_id!r}, but the claims are {listed(known)}")
        claims = tuple(moved(claim, self.choices.events) for claim in claims if claim.id not in self.choices.ignore)
        return claims, regrouped(events, claims)


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
    def whole(self) -> Analysis:
        """The analysis with where the claims leave room for each event too, which is only worked out where it is asked for."""
        analysis = self.analysis
        return replace(analysis, located=(*analysis.located, *located_events(analysis.events, analysis.evidence, analysis.located)))

    @property
    def located(self) -> geopandas.GeoDataFrame:
        """Where the claims leave room for names that no gazetteer has and for events, as a GeoDataFrame in OGC:CRS84."""
        return exports.located_frame(self.whole)

    @cached_property
    def claims(self) -> geopandas.GeoDataFrame:
        """The claims as a GeoDataFrame in OGC:CRS84, one row a claim with its quote; the geometry is the outer region."""
        return exports.claims_frame(self.analysis)

    def map(self) -> folium.Map:
        """The layered map, to which layers of your own can be added."""
        return maps.draw(self.whole)

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
                exports.save(self.whole, target)
        return target

    def _case_text(self, folder: Path) -> str:
        case = self.case
        return casefile.dump(self.analysis, case.choices, case.policy, recognizer=case.recognizer, geocoder=case.geocoder, folder=folder)

    def json(self) -> str:
        """What ``geomap check --json`` prints, as JSON text."""
        return json.dumps(records.analysis_record(self.whole), ensure_ascii=False, allow_nan=False, indent=1) + "\n"

    def explain(self, claim_id: str) -> str:
        """A claim with its readings and regions, in words and numbers. Raises ChoiceError for an unknown claim."""
        item = next((item for item in self.analysis.evidence if item.claim.id == claim_id), None)
        if item is None:
            known = listed({claim.id for claim in self.analysis.claims})
            raise ChoiceError(f"there is no claim {claim_id!r}; the claims are {known}")
        return explaining.explain(item, self.findings, self.events)

    def _repr_html_(self) -> str:
        """The table of findings over the map."""
        rows = "".join(
            f"<tr><td>{html.escape(finding.id)}</td><td>{html.escape(finding.kind.value)}</td><td>{html.escape(finding.verdict.value)}</td>"
            f"<td>{'yes' if finding.robust else 'no'}</td><td style='text-align:left'>{html.escape(finding.summary or finding.explanation)}</td></tr>"
            for finding in self.findings
            if not finding.folded
        )
        folded = folded_in_words(self.findings)
        head = "<tr><th></th><th>kind</th><th>verdict</th><th>robust</th><th style='text-align:left'>in words</th></tr>"
        notices = "".join(
            f"<p>Report <b>{html.escape(report)}</b> {html.escape(why)}.</p>" for report, why in self.analysis.not_read.items()
        )
        return f"{notices}<table><thead>{head}</thead><tbody>{rows}</tbody></table>{f'<p>{folded}.</p>' if folded else ''}{self.map()._repr_html_()}"


def _languages_of(found: Sequence[Found]) -> dict[str, str]:
    """The language of each report that has enough words to tell."""
    return {each.extraction.report.id: each.extraction.language for each in found if each.extraction.language is not None}


def _not_read(languages: Mapping[str, str]) -> dict[str, str]:
    """Why the rules do not read the reports that are not in English."""
    return {report: why for report, code in languages.items() if (why := why_unread(code)) is not None}


def _to_translate(reports: Sequence[Report], not_read: Mapping[str, str]) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            source="standard input" if report.source == "-" else report.source or report.id,
            place=f"report {report.id}",
            reason=not_read[report.id],
            mend="translate it into English",
        )
        for report in reports
        if report.id in not_read
    )


def _title(reports: Sequence[Report], events: Sequence[Event], regions: Sequence[Region]) -> str:
    """What a case without a title is called.

    Its only report's title, else the incident that most reports tell of, else the place that most claims are measured from.
    """
    if len(reports) == 1 and reports[0].title:
        return reports[0].title
    told = max(events, key=lambda event: (len(event.reports), len(event.claims)), default=None)
    if told is not None and len(told.claims) > 1:
        return told.label
    counted = Counter(region.anchor.name for region in regions if _names_a_place(region))
    number = f"{len(reports)} reports" if len(reports) != 1 else f"report {reports[0].id}"
    return f"{counted.most_common(1)[0][0]}: {number}" if counted else number


def _names_a_place(region: Region) -> bool:
    """Whether a region is measured from a place with a name of its own, and not from an area or a position."""
    return not region.anchor.is_area and region.anchor.kind not in (LOCATED, "position")


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

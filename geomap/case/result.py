"""What came of a case: findings, claims and maps, and the files that they are written to."""

from __future__ import annotations

import html
import json
import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from geomap import maps
from geomap.case import explaining
from geomap.case import file as casefile
from geomap.case.choices import listed
from geomap.errors import ChoiceError
from geomap.exports import files as exports
from geomap.exports import records
from geomap.model import Analysis, Event, Finding, Location, Unread
from geomap.writing import write_text

if TYPE_CHECKING:
    import folium
    import geopandas

    from geomap.case.case import Case


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
        item = next((item for item in self.analysis.evidence if item.claim.id == claim_id), None)
        if item is None:
            known = listed({claim.id for claim in self.analysis.claims})
            raise ChoiceError(f"there is no claim {claim_id!r}; the claims are {known}")
        return explaining.explain(item, self.findings)

    def _repr_html_(self) -> str:
        """The table of findings over the map."""
        rows = "".join(
            f"<tr><td>{html.escape(finding.id)}</td><td>{html.escape(finding.kind.value)}</td><td>{html.escape(finding.verdict.value)}</td>"
            f"<td>{'yes' if finding.robust else 'no'}</td><td style='text-align:left'>{html.escape(finding.explanation)}</td></tr>"
            for finding in self.findings
        )
        head = "<tr><th></th><th>kind</th><th>verdict</th><th>robust</th><th style='text-align:left'>explanation</th></tr>"
        notices = "".join(
            f"<p>Report <b>{html.escape(report)}</b> {html.escape(why)}.</p>" for report, why in self.analysis.not_read.items()
        )
        return f"{notices}<table><thead>{head}</thead><tbody>{rows}</tbody></table>{self.map()._repr_html_()}"

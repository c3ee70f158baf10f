"""geomap: maps the spatial claims of reports, and says which can be true together and by how many kilometres.

>>> import geomap as gm
>>> report = gm.Report(id="r1", text="The convoy was hit 20 km north of Damascus.")
>>> report.title is None
True

Importing geomap is quick: what a name needs is loaded when the name is first used.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from geomap.case import Case, Result
    from geomap.errors import (
        CaseFileError,
        ChoiceError,
        GazetteerError,
        GeomapError,
        InputError,
        MissingExtraError,
        ReportError,
        UsageError,
    )
    from geomap.gazetteer import Gazetteer
    from geomap.language import extract
    from geomap.model import Claim, Event, Finding, Location, Mention, Place, Reading, Region, Report, Span
    from geomap.policy import Policy
    from geomap.readers import read
    from geomap.relations import Relation
    from geomap.units import Interval, Unit

from geomap._version import __version__

_HOMES = {
    "Case": "case",
    "CaseFileError": "errors",
    "ChoiceError": "errors",
    "Claim": "model",
    "Event": "model",
    "Finding": "model",
    "Gazetteer": "gazetteer",
    "GazetteerError": "errors",
    "GeomapError": "errors",
    "InputError": "errors",
    "Interval": "units",
    "Location": "model",
    "Mention": "model",
    "MissingExtraError": "errors",
    "Place": "model",
    "Policy": "policy",
    "Reading": "model",
    "Region": "model",
    "Relation": "relations",
    "Report": "model",
    "ReportError": "errors",
    "Result": "case",
    "Span": "model",
    "Unit": "units",
    "UsageError": "errors",
    "extract": "language",
    "read": "readers",
}

__all__ = [
    "Case",
    "CaseFileError",
    "ChoiceError",
    "Claim",
    "Event",
    "Finding",
    "Gazetteer",
    "GazetteerError",
    "GeomapError",
    "InputError",
    "Interval",
    "Location",
    "Mention",
    "MissingExtraError",
    "Place",
    "Policy",
    "Reading",
    "Region",
    "Relation",
    "Report",
    "ReportError",
    "Result",
    "Span",
    "Unit",
    "UsageError",
    "__version__",
    "extract",
    "read",
]


def __getattr__(name: str) -> Any:
    """Load a public name from its module on first use."""
    home = _HOMES.get(name)
    if home is None:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    return getattr(import_module(f"{__name__}.{home}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)

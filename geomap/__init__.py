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

if TYPE_CHECKING:  # for type checkers, which do not see what is loaded on first use
    from geomap._version import __version__ as __version__
    from geomap.case import Case as Case
    from geomap.case import Result as Result
    from geomap.errors import CaseFileError as CaseFileError
    from geomap.errors import ChoiceError as ChoiceError
    from geomap.errors import GazetteerError as GazetteerError
    from geomap.errors import GeomapError as GeomapError
    from geomap.errors import InputError as InputError
    from geomap.errors import MissingExtraError as MissingExtraError
    from geomap.errors import ReportError as ReportError
    from geomap.errors import UsageError as UsageError
    from geomap.gazetteer import Gazetteer as Gazetteer
    from geomap.language import extract as extract
    from geomap.model import Claim as Claim
    from geomap.model import Event as Event
    from geomap.model import Finding as Finding
    from geomap.model import Location as Location
    from geomap.model import Mention as Mention
    from geomap.model import Place as Place
    from geomap.model import Reading as Reading
    from geomap.model import Region as Region
    from geomap.model import Report as Report
    from geomap.model import Span as Span
    from geomap.policy import Policy as Policy
    from geomap.readers import read as read
    from geomap.relations import Relation as Relation
    from geomap.units import Interval as Interval
    from geomap.units import Unit as Unit

_NAMES = {
    "_version": "__version__",
    "case": "Case Result",
    "errors": "CaseFileError ChoiceError GazetteerError GeomapError InputError MissingExtraError ReportError UsageError",
    "gazetteer": "Gazetteer",
    "language": "extract",
    "model": "Claim Event Finding Location Mention Place Reading Region Report Span",
    "policy": "Policy",
    "readers": "read",
    "relations": "Relation",
    "units": "Interval Unit",
}
"""The public names by the module that has them."""
_HOMES = {name: home for home, names in _NAMES.items() for name in names.split()}

__all__ = list(_HOMES)

if not TYPE_CHECKING:  # else every misspelt name would pass for Any

    def __getattr__(name: str) -> Any:
        """Load a public name from its module on first use."""
        if name not in _HOMES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)

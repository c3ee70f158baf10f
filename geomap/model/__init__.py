"""The records that geomap passes from stage to stage.

Finding → Region → Reading → Claim → Span → Report: each holds the record it came from, so every result can quote its sentence.
Coordinates are (lon, lat) in degrees on WGS84, lengths metres, bearings degrees clockwise from true north.
Nothing comes in and nothing is worked out here but what a record says of itself; of files, of words and of geometry it knows nothing.
"""

from __future__ import annotations

from geomap.model.analysis import Analysis, Extracted
from geomap.model.claim import NO_THING, Claim, Extraction, Fate, Stance, Thing, Unread
from geomap.model.event import Event, JoinedPair, PossibleJoin, Role
from geomap.model.evidence import Evidence
from geomap.model.finding import Apart, Finding, FindingKind, Flip, JointSets, Margin, Speed, Verdict
from geomap.model.hours import Clock, Order
from geomap.model.incident import Basis, Dating, Passing, Telling, Wording
from geomap.model.located import Located
from geomap.model.mention import Candidate, Location, Mention, MentionKey, MentionKind
from geomap.model.place import AREAS, LANDSCAPE, LARGE_M, LINES, LOCATED, MIDDLE, OFFSET, Footprint, Place
from geomap.model.quantity import Qualifier, Quantity
from geomap.model.reading import Edge, Path, Reading, Region, RegionKey
from geomap.model.report import Problem, Report, Span

__all__ = [
    "AREAS",
    "LANDSCAPE",
    "LARGE_M",
    "LINES",
    "LOCATED",
    "MIDDLE",
    "NO_THING",
    "OFFSET",
    "Analysis",
    "Apart",
    "Basis",
    "Candidate",
    "Claim",
    "Clock",
    "Dating",
    "Edge",
    "Event",
    "Evidence",
    "Extracted",
    "Extraction",
    "Fate",
    "Finding",
    "FindingKind",
    "Flip",
    "Footprint",
    "JoinedPair",
    "JointSets",
    "Located",
    "Location",
    "Margin",
    "Mention",
    "MentionKey",
    "MentionKind",
    "Order",
    "Passing",
    "Path",
    "Place",
    "PossibleJoin",
    "Problem",
    "Qualifier",
    "Quantity",
    "Reading",
    "Region",
    "RegionKey",
    "Report",
    "Role",
    "Span",
    "Speed",
    "Stance",
    "Telling",
    "Thing",
    "Unread",
    "Verdict",
    "Wording",
]

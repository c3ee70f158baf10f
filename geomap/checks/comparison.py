"""What comes of comparing two claims, before it is put into words."""

from __future__ import annotations

from dataclasses import dataclass

from geomap.model import Apart, Flip, Margin, Verdict

LonLat = tuple[float, float]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """What comes of comparing two claims, or two that are alike."""

    verdict: Verdict
    by_figures: Verdict
    """What the figures as written say, whatever the bounds allow."""
    is_same: bool = False
    """Whether the two say the same: the same figures and directions from the same place."""
    same_by: str = ""
    """Why they do though their figures differ, in the middle of a sentence; empty where they do not."""
    because: str = ""
    """Why the verdict is less than the figures say, as sentences; empty where it is not."""
    margin: Margin
    robust: bool
    readings: int
    flips: tuple[Flip, ...]
    apart: Apart
    anchors_nearest: tuple[LonLat, LonLat] | None
    nearest: tuple[LonLat, LonLat] | None
    witness: LonLat | None = None

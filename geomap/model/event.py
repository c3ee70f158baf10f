"""What several claims are about."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What several claims are about."""

    id: str
    label: str
    """Words of the reports: "the air strike"."""
    when: dt.date | None
    claims: tuple[str, ...]
    """Ids of its claims."""
    reason: str
    """How the claims were joined, in plain words."""
    may_join: tuple[str, ...] = ()
    """Ids of events that could be the same, left apart because it is not clear."""
    may_join_reasons: tuple[str, ...] = ()
    """Why each of them could be the same and was left apart, in plain words."""

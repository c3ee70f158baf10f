"""What several claims are about."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What a claim is to its report."""

    MAIN = "main"
    """Of the incident that the report is about."""
    SIDE = "side"
    """Of another one that it tells of."""
    STANDING = "standing"
    """Of no incident: it tells where something lies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedPair:
    """Two reports' accounts that are of one event."""

    claims: tuple[str, str]
    """A claim of each."""
    reports: tuple[str, str]
    probability: float
    """That these two are of one event, by what they tell alone."""
    why: str
    """In plain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PossibleJoin:
    """Another event that could be the same, left apart because it is not sure."""

    event: str
    probability: float
    why: str
    """Why it could be and why it was left apart, in plain words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """What several claims are about."""

    id: str
    label: str
    """Words of the reports: "the air strike"."""
    when: dt.date | None
    claims: tuple[str, ...]
    """Ids of its claims."""
    reports: tuple[str, ...] = ()
    """Ids of the reports that tell of it."""
    reason: str
    """How the claims were joined, in plain words."""
    joined: tuple[JoinedPair, ...] = ()
    """The accounts of different reports that were joined to it, pair by pair."""
    may_join: tuple[PossibleJoin, ...] = ()
    """Events that could be the same, the likeliest first."""

"""The spatial relations that a claim can state: one table, a row for each, with all that the other stages ask of it.

A relation is added by adding its row. Phrases in the row are read ("close to X"); words of another form, such as a figure before the
place, need a rule in `geomap.language.claims`.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto
from typing import Self


class Limit(Enum):
    """What limits where the thing is; a figure does too, wherever the words have one. The page draws each in its own way."""

    FIGURE = auto()
    """A stated distance (metric relations), and nothing without one: a firm ring or disc, with a band for what rounding may add."""
    BEARING = auto()
    """A stated compass point (directional relations), and nothing without one: a sector."""
    FOOTPRINT = auto()
    """The place itself (topological relations): its outline, or the disc of its extent."""
    MIDDLE = auto()
    """The way between two places that are points (a ternary relation): a disc round its middle, of which nothing is sure."""
    POLICY = auto()
    """A length of the policy, from the edge of the place: a soft area that fades out and decides nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelationTraits:
    """What one relation asks for, allows and is called: its row of the table."""

    limit: Limit
    """What limits where the thing is."""
    phrases: tuple[str, ...] = ()
    """Words that state it without a figure, the place after them: "close to"."""
    words: str = ""
    """How findings say it without a figure, with {place} and {reach}; empty where they tell the distance instead."""
    is_position: bool = True
    """Whether it says where something is, rather than only declaring a zone."""
    is_containment: bool = False
    """Whether it puts the thing in the place, of which the words may name a part: "in eastern Homs"."""
    is_complement: bool = False
    """Whether the thing is anywhere but in the place or zone."""
    may_declare_zone: bool = False
    """Whether a claim that has a figure also declares a zone of that radius: its distances then start at zero."""
    policy_length: str = ""
    """For POLICY, the name of the length in `geomap.policy.Policy`."""
    beyond_extent: bool = False
    """For POLICY, whether that length is counted from where the place of a point ends, and not from the point."""
    no_locality: str = ""
    """Why no point with a radius holds it, after "the locality"; empty where one does."""

    @property
    def anchors(self) -> int:
        """How many places it starts from."""
        return 2 if self.limit is Limit.MIDDLE else 1


class Relation(StrEnum):
    """How the thing located stands to its anchor.

    The values are the words of the JSON interface. The rows stand in the order of how particular they are: of several claims in one
    locality the first counts.

    >>> Relation("near") is Relation.NEAR, Relation.NEAR.traits.limit is Limit.POLICY
    (True, True)
    """

    traits: RelationTraits
    """The row."""

    def __new__(cls, value: str, *row: RelationTraits) -> Self:
        """A member with its row, which a look-up by value does not give."""
        member = str.__new__(cls, value)
        member._value_ = value
        (member.traits,) = row
        return member

    AT = "at", RelationTraits(limit=Limit.FIGURE)
    """At a distance from the anchor, perhaps in a direction: 10 km NE of X."""
    RANGE = "range", RelationTraits(limit=Limit.FIGURE)
    """Between two distances from the anchor: 10-15 km from X; a vague amount also: a few miles from X."""
    WITHIN = "within", RelationTraits(limit=Limit.FIGURE)
    """No farther than a distance from the anchor: within 30 km of X."""
    BETWEEN = "between", RelationTraits(limit=Limit.MIDDLE)
    """Between two anchors."""
    NEAR = (
        "near",
        RelationTraits(
            limit=Limit.POLICY,
            phrases=(
                "in the immediate vicinity of", "just across from", "across from", "in close proximity to", "in the vicinity of", "in the proximity of",
                "a short distance from", "on the outskirts of", "in the outskirts of", "just off", "not far from", "close to", "next to",
                "adjacent to", "just outside of", "just outside", "outside of", "near to", "near", "beside", "outside", "off", "around",
            ),
            words="near {place}, which may mean anything up to some {reach}",
            policy_length="near_max_m",
            beyond_extent=True,
        ),
    )  # fmt: skip
    """Close to the anchor, distance unsaid."""
    POSITION = "position", RelationTraits(limit=Limit.FOOTPRINT, words="at {place}")
    """At reported coordinates."""
    INSIDE = "inside", RelationTraits(limit=Limit.FOOTPRINT, words="in {place}", is_containment=True, may_declare_zone=True)
    """In the anchor, in a part of it, or in a zone round it (then with the zone's radius as the distance)."""
    BEYOND = "beyond", RelationTraits(limit=Limit.FIGURE, no_locality="says how far at least, which no circle holds")
    """At least a distance from the anchor: more than 45 miles from X."""
    TOWARD = (
        "toward",
        RelationTraits(limit=Limit.BEARING, words="somewhere from {place}", no_locality="says in which direction, but not how far"),
    )
    """In a direction from the anchor, distance unsaid: north of X."""
    ZONE = (
        "zone",
        RelationTraits(limit=Limit.FIGURE, is_position=False, may_declare_zone=True, no_locality="is a zone and no locality"),
    )
    """A standing region round the anchor is declared: a 34-mile exclusion zone around X."""
    OUTSIDE = (
        "outside",
        RelationTraits(
            limit=Limit.FOOTPRINT,
            words="outside {place}",
            is_complement=True,
            may_declare_zone=True,
            no_locality="says where it is not, which no circle holds",
        ),
    )
    """Not in the anchor, or not in a zone round it."""
    ALONG = (
        "along",
        RelationTraits(
            limit=Limit.POLICY, words="along {place}", policy_length="along_m", no_locality="names a line without a point on it"
        ),
    )
    """On or along a line such as a road or river."""

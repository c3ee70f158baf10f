"""The spatial relations that a claim can state, and what each asks for."""

from __future__ import annotations

from enum import StrEnum


class Relation(StrEnum):
    """How the thing located stands to its anchor.

    The values are the words of the JSON interface.
    """

    WITHIN = "within"
    """No farther than a distance from the anchor: within 30 km of X."""
    BEYOND = "beyond"
    """At least a distance from the anchor: more than 45 miles from X."""
    AT = "at"
    """At a distance from the anchor, perhaps in a direction: 10 km NE of X."""
    RANGE = "range"
    """Between two distances from the anchor: 10-15 km from X; a vague amount also: a few miles from X."""
    TOWARD = "toward"
    """In a direction from the anchor, distance unsaid: north of X."""
    ZONE = "zone"
    """A standing region round the anchor is declared: a 34-mile exclusion zone around X."""
    INSIDE = "inside"
    """In the anchor, in a part of it, or in a zone round it (then with the zone's radius as the distance)."""
    OUTSIDE = "outside"
    """Not in the anchor, or not in a zone round it."""
    NEAR = "near"
    """Close to the anchor, distance unsaid."""
    BETWEEN = "between"
    """Between two anchors."""
    ALONG = "along"
    """On or along a line such as a road or river."""
    POSITION = "position"
    """At reported coordinates."""

    @property
    def may_declare_zone(self) -> bool:
        """Whether a claim of this relation that has a distance also declares a zone of that radius."""
        return self in (Relation.ZONE, Relation.INSIDE, Relation.OUTSIDE)

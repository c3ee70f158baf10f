"""What words such as "about", "near" and "miles" may mean: named conventions, held in one frozen record.

Nothing here is global: a Policy is passed along, and a case keeps its own.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal

RoundingRule = Callable[[str], float]
"""From a figure as written ("45", "10.5") to half the width of what it may stand for, in the figure's own unit."""


def literal(figure: str) -> float:  # noqa: ARG001
    """The figure is exact."""
    return 0.0


def chapman2020(figure: str) -> float:
    """Half the distance precision of Chapman & Wieczorek (2020), Georeferencing Best Practices.

    Whole numbers: the precision is the smaller of 10^(trailing zeros) and 10^max(⌊log10 d⌋−1, 0). Fractions: the precision is
    the fraction's own denomination, so that 10.5 is known to a half and 10.25 to a quarter.

    >>> [chapman2020(figure) for figure in ("34", "30", "100", "10.5")]
    [0.5, 0.5, 5.0, 0.25]
    """
    value = Decimal(figure)
    fraction = value % 1
    if fraction:
        return float(_fraction_precision(fraction)) / 2
    if not value:
        return 0.5
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0"))
    return min(10.0**zeros, 10.0 ** max(len(digits) - 2, 0)) / 2


def _fraction_precision(fraction: Decimal) -> Decimal:
    """The coarsest of 1/2, 1/4, 1/8 that the fraction is a multiple of, else its last decimal place."""
    for part in (Decimal("0.5"), Decimal("0.25"), Decimal("0.125")):
        if fraction % part == 0:
            return part
    return Decimal(1).scaleb(int(fraction.normalize().as_tuple().exponent))


def frazier2004(figure: str) -> float:
    """Fifteen per cent of a multiple of ten (Frazier et al. 2004); other figures as by `chapman2020`.

    So that as a reading it differs from `chapman2020` only in what is new in it; `frazier2004_in_full` is the published rule.

    >>> frazier2004("30"), frazier2004("34")
    (4.5, 0.5)
    """
    value = float(figure)
    if value and value % 10 == 0:
        return 0.15 * value
    return chapman2020(figure)


def frazier2004_in_full(figure: str) -> float:
    """The published rule of Frazier et al. (2004): fifteen per cent of a multiple of ten, else one unit of the last digit written.

    >>> [frazier2004_in_full(figure) for figure in ("30", "33", "10.5", "10.25")]
    [4.5, 1.0, 0.1, 0.01]
    """
    value = Decimal(figure)
    if value and value % 10 == 0:
        return float(value * 15 / 100)
    exponent = int(value.as_tuple().exponent)
    return float(Decimal(1).scaleb(min(exponent, 0)))


def wieczorek2004(figure: str) -> float:
    """What Wieczorek (2001) and Wieczorek, Guo & Hijmans (2004) call the uncertainty of a distance: the whole of its precision.

    Fractions: the fraction's denomination. Multiples of ten: half of ten to the number of their trailing zeros. Other whole
    numbers: one.

    >>> [wieczorek2004(figure) for figure in ("9", "10", "140", "2000", "10.5", "10.6")]
    [1.0, 5.0, 5.0, 500.0, 0.5, 0.1]
    """
    value = Decimal(figure)
    fraction = value % 1
    if fraction:
        return float(_fraction_precision(fraction))
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0"))
    if not value:
        return 0.5
    return 10.0**zeros / 2 if zeros else 1.0


def heaping(figure: str) -> float:
    """Half the step of the heap that the figure stands on: a step of 5, 10, 50, 500, … for multiples of 5, 10, 100, 1000, ….

    Multiples of five in counted distances are rounded with probability 0.71 (ending in 5) and 0.82 (ending in 0), counted over
    distances of 20 to 49 miles in natural text. No step is more than half of the figure: what is nearer to 5 is not told as 10.

    >>> [heaping(figure) for figure in ("5", "10", "34", "45", "50", "100", "10.5")]
    [1.25, 2.5, 0.5, 2.5, 5.0, 25.0, 0.25]
    """
    value = Decimal(figure)
    if not value or value % 5:
        return chapman2020(figure)
    digits = str(int(value))
    zeros = len(digits) - len(digits.rstrip("0"))
    step = (5.0, 10.0)[zeros] if zeros < 2 else 10.0**zeros / 2
    return min(step, float(value) / 2) / 2


ROUNDING_RULES: dict[str, RoundingRule] = {
    "literal": literal,
    "chapman2020": chapman2020,
    "frazier2004": frazier2004,
    "wieczorek2004": wieczorek2004,
    "heaping": heaping,
}
"""The named conventions for what a rounded figure may stand for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """What the words of a claim may mean where they do not say it themselves."""

    inner_rounding: str = "chapman2020"
    """Convention that narrows the inner bound: half the last significant digit."""
    outer_rounding: str = "heaping"
    """Convention that widens the outer bound: half the heaping step."""
    roundings: tuple[str, ...] = ("literal", "chapman2020", "frazier2004", "heaping")
    """Conventions over which robustness is taken."""
    about: float = 0.1
    """A figure called "about" may be off by this share of itself, at least, in the outer bound."""
    detour_max: float = 1.4
    """Roads are at most this much longer than the straight line, for a by-road reading (mean 1.343 in 300 European cities)."""
    nautical_reading: bool = True
    """Whether plain miles may be nautical, as a reading beside statute."""
    near_m: float = 10_000.0
    """Half of the stated nearnesses are closer than this: the soft inner radius of "near"."""
    near_max_m: float = 39_000.0
    """Three quarters are closer than this: the soft outer radius of "near"."""
    along_m: float = 5_000.0
    """What goes along a line, or is on it, is taken to be no farther from it than this."""
    fair_score: float = 0.35
    """A candidate with less than this share of the best one's score is no fair reading of an anchor."""
    sibling_m: float = 50_000.0
    """A common noun ("the border post") may also mean another place of its kind that lies this near to its antecedent."""

    far_off: float = 5.0
    """A namesake that lies more than this many times a stated distance from where it was measured is not believed."""

    def length(self, name: str) -> float:
        """The length of a name, metres, as the table of relations names what stands in for a figure.

        >>> Policy().length("along_m")
        5000.0
        """
        return float(getattr(self, name))

    def __post_init__(self) -> None:
        for name in (self.inner_rounding, self.outer_rounding, *self.roundings):
            if name not in ROUNDING_RULES:
                msg = f"no rounding convention {name!r}; there are {', '.join(ROUNDING_RULES)}"
                raise ValueError(msg)
        if not (self.detour_max >= 1 and math.isfinite(self.detour_max)):
            msg = f"detour_max is {self.detour_max}; a road is at least as long as the straight line"
            raise ValueError(msg)


@dataclass(frozen=True, slots=True, kw_only=True)
class TopSpeed:
    """How fast a sort of thing moves, km/h over ground."""

    words: str
    """What one is called: "a tanker"."""
    seldom: float
    """It is seldom faster than this over any length of time."""
    never: float
    """What it cannot exceed."""


KNOT_KMH = 1.852

# Merchant ships: design speeds in MAN Energy Solutions, Propulsion trends in bulk carriers, in container vessels, in tankers (2018–2019).
# Warships and submarines: U.S. Navy Fact Files. Fast ferries: the fastest in service makes 58 knots. Trawlers steam at 10 to 12 knots.
# Rubber boats: Forensic Oceanography, Report on the "Left-to-Die Boat" (2012). Drift: Allen & Plourde, Review of Leeway (US Coast Guard, 1999),
# with the strongest ocean currents. Aircraft: U.S. Air Force fact sheets (MQ-9, RQ-4, C-130, F-15); FAI world record for helicopters (400.87 km/h,
# 1986); certified limits of airliners with a strong jet stream behind them. On foot: FM 21-18, Foot Marches (US Army 1990). Convoys: the march rates of
# ATP 4-16, Movement Control (US Army 2013). Storms: NOAA AOML, Hurricane FAQ. Fires: Cheney & Sullivan, Grassfires (2nd ed., 2008).
TOP_SPEEDS: dict[str, TopSpeed] = {
    "vessel": TopSpeed(words="a vessel", seldom=25 * KNOT_KMH, never=70 * KNOT_KMH),
    "cargo ship": TopSpeed(words="a cargo ship", seldom=16 * KNOT_KMH, never=22 * KNOT_KMH),
    "container ship": TopSpeed(words="a container ship", seldom=24 * KNOT_KMH, never=33 * KNOT_KMH),
    "tanker": TopSpeed(words="a tanker", seldom=16 * KNOT_KMH, never=20 * KNOT_KMH),
    "ferry": TopSpeed(words="a ferry", seldom=28 * KNOT_KMH, never=58 * KNOT_KMH),
    "fishing boat": TopSpeed(words="a fishing boat", seldom=11 * KNOT_KMH, never=20 * KNOT_KMH),
    "migrant boat": TopSpeed(words="a migrant boat", seldom=8 * KNOT_KMH, never=25 * KNOT_KMH),
    "speedboat": TopSpeed(words="a speedboat", seldom=30 * KNOT_KMH, never=70 * KNOT_KMH),
    "warship": TopSpeed(words="a warship", seldom=30 * KNOT_KMH, never=45 * KNOT_KMH),
    "submarine": TopSpeed(words="a submarine", seldom=25 * KNOT_KMH, never=35 * KNOT_KMH),
    "sailing boat": TopSpeed(words="a sailing boat", seldom=9 * KNOT_KMH, never=35 * KNOT_KMH),
    "drifting hulk": TopSpeed(words="what drifts", seldom=2 * KNOT_KMH, never=7 * KNOT_KMH),
    "aircraft": TopSpeed(words="an aircraft", seldom=950.0, never=3000.0),
    "airliner": TopSpeed(words="an airliner", seldom=950.0, never=1250.0),
    "propeller plane": TopSpeed(words="a propeller plane", seldom=660.0, never=925.0),
    "fighter jet": TopSpeed(words="a fighter jet", seldom=1000.0, never=3000.0),
    "helicopter": TopSpeed(words="a helicopter", seldom=280.0, never=400.0),
    "drone": TopSpeed(words="a drone", seldom=370.0, never=650.0),
    "vehicle": TopSpeed(words="a vehicle", seldom=110.0, never=250.0),
    "train": TopSpeed(words="a train", seldom=200.0, never=350.0),
    "force": TopSpeed(words="a force", seldom=60.0, never=120.0),
    "convoy": TopSpeed(words="a convoy", seldom=60.0, never=110.0),
    "infantry": TopSpeed(words="infantry", seldom=5.0, never=15.0),
    "storm": TopSpeed(words="a storm", seldom=50.0, never=120.0),
    "fire": TopSpeed(words="a fire front", seldom=10.0, never=27.0),
    "person": TopSpeed(words="a person", seldom=130.0, never=1000.0),
}
"""By the sort of thing, or by its class where the words tell no sort."""

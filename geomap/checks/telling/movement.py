"""One thing in two places, in words."""

from __future__ import annotations

import math

from geomap.checks.telling.wording import Told, one_line, sentences, source_of
from geomap.checks.times import hours_in_words
from geomap.model import Claim, Clock, Speed, Verdict
from geomap.policy import TopSpeed

_NO_SPEED_KMH = 0.05
"""What is slower than this need not have moved."""


def told_movement(first: Claim, second: Claim, speed: Speed, top: TopSpeed, verdict: Verdict) -> Told:
    """What comes of comparing two positions of one thing, the earlier first."""
    thing = top.words.removeprefix("a ").removeprefix("an ")
    where = f"the {thing} was {_where(first)} and {_where(second)}"
    moved = speed.most >= _NO_SPEED_KMH and (speed.least >= _NO_SPEED_KMH or math.isfinite(speed.most))
    limit = top.never if verdict is Verdict.IMPOSSIBLE else top.seldom
    can = "cannot do more than" if verdict is Verdict.IMPOSSIBLE else "is seldom faster than"
    same = first.source_name == second.source_name
    return Told(
        sentences(f"{where}: {_needs(speed)}{f'; {top.words} {can} {_figure(limit)} km/h' if moved else ''}."),
        sentences(
            f"Both are said by {source_of(first)}."
            if same
            else f"The first is said by {source_of(first)}, the second by {source_of(second)}.",
            "Distances are straight, so the way was longer rather than shorter." if speed.least > 0 else "",
        ),
    )


def _where(claim: Claim) -> str:
    """A position with its time, in the report's words: "“5 km off Arvo” at 09:30 UTC on 12 March 2024"."""
    return " ".join(part for part in (f"“{one_line(claim.span.text)}”", _clock(claim.clock), _days(claim), _order(claim)) if part)


def _clock(clock: Clock | None) -> str:
    if clock is None:
        return ""
    low, high = _hour(clock.low), _hour(clock.high)
    zone = clock.zone or ("" if clock.ahead is None else f"(UTC{clock.ahead:+g})")
    return f"{f'at {low}' if low == high else f'from {low} to {high}'}{zone and f' {zone}'}"


def _hour(hours: float) -> str:
    minutes = round(hours * 60)
    return f"{minutes // 60 % 24:02d}:{minutes % 60:02d}"


def _days(claim: Claim) -> str:
    low, high = claim.days
    if low is None or high is None or (claim.order is not None and low < high):
        return ""
    return f"on {low.day} {low:%B %Y}" if low == high else f"between {low.day} {low:%B} and {high.day} {high:%B %Y}"


def _order(claim: Claim) -> str:
    return f"({one_line(claim.order.words).lower()})" if claim.order is not None else ""


def _needs(speed: Speed) -> str:
    """The speed that both need, and the time that it is over."""
    hours = hours_in_words(*speed.hours)
    if speed.most < _NO_SPEED_KMH:
        return f"over {hours} it need not have moved"
    if speed.least < _NO_SPEED_KMH:
        return (
            f"it need not have moved over {hours}"
            if math.isinf(speed.most)
            else f"that needs at most {_figure(speed.most)} km/h over {hours}"
        )
    if math.isinf(speed.most):
        return f"that needs at least {_figure(speed.least)} km/h over {hours}"
    low, high = _figure(speed.least), _figure(speed.most)
    return f"that needs {low if low == high else f'{low} to {high}'} km/h over {hours}"


def _figure(kmh: float) -> str:
    """A speed with two digits, or to the whole km/h."""
    return f"{kmh:,.0f}" if kmh >= 10 else f"{kmh:.1f}"

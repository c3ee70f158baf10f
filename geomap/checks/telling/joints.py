"""Many claims about one event, in words."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geomap.checks.telling.wording import Told, one_line, says, sentences, source_of
from geomap.model import Claim, JointSets, Verdict

_NAMED = 2
"""Sets of claims that the summary names by who says them."""
_LISTED = 4
"""Sets of claims that the rest lists by their ids."""
_POINTING = frozenset("it he she they this that these those him her them".split())
"""Words that name nothing by themselves."""


def told_joint(claims: Sequence[Claim], sets: JointSets, verdict: Verdict, because: str, left_undone: Iterable[str]) -> Told:
    """Which of several claims can stand together, and which cannot."""
    about = f"{len(claims)} claims about {_event(claims)}"
    if not sets.conflicts:
        can = "can all be true together" if verdict is Verdict.CONSISTENT else "can all be true as written"
        return Told(sentences(f"{about} {can}.", because), sentences(*left_undone))
    literally = "" if verdict is Verdict.CONTRADICTORY else "taken literally, "
    return Told(
        sentences(f"{literally}{about} cannot all be true: {_told_apart(claims, sets)}.", because),
        sentences(_listed(sets, len(claims)), *left_undone),
    )


def _event(claims: Sequence[Claim]) -> str:
    words = next((one_line(claim.target.text) for claim in claims if claim.target is not None), "")
    return "one event" if words.casefold() in _POINTING | {""} else f"“{words}”"


def _told_apart(claims: Sequence[Claim], sets: JointSets) -> str:
    """The first sets that cannot stand, by who says them."""
    by_id = {claim.id: claim for claim in claims}
    named = [f"not {_sources([by_id[number] for number in each])}" for each in sets.conflicts[:_NAMED]]
    more = len(sets.conflicts) - len(named)
    return "; ".join(named) + (f"; nor {more} more {'set' if more == 1 else 'sets'} of them" if more else "")


def _sources(claims: Sequence[Claim]) -> str:
    """What claims say together, by their sources, and by their words where one source says several."""
    names = [source_of(claim) for claim in claims]
    if len(set(names)) < len(names):
        names = [says(claim) for claim in claims]
    return f"what {_and(names)} say together"


def _listed(sets: JointSets, count: int) -> str:
    """The sets by ids."""
    together = [_and(each) for each in sets.together if len(each) > 1]
    alone = f"each of the {count} claims by itself" if not together else _some(together)
    return f"By the figures as written these cannot be true together: {_some([_and(each) for each in sets.conflicts])}. The largest sets that can: {alone}."


def _and(names: Sequence[str]) -> str:
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else names[0]


def _some(listed: Sequence[str]) -> str:
    more = f"; and {len(listed) - _LISTED} more" if len(listed) > _LISTED else ""
    return "; ".join(listed[:_LISTED]) + more

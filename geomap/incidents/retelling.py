"""Which mentions in one report go on about the same incident.

Definite words ("the strike", "the force", "it") point back to the incident that they fit, unless another day is told, something tells
the two apart, or they fit several; then they stay apart, and say so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from geomap.incidents.happenings import Happening
from geomap.incidents.kinship import akin, told_apart
from geomap.model import Passing, Telling

_NEAR_SENTENCES = 4
"""A mention without an article goes on with an incident told at most this many sentences before."""
_WEAK = frozenset({"find", "movement"})
"""Kinds that "he" and "it" alone do not tie to an earlier telling."""
_MEMORY = 40
"""So many incidents of a report are remembered when words point back."""
_BEFORE = "what was told before"
"""An incident that has no words of its own."""


def happenings_of(passings: Iterable[Passing]) -> tuple[Happening, ...]:
    """The incidents of one report that claims are about, in the order of their first mention, from all its mentions of incidents."""
    found: list[Happening] = []
    for passing in passings:
        fitting, why = _fitting(passing, found)
        if len(fitting) == 1:
            incident, reason = fitting[0], why
            incident.take_in(passing)
        else:
            incident, reason = _new(passing, found), "told of here first" if passing.told.kinds else "a position on its own"
            for other in fitting:
                incident.may_be(other, why)
            if not fitting:
                _doubt(incident, passing, found)
            found.append(incident)
        incident.add_claims(passing, reason)
    return tuple(incident for incident in found if incident.members)


def _new(passing: Passing, earlier: Sequence[Happening]) -> Happening:
    """An incident of its own; without words of time it is of the day of the one whose things it goes on about."""
    told = passing.told
    when, when_text = passing.dating.when, passing.dating.text
    if when_text is None and told.kinds and _goes_on(told):
        for incident in reversed(earlier[-_MEMORY:]):
            if passing.sentence - incident.sentence <= 2 and (told.pronoun or incident.told.classes & told.classes):
                when, when_text = incident.when, incident.when_text
                told = told.with_names_of(incident.told)
                break
    incident = Happening(
        report=passing.report,
        told=told,
        when=when,
        when_text=when_text,
        sentence=passing.sentence,
        speaker=passing.speaker,
        words=told.label or told.words,
        reports=frozenset({passing.report.id}),
    )
    if earlier and passing.sentence - earlier[-1].sentence <= 2:
        incident.hit_by_pronoun(passing.told, earlier[-1].told.classes)
    return incident


def _goes_on(told: Telling) -> bool:
    """Whether words point back to one thing told before."""
    return told.definite and not told.new and not told.plural_event


def _fitting(passing: Passing, earlier: Sequence[Happening]) -> tuple[list[Happening], str]:
    """The incidents that a mention fits best, latest first, and why in words; one of them is the one, of several none surely is."""
    if passing.told.new:
        return [], ""
    recent = earlier[-_MEMORY:][::-1]
    return _pointed_to(passing, recent) if passing.told.definite else _retold(passing, recent)


def _pointed_to(passing: Passing, recent: Sequence[Happening]) -> tuple[list[Happening], str]:
    """What definite words point back to, and why: the latest for a pronoun, else what they fit best."""
    words = passing.told.words
    pointed = [incident for incident in recent if _points_to(passing, incident) and _allows(passing, incident)]
    if not pointed:
        return [], ""
    if passing.told.pronoun or len(pointed) == 1:
        back = pointed[0].words or _BEFORE
        return pointed[:1], f"“{words}” points back to “{back}”" if words else f"it goes on about “{back}”"
    best = max(_closeness(passing, incident) for incident in pointed)
    closest = [incident for incident in pointed if _closeness(passing, incident) == best]
    if len(closest) == 1:
        return closest, f"“{words}” points back to “{closest[0].words}”, which it fits best"
    return closest, f"“{words}” could be either: it fits {' and '.join(f'“{incident.words}”' for incident in closest[::-1])} alike"


def _retold(passing: Passing, recent: Sequence[Happening]) -> tuple[list[Happening], str]:
    """The latest incident that a mention without an article gives another account of, and why."""
    for incident in recent:
        if _retells(passing, incident) and _allows(passing, incident) and not _elsewhere(passing, incident):
            return [incident], f"another account of “{incident.words or _BEFORE}”"
    return [], ""


def _allows(passing: Passing, incident: Happening) -> bool:
    """Whether nothing told parts a mention from an incident."""
    return _same_time(passing, incident) and told_apart(passing.told, incident.told) is None


def _closeness(passing: Passing, incident: Happening) -> tuple[bool, bool, int]:
    """How well definite words fit an incident: by what was hit, by how, by the things that take part."""
    told, other = passing.told, incident.told
    return (bool(told.struck & other.struck), bool(told.ways & other.ways), len(told.classes & (other.targets or other.classes)))


def _points_to(passing: Passing, incident: Happening) -> bool:
    """Whether definite words can mean an incident or what it struck."""
    told = passing.told
    struck = bool(told.classes & (incident.told.targets or incident.told.classes))
    if told.pronoun and told.kinds and told.kinds <= _WEAK:
        return False
    if told.kinds:
        return akin(told.kinds, incident.told.kinds) and (struck or told.pronoun or told.event)
    if told.standing or told.acts:
        return False
    return struck or (told.pronoun and passing.sentence - incident.sentence <= 1)


def _retells(passing: Passing, incident: Happening) -> bool:
    """Whether words without an article give another account: somebody else's, or one without a place of its own."""
    told = passing.told
    if passing.sentence - incident.sentence > _NEAR_SENTENCES or not akin(told.kinds, incident.told.kinds):
        return False
    return bool(told.classes & incident.told.classes) and (passing.speaker != incident.speaker or not passing.claims)


def _elsewhere(passing: Passing, incident: Happening) -> bool:
    """Whether another account names other places."""
    here, there = passing.places - passing.told.states, incident.own_places
    return bool(here and there and not here & there)


def _doubt(incident: Happening, passing: Passing, earlier: Sequence[Happening]) -> None:
    """Note the incidents told shortly before that another account could be of, though it names another place or way."""
    for other in reversed(earlier[-_MEMORY:]):
        if passing.told.new or not passing.claims or not other.members or not _same_time(passing, other):
            continue
        if not _retells(passing, other) and not (passing.told.definite and passing.told.kinds and _points_to(passing, other)):
            continue
        apart = told_apart(passing.told, other.told)
        why = apart if apart is not None else "another account names another place"
        incident.may_be(other, f"both tell of {' and '.join(sorted(passing.told.kinds & other.told.kinds)) or 'an incident'}, but {why}")


def _same_time(passing: Passing, incident: Happening) -> bool:
    """Whether the words of time do not part a mention from an incident."""
    text, other = passing.dating.text, incident.when_text
    if text is not None and other is None:
        return passing.sentence - incident.sentence <= 1
    if text is None or other is None:
        return True
    if passing.dating.when is not None and incident.when is not None:
        return passing.dating.when == incident.when
    return " ".join(text.text.lower().split()) == " ".join(other.text.lower().split())

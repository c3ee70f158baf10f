"""What a mention shows of which incident it is of: named cues, each there or not, whose weights are learnt (`geomap.incidents.ranking`).

As in mention ranking (Denis and Baldridge, Specialized Models and Ranking for Coreference Resolution, EMNLP 2008), a mention is weighed for
every incident told so far, for a new one, and for none; these are the cues of each.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from geomap.incidents.accounts import Account
from geomap.incidents.days import Days
from geomap.incidents.kinds import WEAK, akin
from geomap.incidents.whereabouts import Spot, gap
from geomap.model import Passing, Role, Telling, Wording

_YEAR = re.compile(r"(?:19|20)\d\d")
_BEFORE, _AFTER, _BETWEEN = 4, 3, 5
"""So many words before claims, behind them, and between them and what they locate."""
_SIZES_APART = 0.4
"""Agencies seldom give one quake magnitudes further apart than this."""
_MOVING = frozenset({"aircraft", "vessel", "force", "vehicle", "person", "storm"})
"""Classes of things that are elsewhere by now."""
_SENSED = frozenset({"reading", "sensation"})
_FLAGS = ("definite", "pronoun", "standing", "new", "another", "plural_event", "introduces", "same_time", "chained", "hits_pronoun")


def of_mention(passing: Passing) -> list[str]:
    """What a mention shows by itself, whatever incident it may be of."""
    return [*_of_words(passing.wording), *_of_claims(passing), *_of_telling(passing.told), *_of_time(passing), *_of_place_in_text(passing)]


def with_account(passing: Passing, account: Account, others: Sequence[Account], spots: tuple[Spot, ...]) -> Iterator[str]:
    """What a mention shows beside an incident and the others told so far; `spots` are where its claims put it."""
    told, known = passing.told, account.told
    sort = "main" if account.role is Role.MAIN else "side"
    yield sort
    yield f"{sort} {'placed' if account.members else 'without claims'}"
    yield f"{sort} told {_step(passing.paragraph - account.paragraph, (0, 1, 2, 4))} paragraphs before"
    yield f"{sort} told {_step(passing.sentence - account.sentence, (0, 1, 2, 3, 5, 9))} sentences before"
    yield from (f"{sort} {cue}" for cue in _by_days(passing, account))
    yield f"kinds {_kinds(told, known)}"
    yield from _by_names(passing, account, others)
    yield from _by_nouns(passing.wording, account, others)
    yield f"words shared {min(len(told.terms & known.terms), 5)}"
    if told.classes and known.classes:
        yield "other things" if told.classes.isdisjoint(known.classes) else "same things"
    found = gap(spots, account.spots) if account.spots else None
    yield "distance unknown" if found is None else f"distance {_step(found.apart_m / 1000, (5, 30, 100, 300, 1000))} km"
    yield from conflicts(told, known)
    if passing.claims and account.members:
        yield from _against_one_place(told, known)


def with_none_before(passing: Passing, accounts: Sequence[Account]) -> Iterator[str]:
    """What speaks for a new incident, beside those told so far."""
    words, own = passing.wording, passing.told.names - passing.told.states
    known = {noun for noun in words.definite if any(noun in account.told.terms for account in accounts)}
    yield f"after {_step(len(accounts), (0, 1, 2))} incidents"
    yield f"known nouns {_step(len(known), (0, 1))}"
    yield f"unknown nouns {_step(len(words.definite - known), (0, 1))}"
    yield f"unknown names {_step(sum(all(name not in account.told.names for account in accounts) for name in own), (0, 1, 2))}"
    if any(all(noun not in account.told.terms for account in accounts) for noun in words.indefinite):
        yield "something new"


def conflicts(told: Telling, known: Telling) -> Iterator[str]:
    """What one incident cannot be in two tellings."""
    if told.size is not None and known.size is not None and abs(told.size - known.size) > _SIZES_APART:
        yield "another magnitude"
    pairs = (("ship", told.own_names, known.own_names), ("way", told.ways, known.ways), ("side hit", told.sides, known.sides))
    yield from (f"another {field}" for field, mine, yours in pairs if mine and yours and mine.isdisjoint(yours))
    if told.struck and known.struck and told.struck.isdisjoint(known.struck) and told.targets.isdisjoint(known.targets):
        yield "another thing hit"


def _against_one_place(told: Telling, known: Telling) -> Iterator[str]:
    """What speaks against claims being of an incident that is placed already."""
    if told.plural_event or known.plural_event:
        yield "several are told of together"
    if told.introduces:
        yield "told as something new"
    if told.standing and _MOVING & (known.targets if told.pronoun else told.classes):
        yield "where it is by now"
    if told.kinds & _SENSED:
        yield "where it was felt or measured"


def _of_words(wording: Wording) -> Iterator[str]:
    if any(_YEAR.fullmatch(word) for word in wording.words):
        yield "word of a year"
    yield from sorted(wording.manner)
    if wording.claims is None:
        return
    start, end = wording.claims
    low, high = wording.clause or (0, len(wording.words))
    around = {*wording.words[low:start], *wording.words[end:high]}
    yield from (f"clause {word}" for word in sorted(around) if word.isalpha())
    yield from (f"claim {word}" for word in sorted({*wording.words[start:end]}) if word.isalpha())
    before = wording.words[max(0, start - _BEFORE) : start]
    yield from (f"before {word}" for word in sorted({*before}))
    yield f"right before {before[-1] if before else '^'}"
    if len(before) > 1:
        yield f"right before {before[-2]} {before[-1]}"
    yield from (f"after {word}" for word in sorted({*wording.words[end : end + _AFTER]}))
    yield from _between(wording, start)


def _between(wording: Wording, start: int) -> Iterator[str]:
    """The words between what is located and its claims."""
    if wording.target is None:
        yield "target elsewhere"
    elif wording.target[1] > start:
        yield "target behind"
    else:
        between = wording.words[wording.target[1] : start]
        yield f"target then {between[0] if between else '^'}"
        yield f"target {_step(len(between), (0, 1, 2, 4, 8))} words before"
        yield from (f"between {word}" for word in sorted({*between[:_BETWEEN]}))


def _of_claims(passing: Passing) -> Iterator[str]:
    if not passing.claims:
        return
    claim, wording = passing.claims[0], passing.wording
    yield f"relation {claim.relation.name.lower()}"
    yield "without a length" if claim.literal_distance is None else "with a length"
    yield "with a speaker" if claim.speaker else "without a speaker"
    yield f"{_step(len(passing.claims), (1, 2))} claims"
    yield from (f"measured from a {anchor.kind.name.lower()}" for anchor in claim.anchors[:1])
    words = () if wording.target is None else wording.words[slice(*wording.target)]
    yield f"target begins {words[0] if words else '^'}"
    yield f"target ends {words[-1] if words else '^'}"


def _of_telling(told: Telling) -> Iterator[str]:
    yield from (f"tells of {kind}" for kind in sorted(told.kinds) or ["nothing"])
    if not told.kinds - WEAK:
        yield "tells of no incident"
    yield from (f"a {each} takes part" for each in sorted(told.classes))
    yield from (f"a {each} is hit" for each in sorted(told.targets))
    yield from (flag.replace("_", " ") for flag in _FLAGS if getattr(told, flag))
    if told.unreal:
        yield from ("unreal", f"unreal: {told.unreal}")
    if told.describes:
        yield "tells where the site lies" if "*" in told.describes else "tells where a place lies"


def _of_time(passing: Passing) -> Iterator[str]:
    yield f"time {passing.dating.basis or 'untold'}"
    if passing.dating.text is not None:
        days = Days.of(passing.dating, passing.report.published)
        apart = days.apart(Days.news(passing.report.published))
        yield f"time {_step(apart, (0, 3, 30, 400))} days before the news" if days.is_bounded else "time not known"


def _of_place_in_text(passing: Passing) -> Iterator[str]:
    yield f"sentence {_step(passing.sentence, (0, 1, 2, 4, 7, 12))}"
    yield "at the end" if passing.sentence >= passing.sentences - 2 else "before the end"
    yield "first paragraph" if passing.paragraph == 0 else "later paragraph"
    if passing.brief:
        yield "in a notice"


def _by_days(passing: Passing, account: Account) -> Iterator[str]:
    if passing.dating.text is None:
        return
    here, there = Days.of(passing.dating, passing.report.published), account.days
    apart = _step(here.apart(there), (0, 1, 3, 30, 400)) if here.is_bounded else "?"
    yield f"{apart} days from {'its day' if there.is_stated else 'the news'}"


def _kinds(told: Telling, known: Telling) -> str:
    kinds, others = told.kinds - WEAK, known.kinds - WEAK
    if not kinds or not others:
        return "not told" if not kinds and not others else "told there only" if not kinds else "told here only"
    return "the same" if kinds & others else "akin" if akin(kinds, others) else "other"


def _by_names(passing: Passing, account: Account, others: Sequence[Account]) -> Iterator[str]:
    told, known = passing.told, account.told
    mine = told.names - told.states
    shared = (mine & known.names) - known.states
    yield f"names shared {min(len(shared), 2)}"
    if any(all(name not in other.told.names for other in others) for name in shared):
        yield "a name of it alone"
    if any(name in other.told.names for other in others for name in mine - known.names):
        yield "a name of another"
    if told.states and known.states:
        yield f"states shared {min(len(told.states & known.states), 2)}"
    if passing.places & account.places:
        yield "measured from the same"


def _by_nouns(wording: Wording, account: Account, others: Sequence[Account]) -> Iterator[str]:
    known = account.told.terms
    shared = wording.definite & known
    yield f"its nouns {min(len(shared), 3)}"
    if any(all(noun not in other.told.terms for other in others) for noun in shared):
        yield "a noun of it alone"
    if any(noun in other.told.terms for other in others for noun in wording.definite - known):
        yield "a noun of another"
    if wording.indefinite & known:
        yield "its nouns as new"
    if wording.head:
        yield f"target {'known' if wording.head in known else 'unknown'}{' and definite' if wording.head in wording.definite else ''}"


def _step(number: float, steps: tuple[int, ...]) -> str:
    """The first of several steps that a number does not pass."""
    return next((str(step) for step in steps if number <= step), "more")

"""Online geocoders, when asked: each name is sent once, slowly, and what comes back joins the offline candidates.

An answer is kept with its day (`geomap.gazetteer.online.answers`), a failure never is. What fails becomes a problem, and loses nothing that is
known offline.
"""

from __future__ import annotations

import datetime as dt
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from geomap.gazetteer.online.answers import Answer, Answers
from geomap.gazetteer.online.geocoding import Ask, Geocoding
from geomap.gazetteer.online.hits import match_of
from geomap.gazetteer.online.providers import QuestionFailedError, provider_of
from geomap.gazetteer.store.gazetteer import Match
from geomap.model import Place, Problem
from geomap.progress import Progress, silent

ATTEMPTS = 4
"""How often one name is sent, where trying again may help."""
LONGEST_WAIT_S = 60.0
"""A provider that asks to wait longer than this is not asked any more."""
FAILURES = 3
"""A provider that fails this many names in a row is not asked any more."""
MOST_PLACES = 40
"""Places of one name that are weighed, in the provider's order."""
LONGEST_NAME = 200
"""Code points; longer words are no name."""
NEAR_WEIGHT = 1.5
"""What a place gains by lying where places are to be preferred, in log-odds."""


def _unsaid(line: str) -> None:
    """A note that nobody reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """Where an online lookup tells of itself."""

    before: Callable[[str], None] = _unsaid
    """Told what is about to be sent, before anything is."""
    after: Callable[[str], None] = _unsaid
    """Told what was sent, and other notes."""
    progress: Progress = silent
    """Told how many names are done, and of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The time, and waiting; tests put others in."""

    sleep: Callable[[float], None] = time.sleep
    monotonic: Callable[[], float] = time.monotonic
    today: Callable[[], dt.date] = lambda: dt.datetime.now(dt.UTC).date()


@dataclass(frozen=True, slots=True, kw_only=True)
class Replies:
    """What an online geocoder said of some names."""

    matches: Mapping[str, tuple[Match, ...]]
    """All places of each name, in the provider's order; names that were not answered are missing."""
    problems: tuple[Problem, ...] = ()
    """What could not be asked, and why."""


@dataclass(slots=True)
class _Run:
    """How far the names of a run are."""

    sent: list[str] = field(default_factory=list)
    answers: dict[str, Answer] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    failures: int = 0
    """Names that failed in a row."""
    last: float | None = None
    """When the last request was sent."""


class Online:
    """An online geocoder that is set up, with the answers that it gave before. Nothing is sent until `ask`.

    Raises UsageError where there is no such geocoder, or it lacks credentials.
    """

    def __init__(
        self,
        asked: Geocoding,
        *,
        user_agent: str,
        answers: Answers | None = None,
        telling: Telling | None = None,
        clock: Clock | None = None,
    ) -> None:
        self._asked = asked
        self._provider = provider_of(asked, user_agent=user_agent)
        self._telling = telling or Telling()
        self._clock = clock or Clock()
        self._answers = answers

    @property
    def ask_for(self) -> Ask:
        """Which names it is to be asked for."""
        return self._asked.ask

    def ask(self, names: Iterable[str]) -> Replies:
        """Ask for names, each once: the answers that are kept are taken from there, the others are sent and kept."""
        wanted = sorted({name for name in names if 0 < len(name) <= LONGEST_NAME})
        if not wanted:
            return Replies(matches={})
        if self._answers is not None:
            return self._replies(wanted, self._answers)
        with Answers(on_note=self._telling.after) as answers:
            return self._replies(wanted, answers)

    def _replies(self, names: Sequence[str], answers: Answers) -> Replies:
        run = _Run()
        for name in names:
            if (kept := answers.get(self._provider.key(name))) is not None:
                run.answers[name] = kept
        cached = len(run.answers)
        unknown = [name for name in names if name not in run.answers]
        if unknown:
            self._telling.before(f"sending to {self._whom}: {_counted(unknown)}")
        try:
            self._send(unknown, run, answers)
        finally:  # also where the user stops it
            self._telling.after(f"sent to {self._whom}: {_counted(run.sent)}; {cached} from the cache")
        matches = {name: self._matches(name, run.answers[name]) for name in names if name in run.answers}
        return Replies(matches=matches, problems=tuple(run.problems))

    @property
    def _whom(self) -> str:
        return f"{self._provider.name} ({self._provider.host})"

    def _send(self, names: Sequence[str], run: _Run, answers: Answers) -> None:
        for number, name in enumerate(names):
            self._telling.progress(number, len(names))
            try:
                answer = self._answer(name, run)
            except QuestionFailedError as error:
                run.failures += 1
                if error.stop or run.failures >= FAILURES:
                    run.problems.append(self._stopped(error, left=len(names) - number))
                    return
                run.problems.append(Problem(source=self._whom, place=f"“{name}”", reason=f"no answer, for {error}", mend=_AGAIN))
                continue
            run.failures = 0
            run.answers[name] = answer
            answers.put(self._provider.key(name), answer)
        if names:
            self._telling.progress(len(names), len(names))

    def _stopped(self, error: QuestionFailedError, *, left: int) -> Problem:
        words = f"{left} names are" if left != 1 else "1 name is"
        reason = f"nothing more is sent, for {error}; {words} left as the offline gazetteer has them"
        mend = "see its terms of use and your credentials, or name another geocoder" if error.stop and error.wait_s is None else _AGAIN
        return Problem(source=self._whom, place=None, reason=reason, mend=mend)

    def _answer(self, name: str, run: _Run) -> Answer:
        """The answer to one name, asked again with growing patience while that may help."""
        run.sent.append(name)
        attempt = 0
        while True:
            attempt += 1
            self._pace(run)
            try:
                return Answer(hits=self._provider.ask(name), asked=self._clock.today().isoformat())
            except QuestionFailedError as error:
                if (error.wait_s or 0) > LONGEST_WAIT_S:
                    raise QuestionFailedError(f"{error} and asks to wait {error.wait_s:.0f} s", stop=True, wait_s=error.wait_s) from None
                if not error.again:
                    raise
                if attempt == ATTEMPTS:
                    raise QuestionFailedError(f"{error}, {ATTEMPTS} times") from None
                self._clock.sleep(max(error.wait_s or 0.0, self._provider.interval_s * 2 ** (attempt - 1)))

    def _pace(self, run: _Run) -> None:
        """Wait until a request may be sent."""
        now = self._clock.monotonic()
        early = 0.0 if run.last is None else run.last + self._provider.interval_s - now
        if early > 0:
            self._clock.sleep(early)
        run.last = self._clock.monotonic()

    def _matches(self, name: str, answer: Answer) -> tuple[Match, ...]:
        """The places of an answer, each once, without those outside the hard limits."""
        near = self._asked.near
        found: dict[str, Match] = {}
        for hit in answer.hits:
            match = match_of(hit, name, provider=self._provider.name, asked=answer.asked)
            if match is None or not self._inside(match.place):
                continue
            if not near.everywhere and near.holds(match.place):
                match = match.with_evidence(NEAR_WEIGHT, f"in the area that is preferred ({'; '.join(near.words)})")
            found.setdefault(match.place.id, match)
        return tuple(found.values())[:MOST_PLACES]

    def _inside(self, place: Place) -> bool:
        """Whether a place lies within the hard limits; where it tells no country, a provider that was told the limit is believed."""
        within = self._asked.within
        if place.country is None and self._provider.heeds_countries:
            within = replace(within, countries=())
        return within.holds(place)


_AGAIN = "run it again to ask once more; what was answered is kept"


def _counted(names: Sequence[str]) -> str:
    listed = ", ".join(f"“{name}”" for name in names)
    number = f"{len(names)} name{'' if len(names) == 1 else 's'}"
    return f"{number}: {listed}" if names else number

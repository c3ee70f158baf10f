"""Reports of very many names: locating them takes time in proportion to their number, and an end is said."""

from __future__ import annotations

from cProfile import Profile

from geomap.gazetteer import locate
from geomap.gazetteer.resolution import ranking
from geomap.gazetteer.resolution.ranking import MOST_NAMES
from geomap.gazetteer.store.gazetteer import Grade, Match
from geomap.model import Mention, Place, Report, Span


class Endless:
    """A gazetteer that knows three places of every name, two of them far apart and one near the last name's."""

    def matches(self, name: str) -> tuple[Match, ...]:
        number = int(name[1:])
        points = ((number * 7 % 360 - 180, number * 3 % 120 - 60), (number * 11 % 360 - 180, 10.0), (30 + number % 5, 40.0))
        return tuple(Match(_place(f"{name}{at}", name, point), name, Grade.EXACT_MAIN) for at, point in enumerate(points))

    def related(self, _name: str) -> tuple[()]:
        return ()

    def country_name(self, code: str | None) -> str:
        return str(code)


def _place(number: str, name: str, point: tuple[float, float]) -> Place:
    return Place(
        id=f"x:{number}", name=name, lon=point[0], lat=point[1], kind="populated place", country="XX", extent_m=1e3, population=5000
    )


def _mentions(count: int) -> list[Mention]:
    names = [f"N{number:05d}" for number in range(count)]
    report = Report(id="r", text=" ".join(names))
    return [Mention(span=Span(report, 7 * at, 7 * at + 6), name=name) for at, name in enumerate(names)]


def _calls(count: int) -> int:
    """How many functions it takes to locate so many names: a measure of the work that no other process disturbs."""
    mentions, profile = _mentions(count), Profile()
    profile.runcall(locate, mentions, gazetteer=Endless())
    return sum(entry.callcount for entry in profile.getstats())


def test_work_grows_with_the_number_of_names(monkeypatch):
    monkeypatch.setattr(ranking, "MOST_COMPARED", 400)
    monkeypatch.setattr(ranking, "PART", 100)
    assert _calls(400) < 2.3 * _calls(200)


def test_more_names_than_any_report_has_are_not_looked_up_and_that_is_said(monkeypatch):
    assert MOST_NAMES >= 1000
    monkeypatch.setattr(ranking, "MOST_NAMES", 200)
    located = locate(_mentions(202), gazetteer=Endless())
    assert len(located) == 202
    assert [location.resolved for location in located[200:]] == [None, None]
    assert all("split it" in location.why for location in located[200:])
    assert "split it" not in located[199].why

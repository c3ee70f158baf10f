"""How long it takes to join the incidents of many reports, beside how many there are: linear in practice, by blocking.

usage: python benchmarks/joins.py [REPORTS ...]    (default: 1000 2500 5000 10000)

The reports are made up: three tell of each incident, with its day, place, ship or commander in other words; countries, kinds and ranks
repeat over all of them. Prints the seconds of reading and of joining apart, pairs weighed a report, and how many joins are right.
"""

from __future__ import annotations

import datetime as dt
import random
import sys
import time
from collections.abc import Iterator
from itertools import combinations

from geomap.incidents import blocking, join_events, story_of
from geomap.incidents.rarity import Rarity
from geomap.language import extract
from geomap.language.events.passings import passings_of
from geomap.language.text.sentences import sentences_of
from geomap.model import Report

SIZES = (1000, 2500, 5000, 10_000)
START = dt.date(2020, 1, 1)
STATES = "Syria Iraq Turkey Libya Sudan Yemen Mali Niger Ukraine Russia India Pakistan Somalia Kenya Egypt Jordan".split()
KINDS = (
    ("A strike hit a convoy", "jets bombed a column", "the air raid on the convoy"),
    ("A blast killed {dead} people", "a bomb went off and killed {dead} people", "the explosion that left {dead} people dead"),
    ("Gunmen ambushed a patrol", "a patrol was ambushed and {dead} men died", "the ambush of the patrol"),
    ("A drone was shot down", "the army downed a drone", "the shooting down of the drone"),
    ("A boat sank", "a boat with migrants capsized", "the sinking of the boat"),
)
SYLLABLES = "ar mo bel ta vu ni ro ka su le din po fra gol hem ji zo wa".split()


def main() -> None:
    """Print a row for each number of reports."""
    for size in [int(word) for word in sys.argv[1:]] or SIZES:
        reports = list(made_up(size))
        begun = time.perf_counter()
        extractions = [extract(report) for report in reports]
        stories = [story_of(passings_of(each, sentences_of(each.report)), {}) for each in extractions]
        read = time.perf_counter()
        claims, _ = join_events(extractions, stories, {})
        joined = time.perf_counter()
        accounts = sorted((account for story in stories for account in story.accounts), key=lambda account: account.key)
        weighed = sum(1 for _ in blocking.pairs(accounts, Rarity.of(accounts)))
        precision, recall = right({id_of(claim.span.report): claim.event for claim in claims if claim.event})
        print(
            f"{size:6} reports: read in {read - begun:6.1f} s, joined in {joined - read:6.1f} s ({(joined - read) / size * 1000:.2f} ms a report); "
            f"{weighed / size:6.1f} pairs weighed a report; joins P {precision:.3f} R {recall:.3f}"
        )


def made_up(size: int) -> Iterator[Report]:
    """Reports of which three in a row tell of one incident."""
    chance = random.Random(7)  # noqa: S311  (made-up reports, the same ones every time)
    for number in range(size):
        if number % 3 == 0:
            kind, state = chance.choice(KINDS), chance.choice(STATES)
            place, officer = name(chance), name(chance)
            day = START + dt.timedelta(days=chance.randrange(1200))
            dead, far = chance.randrange(3, 90), chance.randrange(4, 60)
        words = kind[number % 3].format(dead=dead)
        words = words[0].upper() + words[1:]
        told = (
            f"{words} {far} km from {place} in {state} on {day:%A}, Colonel {officer} said.",
            f"On {day:%A} {words[0].lower()}{words[1:]} {far + 2} km from {place}, officials in {state} said.",
            f"{officer}, a colonel in {state}, put {words[0].lower()}{words[1:]} on {day:%B} {day.day} {far + 9} km from {place}.",
        )[number % 3]
        text = f"{told} Nobody else spoke of it. The border lies {far * 3} km to the north."
        yield Report(id=f"r{number:05}", text=text, published=day + dt.timedelta(days=1))


def name(chance: random.Random) -> str:
    """A name that hardly another incident has."""
    return "".join(chance.choice(SYLLABLES) for _ in range(3)).capitalize()


def id_of(report: Report) -> int:
    """The number of a made-up report."""
    return int(report.id[1:])


def right(events: dict[int, str]) -> tuple[float, float]:
    """Precision and recall of the joins, over pairs of reports."""
    groups: dict[str, list[int]] = {}
    for number, event in sorted(events.items()):
        groups.setdefault(event, []).append(number)
    said = {pair for numbers in groups.values() for pair in combinations(numbers, 2)}
    told = sorted(events)
    true = {(one, two) for one in told for two in range(one + 1, one + 3) if one // 3 == two // 3 and two in events}
    both = len(said & true)
    return both / max(1, len(said)), both / max(1, len(true))


if __name__ == "__main__":
    main()

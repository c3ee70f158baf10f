"""How the time for a report grows with its length on the worst texts that one can think of.

usage: python benchmarks/hostile.py [NAME...]    (default: all)

Prints seconds for a megabyte and how many times longer four times the text takes: 4 is linear. What is timed is the whole reading of
a report, as `geomap extract` does it: claims with speakers, dates and targets, names, candidates, and incidents.
"""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable

from geomap.case.workers import Reader
from geomap.gazetteer import Gazetteer
from geomap.model import Report
from geomap.policy import Policy

SIZE = 1_000_000
"""Code points of the longer text."""
WORDS = """between and from of the a to within 5 km 10-15 miles north of Homs said Tuesday that it was not about more than near in at exclusion
zone border coast 33°30'N 38°40'E ( ) , . " “ ” ' - yesterday he told Reuters army strike hit convoy denied , which 1,200 half quarter N SW""".split()


def _repeated(words: str) -> Callable[[int], str]:
    return lambda size: (words * (size // len(words) + 1))[:size]


def _salad(size: int) -> str:
    chosen = random.Random(1)  # noqa: S311  (nothing secret)
    words: list[str] = []
    length = 0
    while length < size:
        words.append(chosen.choice(WORDS))
        length += len(words[-1]) + 1
    return " ".join(words)


def _numbered(size: int) -> str:
    """Claims that each have a name, a figure and a day of their own."""
    each = (f"A boat sank {n % 900 + 1} km north of Arvo{n:x} on {n % 28 + 1} May 2017. " for n in range(size // 40))
    return "".join(each)[:size]


TEXTS: dict[str, Callable[[int], str]] = {
    "one letter": _repeated("a"),
    "capital letters": _repeated("A"),
    "capitals apart": _repeated("A "),
    "figures": _repeated("1"),
    "figures apart": _repeated("1 "),
    "commas in figures": _repeated("1,"),
    "ranges": _repeated("10-"),
    "hyphens": _repeated("-"),
    "dots": _repeated("."),
    "spaces": _repeated(" "),
    "lines": _repeated("\n"),
    "short lines": _repeated("a\n"),
    "open brackets": _repeated("("),
    "open quotes": _repeated("“"),
    "straight quotes": _repeated('"a '),
    "apostrophes": _repeated("a'"),
    "degree marks": _repeated("33°30'"),
    "accents": _repeated("e\u0301"),
    "emoji": _repeated("\U0001f600 "),
    "zero width": _repeated("a\u200b"),
    "right to left": _repeated("\u202eab "),
    "between": _repeated("between "),
    "between and": _repeated("between A and "),
    "km of": _repeated("5 km of "),
    "north of": _repeated("north of "),
    "the": _repeated("the "),
    "of the": _repeated("of the city "),
    "halves": _repeated("a mile and a half and "),
    "nested": _repeated("the coast of the island of "),
    "dense claims": _repeated("5 km away. "),
    "dense whole claims": _repeated("5 km north of Homs. "),
    "dense said": _repeated("It fell 5 km from Homs, the army said. "),
    "one long sentence": _repeated("it fell 5 km from Homs, the army said, and "),
    "quotes and speech": _repeated("“It fell,” he said. "),
    "dates": _repeated("Tuesday, May 5, 2017, "),
    "strikes": _repeated("The strike hit a convoy near Homs on Tuesday. "),
    "names": _repeated("Al Al-Tanf "),
    "saints": _repeated("St. "),
    "places": _repeated("Paris, Texas, "),
    "ways": _repeated("N S E W "),
    "positions": _repeated("33.5N 38.6E "),
    "positions cut": _repeated("33 30 N "),
    "links": _repeated("[a](b"),
    "addresses": _repeated("a@a."),
    "markup": _repeated("<a href='x'>"),
    "stops apart": _repeated(". "),
    "short sentences": _repeated("It hit it. "),
    "figures in threes": _repeated("33 30 05 "),
    "axes": _repeated("12-34-56N "),
    "grid squares": _repeated("37S FT 12345 67890 "),
    "plus codes": _repeated("8G4MGM22+XX "),
    "labels": _repeated("lat "),
    "rows": _repeated("5 km N Arvo\n"),
    "cells": _repeated("5 km\tN\tArvo\t"),
    "open quotes with claims": _repeated("“It fell 5 km from Arvo. "),
    "claims about it": _repeated("It was 5 km away from there, he said. "),
    "strikes on days": _repeated("A strike hit Arvo on Tuesday 5 km from Paris. "),
    "another letters": _repeated("في حمص "),
    "salad": _salad,
    "numbered claims": _numbered,
}


def main() -> None:
    """Print a line a text."""
    with Gazetteer.open() as gazetteer:
        names = ", ".join(dict.fromkeys(place.name for place in gazetteer.near((30.0, 40.0), 4_000_000.0)))
        TEXTS["all names of a continent"] = lambda size: names[:size]
        reader = Reader(gazetteer=gazetteer, policy=Policy(), recognizer="builtin")
        for name in sys.argv[1:] or list(TEXTS):
            short, long = (_seconds(reader, TEXTS[name](size)) for size in (SIZE // 4, SIZE))
            print(
                f"{name:20s} {long * 1_000_000 / SIZE:6.2f} s/MB   {long / max(short, 1e-3):5.1f} times for four times the text", flush=True
            )


def _seconds(reader: Reader, text: str) -> float:
    start = time.process_time()
    reader.read(Report(id="hostile", text=text))
    return time.process_time() - start


if __name__ == "__main__":
    main()

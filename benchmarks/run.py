"""Measure what users feel: start-up and the main job; prints ratios beside the peers.

    python benchmarks/run.py

Each figure is the best of a few runs in fresh processes; the peer runs in the same minute on the same machine.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent


def best_seconds(*command: str, runs: int = 5) -> float:
    """The shortest wall-clock time of a command over some runs."""
    times = []
    for _ in range(runs):
        start = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
        times.append(time.perf_counter() - start)
    return min(times)


def start_up() -> None:
    """Importing geomap beside importing geopandas, each less an empty interpreter."""
    empty = best_seconds(sys.executable, "-c", "pass")
    ours = best_seconds(sys.executable, "-c", "import geomap") - empty
    peer = best_seconds(sys.executable, "-c", "import geopandas", runs=3) - empty
    print(f"import geomap            {ours:7.3f} s   import geopandas {peer:.3f} s   ratio {ours / peer:.3f}")


def main_job(source: Path) -> None:
    """The reports to the finished page, with the gazetteer built."""
    with tempfile.TemporaryDirectory() as folder:
        command = (sys.executable, "-m", "geomap", "map", str(source), "-o", str(Path(folder, "out")))
        seconds = best_seconds(*command, runs=3)
        page = Path(folder, "out", "map.html").stat().st_size
    print(f"geomap map {source.name:13s} {seconds:7.2f} s   page {page / 1e6:.2f} MB")


def identical_reports(count: int = 50) -> None:
    """As many reports that say one thing in the same words: what is alike is compared once."""
    text = "A strike hit a convoy 20 km north of Aleppo on Monday, the army said."
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder, "reports.jsonl")
        reports = [{"id": f"r{number}", "published": "2024-05-08", "text": text} for number in range(1, count + 1)]
        source.write_text("".join(json.dumps(report) + "\n" for report in reports), encoding="utf-8")
        geomap = (sys.executable, "-m", "geomap")
        seconds = [
            best_seconds(*geomap, *words, runs=3)
            for words in (("extract", str(source)), ("check", "--json", str(source)), ("map", str(source), "-o", str(Path(folder, "out"))))
        ]
    print(f"fifty identical reports: extract {seconds[0]:.2f} s, check {seconds[1]:.2f} s, map {seconds[2]:.2f} s")


def main() -> None:
    """Run all measurements that need no other machine."""
    start_up()
    for source in (ROOT / "seeds", ROOT.parent / "shared" / "seeds"):
        if source.is_dir():
            main_job(source)
    identical_reports()


if __name__ == "__main__":
    main()

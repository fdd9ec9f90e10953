"""How large each export is and how long it takes: `python -m benchmarks.exports`. Writes results/exports.json.

A graph of the two seed articles, read once; every format is written from it (median of the runs).
"""

import argparse
import json
import os
import platform
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.building import RESULTS, SHARED, build
from kg import __version__
from kg.export.formats import FORMATS
from kg.export.source import read
from kg.ontology import load


def timed(work: Callable[[], Any], runs: int) -> tuple[Any, float]:
    """Return the last result and the median of seconds."""
    taken, found = [], None
    for _ in range(runs):
        begin = time.perf_counter()
        found = work()
        taken.append(time.perf_counter() - begin)
    return found, round(statistics.median(taken), 4)


def measure(out: Path, runs: int) -> dict[str, Any]:
    """Return seconds of reading, and bytes and seconds of every format, of a built folder."""
    ontology = load()
    source, reading = timed(lambda: read(out), runs)
    formats = {}
    for name, format_ in FORMATS.items():
        written, seconds = timed(lambda f=format_: f.write(source, ontology), runs)  # type: ignore[misc]
        contents = [written] if isinstance(written, str) else written.values()
        formats[name] = {"bytes": sum(len(c.encode()) for c in contents), "seconds": seconds}
    triples = sum(1 for _ in source.triples())
    turtle = sum(f.stat().st_size for f in out.glob("*.ttl"))
    return {"triples": triples, "turtle_bytes": turtle, "reading_seconds": reading, "formats": formats}


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder of seeds/")
    parser.add_argument("--runs", type=int, default=7)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        build(sorted((options.shared / "seeds").glob("*.txt")), Path(scratch))
        machine = {"python": platform.python_version(), "machine": platform.machine(), "cores": os.cpu_count()}
        result = {"kg": __version__, "machine": machine, **measure(Path(scratch), options.runs)}
    text = json.dumps(result, indent=1)
    print(text)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "exports.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

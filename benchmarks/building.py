"""Run `kg build` as a user does: as a process of its own."""

import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RESULTS = ROOT / "benchmarks" / "results"
SHARED = ROOT.parent / "shared"
"""Default place of articles and gold that are not part of the project."""


@dataclass(frozen=True, slots=True)
class Run:
    """One finished build: wall clock, processor time, and the peak memory of the largest process so far."""

    seconds: float
    processor_seconds: float
    peak_megabytes: float


def build(articles: Iterable[Path], out: Path) -> Run:
    """Build a graph in `out`. Raises SystemExit with the program's own message if it fails."""
    command = [sys.executable, "-m", "kg", "build", *map(str, articles), "-o", str(out)]
    compiled = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    begin, before = time.perf_counter(), resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, capture_output=True, text=True, check=False, env=compiled)  # as when installed
    seconds = time.perf_counter() - begin
    if done.returncode:
        raise SystemExit(f"kg build failed with code {done.returncode}:\n{done.stderr}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Run(round(seconds, 3), round(busy, 3), round(after.ru_maxrss / 1024, 1))

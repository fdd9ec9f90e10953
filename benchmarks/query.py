"""How fast a graph of a million triples answers, beside rdflib: `python -m benchmarks.query`; results/query.json.

Everything is asked of one synthetic graph (benchmarks/synthetic_graph.py). Figures, in seconds:

* first query: from starting a process that loads the Turtle to the answer; `kg query` against a script on rdflib.
* ten queries: questions of examples/queries on the loaded graph; both engines must give as many rows. Left out are
  questions such as `family` and `sources-of`, on which it takes 15 s and more at 100,000 triples.
* index: making it, and the first query of a later process with and without it.
* validation of a graph of 100,000 triples, core shapes and `--strict`.
"""

import argparse
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

from benchmarks import synthetic_graph
from benchmarks.building import RESULTS, ROOT
from benchmarks.quality import rewrite
from kg import __version__
from kg.query import load, run
from kg.query.named import find

FIRST = "who-leads"
TEN = (
    "who-leads",
    "timeline",
    "deaths",
    "denials",
    "deployments",
    "arms",
    "units",
    "plans",
    "hearsay",
    "corroborated",
)
PAGE, MARKERS = ROOT / "docs" / "asking.md", ("<!-- query:start -->", "<!-- query:end -->")

_RDFLIB = """
import json, sys, time
from pathlib import Path
from rdflib import Graph
begin = time.perf_counter()
graph = Graph()
for path in sorted(Path(sys.argv[1]).glob("graph*.ttl")):
    graph.parse(path)
loaded = time.perf_counter() - begin
queries = json.load(sys.stdin)
found = {}
for name, text in queries.items():
    begin = time.perf_counter()
    rows = len(list(graph.query(text)))
    found[name] = [round(time.perf_counter() - begin, 4), rows]
json.dump({"loaded": round(loaded, 2), "queries": found}, sys.stdout)
"""


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Return the seconds that the work took, and what it gave."""
    begin = time.perf_counter()
    value = work()
    return round(time.perf_counter() - begin, 4), value


def kg(*arguments: object) -> float:
    """Return the wall clock of one run of the command line."""
    command = [sys.executable, "-m", "kg", *map(str, arguments)]
    seconds, done = timed(lambda: subprocess.run(command, capture_output=True, text=True, check=False))
    if done.returncode:
        raise SystemExit(f"{' '.join(command)} failed:\n{done.stderr}")
    return round(seconds, 2)


def rdflib(folder: Path, names: tuple[str, ...]) -> dict[str, Any]:
    """Return how long rdflib takes to load a folder and to answer, in a process of its own."""
    queries = json.dumps({name: find(name).text for name in names})
    command = [sys.executable, "-c", _RDFLIB, str(folder)]
    seconds, done = timed(lambda: subprocess.run(command, input=queries, capture_output=True, text=True, check=True))
    found: dict[str, Any] = json.loads(done.stdout)
    others = sum(took for name, (took, _) in found["queries"].items() if name != FIRST)
    return {"first_query": round(seconds - others, 2), **found}


def ours(folder: Path, names: tuple[str, ...]) -> dict[str, tuple[float, int]]:
    """Return seconds and rows of each question on the loaded graph."""
    store = load([folder])
    found = {}
    for name in names:
        seconds, result = timed(partial(run, store, find(name).text))
        found[name] = (seconds, len(result.rows))
    return found


def measure(folder: Path, triples: int) -> dict[str, Any]:
    """Return the figures of one synthetic graph."""
    size = synthetic_graph.write(folder, triples)
    first = kg("query", folder, FIRST, "--format", "csv")
    mine = ours(folder, TEN)
    theirs = rdflib(folder, TEN)
    known = theirs["queries"]
    rows = {name: (mine[name][1], known[name][1]) for name in TEN}
    if wrong := {name: both for name, both in rows.items() if both[0] != both[1]}:
        raise SystemExit(f"the engines do not agree: {wrong}")
    ten = round(sum(seconds for seconds, _ in mine.values()), 3)
    their_ten = round(sum(seconds for seconds, _ in known.values()), 2)
    made = kg("query", folder, FIRST, "--index", "--format", "csv")
    later = [kg("query", folder, FIRST, "--format", "csv") for _ in range(5)]
    return {
        "triples": size,
        "first_query": {"kg": first, "rdflib": theirs["first_query"], "ratio": _ratio(theirs["first_query"], first)},
        "ten_queries": {
            "kg": ten, "rdflib": their_ten, "ratio": _ratio(their_ten, ten),
            "each": {n: {"kg": s, "rdflib": known[n][0], "rows": r} for n, (s, r) in mine.items()},
        },
        "index": {"made_and_first_query": made, "later_queries": later},
    }  # fmt: skip


def _ratio(slow: float, fast: float) -> float:
    return round(slow / max(fast, 1e-6), 1)


def table(result: dict[str, Any]) -> str:
    """Return the figures as Markdown."""
    lines = ["| | triples | `kg` | rdflib | ratio |", "|---|---:|---:|---:|---:|"]
    for name, label in (("first_query", "first query, Turtle loaded"), ("ten_queries", "ten questions, graph loaded")):
        for size in result["sizes"]:
            f = size[name]
            figures = f"{f['kg']:.2f} s | {f['rdflib']:.1f} s | {f['ratio']:.0f}"
            lines.append(f"| {label} | {size['triples']:,} | {figures} |")
    for size in result["sizes"]:
        later = max(size["index"]["later_queries"])
        lines.append(f"| first query of a process, with an index | {size['triples']:,} | {later:.2f} s | | |")
    v = result["validate"]
    lines.append(f"| `kg validate` | {v['triples']:,} | {v['core']:.1f} s | | |")
    lines.append(f"| `kg validate --strict` | {v['triples']:,} | {v['strict']:.1f} s | | |")
    return "\n".join(lines)


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--triples", type=int, nargs="+", default=[100_000, 1_000_000])
    parser.add_argument("--docs", action="store_true", help="rewrite the table in docs/asking.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        sizes = [measure(Path(scratch) / str(number), number) for number in options.triples]
        folder = Path(scratch) / "validate"
        size = synthetic_graph.write(folder, 100_000)
        strict = kg("validate", folder, "--strict")
        checked = {"triples": size, "core": kg("validate", folder), "strict": strict}
    machine = {"python": platform.python_version(), "machine": platform.machine(), "cores": os.cpu_count()}
    result = {"kg": __version__, "machine": machine, "sizes": sizes, "validate": checked}
    print(json.dumps(result, indent=1))
    print(table(result))
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "query.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    if options.docs:
        rewrite(PAGE, table(result), markers=MARKERS)


if __name__ == "__main__":
    main()

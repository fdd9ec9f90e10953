"""How fast the page opens: `python -m benchmarks.explorer`. Writes results/explorer.json and the table in the docs.

Made-up graphs of 100 to 100,000 nodes, opened in headless Chromium without a network. `ready` counts from the start of
navigation until the page answers (the median of the runs); the other figures are how long it then takes, drawing
included, to search a name, to search the sentences, to choose a node, to filter, and to find a path.
"""

import argparse
import json
import os
import platform
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from playwright.sync_api import sync_playwright

from benchmarks import made_up
from benchmarks.building import RESULTS, ROOT
from kg import __version__
from kg.export.html import html
from kg.graph import build
from kg.ontology import load

SIZES = (100, 500, 2_000, 10_000, 100_000)
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium") or shutil.which("google-chrome")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
TYPE = """const box = document.getElementById('search');
  for (const words of [%r, '']) { box.value = words; box.dispatchEvent(new Event('input')); }"""
STEPS = {
    "search": TYPE % "no",
    "search_sentences": TYPE % "officials said on day 7",
    "choose": "document.querySelector('#panel .rows button').click();",
    "filter": "document.querySelector('#legend input[type=checkbox]').click();",
    "path": "location.hash = '#&path=e3~e77'; dispatchEvent(new HashChangeEvent('hashchange'));",
}
TIMED = "() => { const began = performance.now(); %s return performance.now() - began; }"


def measure(browser: Any, file: Path, runs: int) -> dict[str, Any]:
    """Return the figures of one page."""
    ready, steps = [], {}
    for run in range(runs):
        page = browser.new_context(offline=True, viewport={"width": 1400, "height": 900}).new_page()
        page.goto(file.as_uri(), wait_until="commit", timeout=120_000)
        page.wait_for_selector("html[data-ready]", timeout=120_000)
        ready.append(page.evaluate("performance.now()") / 1000)
        drawn = page.evaluate("network.body.data.nodes.length")
        if run == runs - 1:
            steps = {name: round(page.evaluate(TIMED % code) / 1000, 3) for name, code in STEPS.items()}
        page.context.close()
    return {"ready_seconds": round(statistics.median(ready), 2), "ready_all": [round(r, 2) for r in ready],
            "seconds": steps, "nodes_drawn": drawn}  # fmt: skip


def table(found: list[dict[str, Any]]) -> str:
    """The figures as the docs show them."""
    names = ["nodes", "statements", "file", "ready after", "search", "choose a node", "find a path"]
    head = f"| {' | '.join(names)} |\n{'|---:' * len(names)}|"
    rows = [
        f"| {f['nodes']:,} | {f['statements']:,} | {f['megabytes']:.1f} MB | {f['ready_seconds']:.1f} s "
        f"| {f['seconds']['search']:.2f} s | {f['seconds']['choose']:.2f} s | {f['seconds']['path']:.2f} s |"
        for f in found
    ]
    return "\n".join([head, *rows])


def write(result: dict[str, Any]) -> None:
    """Write the results, and the table between its marks in the docs."""
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "explorer.json").write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    page = ROOT / "docs" / "explorer.md"
    begin, end = "<!-- explorer:start -->", "<!-- explorer:end -->"
    before, rest = page.read_text(encoding="utf-8").split(begin)
    said = "Made-up graphs in headless Chromium, no graphics card, two shared cores (`python -m benchmarks.explorer`):"
    text = f"{before}{begin}\n{said}\n\n{table(result['graphs'])}\n{end}{rest.split(end)[1]}"
    page.write_text(text, encoding="utf-8")


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--sizes", type=int, nargs="+", default=SIZES)
    options = parser.parse_args()
    ontology = load()
    found = []
    with tempfile.TemporaryDirectory() as scratch, sync_playwright() as started:
        browser = started.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        for size in options.sizes:
            graph = build(made_up.resolution(size, ontology), ontology)
            began = time.perf_counter()
            page = html(graph, ontology)
            seconds = time.perf_counter() - began
            file = Path(scratch) / f"{size}.html"
            file.write_text(page, encoding="utf-8")
            shape = {"nodes": size, "statements": sum(1 for _ in graph.statements()), "articles": len(graph.documents)}
            written = {"megabytes": round(file.stat().st_size / 1e6, 2), "written_in_seconds": round(seconds, 2)}
            found.append({**shape, **written, **measure(browser, file, options.runs)})
            print(json.dumps(found[-1]), flush=True)
        version = browser.version
        browser.close()
    result = {
        "kg": __version__,
        "machine": {"python": platform.python_version(), "machine": platform.machine(), "cores": os.cpu_count(),
                    "load": round(os.getloadavg()[0], 1), "chromium": version},
        "graphs": found,
    }  # fmt: skip
    write(result)


if __name__ == "__main__":
    main()

"""The competency questions through HTTP: `python -m benchmarks.endpoint`. Writes results/endpoint.json.

Builds the two seed articles, starts `kg serve`, and asks every question there and in this process. Compared are the
rows, as multisets; timed is the way to a result in JSON, by one connection that stays open, against the same query
run and written here. One more question at a time is timed while a hopeless query keeps another worker busy.
"""

import argparse
import http.client
import json
import os
import platform
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode, urlsplit

from benchmarks.building import RESULTS, ROOT, SHARED, build
from benchmarks.competency import Question, questions
from kg import __version__
from kg.query import Store, load
from kg.serve.answer import Question as Asked
from kg.serve.answer import answer

JSON = "application/sparql-results+json"
HOPELESS = "SELECT (COUNT(*) AS ?n) { ?a ?p ?b . ?c ?q ?d . ?e ?r ?f . ?g ?s ?h }"


@contextmanager
def served(*paths: Path) -> Iterator[http.client.HTTPConnection]:
    """A connection to `kg serve` over these files; the server ends with it."""
    command = [sys.executable, "-m", "kg", "serve", *map(str, paths), "--port", "0", "--timeout", "600"]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert process.stdout
    address = urlsplit(process.stdout.readline().strip())
    connection = http.client.HTTPConnection(address.hostname or "", address.port, timeout=600)
    try:
        yield connection
    finally:
        connection.close()
        process.terminate()
        process.communicate()


def ask(connection: http.client.HTTPConnection, query: str) -> bytes:
    """Return the body of the answer. Raises SystemExit if it is none."""
    headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": JSON}
    connection.request("POST", "/sparql", urlencode({"query": query}), headers)
    response = connection.getresponse()
    body = response.read()
    if response.status != 200:
        raise SystemExit(f"{response.status}: {body.decode()}\n{query}")
    return body


def local(store: Store, query: str) -> bytes:
    return answer(store, Asked(query, JSON), limit=1_000_000_000).body


def rows(body: bytes) -> Counter[str]:
    return Counter(json.dumps(row, sort_keys=True) for row in json.loads(body)["results"]["bindings"])


def milliseconds(work: Callable[[], object], runs: int) -> float:
    """Return the median of some runs."""
    taken = []
    for _ in range(runs):
        begin = time.perf_counter()
        work()
        taken.append(time.perf_counter() - begin)
    return statistics.median(taken) * 1000


def compared(
    connection: http.client.HTTPConnection, store: Store, asked: Sequence[Question], runs: int
) -> Iterator[Any]:
    """Yield for each question whether the rows are the same, and how long each way takes."""
    for question in asked:
        there, here = ask(connection, question.query), local(store, question.query)
        yield {
            "question": question.name,
            "rows": rows(here).total(),
            "same_rows": rows(there) == rows(here),
            "http_ms": round(milliseconds(lambda q=question.query: ask(connection, q), runs), 3),  # type: ignore[misc]
            "local_ms": round(milliseconds(lambda q=question.query: local(store, q), runs), 3),  # type: ignore[misc]
        }


def beside(connection: http.client.HTTPConnection, query: str, runs: int) -> dict[str, float]:
    """Return how long a query takes alone, and while another worker is busy with a hopeless one."""
    alone = milliseconds(lambda: ask(connection, query), runs)
    other = http.client.HTTPConnection(connection.host, connection.port, timeout=600)
    other.connect()
    body = urlencode({"query": HOPELESS})
    other.request("POST", "/sparql", body, {"Content-Type": "application/x-www-form-urlencoded"})
    time.sleep(0.5)
    busy = milliseconds(lambda: ask(connection, query), runs)
    threading.Thread(target=other.close).start()
    return {"alone_ms": round(alone, 3), "beside_a_hopeless_one_ms": round(busy, 3)}


def measure(out: Path, asked: list[Question], runs: int) -> dict[str, Any]:
    """Return the answers over a built folder; questions about the vocabulary have it loaded, too."""
    ontology = ROOT / "ontology" / "kg.ttl"
    plain = [q for q in asked if not q.needs_ontology]
    wide = [q for q in asked if q.needs_ontology]
    with served(out) as connection:
        found = list(compared(connection, load([out]), plain, runs))
        disturbed = beside(connection, plain[0].query, runs)
    with served(out, ontology) as connection:
        found += compared(connection, load([out, ontology]), wide, runs)
    ratios = [row["http_ms"] / row["local_ms"] for row in found]
    return {
        "questions": len(found),
        "same_rows": sum(row["same_rows"] for row in found),
        "http_ms_median": round(statistics.median(row["http_ms"] for row in found), 3),
        "local_ms_median": round(statistics.median(row["local_ms"] for row in found), 3),
        "ratio_median": round(statistics.median(ratios), 2),
        "overhead_ms_median": round(statistics.median(row["http_ms"] - row["local_ms"] for row in found), 3),
        **disturbed,
        "details": found,
    }


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder of seeds/ and gold/")
    parser.add_argument("--runs", type=int, default=30)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch)
        build(sorted((options.shared / "seeds").glob("*.txt")), out)
        asked = list(questions(options.shared / "gold" / "competency.md"))
        machine = {"python": platform.python_version(), "machine": platform.machine(), "cores": os.cpu_count()}
        result = {"kg": __version__, "machine": machine, **measure(out, asked, options.runs)}
    text = json.dumps(result, indent=1)
    print(text)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "endpoint.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

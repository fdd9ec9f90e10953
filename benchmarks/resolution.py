"""How well and how fast names are brought together: `python -m benchmarks.resolution`. Writes results/resolution.json.

Synthetic mentions with known clusters (`benchmarks.synthetic`), in three sizes: B-cubed and pairwise precision, recall
and F1; seconds of processor time; and the exponent by which it grows with the number of mentions.
"""

import argparse
import json
import math
import resource
import time
from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from benchmarks.building import RESULTS
from benchmarks.synthetic import corpus
from kg import __version__
from kg.evaluate import clusters
from kg.ontology import load
from kg.resolve import resolve


@dataclass(frozen=True, slots=True)
class Score:
    precision: float
    recall: float

    @property
    def f1(self) -> float:
        return (
            2 * self.precision * self.recall / (self.precision + self.recall) if self.precision + self.recall else 0.0
        )


def b_cubed(truth: Mapping[Any, Hashable], found: Mapping[Any, Hashable]) -> Score:
    """Mean over mentions of the part of its cluster that is right, and of the part that is there (Bagga 1998)."""
    count = clusters.b_cubed([clusters.Naming(str(m), "", truth[m], {found[m]: 1.0}) for m in truth])
    return Score(count.precision or 0.0, count.recall or 0.0)


def pairwise(truth: Mapping[Any, Hashable], found: Mapping[Any, Hashable]) -> Score:
    """Of the pairs brought together, those that belong so; of the pairs that belong together, those brought so."""
    gold, built, both = (sum(n * (n - 1) for n in c.values()) for c in _sizes(truth, found))
    return Score(both / built if built else 1.0, both / gold if gold else 1.0)


def _sizes(
    truth: Mapping[Any, Hashable], found: Mapping[Any, Hashable]
) -> tuple[Counter[Any], Counter[Any], Counter[Any]]:
    pairs = [(truth[m], found[m]) for m in truth]
    return Counter(g for g, _ in pairs), Counter(b for _, b in pairs), Counter(pairs)


def measure(mentions: int) -> dict[str, Any]:
    """Resolve a corpus of this size; scores, and seconds of processor time, which other programs do not lengthen."""
    ontology = load()
    made = corpus(mentions, ontology)
    begin = time.process_time()
    resolution = resolve(made.extractions, ontology)
    seconds = time.process_time() - begin
    scores = {"b_cubed": b_cubed, "pairwise": pairwise}
    return {
        "mentions": len(made.truth),
        "articles": len(made.extractions),
        "clusters": len(set(made.truth.values())),
        "found": len({resolution.refers_to[m] for m in made.truth}),
        **{name: _rounded(score(made.truth, resolution.refers_to)) for name, score in scores.items()},
        "seconds": round(seconds, 3),
        "peak_megabytes": round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024),
    }


def _rounded(score: Score) -> dict[str, float]:
    return {k: round(v, 4) for k, v in {**asdict(score), "f1": score.f1}.items()}


def exponent(few: dict[str, Any], many: dict[str, Any]) -> float:
    """By which power of the number of mentions time grows: 1 is linear."""
    return round(math.log(many["seconds"] / few["seconds"]) / math.log(many["mentions"] / few["mentions"]), 2)


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--sizes", type=int, nargs="+", default=[1_000, 10_000, 100_000], help="mentions, rising")
    options = parser.parse_args()
    runs = [measure(size) for size in options.sizes]
    result = {"kg": __version__, "runs": runs, "exponent": exponent(runs[0], runs[-1]) if len(runs) > 1 else None}
    text = json.dumps(result, indent=1)
    print(text)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "resolution.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""How long a build takes: `python -m benchmarks.speed`. Writes results/speed.json.

Three figures: the wall clock of `kg build` on the two seed articles, start of the program included (median of the
runs); words per second, the slope between a build of the example articles once and a build of many copies of them, so
that the start does not count (the copies differ in a last line, as equal articles would be read once); and the
annotator alone on one core (`annotating`), beside spaCy if it is installed: `pip install 'spacy>=3.8,<4'`.
"""

import argparse
import json
import os
import platform
import statistics
import tempfile
from pathlib import Path

from benchmarks import annotating
from benchmarks.building import RESULTS, ROOT, SHARED, build
from kg import __version__
from kg.text import words


def copies(articles: list[Path], number: int, folder: Path) -> list[Path]:
    """Write `number` variants of every plain-text article into the folder."""
    written = []
    for article in articles:
        text = article.read_text(encoding="utf-8")
        for i in range(number):
            path = folder / f"{article.stem}-{i}.txt"
            path.write_text(f"{text}\n\nEdition {i}.\n", encoding="utf-8")
            written.append(path)
    return written


def count_words(articles: list[Path]) -> int:
    """Return how many words and punctuation marks there are to read."""
    return sum(sum(1 for _ in words(a.read_text(encoding="utf-8"))) for a in articles)


def throughput(articles: list[Path], number: int, work: Path) -> dict[str, float]:
    """Return words per second between one and `number` copies of the articles."""
    few, many = work / "few", work / "many"
    few.mkdir()
    many.mkdir()
    sets = copies(articles, 1, few), copies(articles, number, many)
    runs = [build(paths, work / f"out-{len(paths)}") for paths in sets]
    more = count_words(sets[1]) - count_words(sets[0])
    return {
        "articles": len(sets[1]),
        "words": count_words(sets[1]),
        "seconds": runs[1].seconds,
        "words_per_second": round(more / max(runs[1].seconds - runs[0].seconds, 0.001)),
        "peak_megabytes": runs[1].peak_megabytes,
    }


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder of seeds/")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--copies", type=int, default=50)
    options = parser.parse_args()
    seeds = sorted((options.shared / "seeds").glob("*.txt"))
    examples = sorted((ROOT / "examples" / "articles").glob("*.txt"))
    with tempfile.TemporaryDirectory() as scratch:
        work = Path(scratch)
        runs = [build(seeds, work / f"seeds-{i}") for i in range(options.runs)]
        result = {
            "kg": __version__,
            "machine": {"python": platform.python_version(), "machine": platform.machine(), "cores": os.cpu_count()},
            "seeds": {"articles": len(seeds), "words": count_words(seeds),
                      "seconds_median": statistics.median(r.seconds for r in runs),
                      "seconds_all": [r.seconds for r in runs], "peak_megabytes": runs[-1].peak_megabytes},
            "throughput": throughput(examples, options.copies, work),
            "annotator": annotating.measure([*seeds, *examples]),
        }  # fmt: skip
    text = json.dumps(result, indent=1)
    print(text)
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "speed.json").write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

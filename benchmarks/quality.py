"""Build the annotated articles and score them: `python -m benchmarks.quality [--readme]`.

Writes results/quality.json; with `--readme` also the table between the `quality` markers of README.md.
"""

import argparse
import json
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from rich.console import Console

from benchmarks import competency, corpora
from benchmarks.building import RESULTS, ROOT, SHARED, build
from kg import __version__
from kg.evaluate import Part, Scores, as_json, evaluate, render, render_errors

MARKERS = ("<!-- quality:start -->", "<!-- quality:end -->")


@dataclass(frozen=True, slots=True)
class Set:
    """Articles, and the gold they are scored against."""

    name: str
    articles: tuple[Path, ...]
    gold: tuple[Path, ...]


def sets(shared: Path) -> tuple[Set, Set]:
    """Return the two seed articles, with a full gold graph, and the development articles, with compact gold."""
    compact = sorted((shared / "gold" / "dev").glob("*.json"))
    annotated = [path.parent / json.loads(path.read_text(encoding="utf-8"))["file"] for path in compact]
    seeds = tuple(sorted((shared / "seeds").glob("*.txt")))
    return (
        Set("seeds", seeds, (shared / "gold" / "seed_gold.ttl",)),
        Set("development", tuple(annotated), tuple(compact)),
    )


def measure(shared: Path, work: Path) -> tuple[dict[str, Scores], dict[str, Any]]:
    """Build both sets under `work`; return their scores, and the competency questions of the seeds."""
    seeds, development = sets(shared)
    scores = {}
    for each in (seeds, development):
        build(each.articles, work / each.name)
        scores[each.name] = evaluate(work / each.name, each.gold)
    questions = shared / "gold" / "competency.md"
    asked = {
        "as built": competency.as_json(competency.answers(work / seeds.name, questions)),
        "aligned": competency.as_json(competency.answers(work / seeds.name, questions, gold=seeds.gold[0])),
    }
    return scores, asked


def table(scores: dict[str, Scores], asked: dict[str, Any], probes: dict[str, dict[str, float]]) -> str:
    """Return the scores as Markdown: F1 (precision / recall), or accuracy on what was matched."""
    names = list(scores)
    lines = [f"| | {' | '.join(f'{n} articles' for n in names)} |", "|---|" + "---:|" * len(names)]
    totals = [scores[n].total for n in names]
    lines += [f"| {row} | {' | '.join(_prf(t, row) for t in totals)} |" for row in totals[0].counts]
    lines += [
        f"| {row}, where matched | {' | '.join(_share(t, row) for t in totals)} |" for row in totals[0].accuracies
    ]
    passed = ", ".join(f"{a['passed']} of {a['questions']} {how}" for how, a in asked.items())
    also = "; ".join(f"{name} {_rates(rates)}" for name, rates in probes.items())
    return "\n".join(
        [
            *lines,
            "",
            f"F1 (precision / recall), in per cent. Competency questions passed: {passed}. On the development parts of",
            f"corpora made for other ends (`benchmarks/corpora.py`): {also}.",
        ]
    )


def _rates(rates: dict[str, float]) -> str:
    return f"**{_percent(rates['f1'])}** ({_percent(rates['precision'])} / {_percent(rates['recall'])})"


def _prf(part: Part, row: str) -> str:
    count = part.counts[row]
    return f"**{_percent(count.f1)}** ({_percent(count.precision)} / {_percent(count.recall)})"


def _share(part: Part, row: str) -> str:
    return _percent(part.accuracies[row].share)


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.0f}"


def rewrite(readme: Path, text: str, *, markers: tuple[str, str] = MARKERS) -> None:
    """Put the text between the markers of a Markdown file."""
    whole = readme.read_text(encoding="utf-8")
    if not all(m in whole for m in markers):
        raise SystemExit(f"{readme}: no {' ... '.join(markers)}; add them where the table should stand")
    before, rest = whole.split(markers[0], 1)
    after = rest.split(markers[1], 1)[1]
    readme.write_text(f"{before}{markers[0]}\n{text}\n{markers[1]}{after}", encoding="utf-8")


def main() -> None:
    """Measure, print, write."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=SHARED, help="folder of seeds/, gold/ and corpora/")
    parser.add_argument("--work", type=Path, help="keep the built graphs in this folder")
    parser.add_argument("--errors", action="store_true", help="list every slip in words")
    parser.add_argument("--readme", action="store_true", help="rewrite the table in README.md")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        scores, asked = measure(options.shared, options.work or Path(scratch))
    console = Console()
    for name, found in scores.items():
        console.rule(name)
        console.print(render(found), *([render_errors(found)] if options.errors else []))
    probes = corpora.measure(options.shared / "corpora")
    text = table(scores, asked, probes)
    print(text)
    plain = {"kg": __version__, **{name: as_json(found) for name, found in scores.items()}, "competency": asked}
    plain |= {"corpora": probes}
    RESULTS.mkdir(exist_ok=True)
    (RESULTS / "quality.json").write_text(json.dumps(plain, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    if options.readme:
        rewrite(ROOT / "README.md", text)


if __name__ == "__main__":
    main()

"""Ask a built graph the competency questions of the two seed articles: `python -m benchmarks.competency OUT`.

The questions, their queries and the expected rows stand in one Markdown file. Rows are compared as multisets of what
an analyst sees. Left out are the columns `what` and `event`, free-text labels of events; of a file the name counts.

Two figures: "as built" runs the queries on the graph as it is (a query that names an event's IRI cannot pass then, and
labels that the annotator made up do not either); "aligned" first gives built things and events the IRIs and labels of
the gold things they were aligned with by their mentions and roles, and so tests the facts alone. Alignment is one to
one, but for groups that are only described: kg keeps the "analysts" of two articles apart, where the gold has one node
for both, so that in each article one group may stand for it. What merges across articles is still kg's own doing: two
built events never become one by being aligned.
"""

import argparse
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyoxigraph as ox
from rich.console import Console
from rich.table import Table

from benchmarks.building import ROOT, SHARED
from kg.evaluate import alignment, groups_by_article
from kg.evaluate.turtle import files

LEFT_OUT = frozenset({"what", "event"})
_SECTION = re.compile(r"^## (CQ\d+)\. (.+)$", re.MULTILINE)
_QUERY = re.compile(r"```sparql\n(.*?)```", re.DOTALL)
_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Question:
    """One question with its query and the rows it should give; `rows` do not hold the columns left out."""

    name: str
    text: str
    query: str
    columns: tuple[str, ...]
    rows: Counter[Row]
    needs_ontology: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """What the graph said to one question."""

    question: Question
    missing: Counter[Row]
    extra: Counter[Row]
    error: str | None = None

    @property
    def passed(self) -> bool:
        return not (self.missing or self.extra or self.error)


def questions(path: Path) -> Iterator[Question]:
    """Yield the questions of a Markdown file; its first SPARQL block holds the prefixes of all."""
    parts = _SECTION.split(path.read_text(encoding="utf-8"))
    prefixes = _QUERY.search(parts[0])
    for name, text, body in zip(parts[1::3], parts[2::3], parts[3::3], strict=True):
        query = _QUERY.search(body)
        if not (prefixes and query):
            raise SystemExit(f"{path}: {name} has no query, or the file no prefixes")
        columns, rows = _table(body)
        needs_ontology = "Load ontology" in body
        yield Question(name, text, prefixes[1] + query[1], columns, _compared(columns, rows), needs_ontology)


def _table(body: str) -> tuple[tuple[str, ...], list[Row]]:
    lines = [line for line in body.splitlines() if line.startswith("|")]
    rows = [tuple(cell.strip() for cell in line.strip("|\n").split("|")) for line in lines]
    return (rows[0], rows[2:]) if rows else ((), [])


def _compared(columns: tuple[str, ...], rows: Iterable[Row]) -> Counter[Row]:
    """The rows without the columns left out; a file is known by its name alone."""
    return Counter(
        tuple(
            value.rsplit("/", 1)[-1] if column == "file" else value
            for column, value in zip(columns, row, strict=True)
            if column not in LEFT_OUT
        )
        for row in rows
    )


def ask(question: Question, store: ox.Store) -> Answer:
    """Return how the rows of a graph differ from the expected ones."""
    try:
        solutions = store.query(question.query)
    except (SyntaxError, ValueError, OSError) as error:
        return Answer(question, question.rows, Counter(), str(error))
    assert isinstance(solutions, ox.QuerySolutions)
    columns = question.columns or tuple(v.value for v in solutions.variables)
    rows = [tuple(_shown(solution[column]) for column in columns) for solution in solutions]
    found = _compared(columns, rows)
    return Answer(question, question.rows - found, found - question.rows)


def _shown(term: object) -> str:
    return "" if term is None else str(getattr(term, "value", term))


def store_of(paths: Iterable[Path], nodes: Mapping[str, str] | None = None, labels: Path | None = None) -> ox.Store:
    """Return the files as one graph; `nodes` gives nodes other IRIs, and these the labels of another file."""
    store, nodes, told = ox.Store(), nodes or {}, _labels(labels) if labels else {}
    for quad in _quads(paths):
        subject, value = _renamed(quad.subject, nodes), _renamed(quad.object, nodes)
        if quad.predicate == _LABEL and subject != quad.subject:
            value = told.get(subject, value)
        store.add(ox.Quad(subject, quad.predicate, value))
    return store


def _quads(paths: Iterable[Path]) -> Iterator[Any]:
    for path in paths:
        yield from ox.parse(path=str(path), format=ox.RdfFormat.TURTLE)


def _renamed(term: Any, nodes: Mapping[str, str]) -> Any:
    return ox.NamedNode(nodes.get(term.value, term.value)) if isinstance(term, ox.NamedNode) else term


def _labels(path: Path) -> dict[Any, Any]:
    return {q.subject: q.object for q in _quads([path]) if q.predicate == _LABEL}


def gold_names(built: Path, gold: Path) -> dict[str, str]:
    """Return {built IRI: gold IRI}; an unaligned node that has a gold node's IRI by chance gets one of its own."""
    names = {theirs: ours for ours, theirs in alignment(built, gold).items()} | dict(groups_by_article(built, gold))
    taken = {q.subject.value for q in _quads([gold])} - set(names)
    return {iri: f"{iri}-unaligned" for iri in sorted(taken)} | names


def answers(built: Path, path: Path, *, gold: Path | None = None) -> list[Answer]:
    """Return the answers of a built graph, aligned with the gold graph if one is given."""
    graph = files(built)
    names = gold_names(built, gold) if gold else {}
    ontology = ROOT / "ontology" / "kg.ttl"
    plain = store_of(graph, names, gold)
    wide = store_of([*graph, ontology], names, gold) if ontology.is_file() else plain
    return [ask(q, wide if q.needs_ontology else plain) for q in questions(path)]


def as_json(found: list[Answer]) -> dict[str, Any]:
    """Return the answers as plain values."""
    return {
        "passed": sum(a.passed for a in found),
        "questions": len(found),
        "details": {
            a.question.name: {
                "passed": a.passed,
                "missing": sorted(a.missing.elements()),
                "extra": sorted(a.extra.elements()),
                **({"error": a.error} if a.error else {}),
            }
            for a in found
        },
    }


def render(found: list[Answer], title: str) -> Table:
    """Return one line a question, with what is missing and what is too much."""
    table = Table(title=f"{title}: {sum(a.passed for a in found)} of {len(found)}", show_lines=True)
    for name in ("question", "", "missing rows", "extra rows"):
        table.add_column(name, overflow="fold")
    for a in found:
        missing, extra = (
            "\n".join(" | ".join(row) for row in sorted(rows.elements())) for rows in (a.missing, a.extra)
        )
        verdict = "[green]pass[/]" if a.passed else "[red]fail[/]"
        table.add_row(f"{a.question.name} {a.question.text}", verdict, a.error or missing, extra)
    return table


def _lines(rows: Counter[Row]) -> str:
    return "\n".join(" | ".join(row) for row in sorted(rows.elements()))


def main() -> None:
    """Print the answers of a built folder; exit code 1 if a question fails both ways."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "built", type=Path, help="folder that `kg build` wrote from the two seed articles, or a .ttl file"
    )
    parser.add_argument("--questions", type=Path, default=SHARED / "gold" / "competency.md")
    parser.add_argument("--gold", type=Path, default=SHARED / "gold" / "seed_gold.ttl")
    parser.add_argument("--json", action="store_true", help="print JSON instead of tables")
    options = parser.parse_args()
    plain = answers(options.built, options.questions)
    aligned = answers(options.built, options.questions, gold=options.gold)
    if options.json:
        json.dump({"as built": as_json(plain), "aligned": as_json(aligned)}, sys.stdout, indent=1, ensure_ascii=False)
        return
    console = Console()
    console.print(render(plain, "As built"), render(aligned, "Aligned"))
    sys.exit(not all(p.passed or a.passed for p, a in zip(plain, aligned, strict=True)))


if __name__ == "__main__":
    main()

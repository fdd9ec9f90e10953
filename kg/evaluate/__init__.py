"""How good a built graph is: scores against articles annotated by hand.

    scores = evaluate(Path("out"), [Path("gold/004.json")])
    console.print(render(scores))

Gold is Turtle in our own ontology (aligned by character offsets) or compact JSON (aligned by words). Only articles
that the gold covers count, and only classes and properties that it uses. See docs/evaluation.md for every rule.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from kg.errors import InputError
from kg.evaluate import align, clusters, compact, turtle
from kg.evaluate.counts import Accuracy, Count, Fault, Part, Scores, Slip, Used
from kg.evaluate.facts import Article, Facts, rename_documents, restrict
from kg.evaluate.report import as_json, render, render_errors
from kg.evaluate.score import score
from kg.ontology import Ontology, load

__all__ = [
    "Accuracy", "Count", "Fault", "Part", "Scores", "Slip",
    "alignment", "as_json", "evaluate", "groups_by_article", "render", "render_errors",
]  # fmt: skip


def evaluate(built: Path, gold: Sequence[Path], *, ontology: Ontology | None = None) -> Scores:
    """Return the scores of a built folder (or graph file) against gold files (or folders of them).

    Raises InputError if a gold file cannot be read or its article is not in the graph.
    """
    ontology = ontology or load()
    paths = list(gold_files(gold))
    golds = [_read(path, ontology) for path in paths]
    graph = turtle.read(turtle.files(built), ontology)
    used = Used.by(golds)
    total, documents, slips, pairs = Part(), [], [], []
    for path, facts in zip(paths, golds, strict=True):
        ours = rename_documents(graph, _same_articles(facts, graph, path))
        wanted = [a.id for a in facts.articles]
        part, found = score(facts, restrict(ours, wanted), used, ontology, document=path.name)
        total += part
        slips += found
        pairs.append((path.name, facts, restrict(ours, wanted)))
        for article in facts.articles:
            alone = restrict(facts, [article.id]) if len(wanted) > 1 else facts
            documents.append((article.name, score(alone, restrict(ours, [article.id]), used, ontology)[0]))
    together, mixed = clusters.across(pairs, ontology)
    total = replace(total, counts={**total.counts, clusters.ACROSS: together})
    return Scores(total, tuple(documents), (*slips, *mixed))


def alignment(built: Path, gold: Path, *, ontology: Ontology | None = None) -> Mapping[str, str]:
    """Return {gold node: built node} for the entities and events of a gold file that the built graph has too."""
    ontology = ontology or load()
    facts, ours = _both(built, gold, ontology)
    things = align.things(facts, ours, ontology)
    return {**things, **align.happenings(facts, ours, things, ontology)}


def groups_by_article(built: Path, gold: Path, *, ontology: Ontology | None = None) -> Mapping[str, str]:
    """Return {built node: gold node} for the groups that the gold describes, each article aligned by itself.

    A graph keeps the "analysts" of two articles apart; gold may have one node for both.
    """
    ontology = ontology or load()
    facts, ours = _both(built, gold, ontology)
    group = ontology.part("group")
    described = {t.id for t in facts.things if not t.is_named and ontology.is_a(t.type, group)}
    found: dict[str, str] = {}
    for article in facts.articles:
        alone = align.things(restrict(facts, [article.id]), restrict(ours, [article.id]), ontology)
        found |= {b: g for g, b in alone.items() if g in described}
    return found


def _both(built: Path, gold: Path, ontology: Ontology) -> tuple[Facts, Facts]:
    """The facts of a gold file, and what the built graph has of its articles."""
    facts, graph = _read(gold, ontology), turtle.read(turtle.files(built), ontology)
    return facts, restrict(rename_documents(graph, _same_articles(facts, graph, gold)), [a.id for a in facts.articles])


def gold_files(paths: Iterable[Path]) -> Iterable[Path]:
    """Yield the gold files among the paths and in the folders among them, each folder in order of name."""
    for path in paths:
        if path.is_dir():
            yield from sorted(p for p in path.iterdir() if p.suffix in {".json", ".ttl"})
        else:
            yield path


def _read(path: Path, ontology: Ontology) -> Facts:
    if not path.is_file():
        raise InputError(f"{path}: no such gold file")
    facts = turtle.read([path], ontology) if path.suffix == ".ttl" else compact.read(path, ontology)
    if not facts.articles:
        raise InputError(f"{path}: says nothing of any article; gold names the documents it annotates")
    return facts


def _same_articles(gold: Facts, built: Facts, path: Path) -> dict[str, str]:
    """{document of the graph: document of the gold}, by the hash of the file or else by its name."""
    return {_counterpart(article, built.articles, path).id: article.id for article in gold.articles}


def _counterpart(article: Article, built: tuple[Article, ...], path: Path) -> Article:
    same = [b for b in built if article.sha256 and b.sha256 == article.sha256]
    same = same or [b for b in built if b.name == article.name]
    if not same:
        raise InputError(f"{path}: its article {article.name} is not in the graph; build it with the others")
    return same[0]

"""What a graph holds, in numbers."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from kg.ontology import Ontology
from kg.ontology import load as load_ontology
from kg.query.statements import rows
from kg.query.store import Store, load

_TYPES = "SELECT ?node ?type WHERE { ?node a kg:%s ; a ?type }"
_TIES = """SELECT ?predicate (COUNT(*) AS ?n) WHERE {
  ?subject ?predicate ?object VALUES ?predicate { %s } } GROUP BY ?predicate"""
_MODALITIES = "SELECT ?m (COUNT(*) AS ?n) WHERE { ?c a kg:Claim ; kg:modality ?m } GROUP BY ?m"
_SOURCES = "SELECT ?s (COUNT(DISTINCT ?c) AS ?n) WHERE { ?c a kg:Claim ; kg:source/rdfs:label ?s } GROUP BY ?s"
_TOTALS = {
    "triples": "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }",
    "articles": "SELECT (COUNT(*) AS ?n) WHERE { ?d a kg:Document }",
    "mentions": "SELECT (COUNT(*) AS ?n) WHERE { ?m a kg:Mention }",
    "claims": "SELECT (COUNT(*) AS ?n) WHERE { ?c a kg:Claim }",
    "contested events": "SELECT (COUNT(*) AS ?n) WHERE { ?e kg:contested true }",
    "events of several articles": """SELECT (COUNT(*) AS ?n) WHERE { {
        SELECT ?e WHERE { ?c rdf:subject ?e ; rdf:predicate rdf:type ; kg:document ?d }
        GROUP BY ?e HAVING (COUNT(DISTINCT ?d) > 1) } }""",
}
_DAYS = "SELECT (MIN(?d) AS ?first) (MAX(?d) AS ?last) WHERE { ?a a kg:Document ; kg:referenceDate ?d }"
_MOST = 10

Counts = Mapping[str, int]
"""From the largest to the smallest, then by name."""


@dataclass(frozen=True, slots=True)
class Stats:
    """Numbers of things: by class each counts once, for the most particular one that the graph says."""

    totals: Counts
    first: str
    last: str
    """The days of the oldest and the newest article; "" if none has one."""
    entities: Counts
    relations: Counts
    events: Counts
    modalities: Counts
    sources: Counts
    """Those with the most claims."""


def stats(source: Path) -> Stats:
    """Return the numbers of a graph."""
    store, ontology = load([source]), load_ontology()
    totals = {name: int(rows(store, query)[0][0]) for name, query in _TOTALS.items()}
    ((first, last),) = rows(store, _DAYS)
    classes = Counter(_classes(store, ontology))
    events = {name: n for name, n in classes.items() if name in ontology.events}
    return Stats(
        totals,
        first,
        last,
        entities=_ordered({name: n for name, n in classes.items() if name not in events}),
        relations=_counted(store, _TIES % " ".join(f"kg:{name}" for name in ontology.relations)),
        events=_ordered(events),
        modalities=_counted(store, _MODALITIES),
        sources=dict(list(_counted(store, _SOURCES).items())[:_MOST]),
    )


def _classes(store: Store, ontology: Ontology) -> Iterator[str]:
    """Yield the most particular class of every thing and event."""
    held: dict[str, set[str]] = {}
    for node, type_ in rows(store, _TYPES % ontology.part("entity")):
        held.setdefault(node, set()).add(type_.rpartition("#")[2])
    known = {*ontology.entities, *ontology.events}
    for types in held.values():
        above = {a for type_ in types & known for a in ontology.ancestors(type_)}
        yield min(types - above)


def _counted(store: Store, query: str) -> Counts:
    return _ordered({name.rpartition("#")[2]: int(n) for name, n in rows(store, query)})


def _ordered(counts: Counts) -> Counts:
    return dict(sorted(counts.items(), key=lambda item: (-item[1], item[0])))


def render(found: Stats) -> str:
    """Plain text for a terminal: totals, then a column of names and numbers for each kind."""
    lines = [f"{n:>9,} {name}" for name, n in found.totals.items()]
    if found.first:
        lines.append(f"articles from {found.first} to {found.last}")
    groups = {"entities": found.entities, "relations": found.relations, "events": found.events}
    groups |= {"claims by modality": found.modalities, "sources with most claims": found.sources}
    for title, counts in groups.items():
        lines += ["", f"{title} ({sum(counts.values()):,})" if title != "sources with most claims" else title]
        lines += [f"{n:>9,} {name}" for name, n in counts.items()]
    return "\n".join(lines) + "\n"

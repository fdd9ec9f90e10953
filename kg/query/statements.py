"""Claims in words, and the things that they are about: what `kg show`, `kg path` and `kg timeline` are made of."""

from collections.abc import Iterable
from dataclasses import dataclass

import pyoxigraph as ox

from kg.errors import InputError
from kg.ontology import load as load_ontology
from kg.query.explain import similar
from kg.query.render import compact
from kg.query.store import Store

_NAMES = """SELECT ?node ?name WHERE { ?node a kg:%s ; rdfs:label|skos:altLabel ?name }"""
_CLAIMS = """
SELECT DISTINCT ?claim ?label ?modality ?source ?via ?exact ?path WHERE {
  %s
  ?claim rdfs:label ?label ; kg:modality ?modality ; kg:source/rdfs:label ?source ; kg:evidence ?span .
  ?claim kg:document/kg:path ?path . ?span kg:exact ?exact . OPTIONAL { ?claim kg:via/rdfs:label ?via }
}"""


@dataclass(frozen=True, slots=True)
class Statement:
    """One claim in words: who says it, through which medium, how firmly, and on which sentence of which article."""

    says: str
    modality: str
    sources: tuple[str, ...]
    via: tuple[str, ...]
    evidence: str
    document: str


@dataclass(frozen=True, slots=True)
class Thing:
    """A node of the graph with all that it is called."""

    node: str
    names: frozenset[str]


def rows(store: Store, text: str) -> list[tuple[str, ...]]:
    """IRIs and literals of a SELECT query as strings; "" where the row has no value."""
    found = store.triples.query(text, prefixes=dict(store.prefixes))
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError("only SELECT has rows")
    return [tuple(term.value if isinstance(term, ox.NamedNode | ox.Literal) else "" for term in row) for row in found]


def find(store: Store, name: str) -> Thing:
    """Return the thing that has this name, alias or id; InputError with the nearest names if there is none."""
    names: dict[str, set[str]] = {}
    for node, label in rows(store, _NAMES % load_ontology().part("entity")):
        names.setdefault(node, set()).add(label)
    wanted = name.casefold()
    hits = [n for n, all_ in names.items() if wanted in {x.casefold() for x in all_}]
    hits += [n for n in names if compact(n, store.prefixes) in {name, f"id:{name}"} and n not in hits]
    if not hits:
        near = similar(name, sorted({x for all_ in names.values() for x in all_}))
        raise InputError(f"nothing is called '{name}'" + (f"; did you mean {', '.join(near)}?" if near else ""))
    best = min(hits, key=lambda n: (len(n), n))
    return Thing(best, frozenset(names[best]))


def statements(store: Store, pattern: str) -> tuple[Statement, ...]:
    """Return the claims that a pattern binds to ?claim, sorted by what they say."""
    return tuple(_grouped(rows(store, _CLAIMS % pattern)))


def _grouped(found: Iterable[tuple[str, ...]]) -> list[Statement]:
    held: dict[str, list[tuple[str, ...]]] = {}
    for row in found:
        held.setdefault(row[0], []).append(row)
    out = []
    for group in held.values():
        first = min(group, key=lambda r: r[5])
        out.append(
            Statement(
                says=first[1],
                modality=first[2].rpartition("#")[2],
                sources=tuple(sorted({r[3] for r in group})),
                via=tuple(sorted({r[4] for r in group if r[4]})),
                evidence=" ".join(first[5].split()),
                document=first[6],
            )
        )
    return sorted(out, key=lambda s: (s.says, s.document, s.evidence))


def in_words(statement: Statement) -> list[str]:
    """Two lines for a terminal: who says it and how firmly, and on which words."""
    via = f" via {', '.join(statement.via)}" if statement.via else ""
    return [
        f"{statement.modality}: {', '.join(statement.sources)}{via}",
        f"“{statement.evidence}” [{statement.document}]",
    ]

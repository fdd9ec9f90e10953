"""Why an answer may be empty: names of things, and names in the query, that occur nowhere in the graph."""

import pyoxigraph as ox

from kg.ontology import NAMESPACE
from kg.ontology import load as ontology
from kg.query.explain import mask, similar, unknown_names
from kg.query.store import PREFIXES, Store

_NAMING = tuple(ox.NamedNode(PREFIXES[p] + local) for p, local in (("rdfs", "label"), ("skos", "altLabel")))
_MOST = 5


def why_empty(store: Store, query: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Return a few notes, each with the nearest name if one is near; `names` are what things should be called."""

    def occurs(iri: str) -> bool:
        name = ox.NamedNode(iri)
        return _holds(store, (name, None, None), (None, name, None), (None, None, name))

    def vocabulary() -> list[str]:
        return [*_column(store, "SELECT DISTINCT ?n { { ?s ?n ?o } UNION { ?s a ?n } }"), *_types()]

    unknown = (_unknown(store, name) for name in names if not _is_called(store, name))
    return (*unknown, *unknown_names(mask(query), store.prefixes, occurs, vocabulary))[:_MOST]


def _is_called(store: Store, name: str) -> bool:
    return _holds(store, *((None, property_, ox.Literal(name)) for property_ in _NAMING))


_Pattern = tuple[ox.NamedNode | None, ox.NamedNode | None, ox.NamedNode | ox.Literal | None]


def _holds(store: Store, *patterns: _Pattern) -> bool:
    return any(next(iter(store.triples.quads_for_pattern(*p)), None) is not None for p in patterns)


def _unknown(store: Store, name: str) -> str:
    near = similar(name, sorted(_column(store, "SELECT DISTINCT ?n { ?s rdfs:label|skos:altLabel ?n }")))
    return f"nothing is called '{name}'" + (f"; did you mean {', '.join(near)}?" if near else "")


def _column(store: Store, select: str) -> list[str]:
    rows = store.triples.query(select, prefixes=PREFIXES)
    assert isinstance(rows, ox.QuerySolutions)  # noqa: S101  (narrows the type)
    return [row[0].value for row in rows if isinstance(row[0], ox.NamedNode | ox.Literal)]


def _types() -> list[str]:
    """Every class and property of the vocabulary, whether the graph holds it or not."""
    o = ontology()
    classes = (*o.entities, *o.events, *o.vocabulary.classes)
    properties = (*o.relations, *o.roles, *o.literals, *o.counts, *o.vocabulary.properties)
    return [NAMESPACE + name for name in (*classes, *properties)]

"""The graph in other clothes of RDF: N-Quads and TriG with a graph for each article, and RDF 1.2 with reifiers."""

from collections.abc import Iterator

import pyoxigraph as ox

from kg.export import origins
from kg.export.source import Source, iri
from kg.rdf import serialize

_SUBJECT, _PREDICATE, _OBJECT = (iri(f"rdf:{part}") for part in ("subject", "predicate", "object"))
_REIFIES = ox.NamedNode(iri("rdf:reifies"))


def nquads(source: Source) -> str:
    """One line per quad, sorted."""
    return serialize(origins.quads(source), ox.RdfFormat.N_QUADS, {})


def trig(source: Source) -> str:
    """A block per article."""
    return serialize(origins.quads(source), ox.RdfFormat.TRIG, source.prefixes)


def rdf12(source: Source) -> str:
    """Turtle 1.2: a claim reifies a triple term, where the graph itself has rdf:subject, predicate and object."""
    return serialize(_reified(source), ox.RdfFormat.TURTLE, source.prefixes)


def _reified(source: Source) -> Iterator[ox.Triple]:
    parts = (_SUBJECT, _PREDICATE, _OBJECT)
    for node, properties in source.nodes.items():
        if all(part in properties for part in parts):
            subject, predicate, target = (properties[part][0] for part in parts)
            term = ox.Triple(subject, predicate, target)  # type: ignore[arg-type]  # IRIs but for the object
            yield ox.Triple(ox.NamedNode(node), _REIFIES, term)
    yield from (t for t in source.triples() if t.predicate.value not in parts)

"""Turtle from ordered records: the same graph gives the same bytes, and a change reads well in a diff."""

from collections.abc import Iterable, Mapping

from kg.export import claims, records
from kg.export.iris import check_base
from kg.export.terms import Record
from kg.graph import Graph
from kg.ontology import DEFAULT_BASE, NAMESPACE, Ontology

_NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}


def turtle(graph: Graph, ontology: Ontology, *, base: str = DEFAULT_BASE) -> tuple[str, str]:
    """Return the contents of graph.ttl and graph.mentions.ttl.

    Raises InputError if `base` cannot be a namespace, ExportError if a claim rests on text that is not there.
    """
    namespaces = {"kg": NAMESPACE, "id": check_base(base), **_NAMESPACES}
    direct, reified = records.direct_triples(graph, ontology), claims.reify(graph, ontology)
    main = {
        "Documents": records.documents(graph),
        "Entities": records.entities(graph, ontology, direct),
        "Events": records.events(graph, ontology, direct),
        "Quantities": records.quantities(graph),
        "Claims": claims.claims(reified, graph),
        "Evidence": claims.evidence(reified, graph),
    }
    return _write(main, namespaces), _write(
        {"Mentions": claims.mentions(graph), "Identity": records.reasons(graph)}, namespaces
    )


def _write(sections: Mapping[str, Iterable[Record]], namespaces: dict[str, str]) -> str:
    parts = ["".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in namespaces.items())]
    for title, blocks in sections.items():
        written = [block.turtle(namespaces) for block in blocks]
        parts += [f"# {title}\n\n" + "\n".join(written)] if written else []
    return "\n".join(parts)

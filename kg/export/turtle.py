"""Turtle from ordered blocks: the same graph gives the same bytes, and a change reads well in a diff."""

from collections.abc import Iterable, Mapping

from kg.export import claims, iris, records, spans
from kg.export.iris import Names
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
    names = Names(base)
    stated = iris.stated(graph, names)
    direct, reified = records.direct_triples(stated, ontology, names), claims.reify(graph, stated, ontology, names)
    places = {id_: [place for r in found for place in r.places] for id_, found in reified.items()}
    main = {
        "Documents": records.documents(graph, names),
        "Entities": records.entities(graph, ontology, direct, names),
        "Events": records.events(graph, ontology, direct, names),
        "Quantities": records.quantities(stated),
        "Claims": claims.claims(reified, graph, names),
        "Evidence": spans.evidence(places, graph, names),
    }
    beside = {"Mentions": spans.mentions(graph, names), "Identity": records.reasons(graph, names)}
    return _write(main, names), _write(beside, names)


def _write(sections: Mapping[str, Iterable[str]], names: Names) -> str:
    namespaces = {"kg": NAMESPACE, "id": names.base, **_NAMESPACES}
    parts = ["".join(f"@prefix {prefix}: <{iri}> .\n" for prefix, iri in namespaces.items())]
    for title, blocks in sections.items():
        written = list(blocks)
        if written:
            parts += [f"# {title}\n\n{written[0]}", *written[1:]]
    return "\n".join(parts)

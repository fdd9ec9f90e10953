"""The service description: what a client learns of the endpoint by asking nothing (SPARQL 1.1 Service Description)."""

from collections.abc import Iterator

import pyoxigraph as ox

from kg.serve.answer import GRAPHS, ROWS

PREFIXES = {
    "sd": "http://www.w3.org/ns/sparql-service-description#",
    "void": "http://rdfs.org/ns/void#",
    "format": "http://www.w3.org/ns/formats/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_MANY = ox.NamedNode("http://www.w3.org/2001/XMLSchema#integer")
_NOT_OURS = {"application/json", "application/xml", "text/xml", "text/plain"}
"""Media types that are understood, but have no name of their own among the formats."""


def description(endpoint: str, size: int) -> Iterator[ox.Triple]:
    """Yield the triples about an endpoint at this address, over a graph of `size` triples."""
    service, dataset, graph = (ox.NamedNode(f"{endpoint}#{part}") for part in ("service", "dataset", "graph"))
    yield ox.Triple(service, _TYPE, _name("sd:Service"))
    yield ox.Triple(service, _name("sd:endpoint"), ox.NamedNode(endpoint))
    yield ox.Triple(service, _name("sd:supportedLanguage"), _name("sd:SPARQL11Query"))
    for format_ in _formats():
        yield ox.Triple(service, _name("sd:resultFormat"), ox.NamedNode(format_))
    yield ox.Triple(service, _name("sd:defaultDataset"), dataset)
    yield ox.Triple(dataset, _TYPE, _name("sd:Dataset"))
    yield ox.Triple(dataset, _name("sd:defaultGraph"), graph)
    yield ox.Triple(graph, _TYPE, _name("sd:Graph"))
    yield ox.Triple(graph, _name("void:triples"), ox.Literal(str(size), datatype=_MANY))


def _formats() -> list[str]:
    rows = {f.iri for media_type, f in ROWS.items() if media_type not in _NOT_OURS}
    return sorted(rows | {f.iri for media_type, f in GRAPHS.items() if media_type not in _NOT_OURS})


def _name(prefixed: str) -> ox.NamedNode:
    prefix, _, local = prefixed.partition(":")
    return ox.NamedNode(PREFIXES[prefix] + local)

"""The service description is read as RDF by somebody else."""

import rdflib

from kg.serve.answer import triples
from kg.serve.description import PREFIXES, description

ENDPOINT = "http://127.0.0.1:8765/sparql"
SD = rdflib.Namespace(PREFIXES["sd"])


def test_it_names_endpoint_language_formats_and_size() -> None:
    body = triples(description(ENDPOINT, 42), "text/turtle", PREFIXES)
    graph = rdflib.Graph().parse(data=body, format="turtle")
    service = graph.value(predicate=rdflib.RDF.type, object=SD.Service)
    assert graph.value(service, SD.endpoint) == rdflib.URIRef(ENDPOINT)
    assert graph.value(service, SD.supportedLanguage) == SD.SPARQL11Query
    formats = {str(o) for o in graph.objects(service, SD.resultFormat)}
    assert {
        f"http://www.w3.org/ns/formats/{f}" for f in ("SPARQL_Results_JSON", "SPARQL_Results_TSV", "Turtle")
    } < formats
    assert [int(o) for o in graph.objects(None, rdflib.URIRef(PREFIXES["void"] + "triples"))] == [42]


def test_it_has_no_nodes_without_a_name() -> None:
    assert b"_:" not in triples(description(ENDPOINT, 1), "application/n-triples", {})

"""Clients that others wrote: SPARQLWrapper, rdflib and curl."""

import json
import shutil
import subprocess

import pytest
import rdflib
from SPARQLWrapper import (
    CSV,
    GET,
    JSON,
    JSONLD,
    N3,
    POST,
    POSTDIRECTLY,
    RDFXML,
    TSV,
    TURTLE,
    URLENCODED,
    XML,
    SPARQLWrapper,
)
from SPARQLWrapper.SPARQLExceptions import QueryBadFormed

from tests.serve.client import Server

SELECT = "SELECT ?l { id:norland rdfs:label ?l }"
GRAPH = "CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s rdfs:label ?l }"

curl = pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")


def wrapper(server: Server, query: str, method: str = GET, directly: bool = False) -> SPARQLWrapper:
    client = SPARQLWrapper(f"{server.url}sparql")
    client.setQuery(f"PREFIX rdfs: <{rdflib.RDFS}>\nPREFIX id: <https://desk.test/id/>\n{query}")
    client.setMethod(method)
    client.setRequestMethod(POSTDIRECTLY if directly else URLENCODED)
    return client


@pytest.mark.parametrize(("method", "directly"), [(GET, False), (POST, False), (POST, True)])
def test_sparqlwrapper_asks_in_all_three_ways(server: Server, method: str, directly: bool) -> None:
    client = wrapper(server, SELECT, method, directly)
    client.setReturnFormat(JSON)
    assert client.queryAndConvert()["results"]["bindings"][0]["l"]["value"] == "Norland"


@pytest.mark.parametrize(
    ("format_", "words"),
    [(CSV, b"l\r\nNorland"), (TSV, b'?l\n"Norland"')],
    ids=["csv", "tsv"],
)
def test_sparqlwrapper_reads_tables(server: Server, format_: str, words: bytes) -> None:
    client = wrapper(server, SELECT)
    client.setReturnFormat(format_)
    assert client.queryAndConvert().startswith(words)


def test_sparqlwrapper_reads_xml(server: Server) -> None:
    client = wrapper(server, SELECT)
    client.setReturnFormat(XML)
    assert "Norland" in client.queryAndConvert().toxml()


@pytest.mark.parametrize("format_", [TURTLE, N3, RDFXML, JSONLD])
@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_sparqlwrapper_reads_graphs(server: Server, format_: str) -> None:
    client = wrapper(server, GRAPH)
    client.setReturnFormat(format_)
    found = client.queryAndConvert()
    graph = found if isinstance(found, rdflib.Graph) else rdflib.Graph().parse(data=found, format="turtle")
    assert len(graph) == 3


def test_sparqlwrapper_sees_a_bad_query(server: Server) -> None:
    with pytest.raises(QueryBadFormed, match="query:3:"):
        wrapper(server, "SELECT * WHERE { ?s").query()


def test_rdflib_federates_to_it(server: Server) -> None:
    query = (
        f"SELECT ?l {{ SERVICE <{server.url}sparql> {{ <https://desk.test/id/norland> <{rdflib.RDFS.label}> ?l }} }}"
    )
    assert [str(row[0]) for row in rdflib.Graph().query(query)] == ["Norland"]


@curl
def test_curl_gets_csv_from_a_form(server: Server) -> None:
    arguments = ["curl", "-s", f"{server.url}sparql", "-H", "Accept: text/csv", "--data-urlencode", f"query={SELECT}"]
    assert subprocess.check_output(arguments, text=True).split() == ["l", "Norland"]


@curl
def test_curl_posts_a_query_from_a_file(server: Server, tmp_path) -> None:
    (tmp_path / "q.rq").write_text(SELECT)
    arguments = [
        "curl", "-sf", f"{server.url}sparql", "-H", "Content-Type: application/sparql-query",
        "--data-binary", f"@{tmp_path / 'q.rq'}",
    ]  # fmt: skip
    found = json.loads(subprocess.check_output(arguments, text=True))
    assert found["results"]["bindings"][0]["l"]["value"] == "Norland"


@curl
def test_curl_sees_the_status_of_an_update(server: Server) -> None:
    arguments = ["curl", "-s", "-o", "-", "-w", "%{http_code}", f"{server.url}sparql", "-d", "update=CLEAR ALL"]
    assert subprocess.check_output(arguments, text=True).endswith("403")

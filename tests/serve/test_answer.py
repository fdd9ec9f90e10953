"""Answers: every media type, read back; what is refused, and with which status."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from pathlib import Path

import pyoxigraph as ox
import pytest

from kg.query import Store, load
from kg.serve.answer import GRAPHS, ROWS, Question, Reply, answer

SELECT = "SELECT ?s ?l { ?s rdfs:label ?l ; a kg:State }"
CONSTRUCT = "CONSTRUCT { ?s rdfs:label ?l } WHERE { ?s rdfs:label ?l }"


@pytest.fixture(scope="module")
def store(served_folder: Path) -> Store:
    return load([served_folder])


def ask(store: Store, query: str, accept: str = "*/*", *, limit: int = 1_000_000, **graphs: tuple[str, ...]) -> Reply:
    return answer(store, Question(query, accept, **graphs), limit=limit)


@pytest.mark.parametrize("media_type", sorted(ROWS.keys() - {"text/csv"}))
def test_rows_come_in_every_type(store: Store, media_type: str) -> None:
    reply = ask(store, SELECT, media_type)
    assert (reply.status, reply.media_type) == (200, media_type)
    found = ox.parse_query_results(reply.body, format=ROWS[media_type])
    assert isinstance(found, ox.QuerySolutions)
    assert [row["l"].value for row in found] == ["Norland"]


@pytest.mark.parametrize("media_type", GRAPHS)
def test_a_graph_comes_in_every_type(store: Store, media_type: str) -> None:
    reply = ask(store, CONSTRUCT, media_type)
    assert (reply.status, reply.media_type) == (200, media_type)
    assert len(list(ox.parse(reply.body, format=GRAPHS[media_type]))) == 3


def test_the_default_is_json_for_rows_and_turtle_for_graphs(store: Store) -> None:
    assert ask(store, "ASK {}").media_type == "application/sparql-results+json"
    turtle = ask(store, "DESCRIBE id:norland")
    assert turtle.media_type == "text/turtle"
    assert b"id:norland a kg:" in turtle.body


def test_yes_and_no(store: Store) -> None:
    assert json.loads(ask(store, "ASK { ?s a kg:State }").body)["boolean"] is True
    assert ET.fromstring(ask(store, "ASK { ?s a kg:Weapon }", "text/xml").body)[-1].text == "false"


def test_text_is_quoted_in_csv(store: Store) -> None:
    body = ask(store, "SELECT ?l { id:ann rdfs:label ?l }", "text/csv").body.decode()
    assert list(csv.reader(io.StringIO(body))) == [["l"], ["Ann, <b>the</b> First"]]


def test_a_graph_is_the_same_bytes_every_time(store: Store) -> None:
    assert len({ask(store, CONSTRUCT).body for _ in range(5)}) == 1


@pytest.mark.parametrize(
    ("query", "status", "words"),
    [
        ("SELECT * WHERE { ?s", 400, "query:1:"),
        ("SELEKT * {}", 400, "did you mean SELECT?"),
        ("", 400, "the query is empty"),
        ("SELECT * { ?s xkos:label ?o }", 400, "did you mean skos:?"),
        ("INSERT DATA { id:a id:b id:c }", 400, "only reading is possible"),
        ("LOAD <http://a.test/>", 400, "only reading is possible"),
        ("SELECT * { SERVICE <http://a.test/> { ?s ?p ?o } }", 400, "SERVICE is refused"),
        (r"SELECT * { \u0053ERVICE SILENT <http://a.test/> { ?s ?p ?o } }", 400, "SERVICE is refused"),
    ],
)
def test_what_is_no_query_is_refused_with_a_reason(store: Store, query: str, status: int, words: str) -> None:
    reply = ask(store, query)
    assert (reply.status, reply.media_type) == (status, "text/plain")
    assert words in reply.body.decode()


def test_a_type_that_is_not_offered_is_refused_with_those_that_are(store: Store) -> None:
    reply = ask(store, SELECT, "image/png")
    assert reply.status == 406
    assert b"text/csv" in reply.body


@pytest.mark.parametrize("query", ["SELECT * { ?a ?b ?c . ?d ?e ?f }", CONSTRUCT])
def test_a_result_that_is_too_large_is_refused_not_cut(store: Store, query: str) -> None:
    reply = ask(store, query, limit=200)
    assert reply.status == 403
    assert b"add a LIMIT" in reply.body


def test_the_graphs_of_the_protocol_win(store: Store) -> None:
    reply = ask(store, SELECT, "text/csv", default=("https://nowhere.test/",))
    assert reply.body.decode().split() == ["s,l"]


def test_a_graph_that_is_no_iri_is_refused(store: Store) -> None:
    assert ask(store, SELECT, default=("not an iri",)).status == 400


def test_a_local_file_is_not_read(store: Store, tmp_path: Path) -> None:
    secret = tmp_path / "secret.ttl"
    secret.write_text("<https://a.test/s> <https://a.test/p> <https://a.test/o> .")
    reply = ask(store, f"SELECT ?s FROM <{secret.as_uri()}> {{ ?s ?p ?o }}")
    assert json.loads(reply.body)["results"]["bindings"] == []

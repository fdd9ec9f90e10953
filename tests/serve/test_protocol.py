"""SPARQL 1.1 Protocol over real HTTP: the three ways to ask, and what malformed requests get."""

import json
import socket
from urllib.parse import quote, urlencode, urlsplit

import pytest

from tests.serve.client import Server

ASK = "ASK { ?s a kg:State }"
FORM, QUERY = "application/x-www-form-urlencoded", "application/sparql-query"
LABEL = 'SELECT ?s { ?s rdfs:label "100%25 %41 + x" }'
"""Percent signs and a plus, which must be decoded exactly once."""


def rows(text: str) -> int:
    return len(json.loads(text)["results"]["bindings"])


def test_get(server: Server) -> None:
    assert rows(server.ask(f"sparql?query={quote(LABEL)}").text) == 1


def test_post_of_a_form(server: Server) -> None:
    assert rows(server.ask(body=urlencode({"query": LABEL}), Content_Type=FORM).text) == 1


def test_post_of_the_query_itself(server: Server) -> None:
    assert rows(server.ask(body=LABEL, Content_Type=f"{QUERY}; charset=UTF-8").text) == 1


def test_graphs_may_stand_in_the_address_beside_a_posted_query(server: Server) -> None:
    path = f"sparql?default-graph-uri={quote('https://nowhere.test/', safe='')}"
    assert rows(server.ask(path, body=LABEL, Content_Type=QUERY).text) == 0


def test_unknown_parameters_do_not_matter(server: Server) -> None:
    """SPARQLWrapper sends `format=json` and its kin."""
    assert server.ask(f"sparql?query={quote(ASK)}&format=json&output=json").status == 200


@pytest.mark.parametrize(
    ("path", "body", "content_type", "status"),
    [
        ("sparql?nothing=1", None, None, 400),
        ("sparql?query=", None, None, 400),
        (f"sparql?query={quote(ASK)}&query={quote(ASK)}", None, None, 400),
        (f"sparql?query={quote(ASK)}", ASK, QUERY, 400),
        ("sparql?query=%ff%fe", None, None, 400),
        ("sparql", "query=%ff", FORM, 400),
        ("sparql", b"\xff\xfe", QUERY, 400),
        ("sparql", b"query=\xff", FORM, 400),
        ("sparql", "", FORM, 400),
        ("sparql", "&".join(["a=1"] * 2000), FORM, 400),
        ("sparql", "SELECT", QUERY, 400),
        ("sparql", '{"query": "ASK {}"}', "application/json", 415),
        ("sparql", "--x", "multipart/form-data; boundary=x", 415),
        ("sparql", "INSERT DATA {}", "application/sparql-update", 403),
        ("sparql", "update=CLEAR+ALL", FORM, 403),
        ("sparql?update=CLEAR+ALL", None, None, 403),
        ("sparql", "#" * 1_000_001, QUERY, 413),
        ("elsewhere", None, None, 404),
        ("page/../app.py", None, None, 404),
    ],
)
def test_a_malformed_request_gets_its_status(
    server: Server, path: str, body: str | bytes | None, content_type: str | None, status: int
) -> None:
    headers = {"Content_Type": content_type} if content_type else {}
    reply = server.ask(path, body, **headers)
    assert reply.status == status
    assert reply.media_type == "text/plain"


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH"])
def test_other_methods_are_not_allowed(server: Server, method: str) -> None:
    reply = server.ask(method=method, body="x", Content_Type=QUERY)
    assert reply.status == 405
    assert "GET" in reply.headers["Allow"]


def test_what_is_not_http_does_not_end_the_server(server: Server) -> None:
    where = urlsplit(server.url)
    with socket.create_connection((where.hostname, where.port), timeout=10) as raw:
        raw.sendall(b"\x00\x01 nonsense\r\n\r\n")
        assert raw.recv(100).startswith(b"HTTP/1.1 400")
    assert server.ask(f"sparql?query={quote(ASK)}").status == 200

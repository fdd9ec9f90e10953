"""The site: what stands where, who may ask from where, a slow query beside a fast one."""

import json
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote

import pytest

from tests.serve.client import SLOW, TIMEOUT, Server, started, stopped

FAST = f"sparql?query={quote('SELECT ?s { ?s a kg:State }')}"


def test_the_explorer_is_at_the_root(server: Server) -> None:
    reply = server.ask("")
    assert (reply.status, reply.media_type) == (200, "text/html")
    assert "<title>explorer</title>" in reply.text


def test_without_an_explorer_the_root_leads_to_the_editor(served_folder: Path) -> None:
    alone = started(str(served_folder / "graph.ttl"))
    try:
        assert "Ask the graph" in alone.ask("").text
    finally:
        stopped(alone)


def test_asking_nothing_gives_the_description(server: Server) -> None:
    reply = server.ask()
    assert reply.media_type == "text/turtle"
    assert f"sd:endpoint <{server.url}sparql>" in reply.text
    assert server.ask(Accept="application/ld+json").media_type == "application/ld+json"
    assert server.ask(Accept="image/png").status == 406


def test_head_has_the_headers_of_get_and_no_body(server: Server) -> None:
    reply = server.ask(FAST, method="HEAD")
    assert (reply.status, reply.text) == (200, "")
    assert int(reply.headers["Content-Length"]) > 0


def test_answers_depend_on_what_is_accepted(server: Server) -> None:
    assert server.ask(FAST).headers["Vary"] == "Accept"


@pytest.mark.parametrize("host", ["evil.test", "evil.test:80", "127.0.0.1.evil.test", "localhost.evil.test", ""])
@pytest.mark.parametrize("path", ["", "sparql", "query", "queries.json"])
def test_a_foreign_host_is_refused(server: Server, host: str, path: str) -> None:
    """A page elsewhere whose name was made to point here reads nothing (DNS rebinding)."""
    reply = server.ask(path, Host=host)
    assert reply.status == 400
    assert "Norland" not in reply.text


def test_this_machine_may_be_called_localhost(server: Server) -> None:
    assert server.ask(FAST, Host="localhost:8765").status == 200


def test_other_origins_are_told_nothing_unless_asked(server: Server) -> None:
    reply = server.ask(FAST, Origin="https://page.test")
    assert not [name for name in reply.headers if name.lower().startswith("access-control")]
    assert server.ask(FAST, method="OPTIONS", Origin="https://page.test").status == 405


def test_an_origin_can_be_let_in_by_name(served_folder: Path) -> None:
    shared = started(str(served_folder), "--cors", "https://page.test", "--allow-host", "graph.test")
    try:
        assert (
            shared.ask(FAST, Origin="https://page.test").headers["Access-Control-Allow-Origin"] == "https://page.test"
        )
        other = shared.ask(FAST, Origin="https://other.test").headers
        assert "Access-Control-Allow-Origin" not in other
        assert "Access-Control-Allow-Credentials" not in other
        assert shared.ask(FAST, Host="graph.test").status == 200
    finally:
        stopped(shared)


def test_a_slow_query_does_not_hold_up_a_fast_one(fresh: Server) -> None:
    with ThreadPoolExecutor() as pool:
        slow = pool.submit(fresh.ask, f"sparql?query={quote(SLOW)}")
        fast = [fresh.ask(FAST) for _ in range(5)]
        assert [len(json.loads(r.text)["results"]["bindings"]) for r in fast] == [1] * 5
        assert not slow.done()
        fresh.process.kill()


def test_a_query_that_takes_too_long_is_stopped(server: Server) -> None:
    reply = server.ask(f"sparql?query={quote(SLOW)}")
    assert reply.status == 504
    assert f"stopped after {TIMEOUT:g} seconds" in reply.text


def test_after_more_slow_queries_than_workers_it_answers_again(server: Server) -> None:
    with ThreadPoolExecutor() as pool:
        slow = [pool.submit(server.ask, f"sparql?query={quote(SLOW)}") for _ in range(4)]
        assert {s.result().status for s in slow} <= {503, 504}
    for _ in range(20):
        reply = server.ask(FAST)
        if reply.status == 200:
            break
    assert reply.status == 200


def test_a_result_that_is_too_large_is_refused(server: Server) -> None:
    reply = server.ask(f"sparql?query={quote('SELECT * { ?a ?b ?c . ?d ?e ?f }')}")
    assert reply.status == 403
    assert "larger than 1 MB" in reply.text

"""A process of its own gives its value, its error, or is killed."""

import multiprocessing
import os
import subprocess
import sys
from functools import partial
from pathlib import Path

import pytest

from kg.errors import InputError, QueryError
from kg.query import ask
from kg.query.bounded import within
from tests.processes import alive, children, needs_proc, until

WORLD = [Path(__file__).with_name("world.ttl")]
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER (STR(?a) < STR(?j)) }"


def test_the_value_comes_back():
    result = within(60, partial(ask, WORLD, "SELECT ?n { id:ann rdfs:label ?n }"))
    assert [row[0].value for row in result.rows] == ["Ann Roe"]


def test_the_error_comes_back():
    with pytest.raises(InputError, match="no such file"):
        within(60, partial(ask, [Path("nowhere.ttl")], "ASK { ?s ?p ?o }"))


def test_a_query_without_end_is_killed():
    with pytest.raises(QueryError, match=r"stopped after 0\.5 s; ask for less"):
        within(0.5, partial(ask, WORLD, ENDLESS))
    assert multiprocessing.active_children() == []


def test_a_process_that_dies_is_told():
    with pytest.raises(QueryError, match="its process died"):
        within(60, partial(os._exit, 3))


@needs_proc
def test_no_query_outlives_a_parent_that_is_killed():
    command = [sys.executable, "-m", "kg", "query", str(WORLD[0]), ENDLESS, "--timeout", "600"]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as parent:

        def busy() -> set[int]:
            """The children that have begun the query: they have a thread beside the one that reads."""
            return {p for p in children(parent.pid) if len(list(Path(f"/proc/{p}/task").iterdir())) > 1}

        assert until(busy)
        started = children(parent.pid)
        parent.kill()
    assert until(lambda: not any(map(alive, started)))

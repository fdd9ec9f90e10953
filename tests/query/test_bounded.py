"""A process of its own gives its value, its error, or is killed."""

import multiprocessing
import os
from pathlib import Path

import pytest

from kg.errors import InputError, QueryError
from kg.query import ask
from kg.query.bounded import within

WORLD = [Path(__file__).with_name("world.ttl")]
ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l FILTER (STR(?a) < STR(?j)) }"


def test_the_value_comes_back():
    result = within(60, ask, WORLD, "SELECT ?n { id:ann rdfs:label ?n }", {}, None, False)
    assert [row[0].value for row in result.rows] == ["Ann Roe"]


def test_the_error_comes_back():
    with pytest.raises(InputError, match="no such file"):
        within(60, ask, [Path("nowhere.ttl")], "ASK { ?s ?p ?o }", {}, None, False)


def test_a_query_without_end_is_killed():
    with pytest.raises(QueryError, match=r"stopped after 0\.5 s; ask for less"):
        within(0.5, ask, WORLD, ENDLESS, {}, None, False)
    assert multiprocessing.active_children() == []


def test_a_process_that_dies_is_told():
    with pytest.raises(QueryError, match="its process died"):
        within(60, os._exit, 3)

"""A synthetic graph has the size asked for, and the shape of a real one."""

from pathlib import Path

import pytest

from benchmarks import synthetic_graph
from kg.query import load, run
from kg.validate import validate


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("synthetic")
    synthetic_graph.write(out, 12_000)
    return out


def test_it_has_at_least_as_many_triples_as_asked_for(folder, tmp_path):
    assert len(load([folder]).triples) >= 12_000
    assert synthetic_graph.write(tmp_path, 12_000) == len(load([folder]).triples)


def test_it_conforms(folder):
    assert validate([folder / "graph.ttl", folder / "graph.mentions.ttl"]).conforms


def test_states_are_shared_and_other_things_are_not(folder):
    states = "SELECT DISTINCT ?n { ?x a kg:State ; rdfs:label ?n FILTER CONTAINS(?n, '(1)') }"
    people = "SELECT DISTINCT ?n { ?x a kg:Person ; rdfs:label ?n FILTER CONTAINS(?n, '(1)') }"
    assert run(load([folder]), states).rows == ()
    assert run(load([folder]), people).rows

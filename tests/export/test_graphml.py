"""GraphML: networkx reads the same nodes and edges from it, whatever the text."""

import io
from collections.abc import Callable

import networkx as nx
import pytest

from kg.export.graphml import graphml
from kg.export.network import Network, network
from kg.export.source import Source
from kg.ontology import Ontology


@pytest.fixture(scope="module")
def wanted(source: Source, ontology: Ontology) -> Network:
    return network(source, ontology)


def read_back(written: str) -> nx.MultiDiGraph:
    return nx.read_graphml(io.BytesIO(written.encode()), force_multigraph=True)


def test_networkx_reads_the_same_nodes_and_edges(wanted: Network) -> None:
    found = read_back(graphml(wanted))
    assert {(n, data["label"], data["type"]) for n, data in found.nodes(data=True)} == {
        (n.id, n.label, n.types[0]) for n in wanted.nodes
    }
    assert sorted((s, data["label"], o) for s, o, data in found.edges(data=True)) == sorted(
        (e.subject, e.predicate, e.object) for e in wanted.edges
    )


def test_an_edge_tells_how_firmly_and_on_which_words(wanted: Network) -> None:
    found = read_back(graphml(wanted))
    data = next(d for s, _, d in found.edges(data=True) if (s, d["label"]) == ("ivo-marr", "worksFor"))
    assert (data["modality"], data["sources"]) == ("Asserted", 1)
    assert data["evidence"].startswith("Colonel Ivo Marr")


def test_numbers_are_numbers(wanted: Network) -> None:
    assert 12 in {data.get("minValue") for _, data in read_back(graphml(wanted)).nodes(data=True)}


def test_text_that_xml_cannot_hold_does_not_break_the_file(
    turtle_source: Callable[[str], Source], ontology: Ontology
) -> None:
    hostile = turtle_source(r'id:x a kg:Entity ; rdfs:label "</node>\u0001 & \uFFFF" ; kg:title "a" , "<b>" .')
    found = read_back(graphml(network(hostile, ontology)))
    assert found.nodes["x"]["label"] == "</node>\ufffd & \ufffd"
    assert found.nodes["x"]["title"] == "<b> | a"

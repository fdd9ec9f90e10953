"""shapes.ttl follows from the YAML; what each shape catches is tested in tests/test_validate.py."""

import pyoxigraph as ox
import pyshacl
import pytest
from rdflib import RDF, Graph, Literal, Namespace
from rdflib.namespace import SH

from kg.export.shapes import SHAPES, shapes
from kg.ontology import NAMESPACE, folder, load

KG, KGSH = Namespace(NAMESPACE), Namespace(SHAPES)


@pytest.fixture(scope="module")
def graph() -> Graph:
    return Graph().parse(data=shapes(load()), format="turtle")


@pytest.fixture(scope="module")
def constraints() -> Graph:
    return Graph().parse(folder() / "constraints.ttl")


def test_both_libraries_read_the_same_triples(graph: Graph) -> None:
    assert len(set(ox.parse(shapes(load()), format=ox.RdfFormat.TURTLE))) == len(graph)


def test_the_shapes_are_well_formed_shacl(graph: Graph, constraints: Graph) -> None:
    conforms, _, text = pyshacl.validate(Graph(), shacl_graph=graph + constraints, meta_shacl=True)
    assert conforms, text


def test_every_relation_checks_where_it_starts_and_what_it_points_to(graph: Graph) -> None:
    for relation in load().relations.values():
        if relation.also:
            assert all((KGSH[f"{c}-{relation.name}"], SH["class"], KG[c]) in graph for c in relation.also)
        else:
            assert (KGSH[f"{relation.name}-from"], SH["class"], KG[relation.domain]) in graph
            assert (KGSH[f"{relation.name}-to"], SH.path, KG[relation.name]) in graph


def test_a_role_that_warns_is_a_warning_of_its_class_and_not_repeated_below(graph: Graph) -> None:
    ontology = load()
    for event in ontology.events.values():
        for role, use in event.roles.items():
            above = [ontology.events[p].roles.get(role) for p in event.parents if p in ontology.events]
            shape = KGSH[f"{event.name}-{role}"]
            expected = use.warn and use not in above
            assert ((shape, SH.severity, SH.Warning) in graph) is expected


def test_a_role_that_narrows_its_types_is_a_violation(graph: Graph) -> None:
    narrowed = [(e.name, role) for e in load().events.values() for role, use in e.roles.items() if use.types]
    assert narrowed
    for event, role in narrowed:
        shape = KGSH[f"{event}-{role}-type"]
        assert (shape, SH.path, KG[role]) in graph
        assert (shape, SH.severity, None) not in graph


def test_every_query_has_a_message_and_runs_on_an_empty_graph(graph: Graph, constraints: Graph) -> None:
    both = graph + constraints
    queries = list(both.subjects(RDF.type, SH.SPARQLConstraint))
    assert len(queries) >= 13
    prefixes = {"kg": NAMESPACE, "rdf": str(RDF)}
    for query in queries:
        assert isinstance(both.value(query, SH.message), Literal)
        rows = ox.Store().query(str(both.value(query, SH.select)), prefixes=prefixes)
        assert isinstance(rows, ox.QuerySolutions)
        assert list(rows) == []


def test_every_query_is_attached_for_other_engines(graph: Graph, constraints: Graph) -> None:
    both = graph + constraints
    assert set(both.subjects(RDF.type, SH.SPARQLConstraint)) == set(both.objects(None, SH.sparql))


def test_core_validation_runs_no_query(graph: Graph) -> None:
    assert set(graph.objects(None, SH.sparql)) == set()

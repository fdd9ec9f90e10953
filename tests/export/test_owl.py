"""kg.ttl follows from the YAML: complete, the same every time, and readable by both RDF libraries."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import OWL, RDF, RDFS, SKOS, BNode, Graph, Literal, Namespace, URIRef
from rdflib.collection import Collection

from kg.export.owl import generated, owl
from kg.ontology import NAMESPACE, folder, load

KG = Namespace(NAMESPACE)


@pytest.fixture(scope="module")
def text() -> str:
    return owl(load())


@pytest.fixture(scope="module")
def graph(text: str) -> Graph:
    return Graph().parse(data=text, format="turtle")


def test_both_libraries_read_the_same_triples(text: str, graph: Graph) -> None:
    assert len(set(ox.parse(text, format=ox.RdfFormat.TURTLE))) == len(graph)


def test_the_same_yaml_gives_the_same_bytes() -> None:
    assert generated(load(folder())) == generated(load(folder()))


def test_the_generated_files_in_the_checkout_are_fresh() -> None:
    stale = [name for name, text in generated(load()).items() if (folder() / name).read_text(encoding="utf-8") != text]
    assert stale == [], "run: kg ontology build"


def test_only_members_of_lists_have_no_name(graph: Graph) -> None:
    unnamed = {s for s in graph.subjects() if isinstance(s, BNode)}
    assert unnamed == {s for s in graph.subjects(RDF.first) if isinstance(s, BNode)}


def test_every_class_property_and_individual_of_the_yaml_is_declared(graph: Graph) -> None:
    ontology = load()
    structure = ontology.vocabulary
    tables = (ontology.entities, ontology.events, ontology.relations, ontology.roles, ontology.literals,
              ontology.counts, structure.classes, structure.enumerations, structure.properties, structure.annotations,
              *(e.members for e in structure.enumerations.values()))  # fmt: skip
    assert [name for table in tables for name in table if (KG[name], RDF.type, None) not in graph] == []


def test_every_declared_term_has_one_label(graph: Graph) -> None:
    named = {s for s in graph.subjects(RDF.type) if str(s).startswith(NAMESPACE)}
    assert [s for s in named if len(list(graph.objects(s, RDFS.label))) != 1] == []


def test_a_class_has_its_parents_alignments_and_examples(graph: Graph) -> None:
    ontology = load()
    person = ontology.entities[ontology.part("person")]
    node = KG[person.name]
    foaf_person = URIRef("http://xmlns.com/foaf/0.1/Person")
    assert (node, RDFS.subClassOf, KG[ontology.part("agent")]) in graph
    assert (node, OWL.equivalentClass, foaf_person) in graph
    assert set(graph.objects(node, SKOS.example)) == {Literal(e.text) for e in person.examples}


def test_event_classes_carry_their_codes(graph: Graph) -> None:
    for event in load().events.values():
        assert graph.value(KG[event.name], KG.plover) == (Literal(event.plover) if event.plover else None)
        assert graph.value(KG[event.name], KG.cameoRoot) == (Literal(event.cameo) if event.cameo else None)


def test_symmetric_and_transitive_relations_say_so(graph: Graph) -> None:
    relations = load().relations.values()
    for kind, expected in (
        (OWL.SymmetricProperty, {KG[r.name] for r in relations if r.symmetric}),
        (OWL.TransitiveProperty, {KG[r.name] for r in relations if r.transitive}),
    ):
        assert set(graph.subjects(RDF.type, kind)) == expected


def test_an_inverse_is_declared_and_says_that_it_is_never_written(graph: Graph) -> None:
    for relation in load().relations.values():
        if relation.inverse:
            assert (KG[relation.name], OWL.inverseOf, KG[relation.inverse]) in graph
            assert "never written" in str(graph.value(KG[relation.inverse], RDFS.comment))


def test_a_closed_list_has_its_members_in_order(graph: Graph) -> None:
    for name, enumeration in load().vocabulary.enumerations.items():
        head = graph.value(KG[name], OWL.oneOf)
        assert head is not None
        assert list(Collection(graph, head)) == [KG[member] for member in enumeration.members]


def test_a_relation_that_also_ties_events_has_no_domain(graph: Graph) -> None:
    for relation in load().relations.values():
        has_domain = (KG[relation.name], RDFS.domain, None) in graph
        assert has_domain is not bool(relation.also)


def test_the_hand_written_axioms_are_in(graph: Graph) -> None:
    axioms = Graph().parse(data=load().axioms, format="turtle")
    assert len(axioms) > 0
    assert set(axioms) <= set(graph)


def test_the_header_is_honest_about_the_namespace(text: str, graph: Graph) -> None:
    assert "NOT REGISTERED and does not resolve" in text.partition("@prefix")[0]
    (header,) = graph.subjects(RDF.type, OWL.Ontology)
    assert "not registered" in str(graph.value(header, RDFS.comment))


def test_every_term_of_the_sketch_is_declared(graph: Graph, shared: Path) -> None:
    sketch = Graph().parse(shared / "ontology" / "sketch.ttl")
    missing = {s for s in sketch.subjects() if str(s).startswith(NAMESPACE)} - set(graph.subjects())
    assert missing == set()
    assert (KG.sourceCount, RDF.type, OWL.DatatypeProperty) in graph


def test_nothing_but_wording_of_the_sketch_is_lost(graph: Graph, shared: Path) -> None:
    sketch = Graph().parse(shared / "ontology" / "sketch.ttl")
    wording = {RDFS.comment, RDFS.label}
    lost = [
        (s, p, o)
        for s, p, o in sketch
        if str(s).startswith(NAMESPACE) and p not in wording and not isinstance(o, BNode) and (s, p, o) not in graph
    ]
    assert lost == []

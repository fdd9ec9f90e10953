"""Nodes, edges and claims: only what is stated is an edge, once, with the claims it rests on."""

from collections.abc import Callable

import pytest

from kg.errors import ExportError
from kg.export.network import Edge, Network, network
from kg.export.source import Source
from kg.model import Modality
from kg.ontology import Ontology


@pytest.fixture(scope="module")
def found(source: Source, ontology: Ontology) -> Network:
    return network(source, ontology)


def edges(found: Network, subject: str) -> dict[tuple[str, str], Edge]:
    return {(e.predicate, e.object): e for e in found.edges if e.subject == subject}


def test_a_node_has_its_class_first_and_its_names(found: Network) -> None:
    reyl = next(n for n in found.nodes if n.id == "ana-reyl")
    assert (reyl.types, reyl.label, reyl.aliases) == (("Person", "Agent", "Entity"), "Ana Reyl", ("Reyl",))
    assert reyl.properties == {"title": ("President",)}


def test_numbers_and_days_are_values(found: Network) -> None:
    attack = next(n for n in found.nodes if n.id == "attack-0001")
    dead = next(n for n in found.nodes if n.label == "at least 12")
    assert str(attack.properties["notBefore"][0]) == "2031-03-04"
    assert attack.properties["contested"] == (True,)
    assert dead.properties["minValue"] == (12,)


def test_what_is_only_believed_is_a_claim_and_no_edge(found: Network) -> None:
    pair = ("ana-reyl", "ivo-marr")
    assert not [e for e in found.edges if {e.subject, e.object} == {*pair}]
    assert [c.modality for c in found.claims if (c.subject, c.object) == pair] == [Modality.SPECULATIVE]


def test_what_is_entailed_is_left_out(found: Network) -> None:
    assert set(edges(found, "ivo-marr")) == {("worksFor", "norland-army")}


def test_a_symmetric_tie_is_one_edge_with_its_claim(found: Network) -> None:
    ties = [e for e in found.edges if e.predicate == "alliedWith"]
    assert [(e.subject, e.object) for e in ties] == [("estmark", "sudland")]
    assert [c.evidence for c in ties[0].claims] == [("Estmark and its ally Sudland",)]


def test_a_role_rests_on_the_claims_of_its_event(found: Network) -> None:
    role = edges(found, "attack-0001")["actor", "norland-army"]
    assert {c.modality for c in role.claims} == {Modality.REPORTED, Modality.DENIED}
    assert role.modality is Modality.REPORTED
    assert role.source_count == 2


def test_edges_end_in_nodes_and_quantities_are_among_them(found: Network) -> None:
    ids = {n.id for n in found.nodes}
    assert {end for e in found.edges for end in (e.subject, e.object)} <= ids
    assert any(e.object.startswith("quantity-") for e in found.edges)


def test_a_claim_has_its_words(found: Network) -> None:
    denial = next(c for c in found.claims if c.modality is Modality.DENIED)
    assert (denial.sources, denial.via, denial.made_in) == (("ana-reyl",), ("radio-vest",), "publicstatement-0003")
    assert denial.evidence == ("“We did not fire a single shot,” Reyl told Radio Vest.",)


def test_a_claim_without_a_modality_is_named(turtle_source: Callable[[str], Source], ontology: Ontology) -> None:
    with pytest.raises(ExportError, match="claim-1: no whole claim"):
        network(turtle_source("id:claim-1 a kg:Claim ."), ontology)


def test_a_value_that_is_not_of_its_datatype_stays_text(
    turtle_source: Callable[[str], Source], ontology: Ontology
) -> None:
    found = network(turtle_source('id:x a kg:Event ; kg:notBefore "soon"^^xsd:date .'), ontology)
    assert found.nodes[0].properties == {"notBefore": ("soon",)}

"""CSV tables: headers as Neo4j's import wants them, and every id at an end of an edge is that of a node."""

import csv
import io
import re
from collections.abc import Callable

import pytest

from kg.export.network import network
from kg.export.source import Source
from kg.export.tables import tables
from kg.ontology import Ontology

HEADER = re.compile(r"(\w+(:(string|int|double|boolean|date)(\[\])?)?|id:ID|:LABEL|:START_ID|:END_ID|:TYPE)")

Rows = dict[str, list[dict[str, str]]]


@pytest.fixture(scope="module")
def found(source: Source, ontology: Ontology) -> Rows:
    written = tables(network(source, ontology))
    return {name: list(csv.DictReader(io.StringIO(text))) for name, text in written.items()}


def test_every_header_is_of_the_import_tool(found: Rows) -> None:
    assert [h for rows in found.values() for h in rows[0] if not HEADER.fullmatch(h)] == []


def test_every_id_is_unique_and_every_end_resolves(found: Rows) -> None:
    ids = [row["id:ID"] for name in ("nodes.csv", "claims.csv") for row in found[name]]
    ends = {
        row[end] for name in ("edges.csv", "claim_edges.csv") for row in found[name] for end in (":START_ID", ":END_ID")
    }
    assert len(set(ids)) == len(ids)
    assert ends <= set(ids)


def test_a_node_has_all_its_classes_as_labels(found: Rows) -> None:
    reyl = next(row for row in found["nodes.csv"] if row["id:ID"] == "ana-reyl")
    assert (reyl["name"], reyl[":LABEL"]) == ("Ana Reyl", "Person;Agent;Entity")


def test_an_edge_leads_to_its_claims(found: Rows) -> None:
    edge = next(row for row in found["edges.csv"] if row[":TYPE"] == "worksFor")
    claims = {row["id:ID"]: row for row in found["claims.csv"]}
    assert claims[edge["claims:string[]"]]["modality"] == "Asserted"


def test_a_claim_is_tied_to_what_it_is_about_who_says_so_and_where(found: Rows) -> None:
    denial = next(row["id:ID"] for row in found["claims.csv"] if row["modality"] == "Denied")
    ties = {(row[":TYPE"], row[":END_ID"]) for row in found["claim_edges.csv"] if row[":START_ID"] == denial}
    assert {("subject", "attack-0001"), ("source", "ana-reyl"), ("via", "radio-vest")} < ties
    assert {name for name, _ in ties} == {"subject", "source", "via", "madeIn", "document"}


def test_a_list_splits_into_its_items(turtle_source: Callable[[str], Source], ontology: Ontology) -> None:
    odd = turtle_source('id:x a kg:Entity ; rdfs:label "a;b" ; skos:altLabel "c;d" , "e, \\"f\\"" .')
    row = next(csv.DictReader(io.StringIO(tables(network(odd, ontology))["nodes.csv"])))
    assert row["name"] == "a;b"
    assert row["aliases:string[]"].split(";") == ["c,d", 'e, "f"']

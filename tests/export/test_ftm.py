"""FollowTheMoney: what the ontology is aligned with, and what the followthemoney package accepts."""

import json
import os
from collections.abc import Callable
from itertools import product
from typing import Any

import pytest

from kg.export.ftm import ftm
from kg.export.network import network
from kg.export.source import Source
from kg.ontology import Ontology, RelationType

Entities = dict[str, Any]


def exported(source: Source, ontology: Ontology) -> Entities:
    lines = ftm(source, network(source, ontology), ontology).splitlines()
    return {entity["id"]: entity for entity in map(json.loads, lines)}


@pytest.fixture(scope="module")
def found(source: Source, ontology: Ontology) -> Entities:
    return exported(source, ontology)


@pytest.fixture(scope="module")
def model() -> Any:
    """The schemata of the followthemoney package; its extra is `ftm`, as it compiles PyICU."""
    reason = "followthemoney is not installed: pip install '.[ftm]'"
    if os.environ.get("KG_FTM"):
        import followthemoney

        return followthemoney.model
    return pytest.importorskip("followthemoney", reason=reason).model


def test_a_class_becomes_the_schema_of_its_nearest_aligned_parent(found: Entities) -> None:
    schemata = {id_: found[id_]["schema"] for id_ in ("ana-reyl", "norland-army", "port-sall", "attack-0001")}
    assert schemata == {
        "ana-reyl": "Person", "norland-army": "Organization", "port-sall": "Address", "attack-0001": "Event",
    }  # fmt: skip


def test_an_event_has_who_where_and_when(found: Entities) -> None:
    properties = found["attack-0001"]["properties"]
    assert properties["involved"] == ["norland-army"]
    assert properties["location"] == ["Port Sall"]
    assert properties["startDate"] == properties["endDate"] == ["2031-03-04"]
    assert properties["keywords"] == ["Attack"]


def test_proof_leads_to_the_articles(found: Entities) -> None:
    articles = {id_ for id_, e in found.items() if e["schema"] == "Article"}
    assert len(articles) == 2
    assert set(found["attack-0001"]["properties"]["proof"]) == articles


def test_a_relation_becomes_its_link(found: Entities) -> None:
    links = [e for e in found.values() if e["schema"] == "Employment"]
    assert [(e["properties"]["employee"], e["properties"]["employer"]) for e in links] == [
        (["ivo-marr"], ["norland-army"])
    ]


def test_a_relation_without_a_link_of_its_own_is_of_unknown_kind(found: Entities) -> None:
    summaries = {e["properties"]["summary"][0] for e in found.values() if e["schema"] == "UnknownLink"}
    assert "of state" in summaries
    assert "allied with" in summaries


def test_an_object_that_the_link_does_not_take_makes_it_one_of_unknown_kind(
    turtle_source: Callable[[str], Source], ontology: Ontology
) -> None:
    made = exported(turtle_source("id:a a kg:Person ; kg:leaderOf id:b . id:b a kg:Group ."), ontology)
    assert [e["schema"] for e in made.values()] == ["Person", "LegalEntity", "UnknownLink"]


def test_what_is_denied_or_planned_is_not_exported(turtle_source: Callable[[str], Source], ontology: Ontology) -> None:
    events = "".join(
        f"id:{how} a kg:Attack , kg:Event ; kg:status kg:{how} . " for how in ("Denied", "Planned", "Reported")
    )
    assert set(exported(turtle_source(events), ontology)) == {"Reported"}


def test_followthemoney_accepts_every_entity(found: Entities, model: Any) -> None:
    for entity in found.values():
        schema = model.get(entity["schema"])
        schema.validate(entity)
        for name, values in entity["properties"].items():
            assert schema.get(name) is not None, f"{entity['schema']} has no {name}"
            assert [v for v in values if not schema.get(name).type.validate(v)] == []


def test_followthemoney_allows_what_every_reference_leads_to(found: Entities, model: Any) -> None:
    for entity in found.values():
        for name, values in entity["properties"].items():
            range_ = model.get(entity["schema"]).get(name).range
            if range_ is not None:
                assert [v for v in values if not model.get(found[v]["schema"]).is_a(range_)] == []


def schema_of(class_: str, ontology: Ontology) -> str:
    line = (class_, *ontology.ancestors(class_))
    names = [n for c in line for a in ontology.entities[c].align.values() for n in a]
    return next(n.removeprefix("ftm:") for n in names if n.startswith("ftm:"))


def test_followthemoney_has_every_link_for_whatever_the_ontology_lets_it_tie(ontology: Ontology, model: Any) -> None:
    def classes(*above: str) -> list[str]:
        named = [c for c in ontology.entities if any(ontology.is_a(c, a) for a in above)]
        return [c for c in named if "ftm:" in str([ontology.entities[x].align for x in (c, *ontology.ancestors(c))])]

    def fits(relation: RelationType) -> bool:
        assert relation.ftm is not None
        link = model.get(relation.ftm.schema)
        ends = product(classes(relation.domain), classes(*(relation.ftm.only or (relation.range,))))
        return all(
            model.get(schema_of(s, ontology)).is_a(link.get(relation.ftm.subject).range)
            and model.get(schema_of(o, ontology)).is_a(link.get(relation.ftm.object).range)
            for s, o in ends
        )

    linked = [r for r in ontology.relations.values() if r.ftm]
    assert linked
    assert [r.name for r in linked if not fits(r)] == []

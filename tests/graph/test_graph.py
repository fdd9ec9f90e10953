"""Graph: nodes, whose voice an article is, status, and what follows from claims."""

import random
from collections.abc import Mapping
from dataclasses import dataclass, replace

import pytest

from kg.errors import ExportError
from kg.graph import Graph, Statement, build
from kg.model import (
    Bound,
    Claim,
    Count,
    Document,
    DocumentId,
    Entity,
    EntityId,
    Event,
    EventId,
    Literal,
    Modality,
    Quantity,
    Relation,
    Resolution,
    Role,
    Span,
)


@dataclass(frozen=True)
class Tie:
    symmetric: bool = False


@dataclass(frozen=True)
class Kind:
    label: str
    roles: Mapping[str, object]


class Types:
    """An ontology of our own: "serves" is narrower than "knows", "married" goes both ways."""

    def __init__(self) -> None:
        self.events = {"Clash": Kind("Clash", {"attacker": None, "victim": None})}
        self.relations = {"knows": Tie(), "serves": Tie(), "married": Tie(symmetric=True), "rank": Tie()}

    def part(self, name: str) -> str:
        return name.title()

    def super_relations(self, relation: str) -> tuple[str, ...]:
        return ("knows",) if relation == "serves" else ()


ONE, TWO = (Document(DocumentId(d), "Ann knows Bo.", d * 16, f"{d}.txt") for d in ("d001", "d002"))
ANN, BO, WIRE = (Entity(EntityId(n), "Person", n.title()) for n in ("ann", "bo", "wire"))
CLASH = EventId("clash-1")


def claim(modality: Modality, *sources: Entity, document: Document = ONE) -> Claim[EntityId]:
    return Claim(document.id, (Span(0, 13),), modality, tuple(s.id for s in sources))


def tie(type_: str, *claims: Claim[EntityId], subject: Entity = ANN, target: Entity = BO) -> Relation[EntityId]:
    return Relation(type_, subject.id, target.id, claims)


def clash(*claims: Claim[EntityId], roles: tuple[Role[EntityId], ...] = (), **more: object) -> Event[EntityId]:
    return Event(CLASH, "Clash", Span(4, 9), roles, claims, **more)  # type: ignore[arg-type]


def resolution(*found: Relation[EntityId] | Event[EntityId], **more: object) -> Resolution:
    return Resolution(
        (ONE, TWO),
        (),
        (ANN, BO, WIRE),
        {},
        tuple(f for f in found if isinstance(f, Relation)),
        tuple(f for f in found if isinstance(f, Event)),
        **({"publishers": {ONE.id: WIRE.id, TWO.id: WIRE.id}} | more),  # type: ignore[arg-type]
    )


def statements(*found: Relation[EntityId] | Event[EntityId]) -> list[Statement]:
    return list(build(resolution(*found), Types()).statements())


def only(*found: Relation[EntityId] | Event[EntityId]) -> Statement:
    (statement,) = statements(*found)
    return statement


@pytest.mark.parametrize("modality", list(Modality))
def test_a_tie_stands_if_a_claim_for_it_is_asserted_or_reported(modality: Modality) -> None:
    assert only(tie("knows", claim(modality))).is_stated is (modality in {Modality.ASSERTED, Modality.REPORTED})


def test_one_firm_claim_among_doubtful_ones_is_enough() -> None:
    assert only(tie("knows", claim(Modality.DENIED)), tie("knows", claim(Modality.REPORTED))).is_stated


def test_a_claim_without_source_is_the_publishers() -> None:
    assert only(tie("knows", claim(Modality.ASSERTED))).claims[0].sources == (WIRE.id,)


def test_without_publisher_the_agency_speaks() -> None:
    found = resolution(tie("knows", claim(Modality.ASSERTED)), publishers={}, agencies={ONE.id: BO.id, TWO.id: BO.id})
    (statement,) = build(found, Types()).statements()
    assert statement.claims[0].sources == (BO.id,)


def test_an_article_that_names_nobody_has_a_publisher_of_its_own() -> None:
    graph = build(resolution(publishers={TWO.id: WIRE.id}), Types())
    publisher = next(e for e in graph.entities() if e.id == graph.publishers[ONE.id])
    assert (publisher.type, publisher.name) == ("Medium", "unnamed publisher of d001.txt")


@pytest.mark.parametrize("path", ["/srv/news/a.txt", "news\\a.txt", "a.txt"])
def test_an_unnamed_publisher_is_called_after_the_file_alone(path: str) -> None:
    found = resolution(publishers={})
    found = replace(found, documents=tuple(replace(d, path=path) for d in found.documents))
    names = {e.name for e in build(found, Types()).entities()}
    assert "unnamed publisher of a.txt" in names
    assert not any("/" in name or "news" in name for name in names)


def test_a_named_source_is_kept() -> None:
    assert only(tie("knows", claim(Modality.REPORTED, BO))).claims[0].sources == (BO.id,)


def test_a_symmetric_tie_is_one_statement_and_two_edges() -> None:
    found = resolution(
        tie("married", claim(Modality.ASSERTED)),
        tie("married", claim(Modality.REPORTED, BO), subject=BO, target=ANN),
    )
    graph = build(found, Types())
    (statement,) = graph.statements()
    assert len(statement.claims) == 2
    assert {(s, t) for s, t in graph.network.edges()} == {("ann", "bo"), ("bo", "ann")}


def test_claims_of_two_articles_come_together_and_are_counted() -> None:
    claims = (claim(Modality.ASSERTED), claim(Modality.REPORTED, BO), claim(Modality.ASSERTED, document=TWO))
    assert only(*(tie("knows", c) for c in claims)).source_count == 2


def test_an_article_that_denies_does_not_count_as_a_source() -> None:
    assert only(tie("knows", claim(Modality.ASSERTED), claim(Modality.DENIED, document=TWO))).source_count == 1


def test_a_firm_narrower_tie_makes_a_doubtful_wider_one_firm() -> None:
    wide, narrow = statements(tie("knows", claim(Modality.SPECULATIVE)), tie("serves", claim(Modality.ASSERTED)))
    assert (wide.predicate, wide.is_stated, len(wide.claims)) == ("knows", True, 2)
    assert len(narrow.claims) == 1


def test_a_literal_is_a_property_of_its_subject() -> None:
    statement = only(Relation("rank", ANN.id, Literal("major"), (claim(Modality.ASSERTED),)))
    assert statement.object == Literal("major")


@pytest.mark.parametrize(
    ("modalities", "status", "contested"),
    [
        ([Modality.PLANNED, Modality.REPORTED], Modality.REPORTED, False),
        ([Modality.SPECULATIVE, Modality.PLANNED], Modality.SPECULATIVE, False),
        ([Modality.DENIED, Modality.ASSERTED], Modality.ASSERTED, True),
        ([Modality.DENIED], Modality.DENIED, False),
    ],
)
def test_an_events_status_is_its_strongest_modality(
    modalities: list[Modality], status: Modality, contested: bool
) -> None:
    (event,) = build(resolution(clash(*map(claim, modalities))), Types()).events()
    assert (event.status, event.contested) == (status, contested)


def test_a_role_without_claims_rests_on_the_event() -> None:
    statement = only(clash(claim(Modality.PLANNED), roles=(Role("attacker", ANN.id),)))
    assert (statement.is_stated, statement.claims) == (True, ())


def test_a_role_with_doubtful_claims_of_its_own_does_not_stand() -> None:
    own = Role("attacker", ANN.id, (claim(Modality.SPECULATIVE),))
    assert not only(clash(claim(Modality.ASSERTED), roles=(own,))).is_stated


def test_a_role_stands_if_the_frame_covers_it_whatever_else_is_said() -> None:
    roles = (Role("attacker", ANN.id), Role("attacker", ANN.id, (claim(Modality.SPECULATIVE, BO),)))
    statement = only(clash(claim(Modality.ASSERTED), roles=roles))
    assert {c.modality for c in statement.claims} == {Modality.SPECULATIVE, Modality.ASSERTED}
    assert statement.is_stated


def test_the_same_figure_from_two_places_is_one_statement() -> None:
    figures = tuple(Count("killed", Quantity("12", Bound.EXACT, 12, 12, 12, span=Span(n, n + 2))) for n in (0, 5))
    assert only(clash(claim(Modality.ASSERTED), counts=figures)).object == replace(figures[0].quantity, span=None)


def test_an_event_is_labelled_by_class_and_firm_participants() -> None:
    doubtful = Role("attacker", WIRE.id, (claim(Modality.SPECULATIVE),))
    roles = (Role("victim", BO.id), Role("attacker", ANN.id), doubtful)
    (event,) = build(resolution(clash(claim(Modality.ASSERTED), roles=roles)), Types()).events()
    assert event.label == "Clash: Ann, Bo"


def test_order_of_input_leaves_no_trace() -> None:
    found = [tie(t, claim(m), claim(Modality.DENIED, BO)) for t in ("knows", "serves", "married") for m in Modality]
    mixed = random.Random(1).sample(found, len(found))
    assert statements(*found) == statements(*mixed)


@pytest.mark.parametrize(
    "broken",
    [
        resolution(tie("knows")),
        resolution(clash()),
        resolution(tie("knows", claim(Modality.ASSERTED), target=Entity(EntityId("nobody"), "Person", "Nobody"))),
        resolution(tie("knows", claim(Modality.ASSERTED, Entity(EntityId("nobody"), "Person", "Nobody")))),
        resolution(tie("knows", replace(claim(Modality.ASSERTED), made_in=EventId("nothing")))),
        resolution(tie("knows", replace(claim(Modality.ASSERTED), document=DocumentId("lost")))),
        resolution(clash(claim(Modality.ASSERTED)), clash(claim(Modality.ASSERTED))),
        resolution(datelines={ONE.id: EntityId("nowhere")}),
    ],
)
def test_what_is_missing_is_refused_by_name(broken: Resolution) -> None:
    with pytest.raises(ExportError, match=r"graph: "):
        build(broken, Types())


def test_an_empty_resolution_is_an_empty_graph() -> None:
    assert list(build(Resolution((), (), (), {}, (), ()), Types()).statements()) == []


def test_label_names_entities_and_events() -> None:
    graph = build(resolution(clash(claim(Modality.ASSERTED))), Types())
    assert (graph.label(ANN.id), graph.label(CLASH)) == ("Ann", "Clash")


def test_a_graph_can_be_built_by_hand() -> None:
    graph = Graph()
    graph.add_entity(ANN)
    graph.add_entity(BO)
    graph.add_statement(Statement(ANN.id, "knows", BO.id))
    assert list(graph.network.successors("ann")) == ["bo"]


def test_a_copy_and_its_original_are_one_source() -> None:
    claims = (claim(Modality.ASSERTED), claim(Modality.ASSERTED, document=TWO))
    found = resolution(*(tie("knows", c) for c in claims), origins={TWO.id: ONE.id})
    (statement,) = build(found, Types()).statements()
    assert statement.source_count == 1

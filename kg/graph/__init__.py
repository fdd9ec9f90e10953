"""The graph in memory: entities and events as nodes, statements with their claims as edges.

What is decided here (whose voice an article is, an event's status, which statements stand), every export shares.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Protocol, cast

from kg.errors import ExportError
from kg.graph.statements import NodeId, Origins, RelationTypes, Statement, claims_of, count_sources, parts, relations
from kg.model import (
    Claim,
    Document,
    DocumentId,
    Entity,
    EntityId,
    Event,
    EventId,
    Granularity,
    Mention,
    MentionId,
    Modality,
    Resolution,
    Span,
    TimeBounds,
    changed,
)

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["EventNode", "Graph", "NodeId", "Statement", "Types", "build"]

_LABEL_FILLERS = 3
_DATE_LENGTH = {Granularity.DAY: 10, Granularity.MONTH: 7, Granularity.YEAR: 4}
"""How much of an ISO date a label shows."""


class _EventType(Protocol):
    @property
    def label(self) -> str: ...
    @property
    def roles(self) -> Mapping[str, object]: ...


class Types(RelationTypes, Protocol):
    """What the graph asks of the ontology."""

    @property
    def events(self) -> Mapping[str, _EventType]: ...
    def part(self, name: str) -> str: ...


@dataclass(frozen=True, slots=True)
class EventNode:
    """An event with what follows from its claims: status is the strongest modality, contested if some deny it."""

    event: Event[EntityId]
    label: str
    status: Modality
    contested: bool
    source_count: int
    """How many independent articles say so; those that deny it do not count."""


class Graph:
    """Nodes and statements of one resolution; `network` is made of them for who wants to run algorithms."""

    def __init__(
        self,
        documents: Iterable[Document] = (),
        mentions: Iterable[Mention] = (),
        *,
        refers_to: Mapping[MentionId, EntityId] | None = None,
        publishers: Mapping[DocumentId, EntityId] | None = None,
        agencies: Mapping[DocumentId, EntityId] | None = None,
        datelines: Mapping[DocumentId, EntityId] | None = None,
        origins: Origins | None = None,
        sentences: Mapping[DocumentId, Sequence[Span]] | None = None,
    ) -> None:
        self.documents = tuple(sorted(documents, key=lambda d: d.id))
        self.mentions = tuple(sorted(mentions, key=lambda m: (m.document, m.span.start, m.span.end, m.id)))
        self.refers_to = dict(refers_to or {})
        self.publishers, self.agencies = dict(publishers or {}), dict(agencies or {})
        self.datelines = dict(datelines or {})
        self.origins = dict(origins or {})
        self.sentences = dict(sentences or {})
        self._statements: list[Statement] = []
        self._are_sorted = True
        self._entities: dict[EntityId, Entity] = {}
        self._events: dict[EventId, EventNode] = {}

    def __contains__(self, node: object) -> bool:
        return node in self._entities or node in self._events

    @cached_property
    def network(self) -> "nx.MultiDiGraph":
        """The graph as networkx has it: ids of entities and events, predicates as the keys of edges; symmetric ties in
        both directions. What is added later is not in it."""
        import networkx as nx

        network = nx.MultiDiGraph()
        network.add_nodes_from((*self._entities, *self._events))
        for statement in self.statements():
            if isinstance(statement.object, str):
                network.add_edge(statement.subject, statement.object, key=statement.predicate)
                if statement.is_symmetric:
                    network.add_edge(statement.object, statement.subject, key=statement.predicate)
        return network

    def add_entity(self, entity: Entity) -> None:
        self._refuse_known(entity.id)
        self._entities[entity.id] = entity

    def add_event(self, node: EventNode) -> None:
        self._refuse_known(node.event.id)
        self._events[node.event.id] = node

    def add_statement(self, statement: Statement) -> None:
        """Add a tie of two nodes, or a property of the subject if the object is none."""
        _refuse_missing(self, statement.predicate, statement.subject)
        if isinstance(statement.object, str):
            _refuse_missing(self, f"{statement.subject} {statement.predicate}", statement.object)
        self._statements.append(statement)
        self._are_sorted = False

    def entities(self) -> Iterator[Entity]:
        """Yield the entities in the order of their ids."""
        return (self._entities[id_] for id_ in sorted(self._entities))

    def events(self) -> Iterator[EventNode]:
        """Yield the events in the order of their ids."""
        return (self._events[id_] for id_ in sorted(self._events))

    def statements(self) -> Iterator[Statement]:
        """Yield every statement once, ordered by subject, predicate, object; symmetric ones in one direction."""
        if not self._are_sorted:
            self._statements.sort(key=lambda s: s.key)
            self._are_sorted = True
        return iter(self._statements)

    def label(self, node: NodeId) -> str:
        entity = self._entities.get(cast(EntityId, node))
        return entity.name if entity else self._events[cast(EventId, node)].label

    def _refuse_known(self, node: NodeId) -> None:
        if node in self:
            raise ExportError(f"graph: two nodes have the id '{node}'")


def build(resolution: Resolution, types: Types) -> Graph:
    """Return the graph of everything extracted; the order of the resolution's tuples leaves no trace in it.

    Raises ExportError if something has no claim or points to something that is not there.
    """
    unnamed = _unnamed_publishers(resolution, types.part("medium"))
    publishers = {**resolution.publishers, **{d: e.id for d, e in unnamed.items()}}
    voices = {d.id: publishers[d.id] if d.id in publishers else resolution.agencies[d.id] for d in resolution.documents}
    graph = Graph(
        resolution.documents,
        resolution.mentions,
        refers_to=resolution.refers_to,
        publishers=publishers,
        agencies=resolution.agencies,
        datelines=resolution.datelines,
        origins=resolution.origins,
        sentences=resolution.sentences,
    )
    for entity in (*resolution.entities, *unnamed.values()):
        graph.add_entity(entity)
    names = {e.id: e.name for e in resolution.entities}
    events = [changed(e, claims=claims_of(e.id, e.claims, voices)) for e in resolution.events]
    for event in events:
        graph.add_event(_event_node(event, names, types, graph.origins))
    for statement in relations(resolution.relations, types, voices=voices, origins=graph.origins):
        graph.add_statement(statement)
    for statement in parts(events, voices=voices, origins=graph.origins):
        graph.add_statement(statement)
    _refuse_dangling(graph)
    return graph


def _refuse_dangling(graph: Graph) -> None:
    """Raise ExportError if a document, mention or claim points to a node that is not there."""
    known: set[NodeId | None] = {None, *(e.id for e in graph.entities()), *(n.event.id for n in graph.events())}
    for table in (graph.publishers, graph.agencies, graph.datelines, graph.refers_to):
        if not known.issuperset(table.values()):
            for where, node in table.items():
                _refuse_missing(graph, str(where), node)
    claims: list[tuple[NodeId, Claim[EntityId]]] = [(n.event.id, c) for n in graph.events() for c in n.event.claims]
    claims += [(s.subject, c) for s in graph.statements() for c in s.claims]
    for about, claim in claims:
        if not known.issuperset((*claim.sources, claim.via, claim.made_in)):
            _refuse_missing(graph, f"claim about {about}", *claim.sources, claim.via, claim.made_in)


def _refuse_missing(graph: Graph, where: str, *nodes: NodeId | None) -> None:
    for node in nodes:
        if node is not None and node not in graph:
            raise ExportError(f"graph: {where}: no entity or event '{node}'")


def _unnamed_publishers(resolution: Resolution, medium: str) -> dict[DocumentId, Entity]:
    """An article which names neither publisher nor agency still has a voice: one medium of its own."""
    return {
        d.id: Entity(EntityId(f"unnamed-publisher-{d.sha256[:8]}"), medium, f"unnamed publisher of {_file(d.path)}")
        for d in resolution.voiceless()
    }


def _file(path: str) -> str:
    """The last part of a path: where the builder keeps the file is nobody else's business."""
    return path.replace("\\", "/").rsplit("/", maxsplit=1)[-1]


def _event_node(event: Event[EntityId], names: Mapping[EntityId, str], types: Types, origins: Origins) -> EventNode:
    modalities = {c.modality for c in event.claims}
    status = max(modalities, key=lambda m: m.strength)
    label = event.label or _event_label(event, names, types.events[event.type])
    contested = Modality.DENIED in modalities and len(modalities) > 1
    return EventNode(event, label, status, contested, count_sources(event.claims, origins))


def _event_label(event: Event[EntityId], names: Mapping[EntityId, str], type_: _EventType) -> str:
    """Class, main participants, date: "Attack: Norland, Port Sall (2026-03-04)"."""
    order = {name: i for i, name in enumerate(type_.roles)}
    firm = [r for r in event.roles if not r.claims or any(c.modality.is_fact for c in r.claims)]
    roles = sorted(firm, key=lambda r: (order.get(r.name, len(order)), r.name, r.filler))
    fillers = list(dict.fromkeys(names[r.filler] for r in roles if r.filler in names))[:_LABEL_FILLERS]
    return type_.label + (f": {', '.join(fillers)}" if fillers else "") + _label_date(event.time)


def _label_date(time: TimeBounds) -> str:
    length = _DATE_LENGTH.get(time.granularity, 0)
    return f" ({time.not_before.isoformat()[:length]})" if time.not_before and length else ""

"""The graph in memory: entities and events as nodes, statements with their claims as edges.

What is decided here (whose voice an article is, an event's status, which statements stand), every export shares.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from operator import attrgetter
from typing import TYPE_CHECKING, Protocol

from kg.errors import ExportError
from kg.graph.labels import EventTypes, Labels
from kg.graph.statements import (
    Claims,
    NodeId,
    Origins,
    RelationTypes,
    Statement,
    Voices,
    claims_of,
    count_sources,
    firmest,
    parts,
    relations,
)
from kg.model import (
    Document,
    DocumentId,
    Entity,
    EntityId,
    Event,
    EventId,
    Mention,
    MentionId,
    Modality,
    Resolution,
    Span,
    changed,
)

if TYPE_CHECKING:
    import networkx as nx

__all__ = ["EventNode", "Graph", "NodeId", "Statement", "Types", "build"]

_place = attrgetter("document", "span.start", "span.end", "id")


class Types(RelationTypes, EventTypes, Protocol):
    """What the graph asks of the ontology."""

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
        self.mentions = tuple(sorted(mentions, key=_place))
        self.refers_to = dict(refers_to or {})
        self.publishers, self.agencies = dict(publishers or {}), dict(agencies or {})
        self.datelines = dict(datelines or {})
        self.origins = dict(origins or {})
        self.sentences = dict(sentences or {})
        self._statements: list[Statement] = []
        self._are_sorted = True
        self._entities: dict[EntityId, Entity] = {}
        self._events: dict[EventId, EventNode] = {}
        self._labels: dict[object, str] = {}

    def __contains__(self, node: object) -> bool:
        return node in self._labels

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
        self._name(entity.id, entity.name)
        self._entities[entity.id] = entity

    def add_event(self, node: EventNode) -> None:
        self._name(node.event.id, node.label)
        self._events[node.event.id] = node

    def add_statement(self, statement: Statement) -> None:
        """Add a tie of two nodes, or a property of the subject if the object is none."""
        subject, target = statement.subject, statement.object
        if subject not in self._labels:
            raise _missing(statement.predicate, subject)
        if isinstance(target, str) and target not in self._labels:
            raise _missing(f"{subject} {statement.predicate}", target)
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
            self._statements.sort(key=Statement.place)
            self._are_sorted = True
        return iter(self._statements)

    def label(self, node: NodeId) -> str:
        return self._labels[node]

    def _name(self, node: NodeId, label: str) -> None:
        if node in self._labels:
            raise ExportError(f"graph: two nodes have the id '{node}'")
        self._labels[node] = label


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
    labels = Labels({e.id: e.name for e in resolution.entities}, types)
    events = [_voiced(event, voices) for event in resolution.events]
    for event in events:
        graph.add_event(_event_node(event, labels, graph.origins))
    for statement in relations(resolution.relations, types, voices=voices, origins=graph.origins):
        graph.add_statement(statement)
    for statement in parts(events, voices=voices, origins=graph.origins):
        graph.add_statement(statement)
    _refuse_dangling(graph)
    return graph


def _refuse_dangling(graph: Graph) -> None:
    """Raise ExportError if a document, mention or claim points to a node that is not there."""
    tables = (graph.publishers, graph.agencies, graph.datelines, graph.refers_to)
    said: list[tuple[NodeId, Claims]] = [(n.event.id, n.event.claims) for n in graph.events()]
    said += [(s.subject, s.claims) for s in graph.statements() if s.claims]
    claims = [c for _, cs in said for c in cs]
    named = {s for c in claims for s in c.sources}.union([c.via for c in claims], [c.made_in for c in claims])
    missing = {node for node in named.union(*(t.values() for t in tables)) if node is not None and node not in graph}
    if missing:
        pointers = chain.from_iterable(table.items() for table in tables)
        told = ((f"claim about {about}", n) for about, cs in said for c in cs for n in (*c.sources, c.via, c.made_in))
        raise next(_missing(where, node) for where, node in chain(pointers, told) if node in missing)


def _missing(where: str, node: object) -> ExportError:
    return ExportError(f"graph: {where}: no entity or event '{node}'")


def _unnamed_publishers(resolution: Resolution, medium: str) -> dict[DocumentId, Entity]:
    """An article which names neither publisher nor agency still has a voice: one medium of its own."""
    return {
        d.id: Entity(EntityId(f"unnamed-publisher-{d.sha256[:8]}"), medium, f"unnamed publisher of {_file(d.path)}")
        for d in resolution.voiceless()
    }


def _file(path: str) -> str:
    """The last part of a path: where the builder keeps the file is nobody else's business."""
    return path.replace("\\", "/").rsplit("/", maxsplit=1)[-1]


def _voiced(event: Event[EntityId], voices: Voices) -> Event[EntityId]:
    claims = claims_of(event.id, event.claims, voices)
    return event if claims == event.claims else changed(event, claims=claims)


def _event_node(event: Event[EntityId], labels: Labels, origins: Origins) -> EventNode:
    status = firmest(event.claims)
    contested = status is not Modality.DENIED and Modality.DENIED in [c.modality for c in event.claims]
    return EventNode(event, event.label or labels.of(event), status, contested, count_sources(event.claims, origins))

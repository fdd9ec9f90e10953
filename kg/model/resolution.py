"""The things in the world, and everything said of them: what the graph is built from."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.model.document import Document, DocumentId, Span
from kg.model.statements import EntityId, Event, Mention, MentionId, Relation


@dataclass(frozen=True, slots=True)
class Entity:
    """One thing in the world: `mentions` name it, `reasons` say why they were brought together."""

    id: EntityId
    type: str
    name: str
    aliases: tuple[str, ...] = ()
    mentions: tuple[MentionId, ...] = ()
    links: tuple[str, ...] = ()
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Resolution:
    """Everything extracted, with mentions replaced by entities: what the graph is built from."""

    documents: tuple[Document, ...]
    mentions: tuple[Mention, ...]
    entities: tuple[Entity, ...]
    refers_to: dict[MentionId, EntityId]
    relations: tuple[Relation[EntityId], ...]
    events: tuple[Event[EntityId], ...]
    publishers: dict[DocumentId, EntityId] = field(default_factory=dict)
    """Whose voice an article's unattributed sentences are: its publisher, else its agency."""
    agencies: dict[DocumentId, EntityId] = field(default_factory=dict)
    datelines: dict[DocumentId, EntityId] = field(default_factory=dict)
    origins: dict[DocumentId, DocumentId] = field(default_factory=dict)
    """Articles that are mostly the text of another one: the two are one source."""
    sentences: dict[DocumentId, tuple[Span, ...]] = field(default_factory=dict)
    """Those that were read, in order of the text."""

    def voiceless(self) -> Iterator[Document]:
        """The articles that name neither publisher nor agency."""
        known = {*self.publishers, *self.agencies}
        return (document for document in self.documents if document.id not in known)

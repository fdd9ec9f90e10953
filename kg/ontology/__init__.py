"""The ontology as the code sees it: read from `ontology/*.yaml`, the only place where a type is named."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Protocol, TypeVar

from kg.errors import OntologyError
from kg.ontology import entities as entity_stanzas
from kg.ontology import events as event_stanzas
from kg.ontology.check import check
from kg.ontology.hierarchy import ancestors
from kg.ontology.relations import relations as relation_stanzas
from kg.ontology.stanza import nearest, read
from kg.ontology.types import (
    Align,
    Candidate,
    CountType,
    EntityExample,
    EntityType,
    EventExample,
    EventType,
    Exchange,
    Frame,
    FtmLink,
    RelationExample,
    RelationType,
    RoleType,
    RoleUse,
    VerbPattern,
)
from kg.ontology.vocabulary import DATATYPES, Check, Checks, Enumeration, PropertyType, Term, Vocabulary
from kg.ontology.vocabulary import vocabulary as read_vocabulary

__all__ = [
    "DATATYPES", "DEFAULT_BASE", "NAMESPACE", "Align", "Candidate", "Check", "Checks", "CountType", "EntityExample",
    "EntityType", "Enumeration", "EventExample", "EventType", "Exchange", "Frame", "FtmLink", "Ontology",
    "PropertyType", "RelationExample", "RelationType", "RoleType", "RoleUse", "Term", "VerbPattern", "Vocabulary",
    "folder", "load",
]  # fmt: skip

NAMESPACE = "https://w3id.org/newskg/ns#"
"""Of the vocabulary, the same for everybody. An identifier, not yet registered: it does not resolve."""

DEFAULT_BASE = "https://kg.example/id/"
"""Of the analyst's own data; `.example` can never be mistaken for somebody's site (RFC 2606)."""

_Value = TypeVar("_Value")

FILES = ("entities.yaml", "relations.yaml", "events.yaml", "vocabulary.yaml")


@dataclass(frozen=True, slots=True, eq=False)
class Ontology:
    """Every type there is. Look-ups of a name that does not exist raise OntologyError with the nearest name."""

    entities: Mapping[str, EntityType]
    relations: Mapping[str, RelationType]
    events: Mapping[str, EventType]
    roles: Mapping[str, RoleType]
    """Properties from an event to nodes; `literals` are those to text."""
    literals: Mapping[str, RoleType]
    counts: Mapping[str, CountType]
    support_verbs: frozenset[str]
    """Verbs that carry a noun's event without adding one of their own ("launch an attack")."""
    links: Mapping[str, tuple[str, ...]]
    """Properties from event to event, with the prepositions that state them ("killed in an attack")."""
    exchange: Exchange
    vocabulary: Vocabulary
    parts: Mapping[str, str]
    axioms: str
    """The hand-written OWL statements, in Turtle."""
    digest: str
    """SHA-256 of the folder's YAML files: extractions made under another digest are stale."""
    _classes: Mapping[str, tuple[str, ...]]
    _properties: Mapping[str, tuple[str, ...]]

    def part(self, name: str) -> str:
        """Return the class that plays a part in the machinery: `part("person")`."""
        return _look_up(name, self.parts, "part")

    def is_a(self, type_: str, ancestor: str) -> bool:
        """True if the class is `ancestor` or one of its subclasses."""
        return type_ == ancestor or ancestor in _look_up(type_, self._classes, "class")

    def are_kin(self, one: str, other: str) -> bool:
        """True if the classes are the same or one is an ancestor of the other."""
        return self.is_a(one, other) or self.is_a(other, one)

    def ancestors(self, type_: str) -> tuple[str, ...]:
        """Return all proper superclasses, nearest first, sorted within a level."""
        return _look_up(type_, self._classes, "class")

    def super_roles(self, role: str) -> tuple[str, ...]:
        """Return all proper super-properties of a role, literal or count, nearest first."""
        return _look_up(role, self._properties, "role")

    def super_relations(self, relation: str) -> tuple[str, ...]:
        """Return all proper super-properties of a relation, nearest first."""
        return _look_up(relation, self._properties, "relation")


def _look_up(name: str, table: Mapping[str, _Value], kind: str) -> _Value:
    try:
        return table[name]
    except KeyError:
        raise OntologyError(f"ontology: no {kind} '{name}'{nearest(name, table) or '; see `kg ontology`'}") from None


def load(folder: Path | None = None) -> Ontology:
    """Return the ontology of a folder, by default the one that kg ships with (read once per process).

    Raises OntologyError: "file: Class: what; what to do".
    """
    return _default() if folder is None else _load(folder)


def folder() -> Path:
    """Return where the default ontology lies: inside an installed wheel, or in the checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_ontology"
    return installed if installed.is_dir() else package.parent / "ontology"


@cache
def _default() -> Ontology:
    return _load(folder())


def _load(where: Path) -> Ontology:
    things, ties, happenings, structure = (read(where / name) for name in FILES)
    entities, relations = entity_stanzas.entities(things), relation_stanzas(ties)
    vocabulary = read_vocabulary(structure)
    roles, literals = event_stanzas.roles(happenings), event_stanzas.literals(happenings)
    counts = event_stanzas.counts(happenings)
    shared = {name: _as_role(p) for name, p in vocabulary.properties.items() if p.range in entities}
    events = event_stanzas.events(happenings, {*roles, *literals, *shared})
    used = {role for event in events.values() for role in event.roles}
    ontology = Ontology(
        entities=entities,
        relations=relations,
        events=events,
        roles={**roles, **{name: role for name, role in shared.items() if name in used - set(roles)}},
        literals=literals,
        counts=counts,
        support_verbs=event_stanzas.support_verbs(happenings),
        links=event_stanzas.links(happenings),
        exchange=event_stanzas.exchange(happenings),
        vocabulary=vocabulary,
        parts=entity_stanzas.parts(things),
        axioms=_axioms(where),
        digest=_digest(where),
        _classes=_tree(entities, events, vocabulary.classes),
        _properties=_tree({n: p.term for n, p in vocabulary.properties.items()}, relations, roles, literals, counts),
    )
    check(ontology)
    return ontology


def _as_role(property_: PropertyType) -> RoleType:
    """Return a structural property as the role it may also play (a statement's medium is that of its claims)."""
    term = property_.term
    return RoleType(term.name, term.label, term.comment, None, property_.range, term.parents, None, term.align)


class _Child(Protocol):
    @property
    def parents(self) -> tuple[str, ...]: ...


def _tree(*tables: Mapping[str, _Child]) -> Mapping[str, tuple[str, ...]]:
    return ancestors({name: child.parents for table in tables for name, child in table.items()})


def _axioms(where: Path) -> str:
    path = where / "axioms.ttl"
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _digest(where: Path) -> str:
    total = hashlib.sha256()
    for path in sorted(where.glob("*.yaml")):
        total.update(path.read_bytes())
    return total.hexdigest()

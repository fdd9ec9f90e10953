"""What must hold between the stanzas: every name that one mentions, another declares."""

from collections.abc import Iterable, Mapping
from typing import Never, Protocol

from kg.errors import OntologyError
from kg.ontology.stanza import nearest
from kg.ontology.types import (
    CountType,
    EntityType,
    EventType,
    Exchange,
    Frame,
    RelationType,
    RoleType,
)
from kg.ontology.vocabulary import DATATYPES, Vocabulary


class _Parsed(Protocol):
    """The tables of an ontology, as the loader read them."""

    @property
    def entities(self) -> Mapping[str, EntityType]: ...
    @property
    def relations(self) -> Mapping[str, RelationType]: ...
    @property
    def events(self) -> Mapping[str, EventType]: ...
    @property
    def roles(self) -> Mapping[str, RoleType]: ...
    @property
    def literals(self) -> Mapping[str, RoleType]: ...
    @property
    def counts(self) -> Mapping[str, CountType]: ...
    @property
    def links(self) -> Mapping[str, tuple[str, ...]]: ...
    @property
    def exchange(self) -> Exchange: ...
    @property
    def vocabulary(self) -> Vocabulary: ...
    @property
    def parts(self) -> Mapping[str, str]: ...


def check(parsed: _Parsed) -> None:
    """Raise OntologyError at the first name that is mentioned but not declared, or declared twice."""
    _classes_once(parsed)
    _parts(parsed)
    _entities(parsed)
    _relations(parsed)
    _roles(parsed)
    for event in parsed.events.values():
        _event(event, parsed)
    _vocabulary(parsed)


def _fail(where: str, what: str) -> Never:
    raise OntologyError(f"{where}: {what}")


def _known(where: str, kind: str, names: Iterable[str], known: Iterable[str]) -> None:
    """Refuse the first name that is not among the known ones."""
    declared = set(known)
    for name in names:
        if name not in declared:
            _fail(where, f"{kind} '{name}' is not declared{nearest(name, declared) or '; declare it or remove it'}")


def _classes(parsed: _Parsed) -> set[str]:
    return {*parsed.entities, *parsed.events}


def _classes_once(parsed: _Parsed) -> None:
    structural = {*parsed.vocabulary.classes, *parsed.vocabulary.enumerations}
    individuals = {name for e in parsed.vocabulary.enumerations.values() for name in e.members}
    for file, names, others in (
        ("events.yaml", parsed.events, parsed.entities),
        ("vocabulary.yaml", structural, _classes(parsed)),
        ("vocabulary.yaml", individuals, _classes(parsed) | structural),
    ):
        for name in names:
            if name in others:
                _fail(file, f"{name}: the name is taken by another class; rename one of them")


def _parts(parsed: _Parsed) -> None:
    for part, name in parsed.parts.items():
        _known(f"entities.yaml: parts: {part}", "class", [name], _classes(parsed))


def _entities(parsed: _Parsed) -> None:
    colours: dict[str, str] = {}
    for name, entity in parsed.entities.items():
        where = f"entities.yaml: {name}"
        _known(where, "parent", entity.parents, parsed.entities)
        if entity.colour in colours:
            _fail(where, f"colour {entity.colour} is that of {colours[entity.colour]}; choose another")
        colours[entity.colour] = name
    for name, event in parsed.events.items():
        _known(f"events.yaml: {name}", "parent", event.parents, _classes(parsed))
        if not event.parents:
            _fail(f"events.yaml: {name}", "has no parent; add parents")


def _relations(parsed: _Parsed) -> None:
    for name, relation in parsed.relations.items():
        where = f"relations.yaml: {name}"
        _known(where, "domain", [relation.domain], _classes(parsed))
        _known(where, "range", [relation.range], {*_classes(parsed), "string"})
        _known(where, "parent", relation.parents, parsed.relations)
        _known(where, "class under 'implied'", relation.implied, parsed.events)
        for pairs in relation.implied.values():
            _known(where, "role under 'implied'", (*pairs, *pairs.values()), parsed.roles)
        _known(where, "class under 'also'", relation.also, _classes(parsed))
        _known(where, "class under 'ftm'", relation.ftm.only if relation.ftm else (), _classes(parsed))
        if relation.is_literal and (relation.symmetric or relation.transitive or relation.inverse):
            _fail(where, "a relation to strings has no inverse and is not symmetric or transitive; remove that")
        if relation.inverse in {*parsed.relations, *parsed.roles}:
            _fail(where, f"inverse '{relation.inverse}' is a relation of its own; choose a name that is only declared")


def _roles(parsed: _Parsed) -> None:
    for name, role in {**parsed.roles, **parsed.literals}.items():
        where = f"events.yaml: {name}"
        _known(where, "range", [role.range], {*_classes(parsed), *DATATYPES})
        _known(where, "domain", [role.domain] if role.domain else [], _classes(parsed))
        _known(where, "parent", role.parents, {*parsed.roles, *parsed.literals})
    _known("events.yaml: links", "property", parsed.links, {*parsed.roles, *parsed.relations})
    named = [name for name in (parsed.exchange.link, parsed.exchange.giver, *parsed.exchange.receivers) if name]
    _known("events.yaml: exchange", "role", named, parsed.roles)
    for name, count in parsed.counts.items():
        _known(f"events.yaml: {name}", "parent", count.parents, parsed.counts)


def _event(event: EventType, parsed: _Parsed) -> None:
    where = f"events.yaml: {event.name}"
    for role, use in event.roles.items():
        _known(f"{where}: {role}", "type", use.types, _classes(parsed))
    _known(where, "company role", [event.company] if event.company else [], event.roles)
    for role, count in event.counts.items():
        _known(where, "counted role", [role], event.roles)
        _known(where, "count", [count], parsed.counts)
    _known(where, "number", [event.number] if event.number else [], parsed.counts)
    for kind, frames in (("frame", event.frames), ("inner", event.inner)):
        for number, frame in enumerate(frames, start=1):
            _frame(f"{where}: {kind} {number}", event, frame, parsed)
    for roles in event.gives.values():
        _known(where, "given role", (*roles, *(there for there, _ in roles.values())), parsed.roles)
        _known(where, "class under 'gives'", (c for _, types in roles.values() for c in types), _classes(parsed))
    _known(where, "class under 'reverses'", event.reverses, parsed.events)
    for pairs in event.reverses.values():
        _known(where, "role under 'reverses'", (*pairs, *pairs.values()), parsed.roles)
    for taken in event.takes.values():
        _known(where, "taken role", taken, event.roles)
        _known(where, "class under 'takes'", (c for classes in taken.values() for c in classes), _classes(parsed))
    for example in event.examples:
        _known(f"{where}: example '{example.text}'", "role", example.roles, event.roles)


def _frame(where: str, event: EventType, frame: Frame, parsed: _Parsed) -> None:
    fillable = {*event.roles, *parsed.literals}
    for candidates in frame.arguments.values():
        _known(where, "role", (role for role, _ in candidates), fillable)
        for _, types in candidates:
            _known(where, "type", types, _classes(parsed))
    _known(where, "needed role", (role for group in frame.needs for role in sorted(group)), fillable)
    _known(where, "occasion role", [frame.occasion] if frame.occasion else [], fillable)


def _vocabulary(parsed: _Parsed) -> None:
    terms = {**parsed.vocabulary.classes, **{n: e.term for n, e in parsed.vocabulary.enumerations.items()}}
    for name, term in terms.items():
        _known(f"vocabulary.yaml: {name}", "parent", term.parents, {*terms, *_classes(parsed)})
    ends = {*terms, *_classes(parsed), *DATATYPES}
    for name, prop in parsed.vocabulary.properties.items():
        where = f"vocabulary.yaml: {name}"
        _known(where, "range", [prop.range], ends)
        _known(where, "domain", [prop.domain] if prop.domain else [], ends)
        _known(where, "parent", prop.term.parents, parsed.vocabulary.properties)
    for name, checks in parsed.vocabulary.checks.items():
        where = f"vocabulary.yaml: checks: {name}"
        _known(where, "class", [name], ends)
        named = (p for c in checks.properties for p in (c.path, *c.below, *c.at_most) if ":" not in p)
        _known(where, "property", [*named, *checks.any_of], parsed.vocabulary.properties)

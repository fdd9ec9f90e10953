"""events.yaml: event classes with their roles, counts and frames of trigger words."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from kg.ontology.stanza import Stanza, nearest
from kg.ontology.types import (
    Candidate,
    CountType,
    EventExample,
    EventType,
    Exchange,
    Frame,
    Roles,
    RoleType,
    RoleUse,
)

_FRAME_KEYS = ("verbs", "nouns", "adjectives", "arguments", "where", "unless", "needs", "modifiers", "barred",
               "min_fillers", "occasion", "carrier", "carried", "infinitive", "tallied")  # fmt: skip
_NOTHING = "-"
_KEYS = ("label", "comment", "parents", "align", "plover", "cameo", "colour", "shape", "is_communication", "roles",
         "counts", "number", "company", "purpose", "is_ongoing", "is_lasting", "is_answer", "clauses", "takes", "gives",
         "reverses", "frames", "inner", "examples")  # fmt: skip


def roles(file: Stanza) -> Mapping[str, RoleType]:
    """Return the properties from events to their fillers, by name."""
    file.allow("support_verbs", "links", "exchange", "roles", "counts", "literals", "classes")
    file.need("roles", "classes")
    return {name: _role(name, stanza, "range") for name, stanza in file.each("roles")}


def literals(file: Stanza) -> Mapping[str, RoleType]:
    """Return the properties from events to text, by name."""
    return {name: _role(name, stanza) for name, stanza in file.each("literals")}


def counts(file: Stanza) -> Mapping[str, CountType]:
    """Return the properties from events to quantities, by name."""
    return {name: _count(name, stanza) for name, stanza in file.each("counts")}


def support_verbs(file: Stanza) -> frozenset[str]:
    """Return the verbs that carry a noun's event without adding one of their own ("launch an attack")."""
    return file.words("support_verbs")


def links(file: Stanza) -> Mapping[str, tuple[str, ...]]:
    """Return properties from event to event, with the prepositions that state them ("killed in an attack")."""
    return file.table("links")


def exchange(file: Stanza) -> Exchange:
    """Return how giving for giving is told."""
    stanza = file.inner("exchange")
    stanza.allow("link", "words", "giver", "receivers")
    return Exchange(
        stanza.string("link"), stanza.words("words"), stanza.string("giver"), receivers=stanza.strings("receivers")
    )


def events(file: Stanza, known: Iterable[str]) -> Mapping[str, EventType]:
    """Return the event classes by name, each with what its parents give it; `known` are all roles with a type."""
    typed = frozenset(known)
    own = {name: _event(name, stanza, typed) for name, stanza in file.each("classes")}
    return {name: _complete(event, own) for name, event in own.items()}


def _role(name: str, stanza: Stanza, *needed: str) -> RoleType:
    stanza.allow("label", "comment", "domain", "range", "parents", "inverse", "align")
    stanza.need("label", *needed)
    return RoleType(
        name=name,
        label=stanza.string("label"),
        comment=stanza.string("comment"),
        domain=stanza.optional("domain"),
        range=stanza.string("range", "string"),
        parents=stanza.strings("parents"),
        inverse=stanza.optional("inverse"),
        align=stanza.alignments(),
    )


def _count(name: str, stanza: Stanza) -> CountType:
    stanza.allow("label", "comment", "parents", "align")
    stanza.need("label")
    return CountType(
        name=name,
        label=stanza.string("label"),
        comment=stanza.string("comment"),
        parents=stanza.strings("parents"),
        align=stanza.alignments(),
    )


def _event(name: str, stanza: Stanza, known: frozenset[str]) -> EventType:
    stanza.allow(*_KEYS)
    stanza.need("label", "colour", "shape", "examples")
    for role in stanza.inner("roles").names():
        if role not in known:
            hint = nearest(role, known).replace("; ", " (").replace("?", "?)")
            stanza.fail(f"role '{role}' has no type; add one or remove the role{hint}")
    counted = stanza.inner("counts")
    return EventType(
        name=name,
        label=stanza.string("label"),
        comment=stanza.string("comment"),
        parents=stanza.strings("parents"),
        align=stanza.alignments(),
        plover=stanza.optional("plover"),
        cameo=stanza.optional("cameo"),
        colour=stanza.colour(),
        shape=stanza.shape(),
        is_communication=stanza.flag("is_communication"),
        roles={role: _use(use) for role, use in stanza.each("roles")},
        counts={role: counted.string(role) for role in counted.names()},
        company=stanza.optional("company"),
        number=stanza.optional("number"),
        purpose=stanza.flag("purpose"),
        is_ongoing=stanza.flag("is_ongoing"),
        is_lasting=stanza.flag("is_lasting"),
        is_answer=stanza.flag("is_answer"),
        clauses={link: frozenset(words) for link, words in stanza.table("clauses").items()},
        takes={link: roles.table(link) for roles in [stanza.inner("takes")] for link in roles.names()},
        gives={link: dict(_given(roles)) for link, roles in stanza.each("gives")},
        reverses={name: {r: roles.string(r) for r in roles.names()} for name, roles in stanza.each("reverses")},
        frames=tuple(_frame(f) for f in stanza.list("frames")),
        inner=tuple(_frame(f) for f in stanza.list("inner")),
        examples=tuple(_example(e) for e in stanza.list("examples")),
    )


def _given(roles: Stanza) -> Iterator[tuple[str, Candidate]]:
    """Yield role: (role there, types) of `role: {role there: [types]}`."""
    for role in roles.names():
        there = roles.inner(role)
        yield from ((role, (name, there.strings(name))) for name in there.names())


def _use(stanza: Stanza) -> RoleUse:
    stanza.allow("warn", "types")
    return RoleUse(warn=stanza.flag("warn"), types=stanza.strings("types"))


def _frame(stanza: Stanza) -> Frame:
    stanza.allow(*_FRAME_KEYS)
    if not any(kind in stanza for kind in ("verbs", "nouns", "adjectives")):
        stanza.fail("the frame has no trigger; add verbs, nouns or adjectives")
    arguments = stanza.inner("arguments")
    where, unless = stanza.inner("where"), stanza.inner("unless")
    return Frame(
        verbs=stanza.strings("verbs"),
        nouns=stanza.strings("nouns"),
        adjectives=stanza.strings("adjectives"),
        arguments={function: tuple(_candidates(arguments, function)) for function in arguments.names()},
        where={function: where.words(function) for function in where.names()},
        unless={function: unless.words(function) for function in unless.names()},
        needs=tuple(_groups(stanza)),
        modifiers=stanza.words("modifiers"),
        barred=stanza.words("barred"),
        infinitive=stanza.flag("infinitive"),
        min_fillers=stanza.number("min_fillers") or 0,
        occasion=stanza.optional("occasion"),
        carrier=stanza.flag("carrier"),
        carried=stanza.flag("carried"),
        tallied=stanza.flag("tallied"),
    )


def _candidates(arguments: Stanza, function: str) -> Iterator[Candidate]:
    """Yield the roles of one function: `role`, `[role, role]`, `{role: [types]}`, or a list of both forms."""
    for item in arguments.items(function):
        if isinstance(item, str) and item != _NOTHING:
            yield item, ()
        elif isinstance(item, Mapping):
            limits = Stanza(f"{arguments.where}: {function}", item)
            yield from ((role, limits.strings(role)) for role in limits.names())
        elif item != _NOTHING:
            arguments.fail(f"'{function}' is {item!r}; write a role, a list of roles, role: [types], or \"-\" for none")


def _groups(stanza: Stanza) -> Iterator[frozenset[str]]:
    """Yield the groups of alternatives under `needs`; a lone role is a group of one."""
    for item in stanza.items("needs"):
        group = [item] if isinstance(item, str) else item
        if not isinstance(group, list) or not group or not all(isinstance(role, str) for role in group):
            stanza.fail(f"'needs' holds {item!r}; write a role or a list of alternative roles")
        yield frozenset(group)


def _example(stanza: Stanza) -> EventExample:
    stanza.allow("text", "trigger", "roles")
    text = stanza.string("text")
    fillers = stanza.inner("roles")
    found: Roles = {role: fillers.phrase(role, text) for role in fillers.names()}
    return EventExample(text, trigger=stanza.phrase("trigger", text), roles=found)


def _complete(event: EventType, own: Mapping[str, EventType]) -> EventType:
    """Return the event with the roles, counts and kind its ancestors give it; its own statements win."""
    inherited_roles: dict[str, RoleUse] = {}
    inherited_counts: dict[str, str] = {}
    speaks = event.is_communication
    for parent in _lineage(event, own, frozenset({event.name})):
        inherited_roles = {**parent.roles, **inherited_roles}
        inherited_counts = {**parent.counts, **inherited_counts}
        speaks = speaks or parent.is_communication
    return replace(
        event,
        roles={**inherited_roles, **event.roles},
        counts={**inherited_counts, **event.counts},
        is_communication=speaks,
    )


def _lineage(event: EventType, own: Mapping[str, EventType], seen: frozenset[str]) -> Iterator[EventType]:
    """Yield the event's ancestors, nearest first; a cycle ends the walk (and is refused by the checks)."""
    for name in event.parents:
        if name in own and name not in seen:
            yield own[name]
            yield from _lineage(own[name], own, seen | {name})
